//! Signing in, and being slowed down.

use relais_directory::accounts::{self, Attempt, Browser, Refused, sessions, sign_in};
use relais_store::sql;
use relais_testkit::builders;

use crate::{PASSWORD, World, an_account, noted};

#[tokio::test]
async fn sec_07_the_right_password_opens_a_session() {
    let world = World::new().await;
    let signed = world.attempt(" INES@Clairlien.example ", PASSWORD, "").await.unwrap();
    assert_eq!((signed.account, signed.opened.person, signed.several), (world.account, world.person, false));
    let found = sessions::find(world.db(), signed.opened.token.text(), world.now()).await.unwrap().unwrap();
    assert_eq!((found.given_name.as_str(), found.device.as_str()), ("Inès", "Firefox, Linux"));
    assert_eq!((found.org, found.zone.iana_name()), (world.org_id, Some("Europe/Paris")));
    assert!(noted(world.db(), Some(world.org_id)).await.contains(&"accounts.sign_in".to_owned()));
}

#[tokio::test]
async fn sec_07_nobody_learns_whether_an_account_exists() {
    let world = World::new().await;
    let tx = world.db().begin().await.unwrap();
    let email = accounts::Email::read("invited@clairlien.example").unwrap();
    accounts::add(&tx, &email, relais_kernel::Locale::Fr, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    let fault = Refused::Unknown.fault();
    for (email, password) in [
        ("ines@clairlien.example", "un autre mot de passe"),
        ("nobody@clairlien.example", PASSWORD),
        ("invited@clairlien.example", PASSWORD),
        ("", ""),
    ] {
        let refused = world.attempt(email, password, "").await.unwrap_err();
        assert_eq!(refused.fault(), fault, "{email}");
    }
}

#[tokio::test]
async fn sec_07_guessing_is_slowed_and_the_answer_says_for_how_long() {
    let world = World::new().await;
    for email in ["ines@clairlien.example", "nobody@clairlien.example"] {
        for _ in 0..5 {
            assert_eq!(world.attempt(email, "faux", "").await.unwrap_err(), Refused::Unknown);
        }
        assert_eq!(world.attempt(email, "faux", "").await.unwrap_err(), Refused::Wait(2));
        world.wait(1);
        assert_eq!(world.attempt(email, PASSWORD, "").await.unwrap_err(), Refused::Wait(1));
        world.wait(1);
        assert_eq!(world.attempt(email, "faux", "").await.unwrap_err(), Refused::Unknown);
        assert_eq!(world.attempt(email, "faux", "").await.unwrap_err(), Refused::Wait(4));
    }
    let slowed = async |org| {
        noted(world.db(), org).await.iter().filter(|action| *action == "accounts.sign_in.slowed").count()
    };
    assert_eq!(slowed(Some(world.org_id)).await, 1, "where the account has its place");
    assert_eq!(slowed(None).await, 0, "what strangers type leaves no trace that stays");
    world.wait(4);
    world.sign_in().await;
    for _ in 0..5 {
        assert_eq!(world.attempt("ines@clairlien.example", "faux", "").await.unwrap_err(), Refused::Unknown);
    }
}

#[tokio::test]
async fn sec_07_failures_are_forgotten_after_a_day() {
    let world = World::new().await;
    for _ in 0..12 {
        let _ = world.attempt("ines@clairlien.example", "faux", "").await;
        world.wait(60);
    }
    assert_eq!(world.attempt("ines@clairlien.example", "faux", "").await.unwrap_err(), Refused::Unknown);
    assert_eq!(world.attempt("ines@clairlien.example", "faux", "").await.unwrap_err(), Refused::Wait(60));
    world.wait(86_400);
    for _ in 0..5 {
        assert_eq!(world.attempt("ines@clairlien.example", "faux", "").await.unwrap_err(), Refused::Unknown);
    }
}

#[tokio::test]
async fn sec_07_a_stranger_locks_out_neither_the_owner_nor_the_shop() {
    let world = World::new().await;
    let known = world.sign_in().await.device;
    let marc = builders::a_person(&world.org, "Marc", "Roy").await;
    an_account(&world.org, marc, "marc@clairlien.example").await;
    for _ in 0..5 {
        let _ = world.attempt("ines@clairlien.example", "faux", "").await;
    }
    assert_eq!(world.attempt("ines@clairlien.example", PASSWORD, "").await.unwrap_err(), Refused::Wait(2));
    let invented = accounts::Token::new(world.db().clock());
    assert_eq!(
        world.attempt("ines@clairlien.example", PASSWORD, invented.text()).await.unwrap_err(),
        Refused::Wait(2)
    );
    let again = world.attempt("ines@clairlien.example", PASSWORD, known.text()).await.unwrap();
    assert_eq!(again.device, known);
    assert_eq!(
        world.attempt("marc@clairlien.example", "faux", known.text()).await.unwrap_err(),
        Refused::Unknown
    );
    for _ in 0..5 {
        assert_eq!(
            world.attempt("ines@clairlien.example", "faux", known.text()).await.unwrap_err(),
            Refused::Unknown
        );
    }
    assert_eq!(
        world.attempt("ines@clairlien.example", PASSWORD, known.text()).await.unwrap_err(),
        Refused::Wait(2)
    );
}

#[tokio::test]
async fn sec_07_attempts_made_at_the_same_time_all_count() {
    let world = World::new().await;
    let attempt = || world.attempt("ines@clairlien.example", "faux", "");
    let (a, b, c, d, e, f, g, h) =
        tokio::join!(attempt(), attempt(), attempt(), attempt(), attempt(), attempt(), attempt(), attempt());
    let refused = [a, b, c, d, e, f, g, h].map(Result::unwrap_err);
    assert_eq!(refused.iter().filter(|refused| **refused == Refused::Unknown).count(), 5, "{refused:?}");
    let failures: Option<i64> = sql("select failures from sign_in_slowdown").value(world.db()).await.unwrap();
    assert_eq!(failures, Some(5));
}

#[tokio::test]
async fn sec_07_the_last_organisation_is_gone_on_in() {
    let world = World::new().await;
    let other = builders::an_organisation(world.db()).await;
    let there = builders::a_person(&other, "Inès", "Marchal").await;
    let other_id = relais_store::InOrg::org(&other);
    let tx = other.begin().await.unwrap();
    accounts::places::connect(&tx, world.account, there).await.unwrap();
    tx.commit().await.unwrap();
    let at = |org| Attempt {
        email: "ines@clairlien.example",
        password: PASSWORD,
        org,
        browser: Browser::default(),
    };
    for (asked, found) in [
        (Some(other_id), other_id),
        (None, other_id),
        (Some(world.org_id), world.org_id),
        (None, world.org_id),
    ] {
        world.wait(1);
        let signed = sign_in(world.db(), &world.hashing, at(asked), world.now()).await.unwrap().unwrap();
        assert_eq!((signed.opened.org, signed.several), (found, true));
    }
}

#[tokio::test]
async fn sec_07_a_closed_account_or_a_person_who_left_opens_nothing() {
    let world = World::new().await;
    let opened = world.sign_in().await.opened;
    let tx = world.db().begin().await.unwrap();
    assert!(accounts::disable(&tx, world.account, world.now()).await.unwrap());
    assert!(!accounts::disable(&tx, world.account, world.now()).await.unwrap());
    tx.commit().await.unwrap();
    assert!(!world.is_in(&opened).await);
    assert_eq!(world.attempt("ines@clairlien.example", PASSWORD, "").await.unwrap_err(), Refused::NoPlace);
    let tx = world.db().begin().await.unwrap();
    assert!(accounts::enable(&tx, world.account).await.unwrap());
    tx.commit().await.unwrap();
    assert!(!world.is_in(&opened).await);
    let opened = world.sign_in().await.opened;
    let tx = world.org.begin().await.unwrap();
    sql("update person set left_day = 20261121 where org_id = $1 and id = $2")
        .bind(world.org_id)
        .bind(world.person)
        .run_one("person", &tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert!(world.is_in(&opened).await);
    world.wait(10 * 3600);
    assert!(!world.is_in(&opened).await);
    assert_eq!(world.attempt("ines@clairlien.example", PASSWORD, "").await.unwrap_err(), Refused::NoPlace);
}

#[tokio::test]
async fn sec_08_no_session_begins_with_a_password_that_was_just_changed() {
    let world = World::new().await;
    let mut present = PASSWORD.to_owned();
    for round in 0..12 {
        let next = format!("la phrase numéro {round}");
        let (signed, ()) = tokio::join!(world.attempt("ines@clairlien.example", &present, ""), async {
            // Each round lets the attempt come a little further first.
            for _ in 0..round * 3 {
                tokio::task::yield_now().await;
            }
            world.choose(&next).await;
        });
        if let Ok(signed) = signed {
            assert!(!world.is_in(&signed.opened).await, "round {round}");
        }
        present = next;
        world.wait(86_400);
    }
}

#[tokio::test]
async fn sec_07_a_crowd_of_attempts_is_told_to_wait_and_counts_for_nothing() {
    let world = World::new().await;
    let crowd: Vec<_> = std::iter::from_fn(|| world.hashing.queue()).collect();
    assert!(crowd.len() > 10);
    assert_eq!(world.attempt("ines@clairlien.example", PASSWORD, "").await.unwrap_err(), Refused::Wait(5));
    let counted: Option<i64> = sql("select count(*) from sign_in_slowdown").value(world.db()).await.unwrap();
    assert_eq!(counted, Some(0));
    drop(crowd);
    world.sign_in().await;
}
