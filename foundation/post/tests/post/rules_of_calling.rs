//! What the tables of calling refuse by themselves.

use relais_directory::accounts::{self, Browser, Email, places, sessions};
use relais_kernel::{Instant, Locale, PersonId, SessionId};
use relais_post::{Mailer, make_key, public_key};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    builders::{a_person, an_organisation},
    refused_by,
    rows::{Row, id},
};
use uuid::Uuid;

use crate::Post;

struct World {
    post: Post,
    org: OrgDb,
    person: PersonId,
    session: SessionId,
}

impl World {
    async fn new() -> Self {
        let post = Post::new(Mailer::Letterbox).await;
        let org = an_organisation(post.db()).await;
        let person = a_person(&org, "Marc", "Petit").await;
        let tx = org.begin().await.unwrap();
        let (email, now) = (Email::read("marc@clairlien.example").unwrap(), tx.clock().now());
        let account = accounts::add(tx.whole(), &email, Locale::Fr, now).await.unwrap();
        places::connect(&tx, account, person).await.unwrap();
        let opened = sessions::open(tx.whole(), account, org.org(), &Browser::default(), now).await.unwrap();
        tx.commit().await.unwrap();
        Self { post, org, person, session: opened.unwrap().id }
    }

    fn now(&self) -> Instant {
        self.post.db().clock().now()
    }

    fn notice(&self) -> Row {
        Row::new(
            "notice",
            vec![
                ("org_id", self.org.org().into()),
                ("id", id().into()),
                ("person_id", self.person.into()),
                ("fact", "step:1:1".into()),
                ("about_id", id().into()),
                ("title", "post-several".into()),
                ("path", "/".into()),
                ("urgent", false.into()),
                ("state", "waiting".into()),
                ("due_at", Some(self.now()).into()),
                ("tries", 0_i32.into()),
                ("created_at", self.now().into()),
            ],
        )
    }

    fn device(&self) -> Row {
        Row::new(
            "push_device",
            vec![
                ("org_id", self.org.org().into()),
                ("id", id().into()),
                ("person_id", self.person.into()),
                ("session_id", self.session.into()),
                ("endpoint", "https://push.example.org/1".into()),
                ("public_key", vec![4_u8; 65].into()),
                ("auth", vec![1_u8; 16].into()),
                ("created_at", self.now().into()),
            ],
        )
    }
}

const NOBODY: Uuid = Uuid::from_u128(7);

#[tokio::test]
async fn a_notice_is_whole() {
    let w = World::new().await;
    let good = w.notice();
    good.is_taken(&w.org).await;
    let other = good.clone().again();
    other.is_refused(&w.org, "unique_notice__person_id_fact").await;
    let other = other.with("fact", "step:1:2");
    let waits_no_longer = other.clone().with("due_at", None::<Instant>);
    for (row, rule) in [
        (other.clone().with("person_id", PersonId(NOBODY)), "notice_to_person"),
        (waits_no_longer.clone().with("state", "lost"), "notice_state_known"),
        (other.clone().with("path", "https://evil.example/"), "notice_path_is_ours"),
        (other.clone().with("path", "//evil.example/"), "notice_path_is_ours"),
        (waits_no_longer.clone(), "notice_due_while_waiting"),
        (other.clone().with("state", "over"), "notice_due_while_waiting"),
        (waits_no_longer.clone().with("state", "mailed"), "notice_mailed_by_a_letter"),
    ] {
        row.is_refused(&w.org, rule).await;
    }
    waits_no_longer.with("state", "mailed").with("letter_id", Some(NOBODY)).is_taken(&w.org).await;
}

#[tokio::test]
async fn ops_09_a_notice_that_left_never_waits_again() {
    let w = World::new().await;
    let left = w.notice().with("due_at", None::<Instant>);
    for (n, (state, other)) in
        [("called", "waiting"), ("called", "over"), ("over", "waiting"), ("mailed", "called")]
            .iter()
            .enumerate()
    {
        let fact = format!("step:{n}");
        left.clone()
            .again()
            .with("fact", fact.clone())
            .with("state", *state)
            .with("letter_id", Some(NOBODY))
            .is_taken(&w.org)
            .await;
        let tx = w.org.begin().await.unwrap();
        let due = (*other == "waiting").then(|| w.now());
        let moved = sql("update notice set state = $1, due_at = $2 where fact = $3")
            .bind(*other)
            .bind(due)
            .bind(fact)
            .run(&tx)
            .await;
        refused_by(moved, "notice_leaves_once");
    }
}

#[tokio::test]
async fn a_device_is_whole_and_one() {
    let w = World::new().await;
    let good = w.device();
    let long = format!("https://push.example.org/{}", "x".repeat(1000));
    for (row, rule) in [
        (good.clone().with("person_id", PersonId(NOBODY)), "device_of_person"),
        (good.clone().with("session_id", SessionId(NOBODY)), "device_of_session"),
        (good.clone().with("endpoint", long), "device_address_is_short"),
        (good.clone().with("public_key", vec![4_u8; 64]), "device_keys_whole"),
        (good.clone().with("auth", vec![4_u8; 15]), "device_keys_whole"),
    ] {
        row.is_refused(&w.org, rule).await;
    }
    good.is_taken(&w.org).await;
    good.again().is_refused(&w.org, "unique_push_device__endpoint").await;
}

#[tokio::test]
async fn sec_08_a_device_goes_with_its_session() {
    let w = World::new().await;
    w.device().is_taken(&w.org).await;
    let tx = w.post.db().begin().await.unwrap();
    sql("delete from session where id = $1").bind(w.session).run_one("session", &tx).await.unwrap();
    tx.commit().await.unwrap();
    let left: Vec<Uuid> = sql("select id from push_device").values(w.post.db()).await.unwrap();
    assert!(left.is_empty());
}

#[tokio::test]
async fn a_choice_is_somebodys() {
    let w = World::new().await;
    let row = Row::new(
        "post_choice",
        vec![
            ("org_id", w.org.org().into()),
            ("person_id", PersonId(NOBODY).into()),
            ("digest", true.into()),
            ("outside_hours", false.into()),
        ],
    );
    row.is_refused(&w.org, "choice_of_person").await;
    row.with("person_id", w.person).is_taken(&w.org).await;
}

#[tokio::test]
async fn there_is_one_key_and_it_stays() {
    let w = World::new().await;
    assert_eq!(public_key(w.post.db()).await.unwrap(), None, "it is made at the first start");
    let (one, other) = tokio::join!(make_key(w.post.db()), make_key(w.post.db()));
    one.unwrap();
    other.unwrap();
    let kept = public_key(w.post.db()).await.unwrap().unwrap();
    make_key(w.post.db()).await.unwrap();
    assert_eq!((kept.len(), public_key(w.post.db()).await.unwrap()), (87, Some(kept.clone())));
    let key = |number: i32, bytes: usize| {
        Row::new(
            "push_key",
            vec![("id", number.into()), ("secret", vec![1_u8; bytes].into()), ("created_at", w.now().into())],
        )
    };
    key(2, 32).is_refused(&w.org, "push_key_is_one").await;
    let tx = w.org.begin().await.unwrap();
    let changed = sql("update push_key set secret = $1").bind(vec![2_u8; 32]).run(&tx).await;
    refused_by(changed, "push_key_stays");
    tx.rollback().await.unwrap();
    let tx = w.org.begin().await.unwrap();
    sql("delete from push_key").run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    key(1, 31).is_refused(&w.org, "push_key_whole").await;
}
