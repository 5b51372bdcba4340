//! The units that a batch of lines speaks of, read together.

use std::collections::BTreeMap;

use relais_directory::units::{Channel, Unit};
use relais_kernel::{Day, RegionId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

/// A unit with what the file may change about it.
#[derive(Clone, Debug)]
pub(in crate::imports) struct Known {
    pub(super) unit: Unit,
    pub(super) channels: Vec<Channel>,
    pub(super) region: Option<Placed>,
}

/// A unit's region of the day in the main hierarchy.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Placed {
    unit_id: UnitId,
    pub(super) region_id: RegionId,
    pub(super) name: String,
}

#[derive(FromQueryResult)]
struct Offered {
    unit_id: UnitId,
    channel: Channel,
}

/// The units of these codes.
pub(super) async fn read(on: &impl InOrg, codes: &[String], today: Day) -> Result<BTreeMap<String, Known>> {
    let query = sql("select id, code, name, kind, department_code, time_zone, locale, town, phone, \
         opened_day, closed_day, version from unit where org_id = ")
    .arg(on.org())
    .push(" and code in ");
    let units: Vec<Unit> = query.list(codes.iter().cloned()).all(on).await?;
    if units.is_empty() {
        return Ok(BTreeMap::new());
    }
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let query = sql("select unit_id, channel from unit_channel where org_id = ")
        .arg(on.org())
        .push(" and unit_id in ");
    let offered: Vec<Offered> = query.list(ids.iter().copied()).all(on).await?;
    let mut channels: BTreeMap<UnitId, Vec<Channel>> = BTreeMap::new();
    offered.into_iter().for_each(|one| channels.entry(one.unit_id).or_default().push(one.channel));
    let query = sql("select p.unit_id, p.region_id, r.name from unit_place p \
         join hierarchy h on h.org_id = p.org_id and h.id = p.hierarchy_id and h.main \
         join region r on r.org_id = p.org_id and r.id = p.region_id where p.org_id = ")
    .arg(on.org())
    .push(" and p.unit_id in ");
    let query = query.list(ids).push(" and p.from_day <= ").arg(today);
    let placed: Vec<Placed> = query.push(" and coalesce(p.to_day, 99991231) >= ").arg(today).all(on).await?;
    let mut regions: BTreeMap<UnitId, Placed> = placed.into_iter().map(|one| (one.unit_id, one)).collect();
    let whole = |unit: Unit| {
        let mut channels = channels.remove(&unit.id).unwrap_or_default();
        channels.sort();
        (unit.code.clone(), Known { channels, region: regions.remove(&unit.id), unit })
    };
    Ok(units.into_iter().map(whole).collect())
}
