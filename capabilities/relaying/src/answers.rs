//! An answer as it is read standing, in front of a customer: its numbered lines are steps.

use askama::{Template, filters::HtmlSafe};

/// A part of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    /// Lines as they were written.
    Words(String),
    /// Things to do, one after another, from the number that was written first.
    Steps(u32, Vec<String>),
}

/// An answer in its parts.
#[derive(Clone, Debug, Template)]
#[template(path = "answer.html")]
pub(crate) struct Answer {
    parts: Vec<Part>,
}

impl HtmlSafe for Answer {}

impl Answer {
    pub(crate) fn new(text: &str) -> Self {
        Self { parts: parts(text) }
    }
}

/// The parts of an answer. Lines that begin with consecutive numbers are steps; a line alone is no list.
fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for line in text.lines() {
        match (numbered(line), parts.last_mut()) {
            (Some((n, step)), Some(Part::Steps(first, steps)))
                if u64::from(n) == u64::from(*first) + steps.len() as u64 =>
            {
                steps.push(step.to_owned());
            }
            (Some((n, step)), _) => parts.push(Part::Steps(n, vec![step.to_owned()])),
            // An empty line between two steps keeps them one list.
            (None, Some(Part::Steps(..))) if line.trim().is_empty() => {}
            (None, Some(Part::Words(words))) => {
                words.push('\n');
                words.push_str(line);
            }
            (None, _) => parts.push(Part::Words(line.to_owned())),
        }
    }
    let alone = |part: &mut Part| {
        if let Part::Steps(n, steps) = part
            && let [step] = steps.as_slice()
        {
            *part = Part::Words(format!("{n}. {step}"));
        }
    };
    parts.iter_mut().for_each(alone);
    parts.retain(|part| !matches!(part, Part::Words(words) if words.trim().is_empty()));
    parts
}

/// `2. Attendre`, `2) Attendre`, `2 - Attendre`: a number below a hundred, a mark, and something to do.
fn numbered(line: &str) -> Option<(u32, &str)> {
    let line = line.trim_start();
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let n: u32 = line.get(..digits)?.parse().ok().filter(|n| (1..100).contains(n))?;
    let rest = line.get(digits..)?.trim_start();
    let step = rest.strip_prefix(['.', ')', '-', '–', '°', ':'])?;
    // « 10.5 » and « 2-3 » are no steps.
    if !step.starts_with(char::is_whitespace) {
        return None;
    }
    Some((n, step.trim())).filter(|(_, step)| !step.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Part {
        Part::Words(text.into())
    }

    fn steps(first: u32, steps: &[&str]) -> Part {
        Part::Steps(first, steps.iter().map(|step| (*step).into()).collect())
    }

    #[test]
    fn exp_02_numbered_lines_are_steps() {
        let text = "Rien de grave.\n1. Débrancher.\n2) Attendre dix secondes.\n\n3 - Rebrancher.\nEt voilà.";
        let read = [
            words("Rien de grave."),
            steps(1, &["Débrancher.", "Attendre dix secondes.", "Rebrancher."]),
            words("Et voilà."),
        ];
        assert_eq!(parts(text), read);
        assert_eq!(parts("3. Rattacher.\n4. Attendre."), [steps(3, &["Rattacher.", "Attendre."])]);
    }

    #[test]
    fn what_only_looks_like_a_step_stays_as_it_was_written() {
        for text in
            ["1. Rebrancher.", "10.5 volts", "2-3 fois", "2027. Bonne année", "0. Rien", "1.", "", "a\n\nb"]
        {
            let left: Vec<Part> = Some(words(text)).into_iter().filter(|_| !text.is_empty()).collect();
            assert_eq!(parts(text), left, "{text}");
        }
        assert_eq!(parts("1. A\n3. B"), [words("1. A"), words("3. B")], "two that do not follow");
    }
}
