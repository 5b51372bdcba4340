#[path = "/tmp/dump.rs"]
mod dump;
use dump::dump;
use relais_directory::{assignments::Function, units::{self, OpeningsInput, Exception}};
use relais_kernel::{Reach, Role, Scope};
use relais_store::InOrg as _;
use relais_testkit::{TestApp, builders::*};

#[tokio::test]
async fn preview() {
    let app = TestApp::new(vec![crate::manifest(crate::doors::test_doors())]).await;
    let org = an_organisation(app.db()).await;
    let south = a_region(&org, "Île-de-France Sud").await;
    let evry = a_unit(&org, "EVR", "Évry-Courcouronnes").await;
    placed(&org, evry, south).await;
    for n in 0..12 { let u = a_unit(&org, &format!("E{n}"), &format!("Épinay-sur-Orge {n}")).await; placed(&org, u, south).await; }
    let week = units::check_openings(&OpeningsInput { days: std::array::from_fn(|_| "9:30-12:30, 14:00-19:00".to_owned()) }).unwrap();
    let version = units::by_id(&org, &Reach::Network, today(), evry).await.unwrap().unwrap().version;
    let tx = org.begin().await.unwrap();
    units::change_hours(&tx, evry, version, &week).await.unwrap();
    units::put_exception(&tx, evry, &Exception { day: day("2026-11-27"), opens: Some(570), closes: Some(750), note: "inventaire".into() }).await.unwrap();
    tx.commit().await.unwrap();
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    let nadege = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, nadege, evry, Function::Manager).await;
    let f = [Function::Deputy, Function::Adviser, Function::Technician, Function::Care];
    for (i, (g, n)) in [("Karim","Benali"),("Léa","Roche"),("Maximilienne-Élisabeth","de La Tour d’Auvergne-Lauraguais"),("Paul","Évrard"),("Samira","Haddad"),("Tom","Petit"),("Yann","Le Goff"),("Zoé","Martin"),("Ana","Lopez")].into_iter().enumerate() {
        assigned(&org, a_person(&org, g, n).await, evry, f[i % 4]).await;
    }
    let v = app.sign_in(org.org(), ines).await;
    dump(&app, &v, "home-adviser", "/").await;
    dump(&app, &v, "search-adviser", "/search?q=e").await;
    let v = app.sign_in(org.org(), nadege).await;
    dump(&app, &v, "home-manager", "/").await;
    let lead = a_person(&org, "Claire", "Dubois").await;
    granted(&org, lead, Role::Admin, Scope::Network).await;
    let v = app.sign_in(org.org(), lead).await;
    dump(&app, &v, "home-admin", "/").await;
    dump(&app, &v, "search", "/search?q=%C3%A9").await;
    dump(&app, &v, "search-none", "/search?q=zzz").await;
    dump(&app, &v, "search-empty", "/search").await;
    let massy = a_unit(&org, "MAS", "Massy").await;
    placed(&org, massy, south).await;
    let alone = a_person(&org, "Hugo", "Seul").await;
    assigned(&org, alone, massy, Function::Adviser).await;
    let v = app.sign_in(org.org(), alone).await;
    dump(&app, &v, "home-alone", "/").await;
    let lost = a_person(&org, "Nora", "Perdue").await;
    let v = app.sign_in(org.org(), lost).await;
    dump(&app, &v, "home-lost", "/").await;
}
