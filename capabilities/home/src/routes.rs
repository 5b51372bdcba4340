//! The route table, one line a route.

use relais_web::{Cx, Routes};

use crate::{Doors, search, start};

pub(crate) fn routes(doors: Doors) -> Routes {
    let days = start::show::days();
    Routes::new()
        // whoever is signed in
        .get("/", move |cx: Cx| start::show::page(cx, doors, days.clone()))
        .get("/search", move |cx: Cx, asked| search::find::page(cx, doors, asked))
}
