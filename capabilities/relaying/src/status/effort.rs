//! How easy it was to get an answer: one question after the end, answered once, and read by groups and units alone.
//!
//! What is kept knows the unit, the group and the day, and neither a person nor a contact. The link knows that it was answered
//! and not what: so nothing answered can be changed afterwards, by anybody.

mod figures;
mod save;

use std::time::Duration;

use jiff::tz::TimeZone;
use relais_kernel::{Day, UnitId};
use relais_store::{Db, InOrg, OrgTx, Result, insert, jobs::Kind, sql};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use figures::Figures;
pub(crate) use save::save;

use super::store::LONGEST;
use crate::{cases::checks::Outcome, typed::at_most};

/// Days after which the words of an answer go. Its score is of nobody and stays.
pub(crate) const WORDS_KEPT_DAYS: u32 = 730;

/// Answers emptied in one transaction.
const AT_ONCE: i64 = 500;

/// An answer as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct EffortInput {
    pub(crate) score: String,
    pub(crate) words: String,
}

/// An answer as it may be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    pub(super) score: i32,
    pub(super) words: String,
}

impl EffortInput {
    /// The answer, or all that is wrong with it.
    pub(super) fn check(&self) -> Result<Answer, Faults> {
        let mut faults = Faults::none();
        let score = match self.score.parse::<i32>() {
            Ok(score @ 1..=7) => Some(score),
            _ => faults.take(Err(Fault::on("score", "status-effort-none"))),
        };
        let words = faults.take(at_most(&self.words, "effort_words", LONGEST));
        match (score, words) {
            (Some(score), Some(words)) => Ok(Answer { score, words }),
            _ => Err(faults),
        }
    }
}

/// Whether a request that ended so is asked about: whoever was not reached, or asked twice, got no answer to judge.
pub(super) fn is_asked(outcome: Outcome) -> bool {
    !matches!(outcome, Outcome::Unreachable | Outcome::Duplicate)
}

/// Keeps an answer, about the group that answered last and the unit that promised.
pub(super) async fn keep(
    tx: &OrgTx,
    (case, unit): (Uuid, Option<UnitId>),
    answer: &Answer,
    today: Day,
) -> Result<()> {
    let group: Option<Uuid> = sql("select coalesce(n.id, q.group_id) from case_question k join question q \
         on q.org_id = k.org_id and q.id = k.question_id join baton b on b.org_id = q.org_id and b.id = q.promise_id \
         left join expert_group n on n.org_id = b.org_id and n.team_id = b.team_id \
         where k.org_id = $1 and k.case_id = $2 and q.first_answered_at is not null \
         order by q.first_answered_at desc, q.id limit 1")
    .bind(tx.org())
    .bind(case)
    .value(tx)
    .await?;
    insert("effort_answer", &["org_id", "id", "unit_id", "group_id", "answered_day", "score", "words"])
        .row([
            tx.org().into(),
            // An id that follows the clock would tell when it was answered.
            tx.clock().unordered_id::<Uuid>().into(),
            unit.into(),
            group.into(),
            today.into(),
            answer.score.into(),
            answer.words.clone().into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

/// By what answers are put together. One at a time: what two cuts show of the same answers could tell a single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// By the group that answered.
    Group,
    /// By the unit that promised.
    Unit,
}

/// How easy it was, for one group or one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// The group's or the unit's id.
    pub of: Uuid,
    /// None where too few answered (« trop peu »).
    pub figures: Option<Figures>,
}

#[derive(FromQueryResult)]
struct Sums {
    of: Uuid,
    n: i64,
    total: i64,
    easy: i64,
}

/// How easy it was to get an answer, over days that are both counted.
pub async fn efforts(on: &impl InOrg, cut: Cut, (from, to): (Day, Day)) -> Result<Vec<Effort>> {
    let column = match cut {
        Cut::Group => "group_id",
        Cut::Unit => "unit_id",
    };
    let sums: Vec<Sums> = sql("select ")
        .push(column)
        .push(
            " as of, count(*) as n, cast(sum(score) as bigint) as total, \
             count(case when score >= 5 then 1 end) as easy from effort_answer where org_id = ",
        )
        .arg(on.org())
        .push(" and answered_day >= ")
        .arg(from)
        .push(" and answered_day <= ")
        .arg(to)
        .push(" and ")
        .push(column)
        .push(" is not null group by ")
        .push(column)
        .push(" order by ")
        .push(column)
        .all(on)
        .await?;
    let of = |sums: Sums| Effort { of: sums.of, figures: Figures::of(sums.n, sums.total, sums.easy) };
    Ok(sums.into_iter().map(of).collect())
}

/// The job that empties words whose time is over.
pub(crate) fn forgetting() -> Kind {
    Kind::outside("relaying.effort_words", |db, _| Box::pin(async move { Ok(forget(db).await?) }))
        .every(Duration::from_secs(3600))
        .bulk()
}

async fn forget(db: &Db) -> Result<()> {
    // Some hours before or after midnight make no difference to two years: one zone serves all organisations.
    let today = db.clock().now().day(&TimeZone::UTC);
    let last = today.plus(-i32::try_from(WORDS_KEPT_DAYS).unwrap_or(i32::MAX));
    loop {
        let tx = db.begin().await?;
        let emptied = sql("update effort_answer set words = '' where (org_id, id) in (select org_id, id \
             from effort_answer where words <> '' and answered_day < $1 limit $2)")
        .bind(last)
        .bind(AT_ONCE)
        .run(&tx)
        .await?;
        tx.commit().await?;
        if i64::try_from(emptied).unwrap_or(0) < AT_ONCE {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voc_07_an_answer_is_one_of_seven() {
        let of = |score: &str, words: &str| EffortInput { score: score.into(), words: words.into() }.check();
        for score in 1..=7 {
            assert_eq!(of(&score.to_string(), " "), Ok(Answer { score, words: String::new() }));
        }
        for wrong in ["", "0", "8", "-1", "4,5", "sept"] {
            assert_eq!(of(wrong, "").unwrap_err().0[0].key, "status-effort-none", "{wrong}");
        }
        assert!(of("4", &"é".repeat(500)).is_ok());
        assert_eq!(of("4", &"é".repeat(501)).unwrap_err().0[0].field, "effort_words");
    }

    #[test]
    fn map_08_whoever_got_no_answer_is_not_asked_how_easy_it_was() {
        let not: Vec<&str> =
            Outcome::ALL.iter().filter(|one| !is_asked(**one)).map(|one| one.code()).collect();
        assert_eq!(not, ["duplicate", "unreachable"]);
    }
}
