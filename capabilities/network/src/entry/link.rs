//! Coming in by a link from a letter: looking changes nothing (SEC-02); choosing a password spends it.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::accounts::{
    entering::{self, Chosen},
    links::{self, Link, Purpose},
    signing_in,
};
use relais_web::{
    Go, Guest, Outcome, Page, Posted, Sample,
    components::{Button, EmptyState, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

/// What was typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    password: String,
    again: String,
}

#[derive(Template)]
#[template(path = "entry/link.html")]
struct ByLink<'a> {
    w: &'a Words,
    csrf: String,
    token: String,
    link: Option<Link>,
    faults: Faults,
}

pub(crate) async fn page(guest: Guest, Path(token): Path<String>) -> Outcome<Page> {
    shown(&guest, token, Faults::none()).await
}

pub(crate) async fn enter(
    guest: Guest,
    Path(token): Path<String>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let site = guest.site();
    if form.password != form.again {
        let faults = Fault::on("again", "password-differs").into();
        return Ok(shown(&guest, token, faults).await?.refused().into_response());
    }
    let chosen =
        entering::by_link(site.db(), &site.settings().hashing, &token, &form.password, guest.now()).await?;
    let link = match chosen {
        Chosen::Done(link) => link,
        Chosen::NoLink => return Ok(shown(&guest, token, Faults::none()).await?.refused().into_response()),
        Chosen::Wrong(fault) => {
            return Ok(shown(&guest, token, fault.into()).await?.refused().into_response());
        }
    };
    let tx = site.db().begin().await?;
    let signed =
        signing_in::begin(&tx, link.account_id, link.org_id, &guest.browser(false), guest.now()).await?;
    tx.commit().await?;
    Ok(match signed {
        Some(signed) => super::enter(site, &signed, "/").saying("password-saved").answer(),
        None => Go::to("/sign-in").saying("password-saved").answer(),
    })
}

async fn shown(guest: &Guest, token: String, faults: Faults) -> Outcome<Page> {
    let link = links::look(guest.site().db(), &token, guest.now()).await?;
    let title = match &link {
        Some(link) if link.purpose == Purpose::Invitation => guest.w.t("link-welcome"),
        Some(_) => guest.w.t("link-reset"),
        None => guest.w.t("link-gone"),
    };
    let page = ByLink { w: &guest.w, csrf: guest.csrf(), token, link, faults };
    guest.page(title, &page)
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page = |purpose: Option<Purpose>, faults| ByLink {
        w,
        csrf: String::new(),
        token: "x".into(),
        link: purpose.map(|purpose| Link {
            account_id: relais_kernel::Clock::system().id(),
            org_id: None,
            purpose,
            email: "ines.marchal@clairlien.example".into(),
            has_password: false,
            expires_at: relais_kernel::Instant(0),
        }),
        faults,
    };
    vec![
        Sample::of("entry/link invitation", &page(Some(Purpose::Invitation), Faults::none())),
        Sample::of(
            "entry/link reset",
            &page(Some(Purpose::Reset), Fault::on("again", "password-differs").into()),
        ),
        Sample::of("entry/link gone", &page(None, Faults::none())),
    ]
}
