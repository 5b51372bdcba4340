//! The account's page: who one is here, and choosing another password.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::{
    Period,
    accounts::{
        self, entering,
        entering::Chosen,
        places::{self, Place},
    },
    assignments, grants, people, regions,
};
use relais_kernel::Reach;
use relais_web::{
    Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Facts, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use crate::people::function_name;

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    present: String,
    password: String,
    again: String,
}

#[derive(Template)]
#[template(path = "account/page.html")]
struct Account<'a> {
    w: &'a Words,
    csrf: String,
    email: String,
    name: String,
    /// `Conseil clients · Évry`, each.
    works: Vec<String>,
    roles: Vec<String>,
    places: Vec<Place>,
    here: relais_kernel::OrgId,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx) -> Outcome {
    shown(&cx, Faults::none()).await
}

pub(crate) async fn save(cx: Cx, Posted(form): Posted<Form>) -> Outcome<Response> {
    if form.password != form.again {
        return refused(&cx, Fault::on("again", "password-differs")).await;
    }
    let site = cx.site();
    let who = (cx.viewer().account, cx.viewer().session);
    let hashing = &site.settings().hashing;
    match entering::by_present(site.db(), hashing, who, &form.present, &form.password, cx.now()).await? {
        Chosen::Done(()) => Ok(Go::to("/account").saying("password-saved").answer()),
        Chosen::Wrong(fault) => refused(&cx, fault).await,
        Chosen::NoLink => Err(Failure::NotFound),
    }
}

async fn refused(cx: &Cx, fault: Fault) -> Outcome<Response> {
    Ok(shown(cx, fault.into()).await?.refused().into_response())
}

async fn shown(cx: &Cx, faults: Faults) -> Outcome<Page> {
    let db = cx.site().db();
    let account = accounts::by_id(db, cx.viewer().account).await?.ok_or(Failure::NotFound)?;
    let (org, viewer, today, w) = (cx.db(), cx.viewer(), cx.today(), &cx.w);
    let person =
        people::by_id(&org, &Reach::Network, today, viewer.person).await?.ok_or(Failure::NotFound)?;
    let here = |from, to| Period { from, to }.holds(today);
    let held = assignments::of_person(&org, viewer.person).await?;
    let teams = regions::memberships_of(&org, viewer.person).await?;
    let works = held.iter().filter(|held| here(held.from_day, held.to_day));
    let works = works.map(|held| format!("{} · {}", function_name(w, held.function), held.unit_name));
    let teams = teams.iter().filter(|one| here(one.from_day, one.to_day));
    let teams =
        teams.map(|one| format!("{} · {}", crate::regions::function_name(w, one.function), one.region_name));
    let grants = grants::of_person(&org, viewer.person).await?;
    let grants = grants.iter().filter(|grant| here(grant.from_day, grant.to_day));
    let page = Account {
        w,
        name: person.name(),
        works: works.chain(teams).collect(),
        roles: grants.map(|grant| crate::roles::told(w, grant)).collect(),
        csrf: cx.csrf(),
        email: account.email,
        places: places::of(db, cx.viewer().account, cx.now()).await?,
        here: cx.viewer().org,
        faults,
    };
    cx.page(cx.shell(cx.w.t("account-title")), &page)
}

impl Account<'_> {
    fn facts(&self) -> Facts {
        let w = self.w;
        let facts = Facts::new().fact(w.t("person-name"), &self.name);
        let facts = self.works.iter().fold(facts, |facts, place| facts.fact(w.t("account-place"), place));
        let facts = self.roles.iter().fold(facts, |facts, role| facts.fact(w.t("role"), role));
        facts.fact(w.t("account-email"), &self.email)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page = |faults| Account {
        w,
        csrf: String::new(),
        email: "ines.marchal@clairlien.example".into(),
        name: "Inès Marchal".into(),
        works: vec!["Conseil clients · Évry".into()],
        roles: vec!["Conseil clients · Évry".into()],
        places: vec![],
        here: relais_kernel::Clock::system().id(),
        faults,
    };
    vec![
        Sample::of("account/page", &page(Faults::none())),
        Sample::of("account/page refused", &page(Fault::on("again", "password-differs").into())),
    ]
}
