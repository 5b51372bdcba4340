//! Every write about one unit, and its reading.

use relais_kernel::{Day, HierarchyId, Reach, RegionId, UnitId, fold};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{Channel, Exception, Opening, Unit, UnitFacts, live};
use crate::{
    Change, Ruled, assignments,
    held::{hold, on_day},
    within,
};

const COLUMNS: &str = "u.id, u.code, u.name, u.kind, u.department_code, u.time_zone, u.locale, u.town, u.phone, \
     u.opened_day, u.closed_day, u.version";

/// The unit, if it exists within reach.
pub async fn by_id(on: &impl InOrg, reach: &Reach, today: Day, id: UnitId) -> Result<Option<Unit>> {
    let query = sql("select ")
        .push(COLUMNS)
        .push(" from unit u where u.org_id = ")
        .arg(on.org())
        .push(" and u.id = ")
        .arg(id);
    within(query, reach, today, "u.org_id", "u.id").one(on).await
}

/// The unit of a code, anywhere in the organisation.
pub async fn by_code(on: &impl InOrg, code: &str) -> Result<Option<Unit>> {
    sql("select ")
        .push(COLUMNS)
        .push(" from unit u where u.org_id = ")
        .arg(on.org())
        .push(" and u.code = ")
        .arg(code)
        .one(on)
        .await
}

/// Writes a new unit.
pub async fn add(tx: &OrgTx, facts: &UnitFacts) -> Result<UnitId> {
    let id: UnitId = tx.clock().id();
    insert(
        "unit",
        &[
            "org_id",
            "id",
            "code",
            "name",
            "name_folded",
            "kind",
            "department_code",
            "time_zone",
            "locale",
            "town",
            "phone",
            "opened_day",
            "closed_day",
            "version",
        ],
    )
    .row([
        tx.org().into(),
        id.into(),
        facts.code.clone().into(),
        facts.name.clone().into(),
        folded(facts).into(),
        facts.kind.into(),
        facts.department_code.into(),
        facts.time_zone.clone().into(),
        facts.locale.into(),
        facts.town.clone().into(),
        facts.phone.clone().into(),
        facts.opened_day.into(),
        facts.closed_day.into(),
        1_i64.into(),
    ])
    .run(tx)
    .await?;
    put_channels(tx, id, &facts.channels).await?;
    Ok(id)
}

/// Writes the facts over a unit that nobody changed since `version`. A last day closes the unit: what people hold there
/// ends on it, with the roles that came with it, and what would begin later goes.
pub async fn change(tx: &OrgTx, id: UnitId, version: i64, facts: &UnitFacts) -> Result<Change> {
    let touched = sql("update unit set code = $1, name = $2, name_folded = $3, kind = $4, department_code = $5, \
         time_zone = $6, locale = $7, town = $8, phone = $9, opened_day = $10, closed_day = $11, version = version + 1 \
         where org_id = $12 and id = $13 and version = $14")
    .bind(facts.code.clone())
    .bind(facts.name.clone())
    .bind(folded(facts))
    .bind(facts.kind)
    .bind(facts.department_code)
    .bind(facts.time_zone.clone())
    .bind(facts.locale)
    .bind(facts.town.clone())
    .bind(facts.phone.clone())
    .bind(facts.opened_day)
    .bind(facts.closed_day)
    .bind(tx.org())
    .bind(id)
    .bind(version)
    .run(tx)
    .await?;
    if touched == 0 {
        return Ok(Change::Stale);
    }
    if let Some(last_day) = facts.closed_day {
        assignments::end_unit(tx, id, last_day).await?;
    }
    put_channels(tx, id, &facts.channels).await?;
    live::changed(tx, id)?;
    Ok(Change::Done(()))
}

/// What a unit is found by: its name, code and town.
fn folded(facts: &UnitFacts) -> String {
    fold(&format!("{} {} {}", facts.name, facts.code, facts.town))
}

async fn put_channels(tx: &OrgTx, id: UnitId, channels: &[Channel]) -> Result<()> {
    sql("delete from unit_channel where org_id = $1 and unit_id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    let mut rows = insert("unit_channel", &["org_id", "unit_id", "channel"]);
    for channel in channels {
        rows.add([tx.org().into(), id.into(), (*channel).into()]);
    }
    rows.run(tx).await?;
    Ok(())
}

/// A unit's channels.
pub async fn channels(on: &impl InOrg, id: UnitId) -> Result<Vec<Channel>> {
    let mut channels: Vec<Channel> =
        sql("select channel from unit_channel where org_id = $1 and unit_id = $2")
            .bind(on.org())
            .bind(id)
            .values(on)
            .await?;
    channels.sort();
    Ok(channels)
}

/// A unit's usual week.
pub async fn openings(on: &impl InOrg, id: UnitId) -> Result<Vec<Opening>> {
    sql("select weekday, opens, closes from unit_opening where org_id = $1 and unit_id = $2 order by weekday, opens")
        .bind(on.org())
        .bind(id)
        .all(on)
        .await
}

/// Writes a unit's week anew, when nobody changed the unit since `version`.
pub async fn change_hours(tx: &OrgTx, id: UnitId, version: i64, week: &[Opening]) -> Result<Change> {
    let touched = sql("update unit set version = version + 1 where org_id = $1 and id = $2 and version = $3")
        .bind(tx.org())
        .bind(id)
        .bind(version)
        .run(tx)
        .await?;
    if touched == 0 {
        return Ok(Change::Stale);
    }
    sql("delete from unit_opening where org_id = $1 and unit_id = $2")
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    let mut rows = insert("unit_opening", &["org_id", "id", "unit_id", "weekday", "opens", "closes"]);
    for opening in week {
        rows.add([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            id.into(),
            opening.weekday.into(),
            opening.opens.into(),
            opening.closes.into(),
        ]);
    }
    rows.run(tx).await?;
    live::changed(tx, id)?;
    Ok(Change::Done(()))
}

/// Days that differ, from a day on.
pub async fn exceptions(on: &impl InOrg, id: UnitId, from: Day) -> Result<Vec<Exception>> {
    sql("select day, opens, closes, note from unit_exception where org_id = $1 and unit_id = $2 and day >= $3 order by day")
        .bind(on.org())
        .bind(id)
        .bind(from)
        .all(on)
        .await
}

/// Writes a day that differs. Refused when one is listed for that day: two people who each note why would lose one note.
pub async fn put_exception(tx: &OrgTx, id: UnitId, exception: &Exception) -> Ruled {
    hold(tx, "unit", &[id.0]).await?;
    if exceptions(tx, id, exception.day).await?.iter().any(|known| known.day == exception.day) {
        return Ok(Err(Fault::on("day", "exception-day-taken")));
    }
    insert("unit_exception", &["org_id", "id", "unit_id", "day", "opens", "closes", "note"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            id.into(),
            exception.day.into(),
            exception.opens.into(),
            exception.closes.into(),
            exception.note.clone().into(),
        ])
        .run(tx)
        .await?;
    live::changed(tx, id)?;
    Ok(Ok(()))
}

/// Takes a day that differs away; false when there was none.
pub async fn remove_exception(tx: &OrgTx, id: UnitId, day: Day) -> Result<bool> {
    let touched = sql("delete from unit_exception where org_id = $1 and unit_id = $2 and day = $3")
        .bind(tx.org())
        .bind(id)
        .bind(day)
        .run(tx)
        .await?;
    live::changed(tx, id)?;
    Ok(touched == 1)
}

/// A unit's place in a hierarchy.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Place {
    /// The hierarchy.
    pub hierarchy_id: HierarchyId,
    /// Its name.
    pub hierarchy_name: String,
    /// Whether it is the one that gives authority.
    pub main: bool,
    /// The region.
    pub region_id: RegionId,
    /// Its name.
    pub region_name: String,
    /// Since.
    pub from_day: Day,
}

/// Where a unit stands on a day, the main hierarchy first.
pub async fn places(on: &impl InOrg, id: UnitId, today: Day) -> Result<Vec<Place>> {
    sql("select p.hierarchy_id, h.name as hierarchy_name, h.main, p.region_id, r.name as region_name, p.from_day \
         from unit_place p join hierarchy h on h.org_id = p.org_id and h.id = p.hierarchy_id \
         join region r on r.org_id = p.org_id and r.id = p.region_id \
         where p.org_id = $1 and p.unit_id = $2 and p.from_day <= $3 and coalesce(p.to_day, 99991231) >= $3 \
         order by h.main desc, h.name")
    .bind(on.org())
    .bind(id)
    .bind(today)
    .all(on)
    .await
}

/// The region that a unit is in on a day, in the hierarchy that gives authority.
pub async fn main_region(on: &impl InOrg, id: UnitId, day: Day) -> Result<Option<RegionId>> {
    let query = sql("select pl.region_id from unit_place pl \
         join hierarchy h on h.org_id = pl.org_id and h.id = pl.hierarchy_id and h.main where pl.org_id = ")
    .arg(on.org())
    .push(" and pl.unit_id = ")
    .arg(id);
    on_day(query, "pl", day).value(on).await
}

/// Places a unit from a day on: what stood until then ends the day before.
pub async fn place(
    tx: &OrgTx,
    unit: UnitId,
    hierarchy: HierarchyId,
    region: RegionId,
    from: Day,
) -> Result<()> {
    unplace(tx, unit, hierarchy, from).await?;
    insert("unit_place", &["org_id", "id", "unit_id", "hierarchy_id", "region_id", "from_day"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            unit.into(),
            hierarchy.into(),
            region.into(),
            from.into(),
        ])
        .run(tx)
        .await?;
    Ok(())
}

/// Takes a unit out of a hierarchy from a day on: what stood until then ends the day before.
pub async fn unplace(tx: &OrgTx, unit: UnitId, hierarchy: HierarchyId, from: Day) -> Result<()> {
    hold(tx, "unit", &[unit.0]).await?;
    sql("delete from unit_place where org_id = $1 and unit_id = $2 and hierarchy_id = $3 and from_day >= $4")
        .bind(tx.org())
        .bind(unit)
        .bind(hierarchy)
        .bind(from)
        .run(tx)
        .await?;
    sql("update unit_place set to_day = $1 where org_id = $2 and unit_id = $3 and hierarchy_id = $4 \
         and coalesce(to_day, 99991231) >= $5")
    .bind(from.plus(-1))
    .bind(tx.org())
    .bind(unit)
    .bind(hierarchy)
    .bind(from)
    .run(tx)
    .await?;
    live::changed(tx, unit)
}

/// Places a unit in a region of the main hierarchy, unless it stands there already.
pub async fn place_in_main(tx: &OrgTx, unit: UnitId, region: RegionId, from: Day) -> Result<()> {
    let current = places(tx, unit, from).await?.into_iter().find(|place| place.main);
    if current.is_some_and(|place| place.region_id == region) {
        return Ok(());
    }
    let main = sql("select id from hierarchy where org_id = $1 and main")
        .bind(tx.org())
        .value::<HierarchyId>(tx)
        .await?;
    let main = main.ok_or(relais_store::Error::Corrupt { table: "hierarchy", what: "no main one".into() })?;
    place(tx, unit, main, region, from).await
}
