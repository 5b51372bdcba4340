//! Where a customer can call or go, as far as the directory knows.

use jiff::tz::TimeZone;
use relais_baton::hours_of;
use relais_directory::units::openings;
use relais_kernel::{Day, Instant, UnitId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

/// Days looked ahead for an opening.
const AHEAD: i32 = 14;

/// A shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) name: String,
    pub(super) phone: Option<String>,
    /// The day on which it is open next, today if it still is, and its hours then in minutes since midnight.
    pub(super) open: Option<(Day, Vec<(i32, i32)>)>,
}

#[derive(FromQueryResult)]
struct Row {
    name: String,
    phone: Option<String>,
}

/// What the directory knows of a unit. Hours that nobody wrote down are not guessed.
pub(super) async fn of(on: &impl InOrg, unit: UnitId, now: Instant, today: Day) -> Result<Option<Place>> {
    let row: Option<Row> = sql("select name, phone from unit where org_id = $1 and id = $2")
        .bind(on.org())
        .bind(unit)
        .one(on)
        .await?;
    let Some(Row { name, phone }) = row else { return Ok(None) };
    let phone = phone.filter(|phone| !phone.trim().is_empty());
    if openings(on, unit).await?.is_empty() {
        return Ok(Some(Place { name, phone, open: None }));
    }
    let hours = hours_of(on, Some(unit), today).await?;
    let zone = hours.zone().clone();
    let open = (0..AHEAD).map(|days| today.plus(days)).find_map(|day| {
        let spans: Vec<_> = hours.openings(day.date()).collect();
        let still = spans.iter().any(|(_, closes)| *closes > now.timestamp());
        let told = |(opens, closes): &(jiff::Timestamp, jiff::Timestamp)| {
            (minutes(*opens, &zone), minutes(*closes, &zone))
        };
        still.then(|| (day, spans.iter().map(told).collect()))
    });
    Ok(Some(Place { name, phone, open }))
}

fn minutes(at: jiff::Timestamp, zone: &TimeZone) -> i32 {
    let zoned = at.to_zoned(zone.clone());
    i32::from(zoned.hour()) * 60 + i32::from(zoned.minute())
}
