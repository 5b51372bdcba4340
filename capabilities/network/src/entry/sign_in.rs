//! Signing in by e-mail and password.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use relais_directory::accounts::{self, Attempt};
use relais_web::{
    Go, Guest, Outcome, Page, Posted, Sample,
    components::{Button, Field, Toggle},
};
use relais_words::{Faults, Words};
use serde::Deserialize;

/// Where to go afterwards.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    next: String,
}

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    email: String,
    password: String,
    shared: String,
    next: String,
}

#[derive(Template)]
#[template(path = "entry/sign_in.html")]
struct SignIn<'a> {
    w: &'a Words,
    csrf: String,
    form: Form,
    faults: Faults,
}

pub(crate) async fn page(guest: Guest, Query(asked): Query<Asked>) -> Outcome<Response> {
    if guest.viewer().is_some() {
        return Ok(Go::to("/").answer());
    }
    let form = Form { next: asked.next, ..Form::default() };
    Ok(shown(&guest, form, Faults::none())?.into_response())
}

pub(crate) async fn enter(guest: Guest, Posted(form): Posted<Form>) -> Outcome<Response> {
    let site = guest.site();
    let browser = guest.browser(form.shared == "yes");
    let attempt = Attempt { email: &form.email, password: &form.password, org: None, browser };
    match accounts::sign_in(site.db(), &site.settings().hashing, attempt, guest.now()).await? {
        Ok(signed) => Ok(super::enter(site, &signed, &form.next).answer()),
        Err(refused) => {
            let form = Form { password: String::new(), ..form };
            Ok(shown(&guest, form, refused.fault().into())?.refused().into_response())
        }
    }
}

fn shown(guest: &Guest, form: Form, faults: Faults) -> Outcome<Page> {
    guest.page(guest.w.t("sign-in-title"), &SignIn { w: &guest.w, csrf: guest.csrf(), form, faults })
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page = |faults| SignIn { w, csrf: String::new(), form: Form::default(), faults };
    vec![
        Sample::of("entry/sign_in", &page(Faults::none())),
        Sample::of("entry/sign_in refused", &page(accounts::Refused::Unknown.fault().into())),
        Sample::of("entry/sign_in slowed", &page(accounts::Refused::Wait(30).fault().into())),
    ]
}
