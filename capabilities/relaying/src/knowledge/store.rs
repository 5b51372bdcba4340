//! Every query about entries. Whoever may ask reads them; those of the group write them.

use relais_baton::{self as baton, Actor, Baton, Gift, Holder, Promise, Refusal, Waiting, hours_for};
use relais_directory::{Ruled, settings};
use relais_kernel::{BatonId, Day, PersonId, TeamId};
use relais_store::{Cut, InOrg, Key, OrgTx, Result, Slice, Sql, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{
    checks::{EntryState, Event, Said, reviewed},
    index::{self, Kind},
};
use crate::{groups::store::Theme, kinds::ENTRY, settings::DOUBT_ANSWERED_IN};

/// An entry.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Entry {
    pub(crate) id: Uuid,
    pub(crate) group_id: Uuid,
    pub(crate) group_name: String,
    pub(crate) team_id: TeamId,
    pub(crate) theme_id: Uuid,
    pub(crate) theme: String,
    pub(crate) title: String,
    pub(crate) words: String,
    pub(crate) answer: String,
    pub(crate) version: i64,
    pub(crate) state: EntryState,
    pub(crate) checked_day: Option<Day>,
    pub(crate) review_day: Option<Day>,
    pub(crate) expires_day: Option<Day>,
    pub(crate) doubt_id: Option<BatonId>,
}

const COLUMNS: &str = "select e.id, e.group_id, g.name as group_name, g.team_id, e.theme_id, t.name as theme, e.title, e.words, \
     e.answer, e.version, e.state, e.checked_day, e.review_day, e.expires_day, e.doubt_id from knowledge_entry e \
     join expert_group g on g.org_id = e.org_id and g.id = e.group_id \
     join expert_theme t on t.org_id = e.org_id and t.id = e.theme_id where e.org_id = ";

/// An entry. What nobody validated is of its group alone.
pub(crate) async fn read(on: &impl InOrg, id: Uuid, me: &Actor) -> Result<Option<Entry>> {
    let found: Option<Entry> = sql(COLUMNS).arg(on.org()).push(" and e.id = ").arg(id).one(on).await?;
    Ok(found.filter(|entry| entry.state == EntryState::Valid || me.teams.contains(&entry.team_id)))
}

/// The same for whoever changes it: from here to the end of the transaction nobody else does.
pub(crate) async fn lock(tx: &OrgTx, id: Uuid, me: &Actor) -> Result<Option<Entry>> {
    sql("update knowledge_entry set newest = newest where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    read(tx, id, me).await
}

/// These entries.
pub(crate) async fn these(on: &impl InOrg, ids: &[Uuid], me: &Actor) -> Result<Vec<Entry>> {
    let query = sql(COLUMNS).arg(on.org()).push(" and e.id in ").list(ids.iter().copied());
    readable(query, me).all(on).await
}

/// What somebody may read of entries: what was validated, and all of one's own groups but what was taken back.
fn readable(query: Sql, me: &Actor) -> Sql {
    let teams = || me.teams.iter().copied();
    let query = query.push(" and (e.state = 'valid' or (e.state = 'proposed' and g.team_id in ");
    query.list(teams()).push("))")
}

const NEWEST: &[Key<'_>] = &[Key { column: "e.newest", of_row: "select k.newest from knowledge_entry k" }];

/// A page of entries, the newest first.
pub(crate) async fn list(
    on: &impl InOrg,
    group: Option<Uuid>,
    me: &Actor,
    cut: Cut,
    size: usize,
) -> Result<Slice<Entry>> {
    let query = readable(sql(COLUMNS).arg(on.org()), me);
    let query = match group {
        Some(group) => query.push(" and e.group_id = ").arg(group),
        None => query,
    };
    Ok(cut.slice(cut.apply(query, NEWEST, "e.id", on.org(), size).all(on).await?, size))
}

/// Something that happened to an entry.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Happened {
    pub(crate) kind: Event,
    pub(crate) text: String,
    pub(crate) day: Day,
}

/// What happened to an entry, the newest first.
pub(crate) async fn events(on: &impl InOrg, entry: Uuid) -> Result<Vec<Happened>> {
    sql("select kind, text, day from knowledge_event where org_id = $1 and entry_id = $2 order by place desc")
        .bind(on.org())
        .bind(entry)
        .all(on)
        .await
}

/// What an entry said.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Version {
    pub(crate) version: i64,
    pub(crate) title: String,
    pub(crate) answer: String,
    pub(crate) day: Day,
}

/// All that an entry has said before, the newest first.
pub(crate) async fn versions(on: &impl InOrg, entry: Uuid) -> Result<Vec<Version>> {
    sql("select v.version, v.title, v.answer, v.day from knowledge_version v join knowledge_entry e \
         on e.org_id = v.org_id and e.id = v.entry_id where v.org_id = $1 and v.entry_id = $2 \
         and v.version < e.version order by v.version desc")
    .bind(on.org())
    .bind(entry)
    .all(on)
    .await
}

/// The entry that was made from a question.
pub(crate) async fn of_question(on: &impl InOrg, question: Uuid) -> Result<Option<Uuid>> {
    sql("select id from knowledge_entry where org_id = $1 and question_id = $2")
        .bind(on.org())
        .bind(question)
        .value(on)
        .await
}

/// What this form has written already.
pub(crate) async fn written_before(on: &impl InOrg, key: Option<Uuid>) -> Result<Option<Uuid>> {
    let Some(key) = key else { return Ok(None) };
    sql("select id from knowledge_entry where org_id = $1 and form_key = $2")
        .bind(on.org())
        .bind(key)
        .value(on)
        .await
}

/// Where an entry comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Origin {
    pub(crate) event: Event,
    pub(crate) question: Option<Uuid>,
    pub(crate) key: Option<Uuid>,
}

/// Writes an entry: validated until a day by whoever writes it, or proposed to those of the group.
pub(crate) async fn write(
    tx: &OrgTx,
    theme: &Theme,
    said: &Said,
    (expires, today): (Option<Day>, Day),
    origin: Origin,
) -> Result<Uuid> {
    let id = tx.clock().id::<Uuid>();
    let state = if expires.is_some() { EntryState::Valid } else { EntryState::Proposed };
    let columns = [
        "org_id",
        "id",
        "group_id",
        "theme_id",
        "title",
        "words",
        "answer",
        "version",
        "state",
        "checked_day",
        "review_day",
        "expires_day",
        "question_id",
        "form_key",
        "newest",
    ];
    insert("knowledge_entry", &columns)
        .row([
            tx.org().into(),
            id.into(),
            theme.group_id.into(),
            theme.id.into(),
            said.title.clone().into(),
            said.words.clone().into(),
            said.answer.clone().into(),
            1_i64.into(),
            state.into(),
            expires.map(|_| today).into(),
            expires.map(|day| reviewed(day, today)).into(),
            expires.into(),
            origin.question.into(),
            origin.key.into(),
            (-tx.clock().now().0).into(),
        ])
        .run(tx)
        .await?;
    keep(tx, id, 1, said, today).await?;
    happened(tx, id, (origin.event, ""), today).await?;
    if expires.is_some() {
        found(tx, id, said, &theme.name).await?;
        if let Some(question) = origin.question {
            // The entry stands for it from now on.
            index::remove(tx, question).await?;
        }
    }
    Ok(id)
}

async fn keep(tx: &OrgTx, entry: Uuid, version: i64, said: &Said, day: Day) -> Result<()> {
    insert("knowledge_version", &["org_id", "id", "entry_id", "version", "title", "words", "answer", "day"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            entry.into(),
            version.into(),
            said.title.clone().into(),
            said.words.clone().into(),
            said.answer.clone().into(),
            day.into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

async fn happened(tx: &OrgTx, entry: Uuid, (kind, text): (Event, &str), day: Day) -> Result<()> {
    let place: Option<i64> = sql("select count(*) from knowledge_event where org_id = $1 and entry_id = $2")
        .bind(tx.org())
        .bind(entry)
        .value(tx)
        .await?;
    insert("knowledge_event", &["org_id", "id", "entry_id", "place", "kind", "text", "day"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            entry.into(),
            place.unwrap_or(0).into(),
            kind.into(),
            text.into(),
            day.into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

async fn found(tx: &OrgTx, entry: Uuid, said: &Said, theme: &str) -> Result<()> {
    let asked = format!("{} {} {theme}", said.title, said.words);
    index::put(tx, Kind::Entry, entry, (&asked, &said.answer)).await
}

/// An expert says that it holds, until a day. Whoever said that it did not is told.
pub(crate) async fn check(tx: &OrgTx, by: &Actor, entry: &Entry, expires: Day, today: Day) -> Ruled {
    if let Err(fault) = settle(tx, by, entry, ("kept", "")).await? {
        return Ok(Err(fault));
    }
    valid(tx, entry.id, expires, today).await?;
    let event = if entry.doubt_id.is_some() { Event::Kept } else { Event::Checked };
    happened(tx, entry.id, (event, ""), today).await?;
    let said = Said { title: entry.title.clone(), words: entry.words.clone(), answer: entry.answer.clone() };
    found(tx, entry.id, &said, &entry.theme).await?;
    Ok(Ok(()))
}

async fn valid(tx: &OrgTx, entry: Uuid, expires: Day, today: Day) -> Result<()> {
    sql("update knowledge_entry set state = 'valid', checked_day = $3, review_day = $4, expires_day = $5, \
         doubt_id = null where org_id = $1 and id = $2")
    .bind(tx.org())
    .bind(entry)
    .bind(today)
    .bind(reviewed(expires, today))
    .bind(expires)
    .run_one("knowledge_entry", tx)
    .await
}

/// It says something else from now on; what it said stays readable.
pub(crate) async fn change(
    tx: &OrgTx,
    by: &Actor,
    entry: &Entry,
    (theme, said): (&Theme, &Said),
    (expires, today): (Day, Day),
) -> Ruled {
    if let Err(fault) = settle(tx, by, entry, ("corrected", &said.answer)).await? {
        return Ok(Err(fault));
    }
    let version = entry.version + 1;
    keep(tx, entry.id, version, said, today).await?;
    sql("update knowledge_entry set title = $3, words = $4, answer = $5, version = $6, theme_id = $7 \
         where org_id = $1 and id = $2")
    .bind(tx.org())
    .bind(entry.id)
    .bind(said.title.clone())
    .bind(said.words.clone())
    .bind(said.answer.clone())
    .bind(version)
    .bind(theme.id)
    .run_one("knowledge_entry", tx)
    .await?;
    valid(tx, entry.id, expires, today).await?;
    happened(tx, entry.id, (Event::Changed, ""), today).await?;
    found(tx, entry.id, said, &theme.name).await?;
    Ok(Ok(()))
}

/// It is held out to nobody any more.
pub(crate) async fn withdraw(tx: &OrgTx, by: &Actor, entry: &Entry, words: &str, today: Day) -> Ruled {
    if let Err(fault) = settle(tx, by, entry, ("withdrawn", words)).await? {
        return Ok(Err(fault));
    }
    sql("update knowledge_entry set state = 'withdrawn', doubt_id = null where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(entry.id)
        .run_one("knowledge_entry", tx)
        .await?;
    happened(tx, entry.id, (Event::Withdrawn, words), today).await?;
    index::remove(tx, entry.id).await?;
    Ok(Ok(()))
}

/// « N’est plus juste »: the group promises to look at it. Of two who say so the second waits too.
pub(crate) async fn doubt(tx: &OrgTx, entry: &Entry, words: &str, person: PersonId, today: Day) -> Ruled {
    happened(tx, entry.id, (Event::Doubted, words), today).await?;
    if let Some(open) = entry.doubt_id {
        return Ok(baton::join(tx, open, Waiting::person(person)).await?.map(|_| ()));
    }
    let hours = hours_for(tx, Some(entry.team_id), None, today).await?;
    let (now, work) = (tx.clock().now(), settings::value(tx, &DOUBT_ANSWERED_IN).await? * 60);
    let gift = Gift {
        kind: &ENTRY,
        subject: entry.id,
        parent: None,
        unit: None,
        title: &entry.title,
        holder: Holder::Team(entry.team_id),
        waits: vec![Waiting::person(person)],
        promise: Promise {
            at: crate::questions::store::due(&hours, now, work),
            hears_next_at: None,
            work: Some(work),
        },
        by: Some(person),
    };
    let promise = baton::give(tx, &gift, &hours).await?;
    sql("update knowledge_entry set doubt_id = $3 where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(entry.id)
        .bind(promise.id)
        .run_one("knowledge_entry", tx)
        .await?;
    Ok(Ok(()))
}

/// Tells whoever said that it did not hold what was decided, and keeps the promise.
async fn settle(tx: &OrgTx, by: &Actor, entry: &Entry, (outcome, words): (&str, &str)) -> Ruled {
    let Some(open) = entry.doubt_id else { return Ok(Ok(())) };
    let Some(promise) = baton::baton(tx, open).await?.filter(Baton::is_held) else {
        return Ok(Err(Refusal::Ended.fault()));
    };
    if promise.holder != Some(Holder::Person(by.person))
        && let Err(fault) = baton::take(tx, by, open).await?
    {
        return Ok(Err(fault));
    }
    let words: String = words.chars().take(200).collect();
    if let Err(fault) = baton::tell_all_in_writing(tx, by, open, &words).await? {
        return Ok(Err(fault));
    }
    Ok(baton::end(tx, by, &ENTRY, open, outcome, "").await?.map(|_| ()))
}

/// It helped somebody, who need not ask: counted for what helped and for its group, of nobody.
pub(crate) async fn reused(tx: &OrgTx, (kind, id): (Kind, Uuid), group: Uuid, today: Day) -> Result<()> {
    insert("knowledge_reuse", &["org_id", "kind", "doc_id", "day", "group_id", "n"])
        .row([tx.org().into(), kind.into(), id.into(), today.into(), group.into(), 1_i64.into()])
        .ending("on conflict (org_id, kind, doc_id, day) do update set n = knowledge_reuse.n + 1")
        .run(tx)
        .await?;
    Ok(())
}

/// How often something helped.
pub(crate) async fn reuses(on: &impl InOrg, kind: Kind, id: Uuid) -> Result<i64> {
    let found: Option<i64> = sql("select cast(coalesce(sum(n), 0) as bigint) from knowledge_reuse \
         where org_id = $1 and kind = $2 and doc_id = $3")
    .bind(on.org())
    .bind(kind)
    .bind(id)
    .value(on)
    .await?;
    Ok(found.unwrap_or(0))
}

/// How often what a group knows helped from one day to another (EXP-06).
pub(crate) async fn reuses_of_group(on: &impl InOrg, group: Uuid, (from, to): (Day, Day)) -> Result<i64> {
    let found: Option<i64> = sql("select cast(coalesce(sum(n), 0) as bigint) from knowledge_reuse \
         where org_id = $1 and group_id = $2 and day between $3 and $4")
    .bind(on.org())
    .bind(group)
    .bind(from)
    .bind(to)
    .value(on)
    .await?;
    Ok(found.unwrap_or(0))
}

/// The groups that somebody hosts.
pub(crate) async fn hosted(on: &impl InOrg, person: PersonId) -> Result<Vec<Uuid>> {
    sql("select id from expert_group where org_id = $1 and closed_day is null \
         and (first_host_id = $2 or second_host_id = $2)")
    .bind(on.org())
    .bind(person)
    .values(on)
    .await
}
