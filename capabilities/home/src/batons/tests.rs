//! The pages through the real router: passing on, not taking, speaking, being there and leaving.

use relais_baton::{Gift, Holder, Mine, Promise, Waiting, give, hours_of, mine, unit_leads};
use relais_directory::assignments::Function;
use relais_kernel::{Audience, BatonId, BatonKind, Instant, PersonId, Side, Step, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, placed, today},
    rows::only,
};
use uuid::Uuid;

use crate::{doors::test_doors, manifest};

const STONE: BatonKind = BatonKind {
    code: "test.stone",
    side: Side::Employee,
    path: "/stones/{id}",
    outcomes: &["done"],
    ladder: &[Step { at_percent: 100, audience: Audience::SomebodyThere }],
};

struct Shop {
    app: TestApp,
    org: OrgDb,
    unit: UnitId,
    /// Advisers.
    ines: PersonId,
    karim: PersonId,
    /// Answers for the unit.
    nadege: PersonId,
    /// An adviser elsewhere.
    chloe: PersonId,
}

impl Shop {
    async fn new() -> Self {
        let app = TestApp::new(vec![manifest(test_doors(), Vec::new())]).await;
        let org = an_organisation(app.db()).await;
        let (unit, other) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "MAS", "Massy").await);
        placed(&org, unit, a_region(&org, "Île-de-France Sud").await).await;
        let mut people = Vec::new();
        for (given, family, place, function) in [
            ("Inès", "Marchal", unit, Function::Adviser),
            ("Karim", "Benseddik", unit, Function::Adviser),
            ("Nadège", "Fournier", unit, Function::Manager),
            ("Chloé", "Roussel", other, Function::Adviser),
        ] {
            let person = a_person(&org, given, family).await;
            assigned(&org, person, place, function).await;
            people.push(person);
        }
        let [ines, karim, nadege, chloe] = people[..] else { unreachable!() };
        Self { app, org, unit, ines, karim, nadege, chloe }
    }

    /// Something that Karim waits for.
    async fn baton(&self, holder: Option<PersonId>) -> BatonId {
        let tx = self.org.begin().await.unwrap();
        let holder = match holder {
            Some(person) => Holder::Person(person),
            None => Holder::Team(unit_leads(&tx, self.unit).await.unwrap()),
        };
        let gift = Gift {
            kind: &STONE,
            subject: tx.clock().id::<Uuid>(),
            parent: None,
            unit: Some(self.unit),
            title: "L’imprimante du fond",
            holder,
            waits: vec![Waiting::person(self.karim)],
            promise: Promise {
                at: Instant(tx.clock().now().0 + 36_000_000_000),
                hears_next_at: None,
                work: None,
            },
            by: Some(self.karim),
        };
        let hours = hours_of(&tx, Some(self.unit), today()).await.unwrap();
        let id = give(&tx, &gift, &hours).await.unwrap().id;
        tx.commit().await.unwrap();
        id
    }

    async fn get(&self, person: PersonId, path: &str) -> Answer {
        self.app.get(&self.app.sign_in(self.org.org(), person).await, path).await
    }

    async fn reads(&self, person: PersonId, path: &str) -> Answer {
        let page = self.get(person, path).await.is(200);
        assert_eq!(relais_testkit::markup::faults(&page.body), Vec::<String>::new());
        page
    }

    async fn posts(&self, person: PersonId, path: &str, fields: &[(&str, &str)]) -> Answer {
        self.app.post(&self.app.sign_in(self.org.org(), person).await, path, fields).await
    }

    async fn holder(&self, id: BatonId) -> Option<Holder> {
        relais_baton::baton(&self.org, id).await.unwrap().unwrap().holder
    }

    async fn offer(&self) -> String {
        let open = sql("select id from baton_offer where org_id = $1 and state = 'open'");
        open.bind(self.org.org()).value::<Uuid>(&self.org).await.unwrap().unwrap().to_string()
    }
}

#[tokio::test]
async fn exp_02_a_promise_passes_when_the_other_accepts() {
    let shop = Shop::new().await;
    let id = shop.baton(Some(shop.ines)).await;
    let at = |verb: &str| format!("/batons/{id}/{verb}");
    shop.reads(shop.ines, &format!("/batons/{id}")).await.holds("C’est vous qui le portez.");
    let list = shop.reads(shop.ines, &at("pass")).await;
    list.holds("Nadège Fournier")
        .holds("Responsables de Évry")
        .holds("Région Île-de-France Sud")
        .lacks("Chloé");
    shop.posts(shop.ines, &at("pass"), &[("words", "Mot tapé")])
        .await
        .is(422)
        .holds("Choisissez quelqu’un de la liste.")
        .holds("Mot tapé");

    // Looking for somebody keeps what was typed, and passes nothing.
    let seek = [("act", "seek"), ("q", "karim"), ("words", "Mot tapé")];
    let found = shop.posts(shop.ines, &at("pass"), &seek).await.is(200).holds("Karim Benseddik");
    found.holds("Mot tapé").holds("value=\"karim\"");

    let to = format!("person:{}", shop.nadege);
    shop.posts(shop.ines, &at("pass"), &[("to", &to), ("words", "Le réparateur passe jeudi.")]).await.is(303);
    assert_eq!(shop.holder(id).await, Some(Holder::Person(shop.ines)), "until she accepts");
    shop.reads(shop.ines, &format!("/batons/{id}")).await.holds("Proposé à").holds("Nadège Fournier");
    shop.reads(shop.nadege, "/").await.holds("On vous le propose");
    let page = shop.reads(shop.nadege, &format!("/batons/{id}")).await;
    page.holds("Le réparateur passe jeudi.").holds("Inès Marchal").holds("Karim Benseddik");

    let offer = shop.offer().await;
    shop.posts(shop.nadege, &at("take"), &[("offer", &offer)]).await.is(303);
    assert_eq!(shop.holder(id).await, Some(Holder::Person(shop.nadege)));
    shop.posts(shop.ines, &at("pass"), &[("to", &to)]).await.is(404);
}

#[tokio::test]
async fn whoever_does_not_take_it_says_why_and_it_stays() {
    let shop = Shop::new().await;
    let id = shop.baton(Some(shop.ines)).await;
    let to = format!("person:{}", shop.nadege);
    shop.posts(shop.ines, &format!("/batons/{id}/pass"), &[("to", &to)]).await.is(303);
    let (path, offer) = (format!("/batons/{id}/refuse"), shop.offer().await);
    let refused = shop.posts(shop.nadege, &path, &[("offer", &offer), ("reason", " ")]).await.is(422);
    refused.holds("Dites-le en quelques mots.");
    let reason = [("offer", offer.as_str()), ("reason", "Je suis en congé demain.")];
    shop.posts(shop.nadege, &path, &reason).await.is(303);
    let page = shop.reads(shop.ines, &format!("/batons/{id}")).await;
    page.holds("Je suis en congé demain.").holds("C’est vous qui le portez.").lacks("Proposé à");
    shop.posts(shop.nadege, &path, &reason).await.is(422).holds("ne vous est pas proposé");
}

#[tokio::test]
async fn what_is_held_out_can_be_held_back() {
    let shop = Shop::new().await;
    let id = shop.baton(Some(shop.ines)).await;
    shop.posts(shop.ines, &format!("/batons/{id}/pass"), &[("to", "network")]).await.is(303);
    let offer = shop.offer().await;
    let path = format!("/batons/{id}/withdraw");
    shop.posts(shop.karim, &path, &[("offer", &offer)]).await.is(303);
    shop.reads(shop.ines, &format!("/batons/{id}")).await.holds("Le réseau").holds("Ne plus proposer");
    shop.posts(shop.ines, &path, &[("offer", &offer)]).await.is(303);
    shop.reads(shop.ines, &format!("/batons/{id}")).await.lacks("Ne plus proposer");
}

#[tokio::test]
async fn prv_10_a_promise_is_nobody_elses_business() {
    let shop = Shop::new().await;
    let id = shop.baton(Some(shop.ines)).await;
    let stranger = an_organisation(shop.app.db()).await;
    let zoe = a_person(&stranger, "Zoé", "Ailleurs").await;
    for (org, person) in [(shop.org.org(), shop.chloe), (shop.org.org(), shop.nadege), (stranger.org(), zoe)]
    {
        let visitor = shop.app.sign_in(org, person).await;
        shop.app.get(&visitor, &format!("/batons/{id}")).await.is(404);
        shop.app.get(&visitor, &format!("/batons/{id}/pass")).await.is(404);
        for (verb, field) in
            [("say", "words"), ("refuse", "reason"), ("withdraw", "offer"), ("pass", "to"), ("take", "offer")]
        {
            let path = format!("/batons/{id}/{verb}");
            shop.app.post(&visitor, &path, &[(field, "network")]).await.is(404);
        }
    }
    assert_eq!(shop.holder(id).await, Some(Holder::Person(shop.ines)));
    // Whoever waits reads it, and keeps nothing of it.
    shop.get(shop.karim, &format!("/batons/{id}/pass")).await.is(404);
}

#[tokio::test]
async fn it_is_held_out_only_to_those_whom_one_may_know() {
    let shop = Shop::new().await;
    let id = shop.baton(Some(shop.ines)).await;
    let path = format!("/batons/{id}/pass");
    let elsewhere = only(&shop.org, "region").await;
    for to in [
        format!("person:{}", shop.chloe),
        format!("unit:{elsewhere}"),
        format!("region:{}", shop.unit),
        "person:x".to_owned(),
        "everybody".to_owned(),
    ] {
        let refused = shop.posts(shop.ines, &path, &[("to", &to)]).await.is(422);
        refused.holds("Choisissez quelqu’un de la liste.");
    }
}

#[tokio::test]
async fn news_are_read_by_those_who_wait_and_names_of_voices_are_not() {
    let shop = Shop::new().await;
    let id = shop.baton(Some(shop.ines)).await;
    let path = format!("/batons/{id}/say");
    let news = |day| [("to", "waiting"), ("words", "La pièce est commandée."), ("day", day)];
    shop.posts(shop.ines, &path, &news("2026-11-20")).await.is(422).holds("Ce jour est passé.");
    shop.posts(shop.ines, &path, &[("to", "waiting")]).await.is(422).holds("Dites-le en quelques mots.");
    shop.posts(shop.ines, &path, &news("2026-11-24")).await.is(303);
    let page = shop.reads(shop.karim, &format!("/batons/{id}")).await;
    page.holds("La pièce est commandée.").holds("mardi 24 novembre").lacks("À qui");
    // Those who wait speak to those who work on it, and never as news.
    shop.posts(shop.karim, &path, &[("to", "waiting"), ("words", "Faux.")]).await.is(422);
    shop.posts(shop.karim, &path, &[("words", "Elle est bloquée à droite.")]).await.is(303);
    shop.reads(shop.ines, &format!("/batons/{id}")).await.holds("Elle est bloquée à droite.");

    let tx = shop.org.begin().await.unwrap();
    relais_baton::join(&tx, id, Waiting::person(shop.chloe)).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    let page = shop.reads(shop.chloe, &format!("/batons/{id}")).await;
    page.holds("Chloé Roussel").holds("Dit, et confié");
    let given = relais_baton::story(&shop.org, id).await.unwrap().pop().unwrap();
    assert_eq!(given.code, "given");
    let page = shop.reads(shop.chloe, &format!("/batons/{id}")).await;
    assert_eq!(
        page.body.matches("Karim Benseddik").count(),
        1,
        "his note bears his name, his voice does not"
    );
}

#[tokio::test]
async fn somebody_says_that_they_are_there() {
    let shop = Shop::new().await;
    shop.reads(shop.ines, "/").await.holds("Je suis là aujourd’hui");
    shop.posts(shop.ines, "/presence", &[]).await.is(303);
    shop.reads(shop.ines, "/").await.holds("Vous avez dit être là aujourd’hui.").holds("Je pars");
    shop.reads(shop.nadege, "/leaving").await.holds("Vous ne portez aucun relais");
    let id = shop.baton(Some(shop.nadege)).await;
    let page = shop.reads(shop.nadege, &format!("/batons/{id}/pass")).await;
    let (ines, karim) = (page.body.find("Inès Marchal").unwrap(), page.body.find("Karim Benseddik").unwrap());
    assert!(ines < karim, "whoever is there comes first");
}

#[tokio::test]
async fn leaving_asks_who_takes_over_and_holds_everything_out() {
    let shop = Shop::new().await;
    let (first, second) = (shop.baton(Some(shop.ines)).await, shop.baton(Some(shop.ines)).await);
    shop.reads(shop.ines, "/leaving").await.holds("Vous portez 2 relais").holds("2026-11-21");
    let form =
        |to: &'static str| [("to", to), ("until", "2026-11-23"), ("words", "Le client rappelle à 17 h.")];
    let refused = shop.posts(shop.ines, "/leaving", &form("")).await.is(422);
    refused.holds("Choisissez quelqu’un de la liste.").holds("Le client rappelle à 17 h.");
    let seek = [("act", "seek"), ("q", "karim"), ("until", "2026-11-23"), ("words", "Mot tapé")];
    shop.posts(shop.ines, "/leaving", &seek).await.is(200).holds("Mot tapé").holds("2026-11-23");
    let past = [("to", "network"), ("until", "2026-11-20")];
    shop.posts(shop.ines, "/leaving", &past).await.is(422).holds("Ce jour est passé.");

    let to: &'static str = format!("unit:{}", shop.unit).leak();
    shop.posts(shop.ines, "/leaving", &form(to)).await.is(303);
    for id in [first, second] {
        assert_eq!(shop.holder(id).await, Some(Holder::Person(shop.ines)), "until somebody accepts");
    }
    shop.reads(shop.ines, "/").await.holds("Vous êtes absent jusqu’au 23 novembre 2026.");
    shop.reads(shop.nadege, "/").await.holds("On le propose à votre équipe");
    shop.reads(shop.nadege, &format!("/batons/{first}")).await.holds("Le client rappelle à 17 h.");
    // Who is away is offered nothing.
    let id = shop.baton(Some(shop.nadege)).await;
    shop.reads(shop.nadege, &format!("/batons/{id}/pass")).await.lacks("Inès Marchal");
    // Back again.
    shop.posts(shop.ines, "/presence", &[]).await.is(303);
    shop.reads(shop.ines, "/").await.lacks("Vous êtes absent");
}

#[tokio::test]
async fn the_page_of_batons_is_brought_up_to_date_alone() {
    let shop = Shop::new().await;
    let page = shop.reads(shop.nadege, "/").await;
    let topic = format!("person:{}@0", shop.nadege);
    page.holds(&topic);
    let id = shop.baton(None).await;
    let team = shop.reads(shop.nadege, "/").await;
    team.holds("Votre équipe le porte").holds("team:").lacks("@0 person").holds("@1");
    shop.posts(shop.nadege, &format!("/batons/{id}/take"), &[]).await.is(303);
    let cards = mine(&shop.org, shop.nadege, &[], 10).await.unwrap();
    assert_eq!(cards.iter().map(|card| card.how).collect::<Vec<_>>(), [Mine::Held]);
    shop.reads(shop.nadege, "/").await.holds(&format!("person:{}@1", shop.nadege));
    // Karim waits: his page hears it too.
    shop.reads(shop.karim, "/").await.holds(&format!("person:{}@2", shop.karim));
}
