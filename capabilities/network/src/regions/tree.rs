//! The regions as a tree, one hierarchy at a time.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Query;
use relais_directory::{
    organisations::{self, Hierarchy},
    regions::{self, Branch, Figures, Region},
};
use relais_kernel::RegionId;
use relais_web::{
    Can, Cx, Failure, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Tabs, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use crate::{EditRegions, ReadRegions};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    hierarchy: String,
}

/// A region where it stands: what the markup of nested lists needs to know.
struct Twig {
    region: Region,
    figures: Option<Figures>,
    /// Whether a list of regions below it follows.
    opens: bool,
    /// How many lists end after it.
    closes: usize,
}

#[derive(Template)]
#[template(path = "regions/tree.html")]
struct Tree<'a> {
    w: &'a Words,
    hierarchies: Vec<Hierarchy>,
    current: Hierarchy,
    twigs: Vec<Twig>,
    vacancies: i64,
    may_edit: bool,
}

pub(crate) async fn page(cx: Cx, can: Can<ReadRegions>, Query(asked): Query<Asked>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let all = organisations::hierarchies(&db).await?;
    let current = match asked.hierarchy.as_str() {
        "" => organisations::main_hierarchy(&db).await?,
        typed => all.iter().find(|one| one.id.to_string() == typed).cloned().ok_or(Failure::NotFound)?,
    };
    let seen = super::seen(&cx, &can.reach).await?;
    let mut hierarchies = Vec::new();
    for one in all {
        if can.reach.is_network() || one.main || !regions::tree(&db, &seen, one.id).await?.is_empty() {
            hierarchies.push(one);
        }
    }
    let tree = regions::tree(&db, &seen, current.id).await?;
    let mut figures = regions::figures_of_tree(&db, current.id, today).await?;
    figures.retain(|id, _| super::counts(&can.reach, *id));
    let vacancies =
        tree.iter().filter(|b| b.depth == 0).filter_map(|b| figures.get(&b.region.id)).map(|f| f.vacancies);
    let tree = Tree {
        w: &cx.w,
        hierarchies,
        vacancies: vacancies.sum(),
        twigs: twigs(tree, &figures),
        current,
        may_edit: cx.viewer().may::<EditRegions>(),
    };
    cx.page(cx.shell(cx.w.t("regions-title")), &tree)
}

fn twigs(tree: Vec<Branch>, figures: &BTreeMap<RegionId, Figures>) -> Vec<Twig> {
    let next: Vec<usize> = tree.iter().skip(1).map(|branch| branch.depth).chain([0]).collect();
    tree.into_iter()
        .zip(next)
        .map(|(Branch { depth, region }, next)| Twig {
            figures: figures.get(&region.id).copied(),
            region,
            opens: next > depth,
            closes: depth.saturating_sub(next),
        })
        .collect()
}

impl Tree<'_> {
    fn tabs(&self) -> Tabs {
        self.hierarchies.iter().fold(Tabs::new(self.w, self.w.t("hierarchies")), |tabs, one| {
            let href =
                if one.main { "/regions".to_owned() } else { format!("/regions?hierarchy={}", one.id) };
            tabs.tab(href, super::hierarchy_name(self.w, one), one.id == self.current.id)
        })
    }

    fn new_address(&self) -> String {
        format!("/regions/new?hierarchy={}", self.current.id)
    }
}

/// `8 boutiques… · 120 personnes`.
pub(super) fn told(w: &Words, figures: &Figures) -> String {
    format!(
        "{} · {}",
        w.t("units-told").with("n", figures.units),
        w.t("people-told").with("n", figures.people)
    )
}

pub(super) fn region_sample(name: &str) -> Region {
    let clock = relais_kernel::Clock::system();
    Region {
        id: clock.id(),
        hierarchy_id: clock.id(),
        parent_id: None,
        code: "IDF-S".into(),
        name: name.into(),
        version: 1,
    }
}

pub(crate) fn hierarchy_sample(name: &str, main: bool) -> Hierarchy {
    Hierarchy { id: relais_kernel::Clock::system().id(), code: "main".into(), name: name.into(), main }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let branch = |depth, name: &str| Branch { depth, region: region_sample(name) };
    let tree = |branches: Vec<Branch>, may_edit| {
        let figures: BTreeMap<_, _> = branches
            .iter()
            .map(|b| (b.region.id, Figures { units: 8, vacancies: i64::from(b.depth == 1), people: 120 }))
            .collect();
        let current = hierarchy_sample("Réseau", true);
        let hierarchies = vec![current.clone(), hierarchy_sample("Travaux", false)];
        Tree { w, hierarchies, current, vacancies: 1, twigs: twigs(branches, &figures), may_edit }
    };
    let several = vec![
        branch(0, "Île-de-France"),
        branch(1, "Île-de-France Sud"),
        branch(2, "Essonne"),
        branch(1, "Île-de-France Nord"),
        branch(0, "Provence-Alpes-Côte d’Azur et Châteauneuf-du-Pape-en-Grésivaudan"),
    ];
    vec![
        Sample::of("regions/tree", &tree(several, true)),
        Sample::of("regions/tree one", &tree(vec![branch(0, "Île-de-France Sud")], false)),
        Sample::of("regions/tree empty", &tree(vec![], true)),
        Sample::of("regions/tree nothing reached", &tree(vec![], false)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_that_open_close() {
        let branch = |depth| Branch { depth, region: region_sample("x") };
        let tree = [0, 1, 2, 1, 0, 1, 2].map(branch).to_vec();
        let twigs = twigs(tree, &BTreeMap::new());
        let opens = twigs.iter().filter(|twig| twig.opens).count();
        let closes: usize = twigs.iter().map(|twig| twig.closes).sum();
        assert_eq!((opens, closes), (4, 4));
        let shape: Vec<_> = twigs.iter().map(|twig| (twig.opens, twig.closes)).collect();
        assert_eq!(shape[2], (false, 1));
        assert_eq!(shape[6], (false, 2));
    }
}
