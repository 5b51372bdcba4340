//! Choosing the name that text messages are from.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_post::sms::{Sender, put_sender};
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, LinkButton},
};
use relais_words::{Faults, Words};
use serde::Deserialize;

use super::show::from;
use crate::EditSettings;

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    sender: String,
}

#[derive(Template)]
#[template(path = "sms/sender.html")]
struct Edit<'a> {
    w: &'a Words,
    csrf: String,
    form: Form,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<EditSettings>) -> Outcome {
    let sender = from(&cx).await?.text().to_owned();
    shown(&cx, Form { sender }, Faults::none())
}

pub(crate) async fn save(cx: Cx, _: Can<EditSettings>, Posted(form): Posted<Form>) -> Outcome<Response> {
    match Sender::read(&form.sender) {
        Ok(sender) => {
            let tx = cx.db().begin().await?;
            put_sender(&tx, &sender).await?;
            cx.note(&tx, "administration.sms.sender", "setting", None, sender.text()).await?;
            tx.commit().await?;
            Ok(Go::to("/administration/sms").saying("settings-saved").answer())
        }
        Err(fault) => Ok(shown(&cx, form, fault.into())?.refused().into_response()),
    }
}

fn shown(cx: &Cx, form: Form, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("sms-sender")).back("/administration/sms", cx.w.t("sms-title"));
    cx.page(shell, &Edit { w: &cx.w, csrf: cx.csrf(), form, faults })
}

impl Edit<'_> {
    fn field(&self) -> Field {
        Field::text(self.w, "sender", self.w.t("sms-sender"))
            .value(&self.form.sender)
            .error(self.faults.on("sender", self.w))
            .hint(self.w.t("sms-sender-hint"))
            .max_length(11)
            .required()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let edit = |sender: &str| {
        let faults = Sender::read(sender).err().map(Faults::from).unwrap_or_default();
        Edit { w, csrf: String::new(), form: Form { sender: sender.into() }, faults }
    };
    vec![
        Sample::of("administration/sms/sender", &edit("Clairlien")),
        Sample::of("administration/sms/sender wrong", &edit("36 180")),
    ]
}
