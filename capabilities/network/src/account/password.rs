//! The account's page: who one is here, and choosing another password.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::accounts::{
    self, entering,
    entering::Chosen,
    places::{self, Place},
};
use relais_web::{
    Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Facts, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

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
    let page = Account {
        w: &cx.w,
        csrf: cx.csrf(),
        email: account.email,
        places: places::of(db, cx.viewer().account, cx.now()).await?,
        here: cx.viewer().org,
        faults,
    };
    cx.page(cx.shell(cx.w.t("account-title")), &page)
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page = |faults| Account {
        w,
        csrf: String::new(),
        email: "ines.marchal@clairlien.example".into(),
        places: vec![],
        here: relais_kernel::Clock::system().id(),
        faults,
    };
    vec![
        Sample::of("account/page", &page(Faults::none())),
        Sample::of("account/page refused", &page(Fault::on("again", "password-differs").into())),
    ]
}
