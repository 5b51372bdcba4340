//! OPS-09: nothing acknowledged is lost, and what leaves twice says that it is the same.

use std::{collections::BTreeSet, time::Duration};

use relais_kernel::{Locale, MessageId};
use relais_post::{MAIL, Mailer, Smtp, SmtpOptions, State, To, letter, letterbox, send};
use relais_store::{jobs, sql};

use crate::{
    Post, reset,
    server::{Server, Step, header},
    smtp, words,
};

#[tokio::test]
async fn ops_09_a_server_that_refuses_twice_gets_the_letter_the_third_time() {
    let server = Server::start(&[Step::Refuse("451 4.7.1 later"), Step::Refuse("421 4.3.2 later")]).await;
    let post = Post::by_smtp(server.port).await;
    let id = post.send(&reset()).await;
    post.run().await;
    assert_eq!((server.taken().len(), post.health().await.retrying), (0, 1));
    assert_eq!(post.letter(id).await.state, State::Queued);
    post.pass(1).await;
    assert_eq!(server.taken().len(), 0);
    post.pass(1).await;
    assert!(server.is_played());
    let [taken] = server.taken().try_into().unwrap();
    assert_eq!(header(&taken, "Message-ID"), format!("<{id}@example.org>"));
    assert_eq!(header(&taken, "To"), "ines@clairlien.example");
    let letter = post.letter(id).await;
    assert_eq!((letter.state, letter.sent_at), (State::Sent, Some(post.db().clock().now())));
    assert_eq!(
        (letter.text.as_str(), letter.html.as_str()),
        ("", ""),
        "its words may hold an entry link: they go"
    );
    post.pass(5).await;
    assert_eq!(server.taken().len(), 1);
}

#[tokio::test]
async fn ops_09_a_letter_that_leaves_twice_bears_one_message_id() {
    let server = Server::start(&[Step::HangUpInData, Step::HangUpAfterData]).await;
    let post = Post::by_smtp(server.port).await;
    let id = post.send(&reset()).await;
    post.pass(5).await;
    let seen = server.seen();
    assert_eq!((seen.len(), server.taken().len()), (2, 1));
    let both = |name| seen.iter().map(|letter| header(letter, name).to_owned()).collect::<BTreeSet<_>>();
    assert_eq!(both("Message-ID"), [format!("<{id}@example.org>")].into());
    assert_eq!(both("Date").len(), 1);
    assert_eq!(post.letter(id).await.state, State::Sent);
}

#[tokio::test]
async fn ops_09_a_mail_server_down_for_an_hour_loses_nothing() {
    let port = Server::start(&[]).await.port;
    let post = Post::by_smtp(port).await;
    let mut sent = BTreeSet::new();
    for _ in 0..20 {
        sent.insert(format!("<{}@example.org>", post.send(&reset()).await));
        post.pass(3).await;
    }
    assert_eq!(post.health().await.retrying, 20);
    let errors: Vec<Option<String>> = sql("select distinct last_error from job where kind = $1")
        .bind(MAIL)
        .values(post.db())
        .await
        .unwrap();
    assert_eq!(errors, [Some("smtp: connection".to_owned())]);
    let server = Server::start_on(port, &[]).await;
    post.pass(61).await;
    let taken: Vec<String> =
        server.taken().iter().map(|letter| header(letter, "Message-ID").to_owned()).collect();
    assert_eq!(taken.len(), 20);
    assert_eq!(taken.into_iter().collect::<BTreeSet<_>>(), sent);
    assert_eq!(post.health().await, jobs::Health::default());
}

#[tokio::test]
async fn ops_09_a_letter_refused_for_good_is_shown_and_can_be_tried_again() {
    let server = Server::start(&[Step::Refuse("550 5.1.1 <ines@clairlien.example> is unknown here")]).await;
    let post = Post::by_smtp(server.port).await;
    let id = post.send(&reset()).await;
    post.pass(5).await;
    assert_eq!(post.letter(id).await.state, State::Failed);
    let [failed] = jobs::list_all(post.db(), Some("failed"), None, 10).await.unwrap().try_into().unwrap();
    assert_eq!((failed.last_error.as_deref(), failed.attempts), (Some("smtp 550"), 1));
    let tx = post.db().begin().await.unwrap();
    assert_eq!(jobs::restart_any(&tx, failed.id).await.unwrap(), jobs::Restart::Restarted);
    tx.commit().await.unwrap();
    post.run().await;
    assert_eq!((post.letter(id).await.state, server.taken().len()), (State::Sent, 1));
}

#[tokio::test]
async fn ops_09_a_wrong_password_of_ours_fails_no_letter() {
    let server = Server::start(&[Step::RefuseSignIn]).await;
    let options = SmtpOptions {
        user: Some("relais".into()),
        password: Some("hush".to_owned().into()),
        ..smtp(server.port)
    };
    let post = Post::new(Mailer::Smtp(Smtp::new(&options).unwrap())).await;
    let id = post.send(&reset()).await;
    post.run().await;
    assert_eq!(post.letter(id).await.state, State::Queued);
    post.pass(1).await;
    assert_eq!(post.letter(id).await.state, State::Sent);
}

#[tokio::test]
async fn ops_09_a_letter_leaves_with_its_cause_or_not_at_all() {
    let server = Server::start(&[]).await;
    let post = Post::by_smtp(server.port).await;
    let to = To::new("ines@clairlien.example", Locale::Fr).unwrap();
    let tx = post.db().begin().await.unwrap();
    let id = send(&tx, &words(), &to, &reset()).await.unwrap();
    tx.rollback().await.unwrap();
    post.pass(2).await;
    assert!(letter(post.db(), id).await.unwrap().is_none() && server.seen().is_empty());
}

#[tokio::test]
async fn ops_09_a_job_done_again_sends_nothing_again() {
    let server = Server::start(&[]).await;
    let post = Post::by_smtp(server.port).await;
    let id = post.send(&reset()).await;
    post.run().await;
    let tx = post.db().begin().await.unwrap();
    for letter in [id, post.db().clock().id::<MessageId>()] {
        jobs::enqueue(&tx, MAIL, &std::collections::BTreeMap::from([("letter", letter)])).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(post.run().await, 2);
    assert_eq!((server.taken().len(), post.health().await.failed), (1, 0));
}

#[tokio::test]
async fn sec_12_the_letterbox_keeps_letters_to_be_read() {
    let post = Post::new(Mailer::Letterbox).await;
    let first = post.send(&reset()).await;
    post.db().clock().advance(Duration::from_secs(1));
    let second = post.send(&reset()).await;
    post.run().await;
    let letters = letterbox(post.db(), 10).await.unwrap();
    assert_eq!(letters.iter().map(|letter| letter.id).collect::<Vec<_>>(), [second, first]);
    assert!(letters.iter().all(|letter| letter.state == State::Sent && letter.text.contains("/enter/abc")));
    assert!(!format!("{letters:?}").contains("ines@"));
}
