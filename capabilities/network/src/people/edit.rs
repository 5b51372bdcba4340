//! Adding and changing a person.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    Change, Ruled, grants,
    people::{self, PersonFacts, PersonInput},
    trades,
};
use relais_kernel::PersonId;
use relais_store::OrgTx;
use relais_web::{
    Can, Cx, Edited, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, LinkButton, Select},
};
use relais_words::{Fault, Faults, Words};

use crate::{EditGrants, EditPeople};

#[derive(Template)]
#[template(path = "people/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    csrf: String,
    id: Option<PersonId>,
    form: PersonInput,
    version: i64,
    faults: Faults,
    trades: Vec<(String, String)>,
}

pub(crate) async fn new_page(cx: Cx, _: Can<EditPeople>) -> Outcome {
    shown(&cx, None, Edited { form: PersonInput::default(), version: 0 }, Faults::none()).await
}

pub(crate) async fn page(cx: Cx, can: Can<EditPeople>, Path(id): Path<PersonId>) -> Outcome {
    let person = people::by_id(&cx.db(), &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    let edited = Edited { form: PersonInput::of(&person), version: person.version };
    shown(&cx, Some(id), edited, Faults::none()).await
}

pub(crate) async fn add(cx: Cx, _: Can<EditPeople>, Posted(form): Posted<PersonInput>) -> Outcome<Response> {
    let edited = Edited { form, version: 0 };
    write(&cx, None, edited, async |tx, facts, _| people::add(tx, facts).await.map(|id| Ok(Change::Done(id))))
        .await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditPeople>,
    Path(id): Path<PersonId>,
    mut edited: Edited<PersonInput>,
) -> Outcome<Response> {
    let today = cx.today();
    let person = people::by_id(&cx.db(), &can.reach, today, id).await?.ok_or(Failure::NotFound)?;
    let reach = cx.viewer().reach::<EditGrants>();
    let giver = super::giver(&cx, reach.as_ref()).await?;
    // The last day is not on this form, and is still compared with the first.
    edited.form.left_day = person.left_day.map(|day| day.to_string()).unwrap_or_default();
    write(&cx, Some(id), edited, async |tx, facts, version| {
        let by = Some(cx.viewer().person);
        if grants::is_another_address(person.email.as_deref(), facts.email.as_deref())
            && let Some(fault) = grants::address_refused(tx, giver.as_ref(), by, id, today).await?
        {
            return Ok(Err(fault));
        }
        Ok(Ok(match people::change(tx, id, version, facts).await? {
            Change::Done(()) => Change::Done(id),
            Change::Stale => Change::Stale,
        }))
    })
    .await
}

/// Checks, writes, notes; or shows the form again with what was typed.
async fn write(
    cx: &Cx,
    id: Option<PersonId>,
    mut edited: Edited<PersonInput>,
    put: impl AsyncFnOnce(&OrgTx, &PersonFacts, i64) -> Ruled<Change<PersonId>>,
) -> Outcome<Response> {
    if id.is_none() {
        edited.form.left_day.clear();
    }
    let trades = trades::list(&cx.db()).await?;
    let facts = match edited.form.check(&trades) {
        Ok(facts) => facts,
        Err(faults) => {
            return Ok(shown(cx, id, edited, on_shown_fields(faults)).await?.refused().into_response());
        }
    };
    let tx = cx.db().begin().await?;
    let fault = match put(&tx, &facts, edited.version).await {
        Ok(Ok(Change::Done(person))) => {
            let action = if id.is_some() { "network.people.edit" } else { "network.people.add" };
            cx.note(&tx, action, "person", person.0, "").await?;
            tx.commit().await?;
            return Ok(Go::to(format!("/people/{person}")).saying("person-saved").answer());
        }
        Ok(Err(fault)) => fault,
        Ok(Ok(Change::Stale)) => Fault::of_form("changed-meanwhile"),
        Err(error) => error.violation().and_then(people::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    Ok(shown(cx, id, edited, on_shown_fields(fault.into())).await?.refused().into_response())
}

/// A first day after the last one is told on the first, the only one of the two that this form shows.
fn on_shown_fields(mut faults: Faults) -> Faults {
    for fault in faults.0.iter_mut().filter(|fault| fault.field == "left_day") {
        fault.field = "joined_day".into();
    }
    faults
}

async fn shown(cx: &Cx, id: Option<PersonId>, edited: Edited<PersonInput>, faults: Faults) -> Outcome<Page> {
    let trades = super::trades(cx).await?;
    let Edited { form, version } = edited;
    let shell = match id {
        Some(id) => {
            let name = format!("{} {}", form.given_name, form.family_name);
            cx.shell(cx.w.t("person-edit")).back(format!("/people/{id}"), name)
        }
        None => cx.shell(cx.w.t("person-add")).back("/people", cx.w.t("people-title")),
    };
    cx.page(shell, &Edit { w: &cx.w, csrf: cx.csrf(), id, form, version, faults, trades })
}

impl Edit<'_> {
    fn text(&self, name: &'static str, key: &str, value: &str) -> Field {
        Field::text(self.w, name, self.w.t(key))
            .value(value)
            .error(self.faults.on(name, self.w))
            .autocomplete("off")
    }

    fn cancel(&self) -> String {
        self.id.map_or_else(|| "/people".to_owned(), |id| super::show::address(&id))
    }

    fn action(&self) -> String {
        self.id.map_or_else(|| "/people/new".to_owned(), |id| format!("/people/{id}/edit"))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let edit =
        |id, form, faults| Edit { w, csrf: String::new(), id, form, version: 1, faults, trades: vec![] };
    let wrong = PersonInput {
        given_name: "ines@clairlien".into(),
        email: "ines".into(),
        joined_day: "hier".into(),
        ..PersonInput::default()
    };
    let faults = wrong.check(&[]).err().unwrap_or_default();
    let known = PersonInput::of(&super::show::person_sample("Inès", "Marchal"));
    let id = Some(relais_kernel::Clock::system().id());
    vec![
        Sample::of("people/edit new", &edit(None, PersonInput::default(), Faults::none())),
        Sample::of("people/edit", &edit(id, known.clone(), Faults::none())),
        Sample::of("people/edit stale", &edit(id, known, Fault::of_form("changed-meanwhile").into())),
        Sample::of("people/edit refused", &edit(None, wrong, faults)),
    ]
}
