//! The register in words (PRV-01): for each table, what it is for, about whom, who reads it, how long it stays.

mod markdown;
pub(crate) mod show;

use relais_directory::{name_key, role_key};
use relais_kernel::Role;
use relais_store::register::{About, Entry, Retention};
use relais_words::Words;

pub use markdown::markdown;
pub(crate) use show::samples;

use crate::Room;

/// A room's part of the register.
pub(crate) struct Part {
    pub(crate) title: String,
    pub(crate) lines: Vec<Line>,
}

/// A table, in words.
pub(crate) struct Line {
    pub(crate) table: &'static str,
    pub(crate) about: About,
    pub(crate) purpose: String,
    pub(crate) readers: String,
    pub(crate) kept: String,
}

/// The register in one language. Rooms without tables are left out.
pub(crate) fn parts(w: &Words, rooms: &[Room]) -> Vec<Part> {
    let part = |(room, entries): &Room| Part {
        title: or_code(w, &name_key("privacy-room", room), room),
        lines: entries.iter().map(|entry| Line::of(w, entry)).collect(),
    };
    rooms.iter().filter(|(_, entries)| !entries.is_empty()).map(part).collect()
}

impl Line {
    pub(crate) fn of(w: &Words, entry: &Entry) -> Self {
        Self {
            table: entry.table,
            about: entry.about,
            purpose: or_code(w, &name_key("register", entry.table), entry.table),
            readers: readers(w, entry.readers),
            kept: kept(w, entry.retention),
        }
    }
}

/// About whom, in words.
pub(crate) fn about(w: &Words, about: About) -> String {
    let key = match about {
        About::Nobody => "privacy-about-nobody",
        About::Staff => "privacy-about-staff",
        About::Customers => "privacy-about-customers",
    };
    w.t(key).to_string()
}

fn readers(w: &Words, codes: &[&str]) -> String {
    if Role::ALL.iter().all(|role| codes.contains(&role.code())) {
        return w.t("privacy-reader-everybody").to_string();
    }
    let names = codes.iter().map(|code| or_code(w, &reader_key(code), code));
    names.collect::<Vec<_>>().join(", ")
}

fn reader_key(code: &str) -> String {
    match code.parse::<Role>() {
        Ok(role) => role_key(role),
        Err(_) => name_key("privacy-reader", code),
    }
}

fn kept(w: &Words, retention: Retention) -> String {
    match retention {
        Retention::WhileInUse => w.t("privacy-kept-in-use").to_string(),
        Retention::With(table) => w.t("privacy-kept-with").with("table", table).to_string(),
        Retention::Days(days, column) => kept_days(w, days, column),
        Retention::Emptied(days, column) => {
            w.t("privacy-kept-emptied").with("kept", kept_days(w, days, column)).to_string()
        }
    }
}

fn kept_days(w: &Words, days: u32, column: &str) -> String {
    let span = match days % 365 {
        0 if days > 0 => w.t("privacy-years").with("n", days / 365),
        _ => w.t("privacy-days").with("n", days),
    };
    let since = name_key("privacy-since", column);
    if w.has(&since) {
        let since = w.t(&since).to_string();
        w.t("privacy-kept-since").with("span", span.to_string()).with("since", since).to_string()
    } else {
        span.to_string()
    }
}

/// What the register would have to say by code, because words are missing: keys. Empty when it is complete (PRV-01).
pub fn missing(w: &Words, rooms: &[Room]) -> Vec<String> {
    let mut keys = Vec::new();
    for (room, entries) in rooms.iter().filter(|(_, entries)| !entries.is_empty()) {
        keys.push(name_key("privacy-room", room));
        for entry in *entries {
            keys.push(name_key("register", entry.table));
            keys.extend(entry.readers.iter().map(|code| reader_key(code)));
            if let Retention::Days(_, column) | Retention::Emptied(_, column) = entry.retention {
                keys.push(name_key("privacy-since", column));
            }
        }
    }
    keys.retain(|key| !w.has(key));
    keys.sort();
    keys.dedup();
    keys
}

fn or_code(w: &Words, key: &str, code: &str) -> String {
    if w.has(key) { w.t(key).to_string() } else { code.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::words;

    const EVERYBODY: &[&str] = &[
        "adviser",
        "expert",
        "unit_manager",
        "deputy",
        "coach",
        "region_lead",
        "region_host",
        "cx_lead",
        "hr",
        "training",
        "work_life",
        "recruitment",
        "sponsor",
        "assessor",
        "dpo",
        "admin",
        "staff_rep",
        "auditor",
    ];

    #[test]
    fn prv_01_an_entry_is_told_in_words() {
        let w = words();
        let line = |readers, retention| Line::of(&w, &Entry::new("unit", About::Nobody, readers, retention));
        assert_eq!(line(EVERYBODY, Retention::WhileInUse).readers, "Tout le monde ici");
        assert_eq!(
            line(&["self", "admin"], Retention::WhileInUse).readers,
            "La personne elle-même, Administration"
        );
        assert_eq!(line(&[], Retention::Days(30, "ended_at")).kept, "30 jours après la fin");
        assert_eq!(line(&[], Retention::Days(1, "sent_at")).kept, "Un jour après l’envoi");
        assert_eq!(line(&[], Retention::Days(1095, "at")).kept, "3 ans après l’acte");
        assert_eq!(line(&[], Retention::Days(7, "no_such_column")).kept, "7 jours");
        assert_eq!(
            line(&[], Retention::Emptied(730, "last_used_day")).kept,
            "2 ans après le dernier usage, puis la ligne reste vide"
        );
        assert_eq!(
            line(&[], Retention::With("person")).kept,
            "Autant que «\u{a0}person\u{a0}», dont elle dépend"
        );
    }

    #[test]
    fn prv_01_what_has_no_words_is_named() {
        let w = words();
        const UNKNOWN: &[Entry] =
            &[Entry::new("no_such_table", About::Staff, &["king"], Retention::Days(7, "reigned_at"))];
        assert_eq!(
            missing(&w, &[("castle", UNKNOWN)]),
            [
                "privacy-reader-king",
                "privacy-room-castle",
                "privacy-since-reigned-at",
                "register-no-such-table",
            ]
        );
        assert_eq!(parts(&w, &[("castle", UNKNOWN)])[0].title, "castle");
    }

    #[test]
    fn prv_01_the_foundation_is_told_in_full() {
        let rooms =
            [relais_store::SCHEMA, relais_directory::SCHEMA].map(|schema| (schema.room, schema.register));
        assert_eq!(missing(&words(), &rooms), Vec::<String>::new());
    }
}
