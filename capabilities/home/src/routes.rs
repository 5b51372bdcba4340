//! The route table, one line a route.

use relais_web::{Cx, Routes};

use crate::{Doors, search, start};

pub(crate) fn routes(doors: Doors) -> Routes {
    Routes::new()
        // whoever is signed in
        .get("/", move |cx: Cx| start::show::page(cx, doors))
        .get("/search", move |cx: Cx, asked| search::find::page(cx, doors, asked))
}
