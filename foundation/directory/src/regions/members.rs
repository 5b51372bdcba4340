//! The team of a region: who leads, accompanies, welcomes and supports it. A place in it is dated and brings a role.

use relais_kernel::{Day, MembershipId, PersonId, RegionId, Scope};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    Ruled,
    grants::{self, Source},
    held::{days, from_day_on, hold, last},
    roles,
    units::coded,
};

relais_kernel::codes! {
    /// What somebody does in a region's team.
    pub enum MemberFunction {
        /// Leads the region.
        Lead = "lead",
        /// Accompanies its units.
        Coach = "coach",
        /// Welcomes requests to the team.
        Host = "host",
        /// Supports it otherwise.
        Support = "support",
    }
}

/// Somebody in a region's team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Member {
    /// The membership.
    pub id: MembershipId,
    /// Who.
    pub person_id: PersonId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// What they do there.
    pub function: MemberFunction,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

/// A region that somebody belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, FromQueryResult)]
pub struct Membership {
    /// The membership.
    pub id: MembershipId,
    /// The region.
    pub region_id: RegionId,
    /// Its name.
    pub region_name: String,
    /// What they do there.
    pub function: MemberFunction,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

/// What somebody typed about a place in a region's team.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MemberInput {
    /// Function, as a code.
    pub function: String,
    /// First day; today when empty.
    pub from_day: String,
    /// Last day; open when empty.
    pub to_day: String,
}

/// A place in a region's team as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberFacts {
    /// The region.
    pub region_id: RegionId,
    /// Who.
    pub person_id: PersonId,
    /// What they do there.
    pub function: MemberFunction,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Option<Day>,
}

impl MemberInput {
    /// The place it describes, or all that is wrong with it.
    pub fn check(&self, region: RegionId, person: PersonId, today: Day) -> Result<MemberFacts, Faults> {
        let mut faults = Faults::none();
        let function =
            faults.take(coded::<MemberFunction>("function", &self.function, "member-function-unknown"));
        let period = days(&mut faults, &self.from_day, &self.to_day, today);
        match (function, period, faults.is_empty()) {
            (Some(function), Some(period), true) => Ok(MemberFacts {
                region_id: region,
                person_id: person,
                function,
                from_day: period.from,
                to_day: period.to,
            }),
            _ => Err(faults),
        }
    }
}

/// A region's team from a day on: who is in it, and who will be.
pub async fn members(on: &impl InOrg, region: RegionId, today: Day) -> Result<Vec<Member>> {
    let query =
        sql("select m.id, m.person_id, p.given_name, p.family_name, m.function, m.from_day, m.to_day \
         from region_member m join person p on p.org_id = m.org_id and p.id = m.person_id where m.org_id = ")
        .arg(on.org())
        .push(" and m.region_id = ")
        .arg(region);
    from_day_on(query, "m", today)
        .push(
            " order by case m.function when 'lead' then 0 when 'coach' then 1 when 'host' then 2 else 3 end, \
             p.name_folded, m.from_day, m.id",
        )
        .all(on)
        .await
}

/// The regions somebody belongs or belonged to, latest first.
pub async fn memberships_of(on: &impl InOrg, person: PersonId) -> Result<Vec<Membership>> {
    sql("select m.id, m.region_id, r.name as region_name, m.function, m.from_day, m.to_day from region_member m \
         join region r on r.org_id = m.org_id and r.id = m.region_id where m.org_id = $1 and m.person_id = $2 \
         order by m.from_day desc, m.id desc")
    .bind(on.org())
    .bind(person)
    .all(on)
    .await
}

/// Gives somebody a place in a region's team, and the role that comes with it when the region gives authority. Refused
/// when they hold that place already on one of these days, and to oneself.
pub async fn add_member(tx: &OrgTx, facts: &MemberFacts, by: Option<PersonId>) -> Ruled<MembershipId> {
    if let Some(fault) = grants::taking(tx, by, facts.person_id).await? {
        return Ok(Err(fault));
    }
    hold(tx, "person", &[facts.person_id.0]).await?;
    let held = sql("select id from region_member where org_id = $1 and region_id = $2 and person_id = $3 \
         and function = $4 and from_day <= $5 and coalesce(to_day, 99991231) >= $6")
    .bind(tx.org())
    .bind(facts.region_id)
    .bind(facts.person_id)
    .bind(facts.function)
    .bind(last(facts.to_day))
    .bind(facts.from_day)
    .value::<MembershipId>(tx)
    .await?;
    if held.is_some() {
        return Ok(Err(Fault::on("person", "member-already")));
    }
    let id: MembershipId = tx.clock().id();
    insert("region_member", &["org_id", "id", "region_id", "person_id", "function", "from_day", "to_day"])
        .row([
            tx.org().into(),
            id.into(),
            facts.region_id.into(),
            facts.person_id.into(),
            facts.function.into(),
            facts.from_day.into(),
            facts.to_day.into(),
        ])
        .run(tx)
        .await?;
    let gives_authority = sql("select h.main from region r \
         join hierarchy h on h.org_id = r.org_id and h.id = r.hierarchy_id where r.org_id = $1 and r.id = $2")
    .bind(tx.org())
    .bind(facts.region_id)
    .value::<bool>(tx)
    .await?;
    if gives_authority == Some(true) {
        let brought = grants::Brought {
            person: facts.person_id,
            role: roles::of_member(facts.function),
            scope: Scope::Region(facts.region_id),
            from_day: facts.from_day,
            to_day: facts.to_day,
            source: Source::Membership(id),
        };
        grants::bring(tx, &[brought], by).await?;
        grants::rights_changed(tx, facts.person_id).await?;
    }
    Ok(Ok(id))
}

/// Ends a place in a region's team, and its role, on a last day. One that would not have begun by then is taken away.
/// False when there is no such place. Refused to whoever would stay longer by their own hand.
pub async fn end_member(
    tx: &OrgTx,
    region: RegionId,
    id: MembershipId,
    last_day: Day,
    by: Option<PersonId>,
) -> Ruled<bool> {
    #[derive(FromQueryResult)]
    struct Row {
        person_id: PersonId,
        to_day: Option<Day>,
    }
    let found =
        sql("select person_id, to_day from region_member where org_id = $1 and region_id = $2 and id = $3")
            .bind(tx.org())
            .bind(region)
            .bind(id)
            .one::<Row>(tx)
            .await?;
    let Some(Row { person_id, to_day }) = found else { return Ok(Ok(false)) };
    hold(tx, "person", &[person_id.0]).await?;
    if let Some(fault) = grants::staying(tx, by, person_id, (to_day, last_day)).await? {
        return Ok(Err(fault));
    }
    close(tx, id, last_day).await?;
    grants::rights_changed(tx, person_id).await?;
    Ok(Ok(true))
}

/// Ends all that somebody has in regions' teams on a last day.
pub(crate) async fn end_all(tx: &OrgTx, person: PersonId, last_day: Day) -> Result<()> {
    let open: Vec<MembershipId> = sql("select id from region_member where org_id = $1 and person_id = $2 \
         and coalesce(to_day, 99991231) > $3")
    .bind(tx.org())
    .bind(person)
    .bind(last_day)
    .values(tx)
    .await?;
    hold(tx, "person", &[person.0]).await?;
    for id in open {
        close(tx, id, last_day).await?;
    }
    Ok(())
}

async fn close(tx: &OrgTx, id: MembershipId, last_day: Day) -> Result<()> {
    grants::close_brought(tx, Source::Membership(id), last_day).await?;
    sql("delete from region_member where org_id = $1 and id = $2 and from_day > $3")
        .bind(tx.org())
        .bind(id)
        .bind(last_day)
        .run(tx)
        .await?;
    sql("update region_member set to_day = $1 where org_id = $2 and id = $3")
        .bind(last_day)
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    Ok(())
}
