//! The route table, one line a route.

use relais_web::Routes;

use crate::pebbles::{answer, join, list, merge, say, show, similar};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // everybody
        .get("/pebbles", list::page)
        .get("/pebbles/new", say::page)
        .post("/pebbles/new", say::save)
        .post("/pebbles/similar", similar::page)
        .get("/pebbles/{pebble}", show::page)
        .post("/pebbles/{pebble}/join", join::save)
        // whoever holds it
        .post("/pebbles/{pebble}/answer", answer::save)
        .get("/pebbles/{pebble}/merge", merge::page)
        .post("/pebbles/{pebble}/merge", merge::save)
        .post("/pebbles/{pebble}/part", merge::part)
}
