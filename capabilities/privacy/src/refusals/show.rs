//! The page of those who are not to be contacted any more. It has no list: nobody can read who they are.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_web::{
    Can, Cx, Outcome, Page, Sample,
    components::{Button, Field, Notice},
};
use relais_words::{Fault, Faults, Words};

use super::{add::Form, file::MOST_BYTES, import::Taken};
use crate::EditRefusals;

/// What the page has to say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Said {
    pub(crate) form: Form,
    pub(crate) taken: Option<Taken>,
    pub(crate) faults: Faults,
}

#[derive(Template)]
#[template(path = "refusals/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    said: Said,
}

pub(crate) async fn page(cx: Cx, _: Can<EditRefusals>) -> Outcome {
    shown(&cx, Said::default())
}

pub(crate) fn shown(cx: &Cx, said: Said) -> Outcome<Page> {
    cx.page(cx.shell(cx.w.t("refusals-title")), &Show { w: &cx.w, csrf: cx.csrf(), said })
}

/// The page with what was typed on it and refused.
pub(crate) fn refused(cx: &Cx, form: Form, faults: Faults) -> Outcome<Response> {
    Ok(shown(cx, Said { form, faults, taken: None })?.refused().into_response())
}

impl Show<'_> {
    /// What became of a file.
    fn taken(&self) -> Option<Notice> {
        let taken = self.said.taken.as_ref()?;
        let mut told =
            self.w.t("refusals-taken").with("new", taken.new).with("known", taken.known).to_string();
        if taken.unread > 0 {
            let lines: Vec<String> = taken.unreadable.iter().map(u64::to_string).collect();
            let more = if taken.unread > taken.unreadable.len() { "…" } else { "" };
            let lines = format!("{}{more}", lines.join(", "));
            let unread = self.w.t("refusals-unread").with("n", taken.unread).with("lines", lines);
            told = format!("{told} {unread}");
        }
        Some(if taken.unread > 0 { Notice::late(told) } else { Notice::kept(told) })
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let show = |said: Said| Show { w, csrf: String::new(), said };
    let taken = Taken { new: 1204, known: 3, unreadable: vec![3, 17], unread: 2 };
    let form = Form { address: "3615".to_owned() };
    let wrong = Fault::on("address", "contact-phone-short").into();
    vec![
        Sample::of("refusals/show", &show(Said::default())),
        Sample::of("refusals/show taken", &show(Said { taken: Some(taken), ..Said::default() })),
        Sample::of("refusals/show refused", &show(Said { form, faults: wrong, taken: None })),
        Sample::of(
            "refusals/show no column",
            &show(Said { faults: Fault::on("file", "refusals-no-column").into(), ..Said::default() }),
        ),
    ]
}
