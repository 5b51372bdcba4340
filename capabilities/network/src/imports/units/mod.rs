//! Lines of a file of units: what each one would do, and doing it.

mod known;
mod plan;
mod write;

use std::collections::BTreeMap;

use relais_directory::{
    organisations,
    regions::{self, Region},
};
use relais_kernel::{Day, HierarchyId, RegionId, fold};
use relais_store::{InOrg, Result};

use super::{
    columns::{Mapping, Options},
    survey::Survey,
};

pub(super) use plan::Plan;

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
    pub(super) async fn new(
        on: &impl InOrg,
        mapping: &'a Mapping,
        options: &'a Options,
        survey: &'a Survey,
        today: Day,
        width: usize,
    ) -> Result<Self> {
        let hierarchy = organisations::main_hierarchy(on).await?.id;
        let regions = regions::of_hierarchy(on, hierarchy).await?;
        let stand_ins = BTreeMap::new();
        Ok(Self { mapping, options, survey, today, width, hierarchy, regions, stand_ins })
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
