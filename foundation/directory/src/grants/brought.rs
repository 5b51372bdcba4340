//! How grants are written: by hand, or along with an assignment or a membership that ends them; and who is told.

use relais_contracts::directory::RightsChanged;
use relais_kernel::{AssignmentId, Day, GrantId, MembershipId, PersonId, Role, Scope};
use relais_store::{InOrg, OrgTx, Result, Sql, insert, outbox, sql};

use super::ScopeCode;
use crate::accounts::sessions;

/// What a grant comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Source {
    /// Somebody gave it.
    Hand,
    /// It came with an assignment.
    Assignment(AssignmentId),
    /// It came with a place in a region's team.
    Membership(MembershipId),
}

/// A grant to write.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Brought {
    pub(crate) person: PersonId,
    pub(crate) role: Role,
    pub(crate) scope: Scope,
    pub(crate) from_day: Day,
    pub(crate) to_day: Option<Day>,
    pub(crate) source: Source,
}

/// Writes grants, and gives their ids in the same order.
pub(crate) async fn bring(tx: &OrgTx, brought: &[Brought], by: Option<PersonId>) -> Result<Vec<GrantId>> {
    let mut rows = insert(
        "role_grant",
        &[
            "org_id",
            "id",
            "person_id",
            "role",
            "scope",
            "region_id",
            "unit_id",
            "from_day",
            "to_day",
            "assignment_id",
            "membership_id",
            "granted_by",
        ],
    );
    let mut ids = Vec::with_capacity(brought.len());
    for one in brought {
        let id: GrantId = tx.clock().id();
        let (code, region, unit) = match one.scope {
            Scope::Network => (ScopeCode::Network, None, None),
            Scope::Region(region) => (ScopeCode::Region, Some(region), None),
            Scope::Unit(unit) => (ScopeCode::Unit, None, Some(unit)),
        };
        let (assignment, membership) = match one.source {
            Source::Hand => (None, None),
            Source::Assignment(id) => (Some(id), None),
            Source::Membership(id) => (None, Some(id)),
        };
        rows.add([
            tx.org().into(),
            id.into(),
            one.person.into(),
            one.role.into(),
            code.into(),
            region.into(),
            unit.into(),
            one.from_day.into(),
            one.to_day.into(),
            assignment.into(),
            membership.into(),
            by.into(),
        ]);
        ids.push(id);
    }
    rows.run(tx).await?;
    Ok(ids)
}

/// Ends what came with an assignment or a membership on its last day; what would not have begun goes.
pub(crate) async fn close_brought(tx: &OrgTx, source: Source, last_day: Day) -> Result<()> {
    let of_source = |query: Sql| match source {
        Source::Assignment(id) => Some(query.push(" and assignment_id = ").arg(id)),
        Source::Membership(id) => Some(query.push(" and membership_id = ").arg(id)),
        Source::Hand => None,
    };
    let gone =
        sql("delete from role_grant where org_id = ").arg(tx.org()).push(" and from_day > ").arg(last_day);
    if let Some(query) = of_source(gone) {
        query.run(tx).await?;
    }
    let ended = sql("update role_grant set to_day = ").arg(last_day).push(" where org_id = ").arg(tx.org());
    if let Some(query) = of_source(ended) {
        query.run(tx).await?;
    }
    Ok(())
}

/// Ends all that somebody was given by hand on a last day.
pub(crate) async fn close_own(tx: &OrgTx, person: PersonId, last_day: Day) -> Result<()> {
    sql("delete from role_grant where org_id = $1 and person_id = $2 and from_day > $3 \
         and assignment_id is null and membership_id is null")
    .bind(tx.org())
    .bind(person)
    .bind(last_day)
    .run(tx)
    .await?;
    sql("update role_grant set to_day = $1 where org_id = $2 and person_id = $3 and coalesce(to_day, 99991231) > $1 \
         and assignment_id is null and membership_id is null")
    .bind(last_day)
    .bind(tx.org())
    .bind(person)
    .run(tx)
    .await?;
    Ok(())
}

/// Gives somebody's open sessions a new token at their next page, and tells other rooms.
pub(crate) async fn rights_changed(tx: &OrgTx, person: PersonId) -> Result<()> {
    sessions::change_token_of_person(tx, person).await?;
    outbox::emit(tx, &RightsChanged { org: tx.org(), person }).await
}

/// The same for many at once: only those who can sign in are touched, which an import's newcomers cannot yet.
pub(crate) async fn rights_changed_of(tx: &OrgTx, people: &[PersonId]) -> Result<()> {
    for some in people.chunks(1000) {
        let able: Vec<PersonId> = sql("select person_id from account_person where org_id = ")
            .arg(tx.org())
            .push(" and person_id in ")
            .list(some.iter().copied())
            .values(tx)
            .await?;
        for person in able {
            rights_changed(tx, person).await?;
        }
    }
    Ok(())
}
