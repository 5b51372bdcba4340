//! What the tables refuse by themselves, whoever writes.

use relais_directory::accounts::{self, Email, links, places, sessions};
use relais_kernel::{AccountId, Instant, Locale, OrgId, PersonId};
use relais_store::{Result, Tx, insert, sql};
use relais_testkit::{builders, refused_by};
use sea_orm::Value;
use uuid::Uuid;

use crate::World;

fn nobody<T: From<Uuid>>() -> T {
    Uuid::from_u128(7).into()
}

async fn account(tx: &Tx, email: &str, locale: &str) -> Result<u64> {
    insert("account", &["id", "email", "email_folded", "locale", "emergency", "created_at"])
        .row([
            tx.clock().id::<AccountId>().into(),
            email.into(),
            email.into(),
            locale.into(),
            false.into(),
            tx.clock().now().into(),
        ])
        .run(tx)
        .await
}

async fn session(
    tx: &Tx,
    token_hash: Vec<u8>,
    account: AccountId,
    org: OrgId,
    person: PersonId,
) -> Result<u64> {
    let now = Value::from(tx.clock().now());
    insert(
        "session",
        &[
            "id",
            "token_hash",
            "account_id",
            "org_id",
            "person_id",
            "device",
            "shared",
            "rotate",
            "created_at",
            "seen_at",
            "rotated_at",
            "expires_at",
        ],
    )
    .row([
        tx.clock().id::<Uuid>().into(),
        token_hash.into(),
        account.into(),
        org.into(),
        person.into(),
        "".into(),
        false.into(),
        false.into(),
        now.clone(),
        now.clone(),
        now.clone(),
        now,
    ])
    .run(tx)
    .await
}

async fn link(
    tx: &Tx,
    account: AccountId,
    org: Option<OrgId>,
    person: Option<PersonId>,
    purpose: &str,
) -> Result<u64> {
    let now = tx.clock().now();
    insert(
        "entry_link",
        &["token_hash", "account_id", "org_id", "person_id", "purpose", "created_at", "expires_at"],
    )
    .row([
        tx.clock().secret::<32>().to_vec().into(),
        account.into(),
        org.into(),
        person.into(),
        purpose.into(),
        now.into(),
        now.into(),
    ])
    .run(tx)
    .await
}

async fn tx(world: &World) -> Tx {
    world.db().begin().await.unwrap()
}

#[tokio::test]
async fn an_account_has_one_address_and_a_language() {
    let world = World::new().await;
    let ines = Email::read("INES@clairlien.example").unwrap();
    let twice = accounts::add(&tx(&world).await, &ines, Locale::Fr, world.now()).await;
    refused_by(twice, "unique_account__email_folded");
    refused_by(account(&tx(&world).await, "de@clairlien.example", "de").await, "account_locale_known");
}

#[tokio::test]
async fn a_place_is_an_accounts_and_a_persons() {
    let world = World::new().await;
    let marc = builders::a_person(&world.org, "Marc", "Roy").await;
    let connect = async |account: AccountId, person: PersonId| {
        let tx = world.org.begin().await.unwrap();
        places::connect(&tx, account, person).await
    };
    refused_by(connect(nobody(), marc).await, "account_person_of_account");
    let whole = tx(&world).await;
    let free =
        accounts::add(&whole, &Email::read("marc@clairlien.example").unwrap(), Locale::Fr, world.now())
            .await
            .unwrap();
    whole.commit().await.unwrap();
    refused_by(connect(free, nobody()).await, "account_person_is_person");
    refused_by(connect(free, world.person).await, "unique_account_person__person_id");
}

#[tokio::test]
async fn sec_08_a_session_is_of_a_place_and_has_a_token_of_its_own() {
    let world = World::new().await;
    let (org, person) = (world.org_id, world.person);
    refused_by(session(&tx(&world).await, vec![1], nobody(), org, person).await, "session_of_account_person");
    let tx = tx(&world).await;
    session(&tx, vec![1], world.account, org, person).await.unwrap();
    refused_by(session(&tx, vec![1], world.account, org, person).await, "unique_session__token_hash");
}

#[tokio::test]
async fn sec_08_an_ended_session_stays_ended() {
    let world = World::new().await;
    let opened = world.open().await;
    let tx = tx(&world).await;
    sessions::end(&tx, world.account, opened.id, world.now()).await.unwrap();
    let again = sql("update session set ended_at = null where id = $1").bind(opened.id).run(&tx).await;
    refused_by(again, "ended_session_stays_ended");
}

#[tokio::test]
async fn sec_02_a_spent_link_stays_spent() {
    let world = World::new().await;
    let tx = tx(&world).await;
    let token = links::reset(&tx, world.account, world.now()).await.unwrap();
    links::spend(&tx, token.text(), world.now()).await.unwrap().unwrap();
    let again =
        sql("update entry_link set used_at = null where used_at = $1").bind(world.now()).run(&tx).await;
    refused_by(again, "spent_link_stays_spent");
}

#[tokio::test]
async fn a_link_is_for_an_account_its_organisation_and_a_purpose() {
    let world = World::new().await;
    let (ours, org, who) = (world.account, Some(world.org_id), Some(world.person));
    let stray = Some(nobody());
    refused_by(link(&tx(&world).await, nobody(), None, None, "reset").await, "entry_link_of_account");
    refused_by(link(&tx(&world).await, ours, org, stray, "demo").await, "entry_link_into_organisation");
    refused_by(link(&tx(&world).await, ours, org, who, "gift").await, "entry_link_purpose_known");
    refused_by(link(&tx(&world).await, ours, None, None, "demo").await, "entry_link_names_organisation");
    refused_by(link(&tx(&world).await, ours, org, None, "invitation").await, "entry_link_names_organisation");
}

#[tokio::test]
async fn sec_07_a_known_device_is_an_accounts() {
    let world = World::new().await;
    let tx = tx(&world).await;
    let stray = accounts::slowdown::remember(&tx, nobody(), None, Instant(0)).await;
    refused_by(stray, "known_device_of_account");
}
