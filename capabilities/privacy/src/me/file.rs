//! All of it as a file, for its owner: readable by a person and by a program.

use std::sync::Arc;

use axum::{
    http::header,
    response::{IntoResponse as _, Response},
};
use relais_store::{
    Schema,
    about::{counts, rows},
    schema::tables,
};
use relais_web::{Cx, Failure, Outcome};
use serde_json::{Map, Value as Json, json};

use super::oneself;
use crate::entry_of;

pub(crate) async fn save(cx: Cx, schemas: Arc<[Schema]>) -> Outcome<Response> {
    let (db, who) = (cx.db(), oneself(&cx));
    let (known, mut tables) = (tables(&schemas)?, Map::new());
    for (table, _) in counts(&db, &known, who).await? {
        let untold = entry_of(&schemas, &table.name).map_or(&[][..], |entry| entry.untold);
        let rows = rows(&db, table, untold, who).await?.into_iter().map(Json::Object).collect();
        tables.insert(table.name.clone(), Json::Array(rows));
    }
    let whole = json!({
        "made_at": cx.now().to_string(),
        "organisation": cx.organisation().name,
        "tables": tables,
    });
    let text = serde_json::to_string_pretty(&whole).map_err(|error| Failure::Broken(error.to_string()))?;
    let kind = (header::CONTENT_TYPE, "application/json; charset=utf-8");
    let name = (header::CONTENT_DISPOSITION, "attachment; filename=\"relais.json\"");
    let kept = (header::CACHE_CONTROL, "no-store");
    Ok(([kind, name, kept], text).into_response())
}
