//! Assignments: somebody's dated place in a unit, by an employer (NET-01). Types and what is typed about them.

use relais_kernel::{AssignmentId, Day, EmployerId, PersonId, UnitId};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    Period,
    employers::{self, Employer},
    held::days,
    units::coded,
};

mod bulk;
mod ending;
mod reading;
mod rules;
mod store;
mod vacancies;

pub use bulk::{assign_many, clashes};
pub use ending::{beyond, changed_since, end, withdraw};
pub(crate) use ending::{end_all, end_unit};
pub use reading::{Held, Manager, TeamLine, by_id, main_of, manager_of, of_person, of_unit};
pub use store::{Replacement, assign, move_main, replace};
pub use vacancies::{Vacancy, vacancies, vacancy_count};

relais_kernel::codes! {
    /// What somebody does in a unit. It is a fact of work; what they may do comes from the role it brings (NET-08).
    pub enum Function {
        /// Accountable for the unit.
        Manager = "manager",
        /// Stands in for the manager.
        Deputy = "deputy",
        /// Serves customers.
        Adviser = "adviser",
        /// Works on installations, often at customers' homes.
        Technician = "technician",
        /// Follows customers' requests up.
        Care = "care",
        /// Serves colleagues.
        Support = "support",
    }
}

relais_kernel::codes! {
    /// How an assignment lasts.
    pub enum AssignmentKind {
        /// Until it is ended.
        Regular = "regular",
        /// Some days in another unit, never the main one.
        Replacement = "replacement",
    }
}

/// An assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Assignment {
    /// Its id.
    pub id: AssignmentId,
    /// Who.
    pub person_id: PersonId,
    /// Where.
    pub unit_id: UnitId,
    /// What they do there.
    pub function: Function,
    /// Who employs them there.
    pub employer_id: EmployerId,
    /// How it lasts.
    pub kind: AssignmentKind,
    /// Whether the unit is their main one.
    pub main: bool,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
    /// Grows with each change.
    pub version: i64,
}

/// What somebody typed about an assignment, in a form or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AssignmentInput {
    /// The unit, by id or code.
    pub unit: String,
    /// Function, as a code.
    pub function: String,
    /// The employer, by id or name; the organisation itself when empty.
    pub employer: String,
    /// Whether it is the main unit: `on`, `oui`, `yes`, `1`; no when empty.
    pub main: String,
    /// Kind, as a code; regular when empty.
    pub kind: String,
    /// First day; today when empty.
    pub from_day: String,
    /// Last day; open when empty.
    pub to_day: String,
}

/// An assignment as it may be written, but for what others hold on the same days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssignmentFacts {
    /// Who.
    pub person_id: PersonId,
    /// Where.
    pub unit_id: UnitId,
    /// What they do there.
    pub function: Function,
    /// Who employs them there.
    pub employer_id: EmployerId,
    /// How it lasts.
    pub kind: AssignmentKind,
    /// Whether the unit is their main one.
    pub main: bool,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

impl AssignmentFacts {
    /// Its days.
    pub fn period(&self) -> Period {
        Period { from: self.from_day, to: self.to_day }
    }

    /// Whether it makes somebody accountable for the unit.
    pub fn is_accountable(&self) -> bool {
        self.function == Function::Manager && self.kind == AssignmentKind::Regular
    }
}

impl AssignmentInput {
    /// The assignment it describes, or all that is wrong with it. `unit` finds a unit by what was typed: its id or code.
    pub fn check(
        &self,
        person: PersonId,
        unit: impl Fn(&str) -> Option<UnitId>,
        employers: &[Employer],
        today: Day,
    ) -> Result<AssignmentFacts, Faults> {
        let mut faults = Faults::none();
        let typed = self.unit.trim();
        let unit_id =
            unit(typed).ok_or_else(|| Fault::on("unit", "assignment-unit-unknown").with("typed", typed));
        let unit_id = faults.take(unit_id);
        let function = faults.take(coded::<Function>("function", &self.function, "function-unknown"));
        let employer = employers::find(employers, &self.employer)
            .map(|employer| employer.id)
            .ok_or_else(|| Fault::on("employer", "employer-unknown").with("typed", self.employer.trim()));
        let employer = faults.take(employer);
        let main = faults.take(yes_or_no("main", &self.main));
        let kind = match self.kind.trim() {
            "" => Some(AssignmentKind::Regular),
            typed => faults.take(coded::<AssignmentKind>("kind", typed, "assignment-kind-unknown")),
        };
        let period = days(&mut faults, &self.from_day, &self.to_day, today);
        if let (Some(unit_id), Some(function), Some(employer_id), Some(main), Some(kind), Some(period)) =
            (unit_id, function, employer, main, kind, period)
        {
            let (from_day, to_day) = (period.from, period.to);
            let facts = AssignmentFacts {
                person_id: person,
                unit_id,
                function,
                employer_id,
                kind,
                main,
                from_day,
                to_day,
            };
            faults.0.extend(rules::alone(&facts));
            if faults.is_empty() {
                return Ok(facts);
            }
        }
        Err(faults)
    }
}

fn yes_or_no(field: &'static str, typed: &str) -> Result<bool, Fault> {
    match relais_kernel::fold(typed).as_str() {
        "on" | "1" | "x" | "oui" | "o" | "yes" | "y" | "vrai" | "true" => Ok(true),
        "" | "0" | "non" | "n" | "no" | "faux" | "false" => Ok(false),
        _ => Err(Fault::on(field, "yes-no-unreadable").with("typed", typed.trim())),
    }
}

/// The sentence for a rule of the database that refused an assignment: the last net, which knows no names.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "nobody_gives_themselves_a_role" => Fault::of_form("assign-to-self"),
        "person_has_one_main_unit" => Fault::on("main", "assignment-main-taken"),
        "unit_has_one_manager" => Fault::on("function", "unit-manager-taken"),
        "assignment_days_in_order" => Fault::on("to_day", "days-out-of-order"),
        "assignment_within_its_unit" => Fault::on("unit", "assignment-beyond-unit"),
        "assignment_within_its_person" => Fault::on("to_day", "assignment-beyond-person"),
        "replacement_ends_and_is_not_main" => Fault::on("to_day", "replacement-needs-end"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::employers::EmployerKind;

    fn check(input: &AssignmentInput) -> Result<AssignmentFacts, Faults> {
        let id = Uuid::from_u128;
        let employers = [
            Employer { id: EmployerId(id(1)), name: "Énergie Proche".into(), kind: EmployerKind::Own },
            Employer { id: EmployerId(id(2)), name: "Intérim 91".into(), kind: EmployerKind::Temporary },
        ];
        let unit = |typed: &str| (typed == "EVR").then_some(UnitId(id(3)));
        input.check(PersonId(id(4)), unit, &employers, "2026-11-21".parse().unwrap())
    }

    fn adviser() -> AssignmentInput {
        AssignmentInput { unit: "EVR".into(), function: "adviser".into(), ..AssignmentInput::default() }
    }

    #[test]
    fn net_01_an_employer_stands_on_each_assignment() {
        assert_eq!(check(&adviser()).unwrap().employer_id, EmployerId(Uuid::from_u128(1)));
        let temporary = AssignmentInput { employer: "interim 91".into(), ..adviser() };
        assert_eq!(check(&temporary).unwrap().employer_id, EmployerId(Uuid::from_u128(2)));
        let unknown = AssignmentInput { employer: "Personne".into(), ..adviser() };
        assert_eq!(check(&unknown).unwrap_err().0[0].key, "employer-unknown");
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let input = AssignmentInput {
            function: "king".into(),
            main: "peut-être".into(),
            kind: "forever".into(),
            from_day: "hier".into(),
            ..AssignmentInput::default()
        };
        let faults = check(&input).unwrap_err();
        let fields: Vec<_> = faults.0.iter().map(|f| f.field.as_ref()).collect();
        assert_eq!(fields, ["unit", "function", "main", "kind", "from_day"]);
    }

    #[test]
    fn net_01_a_replacement_ends_and_is_not_main() {
        let input = AssignmentInput { kind: "replacement".into(), main: "oui".into(), ..adviser() };
        let keys: Vec<_> = check(&input).unwrap_err().0.into_iter().map(|f| f.key.into_owned()).collect();
        assert_eq!(keys, ["replacement-needs-end", "replacement-not-main"]);
    }
}
