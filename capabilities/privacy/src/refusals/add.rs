//! Somebody says that they are not to be contacted any more: one action, every channel, from now on (PRV-08).

use axum::response::Response;
use relais_contact::{SuppressionSource, suppress};
use relais_web::{Can, Cx, Go, Outcome, Posted};
use relais_words::Fault;
use serde::Deserialize;

use super::{file, show};
use crate::EditRefusals;

/// An address, as somebody typed it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    pub(crate) address: String,
}

pub(crate) async fn save(cx: Cx, _: Can<EditRefusals>, Posted(form): Posted<Form>) -> Outcome<Response> {
    let address = match file::address(form.address.trim()) {
        Ok(address) => address,
        Err(fault) => {
            // Both kinds of address are typed into one field.
            let fault = Fault { field: "address".into(), ..fault };
            return show::refused(&cx, form, fault.into());
        }
    };
    let tx = cx.db().begin().await?;
    suppress(&tx, &address, address.channels(), SuppressionSource::Customer, cx.today()).await?;
    cx.note(&tx, "privacy.refusals.add", "refusals", None, "1").await?;
    tx.commit().await?;
    Ok(Go::to("/privacy/refusals").saying("refusals-added").answer())
}
