//! Employers: the legal entities that people work for, so that franchised shops and temporary staff are told apart.

use relais_kernel::{EmployerId, fold};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    Change, Ruled,
    units::{coded, filled},
};

relais_kernel::codes! {
    /// What an employer is to the organisation (NET-01).
    pub enum EmployerKind {
        /// The organisation itself, or a company of its group.
        Own = "own",
        /// A franchised shop's owner.
        Franchise = "franchise",
        /// A temporary work agency.
        Temporary = "temporary",
    }
}

/// An employer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Employer {
    /// Its id.
    pub id: EmployerId,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: EmployerKind,
}

/// What somebody typed about an employer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct EmployerInput {
    /// Name.
    pub name: String,
    /// Kind, as a code.
    pub kind: String,
}

/// An employer as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EmployerFacts {
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: EmployerKind,
}

impl EmployerInput {
    /// The employer it describes, or all that is wrong with it.
    pub fn check(&self) -> Result<EmployerFacts, Faults> {
        let mut faults = Faults::none();
        let name = faults.take(filled("name", &self.name, 120));
        let kind = faults.take(coded::<EmployerKind>("kind", &self.kind, "employer-kind-unknown"));
        match (name, kind) {
            (Some(name), Some(kind)) => Ok(EmployerFacts { name, kind }),
            _ => Err(faults),
        }
    }
}

/// The sentence for a rule of the database that refused an employer.
pub fn refusal(rule: &str) -> Option<Fault> {
    match rule {
        "unique_employer__name_folded" => Some(Fault::on("name", "employer-name-taken")),
        _ => None,
    }
}

/// The employer somebody means: its id, or its name however accented. Nothing typed means the organisation's own.
pub fn find<'a>(known: &'a [Employer], typed: &str) -> Option<&'a Employer> {
    let folded = fold(typed);
    if folded.is_empty() {
        return known.iter().find(|employer| employer.kind == EmployerKind::Own);
    }
    let id = typed.trim().parse().ok();
    known.iter().find(|employer| Some(employer.id) == id || fold(&employer.name) == folded)
}

/// All employers, the organisation's own first, in order of birth within a kind: the first is the organisation itself.
pub async fn list(on: &impl InOrg) -> Result<Vec<Employer>> {
    sql("select id, name, kind from employer where org_id = $1 \
         order by case kind when 'own' then 0 when 'franchise' then 1 else 2 end, id")
    .bind(on.org())
    .all(on)
    .await
}

/// The employer of a name, however accented.
pub async fn by_name(on: &impl InOrg, name: &str) -> Result<Option<Employer>> {
    sql("select id, name, kind from employer where org_id = $1 and name_folded = $2")
        .bind(on.org())
        .bind(fold(name))
        .one(on)
        .await
}

/// Writes a new employer.
pub async fn add(tx: &OrgTx, facts: &EmployerFacts) -> Result<EmployerId> {
    let id: EmployerId = tx.clock().id();
    insert("employer", &["org_id", "id", "name", "name_folded", "kind"])
        .row([
            tx.org().into(),
            id.into(),
            facts.name.clone().into(),
            fold(&facts.name).into(),
            facts.kind.into(),
        ])
        .run(tx)
        .await?;
    Ok(id)
}

/// Changes an employer, unless somebody else did since it was read. Refused when the organisation would have none of its
/// own any more: it is who employs people of whom nothing else is said.
pub async fn change(tx: &OrgTx, was: &Employer, facts: &EmployerFacts) -> Ruled<Change> {
    if facts.kind != EmployerKind::Own && is_last_own(tx, was).await? {
        return Ok(Err(Fault::on("kind", "employer-last-own")));
    }
    let done =
        sql("update employer set name = $1, name_folded = $2, kind = $3 where org_id = $4 and id = $5 \
         and name = $6 and kind = $7")
        .bind(facts.name.clone())
        .bind(fold(&facts.name))
        .bind(facts.kind)
        .bind(tx.org())
        .bind(was.id)
        .bind(was.name.clone())
        .bind(was.kind)
        .run(tx)
        .await?;
    Ok(Ok(if done == 1 { Change::Done(()) } else { Change::Stale }))
}

/// Takes an employer away; the database refuses while an assignment names it (`assignment_by_employer`). Refused for the
/// last of the organisation's own.
pub async fn remove(tx: &OrgTx, was: &Employer) -> Ruled {
    if is_last_own(tx, was).await? {
        return Ok(Err(Fault::of_form("employer-last-own")));
    }
    let query = sql("delete from employer where org_id = $1 and id = $2").bind(tx.org()).bind(was.id);
    query.run_one("employer", tx).await.map(Ok)
}

async fn is_last_own(on: &impl InOrg, employer: &Employer) -> Result<bool> {
    if employer.kind != EmployerKind::Own {
        return Ok(false);
    }
    let others = sql("select count(*) from employer where org_id = $1 and kind = 'own' and id <> $2")
        .bind(on.org())
        .bind(employer.id);
    Ok(others.value::<i64>(on).await? == Some(0))
}

/// The employer of that name, written when there was none.
pub async fn find_or_add(tx: &OrgTx, facts: &EmployerFacts) -> Result<EmployerId> {
    match by_name(tx, &facts.name).await? {
        Some(employer) => Ok(employer.id),
        None => add(tx, facts).await,
    }
}
