//! Writing the planned lines of a file of units.

use relais_directory::{
    Change, assignments,
    regions::{self, RegionFacts},
    units,
};
use relais_kernel::{ImportId, RegionId};
use relais_store::{OrgTx, Result};
use relais_words::Fault;

use super::{Judge, Plan};
use crate::imports::{
    apply::Trouble,
    changes::{self, Noun, Touched},
};

impl Judge<'_> {
    pub(super) async fn written(
        &mut self,
        tx: &OrgTx,
        import: ImportId,
        plans: Vec<Plan>,
    ) -> Result<(), Trouble> {
        let (mut touched, mut ending) = (Vec::new(), Vec::new());
        for plan in plans.iter().filter_map(|plan| plan.known.as_ref().map(|known| (plan, known))) {
            touched.push(of(plan.0, plan.1.unit.id.0));
            if let Some(last_day) = plan.0.facts.closed_day {
                for person in assignments::beyond(tx, plan.1.unit.id, last_day).await? {
                    if !ending.iter().any(|one: &Touched| one.id == person.0) {
                        ending.push(Touched { noun: Noun::Person, id: person.0, ..of(plan.0, person.0) });
                    }
                }
            }
        }
        // People who end with their unit: what is undone first stands highest.
        touched.append(&mut ending);
        let before = changes::remember(tx, &touched).await?;
        let mut regions = Vec::new();
        for plan in &plans {
            let region = match plan.region {
                Some(id) => Some(self.real_region(tx, plan, id, &mut regions).await?),
                None => None,
            };
            let unit = match &plan.known {
                None => {
                    let id = units::add(tx, &plan.facts).await?;
                    touched.push(of(plan, id.0));
                    id
                }
                Some(known) => match units::change(tx, known.unit.id, known.unit.version, &plan.facts).await?
                {
                    Change::Done(()) => known.unit.id,
                    Change::Stale => return Err(Trouble::Line(Fault::of_form("import-line-changed"))),
                },
            };
            if let Some(region) = region {
                let opened = plan.facts.opened_day.filter(|day| plan.known.is_none() && *day < self.today);
                units::place_in_main(tx, unit, region, opened.unwrap_or(self.today)).await?;
            }
        }
        // Regions first: what is undone last must stand lowest.
        regions.append(&mut touched);
        changes::record(tx, import, &regions, &before).await?;
        Ok(())
    }

    /// The region behind a stand-in, written the first time that a good line names it.
    async fn real_region(
        &mut self,
        tx: &OrgTx,
        plan: &Plan,
        id: RegionId,
        written: &mut Vec<Touched>,
    ) -> Result<RegionId> {
        if self.stand_ins.get(&id) != Some(&id) {
            return Ok(self.stand_ins.get(&id).copied().unwrap_or(id));
        }
        let Some(wanted) = self.regions.iter().find(|region| region.id == id) else { return Ok(id) };
        let facts = RegionFacts {
            hierarchy_id: wanted.hierarchy_id,
            parent_id: None,
            code: wanted.code.clone(),
            name: wanted.name.clone(),
        };
        let real = regions::add(tx, &facts).await?;
        self.stand_ins.insert(id, real);
        let label = facts.code;
        written.push(Touched { noun: Noun::Region, id: real.0, line: plan.line, label });
        Ok(real)
    }
}

fn of(plan: &Plan, id: uuid::Uuid) -> Touched {
    Touched { noun: Noun::Unit, id, line: plan.line, label: plan.facts.code.clone() }
}
