//! All words of all rooms, in both languages.

use std::{borrow::Cow, collections::BTreeSet};

use fluent_bundle::{FluentArgs, FluentResource, bundle::FluentBundle};
use relais_kernel::Locale;
use unic_langid::langid;

use crate::{format, typography};

type Bundle = FluentBundle<FluentResource, intl_memoizer::concurrent::IntlLangMemoizer>;

/// One room's words.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The room.
    pub room: &'static str,
    /// Its `fr.ftl`.
    pub fr: &'static str,
    /// Its `en.ftl`.
    pub en: &'static str,
}

/// Why a catalogue cannot be built: every fault, so that one run shows them all.
#[derive(Debug)]
pub struct CatalogueError(pub Vec<String>);

impl std::fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "words cannot be used:\n{}", self.0.join("\n"))
    }
}

impl std::error::Error for CatalogueError {}

/// The words of all rooms.
pub struct Catalogue {
    fr: Bundle,
    en: Bundle,
}

impl Catalogue {
    /// Reads the files of all rooms. Fails on a syntax error, on a key given twice, and on a key of one language only.
    pub fn build(sources: &[Source]) -> Result<Self, CatalogueError> {
        let mut faults = Vec::new();
        let (mut fr, mut en) = (bundle(Locale::Fr), bundle(Locale::En));
        for source in sources {
            let french = add(&mut fr, source.room, Locale::Fr, typography::french(source.fr), &mut faults);
            let english = add(&mut en, source.room, Locale::En, source.en.to_owned(), &mut faults);
            for key in french.difference(&english) {
                faults.push(format!("{}: `{key}` has no English", source.room));
            }
            for key in english.difference(&french) {
                faults.push(format!("{}: `{key}` has no French", source.room));
            }
        }
        if faults.is_empty() { Ok(Self { fr, en }) } else { Err(CatalogueError(faults)) }
    }

    /// Whether a key exists.
    pub fn has(&self, key: &str) -> bool {
        self.fr.has_message(key)
    }

    /// The words of a key. An unknown key gives `⟦key⟧`, which a test of every page looks for.
    pub(crate) fn format<'a>(
        &'a self,
        locale: Locale,
        key: &str,
        args: Option<&'a FluentArgs<'_>>,
    ) -> Cow<'a, str> {
        let bundle = match locale {
            Locale::Fr => &self.fr,
            Locale::En => &self.en,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
            return Cow::Owned(format!("⟦{key}⟧"));
        };
        let mut faults = Vec::new();
        let words = bundle.format_pattern(pattern, args, &mut faults);
        if faults.is_empty() { words } else { Cow::Owned(format!("⟦{key}: {words}⟧")) }
    }
}

fn bundle(locale: Locale) -> Bundle {
    let id = match locale {
        Locale::Fr => langid!("fr"),
        Locale::En => langid!("en"),
    };
    let mut bundle = Bundle::new_concurrent(vec![id]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::Fr => format::fluent_number_fr,
        Locale::En => format::fluent_number_en,
    }));
    bundle
}

fn add(
    bundle: &mut Bundle,
    room: &str,
    locale: Locale,
    text: String,
    faults: &mut Vec<String>,
) -> BTreeSet<String> {
    let resource = match FluentResource::try_new(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            faults.extend(errors.iter().map(|e| format!("{room} ({locale}): {e}")));
            resource
        }
    };
    let keys = resource
        .entries()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect();
    if let Err(errors) = bundle.add_resource(resource) {
        faults.extend(errors.iter().map(|e| format!("{room} ({locale}): {e}")));
    }
    keys
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::Words;

    const SHOP: Source = Source {
        room: "shop",
        fr: "door = Qui attend ?\npeople = { $n ->\n    [0] Personne\n    [one] Une personne\n   *[other] { $n } personnes\n}\n",
        en: "door = Who is waiting?\npeople = { $n ->\n    [0] Nobody\n    [one] One person\n   *[other] { $n } people\n}\n",
    };

    #[test]
    fn plurals_and_numbers_follow_the_language() {
        let catalogue = Arc::new(Catalogue::build(&[SHOP]).unwrap());
        let fr = Words::new(Arc::clone(&catalogue), Locale::Fr);
        let en = Words::new(catalogue, Locale::En);
        assert_eq!(fr.t("people").with("n", 0).to_string(), "Personne");
        assert_eq!(fr.t("people").with("n", 1).to_string(), "Une personne");
        assert_eq!(fr.t("people").with("n", 1204).to_string(), "1\u{202f}204 personnes");
        assert_eq!(en.t("people").with("n", 1204).to_string(), "1,204 people");
        assert_eq!(fr.t("door").to_string(), "Qui attend\u{202f}?");
    }

    #[test]
    fn a_key_of_one_language_only_is_refused() {
        let lame = Source { room: "lame", fr: "a = A\nb = B\n", en: "a = A\nc = C\n" };
        let faults = Catalogue::build(&[lame]).err().unwrap().0;
        assert_eq!(faults, ["lame: `b` has no English", "lame: `c` has no French"]);
    }

    #[test]
    fn a_key_given_twice_is_refused() {
        assert!(Catalogue::build(&[SHOP, SHOP]).is_err());
    }

    #[test]
    fn an_unknown_key_shows() {
        let words = Words::new(Arc::new(Catalogue::build(&[SHOP]).unwrap()), Locale::Fr);
        assert_eq!(words.t("nothing").to_string(), "⟦nothing⟧");
        assert!(words.t("people").to_string().starts_with('⟦'));
    }
}
