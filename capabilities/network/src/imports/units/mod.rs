//! Lines of a file of units: what each one would do, and doing it.

mod known;
mod plan;
mod write;

use std::collections::BTreeMap;

use relais_directory::{
    organisations,
    regions::{self, Region},
};
use relais_kernel::{Clock, Day, HierarchyId, ImportId, PersonId, RegionId, fold};
use relais_sheets::Row;
use relais_store::{InOrg, OrgTx, Result};

use plan::Plan;

use super::{
    apply::Trouble,
    columns::{Mapping, Options},
    findings::Difference,
    judge::Verdict,
    run::Work,
    survey::Survey,
};

/// What every line is judged by.
pub(super) struct Judge<'a> {
    pub(super) mapping: &'a Mapping,
    pub(super) options: &'a Options,
    pub(super) survey: &'a Survey,
    pub(super) today: Day,
    pub(super) width: usize,
    hierarchy: HierarchyId,
    regions: Vec<Region>,
    /// Regions that the file names and nobody knows: their stand-in's id, until they are written.
    stand_ins: BTreeMap<RegionId, RegionId>,
}

impl<'a> Judge<'a> {
    pub(super) async fn new(work: &'a Work, today: Day) -> Result<Self> {
        let Work { org: on, mapping, options, survey, width } = work;
        let hierarchy = organisations::main_hierarchy(on).await?.id;
        let regions = regions::of_hierarchy(on, hierarchy).await?;
        let stand_ins = BTreeMap::new();
        Ok(Self { mapping, options, survey, today, width: *width, hierarchy, regions, stand_ins })
    }

    /// The region of a code or name.
    fn region(&self, typed: &str) -> Option<RegionId> {
        let folded = fold(typed);
        let by_code = self.regions.iter().find(|region| region.code == typed);
        by_code
            .or_else(|| self.regions.iter().find(|region| fold(&region.name) == folded))
            .map(|region| region.id)
    }
}

impl super::judge::Judge for Judge<'_> {
    type Plan = Plan;
    type Kept = BTreeMap<RegionId, RegionId>;

    async fn judge(&mut self, on: &impl InOrg, clock: &Clock, rows: &[Row]) -> Result<Vec<Verdict<Plan>>> {
        self.lines(on, clock, rows).await
    }

    fn difference(plan: &Plan) -> &Difference {
        &plan.difference
    }

    async fn write(
        &mut self,
        tx: &OrgTx,
        import: ImportId,
        plans: Vec<Plan>,
        _: Option<PersonId>,
    ) -> Result<(), Trouble> {
        self.written(tx, import, plans).await
    }

    fn kept(&self) -> Self::Kept {
        self.stand_ins.clone()
    }

    fn forget(&mut self, kept: &Self::Kept) {
        self.stand_ins.clone_from(kept);
    }
}
