//! The route table, one line a route, grouped by who calls it.

use std::sync::Arc;

use relais_web::{Cx, Routes};

use crate::{Room, audit, register};

pub(crate) fn routes(entries: Vec<Room>) -> Routes {
    let entries: Arc<[Room]> = entries.into();
    Routes::new()
        // whoever is signed in
        .get("/privacy/register", move |cx: Cx| register::show::page(cx, entries))
        // who watches over the log
        .get("/privacy/audit", audit::list::page)
        .post("/privacy/audit/verify", audit::verify::run)
}
