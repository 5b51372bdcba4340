//! Sessions from beginning to end.

use relais_directory::{
    accounts::{Browser, Opened, Token, entering, places, sessions, viewer},
    grants::{self, Giver, GrantFacts},
};
use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, sql};
use relais_testkit::builders;

use crate::{FIREFOX, PASSWORD, World};

async fn find(world: &World, token: &Token) -> Option<sessions::Found> {
    sessions::find(world.db(), token.text(), world.now()).await.unwrap()
}

async fn keep(world: &World, found: &sessions::Found) -> Option<Token> {
    sessions::keep(world.db(), found, world.now()).await.unwrap()
}

#[tokio::test]
async fn sec_08_each_sign_in_gives_a_new_token_and_ends_the_former() {
    let world = World::new().await;
    let first = world.open().await;
    let tx = world.db().begin().await.unwrap();
    let browser = Browser { agent: FIREFOX, former: Some(first.token.text()), ..Browser::default() };
    let second =
        sessions::open(&tx, world.account, world.org_id, &browser, world.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_ne!(first.token, second.token);
    assert!(!world.is_in(&first).await && world.is_in(&second).await);
    let kept: Vec<Vec<u8>> = sql("select token_hash from session").values(world.db()).await.unwrap();
    assert!(kept.iter().all(|hash| hash.len() == 32 && hash != second.token.text().as_bytes()));
    for nobody in ["", "x", second.token.text().to_lowercase().as_str(), &"A".repeat(43)] {
        assert!(sessions::find(world.db(), nobody, world.now()).await.unwrap().is_none());
    }
}

#[tokio::test]
async fn sec_08_the_token_changes_when_rights_do() {
    let world = World::new().await;
    let opened = world.open().await;
    assert!(keep(&world, &find(&world, &opened.token).await.unwrap()).await.is_none());

    let tx = world.org.begin().await.unwrap();
    let today = builders::today();
    let facts = GrantFacts {
        person_id: world.person,
        role: Role::Hr,
        scope: Scope::Network,
        from_day: today,
        to_day: None,
    };
    grants::grant(&tx, &Giver::MACHINE, &facts, today).await.unwrap().unwrap();
    tx.commit().await.unwrap();

    let (one, two) = (find(&world, &opened.token).await.unwrap(), find(&world, &opened.token).await.unwrap());
    let (first, second) = (keep(&world, &one).await, keep(&world, &two).await);
    let fresh = first.unwrap();
    assert!(second.is_none(), "two requests at the same time: one of them changes the token");
    assert_eq!(find(&world, &fresh).await.unwrap().id, opened.id);
    world.wait(29);
    let under_way = find(&world, &opened.token).await.unwrap();
    assert!(keep(&world, &under_way).await.is_none());
    world.wait(1);
    assert!(find(&world, &opened.token).await.is_none());
    assert!(find(&world, &fresh).await.is_some());
}

#[tokio::test]
async fn sec_08_another_password_ends_the_other_sessions_and_changes_this_token() {
    let world = World::new().await;
    let (here, elsewhere) = (world.open().await, world.open().await);
    let choose = async |present: &str, password: &str| {
        let who = (world.account, here.id);
        entering::by_present(world.db(), &world.hashing, who, present, password, world.now()).await.unwrap()
    };
    let entering::Chosen::Wrong(fault) = choose("faux", "une autre phrase").await else { panic!() };
    assert_eq!((fault.field.as_ref(), fault.key.as_ref()), ("present", "password-present-wrong"));
    let entering::Chosen::Wrong(fault) = choose(PASSWORD, "court").await else { panic!() };
    assert_eq!((fault.field.as_ref(), fault.key.as_ref()), ("password", "password-too-short"));
    assert!(world.is_in(&elsewhere).await);
    assert!(matches!(choose(PASSWORD, "une autre phrase").await, entering::Chosen::Done(())));
    assert!(!world.is_in(&elsewhere).await);
    assert!(keep(&world, &find(&world, &here.token).await.unwrap()).await.is_some());
    assert!(world.attempt("ines@clairlien.example", PASSWORD, "").await.is_err());
    assert!(world.attempt("ines@clairlien.example", "une autre phrase", "").await.is_ok());
}

#[tokio::test]
async fn sec_03_a_shared_browser_is_signed_out_sooner() {
    let world = World::new().await;
    let own = world.open().await;
    let tx = world.db().begin().await.unwrap();
    let browser = Browser { shared: true, ..Browser::default() };
    let shared =
        sessions::open(&tx, world.account, world.org_id, &browser, world.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    world.wait(11 * 3600);
    keep(&world, &find(&world, &shared.token).await.unwrap()).await;
    world.wait(11 * 3600);
    assert!(world.is_in(&shared).await, "used within its hours, it goes on");
    world.wait(3600);
    assert!(!world.is_in(&shared).await);
    world.wait(29 * 86_400 - 3600);
    assert!(world.is_in(&own).await);
    world.wait(86_400);
    assert!(!world.is_in(&own).await);
}

#[tokio::test]
async fn prv_07_a_use_is_noted_to_the_hour_only() {
    let world = World::new().await;
    let opened = world.open().await;
    let seen = async || sessions::list(world.db(), world.account, world.now()).await.unwrap()[0].seen_at;
    let begun = seen().await;
    // The clock stands at twenty past.
    world.wait(39 * 60 + 59);
    keep(&world, &find(&world, &opened.token).await.unwrap()).await;
    assert_eq!(seen().await, begun);
    world.wait(5 * 60);
    keep(&world, &find(&world, &opened.token).await.unwrap()).await;
    assert_eq!(seen().await, begun.plus(std::time::Duration::from_secs(40 * 60)), "four minutes before");
    world.wait(50 * 60);
    let noted = seen().await;
    keep(&world, &find(&world, &opened.token).await.unwrap()).await;
    assert_eq!(seen().await, noted);
}

#[tokio::test]
async fn one_ends_ones_own_sessions_only() {
    let world = World::new().await;
    let (first, second, third) = (world.open().await, world.open().await, world.open().await);
    let marc = builders::a_person(&world.org, "Marc", "Roy").await;
    let other = crate::an_account(&world.org, marc, "marc@clairlien.example").await;
    let tx = world.db().begin().await.unwrap();
    assert!(!sessions::end(&tx, other, first.id, world.now()).await.unwrap());
    assert!(sessions::end(&tx, world.account, first.id, world.now()).await.unwrap());
    assert!(!sessions::end(&tx, world.account, first.id, world.now()).await.unwrap());
    tx.commit().await.unwrap();
    let ids = async || -> Vec<_> {
        sessions::list(world.db(), world.account, world.now())
            .await
            .unwrap()
            .into_iter()
            .map(|line| line.id)
            .collect()
    };
    assert_eq!(ids().await.len(), 2);
    let tx = world.db().begin().await.unwrap();
    assert_eq!(sessions::end_others(&tx, world.account, third.id, world.now()).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert_eq!(ids().await, [third.id]);
    assert!(!world.is_in(&second).await);
    assert!(sessions::list(world.db(), other, world.now()).await.unwrap().is_empty());
}

#[tokio::test]
async fn sec_08_going_on_in_another_organisation_is_another_session() {
    let world = World::new().await;
    let other = builders::an_organisation(world.db()).await;
    let there = builders::a_person(&other, "Agnès", "Marchal").await;
    let opened = world.open().await;
    let ours = find(&world, &opened.token).await.unwrap();
    let tx = world.db().begin().await.unwrap();
    assert!(sessions::switch(&tx, &ours, other.org(), world.now()).await.unwrap().is_none());
    tx.commit().await.unwrap();
    assert!(world.is_in(&opened).await);

    let tx = other.begin().await.unwrap();
    places::connect(&tx, world.account, there).await.unwrap();
    tx.commit().await.unwrap();
    let tx = world.db().begin().await.unwrap();
    let moved: Opened = sessions::switch(&tx, &ours, other.org(), world.now()).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(!world.is_in(&opened).await);
    assert_ne!(moved.token, opened.token);
    let found = find(&world, &moved.token).await.unwrap();
    assert_eq!((found.org, found.person, found.given_name.as_str()), (other.org(), there, "Agnès"));
    let tx = world.db().begin().await.unwrap();
    assert!(sessions::switch(&tx, &ours, world.org_id, world.now()).await.unwrap().is_none());
}

#[tokio::test]
async fn net_08_a_viewer_holds_what_is_granted_today() {
    let world = World::new().await;
    builders::granted(&world.org, world.person, Role::Hr, Scope::Network).await;
    let opened = world.open().await;
    let found = find(&world, &opened.token).await.unwrap();
    let viewer = viewer::of(world.db(), &found, world.now()).await.unwrap();
    assert!(viewer.holds(Role::Hr) && viewer.grants.len() == 1);
    assert_eq!((viewer.org, viewer.person, viewer.session), (world.org_id, world.person, opened.id));
}

#[tokio::test]
async fn sec_07_a_browser_left_open_is_no_place_to_guess() {
    let world = World::new().await;
    let here = world.open().await;
    let choose = async |present: &str| {
        let who = (world.account, here.id);
        entering::by_present(world.db(), &world.hashing, who, present, "une autre phrase", world.now())
            .await
            .unwrap()
    };
    for _ in 0..5 {
        let entering::Chosen::Wrong(fault) = choose("faux").await else { panic!() };
        assert_eq!(fault.key, "password-present-wrong");
    }
    let entering::Chosen::Wrong(fault) = choose(PASSWORD).await else { panic!() };
    assert_eq!((fault.field.as_ref(), fault.key.as_ref()), ("present", "sign-in-wait"));
    assert_eq!(fault.args, [("seconds".into(), "2".to_owned())]);
    world.sign_in().await;
    world.wait(2);
    assert!(matches!(choose(PASSWORD).await, entering::Chosen::Done(())));
}
