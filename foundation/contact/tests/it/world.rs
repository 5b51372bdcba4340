//! An organisation that has customers.

use relais_contact::{
    About, Address, Asked, Channel, Class, Contact, Email, GivenName, Phone, Typed, find_or_add, read,
};
use relais_kernel::{ContactId, Instant, Locale};
use relais_store::{OrgDb, SCHEMA};
use relais_testkit::{
    TestDb,
    builders::{DIRECTORY, an_organisation, today},
};
use uuid::Uuid;

pub(crate) const NUMBER: &str = "06 12 34 56 78";
pub(crate) const MAILBOX: &str = "ines@clairlien.example";
pub(crate) const HOUR: i64 = 3_600_000_000;
pub(crate) const DAY: i64 = 24 * HOUR;

pub(crate) struct World {
    pub(crate) t: TestDb,
    pub(crate) org: OrgDb,
}

impl World {
    pub(crate) async fn new() -> Self {
        let t = TestDb::new(&[SCHEMA, DIRECTORY, relais_contact::SCHEMA]).await;
        let org = an_organisation(t.db()).await;
        Self { t, org }
    }

    pub(crate) fn now(&self) -> Instant {
        self.org.clock().now()
    }

    pub(crate) async fn add(&self, typed: &Typed) -> ContactId {
        let tx = self.org.begin().await.unwrap();
        let id = find_or_add(&tx, typed, today()).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Inès by her number, with her mailbox beside it.
    pub(crate) async fn ines(&self) -> ContactId {
        self.add(&Typed { email: Some(Email::read(MAILBOX).unwrap()), ..by_phone(NUMBER) }).await
    }

    pub(crate) async fn read(&self, id: ContactId) -> Contact {
        read(&self.org, id).await.unwrap().unwrap()
    }
}

pub(crate) fn number(typed: &str) -> Address {
    Address::Phone(Phone::read(typed).unwrap())
}

pub(crate) fn mailbox(typed: &str) -> Address {
    Address::Email(Email::read(typed).unwrap())
}

pub(crate) fn by_phone(typed: &str) -> Typed {
    Typed {
        given_name: Some(GivenName::read("Inès").unwrap()),
        address: number(typed),
        email: None,
        locale: Locale::Fr,
    }
}

pub(crate) fn asked(w: &World, class: Class, channel: Channel) -> Asked {
    let about = About { kind: "listening.followup".into(), id: Uuid::from_u128(7) };
    Asked { class, channel, at: w.now(), about: Some(about), awaited: false, followup_open: false }
}
