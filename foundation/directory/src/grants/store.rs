//! Every query about grants that people give by hand, and what somebody holds.

use relais_kernel::{Day, Grant, GrantId, PersonId, Role, Scope};
use relais_store::{InOrg, OrgTx, Result, Sql, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use super::{Brought, Giver, GrantFacts, RoleGrant, Source, bring, refused, rights_changed, scope};
use crate::{
    Period, Ruled,
    held::{from_day_on, on_day},
    regions, roles, units,
};

const SELECT: &str = "select g.id, g.person_id, g.role, g.scope, g.region_id, r.name as region_name, g.unit_id, \
     u.name as unit_name, g.from_day, g.to_day, g.assignment_id, g.membership_id, g.granted_by from role_grant g \
     left join region r on r.org_id = g.org_id and r.id = g.region_id \
     left join unit u on u.org_id = g.org_id and u.id = g.unit_id where g.org_id = ";

/// The grants of a person, latest first, those that are over included.
pub async fn of_person(on: &impl InOrg, person: PersonId) -> Result<Vec<RoleGrant>> {
    sql(SELECT)
        .arg(on.org())
        .push(" and g.person_id = ")
        .arg(person)
        .push(" order by g.from_day desc, g.id desc")
        .all(on)
        .await
}

/// The grant of an id.
pub async fn by_id(on: &impl InOrg, id: GrantId) -> Result<Option<RoleGrant>> {
    sql(SELECT).arg(on.org()).push(" and g.id = ").arg(id).one(on).await
}

#[derive(FromQueryResult)]
struct Held {
    role: Role,
    region_id: Option<relais_kernel::RegionId>,
    unit_id: Option<relais_kernel::UnitId>,
}

/// What somebody holds on a day, in one query; a region's grant is followed by one for each region below it.
pub async fn held_today(on: &impl InOrg, person: PersonId, today: Day) -> Result<Vec<Grant>> {
    let query = sql("with recursive held(role, region_id, unit_id) as (\
         select g.role, g.region_id, g.unit_id from role_grant g where g.org_id = ")
    .arg(on.org())
    .push(" and g.person_id = ")
    .arg(person);
    let held: Vec<Held> = on_day(query, "g", today)
        .push(
            " union select h.role, r.id, h.unit_id from held h join region r on r.parent_id = h.region_id \
               where r.org_id = ",
        )
        .arg(on.org())
        .push(") select role, region_id, unit_id from held")
        .all(on)
        .await?;
    Ok(held.into_iter().map(|h| Grant { role: h.role, scope: scope(h.region_id, h.unit_id) }).collect())
}

/// Gives a role. Refused to oneself, beyond the giver's reach, and for a region that gives no authority.
pub async fn grant(tx: &OrgTx, giver: &Giver<'_>, facts: &GrantFacts, today: Day) -> Ruled<GrantId> {
    if let Some(fault) = refused(giver, facts) {
        return Ok(Err(fault));
    }
    if let Some(fault) = beyond(tx, giver, facts.scope, today).await? {
        return Ok(Err(fault));
    }
    let brought = Brought {
        person: facts.person_id,
        role: facts.role,
        scope: facts.scope,
        from_day: facts.from_day,
        to_day: facts.to_day,
        source: Source::Hand,
    };
    let ids = bring(tx, &[brought], giver.person).await?;
    rights_changed(tx, facts.person_id).await?;
    ids.into_iter().next().map(Ok).ok_or(relais_store::Error::Rows {
        what: "role_grant",
        expected: 1,
        touched: 0,
    })
}

/// Why a scope lies beyond the giver's reach, if it does.
pub(super) async fn beyond(
    on: &impl InOrg,
    giver: &Giver<'_>,
    scope: Scope,
    today: Day,
) -> Result<Option<Fault>> {
    match scope {
        Scope::Network if giver.reach.is_network() => Ok(None),
        Scope::Network => Ok(Some(Fault::on("scope", "grant-scope-too-wide"))),
        Scope::Region(id) => {
            let main = crate::organisations::main_hierarchy(on).await?.id;
            let region =
                regions::by_id(on, giver.reach, id).await?.filter(|region| region.hierarchy_id == main);
            Ok(region.is_none().then(|| Fault::on("region", "grant-region-unknown")))
        }
        Scope::Unit(id) => {
            let unit = units::by_id(on, giver.reach, today, id).await?;
            Ok(unit.is_none().then(|| Fault::on("unit", "grant-unit-unknown")))
        }
    }
}

/// Takes a role away at once: it held until yesterday, or, given today or for later, never. Refused for one that came
/// with an assignment, beyond the giver's reach, and for the last administrator of the network.
pub async fn revoke(tx: &OrgTx, giver: &Giver<'_>, id: GrantId, today: Day) -> Ruled {
    let Some(found) = by_id(tx, id).await? else {
        return Ok(Err(Fault::of_form("grant-unknown")));
    };
    if found.is_brought() {
        return Ok(Err(Fault::of_form("grant-comes-along")));
    }
    if !giver.reach.is_network() && !roles::of_the_field(found.role) {
        return Ok(Err(Fault::of_form("grant-role-too-wide")));
    }
    if let Some(fault) = beyond(tx, giver, found.scope(), today).await? {
        return Ok(Err(Fault::of_form(fault.key)));
    }
    if found.role == Role::Admin && found.scope() == Scope::Network {
        take_turns(tx).await?;
        if leaves_alone(&network_admins(tx, today).await?, |admin| admin.id == id, today) {
            return Ok(Err(Fault::of_form("last-admin")));
        }
    }
    if found.from_day >= today {
        sql("delete from role_grant where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(id)
            .run_one("role_grant", tx)
            .await?;
    } else {
        sql("update role_grant set to_day = $1 where org_id = $2 and id = $3 and coalesce(to_day, 99991231) > $1")
            .bind(today.plus(-1))
            .bind(tx.org())
            .bind(id)
            .run(tx)
            .await?;
    }
    rights_changed(tx, found.person_id).await?;
    Ok(Ok(()))
}

/// Whether the network would be without any administrator on some day from `from` on, if this person were none any more:
/// such a person can neither leave nor lose the role.
pub async fn is_last_admin(tx: &OrgTx, person: PersonId, from: Day) -> Result<bool> {
    take_turns(tx).await?;
    Ok(leaves_alone(&network_admins(tx, from).await?, |admin| admin.person_id == person, from))
}

/// Two writers who each take one of the last two administrators away wait for each other.
async fn take_turns(tx: &OrgTx) -> Result<()> {
    let query = sql("select 1 from organisation where id = $1").bind(tx.org()).keeping_rows();
    query.value::<i32>(tx).await?;
    Ok(())
}

/// A grant that makes an administrator of the network.
#[derive(Debug, FromQueryResult)]
struct Administrator {
    id: GrantId,
    person_id: PersonId,
    from_day: Day,
    to_day: Option<Day>,
    left_day: Option<Day>,
}

impl Administrator {
    /// The last day, by the grant's end or the person's.
    fn last_day(&self) -> Option<Day> {
        [self.to_day, self.left_day].into_iter().flatten().min()
    }

    fn holds(&self, day: Day) -> bool {
        Period { from: self.from_day, to: self.last_day() }.holds(day)
    }
}

/// The administrators of a day and of later.
async fn network_admins(on: &impl InOrg, day: Day) -> Result<Vec<Administrator>> {
    let query: Sql = sql("select g.id, g.person_id, g.from_day, g.to_day, p.left_day from role_grant g \
         join person p on p.org_id = g.org_id and p.id = g.person_id where g.org_id = ")
    .arg(on.org())
    .push(" and g.role = 'admin' and g.scope = 'network' and coalesce(p.left_day, 99991231) >= ")
    .arg(day);
    from_day_on(query, "g", day).all(on).await
}

/// Whether on some day from `from` on one of those who go would have been the only administrator. Who stays changes only
/// on the days after their ends, who goes only on their first days: these are asked.
fn leaves_alone(admins: &[Administrator], goes: impl Fn(&Administrator) -> bool, from: Day) -> bool {
    let (going, staying): (Vec<_>, Vec<_>) = admins.iter().partition(|admin| goes(admin));
    let after = staying.iter().filter_map(|admin| admin.last_day()).map(|last| last.plus(1));
    let begun = going.iter().map(|admin| admin.from_day);
    std::iter::once(from).chain(after).chain(begun).filter(|day| *day >= from).any(|day| {
        going.iter().any(|admin| admin.holds(day)) && !staying.iter().any(|admin| admin.holds(day))
    })
}
