//! The route table, one line a route. All are an administrator's.

use relais_web::Routes;

use crate::{jobs, letters, overview, settings};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/administration", overview::page)
        .get("/administration/settings", settings::list::page)
        .get("/administration/settings/{setting}", settings::edit::page)
        .post("/administration/settings/{setting}", settings::edit::save)
        .get("/administration/jobs", jobs::list::page)
        .post("/administration/jobs/restart", jobs::restart::all)
        .post("/administration/jobs/{job}/restart", jobs::restart::one)
}

/// Routes of the demo alone.
pub(crate) fn demo_routes() -> Routes {
    Routes::new()
        .get("/gallery", relais_web::gallery::page)
        .get("/administration/letters", letters::list::page)
        .get("/administration/letters/{letter}", letters::show::page)
}
