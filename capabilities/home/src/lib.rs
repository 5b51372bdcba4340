#![doc = include_str!("../README.md")]

mod batons;
mod doors;
mod routes;
mod search;
mod start;
#[cfg(test)]
mod tests;

use relais_kernel::BatonKind;
use relais_web::{Manifest, MenuEntry, Sample};
use relais_words::{Source, Words};

pub use doors::Doors;

/// What this room adds, with the permissions of the pages that it leads to and the kinds of promises that it shows.
pub fn manifest(doors: Doors, kinds: Vec<BatonKind>) -> Manifest {
    Manifest {
        room: "home",
        words: vec![Source {
            room: "home",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(doors, kinds.into()),
        menu: vec![MenuEntry {
            href: "/",
            also: &[],
            key: "home-menu",
            icon: "house",
            in_bar: true,
            rank: 0,
            shown: |_| true,
        }],
        samples: Some(samples),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    [start::samples(w), search::samples(w)].concat()
}
