//! A session begins: at sign-in, and when its owner goes on in another organisation.

use relais_kernel::{AccountId, Instant, OrgId, PersonId, SessionId};
use relais_store::{Result, Tx, insert};

use super::{Found, ending, runs_out};
use crate::accounts::{
    browsers::device_words,
    places::{self, Place},
    tokens::Token,
};

/// The browser a session is for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Browser<'a> {
    /// Its `User-Agent`.
    pub agent: &'a str,
    /// Whether a team shares it.
    pub shared: bool,
    /// The secret it is known by, as its cookie says; empty on a new one.
    pub device: &'a str,
    /// The session's token it still holds, if any: a new session takes its place.
    pub former: Option<&'a str>,
}

/// A session that begins.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its id.
    pub id: SessionId,
    /// What the browser is to hold.
    pub token: Token,
    /// The organisation it is in.
    pub org: OrgId,
    /// Who they are there.
    pub person: PersonId,
}

/// Begins a session with a token of its own, and ends the one that the browser held before. Nothing when the account
/// has no place in the organisation, or is disabled.
pub async fn open(
    tx: &Tx,
    account: AccountId,
    org: OrgId,
    browser: &Browser<'_>,
    now: Instant,
) -> Result<Option<Opened>> {
    let Some(place) = places::of(tx, account, now).await?.into_iter().find(|place| place.org == org) else {
        return Ok(None);
    };
    if let Some(former) = browser.former.and_then(Token::read) {
        ending::end_by_hash(tx, former.hash(), now).await?;
    }
    let device = device_words(browser.agent);
    Ok(Some(write(tx, account, &place, &device, browser.shared, now).await?))
}

/// Goes on as the same account's person in another organisation: this session ends, a new one begins. Nothing, and
/// nothing ends, when the account has no place there.
pub async fn switch(tx: &Tx, from: &Found, to: OrgId, now: Instant) -> Result<Option<Opened>> {
    let Some(place) = places::of(tx, from.account, now).await?.into_iter().find(|place| place.org == to)
    else {
        return Ok(None);
    };
    if !ending::end(tx, from.account, from.id, now).await? {
        return Ok(None);
    }
    Ok(Some(write(tx, from.account, &place, &from.device, from.shared, now).await?))
}

async fn write(
    tx: &Tx,
    account: AccountId,
    place: &Place,
    device: &str,
    shared: bool,
    now: Instant,
) -> Result<Opened> {
    let (id, token) = (tx.clock().id::<SessionId>(), Token::new(tx.clock()));
    insert(
        "session",
        &[
            "id",
            "token_hash",
            "account_id",
            "org_id",
            "person_id",
            "device",
            "shared",
            "rotate",
            "created_at",
            "seen_at",
            "rotated_at",
            "expires_at",
        ],
    )
    .row([
        id.into(),
        token.hash().into(),
        account.into(),
        place.org.into(),
        place.person.into(),
        device.into(),
        shared.into(),
        false.into(),
        now.into(),
        now.into(),
        now.into(),
        runs_out(shared, now).into(),
    ])
    .run(tx)
    .await?;
    Ok(Opened { id, token, org: place.org, person: place.person })
}
