//! How long what somebody typed may be: one rule for all forms of this room, told on the field.

use std::ops::RangeInclusive;

use relais_words::Fault;

/// Words between a least and a most number of characters, without the blanks around them.
pub(crate) fn within(
    typed: &str,
    field: &'static str,
    length: RangeInclusive<usize>,
) -> Result<String, Fault> {
    match typed.trim().chars().count() {
        0 => Err(Fault::on(field, "field-empty")),
        n if n < *length.start() => Err(Fault::on(field, "relaying-too-short").with("n", length.start())),
        _ => at_most(typed, field, *length.end()),
    }
}

/// Words that may be left out.
pub(crate) fn at_most(typed: &str, field: &'static str, most: usize) -> Result<String, Fault> {
    let text = typed.trim();
    if text.chars().count() > most {
        return Err(Fault::on(field, "relaying-too-long").with("n", most));
    }
    Ok(text.to_owned())
}

/// The same with single blanks, however it was typed.
pub(crate) fn one_line(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_told_where_it_is_too_short_or_too_long() {
        let key = |typed: &str| within(typed, "words", 3..=5).map_err(|fault| fault.key.to_string());
        assert_eq!(key("  "), Err("field-empty".into()));
        assert_eq!(key(" ab "), Err("relaying-too-short".into()));
        assert_eq!(key(" abc "), Ok("abc".into()));
        assert_eq!(key("ééééé"), Ok("ééééé".into()));
        assert_eq!(key("éééééé"), Err("relaying-too-long".into()));
        let key = |typed: &str| at_most(typed, "words", 2).map_err(|fault| fault.key.to_string());
        assert_eq!(
            (key(" "), key("ab"), key("abc")),
            (Ok(String::new()), Ok("ab".into()), Err("relaying-too-long".into()))
        );
    }
}
