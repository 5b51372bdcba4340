//! Whoever keeps as much as one person is asked to keep is called to no more.

use relais_baton::{Holder, MOST_HELD, unit_leads};
use relais_directory::settings;

use super::shop::Shop;

#[tokio::test]
async fn cse_04_calls_go_round_whoever_keeps_enough_but_for_the_last() {
    let w = Shop::new().await;
    let tx = w.tx().await;
    settings::set(&tx, &MOST_HELD, MOST_HELD.default, 3).await.unwrap().unwrap();
    let leads = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    for _ in 0..3 {
        w.stone_for(Holder::Person(w.nadege), w.nadege).await;
    }
    w.stone_for(Holder::Team(leads), w.ines).await;
    w.pass(0).await;
    let offered = |rows: Vec<super::Row>| -> Vec<_> {
        rows.into_iter()
            .filter(|row| row.title == "notice-offered")
            .map(|row| (row.person_id, row.urgent))
            .collect()
    };
    assert_eq!(offered(w.notices().await), [(w.omar, false)], "Nadège keeps three already");

    // Omar keeps three as well: now the last step alone calls them, for there is nobody wider.
    for _ in 0..3 {
        w.stone_for(Holder::Person(w.omar), w.omar).await;
    }
    w.stone_for(Holder::Team(leads), w.ines).await;
    w.pass(0).await;
    assert_eq!(offered(w.notices().await).len(), 1);
}

#[tokio::test]
async fn cse_04_whoever_keeps_enough_reads_it_and_nobody_else_does() {
    let w = Shop::new().await;
    for _ in 0..12 {
        w.stone_for(Holder::Person(w.nadege), w.nadege).await;
    }
    let nadege = w.app.sign_in(relais_store::InOrg::org(&w.org), w.nadege).await;
    w.app.get(&nadege, "/").await.is(200).holds("Vous portez 12 promesses");
    let omar = w.app.sign_in(relais_store::InOrg::org(&w.org), w.omar).await;
    w.app.get(&omar, "/").await.is(200).lacks("12 promesses");
}
