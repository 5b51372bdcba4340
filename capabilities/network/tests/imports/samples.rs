//! Every page of imports, filled with examples: both languages, no missing word; and the sample files.

use std::sync::Arc;

use relais_kernel::{Locale, Role, Scope};
use relais_network::imports::State;
use relais_store::InOrg as _;
use relais_testkit::{
    TestApp,
    builders::{a_person, an_organisation, granted},
    markup,
};
use relais_words::{Catalogue, Words};

fn words(locale: Locale) -> Words {
    let mut sources = vec![relais_web::WORDS, relais_directory::WORDS];
    sources.extend(relais_network::manifest().words);
    Words::new(Arc::new(Catalogue::build(&sources).unwrap()), locale)
}

#[test]
fn every_sample_has_its_words_in_both_languages() {
    let samples = relais_network::manifest().samples.unwrap();
    for locale in [Locale::Fr, Locale::En] {
        let pages: Vec<_> =
            samples(&words(locale)).into_iter().filter(|s| s.name.starts_with("imports/")).collect();
        assert!(pages.len() > 15);
        for sample in pages {
            let head = format!("<!doctype html><html lang=\"{locale}\"><head><title>x</title></head>");
            let faults = markup::faults(&format!("{head}<body><main>{}</main></body></html>", sample.html));
            assert!(faults.is_empty(), "{} {locale}: {faults:#?}", sample.name);
        }
    }
}

#[test]
fn every_state_and_reason_has_its_words() {
    let w = words(Locale::Fr);
    for state in State::ALL {
        assert!(w.has(&format!("import-state-{state}")), "{state}");
    }
    let codes = [
        "empty",
        "file-too-large",
        "old-office",
        "encrypted",
        "binary-workbook",
        "open-document",
        "pdf",
        "image",
        "markup",
        "archive",
        "binary",
        "broken-text",
        "quote-never-closed",
        "too-many-rows",
        "too-many-columns",
        "cell-too-long",
        "too-many-parts",
        "unzipped-too-large",
        "ratio-too-high",
        "shared-text-too-large",
        "duplicate-part",
        "stray-path",
        "overlapping-parts",
        "declares-entities",
        "damaged",
        "no-such-sheet",
        "cannot-read",
    ];
    for code in codes {
        assert!(w.has(&format!("import-file-{code}")), "{code}");
    }
}

#[tokio::test]
async fn the_sample_files_import_as_they_are() {
    for cookie in ["fr", "en"] {
        let app = TestApp::new(vec![relais_network::manifest()]).await;
        let org = an_organisation(app.db()).await;
        let admin = a_person(&org, "Thomas", "Girard").await;
        granted(&org, admin, Role::Admin, Scope::Network).await;
        let thomas = app.sign_in(org.org(), admin).await.with_cookie("locale", cookie);
        for kind in ["units", "people"] {
            let blank = app.get(&thomas, &format!("/imports/blanks/{kind}.csv")).await.is(200);
            assert!(!blank.body.contains('⟦'), "{}", blank.body);
            let fields = [("kind", kind)];
            let sent = app
                .upload(&thomas, "/imports/new", &fields, ("file", "modele.csv", blank.body.as_bytes()))
                .await;
            let page = sent.is(303).location.unwrap();
            let columns = app.get(&thomas, &page).await.is(200);
            let needed = if kind == "units" {
                ["code", "name", "kind", "department"].as_slice()
            } else {
                &["staff_number", "given_name", "family_name"]
            };
            let id = page.strip_suffix("/columns").unwrap().to_owned();
            let chosen = chosen(&columns.body);
            assert!(
                needed.iter().all(|code| chosen.iter().any(|(name, _)| *name == format!("column-{code}"))),
                "{chosen:?}"
            );
            let mut fields: Vec<(&str, &str)> =
                chosen.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
            fields.push(("create_regions", "yes"));
            app.post(&thomas, &page, &fields).await.is(303);
            app.run_jobs().await;
            app.get(&thomas, &id).await.is(200).lacks("import-fault").lacks("<h2 id=\"faults\"");
            app.post(&thomas, &format!("{id}/apply"), &[("lines", "all")]).await.is(303);
            app.run_jobs().await;
            app.get(&thomas, &id)
                .await
                .is(200)
                .lacks("<h2 id=\"faults\"")
                .holds(&format!("action=\"{id}/undo\""));
            app.get(&thomas, &format!("/imports/blanks/{kind}.xlsx")).await.is(200).holds("xl/workbook.xml");
        }
        app.get(&thomas, "/imports/blanks/machines.csv").await.is(404);
        app.get(&thomas, "/imports/blanks/units.pdf").await.is(404);
    }
}

/// The columns chosen on the page, as its form would send them.
fn chosen(page: &str) -> Vec<(String, String)> {
    let selects = page.split("<select").skip(1).filter_map(|rest| rest.split("</select>").next());
    let attribute = |text: &str, name: &str| {
        let rest = text.split(&format!("{name}=\"")).nth(1)?;
        Some(rest.split('"').next()?.to_owned())
    };
    let one = |select: &str| {
        let option = select
            .split("<option")
            .skip(1)
            .find(|option| option.split('>').next().is_some_and(|o| o.contains("selected")))?;
        let (name, value) = (attribute(select, "name")?, attribute(option, "value")?);
        (name.starts_with("column-") && !value.is_empty()).then_some((name, value))
    };
    selects.filter_map(one).collect()
}
