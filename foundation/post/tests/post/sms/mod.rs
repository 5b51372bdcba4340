//! Text messages from the transaction that writes them to a gateway's hands, with a gateway of our own.

mod caps;
mod gateway;
mod leaving;
mod receipts;
mod rules_of_sms;
mod unclear;
mod writing;

use std::{sync::Arc, time::Duration};

use relais_contact::{Address, Class, GivenName, Phone, Typed, find_or_add, told};
use relais_directory::settings;
use relais_kernel::{ContactId, Instant, Locale, SmsId};
use relais_post::{
    Base, SETTINGS,
    sms::{
        Composed, Format, Gateway, GatewayOptions, Incoming, IncomingOptions, Refusal, SMS, State, Text,
        text, texting,
    },
};
use relais_store::{Db, InOrg as _, OrgDb, jobs, jobs::Runner, sql};
use relais_testkit::{
    TestDb,
    builders::{DIRECTORY, an_organisation, today},
};
use relais_words::{Catalogue, Source, Words};

use gateway::Server;
use tokio::task::JoinSet;

pub(crate) const NUMBER: &str = "06 12 34 56 78";

/// Sentences as a capability has them.
const SENTENCES: Source = Source {
    room: "test",
    fr: "\
test-sms = { $name }, votre réponse est là : { $link }
test-two = Deux parties de trop. 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789 0123456789
test-plain = { $org } : à demain
test-tight = Reçu à l’agence. { $link }
",
    en: "\
test-sms = { $name }, your answer is here: { $link }
test-two = x
test-plain = { $org }: see you tomorrow
test-tight = Received at the shop. { $link }
",
};

pub(crate) fn words() -> Words {
    let sources = [relais_post::WORDS, relais_contact::WORDS, SENTENCES];
    Words::new(Arc::new(Catalogue::build(&sources).unwrap()), Locale::Fr)
}

pub(crate) fn sentence() -> Composed {
    let base = Base::new("https://relais.example.org").unwrap();
    let name = GivenName::read("Inès").unwrap();
    Composed::sentence("test-sms").name("name", &name).link("link", &base.at("/r/abc"))
}

pub(crate) struct World {
    pub(crate) test: TestDb,
    pub(crate) org: OrgDb,
}

impl World {
    pub(crate) async fn new() -> Self {
        let schemas = [relais_store::SCHEMA, DIRECTORY, relais_contact::SCHEMA, relais_post::SCHEMA];
        let test = TestDb::new(&schemas).await;
        let org = an_organisation(test.db()).await;
        Self { test, org }
    }

    pub(crate) fn now(&self) -> Instant {
        self.org.clock().now()
    }

    pub(crate) fn pass(&self, seconds: u64) {
        self.org.clock().advance(Duration::from_secs(seconds));
    }

    pub(crate) async fn contact_in(&self, org: &OrgDb, number: &str) -> ContactId {
        let typed = Typed {
            given_name: Some(GivenName::read("Inès").unwrap()),
            address: Address::Phone(Phone::read(number).unwrap()),
            email: None,
            locale: Locale::Fr,
        };
        let tx = org.begin().await.unwrap();
        let id = find_or_add(&tx, &typed, today()).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub(crate) async fn ines(&self) -> ContactId {
        self.contact_in(&self.org, NUMBER).await
    }

    /// As many customers as asked for.
    pub(crate) async fn others(&self, count: usize) -> Vec<ContactId> {
        let mut others = Vec::new();
        for n in 0..count {
            others.push(self.contact_in(&self.org, &format!("07 {:08}", 50_000_000 + n)).await);
        }
        others
    }

    pub(crate) async fn ask(
        &self,
        to: ContactId,
        kind: &Text,
        composed: &Composed,
    ) -> Result<SmsId, Refusal> {
        let tx = self.org.begin().await.unwrap();
        let written = text(&tx, &words(), to, kind, composed).await.unwrap();
        tx.commit().await.unwrap();
        written
    }

    pub(crate) async fn send(&self, to: ContactId) -> SmsId {
        self.ask(to, &Text::service(), &sentence()).await.unwrap()
    }

    pub(crate) fn runner(&self, gateway: Gateway) -> Runner {
        Runner::new(self.test.db().clone(), vec![texting(gateway)], vec![])
    }

    /// One round, and what it leaves behind.
    pub(crate) async fn round(&self, gateway: &Gateway) {
        let tx = self.org.begin().await.unwrap();
        jobs::enqueue(&tx, SMS, &()).await.unwrap();
        tx.commit().await.unwrap();
        self.runner(gateway.clone()).run_due().await.unwrap();
        assert_eq!(jobs::health(self.test.db()).await.unwrap().retrying, 0, "a round never fails");
    }

    /// What waits, carried by two nodes at once, each with connections of its own.
    pub(crate) async fn two_nodes(&self, gateway: &Gateway) {
        let mut nodes = JoinSet::new();
        for _ in 0..2 {
            let db = Db::open(self.test.options(), self.org.clock().clone()).await.unwrap();
            let runner = Runner::new(db.clone(), vec![texting(gateway.clone())], vec![]);
            nodes.spawn(async move {
                runner.run_due().await.unwrap();
                db.close().await.unwrap();
            });
        }
        while let Some(node) = nodes.join_next().await {
            node.unwrap();
        }
    }

    pub(crate) async fn state(&self, id: SmsId) -> State {
        sql("select state from sms where id = $1").bind(id).value(&self.org).await.unwrap().unwrap()
    }

    pub(crate) async fn reason(&self, id: SmsId) -> Option<String> {
        sql("select reason from sms where id = $1").bind(id).value(&self.org).await.unwrap().unwrap()
    }

    /// How many messages are in a state.
    pub(crate) async fn count(&self, state: State) -> i64 {
        let query = sql("select count(*) from sms where state = $1 and org_id = $2").bind(state);
        query.bind(self.org.org()).value(&self.org).await.unwrap().unwrap()
    }

    /// What the ledger holds of a customer's messages.
    pub(crate) async fn ledger(&self, of: ContactId) -> Vec<relais_contact::State> {
        told(&self.org, of).await.unwrap().into_iter().map(|sent| sent.state).collect()
    }

    pub(crate) async fn chooses(&self, code: &str, value: i64) {
        let setting = SETTINGS.iter().find(|setting| setting.code == code).unwrap();
        let seen = settings::value(&self.org, setting).await.unwrap();
        let tx = self.org.begin().await.unwrap();
        settings::set(&tx, setting, seen, value).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }
}

pub(crate) fn options(port: u16) -> GatewayOptions {
    GatewayOptions {
        url: format!("http://127.0.0.1:{port}/v1/messages"),
        method: "POST".into(),
        format: Format::Json,
        body: r#"{"messages":[{"to":"{to}","from":"{from}","text":"{text}","ref":"{id}","cb":"{receipt_url}"}]}"#
            .into(),
        header: Some("Authorization: Bearer hush".to_owned().into()),
        reference: Some("messages.0.id".into()),
        timeout: Duration::from_millis(400),
        receipt_url: "https://relais.example.org/sms/receipts/s".into(),
        listed: vec!["127.0.0.1".parse().unwrap()],
    }
}

pub(crate) fn gateway(server: &Server) -> Gateway {
    Gateway::http(&options(server.port)).unwrap()
}

pub(crate) fn incoming() -> Incoming {
    Incoming::new(IncomingOptions {
        secret: "Zbcdefghijklmnopqrstuv".to_owned().into(),
        id: "id".into(),
        state: "status".into(),
        delivered: vec!["delivered".into()],
        failed: vec!["failed".into(), "expired".into()],
        from: "from".into(),
        text: "text".into(),
    })
    .unwrap()
}

pub(crate) fn survey() -> Text {
    Text::new(Class::Transactional)
}
