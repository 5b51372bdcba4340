use proptest::prelude::*;

use super::*;

fn costs(text: &str) -> (Coding, usize, usize, usize) {
    let SmsText { coding, units, parts, left, .. } = count(text);
    (coding, units, parts, left)
}

#[test]
fn french_letters_are_in_the_alphabet_or_cost_half_the_message() {
    for cheap in "éèùìòàÇÉ".chars() {
        assert_eq!(count(&cheap.to_string()).coding, Coding::Gsm7, "{cheap}");
    }
    for costly in "çêâîôûëïœ«»’…ÀÈÊŒ".chars() {
        let counted = count(&costly.to_string());
        assert_eq!(counted.coding, Coding::Ucs2, "{costly}");
        assert_eq!(counted.costly, [Costly { character: costly, instead: instead(costly) }]);
        assert!(instead(costly).is_some(), "{costly}");
    }
}

#[test]
fn the_lengths_of_the_standard() {
    for (text, costs_of) in [
        (String::new(), (Coding::Gsm7, 0, 0, 160)),
        ("a".repeat(160), (Coding::Gsm7, 160, 1, 0)),
        ("a".repeat(161), (Coding::Gsm7, 161, 2, 145)),
        ("a".repeat(306), (Coding::Gsm7, 306, 2, 0)),
        ("a".repeat(307), (Coding::Gsm7, 307, 3, 152)),
        ("€".repeat(80), (Coding::Gsm7, 160, 1, 0)),
        ("€".repeat(81), (Coding::Gsm7, 162, 2, 143)),
        ("ç".repeat(70), (Coding::Ucs2, 70, 1, 0)),
        ("ç".repeat(71), (Coding::Ucs2, 71, 2, 63)),
        ("ç".repeat(134), (Coding::Ucs2, 134, 2, 0)),
        ("ç".repeat(135), (Coding::Ucs2, 135, 3, 66)),
        ("😀".repeat(35), (Coding::Ucs2, 70, 1, 0)),
        // 33 in a part, since half a character is none: 67 - 2 × 33 leaves one unit unused.
        ("😀".repeat(67), (Coding::Ucs2, 134, 3, 65)),
        // An escape and its character stay together: 152 + 1 unused, then the rest.
        (format!("{}€{}", "a".repeat(152), "b".repeat(151)), (Coding::Gsm7, 305, 2, 0)),
    ] {
        assert_eq!(costs(&text), costs_of, "{text}");
    }
}

#[test]
fn a_message_as_it_is_written_is_made_cheaper() {
    let written = "Bonjour Inès, votre dossier avance\u{a0}: le technicien passe demain à 14\u{202f}h, c’est noté. Votre \
         conseiller de l’agence d’Évry vous rappelle aussitôt après… «\u{a0}L’équipe\u{a0}» Relais";
    let before = count(written);
    let missing: String = before.costly.iter().map(|costly| costly.character).collect();
    assert_eq!(missing, "\u{a0}\u{202f}’ô…«»");
    assert_eq!((before.coding, before.parts), (Coding::Ucs2, 3));
    let simple = simplified(written);
    assert_eq!(
        simple,
        "Bonjour Inès, votre dossier avance : le technicien passe demain à 14 h, c'est noté. Votre conseiller de l'agence \
         d'Évry vous rappelle aussitot après... \" L'équipe \" Relais"
    );
    let after = count(&simple);
    assert_eq!((after.coding, after.units, after.parts, after.costly.len()), (Coding::Gsm7, 171, 2, 0));
}

#[test]
fn what_nothing_can_replace_stays() {
    assert_eq!(simplified("Żółw 😀 reçu"), "Żołw 😀 recu");
    assert_eq!(count("😀").costly, [Costly { character: '😀', instead: None }]);
}

proptest! {
    #[test]
    fn a_simpler_text_never_has_more_parts_than_its_length_asks_for(text in "\\PC{0,400}") {
        let (before, after) = (count(&text), count(&simplified(&text)));
        prop_assert!(after.costly.iter().all(|costly| costly.instead.is_none()));
        prop_assert_eq!(before.coding == Coding::Gsm7, before.costly.is_empty());
        for counted in [&before, &after] {
            let room = if counted.parts <= 1 { counted.coding.alone() } else { counted.coding.joined() };
            prop_assert!(counted.units + counted.left <= counted.parts.max(1) * room);
            prop_assert!(counted.left <= room);
        }
    }
}
