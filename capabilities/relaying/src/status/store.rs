//! Links to customers' requests, and what customers write by them.
//!
//! The database keeps a hash of a link, and its letters sealed with the key that is not in the database: whoever has the
//! database alone opens nothing, and a slip that the printer swallowed is printed again without taking from the customer the
//! link that they have in a text message already.

use std::time::Duration;

use relais_kernel::{Day, Instant, OrgId};
use relais_store::{Db, Error, InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::token::Token;

/// How long a link leads somewhere after its request ended.
pub(super) const AFTER_END: Duration = Duration::from_secs(30 * 86_400);
/// What a customer may write in a day.
pub(super) const A_DAY: i32 = 3;
/// And how long.
pub(super) const LONGEST: usize = 500;

relais_kernel::codes! {
    /// What a customer says to whoever keeps their promise.
    pub enum Says {
        /// Rather sooner.
        Sooner = "sooner",
        /// Rather at another moment.
        OtherTime = "other_time",
        /// It is no longer needed.
        NoLonger = "no_longer",
    }
}

/// The link of a request.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Link {
    pub(crate) id: Uuid,
    pub(crate) case_id: Uuid,
    pub(crate) made_day: Day,
    pub(crate) texted_day: Option<Day>,
    /// Whether the one question about it was answered.
    pub(crate) answered: bool,
    secret: Option<Vec<u8>>,
}

impl Link {
    /// One for the samples of pages.
    pub(super) fn example() -> Self {
        let day = Day::from_date(jiff::civil::date(2026, 11, 21));
        let id = Uuid::nil();
        Self { id, case_id: id, made_day: day, texted_day: None, answered: false, secret: None }
    }
}

/// A request that a link opens.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Opened {
    pub(super) org_id: OrgId,
    pub(super) id: Uuid,
    pub(super) case_id: Uuid,
    pub(super) answered: bool,
    /// Where it is read.
    pub(super) path: String,
}

#[derive(FromQueryResult)]
struct Row {
    org_id: OrgId,
    id: Uuid,
    case_id: Uuid,
    answered: bool,
}

/// What a customer wrote.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Message {
    pub(crate) kind: Says,
    pub(crate) text: String,
    pub(crate) at: Instant,
}

/// What these letters open now. Unknown, revoked and over are one answer: nothing.
pub(super) async fn opened(db: &Db, typed: &str, now: Instant) -> Result<Option<Opened>> {
    let Some(token) = Token::read(db.vault()?, typed) else { return Ok(None) };
    let row: Option<Row> = sql("select l.org_id, l.id, l.case_id, l.answered from case_link l join customer_case c on c.org_id = l.org_id \
         and c.id = l.case_id where l.hash = $1 and l.revoked_day is null and (c.ended_at is null or c.ended_at > $2)")
    .bind(token.hash(db.vault()?))
    .bind(now.minus(AFTER_END))
    .one(db)
    .await?;
    let open =
        |Row { org_id, id, case_id, answered }| Opened { org_id, id, case_id, answered, path: path(&token) };
    Ok(row.map(open))
}

/// Where a link is read.
pub(super) fn path(token: &Token) -> String {
    format!("/s/{}", token.text())
}

/// The link of a request, if one holds.
pub(crate) async fn of_case(on: &impl InOrg, case: Uuid) -> Result<Option<Link>> {
    sql("select id, case_id, made_day, texted_day, answered, secret from case_link where org_id = $1 \
         and case_id = $2 and revoked_day is null")
    .bind(on.org())
    .bind(case)
    .one(on)
    .await
}

/// The place of a sealed link: it opens nowhere else.
fn place(on: &impl InOrg, id: Uuid) -> String {
    format!("case_link/secret/{}/{id}", on.org())
}

/// Its letters, for whoever gives it to the customer.
pub(super) fn token(on: &impl InOrg, link: &Link) -> Result<Token> {
    let corrupt = || Error::Corrupt { table: "case_link", what: "its letters are none".into() };
    let sealed = link.secret.as_deref().ok_or_else(corrupt)?;
    let text = on.vault()?.open(&place(on, link.id), sealed)?;
    Token::read(on.vault()?, &text).ok_or_else(corrupt)
}

/// The link of a request, made if there is none. Of two who make it at once, one does.
pub(super) async fn link(tx: &OrgTx, case: Uuid, today: Day) -> Result<(Link, Token)> {
    let (id, token) = (tx.clock().id::<Uuid>(), Token::new(tx.clock(), tx.vault()?));
    let secret = tx.vault()?.seal(tx.clock(), &place(tx, id), &token.text())?;
    insert("case_link", &["org_id", "id", "case_id", "hash", "secret", "made_day", "answered"])
        .row([
            tx.org().into(),
            id.into(),
            case.into(),
            token.hash(tx.vault()?).into(),
            secret.into(),
            today.into(),
            false.into(),
        ])
        .ending("on conflict (org_id, case_id) where revoked_day is null do nothing")
        .run(tx)
        .await?;
    let link = of_case(tx, case).await?;
    let link =
        link.ok_or_else(|| Error::Corrupt { table: "case_link", what: "it was not written".into() })?;
    let token = self::token(tx, &link)?;
    Ok((link, token))
}

/// Takes the link back: from now on it opens nothing. Tells whether there was one.
pub(super) async fn revoke(tx: &OrgTx, case: Uuid, today: Day) -> Result<bool> {
    let revoked =
        sql("update case_link set revoked_day = $1, secret = null where org_id = $2 and case_id = $3 \
         and revoked_day is null")
        .bind(today)
        .bind(tx.org())
        .bind(case)
        .run(tx)
        .await?;
    Ok(revoked == 1)
}

/// It left by text message.
pub(super) async fn texted(tx: &OrgTx, link: Uuid, today: Day) -> Result<()> {
    sql("update case_link set texted_day = $1 where org_id = $2 and id = $3")
        .bind(today)
        .bind(tx.org())
        .bind(link)
        .run_one("case_link", tx)
        .await
}

/// The one question is answered by it; false when it was already. Of two answers at once, one counts.
pub(super) async fn mark_answered(tx: &OrgTx, link: Uuid) -> Result<bool> {
    let marked =
        sql("update case_link set answered = $1 where org_id = $2 and id = $3 and answered = $4 and revoked_day is null")
            .bind(true)
            .bind(tx.org())
            .bind(link)
            .bind(false)
            .run(tx)
            .await?;
    Ok(marked == 1)
}

/// Keeps what a customer says; false when they said as much today as one may.
pub(super) async fn say(tx: &OrgTx, case: Uuid, (kind, text): (Says, &str), today: Day) -> Result<bool> {
    // Of two sent at once, the second counts the first.
    sql("update customer_case set reference = reference where org_id = $1 and id = $2")
        .bind(tx.org())
        .bind(case)
        .run_one("customer_case", tx)
        .await?;
    let said = said_on(tx, case, today).await?;
    if said >= A_DAY {
        return Ok(false);
    }
    insert("case_message", &["org_id", "id", "case_id", "nth", "kind", "text", "at", "day"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            case.into(),
            (said + 1).into(),
            kind.into(),
            text.into(),
            tx.clock().now().into(),
            today.into(),
        ])
        .run(tx)
        .await?;
    Ok(true)
}

/// How much they said on a day.
pub(super) async fn said_on(on: &impl InOrg, case: Uuid, day: Day) -> Result<i32> {
    let said: Option<i64> =
        sql("select count(*) from case_message where org_id = $1 and case_id = $2 and day = $3")
            .bind(on.org())
            .bind(case)
            .bind(day)
            .value(on)
            .await?;
    Ok(said.and_then(|said| i32::try_from(said).ok()).unwrap_or(A_DAY))
}

/// What a customer wrote about a request, the newest first.
pub(crate) async fn messages(on: &impl InOrg, case: Uuid) -> Result<Vec<Message>> {
    sql("select kind, text, at from case_message where org_id = $1 and case_id = $2 order by day desc, nth desc")
        .bind(on.org())
        .bind(case)
        .all(on)
        .await
}
