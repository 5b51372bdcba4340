//! The page through the real router.

use std::io::Write as _;

use flate2::{Compression, write::GzEncoder};
use relais_directory::{
    assignments::{self, AssignmentKind, Function},
    regions,
    units::{self, Exception, OpeningsInput},
};
use relais_kernel::{PersonId, Reach, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp,
    builders::{
        a_person, a_region, a_unit, an_organisation, assigned, assignment, day, granted, placed, today,
    },
};

use crate::{doors::test_doors, manifest};

/// Saturday 21 November 2026, 14:20 in Paris.
async fn world() -> (TestApp, OrgDb) {
    let app = TestApp::new(vec![manifest(test_doors(), Vec::new())]).await;
    let org = an_organisation(app.db()).await;
    (app, org)
}

async fn home_of(app: &TestApp, org: &OrgDb, person: PersonId) -> Answer {
    let visitor = app.sign_in(org.org(), person).await;
    let page = app.get(&visitor, "/").await.is(200);
    assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
    page
}

async fn opens(org: &OrgDb, unit: UnitId, hours: &str) {
    let week =
        units::check_openings(&OpeningsInput { days: std::array::from_fn(|_| hours.to_owned()) }).unwrap();
    let version = units::by_id(org, &Reach::Network, today(), unit).await.unwrap().unwrap().version;
    let tx = org.begin().await.unwrap();
    units::change_hours(&tx, unit, version, &week).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn net_01_an_adviser_sees_the_unit_its_manager_and_the_colleagues_of_the_day() {
    let (app, org) = world().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    opens(&org, evry, "9:30-12:30, 14:00-19:00").await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    let nadege = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    assigned(&org, nadege, evry, Function::Manager).await;
    home_of(&app, &org, ines)
        .await
        .holds("Bonjour Inès")
        .holds("samedi 21 novembre")
        .holds("ouvert jusqu’à 19\u{a0}h")
        .holds("9\u{a0}h\u{a0}30 – 12\u{a0}h\u{a0}30 · 14\u{a0}h – 19\u{a0}h")
        .holds("Nadège Fournier répond de cette unité.")
        .holds("un collègue")
        .lacks("/imports");
    home_of(&app, &org, nadege).await.holds("Vous répondez de cette unité.").holds("Inès Marchal");
}

#[tokio::test]
async fn net_01_a_vacancy_is_told_with_the_region_that_supports() {
    let (app, org) = world().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    home_of(&app, &org, ines).await.holds("Sans responsable aujourd’hui").holds("pas encore de région");
    placed(&org, evry, a_region(&org, "Île-de-France Sud").await).await;
    home_of(&app, &org, ines)
        .await
        .holds("La région Île-de-France Sud soutient l’équipe en attendant.")
        .holds("Vous êtes la seule personne rattachée ici.")
        .holds("horaires à renseigner");
}

#[tokio::test]
async fn net_04_a_unit_is_open_by_its_own_clock() {
    let (app, org) = world().await;
    let unit = a_unit(&org, "SDR", "Saint-Denis").await;
    let tx = org.begin().await.unwrap();
    sql("update unit set time_zone = 'Indian/Reunion' where org_id = $1")
        .bind(org.org())
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    opens(&org, unit, "9:00-17:00").await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, unit, Function::Adviser).await;
    // 14:20 in Paris is 17:20 in Réunion.
    home_of(&app, &org, ines).await.holds("fermé, ouvre dimanche 22 novembre à 9\u{a0}h");
    let tx = org.begin().await.unwrap();
    let late = Exception { day: today(), opens: Some(540), closes: Some(1080), note: String::new() };
    units::put_exception(&tx, unit, &late).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    home_of(&app, &org, ines).await.holds("ouvert jusqu’à 18\u{a0}h");
}

#[tokio::test]
async fn net_01_whoever_replaces_today_is_there_and_not_at_home() {
    let (app, org) = world().await;
    let (evry, massy) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "MAS", "Massy").await);
    let ines = a_person(&org, "Inès", "Marchal").await;
    let paul = a_person(&org, "Paul", "Martin").await;
    let lea = a_person(&org, "Léa", "Roche").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    assigned(&org, paul, evry, Function::Adviser).await;
    assigned(&org, lea, massy, Function::Adviser).await;
    let mut lent = assignment(&org, ines, massy, Function::Adviser).await;
    (lent.kind, lent.main) = (AssignmentKind::Replacement, false);
    (lent.from_day, lent.to_day) = (today(), Some(day("2026-11-25")));
    let tx = org.begin().await.unwrap();
    assignments::assign(&tx, &lent, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let hers = home_of(&app, &org, ines).await;
    hers.holds("Massy</a></h2>")
        .holds("main-forte à Massy jusqu’au 25 novembre 2026")
        .holds("Léa Roche")
        .lacks("Paul Martin");
    home_of(&app, &org, lea).await.holds("Inès Marchal").holds("prête main-forte");
    home_of(&app, &org, paul).await.lacks("Inès Marchal").holds("la seule personne rattachée");
}

#[tokio::test]
async fn a_team_shows_its_first_eight_and_leads_to_all() {
    let (app, org) = world().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    for n in 10..20 {
        let mate = a_person(&org, "Camille", &format!("Mate-{n}")).await;
        assigned(&org, mate, evry, Function::Adviser).await;
    }
    let page = home_of(&app, &org, ines).await.holds("Camille Mate-17").lacks("Camille Mate-18");
    page.holds("Voir les 10 collègues").holds(&format!("/units/{evry}"));
}

#[tokio::test]
async fn net_01_a_region_sees_its_vacancies_as_the_directory_counts_them() {
    let (app, org) = world().await;
    let (south, north) = (a_region(&org, "Sud").await, a_region(&org, "Nord").await);
    for (code, region) in [("A", south), ("B", south), ("C", north)] {
        placed(&org, a_unit(&org, code, &format!("Unité {code}")).await, region).await;
    }
    let closing = a_unit(&org, "D", "Unité D").await;
    placed(&org, closing, south).await;
    let tx = org.begin().await.unwrap();
    sql("update unit set closed_day = $1 where id = $2")
        .bind(today().plus(30))
        .bind(closing)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let lead = a_person(&org, "Claire", "Dubois").await;
    let manager = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, manager, units::by_code(&org, "A").await.unwrap().unwrap().id, Function::Manager).await;
    granted(&org, lead, Role::RegionLead, Scope::Region(south)).await;
    let page = home_of(&app, &org, lead).await;
    page.holds("3 unités")
        .holds("Deux unités sont sans responsable\u{a0}: Unité B, Unité D")
        .holds("Voir ces unités")
        .holds("Une unité ferme bientôt");
    let reach = Reach::Part { regions: vec![south], units: vec![] };
    let counted = assignments::vacancy_count(&org, &reach, today()).await.unwrap();
    let figures = regions::figures(&org, &reach, today()).await.unwrap();
    assert_eq!(figures.vacancies, counted);
    // One that is still to open counts for neither page.
    let to_come = a_unit(&org, "DOU", "Dourdan").await;
    placed(&org, to_come, south).await;
    let tx = org.begin().await.unwrap();
    sql("update unit set opened_day = $1 where id = $2")
        .bind(today().plus(5))
        .bind(to_come)
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let main = relais_directory::organisations::main_hierarchy(&org).await.unwrap().id;
    let tree = regions::figures_of_tree(&org, main, today()).await.unwrap();
    assert_eq!(regions::figures(&org, &reach, today()).await.unwrap(), figures);
    assert_eq!((tree[&south].units, tree[&south].vacancies), (figures.units, figures.vacancies));
}

#[tokio::test]
async fn net_01_more_vacancies_than_three_are_counted_and_no_vacancy_calls_nobody() {
    let (app, org) = world().await;
    let south = a_region(&org, "Sud").await;
    let lead = a_person(&org, "Claire", "Dubois").await;
    granted(&org, lead, Role::RegionLead, Scope::Region(south)).await;
    home_of(&app, &org, lead).await.lacks("sans responsable\u{a0}:");
    for code in ["A", "B", "C", "D", "E"] {
        placed(&org, a_unit(&org, code, &format!("Unité {code}")).await, south).await;
    }
    let page = home_of(&app, &org, lead).await;
    page.holds("5 unités sont sans responsable\u{a0}: Unité A, Unité B, Unité C et 2 autres");
}

#[tokio::test]
async fn a_network_without_units_says_where_to_begin_to_whom_may() {
    let (app, org) = world().await;
    let (admin, sponsor) = (a_person(&org, "Anne", "Aubert").await, a_person(&org, "Gérard", "Noblet").await);
    granted(&org, admin, Role::Admin, Scope::Network).await;
    granted(&org, sponsor, Role::Sponsor, Scope::Network).await;
    let page = home_of(&app, &org, admin).await.holds("Pour commencer").lacks("Ce que vous accompagnez");
    page.holds("Importer vos unités").holds("Importer les personnes").holds("Inviter à se connecter");
    home_of(&app, &org, sponsor).await.lacks("Pour commencer");
    a_unit(&org, "EVR", "Évry").await;
    home_of(&app, &org, admin).await.lacks("Pour commencer").holds("Ce que vous accompagnez");
}

#[tokio::test]
async fn somebody_placed_nowhere_hears_who_can_help() {
    let (app, org) = world().await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    let (hr, admin) = (a_person(&org, "Claire", "Dubois").await, a_person(&org, "Anne", "Aubert").await);
    granted(&org, hr, Role::Hr, Scope::Network).await;
    granted(&org, admin, Role::Admin, Scope::Network).await;
    let page = home_of(&app, &org, ines).await.holds("Vous n’avez pas d’unité aujourd’hui");
    let (first, second) = (page.body.find("Claire Dubois").unwrap(), page.body.find("Anne Aubert").unwrap());
    assert!(first < second, "human resources come first");
    page.holds("samedi 21 novembre").holds("Ressources humaines");
    // Who has a role for the whole network needs no unit.
    let dpo = a_person(&org, "Judith", "Lachaume").await;
    granted(&org, dpo, Role::Dpo, Scope::Network).await;
    home_of(&app, &org, dpo).await.lacks("pas d’unité").holds("Lire le journal");
}

#[tokio::test]
async fn nobody_signed_in_is_sent_to_sign_in() {
    let (app, _) = world().await;
    let answer = app.get(&Default::default(), "/").await.is(303);
    assert_eq!(answer.location.as_deref(), Some("/sign-in"));
}

/// Style, script and font leave 15 kB of the 60 kB of a first view to the page.
#[tokio::test]
async fn the_first_view_is_light() {
    let (app, org) = world().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    for n in 0..12 {
        assigned(
            &org,
            a_person(&org, "Maximilienne", &format!("de La Tour-{n}")).await,
            evry,
            Function::Adviser,
        )
        .await;
    }
    let page = home_of(&app, &org, ines).await.body;
    let mut wire = GzEncoder::new(Vec::new(), Compression::default());
    wire.write_all(page.as_bytes()).unwrap();
    let bytes = wire.finish().unwrap().len();
    assert!(bytes < 15_000, "{bytes} bytes");
}
