//! Inviting somebody who works here to sign in. The caller sends the letter in the same transaction.

use relais_kernel::{AccountId, Instant, Locale, PersonId};
use relais_store::{InOrg as _, OrgTx, audit};
use relais_words::Fault;

use super::{Email, Token, links, places, store};
use crate::Ruled;

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

/// Gives a person of the organisation an account, made if it is missing, and an invitation. Asked again, it makes a new
/// invitation, and the former one is spent.
pub async fn invite(
    tx: &OrgTx,
    person: PersonId,
    email: &Email,
    locale: Locale,
    actor: audit::Actor,
    now: Instant,
) -> Ruled<Invitation> {
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
