//! Whoever keeps as much as one person is asked to keep is called to no more.

use relais_baton::{Holder, MOST_HELD, here, unit_leads};
use relais_directory::settings;
use relais_testkit::builders::today;

use super::shop::Shop;

#[tokio::test]
async fn cse_04_what_is_routed_goes_round_whoever_keeps_enough_as_long_as_others_have_room() {
    let w = Shop::new().await;
    let tx = w.tx().await;
    settings::set(&tx, &MOST_HELD, MOST_HELD.default, 3).await.unwrap().unwrap();
    let leads = unit_leads(&tx, w.unit).await.unwrap();
    // Nadège alone said that she is there; what goes round her reaches Omar all the same.
    here(&tx, w.nadege, today()).await.unwrap();
    tx.commit().await.unwrap();
    let keeps_three = async |person| {
        for _ in 0..3 {
            w.stone_for(Holder::Person(person), person).await;
        }
    };
    let offered = async || -> Vec<_> {
        w.pass(0).await;
        let rows = w.notices().await.into_iter().filter(|row| row.title == "notice-offered");
        rows.map(|row| row.person_id).collect()
    };
    keeps_three(w.nadege).await;
    w.stone_for(Holder::Team(leads), w.ines).await;
    assert_eq!(offered().await, [w.omar], "Nadège keeps three already");

    // A colleague who hands something over chose whom they ask.
    let mine = w.stone().await;
    let tx = w.tx().await;
    let by = w.who(w.ines).await;
    relais_baton::offer(&tx, &by, mine, Holder::Team(leads), "Vous la connaissez").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(offered().await, [w.nadege, w.omar]);

    // Where nobody has room, whoever is there is called: somebody waits.
    keeps_three(w.omar).await;
    w.stone_for(Holder::Team(leads), w.ines).await;
    assert_eq!(offered().await, [w.nadege, w.nadege, w.omar]);
}

#[tokio::test]
async fn cse_04_whoever_keeps_enough_reads_it_and_nobody_else_does() {
    let w = Shop::new().await;
    for _ in 0..12 {
        w.stone_for(Holder::Person(w.nadege), w.nadege).await;
    }
    let nadege = w.app.sign_in(relais_store::InOrg::org(&w.org), w.nadege).await;
    w.app.get(&nadege, "/").await.is(200).holds("Vous portez déjà autant de promesses");
    let omar = w.app.sign_in(relais_store::InOrg::org(&w.org), w.omar).await;
    w.app.get(&omar, "/").await.is(200).lacks("Vous portez déjà");
}
