//! Inviting, accepting, taking back: nobody is connected without their say, nobody is told of others' accounts.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

use relais_directory::accounts::{self, Email, places};
use relais_kernel::{AccountId, Locale, PersonId, Role, Scope, SessionId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_person_with, an_organisation, granted},
};

const PASSWORD: &str = "quatre mots faciles à retenir";

struct World {
    app: TestApp,
    org: OrgDb,
    hr: Visitor,
}

async fn world() -> World {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Vasseur").await;
    granted(&org, claire, Role::Hr, Scope::Network).await;
    let hr = app.sign_in(org.org(), claire).await;
    World { app, org, hr }
}

async fn with_address(org: &OrgDb, given: &str, email: &str) -> PersonId {
    a_person_with(org, given, "Marchal", None, Some(email)).await
}

impl World {
    /// The path of the newest letter's link.
    async fn link(&self) -> String {
        let letters = relais_post::letterbox(self.app.db(), 1).await.unwrap();
        let text = &letters[0].text;
        let at = text.find("https://relais.example/").unwrap();
        text[at + "https://relais.example".len()..].split_whitespace().next().unwrap().to_owned()
    }

    async fn letters(&self) -> usize {
        relais_post::letterbox(self.app.db(), 100).await.unwrap().len()
    }

    async fn invite(&self, person: PersonId) -> String {
        self.app.db().clock().advance(std::time::Duration::from_secs(1));
        let answer = self.app.post(&self.hr, &format!("/people/{person}/invite"), &[]).await.is(303);
        let said: Vec<_> = answer.cookies.iter().filter(|c| c.starts_with("said=")).cloned().collect();
        let page = self.app.get(&self.hr, &format!("/people/{person}")).await.is(200);
        let card = page.body.split("id=\"entry\"").nth(1).unwrap().split("</section>").next().unwrap();
        let card = card.replace(&person.to_string(), "PERSON");
        format!("{said:?} {card}")
    }

    /// Somebody of another organisation, with a password there.
    async fn elsewhere(&self, email: &str) -> (OrgDb, AccountId, Visitor) {
        let there = an_organisation(self.app.db()).await;
        let person = a_person(&there, "Inès", "Marchal").await;
        let now = self.app.db().clock().now();
        let hash = self.app.site().settings().hashing.hash(self.app.db().clock(), PASSWORD).await.unwrap();
        let tx = there.begin().await.unwrap();
        let account = accounts::add(tx.whole(), &Email::read(email).unwrap(), Locale::Fr, now).await.unwrap();
        places::connect(&tx, account, person).await.unwrap();
        sql("update account set password_hash = $1 where id = $2")
            .bind(hash)
            .bind(account)
            .run_one("account", &tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let visitor = self.app.sign_in(there.org(), person).await;
        (there, account, visitor)
    }

    async fn places(&self, account: AccountId) -> usize {
        places::of(self.app.db(), account, self.app.db().clock().now()).await.unwrap().len()
    }

    async fn acts(&self, action: &str) -> i64 {
        sql("select count(*) from audit_event where action = $1 and chain = $2")
            .bind(action.to_owned())
            .bind(uuid::Uuid::from(self.org.org()))
            .value(self.app.db())
            .await
            .unwrap()
            .unwrap()
    }
}

#[tokio::test]
async fn sec_07_an_invitation_tells_nothing_of_other_organisations() {
    let w = world().await;
    let (_, account, _) = w.elsewhere("ines@clairlien.example").await;
    let (_, closed, _) = w.elsewhere("close@clairlien.example").await;
    let tx = w.app.db().begin().await.unwrap();
    accounts::disable(&tx, closed, w.app.db().clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    let mut told = Vec::new();
    for email in ["ines@clairlien.example", "close@clairlien.example", "lea@clairlien.example"] {
        told.push(w.invite(with_address(&w.org, "Léa", email).await).await);
    }
    assert_eq!(told[0], told[2], "an account elsewhere is told");
    assert_eq!(told[1], told[2], "a closed account is told");
    assert_eq!(w.places(account).await, 1, "nobody is connected without their say");
    assert_eq!(w.letters().await, 2, "a closed account gets no letter");
}

#[tokio::test]
async fn sec_07_the_owner_of_an_account_accepts_another_place() {
    let w = world().await;
    let (_, account, owner) = w.elsewhere("ines@clairlien.example").await;
    let ines = with_address(&w.org, "Inès", "ines@clairlien.example").await;
    w.invite(ines).await;
    let link = w.link().await;
    assert!(link.starts_with("/enter/"), "{link}");
    let stranger = Visitor::stranger();
    let page = w.app.get(&stranger, &link).await.is(200);
    page.holds("Énergie Proche").lacks("type=\"password\"");
    assert_eq!(w.places(account).await, 1, "looking connects nobody");
    // Fourteen days are too long for a link that could set a password.
    let fields = [("password", "un tout autre secret"), ("again", "un tout autre secret")];
    let answer = w.app.post(&owner, &link, &fields).await.is(303);
    assert_eq!(answer.location.as_deref(), Some("/account"));
    assert_eq!(w.places(account).await, 2);
    let sign_in = [("email", "ines@clairlien.example"), ("password", PASSWORD)];
    w.app.post(&stranger, "/sign-in", &sign_in).await.is(303);
    w.app.get(&stranger, &link).await.is(200).holds("Ce lien ne sert plus");
    w.app.post(&stranger, &link, &[]).await.is(422);
    w.app.get(&w.hr, &format!("/people/{ines}")).await.is(200).holds("peut se connecter");
    assert_eq!(w.acts("accounts.invitation.accepted").await, 1);
}

#[tokio::test]
async fn sec_07_accepting_without_a_session_leads_to_signing_in() {
    let w = world().await;
    let (_, account, _) = w.elsewhere("ines@clairlien.example").await;
    w.invite(with_address(&w.org, "Inès", "ines@clairlien.example").await).await;
    let link = w.link().await;
    let answer = w.app.post(&Visitor::stranger(), &link, &[]).await.is(303);
    assert_eq!(answer.location.as_deref(), Some("/sign-in"));
    assert!(!answer.cookies.iter().any(|c| c.contains("session=")), "the link opens no session");
    assert_eq!(w.places(account).await, 2);
}

#[tokio::test]
async fn sec_07_an_invitation_to_a_wrong_address_is_corrected() {
    let w = world().await;
    let lea = with_address(&w.org, "Léa", "faux@clairlien.example").await;
    w.invite(lea).await;
    let wrong = w.link().await;
    let fields = [
        ("version", "1"),
        ("given_name", "Léa"),
        ("family_name", "Marchal"),
        ("email", "lea@clairlien.example"),
    ];
    w.app.post(&w.hr, &format!("/people/{lea}/edit"), &fields).await.is(303);
    w.invite(lea).await;
    let right = w.link().await;
    let stranger = Visitor::stranger();
    let fields = [("password", PASSWORD), ("again", PASSWORD)];
    w.app.post(&stranger, &wrong, &fields).await.is(422).holds("Ce lien ne sert plus");
    w.app.post(&stranger, &right, &fields).await.is(303);
    let sign_in = [("email", "lea@clairlien.example"), ("password", PASSWORD)];
    w.app.post(&stranger, "/sign-in", &sign_in).await.is(303);
}

#[tokio::test]
async fn sec_07_an_invitation_is_withdrawn() {
    let w = world().await;
    let lea = with_address(&w.org, "Léa", "lea@clairlien.example").await;
    let end = format!("/people/{lea}/access/end");
    w.app.post(&w.hr, &end, &[]).await.is(422);
    w.invite(lea).await;
    let link = w.link().await;
    w.app.get(&w.hr, &format!("/people/{lea}")).await.is(200).holds("Retirer l’invitation");
    w.app.post(&w.hr, &end, &[]).await.is(303);
    w.app.get(&Visitor::stranger(), &link).await.is(200).holds("Ce lien ne sert plus");
    w.app.get(&w.hr, &format!("/people/{lea}")).await.is(200).holds("Inviter à se connecter");
    assert_eq!(w.acts("accounts.invitation.withdrawn").await, 1);
}

#[tokio::test]
async fn sec_08_an_access_is_cut() {
    let w = world().await;
    let lea = with_address(&w.org, "Léa", "lea@clairlien.example").await;
    w.invite(lea).await;
    let fields = [("password", PASSWORD), ("again", PASSWORD)];
    let stranger = Visitor::stranger();
    let answer = w.app.post(&stranger, &w.link().await, &fields).await.is(303);
    let newest = sql("select id from session order by created_at desc, id desc limit 1");
    let session = newest.value::<SessionId>(w.app.db()).await.unwrap();
    let inside = stranger.after(&answer, session);
    w.app.get(&inside, "/account").await.is(200);
    let end = format!("/people/{lea}/access/end");
    w.app.get(&w.hr, &format!("/people/{lea}")).await.is(200).holds("Couper l’accès");
    w.app.post(&w.hr, &end, &[]).await.is(303);
    w.app.get(&inside, "/account").await.is(303);
    let sign_in = [("email", "lea@clairlien.example"), ("password", PASSWORD)];
    w.app.post(&stranger, "/sign-in", &sign_in).await.is(422);
    assert_eq!(w.acts("accounts.access.cut").await, 1);
    // Invited anew, their own password still is good.
    w.invite(lea).await;
    w.app.post(&stranger, &w.link().await, &[]).await.is(303);
    w.app.post(&stranger, "/sign-in", &sign_in).await.is(303);
}

#[tokio::test]
async fn net_08_the_access_of_somebody_with_a_role_is_not_theirs_to_cut() {
    let w = world().await;
    let lea = with_address(&w.org, "Léa", "lea@clairlien.example").await;
    w.invite(lea).await;
    granted(&w.org, lea, Role::Dpo, Scope::Network).await;
    let end = format!("/people/{lea}/access/end");
    w.app.post(&w.hr, &end, &[]).await.is(422).holds("un rôle que vous ne pouvez pas donner");
    let manager = a_person(&w.org, "Nadège", "Fournier").await;
    let nobody = w.app.sign_in(w.org.org(), manager).await;
    w.app.post(&nobody, &end, &[]).await.is(404);
}
