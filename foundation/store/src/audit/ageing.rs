//! Letting old links go (PRV-01): the head keeps the last one that goes, an act in the chain tells of it, and only what is
//! before it may be removed.

use std::time::Duration;

use relais_kernel::{Instant, OrgId};
use uuid::Uuid;

use super::{Act, Actor, write};
use crate::{Db, Result, sql};

/// The act that tells up to which link a chain was let go.
pub const CUT: &str = "privacy.audit.cut";

const DAY: Duration = Duration::from_secs(86_400);

pub(super) fn detail(seq: i64, hash: &[u8]) -> String {
    format!("{seq} {}", hex::encode(hash))
}

/// Lets the links go that are older than so many whole days, at most one cut a day for each chain.
pub(crate) async fn let_go(db: &Db, days: u32, at_once: i64) -> Result<()> {
    let day = i64::try_from(DAY.as_micros()).unwrap_or(i64::MAX);
    let today = Instant(db.clock().now().0.div_euclid(day) * day);
    let before = today.minus(DAY * days);
    for chain in sql("select chain from audit_head order by chain").values::<Uuid>(db).await? {
        cut(db, chain, before).await?;
        loop {
            let tx = db.begin().await?;
            let gone =
                sql("delete from audit_event where chain = $1 and seq in (select e.seq from audit_event e \
                 join audit_head h on h.chain = e.chain where e.chain = $1 and e.seq <= h.cut_seq limit $2)")
                .bind(chain)
                .bind(at_once)
                .run(&tx)
                .await?;
            tx.commit().await?;
            if i64::try_from(gone).unwrap_or(0) < at_once {
                break;
            }
        }
    }
    Ok(())
}

/// Moves the cut to the last link before the first that stays.
async fn cut(db: &Db, chain: Uuid, before: Instant) -> Result<()> {
    let tx = db.begin().await?;
    let head = sql("select seq from audit_head where chain = $1").bind(chain).keeping_rows();
    let Some(end) = head.value::<i64>(&tx).await? else { return Ok(()) };
    let known = sql("select cut_seq from audit_head where chain = $1").bind(chain);
    let known = known.value::<i64>(&tx).await?.unwrap_or(0);
    let stays =
        sql("select seq from audit_event where chain = $1 and seq > $2 and at >= $3 order by seq limit 1")
            .bind(chain)
            .bind(known)
            .bind(before);
    let last = stays.value::<i64>(&tx).await?.map_or(end, |first| first - 1);
    let hash = sql("select hash from audit_event where chain = $1 and seq = $2").bind(chain).bind(last);
    let Some(hash) = hash.value::<Vec<u8>>(&tx).await?.filter(|_| last > known) else {
        return tx.rollback().await;
    };
    let told = detail(last, &hash);
    sql("update audit_head set cut_seq = $1, cut_hash = $2 where chain = $3")
        .bind(last)
        .bind(hash)
        .bind(chain)
        .run_one("audit_head", &tx)
        .await?;
    let org = (!chain.is_nil()).then_some(OrgId(chain));
    let act = Act { actor: Actor::default(), action: CUT, subject: "audit", id: None, detail: &told };
    write(&tx, org, act).await?;
    tx.commit().await
}
