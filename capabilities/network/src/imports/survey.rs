//! The first reading of a file, before any line is judged: how many lines, which keys, and which present managers it
//! takes elsewhere. It holds sixteen bytes a line, never the texts.

use std::{
    collections::HashMap,
    fs::File,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use relais_kernel::Day;
use relais_sheets::SheetError;

use super::{columns::Mapping, people::Present, reading::Reader, record::FileKind, synonyms};

/// What the first reading found.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Lines after the header.
    pub(super) rows: i64,
    /// The first line of each key.
    seen: HashMap<u64, u32>,
    /// Some line has no key, so that nobody can be said to be missing.
    pub(super) unnumbered: bool,
    /// Present managers whose line takes them elsewhere: their first day there.
    moving: HashMap<u64, Day>,
}

impl Survey {
    /// Reads the whole file. `managers` are the present managers of units by their key.
    pub(super) async fn take(
        file: &File,
        kind: FileKind,
        mapping: &Mapping,
        managers: &HashMap<u64, Present>,
        today: Day,
    ) -> Result<Self, SheetError> {
        let mut reader = Reader::open(file, &mapping.sheet).await?;
        let code = key_code(kind);
        let mut survey = Self::default();
        loop {
            let rows = reader.batch().await?;
            if rows.is_empty() {
                return Ok(survey);
            }
            for row in rows {
                survey.rows += 1;
                let key = normal(mapping.cell(&row, code));
                if key.is_empty() {
                    survey.unnumbered = true;
                    continue;
                }
                let hash = hashed(&key);
                survey.seen.entry(hash).or_insert_with(|| u32::try_from(row.line).unwrap_or(u32::MAX));
                if let Some(present) = managers.get(&hash) {
                    let function = synonyms::function(mapping.cell(&row, "function"));
                    let from = mapping.cell(&row, "from_day").parse().ok();
                    let left = mapping.cell(&row, "left_day").parse().ok();
                    let unit = normal(mapping.cell(&row, "unit"));
                    if let Some(day) = present.elsewhere_from(&unit, &function, from, left, today) {
                        survey.moving.insert(hash, day);
                    }
                }
            }
        }
    }

    /// The line that named this key first.
    pub(super) fn first_line(&self, key: &str) -> Option<i64> {
        self.seen.get(&hashed(key)).map(|line| i64::from(*line))
    }

    /// Whether the file names the key.
    pub(super) fn names(&self, key: &str) -> bool {
        self.seen.contains_key(&hashed(key))
    }

    /// From which day the file has a present manager elsewhere.
    pub(super) fn elsewhere(&self, key: &str) -> Option<Day> {
        self.moving.get(&hashed(key)).copied()
    }
}

/// The column that a kind's lines are recognised by.
pub(super) fn key_code(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Units => "code",
        FileKind::People => "staff_number",
    }
}

/// A key as the directory stores it.
pub(super) fn normal(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Half a million keys collide with a chance below one in a hundred million.
pub(super) fn hashed(key: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    hasher.finish()
}
