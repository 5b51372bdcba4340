//! Coming in, going out, and one's own account, through the real router.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use std::time::Duration;

use relais_directory::{
    accounts::{self, Email, Token, links, places, sessions},
    assignments::Function,
};
use relais_kernel::{AccountId, Locale, PersonId, Role, Scope, SessionId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    Answer, TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned, granted},
};

const PASSWORD: &str = "quatre mots faciles à retenir";

async fn app() -> TestApp {
    TestApp::new(vec![relais_network::manifest()]).await
}

/// Inès, adviser at Évry, invited and not yet in.
async fn invited(app: &TestApp) -> (OrgDb, PersonId, AccountId, Token) {
    let org = an_organisation(app.db()).await;
    let person = a_person(&org, "Inès", "Marchal").await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    assigned(&org, person, evry, Function::Adviser).await;
    let now = app.db().clock().now();
    let tx = org.begin().await.unwrap();
    let email = Email::read("ines@clairlien.example").unwrap();
    let account = accounts::add(tx.whole(), &email, Locale::Fr, now).await.unwrap();
    let token = links::invite(&tx, account, person, now).await.unwrap();
    tx.commit().await.unwrap();
    (org, person, account, token)
}

/// Inès with a password, signed in by it.
async fn entered(app: &TestApp) -> (OrgDb, PersonId, AccountId, Visitor) {
    let (org, person, account, token) = invited(app).await;
    let enter = format!("/enter/{}", token.text());
    let fields = [("password", PASSWORD), ("again", PASSWORD)];
    let answer = app.post(&Visitor::stranger(), &enter, &fields).await.is(303);
    let visitor = within(app, &Visitor::stranger(), &answer).await;
    (org, person, account, visitor)
}

async fn within(app: &TestApp, visitor: &Visitor, answer: &Answer) -> Visitor {
    let newest =
        sql("select id from session where ended_at is null order by created_at desc, id desc limit 1");
    visitor.after(answer, newest.value::<SessionId>(app.db()).await.unwrap())
}

async fn sign_in(app: &TestApp, visitor: &Visitor, password: &str) -> Answer {
    app.post(visitor, "/sign-in", &[("email", "Ines@Clairlien.example "), ("password", password)]).await
}

#[tokio::test]
async fn sec_02_looking_at_a_link_spends_nothing() {
    let app = app().await;
    let (_, _, _, token) = invited(&app).await;
    let enter = format!("/enter/{}", token.text());
    for _ in 0..3 {
        app.get(&Visitor::stranger(), &enter)
            .await
            .is(200)
            .holds("Bienvenue")
            .holds("ines@clairlien.example");
    }
    let wrong = [("password", "court"), ("again", "court")];
    app.post(&Visitor::stranger(), &enter, &wrong).await.is(422).holds("href=\"#password\"");
    let differs = [("password", PASSWORD), ("again", "autre chose de long")];
    app.post(&Visitor::stranger(), &enter, &differs).await.is(422).holds("href=\"#again\"");
    let fields = [("password", PASSWORD), ("again", PASSWORD)];
    app.post(&Visitor::stranger(), &enter, &fields).await.is(303);
    app.get(&Visitor::stranger(), &enter).await.is(200).holds("Ce lien ne sert plus");
    app.post(&Visitor::stranger(), &enter, &fields).await.is(422).holds("Ce lien ne sert plus");
}

#[tokio::test]
async fn an_invited_person_enters_and_reads_their_unit() {
    let app = app().await;
    let (_, _, _, ines) = entered(&app).await;
    app.get(&ines, "/units").await.is(200).holds("Évry");
    let answer = app.get(&ines, "/account").await.is(200).holds("ines@clairlien.example");
    assert!(!answer.body.contains('⟦'), "{}", answer.body);
}

#[tokio::test]
async fn who_is_not_signed_in_is_asked_to_and_comes_back() {
    let app = app().await;
    entered(&app).await;
    let stranger = Visitor::stranger();
    let asked = app.get(&stranger, "/units?q=x").await.is(303);
    assert_eq!(asked.location.as_deref(), Some("/sign-in?next=/units%3Fq%3Dx"));
    app.get(&stranger, "/sign-in?next=/units%3Fq%3Dx").await.is(200).holds("value=\"/units?q=x\"");
    let fields = [("email", "ines@clairlien.example"), ("password", PASSWORD), ("next", "/units?q=x")];
    assert_eq!(
        app.post(&stranger, "/sign-in", &fields).await.is(303).location.as_deref(),
        Some("/units?q=x")
    );
    let elsewhere = [("email", "ines@clairlien.example"), ("password", PASSWORD), ("next", "//evil.example")];
    assert_eq!(app.post(&stranger, "/sign-in", &elsewhere).await.is(303).location.as_deref(), Some("/"));
}

#[tokio::test]
async fn sec_07_unknown_accounts_and_wrong_passwords_read_the_same() {
    let app = app().await;
    entered(&app).await;
    let stranger = Visitor::stranger();
    let wrong =
        sign_in(&app, &stranger, "ce n’est pas le bon").await.is(422).lacks("ce n’est pas le bon").body;
    let fields = [("email", "Ines@Clairlien.example "), ("password", "x")];
    let unknown = [("email", "inconnue@clairlien.example"), fields[1]];
    let other = app.post(&stranger, "/sign-in", &unknown).await.is(422).body;
    let sentence =
        |body: &str| body.split("form-errors").nth(1).and_then(|b| b.split("</").next()).map(str::to_owned);
    assert_eq!(sentence(&wrong), sentence(&other));
}

#[tokio::test]
async fn sec_07_guessing_slows_one_account_and_not_its_owner() {
    let app = app().await;
    let (_, _, _, ines) = entered(&app).await;
    let stranger = Visitor::stranger();
    for _ in 0..5 {
        sign_in(&app, &stranger, "au hasard, encore").await.is(422);
    }
    sign_in(&app, &stranger, "au hasard, encore").await.is(422);
    sign_in(&app, &stranger, PASSWORD).await.is(422).holds("seconde");
    sign_in(&app, &ines_device(&ines), PASSWORD).await.is(303);
    app.db().clock().advance(Duration::from_secs(61));
    sign_in(&app, &stranger, PASSWORD).await.is(303);
}

/// The browser of somebody who signed out: known to the account, but without a session.
fn ines_device(visitor: &Visitor) -> Visitor {
    Visitor::stranger().with_cookie("__Host-device", visitor.cookie("__Host-device").unwrap())
}

#[tokio::test]
async fn sec_08_a_session_changes_its_token_when_rights_change() {
    let app = app().await;
    let (org, person, _, ines) = entered(&app).await;
    a_unit(&org, "VIT", "Vitry").await;
    assert!(!app.get(&ines, "/units").await.is(200).cookies.iter().any(|c| c.starts_with("__Host-session=")));
    granted(&org, person, Role::Admin, Scope::Network).await;
    let answer = app.get(&ines, "/units").await.is(200).holds("Vitry");
    let fresh = ines.after(&answer, None);
    assert_ne!(fresh.cookie("__Host-session"), ines.cookie("__Host-session"), "the token changed");
    app.get(&ines, "/units").await.is(200);
    app.db().clock().advance(Duration::from_secs(31));
    app.get(&ines, "/units").await.is(303);
    app.get(&fresh, "/units").await.is(200);
}

#[tokio::test]
async fn a_lost_phone_is_signed_out_from_elsewhere() {
    let app = app().await;
    let (_, _, account, phone) = entered(&app).await;
    app.db().clock().advance(Duration::from_secs(2));
    let answer = sign_in(&app, &Visitor::stranger(), PASSWORD).await.is(303);
    let desk = within(&app, &Visitor::stranger(), &answer).await;
    app.get(&desk, "/account/sessions").await.is(200).holds("cet appareil");
    let lines = sessions::list(app.db(), account, app.db().clock().now()).await.unwrap();
    assert_eq!(lines.len(), 2);
    app.post(&desk, "/account/sessions/end-others", &[]).await.is(303);
    app.get(&phone, "/units").await.is(303);
    app.get(&desk, "/units").await.is(200);
    let out = app.post(&desk, "/sign-out", &[]).await.is(303);
    assert!(out.cookies.iter().any(|c| c.starts_with("__Host-session=;")));
    app.get(&desk, "/units").await.is(303);
}

#[tokio::test]
async fn somebody_elses_session_cannot_be_ended() {
    let app = app().await;
    let (org, _, _, ines) = entered(&app).await;
    let other = a_person(&org, "Yanis", "Belkacem").await;
    app.db().clock().advance(Duration::from_secs(1));
    let yanis = app.sign_in(org.org(), other).await;
    let theirs = sql("select s.id from session s order by s.created_at desc, s.id desc limit 1");
    let theirs: SessionId = theirs.value(app.db()).await.unwrap().unwrap();
    app.post(&ines, &format!("/account/sessions/{theirs}/end"), &[]).await.is(404);
    app.get(&yanis, "/account").await.is(200);
}

#[tokio::test]
async fn another_password_ends_the_other_sessions() {
    let app = app().await;
    let (_, _, _, ines) = entered(&app).await;
    app.db().clock().advance(Duration::from_secs(2));
    let answer = sign_in(&app, &Visitor::stranger(), PASSWORD).await.is(303);
    let desk = within(&app, &Visitor::stranger(), &answer).await;
    let wrong =
        [("present", "non"), ("password", "une toute autre phrase"), ("again", "une toute autre phrase")];
    app.post(&desk, "/account/password", &wrong).await.is(422).holds("href=\"#present\"");
    let right = [("present", PASSWORD), wrong[1], wrong[2]];
    app.post(&desk, "/account/password", &right).await.is(303);
    app.get(&ines, "/units").await.is(303);
    sign_in(&app, &Visitor::stranger(), PASSWORD).await.is(422);
    sign_in(&app, &Visitor::stranger(), "une toute autre phrase").await.is(303);
}

#[tokio::test]
async fn a_forgotten_password_reads_the_same_for_strangers() {
    let app = app().await;
    entered(&app).await;
    let stranger = Visitor::stranger();
    let letters = async || sql("select count(*) from letter").value::<i64>(app.db()).await.unwrap().unwrap();
    let known =
        app.post(&stranger, "/sign-in/forgotten", &[("email", "ines@clairlien.example")]).await.is(200);
    assert_eq!(letters().await, 0, "who is known shows in a job, not in the answer");
    let waiting = async || {
        let jobs = "select count(*) from job where kind = 'network.forgotten' and state = 'ready'";
        sql(jobs).value::<i64>(app.db()).await.unwrap().unwrap()
    };
    assert_eq!(waiting().await, 1);
    let unknown =
        app.post(&stranger, "/sign-in/forgotten", &[("email", "personne@clairlien.example")]).await.is(200);
    assert_eq!(waiting().await, 2, "an unknown address is as much work");
    app.run_jobs().await;
    assert_eq!(letters().await, 1);
    assert_eq!(known.body, unknown.body);
    app.post(&stranger, "/sign-in/forgotten", &[("email", "ines")]).await.is(422).holds("value=\"ines\"");
}

#[tokio::test]
async fn language_and_theme_are_kept() {
    let app = app().await;
    let (_, _, _, ines) = entered(&app).await;
    app.post(&ines, "/locale", &[("locale", "en"), ("back", "/units")]).await.is(303);
    app.get(&ines, "/units").await.is(200).holds("<html lang=\"en\"").holds("Units");
    let answer = app.post(&ines, "/theme", &[("theme", "dark"), ("back", "//evil.example")]).await.is(303);
    assert_eq!(answer.location.as_deref(), Some("/"));
    app.get(&ines.after(&answer, None), "/units").await.is(200).holds("data-theme=\"dark\"");
}

#[tokio::test]
async fn sec_08_going_into_another_organisation_is_written_down_there() {
    let app = app().await;
    let (_, _, account, ines) = entered(&app).await;
    let there = an_organisation(app.db()).await;
    let person = a_person(&there, "Inès", "Marchal").await;
    let tx = there.begin().await.unwrap();
    places::connect(&tx, account, person).await.unwrap();
    tx.commit().await.unwrap();
    app.post(&ines, "/organisation", &[("org", &there.org().to_string())]).await.is(303);
    let acts = sql("select count(*) from audit_event where chain = $1 and person_id = $2 and action = $3")
        .bind(uuid::Uuid::from(there.org()))
        .bind(person)
        .bind("accounts.sign_in".to_owned());
    assert_eq!(acts.value::<i64>(app.db()).await.unwrap(), Some(1));
}
