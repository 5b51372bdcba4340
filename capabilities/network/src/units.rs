//! Pages about units.

pub(crate) mod edit;
pub(crate) mod hours;
pub(crate) mod list;
mod places;
pub(crate) mod show;

use relais_directory::{
    departments::DEPARTMENTS,
    units::{Channel, UnitKind},
};
use relais_directory::{organisations, regions};
use relais_kernel::{HierarchyId, Reach};
use relais_store::InOrg;
use relais_web::Sample;
use relais_words::Words;

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [list::samples(w), show::samples(w), edit::samples(w), hours::samples(w)].concat()
}

/// Kinds with their names, for choosing.
pub(crate) fn kinds(w: &Words) -> Vec<(&'static str, String)> {
    UnitKind::ALL.iter().map(|kind| (kind.code(), kind_name(w, *kind))).collect()
}

/// Departments with their names, for choosing.
pub(crate) fn departments() -> Vec<(&'static str, String)> {
    DEPARTMENTS.iter().map(|(code, name)| (*code, format!("{code} – {name}"))).collect()
}

pub(crate) fn kind_name(w: &Words, kind: UnitKind) -> String {
    w.t(&format!("unit-kind-{}", kind.code().replace('_', "-"))).to_string()
}

pub(crate) fn channel_name(w: &Words, channel: Channel) -> String {
    w.t(&format!("channel-{}", channel.code().replace('_', "-"))).to_string()
}

/// The regions of the main hierarchy, as a tree is read, for choosing.
pub(crate) async fn regions(db: &impl InOrg) -> relais_store::Result<Vec<(String, String)>> {
    regions_of(db, organisations::main_hierarchy(db).await?.id).await
}

/// The same for somebody who reads only some of them.
pub(crate) async fn regions_within(
    db: &impl InOrg,
    reach: &Reach,
) -> relais_store::Result<Vec<(String, String)>> {
    Ok(named(regions::tree(db, reach, organisations::main_hierarchy(db).await?.id).await?))
}

/// The regions of any hierarchy, as a tree is read, for choosing.
pub(crate) async fn regions_of(
    db: &impl InOrg,
    hierarchy: HierarchyId,
) -> relais_store::Result<Vec<(String, String)>> {
    let tree = regions::tree(db, &Reach::Network, hierarchy).await?;
    Ok(named(tree))
}

fn named(tree: Vec<regions::Branch>) -> Vec<(String, String)> {
    let name =
        |branch: &regions::Branch| format!("{}{}", "\u{2003}".repeat(branch.depth), branch.region.name);
    tree.iter().map(|branch| (branch.region.id.to_string(), name(branch))).collect()
}
