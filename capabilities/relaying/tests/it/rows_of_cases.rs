//! What the database itself refuses of customers' requests.

use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};

use crate::{rows::a_promise, world::World};

pub(crate) fn case(world: &World, promise: uuid::Uuid) -> Row {
    Row::new(
        "customer_case",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("contact_id", None::<uuid::Uuid>.into()),
            ("unit_id", world.evry.into()),
            ("promise_id", promise.into()),
            ("channel", "shop".into()),
            ("reference", "A1".into()),
            ("text", "Le voyant clignote.".into()),
            ("next_contact_at", Some(9_i64).into()),
            ("outcome", None::<String>.into()),
            ("outcome_words", "".into()),
            ("appeal", "".into()),
            ("opened_at", 1_i64.into()),
            ("opened_day", 20_261_121_i32.into()),
            ("ended_day", None::<i32>.into()),
            ("ended_at", None::<i64>.into()),
        ],
    )
}

fn ended(row: &Row, outcome: &str) -> Row {
    let row = row.clone().with("outcome", outcome).with("ended_day", 20_261_122_i32).with("ended_at", 5_i64);
    row.with("outcome_words", "").with("next_contact_at", None::<i64>)
}

#[tokio::test]
async fn ref_18_exp_03_a_case_is_whole() {
    let world = World::new().await;
    let good = case(&world, a_promise(&world).await);
    for (rule, bad) in [
        ("case_of_contact", good.clone().with("contact_id", id())),
        ("case_of_unit", good.clone().with("unit_id", id())),
        ("case_has_a_promise", good.clone().with("promise_id", id())),
        ("case_filled", good.clone().with("text", "")),
        ("case_reference_short", good.clone().with("reference", "A".repeat(41))),
        ("case_channel_known", good.clone().with("channel", "pigeon")),
        ("case_outcome_known", ended(&good, "nothing_possible")),
        ("case_end_complete", ended(&good, "solved").with("ended_at", None::<i64>)),
        ("open_case_has_a_next_contact", good.clone().with("next_contact_at", None::<i64>)),
        ("case_refused_with_reason_and_appeal", ended(&good, "refused").with("outcome_words", "Non.")),
        ("case_relayed_to_somebody", ended(&good, "relayed")),
        ("case_relayed_to_somebody", ended(&good, "alternative")),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    good.again().is_refused(&world.org, "unique_customer_case__promise_id").await;
    for (rule, change) in [
        ("what_a_customer_asked_stays", "update customer_case set text = 'Autre chose.'"),
        ("open_case_is_never_removed", "delete from customer_case"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).push(" where org_id = ").arg(world.org.org()).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
    let tx = world.org.begin().await.unwrap();
    let end = "update customer_case set outcome = 'solved', ended_day = 20261122, ended_at = 5, next_contact_at = null";
    sql(end).run(&tx).await.unwrap();
    refused_by(
        sql("update customer_case set outcome = 'withdrawn'").run(&tx).await,
        "ended_case_stays_ended",
    );
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn exp_03_calls_and_contacts_of_a_case_are_whole_and_stay() {
    let world = World::new().await;
    let org = world.org.org();
    let theme = world.group().await;
    world.asks(&theme, "Le voyant clignote.").await;
    let row = case(&world, a_promise(&world).await);
    row.is_taken(&world.org).await;
    let of = only(&world.org, "customer_case").await;
    let asked = Row::new(
        "case_question",
        vec![
            ("org_id", org.into()),
            ("question_id", only(&world.org, "question").await.into()),
            ("case_id", of.into()),
        ],
    );
    let call = Row::new(
        "reassurance_call",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("case_id", of.into()),
            ("due_at", 5_i64.into()),
            ("promised_at", 9_i64.into()),
            ("state", "due".into()),
            ("noted_at", None::<i64>.into()),
        ],
    );
    let touch = Row::new(
        "case_touch",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("case_id", of.into()),
            ("place", 0_i64.into()),
            ("channel", "shop".into()),
            ("kind", "visit".into()),
            ("result", "heard".into()),
            ("text", "".into()),
            ("at", 1_i64.into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("asked_for_case", asked.clone().with("case_id", id())),
        ("asked_as_question", asked.clone().with("question_id", id())),
        ("reassurance_in_case", call.clone().with("case_id", id())),
        ("reassurance_state_known", call.clone().with("state", "lost").with("noted_at", 6_i64)),
        ("reassurance_result_has_a_moment", call.clone().with("state", "done")),
        ("reassurance_before_the_promise", call.clone().with("due_at", 10_i64)),
        ("touch_of_case", touch.clone().with("case_id", id())),
        ("touch_channel_known", touch.clone().with("channel", "pigeon")),
        ("touch_kind_known", touch.clone().with("kind", "glance")),
        ("touch_result_known", touch.clone().with("result", "maybe")),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    for good in [&asked, &call, &touch] {
        good.is_taken(&world.org).await;
    }
    call.again().is_refused(&world.org, "unique_reassurance_call__case_id").await;
    touch.again().is_refused(&world.org, "unique_case_touch__case_id_place").await;
    for (rule, change) in [
        ("reassurance_is_never_removed", "delete from reassurance_call"),
        ("reassurance_result_stays", "update reassurance_call set due_at = 6"),
        ("touches_are_kept", "delete from case_touch"),
        ("touches_are_kept", "update case_touch set result = 'missed'"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).push(" where org_id = ").arg(org).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
    let tx = world.org.begin().await.unwrap();
    sql("update reassurance_call set state = 'done', noted_at = 6").run(&tx).await.unwrap();
    refused_by(
        sql("update reassurance_call set state = 'missed'").run(&tx).await,
        "reassurance_result_stays",
    );
    tx.rollback().await.unwrap();
}
