//! Regions and employers: one row each, which an import only creates.

use std::collections::BTreeMap;

use relais_kernel::{EmployerId, HierarchyId, RegionId};
use relais_store::{InOrg, OrgTx, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Keepsake, Turn, row, rows};

row!(RegionRow, "region", owner id, key id, version version, {
    id: RegionId, hierarchy_id: HierarchyId, parent_id: Option<RegionId>, code: String, name: String,
    name_folded: String, version: i64,
});

row!(EmployerRow, "employer", owner id, key id, { id: EmployerId, name: String, name_folded: String, kind: String });

/// Declares a keepsake of one row.
macro_rules! single {
    ($(#[$meta:meta])* $name:ident, $row:ident) => {
        $(#[$meta])*
        #[derive(Debug, Serialize, Deserialize)]
        pub(in crate::imports) struct $name($row);

        impl Keepsake for $name {
            const TABLE: &'static str = <$row as super::Row>::TABLE;

            async fn read(on: &impl InOrg, ids: &[Uuid]) -> Result<BTreeMap<Uuid, Self>> {
                let found = rows::<$row>(on, ids).await?;
                Ok(found.into_iter().filter_map(|(id, rows)| Some((id, Self(rows.into_iter().next()?)))).collect())
            }

            async fn give_back(tx: &OrgTx, all: Vec<(Uuid, Self, Option<Self>)>) -> Result<()> {
                let mut turn = Turn::none();
                for (_, now, before) in &all {
                    turn.add(std::slice::from_ref(&now.0), before.as_ref().map_or(&[], |b| std::slice::from_ref(&b.0)));
                }
                turn.take_away(tx).await?;
                turn.give_back(tx).await
            }
        }
    };
}

single!(
    /// A region as kept.
    Region, RegionRow
);
single!(
    /// An employer as kept.
    Employer, EmployerRow
);
