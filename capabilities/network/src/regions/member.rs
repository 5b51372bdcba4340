//! The team of a region: somebody joins it, somebody's place in it ends.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    organisations,
    people::{self, Person},
    regions::{self, Member, MemberFunction, MemberInput, Region},
};
use relais_kernel::{Day, MembershipId, PersonId, Reach, RegionId};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{function_name, functions};
use crate::{
    EditRegions,
    people::{choosing, choosing::Step},
};

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    q: String,
    person: String,
    function: String,
    from_day: String,
    to_day: String,
}

#[derive(Template)]
#[template(path = "regions/member.html")]
struct Add<'a> {
    w: &'a Words,
    csrf: String,
    region: Region,
    /// Whether a place in this team brings rights.
    gives_authority: bool,
    person: Person,
    form: Form,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "regions/member_end.html")]
struct End<'a> {
    w: &'a Words,
    csrf: String,
    region: Region,
    member: Member,
    to_day: String,
    faults: Faults,
}

async fn region(cx: &Cx, can: &Can<EditRegions>, id: RegionId) -> Outcome<Region> {
    regions::by_id(&cx.db(), &can.reach, id).await?.ok_or(Failure::NotFound)
}

/// Choosing somebody, then saying what they do and since when.
pub(crate) async fn page(
    cx: Cx,
    can: Can<EditRegions>,
    Path(id): Path<RegionId>,
    Query(mut form): Query<Form>,
) -> Outcome {
    let region = region(&cx, &can, id).await?;
    if form.person.is_empty() {
        let w = &cx.w;
        let here = format!("/regions/{id}/members");
        let step = Step {
            over: region.name.clone(),
            title: w.t("member-add").to_string(),
            lead: w.t("member-choose-lead").to_string(),
            action: here.clone(),
            label: w.t("people-search").to_string(),
            q: form.q.clone(),
            missing: String::new(),
            ..Step::default()
        };
        let href = |line: &people::Line| format!("{here}?person={}", line.id);
        let found = choosing::people(&cx, &can.reach, &form.q, None, href).await?;
        return choosing::shown(&cx, &step, found, (format!("/regions/{id}"), region.name));
    }
    form.from_day = cx.today().to_string();
    shown(&cx, region, form, Faults::none()).await
}

pub(crate) async fn add(
    cx: Cx,
    can: Can<EditRegions>,
    Path(id): Path<RegionId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let region = region(&cx, &can, id).await?;
    if form.person.is_empty() {
        return Ok(Go::to(format!("/regions/{id}/members")).answer());
    }
    let person: PersonId = form.person.parse().map_err(|_| Failure::NotFound)?;
    let input = MemberInput {
        function: form.function.clone(),
        from_day: form.from_day.clone(),
        to_day: form.to_day.clone(),
    };
    let facts = match input.check(id, person, cx.today()) {
        Ok(facts) => facts,
        Err(faults) => return Ok(shown(&cx, region, form, faults).await?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    people::by_id(&tx, &can.reach, cx.today(), person).await?.ok_or(Failure::NotFound)?;
    let fault = match regions::add_member(&tx, &facts, Some(cx.viewer().person)).await {
        Ok(Ok(_)) => {
            cx.note(&tx, "network.regions.member.add", "region", id.0, &person.to_string()).await?;
            tx.commit().await?;
            return Ok(Go::to(format!("/regions/{id}")).saying("member-saved").answer());
        }
        Ok(Err(fault)) => fault,
        Err(error) => error.violation().and_then(regions::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    Ok(shown(&cx, region, form, fault.into()).await?.refused().into_response())
}

async fn shown(cx: &Cx, region: Region, form: Form, faults: Faults) -> Outcome<Page> {
    let id: PersonId = form.person.parse().map_err(|_| Failure::NotFound)?;
    let person = people::by_id(&cx.db(), &Reach::Network, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    let main = organisations::main_hierarchy(&cx.db()).await?;
    let gives_authority = region.hierarchy_id == main.id;
    let shell = cx.shell(cx.w.t("member-add")).back(format!("/regions/{}", region.id), &region.name);
    cx.page(shell, &Add { w: &cx.w, csrf: cx.csrf(), region, gives_authority, person, form, faults })
}

pub(crate) async fn end_page(
    cx: Cx,
    can: Can<EditRegions>,
    Path((id, member)): Path<(RegionId, MembershipId)>,
) -> Outcome {
    let day = cx.today().to_string();
    end_shown(&cx, &can, id, member, day, Faults::none()).await
}

pub(crate) async fn end(
    cx: Cx,
    can: Can<EditRegions>,
    Path((id, member)): Path<(RegionId, MembershipId)>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let found = found(&cx, &can, id, member).await?;
    let typed = form.to_day.trim();
    let fault = match typed.parse::<Day>() {
        Err(_) if typed.is_empty() => Fault::on("to_day", "field-empty"),
        Err(_) => Fault::on("to_day", "day-unreadable").with("typed", typed),
        Ok(last_day) if last_day < found.from_day && found.from_day <= cx.today() => {
            Fault::on("to_day", "days-out-of-order")
        }
        Ok(last_day) => {
            let tx = cx.db().begin().await?;
            match regions::end_member(&tx, id, member, last_day, Some(cx.viewer().person)).await? {
                Ok(false) => return Err(Failure::NotFound),
                Ok(true) => {
                    let person = found.person_id.to_string();
                    cx.note(&tx, "network.regions.member.end", "region", id.0, &person).await?;
                    tx.commit().await?;
                    return Ok(Go::to(format!("/regions/{id}")).saying("member-ended").answer());
                }
                Err(fault) => fault,
            }
        }
    };
    Ok(end_shown(&cx, &can, id, member, form.to_day, fault.into()).await?.refused().into_response())
}

async fn found(cx: &Cx, can: &Can<EditRegions>, id: RegionId, member: MembershipId) -> Outcome<Member> {
    region(cx, can, id).await?;
    let team = regions::members(&cx.db(), id, cx.today()).await?;
    team.into_iter().find(|one| one.id == member).ok_or(Failure::NotFound)
}

async fn end_shown(
    cx: &Cx,
    can: &Can<EditRegions>,
    id: RegionId,
    member: MembershipId,
    to_day: String,
    faults: Faults,
) -> Outcome<Page> {
    let region = region(cx, can, id).await?;
    let member = found(cx, can, id, member).await?;
    let shell = cx.shell(cx.w.t("member-end")).back(format!("/regions/{id}"), &region.name);
    cx.page(shell, &End { w: &cx.w, csrf: cx.csrf(), region, member, to_day, faults })
}

impl Add<'_> {
    fn function(&self) -> Choices {
        let w = self.w;
        let legend = Choices::one(w, "function", w.t("function"));
        let choices =
            functions(w).into_iter().fold(legend, |choices, (code, name)| match self.gives_authority {
                true => {
                    let hint = w.t(&format!("member-brings-{code}")).to_string();
                    choices.explained(code, name, hint)
                }
                false => choices.choice(code, name),
            });
        choices.chosen(&self.form.function).error(self.faults.on("function", w)).required()
    }

    fn person_field(&self) -> Field {
        Field::text(self.w, "person_name", self.w.t("person"))
            .id("person")
            .value(self.person.name())
            .readonly()
            .untold()
            .error(self.faults.on("person", self.w))
    }

    fn at(&self, end: &str) -> String {
        format!("/regions/{}{end}", self.region.id)
    }
}

impl End<'_> {
    fn name(&self) -> String {
        format!("{} {}", self.member.given_name, self.member.family_name)
    }

    fn what(&self) -> String {
        format!("{} · {}", function_name(self.w, self.member.function), self.region.name)
    }

    fn at(&self, end: &str) -> String {
        format!("/regions/{}{end}", self.region.id)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let clock = relais_kernel::Clock::system();
    let today = crate::people::sample_day();
    let add = |gives_authority, faults| Add {
        w,
        csrf: String::new(),
        region: super::tree::region_sample("Île-de-France Sud"),
        gives_authority,
        person: crate::people::show::person_sample("Samira", "Haddad"),
        form: Form { from_day: today.to_string(), ..Form::default() },
        faults,
    };
    let end = |faults| End {
        w,
        csrf: String::new(),
        region: super::tree::region_sample("Île-de-France Sud"),
        member: Member {
            id: clock.id(),
            person_id: clock.id(),
            given_name: "Samira".into(),
            family_name: "Haddad".into(),
            function: MemberFunction::Coach,
            from_day: today,
            to_day: None,
        },
        to_day: today.to_string(),
        faults,
    };
    vec![
        Sample::of("regions/member", &add(true, Faults::none())),
        Sample::of("regions/member refused", &add(false, Fault::on("person", "member-already").into())),
        Sample::of("regions/member end", &end(Faults::none())),
        Sample::of("regions/member end refused", &end(Fault::on("to_day", "field-empty").into())),
    ]
}
