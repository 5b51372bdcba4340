//! A unit's page follows what others change: whatever shows on it rings, and those alone hear it who may read it.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::{
    assignments::{self, Function},
    people::{self, PersonFacts},
    units,
};
use relais_kernel::{Locale, PersonId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, bell};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, day, granted, placed, today},
};

struct World {
    app: TestApp,
    org: OrgDb,
    evry: UnitId,
    nadege: PersonId,
    manager: Visitor,
}

async fn world() -> World {
    let app = TestApp::new(vec![relais_web::live::manifest(), relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let nadege = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, nadege, evry, Function::Manager).await;
    let manager = app.sign_in(org.org(), nadege).await;
    World { app, org, evry, nadege, manager }
}

async fn version(org: &OrgDb, unit: UnitId) -> i64 {
    let topic = units::topic(unit);
    bell::versions(org, &[&topic]).await.unwrap()[&topic]
}

#[tokio::test]
async fn a_unit_s_page_names_its_topic_and_answers_the_piece_that_follows_it() {
    let World { app, org, evry, manager, .. } = world().await;
    let (page, before) = (format!("/units/{evry}"), version(&org, evry).await);
    let named = |version: i64| format!("data-live=\"unit:{evry}@{version}\" data-live-src=\"{page}\"");
    app.get(&manager, &page).await.is(200).holds(&named(before)).holds("<html");
    let mut stream = app.listen(&manager, &[&units::topic(evry)]).await;
    assert_eq!(stream.versions().await.unwrap()[&units::topic(evry)], before);

    let hours = [("version", "1"), ("day1", "9h30-12h30, 14h-19h")];
    app.post(&manager, &format!("{page}/hours"), &hours).await.is(303);
    assert_eq!(stream.versions().await.unwrap()[&units::topic(evry)], before + 1);
    let piece = manager.request("GET", &page).header("x-relais-fragment", "1");
    let piece = app.send(piece.body(axum::body::Body::empty()).unwrap()).await.is(200);
    piece.holds(&named(before + 1)).holds("9\u{a0}h\u{a0}30 – 12\u{a0}h\u{a0}30").lacks("<html");
}

#[tokio::test]
async fn whatever_a_unit_s_page_shows_rings_when_it_changes() {
    let World { app, org, evry, nadege, manager } = world().await;
    let page = format!("/units/{evry}");
    let mut known = version(&org, evry).await;
    let mut grown = async |what: &str| {
        let now = version(&org, evry).await;
        assert!(now > known, "{what} does not ring");
        known = now;
    };
    app.post(&manager, &format!("{page}/hours"), &[("version", "1"), ("day1", "9-12")]).await.is(303);
    grown("the week").await;
    app.post(&manager, &format!("{page}/exceptions"), &[("day", "2026-12-25")]).await.is(303);
    grown("a day that differs").await;
    app.post(&manager, &format!("{page}/exceptions/remove"), &[("day", "2026-12-25")]).await.is(303);
    grown("a day that differs no more").await;

    let ines = a_person(&org, "Inès", "Marchal").await;
    let place = assigned(&org, ines, evry, Function::Adviser).await;
    grown("somebody new in the team").await;
    let tx = org.begin().await.unwrap();
    let facts = PersonFacts {
        staff_number: None,
        given_name: "Inès".into(),
        family_name: "Marchal-Benali".into(),
        email: None,
        phone: None,
        trade_code: None,
        locale: Locale::Fr,
        joined_day: None,
        left_day: None,
    };
    people::change(&tx, ines, 1, &facts).await.unwrap();
    tx.commit().await.unwrap();
    grown("a name in the team").await;
    let tx = org.begin().await.unwrap();
    assignments::end(&tx, place, today(), None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    grown("an end in the team").await;
    let tx = org.begin().await.unwrap();
    people::leave(&tx, nadege, day("2026-11-30"), today()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    grown("a leaver").await;

    let region = a_region(&org, "Île-de-France Sud").await;
    placed(&org, evry, region).await;
    grown("its region").await;
    let tx = org.begin().await.unwrap();
    let unit = units::by_code(&tx, "EVR").await.unwrap().unwrap();
    let facts = units::UnitFacts {
        code: unit.code,
        name: "Évry centre".into(),
        kind: unit.kind,
        department_code: "91",
        time_zone: unit.time_zone,
        locale: unit.locale,
        town: unit.town,
        phone: None,
        opened_day: None,
        closed_day: None,
        channels: vec![],
    };
    units::change(&tx, evry, unit.version, &facts).await.unwrap();
    tx.commit().await.unwrap();
    grown("its name").await;
}

#[tokio::test]
async fn sec_01_a_unit_is_heard_by_those_who_read_it() {
    let World { app, org, evry, manager, .. } = world().await;
    let vitry = a_unit(&org, "VIT", "Vitry").await;
    let (own, sibling) = (units::topic(evry), units::topic(vitry));
    let asked = [own.as_str(), sibling.as_str(), "unit:nothing"];
    let heard = app.listen(&manager, &asked).await.versions().await.unwrap();
    assert_eq!(heard.keys().collect::<Vec<_>>(), [&own]);

    let admin = a_person(&org, "Thomas", "Girard").await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let thomas = app.sign_in(org.org(), admin).await;
    assert_eq!(app.listen(&thomas, &asked).await.versions().await.unwrap().len(), 2);

    let nobody = a_person(&org, "Marc", "Delorme").await;
    let marc = app.sign_in(org.org(), nobody).await;
    assert_eq!(app.listen(&marc, &asked).await.status, 204);
}
