//! What thanks may be.

use relais_words::Fault;
use serde::Deserialize;

/// A few words: more would be a letter.
pub(crate) const LONGEST_THANKS: usize = 300;
const SHORTEST: usize = 3;

/// Thanks as somebody typed them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct ThanksInput {
    pub(crate) words: String,
}

impl ThanksInput {
    /// The words.
    pub(crate) fn check(&self) -> Result<String, Fault> {
        let words = self.words.trim();
        match words.chars().count() {
            0 => Err(Fault::on("thanks", "field-empty")),
            n if n < SHORTEST => Err(Fault::on("thanks", "relaying-too-short").with("n", SHORTEST)),
            n if n > LONGEST_THANKS => {
                Err(Fault::on("thanks", "relaying-too-long").with("n", LONGEST_THANKS))
            }
            _ => Ok(words.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thanks_are_a_few_words() {
        let key =
            |words: &str| ThanksInput { words: words.into() }.check().map_err(|fault| fault.key.to_string());
        assert_eq!(key("  "), Err("field-empty".into()));
        assert_eq!(key("ok"), Err("relaying-too-short".into()));
        assert_eq!(key(&"é".repeat(301)), Err("relaying-too-long".into()));
        assert_eq!(key(" Merci "), Ok("Merci".into()));
        assert!(key(&"é".repeat(300)).is_ok());
    }
}
