//! What boards may say: entries and days, never people; nothing where too few work.

pub(crate) mod figures;
pub(crate) mod load;
pub(crate) mod show;

use relais_directory::settings;
use relais_kernel::{Day, UnitId};
use relais_store::{InOrg, Result, sql};

use crate::settings::FEWEST_PEOPLE;

/// Whether fewer people work in a unit than a board may speak of.
pub(crate) async fn few(on: &impl InOrg, unit: UnitId, today: Day) -> Result<bool> {
    let people: Option<i64> =
        sql("select count(distinct a.person_id) from assignment a where a.org_id = $1 \
         and a.unit_id = $2 and a.from_day <= $3 and coalesce(a.to_day, 99991231) >= $3")
        .bind(on.org())
        .bind(unit)
        .bind(today)
        .value(on)
        .await?;
    Ok(people.unwrap_or(0) < settings::value(on, &FEWEST_PEOPLE).await?)
}
