//! Whose hours are whose: the opening hours of a unit, by which its work is counted, and those of a person, within which
//! they may be reached (PRV-11). Both follow what is written in the directory at the moment of asking.

use jiff::{civil::Date, tz::TimeZone};
use relais_calendar::{Territory, Week};
use relais_kernel::{Day, Instant, PersonId, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use crate::{assignments, organisations, units};

pub use relais_calendar::Hours;

/// Monday to Friday, 9 to 18 h, where nobody wrote hours down.
const USUAL: (i32, i32) = (540, 1080);

/// Days that differ count from so many days ago: what began earlier than that was counted when it paused.
const LOOK_BACK: i32 = -400;

#[derive(FromQueryResult)]
struct Place {
    time_zone: String,
    department_code: String,
}

/// The hours of a unit; the organisation's working days where there is no unit or where nobody wrote hours down.
pub async fn of_unit(on: &impl InOrg, unit: Option<UnitId>, today: Day) -> Result<Hours> {
    let Some(unit) = unit else { return of_organisation(on).await };
    let place: Option<Place> =
        sql("select time_zone, department_code from unit where org_id = $1 and id = $2")
            .bind(on.org())
            .bind(unit)
            .one(on)
            .await?;
    let Some(place) = place else { return of_organisation(on).await };
    let zone = match TimeZone::get(&place.time_zone) {
        Ok(zone) => zone,
        Err(_) => zone_of_organisation(on).await?,
    };
    let territory = Territory::of_department(&place.department_code).unwrap_or(Territory::Mainland);
    let openings = units::openings(on, unit).await?;
    let differing = units::exceptions(on, unit, today.plus(LOOK_BACK)).await?;
    let rows = openings.iter().map(|o| (o.weekday, o.opens, o.closes));
    let hours = match Week::written(rows) {
        Ok(Some(week)) => Hours::new(zone, week, territory),
        _ => usual(zone, territory),
    };
    let days: Vec<(Date, Option<(i32, i32)>)> =
        differing.iter().map(|e| (e.day.date(), e.opens.zip(e.closes))).collect();
    Ok(hours.clone().differing(days).unwrap_or(hours))
}

async fn of_organisation(on: &impl InOrg) -> Result<Hours> {
    Ok(working_days(zone_of_organisation(on).await?))
}

async fn zone_of_organisation(on: &impl InOrg) -> Result<TimeZone> {
    let organisation = organisations::by_id(on, on.org()).await?;
    Ok(organisation.map_or(TimeZone::UTC, |o| o.zone()))
}

/// The hours of somebody: those of the unit of their main assignment on the day that it is.
pub async fn of_person(on: &impl InOrg, person: PersonId, now: Instant) -> Result<Hours> {
    let today = now.day(&zone_of_organisation(on).await?);
    let main = assignments::main_of(on, person, today).await?;
    of_unit(on, main.map(|main| main.unit_id), today).await
}

/// The working days of an organisation in this zone, where nobody wrote hours down.
pub fn working_days(zone: TimeZone) -> Hours {
    usual(zone, Territory::Mainland)
}

/// Monday to Friday, 9 to 18 h, but not on public holidays.
pub fn usual(zone: TimeZone, territory: Territory) -> Hours {
    let week = Week::weekdays(USUAL.0, USUAL.1).unwrap_or_else(|_| unreachable!("a day has these minutes"));
    Hours::new(zone, week, territory)
}
