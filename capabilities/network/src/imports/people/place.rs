//! Where a line has somebody work, against where they do: nothing, a first place, or a move.

use relais_directory::assignments::{AssignmentFacts, AssignmentInput};
use relais_kernel::{Clock, Day, PersonId};
use relais_sheets::Row;
use relais_words::{Fault, Faults};

use super::{
    Judge,
    known::{Known, Main},
    managers::{Claim, Release},
};
use crate::imports::{findings::LineFault, survey::normal, synonyms};

/// What becomes of somebody's main assignment.
#[derive(Clone, Debug)]
pub(super) enum Placing {
    /// It stays.
    Keep,
    /// They have none on that day.
    Assign(AssignmentFacts),
    /// The present one ends the day before.
    Move(AssignmentFacts),
}

impl Placing {
    /// The assignment to write.
    pub(super) fn facts(&self) -> Option<&AssignmentFacts> {
        match self {
            Self::Keep => None,
            Self::Assign(facts) | Self::Move(facts) => Some(facts),
        }
    }
}

impl Judge<'_> {
    /// What the line says of somebody's place. `joined` and `left` are the days that the line leaves them with.
    pub(super) fn placing(
        &mut self,
        clock: &Clock,
        row: &Row,
        known: Option<&Known>,
        (joined, left): (Option<Day>, Option<Day>),
    ) -> Result<(Placing, Vec<Release>), Faults> {
        let (mapping, today) = (self.mapping, self.today);
        let gone = known.is_some() && left.is_some_and(|left| left < today);
        if mapping.cell(row, "unit").is_empty() || gone {
            return Ok((Placing::Keep, Vec::new()));
        }
        let employer = mapping.cell(row, "employer");
        let mut faults = Faults::none();
        faults.take(self.meet_employer(clock, employer));
        let input = AssignmentInput {
            unit: normal(mapping.cell(row, "unit")),
            function: synonyms::function(mapping.cell(row, "function")),
            employer: employer.to_owned(),
            main: "on".to_owned(),
            kind: String::new(),
            from_day: mapping.cell(row, "from_day").to_owned(),
            to_day: left.map(|day| day.to_string()).unwrap_or_default(),
        };
        let person = known.map_or(PersonId(uuid::Uuid::nil()), |known| known.person.id);
        let usual = if known.is_none() { joined.unwrap_or(today) } else { today };
        let unit = |typed: &str| self.units.get(typed).map(|unit| unit.id);
        let mut facts = match input.check(person, unit, &self.employers, usual) {
            Ok(facts) if faults.is_empty() => facts,
            Ok(_) => return Err(faults),
            Err(found) => {
                faults.0.extend(found.0.into_iter().map(on_file));
                return Err(faults);
            }
        };
        let typed = !input.from_day.is_empty();
        let placing = match known {
            None => Placing::Assign(facts.clone()),
            Some(known) => {
                // A file repeats the first day of a place for years: a change cannot have begun before what it changes.
                let typed_from = if typed { facts.from_day } else { today };
                match known.main_on(typed_from.max(today)) {
                    Some(present) if same(present, &facts) => return Ok((Placing::Keep, Vec::new())),
                    Some(present) => {
                        let from = if typed && typed_from > present.from_day { typed_from } else { today };
                        facts.from_day = from.max(present.from_day);
                        Placing::Move(facts.clone())
                    }
                    None if self.closed_under(known, &facts) => {
                        let line = i64::try_from(row.line).unwrap_or(i64::MAX);
                        let fault = Fault::on("unit", "import-unit-closed-under");
                        self.notices.push(LineFault::of(line, mapping, &fault));
                        return Ok((Placing::Keep, Vec::new()));
                    }
                    None => {
                        let last = known.mains.iter().filter_map(|main| main.to_day).max();
                        let free = last.map_or(typed_from, |last| {
                            if typed_from > last { typed_from } else { today.max(last.plus(1)) }
                        });
                        facts.from_day = free;
                        Placing::Assign(facts.clone())
                    }
                }
            }
        };
        if known.is_some_and(|known| self.by.person == Some(known.person.id)) && !self.by.places_self {
            return Err(Fault::on("unit", "assign-to-self").into());
        }
        // Who has no last day works there as long as the unit is open.
        let closed = self.codes.get(&facts.unit_id).and_then(|code| self.units.get(code)?.closed_day);
        facts.to_day = facts.to_day.or(closed.filter(|last| *last >= facts.from_day));
        let placing = match placing {
            Placing::Keep => Placing::Keep,
            Placing::Assign(_) => Placing::Assign(facts.clone()),
            Placing::Move(_) => Placing::Move(facts.clone()),
        };
        self.refuse(known, &facts).map_or(Ok(()), |fault| Err(Faults::from(fault)))?;
        let releases = if facts.is_accountable() {
            let line = i64::try_from(row.line).unwrap_or(i64::MAX);
            let person = known.map(|known| known.person.id);
            let claim = Claim { line, person, unit: facts.unit_id, period: facts.period() };
            self.managers.claim(&claim, self.survey, self.options.complete, today).map_err(Faults::from)?
        } else {
            Vec::new()
        };
        Ok((placing, releases))
    }

    /// Whether somebody's last place ended because the unit closed, and the file still has them in it.
    fn closed_under(&self, known: &Known, facts: &AssignmentFacts) -> bool {
        let closed = self.codes.get(&facts.unit_id).and_then(|code| self.units.get(code)?.closed_day);
        let last = known.mains.last();
        closed.is_some_and(|closed| {
            closed < self.today && last.is_some_and(|last| same(last, facts) && last.to_day == Some(closed))
        })
    }

    /// What stands in the way of an assignment, managers apart.
    fn refuse(&self, known: Option<&Known>, facts: &AssignmentFacts) -> Option<Fault> {
        if facts.to_day.is_some_and(|to| to < facts.from_day) {
            return Some(Fault::on("left_day", "days-out-of-order"));
        }
        let unit = self.codes.get(&facts.unit_id).and_then(|code| self.units.get(code));
        let closed = unit.and_then(|unit| unit.closed_day);
        let beyond = |last: &Day| facts.from_day > *last || facts.to_day.is_some_and(|to| to > *last);
        if let Some(last) = closed.filter(beyond) {
            return Some(Fault::on("unit", "assignment-unit-closed").with_day("day", last));
        }
        let mains = known.map_or(&[][..], |known| &known.mains);
        let later = mains
            .iter()
            .find(|main| main.from_day > facts.from_day && main.period().meets(&facts.period()))?;
        let fault = Fault::on("from_day", "assignment-move-before").with("unit", &later.unit_name);
        Some(fault.with_day("day", later.from_day))
    }
}

fn same(present: &Main, wanted: &AssignmentFacts) -> bool {
    present.unit_id == wanted.unit_id
        && present.function == wanted.function
        && present.employer_id == wanted.employer_id
}

/// The columns of a file have no field of their own for what is always so in it.
fn on_file(fault: Fault) -> Fault {
    let field = match fault.field.as_ref() {
        "main" => "unit".into(),
        "to_day" => "left_day".into(),
        _ => fault.field,
    };
    Fault { field, ..fault }
}
