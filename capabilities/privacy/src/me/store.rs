//! What was done about somebody: the links of the audit log whose subject they are.

use relais_kernel::{Instant, PersonId};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// Something that was done about somebody.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Act {
    pub(crate) at: Instant,
    pub(crate) action: String,
    pub(crate) person_id: Option<PersonId>,
    pub(crate) given_name: Option<String>,
    pub(crate) family_name: Option<String>,
}

/// What was done about somebody, the newest first.
pub(crate) async fn acts(on: &impl InOrg, person: PersonId, size: i64) -> Result<Vec<Act>> {
    sql("select e.at, e.action, e.person_id, p.given_name, p.family_name from audit_event e \
         left join person p on p.org_id = e.chain and p.id = e.person_id \
         where e.chain = $1 and e.subject = 'person' and e.subject_id = $2 order by e.seq desc limit $3")
    .bind(Uuid::from(on.org()))
    .bind(person)
    .bind(size)
    .all(on)
    .await
}
