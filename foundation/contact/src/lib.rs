#![doc = include_str!("../README.md")]

mod address;
mod consents;
mod contacts;
mod deciding;
mod email;
mod erasing;
mod ledger;
mod name;
mod phone;
mod register;
pub mod sms_text;
mod suppressions;

use relais_kernel::Setting;
use relais_store::{Migration, Schema, guard::Guard, guard::Rule as GuardRule, jobs::Kind};
use relais_words::Source;

pub use address::{Address, Channel};
pub use consents::{How, Purpose, consent, has, withdraw};
pub use contacts::{Contact, Typed, find, find_or_add, hold, read, used};
pub use deciding::{
    About, Asked, Class, Person, RELATIONAL_EVERY, Rule, Rules, Sent, State, TRANSACTIONAL_EVERY, Verdict,
    decide,
};
pub use email::Email;
pub use erasing::{KEPT_DAYS, erase};
pub use ledger::{LedgerId, may_contact, may_still, note, settle, told, written_to};
pub use name::GivenName;
pub use phone::{Phone, PhoneKind};
pub use suppressions::{
    Source as SuppressionSource, is_suppressed, lift, opt_out, suppress, suppress_all, suppressed_of,
};

/// The tables of this room. They come after those of `directory`, which they point at.
pub const SCHEMA: Schema = Schema {
    room: "contact",
    migrations: &[Migration {
        name: "2026_11_22_contact",
        sql: include_str!("../migrations/2026_11_22_contact.sql"),
    }],
    guards: &[
        Guard::unchanged_when("erased_contact_stays_erased", "contact", "{row}.erased_day is not null"),
        Guard::fixed(
            "consent_stays_as_given",
            "contact_consent",
            &["contact_id", "purpose", "how", "given_at"],
        ),
        Guard::moves_only(
            "withdrawn_consent_stays_withdrawn",
            "contact_consent",
            &["withdrawn_at"],
            "({old}.withdrawn_at is null)",
        ),
        Guard::kept_when("suppression_is_never_removed", "contact_suppression", "1 = 1"),
        Guard::fixed(
            "suppression_stays_as_said",
            "contact_suppression",
            &["hash", "channel", "source", "since_day"],
        ),
        Guard::moves_only(
            "lifted_suppression_stays_lifted",
            "contact_suppression",
            &["lifted_day", "lifted_how"],
            "({old}.lifted_day is null)",
        ),
        Guard::fixed(
            "ledger_stays_as_noted",
            "contact_ledger",
            &["contact_hash", "class", "channel", "at", "local_day", "about_kind", "about_id"],
        ),
        Guard::moves_only("ledger_settles_once", "contact_ledger", &["state"], "({old}.state = 'leaving')"),
        // The net below `decide`, for one address: two nodes that ask at once cannot both survey it within a day.
        Guard {
            name: "no_two_surveys_within_a_day",
            table: "contact_ledger",
            rule: GuardRule::NoOverlap {
                key: &["org_id", "contact_hash"],
                when: "{row}.class in ('transactional', 'relational', 'second_measure') and {row}.state <> 'failed'",
                from: "{row}.at",
                to: "({row}.at + 86399999999)",
            },
        },
    ],
    register: register::OWN,
};

/// The work of this room: what was not used for too long is forgotten.
pub fn jobs() -> Vec<Kind> {
    vec![erasing::job()]
}

/// What an organisation may set of it.
pub const SETTINGS: &[Setting] = &[TRANSACTIONAL_EVERY, RELATIONAL_EVERY];

/// The words of this room.
pub const WORDS: Source =
    Source { room: "contact", fr: include_str!("../locales/fr.ftl"), en: include_str!("../locales/en.ftl") };
