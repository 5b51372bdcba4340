//! Words that say what a text is about.

/// French and English words that carry no subject, folded.
const EMPTY: &[&str] = &[
    "a", "ai", "alors", "an", "and", "apres", "are", "as", "at", "au", "aucun", "aussi", "autre", "aux",
    "avant", "avec", "avoir", "be", "because", "been", "bien", "but", "by", "c", "ca", "can", "car", "ce",
    "cela", "ces", "cet", "cette", "chaque", "chez", "comme", "comment", "d", "dans", "de", "depuis", "des",
    "deux", "do", "does", "doit", "donc", "du", "elle", "elles", "en", "encore", "entre", "est", "et",
    "etaient", "etait", "ete", "etre", "eu", "every", "faire", "fait", "faut", "font", "for", "from", "get",
    "has", "have", "he", "her", "his", "how", "i", "il", "ils", "in", "is", "it", "its", "j", "je", "l",
    "la", "le", "les", "leur", "leurs", "lui", "m", "ma", "mais", "me", "meme", "mes", "mon", "my", "n",
    "ne", "ni", "no", "nos", "not", "notre", "nous", "of", "on", "ont", "or", "ou", "our", "par", "parce",
    "pas", "peu", "peut", "plus", "pour", "pourquoi", "qu", "quand", "que", "quel", "quelle", "qui", "quoi",
    "s", "sa", "sans", "se", "ses", "she", "si", "so", "some", "son", "sont", "sous", "souvent", "sur", "t",
    "ta", "te", "tes", "than", "that", "the", "their", "them", "then", "there", "they", "this", "to", "ton",
    "toujours", "tous", "tout", "toute", "toutes", "tres", "trop", "tu", "un", "une", "very", "vos", "votre",
    "vous", "was", "we", "were", "what", "when", "which", "who", "why", "with", "y", "you", "your",
];

/// Endings that tell number, gender or person, the longest first.
const ENDINGS: &[&str] = &[
    "ements", "ations", "ement", "ation", "aient", "antes", "ante", "ants", "ees", "ent", "ant", "ait",
    "ing", "ee", "er", "ez", "es", "ed", "s", "x", "e",
];

/// The letters of a word that its ending leaves; never fewer than this.
const STEM: usize = 4;

/// The words of a folded text that say what it is about, without their endings.
pub(crate) fn subjects(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| word.len() > 1 && !is_empty(word)).map(stem)
}

/// Whether a folded word carries no subject.
pub(crate) fn is_empty(word: &str) -> bool {
    EMPTY.binary_search(&word).is_ok()
}

/// What the inflections of a folded word share.
pub(crate) fn stem(word: &str) -> &str {
    ENDINGS
        .iter()
        .filter_map(|ending| word.strip_suffix(ending))
        .find(|rest| rest.chars().count() >= STEM)
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_words_are_in_order_to_be_found() {
        assert!(EMPTY.is_sorted_by(|a, b| a < b), "{:?}", EMPTY.windows(2).find(|two| two[0] >= two[1]));
    }

    #[test]
    fn what_a_text_is_about_is_left() {
        let of = |text: &'static str| subjects(text).collect::<Vec<_>>();
        assert_eq!(
            of("l imprimante du fond tombe en panne chaque samedi"),
            ["imprim", "fond", "tomb", "pann", "samedi"]
        );
        assert_eq!(of("les imprimantes tombaient"), ["imprim", "tomb"]);
        assert_eq!(of("the printer is broken every monday"), ["print", "broken", "monday"]);
        assert_eq!(of("a la les"), [""; 0]);
        assert_eq!(of(""), [""; 0]);
        // A short word keeps its ending: « prix » is not « pri ».
        assert_eq!(of("prix gel"), ["prix", "gel"]);
    }
}
