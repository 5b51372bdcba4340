//! « Je suis là aujourd'hui »: said with one tap, a day and never an hour.

use askama::Template;
use axum::response::Response;
use relais_baton::{Presence, here};
use relais_kernel::Day;
use relais_web::{
    Cx, Go, Outcome, Posted,
    components::{Button, Field, LinkButton},
};
use relais_words::Words;
use serde::Deserialize;

/// Nothing but the token.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {}

pub(crate) async fn save(cx: Cx, Posted(_): Posted<Form>) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    here(&tx, cx.viewer().person, cx.today()).await?;
    tx.commit().await?;
    Ok(Go::to("/").saying("presence-here-said").answer())
}

/// What somebody said of their day, and what they can say now.
#[derive(Clone, Debug, Template)]
#[template(path = "batons/presence.html")]
pub(crate) struct Said<'a> {
    pub(crate) w: &'a Words,
    pub(crate) csrf: String,
    pub(crate) presence: Presence,
    pub(crate) today: Day,
}

impl Said<'_> {
    fn away_until(&self) -> Option<Day> {
        self.presence.away_until.filter(|until| *until >= self.today)
    }

    fn is_here(&self) -> bool {
        self.presence.is_here(self.today)
    }
}
