#![doc = include_str!("../README.md")]

mod jobs;
mod letters;
mod overview;
mod permissions;
mod routes;
mod settings;
mod sms;
#[cfg(test)]
mod tests;

use relais_web::{Manifest, MenuEntry, Routes, Sample};
use relais_words::{Source, Words};

pub use permissions::*;

/// What this room adds.
pub fn manifest() -> Manifest {
    Manifest {
        room: "administration",
        words: vec![Source {
            room: "administration",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(),
        permissions: PERMISSIONS,
        menu: vec![MenuEntry {
            href: "/administration",
            also: &[],
            key: "administration-menu",
            icon: "settings",
            in_bar: false,
            rank: 90,
            shown: |viewer| viewer.may::<ReadAdministration>(),
        }],
        samples: Some(samples),
        ..Manifest::default()
    }
}

/// What it adds to a demo alone (SEC-12): the letterbox, and the gallery of all pieces.
pub fn demo_routes() -> Routes {
    routes::demo_routes()
}

fn samples(w: &Words) -> Vec<Sample> {
    [overview::samples(w), settings::samples(w), jobs::samples(w), letters::samples(w), sms::samples(w)]
        .concat()
}
