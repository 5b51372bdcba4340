#![doc = include_str!("../README.md")]

mod address;
mod hours;
mod letterbox;
mod letters;
mod mailing;
mod plain;
mod sending;
mod smtp;

use relais_store::{
    Migration, Schema,
    guard::Guard,
    register::{About, Entry, Retention},
};
use relais_words::Source;

pub use address::{BadAddress, Base, Link, To};
pub use letterbox::{Letter, State, letter, letterbox};
pub use letters::{
    Draft, ImportFinished, Invitation, ManagerVacancy, Message, PasswordReset, Sentences, samples,
};
pub use mailing::{MAIL, Mailer, job};
pub use sending::send;
pub use smtp::{BadOptions, Security, Smtp, SmtpOptions};

/// The tables of this room. They come after those of `directory`, which they point at.
pub const SCHEMA: Schema = Schema {
    room: "post",
    migrations: &[Migration {
        name: "2026_11_21_post",
        sql: include_str!("../migrations/2026_11_21_post.sql"),
    }],
    guards: &[Guard::unchanged_when("sent_letter_stays_sent", "letter", "{row}.state = 'sent'")],
    register: &[Entry::new("letter", About::Staff, &["admin", "self"], Retention::Days(30, "created_at"))],
};

/// The words of this room.
pub const WORDS: Source =
    Source { room: "post", fr: include_str!("../locales/fr.ftl"), en: include_str!("../locales/en.ftl") };
