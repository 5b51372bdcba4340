#![doc = include_str!("../README.md")]

mod answers;
mod boards;
mod cases;
mod cooperation;
mod demo;
mod feed;
mod groups;
mod guards;
mod handoffs;
mod kinds;
mod knowledge;
mod permissions;
mod photos;
mod questions;
mod redacting;
mod references;
mod register;
mod routes;
mod settings;
mod status;
mod thanks;
mod tools;
mod typed;

use relais_store::{Migration, Schema};
use relais_web::{Manifest, MenuEntry, OfflineForm, Sample};
use relais_words::{Source, Words};

pub use kinds::{CASE, ENTRY, QUESTION, TOOL};
pub use knowledge::index::{Document, Kind, put_new};
pub use permissions::{
    AskQuestion, EditGroups, EditReferences, ReadBoards, ReadCases, ReadGroups, ReadKnowledge, ReadNeeds,
    ReadQuestions,
};
pub use status::effort::{Cut, Effort, Figures, efforts};

/// The tables of this room.
pub const SCHEMA: Schema = Schema {
    room: "relaying",
    migrations: &[
        Migration { name: "2026_11_22_relaying", sql: include_str!("../migrations/2026_11_22_relaying.sql") },
        Migration {
            name: "2026_11_22_relaying_cases",
            sql: include_str!("../migrations/2026_11_22_relaying_cases.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_pictures",
            sql: include_str!("../migrations/2026_11_22_relaying_pictures.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_answers",
            sql: include_str!("../migrations/2026_11_22_relaying_answers.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_references",
            sql: include_str!("../migrations/2026_11_22_relaying_references.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_knowledge",
            sql: include_str!("../migrations/2026_11_22_relaying_knowledge.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_status",
            sql: include_str!("../migrations/2026_11_22_relaying_status.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_boards",
            sql: include_str!("../migrations/2026_11_22_relaying_boards.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_feed",
            sql: include_str!("../migrations/2026_11_22_relaying_feed.sql"),
        },
        Migration {
            name: "2026_11_22_relaying_tools",
            sql: include_str!("../migrations/2026_11_22_relaying_tools.sql"),
        },
        Migration {
            name: "2026_11_23_relaying_groups_change",
            sql: include_str!("../migrations/2026_11_23_relaying_groups_change.sql"),
        },
    ],
    guards: guards::ALL,
    register: register::OWN,
};

/// What this room adds.
pub fn manifest() -> Manifest {
    Manifest {
        room: "relaying",
        schema: Some(SCHEMA),
        words: vec![Source {
            room: "relaying",
            fr: include_str!("../locales/fr.ftl"),
            en: include_str!("../locales/en.ftl"),
        }],
        routes: routes::routes(),
        permissions: permissions::PERMISSIONS,
        menu: vec![MenuEntry {
            href: "/questions",
            also: &["/groups", "/cases", "/knowledge", "/thanks"],
            key: "relaying-menu",
            icon: "hand-helping",
            in_bar: true,
            rank: 3,
            shown: |viewer| viewer.may::<ReadQuestions>(),
        }],
        offline: Some(OfflineForm { path: "/questions/new", shown: |viewer| viewer.may::<AskQuestion>() }),
        batons: kinds::ALL,
        settings: settings::ALL,
        jobs: vec![boards::recount::job(), feed::job(), handoffs::job(), status::effort::forgetting()],
        samples: Some(samples),
        demo: Some(demo::fill),
        ..Manifest::default()
    }
}

fn samples(w: &Words) -> Vec<Sample> {
    let asking = [cases::samples(w), questions::samples(w), references::samples(w), status::samples(w)];
    let groups = [groups::samples(w), knowledge::samples(w), feed::samples(w), thanks::samples(w)];
    let boards = [boards::samples(w), cooperation::samples(w), handoffs::samples(w), tools::samples(w)];
    asking.into_iter().chain(groups).chain(boards).flatten().collect()
}
