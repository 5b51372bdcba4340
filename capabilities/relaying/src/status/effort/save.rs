//! Answering the one question. Whoever answers reads their words without what identifies somebody before they are kept.

use axum::{extract::Path, response::Response};
use relais_web::{Go, Guest, Outcome, Posted};
use relais_words::{Fault, Faults};

use super::{EffortInput, is_asked, keep};
use crate::{
    redacting,
    status::{
        answer::{lost, quiet},
        reading, show, store,
    },
};

pub(crate) async fn save(
    guest: Guest,
    Path(typed): Path<String>,
    Posted(mut form): Posted<EffortInput>,
) -> Outcome<Response> {
    let now = guest.now();
    let Some(opened) = store::opened(guest.site().db(), &typed, now).await? else { return lost(&guest) };
    let db = guest.site().db().org(opened.org_id);
    let Some((seen, today)) = reading::seen(&db, &opened, now).await? else { return lost(&guest) };
    let back = Go::to(opened.path.clone());
    // What cannot be asked cannot be answered: the page tells how it stands.
    if opened.answered || !seen.case.outcome.is_some_and(is_asked) {
        return Ok(quiet(back));
    }
    let refused = |form: EffortInput, faults: Faults| {
        show::refused(&guest, &opened, show::Typed { effort: form, faults, ..show::Typed::default() })
    };
    if let Some(left) = redacting::of(&guest.w, &form.words) {
        form.words = left.text;
        return refused(form, Fault::on("effort_words", "status-read-again").into()).await;
    }
    let answer = match form.check() {
        Ok(answer) => answer,
        Err(faults) => return refused(form, faults).await,
    };
    let tx = db.begin().await?;
    if !store::mark_answered(&tx, opened.id).await? {
        tx.rollback().await?;
        return Ok(quiet(back));
    }
    keep(&tx, (seen.case.id, seen.case.unit_id), &answer, today).await?;
    tx.commit().await?;
    Ok(quiet(back.saying("status-effort-kept")))
}
