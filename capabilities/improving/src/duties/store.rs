//! Every query about duties.

use relais_baton::{Called, Holder, called, duty, members, network_leads, unit_leads};
use relais_kernel::{Day, PersonId, TeamId, UnitId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::pebbles::rules::Theme;

/// Who answers what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Duty {
    pub(crate) id: Uuid,
    /// One theme, or all of them.
    pub(crate) theme: Option<Theme>,
    /// Those who do, by name.
    pub(crate) names: Vec<String>,
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    theme: String,
    team_id: TeamId,
}

/// The duties of a unit, or of the network: those for everything first.
pub(crate) async fn duties(on: &impl InOrg, unit: Option<UnitId>, today: Day) -> Result<Vec<Duty>> {
    let query =
        sql("select id, theme, team_id from pebble_duty where to_day is null and org_id = ").arg(on.org());
    let rows: Vec<Row> = of(query, unit).push(" order by theme").all(on).await?;
    let mut duties = Vec::new();
    for row in rows {
        let people = members(on, row.team_id, today).await?;
        let holders: Vec<Holder> = people.iter().map(|one| Holder::Person(one.person_id)).collect();
        let named = called(on, &holders).await?;
        let names = holders.iter().filter_map(|holder| match named.get(holder)? {
            Called::Person(name) => Some(name.clone()),
            Called::Team(..) => None,
        });
        duties.push(Duty { id: row.id, theme: row.theme.parse().ok(), names: names.collect() });
    }
    Ok(duties)
}

fn of(query: relais_store::Sql, unit: Option<UnitId>) -> relais_store::Sql {
    match unit {
        Some(unit) => query.push(" and unit_id = ").arg(unit),
        None => query.push(" and unit_id is null"),
    }
}

/// Names those who answer a theme, or everything, from today on; those who did so until now keep what they hold.
pub(crate) async fn set(
    tx: &OrgTx,
    unit: Option<UnitId>,
    theme: Option<Theme>,
    people: &[PersonId],
    today: Day,
) -> Result<Uuid> {
    let code = theme.map_or("", Theme::code);
    let query = sql("select id from pebble_duty where to_day is null and org_id = ").arg(tx.org());
    let former = of(query.push(" and theme = ").arg(code), unit).value::<Uuid>(tx).await?;
    if let Some(former) = former {
        end(tx, former, unit, today).await?;
    }
    // The team's name is never shown: its members are.
    let team = duty(tx, if code.is_empty() { "pebbles" } else { code }, unit, people, today).await?;
    let id = tx.clock().id::<Uuid>();
    insert("pebble_duty", &["org_id", "id", "unit_id", "theme", "team_id", "from_day"])
        .row([tx.org().into(), id.into(), unit.into(), code.into(), team.into(), today.into()])
        .run(tx)
        .await?;
    Ok(id)
}

/// Ends a duty of a place; tells whether there was one.
pub(crate) async fn end(tx: &OrgTx, id: Uuid, unit: Option<UnitId>, today: Day) -> Result<bool> {
    let query =
        sql("update pebble_duty set to_day = ").arg(today).push(" where to_day is null and org_id = ");
    let ended = of(query.arg(tx.org()).push(" and id = ").arg(id), unit).run(tx).await?;
    Ok(ended == 1)
}

/// Who holds what is said in a unit about a theme: the nearest duty with somebody there, else those who answer for the
/// unit, else for the network.
pub(crate) async fn holder(tx: &OrgTx, unit: Option<UnitId>, theme: Theme, today: Day) -> Result<TeamId> {
    let query = sql("select team_id from pebble_duty where to_day is null and org_id = ").arg(tx.org());
    let query = query.push(" and theme in ('', ").arg(theme.code()).push(") and (unit_id is null");
    let query = match unit {
        Some(unit) => query.push(" or unit_id = ").arg(unit),
        None => query,
    };
    let near: Vec<TeamId> = query
        .push(") order by case when unit_id is null then 1 else 0 end, case theme when '' then 1 else 0 end")
        .values(tx)
        .await?;
    for team in near {
        if !members(tx, team, today).await?.is_empty() {
            return Ok(team);
        }
    }
    match unit {
        Some(unit) => unit_leads(tx, unit).await,
        None => network_leads(tx).await,
    }
}
