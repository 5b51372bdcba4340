//! What administrators see of text messages: codes, counts and times, never a number or words; and the demo's own page, which
//! shows both.

use relais_contact::{Channel, Class};
use relais_directory::organisations;
use relais_kernel::{ContactId, Instant, SmsId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use super::{
    State,
    caps::{Caps, spent},
    rows::place,
};

/// How an organisation's text messages do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// How many wait.
    pub waiting: i64,
    /// Since when the first of them could have left, if one could.
    pub due_since: Option<Instant>,
    /// How many may have left, nobody knows, in the last thirty days.
    pub unclear: i64,
    /// How many did not arrive, in the last thirty days.
    pub failed: i64,
    /// Parts that left today.
    pub spent: i64,
    /// Parts that may leave in a day.
    pub most: i64,
    /// Whether messages that are due wait because the day's parts are used up (SEC-06).
    pub stopped: bool,
}

#[derive(FromQueryResult)]
struct Counts {
    waiting: i64,
    unclear: i64,
    failed: i64,
    due_since: Option<Instant>,
}

/// How they do now.
pub async fn standing(on: &impl InOrg, now: Instant) -> Result<Standing> {
    let counts: Counts = sql("select count(case when state = 'waiting' then 1 end) as waiting, \
         count(case when state = 'unclear' then 1 end) as unclear, count(case when state = 'failed' then 1 end) as failed, \
         min(case when state = 'waiting' and not_before <= $1 then not_before end) as due_since \
         from sms where org_id = $2")
    .bind(now)
    .bind(on.org())
    .one(on)
    .await?
    .unwrap_or(Counts { waiting: 0, unclear: 0, failed: 0, due_since: None });
    let today = organisations::by_id(on, on.org()).await?.map(|organisation| organisation.today(now));
    let spent = match today {
        Some(today) => spent(on, today).await?,
        None => 0,
    };
    let most = Caps::of(on).await?.spend;
    let next: Option<i32> =
        sql("select parts from sms where org_id = $1 and state = 'waiting' and not_before <= $2 \
         order by not_before, id limit 1")
        .bind(on.org())
        .bind(now)
        .value(on)
        .await?;
    let stopped = next.is_some_and(|parts| spent + i64::from(parts) > most);
    let Counts { waiting, unclear, failed, due_since } = counts;
    Ok(Standing { waiting, due_since, unclear, failed, spent, most, stopped })
}

/// A message of which nobody knows whether it left.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Line {
    /// Its id, which the gateway was told.
    pub id: SmsId,
    /// Why it was written.
    pub class: Class,
    /// What went wrong, as a code.
    pub reason: Option<String>,
    /// The id that the gateway gave it.
    pub gateway_ref: Option<String>,
    /// Since when.
    pub settled_at: Option<Instant>,
}

/// Those of which nobody knows whether they left, latest first (OPS-09): nobody sends them again.
pub async fn unclear(on: &impl InOrg, size: i64) -> Result<Vec<Line>> {
    sql("select id, class, reason, gateway_ref, settled_at from sms where org_id = $1 and state = 'unclear' \
         order by settled_at desc, id desc limit $2")
    .bind(on.org())
    .bind(size)
    .all(on)
    .await
}

/// A message as the demo's page shows it.
#[derive(Clone, PartialEq, Eq)]
pub struct Read {
    /// Its id.
    pub id: SmsId,
    /// The number; none when its contact is erased.
    pub to: Option<String>,
    /// Its words; none when they have gone.
    pub words: Option<String>,
    /// The parts that it would be paid as.
    pub parts: i32,
    /// How far it is.
    pub state: State,
    /// When it was written.
    pub at: Instant,
}

/// Numbers and words stay out of logs.
impl std::fmt::Debug for Read {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Read").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: SmsId,
    contact_id: ContactId,
    text: Option<Vec<u8>>,
    parts: i32,
    state: State,
    created_at: Instant,
}

/// An organisation's newest messages, for the demo's page alone (SEC-12).
pub async fn letterbox(on: &impl InOrg, size: i64) -> Result<Vec<Read>> {
    let rows: Vec<Row> =
        sql("select id, contact_id, text, parts, state, created_at from sms where org_id = $1 \
         order by created_at desc, id desc limit $2")
        .bind(on.org())
        .bind(size)
        .all(on)
        .await?;
    let mut messages = Vec::with_capacity(rows.len());
    for row in rows {
        let contact = relais_contact::read(on, row.contact_id).await?;
        let to = contact.and_then(|contact| contact.address(Channel::Sms)).map(|address| match address {
            relais_contact::Address::Phone(phone) => phone.e164().to_owned(),
            relais_contact::Address::Email(email) => email.text().to_owned(),
        });
        let words = row.text.map(|sealed| on.vault()?.open(&place(on, row.id), &sealed)).transpose()?;
        messages.push(Read { id: row.id, to, words, parts: row.parts, state: row.state, at: row.created_at });
    }
    Ok(messages)
}
