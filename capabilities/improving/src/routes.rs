//! The route table, one line a route.

use relais_web::Routes;

use crate::pebbles::{
    anonymous::{night, receipts, reply},
    answer, ask, join, list, merge, say, show, similar,
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // what anonymous entries pass through
        .get("/pebbles/new", say::page)
        .post("/pebbles/new", say::save)
        .post("/pebbles/similar", similar::page)
        .get("/receipts", receipts::page)
        .post("/receipts", receipts::find)
        .post("/receipts/say", reply::save)
        .unseen()
        // everybody
        .get("/pebbles", list::page)
        .get("/pebbles/{pebble}", show::page)
        .post("/pebbles/{pebble}/join", join::save)
        // whoever holds it
        .post("/pebbles/{pebble}/answer", answer::save)
        .get("/pebbles/{pebble}/merge", merge::page)
        .post("/pebbles/{pebble}/merge", merge::save)
        .post("/pebbles/{pebble}/part", merge::part)
        .post("/pebbles/{pebble}/ask", ask::save)
}

/// The demo's own: what waits for the night appears at once.
pub(crate) fn demo_routes() -> Routes {
    Routes::new().post("/demo/night", night::fall)
}
