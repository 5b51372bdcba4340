//! Guesses which column of a file is which of the columns wanted, from the header.
//!
//! Names are compared without case, accents, punctuation, or a plural `s`. A header equal to a name
//! wins over one that only contains it, among those the one with the fewest words besides; equal
//! guesses go to the first wanted, then to the leftmost column. A column is used once.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A column that a caller looks for.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The caller's own name for it.
    pub code: &'a str,
    /// The names that people give it, in any language.
    pub names: &'a [&'a str],
}

/// For each column wanted, the index of the header that seems to be it.
///
/// ```
/// use relais_sheets::{Wanted, guess};
/// let wanted = [
///     Wanted { code: "last", names: &["nom", "last name"] },
///     Wanted { code: "mail", names: &["courriel", "email"] },
/// ];
/// let header = ["Prénom", "NOM ", "E-mail professionnel"].map(str::to_owned);
/// assert_eq!(guess(&header, &wanted), [Some(1), Some(2)]);
/// ```
pub fn guess(header: &[String], wanted: &[Wanted<'_>]) -> Vec<Option<usize>> {
    let header: Vec<Vec<String>> = header.iter().map(|name| words(name)).collect();
    let mut candidates = Vec::new();
    for (place, wanted) in wanted.iter().enumerate() {
        for (rank, name) in wanted.names.iter().enumerate() {
            let name = words(name).concat();
            for (column, header) in header.iter().enumerate() {
                if let Some(besides) = words_besides(header, &name) {
                    candidates.push((besides, place, rank, column));
                }
            }
        }
    }
    candidates.sort_unstable();
    let mut found = vec![None; wanted.len()];
    let mut used = vec![false; header.len()];
    for (_, place, _, column) in candidates {
        if found[place].is_none() && !used[column] {
            found[place] = Some(column);
            used[column] = true;
        }
    }
    found
}

/// How many words the header has besides `name`, when a run of its words makes it. Words are
/// compared joined, so that "e-mail" and "email" are the same.
fn words_besides(header: &[String], name: &str) -> Option<usize> {
    if name.is_empty() {
        return None;
    }
    let mut best = None;
    for start in 0..header.len() {
        let mut joined = String::new();
        for (length, word) in header[start..].iter().enumerate() {
            joined.push_str(word);
            if joined == name {
                let besides = header.len() - length - 1;
                best = Some(best.map_or(besides, |known: usize| known.min(besides)));
            }
            if joined.len() >= name.len() {
                break;
            }
        }
    }
    best
}

/// The words of a name, bare: `Numéros de téléphone` gives `numero`, `de`, `telephone`.
fn words(name: &str) -> Vec<String> {
    let bare: String = name
        .nfkd()
        .filter(|&character| !is_combining_mark(character))
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .replace('œ', "oe")
        .replace('æ', "ae")
        .replace('ß', "ss");
    bare.split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| match word.strip_suffix('s') {
            // "des" and "gas" are no plurals; "noms" and "mails" are.
            Some(singular) if singular.chars().count() > 2 => singular.to_owned(),
            _ => word.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guessed(header: &[&str], names: &[&[&str]]) -> Vec<Option<usize>> {
        let header: Vec<String> = header.iter().map(|&name| name.to_owned()).collect();
        let wanted: Vec<Wanted<'_>> = names.iter().map(|&names| Wanted { code: "", names }).collect();
        guess(&header, &wanted)
    }

    #[test]
    fn case_accents_punctuation_and_plurals_do_not_matter() {
        for header in ["Prénom", "prenom", "PRENOM ", "prénoms", "« Prénom »", "Pre\u{301}nom", "ＰＲÉＮＯＭ"]
        {
            assert_eq!(guessed(&[header], &[&["prénom"]]), [Some(0)], "{header}");
        }
        for header in ["e-mail", "Email", "E MAIL", "e_mails"] {
            assert_eq!(guessed(&[header], &[&["e-mail"]]), [Some(0)], "{header}");
        }
        assert_eq!(guessed(&["Vœux"], &[&["voeux"]]), [Some(0)]);
    }

    #[test]
    fn an_equal_name_wins_over_a_contained_one_and_columns_are_used_once() {
        assert_eq!(guessed(&["Nom de l'équipe", "Nom"], &[&["nom"], &["équipe"]]), [Some(1), Some(0)]);
        assert_eq!(guessed(&["Nom", "Nom"], &[&["nom"], &["nom"], &["nom"]]), [Some(0), Some(1), None]);
        assert_eq!(guessed(&["Adresse e-mail professionnelle", "Adresse e-mail"], &[&["email"]]), [Some(1)]);
    }

    #[test]
    fn a_name_inside_a_word_is_not_contained() {
        assert_eq!(guessed(&["Prénom", "Surnommé"], &[&["nom"]]), [None]);
        assert_eq!(guessed(&["", "  ", "!"], &[&["nom", "", "?"]]), [None]);
    }
}
