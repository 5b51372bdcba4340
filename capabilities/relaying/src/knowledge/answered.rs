//! A question that its group answered, as whoever may ask reads it: its words and the answer, nobody and no moment.

use askama::Template;
use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Posted, Sample,
    components::{Button, Field, LinkButton},
};
use relais_words::Words;
use uuid::Uuid;

use super::{
    index::Kind,
    similar::{Answered, answered, is_of, without_numbers},
    store,
};
use crate::{
    ReadKnowledge,
    answers::Answer,
    questions::{
        checks::{Speaker, WordKind},
        store as questions,
        take::Nothing,
    },
};

#[derive(Template)]
#[template(path = "knowledge/answered.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    question: Answered,
    answers: Vec<Answer>,
    helped: i64,
    /// Whether whoever reads can make an entry of it.
    mine: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadKnowledge>, Path(id): Path<Uuid>) -> Outcome {
    let db = cx.db();
    let question = answered(&db, &[id], cx.today()).await?.pop().ok_or(Failure::NotFound)?;
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    let words = questions::words(&db, id).await?;
    let of_group =
        words.iter().filter(|word| (word.speaker, word.kind) == (Speaker::Group, WordKind::Answer));
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        answers: of_group.map(|word| Answer::new(&without_numbers(&cx.w, &word.text))).collect(),
        helped: store::reuses(&db, Kind::Question, id).await?,
        mine: is_of(question.team_id, &me) && store::of_question(&db, id).await?.is_none(),
        question,
    };
    let shell = cx.shell(cx.w.t("knowledge-answered")).back("/knowledge", cx.w.t("knowledge-title"));
    cx.page(shell, &show)
}

/// It did: whoever was about to ask need not.
pub(crate) async fn reuse(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let question = answered(&tx, &[id], cx.today()).await?.pop().ok_or(Failure::NotFound)?;
    store::reused(&tx, (Kind::Question, id), question.group_id, cx.today()).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/knowledge/answers/{id}")).saying("knowledge-helped").answer())
}

impl Show<'_> {
    fn make(&self) -> LinkButton {
        LinkButton::plain(format!("/knowledge/new?question={}", self.question.id), self.w.t("knowledge-make"))
            .icon("book-open")
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let show = |text: &str, mine, helped| Show {
        w,
        csrf: String::new(),
        question: Answered {
            id: Uuid::nil(),
            text: text.into(),
            theme_id: Uuid::nil(),
            theme: "Internet".into(),
            group_id: Uuid::nil(),
            group_name: "Experts 91-94".into(),
            team_id: relais_kernel::TeamId(Uuid::nil()),
            answer: String::new(),
        },
        answers: vec![
            Answer::new("1. Débrancher.\n2. Attendre dix secondes."),
            Answer::new("Et garder le ticket."),
        ],
        helped,
        mine,
    };
    vec![
        Sample::of("knowledge/answered", &show("Le voyant clignote orange.", true, 3)),
        Sample::of("knowledge/answered long", &show(&"Anticonstitutionnellement-long".repeat(8), false, 0)),
    ]
}
