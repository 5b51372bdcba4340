//! The route table, one line a route, grouped by who calls it.

use relais_web::Routes;

use crate::{account, entry, units};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // anybody
        .get("/sign-in", entry::sign_in::page)
        .post("/sign-in", entry::sign_in::enter)
        .get("/sign-in/forgotten", entry::forgotten::page)
        .post("/sign-in/forgotten", entry::forgotten::send)
        .get("/enter/{token}", entry::link::page)
        .post("/enter/{token}", entry::link::enter)
        .post("/locale", account::choices::locale)
        .post("/theme", account::choices::theme)
        // whoever is signed in
        .post("/sign-out", entry::sign_out::leave)
        .post("/organisation", account::choices::organisation)
        .get("/account", account::password::page)
        .post("/account/password", account::password::save)
        .get("/account/sessions", account::sessions::page)
        .post("/account/sessions/{session}/end", account::sessions::end)
        .post("/account/sessions/end-others", account::sessions::end_others)
        // whoever reads units
        .get("/units", units::list::page)
        .get("/units/{unit}", units::show::page)
        // who manages a unit
        .get("/units/{unit}/hours", units::hours::page)
        .post("/units/{unit}/hours", units::hours::save)
        .post("/units/{unit}/exceptions", units::hours::add_exception)
        .post("/units/{unit}/exceptions/remove", units::hours::remove_exception)
        // administrators
        .get("/units/new", units::edit::new_page)
        .post("/units/new", units::edit::add)
        .get("/units/{unit}/edit", units::edit::page)
        .post("/units/{unit}/edit", units::edit::save)
}

/// Routes of the demo alone.
pub(crate) fn demo_routes() -> Routes {
    Routes::new().get("/demo/enter/{token}", entry::demo::page).post("/demo/enter/{token}", entry::demo::enter)
}
