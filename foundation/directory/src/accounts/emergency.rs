//! The account for the day when nothing else lets anybody in (SEC-07): made on the server's own command line, with a
//! password kept in a safe, and the administrator's role for the whole network.

use relais_kernel::{AccountId, Day, Grant, Instant, PersonId, Role, Scope};
use relais_store::{Db, OrgTx, audit};
use relais_words::Fault;

use super::{Email, Hashing, passwords, places, sessions, store};
use crate::{
    Ruled,
    grants::{self, Giver, GrantFacts},
    organisations::Organisation,
    people::{self, PersonFacts},
};

/// What the person behind it is called, so that nobody takes it for a colleague.
const NAME: (&str, &str) = ("Accès", "de secours");

/// Makes the emergency account of an organisation; an existing one gets the new password, is opened again, and is an
/// administrator again. Its sessions end.
pub async fn make(
    db: &Db,
    hashing: &Hashing,
    org: &Organisation,
    email: &Email,
    password: &str,
    now: Instant,
) -> Ruled<AccountId> {
    if let Err(fault) = passwords::check(password, email.text()) {
        return Ok(Err(fault));
    }
    let hash = hashing.hash(db.clock(), password).await?;
    let tx = db.org(org.id).begin().await?;
    let account = match store::by_email(&tx, email.folded()).await? {
        Some(account) if !account.emergency => return Ok(Err(Fault::on("email", "account-email-taken"))),
        Some(account) => account.id,
        None => store::add(tx.whole(), email, org.locale, now).await?,
    };
    store::put_emergency(tx.whole(), account).await?;
    store::put_password(tx.whole(), account, &hash, now).await?;
    store::enable(tx.whole(), account).await?;
    sessions::end_all(tx.whole(), account, now).await?;
    let person = match places::person_of(&tx, account).await? {
        Some(person) => person,
        None => {
            let person = people::add(&tx, &nobody(org, email)).await?;
            places::connect(&tx, account, person).await?;
            person
        }
    };
    if let Err(fault) = administrates(&tx, person, org.today(now)).await? {
        return Ok(Err(fault));
    }
    let act = audit::Act {
        actor: audit::Actor::default(),
        action: "accounts.emergency",
        subject: "account",
        id: Some(account.into()),
        detail: "command",
    };
    audit::write(&tx, Some(org.id), act).await?;
    tx.commit().await?;
    Ok(Ok(account))
}

async fn administrates(tx: &OrgTx, person: PersonId, today: Day) -> Ruled {
    let wanted = Grant { role: Role::Admin, scope: Scope::Network };
    if grants::held_today(tx, person, today).await?.contains(&wanted) {
        return Ok(Ok(()));
    }
    let facts = GrantFacts {
        person_id: person,
        role: wanted.role,
        scope: wanted.scope,
        from_day: today,
        to_day: None,
    };
    Ok(grants::grant(tx, &Giver::MACHINE, &facts, today).await?.map(|_| ()))
}

fn nobody(org: &Organisation, email: &Email) -> PersonFacts {
    let (given, family) = NAME;
    PersonFacts {
        staff_number: None,
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        email: Some(email.text().to_owned()),
        phone: None,
        trade_code: None,
        locale: org.locale,
        joined_day: None,
        left_day: None,
    }
}
