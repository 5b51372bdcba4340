//! Asking for a link to choose another password.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::accounts::{Email, entering};
use relais_store::jobs::{self, Kind};
use relais_web::{
    Guest, Outcome, Posted, Sample, Site,
    components::{Button, EmptyState, Field, LinkButton},
};
use relais_words::{Faults, Words};
use serde::{Deserialize, Serialize};

use crate::letters;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    email: String,
}

#[derive(Template)]
#[template(path = "entry/forgotten.html")]
struct Forgotten<'a> {
    w: &'a Words,
    csrf: String,
    form: Form,
    faults: Faults,
    sent: bool,
}

pub(crate) async fn page(guest: Guest) -> Outcome {
    let page = Forgotten {
        w: &guest.w,
        csrf: guest.csrf(),
        form: Form::default(),
        faults: Faults::none(),
        sent: false,
    };
    guest.page(guest.w.t("forgotten-title"), &page)
}

/// What a job looks for: the address as it was typed.
#[derive(Debug, Deserialize, Serialize)]
struct Asked {
    email: String,
}

/// The job's name.
const JOB: &str = "network.forgotten";

/// Looks whether there is such an account, and writes the letter: apart, so that the page takes as long for everybody.
pub(crate) fn job(site: &Site) -> Kind {
    let site = site.clone();
    Kind::in_tx(JOB, move |tx, job| {
        let site = site.clone();
        Box::pin(async move {
            let asked: Asked = job.payload()?;
            let now = site.clock().now();
            if let Some((account, token)) = entering::forgotten(tx, &asked.email, now).await? {
                letters::reset(tx, &site, &account, &token).await?;
            }
            Ok(())
        })
    })
}

/// Does and says the same whether the address is known or not (SEC-07).
pub(crate) async fn send(guest: Guest, Posted(form): Posted<Form>) -> Outcome<Response> {
    let mut page = Forgotten { w: &guest.w, csrf: guest.csrf(), form, faults: Faults::none(), sent: true };
    let email = match Email::read(&page.form.email) {
        Ok(email) => email,
        Err(fault) => {
            page.faults = fault.into();
            page.sent = false;
            return Ok(guest.page(guest.w.t("forgotten-title"), &page)?.refused().into_response());
        }
    };
    let tx = guest.site().db().begin().await?;
    jobs::enqueue(&tx, JOB, &Asked { email: email.folded().to_owned() }).await?;
    tx.commit().await?;
    Ok(guest.page(guest.w.t("forgotten-title"), &page)?.into_response())
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page =
        |sent| Forgotten { w, csrf: String::new(), form: Form::default(), faults: Faults::none(), sent };
    vec![Sample::of("entry/forgotten", &page(false)), Sample::of("entry/forgotten sent", &page(true))]
}
