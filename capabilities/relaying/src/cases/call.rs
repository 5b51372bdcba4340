//! Noting a call to the customer: they heard, or nobody answered.

use std::time::Duration;

use axum::{extract::Path, response::Response};
use relais_baton::{actor, hours_of};
use relais_kernel::Instant;
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::{Fault, Faults};
use uuid::Uuid;

use super::{
    checks::{CallInput, CallResult, LONGEST_WORDS},
    promise, reading, show, store,
};
use crate::{ReadCases, redacting, typed::at_most};

/// Whoever did not answer is called again so much later.
const AGAIN: Duration = Duration::from_secs(30 * 60);

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadCases>,
    Path(id): Path<Uuid>,
    Posted(mut form): Posted<CallInput>,
) -> Outcome<Response> {
    let (now, today) = (cx.now(), cx.today());
    let tx = cx.db().begin().await?;
    let by = actor(&tx, cx.viewer().person, today).await?;
    let (case, promise) = reading::read(&tx, id, &by, today).await?.ok_or(Failure::NotFound)?;
    if promise.is_held() && !by.holds(&promise) {
        return Err(Failure::NotFound);
    }
    let hours = hours_of(&tx, case.unit_id, today).await?;
    let mut faults = Faults::none();
    let result: Option<CallResult> =
        faults.take(form.result.parse().map_err(|_| Fault::on("result", "call-result-none")));
    let words = match redacting::field(&cx.w, &mut form.words, "words") {
        Some(fault) => faults.take(Err(fault)),
        None => faults.take(at_most(&form.words, "words", LONGEST_WORDS)),
    };
    let again = now.plus(AGAIN);
    let next = match result {
        Some(CallResult::Reached) => {
            let offered = promise::offered(&hours, now);
            faults.take(promise::chosen((&form.promised, &form.day, &form.at), &offered, &hours, now))
        }
        _ => Some(again),
    };
    let (Some(result), Some(words), Some(next)) = (result, words, next) else {
        tx.rollback().await?;
        return show::refused(&cx, id, show::Typed { call: form, faults, ..show::Typed::default() }).await;
    };
    let said = match (result, words.as_str()) {
        (CallResult::Reached, "") => cx.w.t("call-said").to_string(),
        _ => words,
    };
    let slot = slot(now, hours.zone());
    let done =
        store::called(&tx, &by, (&case, &promise), (result, &said), (next, again), (&slot, today)).await?;
    if let Err(fault) = done {
        tx.rollback().await?;
        let typed = show::Typed { call: form, faults: fault.into(), ..show::Typed::default() };
        return show::refused(&cx, id, typed).await;
    }
    tx.commit().await?;
    let key = if result == CallResult::Reached { "call-noted" } else { "call-missed" };
    Ok(Go::to(format!("/cases/{id}")).saying(key).answer())
}

/// The part of a day that an attempt belongs to: three of them in different ones are three.
fn slot(now: Instant, zone: &jiff::tz::TimeZone) -> String {
    let at = now.at(zone);
    let part = match at.hour() {
        ..12 => "morning",
        12..17 => "afternoon",
        _ => "evening",
    };
    format!("{}-{part}", now.day(zone).number())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_has_three_parts_on_the_clock_of_the_unit() {
        let paris = jiff::tz::TimeZone::get("Europe/Paris").unwrap();
        let at = |text: &str| slot(Instant::from(text.parse::<jiff::Timestamp>().unwrap()), &paris);
        assert_eq!(at("2026-11-22T10:59:00Z"), "20261122-morning");
        assert_eq!(at("2026-11-22T11:00:00Z"), "20261122-afternoon");
        assert_eq!(at("2026-11-22T15:59:00Z"), "20261122-afternoon");
        assert_eq!(at("2026-11-22T16:00:00Z"), "20261122-evening");
        assert_eq!(at("2026-11-22T23:30:00Z"), "20261123-morning");
    }
}
