//! Giving a role in three steps: to whom, which and where, and reading again what it opens before it is given. The first
//! two are asked by GET, so that the steps can be walked back, and nothing is written before the last.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    grants::{self, Giver, GrantFacts, GrantInput, ScopeCode},
    people::{self, Person},
    units,
};
use relais_kernel::{PersonId, Reach, Role, Scope, fold};
use relais_store::OrgDb;
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton, Select, Steps},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{RoleWords, role_name, role_words, scopes};
use crate::{
    EditGrants,
    people::{choosing, choosing::Step, days_said, is_emergency},
};

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    q: String,
    person: String,
    role: String,
    scope: String,
    region: String,
    /// A unit's code or name, as typed.
    unit: String,
    from_day: String,
    to_day: String,
    /// `read` once the second step was answered.
    step: String,
}

impl Form {
    fn fields(&self) -> [(&'static str, &str); 7] {
        [
            ("person", &self.person),
            ("role", &self.role),
            ("scope", &self.scope),
            ("region", &self.region),
            ("unit", &self.unit),
            ("from_day", &self.from_day),
            ("to_day", &self.to_day),
        ]
    }

    /// Back to the second step with all that was said.
    fn again(&self) -> String {
        format!("/roles/give?{}", relais_web::query(self.fields()))
    }
}

#[derive(Template)]
#[template(path = "roles/give.html")]
struct Give<'a> {
    w: &'a Words,
    person: Person,
    regions: Vec<(String, String)>,
    form: Form,
    faults: Faults,
}

#[derive(Template)]
#[template(path = "roles/reading.html")]
struct Reading<'a> {
    w: &'a Words,
    csrf: String,
    form: Form,
    /// `Samira Haddad sera Coach pour Île-de-France Sud…`
    sentence: String,
    opens: RoleWords,
}

pub(crate) async fn page(cx: Cx, can: Can<EditGrants>, Query(mut form): Query<Form>) -> Outcome {
    if form.person.is_empty() {
        return choose(&cx, &can, &form).await;
    }
    let person = person(&cx, &can, &form.person).await?;
    if form.step != "read" {
        if form.from_day.is_empty() {
            form.from_day = cx.today().to_string();
        }
        return asked(&cx, person, form, Faults::none()).await;
    }
    match checked(&cx, &can, person.id, &form).await? {
        Ok(facts) => read_again(&cx, &person, form, &facts).await,
        Err(faults) => asked(&cx, person, form, faults).await,
    }
}

pub(crate) async fn give(cx: Cx, can: Can<EditGrants>, Posted(form): Posted<Form>) -> Outcome<Response> {
    if form.person.is_empty() {
        return Ok(Go::to("/roles/give").answer());
    }
    let person = person(&cx, &can, &form.person).await?;
    let facts = match checked(&cx, &can, person.id, &form).await? {
        Ok(facts) => facts,
        Err(faults) => return Ok(asked(&cx, person, form, faults).await?.refused().into_response()),
    };
    let emergency = is_emergency(&cx).await?;
    let giver = Giver { person: Some(cx.viewer().person), emergency, reach: &can.reach };
    let tx = cx.db().begin().await?;
    let fault = match grants::grant(&tx, &giver, &facts, cx.today()).await {
        Ok(Ok(_)) => {
            let detail = format!("{} {}", facts.role, scope_code(facts.scope));
            cx.note(&tx, "network.grants.give", "person", person.id.0, &detail).await?;
            tx.commit().await?;
            let place = named(&cx, &facts).await?.unwrap_or_default();
            let (name, role) = (person.name(), role_name(&cx.w, facts.role));
            let args = [("name", name.as_str()), ("role", &role), ("place", &place)];
            return Ok(Go::to("/roles").saying_with("role-given", args).answer());
        }
        Ok(Err(fault)) => fault,
        Err(error) => error.violation().and_then(grants::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    Ok(asked(&cx, person, form, fault.into()).await?.refused().into_response())
}

async fn person(cx: &Cx, can: &Can<EditGrants>, typed: &str) -> Outcome<Person> {
    let id: PersonId = typed.parse().map_err(|_| Failure::NotFound)?;
    people::by_id(&cx.db(), &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)
}

async fn choose(cx: &Cx, can: &Can<EditGrants>, form: &Form) -> Outcome<Page> {
    let w = &cx.w;
    let step = Step {
        over: w.t("roles-title").to_string(),
        title: w.t("role-give").to_string(),
        lead: w.t("role-choose-lead").to_string(),
        action: "/roles/give".into(),
        label: w.t("people-search").to_string(),
        q: form.q.clone(),
        ..Step::default()
    };
    let href = |line: &people::Line| format!("/roles/give?person={}", line.id);
    let found = choosing::people(cx, &can.reach, &form.q, None, href).await?;
    choosing::shown(cx, &step, found, ("/roles".into(), w.t("roles-title").to_string()))
}

/// The role that was asked for, with what can be told before it is written.
async fn checked(
    cx: &Cx,
    can: &Can<EditGrants>,
    person: PersonId,
    form: &Form,
) -> relais_store::Result<Result<GrantFacts, Faults>> {
    let unit = match form.scope.as_str() {
        "unit" => unit_of(&cx.db(), &can.reach, cx, &form.unit).await?.unwrap_or_default(),
        _ => String::new(),
    };
    let input = GrantInput {
        role: form.role.clone(),
        scope: form.scope.clone(),
        region: form.region.clone(),
        unit,
        from_day: form.from_day.clone(),
        to_day: form.to_day.clone(),
    };
    let giver =
        Giver { person: Some(cx.viewer().person), emergency: is_emergency(cx).await?, reach: &can.reach };
    let told = |faults| said_of_places(faults, form);
    Ok(input.check(person, cx.today()).map_err(told).and_then(|facts| {
        match grants::refused(&giver, &facts) {
            Some(fault) => Err(fault.into()),
            None => Ok(facts),
        }
    }))
}

/// A region or a unit that was not given is asked for; one that is not known is said so.
fn said_of_places(mut faults: Faults, form: &Form) -> Faults {
    for fault in &mut faults.0 {
        match &*fault.field {
            "region" if form.region.trim().is_empty() => fault.key = "grant-region-missing".into(),
            "unit" if form.unit.trim().is_empty() => fault.key = "grant-unit-missing".into(),
            _ => {}
        }
    }
    faults
}

/// The id of the unit within reach whose code, or whose whole name, was typed.
async fn unit_of(db: &OrgDb, reach: &Reach, cx: &Cx, typed: &str) -> relais_store::Result<Option<String>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let found = units::named(db, reach, cx.today(), typed, 50).await?;
    let folded = fold(typed);
    let is_it = |line: &&units::Line| {
        fold(&line.code) == folded
            || fold(&line.name) == folded
            || fold(&format!("{} {}", line.name, line.code)) == folded
    };
    Ok(found.iter().find(is_it).map(|line| line.id.to_string()))
}

async fn asked(cx: &Cx, person: Person, form: Form, faults: Faults) -> Outcome<Page> {
    let regions = crate::units::regions(&cx.db()).await?;
    let shell = cx.shell(cx.w.t("role-give")).back("/roles", cx.w.t("roles-title"));
    cx.page(shell, &Give { w: &cx.w, person, regions, form, faults })
}

async fn read_again(cx: &Cx, person: &Person, form: Form, facts: &GrantFacts) -> Outcome<Page> {
    let (w, today) = (&cx.w, cx.today());
    let Some(place) = named(cx, facts).await? else {
        return asked(cx, person.clone(), form, Fault::on("region", "grant-region-unknown").into()).await;
    };
    let sentence = w
        .t("role-reading")
        .with("name", person.name())
        .with("role", role_name(w, facts.role))
        .with("place", place)
        .with("days", days_said(w, facts.from_day, facts.to_day, today))
        .to_string();
    let opens = role_words(w, facts.role, scope_code(facts.scope), cx.site().permissions());
    let shell = cx.shell(w.t("role-give")).back(form.again(), w.t("role-back"));
    cx.page(shell, &Reading { w, csrf: cx.csrf(), form, sentence, opens })
}

/// Where the role is to hold, by name; none for a region that is not to be chosen.
async fn named(cx: &Cx, facts: &GrantFacts) -> Outcome<Option<String>> {
    let db = cx.db();
    Ok(match facts.scope {
        Scope::Network => Some(cx.w.t("scope-network").to_string()),
        Scope::Region(id) => {
            let regions = crate::units::regions(&db).await?;
            let found = regions.into_iter().find(|(region, _)| *region == id.to_string());
            found.map(|(_, name)| name.trim().to_owned())
        }
        Scope::Unit(id) => {
            let unit = units::by_id(&db, &Reach::Network, cx.today(), id).await?;
            Some(unit.ok_or(Failure::NotFound)?.name)
        }
    })
}

fn scope_code(scope: Scope) -> ScopeCode {
    match scope {
        Scope::Network => ScopeCode::Network,
        Scope::Region(_) => ScopeCode::Region,
        Scope::Unit(_) => ScopeCode::Unit,
    }
}

fn steps(w: &Words, current: usize) -> Steps {
    Steps::new(w, [w.t("person"), w.t("role-which"), w.t("role-read-again")], current)
}

impl Give<'_> {
    fn steps(&self) -> Steps {
        steps(self.w, 1)
    }

    fn scope(&self) -> Choices {
        let legend = Choices::one(self.w, "scope", self.w.t("role-scope"))
            .error(self.faults.on("scope", self.w))
            .chosen(&self.form.scope)
            .required();
        scopes(self.w).into_iter().fold(legend, |choices, (code, name)| choices.choice(code, name))
    }
}

impl Reading<'_> {
    fn steps(&self) -> Steps {
        steps(self.w, 2)
    }

    fn fields(&self) -> Vec<Field> {
        self.form.fields().into_iter().map(|(name, value)| Field::hidden(self.w, name, value)).collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let give = |form, faults| Give {
        w,
        person: crate::people::show::person_sample("Samira", "Haddad"),
        regions: vec![("1".into(), "Île-de-France Sud".into())],
        form,
        faults,
    };
    let form = Form { from_day: "2026-11-21".into(), ..Form::default() };
    let wrong = GrantInput { scope: "unit".into(), ..GrantInput::default() };
    let faults = wrong
        .check(relais_kernel::Clock::system().id(), crate::people::sample_day())
        .err()
        .unwrap_or_default();
    let faults = said_of_places(faults, &Form::default());
    let reading = |role, scope| Reading {
        w,
        csrf: String::new(),
        form: Form::default(),
        sentence: w
            .t("role-reading")
            .with("name", "Samira Haddad")
            .with("role", role_name(w, role))
            .with("place", "Île-de-France Sud")
            .with("days", "21/11/2026")
            .to_string(),
        opens: role_words(w, role, scope, crate::PERMISSIONS),
    };
    vec![
        Sample::of("roles/give", &give(form.clone(), Faults::none())),
        Sample::of("roles/give refused", &give(Form { scope: "unit".into(), ..form.clone() }, faults)),
        Sample::of("roles/give to oneself", &give(form, Fault::of_form("grant-to-self").into())),
        Sample::of("roles/give read again", &reading(Role::Hr, ScopeCode::Region)),
        Sample::of("roles/give opens nothing", &reading(Role::StaffRep, ScopeCode::Unit)),
    ]
}
