//! PRV-11: what nobody asked for leaves within hours only.

use relais_post::{ManagerVacancy, State};
use relais_testkit::builders::day;

use crate::{
    Post, link, reset,
    server::{Server, Step},
};

fn vacancy() -> ManagerVacancy {
    ManagerVacancy {
        given_name: "Marc".into(),
        unit_name: "Évry".into(),
        since: day("2026-11-21"),
        link: link("/units/1"),
    }
}

#[tokio::test]
async fn prv_11_a_letter_nobody_asked_for_waits_for_working_hours() {
    let server = Server::start(&[]).await;
    let post = Post::by_smtp(server.port).await;
    let (vacancy, reset) = (post.send(&vacancy()).await, post.send(&reset()).await);
    post.run().await;
    assert_eq!(post.letter(reset).await.state, State::Sent, "who asks for a password on a Saturday gets it");
    // Saturday 14:20 to Monday 7:59.
    post.db().clock().advance(std::time::Duration::from_secs(41 * 3600 + 39 * 60));
    post.run().await;
    assert_eq!(post.letter(vacancy).await.state, State::Queued);
    post.pass(1).await;
    assert_eq!(post.letter(vacancy).await.state, State::Sent);
}

#[tokio::test]
async fn prv_11_a_letter_tried_again_after_hours_waits_for_the_morning() {
    let server = Server::start(&[Step::Refuse("451 later"); 3]).await;
    let post = Post::by_smtp(server.port).await;
    let id = post.send(&vacancy()).await;
    // Monday, 18:59: refused, and refused again; the third try falls after 19:00.
    post.db().clock().advance(std::time::Duration::from_secs((52 * 60 + 39) * 60 + 50));
    post.run().await;
    post.db().clock().advance(std::time::Duration::from_secs(5));
    post.run().await;
    post.pass(60).await;
    assert_eq!(post.letter(id).await.state, State::Queued);
    assert!(!server.is_played(), "it was not tried after hours");
    // Tuesday, 8:00.
    post.pass(12 * 60 + 5).await;
    assert_eq!(post.letter(id).await.state, State::Sent);
    assert_eq!((server.taken().len(), post.health().await.failed), (1, 0));
}
