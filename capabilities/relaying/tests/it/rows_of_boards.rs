//! What the database refuses of boards, ties, judgements and thanks.

use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};

use crate::{crowd::Crowd, rows::a_promise};

const MONTH: i32 = 20_261_101;

async fn refuses(crowd: &Crowd, rule: &str, change: &'static str) {
    let tx = crowd.world.org.begin().await.unwrap();
    refused_by(sql(change).run(&tx).await, rule);
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn prv_09_batches_are_of_enough_and_stay_as_they_were_counted() {
    let crowd = Crowd::new().await;
    let org = crowd.world.org.org();
    let batch = Row::new(
        "board_batch",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("cell", "group:1".into()),
            ("kind", "answered".into()),
            ("month", MONTH.into()),
            ("facts", 10_i32.into()),
            ("people", 3_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("batch_kind_known", batch.clone().with("kind", "guessed")),
        ("batch_of_some_facts", batch.clone().with("facts", 2_i32)),
        ("batch_of_three_people", batch.clone().with("people", 2_i32)),
    ] {
        bad.again().is_refused(&crowd.world.org, rule).await;
    }
    batch.is_taken(&crowd.world.org).await;
    let batch = only(&crowd.world.org, "board_batch").await;
    let count = Row::new(
        "board_count",
        vec![
            ("org_id", org.into()),
            ("batch_id", batch.into()),
            ("what", "good".into()),
            ("bucket", 1_i32.into()),
            ("n", 10_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("count_of_batch", count.clone().with("batch_id", id())),
        ("count_what_known", count.clone().with("what", "person")),
        ("count_of_something", count.clone().with("n", 0_i32)),
    ] {
        bad.is_refused(&crowd.world.org, rule).await;
    }
    count.is_taken(&crowd.world.org).await;
    for (rule, change) in [
        ("batch_stays_as_it_was_counted", "update board_batch set people = 9"),
        ("batch_stays_as_it_was_counted", "delete from board_batch"),
        ("count_stays_as_it_was_counted", "update board_count set n = 9"),
        ("count_stays_as_it_was_counted", "delete from board_count"),
    ] {
        refuses(&crowd, rule, change).await;
    }
    let promise = a_promise(&crowd.world).await;
    let fact = Row::new(
        "board_fact",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("cell", "group:1".into()),
            ("kind", "answered".into()),
            ("month", MONTH.into()),
            ("subject_id", id().into()),
            ("promise_id", promise.into()),
            ("good", 1_i32.into()),
            ("late", 0_i32.into()),
            ("refused", 0_i32.into()),
            ("waited", 60_i64.into()),
            ("batch_id", batch.into()),
        ],
    );
    for (rule, bad) in [
        ("fact_of_promise", fact.clone().with("promise_id", id())),
        ("fact_in_batch", fact.clone().with("batch_id", id())),
        ("fact_kind_known", fact.clone().with("kind", "guessed")),
        ("fact_takes_no_negative_time", fact.clone().with("waited", -1_i64)),
    ] {
        bad.again().is_refused(&crowd.world.org, rule).await;
    }
    fact.is_taken(&crowd.world.org).await;
    fact.again().is_refused(&crowd.world.org, "unique_board_fact__kind_cell_subject_id").await;
    refuses(&crowd, "counted_fact_stays", "update board_fact set good = 0").await;
    refuses(&crowd, "counted_fact_stays", "delete from board_fact").await;
}

#[tokio::test]
async fn exp_08_a_tie_is_of_two_units_and_its_first_month_stays() {
    let crowd = Crowd::new().await;
    crowd.asked(crowd.askers[0], crowd.experts[0], 5).await;
    let (world, org) = (&crowd.world, crowd.world.org.org());
    let unit: uuid::Uuid = sql("select helping_id from help_tie").value(&world.org).await.unwrap().unwrap();
    let group: uuid::Uuid = crowd.group.parse().unwrap();
    let tie = Row::new(
        "help_tie",
        vec![
            ("org_id", org.into()),
            ("asking_id", unit.into()),
            ("helping_id", world.evry.into()),
            ("group_id", group.into()),
            ("first_month", MONTH.into()),
        ],
    );
    for (rule, bad) in [
        ("tie_of_asking_unit", tie.clone().with("asking_id", id())),
        ("tie_of_helping_unit", tie.clone().with("helping_id", id())),
        ("tie_by_group", tie.clone().with("group_id", id())),
        ("tie_of_two_units", tie.clone().with("helping_id", unit)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    let month = Row::new(
        "help_month",
        vec![
            ("org_id", org.into()),
            ("asking_id", unit.into()),
            ("helping_id", world.evry.into()),
            ("month", MONTH.into()),
            ("n", 1_i32.into()),
        ],
    );
    month.is_refused(&world.org, "month_of_tie").await;
    tie.is_taken(&world.org).await;
    month.clone().with("n", 0_i32).is_refused(&world.org, "month_of_some_help").await;
    month.is_taken(&world.org).await;
    let side = Row::new(
        "help_side",
        vec![
            ("org_id", org.into()),
            ("unit_id", unit.into()),
            ("month", MONTH.into()),
            ("side", "asks".into()),
            ("people", 1_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("side_of_unit", side.clone().with("unit_id", id())),
        ("side_known", side.clone().with("side", "watches")),
        ("side_of_somebody", side.clone().with("people", 0_i32)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    side.is_taken(&world.org).await;
    refuses(&crowd, "first_help_stays_first", "update help_tie set first_month = 20261201").await;
}

#[tokio::test]
async fn voc_07_an_answer_is_judged_and_thanked_for_once() {
    let crowd = Crowd::new().await;
    let asked = crowd.asked(crowd.askers[0], crowd.experts[0], 5).await;
    let (world, org) = (&crowd.world, crowd.world.org.org());
    let question: uuid::Uuid = asked.rsplit('/').next().unwrap().parse().unwrap();
    let fields = [("theme", crowd.theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let open = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    let open: uuid::Uuid = open.rsplit('/').next().unwrap().parse().unwrap();
    let help = Row::new(
        "question_help",
        vec![
            ("org_id", org.into()),
            ("question_id", question.into()),
            ("helped", "yes".into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("help_of_question", help.clone().with("question_id", id())),
        ("help_known", help.clone().with("helped", "much")),
        ("judged_once_answered", help.clone().with("question_id", open)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    help.is_taken(&world.org).await;
    let again = Row::new(
        "question_again",
        vec![("org_id", org.into()), ("question_id", open.into()), ("earlier_id", question.into())],
    );
    for (rule, bad) in [
        ("again_of_question", again.clone().with("question_id", id())),
        ("again_after_question", again.clone().with("earlier_id", id())),
        ("again_after_another", again.clone().with("earlier_id", open)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    again.is_taken(&world.org).await;
    let time = Row::new(
        "question_time",
        vec![
            ("org_id", org.into()),
            ("question_id", open.into()),
            ("worked", 5_i64.into()),
            ("in_target", 1_i32.into()),
        ],
    );
    time.clone().with("question_id", id()).is_refused(&world.org, "time_of_question").await;
    time.clone().with("worked", -1_i64).is_refused(&world.org, "question_time_not_negative").await;
    time.is_taken(&world.org).await;
    refuses(&crowd, "question_time_stays", "update question_time set worked = 1").await;
    let thanks = Row::new(
        "answer_thanks",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("question_id", question.into()),
            ("group_id", crowd.group.parse::<uuid::Uuid>().unwrap().into()),
            ("person_id", world.karim.into()),
            ("words", "Merci.".into()),
            ("day", 20_261_121_i32.into()),
            ("at", 1_i64.into()),
            ("public", 0_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("thanks_for_question", thanks.clone().with("question_id", id())),
        ("thanks_in_group", thanks.clone().with("group_id", id())),
        ("thanks_to_person", thanks.clone().with("person_id", id())),
        ("thanks_filled", thanks.clone().with("words", "é".repeat(301))),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    thanks.is_taken(&world.org).await;
    thanks.again().is_refused(&world.org, "unique_answer_thanks__question_id").await;
    refuses(&crowd, "thanks_stay_as_they_were_said", "update answer_thanks set words = 'Autre.'").await;
}
