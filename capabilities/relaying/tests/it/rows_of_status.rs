//! What the database itself refuses of customers' links, of what they write, and of what they answer.

use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};

use crate::{rows::a_promise, rows_of_cases::case, world::World};

/// An answer about Évry.
pub(crate) fn effort(world: &World) -> Row {
    Row::new(
        "effort_answer",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("unit_id", world.evry.into()),
            ("group_id", None::<uuid::Uuid>.into()),
            ("answered_day", 20_261_121_i32.into()),
            ("score", 6_i32.into()),
            ("words", "".into()),
        ],
    )
    .again()
}

/// Says that a rule refuses each change, of rows that are there.
async fn refuses(world: &World, rules: &[(&str, &'static str)]) {
    for (rule, change) in rules {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).push(" where org_id = ").arg(world.org.org()).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
}

#[tokio::test]
async fn map_08_a_link_is_whole_and_one_of_a_request() {
    let world = World::new().await;
    case(&world, a_promise(&world).await).is_taken(&world.org).await;
    let of = only(&world.org, "customer_case").await;
    let good = Row::new(
        "case_link",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("case_id", of.into()),
            ("hash", vec![7_u8; 32].into()),
            ("secret", Some(vec![1_u8]).into()),
            ("made_day", 20_261_121_i32.into()),
            ("texted_day", None::<i32>.into()),
            ("revoked_day", None::<i32>.into()),
            ("answered", false.into()),
        ],
    );
    for (rule, bad) in [
        ("link_of_case", good.clone().with("case_id", id())),
        ("link_hash_whole", good.clone().with("hash", vec![7_u8; 31])),
        ("revoked_link_holds_no_secret", good.clone().with("revoked_day", Some(20_261_121_i32))),
        ("revoked_link_holds_no_secret", good.clone().with("secret", None::<Vec<u8>>)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    good.clone()
        .again()
        .with("hash", vec![8_u8; 32])
        .is_refused(&world.org, "unique_case_link__case_id")
        .await;
    refuses(&world, &[("link_opens_what_it_opened", "update case_link set made_day = 20261120")]).await;
    let tx = world.org.begin().await.unwrap();
    sql("update case_link set answered = (1 = 1)").run(&tx).await.unwrap();
    refused_by(sql("update case_link set answered = (1 = 0)").run(&tx).await, "effort_is_answered_once");
    tx.rollback().await.unwrap();
    let revoke = "update case_link set revoked_day = 20261122, secret = null";
    let tx = world.org.begin().await.unwrap();
    sql(revoke).run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    refuses(
        &world,
        &[("revoked_link_stays_revoked", "update case_link set revoked_day = null, secret = hash")],
    )
    .await;
    good.again().is_refused(&world.org, "unique_case_link__hash").await;
}

#[tokio::test]
async fn map_08_what_a_customer_writes_is_whole_bounded_and_stays() {
    let world = World::new().await;
    case(&world, a_promise(&world).await).is_taken(&world.org).await;
    let of = only(&world.org, "customer_case").await;
    let good = Row::new(
        "case_message",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("case_id", of.into()),
            ("nth", 1_i32.into()),
            ("kind", "sooner".into()),
            ("text", "".into()),
            ("at", 5_i64.into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("message_kind_known", good.clone().with("kind", "shout")),
        ("message_short", good.clone().with("text", "é".repeat(501))),
        ("message_three_a_day", good.clone().with("nth", 4_i32)),
        ("message_three_a_day", good.clone().with("nth", 0_i32)),
        ("message_of_case", good.clone().with("case_id", id())),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    good.clone().again().is_refused(&world.org, "unique_case_message__case_id_day_nth").await;
    refuses(
        &world,
        &[
            ("what_a_customer_wrote_stays", "update case_message set text = 'Autre.'"),
            ("what_a_customer_wrote_stays", "delete from case_message"),
        ],
    )
    .await;
    let tx = world.org.begin().await.unwrap();
    sql("update customer_case set outcome = 'solved', ended_day = 20261122, ended_at = 5, next_contact_at = null")
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    good.again().with("nth", 2_i32).is_refused(&world.org, "message_while_they_wait").await;
    // With the request goes what was written about it.
    let tx = world.org.begin().await.unwrap();
    sql("delete from customer_case").run(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let left: Option<i64> = sql("select count(*) from case_message").value(&world.org).await.unwrap();
    assert_eq!(left, Some(0));
}

#[tokio::test]
async fn voc_07_an_answer_is_whole_and_stays_as_it_was_given() {
    let world = World::new().await;
    let good = effort(&world).with("words", "Simple.");
    for (rule, bad) in [
        ("effort_of_unit", good.clone().with("unit_id", id())),
        ("effort_of_group", good.clone().with("group_id", id())),
        ("effort_score_known", good.clone().with("score", 0_i32)),
        ("effort_score_known", good.clone().with("score", 8_i32)),
        ("effort_words_short", good.clone().with("words", "é".repeat(501))),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    refuses(
        &world,
        &[
            ("effort_stays_as_answered", "update effort_answer set score = 1"),
            ("effort_stays_as_answered", "update effort_answer set answered_day = 20261122"),
            ("effort_words_are_only_erased", "update effort_answer set words = 'Autre.'"),
            ("effort_is_never_removed", "delete from effort_answer"),
        ],
    )
    .await;
}
