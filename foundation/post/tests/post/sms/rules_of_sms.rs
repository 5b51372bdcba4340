//! What the tables of text messages refuse by themselves.

use relais_kernel::{Instant, OrgId};
use relais_store::{Error, InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id},
};
use sea_orm::Value;
use uuid::Uuid;

use super::World;

const NO_MOMENT: Option<Instant> = None;
const NO_TEXT: Option<String> = None;
const NO_BYTES: Option<Vec<u8>> = None;

async fn waiting(w: &World) -> Row {
    Row::new(
        "sms",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("contact_id", w.ines().await.into()),
            ("ledger_id", id().into()),
            ("class", "service".into()),
            ("haste", "usual".into()),
            ("text", Some(vec![1_u8]).into()),
            ("parts", 1_i32.into()),
            ("state", "waiting".into()),
            ("tries", 0_i32.into()),
            ("local_day", 20_261_121_i32.into()),
            ("not_before", Some(w.now()).into()),
            ("leased_until", NO_MOMENT.into()),
            ("reason", NO_TEXT.into()),
            ("gateway_ref", NO_TEXT.into()),
            ("created_at", w.now().into()),
            ("settled_at", NO_MOMENT.into()),
        ],
    )
}

fn leaving(row: &Row, w: &World) -> Row {
    row.clone().with("state", "leaving").with("not_before", NO_MOMENT).with("leased_until", Some(w.now()))
}

fn settled(row: &Row, w: &World, state: &'static str) -> Row {
    let row = row.clone().with("state", state).with("not_before", NO_MOMENT).with("text", NO_BYTES);
    row.with("settled_at", Some(w.now())).with("reason", Some("http 500".to_owned()))
}

#[tokio::test]
async fn a_text_message_is_whole() {
    let w = World::new().await;
    let good = waiting(&w).await;
    let again = || good.clone().again().with("ledger_id", id());
    let failed = settled(&again(), &w, "failed");
    for (rule, bad) in [
        ("sms_to_contact", again().with("contact_id", Uuid::from_u128(7))),
        ("sms_class_known", again().with("class", "promotion")),
        ("sms_haste_known", again().with("haste", "now")),
        ("sms_parts_within_reason", again().with("parts", 4_i32)),
        ("sms_parts_within_reason", again().with("parts", 0_i32)),
        ("sms_waiting_is_due", again().with("not_before", NO_MOMENT)),
        ("sms_waiting_is_due", failed.clone().with("not_before", Some(w.now()))),
        ("sms_leaving_is_leased", leaving(&again(), &w).with("leased_until", NO_MOMENT)),
        ("sms_leaving_is_leased", again().with("leased_until", Some(w.now()))),
        ("sms_settled_has_a_moment", failed.clone().with("settled_at", NO_MOMENT)),
        ("sms_settled_has_a_moment", again().with("settled_at", Some(w.now()))),
        ("sms_has_words_to_leave", again().with("text", NO_BYTES)),
        ("sms_has_words_to_leave", leaving(&again(), &w).with("text", NO_BYTES)),
        ("sms_fault_has_a_reason", failed.clone().with("reason", NO_TEXT)),
        ("sms_fault_has_a_reason", settled(&again(), &w, "unclear").with("reason", NO_TEXT)),
        ("sms_ref_is_short", failed.clone().with("gateway_ref", Some("x".repeat(101)))),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    // A state that nobody knows is settled: no other rule speaks of it.
    settled(&again(), &w, "lost").is_refused(&w.org, "sms_state_known").await;
    good.is_taken(&w.org).await;
    good.clone().again().is_refused(&w.org, "unique_sms__ledger_id").await;
}

/// A change of the only row, past the rules of the code.
async fn set(w: &World, columns: &[(&'static str, Value)]) -> Result<u64, Error> {
    let tx = w.org.begin().await.unwrap();
    let mut query = sql("update sms set org_id = org_id");
    for (column, value) in columns {
        query = query.push(", ").push(column).push(" = ").arg(value.clone());
    }
    let done = query.push(" where org_id = ").arg(w.org.org()).run(&tx).await;
    tx.rollback().await.unwrap();
    done
}

#[tokio::test]
async fn ops_09_what_may_have_left_never_leaves_again() {
    for state in ["unclear", "sent", "delivered", "failed"] {
        let w = World::new().await;
        settled(&waiting(&w).await, &w, state).with("text", Some(vec![1_u8])).is_taken(&w.org).await;
        let nothing = NO_MOMENT.into();
        let resent =
            [("state", "waiting".into()), ("not_before", Some(w.now()).into()), ("settled_at", nothing)];
        refused_by(set(&w, &resent).await, "unclear_sms_is_never_resent");
        let nothing = NO_MOMENT.into();
        let again =
            [("state", "leaving".into()), ("leased_until", Some(w.now()).into()), ("settled_at", nothing)];
        refused_by(set(&w, &again).await, "unclear_sms_is_never_resent");
        let arrived = set(&w, &[("state", "delivered".into())]).await;
        match state {
            "failed" => refused_by(arrived, "unclear_sms_is_never_resent"),
            _ => assert_eq!(arrived.unwrap(), 1, "{state}"),
        }
    }
}

#[tokio::test]
async fn a_text_message_stays_as_it_was_written() {
    let w = World::new().await;
    waiting(&w).await.is_taken(&w.org).await;
    refused_by(set(&w, &[("text", Some(vec![2_u8]).into())]).await, "sms_text_stays");
    for (column, value) in [
        ("contact_id", Value::from(w.others(1).await[0])),
        ("ledger_id", id().into()),
        ("class", "hazard".into()),
        ("haste", "awaited".into()),
        ("parts", 2_i32.into()),
        ("local_day", 20_261_122_i32.into()),
        ("created_at", Instant(0).into()),
    ] {
        refused_by(set(&w, &[(column, value)]).await, "sms_stays_as_written");
    }
}

#[tokio::test]
async fn a_gateways_id_stays() {
    let w = World::new().await;
    let sent = settled(&waiting(&w).await, &w, "sent").with("gateway_ref", Some("gw-1".to_owned()));
    sent.is_taken(&w.org).await;
    refused_by(set(&w, &[("gateway_ref", "gw-2".into())]).await, "sms_ref_stays");
}

#[tokio::test]
async fn sec_06_a_sender_is_of_an_organisation_and_short() {
    let w = World::new().await;
    let sender = Row::new(
        "sms_sender",
        vec![("org_id", w.org.org().into()), ("name", "Clairlien".into()), ("set_at", w.now().into())],
    );
    sender.clone().with("name", "ab").is_refused(&w.org, "sms_sender_is_short").await;
    sender.clone().with("name", "abcdefghijkl").is_refused(&w.org, "sms_sender_is_short").await;
    sender.clone().with("org_id", OrgId(id())).is_refused(&w.org, "sms_sender_of_organisation").await;
    sender.is_taken(&w.org).await;
}
