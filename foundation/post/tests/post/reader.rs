//! Somebody who signs in and may be called, and the moments at which they are.

use relais_directory::accounts::{self, Browser as Visit, Email, places, sessions};
use relais_kernel::{AccountId, Instant, Locale, PersonId, SessionId};
use relais_post::{
    Choice, Letter, Mailer, Notice, add_device, devices_of, letterbox, notify, over, put_choice, seen,
};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::builders::{a_person, an_organisation, day};
use uuid::Uuid;

use crate::{
    Post,
    push_service::{Browser, PushService},
};

/// Somebody who signs in, of an organisation that works Monday to Friday, 9 to 18 h. It is Saturday, 14:20.
pub(crate) struct World {
    pub(crate) post: Post,
    pub(crate) org: OrgDb,
    pub(crate) person: PersonId,
    pub(crate) account: AccountId,
    pub(crate) session: SessionId,
}

impl World {
    pub(crate) async fn new(mailer: Mailer) -> Self {
        let post = Post::new(mailer).await;
        let org = an_organisation(post.db()).await;
        let person = a_person(&org, "Marc", "Petit").await;
        let tx = org.begin().await.unwrap();
        let (email, now) = (Email::read("marc@clairlien.example").unwrap(), tx.clock().now());
        let account = accounts::add(tx.whole(), &email, Locale::Fr, now).await.unwrap();
        places::connect(&tx, account, person).await.unwrap();
        tx.commit().await.unwrap();
        let session = sign_in(&post, &org, account).await;
        Self { post, org, person, account, session }
    }

    /// The same with a browser that may be called.
    pub(crate) async fn with_device(service: &PushService) -> (Self, Browser) {
        let w = Self::new(Mailer::Letterbox).await;
        let browser = service.browser("one");
        w.subscribe(w.session, &browser).await;
        (w, browser)
    }

    pub(crate) async fn subscribe(&self, session: SessionId, browser: &Browser) {
        let tx = self.org.begin().await.unwrap();
        add_device(&tx, self.person, session, &browser.subscription()).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn notify(&self, notice: &Notice) -> bool {
        let tx = self.org.begin().await.unwrap();
        let new = notify(&tx, self.person, notice).await.unwrap();
        tx.commit().await.unwrap();
        new
    }

    pub(crate) async fn choose(&self, choice: Choice) {
        let tx = self.org.begin().await.unwrap();
        put_choice(&tx, self.person, &choice).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn see(&self, path: &str) {
        let tx = self.org.begin().await.unwrap();
        seen(&tx, self.person, path, None, day("2026-11-21")).await.unwrap();
        tx.commit().await.unwrap();
    }

    pub(crate) async fn end(&self, about: Uuid) {
        let tx = self.org.begin().await.unwrap();
        over(&tx, &[about]).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// Goes to a moment, and calls whom it is time to call.
    pub(crate) async fn at(&self, moment: &str) {
        let then = Instant::from(moment.parse::<jiff::Timestamp>().unwrap());
        let clock = self.post.db().clock();
        clock.advance(then.since(clock.now()));
        assert_eq!(clock.now(), then, "{moment} is over already");
        self.post.call().await;
    }

    pub(crate) async fn letters(&self) -> Vec<Letter> {
        letterbox(self.post.db(), 10).await.unwrap()
    }

    pub(crate) async fn stages(&self) -> Vec<String> {
        sql("select state from notice order by created_at, id").values(&self.org).await.unwrap()
    }

    pub(crate) async fn devices(&self) -> usize {
        devices_of(&self.org, self.person, self.post.db().clock().now()).await.unwrap().len()
    }
}

pub(crate) async fn sign_in(post: &Post, org: &OrgDb, account: AccountId) -> SessionId {
    let tx = post.db().begin().await.unwrap();
    let opened = sessions::open(&tx, account, org.org(), &Visit::default(), tx.clock().now()).await.unwrap();
    tx.commit().await.unwrap();
    opened.unwrap().id
}

/// Something about a thing: `n` tells things apart.
pub(crate) fn about(n: u128, step: u32) -> Notice {
    Notice {
        fact: format!("step:{n}:{step}"),
        about: Uuid::from_u128(n),
        title: "post-several",
        path: "/".into(),
        urgent: false,
    }
}

pub(crate) fn urgent(n: u128) -> Notice {
    Notice { urgent: true, ..about(n, 9) }
}

pub(crate) const MONDAY_NINE: &str = "2026-11-23T08:00:00Z";
pub(crate) const MONDAY_TEN: &str = "2026-11-23T09:00:00Z";
pub(crate) const TUESDAY_NINE: &str = "2026-11-24T08:00:00Z";
