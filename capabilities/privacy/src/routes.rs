//! The route table, one line a route, grouped by who calls it.

use std::sync::Arc;

use relais_store::Schema;
use relais_web::{Cx, Routes};

use crate::{Room, audit, me, refusals, register};

pub(crate) fn routes(entries: Vec<Room>, schemas: Vec<Schema>) -> Routes {
    let entries: Arc<[Room]> = entries.into();
    let schemas: Arc<[Schema]> = schemas.into();
    let kept = schemas.clone();
    Routes::new()
        // whoever is signed in
        .get("/privacy/register", move |cx: Cx| register::show::page(cx, entries))
        .get("/privacy/me", move |cx: Cx| me::show::page(cx, schemas.clone()))
        .get("/privacy/me/file", move |cx: Cx| me::file::save(cx, kept.clone()))
        // who watches over the log
        .get("/privacy/audit", audit::list::page)
        .post("/privacy/audit/verify", audit::verify::run)
        // who takes refusals in
        .get("/privacy/refusals", refusals::show::page)
        .post("/privacy/refusals", refusals::add::save)
        .post("/privacy/refusals/import", refusals::import::save)
        .post("/privacy/refusals/mark", refusals::mark::save)
}
