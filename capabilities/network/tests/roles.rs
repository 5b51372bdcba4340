//! Pages about roles, through the real router.

use relais_directory::{assignments::Function, grants};
use relais_kernel::{PersonId, RegionId, Role, Scope, UnitId};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_region, a_unit, an_organisation, assigned, granted, placed},
};

/// A region with a unit; Alice administers alone; Samira holds nothing.
struct World {
    app: TestApp,
    org: OrgDb,
    south: RegionId,
    evry: UnitId,
    alice: PersonId,
    samira: PersonId,
    admin: Visitor,
}

impl World {
    async fn new() -> Self {
        let app = TestApp::new(vec![relais_network::manifest()]).await;
        let org = an_organisation(app.db()).await;
        let south = a_region(&org, "Sud").await;
        let evry = a_unit(&org, "EVR", "Évry").await;
        placed(&org, evry, south).await;
        let alice = a_person(&org, "Alice", "Morel").await;
        granted(&org, alice, Role::Admin, Scope::Network).await;
        let samira = a_person(&org, "Samira", "Haddad").await;
        let admin = app.sign_in(org.org(), alice).await;
        Self { app, org, south, evry, alice, samira, admin }
    }

    async fn as_person(&self, person: PersonId) -> Visitor {
        self.app.sign_in(self.org.org(), person).await
    }
}

#[tokio::test]
async fn net_08_a_role_is_read_again_in_words_before_it_is_given() {
    let w = World::new().await;
    let (samira, south) = (w.samira.to_string(), w.south.to_string());
    let visitor = w.as_person(w.samira).await;
    w.app.get(&visitor, "/units").await.is(404);
    w.app.get(&w.admin, "/roles/give?q=haddad").await.is(200).holds("Samira Haddad").lacks("Alice Morel");
    w.app
        .get(&w.admin, &format!("/roles/give?person={samira}"))
        .await
        .is(200)
        .holds("Voir ce que cela ouvre");
    let asked =
        format!("/roles/give?person={samira}&step=read&scope=region&region={south}&from_day=2026-11-21");
    w.app.get(&w.admin, &asked).await.is(200).holds("id=\"role-error\"");
    let page = w.app.get(&w.admin, &format!("{asked}&role=hr")).await.is(200);
    let page = page.holds("Samira Haddad · Ressources humaines · Sud · depuis le 21 novembre 2026");
    page.holds("qui travaille où").holds("N’est pas ouvert à cette portée").holds("importer des fichiers");
    assert!(grants::of_person(&w.org, w.samira).await.unwrap().is_empty(), "reading gives nothing");
    let fields =
        [("person", samira.as_str()), ("role", "coach"), ("scope", "region"), ("region", south.as_str())];
    w.app.post(&w.admin, "/roles/give", &fields).await.is(303);
    w.app.get(&visitor, "/units").await.is(200).holds("Évry");
    w.app.get(&w.admin, "/roles").await.is(200).holds("Samira Haddad").holds("Coach");
    let audited = sql("select count(*) from audit_event where action = 'network.grants.give'");
    assert_eq!(audited.value::<i64>(&w.org).await.unwrap(), Some(1));
}

#[tokio::test]
async fn net_08_a_role_for_a_unit_is_given_by_its_code_or_name() {
    let w = World::new().await;
    let samira = w.samira.to_string();
    for typed in ["evr", "Évry"] {
        let asked = relais_web_query(&[
            ("person", &samira),
            ("step", "read"),
            ("scope", "unit"),
            ("role", "expert"),
            ("unit", typed),
        ]);
        w.app.get(&w.admin, &asked).await.is(200).holds("Expertise métier · Évry");
    }
    let fields = [("person", samira.as_str()), ("role", "expert"), ("scope", "unit"), ("unit", "Nulle part")];
    let page = w.app.post(&w.admin, "/roles/give", &fields).await.is(422);
    page.holds("id=\"unit-error\"").holds("value=\"Nulle part\"").lacks("Indiquez l’unité.");
    for (scope, asked) in [("unit", "Indiquez l’unité."), ("region", "Choisissez la région.")] {
        let fields = [("person", samira.as_str()), ("role", "expert"), ("scope", scope)];
        w.app.post(&w.admin, "/roles/give", &fields).await.is(422).holds(asked);
    }
    let fields = [("person", samira.as_str()), ("role", "expert"), ("scope", "unit"), ("unit", "EVR")];
    w.app.post(&w.admin, "/roles/give", &fields).await.is(303);
    assert_eq!(grants::of_person(&w.org, w.samira).await.unwrap()[0].unit_id, Some(w.evry));
}

fn relais_web_query(fields: &[(&str, &str)]) -> String {
    format!("/roles/give?{}", relais_web::query(fields.iter().copied()))
}

#[tokio::test]
async fn net_08_nobody_gives_a_role_to_themselves() {
    let w = World::new().await;
    let alice = w.alice.to_string();
    let fields = [("person", alice.as_str()), ("role", "hr"), ("scope", "network")];
    w.app
        .post(&w.admin, "/roles/give", &fields)
        .await
        .is(422)
        .holds("Personne ne se donne un rôle à soi-même");
    assert_eq!(grants::of_person(&w.org, w.alice).await.unwrap().len(), 1);
}

#[tokio::test]
async fn net_08_the_last_administrator_keeps_the_role() {
    let w = World::new().await;
    let grant = grants::of_person(&w.org, w.alice).await.unwrap().remove(0);
    let take = format!("/roles/{}/take", grant.id);
    w.app.post(&w.admin, &take, &[]).await.is(422).holds("la seule personne qui administre le réseau");
    granted(&w.org, w.samira, Role::Admin, Scope::Network).await;
    w.app.post(&w.admin, &take, &[]).await.is(303);
    w.app.get(&w.admin, "/roles").await.is(404);
}

#[tokio::test]
async fn net_08_a_role_that_comes_with_a_place_ends_with_it() {
    let w = World::new().await;
    assigned(&w.org, w.samira, w.evry, Function::Manager).await;
    let grant = grants::of_person(&w.org, w.samira).await.unwrap().remove(0);
    w.app.get(&w.admin, "/roles").await.is(200).lacks("Samira Haddad");
    w.app
        .get(&w.admin, "/roles?brought=yes")
        .await
        .is(200)
        .holds("Samira Haddad")
        .holds("Responsable d’unité");
    w.app
        .get(&w.admin, &format!("/roles/{}", grant.id))
        .await
        .is(200)
        .holds("de son rattachement à une unité");
    let page = w.app.post(&w.admin, &format!("/roles/{}/take", grant.id), &[]).await.is(422);
    page.holds("Ce rôle vient d’un rattachement");
}

#[tokio::test]
async fn sec_08_a_right_taken_back_answers_404_at_the_next_request() {
    let w = World::new().await;
    let grant = granted(&w.org, w.samira, Role::Coach, Scope::Region(w.south)).await;
    let visitor = w.as_person(w.samira).await;
    w.app.get(&visitor, "/units").await.is(200);
    w.app.get(&visitor, &format!("/units/{}", w.evry)).await.is(200);
    w.app.post(&w.admin, &format!("/roles/{grant}/take"), &[]).await.is(303);
    let answer = w.app.get(&visitor, &format!("/units/{}", w.evry)).await.is(404);
    let rotated =
        answer.cookies.iter().any(|cookie| cookie.starts_with("__Host-session=") && cookie.len() > 30);
    assert!(rotated, "the session goes on with another token: {:?}", answer.cookies);
    w.app.get(&visitor, "/units").await.is(404);
}

#[tokio::test]
async fn sec_01_reading_roles_is_not_giving_them() {
    let w = World::new().await;
    let auditor = a_person(&w.org, "Denis", "Caron").await;
    granted(&w.org, auditor, Role::Auditor, Scope::Network).await;
    let grant = granted(&w.org, w.samira, Role::Coach, Scope::Region(w.south)).await;
    let visitor = w.as_person(auditor).await;
    w.app.get(&visitor, "/roles").await.is(200).holds("Samira Haddad").lacks("/roles/give");
    w.app.get(&visitor, &format!("/roles/{grant}")).await.is(200).lacks("Retirer ce rôle");
    w.app.get(&visitor, "/roles/give").await.is(404);
    w.app.post(&visitor, "/roles/give", &[("person", "x")]).await.is(404);
    w.app.post(&visitor, &format!("/roles/{grant}/take"), &[]).await.is(404);
    let coach = w.as_person(w.samira).await;
    w.app.get(&coach, "/roles").await.is(404);
}

#[tokio::test]
async fn sec_01_another_organisations_roles_do_not_exist() {
    let w = World::new().await;
    let there = an_organisation(w.app.db()).await;
    let stranger = a_person(&there, "Aline", "Ailleurs").await;
    let far = a_region(&there, "Loin").await;
    let grant = granted(&there, stranger, Role::Hr, Scope::Network).await;
    w.app.get(&w.admin, &format!("/roles/{grant}")).await.is(404);
    w.app.post(&w.admin, &format!("/roles/{grant}/take"), &[]).await.is(404);
    w.app.get(&w.admin, &format!("/roles/give?person={stranger}")).await.is(404);
    let stranger = stranger.to_string();
    let fields = [("person", stranger.as_str()), ("role", "coach"), ("scope", "network")];
    w.app.post(&w.admin, "/roles/give", &fields).await.is(404);
    let (samira, far) = (w.samira.to_string(), far.to_string());
    let fields =
        [("person", samira.as_str()), ("role", "coach"), ("scope", "region"), ("region", far.as_str())];
    w.app.post(&w.admin, "/roles/give", &fields).await.is(422).holds("id=\"region-error\"");
}

#[tokio::test]
async fn roles_are_walked_both_ways_and_grouped() {
    let w = World::new().await;
    for n in 0..60 {
        let person = a_person(&w.org, "Prénom", &format!("Zola{}", "z".repeat(1 + n))).await;
        granted(&w.org, person, if n % 2 == 0 { Role::Coach } else { Role::Hr }, Scope::Network).await;
    }
    let first = w
        .app
        .get(&w.admin, "/roles")
        .await
        .is(200)
        .holds("61 rôles")
        .holds("<h2>Coach")
        .holds("<h2>Ressources humaines");
    let after = first.body.split("after=").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    let second = w
        .app
        .get(&w.admin, &format!("/roles?after={after}"))
        .await
        .is(200)
        .holds("<h2>Administration")
        .lacks("<h2>Coach");
    let before =
        second.body.split("before=").nth(1).and_then(|rest| rest.split('"').next()).unwrap().to_owned();
    w.app.get(&w.admin, &format!("/roles?before={before}")).await.is(200).holds("<h2>Coach");
    w.app.get(&w.admin, "/roles?role=admin").await.is(200).holds("Un rôle").holds("Alice Morel");
    w.app.get(&w.admin, "/roles?q=morel&scope=unit").await.is(200).holds("Aucun rôle ne correspond");
}
