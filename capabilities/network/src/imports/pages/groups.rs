//! Faults as shown: those that say the same of many lines stand together.

use relais_words::Words;

use crate::imports::{findings::LineFault, sentences::fault_sentence};

/// Lines that have the same fault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Group {
    lines: Vec<i64>,
    /// The file's own name of the column.
    pub(super) column: String,
    /// What is wrong.
    pub(super) sentence: String,
}

/// The faults, in order of the first line of each.
pub(super) fn grouped(w: &Words, faults: &[LineFault]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for fault in faults {
        let sentence = fault_sentence(w, fault);
        let same = groups.iter_mut().find(|one| one.column == fault.column && one.sentence == sentence);
        match same {
            Some(group) if group.lines.last() != Some(&fault.line) => group.lines.push(fault.line),
            Some(_) => {}
            None => groups.push(Group { lines: vec![fault.line], column: fault.column.clone(), sentence }),
        }
    }
    groups
}

impl Group {
    /// Of the file as a whole.
    pub(super) fn is_whole(&self) -> bool {
        self.lines == [0]
    }

    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// `2`, or `2 to 9, 12`, or the first of many.
    pub(super) fn lines(&self, w: &Words) -> String {
        const MOST: usize = 4;
        let mut runs: Vec<(i64, i64)> = Vec::new();
        for line in &self.lines {
            match runs.last_mut() {
                Some((_, end)) if *end + 1 == *line => *end = *line,
                _ => runs.push((*line, *line)),
            }
        }
        let run = |(from, to): &(i64, i64)| match from == to {
            true => from.to_string(),
            false => {
                w.t("import-lines-run").with("from", from.to_string()).with("to", to.to_string()).to_string()
            }
        };
        let mut told: Vec<String> = runs.iter().take(MOST).map(run).collect();
        if runs.len() > MOST {
            told.push("…".to_owned());
        }
        told.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_06_identical_faults_stand_together() {
        let catalogue = relais_words::Catalogue::build(&[relais_words::Source {
            room: "test",
            fr: "unknown = Inconnu : { $typed }\nimport-lines-run = { $from } à { $to }\n",
            en: "unknown = Unknown: { $typed }\nimport-lines-run = { $from } to { $to }\n",
        }])
        .unwrap();
        let words = Words::new(std::sync::Arc::new(catalogue), relais_kernel::Locale::Fr);
        let fault = |line, typed: &str| LineFault {
            line,
            column: "Région".into(),
            message: "unknown".into(),
            args: vec![("typed".into(), typed.into())],
        };
        let faults = [fault(2, "Sud"), fault(3, "Sud"), fault(4, "Nord"), fault(5, "Sud"), fault(9, "Sud")];
        let groups = grouped(&words, &faults);
        let lines: Vec<_> = groups.iter().map(|group| group.lines(&words)).collect();
        assert_eq!(lines, ["2 à 3, 5, 9", "4"]);
    }
}
