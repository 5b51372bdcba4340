//! « Plus de SMS », in one action (PRV-08). Calls that were asked for go on.

use axum::{extract::Path, response::Response};
use relais_contact::{Channel, SuppressionSource, suppress};
use relais_web::{Go, Guest, Outcome, Posted};

use super::{
    answer::{lost, quiet},
    reading, store,
};
use crate::questions::take::Nothing;

pub(crate) async fn save(guest: Guest, Path(typed): Path<String>, _: Posted<Nothing>) -> Outcome<Response> {
    let now = guest.now();
    let Some(opened) = store::opened(guest.site().db(), &typed, now).await? else { return lost(&guest) };
    let db = guest.site().db().org(opened.org_id);
    let Some((seen, today)) = reading::seen(&db, &opened, now).await? else { return lost(&guest) };
    let tx = db.begin().await?;
    let address = match seen.case.contact_id {
        Some(contact) => reading::mobile(&tx, contact).await?,
        None => None,
    };
    if let Some(address) = address {
        suppress(&tx, &address, &[Channel::Sms], SuppressionSource::Customer, today).await?;
    }
    tx.commit().await?;
    Ok(quiet(Go::to(opened.path).saying("status-stopped")))
}
