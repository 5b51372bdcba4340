//! NET-01 as pure rules: one main unit a person at a time, one accountable manager a unit at a date, and a replacement
//! that ends. The database holds the same rules as its last net; these say with whom they collide.

use relais_kernel::Day;
use relais_words::Fault;

use super::{AssignmentFacts, AssignmentKind};
use crate::Period;

/// What is wrong with an assignment whatever else exists.
pub(super) fn alone(facts: &AssignmentFacts) -> Vec<Fault> {
    let mut faults = Vec::new();
    if facts.to_day.is_some_and(|to| to < facts.from_day) {
        faults.push(Fault::on("to_day", "days-out-of-order"));
    }
    if facts.kind == AssignmentKind::Replacement {
        if facts.to_day.is_none() {
            faults.push(Fault::on("to_day", "replacement-needs-end"));
        }
        if facts.main {
            faults.push(Fault::on("main", "replacement-not-main"));
        }
    }
    faults
}

/// Days on which something is held already, and the name to tell: a unit's for a main assignment, a person's for a
/// manager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taken {
    pub(super) period: Period,
    pub(super) name: String,
}

/// The person's other main assignments leave these days free, or a sentence with the unit.
pub(super) fn one_main_unit(wanted: &AssignmentFacts, mains: &[Taken]) -> Option<Fault> {
    let other = mains.iter().find(|taken| wanted.main && taken.period.meets(&wanted.period()))?;
    Some(until(Fault::on("main", "assignment-main-overlaps").with("unit", &other.name), other))
}

/// The unit's other accountable managers leave these days free, or a sentence with their name.
pub(super) fn one_manager(wanted: &AssignmentFacts, managers: &[Taken]) -> Option<Fault> {
    let other =
        managers.iter().find(|taken| wanted.is_accountable() && taken.period.meets(&wanted.period()))?;
    Some(until(Fault::on("function", "unit-manager-exists").with("name", &other.name), other))
}

/// Completes a sentence with the first and, if there is one, the last day of what is in the way.
fn until(fault: Fault, other: &Taken) -> Fault {
    let fault = fault.with_day("from", other.period.from);
    match other.period.to {
        Some(to) => fault.with_day("to", to),
        None => fault.with("to", "none"),
    }
}

/// An assignment without an end lasts as long as its unit and its person do.
pub(super) fn until_lives(
    wanted: &AssignmentFacts,
    unit_closed: Option<Day>,
    person_left: Option<Day>,
) -> AssignmentFacts {
    let last = [unit_closed, person_left].into_iter().flatten().min();
    let open = wanted.kind == AssignmentKind::Regular && wanted.to_day.is_none();
    let to_day = last.filter(|last| open && *last >= wanted.from_day).or(wanted.to_day);
    AssignmentFacts { to_day, ..wanted.clone() }
}

/// The days suit the unit's and the person's own last days.
pub(super) fn within_lives(
    wanted: &AssignmentFacts,
    unit_closed: Option<Day>,
    person_left: Option<Day>,
) -> Option<Fault> {
    let after = |last: Option<Day>| {
        last.filter(|last| wanted.from_day > *last || wanted.to_day.is_some_and(|to| to > *last))
    };
    if let Some(last) = after(unit_closed) {
        return Some(Fault::on("unit", "assignment-unit-closed").with_day("day", last));
    }
    after(person_left).map(|last| Fault::on("from_day", "assignment-person-left").with_day("day", last))
}

#[cfg(test)]
mod tests {
    use relais_kernel::{EmployerId, PersonId, UnitId};
    use uuid::Uuid;

    use super::*;
    use crate::assignments::Function;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn manager(from: &str, to: Option<&str>) -> AssignmentFacts {
        let id = Uuid::nil();
        AssignmentFacts {
            person_id: PersonId(id),
            unit_id: UnitId(id),
            function: Function::Manager,
            employer_id: EmployerId(id),
            kind: AssignmentKind::Regular,
            main: true,
            from_day: day(from),
            to_day: to.map(day),
        }
    }

    fn taken(from: &str, to: Option<&str>) -> Taken {
        Taken { period: Period { from: day(from), to: to.map(day) }, name: "Évry".into() }
    }

    #[test]
    fn net_01_a_person_has_one_main_unit_at_a_time() {
        let wanted = manager("2026-06-01", Some("2026-08-31"));
        for (from, to, free) in [
            ("2026-01-01", Some("2026-05-31"), true),
            ("2026-01-01", Some("2026-06-01"), false),
            ("2026-01-01", None, false),
            ("2026-08-31", None, false),
            ("2026-09-01", None, true),
        ] {
            assert_eq!(one_main_unit(&wanted, &[taken(from, to)]).is_none(), free, "{from} {to:?}");
        }
        let beside = AssignmentFacts { main: false, ..wanted };
        assert_eq!(one_main_unit(&beside, &[taken("2026-01-01", None)]), None);
    }

    #[test]
    fn net_01_a_unit_has_one_accountable_manager() {
        let others = [taken("2026-01-01", None)];
        let fault = one_manager(&manager("2026-06-01", None), &others).unwrap();
        assert_eq!((fault.field.as_ref(), fault.key.as_ref()), ("function", "unit-manager-exists"));
        assert_eq!(fault.args[0].1, "Évry");
        let deputy = AssignmentFacts { function: Function::Deputy, ..manager("2026-06-01", None) };
        assert_eq!(one_manager(&deputy, &others), None);
        let for_a_day = AssignmentFacts {
            kind: AssignmentKind::Replacement,
            main: false,
            ..manager("2026-06-01", Some("2026-06-01"))
        };
        assert_eq!(one_manager(&for_a_day, &others), None);
    }

    #[test]
    fn an_assignment_ends_with_its_unit_and_its_person() {
        let open = manager("2026-06-01", None);
        assert_eq!(within_lives(&open, Some(day("2026-12-31")), None), None);
        let until = until_lives(&open, Some(day("2026-12-31")), Some(day("2026-11-30")));
        assert_eq!(until.to_day, Some(day("2026-11-30")));
        assert_eq!(until_lives(&open, None, None), open);
        assert_eq!(
            until_lives(&open, Some(day("2026-05-31")), None),
            open,
            "a unit closed before is for a person to say"
        );
        let short = manager("2026-06-01", Some("2026-07-31"));
        assert_eq!(until_lives(&short, Some(day("2026-12-31")), None), short, "an end that was said stays");
        let lent = AssignmentFacts { kind: AssignmentKind::Replacement, ..open.clone() };
        assert_eq!(until_lives(&lent, Some(day("2026-12-31")), None), lent, "a replacement says its own end");
        assert_eq!(within_lives(&open, Some(day("2026-05-31")), None).unwrap().key, "assignment-unit-closed");
        assert_eq!(within_lives(&open, None, Some(day("2026-05-31"))).unwrap().key, "assignment-person-left");
        let long = manager("2026-06-01", Some("2026-12-31"));
        assert_eq!(within_lives(&long, None, Some(day("2026-11-30"))).unwrap().key, "assignment-person-left");
        assert_eq!(within_lives(&long, None, Some(day("2026-12-31"))), None, "until the last day itself");
        let one_day = manager("2026-12-31", Some("2026-12-31"));
        assert_eq!(within_lives(&one_day, Some(day("2026-12-31")), None), None, "on the last day itself");
    }
}
