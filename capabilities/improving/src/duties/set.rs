//! Naming those who answer a theme, or everything.

use axum::response::{IntoResponse as _, Response};
use relais_kernel::PersonId;
use relais_web::{Can, Cx, Go, Outcome, Posted};
use relais_words::{Fault, Faults};

use super::{
    list::{self, Form},
    store,
};
use crate::{EditDuties, pebbles::rules::Theme};

/// A team of more than that answers nothing.
const MOST: usize = 12;

pub(crate) async fn save(cx: Cx, can: Can<EditDuties>, Posted(form): Posted<Form>) -> Outcome<Response> {
    if form.act == "seek" {
        return Ok(list::shown(&cx, &can, form, Faults::none()).await?.into_response());
    }
    let unit = list::place(&cx, &can, &form).await?;
    let nameable = list::nameable(&cx, &can, unit, &form.q).await?;
    let named: Vec<PersonId> = form.people.iter().filter_map(|typed| typed.parse().ok()).collect();
    let known = named.iter().all(|person| nameable.iter().any(|(other, _)| other == person));
    let fault = if named.is_empty() || !known || named.len() != form.people.len() {
        Some(Fault::on("people", "duty-nobody"))
    } else if named.len() > MOST {
        Some(Fault::on("people", "duty-too-many").with("most", MOST))
    } else {
        None
    };
    if let Some(fault) = fault {
        return Ok(list::shown(&cx, &can, form, fault.into()).await?.refused().into_response());
    }
    let tx = cx.db().begin().await?;
    let theme = form.theme.parse::<Theme>().ok();
    let id = store::set(&tx, unit, theme, &named, cx.today()).await?;
    cx.note(&tx, "improving.duties.set", "pebble_duty", id, theme.map_or("", Theme::code)).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/pebbles/duties?place={}", place_of(&form))).saying("duty-saved").answer())
}

pub(super) fn place_of(form: &Form) -> &'static str {
    if form.place == "network" { "network" } else { "" }
}
