//! Ending an assignment on a last day, or taking away one that has not begun.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    assignments::{self, Assignment, AssignmentKind, Function},
    people::{self, Person},
    units::{self, Unit},
};
use relais_kernel::{AssignmentId, Day, Reach};
use relais_store::InOrg;
use relais_web::{
    Can, Cx, Edited, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, LinkButton, Notice},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{days_said, function_name};
use crate::Assign;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    to_day: String,
}

#[derive(Template)]
#[template(path = "people/end.html")]
struct End<'a> {
    w: &'a Words,
    csrf: String,
    assignment: Assignment,
    person: Person,
    unit: Unit,
    today: Day,
    form: Form,
    version: i64,
    faults: Faults,
}

/// An assignment whose unit is within reach, or 404.
async fn found(on: &impl InOrg, reach: &Reach, today: Day, id: AssignmentId) -> Outcome<(Assignment, Unit)> {
    let assignment = assignments::by_id(on, id).await?.ok_or(Failure::NotFound)?;
    let unit = units::by_id(on, reach, today, assignment.unit_id).await?.ok_or(Failure::NotFound)?;
    Ok((assignment, unit))
}

pub(crate) async fn page(cx: Cx, can: Can<Assign>, Path(id): Path<AssignmentId>) -> Outcome {
    shown(&cx, &can, id, None, Faults::none()).await
}

pub(crate) async fn end(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<AssignmentId>,
    edited: Edited<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (assignment, _) = found(&tx, &can.reach, cx.today(), id).await?;
    let changed = assignments::changed_since(&tx, id, edited.version).await?;
    let typed = edited.form.to_day.trim();
    let fault = match typed.parse::<Day>() {
        _ if changed => Fault::of_form("changed-meanwhile"),
        Err(_) if typed.is_empty() => Fault::on("to_day", "field-empty"),
        Err(_) => Fault::on("to_day", "day-unreadable").with("typed", typed),
        Ok(last_day) => match assignments::end(&tx, id, last_day, Some(cx.viewer().person)).await? {
            Ok(()) => {
                let person = assignment.person_id;
                cx.note(&tx, "network.assignments.end", "person", person.0, &last_day.to_string()).await?;
                tx.commit().await?;
                return Ok(Go::to(back(&assignment)).saying("assignment-ended").answer());
            }
            Err(fault) => fault,
        },
    };
    tx.rollback().await?;
    Ok(shown(&cx, &can, id, Some(edited), fault.into()).await?.refused().into_response())
}

pub(crate) async fn withdraw(
    cx: Cx,
    can: Can<Assign>,
    Path(id): Path<AssignmentId>,
    Posted(_): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (assignment, _) = found(&tx, &can.reach, cx.today(), id).await?;
    match assignments::withdraw(&tx, id, cx.today()).await? {
        Ok(()) => {
            cx.note(&tx, "network.assignments.withdraw", "person", assignment.person_id.0, "").await?;
            tx.commit().await?;
            Ok(Go::to(back(&assignment)).saying("assignment-withdrawn").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            Ok(shown(&cx, &can, id, None, fault.into()).await?.refused().into_response())
        }
    }
}

/// The unit's page: the person may be out of reach now that they left it.
fn back(assignment: &Assignment) -> String {
    format!("/units/{}", assignment.unit_id)
}

async fn shown(
    cx: &Cx,
    can: &Can<Assign>,
    id: AssignmentId,
    typed: Option<Edited<Form>>,
    faults: Faults,
) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let (assignment, unit) = found(&db, &can.reach, today, id).await?;
    let person =
        people::by_id(&db, &Reach::Network, today, assignment.person_id).await?.ok_or(Failure::NotFound)?;
    let day = assignment.to_day.unwrap_or(today).to_string();
    let Edited { form, version } =
        typed.unwrap_or(Edited { form: Form { to_day: day }, version: assignment.version });
    let end = End { w: &cx.w, csrf: cx.csrf(), assignment, person, unit, today, form, version, faults };
    let shell = cx.shell(cx.w.t(end.title())).back(format!("/people/{}", end.person.id), end.person.name());
    cx.page(shell, &end)
}

impl End<'_> {
    fn begun(&self) -> bool {
        self.assignment.from_day <= self.today
    }

    fn title(&self) -> &'static str {
        if self.begun() { "assignment-end" } else { "assignment-withdraw" }
    }

    fn what(&self) -> String {
        let function = function_name(self.w, self.assignment.function);
        let days = days_said(self.w, self.assignment.from_day, self.assignment.to_day, self.today);
        format!("{function} · {} · {days}", self.unit.name)
    }

    fn leaves_vacant(&self) -> bool {
        self.assignment.function == Function::Manager
            && self.assignment.kind == AssignmentKind::Regular
            && self.begun()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let clock = relais_kernel::Clock::system();
    let today = super::sample_day();
    let end = |from: i32, faults| End {
        w,
        csrf: String::new(),
        assignment: Assignment {
            id: clock.id(),
            person_id: clock.id(),
            unit_id: clock.id(),
            function: Function::Manager,
            employer_id: clock.id(),
            kind: AssignmentKind::Regular,
            main: true,
            from_day: today.plus(from),
            to_day: None,
            version: 1,
        },
        person: super::show::person_sample("Nadège", "Fournier"),
        unit: crate::units::show::unit_sample("Évry"),
        today,
        form: Form { to_day: "2026-11-21".into() },
        version: 1,
        faults,
    };
    vec![
        Sample::of("people/end", &end(-400, Faults::none())),
        Sample::of("people/end refused", &end(-4, Fault::on("to_day", "days-out-of-order").into())),
        Sample::of("people/end not begun", &end(4, Faults::none())),
    ]
}
