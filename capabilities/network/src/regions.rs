//! Pages about regions: the support structure of units, with teams of its own (NET-06).

pub(crate) mod edit;
pub(crate) mod hierarchies;
pub(crate) mod member;
pub(crate) mod show;
pub(crate) mod tree;

use relais_directory::{organisations::Hierarchy, regions::MemberFunction, units};
use relais_kernel::{Reach, RegionId};
use relais_web::{Cx, Sample};
use relais_words::Words;

/// A hierarchy's name; the main one, which every organisation is born with, is called alike everywhere.
pub(crate) fn hierarchy_name(w: &Words, one: &Hierarchy) -> String {
    if one.main { w.t("hierarchy-main").to_string() } else { one.name.clone() }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [tree::samples(w), show::samples(w), edit::samples(w), member::samples(w), hierarchies::samples(w)]
        .concat()
}

/// Functions in a team with their names, for choosing.
pub(crate) fn functions(w: &Words) -> Vec<(&'static str, String)> {
    MemberFunction::ALL.iter().map(|function| (function.code(), function_name(w, *function))).collect()
}

pub(crate) fn function_name(w: &Words, function: MemberFunction) -> String {
    w.t(&relais_directory::name_key("member-function", function.code())).to_string()
}

/// What a viewer sees of regions: those within reach, and those in which the units within reach stand, whose teams
/// support them.
pub(crate) async fn seen(cx: &Cx, reach: &Reach) -> relais_store::Result<Reach> {
    let Reach::Part { regions, units } = reach else { return Ok(Reach::Network) };
    let mut all: Vec<RegionId> = regions.clone();
    for unit in units {
        let places = units::places(&cx.db(), *unit, cx.today()).await?;
        all.extend(places.into_iter().map(|place| place.region_id));
    }
    Ok(Reach::Part { regions: all, units: Vec::new() })
}

/// Whether figures of a region are told: its units must be within reach themselves.
fn counts(reach: &Reach, id: RegionId) -> bool {
    match reach {
        Reach::Network => true,
        Reach::Part { regions, .. } => regions.contains(&id),
    }
}
