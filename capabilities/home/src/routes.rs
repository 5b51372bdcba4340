//! The route table, one line a route.

use axum::extract::{Path, Query};
use relais_kernel::BatonId;
use relais_web::{Cx, Posted, Routes};

use crate::{
    Doors,
    batons::{Kinds, act, leaving, pass, presence, refuse, say, show, withdraw},
    messages, search, start,
};

pub(crate) fn routes(doors: Doors, kinds: Kinds) -> Routes {
    let days = start::show::days();
    let known = kinds.clone();
    Routes::new()
        // whoever is signed in
        .get("/", move |cx: Cx| start::show::page(cx, doors, days.clone(), known.clone()))
        .get("/search", move |cx: Cx, asked| search::find::page(cx, doors, asked))
        .post("/presence", presence::save)
        .get("/leaving", move |cx: Cx, asked| leaving::page(cx, doors, asked))
        .post("/leaving", move |cx: Cx, form| leaving::save(cx, doors, form))
        .get("/my/messages", messages::show::page)
        .post("/my/messages", messages::show::save)
        .post("/my/messages/devices", messages::devices::add)
        .post("/my/messages/devices/{device}/remove", messages::devices::remove)
        .post("/my/messages/seen", messages::seen::save)
        // whom it concerns
        .get("/batons/{baton}", {
            let kinds = kinds.clone();
            move |cx: Cx, path: Path<BatonId>| show::page(cx, kinds.clone(), path)
        })
        .post("/batons/{baton}/say", {
            let kinds = kinds.clone();
            move |cx: Cx, path: Path<BatonId>, form: Posted<show::Form>| {
                say::save(cx, kinds.clone(), path, form)
            }
        })
        // whom it is held out to
        .post("/batons/{baton}/refuse", {
            let kinds = kinds.clone();
            move |cx: Cx, path: Path<BatonId>, form: Posted<show::Form>| {
                refuse::save(cx, kinds.clone(), path, form)
            }
        })
        .post("/batons/{baton}/take", move |cx: Cx, path: Path<BatonId>, form: Posted<act::Form>| {
            act::save(cx, kinds.clone(), path, form)
        })
        // whoever holds it
        .get("/batons/{baton}/pass", move |cx: Cx, path: Path<BatonId>, asked: Query<pass::Form>| {
            pass::page(cx, doors, path, asked)
        })
        .post("/batons/{baton}/pass", move |cx: Cx, path: Path<BatonId>, form: Posted<pass::Form>| {
            pass::save(cx, doors, path, form)
        })
        .post("/batons/{baton}/withdraw", withdraw::save)
}
