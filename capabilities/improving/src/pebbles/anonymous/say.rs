//! Saying without a name: the words go into the sealed store and nowhere else, and the answer bears the receipt.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_kernel::{OrgId, UnitId};
use relais_sealed::{Code, Sealed};
use relais_store::Result;
use relais_web::{
    Cx, Outcome, Sample,
    components::{Button, Field, LinkButton, Notice},
};
use relais_words::{Fault, Words};

use super::{limit, rows::Saying};
use crate::pebbles::{
    rules::{Said, SaidInput},
    say, store,
};

/// Entries of one organisation that may wait for the next batch.
pub(crate) const MOST: usize = 500;

/// The answer to whoever said something: the one time that the receipt is shown.
#[derive(Template)]
#[template(path = "pebbles/anonymous/said.html")]
struct AnonymouslySaid<'a> {
    w: &'a Words,
    code: String,
    /// In the demo, where the night falls when somebody says so: the form's token.
    demo: Option<String>,
}

/// Keeps what was said, and shows the receipt. Nothing of who asked is written anywhere.
pub(crate) async fn save(cx: &Cx, form: SaidInput, said: Said, names_unit: bool) -> Outcome<Response> {
    let viewer = cx.viewer();
    let unit = if names_unit { store::unit_of(&cx.db(), viewer.person, cx.today()).await? } else { None };
    let key = Code::read(&form.key).ok();
    let kept = if limit::allows(viewer.person, cx.site().clock()) {
        keep(cx.site().sealed()?, viewer.org, &said, unit, key).await?
    } else {
        None
    };
    let Some(code) = kept else {
        let fault = Fault::on("signed", "pebble-anonymous-full");
        return Ok(say::shown(cx, form, fault.into()).await?.refused().into_response());
    };
    let shell = cx.shell(cx.w.t("pebble-anonymous-said")).back("/pebbles", cx.w.t("pebbles-title"));
    Ok(cx
        .page(
            shell,
            &AnonymouslySaid {
                w: &cx.w,
                code: code.text(),
                demo: cx.site().settings().demo.then(|| cx.csrf()),
            },
        )?
        .into_response())
}

/// Writes an entry among those that wait; nothing when too many do. A form that was sent twice is one entry, under the
/// same receipt.
pub(crate) async fn keep(
    sealed: &Sealed,
    org: OrgId,
    said: &Said,
    unit: Option<UnitId>,
    key: Option<Code>,
) -> Result<Option<Code>> {
    let change = sealed.begin().await?;
    let mut waiting: Vec<Saying> = change.rows().await?;
    let code = key.unwrap_or_else(|| Code::new(change.clock()));
    let known = waiting.iter().find(|saying| saying.receipt == code.hash());
    if known.is_some_and(|known| known.text == said.text && known.org_id == org) {
        return Ok(Some(code));
    }
    let code = if known.is_some() { Code::new(change.clock()) } else { code };
    if waiting.iter().filter(|saying| saying.org_id == org).count() >= MOST {
        return Ok(None);
    }
    waiting.push(Saying {
        org_id: org,
        id: change.clock().unordered_id(),
        kind: said.kind,
        theme: said.theme,
        frequency: said.frequency,
        hinders: said.hinders,
        text: said.text.clone(),
        unit_id: unit,
        receipt: code.hash(),
    });
    change.rewrite(&waiting).await?;
    change.commit().await?;
    Ok(Some(code))
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let code = "7K3M-9Q2X-B4TZ-8HNV-0C5J-YR6W-D1PG".to_owned();
    vec![Sample::of("pebbles/anonymous/said", &AnonymouslySaid { w, code, demo: Some(String::new()) })]
}
