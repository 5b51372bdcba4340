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

use super::rows::{Receipt, Saying};
use crate::pebbles::{
    rules::{By, Said},
    store::{self, Entry},
};

/// The job that releases, once a day.
pub const RELEASE: &str = "improving.release";
/// The job that writes the sealed tables anew, so that nothing tells when one was last changed.
const STIR: &str = "improving.stir";
const STIRRED_EVERY: Duration = Duration::from_secs(900);
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
            Box::pin(async move { Ok(sealed.ok_or_else(missing)?.stir::<Saying>().await?) })
        })
        .every(STIRRED_EVERY),
    ]
}

/// Releases what waits. Cut off between the two stores, it is done again and doubles nothing: an entry keeps its id.
pub(crate) async fn release(db: &Db, sealed: &Sealed) -> Result<()> {
    let waiting: Vec<Saying> = sealed.rows().await?;
    let mut released = Vec::new();
    let mut failed = None;
    for organisation in organisations::all(db).await? {
        let mut batch: Vec<&Saying> = waiting.iter().filter(|s| s.org_id == organisation.id).collect();
        if batch.is_empty() {
            continue;
        }
        db.clock().shuffle(&mut batch);
        match together(db, &organisation, &batch).await {
            Ok(receipts) => released.extend(receipts),
            // One organisation's trouble does not keep the others' words back.
            Err(error) => failed = Some(error),
        }
    }
    settle(sealed, released).await?;
    failed.map_or(Ok(()), Err)
}

/// One organisation's batch is one transaction.
async fn together(db: &Db, organisation: &Organisation, batch: &[&Saying]) -> Result<Vec<Receipt>> {
    let tx = db.org(organisation.id).begin().await?;
    let day = organisation.today(tx.clock().now());
    let at =
        day.date().to_zoned(organisation.zone()).map_or(tx.clock().now(), |start| start.timestamp().into());
    for saying in batch {
        if store::by_id(&tx, saying.id).await?.is_none() {
            begin(&tx, saying, day, at).await?;
        }
    }
    tx.commit().await?;
    let receipt = |saying: &&Saying| Receipt {
        receipt: saying.receipt.clone(),
        org_id: saying.org_id,
        pebble_id: saying.id,
        released_day: day,
    };
    Ok(batch.iter().map(receipt).collect())
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
async fn settle(sealed: &Sealed, released: Vec<Receipt>) -> Result<()> {
    let change = sealed.begin().await?;
    let mut waiting: Vec<Saying> = change.rows().await?;
    waiting.retain(|saying| !released.iter().any(|receipt| receipt.pebble_id == saying.id));
    let mut receipts: Vec<Receipt> = change.rows().await?;
    receipts.retain(|known| !released.iter().any(|receipt| receipt.receipt == known.receipt));
    receipts.extend(released);
    change.rewrite(&waiting).await?;
    change.rewrite(&receipts).await?;
    change.commit().await
}
