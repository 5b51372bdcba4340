//! The database's own rules, each by its name: what the code refuses with a sentence, the tables refuse too.

use relais_contact::{How, Purpose, SuppressionSource, consent, erase, opt_out};
use relais_kernel::{Instant, OrgId};
use relais_store::{Error, InOrg as _, sql};
use relais_testkit::{
    builders::{day, today},
    refused_by,
    rows::{Row, id},
};
use sea_orm::Value;
use uuid::Uuid;

use crate::world::{DAY, World};

const NO_BYTES: Option<Vec<u8>> = None;
const NO_TEXT: Option<String> = None;

/// A change of one row, past the rules of the code.
async fn set(w: &World, table: &str, row: Uuid, column: &str, value: impl Into<Value>) -> Result<u64, Error> {
    let tx = w.org.begin().await.unwrap();
    let query = sql("update ").push(table).push(" set ").push(column).push(" = ").arg(value);
    let done = query.push(" where org_id = ").arg(w.org.org()).push(" and id = ").arg(row).run(&tx).await;
    tx.rollback().await.unwrap();
    done
}

fn contact(w: &World) -> Row {
    Row::new(
        "contact",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("phone", vec![1_u8, 2].into()),
            ("phone_hash", vec![1_u8; 32].into()),
            ("phone_kind", "mobile".into()),
            ("locale", "fr".into()),
            ("made_day", today().into()),
            ("last_used_day", today().into()),
        ],
    )
}

#[tokio::test]
async fn a_contacts_row_is_whole_and_can_be_reached_or_is_empty() {
    let w = World::new().await;
    let good = contact(&w);
    let bare = good.clone().with("phone", NO_BYTES).with("phone_hash", NO_BYTES).with("phone_kind", NO_TEXT);
    let mailed = good.clone().with("email", vec![3_u8]).with("email_hash", vec![3_u8; 32]);
    for (rule, bad) in [
        ("contact_of_organisation", good.clone().with("org_id", OrgId(id()))),
        ("contact_reachable_or_erased", bare.clone()),
        ("contact_reachable_or_erased", good.clone().with("erased_day", today())),
        (
            "contact_reachable_or_erased",
            bare.clone().with("given_name", vec![1_u8]).with("erased_day", today()),
        ),
        ("contact_phone_whole", mailed.clone().with("phone", NO_BYTES)),
        ("contact_phone_whole", good.clone().with("phone_kind", NO_TEXT)),
        ("contact_email_whole", good.clone().with("email_hash", vec![1_u8; 32])),
        ("contact_hashes_whole", good.clone().with("phone_hash", vec![1_u8; 31])),
        ("contact_hashes_whole", mailed.clone().with("email_hash", vec![1_u8; 33])),
        ("contact_phone_kind_known", good.clone().with("phone_kind", "pigeon")),
        ("contact_locale_known", good.clone().with("locale", "de")),
        ("contact_days_in_order", good.clone().with("last_used_day", day("2026-01-01"))),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    mailed.is_taken(&w.org).await;
    let fresh = good.again();
    fresh.is_refused(&w.org, "unique_contact__phone_hash").await;
    let fresh =
        fresh.with("phone_hash", vec![2_u8; 32]).with("email", vec![3_u8]).with("email_hash", vec![3_u8; 32]);
    fresh.is_refused(&w.org, "unique_contact__email_hash").await;
    bare.again().with("erased_day", today()).is_taken(&w.org).await;
}

#[tokio::test]
async fn whoever_was_erased_never_comes_back_into_their_row() {
    let w = World::new().await;
    let id = w.ines().await;
    let tx = w.org.begin().await.unwrap();
    erase(&tx, id, today()).await.unwrap();
    tx.commit().await.unwrap();
    refused_by(set(&w, "contact", id.into(), "locale", "en").await, "erased_contact_stays_erased");
}

#[tokio::test]
async fn a_consent_stays_as_it_was_given_and_as_it_was_taken_back() {
    let w = World::new().await;
    let of = w.ines().await;
    let good = Row::new(
        "contact_consent",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("contact_id", of.into()),
            ("purpose", "survey".into()),
            ("how", "said".into()),
            ("given_at", Instant(5).into()),
        ],
    );
    for (rule, bad) in [
        ("consent_of_contact", good.clone().with("contact_id", id())),
        ("consent_purpose_known", good.clone().with("purpose", "fun")),
        ("consent_how_known", good.clone().with("how", "guessed")),
        ("consent_withdrawn_after_given", good.clone().with("withdrawn_at", Instant(4))),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    let row = id();
    good.clone().with("id", row).is_taken(&w.org).await;
    good.again().is_refused(&w.org, "unique_contact_consent__contact_id_purpose").await;
    let change = |column: &'static str, value: Value| set(&w, "contact_consent", row, column, value);
    refused_by(change("how", "page".into()).await, "consent_stays_as_given");
    change("withdrawn_at", Instant(9).into()).await.unwrap();
    let tx = w.org.begin().await.unwrap();
    relais_contact::withdraw(&tx, of, Purpose::Survey).await.unwrap();
    consent(&tx, of, Purpose::Survey, How::Said).await.unwrap();
    tx.commit().await.unwrap();
    refused_by(change("withdrawn_at", None::<i64>.into()).await, "withdrawn_consent_stays_withdrawn");
}

#[tokio::test]
async fn a_suppression_is_whole_and_never_goes() {
    let w = World::new().await;
    let good = Row::new(
        "contact_suppression",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("hash", vec![1_u8; 32].into()),
            ("channel", "sms".into()),
            ("source", "import".into()),
            ("since_day", today().into()),
        ],
    );
    let lifted =
        |on: &str, how: &'static str| good.clone().with("lifted_day", day(on)).with("lifted_how", how);
    for (rule, bad) in [
        ("suppression_of_organisation", good.clone().with("org_id", OrgId(id()))),
        ("suppression_hash_whole", good.clone().with("hash", vec![1_u8; 8])),
        ("suppression_channel_known", good.clone().with("channel", "pigeon")),
        ("suppression_source_known", good.clone().with("source", "rumour")),
        ("suppression_lifted_whole", good.clone().with("lifted_day", today())),
        ("suppression_lifted_whole", lifted("2026-01-01", "said")),
        ("suppression_lifted_how_known", lifted("2026-11-21", "guessed")),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    let row = id();
    good.clone().with("id", row).is_taken(&w.org).await;
    good.clone().again().is_refused(&w.org, "unique_contact_suppression__hash_channel").await;
    let tx = w.org.begin().await.unwrap();
    let gone = sql("delete from contact_suppression where id = $1").bind(row).run(&tx).await;
    refused_by(gone, "suppression_is_never_removed");
    tx.rollback().await.unwrap();
    let moved = set(&w, "contact_suppression", row, "hash", vec![2_u8; 32]).await;
    refused_by(moved, "suppression_stays_as_said");
    let once = id();
    lifted("2026-11-21", "said").with("id", once).is_taken(&w.org).await;
    let again = set(&w, "contact_suppression", once, "lifted_how", "page").await;
    refused_by(again, "lifted_suppression_stays_lifted");
    let of = w.ines().await;
    let tx = w.org.begin().await.unwrap();
    opt_out(&tx, of, SuppressionSource::Customer, today()).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn the_ledger_is_whole_and_stays_as_noted() {
    let w = World::new().await;
    let good = Row::new(
        "contact_ledger",
        vec![
            ("org_id", w.org.org().into()),
            ("id", id().into()),
            ("contact_hash", vec![1_u8; 32].into()),
            ("class", "service".into()),
            ("channel", "sms".into()),
            ("at", Instant(5).into()),
            ("local_day", today().into()),
            ("state", "leaving".into()),
        ],
    );
    let second = good
        .clone()
        .with("class", "second_measure")
        .with("about_kind", "listening.followup")
        .with("about_id", id());
    for (rule, bad) in [
        ("ledger_of_organisation", good.clone().with("org_id", OrgId(id()))),
        ("ledger_hash_whole", good.clone().with("contact_hash", vec![1_u8; 8])),
        ("ledger_class_known", good.clone().with("class", "advert")),
        ("ledger_channel_known", good.clone().with("channel", "pigeon")),
        ("ledger_state_known", good.clone().with("state", "lost")),
        ("ledger_about_whole", good.clone().with("about_id", id())),
        ("ledger_second_measure_about_something", good.clone().with("class", "second_measure")),
    ] {
        bad.is_refused(&w.org, rule).await;
    }
    second.clone().again().is_taken(&w.org).await;
    // About the same thing, long after.
    let twice = second.again().with("at", Instant(5 + 90 * DAY));
    twice.clone().is_refused(&w.org, "unique_contact_ledger__about_kind_about_id").await;
    twice.with("state", "failed").is_taken(&w.org).await;
    let row = id();
    good.clone().with("id", row).is_taken(&w.org).await;
    refused_by(set(&w, "contact_ledger", row, "at", Instant(6)).await, "ledger_stays_as_noted");
    set(&w, "contact_ledger", row, "state", "sent").await.unwrap();
    let done = id();
    good.with("id", done).with("state", "sent").is_taken(&w.org).await;
    refused_by(set(&w, "contact_ledger", done, "state", "failed").await, "ledger_settles_once");
}

#[tokio::test]
async fn prv_12_no_address_is_surveyed_twice_within_a_day() {
    let w = World::new().await;
    let survey = |class: &'static str, at: i64| {
        Row::new(
            "contact_ledger",
            vec![
                ("org_id", w.org.org().into()),
                ("id", id().into()),
                ("contact_hash", vec![1_u8; 32].into()),
                ("class", class.into()),
                ("channel", "sms".into()),
                ("at", Instant(10 * DAY + at).into()),
                ("local_day", today().into()),
                ("state", "leaving".into()),
            ],
        )
    };
    survey("transactional", 0).is_taken(&w.org).await;
    for at in [0, DAY - 1, 1 - DAY] {
        survey("relational", at).is_refused(&w.org, "no_two_surveys_within_a_day").await;
    }
    survey("relational", 1).with("state", "failed").is_taken(&w.org).await;
    survey("service", 1).is_taken(&w.org).await;
    survey("hazard", 1).is_taken(&w.org).await;
    survey("relational", 1).with("contact_hash", vec![2_u8; 32]).is_taken(&w.org).await;
    survey("relational", DAY).is_taken(&w.org).await;
    survey("transactional", -DAY).is_taken(&w.org).await;
}
