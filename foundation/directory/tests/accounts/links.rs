//! Entry links.

use relais_directory::accounts::{
    Token, entering,
    entering::Chosen,
    links::{self, Purpose},
};
use relais_store::sql;

use crate::{PASSWORD, World};

async fn reset(world: &World) -> Token {
    let tx = world.db().begin().await.unwrap();
    let token = links::reset(&tx, world.account, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    token
}

async fn is_good(world: &World, token: &Token) -> bool {
    links::look(world.db(), token.text(), world.now()).await.unwrap().is_some()
}

async fn choose(world: &World, token: &Token, password: &str) -> Chosen<links::Link> {
    entering::by_link(world.db(), &world.hashing, token.text(), password, world.now()).await.unwrap()
}

#[tokio::test]
async fn sec_02_looking_at_a_link_changes_nothing() {
    let world = World::new().await;
    let token = reset(&world).await;
    let rows = async || -> Vec<Option<i64>> {
        sql("select used_at from entry_link order by created_at, expires_at, token_hash")
            .values(world.db())
            .await
            .unwrap()
    };
    let before = rows().await;
    for _ in 0..3 {
        let link = links::look(world.db(), token.text(), world.now()).await.unwrap().unwrap();
        assert_eq!(
            (link.purpose, link.email.as_str(), link.has_password),
            (Purpose::Reset, "ines@clairlien.example", true)
        );
    }
    assert_eq!(rows().await, before);
    assert!(matches!(choose(&world, &token, "une autre phrase").await, Chosen::Done(_)));
}

#[tokio::test]
async fn sec_02_a_link_is_spent_once_even_by_two_at_the_same_time() {
    let world = World::new().await;
    let token = reset(&world).await;
    let (a, b) =
        tokio::join!(choose(&world, &token, "une autre phrase"), choose(&world, &token, "encore une phrase"));
    let done = [a, b].iter().filter(|chosen| matches!(chosen, Chosen::Done(_))).count();
    assert_eq!(done, 1);
    assert!(matches!(choose(&world, &token, "la troisième phrase").await, Chosen::NoLink));
}

#[tokio::test]
async fn sec_08_a_password_by_link_ends_sessions_and_spends_the_other_links() {
    let world = World::new().await;
    let opened = world.open().await;
    let (first, second) = (reset(&world).await, reset(&world).await);
    let tx = world.org.begin().await.unwrap();
    let invitation = links::invite(&tx, world.account, world.person, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    let Chosen::Wrong(fault) = choose(&world, &first, "ines@clairlien.example").await else { panic!() };
    assert_eq!(fault.key, "password-is-email");
    assert!(world.is_in(&opened).await && is_good(&world, &first).await, "a wrong choice spends nothing");
    assert!(matches!(choose(&world, &first, "une autre phrase").await, Chosen::Done(_)));
    assert!(!world.is_in(&opened).await);
    assert!(!is_good(&world, &second).await);
    assert!(is_good(&world, &invitation).await, "it can still be accepted");
    assert!(matches!(choose(&world, &invitation, "une phrase de trop").await, Chosen::NoLink));
    assert!(world.attempt("ines@clairlien.example", PASSWORD, "").await.is_err());
    assert!(world.attempt("ines@clairlien.example", "une autre phrase", "").await.is_ok());
}

#[tokio::test]
async fn links_run_out() {
    let world = World::new().await;
    let token = reset(&world).await;
    let tx = world.org.begin().await.unwrap();
    let invitation = links::invite(&tx, world.account, world.person, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    world.wait(3599);
    assert!(is_good(&world, &token).await);
    world.wait(1);
    assert!(!is_good(&world, &token).await);
    world.wait(14 * 86_400 - 3601);
    assert!(is_good(&world, &invitation).await);
    world.wait(1);
    assert!(!is_good(&world, &invitation).await);
}

#[tokio::test]
async fn sec_12_a_demo_link_is_none_of_ours_and_stays_good() {
    let world = World::new().await;
    let tx = world.db().begin().await.unwrap();
    let token = links::demo(&tx, world.account, world.org_id, world.now()).await.unwrap();
    assert!(links::spend(&tx, token.text(), world.now()).await.unwrap().is_none());
    tx.commit().await.unwrap();
    assert!(!is_good(&world, &token).await);
    assert!(matches!(choose(&world, &token, "une autre phrase").await, Chosen::NoLink));
    for _ in 0..2 {
        let link = links::look_demo(world.db(), token.text(), world.now()).await.unwrap().unwrap();
        assert_eq!((link.account_id, link.org_id), (world.account, Some(world.org_id)));
    }
    let ours = reset(&world).await;
    assert!(links::look_demo(world.db(), ours.text(), world.now()).await.unwrap().is_none());
}

#[tokio::test]
async fn sec_07_a_mailbox_is_not_filled_by_asking_again() {
    let world = World::new().await;
    world.wait(3600);
    let ask = async |email: &str| {
        let tx = world.db().begin().await.unwrap();
        let given = entering::forgotten(&tx, email, world.now()).await.unwrap();
        tx.commit().await.unwrap();
        given.map(|(account, _)| account.email)
    };
    assert_eq!(ask("Ines@clairlien.example").await.as_deref(), Some("ines@clairlien.example"));
    assert_eq!(ask("ines@clairlien.example").await, None);
    assert_eq!(ask("nobody@clairlien.example").await, None);
    world.wait(301);
    assert!(ask("ines@clairlien.example").await.is_some());
}
