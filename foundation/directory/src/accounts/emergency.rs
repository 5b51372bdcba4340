//! The account for the day when nothing else lets anybody in (SEC-07): made on the server's own command line, with a
//! password kept in a safe, and the administrator's role for the whole network.

use relais_kernel::{AccountId, Instant, Locale, PersonId, Role, fold};
use relais_store::{Db, InOrg as _, OrgTx, Result, audit, insert};
use relais_words::Fault;
use uuid::Uuid;

use super::{Email, Hashing, passwords, places, store};

/// What the person behind it is called, so that nobody takes it for a colleague.
const NAME: (&str, &str) = ("Accès", "de secours");

/// Makes the emergency account of an organisation, or gives the existing one a new password and opens it again.
pub async fn make(
    db: &Db,
    hashing: &Hashing,
    org: relais_kernel::OrgId,
    email: &Email,
    password: &str,
    now: Instant,
) -> Result<Result<AccountId, Fault>> {
    if let Err(fault) = passwords::check(password, email.text()) {
        return Ok(Err(fault));
    }
    let hash = hashing.hash(db.clock(), password).await?;
    let tx = db.org(org).begin().await?;
    let account = match store::by_email(&tx, email.folded()).await? {
        Some(account) if !account.emergency => return Ok(Err(Fault::on("email", "account-email-taken"))),
        Some(account) => account.id,
        None => store::add(tx.whole(), email, Locale::Fr, now).await?,
    };
    store::put_emergency(tx.whole(), account).await?;
    store::put_password(tx.whole(), account, &hash, now).await?;
    store::enable(tx.whole(), account).await?;
    super::sessions::end_all(tx.whole(), account, now).await?;
    if places::person_of(&tx, account).await?.is_none() {
        let person = add_person(&tx, now).await?;
        places::connect(&tx, account, person).await?;
    }
    let act = audit::Act {
        actor: audit::Actor::default(), action: "accounts.emergency", subject: "account", id: Some(account.into()),
        detail: "command",
    };
    audit::write(&tx, Some(org), act).await?;
    tx.commit().await?;
    Ok(Ok(account))
}

async fn add_person(tx: &OrgTx, now: Instant) -> Result<PersonId> {
    let id: PersonId = tx.clock().id();
    let (given, family) = NAME;
    insert("person", &["org_id", "id", "given_name", "family_name", "name_folded", "locale", "version"])
        .row([
            tx.org().into(), id.into(), given.into(), family.into(), fold(&format!("{family} {given}")).into(),
            Locale::Fr.into(), 1_i64.into(),
        ])
        .run(tx)
        .await?;
    insert("role_grant", &["org_id", "id", "person_id", "role", "scope", "from_day"])
        .row([
            tx.org().into(), tx.clock().id::<Uuid>().into(), id.into(), Role::Admin.into(), "network".into(),
            now.day(&jiff::tz::TimeZone::UTC).into(),
        ])
        .run(tx)
        .await?;
    Ok(id)
}
