//! A unit's regions in further hierarchies, on its form: one select each. They serve for reading and give no rights.

use relais_directory::{
    organisations::{self, Hierarchy},
    units::{self, Place},
};
use relais_kernel::{Day, HierarchyId, RegionId, UnitId};
use relais_store::{InOrg, OrgTx};
use relais_web::components::Select;
use relais_words::{Fault, Faults, Words};

/// A hierarchy beside the main one, with its regions to choose from.
pub(super) struct Further {
    hierarchy: Hierarchy,
    regions: Vec<(String, String)>,
}

/// A hierarchy, and the region in it; none where the unit stands in none.
pub(super) type Chosen = (HierarchyId, Option<RegionId>);

/// All hierarchies beside the main one that have regions.
pub(super) async fn further(db: &impl InOrg) -> relais_store::Result<Vec<Further>> {
    let mut all = Vec::new();
    for hierarchy in organisations::hierarchies(db).await?.into_iter().filter(|one| !one.main) {
        let regions = super::regions_of(db, hierarchy.id).await?;
        if !regions.is_empty() {
            all.push(Further { hierarchy, regions });
        }
    }
    Ok(all)
}

/// The form's values for where a unit stands.
pub(super) fn typed(places: &[Place]) -> Vec<String> {
    let further = places.iter().filter(|place| !place.main);
    further.map(|place| format!("{}:{}", place.hierarchy_id, place.region_id)).collect()
}

/// What the form's values mean, or a fault on the select of what is not on offer.
pub(super) fn chosen(further: &[Further], typed: &[String]) -> Result<Vec<Chosen>, Fault> {
    let mut all = Vec::new();
    for value in typed {
        let (hierarchy, region) = value.split_once(':').unwrap_or((value, ""));
        let Some(one) = further.iter().find(|one| one.hierarchy.id.to_string() == hierarchy) else {
            continue;
        };
        if region.is_empty() {
            all.push((one.hierarchy.id, None));
            continue;
        }
        let known = one.regions.iter().find(|(id, _)| id == region).and_then(|(id, _)| id.parse().ok());
        let known = known.ok_or_else(|| Fault::on(field_id(one), "region-unknown"))?;
        all.push((one.hierarchy.id, Some(known)));
    }
    Ok(all)
}

/// Moves the unit where it was chosen to stand; what stays the same is left alone.
pub(super) async fn write(
    tx: &OrgTx,
    unit: UnitId,
    wanted: &[Chosen],
    today: Day,
) -> relais_store::Result<()> {
    let places = units::places(tx, unit, today).await?;
    for (hierarchy, region) in wanted {
        let present =
            places.iter().find(|place| place.hierarchy_id == *hierarchy).map(|place| place.region_id);
        match region {
            _ if present == *region => {}
            Some(region) => units::place(tx, unit, *hierarchy, *region, today).await?,
            None => units::unplace(tx, unit, *hierarchy, today).await?,
        }
    }
    Ok(())
}

/// The select of a hierarchy.
pub(super) fn select(w: &Words, one: &Further, typed: &[String], faults: &Faults) -> Select {
    let id = one.hierarchy.id.to_string();
    let value =
        typed.iter().find(|value| value.starts_with(&id)).cloned().unwrap_or_else(|| format!("{id}:"));
    let options = one.regions.iter().map(|(region, name)| (format!("{id}:{region}"), name.clone()));
    Select::new(w, "places", &one.hierarchy.name)
        .id(field_id(one))
        .option(format!("{id}:"), w.t("unit-no-place"))
        .options(options)
        .value(value)
        .error(faults.on(&field_id(one), w))
}

fn field_id(one: &Further) -> String {
    format!("place-{}", one.hierarchy.id)
}
