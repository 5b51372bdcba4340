//! Choosing a file. It is opened at once: what can never be read is refused here, with the reason.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use relais_sheets::SheetError;
use relais_web::{
    Can, Cx, Go, Outcome, Page, Sample, Upload, UploadedFile,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::Words;
use serde::Deserialize;

use super::kind_name;
use crate::{
    Import,
    imports::{
        file::MOST_BYTES,
        reading::{blocking, opened},
        record::FileKind,
        run,
        sentences::file_sentence,
    },
};

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    kind: String,
}

#[derive(Template)]
#[template(path = "imports/upload.html")]
struct Choose<'a> {
    w: &'a Words,
    csrf: String,
    kind: String,
    kind_error: Option<String>,
    file_error: Option<String>,
}

pub(crate) async fn page(cx: Cx, _: Can<Import>, Query(asked): Query<Asked>) -> Outcome {
    shown(&cx, &asked.kind, None, None)
}

pub(crate) async fn receive(cx: Cx, _: Can<Import>, upload: Upload) -> Outcome<Response> {
    let Ok(kind) = upload.field("kind").parse::<FileKind>() else {
        let error = cx.w.t("import-choose-kind").to_string();
        return Ok(shown(&cx, "", Some(error), None)?.refused().into_response());
    };
    let refuse = |error: String| Ok(shown(&cx, kind.code(), None, Some(error))?.refused().into_response());
    if upload.too_large {
        let error = SheetError::FileTooLarge { bytes: MOST_BYTES, limit: MOST_BYTES };
        return refuse(file_sentence(&cx.w, &error));
    }
    let Some(UploadedFile { name, content, .. }) = upload.file else {
        return refuse(cx.w.t("import-choose-file").to_string());
    };
    let copy = content.try_clone().map_err(relais_store::Error::from)?;
    if let Err(error) = blocking(move || opened(copy, "").map(|_| ())).await {
        return refuse(file_sentence(&cx.w, &error));
    }
    let tx = cx.db().begin().await?;
    let record = run::receive(&tx, kind, &name, &content, cx.today(), cx.viewer().into()).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/imports/{}/columns", record.id)).answer())
}

fn shown(cx: &Cx, kind: &str, kind_error: Option<String>, file_error: Option<String>) -> Outcome<Page> {
    let page = Choose { w: &cx.w, csrf: cx.csrf(), kind: kind.to_owned(), kind_error, file_error };
    cx.page(cx.shell(cx.w.t("import-new")).back("/imports", cx.w.t("imports-title")), &page)
}

impl Choose<'_> {
    fn kinds(&self) -> Choices {
        let choices =
            Choices::one(self.w, "kind", self.w.t("import-what")).required().error(self.kind_error.as_ref());
        let choices = FileKind::ALL.iter().fold(choices, |choices, kind| {
            let hint = self.w.t(match kind {
                FileKind::Units => "import-units-hint",
                FileKind::People => "import-people-hint",
            });
            choices.explained(kind.code(), kind_name(self.w, *kind), hint)
        });
        if self.kind.is_empty() { choices } else { choices.chosen(&self.kind) }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let choose = |kind: &str, kind_error: Option<&str>, file_error: Option<&str>| Choose {
        w,
        csrf: String::new(),
        kind: kind.to_owned(),
        kind_error: kind_error.map(|key| w.t(key).to_string()),
        file_error: file_error.map(|key| w.t(key).to_string()),
    };
    vec![
        Sample::of("imports/upload", &choose("", None, None)),
        Sample::of("imports/upload errors", &choose("people", None, Some("import-file-old-office"))),
        Sample::of("imports/upload nothing chosen", &choose("", Some("import-choose-kind"), None)),
    ]
}
