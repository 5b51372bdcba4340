//! The opening hours of a team that has its own: work given to it counts by them.

use relais_calendar::{Territory, Week};
use relais_directory::{calendars::Hours, organisations, units::Opening};
use relais_kernel::TeamId;
use relais_store::{InOrg, OrgTx, Result, insert, sql};

/// The week of a team, in order; empty where it follows its unit or the organisation.
pub async fn openings(on: &impl InOrg, team: TeamId) -> Result<Vec<Opening>> {
    let rows =
        sql("select weekday, opens, closes from baton_team_opening where org_id = $1 and team_id = $2 \
         order by weekday, opens");
    rows.bind(on.org()).bind(team).all(on).await
}

/// Writes a team's week anew. What runs already counts by it from its next pause or step on.
pub async fn open_at(tx: &OrgTx, team: TeamId, week: &[Opening]) -> Result<()> {
    sql("delete from baton_team_opening where org_id = $1 and team_id = $2")
        .bind(tx.org())
        .bind(team)
        .run(tx)
        .await?;
    let mut rows = insert("baton_team_opening", &["org_id", "id", "team_id", "weekday", "opens", "closes"]);
    for opening in week {
        rows.add([
            tx.org().into(),
            tx.clock().id::<uuid::Uuid>().into(),
            team.into(),
            opening.weekday.into(),
            opening.opens.into(),
            opening.closes.into(),
        ]);
    }
    rows.run(tx).await?;
    Ok(())
}

/// The hours of a team that wrote its own, in the organisation's time zone; closed on the public holidays of mainland
/// France.
pub async fn hours(on: &impl InOrg, team: TeamId) -> Result<Option<Hours>> {
    let rows = openings(on, team).await?;
    let Ok(Some(week)) = Week::written(rows.iter().map(|one| (one.weekday, one.opens, one.closes))) else {
        return Ok(None);
    };
    let organisation = organisations::by_id(on, on.org()).await?;
    let zone = organisation.map_or(jiff::tz::TimeZone::UTC, |known| known.zone());
    Ok(Some(Hours::new(zone, week, Territory::Mainland)))
}
