//! Whole sentences as advisers and customers type them: `sentences.txt`, each with what is to be left of it.

use relais_verbatim::redaction::redacted;

use crate::name_of;

#[test]
fn prv_06_of_each_sentence_what_may_be_kept_is_left() {
    let cases: Vec<(&str, &str)> =
        include_str!("sentences.txt").split("\n\n").filter_map(|case| case.trim().split_once('\n')).collect();
    assert!(cases.len() >= 60, "{} cases", cases.len());
    for (text, left) in cases {
        let left = if left == "=" { text } else { left };
        assert_eq!(redacted(text, name_of), left);
    }
}
