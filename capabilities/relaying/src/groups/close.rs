//! Closing a group: nothing new is asked of it. What it has promised stays with whoever holds it until they answer, and is
//! held out to the group that is asked instead.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{hand_on, promised_by};
use relais_store::InOrg;
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;
use uuid::Uuid;

use super::{
    change,
    store::{self, Known},
};
use crate::{EditGroups, kinds::QUESTION, tools, typed::at_most};

/// No other group is asked instead.
const NOBODY: &str = "nobody";
const LONGEST_WORDS: usize = 300;

/// Whom one asks from now on, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CloseInput {
    to: String,
    words: String,
}

#[derive(Template)]
#[template(path = "groups/close.html")]
struct Close<'a> {
    w: &'a Words,
    csrf: String,
    group: Known,
    /// The other groups.
    others: Vec<Known>,
    /// Questions that wait.
    open: usize,
    form: CloseInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<EditGroups>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, (CloseInput::default(), Faults::none())).await
}

impl CloseInput {
    /// Whom one asks instead, of the other groups, and a word for them.
    fn check<'a>(&self, others: &'a [Known]) -> Result<(Option<&'a Known>, String), Faults> {
        let mut faults = Faults::none();
        let next = others.iter().find(|group| group.id.to_string() == self.to);
        if next.is_none() && self.to != NOBODY {
            faults.add(Fault::on("to", "group-close-to-whom"));
        }
        let words = faults.take(at_most(&self.words, "words", LONGEST_WORDS));
        words.filter(|_| faults.is_empty()).map(|words| (next, words)).ok_or(faults)
    }
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<EditGroups>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<CloseInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (group, others) = among(&tx, id).await?;
    let tool = tools::store::tool(&tx, id).await?.filter(|tool| !tool.stopped);
    let checked = match tool {
        Some(_) => Err(Fault::of_form("group-close-tool").into()),
        None => form.check(&others),
    };
    let done = match checked {
        Ok((next, words)) => {
            if change::close(&tx, &group, next.map(|next| next.id), cx.today()).await? {
                change::tell(&tx, &group, cx.viewer().person, cx.today()).await?;
                if let Some(next) = next {
                    let of = (group.team_id, &QUESTION);
                    hand_on(&tx, cx.viewer().person, of, next.team_id, &words).await?;
                }
                Ok(())
            } else {
                Err(Fault::of_form("group-changed-meanwhile").into())
            }
        }
        Err(faults) => Err(faults),
    };
    match done {
        Ok(()) => {
            cx.note(&tx, "relaying.groups.close", "expert_group", id, "").await?;
            tx.commit().await?;
            Ok(Go::to("/groups").saying("group-closed").answer())
        }
        Err(faults) => {
            tx.rollback().await?;
            Ok(shown(&cx, id, (form, faults)).await?.refused().into_response())
        }
    }
}

/// The group, and those that could be asked instead.
async fn among(on: &impl InOrg, id: Uuid) -> Outcome<(Known, Vec<Known>)> {
    let mut all = store::groups(on).await?;
    let place = all.iter().position(|group| group.id == id).ok_or(Failure::NotFound)?;
    Ok((all.remove(place), all))
}

async fn shown(cx: &Cx, id: Uuid, (form, faults): (CloseInput, Faults)) -> Outcome<Page> {
    let db = cx.db();
    let (group, others) = among(&db, id).await?;
    let open = promised_by(&db, group.team_id, &QUESTION).await?.len();
    let shell = cx.shell(cx.w.t("group-close")).back(format!("/groups/{id}"), &group.name);
    cx.page(shell, &Close { w: &cx.w, csrf: cx.csrf(), group, others, open, form, faults })
}

impl Close<'_> {
    fn leave(&self) -> String {
        format!("/groups/{}", self.group.id)
    }

    fn next(&self) -> Choices {
        let all = Choices::one(self.w, "to", self.w.t("group-close-next"));
        let all = all.required().untold().error(self.faults.on("to", self.w));
        let all = if self.others.is_empty() { all } else { all.hint(self.w.t("group-close-next-hint")) };
        let all = self.others.iter().fold(all, |all, group| all.choice(group.id, &group.name));
        let all = all.choice(NOBODY, self.w.t("group-close-nobody"));
        if self.form.to.is_empty() { all } else { all.chosen(&self.form.to) }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let close = |open, faults| Close {
        w,
        csrf: String::new(),
        group: super::list::a_group("Experts 91-94"),
        others: vec![super::list::a_group("Facture")],
        open,
        form: CloseInput::default(),
        faults,
    };
    vec![
        Sample::of("groups/close", &close(3, Faults::none())),
        Sample::of("groups/close refused", &close(0, Fault::on("to", "group-close-to-whom").into())),
    ]
}
