//! Pages about regions and hierarchies, through the real router.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::{
    assignments::Function,
    organisations::{self, HierarchyFacts},
    regions::{self, RegionFacts},
    units,
};
use relais_kernel::{PersonId, Reach, RegionId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb};
use relais_testkit::{
    TestApp, Visitor,
    builders::{
        a_person, a_region, a_region_below, a_unit, an_organisation, assigned, granted, placed, today,
    },
};

/// Île-de-France over Essonne, where Évry has a manager and Massy has none; Alice administers.
struct World {
    app: TestApp,
    org: OrgDb,
    top: RegionId,
    essonne: RegionId,
    evry: UnitId,
    nadege: PersonId,
    alice: PersonId,
    admin: Visitor,
}

impl World {
    async fn new() -> Self {
        let app = TestApp::new(vec![relais_network::manifest()]).await;
        let org = an_organisation(app.db()).await;
        let top = a_region(&org, "Île-de-France").await;
        let essonne = a_region_below(&org, Some(top), "Essonne").await;
        let evry = a_unit(&org, "EVR", "Évry").await;
        let massy = a_unit(&org, "MAS", "Massy").await;
        placed(&org, evry, essonne).await;
        placed(&org, massy, essonne).await;
        let nadege = a_person(&org, "Nadège", "Fournier").await;
        assigned(&org, nadege, evry, Function::Manager).await;
        let alice = a_person(&org, "Alice", "Morel").await;
        granted(&org, alice, Role::Admin, Scope::Network).await;
        let admin = app.sign_in(org.org(), alice).await;
        Self { app, org, top, essonne, evry, nadege, alice, admin }
    }

    async fn as_person(&self, person: PersonId) -> Visitor {
        self.app.sign_in(self.org.org(), person).await
    }
}

#[tokio::test]
async fn net_01_a_vacancy_climbs_to_the_region() {
    let w = World::new().await;
    for region in [w.top, w.essonne] {
        let page = w.app.get(&w.admin, &format!("/regions/{region}")).await.is(200);
        page.holds("Sans responsable aujourd’hui").holds("Massy").holds("Pas encore de responsable");
    }
    w.app.get(&w.admin, "/regions").await.is(200).holds("Une unité est sans responsable").holds("2 unités");
    assigned(&w.org, a_person(&w.org, "Paul", "Roche").await, w.unit("MAS").await, Function::Manager).await;
    w.app.get(&w.admin, &format!("/regions/{}", w.top)).await.is(200).lacks("Sans responsable aujourd’hui");
}

impl World {
    async fn unit(&self, code: &str) -> UnitId {
        units::by_code(&self.org, code).await.unwrap().unwrap().id
    }
}

#[tokio::test]
async fn net_06_a_region_has_a_team_of_its_own_and_places_in_it_give_rights() {
    let w = World::new().await;
    let marc = a_person(&w.org, "Marc", "Delattre").await;
    let visitor = w.as_person(marc).await;
    let (page, members) = (format!("/regions/{}", w.top), format!("/regions/{}/members", w.top));
    w.app.get(&visitor, &page).await.is(404);
    w.app
        .get(&w.admin, &format!("{members}?q=delattre"))
        .await
        .is(200)
        .holds("Marc Delattre")
        .lacks("Nadège");
    let marc_id = marc.to_string();
    let fields = [("person", marc_id.as_str()), ("function", ""), ("from_day", "2026-11-21")];
    w.app
        .post(&w.admin, &members, &fields)
        .await
        .is(422)
        .holds("id=\"function-error\"")
        .holds("Marc Delattre");
    let fields = [("person", marc_id.as_str()), ("function", "lead"), ("from_day", "2026-11-21")];
    w.app.post(&w.admin, &members, &fields).await.is(303);
    w.app.post(&w.admin, &members, &fields).await.is(422).holds("Cette personne tient déjà cette fonction");
    w.app
        .get(&visitor, &page)
        .await
        .is(200)
        .holds("Marc Delattre")
        .holds("Responsable de région")
        .holds("Massy");
    w.app.get(&visitor, &format!("/regions/{}", w.essonne)).await.is(200);
    let member = regions::members(&w.org, w.top, today()).await.unwrap().remove(0).id;
    let end = format!("{members}/{member}/end");
    w.app.get(&w.admin, &end).await.is(200).holds("Marc Delattre");
    w.app.post(&w.admin, &end, &[("to_day", "")]).await.is(422);
    w.app.post(&w.admin, &end, &[("to_day", "2026-11-21")]).await.is(303);
    let member = regions::members(&w.org, w.top, today()).await.unwrap().remove(0);
    assert_eq!(member.to_day, Some(today()));
}

#[tokio::test]
async fn net_08_nobody_joins_a_region_by_themselves() {
    let w = World::new().await;
    let alice = w.alice.to_string();
    let fields = [("person", alice.as_str()), ("function", "lead"), ("from_day", "")];
    let page = w.app.post(&w.admin, &format!("/regions/{}/members", w.top), &fields).await.is(422);
    page.holds("personne ne se l’attribue à soi-même");
}

#[tokio::test]
async fn net_06_a_region_never_stands_below_itself() {
    let w = World::new().await;
    let essonne = w.essonne.to_string();
    let fields = [("version", "1"), ("name", "Île-de-France"), ("code", "idf"), ("parent", essonne.as_str())];
    let page = w.app.post(&w.admin, &format!("/regions/{}/edit", w.top), &fields).await.is(422);
    page.holds("id=\"parent-error\"").holds("Une région ne se rattache ni à elle-même");
}

#[tokio::test]
async fn a_region_is_added_and_a_meanwhile_is_told() {
    let w = World::new().await;
    let top = w.top.to_string();
    let fields = [("name", "Val-de-Marne"), ("code", "essonne"), ("parent", top.as_str())];
    let page = w.app.post(&w.admin, "/regions/new", &fields).await.is(422);
    page.holds("Ce code désigne déjà une autre région").holds("value=\"Val-de-Marne\"");
    let fields = [("name", "Val-de-Marne"), ("code", "94"), ("parent", top.as_str())];
    let to = w.app.post(&w.admin, "/regions/new", &fields).await.is(303).location.unwrap();
    w.app.get(&w.admin, &to).await.is(200).holds("Val-de-Marne").holds("Île-de-France");
    let edit = format!("{to}/edit");
    let fields = [("version", "1"), ("name", "Val de Marne"), ("code", "94"), ("parent", "")];
    w.app.post(&w.admin, &edit, &fields).await.is(303);
    w.app.post(&w.admin, &edit, &fields).await.is(422).holds("entre-temps").holds("value=\"Val de Marne\"");
}

#[tokio::test]
async fn sec_01_regions_out_of_reach_do_not_exist() {
    let w = World::new().await;
    let there = an_organisation(w.app.db()).await;
    let far = a_region(&there, "Loin").await;
    for path in ["", "/edit", "/members"] {
        w.app.get(&w.admin, &format!("/regions/{far}{path}")).await.is(404);
    }
    for path in ["edit", "members"] {
        w.app
            .post(&w.admin, &format!("/regions/{far}/{path}"), &[("name", "X"), ("code", "X")])
            .await
            .is(404);
    }
    let nord = a_region(&w.org, "Nord").await;
    let lead = a_person(&w.org, "Marc", "Delattre").await;
    granted(&w.org, lead, Role::RegionLead, Scope::Region(nord)).await;
    let lead = w.as_person(lead).await;
    w.app.get(&lead, &format!("/regions/{nord}")).await.is(200);
    w.app.get(&lead, &format!("/regions/{}", w.top)).await.is(404);
    w.app.get(&lead, "/regions").await.is(200).holds("Nord").lacks("Essonne");
    w.app.get(&lead, &format!("/regions/{nord}/edit")).await.is(404);
    w.app.post(&lead, &format!("/regions/{nord}/edit"), &[("name", "X"), ("code", "X")]).await.is(404);
    w.app.get(&lead, "/hierarchies").await.is(404);
}

#[tokio::test]
async fn sec_01_a_manager_sees_who_supports_their_unit_but_not_the_region() {
    let w = World::new().await;
    let nadege = w.as_person(w.nadege).await;
    w.app.get(&nadege, "/regions").await.is(200).holds("Essonne").lacks("Île-de-France").lacks("2 unités");
    let page = w.app.get(&nadege, &format!("/regions/{}", w.essonne)).await.is(200);
    page.holds("Équipe de la région").lacks("Massy").lacks("Voir les unités");
    w.app.get(&nadege, &format!("/regions/{}", w.top)).await.is(404);
}

#[tokio::test]
async fn net_06_a_unit_stands_in_several_hierarchies() {
    let w = World::new().await;
    w.app.post(&w.admin, "/hierarchies", &[("name", "Travaux"), ("code", "")]).await.is(422);
    let to = w.app.post(&w.admin, "/hierarchies", &[("name", "Travaux"), ("code", "travaux")]).await.is(303);
    w.app.get(&w.admin, &to.location.unwrap()).await.is(200).holds("Il ne donne de droits à personne");
    w.app
        .post(&w.admin, "/hierarchies", &[("name", "Autre"), ("code", "travaux")])
        .await
        .is(422)
        .holds("Ce code désigne déjà");
    let further =
        organisations::hierarchies(&w.org).await.unwrap().into_iter().find(|one| !one.main).unwrap().id;
    let tx = w.org.begin().await.unwrap();
    let zone =
        RegionFacts { hierarchy_id: further, parent_id: None, code: "Z1".into(), name: "Zone A".into() };
    let zone = regions::add(&tx, &zone).await.unwrap();
    tx.commit().await.unwrap();
    let (path, place) = (format!("/units/{}/edit", w.evry), format!("{further}:{zone}"));
    let (odd, none) = (format!("{further}:{}", w.top), format!("{further}:"));
    w.app.get(&w.admin, &path).await.is(200).holds("Zone A");
    let fields = |version, place| {
        [
            ("version", version),
            ("code", "EVR"),
            ("name", "Évry"),
            ("kind", "shop"),
            ("department", "91"),
            ("places", place),
        ]
    };
    w.app.post(&w.admin, &path, &fields("1", "")).await.is(303);
    w.app.post(&w.admin, &path, &fields("2", &place)).await.is(303);
    w.app.get(&w.admin, &format!("/units/{}", w.evry)).await.is(200).holds("Zone A").holds("Essonne");
    w.app.get(&w.admin, &format!("/regions/{zone}")).await.is(200).holds("Travaux");
    w.app.post(&w.admin, &path, &fields("3", &odd)).await.is(422).holds("Cette région n’existe pas");
    w.app.post(&w.admin, &path, &fields("3", &none)).await.is(303);
    let places = units::places(&w.org, w.evry, today()).await.unwrap();
    assert_eq!(places.len(), 1);
    let unit = units::by_id(&w.org, &Reach::Network, today(), w.evry).await.unwrap().unwrap();
    assert_eq!(unit.version, 4);
}

#[tokio::test]
async fn net_06_a_further_hierarchy_gives_no_rights() {
    let w = World::new().await;
    let tx = w.org.begin().await.unwrap();
    let facts = HierarchyFacts { code: "travaux".into(), name: "Travaux".into() };
    let further = organisations::add_hierarchy(&tx, &facts).await.unwrap();
    let zone =
        RegionFacts { hierarchy_id: further, parent_id: None, code: "Z1".into(), name: "Zone A".into() };
    let zone = regions::add(&tx, &zone).await.unwrap();
    tx.commit().await.unwrap();
    let marc = a_person(&w.org, "Marc", "Delattre").await;
    let marc_id = marc.to_string();
    let fields = [("person", marc_id.as_str()), ("function", "lead"), ("from_day", "")];
    w.app.post(&w.admin, &format!("/regions/{zone}/members"), &fields).await.is(303);
    let visitor = w.as_person(marc).await;
    w.app.get(&visitor, &format!("/regions/{zone}")).await.is(404);
    w.app.get(&w.admin, &format!("/regions/{zone}")).await.is(200).holds("Marc Delattre");
}
