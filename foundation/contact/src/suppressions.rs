//! « Ne me contactez plus »: kept by a keyed hash of the address and by nothing else, so that it outlives the contact and a
//! file that brings the address in again (PRV-08).

use std::collections::HashMap;

use relais_kernel::{ContactId, Day};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{Address, Channel, How, contacts};

relais_kernel::codes! {
    /// Where a suppression comes from.
    pub enum Source {
        /// The customer's own word.
        Customer = "customer",
        /// A file of another system.
        Import = "import",
        /// The carrier: an answer STOP, a mailbox that complains.
        Operator = "operator",
    }
}

/// Suppresses an address on some channels, from now on; what is suppressed already stays as it was.
pub async fn suppress(
    tx: &OrgTx,
    address: &Address,
    channels: &[Channel],
    source: Source,
    today: Day,
) -> Result<()> {
    suppress_all(tx, &[(address.clone(), channels.to_vec())], source, today).await?;
    Ok(())
}

/// Suppresses what another system's file says, each address on its channels; tells how many were not suppressed before.
pub async fn suppress_all(
    tx: &OrgTx,
    refused: &[(Address, Vec<Channel>)],
    source: Source,
    today: Day,
) -> Result<usize> {
    let mut rows = insert("contact_suppression", &["org_id", "id", "hash", "channel", "source", "since_day"]);
    let mut some = false;
    for (address, channels) in refused {
        let hash = address.hash(tx)?;
        for channel in channels {
            some = true;
            rows.add([
                tx.org().into(),
                tx.clock().id::<Uuid>().into(),
                hash.clone().into(),
                (*channel).into(),
                source.into(),
                today.into(),
            ]);
        }
    }
    if !some {
        return Ok(0);
    }
    let rows = rows.ending("on conflict (org_id, hash, channel) where lifted_day is null do nothing");
    Ok(usize::try_from(rows.run(tx).await?).unwrap_or(usize::MAX))
}

/// For each of these addresses, in their order, the channels on which it is suppressed, in none.
pub async fn suppressed_of(on: &impl InOrg, addresses: &[Address]) -> Result<Vec<Vec<Channel>>> {
    #[derive(FromQueryResult)]
    struct Line {
        hash: Vec<u8>,
        channel: Channel,
    }
    let hashes = addresses.iter().map(|address| address.hash(on)).collect::<Result<Vec<_>>>()?;
    let found: Vec<Line> =
        sql("select hash, channel from contact_suppression where lifted_day is null and org_id = ")
            .arg(on.org())
            .push(" and hash in ")
            .list(hashes.iter().cloned())
            .all(on)
            .await?;
    let mut refused: HashMap<Vec<u8>, Vec<Channel>> = HashMap::new();
    for line in found {
        refused.entry(line.hash).or_default().push(line.channel);
    }
    Ok(hashes.iter().map(|hash| refused.get(hash).cloned().unwrap_or_default()).collect())
}

/// Opts somebody out in one action: all their addresses, on every channel (PRV-08).
pub async fn opt_out(tx: &OrgTx, contact: ContactId, source: Source, today: Day) -> Result<()> {
    let Some(contact) = contacts::read(tx, contact).await? else { return Ok(()) };
    for address in contact.addresses() {
        suppress(tx, &address, address.channels(), source, today).await?;
    }
    Ok(())
}

/// Lifts a suppression by the customer's own word, and says how they gave it; tells whether there was one. A file never lifts
/// any.
pub async fn lift(tx: &OrgTx, address: &Address, channel: Channel, how: How, today: Day) -> Result<bool> {
    let lifted = sql("update contact_suppression set lifted_day = $1, lifted_how = $2 where org_id = $3 \
         and hash = $4 and channel = $5 and lifted_day is null")
    .bind(today)
    .bind(how)
    .bind(tx.org())
    .bind(address.hash(tx)?)
    .bind(channel)
    .run(tx)
    .await?;
    Ok(lifted == 1)
}

/// Whether an address is suppressed on a channel.
pub async fn is_suppressed(on: &impl InOrg, address: &Address, channel: Channel) -> Result<bool> {
    Ok(suppressed(on, &[address.hash(on)?]).await?.contains(&channel))
}

/// The channels on which any of these hashes is suppressed.
pub(crate) async fn suppressed(on: &impl InOrg, hashes: &[Vec<u8>]) -> Result<Vec<Channel>> {
    sql("select distinct channel from contact_suppression where lifted_day is null and org_id = ")
        .arg(on.org())
        .push(" and hash in ")
        .list(hashes.iter().cloned())
        .values(on)
        .await
}
