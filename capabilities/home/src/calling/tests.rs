//! From what happens to a baton to whom it calls, through the real jobs.

mod load;
mod shop;

use std::time::Duration;

use relais_baton::{
    Holder, accept, baton, climb, end, here, news, note, refuse, take, tell_all_in_writing, unit_leads,
    withdraw,
};
use relais_kernel::PersonId;
use relais_store::{jobs, sql};
use relais_testkit::builders::today;
use serde_json::Value;
use uuid::Uuid;

use self::shop::{Row, STONE, Shop};
use super::{CALLED, Round, there};

#[tokio::test]
async fn a_step_calls_those_of_the_team_who_are_here_once_however_often_jobs_run() {
    let w = Shop::new().await;
    let tx = w.tx().await;
    here(&tx, w.omar, today()).await.unwrap();
    tx.commit().await.unwrap();
    let id = w.stone().await;
    let page = format!("/batons/{id}");
    w.pass(5).await;
    assert_eq!(w.notices().await, [Shop::row(w.ines, "notice-reminded", page.clone())]);
    w.pass(3).await;
    let expected = {
        let mut rows = vec![
            Shop::row(w.ines, "notice-reminded", page.clone()),
            Shop::row(w.omar, "notice-offered", page),
        ];
        rows.sort();
        rows
    };
    assert_eq!(w.notices().await, expected, "Nadège did not say that she is here");
    // The same events heard again, as after a node that died before its job's end was written.
    let told: Vec<String> =
        sql("select body from outbox where name = 'baton.called'").values(&w.org).await.unwrap();
    assert_eq!(told.len(), 2);
    for body in told {
        let body: Value = serde_json::from_str(&body).unwrap();
        assert!(!body.to_string().contains("imprimante"), "an event holds nobody's words");
        let tx = w.tx().await;
        jobs::enqueue(&tx, CALLED, &body).await.unwrap();
        tx.commit().await.unwrap();
    }
    w.pass(0).await;
    assert_eq!(w.notices().await, expected);
}

#[tokio::test]
async fn exp_02_whoever_answers_at_this_hour_is_called_before_whoever_is_here_and_at_last_all() {
    let w = Shop::new().await;
    let tx = w.tx().await;
    let leads = unit_leads(&tx, w.unit).await.unwrap();
    here(&tx, w.omar, today()).await.unwrap();
    let now = tx.clock().now();
    let called = async |tx: &relais_store::OrgTx, round| {
        there(tx, leads, (today(), tx.clock().now()), round).await.unwrap()
    };
    assert_eq!(called(&tx, Round::Routed).await, [w.omar], "who said that he is here");
    let span = (now, now.plus(Duration::from_secs(3600)));
    relais_baton::stand(&tx, leads, w.nadege, span).await.unwrap().unwrap();
    assert_eq!(called(&tx, Round::Routed).await, [w.nadege], "who said that she answers now");
    assert_eq!(called(&tx, Round::Chosen).await, [w.nadege]);
    let mut all = called(&tx, Round::Whole).await;
    all.sort();
    let mut both = [w.nadege, w.omar];
    both.sort();
    assert_eq!(all, both);
    w.app.db().clock().advance(Duration::from_secs(3600));
    assert_eq!(called(&tx, Round::Routed).await, [w.omar], "her time is over");
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn a_job_that_is_killed_half_way_has_called_nobody_and_calls_when_it_is_done_again() {
    let w = Shop::new().await;
    w.stone().await;
    w.app.db().clock().advance(Duration::from_secs(5 * 3600));
    climb(w.app.db(), &[STONE]).await.unwrap();
    let body: String =
        sql("select body from outbox where name = 'baton.called'").value(&w.org).await.unwrap().unwrap();
    let called: relais_contracts::baton::Called = serde_json::from_str(&body).unwrap();
    let tx = w.tx().await;
    super::call(&tx, &vec![STONE].into(), &called.calls).await.unwrap();
    drop(tx);
    assert!(w.notices().await.is_empty());
    w.app.run_jobs().await;
    assert_eq!(w.notices().await.len(), 1);
}

#[tokio::test]
async fn when_nobody_of_the_team_said_so_all_who_are_not_away_are_called() {
    let w = Shop::new().await;
    w.stone().await;
    w.pass(8).await;
    let called: Vec<PersonId> = w
        .notices()
        .await
        .into_iter()
        .filter(|row| row.title == "notice-offered")
        .map(|row| row.person_id)
        .collect();
    assert_eq!(called, [w.nadege, w.omar]);
    let tx = w.tx().await;
    relais_baton::away(&tx, w.nadege, today().plus(3)).await.unwrap();
    tx.commit().await.unwrap();
    w.stone().await;
    w.pass(8).await;
    let again: Vec<Row> = w.notices().await.into_iter().filter(|row| row.person_id == w.nadege).collect();
    assert_eq!(
        again.iter().filter(|row| row.title == "notice-offered" && !row.urgent).count(),
        1,
        "{again:?}"
    );
}

#[tokio::test]
async fn the_last_step_is_urgent_and_no_other() {
    let w = Shop::new().await;
    w.stone().await;
    w.pass(10).await;
    let (urgent, others): (Vec<Row>, Vec<Row>) = w.notices().await.into_iter().partition(|row| row.urgent);
    assert_eq!((urgent.len(), others.len()), (1, 3), "{urgent:?} {others:?}");
}

#[tokio::test]
async fn an_offer_calls_whom_it_is_made_to_and_a_refusal_whoever_made_it() {
    let w = Shop::new().await;
    let id = w.stone().await;
    let page = format!("/batons/{id}");
    let held_out = w.offer(id, w.nadege).await;
    w.app.run_jobs().await;
    assert_eq!(w.notices().await, [Shop::row(w.nadege, "notice-offered", page.clone())]);
    let tx = w.tx().await;
    let by = w.who(w.nadege).await;
    refuse(&tx, &by, id, held_out, "en congé demain").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    assert!(w.notices().await.contains(&Shop::row(w.ines, "notice-refused", page)));
    let words: Option<i32> =
        sql("select 1 from notice where fact like '%cong%' or path like '%cong%' or title like '%cong%'")
            .value(&w.org)
            .await
            .unwrap();
    assert_eq!(words, None, "nobody's words go into a notice");
}

#[tokio::test]
async fn a_new_baton_calls_who_holds_it_or_may_take_it_and_not_who_gave_it() {
    let w = Shop::new().await;
    w.stone_for(Holder::Person(w.ines), w.waits).await;
    w.app.run_jobs().await;
    let called: Vec<_> = w.notices().await.into_iter().map(|row| (row.person_id, row.title)).collect();
    assert_eq!(called, [(w.ines, "notice-given".to_owned())]);

    let tx = w.tx().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let id = w.stone_for(Holder::Team(team), w.nadege).await;
    w.app.run_jobs().await;
    let offered = async || {
        let rows = w.notices().await.into_iter().filter(|row| row.title == "notice-offered");
        rows.map(|row| (row.person_id, row.state)).collect::<Vec<_>>()
    };
    assert_eq!(offered().await, [(w.omar, "waiting".to_owned())], "Nadège said it herself");
    let (tx, by) = (w.tx().await, w.who(w.omar).await);
    take(&tx, &by, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    assert_eq!(offered().await, [(w.omar, "over".to_owned())]);
}

#[tokio::test]
async fn what_found_somebody_calls_nobody_any_more() {
    let w = Shop::new().await;
    let id = w.stone().await;
    let held_out = w.offer(id, w.nadege).await;
    w.app.run_jobs().await;
    let tx = w.tx().await;
    accept(&tx, &w.who(w.nadege).await, id, held_out).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    assert_eq!(w.notices().await[0].state, "over");
    // Taken before the offer was heard of, and withdrawn before it was.
    let other = w.stone().await;
    let held_out = w.offer(other, w.nadege).await;
    let tx = w.tx().await;
    withdraw(&tx, &w.who(w.ines).await, other, held_out).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    assert!(w.notices().await.iter().all(|row| row.state == "over"));
}

#[tokio::test]
async fn what_a_team_holds_calls_until_somebody_takes_it() {
    let w = Shop::new().await;
    let tx = w.tx().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let id = w.stone_for(Holder::Team(team), w.waits).await;
    w.pass(5).await;
    let states = async || {
        let rows = w.notices().await.into_iter().filter(|row| row.person_id != w.waits);
        rows.map(|row| row.state).collect::<Vec<_>>()
    };
    assert_eq!(
        states().await,
        ["waiting"; 4],
        "both who answer for the unit, when it began and when it was still there"
    );
    let tx = w.tx().await;
    take(&tx, &w.who(w.omar).await, id).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    assert_eq!(states().await, ["over"; 4]);
}

#[tokio::test]
async fn who_waited_is_called_to_the_answer() {
    let w = Shop::new().await;
    let id = w.stone().await;
    let tx = w.tx().await;
    let by = w.who(w.ines).await;
    tell_all_in_writing(&tx, &by, id, "Une neuve arrive lundi").await.unwrap().unwrap();
    end(&tx, &by, &STONE, id, "done", "").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    let page = format!("/stones/{}", Uuid::from_u128(9));
    assert_eq!(
        w.notices().await,
        [Shop::row(w.waits, "notice-told", page)],
        "its end does not hide the answer"
    );
    assert!(!baton(&w.org, id).await.unwrap().unwrap().is_held());
}

#[tokio::test]
async fn who_waits_is_called_to_news_until_they_are_told() {
    let w = Shop::new().await;
    let id = w.stone().await;
    let says = async |what: &str| {
        let (tx, by) = (w.tx().await, w.who(w.ines).await);
        match what {
            "news" => news(&tx, &by, id, "Le réparateur vient jeudi.", None).await.unwrap().unwrap(),
            _ => tell_all_in_writing(&tx, &by, id, "C’est réparé.").await.unwrap().unwrap(),
        };
        tx.commit().await.unwrap();
        w.app.run_jobs().await;
        let rows = w.notices().await.into_iter().filter(|row| row.person_id == w.waits);
        rows.map(|row| (row.title, row.state)).collect::<Vec<_>>()
    };
    let row = |title: &str, state: &str| (title.to_owned(), state.to_owned());
    assert_eq!(says("news").await, [row("notice-news", "waiting")]);
    assert_eq!(says("told").await, [row("notice-news", "over"), row("notice-told", "waiting")]);
}

#[tokio::test]
async fn who_waits_hears_that_somebody_took_it_and_not_when_the_answer_came_with_it() {
    let w = Shop::new().await;
    let tx = w.tx().await;
    let team = unit_leads(&tx, w.unit).await.unwrap();
    tx.commit().await.unwrap();
    let heard = async || {
        w.app.run_jobs().await;
        let rows = w.notices().await.into_iter().filter(|row| row.person_id == w.waits);
        rows.map(|row| row.title).collect::<Vec<_>>()
    };
    let (first, second) =
        (w.stone_for(Holder::Team(team), w.waits).await, w.stone_for(Holder::Team(team), w.waits).await);
    let (tx, by) = (w.tx().await, w.who(w.omar).await);
    take(&tx, &by, first).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(heard().await, ["notice-news"]);
    let tx = w.tx().await;
    take(&tx, &by, second).await.unwrap().unwrap();
    tell_all_in_writing(&tx, &by, second, "C’est réparé.").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert_eq!(heard().await, ["notice-news", "notice-told"]);
}

#[tokio::test]
async fn whoever_holds_it_is_called_to_a_word_that_somebody_else_added() {
    let w = Shop::new().await;
    let id = w.stone().await;
    for by in [w.ines, w.waits] {
        let (tx, by) = (w.tx().await, w.who(by).await);
        note(&tx, &by, id, "Encore ce matin.").await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }
    w.app.run_jobs().await;
    assert_eq!(
        w.notices().await,
        [Shop::row(w.ines, "notice-said", format!("/stones/{}", Uuid::from_u128(9)))]
    );
}

#[tokio::test]
async fn a_word_to_whoever_keeps_it_outlives_an_offer_that_was_withdrawn() {
    let w = Shop::new().await;
    let id = w.stone().await;
    let offered = w.offer(id, w.nadege).await;
    let (tx, waits, ines) = (w.tx().await, w.who(w.waits).await, w.who(w.ines).await);
    note(&tx, &waits, id, "Encore ce matin.").await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    let tx = w.tx().await;
    withdraw(&tx, &ines, id, offered).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    w.app.run_jobs().await;
    let rows = w.notices().await.into_iter().map(|row| (row.person_id, row.title, row.state));
    let mut rows: Vec<_> = rows.collect();
    rows.sort();
    let row = |person, title: &str, state: &str| (person, title.to_owned(), state.to_owned());
    let mut expected = vec![row(w.ines, "notice-said", "waiting"), row(w.nadege, "notice-offered", "over")];
    expected.sort();
    assert_eq!(rows, expected);
}

#[tokio::test]
async fn many_steps_are_told_in_few_events() {
    let w = Shop::new().await;
    for _ in 0..30 {
        w.stone().await;
    }
    w.app.db().clock().advance(Duration::from_secs(5 * 3600));
    while climb(w.app.db(), &[STONE]).await.unwrap() > 0 {}
    let events: i64 =
        sql("select count(*) from outbox where name = 'baton.called'").value(&w.org).await.unwrap().unwrap();
    assert_eq!(events, 1);
    w.app.run_jobs().await;
    assert_eq!(w.notices().await.len(), 30);
}
