//! Every query about pebbles.

use std::time::Duration;

use relais_baton::{self as baton, Actor, Gift, Holder, Hours, Promise, Waiting};
use relais_directory::{Ruled, hold};
use relais_kernel::{Day, Instant, OrgId, PersonId, UnitId, fold};
use relais_store::{Cut, InOrg, Key, OrgTx, Result, Slice, Sql, contains_pattern, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::rules::{Answered, By, Frequency, PebbleKind, PebbleState, Said, Theme};
use super::words::{self, Speaker, Word};
use crate::kinds::{ANSWER, DOING};
use crate::{duties, promises, settings::span_of};

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Pebble {
    pub(crate) id: Uuid,
    pub(crate) kind: PebbleKind,
    pub(crate) unit_id: Option<UnitId>,
    pub(crate) unit_name: Option<String>,
    pub(crate) theme: Theme,
    pub(crate) frequency: Frequency,
    pub(crate) hinders: bool,
    pub(crate) text: String,
    /// The author's name, if they wished it to stand there.
    pub(crate) author: Option<String>,
    pub(crate) voices: i64,
    pub(crate) state: PebbleState,
    pub(crate) answer: String,
    pub(crate) planned_day: Option<Day>,
    pub(crate) due_at: Instant,
    pub(crate) said_day: Day,
}

const COLUMNS: &str = "select p.id, p.kind, p.unit_id, u.name as unit_name, p.theme, p.frequency, p.hinders, p.text, \
     a.given_name || ' ' || a.family_name as author, p.voices + coalesce((select cast(sum(q.voices) as bigint) \
     from pebble_merge m join pebble q on q.org_id = m.org_id and q.id = m.pebble_id \
     where m.org_id = p.org_id and m.into_id = p.id), 0) as voices, p.state, p.answer, p.planned_day, p.due_at, p.said_day \
     from pebble p left join unit u on u.org_id = p.org_id and u.id = p.unit_id \
     left join person a on a.org_id = p.org_id and a.id = p.author_id where p.org_id = ";

/// An entry.
pub(crate) async fn by_id(on: &impl InOrg, id: Uuid) -> Result<Option<Pebble>> {
    sql(COLUMNS).arg(on.org()).push(" and p.id = ").arg(id).one(on).await
}

/// Which entries a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Which {
    /// Not ended.
    #[default]
    Open,
    /// Beyond what was promised (« ce qui attend au-delà de son temps »).
    Late,
    /// Done within so many days, or promised to be: the lane of quick wins.
    Quick(i64),
    /// Done.
    Done,
    /// All.
    All,
}

const NEWEST: &[Key<'_>] = &[Key { column: "p.newest", of_row: "select k.newest from pebble k" }];

/// A page of entries, the newest first.
pub(crate) async fn list(
    on: &impl InOrg,
    (which, sought): (Which, &str),
    unit: Option<UnitId>,
    now: Instant,
    cut: Cut,
    size: usize,
) -> Result<Slice<Pebble>> {
    let query = narrowed(sql(COLUMNS).arg(on.org()), which, unit, now);
    let folded = fold(sought);
    let query = match folded.as_str() {
        "" => query,
        folded => query.push(" and p.text_folded like ").arg(contains_pattern(folded)),
    };
    let query = cut.apply(query, NEWEST, "p.id", on.org(), size);
    Ok(cut.slice(query.all(on).await?, size))
}

/// What was merged is counted and shown with the one that it went into.
const UNMERGED: &str =
    " and not exists (select 1 from pebble_merge m where m.org_id = p.org_id and m.pebble_id = p.id)";

/// Done soon after it was said, or promised to be (SPO-08); the parameter is how soon.
const QUICK_WIN: &str = " and p.state in ('done', 'planned', 'trying') \
     and (case p.state when 'done' then p.ended_at else p.due_at end) - p.said_at < ";

fn narrowed(query: Sql, which: Which, unit: Option<UnitId>, now: Instant) -> Sql {
    let query = query.push(UNMERGED);
    let query = match which {
        Which::Open => query.push(" and p.state in ('received', 'planned', 'trying')"),
        Which::Late => {
            query.push(" and p.state in ('received', 'planned', 'trying') and p.due_at < ").arg(now)
        }
        Which::Done => query.push(" and p.state = 'done'"),
        Which::Quick(quick) => query.push(QUICK_WIN).arg(span_of(quick)),
        Which::All => query,
    };
    match unit {
        Some(unit) => query.push(" and p.unit_id = ").arg(unit),
        None => query,
    }
}

/// What a board counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Counts {
    pub(crate) said: i64,
    pub(crate) open: i64,
    pub(crate) late: i64,
    pub(crate) done: i64,
    pub(crate) quick: i64,
}

/// The counts of a unit, or of the network.
pub(crate) async fn counts(
    on: &impl InOrg,
    unit: Option<UnitId>,
    quick: i64,
    now: Instant,
) -> Result<Counts> {
    let query = sql("select count(*) as said, \
         coalesce(sum(case when p.state in ('received', 'planned', 'trying') then 1 else 0 end), 0) as open, \
         coalesce(sum(case when p.state in ('received', 'planned', 'trying') and p.due_at < ")
    .arg(now)
    .push(
        " then 1 else 0 end), 0) as late, \
         coalesce(sum(case when p.state = 'done' then 1 else 0 end), 0) as done, \
         coalesce(sum(case when 1 = 1",
    )
    .push(QUICK_WIN)
    .arg(span_of(quick))
    .push(" then 1 else 0 end), 0) as quick from pebble p where p.org_id = ")
    .arg(on.org());
    let found = narrowed(query, Which::All, unit, now).one(on).await?;
    Ok(found.unwrap_or_default())
}

/// How long the same words of the same person are the same entry: on a bad network people send twice.
const SENT_AGAIN: Duration = Duration::from_secs(10 * 60);

/// What somebody has just said in these very words, and in the same way. Of two requests at once the second waits here.
async fn just_said(tx: &OrgTx, said: &Said, author: PersonId) -> Result<Option<Uuid>> {
    hold(tx, "person", &[author.0]).await?;
    let since = tx.clock().now().minus(SENT_AGAIN);
    sql("select p.id from baton_waiter w join baton b on b.org_id = w.org_id and b.id = w.baton_id \
         join pebble p on p.org_id = b.org_id and p.id = b.subject_id where w.org_id = $1 and w.person_id = $2 \
         and b.created_at >= $3 and p.said_at >= $3 and p.text = $4 and p.kind = $5 and p.theme = $6 and p.frequency = $7 \
         and p.hinders = $8 and (p.author_id is not null) = $9 order by p.newest limit 1")
    .bind(tx.org())
    .bind(author)
    .bind(since)
    .bind(said.text.as_str())
    .bind(said.kind)
    .bind(said.theme)
    .bind(said.frequency)
    .bind(said.hinders)
    .bind(said.by == By::Signed)
    .value(tx)
    .await
}

/// Writes an entry and its promise: those who answer for its unit hold it from its first moment. What was sent twice is said
/// once.
pub(crate) async fn say(
    tx: &OrgTx,
    said: &Said,
    author: PersonId,
    (unit, today): (Option<UnitId>, Day),
    hours: &Hours,
) -> Result<Uuid> {
    if let Some(id) = just_said(tx, said, author).await? {
        return Ok(id);
    }
    let (id, at) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let signed = (said.by == By::Signed).then_some(author);
    let entry = Entry { id, said, signed, unit, day: today, at };
    begin(tx, &entry, Waiting::person(author), hours).await?;
    Ok(id)
}

/// An entry about to be written.
pub(crate) struct Entry<'a> {
    pub(crate) id: Uuid,
    pub(crate) said: &'a Said,
    /// Whose name stands on it.
    pub(crate) signed: Option<PersonId>,
    pub(crate) unit: Option<UnitId>,
    pub(crate) day: Day,
    /// When it was said, as far as anybody may know.
    pub(crate) at: Instant,
}

/// Writes an entry and its promise to whoever waits. The promise counts from now.
pub(crate) async fn begin(tx: &OrgTx, entry: &Entry<'_>, waits: Waiting, hours: &Hours) -> Result<()> {
    let due_at = promises::due(tx, hours).await?;
    write(tx, entry, due_at).await?;
    let team = duties::store::holder(tx, entry.unit, entry.said.theme, entry.day).await?;
    let gift = Gift {
        kind: &ANSWER,
        subject: entry.id,
        parent: None,
        unit: entry.unit,
        title: &entry.said.text,
        holder: Holder::Team(team),
        waits: vec![waits],
        promise: Promise {
            at: due_at,
            hears_next_at: Some(promises::hears_next(tx, hours).await?),
            work: None,
        },
        by: waits.person,
    };
    baton::give(tx, &gift, hours).await?;
    Ok(())
}

async fn write(tx: &OrgTx, entry: &Entry<'_>, due_at: Instant) -> Result<()> {
    let org: OrgId = tx.org();
    let said = entry.said;
    insert(
        "pebble",
        &[
            "org_id",
            "id",
            "kind",
            "unit_id",
            "theme",
            "frequency",
            "hinders",
            "text",
            "text_folded",
            "author_id",
            "voices",
            "state",
            "answer",
            "due_at",
            "said_at",
            "said_day",
            "newest",
        ],
    )
    .row([
        org.into(),
        entry.id.into(),
        said.kind.into(),
        entry.unit.into(),
        said.theme.into(),
        said.frequency.into(),
        said.hinders.into(),
        said.text.clone().into(),
        said.text_folded.clone().into(),
        entry.signed.into(),
        1_i64.into(),
        PebbleState::Received.into(),
        "".into(),
        due_at.into(),
        entry.at.into(),
        entry.day.into(),
        (-entry.at.0).into(),
    ])
    .run(tx)
    .await?;
    Ok(())
}

/// The open promise of an entry.
pub(crate) use crate::promises::open as promise;

/// Somebody's voice joins an entry; tells whether it is a new one.
pub(crate) async fn join(tx: &OrgTx, id: Uuid, person: PersonId) -> Ruled<bool> {
    let joined = promises::join(tx, id, person).await?;
    if joined == Ok(true) {
        sql("update pebble set voices = voices + 1 where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(id)
            .run_one("pebble", tx)
            .await?;
    }
    Ok(joined)
}

/// Answers an entry: all who wait are told, the promise ends, and what is planned or tried becomes a promise of its own.
pub(crate) async fn answer(
    tx: &OrgTx,
    by: &Actor,
    pebble: &Pebble,
    answered: &Answered,
    hours: &Hours,
) -> Ruled {
    let Some(open) = promise(tx, pebble.id).await? else {
        return Ok(Err(relais_baton::Refusal::Ended.fault()));
    };
    if matches!(open.holder, Some(Holder::Team(_)))
        && let Err(fault) = baton::take(tx, by, open.id).await?
    {
        return Ok(Err(fault));
    }
    let kind = if open.kind == DOING.code { &DOING } else { &ANSWER };
    let told = match baton::tell_all_in_writing(tx, by, open.id, &answered.words).await? {
        Ok(told) => told,
        Err(fault) => return Ok(Err(fault)),
    };
    if let Err(fault) = baton::end(tx, by, kind, open.id, answered.state.code(), "").await? {
        return Ok(Err(fault));
    }
    let mut due_at = pebble.due_at;
    if let Some(day) = answered.day {
        due_at = end_of(day, hours);
        let gift = Gift {
            kind: &DOING,
            subject: pebble.id,
            parent: None,
            unit: pebble.unit_id,
            title: &pebble.text,
            holder: Holder::Person(by.person),
            waits: told.waiters.iter().map(|waiter| waiter.who).collect(),
            promise: Promise { at: due_at, hears_next_at: None, work: None },
            by: Some(by.person),
        };
        baton::give(tx, &gift, hours).await?;
    }
    let said = Word {
        id: tx.clock().id(),
        pebble_id: pebble.id,
        speaker: Speaker::Answer,
        text: answered.words.clone(),
        state: Some(answered.state),
        planned_day: answered.day,
        day: tx.clock().now().day(hours.zone()),
    };
    words::write(tx, &said).await?;
    let ended = matches!(answered.state, PebbleState::Done | PebbleState::Refused);
    sql("update pebble set state = $1, answer = $2, planned_day = $3, due_at = $4, ended_at = $5 \
         where org_id = $6 and id = $7")
    .bind(answered.state)
    .bind(answered.words.clone())
    .bind(answered.day)
    .bind(due_at)
    .bind(ended.then(|| tx.clock().now()))
    .bind(tx.org())
    .bind(pebble.id)
    .run_one("pebble", tx)
    .await?;
    Ok(Ok(()))
}

/// When a place closes on a day; the day's end where it does not open.
fn end_of(day: Day, hours: &Hours) -> Instant {
    let last = hours.openings(day.date()).last().map(|(_, closes)| closes);
    let midnight = day.date().to_zoned(hours.zone().clone()).map(|start| start.timestamp());
    match (last, midnight) {
        (Some(closes), _) => closes.into(),
        (None, Ok(start)) => Instant::from(start).plus(Duration::from_secs(86_399)),
        (None, Err(_)) => Instant(i64::MAX),
    }
}

/// A unit's name.
pub(crate) async fn unit_name(on: &impl InOrg, unit: UnitId) -> Result<Option<String>> {
    sql("select name from unit where org_id = $1 and id = $2").bind(on.org()).bind(unit).value(on).await
}

/// The unit that somebody speaks from: where they work today.
pub(crate) async fn unit_of(on: &impl InOrg, person: PersonId, day: Day) -> Result<Option<UnitId>> {
    sql("select a.unit_id from assignment a where a.org_id = $1 and a.person_id = $2 and a.from_day <= $3 \
         and coalesce(a.to_day, 99991231) >= $3 \
         order by case a.kind when 'replacement' then 0 else 1 end, case when a.main then 0 else 1 end, a.id limit 1")
    .bind(on.org())
    .bind(person)
    .bind(day)
    .value(on)
    .await
}

/// How many work today where somebody speaks from, themselves included; nothing when they work nowhere.
pub(crate) async fn mates_of(on: &impl InOrg, person: PersonId, day: Day) -> Result<Option<i64>> {
    let Some(unit) = unit_of(on, person, day).await? else { return Ok(None) };
    sql("select count(distinct person_id) from assignment where org_id = $1 and unit_id = $2 and from_day <= $3 \
         and coalesce(to_day, 99991231) >= $3")
    .bind(on.org())
    .bind(unit)
    .bind(day)
    .value(on)
    .await
}
