//! Adding and changing a region, and where it stands.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    Change,
    organisations::{self, Hierarchy},
    regions::{self, RegionFacts, RegionInput},
};
use relais_kernel::{HierarchyId, RegionId};
use relais_store::OrgTx;
use relais_web::{
    Can, Cx, Edited, Failure, Go, Outcome, Page, Sample,
    components::{Button, Field, LinkButton, Select},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use crate::EditRegions;

/// What the address of a new region asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    hierarchy: String,
    parent: String,
}

#[derive(Template)]
#[template(path = "regions/edit.html")]
struct Edit<'a> {
    w: &'a Words,
    csrf: String,
    id: Option<RegionId>,
    hierarchy: Hierarchy,
    form: RegionInput,
    version: i64,
    faults: Faults,
    parents: Vec<(String, String)>,
}

pub(crate) async fn new_page(cx: Cx, _: Can<EditRegions>, Query(asked): Query<Asked>) -> Outcome {
    let hierarchy = hierarchy(&cx, &asked.hierarchy).await?;
    let form = RegionInput { parent: asked.parent, ..RegionInput::default() };
    shown(&cx, None, hierarchy, Edited { form, version: 0 }, Faults::none()).await
}

pub(crate) async fn page(cx: Cx, can: Can<EditRegions>, Path(id): Path<RegionId>) -> Outcome {
    let region = regions::by_id(&cx.db(), &can.reach, id).await?.ok_or(Failure::NotFound)?;
    let hierarchy = hierarchy(&cx, &region.hierarchy_id.to_string()).await?;
    let edited = Edited { form: RegionInput::of(&region), version: region.version };
    shown(&cx, Some(id), hierarchy, edited, Faults::none()).await
}

pub(crate) async fn add(
    cx: Cx,
    _: Can<EditRegions>,
    Query(asked): Query<Asked>,
    edited: Edited<RegionInput>,
) -> Outcome<Response> {
    let hierarchy = hierarchy(&cx, &asked.hierarchy).await?;
    let put = async |tx: &OrgTx, facts: &RegionFacts, _| regions::add(tx, facts).await.map(Change::Done);
    write(&cx, None, hierarchy, edited, put).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditRegions>,
    Path(id): Path<RegionId>,
    edited: Edited<RegionInput>,
) -> Outcome<Response> {
    let region = regions::by_id(&cx.db(), &can.reach, id).await?.ok_or(Failure::NotFound)?;
    let hierarchy = hierarchy(&cx, &region.hierarchy_id.to_string()).await?;
    write(&cx, Some(id), hierarchy, edited, async |tx, facts, version| {
        Ok(match regions::change(tx, id, version, facts).await? {
            Change::Done(()) => Change::Done(id),
            Change::Stale => Change::Stale,
        })
    })
    .await
}

/// The hierarchy of that id, the main one when none is said, or 404.
async fn hierarchy(cx: &Cx, typed: &str) -> Outcome<Hierarchy> {
    let all = organisations::hierarchies(&cx.db()).await?;
    let wanted: Option<HierarchyId> = match typed {
        "" => None,
        typed => Some(typed.parse().map_err(|_| Failure::NotFound)?),
    };
    all.into_iter().find(|one| wanted.map_or(one.main, |id| one.id == id)).ok_or(Failure::NotFound)
}

async fn write(
    cx: &Cx,
    id: Option<RegionId>,
    hierarchy: Hierarchy,
    edited: Edited<RegionInput>,
    put: impl AsyncFnOnce(&OrgTx, &RegionFacts, i64) -> relais_store::Result<Change<RegionId>>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let known = regions::of_hierarchy(&tx, hierarchy.id).await?;
    let faults = match edited.form.check(hierarchy.id, &known, id) {
        Err(faults) => faults,
        Ok(facts) => match put(&tx, &facts, edited.version).await {
            Ok(Change::Done(region)) => {
                let action = if id.is_some() { "network.regions.edit" } else { "network.regions.add" };
                cx.note(&tx, action, "region", region.0, "").await?;
                tx.commit().await?;
                return Ok(Go::to(format!("/regions/{region}")).saying("region-saved").answer());
            }
            Ok(Change::Stale) => Fault::of_form("changed-meanwhile").into(),
            Err(error) => error.violation().and_then(regions::refusal).ok_or(error)?.into(),
        },
    };
    tx.rollback().await?;
    Ok(shown(cx, id, hierarchy, edited, faults).await?.refused().into_response())
}

async fn shown(
    cx: &Cx,
    id: Option<RegionId>,
    hierarchy: Hierarchy,
    edited: Edited<RegionInput>,
    faults: Faults,
) -> Outcome<Page> {
    let parents = crate::units::regions_of(&cx.db(), hierarchy.id).await?;
    let own = id.map(|id| id.to_string());
    let parents = parents.into_iter().filter(|(region, _)| Some(region) != own.as_ref()).collect();
    let Edited { form, version } = edited;
    let shell = match id {
        Some(id) => cx.shell(cx.w.t("region-edit")).back(format!("/regions/{id}"), &form.name),
        None => cx.shell(cx.w.t("region-add")).back("/regions", cx.w.t("regions-title")),
    };
    cx.page(shell, &Edit { w: &cx.w, csrf: cx.csrf(), id, hierarchy, form, version, faults, parents })
}

impl Edit<'_> {
    fn action(&self) -> String {
        match self.id {
            Some(id) => format!("/regions/{id}/edit"),
            None => format!("/regions/new?hierarchy={}", self.hierarchy.id),
        }
    }

    fn cancel(&self) -> String {
        self.id.map_or_else(|| "/regions".to_owned(), |id| format!("/regions/{id}"))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let edit = |id, form, faults| Edit {
        w,
        csrf: String::new(),
        id,
        hierarchy: super::tree::hierarchy_sample("Réseau", true),
        form,
        version: 1,
        faults,
        parents: vec![],
    };
    let id = Some(relais_kernel::Clock::system().id());
    let form = RegionInput { code: "IDF-S".into(), name: "Île-de-France Sud".into(), parent: String::new() };
    let looped = Fault::on("parent", "region-parent-below");
    let empty = RegionInput::default();
    let faults = empty.check(relais_kernel::Clock::system().id(), &[], None).err().unwrap_or_default();
    vec![
        Sample::of("regions/edit new", &edit(None, RegionInput::default(), Faults::none())),
        Sample::of("regions/edit refused", &edit(None, empty, faults)),
        Sample::of("regions/edit loop", &edit(id, form, looped.into())),
    ]
}
