//! What a text is looked for by, and what is forgiven to whoever types.

use proptest::prelude::*;
use relais_verbatim::terms::{BEGUN, FORGIVEN, Term, is_slip, lookups, spellings, terms, weight};

fn forms(folded: &str) -> Vec<String> {
    terms(folded).into_iter().map(|term| term.form).collect()
}

#[test]
fn elisions_and_empty_words_are_left_out_and_inflections_meet() {
    assert_eq!(forms("l appareil ne s allume plus du tout"), ["appareil", "allume"]);
    let stems = |text| terms(text).into_iter().map(|term| term.stem).collect::<Vec<_>>();
    assert_eq!(stems("les appareils clignotent"), stems("l appareil clignote"));
    assert_eq!(forms(""), [""; 0]);
    assert_eq!(forms("de la le"), [""; 0]);
    assert_eq!(forms(&"x".repeat(41)), [""; 0]);
}

#[test]
fn models_and_numbers_are_kept_and_written_in_one_or_apart() {
    let apart = terms("livebox 5 voyant");
    assert_eq!(forms("livebox 5 voyant"), ["livebox", "5", "livebox5", "voyant"]);
    assert_eq!(forms("livebox5"), ["livebox", "5", "livebox5"]);
    let extra = |term: &Term| term.extra;
    assert_eq!(apart.iter().map(extra).collect::<Vec<_>>(), [false, true, true, false]);
    for (one, other, meet) in
        [("wi fi", "wifi", "wifi"), ("4 g", "4g", "4g"), ("e sim", "esim", "esim"), ("a54", "a54", "a54")]
    {
        for text in [one, other] {
            assert!(forms(text).contains(&meet.to_owned()), "{text}: {:?}", forms(text));
        }
    }
    assert_eq!(forms("12 34"), ["12", "34"], "two numbers stay two");
}

#[test]
fn a_slip_is_one_letter_and_no_more() {
    for (one, other, slip) in [
        ("voyant", "voyan", true),
        ("voyant", "voyantt", true),
        ("voyant", "voyent", true),
        ("voyant", "voaynt", true),
        ("voyant", "voyant", false),
        ("voyant", "vyaont", false),
        ("voyant", "vayent", false),
        ("voyant", "voy", false),
        ("a", "", true),
        ("ab", "ba", true),
    ] {
        assert_eq!((is_slip(one, other), is_slip(other, one)), (slip, slip), "{one} {other}");
    }
}

#[test]
fn short_words_and_numbers_are_taken_as_they_are() {
    for form in ["box", "wifi", "livebox5", "20000"] {
        assert!(spellings(form).is_empty(), "{form}");
    }
    assert!(lookups("box", true).is_empty());
    assert_eq!(lookups("clig", true).into_iter().collect::<Vec<_>>(), ["clig", "clig*"]);
    assert!(!lookups("clign", false).contains("clign*"));
}

#[test]
fn what_is_rare_weighs_more_and_nothing_weighs_nothing() {
    assert!(weight(1, 1000) > weight(10, 1000) && weight(1000, 1000) > 0.0);
    assert!((weight(0, 0) - weight(1, 1)).abs() > 0.0 && weight(5, 2) > 0.0);
}

/// A word, a slip in it, and the letter that it brings.
fn slipped() -> impl Strategy<Value = (String, String)> {
    ("[a-z]{5,14}", 0_usize..14, 0_u8..4, prop::char::range('a', 'z')).prop_map(
        |(word, place, slip, letter)| {
            let mut letters: Vec<char> = word.chars().collect();
            let place = place % letters.len();
            match slip {
                0 => drop(letters.remove(place)),
                1 => letters.insert(place, letter),
                2 => letters[place] = letter,
                _ => letters.swap(place, (place + 1) % word.len()),
            }
            (word, letters.into_iter().collect())
        },
    )
}

proptest! {
    #[test]
    fn prop_a_slip_of_one_letter_is_met((word, typed) in slipped()) {
        prop_assume!(is_slip(&word, &typed));
        prop_assert!(!spellings(&word).is_disjoint(&lookups(&typed, false)), "{word} {typed}");
    }

    #[test]
    fn prop_a_word_that_is_being_typed_is_met(word in "[a-zé]{5,14}", end in BEGUN..14) {
        let begun: String = word.chars().take(end).collect();
        prop_assume!(begun != word);
        prop_assert!(!spellings(&word).is_disjoint(&lookups(&begun, true)));
    }

    #[test]
    fn prop_what_is_kept_grows_with_the_word_alone(word in "[a-z]{1,30}") {
        prop_assert!(spellings(&word).len() <= 2 * word.len());
        prop_assert!(word.len() >= FORGIVEN || spellings(&word).is_empty());
    }

    #[test]
    fn prop_every_word_is_told_once_and_any_text_can_be_read(text in "\\PC{0,80}") {
        let mut found = forms(&text);
        let all = found.len();
        found.sort();
        found.dedup();
        prop_assert_eq!(found.len(), all);
    }
}

#[test]
fn a_stem_has_its_number() {
    // The vectors of the draft of FNV (Fowler, Noll, Vo).
    for (stem, key) in
        [("", 0xcbf2_9ce4_8422_2325_u64), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)]
    {
        assert_eq!(relais_verbatim::terms::key(stem), i64::from_be_bytes(key.to_be_bytes()), "{stem}");
    }
}
