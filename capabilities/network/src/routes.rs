//! The route table, one line a route, grouped by who calls it.

use relais_web::Routes;

use crate::{
    account, entry,
    imports::pages as imports,
    lists::{self, Employers, Hierarchies, Trades},
    people, regions, roles, units,
};

pub(crate) fn routes() -> Routes {
    Routes::new()
        // anybody
        .get("/sign-in", entry::sign_in::page)
        .post("/sign-in", entry::sign_in::enter)
        .get("/sign-in/forgotten", entry::forgotten::page)
        .post("/sign-in/forgotten", entry::forgotten::send)
        .get("/unlock", entry::unlock::page)
        .post("/unlock", entry::unlock::enter)
        .get("/enter/{token}", entry::link::page)
        .post("/enter/{token}", entry::link::enter)
        .post("/locale", account::choices::locale)
        .post("/theme", account::choices::theme)
        // whoever is signed in
        .post("/sign-out", entry::sign_out::leave)
        .post("/lock", entry::lock::lock)
        .post("/organisation", account::choices::organisation)
        .get("/account", account::password::page)
        .post("/account/password", account::password::save)
        .get("/account/pin", account::pin::page)
        .post("/account/pin", account::pin::save)
        .post("/account/pin/remove", account::pin::remove)
        .get("/account/seen", people::seen::page)
        .get("/account/sessions", account::sessions::page)
        .post("/account/sessions/{session}/end", account::sessions::end)
        .post("/account/sessions/end-others", account::sessions::end_others)
        // whoever reads people; everybody their own page
        .get("/people", people::list::page)
        .get("/people/export", people::export::file)
        .get("/people/{person}", people::show::page)
        // whoever reads regions
        .get("/regions", regions::tree::page)
        .get("/regions/{region}", regions::show::page)
        // whoever reads units
        .get("/units", units::list::page)
        .get("/units/{unit}", units::show::page)
        // who manages a unit
        .get("/units/{unit}/hours", units::hours::page)
        .post("/units/{unit}/hours", units::hours::save)
        .post("/units/{unit}/exceptions", units::hours::add_exception)
        .post("/units/{unit}/exceptions/remove", units::hours::remove_exception)
        // who decides who works where
        .get("/units/{unit}/assign", people::assign::of_unit)
        .get("/people/{person}/assign", people::assign::page)
        .post("/people/{person}/assign", people::assign::save)
        .get("/people/{person}/replace", people::replace::page)
        .post("/people/{person}/replace", people::replace::save)
        .get("/people/{person}/move", people::move_main::page)
        .post("/people/{person}/move", people::move_main::save)
        .get("/assignments/{assignment}/end", people::end::page)
        .post("/assignments/{assignment}/end", people::end::end)
        .post("/assignments/{assignment}/withdraw", people::end::withdraw)
        .post("/people/{person}/invite", people::invite::send)
        // human resources
        .get("/people/new", people::edit::new_page)
        .post("/people/new", people::edit::add)
        .get("/people/{person}/edit", people::edit::page)
        .post("/people/{person}/edit", people::edit::save)
        .post("/people/{person}/access/end", people::invite::take_back)
        .get("/people/{person}/leave", people::leave::page)
        .post("/people/{person}/leave", people::leave::save)
        .get("/settings/directory", people::settings::page)
        .post("/settings/trades", people::settings::add_trade)
        .post("/settings/employers", people::settings::add_employer)
        .get("/settings/trades/{trade}", lists::page::<Trades>)
        .post("/settings/trades/{trade}", lists::save::<Trades>)
        .post("/settings/trades/{trade}/remove", lists::remove::<Trades>)
        .get("/settings/employers/{employer}", lists::page::<Employers>)
        .post("/settings/employers/{employer}", lists::save::<Employers>)
        .post("/settings/employers/{employer}/remove", lists::remove::<Employers>)
        .get("/imports", imports::list::page)
        .get("/imports/new", imports::upload::page)
        .post("/imports/new", imports::upload::receive)
        .get("/imports/blanks/{name}", imports::blanks::download)
        .get("/imports/{import}", imports::show::page)
        .get("/imports/{import}/progress", imports::show::progress)
        .get("/imports/{import}/faults.csv", imports::faults::download)
        .get("/imports/{import}/columns", imports::mapping::page)
        .post("/imports/{import}/columns", imports::mapping::save)
        .post("/imports/{import}/apply", imports::act::apply)
        .post("/imports/{import}/undo", imports::act::undo)
        .post("/imports/{import}/remove", imports::act::remove)
        // whoever reads and gives roles
        .get("/roles", roles::list::page)
        .get("/roles/give", roles::give::page)
        .post("/roles/give", roles::give::give)
        .get("/roles/{grant}", roles::show::page)
        .post("/roles/{grant}/take", roles::show::take)
        // administrators
        .get("/regions/new", regions::edit::new_page)
        .post("/regions/new", regions::edit::add)
        .get("/regions/{region}/edit", regions::edit::page)
        .post("/regions/{region}/edit", regions::edit::save)
        .get("/regions/{region}/members", regions::member::page)
        .post("/regions/{region}/members", regions::member::add)
        .get("/regions/{region}/members/{member}/end", regions::member::end_page)
        .post("/regions/{region}/members/{member}/end", regions::member::end)
        .get("/hierarchies", regions::hierarchies::page)
        .post("/hierarchies", regions::hierarchies::add)
        .get("/hierarchies/{hierarchy}", lists::page::<Hierarchies>)
        .post("/hierarchies/{hierarchy}", lists::save::<Hierarchies>)
        .post("/hierarchies/{hierarchy}/remove", lists::remove::<Hierarchies>)
        .get("/units/new", units::edit::new_page)
        .post("/units/new", units::edit::add)
        .get("/units/{unit}/edit", units::edit::page)
        .post("/units/{unit}/edit", units::edit::save)
}

/// Routes of the demo alone.
pub(crate) fn demo_routes() -> Routes {
    Routes::new()
        .get("/demo/enter/{token}", entry::demo::page)
        .post("/demo/enter/{token}", entry::demo::enter)
}
