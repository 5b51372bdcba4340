//! Finding, reading, forgetting.

use std::time::Duration;

use relais_contact::{
    Channel, Email, GivenName, KEPT_DAYS, PhoneKind, Typed, erase, find, find_or_add, jobs, read, used,
};
use relais_kernel::{ContactId, Locale};
use relais_store::{Db, Error, InOrg as _, jobs as queue, jobs::Runner, schema, sql};
use relais_testkit::builders::{an_organisation, today};

use crate::world::{MAILBOX, NUMBER, World, by_phone, mailbox, number};

#[tokio::test]
async fn the_same_number_finds_the_same_contact_and_the_last_name_holds() {
    let w = World::new().await;
    let first = w.add(&by_phone(NUMBER)).await;
    let again = Typed {
        given_name: Some(GivenName::read("Agnès").unwrap()),
        locale: Locale::En,
        ..by_phone("+33 6 12.34.56.78")
    };
    assert_eq!(w.add(&again).await, first);
    let known = w.read(first).await;
    assert_eq!(known.given_name.as_ref().unwrap().text(), "Agnès");
    assert_eq!(
        known.phone.as_ref().map(|phone| (phone.e164(), phone.kind())),
        Some(("+33612345678", PhoneKind::Mobile))
    );
    assert_eq!((known.locale, known.made_day, known.erased_day), (Locale::En, today(), None));
    // A name that is not said again stays.
    w.add(&Typed { given_name: None, ..by_phone(NUMBER) }).await;
    assert_eq!(w.read(first).await.given_name, known.given_name);
    assert_ne!(w.add(&by_phone("07 45 67 89 01")).await, first);
    assert_eq!(find(&w.org, &number(NUMBER)).await.unwrap().unwrap().id, first);
    assert_eq!(find(&w.org, &number("06 98 76 54 32")).await.unwrap(), None);
}

#[tokio::test]
async fn an_e_mail_address_belongs_to_one_contact() {
    let w = World::new().await;
    let ines = w.ines().await;
    assert_eq!(find(&w.org, &mailbox("Ines@Clairlien.Example")).await.unwrap().unwrap().id, ines);
    let other = Typed { email: Some(Email::read(MAILBOX).unwrap()), ..by_phone("07 45 67 89 01") };
    let other = w.add(&other).await;
    assert_eq!(w.read(other).await.email, None);
    assert_eq!(w.add(&Typed { address: mailbox(MAILBOX), ..by_phone(NUMBER) }).await, ines);
    let alone = w.add(&Typed { address: mailbox("karim@clairlien.example"), ..by_phone(NUMBER) }).await;
    assert_eq!(w.read(alone).await.phone, None);
    assert_eq!(w.read(alone).await.address(Channel::Sms), None);
}

#[tokio::test]
async fn a_line_in_a_house_takes_calls_and_no_sms() {
    let w = World::new().await;
    let id = w.add(&by_phone("01 44 00 00 00")).await;
    let known = w.read(id).await;
    assert!(known.address(Channel::Call).is_some() && known.address(Channel::Sms).is_none());
}

#[tokio::test]
async fn sec_10_names_and_addresses_stand_nowhere_in_clear() {
    let w = World::new().await;
    let id = w.ines().await;
    let printed = format!("{:?}", w.read(id).await);
    for personal in ["Inès", "612345678", "ines@"] {
        assert!(!printed.contains(personal), "{printed}");
    }
    let mut columns = Vec::new();
    for column in ["given_name", "phone", "phone_hash", "email", "email_hash"] {
        let query = sql("select ").push(column).push(" from contact where id = ").arg(id);
        columns.push(query.value::<Vec<u8>>(w.t.db()).await.unwrap().unwrap());
    }
    for (bytes, personal) in
        columns.iter().flat_map(|bytes| ["Inès", "612345678", "clairlien"].map(|p| (bytes, p)))
    {
        assert!(!bytes.windows(personal.len()).any(|part| part == personal.as_bytes()), "{personal}");
    }
    // A sealed value that is put into another row does not open there.
    let other = w.add(&by_phone("07 45 67 89 01")).await;
    let tx = w.org.begin().await.unwrap();
    sql("update contact set given_name = (select o.given_name from contact o where o.id = $1) where id = $2")
        .bind(id)
        .bind(other)
        .run_one("contact", &tx)
        .await
        .unwrap();
    assert!(matches!(read(&tx, other).await, Err(Error::Vault(_))));
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn sec_10_two_organisations_cannot_tell_what_customers_they_share() {
    let w = World::new().await;
    let other = an_organisation(w.t.db()).await;
    w.add(&by_phone(NUMBER)).await;
    let tx = other.begin().await.unwrap();
    find_or_add(&tx, &by_phone(NUMBER), today()).await.unwrap();
    tx.commit().await.unwrap();
    let hashes: Vec<Vec<u8>> = sql("select phone_hash from contact").values(w.t.db()).await.unwrap();
    assert_eq!(hashes.len(), 2);
    assert_ne!(hashes[0], hashes[1]);
}

#[tokio::test]
async fn sec_10_without_the_key_nothing_opens_and_with_another_nothing_begins() {
    let w = World::new().await;
    let id = w.ines().await;
    let mut options = w.t.options().clone();
    options.vault = None;
    let without = Db::open(&options, w.org.clock().clone()).await.unwrap();
    assert!(matches!(read(&without.org(w.org.org()), id).await, Err(Error::Vault(_))));
    options.vault = Some(relais_store::Vault::new([9; 32]));
    assert!(matches!(Db::open(&options, w.org.clock().clone()).await, Err(Error::Vault(_))));
}

#[tokio::test]
async fn somebody_erased_leaves_an_empty_row() {
    let w = World::new().await;
    let id = w.ines().await;
    let tx = w.org.begin().await.unwrap();
    assert!(erase(&tx, id, today()).await.unwrap());
    assert!(!erase(&tx, id, today()).await.unwrap());
    tx.commit().await.unwrap();
    let gone = w.read(id).await;
    assert_eq!((gone.given_name, gone.phone, gone.email, gone.erased_day), (None, None, None, Some(today())));
    let tx = w.org.begin().await.unwrap();
    assert!(!used(&tx, id, today()).await.unwrap());
    tx.rollback().await.unwrap();
    assert_eq!(find(&w.org, &number(NUMBER)).await.unwrap(), None);
    // The same number is somebody new.
    assert_ne!(w.add(&by_phone(NUMBER)).await, id);
}

#[tokio::test]
async fn prv_01_whoever_nothing_was_done_for_is_forgotten_after_two_years() {
    let w = World::new().await;
    let (old, young) = (w.ines().await, w.add(&by_phone("07 45 67 89 01")).await);
    let run = async || {
        let tx = w.t.db().begin().await.unwrap();
        queue::enqueue(&tx, "contact.forget", &()).await.unwrap();
        tx.commit().await.unwrap();
        let runner = Runner::new(w.t.db().clone(), jobs(), vec![]);
        runner.run_due().await.unwrap();
        assert_eq!(queue::health(w.t.db()).await.unwrap().retrying, 0);
    };
    let last = today().plus(i32::try_from(KEPT_DAYS).unwrap());
    w.org.clock().advance(Duration::from_secs(86_400) * KEPT_DAYS);
    let tx = w.org.begin().await.unwrap();
    assert!(used(&tx, young, last).await.unwrap());
    // A day before does not turn it back.
    assert!(used(&tx, young, today()).await.unwrap());
    tx.commit().await.unwrap();
    run().await;
    let erased = async |id: ContactId| w.read(id).await.erased_day;
    assert_eq!(erased(old).await, None);
    w.org.clock().advance(Duration::from_secs(86_400));
    run().await;
    assert_eq!(erased(old).await, Some(last.plus(1)));
    assert_eq!((erased(young).await, w.read(young).await.last_used_day), (None, last));
}

#[tokio::test]
async fn of_two_who_add_one_number_at_once_one_makes_it() {
    let w = World::new().await;
    let add = || {
        let org = w.org.clone();
        tokio::spawn(async move {
            let tx = org.begin().await.unwrap();
            let id = find_or_add(&tx, &by_phone(NUMBER), today()).await.unwrap();
            tx.commit().await.unwrap();
            id
        })
    };
    let (one, other) = (add(), add());
    assert_eq!(one.await.unwrap(), other.await.unwrap());
}

#[tokio::test]
async fn every_table_has_an_entry_in_the_register() {
    let tables = schema::tables(&[relais_contact::SCHEMA]).unwrap();
    for table in tables {
        let entry = relais_contact::SCHEMA.register.iter().find(|entry| entry.table == table.name);
        assert!(entry.is_some(), "{}", table.name);
    }
}
