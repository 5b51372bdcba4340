#![doc = include_str!("../README.md")]

mod demo;
mod kinds;
mod pebbles;
mod permissions;
mod routes;

use relais_store::{
    Migration, Schema,
    guard::Guard,
    register::{About, Entry, Retention},
};
use relais_web::{Manifest, MenuEntry, Sample};
use relais_words::{Source, Words};

pub use kinds::{ANSWER, DOING};
pub use pebbles::anonymous::release::RELEASE;
pub use permissions::{ReadPebbles, SayPebble};

/// The tables of this room.
pub const SCHEMA: Schema = Schema {
    room: "improving",
    migrations: &[
        Migration {
            name: "2026_11_22_improving",
            sql: include_str!("../migrations/2026_11_22_improving.sql"),
        },
        Migration {
            name: "2026_11_22_improving_merge",
            sql: include_str!("../migrations/2026_11_22_improving_merge.sql"),
        },
        Migration {
            name: "2026_11_22_improving_words",
            sql: include_str!("../migrations/2026_11_22_improving_words.sql"),
        },
    ],
    guards: &[
        Guard::fixed("what_was_said_stays", "pebble", &["text", "kind", "said_at", "said_day"]),
        Guard::requires_rows(
            "merged_into_what_stands_alone",
            "pebble_merge",
            "1 = 1",
            "not exists (select 1 from pebble_merge m where m.org_id = {row}.org_id and m.pebble_id = {row}.into_id)",
        ),
        Guard::requires_rows(
            "what_others_joined_is_not_merged",
            "pebble_merge",
            "1 = 1",
            "not exists (select 1 from pebble_merge m where m.org_id = {row}.org_id and m.into_id = {row}.pebble_id)",
        ),
        Guard::moves_only("voices_only_grow", "pebble", &["voices"], "({row}.voices > {old}.voices)"),
    ],
    register: &[
        Entry::new(
            "pebble",
            About::Staff,
            &["adviser", "unit_manager", "cx_lead", "hr"],
            Retention::WhileInUse,
        ),
        Entry::new(
            "pebble_merge",
            About::Nobody,
            &["adviser", "unit_manager", "cx_lead", "hr"],
            Retention::With("pebble"),
        ),
        Entry::new(
            "pebble_word",
            About::Staff,
            &["adviser", "unit_manager", "cx_lead", "hr"],
            Retention::With("pebble"),
        ),
    ],
};

/// The demo's own routes.
pub fn demo_routes() -> relais_web::Routes {
    routes::demo_routes()
}

/// What this room adds.
pub fn manifest() -> Manifest {
    Manifest {
        room: "improving",
        schema: Some(SCHEMA),
        sealed: Some(pebbles::anonymous::SCHEMA),
        words: vec![Source {
            room: "improving",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(),
        permissions: permissions::PERMISSIONS,
        menu: vec![MenuEntry {
            href: "/pebbles",
            also: &[],
            key: "pebbles-menu",
            icon: "message-square",
            in_bar: true,
            rank: 5,
            shown: |viewer| viewer.may::<ReadPebbles>(),
        }],
        speaking_jobs: Some(pebbles::anonymous::release::jobs),
        batons: kinds::ALL,
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    pebbles::samples(w)
}
