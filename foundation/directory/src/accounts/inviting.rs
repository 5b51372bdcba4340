//! Inviting somebody who works here to sign in. The caller sends the letter in the same transaction.

use relais_kernel::{AccountId, Day, Instant, Locale, PersonId};
use relais_store::{InOrg as _, OrgTx, Result, audit};
use relais_words::Fault;

use super::{Email, Token, links, places, store};
use crate::{
    Ruled,
    grants::{self, Giver},
};

/// An invitation to be sent.
#[derive(Clone, Debug)]
pub struct Invitation {
    /// The account.
    pub account: AccountId,
    /// The address to write to.
    pub email: String,
    /// The language to write in.
    pub locale: Locale,
    /// What the letter's link ends with.
    pub token: Token,
    /// Whether the account has a password already: its owner was given another place.
    pub has_password: bool,
}

/// Who gives or takes an access, and when.
#[derive(Clone, Copy, Debug)]
pub struct Acting<'a> {
    /// How far they may give roles; none when they give none at all.
    pub giver: Option<&'a Giver<'a>>,
    /// Who they are.
    pub actor: audit::Actor,
    /// The day it is where the organisation is.
    pub today: Day,
    /// The moment.
    pub now: Instant,
}

impl Acting<'static> {
    /// The machine itself: its own command line, which may do all.
    pub fn machine(today: Day, now: Instant) -> Self {
        Self { giver: Some(&Giver::MACHINE), actor: audit::Actor::default(), today, now }
    }
}

impl Acting<'_> {
    /// Why the access of somebody is not theirs to settle: they hold a role that this giver could not give (NET-08).
    pub(super) async fn refused(&self, on: &OrgTx, person: PersonId) -> Result<Option<Fault>> {
        grants::address_refused(on, self.giver, self.actor.person, person, self.today).await
    }
}

/// Gives a person of the organisation an account, made if it is missing, and an invitation. Asked again, it makes a new
/// invitation, and the former one is spent. Refused for somebody who holds a role that whoever invites could not give.
pub async fn invite(
    tx: &OrgTx,
    person: PersonId,
    email: &Email,
    locale: Locale,
    acting: &Acting<'_>,
) -> Ruled<Invitation> {
    let (actor, now) = (acting.actor, acting.now);
    if let Some(fault) = acting.refused(tx, person).await? {
        return Ok(Err(fault));
    }
    let account = match (store::by_email(tx, email.folded()).await?, places::account_of(tx, person).await?) {
        (Some(account), Some(theirs)) if account.id != theirs => return Ok(Err(refusal_of_other())),
        (None, Some(_)) => return Ok(Err(refusal_of_other())),
        (Some(account), Some(_)) => account.id,
        (found, None) => {
            let account = match found {
                Some(account) => account.id,
                None => store::add(tx.whole(), email, locale, now).await?,
            };
            if places::person_of(tx, account).await?.is_some() {
                return Ok(Err(Fault::on("email", "account-email-taken")));
            }
            places::connect(tx, account, person).await?;
            account
        }
    };
    let Some(account) = store::by_id(tx, account).await?.filter(|account| account.disabled_at.is_none())
    else {
        return Ok(Err(Fault::on("email", "account-disabled")));
    };
    let token = links::invite(tx.whole(), account.id, tx.org(), now).await?;
    let act = audit::Act {
        actor,
        action: "accounts.invited",
        subject: "person",
        id: Some(person.into()),
        detail: "",
    };
    audit::write(tx, Some(tx.org()), act).await?;
    Ok(Ok(Invitation {
        account: account.id,
        email: account.email,
        locale: account.locale,
        token,
        has_password: account.has_password,
    }))
}

fn refusal_of_other() -> Fault {
    Fault::on("email", "account-person-has-another")
}
