//! Consents: given, taken back, given again.

use relais_contact::{How, Purpose, consent, erase, has, withdraw};
use relais_testkit::builders::today;

use crate::world::World;

#[tokio::test]
async fn prv_06_a_consent_holds_until_it_is_taken_back_and_for_its_purpose_alone() {
    let w = World::new().await;
    let id = w.ines().await;
    let agreed = async |purpose| has(&w.org, id, purpose).await.unwrap();
    assert!(!agreed(Purpose::CallBack).await);
    let give = async || {
        let tx = w.org.begin().await.unwrap();
        consent(&tx, id, Purpose::CallBack, How::Said).await.unwrap();
        // Said twice, it is one consent.
        consent(&tx, id, Purpose::CallBack, How::Page).await.unwrap();
        tx.commit().await.unwrap();
    };
    give().await;
    assert!(agreed(Purpose::CallBack).await && !agreed(Purpose::Survey).await);
    let tx = w.org.begin().await.unwrap();
    assert!(withdraw(&tx, id, Purpose::CallBack).await.unwrap());
    assert!(!withdraw(&tx, id, Purpose::CallBack).await.unwrap());
    tx.commit().await.unwrap();
    assert!(!agreed(Purpose::CallBack).await);
    give().await;
    assert!(agreed(Purpose::CallBack).await);
    let tx = w.org.begin().await.unwrap();
    erase(&tx, id, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!agreed(Purpose::CallBack).await);
}
