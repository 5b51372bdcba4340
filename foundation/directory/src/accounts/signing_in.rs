//! Signing in by e-mail and password (SEC-07).

use relais_kernel::{AccountId, Instant, OrgId};
use relais_store::{Db, Reads, Result, Tx, audit, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use super::{
    Browser, Hashing, Opened, Token, fold_email, places, sessions, shared_devices,
    slowdown::{self, Turn},
    store,
};

/// What somebody typed, and from where.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// E-mail, as typed.
    pub email: &'a str,
    /// Password, as typed.
    pub password: &'a str,
    /// The organisation asked for, if any.
    pub org: Option<OrgId>,
    /// The browser.
    pub browser: Browser<'a>,
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct SignIn {
    /// The account.
    pub account: AccountId,
    /// The session, in the organisation asked for or else the one last used.
    pub opened: Opened,
    /// The secret by which the browser is known from now on: its cookie is to hold it for a year.
    pub device: Token,
    /// Whether the account has places in other organisations too.
    pub several: bool,
}

/// Seconds to wait when too many sign in at the same time.
const CROWDED: u64 = 5;

/// Why somebody is not signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// No such account, or another password: nobody is told which.
    Unknown,
    /// Too many failures: not before so many seconds.
    Wait(u64),
    /// The password was right, but the account is closed or has no place in any organisation any more.
    NoPlace,
}

impl Refused {
    /// The sentence.
    pub fn fault(self) -> Fault {
        match self {
            Self::Unknown => Fault::of_form("sign-in-unknown"),
            Self::Wait(seconds) => Fault::of_form("sign-in-wait").with("seconds", seconds),
            Self::NoPlace => Fault::of_form("sign-in-no-place"),
        }
    }
}

#[derive(FromQueryResult)]
struct Secret {
    id: AccountId,
    password_hash: Option<String>,
}

/// Signs in, or tells why not. The attempt is counted first, then the password is looked at, then a session begins.
pub async fn sign_in(
    db: &Db,
    hashing: &Hashing,
    attempt: Attempt<'_>,
    now: Instant,
) -> Result<Result<SignIn, Refused>> {
    // Before anything is counted or asked: a crowd of attempts fills neither the memory nor the writer's queue.
    let Some(_turn) = hashing.queue() else { return Ok(Err(Refused::Wait(CROWDED))) };
    let email = fold_email(attempt.email);
    let device = Token::read(attempt.browser.device);
    let tx = db.begin().await?;
    let count = match slowdown::take_turn(&tx, &email, device.as_ref(), now).await? {
        Turn::Go(count) => count,
        Turn::Wait(wait) => return Ok(Err(Refused::Wait(slowdown::seconds(wait)))),
    };
    let known = secret(&tx, &email).await?;
    // Only where somebody has that account: what strangers type at random leaves no trace that stays.
    if let Some(known) = known.as_ref().filter(|_| count.begins_to_slow()) {
        for place in places::of(&tx, known.id, now).await? {
            note(&tx, Some(place.org), Some(known.id), "accounts.sign_in.slowed").await?;
        }
    }
    tx.commit().await?;

    let hash = known.as_ref().and_then(|known| known.password_hash.as_deref());
    let fits = hashing.verify(attempt.password, hash).await?;
    let (Some(id), Some(hash), true) = (known.as_ref().map(|known| known.id), hash, fits) else {
        return Ok(Err(Refused::Unknown));
    };

    let tx = db.begin().await?;
    // The password may have been changed while it was looked at: then the former one opens nothing.
    if !store::still_has(&tx, id, hash).await? {
        return Ok(Err(Refused::Unknown));
    }
    slowdown::forget(&tx, &count).await?;
    shared_devices::entered(&tx, id, attempt.browser.device).await?;
    let signed = begin(&tx, id, attempt.org, &attempt.browser, now).await?;
    if signed.is_none() {
        note(&tx, None, Some(id), "accounts.sign_in.no_place").await?;
    }
    tx.commit().await?;
    Ok(signed.ok_or(Refused::NoPlace))
}

/// Begins a session for somebody who has shown who they are, by password or by a link, and remembers the browser.
/// Nothing when the account is closed or has no place.
pub async fn begin(
    tx: &Tx,
    account: AccountId,
    org: Option<OrgId>,
    browser: &Browser<'_>,
    now: Instant,
) -> Result<Option<SignIn>> {
    let places = places::of(tx, account, now).await?;
    let wanted = places.iter().find(|place| Some(place.org) == org).or(places.first());
    let Some(place) = wanted else { return Ok(None) };
    // A device that a team shares is shared by whoever enters on it, whatever they tick.
    let known = shared_devices::of_browser(tx, browser.device).await?;
    let is_shared = browser.shared || known.iter().any(|device| device.org_id == place.org);
    let browser = &Browser { shared: is_shared, ..*browser };
    let Some(opened) = sessions::open(tx, account, place.org, browser, now).await? else { return Ok(None) };
    let device = slowdown::remember(tx, account, Token::read(browser.device), now).await?;
    let actor = audit::Actor { account: Some(account), person: Some(place.person) };
    let act = audit::Act {
        actor,
        action: "accounts.sign_in",
        subject: "session",
        id: Some(opened.id.into()),
        detail: "",
    };
    audit::write(tx, Some(place.org), act).await?;
    Ok(Some(SignIn { account, opened, device, several: places.len() > 1 }))
}

async fn secret(on: &impl Reads, email_folded: &str) -> Result<Option<Secret>> {
    sql("select id, password_hash from account where email_folded = $1").bind(email_folded).one(on).await
}

async fn note(tx: &Tx, org: Option<OrgId>, account: Option<AccountId>, action: &'static str) -> Result<()> {
    let act = audit::Act {
        actor: audit::Actor::default(),
        action,
        subject: "account",
        id: account.map(Into::into),
        detail: "",
    };
    audit::write(tx, org, act).await
}
