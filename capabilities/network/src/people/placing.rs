//! Giving somebody a place in a unit: assigning, replacing for some days, moving the main unit. One form, three verbs.
//! The person must be among those the viewer reads, and the unit within reach of `Assign`.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::{
    assignments::{self, AssignmentFacts, AssignmentInput, Held, Replacement},
    employers::{self, Employer},
    people::{self, Person},
    units::{self, Unit},
};
use relais_kernel::{AssignmentId, PersonId, Reach, UnitId};
use relais_store::OrgTx;
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Sample,
    components::{Button, Choices, Field, FormErrors, LinkButton, Select},
    told,
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{choosing, show::address};
use crate::{Assign, ReadPeople};

/// What is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verb {
    /// A place, main or not.
    Assign,
    /// Some days in another unit.
    Replace,
    /// The main unit becomes another.
    Move,
}

impl Verb {
    fn end(self) -> &'static str {
        match self {
            Self::Assign => "assign",
            Self::Replace => "replace",
            Self::Move => "move",
        }
    }

    /// Title, lead, button.
    fn keys(self) -> [&'static str; 3] {
        match self {
            Self::Assign => ["person-assign", "assign-lead", "assign-do"],
            Self::Replace => ["person-replace", "replace-lead", "replace-do"],
            Self::Move => ["person-move", "move-lead", "move-do"],
        }
    }

    /// The same where somebody stays in their main unit and does something else there.
    fn keys_within(self) -> [&'static str; 3] {
        match self {
            Self::Move => ["person-function", "function-lead", "function-do"],
            _ => self.keys(),
        }
    }

    fn note(self) -> &'static str {
        match self {
            Self::Assign => "network.assignments.add",
            Self::Replace => "network.assignments.replace",
            Self::Move => "network.assignments.move",
        }
    }
}

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    q: String,
    unit: String,
    function: String,
    employer: String,
    main: String,
    from_day: String,
    to_day: String,
    /// `unit` when the way began on the unit's page, and ends there.
    back: String,
}

#[derive(Template)]
#[template(path = "people/placing.html")]
struct Placing<'a> {
    w: &'a Words,
    csrf: String,
    verb: Verb,
    person: Person,
    unit: Unit,
    /// Their main unit today.
    present: Option<Held>,
    employers: Vec<Employer>,
    form: Form,
    faults: Faults,
}

/// The form, after the step that chooses the unit.
pub(super) async fn page(cx: &Cx, can: &Can<Assign>, id: PersonId, verb: Verb, mut form: Form) -> Outcome {
    let person = reached(cx, id).await?;
    if form.unit.is_empty() {
        return choose_unit(cx, can, &person, verb, &form).await;
    }
    let today = cx.today();
    let main = assignments::main_of(&cx.db(), id, today).await?;
    form.main = if main.is_none() { "yes".into() } else { String::new() };
    form.from_day = today.to_string();
    if let Some(main) = main {
        if form.function.is_empty() {
            form.function = main.function.code().to_owned();
        }
        form.employer = main.employer_id.to_string();
    }
    shown(cx, can, person, verb, form, Faults::none()).await
}

/// Somebody among those the viewer reads, or 404.
async fn reached(cx: &Cx, id: PersonId) -> Outcome<Person> {
    let reach = cx.viewer().reach::<ReadPeople>().ok_or(Failure::NotFound)?;
    people::by_id(&cx.db(), &reach, cx.today(), id).await?.ok_or(Failure::NotFound)
}

async fn choose_unit(cx: &Cx, can: &Can<Assign>, person: &Person, verb: Verb, form: &Form) -> Outcome<Page> {
    let w = &cx.w;
    let here = format!("/people/{}/{}", person.id, verb.end());
    let step = choosing::Step {
        over: person.name(),
        title: w.t(verb.keys()[0]).to_string(),
        lead: w.t("assign-choose-unit-lead").to_string(),
        action: here.clone(),
        label: w.t("units-search").to_string(),
        q: form.q.clone(),
        missing: w.t("assign-unit-missing").to_string(),
        nothing: "assign-no-other-unit",
        ..choosing::Step::default()
    };
    let there = units_of_today(cx, person.id).await?;
    let href = |line: &units::Line| format!("{here}?unit={}", line.id);
    let found = choosing::units(cx, &can.reach, &form.q, there, href).await?;
    choosing::shown(cx, &step, found, (address(&person.id), person.name()))
}

/// The units where somebody is today: no place to go to.
pub(super) async fn units_of_today(cx: &Cx, id: PersonId) -> relais_store::Result<Vec<UnitId>> {
    let (held, today) = (assignments::of_person(&cx.db(), id).await?, cx.today());
    let now = |held: &Held| held.from_day <= today && held.to_day.is_none_or(|to| to >= today);
    Ok(held.iter().filter(|held| now(held)).map(|held| held.unit_id).collect())
}

/// Checks and writes; or shows the form again with what was typed.
pub(super) async fn write(
    cx: &Cx,
    can: &Can<Assign>,
    id: PersonId,
    verb: Verb,
    form: Form,
) -> Outcome<Response> {
    let person = reached(cx, id).await?;
    if form.unit.is_empty() {
        return Ok(Go::to(format!("/people/{id}/{}", verb.end())).answer());
    }
    let facts = match checked(cx, verb, id, &form).await? {
        Ok(facts) => facts,
        Err(faults) => {
            return Ok(shown(cx, can, person, verb, form, faults).await?.refused().into_response());
        }
    };
    let tx = cx.db().begin().await?;
    units::by_id(&tx, &can.reach, cx.today(), facts.unit_id).await?.ok_or(Failure::NotFound)?;
    let fault = match put(cx, &tx, can, verb, &facts).await {
        Ok(Ok(assignment)) => {
            cx.note(&tx, verb.note(), "person", id.0, &assignment.to_string()).await?;
            tx.commit().await?;
            let to = if form.back == "unit" { format!("/units/{}", facts.unit_id) } else { address(&id) };
            return Ok(Go::to(to).saying("assignment-saved").answer());
        }
        Ok(Err(fault)) => fault,
        Err(error) => error.violation().and_then(assignments::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    Ok(shown(cx, can, person, verb, form, fault.into()).await?.refused().into_response())
}

async fn checked(
    cx: &Cx,
    verb: Verb,
    person: PersonId,
    form: &Form,
) -> relais_store::Result<Result<AssignmentFacts, Faults>> {
    let input = AssignmentInput {
        unit: form.unit.clone(),
        function: form.function.clone(),
        employer: form.employer.clone(),
        main: if verb == Verb::Assign { form.main.clone() } else { String::new() },
        kind: if verb == Verb::Replace { "replacement".into() } else { String::new() },
        from_day: form.from_day.clone(),
        to_day: if verb == Verb::Move { String::new() } else { form.to_day.clone() },
    };
    let employers = employers::list(&cx.db()).await?;
    Ok(input.check(person, |typed| typed.parse().ok(), &employers, cx.today()))
}

async fn put(
    cx: &Cx,
    tx: &OrgTx,
    can: &Can<Assign>,
    verb: Verb,
    facts: &AssignmentFacts,
) -> relais_store::Result<Result<AssignmentId, Fault>> {
    let by = Some(cx.viewer().person);
    match verb {
        Verb::Assign => assignments::assign(tx, facts, by).await,
        Verb::Replace => {
            let Some(to_day) = facts.to_day else {
                return Ok(Err(Fault::on("to_day", "replacement-needs-end")));
            };
            let (person_id, unit_id, function) = (facts.person_id, facts.unit_id, facts.function);
            let wanted = Replacement { person_id, unit_id, function, from_day: facts.from_day, to_day };
            assignments::replace(tx, &wanted, by).await
        }
        Verb::Move => {
            if let Some(fault) = ends_beyond(tx, &can.reach, cx, facts).await? {
                return Ok(Err(fault));
            }
            assignments::move_main(tx, facts, by).await
        }
    }
}

/// Moving ends the main assignment of the day: its unit must be within reach too.
async fn ends_beyond(
    tx: &OrgTx,
    reach: &Reach,
    cx: &Cx,
    facts: &AssignmentFacts,
) -> relais_store::Result<Option<Fault>> {
    let Some(main) = assignments::main_of(tx, facts.person_id, facts.from_day).await? else {
        return Ok(None);
    };
    if main.unit_id == facts.unit_id
        && main.function == facts.function
        && main.employer_id == facts.employer_id
    {
        return Ok(Some(Fault::on("unit", "move-same")));
    }
    let within = units::by_id(tx, reach, cx.today(), main.unit_id).await?.is_some();
    Ok((!within).then(|| Fault::on("unit", "move-beyond")))
}

async fn shown(
    cx: &Cx,
    can: &Can<Assign>,
    person: Person,
    verb: Verb,
    form: Form,
    faults: Faults,
) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let unit: UnitId = form.unit.parse().map_err(|_| Failure::NotFound)?;
    let unit = units::by_id(&db, &can.reach, today, unit).await?.ok_or(Failure::NotFound)?;
    let held = assignments::of_person(&db, person.id).await?;
    let present = held
        .into_iter()
        .find(|held| held.main && held.from_day <= today && held.to_day.is_none_or(|to| to >= today));
    let employers = employers::list(&db).await?;
    let back = (address(&person.id), person.name());
    let placing = Placing { w: &cx.w, csrf: cx.csrf(), verb, person, unit, present, employers, form, faults };
    cx.page(cx.shell(cx.w.t(placing.key(0))).back(back.0, back.1), &placing)
}

impl Placing<'_> {
    fn key(&self, place: usize) -> &'static str {
        let within = self.present.as_ref().is_some_and(|held| held.unit_id == self.unit.id);
        if within { self.verb.keys_within()[place] } else { self.verb.keys()[place] }
    }

    fn action(&self) -> String {
        format!("/people/{}/{}", self.person.id, self.verb.end())
    }

    fn unit_field(&self) -> Field {
        Field::text(self.w, "unit_name", self.w.t("unit"))
            .id("unit")
            .value(&self.unit.name)
            .readonly()
            .untold()
            .error(self.faults.on("unit", self.w).or_else(|| self.faults.on("person", self.w)))
    }

    fn main(&self) -> Choices {
        let w = self.w;
        let legend = Choices::one(w, "main", w.t("assignment-main-question"))
            .choice("yes", w.t("assignment-main-yes"))
            .choice("", w.t("assignment-main-no"))
            .chosen(&self.form.main)
            .untold()
            .error(self.faults.on("main", w));
        match &self.present {
            Some(held) => legend.hint(w.t("assignment-main-present").with("unit", held.unit_name.as_str())),
            None => legend,
        }
    }

    fn lead(&self) -> String {
        let unit = self.present.as_ref().map_or("none", |held| held.unit_name.as_str());
        self.w.t(self.key(1)).with("unit", unit).with("name", self.person.name()).to_string()
    }

    /// Employers are asked when there is a choice.
    fn asks_employer(&self) -> bool {
        self.verb != Verb::Replace && self.employers.len() > 1
    }

    /// Faults in the order of the form; the person's stands on the unit, which is shown.
    fn told(&self) -> FormErrors {
        let mut faults = self.faults.clone();
        for fault in faults.0.iter_mut().filter(|fault| fault.field == "person") {
            fault.field = "unit".into();
        }
        told(self.w, &faults)
    }

    fn employer_options(&self) -> Vec<(String, String)> {
        self.employers.iter().map(|employer| (employer.id.to_string(), employer.name.clone())).collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let clock = relais_kernel::Clock::system();
    let employer =
        |name: &str| Employer { id: clock.id(), name: name.into(), kind: employers::EmployerKind::Own };
    let placing = |verb, name: &str, present: Option<&str>, faults| {
        let unit = crate::units::show::unit_sample(name);
        let mut present = present.map(|name| super::show::held_sample(name, -400, None, true));
        if let Some(held) = present.as_mut().filter(|held| held.unit_name == unit.name) {
            held.unit_id = unit.id;
        }
        Placing {
            w,
            csrf: String::new(),
            verb,
            person: super::show::person_sample("Inès", "Marchal"),
            unit,
            present,
            employers: vec![employer("Clairlien"), employer("Intérim Essonne")],
            form: Form { from_day: "2026-11-21".into(), ..Form::default() },
            faults,
        }
    };
    let taken = Fault::on("function", "unit-manager-exists")
        .with("name", "Nadège Fournier")
        .with_day("from", super::sample_day())
        .with("to", "none");
    let nowhere = Fault::on("person", "replacement-needs-main");
    let long = "Châteauneuf-du-Pape-en-Grésivaudan";
    vec![
        Sample::of("people/assign", &placing(Verb::Assign, "Évry", None, Faults::none())),
        Sample::of("people/assign refused", &placing(Verb::Assign, long, Some("Massy"), taken.into())),
        Sample::of("people/replace", &placing(Verb::Replace, "Évry", Some("Massy"), Faults::none())),
        Sample::of("people/replace refused", &placing(Verb::Replace, "Évry", None, nowhere.into())),
        Sample::of("people/move", &placing(Verb::Move, "Évry", Some("Massy"), Faults::none())),
        Sample::of("people/move function", &placing(Verb::Move, "Évry", Some("Évry"), Faults::none())),
    ]
}
