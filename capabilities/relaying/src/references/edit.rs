//! The page on which head office says how references are written, and where they open.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};

use super::{
    checks::{FormatInput, LONGEST, LONGEST_LINK},
    store,
};
use crate::EditReferences;

#[derive(Template)]
#[template(path = "references/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    csrf: String,
    form: FormatInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<EditReferences>) -> Outcome {
    let known = store::format(&cx.db()).await?;
    shown(&cx, FormatInput { pattern: known.pattern, link: known.link }, Faults::none())
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<EditReferences>,
    Posted(form): Posted<FormatInput>,
) -> Outcome<Response> {
    let format = match form.check() {
        Ok(format) => format,
        Err(faults) => return Ok(shown(&cx, form, faults)?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    store::write(&tx, &format).await?;
    cx.note(&tx, "relaying.references.edit", "reference", None, &format.pattern).await?;
    tx.commit().await?;
    Ok(Go::to("/cases/reference").saying("reference-saved").answer())
}

fn shown(cx: &Cx, form: FormatInput, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("reference-title")).back("/cases", cx.w.t("cases-title"));
    cx.page(shell, &Edit { w: &cx.w, csrf: cx.csrf(), form, faults })
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let edit = |pattern: &str, link: &str, faults: Faults| Edit {
        w,
        csrf: String::new(),
        form: FormatInput { pattern: pattern.into(), link: link.into() },
        faults,
    };
    let mut wrong = Faults::none();
    wrong.add(Fault::on("pattern", "reference-pattern-wrong").with("n", LONGEST));
    wrong.add(Fault::on("link", "reference-link-wrong"));
    vec![
        Sample::of("references/edit", &edit("", "", Faults::none())),
        Sample::of("references/edit refused", &edit("CL-", "http://crm", wrong)),
    ]
}
