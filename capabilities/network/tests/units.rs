//! Pages about units, through the real router.

use std::time::Duration;

use relais_directory::assignments::Function;
use relais_kernel::{Role, Scope};
use relais_store::InOrg as _;
use relais_testkit::{
    TestApp,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed},
};

async fn app() -> TestApp {
    TestApp::new(vec![relais_network::manifest()]).await
}

const EVRY: [(&str, &str); 8] = [
    ("name", "Évry"),
    ("code", "EVR"),
    ("kind", "shop"),
    ("department", "91"),
    ("town", "Évry-Courcouronnes"),
    ("phone", ""),
    ("locale", "fr"),
    ("channels", "counter"),
];

#[tokio::test]
async fn an_administrator_adds_a_unit_and_reads_it() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let region = a_region(&org, "Île-de-France Sud").await;
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;

    app.get(&thomas, "/units").await.is(200).holds("Aucune unité pour l’instant");
    let region = region.to_string();
    let fields: Vec<_> = EVRY.into_iter().chain([("region", region.as_str())]).collect();
    let added = app.post(&thomas, "/units/new", &fields).await.is(303);
    let page = added.location.unwrap();
    app.get(&thomas, &page).await.is(200).holds("Évry").holds("91 – Essonne").holds("Île-de-France Sud");
    app.get(&thomas, "/units?q=evry").await.is(200).holds("Île-de-France Sud").holds("Sans responsable");
    app.get(&thomas, "/units?q=COURCOU").await.is(200).holds(">Évry</a>");
    app.get(&thomas, "/units?q=marseille").await.is(200).holds("Aucune unité ne correspond");
}

#[tokio::test]
async fn what_is_wrong_is_told_on_its_field_and_nothing_typed_is_lost() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    let fields =
        [("name", "Évry <b>"), ("code", ""), ("kind", "shop"), ("department", "99"), ("town", "Évry")];
    app.post(&thomas, "/units/new", &fields)
        .await
        .is(422)
        .holds("value=\"Évry &#60;b&#62;\"")
        .holds("href=\"#code\"")
        .holds("href=\"#department\"");
    a_unit(&org, "EVR", "Évry").await;
    app.post(&thomas, "/units/new", &EVRY)
        .await
        .is(422)
        .holds("href=\"#code\"")
        .holds("value=\"Évry-Courcouronnes\"");
}

#[tokio::test]
async fn two_who_edit_at_once_do_not_overwrite_each_other() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let unit = a_unit(&org, "EVR", "Évry").await;
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    let save = format!("/units/{unit}/edit");
    let with = |name: &'static str, version: &'static str| {
        let mut fields = EVRY.to_vec();
        fields[0].1 = name;
        fields.push(("version", version));
        fields
    };
    app.post(&thomas, &save, &with("Évry 2", "1")).await.is(303);
    app.post(&thomas, &save, &with("Évry centre", "1"))
        .await
        .is(422)
        .holds("Quelqu’un a modifié cette fiche entre-temps")
        .holds("value=\"Évry centre\"");
    app.get(&thomas, &format!("/units/{unit}")).await.is(200).holds("Évry 2");
}

#[tokio::test]
async fn a_manager_changes_the_hours_of_their_unit_alone() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let (evry, vitry) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "VIT", "Vitry").await);
    let nadege = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, nadege, evry, Function::Manager).await;
    let visitor = app.sign_in(org.org(), nadege).await;
    app.get(&visitor, &format!("/units/{evry}/hours")).await.is(200);
    app.post(&visitor, &format!("/units/{evry}/hours"), &[("version", "1"), ("day1", "9h30-12h30, 14h-19h")])
        .await
        .is(303);
    app.get(&visitor, &format!("/units/{evry}")).await.is(200).holds("9\u{a0}h\u{a0}30 – 12\u{a0}h\u{a0}30");
    app.post(&visitor, &format!("/units/{evry}/hours"), &[("version", "2"), ("day1", "19-9")])
        .await
        .is(422)
        .holds("value=\"19-9\"");
    for path in ["hours", "edit"] {
        app.get(&visitor, &format!("/units/{vitry}/{path}")).await.is(404);
    }
    app.post(&visitor, &format!("/units/{vitry}/hours"), &[("version", "1"), ("day1", "9-12")]).await.is(404);
    app.get(&visitor, &format!("/units/{vitry}")).await.is(404);
}

#[tokio::test]
async fn a_special_day_is_added_and_taken_away() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let nadege = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, nadege, evry, Function::Manager).await;
    let visitor = app.sign_in(org.org(), nadege).await;
    let page = format!("/units/{evry}");
    let add = format!("{page}/exceptions");
    app.post(&visitor, &add, &[("day", "2026-12-24"), ("hours", "9-17"), ("note", "Réveillon")])
        .await
        .is(303);
    app.post(&visitor, &add, &[("day", "2026-12-25"), ("hours", ""), ("note", "")]).await.is(303);
    app.get(&visitor, &page).await.is(200).holds("jeudi 24 décembre").holds("Réveillon").holds("fermé");
    app.post(&visitor, &add, &[("day", "2026-12-24"), ("hours", "9-12"), ("note", "Inventaire")])
        .await
        .is(422)
        .holds("Ce jour est déjà indiqué.")
        .holds("id=\"day-error\"")
        .holds("Inventaire");
    app.get(&visitor, &page).await.is(200).holds("Réveillon").lacks("Inventaire");
    app.post(&visitor, &format!("{add}/remove"), &[("day", "2026-12-24")]).await.is(303);
    app.get(&visitor, &page).await.is(200).lacks("Réveillon").holds("vendredi 25 décembre");
    app.post(&visitor, &add, &[("day", "un jour"), ("hours", "tôt"), ("note", "")])
        .await
        .is(422)
        .holds("value=\"tôt\"");
}

#[tokio::test]
async fn sec_01_a_unit_of_another_organisation_does_not_exist() {
    let app = app().await;
    let (here, there) = (an_organisation(app.db()).await, an_organisation(app.db()).await);
    let stranger = a_unit(&there, "EVR", "Évry").await;
    let admin = a_person(&here, "Thomas", "Girard").await;
    granted(&here, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(here.org(), admin).await;
    for path in ["", "/edit", "/hours"] {
        app.get(&thomas, &format!("/units/{stranger}{path}")).await.is(404);
    }
    app.post(&thomas, &format!("/units/{stranger}/edit"), &EVRY).await.is(404);
    app.get(&thomas, "/units").await.is(200).lacks("Évry");
}

#[tokio::test]
async fn a_region_sees_its_own_units() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let (south, north) = (a_region(&org, "Sud").await, a_region(&org, "Nord").await);
    let (evry, lille) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "LIL", "Lille").await);
    placed(&org, evry, south).await;
    placed(&org, lille, north).await;
    let lead = a_person(&org, "Solène", "Le Goff").await;
    granted(&org, lead, Role::RegionLead, Scope::Region(south)).await;
    let visitor = app.sign_in(org.org(), lead).await;
    app.get(&visitor, "/units").await.is(200).holds("Évry").lacks("Lille");
    app.get(&visitor, &format!("/units/{lille}")).await.is(404);
}

#[tokio::test]
async fn lists_page_by_key_both_ways() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    for n in 0..120 {
        a_unit(&org, &format!("U{n:03}"), &format!("Boutique {n:03}")).await;
    }
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    let link = |body: &str, rel: &str| {
        let at = body.find(&format!("rel=\"{rel}\""))?;
        let href = body[..at].rfind("href=\"")? + 6;
        Some(body[href..].split('"').next()?.replace("&#38;", "&"))
    };
    let first = app.get(&thomas, "/units").await.is(200).holds("Boutique 049").lacks("Boutique 050").body;
    assert_eq!(link(&first, "prev"), None);
    let second = app
        .get(&thomas, &link(&first, "next").unwrap())
        .await
        .is(200)
        .holds("Boutique 050")
        .holds("Boutique 099")
        .body;
    let third = app.get(&thomas, &link(&second, "next").unwrap()).await.is(200).holds("Boutique 119").body;
    assert_eq!(link(&third, "next"), None);
    let back = app.get(&thomas, &link(&third, "prev").unwrap()).await.is(200);
    back.holds("Boutique 050").holds("Boutique 099").lacks("Boutique 100");
}

#[tokio::test]
async fn an_island_gets_the_rows_alone() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    a_unit(&org, "EVR", "Évry").await;
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    let request = thomas
        .request("GET", "/units?q=ev")
        .header("x-relais-fragment", "1")
        .body(Default::default())
        .unwrap();
    app.send(request).await.is(200).holds("Évry").lacks("<html");
}

#[tokio::test]
async fn sec_02_a_form_without_its_token_changes_nothing() {
    let app = app().await;
    let org = an_organisation(app.db()).await;
    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    let request = |origin: &str, body: &str| {
        thomas
            .request("POST", "/units/new")
            .header("content-type", "application/x-www-form-urlencoded")
            .header("origin", origin)
            .body(axum::body::Body::from(body.to_owned()))
            .unwrap()
    };
    app.send(request("https://relais.example", "csrf=wrong&name=x"))
        .await
        .is(403)
        .holds("Ce formulaire n’a pas été envoyé");
    let mut foreign = request("https://evil.example", "name=x");
    foreign.headers_mut().insert("sec-fetch-site", "cross-site".parse().unwrap());
    app.send(foreign).await.is(403);
    app.db().clock().advance(Duration::from_secs(1));
    app.get(&thomas, "/units").await.is(200).holds("Aucune unité pour l’instant");
}

#[tokio::test]
async fn a_region_that_is_not_ours_is_told_on_its_field() {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let (org, other) = (an_organisation(app.db()).await, an_organisation(app.db()).await);
    let alice = a_person(&org, "Alice", "Morel").await;
    granted(&org, alice, Role::Admin, Scope::Network).await;
    let admin = app.sign_in(org.org(), alice).await;
    let there = a_region(&other, "Ailleurs").await.to_string();
    let fields = [
        ("code", "EVR"),
        ("name", "Évry"),
        ("kind", "shop"),
        ("department", "91"),
        ("town", "Évry"),
        ("time_zone", "Europe/Paris"),
        ("channels", "counter"),
        ("region", there.as_str()),
    ];
    app.post(&admin, "/units/new", &fields).await.is(422).holds("id=\"region-error\"");
}

#[tokio::test]
async fn sec_09_the_filter_offers_only_regions_that_are_read() {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let (south, _) = (a_region(&org, "Sud").await, a_region(&org, "Nord").await);
    let evry = a_unit(&org, "EVR", "Évry").await;
    placed(&org, evry, south).await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    let samira = a_person(&org, "Samira", "Haddad").await;
    granted(&org, samira, Role::Coach, Scope::Region(south)).await;
    let (adviser, coach) = (app.sign_in(org.org(), ines).await, app.sign_in(org.org(), samira).await);
    app.get(&adviser, "/units").await.is(200).holds("Évry").lacks("Nord").lacks(&format!("\"{south}\""));
    app.get(&coach, "/units").await.is(200).holds(&format!("\"{south}\"")).lacks("Nord");
}
