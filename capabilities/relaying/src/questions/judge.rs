//! Whoever asked says whether the answer helped, and asks on where it did not (VOC-07).

use axum::{extract::Path, response::Response};
use relais_baton::{Actor, Baton, actor};
use relais_directory::Ruled;
use relais_kernel::Day;
use relais_store::{InOrg, OrgTx, Result, sql};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::Fault;
use serde::Deserialize;
use uuid::Uuid;

use super::{checks::QuestionState, show, store};
use crate::{ReadQuestions, boards::counting};

relais_kernel::codes! {
    /// Whether an answer helped.
    pub enum Helped {
        /// It did.
        Yes = "yes",
        /// In part.
        Partly = "partly",
        /// Not yet.
        No = "no",
    }
}

impl Helped {
    const fn good(self) -> i32 {
        match self {
            Self::Yes => 2,
            Self::Partly => 1,
            Self::No => 0,
        }
    }
}

/// A button.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct JudgeInput {
    helped: String,
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<JudgeInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let (question, promise) = store::read(&tx, id, &by).await?.ok_or(Failure::NotFound)?;
    if !promise.awaited_by(by.person) {
        return Err(Failure::NotFound);
    }
    let done = match form.helped.parse() {
        Ok(helped) => judge(&tx, &by, (id, question.state, &promise), helped, cx.today()).await?,
        Err(_) => Err(Fault::on("helped", "help-none")),
    };
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(Go::to(format!("/questions/{id}")).saying("help-said").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            show::refused(&cx, id, show::Typed { faults: fault.into(), ..show::Typed::default() }).await
        }
    }
}

/// Notes it, over what was said before. A board that counted it already keeps what it counted.
pub(crate) async fn judge(
    tx: &OrgTx,
    by: &Actor,
    (id, state, promise): (Uuid, QuestionState, &Baton),
    helped: Helped,
    today: Day,
) -> Ruled {
    if state != QuestionState::Answered || !promise.awaited_by(by.person) {
        return Ok(Err(Fault::on("helped", "help-not-answered")));
    }
    sql("insert into question_help (org_id, question_id, helped, day) values ($1, $2, $3, $4) \
         on conflict (org_id, question_id) do update set helped = excluded.helped, day = excluded.day")
    .bind(tx.org())
    .bind(id)
    .bind(helped)
    .bind(today)
    .run(tx)
    .await?;
    counting::judged(tx, (id, promise.id), (promise.team, helped.good()), today).await?;
    Ok(Ok(()))
}

/// What whoever asked said.
pub(crate) async fn of(on: &impl InOrg, question: Uuid) -> Result<Option<Helped>> {
    sql("select helped from question_help where org_id = $1 and question_id = $2")
        .bind(on.org())
        .bind(question)
        .value(on)
        .await
}

/// The question that was asked before this one, when whoever asks says that its answer did not do.
pub(crate) async fn earlier(on: &impl InOrg, question: Uuid) -> Result<Option<Uuid>> {
    sql("select earlier_id from question_again where org_id = $1 and question_id = $2")
        .bind(on.org())
        .bind(question)
        .value(on)
        .await
}

/// A question goes on where another one's answer stopped.
pub(crate) async fn goes_on(tx: &OrgTx, question: Uuid, earlier: Uuid) -> Result<()> {
    sql("insert into question_again (org_id, question_id, earlier_id) values ($1, $2, $3)")
        .bind(tx.org())
        .bind(question)
        .bind(earlier)
        .run_one("question_again", tx)
        .await
}
