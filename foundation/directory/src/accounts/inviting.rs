//! Inviting somebody who works here to sign in. The caller sends the letter in the same transaction.

use relais_kernel::{AccountId, Day, Instant, Locale, PersonId};
use relais_store::{Error, InOrg as _, OrgTx, Result, audit};
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
    /// Whether the account has a password already: its owner is offered another place.
    pub has_password: bool,
    /// Whether the account is closed: nobody is told, and no letter leaves.
    pub closed: bool,
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
    async fn note(&self, tx: &OrgTx, action: &'static str, person: PersonId) -> Result<()> {
        let act =
            audit::Act { actor: self.actor, action, subject: "person", id: Some(person.into()), detail: "" };
        audit::write(tx, Some(tx.org()), act).await
    }

    /// Why the access of somebody is not theirs to settle: they hold a role that this giver could not give (NET-08).
    pub(super) async fn refused(&self, on: &OrgTx, person: PersonId) -> Result<Option<Fault>> {
        grants::address_refused(on, self.giver, self.actor.person, person, self.today).await
    }
}

/// Invites a person of the organisation to come in by an account, made if it is missing. The account has its place here
/// once its owner accepts, and nothing that is known of it elsewhere is told. Asked again, also with another address, it
/// makes a new invitation, and the former one is spent. Refused for somebody who holds a role that whoever invites could not give.
pub async fn invite(
    tx: &OrgTx,
    person: PersonId,
    email: &Email,
    locale: Locale,
    acting: &Acting<'_>,
) -> Ruled<Invitation> {
    let now = acting.now;
    if let Some(fault) = acting.refused(tx, person).await? {
        return Ok(Err(fault));
    }
    let found = store::by_email(tx, email.folded()).await?;
    if let Some(theirs) = places::account_of(tx, person).await?
        && found.as_ref().map(|account| account.id) != Some(theirs)
    {
        // Nobody ever came in by the former address: it was a slip.
        if !places::is_ours_alone(tx, theirs).await? {
            return Ok(Err(refusal_of_other()));
        }
        places::disconnect(tx, theirs).await?;
    }
    let account = match found {
        Some(account) => account,
        None => {
            let id = store::add(tx.whole(), email, locale, now).await?;
            store::by_id(tx, id).await?.ok_or(Error::Rows { what: "account", expected: 1, touched: 0 })?
        }
    };
    let here = places::person_of(tx, account.id).await?;
    if here.is_some_and(|one| one != person)
        || links::is_invited_as_another(tx, account.id, person, now).await?
    {
        return Ok(Err(Fault::on("email", "account-email-taken")));
    }
    if here.is_some() && account.disabled_at.is_some() {
        return Ok(Err(Fault::on("email", "account-disabled")));
    }
    let token = links::invite(tx, account.id, person, now).await?;
    acting.note(tx, "accounts.invited", person).await?;
    Ok(Ok(Invitation {
        account: account.id,
        email: account.email,
        locale: account.locale,
        token,
        has_password: account.has_password,
        closed: account.disabled_at.is_some(),
    }))
}

/// What was taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakenBack {
    /// An invitation that nobody answered.
    Invitation,
    /// An access in use.
    Access,
}

/// Takes somebody's access to the organisation back: their invitations are spent, and an account that is in use loses
/// its place here and its sessions. Elsewhere it goes on. Refused for somebody who holds a role that whoever asks could
/// not give, for oneself, and for the emergency account.
pub async fn take_back(tx: &OrgTx, person: PersonId, acting: &Acting<'_>) -> Ruled<TakenBack> {
    if acting.actor.person == Some(person) {
        return Ok(Err(Fault::of_form("access-of-oneself")));
    }
    if let Some(fault) = acting.refused(tx, person).await? {
        return Ok(Err(fault));
    }
    let spent = links::withdraw(tx, person, acting.now).await?;
    let account = match places::account_of(tx, person).await? {
        Some(account) => store::by_id(tx, account).await?,
        None if spent == 0 => return Ok(Err(Fault::of_form("access-none"))),
        None => None,
    };
    let Some(account) = account else {
        acting.note(tx, "accounts.invitation.withdrawn", person).await?;
        return Ok(Ok(TakenBack::Invitation));
    };
    if account.emergency {
        return Ok(Err(Fault::of_form("access-of-emergency")));
    }
    places::disconnect(tx, account.id).await?;
    acting.note(tx, "accounts.access.cut", person).await?;
    Ok(Ok(TakenBack::Access))
}

fn refusal_of_other() -> Fault {
    Fault::on("email", "account-person-has-another")
}
