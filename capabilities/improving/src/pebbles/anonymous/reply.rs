//! Writing back with a receipt: sealed like the entry itself, and shown with the next batch.

use axum::response::{IntoResponse as _, Response};
use relais_kernel::OrgId;
use relais_sealed::{Code, Sealed};
use relais_store::Result;
use relais_web::{Go, Guest, Outcome, Posted};
use relais_words::{Fault, Faults};
use serde::Deserialize;

use super::{
    receipts::{self, Found},
    rows::Reply,
};
use crate::pebbles::{rules, store::Pebble};

/// Words said back that may wait in all.
const MOST: usize = 500;

/// What somebody wrote back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    code: String,
    text: String,
}

pub(crate) async fn save(guest: Guest, Posted(form): Posted<Form>) -> Outcome<Response> {
    let Ok(code) = Code::read(&form.code) else { return Ok(Go::to("/receipts").answer()) };
    let fault = match (rules::words(&form.text, "text"), receipts::found(guest.site(), &code).await?) {
        // An unknown code is told as one, and an entry that waits has no page yet to write on.
        (_, None | Some(Found::Waiting)) => None,
        (Err(fault), _) => Some(fault),
        (Ok(text), Some(Found::Released(released))) => {
            let kept = keep(guest.site().sealed()?, &released.pebble, text, released.org).await?;
            (!kept).then(|| Fault::on("text", "receipt-reply-full"))
        }
    };
    let unsent = fault.is_some().then(|| (code.text(), form.text));
    let faults = fault.map_or_else(Faults::none, Faults::from);
    Ok(receipts::shown(&guest, vec![code.text()], unsent, faults).await?.into_response())
}

/// Keeps it until the next batch: one at a time for each entry. The same words sent twice are kept once.
async fn keep(sealed: &Sealed, pebble: &Pebble, text: String, org: OrgId) -> Result<bool> {
    let change = sealed.begin().await?;
    let mut waiting: Vec<Reply> = change.rows().await?;
    if let Some(known) = waiting.iter().find(|reply| reply.pebble_id == pebble.id) {
        return Ok(known.text == text);
    }
    if waiting.len() >= MOST {
        return Ok(false);
    }
    let id = change.clock().unordered_id();
    waiting.push(Reply { org_id: org, id, pebble_id: pebble.id, text });
    change.rewrite(&waiting).await?;
    change.commit().await?;
    Ok(true)
}
