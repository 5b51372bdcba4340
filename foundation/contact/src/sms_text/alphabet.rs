//! The default alphabet of 3GPP TS 23.038 (GSM 03.38) and its extension table, and what to write instead of other characters.

/// The 127 characters of the basic table, without its escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
     abcdefghijklmnopqrstuvwxyzäöñüà";

/// Those that are sent behind an escape.
const EXTENSION: &str = "\u{c}^{}\\[~]|€";

/// How many septets a character takes; none when the alphabet lacks it.
pub(super) fn gsm_units(character: char) -> Option<usize> {
    if BASIC.contains(character) {
        Some(1)
    } else if EXTENSION.contains(character) {
        Some(2)
    } else {
        None
    }
}

/// What says the same within the alphabet, as readers of French accept it. Capitals lose their accent as they do on signs;
/// only « É » and « Ç » have a place of their own.
pub fn instead(character: char) -> Option<&'static str> {
    Some(match character {
        '’' | '‘' | 'ʼ' | '`' | '´' | '′' => "'",
        '«' | '»' | '“' | '”' | '„' | '″' => "\"",
        '‹' | '›' | '‚' => "'",
        '…' => "...",
        '–' | '—' | '−' | '\u{2010}' | '\u{2011}' | '•' | '·' => "-",
        // No-break spaces of every width.
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\t' => " ",
        '\u{ad}' | '\u{200b}' | '\u{feff}' => "",
        'œ' => "oe",
        'Œ' => "OE",
        'ç' => "c",
        'á' | 'â' | 'ã' => "a",
        'À' | 'Á' | 'Â' | 'Ã' => "A",
        'ê' | 'ë' => "e",
        'È' | 'Ê' | 'Ë' => "E",
        'í' | 'î' | 'ï' => "i",
        'Ì' | 'Í' | 'Î' | 'Ï' => "I",
        'ó' | 'ô' | 'õ' => "o",
        'Ò' | 'Ó' | 'Ô' | 'Õ' => "O",
        'ú' | 'û' => "u",
        'Ù' | 'Ú' | 'Û' => "U",
        'ý' | 'ÿ' => "y",
        'Ý' | 'Ÿ' => "Y",
        '×' => "x",
        '°' | 'º' => "o",
        'ª' => "a",
        '²' => "2",
        '³' => "3",
        '½' => "1/2",
        '¼' => "1/4",
        '™' => "TM",
        '©' => "(c)",
        '®' => "(R)",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_tables_hold_what_the_standard_says() {
        // 128 places, of which one is the escape.
        assert_eq!(BASIC.chars().collect::<BTreeSet<_>>().len(), 127);
        assert_eq!(BASIC.chars().count(), 127);
        assert_eq!(EXTENSION.chars().count(), 10);
    }

    #[test]
    fn what_is_written_instead_is_in_the_alphabet_and_for_what_is_not() {
        for c in ('\u{0}'..='\u{ffff}').filter(|c| instead(*c).is_some()) {
            assert!(gsm_units(c).is_none(), "{c:?} costs nothing");
            assert!(instead(c).unwrap().chars().all(|c| gsm_units(c) == Some(1)), "{c:?}");
        }
    }
}
