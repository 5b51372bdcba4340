//! Letters as rows: reading one, and listing them for the demo's letterbox.

use relais_kernel::{Instant, Locale, MessageId, OrgId, PersonId};
use relais_store::{Reads, Result, Tx, sql};
use sea_orm::FromQueryResult;

use crate::hours::Whose;

relais_kernel::codes! {
    /// How far a letter is.
    pub enum State {
        /// It will leave.
        Queued = "queued",
        /// It left.
        Sent = "sent",
        /// A server refused it for good.
        Failed = "failed",
    }
}

/// A letter.
#[derive(Clone, PartialEq, Eq, FromQueryResult)]
pub struct Letter {
    /// Its id, from which its `Message-ID` comes.
    pub id: MessageId,
    /// Address.
    pub to_address: String,
    /// Language.
    pub locale: Locale,
    /// What it is about.
    pub kind: String,
    /// Subject.
    pub subject: String,
    /// As text; empty once it left by mail.
    pub text: String,
    /// As HTML; empty once it left by mail.
    pub html: String,
    /// How far it is.
    pub state: State,
    /// When it was written.
    pub created_at: Instant,
    /// When it left.
    pub sent_at: Option<Instant>,
    pub(crate) org_id: Option<OrgId>,
    pub(crate) person_id: Option<PersonId>,
    pub(crate) hours_zone: Option<String>,
}

impl Letter {
    /// Whose hours it obeys, however late it leaves.
    pub(crate) fn hours(&self) -> Whose {
        whose(self.org_id.zip(self.person_id), self.hours_zone.clone())
    }
}

/// Whose hours a letter obeys: with a zone, those of whom it is for; without one, nobody's.
pub(crate) fn whose(person: Option<(OrgId, PersonId)>, hours_zone: Option<String>) -> Whose {
    match (hours_zone, person) {
        (None, _) => Whose::Anybody,
        (Some(_), Some((org, person))) => Whose::Person(org, person),
        (Some(zone), None) => Whose::Zone(zone),
    }
}

/// Addresses and words stay out of logs.
impl std::fmt::Debug for Letter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Letter")
            .field("id", &self.id)
            .field("kind", &self.kind)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

const COLUMNS: &str = "id, to_address, locale, kind, subject, text, html, state, created_at, sent_at, org_id, person_id, hours_zone";

/// A letter.
pub async fn letter(on: &impl Reads, id: MessageId) -> Result<Option<Letter>> {
    sql("select ").push(COLUMNS).push(" from letter where id = ").arg(id).one(on).await
}

/// The newest letters of all organisations, as the demo's page shows them.
pub async fn letterbox(on: &impl Reads, size: i64) -> Result<Vec<Letter>> {
    sql("select ")
        .push(COLUMNS)
        .push(" from letter order by created_at desc, id desc limit ")
        .arg(size)
        .all(on)
        .await
}

/// Notes that a letter left; when it left by mail its words go, for they may hold an entry link.
pub(crate) async fn put_sent(tx: &Tx, id: MessageId, keep_words: bool) -> Result<()> {
    let query = sql("update letter set state = 'sent', sent_at = ").arg(tx.clock().now());
    let query = if keep_words { query } else { query.push(", text = '', html = ''") };
    query.push(" where state <> 'sent' and id = ").arg(id).run(tx).await?;
    Ok(())
}

/// Notes that a server refused a letter for good. Its words stay, so that an administrator may try again.
pub(crate) async fn put_failed(tx: &Tx, id: MessageId) -> Result<()> {
    sql("update letter set state = 'failed' where state = 'queued' and id = ").arg(id).run(tx).await?;
    Ok(())
}

/// Takes a letter back that need not leave any more.
pub(crate) async fn withdraw(tx: &Tx, id: MessageId) -> Result<()> {
    sql("delete from letter where state <> 'sent' and id = ").arg(id).run(tx).await?;
    Ok(())
}
