//! The log on its page: written by acts, read by those who watch over it, verified.

use relais_directory::assignments::Function;
use relais_kernel::{PersonId, Role, Scope};

use relais_store::{
    Backend, Db, InOrg as _, OrgDb, Reads as _,
    audit::{self, Act, Actor},
    sql,
};
use relais_testkit::{
    Answer, TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned, granted},
};
use uuid::Uuid;

use crate::manifest;

struct World {
    app: TestApp,
    org: OrgDb,
    dpo: Visitor,
    claire: PersonId,
}

async fn world() -> World {
    let app = TestApp::new(vec![manifest(vec![], vec![])]).await;
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    granted(&org, claire, Role::Dpo, Scope::Network).await;
    let dpo = app.sign_in(org.org(), claire).await;
    World { app, org, dpo, claire }
}

impl World {
    async fn write(&self, times: usize) {
        write(self.app.db(), &self.org, Some(self.claire), times).await;
    }

    async fn page(&self) -> Answer {
        self.app.get(&self.dpo, "/privacy/audit").await.is(200)
    }

    async fn verify(&self, anchor: &str) -> Answer {
        self.app.post(&self.dpo, "/privacy/audit/verify", &[("anchor", anchor)]).await
    }

    /// Does what only somebody with the database in hand can do: the rule against it goes first.
    async fn tamper(&self, statement: &'static str) {
        let tx = self.app.db().begin().await.unwrap();
        let triggers: Vec<String> = match tx.kind() {
            Backend::Sqlite => sql("select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_event'"),
            Backend::Postgres => sql("select distinct tgname::text from pg_trigger where tgrelid = 'audit_event'::regclass and not tgisinternal"),
        }
        .values(&tx)
        .await
        .unwrap();
        for trigger in triggers {
            let table = if tx.kind() == Backend::Postgres { " on audit_event" } else { "" };
            sql("drop trigger ").push(&trigger).push(table).run(&tx).await.unwrap();
        }
        sql(statement).bind(Uuid::from(self.org.org())).run(&tx).await.unwrap();
        tx.commit().await.unwrap();
    }

    async fn anchor(&self) -> String {
        let chain = Uuid::from(self.org.org());
        let anchors = audit::anchors(self.app.db()).await.unwrap();
        let anchor = anchors.into_iter().find(|anchor| anchor.chain == chain).unwrap();
        let hash: String = anchor.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        format!("{}:{hash}", anchor.seq)
    }
}

async fn write(db: &Db, org: &OrgDb, person: Option<PersonId>, times: usize) {
    let tx = org.begin().await.unwrap();
    for _ in 0..times {
        let actor = Actor { account: None, person };
        let unit = db.clock().id::<Uuid>();
        let act = Act { actor, action: "network.units.edit", subject: "unit", id: Some(unit), detail: "" };
        audit::write(&tx, Some(org.org()), act).await.unwrap();
    }
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn sec_11_acts_are_told_in_words_with_who_did_them() {
    let world = world().await;
    world.write(2).await;
    write(world.app.db(), &world.org, None, 1).await;
    world.page().await.holds("Unité modifiée").holds("Claire Dubois").holds("Le système").lacks("⟦");
    world
        .app
        .get(&world.dpo, "/privacy/audit?action=post")
        .await
        .is(200)
        .holds("Aucun maillon dans ce domaine");
}

#[tokio::test]
async fn sec_11_what_was_done_is_told_by_names_not_by_codes() {
    let world = world().await;
    let ines = a_person(&world.org, "Inès", "Marchal").await;
    let evry = a_unit(&world.org, "EVR", "Évry").await;
    let place = assigned(&world.org, ines, evry, Function::Adviser).await;
    let tx = world.org.begin().await.unwrap();
    let actor = Actor { account: None, person: Some(world.claire) };
    for (action, detail) in [
        ("network.grants.give", "coach region".to_owned()),
        ("network.assignments.add", Uuid::from(place).to_string()),
        ("network.people.leave", "2026-12-31".to_owned()),
    ] {
        let act = Act { actor, action, subject: "person", id: Some(ines.into()), detail: &detail };
        audit::write(&tx, Some(world.org.org()), act).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = world.page().await.holds("Inès Marchal").holds("Coach · Une région").holds("31 décembre 2026");
    page.holds(">Évry<").lacks(&Uuid::from(place).to_string()).lacks("coach region");
}

#[tokio::test]
async fn sec_11_a_chain_that_holds_is_said_to_hold() {
    let world = world().await;
    world.write(3).await;
    let anchor = world.anchor().await;
    world.page().await.holds(&anchor);
    world.verify("").await.is(200).holds("La chaîne tient").holds("Chaîne du journal vérifiée");
    world.verify(&anchor).await.is(200).holds("Elle passe bien par le repère");
    world.verify("12").await.is(422).holds("Ce repère ne se lit pas").lacks("La chaîne tient");
}

#[tokio::test]
async fn sec_11_a_changed_link_is_found_on_the_page() {
    let world = world().await;
    world.write(5).await;
    world.tamper("update audit_event set action = 'network.units.add' where chain = $1 and seq = 3").await;
    world.verify("").await.is(200).holds("La chaîne ne tient pas").holds("Le maillon 3 a été modifié");
}

#[tokio::test]
async fn sec_11_a_removed_link_is_found_on_the_page() {
    let world = world().await;
    world.write(5).await;
    world.tamper("delete from audit_event where chain = $1 and seq = 2").await;
    world.verify("").await.is(200).holds("Le maillon 2 manque");
}

#[tokio::test]
async fn sec_11_a_cut_end_and_a_rewritten_chain_are_found() {
    let world = world().await;
    world.write(5).await;
    let kept = world.anchor().await;
    world.tamper("delete from audit_event where chain = $1 and seq = (select max(seq) from audit_event where chain = $1)").await;
    world
        .verify(&kept)
        .await
        .is(200)
        .holds("La fin de la chaîne a été coupée")
        .holds("ne passe pas par le repère donné");
}

#[tokio::test]
async fn sec_02_looking_at_the_log_writes_nothing() {
    let world = world().await;
    world.write(1).await;
    let before = world.anchor().await;
    world.page().await;
    world.page().await;
    assert_eq!(world.anchor().await, before);
}

#[tokio::test]
async fn sec_11_an_organisation_sees_its_own_chain_alone() {
    let world = world().await;
    world.write(2).await;
    let other = an_organisation(world.app.db()).await;
    let paul = a_person(&other, "Paul", "Martin").await;
    granted(&other, paul, Role::Dpo, Scope::Network).await;
    let visitor = world.app.sign_in(other.org(), paul).await;
    world.app.get(&visitor, "/privacy/audit").await.is(200).lacks("Claire Dubois").lacks("Unité modifiée");
    world.tamper("update audit_event set action = 'x.y.z' where chain = $1 and seq = 1").await;
    world.app.post(&visitor, "/privacy/audit/verify", &[]).await.is(200).holds("La chaîne tient");
    world.page().await.holds("x.y.z");
}

#[tokio::test]
async fn the_log_is_read_page_by_page() {
    let world = world().await;
    world.write(70).await;
    let first = world.page().await;
    let newest = audit::page(&world.org, world.org.org(), None, 1).await.unwrap()[0].seq;
    let older = format!("before={}", newest - 29);
    assert!(first.body.contains(&older), "{older}");
    let second = world.app.get(&world.dpo, &format!("/privacy/audit?{older}")).await.is(200);
    let newer = format!("after={}", newest - 30);
    world
        .app
        .get(&world.dpo, &format!("/privacy/audit?{newer}"))
        .await
        .is(200)
        .lacks("href=\"/privacy/audit?after=");
    second.holds(&newer).holds("before=");
}

#[tokio::test]
async fn the_log_is_for_those_who_watch_over_it() {
    let world = world().await;
    for role in [Role::Admin, Role::Adviser, Role::Hr] {
        let person = a_person(&world.org, "Inès", "Marchal").await;
        granted(&world.org, person, role, Scope::Network).await;
        let visitor = world.app.sign_in(world.org.org(), person).await;
        world.app.get(&visitor, "/privacy/audit").await.is(404);
        world.app.post(&visitor, "/privacy/audit/verify", &[]).await.is(404);
    }
}

#[tokio::test]
async fn prv_09_the_log_does_not_tell_who_came_and_went_when() {
    let world = world().await;
    for action in ["accounts.sign_in", "accounts.sign_out", "accounts.session.end_others"] {
        let tx = world.org.begin().await.unwrap();
        let act = Act {
            actor: Actor { account: None, person: Some(world.claire) },
            action,
            subject: "session",
            id: Some(world.claire.0),
            detail: "",
        };
        audit::write(&tx, Some(world.org.org()), act).await.unwrap();
        tx.commit().await.unwrap();
    }
    let id = world.claire.0.simple().to_string().split_off(24);
    let page = world.page().await;
    let rows = page.body.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap();
    assert!(rows.contains("Quelqu’un") && !rows.contains("Dubois") && !rows.contains(&id), "{rows}");
    world.write(1).await;
    world.page().await.holds("Claire Dubois");
}
