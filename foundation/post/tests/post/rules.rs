//! What the table refuses by itself.

use relais_kernel::{MessageId, OrgId, PersonId};
use relais_post::Mailer;
use relais_store::{InOrg as _, Result, Tx, insert, sql};
use relais_testkit::{builders, refused_by};
use uuid::Uuid;

use crate::{Post, reset};

async fn write(
    tx: &Tx,
    org: Option<OrgId>,
    person: Option<PersonId>,
    locale: &str,
    state: &str,
    sent: bool,
) -> Result<u64> {
    let now = tx.clock().now();
    insert(
        "letter",
        &[
            "id",
            "org_id",
            "person_id",
            "to_address",
            "locale",
            "kind",
            "subject",
            "text",
            "html",
            "state",
            "created_at",
            "sent_at",
        ],
    )
    .row([
        tx.clock().id::<MessageId>().into(),
        org.into(),
        person.into(),
        "ines@clairlien.example".into(),
        locale.into(),
        "x".into(),
        "x".into(),
        "x".into(),
        "x".into(),
        state.into(),
        now.into(),
        sent.then_some(now).into(),
    ])
    .run(tx)
    .await
}

#[tokio::test]
async fn a_letter_is_whole() {
    let post = Post::new(Mailer::Letterbox).await;
    let ours = builders::an_organisation(post.db()).await.org();
    let (org, person) = (OrgId(Uuid::from_u128(7)), PersonId(Uuid::from_u128(7)));
    let tx = async || post.db().begin().await.unwrap();
    refused_by(write(&tx().await, Some(org), None, "fr", "queued", false).await, "letter_of_organisation");
    refused_by(write(&tx().await, Some(ours), Some(person), "fr", "queued", false).await, "letter_to_person");
    refused_by(write(&tx().await, None, None, "de", "queued", false).await, "letter_locale_known");
    refused_by(write(&tx().await, None, None, "fr", "lost", false).await, "letter_state_known");
    refused_by(write(&tx().await, None, None, "fr", "sent", false).await, "letter_sent_has_a_moment");
    refused_by(write(&tx().await, None, None, "fr", "queued", true).await, "letter_sent_has_a_moment");
    assert_eq!(write(&tx().await, None, None, "fr", "sent", true).await.unwrap(), 1);
}

#[tokio::test]
async fn ops_09_a_letter_that_left_is_never_changed() {
    let post = Post::new(Mailer::Letterbox).await;
    let id = post.send(&reset()).await;
    post.run().await;
    let tx = post.db().begin().await.unwrap();
    let again =
        sql("update letter set state = 'queued', sent_at = null where id = $1").bind(id).run(&tx).await;
    refused_by(again, "sent_letter_stays_sent");
}
