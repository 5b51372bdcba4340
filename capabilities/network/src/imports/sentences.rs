//! Codes as sentences: why a file is refused, what is wrong with a line.

use relais_sheets::{SheetError, column_name};
use relais_words::{Fault, Words};

use super::{findings::LineFault, record::Record};

/// The code and data that an import keeps of a file that cannot be read.
pub(super) fn refusal_of(error: &SheetError) -> (String, Vec<(String, String)>) {
    let number = |name: &str, value: u64| (name.to_owned(), value.to_string());
    let size = |value: usize| u64::try_from(value).unwrap_or(u64::MAX);
    let args = match error {
        SheetError::FileTooLarge { limit, .. } => vec![number("limit", limit / 1_000_000)],
        SheetError::UnzippedTooLarge { limit } => vec![number("limit", limit / 1_000_000)],
        SheetError::BrokenText { line } | SheetError::QuoteNeverClosed { line } => {
            vec![number("line", *line)]
        }
        SheetError::TooManyRows { line, limit } => vec![number("line", *line), number("limit", *limit)],
        SheetError::TooManyColumns { line, limit } => {
            vec![number("line", *line), number("limit", size(*limit))]
        }
        SheetError::CellTooLong { line, column, limit } => vec![
            number("line", *line),
            ("column".to_owned(), column_name(*column)),
            number("limit", size(*limit)),
        ],
        SheetError::TooManyParts { limit } => vec![number("limit", size(*limit))],
        SheetError::RatioTooHigh { limit } => vec![number("limit", *limit)],
        SheetError::NoSuchSheet { name } => vec![("name".to_owned(), name.clone())],
        _ => Vec::new(),
    };
    (format!("import-file-{}", error.code()), args)
}

/// The sentence for a file that cannot be read.
pub(super) fn file_sentence(w: &Words, error: &SheetError) -> String {
    let (code, args) = refusal_of(error);
    sentence(w, &code, &args)
}

/// Why an import was refused, taken back or broken off; none when it was not.
pub fn refusal_sentence(w: &Words, record: &Record) -> Option<String> {
    let code = record.error.as_deref()?;
    Some(sentence(w, code, &record.reason_args()))
}

/// A key with arguments as stored: those that are numbers choose plurals and are grouped.
fn sentence(w: &Words, key: &str, args: &[(String, String)]) -> String {
    let say = args.iter().fold(w.t(key), |say, (name, value)| match value.parse::<i64>() {
        Ok(number) => say.with(name, number),
        Err(_) => say.with(name, value.as_str()),
    });
    say.to_string()
}

/// What is wrong with a line. What was typed stays as it was typed, also when it is a number.
pub fn fault_sentence(w: &Words, fault: &LineFault) -> String {
    let said = Fault::on(fault.column.clone(), fault.message.clone());
    fault.args.iter().fold(said, |said, (name, value)| said.with(name.clone(), value)).say(w)
}
