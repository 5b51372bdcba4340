//! What waits in the sealed store leaves it: all together, at a moment that nobody's writing decides, in an order drawn
//! then.

use std::time::Duration;

use relais_baton::{WaiterKind, Waiting, hours_of};
use relais_directory::organisations::{self, Organisation};
use relais_kernel::{Day, Instant};
use relais_sealed::Sealed;
use relais_store::{
    Db, OrgTx, Result,
    jobs::{JobError, Kind},
};
use relais_web::Site;
use uuid::Uuid;

use super::rows::{Receipt, Reply, Saying};
use crate::pebbles::{
    rules::{By, Said},
    store::{self, Entry},
    words::{self, Speaker, Word},
};

/// The job that releases, once a day.
pub const RELEASE: &str = "improving.release";
/// The job that writes the sealed tables anew, so that nothing tells when one was last changed.
const STIR: &str = "improving.stir";
const STIRRED_EVERY: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(86_400);

/// Both jobs.
pub(crate) fn jobs(site: &Site) -> Vec<Kind> {
    let sealed = site.sealed().ok().cloned();
    let stirred = sealed.clone();
    let missing = || JobError::Fail("there is no sealed store".into());
    vec![
        Kind::outside(RELEASE, move |db, _| {
            let sealed = sealed.clone();
            Box::pin(async move { Ok(release(db, &sealed.ok_or_else(missing)?).await?) })
        })
        .every(DAY),
        Kind::outside(STIR, move |_, _| {
            let sealed = stirred.clone();
            Box::pin(async move {
                let sealed = sealed.ok_or_else(missing)?;
                sealed.stir::<Saying>().await?;
                Ok(sealed.stir::<Reply>().await?)
            })
        })
        .every(STIRRED_EVERY),
    ]
}

/// Releases what waits. Cut off between the two stores, it is done again and doubles nothing: all keeps its id.
pub(crate) async fn release(db: &Db, sealed: &Sealed) -> Result<()> {
    let (sayings, replies): (Vec<Saying>, Vec<Reply>) = (sealed.rows().await?, sealed.rows().await?);
    let (mut released, mut failed) = (Released::default(), None);
    for organisation in organisations::all(db).await? {
        let mut sayings: Vec<&Saying> = sayings.iter().filter(|s| s.org_id == organisation.id).collect();
        let mut replies: Vec<&Reply> = replies.iter().filter(|r| r.org_id == organisation.id).collect();
        if sayings.is_empty() && replies.is_empty() {
            continue;
        }
        db.clock().shuffle(&mut sayings);
        db.clock().shuffle(&mut replies);
        match together(db, &organisation, &sayings, &replies).await {
            Ok(batch) => {
                released.receipts.extend(batch.receipts);
                released.replies.extend(batch.replies);
            }
            // One organisation's trouble does not keep the others' words back.
            Err(error) => failed = Some(error),
        }
    }
    settle(sealed, released).await?;
    failed.map_or(Ok(()), Err)
}

/// What stands in the main database now.
#[derive(Default)]
struct Released {
    receipts: Vec<Receipt>,
    replies: Vec<Uuid>,
}

/// One organisation's batch is one transaction.
async fn together(
    db: &Db,
    organisation: &Organisation,
    sayings: &[&Saying],
    replies: &[&Reply],
) -> Result<Released> {
    let tx = db.org(organisation.id).begin().await?;
    let day = organisation.today(tx.clock().now());
    let start = day.date().to_zoned(organisation.zone());
    let at = start.map_or(tx.clock().now(), |start| start.timestamp().into());
    for saying in sayings {
        if store::by_id(&tx, saying.id).await?.is_none() {
            begin(&tx, saying, day, at).await?;
        }
    }
    hold_promises(&tx, replies).await?;
    for reply in replies {
        let word = Word {
            id: reply.id,
            pebble_id: reply.pebble_id,
            speaker: Speaker::Author,
            text: reply.text.clone(),
            state: None,
            planned_day: None,
            day,
        };
        if store::by_id(&tx, reply.pebble_id).await?.is_some() && words::write(&tx, &word).await? {
            // Whoever asked hears that an answer is there; to what ended meanwhile it is only kept.
            if let Some(open) = store::promise(&tx, reply.pebble_id).await? {
                let _ended_at_the_same_time = relais_baton::replied(&tx, open.id).await?;
            }
        }
    }
    tx.commit().await?;
    let receipt = |saying: &&Saying| Receipt {
        receipt: saying.receipt.clone(),
        org_id: saying.org_id,
        pebble_id: saying.id,
        released_day: day,
    };
    Ok(Released {
        receipts: sayings.iter().map(receipt).collect(),
        replies: replies.iter().map(|reply| reply.id).collect(),
    })
}

/// Holds what is answered, all of it first: the order of the words is drawn.
async fn hold_promises(tx: &OrgTx, replies: &[&Reply]) -> Result<()> {
    let mut open = Vec::with_capacity(replies.len());
    for reply in replies {
        open.extend(store::promise(tx, reply.pebble_id).await?.map(|baton| baton.id));
    }
    relais_baton::hold_all(tx, open).await
}

async fn begin(tx: &OrgTx, saying: &Saying, day: Day, at: Instant) -> Result<()> {
    // A unit that is no more would keep the whole batch back.
    let unit = match saying.unit_id {
        Some(unit) if store::unit_name(tx, unit).await?.is_some() => Some(unit),
        _ => None,
    };
    let said = Said {
        kind: saying.kind,
        text: saying.text.clone(),
        text_folded: relais_kernel::fold(&saying.text),
        theme: saying.theme,
        frequency: saying.frequency,
        hinders: saying.hinders,
        by: By::Nobody { unit: unit.is_some() },
    };
    let entry = Entry { id: saying.id, said: &said, signed: None, unit, day, at };
    let hours = hours_of(tx, unit, day).await?;
    store::begin(tx, &entry, a_box(saying.id), &hours).await
}

/// Whoever wrote an entry, as one who waits: the answer lies where the receipt finds it.
fn a_box(id: Uuid) -> Waiting {
    Waiting { kind: WaiterKind::Box, person: None, id: Some(id) }
}

/// Drops the words of what was released, and keeps where its receipts lead.
async fn settle(sealed: &Sealed, released: Released) -> Result<()> {
    let change = sealed.begin().await?;
    let mut sayings: Vec<Saying> = change.rows().await?;
    sayings.retain(|saying| !released.receipts.iter().any(|receipt| receipt.pebble_id == saying.id));
    let mut replies: Vec<Reply> = change.rows().await?;
    replies.retain(|reply| !released.replies.contains(&reply.id));
    let mut receipts: Vec<Receipt> = change.rows().await?;
    receipts.retain(|known| !released.receipts.iter().any(|receipt| receipt.receipt == known.receipt));
    receipts.extend(released.receipts);
    change.rewrite(&sayings).await?;
    change.rewrite(&replies).await?;
    change.rewrite(&receipts).await?;
    change.commit().await
}
