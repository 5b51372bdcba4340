#![doc = include_str!("../README.md")]

mod address;
mod calling;
mod choices;
mod deciding;
mod hours;
mod letterbox;
mod letters;
mod mailing;
mod notices;
mod plain;
mod push;
mod sending;
pub mod sms;
mod smtp;

use relais_kernel::Setting;
use relais_store::{
    Migration, Schema,
    guard::Guard,
    register::{About, Entry, Retention},
};
use relais_words::Source;

pub use address::{BadAddress, Base, Link, To};
pub use calling::{CALLING, Caller, calling};
pub use choices::{Choice, choice, put_choice};
pub use letterbox::{Letter, State, letter, letterbox};
pub use letters::{
    Digest, Draft, ImportFinished, Invitation, ManagerVacancy, Message, PasswordReset, Sentences, samples,
};
pub use mailing::{MAIL, Mailer, job};
pub use notices::{Notice, Stage, calls_to, notify, notify_all, over, over_but_for, seen};
pub use push::{DeviceLine, Push, Subscription, add_device, devices_of, make_key, public_key, remove_device};
pub use sending::send;
pub use smtp::{BadOptions, Security, Smtp, SmtpOptions};

/// The tables of this room. They come after those of `directory` and `contact`, which they point at.
pub const SCHEMA: Schema = Schema {
    room: "post",
    migrations: &[
        Migration { name: "2026_11_21_post", sql: include_str!("../migrations/2026_11_21_post.sql") },
        Migration { name: "2026_11_22_calling", sql: include_str!("../migrations/2026_11_22_calling.sql") },
        Migration { name: "2026_11_22_sms", sql: include_str!("../migrations/2026_11_22_sms.sql") },
    ],
    guards: &[
        Guard::unchanged_when("sent_letter_stays_sent", "letter", "{row}.state = 'sent'"),
        Guard::moves_only(
            "notice_leaves_once",
            "notice",
            &["state"],
            "({old}.state = 'waiting' or ({old}.state = 'mailed' and {row}.state = 'over'))",
        ),
        Guard::fixed("push_key_stays", "push_key", &["secret"]),
        sms::GUARDS[0],
        sms::GUARDS[1],
        sms::GUARDS[2],
        sms::GUARDS[3],
    ],
    register: &[
        // A letter may hold a link to sign in, which belongs to its mailbox alone.
        Entry::new("letter", About::Staff, &["admin", "self"], Retention::Days(30, "created_at"))
            .without(&["text", "html"]),
        Entry::new("post_choice", About::Staff, &["self"], Retention::With("person")),
        Entry::new("notice", About::Staff, &["self"], Retention::Days(30, "created_at")),
        Entry::new("push_device", About::Staff, &["self"], Retention::With("session")).without(&["endpoint"]),
        Entry::new("push_key", About::Nobody, &["nobody"], Retention::WhileInUse),
        sms::REGISTER[0],
        sms::REGISTER[1],
    ],
};

/// What an organisation may set of it.
pub const SETTINGS: &[Setting] = &[sms::PER_NUMBER, sms::PER_DAY, sms::SPEND, sms::PARTS];

/// The words of this room.
pub const WORDS: Source =
    Source { room: "post", fr: include_str!("../locales/fr.ftl"), en: include_str!("../locales/en.ftl") };
