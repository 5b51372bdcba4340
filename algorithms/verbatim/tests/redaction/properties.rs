//! Laws, over soups of what numbers and addresses are made of.

use proptest::prelude::*;
use proptest::sample::select;
use relais_verbatim::redaction::{find, redacted};

use crate::name_of;

/// Pieces that begin, end, cut and glue what is found.
const PIECES: &[&str] = &[
    "0",
    "6",
    "06",
    "00",
    "12",
    "33",
    "1",
    "2",
    "19",
    "2026",
    "05",
    "78",
    "006",
    "084",
    "91",
    "+",
    "+33",
    "(0)",
    "(",
    ")",
    " ",
    " ",
    " ",
    "  ",
    ".",
    "-",
    "/",
    "_",
    ",",
    ":",
    "\n",
    "\u{a0}",
    "\u{202f}",
    "\u{200b}",
    "\u{301}",
    "０",
    "６",
    "é",
    "a",
    "A",
    "AB",
    "CD",
    "-AB-",
    "@",
    " @ ",
    "＠",
    "arobase",
    " arobase ",
    "(at)",
    " point ",
    ".fr",
    "fr",
    "gmail",
    "com",
    "€",
    " euros",
    "%",
    "FR76",
    "3000",
    "6000",
    "0112",
    "3456",
    "7890",
    "189",
    "4970",
    "1000",
    "0014",
    "tel",
    "SN",
    "[",
    "]",
    "[numéro]",
    "0612345678",
    "06 12 34 56 78",
    "AB-123-CD",
    "1234 AB 91",
    "marie@exemple.fr",
    "12.06.2026",
    "1850578006084",
    "4970100000000014",
    "FR7630006000011234567890189",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Digits in random groups, the same between all of them.
fn grouped(digits: &str, cuts: &[bool], between: &str) -> String {
    let mut text = String::new();
    for (place, sign) in digits.chars().enumerate() {
        if place > 0 && cuts[place % cuts.len()] {
            text.push_str(between);
        }
        text.push(sign);
    }
    text
}

fn between() -> impl Strategy<Value = &'static str> {
    select(&[" ", ".", "-", "_", "\u{a0}", "\u{2009}", "  ", " - ", ". "][..])
}

/// Runs of digits that begin with 0, of nine or more, by a reader that knows nothing but that.
fn runs_with_0(text: &str) -> Vec<String> {
    let signs: Vec<char> = text.chars().collect();
    let (mut runs, mut run, mut gap) = (Vec::new(), String::new(), String::new());
    for sign in signs.into_iter().chain(['|']) {
        let marks = gap.chars().filter(|c| *c != ' ').count();
        if sign.is_ascii_digit() && gap.len() <= 3 && marks <= 1 {
            gap.clear();
            run.push(sign);
        } else if matches!(sign, ' ' | '.' | '-' | '_') && !run.is_empty() {
            gap.push(sign);
        } else {
            runs.push(std::mem::take(&mut run));
            gap.clear();
            run.extend(Some(sign).filter(char::is_ascii_digit));
        }
    }
    runs.into_iter().filter(|run| run.starts_with('0') && run.len() >= 9).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn prop_prv_06_what_is_found_is_in_order_and_on_boundaries(text in prop_oneof![soup(), any::<String>()]) {
        let mut from = 0;
        for found in find(&text) {
            prop_assert!(from <= found.start && found.start < found.end && found.end <= text.len());
            prop_assert!(text.is_char_boundary(found.start) && text.is_char_boundary(found.end));
            from = found.end;
        }
    }

    #[test]
    fn prop_prv_06_what_is_redacted_holds_nothing_to_redact(text in prop_oneof![soup(), any::<String>()]) {
        let once = redacted(&text, name_of);
        prop_assert_eq!(find(&once), [], "{}", once);
        prop_assert_eq!(redacted(&once, name_of), once);
    }

    #[test]
    fn prop_prv_06_no_run_of_nine_digits_that_begins_with_0_survives(text in "[067 ._-]{0,80}") {
        let left = redacted(&text, name_of);
        prop_assert_eq!(runs_with_0(&left), Vec::<String>::new(), "{}", left);
    }

    #[test]
    fn prop_prv_06_a_number_in_any_groups_is_found_whole(
        digits in "0[1-9][0-9]{8}", cuts in prop::collection::vec(any::<bool>(), 11), between in between()
    ) {
        let text = grouped(&digits, &cuts, between);
        prop_assert_eq!(redacted(&format!("au {text}, merci"), name_of), "au [numéro], merci");
        let abroad = grouped(&format!("33{}", &digits[1..]), &cuts, between);
        prop_assert_eq!(redacted(&format!("au +{abroad}, merci"), name_of), "au [numéro], merci");
        prop_assert_eq!(redacted(&format!("au 00{abroad}, merci"), name_of), "au [numéro], merci");
    }

    #[test]
    fn prop_prv_06_a_card_in_any_groups_is_found_whole(
        body in "[1-9][0-9]{11,17}", cuts in prop::collection::vec(any::<bool>(), 19), between in between()
    ) {
        let sum: u32 = body.chars().rev().enumerate().map(|(place, c)| {
            let doubled = c.to_digit(10).unwrap() * (2 - place as u32 % 2);
            doubled / 10 + doubled % 10
        }).sum();
        let text = grouped(&format!("{body}{}", (10 - sum % 10) % 10), &cuts, between);
        let found = find(&text);
        prop_assert_eq!((found.len(), found[0].start, found[0].end), (1, 0, text.len()), "{}", text);
    }

    #[test]
    fn prop_prv_06_a_person_in_any_groups_is_found_whole(
        body in "[12][0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[1-8][0-9])[0-9]{6}",
        cuts in prop::collection::vec(any::<bool>(), 15), between in between()
    ) {
        let text = grouped(&format!("{body}{:02}", 97 - body.parse::<u64>().unwrap() % 97), &cuts, between);
        let found = find(&text);
        prop_assert_eq!((found.len(), found[0].start, found[0].end), (1, 0, text.len()), "{}", text);
    }

    #[test]
    fn prop_prv_06_a_text_without_digits_or_at_sign_is_untouched(
        words in prop::collection::vec(select(&["point", "fr", ".", " ", "é", "AB-", "+", "(", ")", "€", "com", "dot"][..]), 0..30),
        any in r"[^@＠﹫aA\p{N}]{0,40}"
    ) {
        let text = format!("{}{any}", words.concat());
        prop_assert_eq!(redacted(&text, name_of), text);
    }
}
