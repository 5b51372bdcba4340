//! Values as they were written, by whom, and all that is wrong with them.

use std::{collections::BTreeMap, path::PathBuf, str::FromStr};

use secrecy::{ExposeSecret as _, SecretString};

use super::keys::{KEYS, Key, Kind, OTHER_VARIABLES, PREFIX, nearest};

/// Where settings come from. The environment wins over the file.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    /// The file, with its content.
    pub file: Option<(PathBuf, String)>,
    /// The environment.
    pub environment: Vec<(String, String)>,
}

/// Who said a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Nobody.
    Default,
    /// The file.
    File,
    /// The environment.
    Environment,
}

/// Values by name, as texts, and the faults met so far.
pub(super) struct Reading {
    values: BTreeMap<&'static str, (String, Origin)>,
    pub(super) faults: Vec<String>,
}

impl Reading {
    pub(super) fn of(sources: &Sources) -> Self {
        let mut reading = Self { values: BTreeMap::new(), faults: Vec::new() };
        if let Some((path, text)) = &sources.file {
            match text.parse::<toml::Table>() {
                Ok(table) => reading.read_table(&table),
                // The error's own words would repeat the line, and the line may be a password.
                Err(error) => {
                    let at = error
                        .span()
                        .map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
                    reading.faults.push(format!("{}, line {at}: {}", path.display(), error.message()));
                }
            }
        }
        reading.read_environment(&sources.environment);
        reading
    }

    fn read_table(&mut self, table: &toml::Table) {
        for (name, value) in table {
            match value {
                toml::Value::Table(inner)
                    if KEYS.iter().any(|key| key.name.starts_with(&format!("{name}."))) =>
                {
                    for (inner_name, value) in inner {
                        self.read_value(&format!("{name}.{inner_name}"), value);
                    }
                }
                value => self.read_value(name, value),
            }
        }
    }

    fn read_value(&mut self, name: &str, value: &toml::Value) {
        let Some(key) = KEYS.iter().find(|key| key.name == name) else {
            return self.unknown(name, KEYS.iter().map(|key| key.name));
        };
        let text = match (key.kind, value) {
            (Kind::Text, toml::Value::String(text)) => text.clone(),
            (Kind::Number, toml::Value::Integer(number)) => number.to_string(),
            (Kind::Switch, toml::Value::Boolean(switch)) => switch.to_string(),
            (kind, _) => return self.faults.push(format!("{name}: {} is expected", expected(kind))),
        };
        self.values.insert(key.name, (text, Origin::File));
    }

    fn read_environment(&mut self, environment: &[(String, String)]) {
        let variables: Vec<String> = KEYS.iter().map(Key::variable).collect();
        for (name, value) in environment.iter().filter(|(name, _)| name.starts_with(PREFIX)) {
            match KEYS.iter().find(|key| key.variable() == *name) {
                // An empty variable takes a setting back to its default: unit files cannot unset.
                Some(key) if value.is_empty() => drop(self.values.remove(key.name)),
                Some(key) => drop(self.values.insert(key.name, (value.clone(), Origin::Environment))),
                None if OTHER_VARIABLES.contains(&name.as_str()) || name.starts_with("RELAIS_TEST_") => {}
                None => self.unknown(name, variables.iter().map(String::as_str)),
            }
        }
    }

    fn unknown<'a>(&mut self, name: &str, known: impl Iterator<Item = &'a str>) {
        let near = nearest(name, known).map_or_else(String::new, |near| format!("; did you mean {near}?"));
        self.faults.push(format!("{name} is not known{near}"));
    }

    /// Who said it.
    pub(super) fn origin(&self, name: &str) -> Origin {
        self.values.get(name).map_or(Origin::Default, |(_, origin)| *origin)
    }

    /// The text, if somebody said one.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        self.values.get(name).map(|(text, _)| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The value, when it can be read; a fault otherwise.
    pub(super) fn parsed<T: FromStr>(&mut self, name: &'static str, wanted: &str) -> Option<T> {
        let text = self.text(name)?;
        let value = text.parse().ok();
        if value.is_none() {
            self.wrong(name, wanted);
        }
        value
    }

    /// A number between two bounds.
    pub(super) fn number(&mut self, name: &'static str, least: u32, most: u32, default: u32) -> u32 {
        let wanted = format!("a whole number from {least} to {most}");
        match self.parsed::<u32>(name, &wanted) {
            Some(number) if (least..=most).contains(&number) => number,
            Some(_) => {
                self.wrong(name, &wanted);
                default
            }
            None => default,
        }
    }

    /// Says what is wrong with a value, showing it unless it is a secret.
    pub(super) fn wrong(&mut self, name: &'static str, wanted: &str) {
        let secret = KEYS.iter().any(|key| key.name == name && key.secret);
        let shown =
            self.text(name).filter(|_| !secret).map_or_else(String::new, |text| format!(", not {text:?}"));
        let by = match self.origin(name) {
            Origin::Environment => {
                KEYS.iter().find(|key| key.name == name).map(Key::variable).unwrap_or_default()
            }
            _ => name.to_owned(),
        };
        self.faults.push(format!("{by}: {wanted} is expected{shown}"));
    }
}

/// A secret that is said directly or is the first line of a file.
pub(super) fn secret(reading: &mut Reading, name: &'static str, file: &'static str) -> Option<SecretString> {
    let direct = reading.text(name).map(SecretString::from);
    let Some(path) = reading.text(file) else { return direct };
    if direct.is_some() {
        reading.faults.push(format!("{name} and {file}: give one of the two"));
    }
    match std::fs::read_to_string(&path) {
        Ok(text) => {
            text.lines().next().map(SecretString::from).filter(|first| !first.expose_secret().is_empty())
        }
        Err(error) => {
            reading.faults.push(format!("{file}: {path} cannot be read: {error}"));
            None
        }
    }
}

fn expected(kind: Kind) -> &'static str {
    match kind {
        Kind::Text => "a text between quotes",
        Kind::Number => "a whole number without quotes",
        Kind::Switch => "true or false, without quotes",
    }
}
