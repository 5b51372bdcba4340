#![doc = include_str!("../README.md")]

mod audit;
mod me;
mod permissions;
mod refusals;
mod register;
mod routes;
#[cfg(test)]
mod tests;

use relais_store::{Schema, register::Entry};
use relais_web::{Manifest, MenuEntry, Sample};
use relais_words::{Source, Words};

pub use permissions::*;
pub use register::{markdown as register_markdown, missing};

/// The register's entries of each room: what its schema declares.
pub type Room = (&'static str, &'static [Entry]);

/// The entry of a table.
fn entry_of(schemas: &[Schema], table: &str) -> Option<&'static Entry> {
    schemas.iter().flat_map(|schema| schema.register).find(|entry| entry.table == table)
}

/// What this room adds, with the register of all rooms and the tables of those that know people.
pub fn manifest(register: Vec<Room>, schemas: Vec<Schema>) -> Manifest {
    Manifest {
        room: "privacy",
        words: vec![Source {
            room: "privacy",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(register, schemas),
        permissions: PERMISSIONS,
        menu: vec![
            MenuEntry {
                href: "/privacy/me",
                also: &["/account/seen"],
                key: "privacy-me-menu",
                icon: "user-round",
                in_bar: false,
                rank: 79,
                shown: |_| true,
            },
            MenuEntry {
                href: "/privacy/register",
                also: &[],
                key: "privacy-register-menu",
                icon: "shield-check",
                in_bar: false,
                rank: 80,
                shown: |_| true,
            },
            MenuEntry {
                href: "/privacy/audit",
                also: &[],
                key: "privacy-audit-menu",
                icon: "scroll-text",
                in_bar: false,
                rank: 81,
                shown: |viewer| viewer.may::<ReadAudit>(),
            },
            MenuEntry {
                href: "/privacy/refusals",
                also: &[],
                key: "refusals-menu",
                icon: "shield-check",
                in_bar: false,
                rank: 82,
                shown: |viewer| viewer.may::<EditRefusals>(),
            },
        ],
        samples: Some(samples),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    [register::samples(w), me::samples(w), audit::samples(w), refusals::samples(w)].concat()
}
