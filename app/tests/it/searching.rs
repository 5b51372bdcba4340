//! One search over what all rooms declare (SEC-09).

use relais_directory::assignments::Function;
use relais_kernel::{PersonId, Role, Scope};
use relais_store::{InOrg as _, OrgDb};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_unit, an_organisation, assigned, granted},
};

struct House {
    app: TestApp,
    org: OrgDb,
    ines: PersonId,
    lila: PersonId,
    helene: PersonId,
}

/// Inès serves in Évry, Lila in Massy; Hélène leads customer experience.
async fn house() -> House {
    let app = TestApp::new(relais::manifests()).await;
    let org = an_organisation(app.db()).await;
    let (evry, massy) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "MAS", "Massy").await);
    let (ines, lila) = (a_person(&org, "Inès", "Marchal").await, a_person(&org, "Lila", "Osei").await);
    assigned(&org, ines, evry, Function::Adviser).await;
    assigned(&org, lila, massy, Function::Adviser).await;
    let helene = a_person(&org, "Hélène", "Kowalski").await;
    granted(&org, helene, Role::CxLead, Scope::Network).await;
    House { app, org, ines, lila, helene }
}

impl House {
    async fn sends(&self, who: PersonId, path: &str, fields: &[(&str, &str)]) {
        self.app.post(&self.app.sign_in(self.org.org(), who).await, path, fields).await.is(303);
    }

    async fn search(&self, who: PersonId, q: &str) -> Answer {
        self.search_in(&self.org, who, q).await
    }

    async fn search_in(&self, org: &OrgDb, who: PersonId, q: &str) -> Answer {
        let visitor = self.app.sign_in(org.org(), who).await;
        let page =
            self.app.get(&visitor, &format!("/search?{}", relais_web::query([("q", q)]))).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }
}

#[tokio::test]
async fn what_was_said_decided_and_shared_is_found_by_a_word_of_it() {
    let house = house().await;
    let pebble = [("text", "L’imprimante du fond tombe en panne."), ("theme", "tools")];
    house.sends(house.ines, "/pebbles/new", &pebble).await;
    let rule = [
        ("title", "Échange sans ticket"),
        ("words", "On échange dix jours."),
        ("theme", "rules"),
        ("place", "network"),
        ("owner", "leads"),
    ];
    house.sends(house.helene, "/rules/new", &rule).await;
    let shared = [("was", "On attendait."), ("now_words", "Une étagère près de la caisse.")];
    house.sends(house.ines, "/solutions/new", &shared).await;

    house
        .search(house.lila, "IMPRIMANTE")
        .await
        .holds("Petits cailloux et idées")
        .holds("L’imprimante du fond")
        .holds("Évry")
        .holds("Attend une réponse")
        .lacks("Inès")
        .lacks("étagère");
    house.search(house.lila, "echange").await.holds("Les règles de la maison").holds("Échange sans ticket");
    house.search(house.lila, "dix jours").await.holds("Échange sans ticket");
    house.search(house.lila, "etagere").await.holds("Ce qui marche").holds("Une étagère près de la caisse.");
    house.search(house.lila, "100%").await.holds("Rien ne correspond");
}

#[tokio::test]
async fn sec_09_another_organisation_and_somebody_without_a_place_find_nothing_said_here() {
    let house = house().await;
    let pebble = [("text", "L’imprimante du fond tombe en panne."), ("theme", "tools")];
    house.sends(house.ines, "/pebbles/new", &pebble).await;
    let other = an_organisation(house.app.db()).await;
    let anne = a_person(&other, "Anne", "Aubert").await;
    granted(&other, anne, Role::CxLead, Scope::Network).await;
    house.search_in(&other, anne, "imprimante").await.holds("Rien ne correspond").lacks("/pebbles/");
    let nobody = a_person(&house.org, "Léa", "Roche").await;
    house.search(nobody, "imprimante").await.holds("La recherche s’ouvrira").lacks("/pebbles/");
}
