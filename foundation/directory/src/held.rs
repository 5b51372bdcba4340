//! What rows that people edit have in common: a version that tells two writers apart, and periods.

use relais_kernel::Day;
use relais_store::{InOrg as _, OrgTx, Sql, sql};
use relais_words::{Fault, Faults};
use uuid::Uuid;

use crate::units;

/// What a verb with rules gives: the database may fail, and a rule may refuse with a sentence. After a refusal nothing
/// was written; the transaction may go on.
pub type Ruled<T = ()> = relais_store::Result<Result<T, Fault>>;

/// How a change of a row ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change<T = ()> {
    /// It was made.
    Done(T),
    /// Somebody else changed the row since it was read; nothing was written.
    Stale,
}

/// Makes other transactions about these rows of a noun wait until this one ends: whoever writes what belongs to a person
/// or a unit takes its row first, so that what was read of the whole stays true. It changes nothing.
pub async fn hold(tx: &OrgTx, table: &'static str, ids: &[Uuid]) -> relais_store::Result<()> {
    tx.come_in().await?;
    for some in ids.chunks(1000) {
        let query = sql("select id from ").push(table).push(" where org_id = ").arg(tx.org());
        // In one order: two who hold several never wait for each other crosswise.
        let query = query.push(" and id in ").list(some.iter().copied()).push(" order by id");
        query.keeping_rows().values::<Uuid>(tx).await?;
    }
    Ok(())
}

/// Days from one to another, both included; an open end has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// First day.
    pub from: Day,
    /// Last day.
    pub to: Option<Day>,
}

impl Period {
    /// Whether the day is in it.
    pub fn holds(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    /// Whether the two share a day.
    pub fn meets(&self, other: &Self) -> bool {
        other.to.is_none_or(|to| self.from <= to) && self.to.is_none_or(|to| other.from <= to)
    }
}

/// Adds the condition that the day is within the period of the row that `alias` stands for.
pub(crate) fn on_day(query: Sql, alias: &str, day: Day) -> Sql {
    from_day_on(query.push(" and ").push(alias).push(".from_day <= ").arg(day), alias, day)
}

/// Adds the condition that the row's period is not over before the day: it holds then, or later.
pub(crate) fn from_day_on(query: Sql, alias: &str, day: Day) -> Sql {
    query.push(" and coalesce(").push(alias).push(".to_day, 99991231) >= ").arg(day)
}

/// A last day as databases compare it: an open end comes after every day.
pub(crate) fn last(to_day: Option<Day>) -> i32 {
    to_day.map_or(99_991_231, Day::number)
}

/// The period typed into the fields `from_day` (today when empty) and `to_day` (open when empty).
pub(crate) fn days(faults: &mut Faults, from_day: &str, to_day: &str, today: Day) -> Option<Period> {
    let from = faults.take(units::day("from_day", from_day));
    let to = faults.take(units::day("to_day", to_day));
    let period = Period { from: from?.unwrap_or(today), to: to? };
    if period.to.is_some_and(|to| to < period.from) {
        faults.add(Fault::on("to_day", "days-out-of-order"));
        return None;
    }
    Some(period)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(from: &str, to: Option<&str>) -> Period {
        Period { from: from.parse().unwrap(), to: to.map(|d| d.parse().unwrap()) }
    }

    #[test]
    fn periods_meet_when_they_share_a_day() {
        let spring = period("2026-03-01", Some("2026-05-31"));
        assert!(spring.meets(&period("2026-05-31", None)));
        assert!(!spring.meets(&period("2026-06-01", None)));
        assert!(spring.meets(&period("2026-01-01", Some("2026-03-01"))));
        assert!(period("2026-01-01", None).meets(&spring));
    }

    #[test]
    fn both_ends_belong_to_a_period() {
        let (spring, open) = (period("2026-03-01", Some("2026-05-31")), period("2026-03-01", None));
        for (day, inside, after) in [
            ("2026-02-28", false, false),
            ("2026-03-01", true, true),
            ("2026-05-31", true, true),
            ("2026-06-01", false, true),
        ] {
            let day = day.parse().unwrap();
            assert_eq!((spring.holds(day), open.holds(day)), (inside, after), "{day}");
        }
    }

    #[test]
    fn a_period_may_be_one_day_and_never_ends_before_it_begins() {
        let typed = |from: &str, to: &str| {
            let mut faults = Faults::none();
            let found = days(&mut faults, from, to, "2026-11-21".parse().unwrap());
            (found, faults.0.len())
        };
        assert_eq!(typed("2026-03-01", "2026-03-01"), (Some(period("2026-03-01", Some("2026-03-01"))), 0));
        assert_eq!(typed("", "2026-12-31"), (Some(period("2026-11-21", Some("2026-12-31"))), 0));
        assert_eq!(typed("2026-03-01", "2026-02-28"), (None, 1));
        assert_eq!(typed("2026-03-01", ""), (Some(period("2026-03-01", None)), 0));
    }
}
