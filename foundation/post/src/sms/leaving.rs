//! The job that carries text messages out, once each (OPS-09).
//!
//! A message is written down as leaving, with a lease, and that lasts before a byte goes to the gateway: a node that dies in
//! between leaves a message that may have left, and nobody sends it again. Two nodes never take the same.

use std::{collections::BTreeSet, time::Duration};

use relais_contact::Address as Reached;
use relais_contact::{Channel, Verdict as May, may_still, read};
use relais_directory::organisations;
use relais_kernel::{Instant, OrgId, SmsId};
use relais_store::{Db, Error, InOrg as _, OrgTx, Result, jobs::Kind, sql};
use tokio::task::JoinSet;

use super::{
    caps::{Caps, spent},
    gateway::{Gateway, Parcel, Verdict},
    rows::{WAITING, Waiting, asked, place},
    sender::{Sender, sender},
    settling, window,
};

/// The job's name.
pub const SMS: &str = "post.sms";

/// How often it looks.
const EVERY: Duration = Duration::from_secs(15);
/// Messages handed over at the same time.
const AT_ONCE: i64 = 8;
/// How long a message may be under way: longer than a connection and the longest time an answer is waited for.
const LEASE: Duration = Duration::from_secs(180);
/// A message that could not leave for so long says nothing any more: it is given up, and shown as such.
const LONGEST_WAIT: Duration = Duration::from_secs(30 * 86_400);

/// The job kind for the runner.
pub fn texting(gateway: Gateway) -> Kind {
    Kind::outside(SMS, move |db, _| {
        let gateway = gateway.clone();
        Box::pin(async move { Ok(round(db, &gateway).await?) })
    })
    .every(EVERY)
}

async fn round(db: &Db, gateway: &Gateway) -> Result<()> {
    let now = db.clock().now();
    for (org, id) in past(db, "state = 'leaving' and leased_until", now).await? {
        let tx = db.org(org).begin().await?;
        settling::lost(&tx, id, now).await?;
        tx.commit().await?;
    }
    for (org, id) in past(db, "state = 'waiting' and created_at", now.minus(LONGEST_WAIT)).await? {
        let tx = db.org(org).begin().await?;
        settling::give_up(&tx, id, "too_late").await?;
        tx.commit().await?;
    }
    if matches!(gateway, Gateway::Nowhere) {
        return Ok(());
    }
    let orgs: Vec<OrgId> =
        sql("select distinct org_id from sms where state = 'waiting' and not_before <= $1")
            .bind(now)
            .values(db)
            .await?;
    for org in orgs {
        let mut carried = false;
        loop {
            let Taken { claimed, stopped } = claim(db, org).await?;
            if claimed.is_empty() {
                // Said when it comes to that, and not again by every round of the day.
                if stopped && carried {
                    tracing::warn!(%org, "the day's spending on text messages is reached: the others wait (sms.spend)");
                }
                break;
            }
            carried = true;
            // A gateway that takes nothing now is not asked for each message; the next round asks again.
            if !carry(db, org, gateway, claimed).await? {
                return Ok(());
            }
        }
    }
    Ok(())
}

/// Messages whose time is over.
async fn past(db: &Db, what: &str, before: Instant) -> Result<BTreeSet<(OrgId, SmsId)>> {
    #[derive(sea_orm::FromQueryResult)]
    struct Row {
        org_id: OrgId,
        id: SmsId,
    }
    let rows: Vec<Row> =
        sql("select org_id, id from sms where ").push(what).push(" < ").arg(before).all(db).await?;
    Ok(rows.into_iter().map(|row| (row.org_id, row.id)).collect())
}

/// A message that is ours to carry, and which try it is.
#[derive(Clone, Debug)]
struct Claimed {
    parcel: Parcel,
    tries: i32,
}

/// What was taken, and whether the day's spending keeps back the rest.
struct Taken {
    claimed: Vec<Claimed>,
    stopped: bool,
}

/// Takes some messages of an organisation, so that it lasts. Whoever refused meanwhile, was erased or has no mobile any more
/// is left alone; what has fallen out of its hours waits for the next; what is beyond the day's spending waits for the next
/// day.
async fn claim(db: &Db, org: OrgId) -> Result<Taken> {
    let tx = db.org(org).begin().await?;
    // One node at a time counts what the organisation spent.
    sql("select 1 from organisation where id = $1").bind(org).keeping_rows().value::<i32>(&tx).await?;
    let organisation = organisations::by_id(&tx, org).await?.ok_or(Error::Corrupt {
        table: "organisation",
        what: format!("{org} has text messages and is missing"),
    })?;
    let (now, zone) = (tx.clock().now(), organisation.zone());
    let today = now.day(&zone);
    let from = sender(&tx).await?.unwrap_or_else(|| Sender::usual(&organisation));
    let mut left = Caps::of(&tx).await?.spend - spent(&tx, today).await?;
    let waiting: Vec<Waiting> = sql(WAITING)
        .arg(org)
        .push(" and not_before <= ")
        .arg(now)
        .push(" order by not_before, id limit ")
        .arg(AT_ONCE)
        .taking_free_rows()
        .all(&tx)
        .await?;
    let (mut claimed, looked) = (Vec::new(), waiting.len());
    let mut stopped = false;
    for message in waiting {
        let Some((to, words)) = still(&tx, &message).await? else { continue };
        let leaves = window::leaves(now, &zone, message.class, message.haste);
        if leaves > now {
            put_off(&tx, message.id, leaves).await?;
            continue;
        }
        if i64::from(message.parts) > left {
            stopped = true;
            break;
        }
        left -= i64::from(message.parts);
        sql("update sms set state = 'leaving', not_before = null, tries = tries + 1, leased_until = $1, \
             left_day = $2 where org_id = $3 and id = $4 and state = 'waiting'")
        .bind(now.plus(LEASE))
        .bind(today)
        .bind(org)
        .bind(message.id)
        .run_one("sms", &tx)
        .await?;
        let parcel = Parcel { id: message.id, to, from: from.clone(), words };
        claimed.push(Claimed { parcel, tries: message.tries + 1 });
    }
    tx.commit().await?;
    if claimed.is_empty() && looked > 0 && !stopped {
        // All of these were given up or put off: others may be due behind them.
        return Box::pin(claim(db, org)).await;
    }
    Ok(Taken { claimed, stopped })
}

/// The number and the words of a message that may still leave; given up otherwise.
async fn still(tx: &OrgTx, message: &Waiting) -> Result<Option<(relais_contact::Phone, String)>> {
    let asked = asked(message.class, message.haste, message.not_before, None);
    if let May::No(rule) = may_still(tx, message.contact_id, &asked).await? {
        settling::give_up(tx, message.id, rule.code()).await?;
        return Ok(None);
    }
    let contact = read(tx, message.contact_id).await?;
    let address = contact.and_then(|contact| contact.address(Channel::Sms));
    let (Some(Reached::Phone(phone)), Some(sealed)) = (address, &message.text) else {
        settling::give_up(tx, message.id, "no_address").await?;
        return Ok(None);
    };
    Ok(Some((phone, tx.vault()?.open(&place(tx, message.id), sealed)?)))
}

async fn put_off(tx: &OrgTx, id: SmsId, until: Instant) -> Result<()> {
    sql("update sms set not_before = $1 where org_id = $2 and id = $3 and state = 'waiting'")
        .bind(until)
        .bind(tx.org())
        .bind(id)
        .run_one("sms", tx)
        .await
}

/// Hands messages over, all at once, and writes down what became of each. False when the gateway takes nothing now.
async fn carry(db: &Db, org: OrgId, gateway: &Gateway, claimed: Vec<Claimed>) -> Result<bool> {
    let mut at_hand = JoinSet::new();
    for Claimed { parcel, tries } in claimed {
        let (db, gateway) = (db.clone(), gateway.clone());
        at_hand.spawn(async move {
            let verdict = match &gateway {
                Gateway::Http(http) => http.carry(&parcel, db.clock()).await,
                Gateway::Letterbox => Verdict::Delivered,
                // Nothing is claimed for it.
                Gateway::Nowhere => Verdict::Later("no gateway".into(), None),
            };
            let taken = !matches!(verdict, Verdict::Later(..));
            if let Verdict::Later(code, _) | Verdict::Never(code) | Verdict::Unclear(code) = &verdict {
                tracing::warn!(sms = %parcel.id, code, "the SMS gateway did not take a message");
            }
            let tx = db.org(org).begin().await?;
            settling::carried(&tx, parcel.id, tries, verdict).await?;
            tx.commit().await?;
            Ok::<bool, Error>(taken)
        });
    }
    let (mut all, mut fault) = (true, None);
    while let Some(ended) = at_hand.join_next().await {
        match ended {
            Ok(Ok(taken)) => all &= taken,
            Ok(Err(error)) => fault = Some(error),
            // Its lease runs out, and it is shown as unclear.
            Err(error) => fault = Some(Error::Corrupt { table: "sms", what: error.to_string() }),
        }
    }
    fault.map_or(Ok(all), Err)
}
