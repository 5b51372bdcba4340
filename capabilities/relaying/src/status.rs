//! What a customer follows by themselves: a link of their own, on paper or in a text message, that tells what was promised
//! and what was done since, without an account (MAP-08); and how easy it was to get an answer, asked once (VOC-07).

mod answer;
mod place;
mod qr;
mod reading;
mod store;
mod texting;
mod token;

pub(crate) mod effort;
pub(crate) mod on_case;
pub(crate) mod remove;
pub(crate) mod say;
pub(crate) mod send;
pub(crate) mod show;
pub(crate) mod slip;
pub(crate) mod stop;

pub(crate) use texting::after_end;

use relais_baton::Actor;
use relais_kernel::Day;
use relais_store::InOrg;
use relais_web::{Failure, Outcome, Sample};
use relais_words::Words;
use uuid::Uuid;

use crate::cases::reading::{self as cases, Case};

/// The request, for whoever keeps its promise alone.
async fn kept(on: &impl InOrg, id: Uuid, me: &Actor, today: Day) -> Outcome<Case> {
    let (case, promise) = cases::read(on, id, me, today).await?.ok_or(Failure::NotFound)?;
    if promise.is_held() && me.holds(&promise) { Ok(case) } else { Err(Failure::NotFound) }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    [show::samples(w), slip::samples(w)].concat()
}
