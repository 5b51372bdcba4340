//! What one line of a file of people would do.

use std::collections::BTreeMap;

use relais_directory::{
    grants,
    people::{Person, PersonFacts, PersonInput},
};
use relais_kernel::{Clock, Day, UnitId};
use relais_sheets::Row;
use relais_store::{InOrg, Result};
use relais_words::{Fault, Faults};

use super::{
    Judge, known,
    known::{Known, Main},
    managers::Release,
    place::Placing,
};
use crate::imports::{
    findings::{Difference, LineFault, shape},
    judge::Verdict,
    survey::normal,
    synonyms,
};

/// A line that writes something.
#[derive(Debug)]
pub(in crate::imports) struct Plan {
    pub(in crate::imports) line: i64,
    pub(super) known: Option<Known>,
    pub(super) facts: PersonFacts,
    pub(super) leaving: Leaving,
    pub(super) placing: Placing,
    pub(super) releases: Vec<Release>,
    pub(in crate::imports) difference: Difference,
}

/// What becomes of somebody's last day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaving {
    /// Nothing.
    Keep,
    /// They leave on that day.
    On(Day),
    /// They had left and are back, or stay longer.
    Later(Option<Day>),
}

/// Where a line leaves somebody's last day.
enum LastDay {
    /// As typed; nothing typed for somebody who has none.
    Typed(String),
    /// They are back.
    Gone,
    /// The file does not speak of last days.
    Kept,
    /// The file has them without it: it stays, and a person is to decide.
    Noted(Day),
}

impl Judge<'_> {
    pub(super) async fn lines(
        &mut self,
        on: &impl InOrg,
        clock: &Clock,
        rows: &[Row],
    ) -> Result<Vec<Verdict<Plan>>> {
        self.notices.clear();
        let numbers: Vec<String> =
            rows.iter().map(|row| normal(self.mapping.cell(row, "staff_number"))).collect();
        let mut known = known::read(on, &numbers).await?;
        let managed: Vec<UnitId> = rows
            .iter()
            .filter(|row| synonyms::function(self.mapping.cell(row, "function")) == "manager")
            .filter_map(|row| self.units.get(&normal(self.mapping.cell(row, "unit"))).map(|unit| unit.id))
            .collect();
        self.managers.meet(on, managed).await?;
        let people: Vec<_> = known.values().map(|known| known.person.id).collect();
        self.by.meet(on, &people, self.today).await?;
        Ok(rows.iter().zip(&numbers).map(|(row, number)| self.line(clock, row, number, &mut known)).collect())
    }

    fn line(
        &mut self,
        clock: &Clock,
        row: &Row,
        number: &str,
        known: &mut BTreeMap<String, Known>,
    ) -> Verdict<Plan> {
        let line = i64::try_from(row.line).unwrap_or(i64::MAX);
        let shape = shape(row, self.width, self.mapping);
        if !shape.is_empty() {
            return Err(shape);
        }
        let mut faults = Faults::none();
        if number.is_empty() {
            faults.add(Fault::on("staff_number", "field-empty"));
        } else if let Some(first) = self.survey.first_line(number).filter(|first| *first != line) {
            faults.add(Fault::on("staff_number", "import-duplicate").with("line", first));
        }
        let present = known.get(number);
        let last_day = self.last_day(row, present);
        let input = self.input(row, present.map(|known| &known.person), &last_day);
        let facts = faults_of(input.check(&self.trades), &mut faults);
        let days = facts.as_ref().map_or((None, None), |facts| (facts.joined_day, facts.left_day));
        let email = facts.as_ref().and_then(|facts| self.refuse_address(present, facts.email.as_deref()));
        email.into_iter().for_each(|fault| faults.add(fault));
        let placed = faults_of(self.placing(clock, row, present, days), &mut faults);
        let (Some(facts), Some((placing, releases)), true) = (facts, placed, faults.is_empty()) else {
            return Err(faults.0.iter().map(|fault| LineFault::of(line, self.mapping, fault)).collect());
        };
        let leaving = present.map_or(Leaving::Keep, |known| leaving(known.person.left_day, facts.left_day));
        let difference = self.difference(line, present, &facts, leaving, &placing);
        if let LastDay::Noted(day) = last_day {
            let fault = Fault::on("left_day", "import-noted-leaving").with_day("day", day);
            self.notices.push(LineFault::of(line, self.mapping, &fault));
        }
        if present.is_some() && difference.fields.is_empty() {
            return Ok(None);
        }
        let known = known.remove(number);
        Ok(Some(Plan { line, known, facts, leaving, placing, releases, difference }))
    }

    /// An address through which a role would be taken stays as it is.
    fn refuse_address(&self, present: Option<&Known>, wanted: Option<&str>) -> Option<Fault> {
        let person = present.map(|known| &known.person)?;
        let other = grants::is_another_address(person.email.as_deref(), wanted);
        (other && self.by.guarded.contains(&person.id)).then(grants::address_fault)
    }

    /// The person as they are, with what the file says over it. An empty cell clears what the file has a column for,
    /// but for the language and the last day.
    fn input(&self, row: &Row, present: Option<&Person>, last_day: &LastDay) -> PersonInput {
        let mapping = self.mapping;
        let base = present.map(PersonInput::of).unwrap_or_default();
        let joined = mapping.cell_or(row, "joined_day", base.joined_day.clone());
        let after = |noted: Day| joined.parse::<Day>().is_ok_and(|joined| joined > noted);
        PersonInput {
            staff_number: mapping.cell(row, "staff_number").to_owned(),
            given_name: mapping.cell(row, "given_name").to_owned(),
            family_name: mapping.cell(row, "family_name").to_owned(),
            email: mapping.cell_or(row, "email", base.email),
            phone: base.phone,
            trade: mapping.cell_or(row, "trade", base.trade),
            locale: match mapping.cell(row, "locale") {
                "" => base.locale,
                typed => typed.to_owned(),
            },
            joined_day: match last_day {
                // It would come after the last day that stays.
                LastDay::Noted(noted) if after(*noted) => base.joined_day,
                _ => joined,
            },
            left_day: match last_day {
                LastDay::Typed(typed) => typed.clone(),
                LastDay::Gone => String::new(),
                LastDay::Kept => base.left_day,
                LastDay::Noted(noted) => noted.to_string(),
            },
        }
    }

    /// What the line says of somebody's last day. One that the file leaves out stays as it was entered: last night's
    /// export still has who was dismissed today, and knows nothing of a departure agreed for the end of the year. It
    /// goes when a complete file alone had closed them, or when their first day in the file comes after it.
    fn last_day(&self, row: &Row, present: Option<&Known>) -> LastDay {
        let typed = self.mapping.cell(row, "left_day");
        let noted = present.and_then(|known| Some((known, known.person.left_day?)));
        let Some((known, noted)) = noted.filter(|_| typed.is_empty()) else {
            return LastDay::Typed(typed.to_owned());
        };
        let told = self.mapping.has("left_day");
        let joined = self.mapping.cell(row, "joined_day").parse::<Day>().ok();
        let back = told && noted < self.today && joined.is_some_and(|joined| joined > noted);
        match () {
            () if back || known.closed_by_file => LastDay::Gone,
            () if told || self.options.complete => LastDay::Noted(noted),
            () => LastDay::Kept,
        }
    }

    fn difference(
        &self,
        line: i64,
        present: Option<&Known>,
        facts: &PersonFacts,
        leaving: Leaving,
        placing: &Placing,
    ) -> Difference {
        let mut fields = Vec::new();
        let mut tell = |code: &str, from: String, to: String| {
            if from != to {
                fields.push((code.to_owned(), from, to));
            }
        };
        if let Some(Known { person, mains, .. }) = present {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
            tell("given_name", person.given_name.clone(), facts.given_name.clone());
            tell("family_name", person.family_name.clone(), facts.family_name.clone());
            tell("email", text(&person.email), text(&facts.email));
            tell("trade", text(&person.trade_code), text(&facts.trade_code));
            tell("locale", person.locale.to_string(), facts.locale.to_string());
            tell("joined_day", day(person.joined_day), day(facts.joined_day));
            if leaving != Leaving::Keep {
                tell("left_day", day(person.left_day), day(facts.left_day));
            }
            if let Some(wanted) = placing.facts() {
                let before = match placing {
                    Placing::Move(_) => mains.iter().rfind(|main| main.from_day <= wanted.from_day),
                    _ => None,
                };
                let held = |read: fn(&Main) -> String| before.map(read).unwrap_or_default();
                tell("unit", held(|main| main.unit_code.clone()), self.unit_code(wanted.unit_id));
                tell("function", held(|main| main.function.to_string()), wanted.function.to_string());
                let employer = self.employer_name(wanted.employer_id);
                tell("employer", held(|main| main.employer_name.clone()), employer);
            }
        }
        let what = match (present, leaving) {
            (None, _) => "new",
            (_, Leaving::Later(None)) => "returns",
            (_, Leaving::On(_)) => "leaves",
            _ => "changed",
        };
        Difference {
            line,
            label: facts.staff_number.clone().unwrap_or_default(),
            name: format!("{} {}", facts.given_name, facts.family_name),
            what: what.to_owned(),
            fields,
        }
    }
}

fn leaving(present: Option<Day>, wanted: Option<Day>) -> Leaving {
    match (present, wanted) {
        (present, wanted) if present == wanted => Leaving::Keep,
        (None, Some(day)) => Leaving::On(day),
        (Some(present), Some(day)) if day < present => Leaving::On(day),
        (_, later) => Leaving::Later(later),
    }
}

fn faults_of<T>(result: Result<T, Faults>, faults: &mut Faults) -> Option<T> {
    result.map_err(|found| faults.0.extend(found.0)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_06_a_last_day_comes_goes_and_moves() {
        let day = |text: &str| text.parse::<Day>().ok();
        let (may, june) = (day("2026-05-31"), day("2026-06-30"));
        assert_eq!(leaving(None, None), Leaving::Keep);
        assert_eq!(leaving(may, may), Leaving::Keep);
        assert_eq!(leaving(None, may), Leaving::On(may.unwrap()));
        assert_eq!(leaving(june, may), Leaving::On(may.unwrap()));
        assert_eq!(leaving(may, june), Leaving::Later(june));
        assert_eq!(leaving(may, None), Leaving::Later(None));
    }
}
