//! A word on a promise: news for those who wait, by whoever keeps it; a note for those who work on it, by anybody whom
//! it concerns.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{news, note};
use relais_kernel::{BatonId, Day, Instant};
use relais_web::{Cx, Go, Outcome, Posted};
use relais_words::Fault;

use super::{
    Kinds,
    show::{self, Form, LONGEST},
};

pub(crate) async fn save(
    cx: Cx,
    kinds: Kinds,
    Path(id): Path<BatonId>,
    Posted(form): Posted<Form>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let (_, by) = show::found(&tx, &cx, id).await?;
    let next = match next_word(&form.day, &cx) {
        Ok(next) => next,
        Err(fault) => return refused(&cx, &kinds, id, form, fault).await,
    };
    if form.words.chars().count() > LONGEST {
        let fault = Fault::on("words", "baton-words-too-long").with("most", LONGEST);
        return refused(&cx, &kinds, id, form, fault).await;
    }
    let said = match form.to.as_str() {
        "waiting" => news(&tx, &by, id, &form.words, next).await?,
        _ => note(&tx, &by, id, &form.words).await?,
    };
    match said {
        Ok(_) => {
            tx.commit().await?;
            Ok(Go::to(format!("/batons/{id}")).saying("baton-said").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            // Both say what is missing of a reason; here it is the words.
            let fault = if fault.field == "reason" { Fault::on("words", "baton-no-reason") } else { fault };
            refused(&cx, &kinds, id, form, fault).await
        }
    }
}

/// When those who wait hear next: by the evening of the day given.
fn next_word(typed: &str, cx: &Cx) -> Result<Option<Instant>, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let day: Day = typed.parse().map_err(|_| Fault::on("day", "day-unreadable").with("typed", typed))?;
    if day < cx.today() {
        return Err(Fault::on("day", "baton-day-gone"));
    }
    let evening = day.date().at(18, 0, 0, 0).to_zoned(cx.organisation().zone.clone());
    Ok(evening.ok().map(|evening| evening.timestamp().into()))
}

async fn refused(cx: &Cx, kinds: &Kinds, id: BatonId, form: Form, fault: Fault) -> Outcome<Response> {
    Ok(show::shown(cx, kinds, id, form, fault.into()).await?.refused().into_response())
}
