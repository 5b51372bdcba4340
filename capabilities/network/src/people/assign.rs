//! Assigning somebody to a unit, from the person's page or from the unit's.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use relais_directory::{assignments::Function, units};
use relais_kernel::{PersonId, UnitId};
use relais_web::{Address, Can, Cx, Failure, Outcome, Posted};
use serde::Deserialize;

use super::{
    choosing::{self, Step},
    placing::{self, Form, Verb},
};
use crate::{Assign, ReadPeople};

pub(crate) async fn page(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<PersonId>,
    Query(form): Query<Form>,
) -> Outcome {
    placing::page(&cx, &can, id, Verb::Assign, form).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<PersonId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    placing::write(&cx, &can, id, Verb::Assign, form).await
}

/// What is searched.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
    /// What they are to do there, when that is known.
    function: String,
}

/// From the unit's page: whom to assign, among those the viewer reads.
pub(crate) async fn of_unit(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<UnitId>,
    Query(asked): Query<Asked>,
) -> Outcome {
    let unit = units::by_id(&cx.db(), &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    let reach = cx.viewer().reach::<ReadPeople>().ok_or(Failure::NotFound)?;
    let w = &cx.w;
    let step = Step {
        over: unit.name.clone(),
        title: w.t("unit-assign").to_string(),
        lead: w.t("assign-choose-person-lead").to_string(),
        action: format!("/units/{id}/assign"),
        label: w.t("people-search").to_string(),
        kept: [("function", asked.function.clone())]
            .into_iter()
            .filter(|(_, code)| !code.is_empty())
            .collect(),
        q: asked.q.clone(),
        missing: w.t("assign-person-missing").to_string(),
        nothing: "assign-nobody-left",
    };
    // Whoever is to take on a function may be in the team already; otherwise the team is not offered again.
    let without = asked.function.parse::<Function>().is_err().then_some(id);
    let found = choosing::people(&cx, &reach, &asked.q, without, |line| {
        // Somebody whose main unit it is changes function there; anybody else joins it.
        let verb = if line.unit_id == Some(id) { "move" } else { "assign" };
        let (path, unit) = (format!("/people/{}/{verb}", line.id), id.to_string());
        Address::new(&path, [("unit", &*unit), ("function", &*asked.function), ("back", "unit")]).to_string()
    })
    .await?;
    choosing::shown(&cx, &step, found, (format!("/units/{id}"), unit.name))
}
