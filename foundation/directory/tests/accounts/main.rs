//! Accounts in the database: signing in, sessions, entry links, and the rules that the tables keep by themselves.

#![expect(clippy::unwrap_used, reason = "a helper of tests may stop a test that cannot go on")]

mod invitations;
mod links;
mod rules;
mod sessions;
mod shared_devices;
mod signing_in;

use std::time::Duration;

use relais_directory::accounts::{
    self, Attempt, Browser, Email, Hashing, Opened, Refused, SignIn, entering, places, sign_in,
};
use relais_kernel::{AccountId, Instant, Locale, OrgId, PersonId};
use relais_store::{Db, OrgDb};
use relais_testkit::{TestDb, builders};

const PASSWORD: &str = "une phrase toute simple";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

/// An organisation with one person who has an account and a password.
struct World {
    test: TestDb,
    hashing: Hashing,
    org: OrgDb,
    org_id: OrgId,
    person: PersonId,
    account: AccountId,
}

impl World {
    async fn new() -> Self {
        let test = TestDb::new(&[relais_store::SCHEMA, relais_directory::SCHEMA]).await;
        let hashing = Hashing::cheap();
        let org = builders::an_organisation(test.db()).await;
        let person = builders::a_person(&org, "Inès", "Marchal").await;
        let account = an_account(&org, person, "ines@clairlien.example").await;
        let world = Self { org_id: relais_store::InOrg::org(&org), test, hashing, org, person, account };
        world.choose(PASSWORD).await;
        world
    }

    fn db(&self) -> &Db {
        self.test.db()
    }

    fn now(&self) -> Instant {
        self.db().clock().now()
    }

    fn wait(&self, seconds: u64) {
        self.db().clock().advance(Duration::from_secs(seconds));
    }

    /// Gives the account a password by a reset link.
    async fn choose(&self, password: &str) {
        let tx = self.db().begin().await.unwrap();
        let (_, token) = entering::reset(&tx, "ines@clairlien.example", self.now()).await.unwrap().unwrap();
        tx.commit().await.unwrap();
        let chosen =
            entering::by_link(self.db(), &self.hashing, token.text(), password, self.now()).await.unwrap();
        assert!(matches!(chosen, entering::Chosen::Done(_)), "{chosen:?}");
    }

    async fn attempt(&self, email: &str, password: &str, device: &str) -> Result<SignIn, Refused> {
        let browser = Browser { agent: FIREFOX, device, ..Browser::default() };
        let attempt = Attempt { email, password, org: None, browser };
        sign_in(self.db(), &self.hashing, attempt, self.now()).await.unwrap()
    }

    async fn sign_in(&self) -> SignIn {
        self.attempt("ines@clairlien.example", PASSWORD, "").await.unwrap()
    }

    async fn open(&self) -> Opened {
        let tx = self.db().begin().await.unwrap();
        let browser = Browser { agent: FIREFOX, ..Browser::default() };
        let opened = accounts::sessions::open(&tx, self.account, self.org_id, &browser, self.now())
            .await
            .unwrap()
            .unwrap();
        tx.commit().await.unwrap();
        opened
    }

    async fn is_in(&self, opened: &Opened) -> bool {
        accounts::sessions::find(self.db(), opened.token.text(), self.now()).await.unwrap().is_some()
    }
}

async fn an_account(org: &OrgDb, person: PersonId, email: &str) -> AccountId {
    let tx = org.begin().await.unwrap();
    let now = tx.clock().now();
    let account = accounts::add(tx.whole(), &Email::read(email).unwrap(), Locale::Fr, now).await.unwrap();
    places::connect(&tx, account, person).await.unwrap();
    tx.commit().await.unwrap();
    account
}

/// The actions written down so far, in an organisation's chain or the instance's.
async fn noted(db: &Db, org: Option<OrgId>) -> Vec<String> {
    let chain = org.map_or(uuid::Uuid::nil(), uuid::Uuid::from);
    relais_store::sql("select action from audit_event where chain = $1 order by seq")
        .bind(chain)
        .values(db)
        .await
        .unwrap()
}
