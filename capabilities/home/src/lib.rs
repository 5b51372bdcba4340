#![doc = include_str!("../README.md")]

mod batons;
mod calling;
mod doors;
mod messages;
mod routes;
mod search;
mod start;
#[cfg(test)]
mod tests;

use relais_kernel::{BatonKind, TeamId, Viewer};
use relais_web::{Manifest, MenuEntry, Sample, TopicKind};
use relais_words::{Source, Words};

pub use doors::Doors;

/// What this room adds, with the permissions of the pages that it leads to and the kinds of promises that it shows.
pub fn manifest(doors: Doors, kinds: Vec<BatonKind>) -> Manifest {
    let kinds: batons::Kinds = kinds.into();
    Manifest {
        room: "home",
        words: vec![Source {
            room: "home",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        jobs: calling::jobs(&kinds),
        listeners: calling::LISTENERS.to_vec(),
        routes: routes::routes(doors, kinds),
        menu: vec![MenuEntry {
            href: "/",
            also: &[],
            key: "home-menu",
            icon: "house",
            in_bar: true,
            rank: 0,
            shown: |_| true,
        }],
        topics: vec![TopicKind { kind: relais_baton::TEAMS, heard: is_team }],
        samples: Some(samples),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    [start::samples(w), batons::samples(w), messages::samples(w), search::samples(w)].concat()
}

/// A team's topic says that something changed for some team of the organisation, whose id only its members see.
fn is_team(_: &Viewer, id: &str) -> bool {
    id.parse::<TeamId>().is_ok()
}
