//! Notices: that something calls somebody. Written in the transaction of the fact, once for each fact and person; how and
//! when it reaches them is `calling`'s.

use relais_kernel::{Day, Instant, MessageId, OrgId, PersonId};
use relais_store::{InOrg, OrgTx, Reads, Result, Sql, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Something that calls somebody. It says neither what it is about nor who said it: the page does, to whom may see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened, such as `step:BATON:12`: the same fact calls the same person once, however often it is told.
    pub fact: String,
    /// What it is about: when that ends, whoever was not called yet need not be.
    pub about: Uuid,
    /// The key of a neutral sentence, told `n`.
    pub title: &'static str,
    /// The page to open.
    pub path: String,
    /// Whether it may reach somebody outside their hours who chose so.
    pub urgent: bool,
}

/// Notices named in one statement.
const AT_ONCE: usize = 500;

relais_kernel::codes! {
    /// How far a notice is.
    pub enum Stage {
        /// It has not left yet.
        Waiting = "waiting",
        /// A device was called.
        Called = "called",
        /// It stands in a digest.
        Mailed = "mailed",
        /// It need not leave: seen, ended, or its reader wants no message.
        Over = "over",
    }
}

/// Calls somebody; false when they were called for this fact already.
pub async fn notify(tx: &OrgTx, person: PersonId, notice: &Notice) -> Result<bool> {
    Ok(notify_all(tx, [(person, notice.clone())]).await? == 1)
}

/// Calls many; tells how many were not called for their fact already.
pub async fn notify_all(
    tx: &OrgTx,
    notices: impl IntoIterator<Item = (PersonId, Notice)> + Send,
) -> Result<u64> {
    let now = tx.clock().now();
    let columns = [
        "org_id",
        "id",
        "person_id",
        "fact",
        "about_id",
        "title",
        "path",
        "urgent",
        "state",
        "due_at",
        "tries",
        "created_at",
    ];
    let mut rows = insert("notice", &columns).ending("on conflict (org_id, person_id, fact) do nothing");
    for (person, notice) in notices {
        rows.add([
            tx.org().into(),
            tx.clock().id::<MessageId>().into(),
            person.into(),
            notice.fact.into(),
            notice.about.into(),
            notice.title.into(),
            notice.path.into(),
            notice.urgent.into(),
            Stage::Waiting.into(),
            now.into(),
            0_i32.into(),
            now.into(),
        ]);
    }
    rows.run(tx).await
}

/// Things have ended: nobody need be called about them any more, and no digest tells of them.
pub async fn over(tx: &OrgTx, about: &[Uuid]) -> Result<u64> {
    let mut touched = 0;
    for some in about.chunks(AT_ONCE) {
        touched += ending(tx).push("about_id in ").list(some.iter().copied()).run(tx).await?;
    }
    Ok(touched)
}

/// Something found somebody: it calls nobody else any more, and them not by these sentences. What else was said to them
/// stays.
pub async fn over_but_for(tx: &OrgTx, about: Uuid, person: PersonId, titles: &[&str]) -> Result<u64> {
    let query = ending(tx).push("about_id = ").arg(about).push(" and (person_id <> ").arg(person);
    query.push(" or title in ").list(titles.iter().copied()).push(")").run(tx).await
}

fn ending(tx: &OrgTx) -> Sql {
    sql("update notice set state = 'over', due_at = null where org_id = ")
        .arg(tx.org())
        .push(" and state in ('waiting', 'mailed') and ")
}

/// Whether something that calls somebody leads to a page they have not opened yet, or to one below `under`.
pub async fn calls_to(on: &impl InOrg, person: PersonId, path: &str, under: Option<&str>) -> Result<bool> {
    let found: Option<i32> = led_to(sql("select 1 from notice where "), on.org(), person, (path, under))
        .push(" limit 1")
        .value(on)
        .await?;
    Ok(found.is_some())
}

/// Somebody has opened the page that their notices lead to, or one that shows all below `under`: nothing more leaves about
/// it. What is kept is the day, never the hour (PRV-09).
pub async fn seen(tx: &OrgTx, person: PersonId, path: &str, under: Option<&str>, day: Day) -> Result<u64> {
    let query = sql("update notice set seen_day = ").arg(day).push(
        ", due_at = null, state = case when state in ('waiting', 'mailed') then 'over' else state end where ",
    );
    led_to(query, tx.org(), person, (path, under)).run(tx).await
}

/// The notices of somebody that lead to a page they have not opened.
fn led_to(query: Sql, org: OrgId, person: PersonId, (path, under): (&str, Option<&str>)) -> Sql {
    // What no path of ours begins with, when there is nothing below.
    let below = under.unwrap_or("//");
    query
        .push("org_id = ")
        .arg(org)
        .push(" and person_id = ")
        .arg(person)
        .push(" and seen_day is null and (path = ")
        .arg(path)
        .push(" or substr(path, 1, ")
        .push(&below.chars().count().to_string())
        .push(") = ")
        .arg(below)
        .push(")")
}

/// A notice that has not left.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Waiting {
    pub(crate) id: MessageId,
    pub(crate) about_id: Uuid,
    pub(crate) title: String,
    pub(crate) path: String,
    pub(crate) urgent: bool,
    pub(crate) tries: i32,
    pub(crate) due_at: Instant,
    pub(crate) created_at: Instant,
}

/// What waits to reach somebody, oldest first.
pub(crate) async fn waiting(on: &impl InOrg, person: PersonId) -> Result<Vec<Waiting>> {
    sql("select id, about_id, title, path, urgent, tries, due_at, created_at from notice \
         where org_id = $1 and person_id = $2 and state = 'waiting' order by created_at, id")
    .bind(on.org())
    .bind(person)
    .all(on)
    .await
}

/// Looks at notices again at a moment; `tried` when they are about to be carried.
pub(crate) async fn put_off(tx: &OrgTx, ids: &[MessageId], until: Instant, tried: bool) -> Result<()> {
    for some in ids.chunks(AT_ONCE) {
        let query = sql("update notice set due_at = ").arg(until).push(", tries = tries + ");
        those_waiting(query.arg(i32::from(tried)), tx, some).run(tx).await?;
    }
    Ok(())
}

/// Notices have left, or never will.
pub(crate) async fn put_stage(
    tx: &OrgTx,
    ids: &[MessageId],
    stage: Stage,
    letter: Option<MessageId>,
) -> Result<()> {
    for some in ids.chunks(AT_ONCE) {
        let query = sql("update notice set due_at = null, state = ").arg(stage).push(", letter_id = ");
        those_waiting(query.arg(letter), tx, some).run(tx).await?;
    }
    Ok(())
}

fn those_waiting(query: Sql, tx: &OrgTx, ids: &[MessageId]) -> Sql {
    query
        .push(" where org_id = ")
        .arg(tx.org())
        .push(" and state = 'waiting' and id in ")
        .list(ids.iter().copied())
}

/// Whether anything in a digest still waits for its reader.
pub(crate) async fn still_wanted(on: &impl Reads, letter: MessageId) -> Result<bool> {
    let found: Option<i32> = sql("select 1 from notice where letter_id = $1 and state = 'mailed' limit 1")
        .bind(letter)
        .value(on)
        .await?;
    Ok(found.is_some())
}
