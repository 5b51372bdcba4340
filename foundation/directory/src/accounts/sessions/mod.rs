//! Sessions (SEC-08): who is signed in on which browser. A browser holds a token, the table its hash.

use std::time::Duration;

use jiff::tz::TimeZone;
use relais_kernel::{AccountId, Day, Instant, Locale, OrgId, PersonId, SessionId};
use relais_store::{Reads, Result, sql};
use sea_orm::FromQueryResult;

use super::tokens::Token;

mod ending;
mod keeping;
mod listing;
mod opening;

pub use ending::{end, end_all, end_others};
pub use keeping::{change_token, change_token_of_account, change_token_of_person, keep};
pub use listing::{Line, list};
pub use opening::{Browser, Opened, open, switch};

/// How long a browser stays signed in without being used: one person's own, and one that a team shares.
const OWN: Duration = Duration::from_secs(30 * 86_400);
const SHARED: Duration = Duration::from_secs(12 * 3600);
/// How long a changed token stays good for the requests that were under way.
const UNDER_WAY: Duration = Duration::from_secs(30);

/// A session found by its token, with all that a page needs to know of its owner.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its id.
    pub id: SessionId,
    /// What was signed in with.
    pub account: AccountId,
    /// The organisation it is in.
    pub org: OrgId,
    /// That organisation's name.
    pub org_name: String,
    /// The calendar its days are counted by.
    pub zone: TimeZone,
    /// Who they are there.
    pub person: PersonId,
    /// Given name.
    pub given_name: String,
    /// Their language.
    pub locale: Locale,
    /// Whether a team shares the browser.
    pub shared: bool,
    /// What the browser and its system are called.
    pub device: String,
    /// Whether the token is to be changed by [`keep`]; false for a request that came with the former one.
    pub(super) rotate: bool,
    /// When it began.
    pub created_at: Instant,
    /// Last noted use.
    pub(super) seen_at: Instant,
    /// Hash of the token it was found by.
    pub(super) hash: Vec<u8>,
}

impl Found {
    /// The day it is where the organisation is.
    pub fn today(&self, now: Instant) -> Day {
        now.day(&self.zone)
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: SessionId,
    account_id: AccountId,
    org_id: OrgId,
    org_name: String,
    time_zone: String,
    person_id: PersonId,
    given_name: String,
    locale: Locale,
    left_day: Option<Day>,
    shared: bool,
    device: String,
    rotate: bool,
    created_at: Instant,
    seen_at: Instant,
    token_hash: Vec<u8>,
}

/// The session of a token. Nothing when it ended or ran out, when the account is disabled, or when the person has left.
pub async fn find(on: &impl Reads, token: &str, now: Instant) -> Result<Option<Found>> {
    let Some(token) = Token::read(token) else { return Ok(None) };
    let hash = token.hash();
    let row = sql("select s.id, s.account_id, s.org_id, o.name as org_name, o.time_zone, p.id as person_id, p.given_name, \
         p.locale, p.left_day, s.shared, s.device, s.rotate, s.created_at, s.seen_at, s.token_hash \
         from session s join account a on a.id = s.account_id \
         join account_person ap on ap.account_id = s.account_id and ap.org_id = s.org_id \
         join person p on p.org_id = ap.org_id and p.id = ap.person_id \
         join organisation o on o.id = s.org_id \
         where (s.token_hash = $1 or (s.former_hash = $1 and s.rotated_at > $2)) \
         and s.ended_at is null and s.expires_at > $3 and a.disabled_at is null")
    .bind(hash.clone())
    .bind(now.minus(UNDER_WAY))
    .bind(now)
    .one::<Row>(on)
    .await?;
    let Some(row) = row else { return Ok(None) };
    let zone = TimeZone::get(&row.time_zone).unwrap_or(TimeZone::UTC);
    if row.left_day.is_some_and(|left| left < now.day(&zone)) {
        return Ok(None);
    }
    Ok(Some(Found {
        id: row.id,
        account: row.account_id,
        org: row.org_id,
        org_name: row.org_name,
        zone,
        person: row.person_id,
        given_name: row.given_name,
        locale: row.locale,
        shared: row.shared,
        device: row.device,
        rotate: row.rotate && row.token_hash == hash,
        created_at: row.created_at,
        seen_at: row.seen_at,
        hash,
    }))
}

/// Until when a browser that is used now stays signed in.
fn runs_out(shared: bool, now: Instant) -> Instant {
    now.plus(if shared { SHARED } else { OWN })
}
