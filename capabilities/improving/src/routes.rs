//! The route table, one line a route.

use relais_web::Routes;

use crate::pebbles::{answer, join, list, say, show};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // what anonymous entries pass through
        .get("/pebbles/new", say::page)
        .post("/pebbles/new", say::save)
        .unseen()
        // everybody
        .get("/pebbles", list::page)
        .get("/pebbles/{pebble}", show::page)
        .post("/pebbles/{pebble}/join", join::save)
        // whoever holds it
        .post("/pebbles/{pebble}/answer", answer::save)
}
