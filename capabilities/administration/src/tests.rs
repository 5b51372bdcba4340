//! The look at every sample.

use std::sync::Arc;

use relais_kernel::Locale;
use relais_words::{Catalogue, Words};

#[test]
fn every_page_speaks_both_languages() {
    let mut sources = crate::manifest().words;
    sources.push(relais_web::WORDS);
    let words = Words::new(Arc::new(Catalogue::build(&sources).unwrap()), Locale::Fr);
    for locale in [Locale::Fr, Locale::En] {
        let samples = crate::samples(&words.in_locale(locale));
        assert_eq!(samples.len(), 12);
        for sample in samples {
            assert!(!sample.html.contains('⟦'), "{} ({locale}): {}", sample.name, sample.html);
        }
    }
}
