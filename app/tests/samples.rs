//! Every page of every room, filled with its samples, in both languages and all themes.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::sync::Arc;

use relais_kernel::Locale;
use relais_testkit::markup;
use relais_web::shell::{Shell, Theme};
use relais_words::{Catalogue, Source, Words};

fn words() -> Words {
    let mut sources: Vec<Source> = vec![
        relais_web::WORDS,
        relais_directory::WORDS,
        relais_contact::WORDS,
        relais_post::WORDS,
        relais_baton::WORDS,
        relais_files::WORDS,
    ];
    sources.extend(relais::manifests().into_iter().flat_map(|manifest| manifest.words));
    Words::new(Arc::new(Catalogue::build(&sources).unwrap()), Locale::Fr)
}

#[test]
fn every_sample_is_a_sound_page_in_both_languages_and_all_themes() {
    let words = words();
    let mut faults = Vec::new();
    let mut seen = 0;
    for locale in [Locale::Fr, Locale::En] {
        let w = words.in_locale(locale);
        for manifest in relais::manifests() {
            let samples = manifest.samples.map(|samples| samples(&w)).unwrap_or_default();
            for sample in samples {
                for theme in Theme::ALL {
                    let document =
                        Shell::page(&w, "Relais").theme(theme).csrf("x").around(Raw(sample.html.clone()));
                    seen += 1;
                    faults.extend(
                        markup::faults(&document)
                            .into_iter()
                            .map(|f| format!("{} ({locale}): {f}", sample.name)),
                    );
                }
            }
        }
    }
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(seen > 100, "only {seen} samples");
}

struct Raw(String);

impl std::fmt::Display for Raw {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl askama::filters::HtmlSafe for Raw {}

#[test]
fn every_menu_entry_and_permission_has_its_words() {
    let words = words();
    for manifest in relais::manifests() {
        for entry in manifest.menu {
            assert!(words.has(entry.key), "{}", entry.key);
        }
        for permission in manifest.permissions {
            let key = relais_network::permission_key(permission);
            assert!(words.has(&key), "{key}");
        }
    }
}
