//! Passing a promise on: it is held out to a colleague or a team, with a word. It stays with whoever holds it until the
//! other accepts.

use askama::Template;
use axum::{
    extract::{Path, Query},
    response::{IntoResponse as _, Response},
};
use relais_baton::{Baton, actor, offer};
use relais_kernel::BatonId;
use relais_web::{
    Cx, Failure, Go, Outcome, Page, Posted,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{
    show::{self, LONGEST},
    takers::{self, Taker},
};
use crate::Doors;

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    pub(super) q: String,
    pub(super) to: String,
    pub(super) words: String,
    /// Which button was pressed: to look for somebody keeps what was typed.
    pub(super) act: String,
}

#[derive(Template)]
#[template(path = "batons/pass.html")]
pub(super) struct Pass<'a> {
    pub(super) w: &'a Words,
    pub(super) csrf: String,
    pub(super) id: BatonId,
    pub(super) title: String,
    pub(super) takers: Vec<Taker>,
    pub(super) form: Form,
    pub(super) faults: Faults,
}

pub(crate) async fn page(cx: Cx, doors: Doors, Path(id): Path<BatonId>, Query(form): Query<Form>) -> Outcome {
    let db = cx.db();
    let (baton, me) = show::found(&db, &cx, id).await?;
    if !baton.is_held() || !me.holds(&baton) {
        return Err(Failure::NotFound);
    }
    shown(&cx, &doors, &baton, form, Faults::none()).await
}

pub(crate) async fn save(
    cx: Cx,
    doors: Doors,
    Path(id): Path<BatonId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (baton, me) = show::found(&tx, &cx, id).await?;
    if form.act == "seek" && baton.is_held() && me.holds(&baton) {
        return Ok(shown(&cx, &doors, &baton, form, Faults::none()).await?.into_response());
    }
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let units = takers::units_of(&cx, baton.unit).await?;
    let fault = if form.words.chars().count() > LONGEST {
        Fault::on("words", "baton-words-too-long").with("most", LONGEST)
    } else {
        match takers::chosen(&tx, &cx, &doors, (&units, &by), &form.to).await? {
            None => Fault::on("to", "taker-none"),
            Some(to) => match offer(&tx, &by, id, to, form.words.trim()).await? {
                Ok(_) => {
                    tx.commit().await?;
                    return Ok(Go::to(format!("/batons/{id}")).saying("baton-offered").answer());
                }
                Err(fault) => fault,
            },
        }
    };
    tx.rollback().await?;
    Ok(shown(&cx, &doors, &baton, form, fault.into()).await?.refused().into_response())
}

async fn shown(cx: &Cx, doors: &Doors, baton: &Baton, form: Form, faults: Faults) -> Outcome<Page> {
    let units = takers::units_of(cx, baton.unit).await?;
    let pass = Pass {
        w: &cx.w,
        csrf: cx.csrf(),
        id: baton.id,
        title: relais_baton::title(&cx.db(), baton).await?.unwrap_or_default(),
        takers: takers::takers(cx, doors, &units, &form.q).await?,
        form,
        faults,
    };
    let back = format!("/batons/{}", baton.id);
    cx.page(cx.shell(cx.w.t("baton-pass")).back(back, cx.w.t("baton-title")), &pass)
}

impl Pass<'_> {
    fn back(&self) -> String {
        format!("/batons/{}", self.id)
    }

    fn action(&self) -> String {
        format!("/batons/{}/pass", self.id)
    }

    fn choices(&self) -> Choices {
        takers::choices(self.w, &self.takers, &self.form.to, &self.faults)
    }
}
