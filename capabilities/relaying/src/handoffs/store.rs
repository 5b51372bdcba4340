//! Reading what passed, with the names of teams, units and trades.

use std::collections::BTreeMap;

use relais_kernel::Day;
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

use crate::boards::{
    figures::{Figures, figures},
    ledger::Kind,
};

/// What passed from one place to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) figures: Figures,
}

#[derive(FromQueryResult)]
struct Named {
    code: String,
    name: String,
}

/// The ways of some cells over some months, the busiest first.
pub(crate) async fn ways(on: &impl InOrg, cells: &str, months: (Day, Day)) -> Result<Vec<Way>> {
    let all = figures(on, (Kind::Passed, cells), months).await?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let names = names(on).await?;
    let name = |code: &str| names.get(code).cloned();
    let way = |(cell, figures): (String, Figures)| {
        let (from, to) = cell.strip_prefix(cells)?.split_once('>')?;
        Some(Way { from: name(from)?, to: name(to)?, figures })
    };
    let mut ways: Vec<Way> = all.into_iter().filter_map(way).collect();
    ways.sort_by_key(|way| -way.figures.facts);
    Ok(ways)
}

/// What cells call trades, groups and units.
async fn names(on: &impl InOrg) -> Result<BTreeMap<String, String>> {
    let trades: Vec<Named> =
        sql("select code, name from trade where org_id = $1").bind(on.org()).all(on).await?;
    let mut names: BTreeMap<String, String> = trades.into_iter().map(|one| (one.code, one.name)).collect();
    let groups: Vec<(relais_kernel::TeamId, String)> = teams(on).await?;
    names.extend(groups.into_iter().map(|(team, name)| (format!("t{team}"), name)));
    let units: Vec<UnitNamed> =
        sql("select id, name from unit where org_id = $1").bind(on.org()).all(on).await?;
    names.extend(units.into_iter().map(|one| (format!("u{}", one.id), one.name)));
    Ok(names)
}

#[derive(FromQueryResult)]
struct UnitNamed {
    id: relais_kernel::UnitId,
    name: String,
}

#[derive(FromQueryResult)]
struct TeamNamed {
    id: relais_kernel::TeamId,
    name: String,
}

/// Groups by their teams, and units by the teams of those who answer for them.
async fn teams(on: &impl InOrg) -> Result<Vec<(relais_kernel::TeamId, String)>> {
    let found: Vec<TeamNamed> = sql("select team_id as id, name from expert_group where org_id = $1 \
         union all select t.id, u.name from baton_team t join unit u on u.org_id = t.org_id and u.id = t.unit_id \
         where t.org_id = $1 and t.kind = 'unit_leads'")
    .bind(on.org())
    .all(on)
    .await?;
    Ok(found.into_iter().map(|team| (team.id, team.name)).collect())
}
