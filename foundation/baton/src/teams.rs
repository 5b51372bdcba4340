//! Teams that hold batons together: those who answer for a unit, a region or the network, and duties with named members.
//!
//! The first three follow the directory: whoever answers for the unit today is in its team today, and nobody keeps lists.

use relais_kernel::{Day, PersonId, RegionId, TeamId, UnitId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;

use crate::rules::Actor;

relais_kernel::codes! {
    /// Where a team's members come from.
    pub enum TeamKind {
        /// The manager of a unit and its deputies.
        UnitLeads = "unit_leads",
        /// Those who lead a region.
        RegionLeads = "region_leads",
        /// Those who lead customer experience or human resources for the network; administrators where there are none.
        NetworkLeads = "network_leads",
        /// Named members, day by day.
        Duty = "duty",
    }
}

/// A team.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Team {
    /// Its id.
    pub id: TeamId,
    /// Where its members come from.
    pub kind: TeamKind,
    /// The name of a duty; empty for the others, whose names are the unit's or the region's.
    pub name: String,
    /// The unit.
    pub unit_id: Option<UnitId>,
    /// The region.
    pub region_id: Option<RegionId>,
}

/// Somebody in a team on a day.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Member {
    /// Who.
    pub person_id: PersonId,
    /// Whether they said that they are there today.
    pub here: bool,
}

/// The team of those who answer for a unit.
pub async fn unit_leads(tx: &OrgTx, unit: UnitId) -> Result<TeamId> {
    find_or_make(tx, TeamKind::UnitLeads, Some(unit), None).await
}

/// The team of those who lead a region.
pub async fn region_leads(tx: &OrgTx, region: RegionId) -> Result<TeamId> {
    find_or_make(tx, TeamKind::RegionLeads, None, Some(region)).await
}

/// The team of those who lead the network.
pub async fn network_leads(tx: &OrgTx) -> Result<TeamId> {
    find_or_make(tx, TeamKind::NetworkLeads, None, None).await
}

async fn find_or_make(
    tx: &OrgTx,
    kind: TeamKind,
    unit: Option<UnitId>,
    region: Option<RegionId>,
) -> Result<TeamId> {
    if let Some(known) = found(tx, kind, unit, region).await? {
        return Ok(known);
    }
    insert("baton_team", &["org_id", "id", "kind", "name", "unit_id", "region_id", "version"])
        .row([
            tx.org().into(),
            tx.clock().id::<TeamId>().into(),
            kind.into(),
            "".into(),
            unit.into(),
            region.into(),
            1_i64.into(),
        ])
        // Two who look at once: the second waits, writes nothing and finds the first one's.
        .ending("on conflict do nothing")
        .run(tx)
        .await?;
    found(tx, kind, unit, region).await?.ok_or(relais_store::Error::Rows {
        what: "baton_team",
        expected: 1,
        touched: 0,
    })
}

async fn found(
    on: &impl InOrg,
    kind: TeamKind,
    unit: Option<UnitId>,
    region: Option<RegionId>,
) -> Result<Option<TeamId>> {
    let query = sql("select id from baton_team where org_id = ").arg(on.org()).push(" and kind = ").arg(kind);
    match (unit, region) {
        (Some(unit), _) => query.push(" and unit_id = ").arg(unit),
        (None, Some(region)) => query.push(" and region_id = ").arg(region),
        (None, None) => query,
    }
    .value(on)
    .await
}

/// Makes a duty with its first members, for as long as they are not changed.
pub async fn duty(
    tx: &OrgTx,
    name: &str,
    unit: Option<UnitId>,
    members: &[PersonId],
    from: Day,
) -> Result<TeamId> {
    let id = tx.clock().id::<TeamId>();
    insert("baton_team", &["org_id", "id", "kind", "name", "unit_id", "region_id", "version"])
        .row([
            tx.org().into(),
            id.into(),
            TeamKind::Duty.into(),
            name.into(),
            unit.into(),
            None::<RegionId>.into(),
            1_i64.into(),
        ])
        .run(tx)
        .await?;
    let mut rows = insert("baton_member", &["org_id", "id", "team_id", "person_id", "from_day", "to_day"]);
    for person in members {
        rows.add([
            tx.org().into(),
            tx.clock().id::<uuid::Uuid>().into(),
            id.into(),
            (*person).into(),
            from.into(),
            None::<Day>.into(),
        ]);
    }
    rows.run(tx).await?;
    Ok(id)
}

/// Says which team hosts another: they hear of what it leaves unanswered.
pub async fn host(tx: &OrgTx, team: TeamId, hosts: TeamId) -> Result<()> {
    sql("insert into baton_team_hosts (org_id, team_id, hosts_id) values ($1, $2, $3) \
         on conflict (org_id, team_id) do update set hosts_id = excluded.hosts_id")
    .bind(tx.org())
    .bind(team)
    .bind(hosts)
    .run_one("baton_team_hosts", tx)
    .await
}

/// Those who host a team.
pub async fn hosts_of(on: &impl InOrg, team: TeamId) -> Result<Option<TeamId>> {
    sql("select hosts_id from baton_team_hosts where org_id = $1 and team_id = $2")
        .bind(on.org())
        .bind(team)
        .value(on)
        .await
}

/// Who is in which team on a day, as one relation `(team_id, person_id)` over the parameters organisation (`$1`) and day
/// (`$2`). Whoever left the organisation is in none.
const MEMBERSHIP: &str = "select t.id as team_id, a.person_id from baton_team t join assignment a on a.org_id = t.org_id \
       and a.unit_id = t.unit_id and a.function in ('manager', 'deputy') \
       and a.from_day <= $2 and coalesce(a.to_day, 99991231) >= $2 \
     where t.org_id = $1 and t.kind = 'unit_leads' \
     union select t.id, m.person_id from baton_team t join region_member m on m.org_id = t.org_id \
       and m.region_id = t.region_id and m.function in ('lead', 'host') \
       and m.from_day <= $2 and coalesce(m.to_day, 99991231) >= $2 \
     where t.org_id = $1 and t.kind = 'region_leads' \
     union select t.id, g.person_id from baton_team t join role_grant g on g.org_id = t.org_id \
       and g.scope = 'network' and (g.role in ('cx_lead', 'hr') or (g.role = 'admin' and not exists \
         (select 1 from role_grant o where o.org_id = t.org_id and o.scope = 'network' and o.role in ('cx_lead', 'hr') \
          and o.from_day <= $2 and coalesce(o.to_day, 99991231) >= $2))) \
       and g.from_day <= $2 and coalesce(g.to_day, 99991231) >= $2 \
     where t.org_id = $1 and t.kind = 'network_leads' \
     union select m.team_id, m.person_id from baton_member m \
     where m.org_id = $1 and m.from_day <= $2 and coalesce(m.to_day, 99991231) >= $2";

/// The teams that somebody is in on a day.
pub async fn teams_of(on: &impl InOrg, person: PersonId, day: Day) -> Result<Vec<TeamId>> {
    sql("select s.team_id from (")
        .push(MEMBERSHIP)
        .push(
            ") s join person p on p.org_id = $1 and p.id = s.person_id \
             where s.person_id = $3 and coalesce(p.left_day, 99991231) >= $2 order by s.team_id",
        )
        .bind(on.org())
        .bind(day)
        .bind(person)
        .values(on)
        .await
}

/// Somebody who acts, with the teams they are in on a day.
pub async fn actor(on: &impl InOrg, person: PersonId, day: Day) -> Result<Actor> {
    Ok(Actor { person, teams: teams_of(on, person, day).await? })
}

/// Who is in a team on a day, those who said they are there first.
pub async fn members(on: &impl InOrg, team: TeamId, day: Day) -> Result<Vec<Member>> {
    sql("select s.person_id, (coalesce(h.here_day, 0) = $2) as here from (")
        .push(MEMBERSHIP)
        .push(
            ") s join person p on p.org_id = $1 and p.id = s.person_id \
             left join baton_presence h on h.org_id = $1 and h.person_id = s.person_id \
             where s.team_id = $3 and coalesce(p.left_day, 99991231) >= $2 \
             and coalesce(h.away_until, 0) < $2 \
             order by (coalesce(h.here_day, 0) = $2) desc, p.name_folded, p.id",
        )
        .bind(on.org())
        .bind(day)
        .bind(team)
        .all(on)
        .await
}
