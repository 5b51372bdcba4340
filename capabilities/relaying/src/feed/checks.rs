//! What may be posted: pure decisions.

use relais_kernel::PersonId;
use relais_words::{Fault, Faults};
use serde::Deserialize;

use crate::typed::within;

/// A post is read between two customers.
pub(crate) const LONGEST_POST: usize = 2000;
const SHORTEST: usize = 2;
/// Who calls everybody calls nobody.
const MOST_CALLED: usize = 5;

relais_kernel::codes! {
    /// What one answers to a post without a word.
    pub enum Reaction {
        /// Thanks.
        Thanks = "thanks",
        /// It helps.
        Useful = "useful",
        /// It is so here too.
        Same = "same",
        /// A good idea.
        Idea = "idea",
    }
}

/// A post as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub(crate) struct PostInput {
    pub(crate) words: String,
    /// Who is called.
    pub(crate) called: Vec<String>,
    /// Minted with the form, so that what a bad network sends twice is posted once.
    pub(crate) key: String,
    /// A photo came with a form that is shown again: browsers forget it.
    #[serde(skip)]
    pub(crate) had_photo: bool,
}

impl PostInput {
    /// Its words and whom it calls, of the people of the group.
    pub(crate) fn check(&self, people: &[PersonId]) -> Result<(String, Vec<PersonId>), Faults> {
        let mut faults = Faults::none();
        let words = faults.take(within(&self.words, "words", SHORTEST..=LONGEST_POST));
        let called: Option<Vec<PersonId>> =
            self.called.iter().map(|typed| typed.parse().ok().filter(|one| people.contains(one))).collect();
        let called = faults.take(match called {
            None => Err(Fault::on("called", "feed-not-of-group")),
            Some(called) if called.len() > MOST_CALLED => {
                Err(Fault::on("called", "feed-too-many").with("n", MOST_CALLED))
            }
            Some(called) => Ok(called),
        });
        words.zip(called).ok_or(faults)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn exp_12_a_post_has_words_and_calls_people_of_the_group() {
        let people: Vec<PersonId> = (0..9).map(|n| PersonId(Uuid::from_u128(n))).collect();
        let keys = |words: &str, called: &[u128]| {
            let called = called.iter().map(|n| Uuid::from_u128(*n).to_string()).collect();
            let input = PostInput { words: words.into(), called, ..PostInput::default() };
            input
                .check(&people)
                .err()
                .unwrap_or_default()
                .0
                .iter()
                .map(|f| f.key.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(keys(" ", &[]), ["field-empty"]);
        assert_eq!(keys("a", &[77]), ["relaying-too-short", "feed-not-of-group"]);
        assert_eq!(keys(&"é".repeat(2001), &[]), ["relaying-too-long"]);
        assert_eq!(keys("Bonjour", &[0, 1, 2, 3, 4, 5]), ["feed-too-many"]);
        assert_eq!(keys("Bonjour", &[0, 1, 2, 3, 4]), Vec::<String>::new());
        assert_eq!(keys(&"é".repeat(2000), &[]), Vec::<String>::new());
    }
}
