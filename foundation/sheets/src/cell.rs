//! What can be written in a cell.

/// A value to write. What it reads back as is told in the README.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Text; made harmless when a spreadsheet would take it for a formula.
    Text(String),
    /// A whole number.
    Int(i64),
    /// A number; written as nothing when it is infinite or none.
    Float(f64),
    /// A day: year, month 1–12, day 1–31.
    Day(u16, u8, u8),
    /// Nothing.
    Empty,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<f64> for Cell {
    fn from(number: f64) -> Self {
        Self::Float(number)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
