//! Who answers what, by unit and by theme: what is said goes to those named who are there, else to those who answer.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::assignments::Function;
use relais_improving::manifest;
use relais_kernel::{PersonId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_unit, an_organisation, assigned, granted, today},
    rows::{Row, id},
};
use uuid::Uuid;

struct Shop {
    app: TestApp,
    org: OrgDb,
    evry: UnitId,
    ines: PersonId,
    karim: PersonId,
    nadege: PersonId,
    /// Leads customer experience.
    helene: PersonId,
    /// An adviser elsewhere.
    lea: PersonId,
}

impl Shop {
    async fn new() -> Self {
        let app = TestApp::new(vec![manifest()]).await;
        let org = an_organisation(app.db()).await;
        let (evry, massy) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "MAS", "Massy").await);
        let mut people = Vec::new();
        for (given, unit, function) in [
            ("Inès", evry, Function::Adviser),
            ("Karim", evry, Function::Adviser),
            ("Nadège", evry, Function::Manager),
            ("Léa", massy, Function::Adviser),
        ] {
            let person = a_person(&org, given, "Martin").await;
            assigned(&org, person, unit, function).await;
            people.push(person);
        }
        let [ines, karim, nadege, lea] = people[..] else { unreachable!() };
        let helene = a_person(&org, "Hélène", "Kowalski").await;
        granted(&org, helene, Role::CxLead, Scope::Network).await;
        Self { app, org, evry, ines, karim, nadege, helene, lea }
    }

    async fn posts(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&self.app.sign_in(self.org.org(), person).await, path, fields).await
    }

    async fn reads(&self, person: PersonId, path: &str) -> Answer {
        let page = self.app.get(&self.app.sign_in(self.org.org(), person).await, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    /// Whether somebody may answer what Inès says about a theme.
    async fn answers(&self, person: PersonId, theme: &str) -> bool {
        let text = format!("Quelque chose gêne, {}.", id());
        let fields = [("text", text.as_str()), ("theme", theme)];
        let path = self.posts(self.ines, "/pebbles/new", &fields).await.is(303).location.unwrap();
        self.reads(person, &path).await.body.contains(&format!("{path}/answer"))
    }
}

#[tokio::test]
async fn a_theme_goes_to_those_named_for_it_and_the_rest_to_those_who_answer() {
    let shop = Shop::new().await;
    assert!(shop.answers(shop.nadege, "tools").await && !shop.answers(shop.karim, "tools").await);
    let karim = shop.karim.to_string();
    shop.reads(shop.nadege, "/pebbles/duties").await.holds("Karim Martin").holds("Sinon");
    shop.posts(shop.nadege, "/pebbles/duties", &[("theme", "tools"), ("people", &karim)]).await.is(303);
    assert!(shop.answers(shop.karim, "tools").await && !shop.answers(shop.nadege, "tools").await);
    assert!(shop.answers(shop.nadege, "stock").await);

    // Named for everything, of which a theme of its own is an exception.
    let ines = shop.ines.to_string();
    shop.posts(shop.nadege, "/pebbles/duties", &[("people", &ines)]).await.is(303);
    assert!(shop.answers(shop.ines, "stock").await && shop.answers(shop.karim, "tools").await);

    let page = shop.reads(shop.nadege, "/pebbles/duties").await;
    let duty =
        page.body.split("name=\"duty\" value=\"").nth(2).unwrap().split('"').next().unwrap().to_owned();
    shop.posts(shop.nadege, "/pebbles/duties/end", &[("duty", &duty)]).await.is(303);
    assert!(!shop.answers(shop.karim, "tools").await, "nobody is named for it any more");
    shop.posts(shop.nadege, "/pebbles/duties/end", &[("duty", &duty)]).await.is(404);
}

#[tokio::test]
async fn vdt_01_nobody_waits_for_people_who_are_not_there() {
    let shop = Shop::new().await;
    let karim = shop.karim.to_string();
    shop.posts(shop.nadege, "/pebbles/duties", &[("theme", "tools"), ("people", &karim)]).await.is(303);
    let tx = shop.org.begin().await.unwrap();
    relais_baton::away(&tx, shop.karim, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(shop.answers(shop.nadege, "tools").await);
}

#[tokio::test]
async fn a_duty_of_the_network_comes_after_those_of_the_unit() {
    let shop = Shop::new().await;
    let lea = shop.lea.to_string();
    let network = [("place", "network"), ("q", "Léa"), ("theme", "rules"), ("people", lea.as_str())];
    shop.posts(shop.nadege, "/pebbles/duties", &network).await.is(404);
    let seek = [("place", "network"), ("act", "seek"), ("q", "Léa")];
    shop.posts(shop.helene, "/pebbles/duties", &seek).await.is(200).holds("Léa Martin");
    shop.posts(shop.helene, "/pebbles/duties", &network).await.is(303);
    assert!(shop.answers(shop.lea, "rules").await);
    let ines = shop.ines.to_string();
    shop.posts(shop.nadege, "/pebbles/duties", &[("theme", "rules"), ("people", &ines)]).await.is(303);
    assert!(shop.answers(shop.ines, "rules").await && !shop.answers(shop.lea, "rules").await);
}

#[tokio::test]
async fn only_people_of_the_place_are_named_and_only_by_whoever_answers_for_it() {
    let shop = Shop::new().await;
    let lea = shop.lea.to_string();
    for people in [vec![], vec![("people", lea.as_str())], vec![("people", "x")]] {
        let refused = shop.posts(shop.nadege, "/pebbles/duties", &people).await.is(422);
        refused.holds("Choisissez au moins une personne de la liste.");
    }
    shop.posts(shop.ines, "/pebbles/duties", &[("people", &lea)]).await.is(404);
    shop.reads(shop.ines, "/pebbles").await.lacks("/pebbles/duties");
}

#[tokio::test]
async fn the_database_knows_one_duty_of_a_place_and_a_theme() {
    let shop = Shop::new().await;
    let karim = shop.karim.to_string();
    shop.posts(shop.nadege, "/pebbles/duties", &[("theme", "tools"), ("people", &karim)]).await.is(303);
    let team = relais_testkit::rows::only(&shop.org, "baton_team").await;
    let duty = |theme: &str| {
        Row::new(
            "pebble_duty",
            vec![
                ("org_id", shop.org.org().into()),
                ("id", id().into()),
                ("unit_id", None::<Uuid>.into()),
                ("theme", theme.into()),
                ("team_id", team.into()),
                ("from_day", today().into()),
                ("to_day", None::<relais_kernel::Day>.into()),
            ],
        )
    };
    duty("tools").is_taken(&shop.org).await;
    duty("tools").again().is_refused(&shop.org, "unique_pebble_duty__theme").await;
    duty("weather").again().is_refused(&shop.org, "duty_theme_known").await;
    let before = duty("stock").again().with("to_day", today().plus(-1));
    before.is_refused(&shop.org, "duty_days_in_order").await;
    duty("stock").again().with("unit_id", id()).is_refused(&shop.org, "duty_of_unit").await;
    duty("stock").again().with("team_id", id()).is_refused(&shop.org, "duty_of_team").await;
    let evry = duty("stock").again().with("unit_id", shop.evry);
    evry.is_taken(&shop.org).await;
    evry.again().is_refused(&shop.org, "unique_pebble_duty__unit_id_theme").await;
}

#[tokio::test]
async fn cse_04_being_named_to_answer_counts_as_opening_hours_of_the_team() {
    let shop = Shop::new().await;
    let (karim, ines) = (shop.karim.to_string(), shop.ines.to_string());
    // Nadège alone answers: what it takes would be hers.
    shop.reads(shop.ines, "/board")
        .await
        .holds("Ce que répondre demande")
        .lacks("Être désigné pour répondre");
    let both = [("theme", "tools"), ("people", karim.as_str()), ("people", ines.as_str())];
    shop.posts(shop.nadege, "/pebbles/duties", &both).await.is(303);
    shop.app.db().clock().advance(std::time::Duration::from_secs(7 * 86_400));
    let board = shop.reads(shop.ines, "/board").await;
    // Two people, a week of 45 hours each.
    board.holds("90 heures d’ouverture").lacks("Karim");
}
