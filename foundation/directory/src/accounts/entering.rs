//! Choosing a password: by a link from a letter, while signed in, or on the server's own command line.

use std::time::Duration;

use relais_kernel::{AccountId, Instant, SessionId};
use relais_store::{Db, Reads, Result, Tx, audit, sql};
use relais_words::Fault;

use super::{
    Account, Hashing, Token, links, passwords, places, sessions,
    slowdown::{self, Turn},
    store,
};

/// A mailbox is not filled by asking again and again.
const RESET_AGAIN_AFTER: Duration = Duration::from_secs(300);

/// How choosing a password ended.
#[derive(Clone, Debug)]
pub enum Chosen<T> {
    /// It was kept.
    Done(T),
    /// It cannot be one, or the present one was not right.
    Wrong(Fault),
    /// The link is unknown, spent or too old.
    NoLink,
}

/// Chooses a password by a link, which is spent: all sessions of the account end, and no other link can set one.
/// The caller may then open a session, for whoever holds the link owns the mailbox.
pub async fn by_link(
    db: &Db,
    hashing: &Hashing,
    token: &str,
    password: &str,
    now: Instant,
) -> Result<Chosen<links::Link>> {
    let Some(link) = links::look(db, token, now).await?.filter(|link| !link.is_to_accept()) else {
        return Ok(Chosen::NoLink);
    };
    if let Err(fault) = passwords::check(password, &link.email) {
        return Ok(Chosen::Wrong(fault));
    }
    let hash = hashing.hash(db.clock(), password).await?;
    let tx = db.begin().await?;
    let Some(link) = links::spend(&tx, token, now).await?.filter(|link| !link.is_to_accept()) else {
        return Ok(Chosen::NoLink);
    };
    if !joins(&tx, &link).await? {
        return Ok(Chosen::NoLink);
    }
    store::put_password(&tx, link.account_id, &hash, now).await?;
    sessions::end_all(&tx, link.account_id, now).await?;
    note(&tx, Some(link.account_id), link.account_id, "accounts.password.by_link", link.purpose.code())
        .await?;
    tx.commit().await?;
    Ok(Chosen::Done(link))
}

/// Accepts a place in another organisation by the link of an invitation, which is spent. It sets no password and opens
/// no session. Nothing when the link is no such invitation, or somebody has the place by now.
pub async fn accept(db: &Db, token: &str, now: Instant) -> Result<Option<links::Link>> {
    let tx = db.begin().await?;
    let Some(link) = links::spend(&tx, token, now).await?.filter(links::Link::is_to_accept) else {
        return Ok(None);
    };
    if !joins(&tx, &link).await? {
        return Ok(None);
    }
    tx.commit().await?;
    Ok(Some(link))
}

/// Gives the account of an invitation its place, and writes it down there. True for links that are about no place.
async fn joins(tx: &Tx, link: &links::Link) -> Result<bool> {
    let (Some(org), Some(person)) = (link.org_id, link.person_id) else { return Ok(true) };
    if !places::accept(tx, link.account_id, org, person).await? {
        return Ok(false);
    }
    let act = audit::Act {
        actor: audit::Actor { account: Some(link.account_id), person: Some(person) },
        action: "accounts.invitation.accepted",
        subject: "person",
        id: Some(person.into()),
        detail: "",
    };
    audit::write(tx, Some(org), act).await?;
    Ok(true)
}

/// Chooses another password while signed in. The other sessions end; this one changes its token.
pub async fn by_present(
    db: &Db,
    hashing: &Hashing,
    (account, session): (AccountId, SessionId),
    present: &str,
    password: &str,
    now: Instant,
) -> Result<Chosen<()>> {
    let tx = db.begin().await?;
    let count = match slowdown::take_turn_within(&tx, account, now).await? {
        Turn::Go(count) => count,
        Turn::Wait(wait) => {
            let fault = Fault::on("present", "sign-in-wait").with("seconds", slowdown::seconds(wait));
            return Ok(Chosen::Wrong(fault));
        }
    };
    let known = secret(&tx, account).await?;
    tx.commit().await?;
    let (email, former) = known.unwrap_or_default();
    if !hashing.verify(present, former.as_deref()).await? {
        return Ok(Chosen::Wrong(wrong()));
    }
    if let Err(fault) = passwords::check(password, &email) {
        return Ok(Chosen::Wrong(fault));
    }
    let hash = hashing.hash(db.clock(), password).await?;
    let tx = db.begin().await?;
    // Meanwhile its owner may have chosen another by a link: whoever sat here is out.
    if !store::still_has(&tx, account, &former.unwrap_or_default()).await? {
        return Ok(Chosen::Wrong(wrong()));
    }
    slowdown::forget(&tx, &count).await?;
    store::put_password(&tx, account, &hash, now).await?;
    sessions::end_others(&tx, account, session, now).await?;
    sessions::change_token_of_account(&tx, account).await?;
    note(&tx, Some(account), account, "accounts.password.changed", "").await?;
    tx.commit().await?;
    Ok(Chosen::Done(()))
}

/// Whether a password is the account's present one, on a field named `present`. Guessing it is slowed down as elsewhere.
pub(super) async fn is_present(
    db: &Db,
    hashing: &Hashing,
    account: AccountId,
    present: &str,
    now: Instant,
) -> Result<Result<(), Fault>> {
    let tx = db.begin().await?;
    let count = match slowdown::take_turn_within(&tx, account, now).await? {
        Turn::Go(count) => count,
        Turn::Wait(wait) => {
            let fault = Fault::on("present", "sign-in-wait").with("seconds", slowdown::seconds(wait));
            return Ok(Err(fault));
        }
    };
    let known = secret(&tx, account).await?;
    tx.commit().await?;
    if !hashing.verify(present, known.and_then(|(_, hash)| hash).as_deref()).await? {
        return Ok(Err(wrong()));
    }
    let tx = db.begin().await?;
    slowdown::forget(&tx, &count).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// A reset link for an e-mail that somebody typed, with the account to write to. Nothing for an unknown or disabled
/// account, or when a link left a few minutes ago: the page says the same in all cases.
pub async fn forgotten(tx: &Tx, email: &str, now: Instant) -> Result<Option<(Account, Token)>> {
    let Some(account) = store::by_email(tx, email).await?.filter(|account| account.disabled_at.is_none())
    else {
        return Ok(None);
    };
    if links::reset_since(tx, account.id, now.minus(RESET_AGAIN_AFTER)).await? {
        return Ok(None);
    }
    let token = links::reset(tx, account.id, now).await?;
    note(tx, None, account.id, "accounts.password.forgotten", "").await?;
    Ok(Some((account, token)))
}

/// A reset link to hand over on the server's command line; nothing for an unknown account.
pub async fn reset(tx: &Tx, email: &str, now: Instant) -> Result<Option<(Account, Token)>> {
    let Some(account) = store::by_email(tx, email).await? else { return Ok(None) };
    let token = links::reset(tx, account.id, now).await?;
    note(tx, None, account.id, "accounts.password.reset", "command").await?;
    Ok(Some((account, token)))
}

fn wrong() -> Fault {
    Fault::on("present", "password-present-wrong")
}

async fn secret(on: &impl Reads, account: AccountId) -> Result<Option<(String, Option<String>)>> {
    #[derive(sea_orm::FromQueryResult)]
    struct Row {
        email: String,
        password_hash: Option<String>,
    }
    let row =
        sql("select email, password_hash from account where id = $1").bind(account).one::<Row>(on).await?;
    Ok(row.map(|row| (row.email, row.password_hash)))
}

/// Who asked for a letter is not known: then there is no actor.
async fn note(
    tx: &Tx,
    actor: Option<AccountId>,
    account: AccountId,
    action: &'static str,
    detail: &str,
) -> Result<()> {
    let actor = audit::Actor { account: actor, person: None };
    audit::write(tx, None, audit::Act { actor, action, subject: "account", id: Some(account.into()), detail })
        .await
}
