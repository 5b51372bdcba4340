//! PRV-11: what nobody asked for leaves within its reader's hours only, whatever they have become meanwhile.

use std::time::Duration;

use jiff::Timestamp;
use relais_directory::{
    Change,
    assignments::{self, Function},
    units::{self, Exception, Opening},
};
use relais_kernel::{Instant, Locale, MessageId, PersonId, Reach, UnitId};
use relais_post::{ManagerVacancy, State, To, send};
use relais_store::OrgDb;
use relais_testkit::builders::{a_person, a_unit, an_organisation, assigned, assignment, day};

use crate::{
    Post, link, reset,
    server::{Server, Step},
    words,
};

fn vacancy() -> ManagerVacancy {
    ManagerVacancy {
        given_name: "Marc".into(),
        unit_name: "Évry".into(),
        since: day("2026-11-21"),
        link: link("/units/1"),
    }
}

/// Somebody of a shop that opens Tuesday to Saturday, 10 to 19 h.
struct World {
    post: Post,
    server: Server,
    org: OrgDb,
    unit: UnitId,
    person: PersonId,
}

impl World {
    async fn new(script: &[Step]) -> Self {
        let server = Server::start(script).await;
        let post = Post::by_smtp(server.port).await;
        let org = an_organisation(post.db()).await;
        let unit = a_unit(&org, "evry", "Évry").await;
        let person = a_person(&org, "Marc", "Petit").await;
        assigned(&org, person, unit, Function::Manager).await;
        let world = Self { post, server, org, unit, person };
        world.open(unit, 2..=6, (600, 1140)).await;
        world
    }

    async fn open(&self, unit: UnitId, days: std::ops::RangeInclusive<i32>, (opens, closes): (i32, i32)) {
        let week: Vec<Opening> = days.map(|weekday| Opening { weekday, opens, closes }).collect();
        let tx = self.org.begin().await.unwrap();
        let known = units::by_id(&tx, &Reach::Network, day("2026-11-21"), unit).await.unwrap().unwrap();
        let changed = units::change_hours(&tx, unit, known.version, &week).await.unwrap();
        assert!(matches!(changed, Change::Done(())));
        tx.commit().await.unwrap();
    }

    async fn send(&self) -> MessageId {
        use relais_store::InOrg as _;
        let to = To::new("marc@clairlien.example", Locale::Fr).unwrap().person(self.org.org(), self.person);
        let tx = self.post.db().begin().await.unwrap();
        let id = send(&tx, &words(), &to, &vacancy()).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    /// Goes to a moment and does what is due there; tells whether the letter has left.
    async fn left_by(&self, id: MessageId, moment: &str) -> bool {
        go(&self.post, moment);
        self.post.run().await;
        self.post.letter(id).await.state == State::Sent
    }
}

fn go(post: &Post, moment: &str) {
    let then = Instant::from(moment.parse::<Timestamp>().unwrap());
    let clock = post.db().clock();
    clock.advance(then.since(clock.now()));
    assert_eq!(clock.now(), then, "{moment} is over already");
}

#[tokio::test]
async fn prv_11_a_letter_leaves_within_the_hours_of_its_readers_unit() {
    let w = World::new(&[]).await;
    // Saturday, 14:20: the shop is open, offices are not.
    let now = w.send().await;
    assert!(w.left_by(now, "2026-11-21T13:21:00Z").await);
    go(&w.post, "2026-11-21T18:00:00Z");
    let after_closing = w.send().await;
    assert!(!w.left_by(after_closing, "2026-11-23T10:00:00Z").await, "on Mondays the shop is closed");
    assert!(!w.left_by(after_closing, "2026-11-24T08:59:59Z").await);
    assert!(w.left_by(after_closing, "2026-11-24T09:00:00Z").await, "Tuesday, 10 h");
    assert_eq!((w.server.taken().len(), w.post.health().await.failed), (2, 0));
}

#[tokio::test]
async fn prv_11_public_holidays_and_days_that_differ_are_kept() {
    let w = World::new(&[]).await;
    go(&w.post, "2026-12-24T19:00:00Z");
    let tx = w.org.begin().await.unwrap();
    let inventory =
        Exception { day: day("2026-12-26"), opens: None, closes: None, note: "Inventaire".into() };
    let sunday =
        Exception { day: day("2026-12-27"), opens: Some(840), closes: Some(1080), note: String::new() };
    for exception in [inventory, sunday] {
        units::put_exception(&tx, w.unit, &exception).await.unwrap().unwrap();
    }
    tx.commit().await.unwrap();
    let id = w.send().await;
    assert!(!w.left_by(id, "2026-12-25T11:00:00Z").await, "Christmas");
    assert!(!w.left_by(id, "2026-12-26T11:00:00Z").await, "closed for once");
    assert!(w.left_by(id, "2026-12-27T13:00:00Z").await, "open for once");
}

#[tokio::test]
async fn prv_11_hours_are_asked_again_when_a_letter_is_about_to_leave() {
    let w = World::new(&[]).await;
    go(&w.post, "2026-11-21T18:30:00Z");
    let id = w.send().await;
    // It would leave on Tuesday at 10 h. Meanwhile somebody writes other hours down.
    w.open(w.unit, 3..=5, (720, 1080)).await;
    assert!(!w.left_by(id, "2026-11-24T09:30:00Z").await);
    assert!(!w.left_by(id, "2026-11-25T10:59:59Z").await);
    assert!(w.left_by(id, "2026-11-25T11:00:00Z").await, "Wednesday, 12 h");
}

#[tokio::test]
async fn prv_11_whoever_goes_elsewhere_is_reached_in_the_hours_of_the_other_unit() {
    let w = World::new(&[]).await;
    let support = a_unit(&w.org, "siege", "Siège").await;
    w.open(support, 1..=5, (480, 960)).await;
    let held = assignments::main_of(&w.org, w.person, day("2026-11-21")).await.unwrap().unwrap();
    let mut facts = assignment(&w.org, w.person, support, Function::Support).await;
    facts.from_day = day("2026-11-24");
    let tx = w.org.begin().await.unwrap();
    assignments::end(&tx, held.id, day("2026-11-23"), None).await.unwrap().unwrap();
    assignments::assign(&tx, &facts, None).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    go(&w.post, "2026-11-24T06:30:00Z");
    let id = w.send().await;
    assert!(w.left_by(id, "2026-11-24T07:00:00Z").await, "from their first day there, at 8 h");
}

#[tokio::test]
async fn prv_11_without_hours_working_days_hold() {
    let server = Server::start(&[]).await;
    let post = Post::by_smtp(server.port).await;
    let (vacancy, reset) = (post.send(&vacancy()).await, post.send(&reset()).await);
    post.run().await;
    assert_eq!(post.letter(reset).await.state, State::Sent, "who asks for a password on a Saturday gets it");
    go(&post, "2026-11-23T07:59:00Z");
    post.run().await;
    assert_eq!(post.letter(vacancy).await.state, State::Queued);
    post.pass(1).await;
    assert_eq!(post.letter(vacancy).await.state, State::Sent, "Monday, 9 h");
}

#[tokio::test]
async fn prv_11_a_letter_tried_again_after_hours_waits_for_the_next_opening() {
    let w = World::new(&[Step::Refuse("451 later"); 3]).await;
    // Saturday, 18:59: refused, and refused again; the third try falls after 19:00.
    go(&w.post, "2026-11-21T17:59:50Z");
    let id = w.send().await;
    w.post.run().await;
    w.post.db().clock().advance(Duration::from_secs(5));
    w.post.run().await;
    w.post.pass(60).await;
    assert_eq!(w.post.letter(id).await.state, State::Queued);
    assert!(!w.server.is_played(), "it was not tried after hours");
    go(&w.post, "2026-11-24T09:00:00Z");
    w.post.pass(5).await;
    assert_eq!(w.post.letter(id).await.state, State::Sent);
    assert_eq!((w.server.taken().len(), w.post.health().await.failed), (1, 0));
}
