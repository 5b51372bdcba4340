//! The route table, one line a route.

use relais_web::Routes;

use crate::{
    boards, house_rules as rules, incoherences, obstacles,
    pebbles::{
        self,
        anonymous::{night, receipts, reply},
        merge, similar,
    },
    solutions,
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // what anonymous entries pass through
        .get("/pebbles/new", pebbles::say::page)
        .post("/pebbles/new", pebbles::say::save)
        .post("/pebbles/similar", similar::page)
        .get("/receipts", receipts::page)
        .post("/receipts", receipts::find)
        .post("/receipts/say", reply::save)
        .unseen()
        // everybody
        .get("/pebbles", pebbles::list::page)
        .get("/pebbles/{pebble}", pebbles::show::page)
        .post("/pebbles/{pebble}/join", pebbles::join::save)
        .get("/rules", rules::list::page)
        .get("/rules/{rule}", rules::show::page)
        .post("/rules/{rule}/challenge", rules::challenge::save)
        .post("/rules/{rule}/join", rules::join::save)
        .get("/incoherences", incoherences::list::page)
        .get("/incoherences/new", incoherences::say::page)
        .post("/incoherences/new", incoherences::say::save)
        .get("/incoherences/{incoherence}", incoherences::show::page)
        .post("/incoherences/{incoherence}/join", incoherences::join::save)
        .get("/board", boards::show::page)
        .get("/solutions", solutions::list::page)
        .get("/solutions/{solution}", solutions::show::page)
        // whoever works in a unit
        .get("/solutions/new", solutions::share::page)
        .post("/solutions/new", solutions::share::save)
        .post("/solutions/of/{pebble}", solutions::share::of_pebble)
        .post("/solutions/{solution}/adopt", solutions::adopt::save)
        .get("/obstacles", obstacles::list::page)
        .get("/obstacles/new", obstacles::say::page)
        .post("/obstacles/new", obstacles::say::save)
        .get("/obstacles/{obstacle}", obstacles::show::page)
        .post("/obstacles/{obstacle}/join", obstacles::join::save)
        // whoever answers for a part of the network
        .get("/rules/new", rules::write::page)
        .post("/rules/new", rules::write::save)
        // whoever holds it
        .post("/pebbles/{pebble}/answer", pebbles::answer::save)
        .get("/pebbles/{pebble}/merge", merge::page)
        .post("/pebbles/{pebble}/merge", merge::save)
        .post("/pebbles/{pebble}/part", merge::part)
        .post("/pebbles/{pebble}/ask", pebbles::ask::save)
        .post("/rules/{rule}/decide", rules::decide::save)
        .post("/incoherences/{incoherence}/decide", incoherences::decide::save)
        .post("/obstacles/{obstacle}/answer", obstacles::answer::save)
        .post("/obstacles/{obstacle}/pass", obstacles::pass::save)
        // whoever it is held out to
        .post("/obstacles/{obstacle}/accept", obstacles::pass::accept)
}

/// The demo's own: what waits for the night appears at once.
pub(crate) fn demo_routes() -> Routes {
    Routes::new().post("/demo/night", night::fall)
}
