//! The topic of a unit: it rings when the unit, its hours, its places or its team change, whoever changes them.

use relais_kernel::{PersonId, UnitId};
use relais_store::{InOrg as _, OrgTx, Result, bell, sql};

/// The kind of the topic.
pub const TOPICS: &str = "unit";

/// What an open page about the unit listens to.
pub fn topic(id: UnitId) -> String {
    format!("{TOPICS}:{id}")
}

/// Has the unit's pages look again when the transaction has lasted. Every write of this room says it by itself.
pub fn changed(tx: &OrgTx, id: UnitId) -> Result<()> {
    bell::ring(tx, topic(id))
}

/// The same for the units where somebody works, or will: their team shows the name.
pub(crate) async fn team_changed(tx: &OrgTx, person: PersonId) -> Result<()> {
    let units: Vec<UnitId> =
        sql("select distinct unit_id from assignment where org_id = $1 and person_id = $2")
            .bind(tx.org())
            .bind(person)
            .values(tx)
            .await?;
    units.into_iter().try_for_each(|unit| changed(tx, unit))
}
