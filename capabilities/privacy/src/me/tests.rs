//! PRV-05 through the real router.

use relais_directory::assignments::Function;
use relais_store::{
    InOrg as _,
    audit::{Act, Actor, write},
};
use relais_testkit::{
    TestApp,
    builders::{a_person, a_unit, an_organisation, assigned},
};

use crate::{
    manifest,
    tests::{rooms, schemas},
};

#[tokio::test]
async fn prv_05_everybody_reads_what_is_kept_about_them_and_nobody_elses() {
    let app = TestApp::new(vec![manifest(rooms(), schemas())]).await;
    let org = an_organisation(app.db()).await;
    let unit = a_unit(&org, "EVR", "Évry").await;
    let (ines, karim) = (a_person(&org, "Inès", "Marchal").await, a_person(&org, "Karim", "Benseddik").await);
    assigned(&org, ines, unit, Function::Adviser).await;
    assigned(&org, karim, unit, Function::Adviser).await;
    let visitor = app.sign_in(org.org(), ines).await;
    app.get(&visitor, "/privacy/me")
        .await
        .is(200)
        .holds("Où chacun travaille")
        .holds("Rien n’a été fait à votre sujet")
        .lacks("⟦");

    let file = app.get(&visitor, "/privacy/me/file").await.is(200);
    let told: serde_json::Value = serde_json::from_str(&file.body).unwrap();
    let person = &told["tables"]["person"];
    assert_eq!((person.as_array().unwrap().len(), &person[0]["given_name"]), (1, &"Inès".into()));
    assert_eq!(told["tables"]["assignment"][0]["person_id"], ines.to_string());
    assert!(told["tables"]["session"][0]["created_at"].as_str().unwrap().starts_with("2026-11-21T"));
    for secret in ["Karim", &karim.to_string(), "hash", "folded"] {
        assert!(!file.body.contains(secret), "{secret}: {}", file.body);
    }
    app.get(&Default::default(), "/privacy/me/file").await.is(303);
}

#[tokio::test]
async fn prv_05_what_was_done_about_somebody_is_told_with_who_did_it() {
    let app = TestApp::new(vec![manifest(rooms(), schemas())]).await;
    let org = an_organisation(app.db()).await;
    let (ines, hr) = (a_person(&org, "Inès", "Marchal").await, a_person(&org, "Claire", "Dubois").await);
    let visitor = app.sign_in(org.org(), ines).await;
    let tx = org.begin().await.unwrap();
    for (by, about) in [(hr, ines), (ines, ines), (ines, hr)] {
        let act = Act {
            actor: Actor { account: None, person: Some(by) },
            action: "network.people.edit",
            subject: "person",
            id: Some(about.0),
            detail: "",
        };
        write(&tx, Some(org.org()), act).await.unwrap();
    }
    tx.commit().await.unwrap();
    let page = app.get(&visitor, "/privacy/me").await.is(200).holds("Claire Dubois").holds("· vous");
    assert_eq!(page.body.matches("Claire Dubois").count(), 1);
}
