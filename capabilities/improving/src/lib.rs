#![doc = include_str!("../README.md")]

mod boards;
mod demo;
mod duties;
mod guards;
mod house_rules;
mod incoherences;
mod kinds;
mod obstacles;
mod pebbles;
mod permissions;
mod places;
mod promises;
mod register;
mod routes;
mod search;
mod settings;
mod solutions;
mod tabs;
mod typed;

use relais_store::{Migration, Schema};
use relais_web::{Manifest, MenuEntry, Sample};
use relais_words::{Source, Words};

pub use kinds::{ANSWER, DOING, INCOHERENCE, OBSTACLE, RULE};
pub use pebbles::anonymous::release::RELEASE;
pub use permissions::{
    ChallengeRule, EditDuties, ReadObstacles, ReadPebbles, ReadRules, ReadSolutions, SayObstacle, SayPebble,
    ShareSolution, WriteRules,
};

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
            name: "2026_11_22_pebble_duties",
            sql: include_str!("../migrations/2026_11_22_pebble_duties.sql"),
        },
        Migration {
            name: "2026_11_22_improving_words",
            sql: include_str!("../migrations/2026_11_22_improving_words.sql"),
        },
        Migration {
            name: "2026_11_22_house_rules",
            sql: include_str!("../migrations/2026_11_22_house_rules.sql"),
        },
        Migration {
            name: "2026_11_22_incoherences",
            sql: include_str!("../migrations/2026_11_22_incoherences.sql"),
        },
        Migration {
            name: "2026_11_22_obstacles",
            sql: include_str!("../migrations/2026_11_22_obstacles.sql"),
        },
        Migration {
            name: "2026_11_22_solutions",
            sql: include_str!("../migrations/2026_11_22_solutions.sql"),
        },
    ],
    guards: guards::ALL,
    register: register::OWN,
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
            also: &["/rules", "/incoherences", "/obstacles", "/solutions", "/board"],
            key: "improving-menu",
            icon: "message-square",
            in_bar: true,
            rank: 5,
            shown: |viewer| viewer.may::<ReadPebbles>(),
        }],
        speaking_jobs: Some(pebbles::anonymous::release::jobs),
        jobs: vec![solutions::ageing::job()],
        batons: kinds::ALL,
        search: search::kinds(),
        settings: settings::ALL,
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    [
        pebbles::samples(w),
        house_rules::samples(w),
        incoherences::samples(w),
        obstacles::samples(w),
        solutions::samples(w),
        duties::samples(w),
        boards::show::samples(w),
    ]
    .concat()
}
