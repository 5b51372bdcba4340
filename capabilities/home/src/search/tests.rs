//! Search through the real router.

use relais_directory::assignments::Function;
use relais_kernel::{PersonId, Role, Scope};
use relais_store::{InOrg as _, OrgDb};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed},
};

use crate::{doors::test_doors, manifest};

struct World {
    app: TestApp,
    org: OrgDb,
    ines: PersonId,
    claire: PersonId,
}

/// Inès serves in Évry, Paul in Massy; Claire administers both, in the region Essonne.
async fn world() -> World {
    let app = TestApp::new(vec![manifest(test_doors(), Vec::new())]).await;
    let org = an_organisation(app.db()).await;
    let essonne = a_region(&org, "Essonne").await;
    let (evry, massy) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "MAS", "Massy").await);
    placed(&org, evry, essonne).await;
    let ines = a_person(&org, "Inès", "Marchal").await;
    let paul = a_person(&org, "Paul", "Évrard").await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    assigned(&org, paul, massy, Function::Adviser).await;
    granted(&org, claire, Role::Admin, Scope::Network).await;
    World { app, org, ines, claire }
}

impl World {
    async fn search(&self, who: PersonId, q: &str) -> Answer {
        let visitor = self.app.sign_in(self.org.org(), who).await;
        let page =
            self.app.get(&visitor, &format!("/search?{}", relais_web::query([("q", q)]))).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }
}

#[tokio::test]
async fn accents_and_capitals_do_not_matter() {
    let world = world().await;
    for q in ["évry", "EVRY", "evr"] {
        world.search(world.claire, q).await.holds("<span class=\"what\">Évry</span>");
    }
    world.search(world.claire, "ESSON").await.holds("<span class=\"what\">Essonne</span>").lacks("Massy");
    world.search(world.claire, "marchal").await.holds("Inès Marchal").holds("Conseil clients · Évry");
}

#[tokio::test]
async fn sec_09_search_finds_only_what_the_lists_would_show() {
    let world = world().await;
    // Paul Évrard is found by who reaches Massy, and by nobody else; so is the region.
    world.search(world.claire, "evr").await.holds("Paul Évrard").holds("<span class=\"what\">Évry</span>");
    world.search(world.ines, "evr").await.holds("<span class=\"what\">Évry</span>").lacks("Paul");
    world.search(world.ines, "massy").await.holds("Rien ne correspond").lacks("/units/");
    world.search(world.ines, "essonne").await.holds("Rien ne correspond");
    let nobody = a_person(&world.org, "Léa", "Roche").await;
    world.search(nobody, "evry").await.holds("La recherche s’ouvrira").lacks("/units/");
}

#[tokio::test]
async fn sec_09_another_organisation_is_not_searched() {
    let world = world().await;
    let other = an_organisation(world.app.db()).await;
    let admin = a_person(&other, "Anne", "Aubert").await;
    granted(&other, admin, Role::Admin, Scope::Network).await;
    let visitor = world.app.sign_in(other.org(), admin).await;
    world.app.get(&visitor, "/search?q=evry").await.is(200).holds("Rien ne correspond");
}

#[tokio::test]
async fn results_follow_the_typing_as_a_piece() {
    let world = world().await;
    let visitor = world.app.sign_in(world.org.org(), world.ines).await;
    let request = visitor.request("GET", "/search?q=evry").header("x-relais-fragment", "1");
    let piece = world.app.send(request.body(axum::body::Body::empty()).unwrap()).await.is(200);
    piece.holds("data-announce=\"Un résultat\"").lacks("<html");
    world.search(world.ines, "").await.holds("Tapez une partie du nom").lacks("data-announce");
}

#[tokio::test]
async fn sec_09_a_staff_number_is_not_searched() {
    let world = world().await;
    let tx = world.org.begin().await.unwrap();
    let number = "update person set staff_number = 'QX-4217', number_folded = 'qx 4217' where id = $1";
    relais_store::sql(number).bind(world.ines).run_one("person", &tx).await.unwrap();
    tx.commit().await.unwrap();
    for q in ["4217", "４２１７", "qx"] {
        world.search(world.claire, q).await.lacks("Inès Marchal");
    }
}
