#![doc = include_str!("../README.md")]

mod clean;
mod kind;
mod outline;
mod pictures;
mod queue;
mod unfit;

use relais_store::{
    Migration, Schema,
    guard::Guard,
    register::{About, Entry, Retention},
};
use relais_words::Source;

pub use clean::{Limits, clean};
pub use pictures::{Picture, keep, read, remove};
pub use queue::{attached, cleaned};
pub use unfit::{FIELD, Unfit};

/// The tables of this room. They come after those of `directory`, which they point at.
pub const SCHEMA: Schema = Schema {
    room: "files",
    migrations: &[Migration {
        name: "2026_11_22_files",
        sql: include_str!("../migrations/2026_11_22_files.sql"),
    }],
    guards: &[Guard::unchanged_when("picture_stays_as_it_is", "picture", "1 = 1")],
    register: &[
        // Whoever reads what it is attached to reads it, and nobody else.
        Entry::new(
            "picture",
            About::Staff,
            &["self", "unit_manager", "deputy", "region_lead", "region_host", "cx_lead", "hr", "admin"],
            Retention::WhileInUse,
        ),
    ],
};

/// The words of this room.
pub const WORDS: Source =
    Source { room: "files", fr: include_str!("../locales/fr.ftl"), en: include_str!("../locales/en.ftl") };
