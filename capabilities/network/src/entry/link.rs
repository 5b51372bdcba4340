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
    let link = links::look(site.db(), &token, guest.now()).await?;
    if link.is_some_and(|link| link.is_to_accept()) {
        return accept(&guest, token).await;
    }
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

/// Another place for an account that has a password: the link joins it, and opens no session.
async fn accept(guest: &Guest, token: String) -> Outcome<Response> {
    let Some(link) = entering::accept(guest.site().db(), &token, guest.now()).await? else {
        return Ok(shown(guest, token, Faults::none()).await?.refused().into_response());
    };
    let theirs = guest.viewer().is_some_and(|viewer| viewer.account == link.account_id);
    Ok(match theirs {
        true => Go::to("/account").saying("link-accepted").answer(),
        false => Go::to("/sign-in").saying("link-accepted-sign-in").answer(),
    })
}

async fn shown(guest: &Guest, token: String, faults: Faults) -> Outcome<Page> {
    let link = links::look(guest.site().db(), &token, guest.now()).await?;
    let title = match &link {
        Some(link) if link.is_to_accept() => guest.w.t("link-offered").with("org", org_name(link).to_owned()),
        Some(link) if link.purpose == Purpose::Invitation => guest.w.t("link-welcome"),
        Some(_) => guest.w.t("link-reset"),
        None => guest.w.t("link-gone"),
    };
    let page = ByLink { w: &guest.w, csrf: guest.csrf(), token, link, faults };
    guest.page(title, &page)
}

fn org_name(link: &Link) -> &str {
    link.org_name.as_deref().unwrap_or_default()
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let of = |purpose: Option<Purpose>, has_password, faults| ByLink {
        w,
        csrf: String::new(),
        token: "x".into(),
        link: purpose.map(|purpose| Link {
            account_id: relais_kernel::Clock::system().id(),
            org_id: None,
            org_name: Some("Clairlien".into()),
            person_id: None,
            purpose,
            email: "ines.marchal@clairlien.example".into(),
            has_password,
            expires_at: relais_kernel::Instant(0),
        }),
        faults,
    };
    let page = |purpose, faults| of(purpose, false, faults);
    vec![
        Sample::of("entry/link offered", &of(Some(Purpose::Invitation), true, Faults::none())),
        Sample::of("entry/link invitation", &page(Some(Purpose::Invitation), Faults::none())),
        Sample::of(
            "entry/link reset",
            &page(Some(Purpose::Reset), Fault::on("again", "password-differs").into()),
        ),
        Sample::of("entry/link gone", &page(None, Faults::none())),
    ]
}
