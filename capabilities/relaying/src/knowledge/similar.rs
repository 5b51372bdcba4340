//! What was answered before, while somebody types their question.
//!
//! What is typed goes by POST, so that no address and no log ever holds it; nothing is written. A question that a group
//! answered is read by whoever may ask as its words and the answer alone: not who asked, from which unit or when, nor the
//! customer or the photo. Those words were read again without numbers and addresses by whoever wrote them, before they were
//! sent; an answer was written for one colleague, so its numbers are taken out here. An entry, whose author wrote for
//! everybody, keeps the number of a service.

use askama::{Template, filters::HtmlSafe};
use relais_baton::{Actor, actor};
use relais_kernel::Day;
use relais_store::{InOrg, Result, sql};
use relais_web::{Can, Cx, Outcome, Posted, Sample, components::Chip};
use relais_words::Words;
use sea_orm::FromQueryResult;
use serde::Deserialize;
use uuid::Uuid;

use super::{
    checks::{Fresh, fresh},
    index::Kind,
    search::near,
    store::{self, Entry},
};
use crate::{AskQuestion, answers::Answer, redacting};

/// From this nearness on, what was answered is held out.
const LEAST: f64 = 0.4;
const SHOWN: usize = 5;
/// From this nearness on, two questions ask the same.
const SAME: f64 = 0.6;
/// What was asked so often within so many days is offered to become an entry (E2E-02).
pub(crate) const OFTEN: i64 = 3;
const LATELY: i32 = 90;
/// Characters of an answer that are held out; the rest is on its page.
const PREVIEW: usize = 700;
/// Days after which what a group answered once is suggested no more: nobody looked at it again.
const LASTS: i32 = 365;

/// What is typed so far.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Typed {
    text: String,
}

/// An answer that may do.
#[derive(Clone, Debug)]
pub(crate) struct Suggested {
    pub(crate) kind: Kind,
    pub(crate) id: Uuid,
    title: String,
    answer: Answer,
    place: String,
}

/// The answers that may do.
#[derive(Clone, Debug, Template)]
#[template(path = "knowledge/similar.html")]
pub(crate) struct Similar {
    w: Words,
    found: Vec<Suggested>,
}

impl HtmlSafe for Similar {}

/// The form that « Cela me suffit » belongs to, beside that of the question.
pub(crate) const ENOUGH: &str = "enough";

pub(crate) async fn page(cx: Cx, _: Can<AskQuestion>, Posted(typed): Posted<Typed>) -> Outcome {
    cx.piece(&similar(&cx, &typed.text).await?)
}

/// What may answer some words already, the nearest first.
pub(crate) async fn similar(cx: &Cx, text: &str) -> Result<Similar> {
    let (db, w, today) = (cx.db(), &cx.w, cx.today());
    let near = near(&db, text, Kind::ALL, LEAST).await?;
    if near.is_empty() {
        return Ok(Similar { w: w.clone(), found: Vec::new() });
    }
    let me = actor(&db, cx.viewer().person, today).await?;
    let ids = |kind| near.iter().filter(|one| one.kind == kind).map(|one| one.id).collect::<Vec<_>>();
    let entries = store::these(&db, &ids(Kind::Entry), &me).await?;
    let questions = answered(&db, &ids(Kind::Question), today).await?;
    let of_entry = |entry: &Entry| Suggested {
        kind: Kind::Entry,
        id: entry.id,
        title: entry.title.clone(),
        answer: preview(&entry.answer),
        place: format!("{} · {}", entry.group_name, entry.theme),
    };
    let of_question = |one: &Answered| Suggested {
        kind: Kind::Question,
        id: one.id,
        title: one.text.clone(),
        answer: preview(&without_numbers(w, &one.answer)),
        place: format!("{} · {}", one.group_name, one.theme),
    };
    let suggested = near.iter().filter_map(|near| match near.kind {
        Kind::Entry => {
            entries.iter().find(|entry| entry.id == near.id).filter(|one| holds(one, today)).map(of_entry)
        }
        Kind::Question => questions.iter().find(|one| one.id == near.id).map(of_question),
    });
    Ok(Similar { w: w.clone(), found: suggested.take(SHOWN).collect() })
}

/// What expired, and what nobody validated, is suggested to nobody.
fn holds(entry: &Entry, today: Day) -> bool {
    matches!(fresh(entry.state, entry.review_day, entry.expires_day, today), Fresh::Holds | Fresh::Review)
}

fn preview(text: &str) -> Answer {
    match text.char_indices().nth(PREVIEW) {
        Some((end, _)) => Answer::new(&format!("{}…", text.get(..end).unwrap_or_default())),
        None => Answer::new(text),
    }
}

/// What a group wrote to one colleague, as all may read it.
pub(super) fn without_numbers(w: &Words, text: &str) -> String {
    redacting::of(w, text).map_or_else(|| text.to_owned(), |left| left.text)
}

/// A question that its group answered, as whoever may ask reads it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Answered {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    pub(crate) theme_id: Uuid,
    pub(crate) theme: String,
    pub(crate) group_id: Uuid,
    pub(crate) group_name: String,
    pub(crate) team_id: relais_kernel::TeamId,
    pub(crate) answer: String,
}

/// These questions, of those that were answered within the year.
pub(crate) async fn answered(on: &impl InOrg, ids: &[Uuid], today: Day) -> Result<Vec<Answered>> {
    sql("select q.id, q.text, q.theme_id, t.name as theme, q.group_id, g.name as group_name, g.team_id, \
         (select x.text from question_word x where x.org_id = q.org_id and x.question_id = q.id \
         and x.kind = 'answer' order by x.place desc limit 1) as answer from question q \
         join expert_theme t on t.org_id = q.org_id and t.id = q.theme_id \
         join expert_group g on g.org_id = q.org_id and g.id = q.group_id where q.state = 'answered' and q.asked_day >= ")
    .arg(today.plus(-LASTS))
    .push(" and q.org_id = ")
    .arg(on.org())
    .push(" and q.id in ")
    .list(ids.iter().copied())
    .all(on)
    .await
}

/// How often nearly the same was asked and answered in the days before, the question itself among them.
pub(crate) async fn asked_lately(on: &impl InOrg, text: &str, today: Day) -> Result<i64> {
    let near = near(on, text, &[Kind::Question], SAME).await?;
    let lately: Option<i64> = sql("select count(*) from question where org_id = ")
        .arg(on.org())
        .push(" and asked_day >= ")
        .arg(today.plus(-LATELY))
        .push(" and id in ")
        .list(near.iter().map(|one| one.id))
        .value(on)
        .await?;
    Ok(lately.unwrap_or(0))
}

/// Whether somebody is of those who answer for it.
pub(super) fn is_of(team: relais_kernel::TeamId, me: &Actor) -> bool {
    me.teams.contains(&team)
}

impl Similar {
    fn href(&self, one: &Suggested) -> String {
        href(one.kind, one.id)
    }

    fn chip(&self, one: &Suggested) -> Chip {
        match one.kind {
            Kind::Entry => Chip::new(self.w.t("knowledge-entry")).icon("badge-check"),
            Kind::Question => Chip::new(self.w.t("knowledge-answered")).icon("message-circle"),
        }
    }
}

/// Where something found is read.
pub(super) fn href(kind: Kind, id: Uuid) -> String {
    match kind {
        Kind::Entry => format!("/knowledge/{id}"),
        Kind::Question => format!("/knowledge/answers/{id}"),
    }
}

/// Some for a sample of a page.
pub(crate) fn a_few(w: &Words) -> Similar {
    let one = |kind, title: &str| Suggested {
        kind,
        id: Uuid::nil(),
        title: title.into(),
        answer: Answer::new(
            "Souvent la ligne :\n1. Débrancher la box.\n2. Attendre dix secondes.\n3. La rallumer.",
        ),
        place: "Experts 91-94 · Internet".into(),
    };
    let long = "Anticonstitutionnellement-long".repeat(8);
    let found = vec![
        one(Kind::Entry, "Le voyant clignote orange après un changement de box"),
        one(Kind::Question, &long),
    ];
    Similar { w: w.clone(), found }
}

/// None, for a sample of a page.
pub(crate) fn none(w: &Words) -> Similar {
    Similar { w: w.clone(), found: vec![] }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    vec![Sample::of("knowledge/similar", &a_few(w)), Sample::of("knowledge/similar none", &none(w))]
}
