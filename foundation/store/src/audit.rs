//! The audit log (SEC-11): who did what, as a chain of hashes. One chain for each organisation and one, the nil id, for
//! the instance. It holds ids and codes, never words, so that names can go without breaking it.

use relais_kernel::{AccountId, Instant, OrgId, PersonId, Viewer};
use sea_orm::FromQueryResult;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use crate::{Db, Reads, Result, Tx, Writes, sql};

mod ageing;

pub use ageing::CUT;
pub(crate) use ageing::let_go;

/// Who acted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Actor {
    /// What they signed in with; none for the machine itself.
    pub account: Option<AccountId>,
    /// Who they are in the organisation.
    pub person: Option<PersonId>,
}

impl From<&Viewer> for Actor {
    fn from(viewer: &Viewer) -> Self {
        Self { account: Some(viewer.account), person: Some(viewer.person) }
    }
}

/// An act to be written down.
#[derive(Clone, Debug)]
pub struct Act<'a> {
    /// Who acted.
    pub actor: Actor,
    /// What was done, `room.noun.verb`.
    pub action: &'static str,
    /// The table or noun acted on.
    pub subject: &'static str,
    /// Which one.
    pub id: Option<Uuid>,
    /// Codes and ids that complete it, never words of people.
    pub detail: &'a str,
}

/// One link of the chain.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Event {
    /// Place in the chain, from 1.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who signed in.
    pub account_id: Option<AccountId>,
    /// Who acted.
    pub person_id: Option<PersonId>,
    /// What was done.
    pub action: String,
    /// On what.
    pub subject: String,
    /// Which one.
    pub subject_id: Option<Uuid>,
    /// Codes and ids.
    pub detail: String,
    /// Hash of this link and the one before.
    pub hash: Vec<u8>,
}

/// The end of a chain: kept elsewhere, it shows later that nothing before it was changed or cut off.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Anchor {
    /// The chain.
    pub chain: Uuid,
    /// Its last link.
    pub seq: i64,
    /// That link's hash.
    pub hash: Vec<u8>,
}

/// What is wrong with a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A link's content does not give its hash.
    Changed(i64),
    /// A link is missing.
    Missing(i64),
    /// The head names another end than the last link.
    Cut,
    /// The chain does not pass through a known anchor.
    NotAnchored,
    /// Its beginning is gone, and no act tells of it.
    CutUntold,
}

/// Writes an act into the transaction that does it.
pub async fn write(on: &impl Writes, org: Option<OrgId>, act: Act<'_>) -> Result<()> {
    let chain = org.map_or(Uuid::nil(), Uuid::from);
    sql("insert into audit_head (chain, seq, hash, cut_seq, cut_hash) values ($1, 0, $2, 0, $2) on conflict (chain) do nothing")
        .bind(chain)
        .bind(Vec::<u8>::new())
        .run(on)
        .await?;
    let head = sql("select chain, seq, hash from audit_head where chain = $1")
        .bind(chain)
        .keeping_rows()
        .one::<Anchor>(on)
        .await?
        .ok_or(crate::Error::Corrupt { table: "audit_head", what: "no head".into() })?;
    let mut event = Event {
        seq: head.seq + 1,
        at: on.tx().clock().now(),
        account_id: act.actor.account,
        person_id: act.actor.person,
        action: act.action.to_owned(),
        subject: act.subject.to_owned(),
        subject_id: act.id,
        detail: act.detail.to_owned(),
        hash: Vec::new(),
    };
    event.hash = event.digest(chain, &head.hash);
    sql("insert into audit_event (chain, seq, at, account_id, person_id, action, subject, subject_id, detail, hash) \
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)")
        .bind(chain)
        .bind(event.seq)
        .bind(event.at)
        .bind(event.account_id)
        .bind(event.person_id)
        .bind(event.action)
        .bind(event.subject)
        .bind(event.subject_id)
        .bind(event.detail)
        .bind(event.hash.clone())
        .run_one("audit_event", on)
        .await?;
    sql("update audit_head set seq = $1, hash = $2 where chain = $3")
        .bind(event.seq)
        .bind(event.hash)
        .bind(chain)
        .run_one("audit_head", on)
        .await
}

/// The ends of all chains.
pub async fn anchors(db: &Db) -> Result<Vec<Anchor>> {
    sql("select chain, seq, hash from audit_head order by chain").all(db).await
}

/// A page of an organisation's chain, newest first, before the given link.
pub async fn page(on: &impl Reads, org: OrgId, before: Option<i64>, size: i64) -> Result<Vec<Event>> {
    sql("select seq, at, account_id, person_id, action, subject, subject_id, detail, hash from audit_event \
         where chain = $1 and seq < $2 order by seq desc limit $3")
    .bind(Uuid::from(org))
    .bind(before.unwrap_or(i64::MAX))
    .bind(size)
    .all(on)
    .await
}

/// The end of a chain, and the last link that was let go for its age.
#[derive(FromQueryResult)]
struct Head {
    chain: Uuid,
    seq: i64,
    hash: Vec<u8>,
    cut_seq: i64,
    cut_hash: Vec<u8>,
}

const HEADS: &str = "select chain, seq, hash, cut_seq, cut_hash from audit_head";

/// Walks every chain from where it was cut and tells what is wrong; an anchor kept elsewhere also finds a chain rewritten
/// as a whole. Anchors of links that were let go for their age are passed over.
pub async fn verify(db: &Db, anchors_kept: &[Anchor]) -> Result<Vec<(Uuid, Flaw)>> {
    let snapshot = db.snapshot().await?;
    let heads = sql(HEADS).push(" order by chain").all::<Head>(&snapshot).await?;
    let mut flaws = Vec::new();
    for head in &heads {
        let found = walk(&snapshot, head, anchors_kept).await?;
        flaws.extend(found.into_iter().map(|flaw| (head.chain, flaw)));
    }
    for anchor in anchors_kept.iter().filter(|a| !heads.iter().any(|h| h.chain == a.chain)) {
        flaws.push((anchor.chain, Flaw::NotAnchored));
    }
    Ok(flaws)
}

/// The same for the chain of one organisation.
pub async fn verify_of(db: &Db, org: OrgId, anchors_kept: &[Anchor]) -> Result<Vec<Flaw>> {
    let snapshot = db.snapshot().await?;
    let head = sql(HEADS).push(" where chain = ").arg(org).one::<Head>(&snapshot).await?;
    match head {
        Some(head) => walk(&snapshot, &head, anchors_kept).await,
        None => Ok(anchors_kept.iter().map(|_| Flaw::NotAnchored).collect()),
    }
}

async fn walk(snapshot: &Tx, head: &Head, anchors_kept: &[Anchor]) -> Result<Vec<Flaw>> {
    let mut flaws = Vec::new();
    let mut last = (head.cut_seq, head.cut_hash.clone());
    let mut wanted: Vec<&Anchor> = anchors_kept
        .iter()
        .filter(|a| a.chain == head.chain && a.seq >= head.cut_seq.max(1))
        .filter(|a| (a.seq, &a.hash) != (last.0, &last.1))
        .collect();
    let told = ageing::detail(head.cut_seq, &head.cut_hash);
    let mut untold = head.cut_seq > 0;
    loop {
        let events = sql("select seq, at, account_id, person_id, action, subject, subject_id, detail, hash \
             from audit_event where chain = $1 and seq > $2 order by seq limit 1000")
        .bind(head.chain)
        .bind(last.0)
        .all::<Event>(snapshot)
        .await?;
        if events.is_empty() {
            break;
        }
        for event in events {
            if event.seq != last.0 + 1 {
                flaws.push(Flaw::Missing(last.0 + 1));
            }
            if event.digest(head.chain, &last.1) != event.hash {
                flaws.push(Flaw::Changed(event.seq));
            }
            untold &= event.action != CUT || event.detail != told;
            wanted.retain(|a| !(a.seq == event.seq && a.hash == event.hash));
            last = (event.seq, event.hash);
        }
    }
    if (head.seq, &head.hash) != (last.0, &last.1) {
        flaws.push(Flaw::Cut);
    }
    if untold {
        flaws.push(Flaw::CutUntold);
    }
    if !wanted.is_empty() {
        flaws.push(Flaw::NotAnchored);
    }
    Ok(flaws)
}

impl Event {
    /// The hash of the link before, and of every field with its length, so that no two contents hash alike.
    fn digest(&self, chain: Uuid, before: &[u8]) -> Vec<u8> {
        let mut hasher = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        field(before);
        field(chain.as_bytes());
        field(&self.seq.to_be_bytes());
        field(&self.at.0.to_be_bytes());
        field(self.account_id.map(Uuid::from).as_ref().map_or(&[][..], |id| id.as_bytes()));
        field(self.person_id.map(Uuid::from).as_ref().map_or(&[][..], |id| id.as_bytes()));
        field(self.action.as_bytes());
        field(self.subject.as_bytes());
        field(self.subject_id.as_ref().map_or(&[][..], |id| id.as_bytes()));
        field(self.detail.as_bytes());
        hasher.finalize().to_vec()
    }
}
