//! What a list says on paper, where neither its filters nor its other pages are seen.

use relais_words::Words;

/// `Personnes 1 à 50 sur 164 · Équipe technique · Évry`. A page that is not the first knows how many it shows, not where
/// it stands: lists are cut by key.
pub(crate) fn told(
    w: &Words,
    list: &str,
    first: bool,
    (shown, total): (usize, i64),
    narrowed: &[String],
) -> String {
    let shown = i64::try_from(shown).unwrap_or(i64::MAX);
    let key = format!("{list}-printed{}", if first { "" } else { "-further" });
    let told = w.t(&key).with("shown", shown).with("n", total).to_string();
    let narrowed = narrowed.iter().filter(|words| !words.is_empty()).map(String::as_str);
    std::iter::once(told.as_str()).chain(narrowed).collect::<Vec<_>>().join(" · ")
}

/// The words of what was chosen among some options.
pub(crate) fn chosen<V: AsRef<str>>(options: &[(V, String)], value: &str) -> Option<String> {
    let found = options.iter().find(|(code, _)| code.as_ref() == value)?;
    Some(found.1.trim().to_owned())
}

/// « évry », as searched.
pub(crate) fn sought(w: &Words, q: &str) -> Option<String> {
    let q = q.trim();
    (!q.is_empty()).then(|| w.t("list-sought").with("q", q).to_string())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use relais_kernel::Locale;
    use relais_words::Catalogue;

    use super::*;

    #[test]
    fn paper_says_which_part_of_which_list_it_shows() {
        let catalogue = Catalogue::build(&crate::manifest().words).unwrap();
        let w = Words::new(Arc::new(catalogue), Locale::Fr);
        let narrowed = [String::new(), "Évry".to_owned()];
        assert_eq!(told(&w, "people", true, (50, 164), &narrowed), "Personnes 1 à 50 sur 164 · Évry");
        assert_eq!(told(&w, "people", false, (14, 164), &[]), "14 personnes sur 164");
        assert_eq!(sought(&w, " vitr ").unwrap(), "«\u{a0}vitr\u{a0}»");
    }
}
