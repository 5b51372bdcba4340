//! VDT-01 through the real router: said in one form, held at once, answered in time, and everybody told.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::time::Duration;

use relais_directory::assignments::Function;
use relais_improving::manifest;
use relais_kernel::PersonId;
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned},
    refused_by,
    rows::{Row, id},
};

struct Shop {
    app: TestApp,
    org: OrgDb,
    ines: PersonId,
    karim: PersonId,
    nadege: PersonId,
}

impl Shop {
    async fn new() -> Self {
        let app = TestApp::new(vec![manifest()]).await;
        let org = an_organisation(app.db()).await;
        let unit = a_unit(&org, "EVR", "Évry").await;
        let (ines, karim, nadege) = (
            a_person(&org, "Inès", "Marchal").await,
            a_person(&org, "Karim", "Benseddik").await,
            a_person(&org, "Nadège", "Fournier").await,
        );
        for (person, function) in
            [(ines, Function::Adviser), (karim, Function::Adviser), (nadege, Function::Manager)]
        {
            assigned(&org, person, unit, function).await;
        }
        Self { app, org, ines, karim, nadege }
    }

    async fn visitor(&self, person: PersonId) -> Visitor {
        self.app.sign_in(self.org.org(), person).await
    }

    /// Inès says it; where it is read.
    async fn said(&self) -> String {
        let ines = self.visitor(self.ines).await;
        let fields = [("text", "L’imprimante du fond tombe en panne chaque samedi."), ("theme", "tools")];
        self.app.post(&ines, "/pebbles/new", &fields).await.is(303).location.unwrap()
    }

    async fn read(&self, person: PersonId, path: &str) -> Answer {
        let page = self.app.get(&self.visitor(person).await, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    async fn answered(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let nadege = self.visitor(self.nadege).await;
        self.app.post(&nadege, &format!("{path}/answer"), fields).await
    }
}

#[tokio::test]
async fn vdt_01_what_is_said_is_held_and_promised_from_its_first_moment() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    shop.read(shop.ines, &path)
        .await
        .holds("L’imprimante du fond tombe en panne")
        .holds("Attend une réponse")
        .holds("Il attend que quelqu’un le prenne")
        .holds("Vous serez prévenu de chaque nouvelle.")
        // Ten open days after Saturday 21 November, at closing time.
        .holds("4 décembre 2026, 18\u{a0}h")
        .lacks("Répondre à tous ceux qui attendent");
    shop.read(shop.nadege, &path).await.holds("Répondre à tous ceux qui attendent").holds("Inès Marchal");
    shop.read(shop.karim, &path).await.lacks("Inès Marchal").holds("Moi aussi");
    shop.read(shop.karim, "/pebbles").await.holds("L’imprimante du fond").holds("Une voix");
}

#[tokio::test]
async fn grp_01_any_employee_says_it_with_what_it_is_about_how_often_and_whether_it_hinders() {
    let shop = Shop::new().await;
    let karim = shop.visitor(shop.karim).await;
    // The words alone are asked for; the rest has a usual answer.
    shop.app.get(&karim, "/pebbles/new").await.is(200).holds("Ce qui se passe").holds("Me gêne pour servir");
    let fields = [
        ("text", "Le planning change la veille."),
        ("theme", "hours"),
        ("frequency", "daily"),
        ("hinders", "yes"),
    ];
    let said = shop.app.post(&karim, "/pebbles/new", &fields).await.is(303).location.unwrap();
    let page = shop.read(shop.ines, &said).await;
    page.holds("Horaires").holds("Tous les jours").holds("Me gêne pour servir");
}

#[tokio::test]
async fn vdt_01_what_a_bad_network_sends_twice_is_said_once() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    shop.app.db().clock().advance(Duration::from_secs(9 * 60));
    assert_eq!(shop.said().await, path);
    shop.read(shop.karim, &path).await.holds("Une voix");
    let ines = shop.visitor(shop.ines).await;
    let corrected = [
        ("text", "L’imprimante du fond tombe en panne chaque samedi."),
        ("theme", "tools"),
        ("signed", "yes"),
    ];
    let corrected = shop.app.post(&ines, "/pebbles/new", &corrected).await.is(303).location.unwrap();
    assert_ne!(corrected, path, "what was changed is not what was sent");
    let karim = shop.visitor(shop.karim).await;
    let same = [("text", "L’imprimante du fond tombe en panne chaque samedi."), ("theme", "tools")];
    let other = shop.app.post(&karim, "/pebbles/new", &same).await.is(303).location.unwrap();
    assert_ne!(other, path, "somebody else's voice is not lost");
    shop.app.db().clock().advance(Duration::from_secs(2 * 60));
    assert_ne!(shop.said().await, path, "said anew later, it is a new entry");
}

#[tokio::test]
async fn vdt_01_done_is_told_to_the_author_and_all_who_joined() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    let karim = shop.visitor(shop.karim).await;
    shop.app.post(&karim, &format!("{path}/join"), &[]).await.is(303);
    shop.app.post(&karim, &format!("{path}/join"), &[]).await.is(303);
    shop.read(shop.karim, &path).await.holds("2 voix").lacks("Moi aussi");
    shop.answered(&path, &[("outcome", "done"), ("words", "Une neuve est arrivée ce matin.")]).await.is(303);
    for person in [shop.ines, shop.karim] {
        shop.read(person, &path)
            .await
            .holds("Une neuve est arrivée ce matin.")
            .holds("Tous ceux qui attendaient ont eu la réponse.");
    }
    let untold: Option<i64> =
        sql("select count(*) from baton_waiter where told is null").value(shop.app.db()).await.unwrap();
    assert_eq!(untold, Some(0));
    shop.app.post(&karim, &format!("{path}/join"), &[]).await.is(303);
    shop.answered(&path, &[("outcome", "done"), ("words", "Encore")]).await.is(422).holds("entre-temps");
}

#[tokio::test]
async fn vdt_01_what_is_planned_is_a_promise_of_its_own() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    let planned = [("outcome", "planned"), ("words", "Elle est commandée."), ("day", "2026-11-26")];
    shop.answered(&path, &planned).await.is(303);
    shop.read(shop.ines, &path)
        .await
        .holds("Prévu pour le 26 novembre 2026")
        .holds("Elle est commandée.")
        .holds("Quelqu’un le porte\u{a0}: une réponse est promise avant le 26 novembre 2026, 18\u{a0}h.");
    shop.answered(&path, &[("outcome", "done"), ("words", "Elle imprime.")]).await.is(303);
    shop.read(shop.ines, &path).await.holds("Elle imprime.").holds("Fait");
    let open: Option<i64> =
        sql("select count(*) from baton where state = 'held'").value(shop.app.db()).await.unwrap();
    assert_eq!(open, Some(0));
}

#[tokio::test]
async fn vdt_01_a_refusal_needs_its_reason_and_nothing_typed_is_lost() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    shop.answered(&path, &[("outcome", "refused"), ("words", " ")])
        .await
        .is(422)
        .holds("Dites pourquoi\u{a0}: tout le monde pourra le lire.")
        .holds("value=\"refused\" checked");
    shop.answered(&path, &[("outcome", "planned"), ("words", "Bientôt")])
        .await
        .is(422)
        .holds("Donnez le jour.")
        .holds("Bientôt");
    shop.answered(&path, &[("outcome", "nothing_possible"), ("words", "Rien à faire")])
        .await
        .is(422)
        .holds("Choisissez comment cela se termine.");
    shop.read(shop.ines, &path).await.holds("Attend une réponse");
    shop.answered(&path, &[("outcome", "refused"), ("words", "Elle sera remplacée en mars.")]).await.is(303);
    shop.read(shop.karim, &path).await.holds("Elle sera remplacée en mars.");
}

#[tokio::test]
async fn sec_01_only_those_who_can_hold_it_answer() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    let karim = shop.visitor(shop.karim).await;
    let fields = [("outcome", "done"), ("words", "C’est fait")];
    shop.app.post(&karim, &format!("{path}/answer"), &fields).await.is(404);
    let other = an_organisation(shop.app.db()).await;
    let unit = a_unit(&other, "LMS", "Le Mans").await;
    let stranger = a_person(&other, "Lila", "Osei").await;
    assigned(&other, stranger, unit, Function::Manager).await;
    let stranger = shop.app.sign_in(other.org(), stranger).await;
    shop.app.get(&stranger, &path).await.is(404);
    shop.app.post(&stranger, &format!("{path}/join"), &[]).await.is(404);
    shop.app.post(&stranger, &format!("{path}/answer"), &fields).await.is(404);
    shop.app.get(&stranger, "/pebbles?place=network").await.is(200).lacks("imprimante");
}

#[tokio::test]
async fn vdt_05_a_name_stands_there_only_if_its_owner_wishes() {
    let shop = Shop::new().await;
    let ines = shop.visitor(shop.ines).await;
    let fields = [("text", "Un galet sur le comptoir"), ("kind", "idea"), ("signed", "yes")];
    let signed = shop.app.post(&ines, "/pebbles/new", &fields).await.is(303).location.unwrap();
    shop.read(shop.karim, &signed).await.holds("Dit par Inès Marchal");
    let unsigned = shop.said().await;
    shop.read(shop.karim, &unsigned).await.lacks("Marchal");
}

#[tokio::test]
async fn words_that_cannot_be_kept_are_told_and_stay_in_the_form() {
    let shop = Shop::new().await;
    let ines = shop.visitor(shop.ines).await;
    let fields = [("text", "aïe"), ("kind", "idea")];
    shop.app.post(&ines, "/pebbles/new", &fields).await.is(303);
    let long = "x".repeat(1001);
    shop.app
        .post(&ines, "/pebbles/new", &[("text", &long), ("theme", "stock")])
        .await
        .is(422)
        .holds("Gardez l’essentiel.")
        .holds(&long);
    shop.app.post(&ines, "/pebbles/new", &[]).await.is(422);
}

#[tokio::test]
async fn vdt_01_what_waits_beyond_its_time_is_listed_for_all() {
    let shop = Shop::new().await;
    shop.said().await;
    shop.read(shop.karim, "/pebbles?show=late").await.lacks("imprimante");
    shop.app.db().clock().advance(Duration::from_secs(20 * 86_400));
    shop.read(shop.karim, "/pebbles?show=late").await.holds("imprimante").holds("En retard");
    shop.read(shop.karim, "/pebbles?show=done").await.lacks("imprimante");
}

#[tokio::test]
async fn a_pebbles_row_is_whole_and_keeps_what_was_said() {
    let shop = Shop::new().await;
    let good = Row::new(
        "pebble",
        vec![
            ("org_id", shop.org.org().into()),
            ("id", id().into()),
            ("kind", "irritant".into()),
            ("theme", "tools".into()),
            ("frequency", "weekly".into()),
            ("hinders", false.into()),
            ("text", "Il fait froid.".into()),
            ("text_folded", "il fait froid".into()),
            ("voices", 1_i64.into()),
            ("state", "received".into()),
            ("answer", "".into()),
            ("due_at", 5_i64.into()),
            ("said_at", 1_i64.into()),
            ("said_day", 20_261_121_i32.into()),
            ("newest", (-1_i64).into()),
        ],
    );
    for (rule, bad) in [
        ("pebble_of_organisation", good.clone().with("org_id", id())),
        ("pebble_of_unit", good.clone().with("unit_id", id())),
        ("pebble_by_author", good.clone().with("author_id", id())),
        ("pebble_kind_known", good.clone().with("kind", "rant")),
        ("pebble_theme_known", good.clone().with("theme", "weather")),
        ("pebble_frequency_known", good.clone().with("frequency", "never")),
        ("pebble_state_known", good.clone().with("state", "lost")),
        ("pebble_text_filled", good.clone().with("text", "")),
        ("pebble_refused_with_reason", good.clone().with("state", "refused").with("ended_at", 9_i64)),
        ("pebble_planned_for_a_day", good.clone().with("state", "planned")),
        ("pebble_end_has_a_moment", good.clone().with("state", "done")),
        ("pebble_has_a_voice", good.clone().with("voices", 0_i64)),
    ] {
        bad.again().is_refused(&shop.org, rule).await;
    }
    good.is_taken(&shop.org).await;
    for (rule, change) in [
        ("what_was_said_stays", "update pebble set text = 'Il fait bon.'"),
        ("voices_only_grow", "update pebble set voices = 1"),
    ] {
        let tx = shop.org.begin().await.unwrap();
        sql("update pebble set voices = 3 where voices = 1").run(&tx).await.unwrap();
        refused_by(sql(change).run(&tx).await, rule);
    }
}

#[tokio::test]
async fn vdt_05_a_voice_without_a_name_is_known_to_those_who_answer_alone() {
    let shop = Shop::new().await;
    let path = shop.said().await;
    let karim = shop.visitor(shop.karim).await;
    shop.app.post(&karim, &format!("{path}/join"), &[]).await.is(303);
    // Karim waits too, and reads the story without the name of whoever said it first.
    shop.read(shop.karim, &path).await.holds("Son histoire").holds("Karim Benseddik").lacks("Inès Marchal");
    shop.read(shop.ines, &path).await.holds("Inès Marchal").lacks("Karim Benseddik");
    shop.read(shop.nadege, &path).await.holds("Inès Marchal").holds("Karim Benseddik");
}
