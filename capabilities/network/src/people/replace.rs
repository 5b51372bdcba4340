//! Sending somebody to another unit for some days.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use relais_kernel::PersonId;
use relais_web::{Can, Cx, Outcome, Posted};

use super::placing::{self, Form, Verb};
use crate::Assign;

pub(crate) async fn page(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<PersonId>,
    Query(form): Query<Form>,
) -> Outcome {
    placing::page(&cx, &can, id, Verb::Replace, form).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<PersonId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    placing::write(&cx, &can, id, Verb::Replace, form).await
}
