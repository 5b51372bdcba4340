//! The route table, one line a route. All are an administrator's, but for what the SMS gateway calls.

use relais_web::Routes;

use crate::{jobs, letters, overview, settings, sms};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/administration", overview::page)
        .get("/administration/settings", settings::list::page)
        .get("/administration/settings/{setting}", settings::edit::page)
        .post("/administration/settings/{setting}", settings::edit::save)
        .get("/administration/jobs", jobs::list::page)
        .post("/administration/jobs/restart", jobs::restart::all)
        .post("/administration/jobs/{job}/restart", jobs::restart::one)
        .get("/administration/sms", sms::show::page)
        .get("/administration/sms/sender", sms::sender::page)
        .post("/administration/sms/sender", sms::sender::save)
        .post("/sms/receipts/{secret}", sms::incoming::receipt)
        .post("/sms/inbound/{secret}", sms::incoming::inbound)
}

/// Routes of the demo alone.
pub(crate) fn demo_routes() -> Routes {
    Routes::new()
        .get("/gallery", relais_web::gallery::page)
        .get("/administration/letters", letters::list::page)
        .get("/administration/letters/texts", letters::texts::page)
        .get("/administration/letters/{letter}", letters::show::page)
}
