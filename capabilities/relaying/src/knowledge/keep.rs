//! What is done about an entry by one button: « encore juste », « n’est plus juste », taking it back, « cela me suffit ».

use axum::{extract::Path, response::Response};
use relais_baton::{Actor, actor};
use relais_store::OrgTx;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::Faults;
use uuid::Uuid;

use super::{
    checks::{EntryState, WordInput, expires, word},
    index::Kind,
    show::{self, Of, Typed},
    similar::is_of,
    store::{self, Entry},
};
use crate::{ReadKnowledge, questions::take::Nothing, redacting};

/// The entry, for those of its group; to all others there is no such form.
pub(super) async fn kept_by(cx: &Cx, tx: &OrgTx, id: Uuid) -> Outcome<(Entry, Actor)> {
    let by = actor(tx, cx.viewer().person, cx.today()).await?;
    let entry = store::lock(tx, id, &by).await?.ok_or(Failure::NotFound)?;
    if !is_of(entry.team_id, &by) || entry.state == EntryState::Withdrawn {
        return Err(Failure::NotFound);
    }
    Ok((entry, by))
}

/// An expert says that it holds (EXP-07).
pub(crate) async fn check(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<WordInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (entry, by) = kept_by(&cx, &tx, id).await?;
    let done = match expires(&form.expires, cx.today()) {
        Ok(expires) => store::check(&tx, &by, &entry, expires, cx.today()).await?,
        Err(fault) => Err(fault),
    };
    ended(&cx, tx, id, (done.map_err(Faults::from), "knowledge-checked"), (form, Of::Check)).await
}

/// It is held out to nobody any more.
pub(crate) async fn withdraw(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<WordInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (entry, by) = kept_by(&cx, &tx, id).await?;
    let done = match word(&form.words) {
        Ok(words) => store::withdraw(&tx, &by, &entry, &words, cx.today()).await?,
        Err(fault) => Err(fault),
    };
    ended(&cx, tx, id, (done.map_err(Faults::from), "knowledge-withdrawn-now"), (form, Of::Withdraw)).await
}

/// Whoever reads it says that it holds no more: the group promises to look at it.
pub(crate) async fn doubt(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Path(id): Path<Uuid>,
    Posted(mut form): Posted<WordInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    let entry = store::lock(&tx, id, &by).await?.filter(|entry| entry.state == EntryState::Valid);
    let entry = entry.ok_or(Failure::NotFound)?;
    let left = redacting::field(&cx.w, &mut form.words, "words");
    let done = match left.map_or_else(|| word(&form.words), Err) {
        Ok(words) => store::doubt(&tx, &entry, &words, by.person, cx.today()).await?,
        Err(fault) => Err(fault),
    };
    ended(&cx, tx, id, (done.map_err(Faults::from), "knowledge-doubt-sent"), (form, Of::Doubt)).await
}

/// It helped: whoever was about to ask need not.
pub(crate) async fn reuse(
    cx: Cx,
    _: Can<ReadKnowledge>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let me = actor(&tx, cx.viewer().person, cx.today()).await?;
    let entry = store::read(&tx, id, &me).await?.filter(|entry| entry.state == EntryState::Valid);
    let entry = entry.ok_or(Failure::NotFound)?;
    store::reused(&tx, (Kind::Entry, id), entry.group_id, cx.today()).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/knowledge/{id}")).saying("knowledge-helped").answer())
}

async fn ended(
    cx: &Cx,
    tx: OrgTx,
    id: Uuid,
    (done, said): (Result<(), Faults>, &'static str),
    (word, of): (WordInput, Of),
) -> Outcome<Response> {
    match done {
        Ok(()) => {
            tx.commit().await?;
            Ok(Go::to(format!("/knowledge/{id}")).saying(said).answer())
        }
        Err(faults) => {
            tx.rollback().await?;
            show::refused(cx, id, Typed { word, of, faults }).await
        }
    }
}
