//! What one line of a file of units would do.

use std::collections::BTreeMap;

use relais_directory::{
    regions::{Region, RegionInput},
    units::{UnitFacts, UnitInput},
};
use relais_kernel::{Clock, RegionId, fold};
use relais_sheets::Row;
use relais_store::{InOrg, Result};
use relais_words::{Fault, Faults};

use super::{Judge, known, known::Known};
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
    pub(super) facts: UnitFacts,
    pub(super) region: Option<RegionId>,
    pub(in crate::imports) difference: Difference,
}

impl Judge<'_> {
    pub(super) async fn lines(
        &mut self,
        on: &impl InOrg,
        clock: &Clock,
        rows: &[Row],
    ) -> Result<Vec<Verdict<Plan>>> {
        let codes: Vec<String> = rows.iter().map(|row| normal(self.mapping.cell(row, "code"))).collect();
        let mut known = known::read(on, &codes, self.today).await?;
        Ok(rows.iter().zip(&codes).map(|(row, code)| self.line(clock, row, code, &mut known)).collect())
    }

    fn line(
        &mut self,
        clock: &Clock,
        row: &Row,
        code: &str,
        known: &mut BTreeMap<String, Known>,
    ) -> Verdict<Plan> {
        let line = i64::try_from(row.line).unwrap_or(i64::MAX);
        let shape = shape(row, self.width, self.mapping);
        if !shape.is_empty() {
            return Err(shape);
        }
        let mut faults = Faults::none();
        if let Some(first) = self.survey.first_line(code).filter(|first| *first != line) {
            faults.add(Fault::on("code", "import-duplicate").with("line", first));
        }
        let region = self.wanted_region(clock, self.mapping.cell(row, "region"), &mut faults);
        let present = known.get(code);
        let input = self.input(row, present);
        let facts = input.check().map_err(|found| faults.0.extend(found.0)).ok();
        let (Some(facts), true) = (facts, faults.is_empty()) else {
            return Err(faults.0.iter().map(|fault| LineFault::of(line, self.mapping, fault)).collect());
        };
        let difference = self.difference(line, present, &facts, region);
        if present.is_some() && difference.fields.is_empty() {
            return Ok(None);
        }
        Ok(Some(Plan { line, known: known.remove(code), facts, region, difference }))
    }

    /// The unit as it is, with what the file says over it; a cell left empty takes the usual value, as in the form.
    fn input(&self, row: &Row, present: Option<&Known>) -> UnitInput {
        let mapping = self.mapping;
        let base = present.map(|known| UnitInput::of(&known.unit, &known.channels, None)).unwrap_or_default();
        let kept = |code: &str, known: String| {
            let cell = mapping.cell(row, code);
            if cell.is_empty() { known } else { cell.to_owned() }
        };
        UnitInput {
            code: mapping.cell(row, "code").to_owned(),
            name: mapping.cell(row, "name").to_owned(),
            kind: synonyms::unit_kind(mapping.cell(row, "kind")),
            department: synonyms::department(mapping.cell(row, "department")),
            town: mapping.cell_or(row, "town", base.town),
            phone: mapping.cell_or(row, "phone", base.phone),
            channels: match mapping.cell(row, "channels") {
                "" => base.channels,
                typed => synonyms::channels(typed),
            },
            time_zone: kept("time_zone", base.time_zone),
            locale: kept("locale", base.locale),
            opened_day: mapping.cell_or(row, "opened_day", base.opened_day),
            closed_day: mapping.cell_or(row, "closed_day", base.closed_day),
            ..UnitInput::default()
        }
    }

    /// The region that the line names; one that nobody knows is a fault, or a stand-in when it may be created.
    fn wanted_region(&mut self, clock: &Clock, typed: &str, faults: &mut Faults) -> Option<RegionId> {
        if typed.is_empty() {
            return None;
        }
        if let Some(id) = self.region(typed) {
            return Some(id);
        }
        if !self.options.create_regions {
            faults.add(Fault::on("region", "import-region-unknown").with("typed", typed));
            return None;
        }
        let code: String = fold(typed).replace(' ', "-").to_uppercase().chars().take(40).collect();
        let input = RegionInput { code, name: typed.to_owned(), parent: String::new() };
        match input.check(self.hierarchy, &self.regions, None) {
            Ok(facts) => {
                let id: RegionId = clock.id();
                self.regions.push(Region {
                    id,
                    hierarchy_id: self.hierarchy,
                    parent_id: None,
                    code: facts.code,
                    name: facts.name,
                    version: 1,
                });
                self.stand_ins.insert(id, id);
                Some(id)
            }
            Err(found) => {
                let first = found.0.into_iter().next();
                faults.0.extend(first.map(|fault| Fault { field: "region".into(), ..fault }));
                None
            }
        }
    }

    fn difference(
        &self,
        line: i64,
        present: Option<&Known>,
        facts: &UnitFacts,
        region: Option<RegionId>,
    ) -> Difference {
        let mut fields = Vec::new();
        let mut tell = |code: &str, from: String, to: String| {
            if from != to {
                fields.push((code.to_owned(), from, to));
            }
        };
        if let Some(Known { unit, channels, region: placed }) = present {
            let codes = |channels: &[relais_directory::units::Channel]| {
                let mut codes: Vec<&str> = channels.iter().map(|channel| channel.code()).collect();
                codes.sort_unstable();
                codes.join(", ")
            };
            let day = |day: Option<relais_kernel::Day>| day.map(|day| day.to_string()).unwrap_or_default();
            tell("name", unit.name.clone(), facts.name.clone());
            tell("kind", unit.kind.to_string(), facts.kind.to_string());
            tell("department", unit.department_code.clone(), facts.department_code.to_owned());
            tell("town", unit.town.clone(), facts.town.clone());
            tell("phone", unit.phone.clone().unwrap_or_default(), facts.phone.clone().unwrap_or_default());
            tell("channels", codes(channels), codes(&facts.channels));
            tell("time_zone", unit.time_zone.clone(), facts.time_zone.clone());
            tell("locale", unit.locale.to_string(), facts.locale.to_string());
            tell("opened_day", day(unit.opened_day), day(facts.opened_day));
            tell("closed_day", day(unit.closed_day), day(facts.closed_day));
            if region.is_some() && region != placed.as_ref().map(|placed| placed.region_id) {
                let name = self.regions.iter().find(|known| Some(known.id) == region);
                tell(
                    "region",
                    placed.as_ref().map(|placed| placed.name.clone()).unwrap_or_default(),
                    name.map(|region| region.name.clone()).unwrap_or_default(),
                );
            }
        }
        Difference {
            line,
            label: facts.code.clone(),
            name: facts.name.clone(),
            what: if present.is_some() { "changed" } else { "new" }.to_owned(),
            fields,
        }
    }
}
