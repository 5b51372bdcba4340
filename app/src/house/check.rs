//! What must be true of all rooms together; a test asks, so that a start need not.

use std::collections::BTreeSet;

use relais_kernel::Role;
use relais_store::schema;
use relais_web::Site;

use super::House;
use crate::failed::Outcome;

impl House {
    /// Everything that is wrong: the register (PRV-01), names borne twice, events nobody does anything about. Jobs that
    /// speak are made for the given site.
    pub fn check(&self, site: &Site) -> Outcome<Vec<String>> {
        let words = self.words()?;
        let speaking = self.speaking_jobs.iter().flat_map(|kinds| kinds(site));
        let keeping = relais_baton::jobs(&self.batons);
        let jobs: Vec<&str> =
            self.jobs.iter().cloned().chain(keeping).chain(speaking).map(|kind| kind.name()).collect();
        let mut faults = relais_privacy::missing(&words, &self.register());
        for kind in &self.batons {
            faults.extend(kind.faults().into_iter().map(|fault| format!("{}: {fault}", kind.code)));
            let keys = ["who", "promise", "act"].map(|what| kind.key(what));
            faults.extend(keys.into_iter().filter(|key| !words.has(key)));
        }
        let tables: BTreeSet<String> = [schema::tables(&self.schemas)?, schema::tables(&self.sealed)?]
            .concat()
            .into_iter()
            .map(|table| table.name)
            .collect();
        let mut told = BTreeSet::new();
        for entry in self.schemas.iter().chain(&self.sealed).flat_map(|schema| schema.register) {
            if !told.insert(entry.table) {
                faults.push(format!("{}: two entries in the register", entry.table));
            }
            if !tables.contains(entry.table) {
                faults.push(format!("{}: in the register, and no table", entry.table));
            }
            for reader in entry.readers.iter().filter(|reader| !is_reader(reader)) {
                faults.push(format!("{}: {reader} is no role", entry.table));
            }
        }
        let silent = tables.iter().filter(|table| !told.contains(table.as_str()));
        faults.extend(silent.map(|table| format!("{table}: no entry in the register")));
        doubles(&mut faults, "permission", self.permissions.iter().map(|spec| spec.name));
        doubles(&mut faults, "kind of baton", self.batons.iter().map(|kind| kind.code));
        doubles(&mut faults, "job", jobs.iter().copied());
        doubles(&mut faults, "kind of topic", self.topics.iter().map(|topic| topic.kind));
        doubles(&mut faults, "menu entry", self.menu.iter().map(|entry| entry.href));
        let lost = self.listeners.iter().filter(|l| !jobs.contains(&l.job));
        faults.extend(lost.map(|l| format!("{}: becomes the job {}, which nobody does", l.event, l.job)));
        Ok(faults)
    }
}

fn is_reader(code: &str) -> bool {
    matches!(code, "self" | "nobody") || code.parse::<Role>().is_ok()
}

fn doubles<'a>(faults: &mut Vec<String>, what: &str, names: impl Iterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    faults.extend(
        names.filter(|name| !seen.insert(*name)).map(|name| format!("{what} {name} is declared twice")),
    );
}
