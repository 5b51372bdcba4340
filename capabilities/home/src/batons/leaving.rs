//! « Je pars : à qui je confie mes relais ? » What somebody holds is held out to whoever takes over; until they accept,
//! it stays where it is, and its ladder goes on.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use relais_baton::{Card, Handing, Mine, actor, away, hand_over, mine};
use relais_kernel::Day;
use relais_store::InOrg;
use relais_web::{
    Cx, Go, Outcome, Page, Posted,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::{
    show::LONGEST,
    takers::{self, Taker},
};
use crate::Doors;

/// How many of the promises are named.
const NAMED: i64 = 50;
/// The longest absence that is said here; what lasts longer is a change of place, which others write.
const LONGEST_AWAY: i32 = 92;

/// What the address or the form holds.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    pub(super) q: String,
    pub(super) to: String,
    pub(super) until: String,
    pub(super) words: String,
    /// Which button was pressed: to look for somebody keeps what was typed.
    pub(super) act: String,
}

#[derive(Template)]
#[template(path = "batons/leaving.html")]
pub(super) struct Leaving<'a> {
    pub(super) w: &'a Words,
    pub(super) csrf: String,
    pub(super) held: Vec<Card>,
    pub(super) takers: Vec<Taker>,
    pub(super) form: Form,
    pub(super) faults: Faults,
}

pub(crate) async fn page(cx: Cx, doors: Doors, Query(mut form): Query<Form>) -> Outcome {
    if form.until.is_empty() {
        form.until = cx.today().to_string();
    }
    shown(&cx, &doors, form, Faults::none()).await
}

pub(crate) async fn save(cx: Cx, doors: Doors, Posted(form): Posted<Form>) -> Outcome<Response> {
    if form.act == "seek" {
        return Ok(shown(&cx, &doors, form, Faults::none()).await?.into_response());
    }
    let until = match until(&form.until, cx.today()) {
        Ok(until) => until,
        Err(fault) => return refused(&cx, &doors, form, fault).await,
    };
    if form.words.chars().count() > LONGEST {
        let fault = Fault::on("words", "baton-words-too-long").with("most", LONGEST);
        return refused(&cx, &doors, form, fault).await;
    }
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, cx.today()).await?;
    if held(&tx, &cx).await?.is_empty() {
        away(&tx, by.person, until).await?;
        tx.commit().await?;
        return Ok(Go::to("/").saying("leaving-said").answer());
    }
    let units = takers::units_of(&cx, None).await?;
    let fault = match takers::chosen(&tx, &cx, &doors, (&units, &by), &form.to).await? {
        None => Fault::on("to", "taker-none"),
        Some(to) => match hand_over(&tx, &by, Handing { to, until }, form.words.trim()).await? {
            Ok(count) => {
                tx.commit().await?;
                let n = count.to_string();
                return Ok(match count {
                    1 => Go::to("/").saying("leaving-handed-one"),
                    _ => Go::to("/").saying_with("leaving-handed", [("n", n.as_str())]),
                }
                .answer());
            }
            Err(fault) => fault,
        },
    };
    tx.rollback().await?;
    refused(&cx, &doors, form, fault).await
}

/// The last day of the absence.
fn until(typed: &str, today: Day) -> Result<Day, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Fault::on("until", "field-empty"));
    }
    let until: Day = typed.parse().map_err(|_| Fault::on("until", "day-unreadable").with("typed", typed))?;
    if until < today {
        return Err(Fault::on("until", "baton-day-gone"));
    }
    if until > today.plus(LONGEST_AWAY) {
        return Err(Fault::on("until", "leaving-too-long").with("most", LONGEST_AWAY));
    }
    Ok(until)
}

async fn held(on: &impl InOrg, cx: &Cx) -> relais_store::Result<Vec<Card>> {
    let mut cards = mine(on, cx.viewer().person, &[], NAMED).await?;
    cards.retain(|card| card.how == Mine::Held);
    Ok(cards)
}

async fn refused(cx: &Cx, doors: &Doors, form: Form, fault: Fault) -> Outcome<Response> {
    Ok(shown(cx, doors, form, fault.into()).await?.refused().into_response())
}

async fn shown(cx: &Cx, doors: &Doors, form: Form, faults: Faults) -> Outcome<Page> {
    let db = cx.db();
    let held = held(&db, cx).await?;
    let takers = if held.is_empty() {
        Vec::new()
    } else {
        takers::takers(cx, doors, &takers::units_of(cx, None).await?, &form.q).await?
    };
    let leaving = Leaving { w: &cx.w, csrf: cx.csrf(), held, takers, form, faults };
    cx.page(cx.shell(cx.w.t("leaving-title")).back("/", cx.w.t("home-menu")), &leaving)
}

impl Leaving<'_> {
    fn count(&self) -> i64 {
        i64::try_from(self.held.len()).unwrap_or(i64::MAX)
    }

    fn choices(&self) -> Choices {
        takers::choices(self.w, &self.takers, &self.form.to, &self.faults)
    }

    fn title<'c>(&'c self, card: &'c Card) -> String {
        card.title.clone().unwrap_or_else(|| self.w.t("baton-some").to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_absence_ends_today_or_later() {
        let today: Day = "2026-11-21".parse().unwrap();
        let key = |typed: &str| until(typed, today).map_err(|fault| fault.key);
        assert_eq!(key("2026-11-21"), Ok(today));
        assert_eq!(key("2027-02-21"), Ok(today.plus(92)));
        assert_eq!(key("2027-02-22").unwrap_err(), "leaving-too-long");
        assert_eq!(key("2026-11-20").unwrap_err(), "baton-day-gone");
        assert_eq!(key(" ").unwrap_err(), "field-empty");
        assert_eq!(key("demain").unwrap_err(), "day-unreadable");
    }
}
