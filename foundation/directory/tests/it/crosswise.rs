//! An import and somebody who edits one of its people never wait for each other for ever.

use std::time::Duration;

use relais_directory::{
    assignments::{self, Function},
    hold,
};
use relais_store::SCHEMA;
use relais_testkit::{
    TestDb,
    builders::{a_person, a_unit, an_organisation, assignment},
};

#[tokio::test]
async fn net_01_whoever_edits_somebody_and_an_import_of_many_take_turns() {
    let t = TestDb::new(&[SCHEMA, relais_directory::SCHEMA]).await;
    let org = an_organisation(t.db()).await;
    let unit = a_unit(&org, "EVR", "Évry").await;
    let person = a_person(&org, "Inès", "Marchal").await;
    let facts = assignment(&org, person, unit, Function::Adviser).await;
    let edit = async {
        let tx = org.begin().await.unwrap();
        hold(&tx, "person", &[person.0]).await.unwrap();
        tokio::time::sleep(Duration::from_millis(200)).await;
        // Its rules take their turn at the gate, while the person's row is held.
        assignments::assign(&tx, &facts, None).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    };
    let import = async {
        tokio::time::sleep(Duration::from_millis(60)).await;
        let tx = org.begin_bulk().await.unwrap();
        hold(&tx, "person", &[person.0]).await.unwrap();
        tx.commit().await.unwrap();
    };
    tokio::join!(edit, import);
}
