//! What thanks may be.

use relais_words::Fault;
use serde::Deserialize;

use crate::typed::within;

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
        within(&self.words, "thanks", SHORTEST..=LONGEST_THANKS)
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
