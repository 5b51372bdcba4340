//! Somebody leaves: their last day, and what ends with it.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    accounts::places,
    assignments::{self, Held},
    grants::{self, RoleGrant},
    people::{self, Person},
    regions::{self, Membership},
    role_key,
};
use relais_kernel::{Day, PersonId};
use relais_web::{
    Can, Cx, Edited, Failure, Go, Outcome, Page, Sample,
    components::{Button, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::function_name;
use crate::EditPeople;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    left_day: String,
}

#[derive(Template)]
#[template(path = "people/leave.html")]
struct Leave<'a> {
    w: &'a Words,
    csrf: String,
    person: Person,
    assignments: Vec<Held>,
    memberships: Vec<Membership>,
    roles: Vec<RoleGrant>,
    /// Whether they have an account: without one there is no access to end.
    signs_in: bool,
    form: Form,
    version: i64,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, can: Can<EditPeople>, Path(id): Path<PersonId>) -> Outcome {
    shown(&cx, &can, id, None, Faults::none()).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditPeople>,
    Path(id): Path<PersonId>,
    edited: Edited<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let person = people::by_id(&tx, &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    let typed = edited.form.left_day.trim();
    let fault = match typed.parse::<Day>() {
        _ if person.version != edited.version => Fault::of_form("changed-meanwhile"),
        Err(_) if typed.is_empty() => Fault::on("left_day", "field-empty"),
        Err(_) => Fault::on("left_day", "day-unreadable").with("typed", typed),
        Ok(last_day) => match people::leave(&tx, id, last_day, cx.today()).await? {
            Ok(()) => {
                cx.note(&tx, "network.people.leave", "person", id.0, &last_day.to_string()).await?;
                tx.commit().await?;
                return Ok(Go::to(format!("/people/{id}")).saying("person-leave-saved").answer());
            }
            Err(fault) => fault,
        },
    };
    tx.rollback().await?;
    Ok(shown(&cx, &can, id, Some(edited), fault.into()).await?.refused().into_response())
}

async fn shown(
    cx: &Cx,
    can: &Can<EditPeople>,
    id: PersonId,
    typed: Option<Edited<Form>>,
    faults: Faults,
) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let person = super::show::within(cx, can, id).await?;
    let still = |to: Option<Day>| to.is_none_or(|to| to >= today);
    let day = person.left_day.unwrap_or(today).to_string();
    let Edited { form, version } =
        typed.unwrap_or(Edited { form: Form { left_day: day }, version: person.version });
    let mut leave = Leave {
        w: &cx.w,
        csrf: cx.csrf(),
        assignments: assignments::of_person(&db, id).await?,
        memberships: regions::memberships_of(&db, id).await?,
        roles: grants::of_person(&db, id).await?,
        signs_in: places::account_of(&db, id).await?.is_some(),
        form,
        version,
        faults,
        person,
    };
    leave.assignments.retain(|held| still(held.to_day));
    leave.memberships.retain(|one| still(one.to_day));
    leave.roles.retain(|grant| !grant.is_brought() && still(grant.to_day));
    let shell = cx.shell(cx.w.t("person-leave")).back(format!("/people/{id}"), leave.person.name());
    cx.page(shell, &leave)
}

impl Leave<'_> {
    /// All that ends, one line each.
    fn ending(&self) -> Vec<String> {
        let w = self.w;
        let assignments = self.assignments.iter().map(|held| {
            let function = function_name(w, held.function);
            w.t("leave-assignment")
                .with("function", function)
                .with("unit", held.unit_name.as_str())
                .to_string()
        });
        let memberships = self
            .memberships
            .iter()
            .map(|one| w.t("leave-membership").with("region", one.region_name.as_str()).to_string());
        let roles = self
            .roles
            .iter()
            .map(|grant| w.t("leave-role").with("role", w.t(&role_key(grant.role)).to_string()).to_string());
        let access = self.signs_in.then(|| w.t("leave-sessions").to_string());
        assignments.chain(memberships).chain(roles).chain(access).collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let leave = |assignments: Vec<Held>, faults| Leave {
        w,
        csrf: String::new(),
        person: super::show::person_sample("Inès", "Marchal"),
        assignments,
        memberships: vec![],
        roles: vec![],
        signs_in: true,
        form: Form { left_day: "2026-12-31".into() },
        version: 1,
        faults,
    };
    vec![
        Sample::of(
            "people/leave",
            &leave(vec![super::show::held_sample("Évry", -400, None, true)], Faults::none()),
        ),
        Sample::of("people/leave last administrator", &leave(vec![], Fault::of_form("last-admin").into())),
    ]
}
