//! Laying the tables of all rooms, unless a later version laid more than we know.

use relais_store::{Db, Schema, schema, sql};

use crate::failed::{Failed, Outcome};

/// Lays what is missing. A database that a later version has changed is left alone: an older program would write rows
/// that the newer tables do not mean.
pub(crate) async fn lay(db: &Db, schemas: &[Schema]) -> Outcome {
    let known: Vec<&str> = schemas.iter().flat_map(|schema| schema.migrations).map(|m| m.name).collect();
    // Without a ledger the database is new.
    let laid =
        sql("select name from schema_ledger order by name").values::<String>(db).await.unwrap_or_default();
    let later = laid.iter().find(|name| !name.starts_with("guard ") && !known.contains(&name.as_str()));
    if let Some(later) = later {
        return Err(Failed(format!(
            "a later version of relais has changed this database ({later}): use that version, or restore a backup of \
             this one into an empty database"
        )));
    }
    Ok(schema::lay(db, schemas, None).await?)
}
