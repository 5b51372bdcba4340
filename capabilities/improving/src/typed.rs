//! Words as people type them: neither missing nor endless.

use relais_words::Fault;

pub(crate) const SHORTEST: usize = 3;
/// What is said at some length: a question, an obstacle, an answer.
pub(crate) const LONGEST: usize = 1000;
/// What is said in a line: a title, a place.
pub(crate) const LINE: usize = 120;

/// Words that must be there.
pub(crate) fn words(typed: &str, field: &'static str, longest: usize) -> Result<String, Fault> {
    let text = typed.trim();
    let length = text.chars().count();
    if length == 0 {
        Err(Fault::on(field, "field-empty"))
    } else if length < SHORTEST {
        Err(Fault::on(field, "pebble-too-short"))
    } else {
        some(typed, field, longest)
    }
}

/// The same where leaving them out says something of its own.
pub(crate) fn words_or(
    typed: &str,
    field: &'static str,
    missing: &'static str,
    longest: usize,
) -> Result<String, Fault> {
    words(typed, field, longest).map_err(|fault| match &*fault.key {
        "field-empty" => Fault::on(field, missing),
        _ => fault,
    })
}

/// Words that may be left out.
pub(crate) fn some(typed: &str, field: &'static str, longest: usize) -> Result<String, Fault> {
    let text = typed.trim();
    let length = text.chars().count();
    if length > longest {
        Err(Fault::on(field, "pebble-too-long").with("n", longest).with("typed", length))
    } else {
        Ok(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_neither_missing_nor_endless() {
        let key = |typed: &str| words(typed, "text", 5).map_err(|fault| fault.key.to_string());
        assert_eq!(key(" "), Err("field-empty".into()));
        assert_eq!(key("ah"), Err("pebble-too-short".into()));
        assert_eq!(key("éééééé"), Err("pebble-too-long".into()));
        assert_eq!(key("  ééééé "), Ok("ééééé".into()));
        assert_eq!(some("  ", "text", 5), Ok(String::new()));
        assert_eq!(words_or("", "text", "why", 5).map_err(|fault| fault.key.to_string()), Err("why".into()));
    }
}
