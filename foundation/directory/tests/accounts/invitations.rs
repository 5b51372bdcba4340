//! Invitations, and the emergency account.

use relais_directory::{
    accounts::{
        self, Acting, Email, Invitation, emergency, entering, links, places, sessions, signing_in, viewer,
    },
    organisations,
};
use relais_kernel::{Locale, PersonId, Role, Scope};
use relais_store::{InOrg as _, OrgDb};
use relais_testkit::builders;
use relais_words::Fault;

use crate::{World, an_account};

async fn invite(org: &OrgDb, person: PersonId, email: &str) -> Result<Invitation, Fault> {
    let tx = org.begin().await.unwrap();
    let (email, now) = (Email::read(email).unwrap(), tx.clock().now());
    let invited = accounts::invite(&tx, person, &email, Locale::Fr, &Acting::machine(builders::today(), now))
        .await
        .unwrap();
    if invited.is_ok() {
        tx.commit().await.unwrap();
    }
    invited
}

#[tokio::test]
async fn an_invitation_makes_the_account_and_lets_in_once() {
    let world = World::new().await;
    let marc = builders::a_person(&world.org, "Marc", "Roy").await;
    let first = invite(&world.org, marc, "marc@clairlien.example").await.unwrap();
    assert!(!first.has_password);
    let again = invite(&world.org, marc, "MARC@clairlien.example").await.unwrap();
    assert_eq!(again.account, first.account);
    let now = world.now();
    assert!(
        links::look(world.db(), first.token.text(), now).await.unwrap().is_none(),
        "the newest one counts"
    );
    let link = links::look(world.db(), again.token.text(), now).await.unwrap().unwrap();
    assert_eq!((link.org_id, link.has_password), (Some(world.org_id), false));
    let chosen =
        entering::by_link(world.db(), &world.hashing, again.token.text(), "bonjour tout le monde", now)
            .await
            .unwrap();
    let entering::Chosen::Done(link) = chosen else { panic!("{chosen:?}") };
    let tx = world.db().begin().await.unwrap();
    let signed = signing_in::begin(&tx, link.account_id, link.org_id, &accounts::Browser::default(), now)
        .await
        .unwrap()
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(signed.opened.person, marc);
    assert!(
        world.attempt("marc@clairlien.example", "bonjour tout le monde", signed.device.text()).await.is_ok()
    );
}

#[tokio::test]
async fn an_account_goes_on_in_another_organisation() {
    let world = World::new().await;
    let other = builders::an_organisation(world.db()).await;
    let there = builders::a_person(&other, "Inès", "Marchal").await;
    let invited = invite(&other, there, "ines@clairlien.example").await.unwrap();
    assert_eq!((invited.account, invited.has_password), (world.account, true));
    assert_eq!(
        places::of(world.db(), world.account, world.now()).await.unwrap().len(),
        1,
        "not accepted yet"
    );
    let accepted = entering::accept(world.db(), invited.token.text(), world.now()).await.unwrap();
    assert_eq!(accepted.map(|link| link.account_id), Some(world.account));
    assert!(entering::accept(world.db(), invited.token.text(), world.now()).await.unwrap().is_none());
    let places = places::of(world.db(), world.account, world.now()).await.unwrap();
    assert_eq!(places.len(), 2);
    assert!(places.iter().any(|place| place.org == other.org() && place.person == there));
}

#[tokio::test]
async fn an_address_is_one_persons_and_a_person_has_one_address() {
    let world = World::new().await;
    let marc = builders::a_person(&world.org, "Marc", "Roy").await;
    let key = |invited: Result<Invitation, Fault>| invited.unwrap_err().key.into_owned();
    assert_eq!(key(invite(&world.org, marc, "ines@clairlien.example").await), "account-email-taken");
    assert_eq!(
        key(invite(&world.org, world.person, "other@clairlien.example").await),
        "account-person-has-another"
    );
    invite(&world.org, marc, "marc@clairlien.example").await.unwrap();
    let paul = builders::a_person(&world.org, "Paul", "Roche").await;
    assert_eq!(key(invite(&world.org, paul, "marc@clairlien.example").await), "account-email-taken");
    // Nobody came in by it: another address takes its place.
    an_account(&world.org, paul, "paul@clairlien.example").await;
    invite(&world.org, paul, "p.roche@clairlien.example").await.unwrap();
    assert_eq!(places::account_of(&world.org, paul).await.unwrap(), None);
    let tx = world.db().begin().await.unwrap();
    accounts::disable(&tx, world.account, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(key(invite(&world.org, world.person, "ines@clairlien.example").await), "account-disabled");
}

#[tokio::test]
async fn sec_07_an_emergency_account_exists() {
    let world = World::new().await;
    let org = organisations::by_id(world.db(), world.org_id).await.unwrap().unwrap();
    let make = async |email: &str, password: &str| {
        let email = Email::read(email).unwrap();
        emergency::make(world.db(), &world.hashing, &org, &email, password, world.now()).await.unwrap()
    };
    assert_eq!(
        make("ines@clairlien.example", "dans le coffre-fort").await.unwrap_err().key,
        "account-email-taken"
    );
    assert_eq!(make("secours@clairlien.example", "court").await.unwrap_err().key, "password-too-short");
    let account = make("secours@clairlien.example", "dans le coffre-fort").await.unwrap();
    let opened = world.attempt("secours@clairlien.example", "dans le coffre-fort", "").await.unwrap().opened;
    let found = sessions::find(world.db(), opened.token.text(), world.now()).await.unwrap().unwrap();
    let viewer = viewer::of(world.db(), &found, world.now()).await.unwrap();
    assert_eq!(viewer.grants, [relais_kernel::Grant { role: Role::Admin, scope: Scope::Network }]);
    let tx = world.db().begin().await.unwrap();
    accounts::disable(&tx, account, world.now()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(make("secours@clairlien.example", "un autre coffre-fort").await.unwrap(), account);
    assert!(world.attempt("secours@clairlien.example", "dans le coffre-fort", "").await.is_err());
    assert!(world.attempt("secours@clairlien.example", "un autre coffre-fort", "").await.is_ok());
    assert!(accounts::by_id(world.db(), account).await.unwrap().unwrap().emergency);
}
