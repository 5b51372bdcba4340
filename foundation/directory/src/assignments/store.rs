//! Writing assignments: the rules are asked first and tell who is in the way; the database is the last net.

use relais_kernel::{AssignmentId, Day, PersonId, Scope, UnitId};
use relais_store::InOrg as _;
use relais_store::{OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use super::{AssignmentFacts, AssignmentKind, Function, ending, main_of, rules, rules::Taken};
use crate::{
    Period, Ruled,
    grants::{self, Brought, Source},
    held::{from_day_on, hold, last},
    roles, units,
};

/// Writes an assignment and the role it brings for its unit and its days. Refused when the person has another main unit
/// or the unit another manager on one of these days, when the unit is closed, when the person has left, and to oneself.
pub async fn assign(tx: &OrgTx, facts: &AssignmentFacts, by: Option<PersonId>) -> Ruled<AssignmentId> {
    if let Some(fault) = grants::taking(tx, by, facts.person_id).await? {
        return Ok(Err(fault));
    }
    hold(tx, "person", &[facts.person_id.0]).await?;
    let facts = match lives(tx, facts).await? {
        Some(lives) => rules::until_lives(facts, lives.unit_closed, lives.person_left),
        None => facts.clone(),
    };
    if let Some(fault) = refused(tx, &facts, None).await? {
        return Ok(Err(fault));
    }
    let id = write(tx, std::slice::from_ref(&facts), by).await?.remove(0);
    grants::rights_changed(tx, facts.person_id).await?;
    Ok(Ok(id))
}

/// Somebody who helps in another unit for some days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// Who.
    pub person_id: PersonId,
    /// The unit they help.
    pub unit_id: UnitId,
    /// What they do there.
    pub function: Function,
    /// First day.
    pub from_day: Day,
    /// Last day.
    pub to_day: Day,
}

/// Sends somebody to another unit for some days: dated, not main, by the employer of their main unit, with the role for
/// these days only. Refused to somebody without a main unit on the first day.
pub async fn replace(tx: &OrgTx, wanted: &Replacement, by: Option<PersonId>) -> Ruled<AssignmentId> {
    let Some(main) = main_of(tx, wanted.person_id, wanted.from_day).await? else {
        return Ok(Err(Fault::on("person", "replacement-needs-main")));
    };
    if main.unit_id == wanted.unit_id {
        return Ok(Err(Fault::on("unit", "replacement-elsewhere")));
    }
    let facts = AssignmentFacts {
        person_id: wanted.person_id,
        unit_id: wanted.unit_id,
        function: wanted.function,
        employer_id: main.employer_id,
        kind: AssignmentKind::Replacement,
        main: false,
        from_day: wanted.from_day,
        to_day: Some(wanted.to_day),
    };
    assign(tx, &facts, by).await
}

/// Moves somebody's main unit in one step: what was main until then ends the day before. Refused when a main assignment
/// begins only later, which would have to be withdrawn first.
pub async fn move_main(tx: &OrgTx, facts: &AssignmentFacts, by: Option<PersonId>) -> Ruled<AssignmentId> {
    let facts = AssignmentFacts { main: true, ..facts.clone() };
    if let Some(fault) = grants::taking(tx, by, facts.person_id).await? {
        return Ok(Err(fault));
    }
    if let Some(fault) = rules::alone(&facts).into_iter().next() {
        return Ok(Err(fault));
    }
    let present = mains(tx, facts.person_id, facts.from_day).await?;
    if let Some(later) = present.iter().find(|held| held.from_day > facts.from_day && held.meets(&facts)) {
        let fault = Fault::on("from_day", "assignment-move-before");
        return Ok(Err(fault.with("unit", &later.name).with_day("day", later.from_day)));
    }
    for held in present.iter().filter(|held| held.from_day <= facts.from_day) {
        if let Some(fault) = refused(tx, &facts, Some(held.id)).await? {
            return Ok(Err(fault));
        }
        ending::close(tx, held.id, facts.from_day.plus(-1)).await?;
    }
    assign(tx, &facts, by).await
}

#[derive(Clone, Debug, FromQueryResult)]
struct Row {
    id: AssignmentId,
    name: String,
    from_day: Day,
    to_day: Option<Day>,
}

impl Row {
    fn meets(&self, facts: &AssignmentFacts) -> bool {
        Period { from: self.from_day, to: self.to_day }.meets(&facts.period())
    }
}

async fn mains(tx: &OrgTx, person: PersonId, from: Day) -> Result<Vec<Row>> {
    let query = sql("select a.id, u.name, a.from_day, a.to_day from assignment a \
         join unit u on u.org_id = a.org_id and u.id = a.unit_id where a.org_id = ")
    .arg(tx.org())
    .push(" and a.person_id = ")
    .arg(person)
    .push(" and a.main");
    from_day_on(query, "a", from).push(" order by a.from_day").all(tx).await
}

#[derive(FromQueryResult)]
struct Lives {
    unit_closed: Option<Day>,
    person_left: Option<Day>,
}

/// The last days of the unit and the person that an assignment joins; none when one of them does not exist.
async fn lives(tx: &OrgTx, facts: &AssignmentFacts) -> Result<Option<Lives>> {
    sql("select u.closed_day as unit_closed, p.left_day as person_left from unit u \
         join person p on p.org_id = u.org_id where u.org_id = $1 and u.id = $2 and p.id = $3")
    .bind(tx.org())
    .bind(facts.unit_id)
    .bind(facts.person_id)
    .one(tx)
    .await
}

/// Why the rules refuse these facts, `except` standing aside: the assignment that is being changed.
pub(super) async fn refused(
    tx: &OrgTx,
    facts: &AssignmentFacts,
    except: Option<AssignmentId>,
) -> Result<Option<Fault>> {
    if let Some(fault) = rules::alone(facts).into_iter().next() {
        return Ok(Some(fault));
    }
    let Some(lives) = lives(tx, facts).await? else {
        return Ok(Some(Fault::on("unit", "assignment-unit-unknown").with("typed", "")));
    };
    if let Some(fault) = rules::within_lives(facts, lives.unit_closed, lives.person_left) {
        return Ok(Some(fault));
    }
    if facts.main {
        let mains = taken(mains(tx, facts.person_id, facts.from_day).await?, except);
        if let Some(fault) = rules::one_main_unit(facts, &mains) {
            return Ok(Some(fault));
        }
    }
    if facts.is_accountable() {
        let managers = sql("select a.id, p.given_name || ' ' || p.family_name as name, a.from_day, a.to_day \
             from assignment a join person p on p.org_id = a.org_id and p.id = a.person_id where a.org_id = $1 \
             and a.unit_id = $2 and a.function = 'manager' and a.kind = 'regular' \
             and coalesce(a.to_day, 99991231) >= $3 and a.from_day <= $4 order by a.from_day")
        .bind(tx.org())
        .bind(facts.unit_id)
        .bind(facts.from_day)
        .bind(last(facts.to_day))
        .all::<Row>(tx)
        .await?;
        return Ok(rules::one_manager(facts, &taken(managers, except)));
    }
    Ok(None)
}

fn taken(rows: Vec<Row>, except: Option<AssignmentId>) -> Vec<Taken> {
    rows.into_iter()
        .filter(|row| Some(row.id) != except)
        .map(|row| Taken { period: Period { from: row.from_day, to: row.to_day }, name: row.name })
        .collect()
}

/// Writes assignments and the roles they bring, in the same order.
pub(super) async fn write(
    tx: &OrgTx,
    facts: &[AssignmentFacts],
    by: Option<PersonId>,
) -> Result<Vec<AssignmentId>> {
    let mut rows = insert(
        "assignment",
        &[
            "org_id",
            "id",
            "person_id",
            "unit_id",
            "function",
            "employer_id",
            "kind",
            "main",
            "from_day",
            "to_day",
            "version",
        ],
    );
    let (mut ids, mut brought) = (Vec::with_capacity(facts.len()), Vec::with_capacity(facts.len()));
    for one in facts {
        let id: AssignmentId = tx.clock().id();
        rows.add([
            tx.org().into(),
            id.into(),
            one.person_id.into(),
            one.unit_id.into(),
            one.function.into(),
            one.employer_id.into(),
            one.kind.into(),
            one.main.into(),
            one.from_day.into(),
            one.to_day.into(),
            1_i64.into(),
        ]);
        brought.push(Brought {
            person: one.person_id,
            role: roles::of_function(one.function),
            scope: Scope::Unit(one.unit_id),
            from_day: one.from_day,
            to_day: one.to_day,
            source: Source::Assignment(id),
        });
        ids.push(id);
        units::changed(tx, one.unit_id)?;
    }
    rows.run(tx).await?;
    grants::bring(tx, &brought, by).await?;
    Ok(ids)
}
