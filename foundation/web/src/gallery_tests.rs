//! Every piece, in both languages: no missing word, no malformed markup, no id twice, no input without a name.

use std::{collections::BTreeSet, sync::Arc};

use relais_kernel::Locale;
use relais_words::{Catalogue, Words};
use scraper::{ElementRef, Html as Parsed, Selector};

use super::gallery;
use crate::{
    components::{Field, Html, Notice},
    shell::{NavItem, OrgChoice, Shell, Theme, ViewerMenu},
};

fn words(locale: Locale) -> Words {
    Words::new(Arc::new(Catalogue::build(&[crate::WORDS]).unwrap()), locale)
}

fn page(w: &Words, theme: Theme) -> Shell {
    Shell::page(w, "Galerie")
        .theme(theme)
        .nav([
            NavItem::new("/", "Mes relais", "house").in_bar().current(true),
            NavItem::new("/units", "Boutiques", "store"),
        ])
        .org("Clairlien")
        .orgs([OrgChoice::new(1, "Clairlien", true), OrgChoice::new(2, "Banque des Alpes", false)])
        .scope("Île-de-France Sud · 8 boutiques")
        .viewer(ViewerMenu::new("Inès").detail("Manager"))
        .flash(Some(Notice::kept("C’est gardé.")))
        .back("/", "Mes relais")
        .search("")
}

fn documents() -> Vec<String> {
    let mut documents = Vec::new();
    for locale in [Locale::Fr, Locale::En] {
        let w = words(locale);
        for theme in Theme::ALL {
            documents.push(page(&w, theme).around(gallery(&w)));
            documents.push(Shell::bare(&w, "Entrer").theme(theme).around(Field::email(&w, "mail", "E-mail")));
        }
    }
    documents
}

fn all<'a>(parsed: &'a Parsed, selector: &str) -> Vec<ElementRef<'a>> {
    parsed.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn no_word_is_missing() {
    for document in documents() {
        assert!(
            !document.contains('⟦'),
            "{}",
            document[document.find('⟦').unwrap()..].chars().take(80).collect::<String>()
        );
    }
}

#[test]
fn markup_is_well_formed() {
    for document in documents() {
        let parsed = Parsed::parse_document(&document);
        assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    }
}

#[test]
fn ids_are_unique_and_references_lead_somewhere() {
    for document in documents() {
        let parsed = Parsed::parse_document(&document);
        let mut ids = BTreeSet::new();
        for element in all(&parsed, "[id]") {
            let id = element.attr("id").unwrap();
            assert!(ids.insert(id), "{id} twice");
        }
        for (selector, attribute) in
            [("label", "for"), ("[aria-describedby]", "aria-describedby"), ("output", "for")]
        {
            for element in all(&parsed, selector) {
                for id in element.attr(attribute).unwrap_or("").split_whitespace() {
                    assert!(ids.contains(id), "{attribute}={id} leads nowhere");
                }
            }
        }
    }
}

#[test]
fn every_input_has_a_label_and_every_button_a_word() {
    for document in documents() {
        let parsed = Parsed::parse_document(&document);
        let labelled: BTreeSet<_> = all(&parsed, "label").into_iter().filter_map(|l| l.attr("for")).collect();
        for input in all(&parsed, "input:not([type=hidden]), select, textarea") {
            assert!(input.attr("id").is_some_and(|id| labelled.contains(id)), "{}", input.html());
        }
        for button in all(&parsed, "button, a, summary") {
            assert!(button.text().any(|text| !text.trim().is_empty()), "{}", button.html());
        }
    }
}

/// The policy of the pages allows no inline style or script.
#[test]
fn nothing_is_inline() {
    for document in documents() {
        let parsed = Parsed::parse_document(&document);
        assert!(
            all(&parsed, "[style], style, script:not([src]), [onclick], [onload], [onsubmit]").is_empty()
        );
    }
}

#[test]
fn what_a_person_typed_is_escaped() {
    let w = words(Locale::Fr);
    let nasty = "\"><script>alert(1)</script>";
    let html = Html::of(Field::text(&w, "name", nasty).value(nasty).hint(nasty).error(Some(nasty)))
        .and(Field::area(&w, "story", nasty).value(format!("</textarea>{nasty}")))
        .and(Notice::late(nasty));
    assert!(!html.as_str().contains("<script"), "{html}");
    assert!(!html.as_str().contains("</textarea>\""), "{html}");
}

#[test]
fn the_theme_is_in_the_document_before_any_script() {
    let w = words(Locale::Fr);
    assert!(page(&w, Theme::Dark).around(Html::default()).contains("data-theme=\"dark\""));
    assert!(!page(&w, Theme::System).around(Html::default()).contains("data-theme=\""));
}

#[test]
fn places_beyond_the_bar_stand_behind_more() {
    let w = words(Locale::Fr);
    let places = (0..6).map(|i| NavItem::new(format!("/{i}"), format!("Lieu {i}"), "store").in_bar());
    let document = Shell::page(&w, "Accueil").nav(places).around(Html::default());
    let parsed = Parsed::parse_document(&document);
    assert_eq!(all(&parsed, ".bar > ul > li > a").len(), 4);
    assert_eq!(all(&parsed, ".bar .sheet a").len(), 2);
    assert_eq!(all(&parsed, ".rail a.place").len(), 6);
}
