//! What the tests of this room share, and the look at every sample.

use std::sync::Arc;

use relais_kernel::Locale;
use relais_words::{Catalogue, Words};

use crate::{doors::test_doors, manifest};

#[test]
fn every_page_speaks_both_languages() {
    let mut sources = manifest(test_doors()).words;
    sources.extend([relais_web::WORDS, relais_directory::WORDS]);
    let words = Words::new(Arc::new(Catalogue::build(&sources).unwrap()), Locale::Fr);
    for locale in [Locale::Fr, Locale::En] {
        let samples = crate::samples(&words.in_locale(locale));
        assert_eq!(samples.len(), 10);
        for sample in samples {
            assert!(!sample.html.contains('⟦'), "{} ({locale}): {}", sample.name, sample.html);
        }
    }
}
