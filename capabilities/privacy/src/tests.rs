//! What the tests of this room share, and the look at every sample.

use std::sync::Arc;

use relais_kernel::Locale;
use relais_store::Schema;
use relais_words::{Catalogue, Words};

use crate::{Room, manifest};

/// The foundation's tables, as `app` gives them.
pub(crate) fn schemas() -> Vec<Schema> {
    vec![relais_store::SCHEMA, relais_directory::SCHEMA]
}

/// Their register.
pub(crate) fn rooms() -> Vec<Room> {
    schemas().iter().map(|schema| (schema.room, schema.register)).collect()
}

/// French words of this room and those below it.
pub(crate) fn words() -> Words {
    let mut sources = manifest(vec![], vec![]).words;
    sources.extend([relais_web::WORDS, relais_directory::WORDS, relais_contact::WORDS]);
    Words::new(Arc::new(Catalogue::build(&sources).unwrap()), Locale::Fr)
}

#[test]
fn every_page_is_whole_in_both_languages() {
    for locale in [Locale::Fr, Locale::En] {
        let samples = crate::samples(&words().in_locale(locale));
        assert_eq!(samples.len(), 18);
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
