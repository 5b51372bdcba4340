//! GRP-02 through the real router: what says the same is found while typing, answered together, and parted again.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::assignments::Function;
use relais_improving::manifest;
use relais_kernel::PersonId;
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_unit, an_organisation, assigned},
    rows::Row,
};
use uuid::Uuid;

struct Shops {
    app: TestApp,
    org: OrgDb,
    ines: PersonId,
    karim: PersonId,
    /// Answers for both shops.
    nadege: PersonId,
    /// An adviser elsewhere, whose manager is another.
    lea: PersonId,
}

impl Shops {
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
            ("Marc", massy, Function::Manager),
        ] {
            let person = a_person(&org, given, "Martin").await;
            assigned(&org, person, unit, function).await;
            people.push(person);
        }
        let [ines, karim, nadege, lea, _] = people[..] else { unreachable!() };
        Self { app, org, ines, karim, nadege, lea }
    }

    async fn says(&self, person: PersonId, text: &str) -> String {
        let fields = [("text", text), ("theme", "tools")];
        self.posts(person, "/pebbles/new", &fields).await.is(303).location.unwrap()
    }

    async fn posts(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&self.app.sign_in(self.org.org(), person).await, path, fields).await
    }

    async fn reads(&self, person: PersonId, path: &str) -> Answer {
        let page = self.app.get(&self.app.sign_in(self.org.org(), person).await, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    async fn untold(&self) -> i64 {
        let query = sql("select count(*) from baton_waiter where org_id = $1 and told is null");
        query.bind(self.org.org()).value(&self.org).await.unwrap().unwrap()
    }
}

fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

const PRINTER: &str = "L’imprimante du fond tombe en panne chaque samedi.";
const AGAIN: &str = "Encore l’imprimante en panne ce samedi";

#[tokio::test]
async fn vdt_01_what_others_said_appears_while_typing() {
    let shops = Shops::new().await;
    let path = shops.says(shops.ines, PRINTER).await;
    shops.says(shops.lea, "Les colis bloquent l’accueil.").await;
    let found = shops.posts(shops.karim, "/pebbles/similar", &[("text", AGAIN)]).await.is(200);
    found.holds(PRINTER).holds(&path).holds("Une entrée qui ressemble").lacks("colis").lacks("<html");
    shops
        .posts(shops.karim, "/pebbles/similar", &[("text", "Le café est froid")])
        .await
        .is(200)
        .lacks("card");
    shops.posts(shops.karim, "/pebbles/similar", &[]).await.is(200).lacks("card");
}

#[tokio::test]
async fn grp_02_merged_entries_are_answered_together_and_every_voice_is_kept() {
    let shops = Shops::new().await;
    let (first, second) = (shops.says(shops.ines, PRINTER).await, shops.says(shops.karim, AGAIN).await);
    shops.posts(shops.karim, &format!("{first}/merge"), &[("other", id(&second))]).await.is(404);
    let merge = format!("{first}/merge");
    shops.reads(shops.nadege, &merge).await.holds(AGAIN);
    shops.posts(shops.nadege, &merge, &[]).await.is(422).holds("Choisissez un caillou de la liste.");
    shops.posts(shops.nadege, &merge, &[("other", id(&second))]).await.is(303);

    shops.reads(shops.nadege, &first).await.holds("2 voix").holds(AGAIN).holds("Séparer");
    let list = shops.reads(shops.ines, "/pebbles").await;
    list.holds("2 voix").lacks(AGAIN);
    shops.reads(shops.karim, &second).await.holds("Répondu avec").holds(PRINTER);
    let answer = [("outcome", "done"), ("words", "Une imprimante neuve arrive jeudi.")];
    // What was merged is answered where it went.
    shops.posts(shops.nadege, &format!("{second}/answer"), &answer).await.is(303);
    assert_eq!(shops.untold().await, 2, "nothing was answered there");
    shops.posts(shops.nadege, &format!("{first}/answer"), &answer).await.is(303);
    assert_eq!(shops.untold().await, 0, "everybody was told");
    for path in [&first, &second] {
        shops.reads(shops.karim, path).await.holds("Une imprimante neuve arrive jeudi.");
    }
}

#[tokio::test]
async fn grp_02_parting_again_loses_nothing() {
    let shops = Shops::new().await;
    let (first, second) = (shops.says(shops.ines, PRINTER).await, shops.says(shops.karim, AGAIN).await);
    shops.posts(shops.nadege, &format!("{first}/merge"), &[("other", id(&second))]).await.is(303);
    shops.posts(shops.ines, &format!("{first}/part"), &[("other", id(&second))]).await.is(404);
    shops.posts(shops.nadege, &format!("{first}/part"), &[("other", id(&second))]).await.is(303);
    shops.posts(shops.nadege, &format!("{first}/part"), &[("other", id(&second))]).await.is(404);
    shops.reads(shops.ines, "/pebbles").await.holds(PRINTER).holds(AGAIN);
    let answer = [("outcome", "done"), ("words", "Une imprimante neuve arrive jeudi.")];
    shops.posts(shops.nadege, &format!("{first}/answer"), &answer).await.is(303);
    assert_eq!(shops.untold().await, 1, "the other still waits, with its own promise");
    shops.reads(shops.nadege, &second).await.holds("Répondre à tous ceux qui attendent");
}

#[tokio::test]
async fn grp_02_only_whoever_answers_for_both_merges_them() {
    let shops = Shops::new().await;
    let (first, other) = (shops.says(shops.ines, PRINTER).await, shops.says(shops.lea, AGAIN).await);
    shops.reads(shops.nadege, &format!("{first}/merge")).await.lacks(AGAIN);
    let refused =
        shops.posts(shops.nadege, &format!("{first}/merge"), &[("other", id(&other))]).await.is(422);
    refused.holds("Vous ne portez pas les deux.");
}

#[tokio::test]
async fn grp_02_what_somebody_else_took_meanwhile_goes_on_by_itself() {
    let shops = Shops::new().await;
    let (first, second) = (shops.says(shops.ines, PRINTER).await, shops.says(shops.karim, AGAIN).await);
    shops.posts(shops.nadege, &format!("{first}/merge"), &[("other", id(&second))]).await.is(303);
    let tx = shops.org.begin().await.unwrap();
    let open = relais_baton::open_of(&tx, id(&second).parse().unwrap()).await.unwrap()[0];
    let by = relais_baton::actor(&tx, shops.nadege, relais_testkit::builders::today()).await.unwrap();
    relais_baton::take(&tx, &by, open).await.unwrap().unwrap();
    let to = relais_baton::Holder::Person(shops.karim);
    let passed = relais_baton::offer(&tx, &by, open, to, "").await.unwrap().unwrap();
    let karim = relais_baton::actor(&tx, shops.karim, relais_testkit::builders::today()).await.unwrap();
    relais_baton::accept(&tx, &karim, open, passed.offers[0].id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let answer = [("outcome", "refused"), ("words", "Elle est réparée.")];
    shops.posts(shops.nadege, &format!("{first}/answer"), &answer).await.is(303);
    assert_eq!(shops.untold().await, 1);
    shops.reads(shops.ines, "/pebbles").await.holds(AGAIN);
}

#[tokio::test]
async fn grp_02_the_database_merges_neither_chains_nor_one_with_itself() {
    let shops = Shops::new().await;
    let mut ids = Vec::new();
    for text in [PRINTER, AGAIN, "Une troisième chose."] {
        ids.push(id(&shops.says(shops.ines, text).await).parse::<Uuid>().unwrap());
    }
    let merged = |one: usize, into: usize| {
        Row::new(
            "pebble_merge",
            vec![
                ("org_id", shops.org.org().into()),
                ("pebble_id", ids[one].into()),
                ("into_id", ids[into].into()),
                ("merged_at", 1_i64.into()),
            ],
        )
    };
    merged(0, 0).is_refused(&shops.org, "merged_with_another").await;
    merged(0, 1).is_taken(&shops.org).await;
    merged(2, 0).is_refused(&shops.org, "merged_into_what_stands_alone").await;
    merged(1, 2).is_refused(&shops.org, "what_others_joined_is_not_merged").await;
    let unknown = relais_testkit::rows::id();
    merged(2, 1).with("pebble_id", unknown).is_refused(&shops.org, "merged_pebble").await;
    merged(2, 1).with("into_id", unknown).is_refused(&shops.org, "merged_into_pebble").await;
    merged(2, 1).is_taken(&shops.org).await;
}

#[tokio::test]
async fn spo_08_what_is_done_or_promised_soon_has_a_lane_and_words_are_found() {
    let shops = Shops::new().await;
    let (first, second) =
        (shops.says(shops.ines, PRINTER).await, shops.says(shops.karim, "Les clés manquent.").await);
    shops.reads(shops.ines, "/pebbles?show=quick").await.holds("en 15 jours").lacks(PRINTER);
    let planned =
        |day: &'static str| [("outcome", "planned"), ("words", "Le réparateur passe."), ("day", day)];
    shops.posts(shops.nadege, &format!("{first}/answer"), &planned("2026-12-01")).await.is(303);
    shops.posts(shops.nadege, &format!("{second}/answer"), &planned("2026-12-20")).await.is(303);
    shops.reads(shops.ines, "/pebbles?show=quick").await.holds(PRINTER).lacks("Les clés");
    let done = [("outcome", "done"), ("words", "C’est fait.")];
    shops.posts(shops.nadege, &format!("{second}/answer"), &done).await.is(303);
    shops.reads(shops.ines, "/pebbles?show=quick").await.holds(PRINTER).holds("Les clés");

    shops.reads(shops.ines, "/pebbles?show=all&q=CLES").await.holds("Les clés manquent.").lacks(PRINTER);
    let none = shops.reads(shops.ines, "/pebbles?show=all&q=ascenseur").await;
    none.holds("Rien ne correspond à ces mots ici").lacks(PRINTER).holds("value=\"all\"");
}
