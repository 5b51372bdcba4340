//! Sending a customer the link to their request, once they agreed.

use axum::{extract::Path, response::Response};
use relais_baton::actor;
use relais_web::{Can, Cx, Go, Outcome, Posted};
use relais_words::{Fault, Words};
use uuid::Uuid;

use super::{
    kept,
    reading::{Texts, texts},
    store, texting,
};
use crate::{ReadCases, cases::show, questions::take::Nothing};

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadCases>,
    Path(id): Path<Uuid>,
    _: Posted<Nothing>,
) -> Outcome<Response> {
    let today = cx.today();
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let case = kept(&tx, id, &by, today).await?;
    let settings = cx.site().settings();
    let reached = match case.contact_id {
        Some(contact) => Some((contact, texts(&tx, contact).await?)),
        None => None,
    };
    let (contact, promised) = match (reached, case.next_contact_at) {
        _ if !settings.texts => return refused(&cx, id, Fault::of_form("status-no-gateway")).await,
        (Some((contact, Texts::May)), Some(promised)) => (contact, promised),
        (Some((_, Texts::Stopped)), _) => {
            return refused(&cx, id, Fault::of_form("status-wants-no-text")).await;
        }
        _ => return refused(&cx, id, Fault::of_form("status-no-mobile")).await,
    };
    let (link, token) = store::link(&tx, id, today).await?;
    let address = texting::address(settings, &token)?;
    match texting::send(&tx, &cx.w, (contact, &case), (&address, promised)).await? {
        Ok(_) => {
            store::texted(&tx, link.id, today).await?;
            tx.commit().await?;
            Ok(Go::to(format!("/cases/{id}")).saying("status-sent").answer())
        }
        Err(refusal) => {
            tx.rollback().await?;
            refused(&cx, id, not_sent(&cx.w, &refusal)).await
        }
    }
}

/// « Pourquoi pas lui ? »
fn not_sent(w: &Words, refusal: &relais_post::sms::Refusal) -> Fault {
    Fault::of_form("status-not-sent").with("why", refusal.say(w))
}

async fn refused(cx: &Cx, id: Uuid, fault: Fault) -> Outcome<Response> {
    show::refused(cx, id, show::Typed { faults: fault.into(), ..show::Typed::default() }).await
}
