//! The look at every sample.

use std::sync::Arc;

use relais_kernel::Locale;
use relais_words::{Catalogue, Words};

#[test]
fn every_page_is_whole_in_both_languages() {
    let mut sources = crate::manifest().words;
    sources.extend([relais_web::WORDS, relais_directory::WORDS, relais_baton::WORDS, relais_post::WORDS]);
    let words = Words::new(Arc::new(Catalogue::build(&sources).unwrap()), Locale::Fr);
    for locale in [Locale::Fr, Locale::En] {
        let samples = crate::samples(&words.in_locale(locale));
        assert_eq!(samples.len(), 28);
        for sample in samples {
            let page = format!(
                "<!doctype html><html lang=\"fr\"><head><title>x</title></head><body>{}</body></html>",
                sample.html
            );
            assert_eq!(
                relais_testkit::markup::faults(&page),
                Vec::<String>::new(),
                "{} ({locale})",
                sample.name
            );
        }
    }
}
