//! Ways of arranging regions and units: the main one gives authority, others serve for reading.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::organisations::{self, Hierarchy, HierarchyInput};
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field},
};
use relais_words::{Fault, Faults, Words};

use crate::EditRegions;

#[derive(Template)]
#[template(path = "regions/hierarchies.html")]
struct Hierarchies<'a> {
    w: &'a Words,
    csrf: String,
    all: Vec<Hierarchy>,
    form: HierarchyInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<EditRegions>) -> Outcome {
    shown(&cx, HierarchyInput::default(), Faults::none()).await
}

pub(crate) async fn add(
    cx: Cx,
    _: Can<EditRegions>,
    Posted(form): Posted<HierarchyInput>,
) -> Outcome<Response> {
    let facts = match form.check() {
        Ok(facts) => facts,
        Err(faults) => return Ok(shown(&cx, form, faults).await?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    let fault: Fault = match organisations::add_hierarchy(&tx, &facts).await {
        Ok(id) => {
            cx.note(&tx, "network.hierarchies.add", "hierarchy", id.0, "").await?;
            tx.commit().await?;
            return Ok(Go::to(format!("/regions?hierarchy={id}")).saying("hierarchy-added").answer());
        }
        Err(error) => error.violation().and_then(organisations::refusal).ok_or(error)?,
    };
    tx.rollback().await?;
    Ok(shown(&cx, form, fault.into()).await?.refused().into_response())
}

async fn shown(cx: &Cx, form: HierarchyInput, faults: Faults) -> Outcome<Page> {
    let all = organisations::hierarchies(&cx.db()).await?;
    let shell = cx.shell(cx.w.t("hierarchies")).back("/regions", cx.w.t("regions-title"));
    cx.page(shell, &Hierarchies { w: &cx.w, csrf: cx.csrf(), all, form, faults })
}

impl Hierarchies<'_> {
    fn address(&self, one: &Hierarchy) -> String {
        if one.main { "/regions".to_owned() } else { format!("/regions?hierarchy={}", one.id) }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let page = |others: &[&str], form, faults| {
        let mut all = vec![super::tree::hierarchy_sample("Réseau", true)];
        all.extend(others.iter().map(|name| super::tree::hierarchy_sample(name, false)));
        Hierarchies { w, csrf: String::new(), all, form, faults }
    };
    let form = HierarchyInput { code: "travaux".into(), name: "Travaux".into() };
    let taken = Fault::on("code", "hierarchy-code-taken");
    vec![
        Sample::of("regions/hierarchies one", &page(&[], HierarchyInput::default(), Faults::none())),
        Sample::of("regions/hierarchies refused", &page(&["Travaux"], form, taken.into())),
    ]
}
