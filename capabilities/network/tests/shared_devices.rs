//! A tablet that a team shares: it locks, people change places on it by a code, and nobody finds what another one left.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::time::Duration;

use relais_directory::{
    accounts::{self, Email, links, places, shared_devices},
    assignments::Function,
};
use relais_kernel::{Locale, OrgId, PersonId, SessionId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned},
};

const PASSWORD: &str = "quatre mots faciles à retenir";

struct Shop {
    app: TestApp,
    org: OrgDb,
    ines: PersonId,
    sarah: PersonId,
}

impl Shop {
    async fn new() -> Self {
        let app = TestApp::new(vec![relais_web::live::manifest(), relais_network::manifest()]).await;
        let org = an_organisation(app.db()).await;
        let evry = a_unit(&org, "EVR", "Évry").await;
        let mut people = Vec::new();
        for (given, email) in [("Inès", "ines@clairlien.example"), ("Sarah", "sarah@clairlien.example")] {
            let person = a_person(&org, given, "Marchal").await;
            assigned(&org, person, evry, Function::Adviser).await;
            let now = app.db().clock().now();
            let tx = org.begin().await.unwrap();
            let account =
                accounts::add(tx.whole(), &Email::read(email).unwrap(), Locale::Fr, now).await.unwrap();
            let token = links::invite(&tx, account, person, now).await.unwrap();
            tx.commit().await.unwrap();
            let fields = [("password", PASSWORD), ("again", PASSWORD)];
            app.post(&Visitor::stranger(), &format!("/enter/{}", token.text()), &fields).await.is(303);
            people.push(person);
        }
        Self { app, org, ines: people[0], sarah: people[1] }
    }

    fn wait(&self, seconds: u64) {
        self.app.db().clock().advance(Duration::from_secs(seconds));
    }

    fn org_id(&self) -> OrgId {
        self.org.org()
    }

    /// The browser after an answer, whose session is the newest one.
    async fn after(&self, visitor: &Visitor, answer: &Answer) -> Visitor {
        let newest =
            sql("select id from session where ended_at is null order by created_at desc, id desc limit 1");
        visitor.after(answer, newest.value::<SessionId>(self.app.db()).await.unwrap())
    }

    /// Signs in by password on a browser.
    async fn enters(&self, browser: &Visitor, email: &str, shared: &str) -> Visitor {
        let fields = [("email", email), ("password", PASSWORD), ("shared", shared)];
        let answer = self.app.post(browser, "/sign-in", &fields).await.is(303);
        self.after(browser, &answer).await
    }

    async fn chooses(&self, visitor: &Visitor, pin: &str) -> Answer {
        let fields = [("present", PASSWORD), ("pin", pin), ("again", pin)];
        self.app.post(visitor, "/account/pin", &fields).await
    }

    /// A tablet on which both have a code; Inès is signed in.
    async fn tablet(&self) -> Visitor {
        let sarah = self.enters(&Visitor::stranger(), "sarah@clairlien.example", "yes").await;
        self.chooses(&sarah, "8264").await.is(303);
        let left = self.app.post(&sarah, "/lock", &[]).await.is(303);
        let nobody = out(&sarah, &left);
        let ines = self.enters(&nobody, "ines@clairlien.example", "yes").await;
        self.chooses(&ines, "190374").await.is(303);
        ines
    }

    /// A code, typed on a browser.
    async fn types(&self, browser: &Visitor, who: PersonId, pin: &str, more: &[(&str, &str)]) -> Answer {
        let who = who.to_string();
        let fields = [&[("person", who.as_str()), ("pin", pin)], more].concat();
        self.app.post(&out_of(browser), "/unlock", &fields).await
    }
}

/// The browser as it is without a session that counts: its forms bear the token of a visit.
fn out_of(visitor: &Visitor) -> Visitor {
    let stranger = Visitor::stranger();
    ["__Host-session", "__Host-device", "__Host-used"].iter().fold(stranger, |all, name| {
        visitor.cookie(name).map_or(all.clone(), |value| all.with_cookie(name, value))
    })
}

fn out(visitor: &Visitor, answer: &Answer) -> Visitor {
    out_of(&visitor.after(answer, None))
}

#[tokio::test]
async fn sec_03_a_shared_device_locks_by_the_servers_clock_and_its_own_does_not() {
    let shop = Shop::new().await;
    let tablet = shop.tablet().await;
    let own = shop.enters(&Visitor::stranger(), "sarah@clairlien.example", "").await;
    shop.app.get(&tablet, "/units").await.is(200).holds("data-shared=\"300\"").holds("Verrouiller");
    shop.app.get(&own, "/units").await.is(200).lacks("data-shared").lacks("Verrouiller");
    // Each page is a use; to listen is none.
    shop.wait(200);
    let seen = shop.app.get(&tablet, "/units").await.is(200);
    let tablet = tablet.after(&seen, None);
    shop.wait(299);
    let heard = shop.app.get(&tablet, "/offline/token").await.is(200);
    assert!(heard.cookies.is_empty(), "{:?}", heard.cookies);
    shop.wait(1);
    let locked = shop.app.get(&tablet, "/units?q=a").await.is(303);
    assert_eq!(locked.location.as_deref(), Some("/unlock?next=/units%3Fq%3Da"));
    for path in ["/account", "/people", "/offline/token", "/live/versions"] {
        let answer = shop.app.get(&tablet, path).await;
        assert!(answer.location.unwrap_or_default().starts_with("/unlock"), "{path}");
    }
    shop.app.get(&tablet, "/unlock").await.is(200).holds("Inès M.").holds("Sarah M.").lacks("Évry");
    shop.app.get(&own, "/units").await.is(200);
    // The moment of the last use is nobody's to write but the server's.
    let stamp = tablet.cookie("__Host-used").unwrap().split_once('.').unwrap().1.to_owned();
    let forged = format!("{}.{stamp}", shop.app.db().clock().now().0);
    let forged = out_of(&own_cookie(&tablet, &forged));
    shop.app.get(&forged, "/units").await.is(303);
}

fn own_cookie(visitor: &Visitor, used: &str) -> Visitor {
    ["__Host-session", "__Host-device"]
        .iter()
        .fold(Visitor::stranger(), |all, name| match visitor.cookie(name) {
            Some(value) => all.with_cookie(name, value),
            None => all,
        })
        .with_cookie("__Host-used", used)
}

#[tokio::test]
async fn sec_03_the_organisation_chooses_when_shared_devices_lock() {
    let shop = Shop::new().await;
    shop.app.chooses(&shop.org, "directory.locks_after", 2).await;
    let tablet = shop.enters(&Visitor::stranger(), "ines@clairlien.example", "yes").await;
    shop.app.get(&tablet, "/units").await.is(200).holds("data-shared=\"120\"");
    shop.wait(120);
    shop.app.get(&tablet, "/units").await.is(303);
}

#[tokio::test]
async fn sec_03_people_change_places_by_their_codes() {
    let shop = Shop::new().await;
    let tablet = shop.tablet().await;
    shop.wait(400);
    // Whoever comes back goes on where they were, in the same session with another token.
    let back = shop.types(&tablet, shop.ines, "190374", &[("next", "/units")]).await.is(303);
    assert_eq!(back.location.as_deref(), Some("/units"));
    let same = tablet.after(&back, None);
    let rotated = shop.app.get(&same, "/account").await.is(200).holds("ines@clairlien.example");
    assert!(rotated.cookies.iter().any(|cookie| cookie.starts_with("__Host-session=")), "SEC-08");
    let same = same.after(&rotated, None);
    // Whoever takes over begins a session of their own at the start, and the former one ends.
    shop.wait(400);
    let over = shop.types(&same, shop.sarah, "8264", &[("next", "/units")]).await.is(303);
    assert_eq!(over.location.as_deref(), Some("/"), "not where somebody else was");
    let sarah = shop.after(&same, &over).await;
    shop.app.get(&sarah, "/account").await.is(200).holds("sarah@clairlien.example").lacks("ines@");
    shop.wait(31);
    assert!(shop.app.get(&same, "/account").await.is(303).location.unwrap().starts_with("/sign-in"));
}

#[tokio::test]
async fn sec_03_a_code_opens_nothing_on_another_device() {
    let shop = Shop::new().await;
    shop.tablet().await;
    let elsewhere = shop.enters(&Visitor::stranger(), "sarah@clairlien.example", "yes").await;
    shop.wait(400);
    shop.app.get(&elsewhere, "/unlock").await.is(200).lacks("Sarah M.").holds("Personne n’a encore de code");
    shop.types(&elsewhere, shop.sarah, "8264", &[]).await.is(422);
    shop.types(&Visitor::stranger(), shop.sarah, "8264", &[]).await.is(422);
    // On a device of one's own there is none at all.
    let own = shop.enters(&Visitor::stranger(), "sarah@clairlien.example", "").await;
    shop.app.get(&own, "/account/pin").await.is(200).holds("Pas de code sur votre propre appareil");
    shop.chooses(&own, "8264").await.is(422);
}

#[tokio::test]
async fn sec_03_five_wrong_codes_ask_for_the_password() {
    let shop = Shop::new().await;
    let tablet = shop.tablet().await;
    shop.wait(400);
    for left in [4, 3, 2] {
        let told = format!("Encore {left} essais");
        shop.types(&tablet, shop.sarah, "0001", &[]).await.is(422).holds(&told).lacks("0001");
    }
    shop.types(&tablet, shop.sarah, "0001", &[]).await.is(422).holds("Encore un essai");
    shop.types(&tablet, shop.sarah, "0001", &[]).await.is(422).holds("n’ouvre plus ici");
    shop.types(&tablet, shop.sarah, "8264", &[]).await.is(422).holds("n’ouvre plus ici");
    // Another one's code still opens, and Sarah's again after her password.
    shop.types(&tablet, shop.ines, "190374", &[]).await.is(303);
    let sarah = shop.enters(&out_of(&tablet), "sarah@clairlien.example", "").await;
    shop.app.get(&sarah, "/units").await.is(200).holds("data-shared=");
    shop.wait(400);
    shop.types(&sarah, shop.sarah, "8264", &[]).await.is(303);
}

#[tokio::test]
async fn sec_03_a_code_is_chosen_with_the_password_and_goes_with_it() {
    let shop = Shop::new().await;
    let tablet = shop.enters(&Visitor::stranger(), "ines@clairlien.example", "yes").await;
    let choose = async |present: &str, pin: &str, again: &str| {
        let fields = [("present", present), ("pin", pin), ("again", again)];
        shop.app.post(&tablet, "/account/pin", &fields).await
    };
    choose("faux", "8264", "8264").await.is(422).holds("present-error");
    choose(PASSWORD, "1234", "1234").await.is(422).holds("qu’on essaie en premier");
    choose(PASSWORD, "82", "82").await.is(422).holds("quatre").holds("pin-error");
    choose(PASSWORD, "8264", "8265").await.is(422).holds("again-error");
    choose(PASSWORD, "8264", "8264").await.is(303);
    let hash: String = sql("select pin_hash from device_pin").value(shop.app.db()).await.unwrap().unwrap();
    assert!(hash.starts_with("$argon2id$"), "{hash}");
    // Another password takes the codes away.
    let other = "une tout autre phrase";
    let fields = [("present", PASSWORD), ("password", other), ("again", other)];
    shop.app.post(&tablet, "/account/password", &fields).await.is(303);
    let kept: Option<i64> = sql("select count(*) from device_pin").value(shop.app.db()).await.unwrap();
    assert_eq!(kept, Some(0));
}

#[tokio::test]
async fn sec_03_a_form_that_comes_after_the_lock_is_its_authors_again_and_nobody_elses() {
    let shop = Shop::new().await;
    let tablet = shop.tablet().await;
    shop.wait(400);
    let words = "Des mots que personne d’autre ne lit.";
    let fields = [("text", words), ("theme", "dark"), ("phone", "06 39 98 11 22")];
    let locked = shop.app.post(&tablet, "/account/password", &fields).await.is(423);
    let locked = locked.holds("Rien n’est perdu").lacks("Des mots");
    let held = locked.body.split("name=\"held\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(held.len() > 50);
    let asked = shop.app.post(&out_of(&tablet), "/unlock", &[("held", held)]).await.is(200);
    asked.holds("Inès M.").holds(held).lacks("Des mots");
    shop.types(&tablet, shop.sarah, "8264", &[("held", held)]).await.is(303).lacks("Des mots");
    let back = shop.enters(&out_of(&tablet), "ines@clairlien.example", "yes").await;
    shop.wait(400);
    let wrong = shop.types(&back, shop.ines, "9999", &[("held", held)]).await.is(422);
    wrong.holds(held).lacks("Des mots");
    let found = shop.types(&back, shop.ines, "190374", &[("held", held)]).await.is(200);
    found.holds("Des mots que personne").holds("action=\"/account/password\"").lacks("name=\"held\"");
    let found = shop.types(&back, shop.ines, "190374", &[("held", held)]).await.is(200);
    found.holds("name=\"phone\" value=\"06 39 98 11 22\"").lacks("lines\">06 39");
    // A photo is not held, its words are.
    let back = shop.enters(&out_of(&tablet), "ines@clairlien.example", "yes").await;
    shop.wait(400);
    let sent =
        shop.app.upload(&back, "/account/password", &fields, ("photo", "a.jpg", b"jpeg")).await.is(423);
    let held = sent.body.split("name=\"held\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let found = shop.types(&back, shop.ines, "190374", &[("held", held)]).await.is(200);
    found.holds("Des mots que personne").lacks("jpeg");
}

#[tokio::test]
async fn sec_03_a_page_that_locks_itself_locks_the_device() {
    let shop = Shop::new().await;
    let tablet = shop.tablet().await;
    let fields = [("text", "Pas encore envoyé.")];
    let held = shop.app.post(&tablet, "/hold?to=/pebbles/new", &fields).await.is(423).lacks("Pas encore");
    let locked = tablet.after(&held, None);
    shop.app.get(&locked, "/units").await.is(303);
    let held = held.body.split("name=\"held\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let found = shop.types(&locked, shop.ines, "190374", &[("held", held)]).await.is(200);
    found.holds("action=\"/pebbles/new\"").holds("Pas encore envoyé.");
    // Nobody is led elsewhere by it.
    let elsewhere = shop.app.post(&tablet, "/hold?to=//evil.example", &fields).await.is(423);
    let held = elsewhere.body.split("name=\"held\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    shop.types(&locked, shop.ines, "190374", &[("held", held)]).await.lacks("evil.example");
}

#[tokio::test]
async fn sec_03_a_device_that_is_no_longer_shared_opens_to_nobody() {
    let shop = Shop::new().await;
    let tablet = shop.tablet().await;
    let device =
        shared_devices::of_browser(shop.app.db(), tablet.cookie("__Host-device").unwrap()).await.unwrap();
    let tx = shop.org.begin().await.unwrap();
    assert!(shared_devices::end(&tx, device[0].id, shop.app.db().clock().now()).await.unwrap());
    assert!(!shared_devices::end(&tx, device[0].id, shop.app.db().clock().now()).await.unwrap());
    tx.commit().await.unwrap();
    shop.wait(400);
    shop.types(&tablet, shop.ines, "190374", &[]).await.is(422);
    // Whoever has left, or whose access was cut, has no code either.
    let tablet = shop.tablet().await;
    let tx = shop.org.begin().await.unwrap();
    let account = places::account_of(&tx, shop.sarah).await.unwrap().unwrap();
    accounts::disable(tx.whole(), account, tx.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    shop.wait(400);
    shop.app.get(&tablet, "/unlock").await.is(200).holds("Inès M.").lacks("Sarah M.");
    shop.types(&tablet, shop.sarah, "8264", &[]).await.is(422);
    assert_ne!(shop.org_id(), OrgId(uuid::Uuid::nil()));
}

#[tokio::test]
async fn sec_03_ending_the_session_of_this_device_wipes_it_as_signing_out_does() {
    let shop = Shop::new().await;
    let own = shop.enters(&Visitor::stranger(), "sarah@clairlien.example", "").await;
    let id: SessionId =
        sql("select id from session where ended_at is null order by created_at desc, id desc limit 1")
            .value(shop.app.db())
            .await
            .unwrap()
            .unwrap();
    let left = shop.app.post(&own, &format!("/account/sessions/{id}/end"), &[]).await.is(303);
    assert_eq!(left.header("clear-site-data"), "\"cache\", \"storage\"");
}
