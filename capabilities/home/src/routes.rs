//! The route table, one line a route.

use axum::extract::Path;
use relais_kernel::BatonId;
use relais_web::{Cx, Posted, Routes};

use crate::{
    Doors,
    batons::{Kinds, act},
    search, start,
};

pub(crate) fn routes(doors: Doors, kinds: Kinds) -> Routes {
    let days = start::show::days();
    let known = kinds.clone();
    Routes::new()
        // whoever is signed in
        .get("/", move |cx: Cx| start::show::page(cx, doors, days.clone(), known.clone()))
        .get("/search", move |cx: Cx, asked| search::find::page(cx, doors, asked))
        // whom it is held out to
        .post("/batons/{baton}/take", move |cx: Cx, path: Path<BatonId>, form: Posted<act::Form>| {
            act::save(cx, kinds.clone(), path, form)
        })
}
