//! Every query about regions.

use relais_kernel::{HierarchyId, Reach, RegionId, fold};
use relais_store::{InOrg, OrgTx, Result, Sql, insert, sql};

use super::{Branch, Region, RegionFacts, in_order, would_loop};
use crate::Change;

const SELECT: &str =
    "select r.id, r.hierarchy_id, r.parent_id, r.code, r.name, r.version from region r where r.org_id = ";

/// The region, if it exists within reach.
pub async fn by_id(on: &impl InOrg, reach: &Reach, id: RegionId) -> Result<Option<Region>> {
    reached(sql(SELECT).arg(on.org()).push(" and r.id = ").arg(id), reach).one(on).await
}

/// The region of a code in a hierarchy, anywhere in the organisation.
pub async fn by_code(on: &impl InOrg, hierarchy: HierarchyId, code: &str) -> Result<Option<Region>> {
    sql(SELECT)
        .arg(on.org())
        .push(" and r.hierarchy_id = ")
        .arg(hierarchy)
        .push(" and r.code = ")
        .arg(code)
        .one(on)
        .await
}

/// All regions of a hierarchy, whoever looks: what checks and imports compare with.
pub async fn of_hierarchy(on: &impl InOrg, hierarchy: HierarchyId) -> Result<Vec<Region>> {
    sql(SELECT)
        .arg(on.org())
        .push(" and r.hierarchy_id = ")
        .arg(hierarchy)
        .push(" order by r.id")
        .all(on)
        .await
}

/// The regions of a hierarchy within reach, as a tree is read.
pub async fn tree(on: &impl InOrg, reach: &Reach, hierarchy: HierarchyId) -> Result<Vec<Branch>> {
    let query = sql(SELECT).arg(on.org()).push(" and r.hierarchy_id = ").arg(hierarchy);
    Ok(in_order(reached(query, reach).all(on).await?))
}

fn reached(query: Sql, reach: &Reach) -> Sql {
    match reach {
        Reach::Network => query,
        Reach::Part { regions, .. } => query.push(" and r.id in ").list(regions.iter().copied()),
    }
}

/// These regions and all below them.
pub async fn below(on: &impl InOrg, ids: &[RegionId]) -> Result<Vec<RegionId>> {
    sql("with recursive below(id) as (select r.id from region r where r.org_id = ")
        .arg(on.org())
        .push(" and r.id in ")
        .list(ids.iter().copied())
        .push(" union select r.id from region r join below b on r.parent_id = b.id where r.org_id = ")
        .arg(on.org())
        .push(") select id from below")
        .values(on)
        .await
}

/// A region and those above it, from it to the top.
pub async fn above(on: &impl InOrg, id: RegionId) -> Result<Vec<RegionId>> {
    sql("with recursive above(id, parent_id, height) as (select r.id, r.parent_id, 0 from region r where r.org_id = ")
        .arg(on.org())
        .push(" and r.id = ")
        .arg(id)
        .push(
            " union all select r.id, r.parent_id, b.height + 1 from region r join above b on r.id = b.parent_id \
             where b.height < 100 and r.org_id = ",
        )
        .arg(on.org())
        .push(") select id from above order by height")
        .values(on)
        .await
}

/// A region and all below it as a reach, for the lists of its page: its units, its people, its vacancies.
pub async fn scope(on: &impl InOrg, id: RegionId) -> Result<Reach> {
    Ok(Reach::Part { regions: below(on, &[id]).await?, units: Vec::new() })
}

/// Writes a new region.
pub async fn add(tx: &OrgTx, facts: &RegionFacts) -> Result<RegionId> {
    let id: RegionId = tx.clock().id();
    insert(
        "region",
        &["org_id", "id", "hierarchy_id", "parent_id", "code", "name", "name_folded", "version"],
    )
    .row([
        tx.org().into(),
        id.into(),
        facts.hierarchy_id.into(),
        facts.parent_id.into(),
        facts.code.clone().into(),
        facts.name.clone().into(),
        fold(&facts.name).into(),
        1_i64.into(),
    ])
    .run(tx)
    .await?;
    Ok(id)
}

/// Writes the facts over a region that nobody changed since `version`. It is stale also when the tree changed so that
/// the region would now stand below itself.
pub async fn change(tx: &OrgTx, id: RegionId, version: i64, facts: &RegionFacts) -> Result<Change> {
    if let Some(parent) = facts.parent_id {
        // Two writers who each move a region below the other's take turns on their hierarchy.
        sql("update hierarchy set code = code where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(facts.hierarchy_id)
            .run(tx)
            .await?;
        if would_loop(&of_hierarchy(tx, facts.hierarchy_id).await?, id, parent) {
            return Ok(Change::Stale);
        }
    }
    let touched = sql("update region set parent_id = $1, code = $2, name = $3, name_folded = $4, \
         version = version + 1 where org_id = $5 and id = $6 and version = $7 and hierarchy_id = $8")
    .bind(facts.parent_id)
    .bind(facts.code.clone())
    .bind(facts.name.clone())
    .bind(fold(&facts.name))
    .bind(tx.org())
    .bind(id)
    .bind(version)
    .bind(facts.hierarchy_id)
    .run(tx)
    .await?;
    Ok(if touched == 0 { Change::Stale } else { Change::Done(()) })
}
