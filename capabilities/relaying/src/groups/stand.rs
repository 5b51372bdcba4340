//! Saying when one answers for a group, and taking it back.

use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use jiff::{civil::Time, tz::TimeZone};
use relais_baton::{leave, stand};
use relais_kernel::{Day, Instant};
use relais_web::{Can, Cx, Failure, Go, Outcome, Posted};
use relais_words::{Fault, Faults};
use serde::Deserialize;
use uuid::Uuid;

use super::{show, store};
use crate::ReadQuestions;

/// When somebody answers, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StandInput {
    pub(crate) day: String,
    pub(crate) from: String,
    pub(crate) to: String,
}

/// Which stretch to take back.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct LeaveInput {
    stint: String,
}

impl StandInput {
    /// From when to when. An end before the beginning is of the next day: a night is one stretch.
    fn check(&self, zone: &TimeZone) -> Result<(Instant, Instant), Faults> {
        let mut faults = Faults::none();
        let day = faults.take(self.day.parse::<Day>().map_err(|_| self.no_day()));
        let from = faults.take(time(&self.from, "from"));
        let to = faults.take(time(&self.to, "to"));
        let (Some(day), Some(from), Some(to)) = (day, from, to) else { return Err(faults) };
        let last = if to < from { day.plus(1) } else { day };
        let at = |day: Day, time: Time| day.date().to_datetime(time).to_zoned(zone.clone());
        match (at(day, from), at(last, to)) {
            (Ok(from), Ok(to)) => Ok((from.timestamp().into(), to.timestamp().into())),
            _ => Err(self.no_day().into()),
        }
    }
}

impl StandInput {
    fn no_day(&self) -> Fault {
        Fault::on("day", "day-unreadable").with("typed", self.day.as_str())
    }
}

/// `14:00`, `14h`, `14h30` or `14`.
pub(crate) fn time(typed: &str, field: &'static str) -> Result<Time, Fault> {
    let wrong = || Fault::on(field, if typed.trim().is_empty() { "field-empty" } else { "stint-not-a-time" });
    let (hour, minute) = match typed.trim().split_once([':', 'h', 'H', '.']) {
        Some((hour, minute)) => (hour, minute.trim()),
        None => (typed.trim(), ""),
    };
    let hour = hour.trim().parse().map_err(|_| wrong())?;
    let minute = if minute.is_empty() { 0 } else { minute.parse().map_err(|_| wrong())? };
    Time::new(hour, minute, 0, 0).map_err(|_| wrong())
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<StandInput>,
) -> Outcome<Response> {
    let group = store::group(&cx.db(), id).await?.ok_or(Failure::NotFound)?;
    let span = match form.check(&cx.organisation().zone) {
        Ok(span) => span,
        Err(faults) => return Ok(show::shown(&cx, id, form, faults).await?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    if let Err(fault) = stand(&tx, group.team_id, cx.viewer().person, span).await? {
        tx.rollback().await?;
        return Ok(show::shown(&cx, id, form, fault.into()).await?.refused().into_response());
    }
    tx.commit().await?;
    Ok(Go::to(format!("/groups/{id}")).saying("stint-said").answer())
}

pub(crate) async fn remove(
    cx: Cx,
    _: Can<ReadQuestions>,
    Path(id): Path<Uuid>,
    Posted(form): Posted<LeaveInput>,
) -> Outcome<Response> {
    let stint: Uuid = form.stint.parse().map_err(|_| Failure::NotFound)?;
    let tx = cx.db().begin().await?;
    if !leave(&tx, cx.viewer().person, stint).await? {
        return Err(Failure::NotFound);
    }
    tx.commit().await?;
    Ok(Go::to(format!("/groups/{id}")).saying("stint-taken-back").answer())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for (typed, minutes) in [("14:00", 840), (" 9h30 ", 570), ("9h", 540), ("23.59", 1439), ("0", 0)] {
            let read = time(typed, "from").unwrap();
            assert_eq!(i32::from(read.hour()) * 60 + i32::from(read.minute()), minutes, "{typed}");
        }
        let key = |typed: &str| time(typed, "from").unwrap_err().key.to_string();
        assert_eq!(
            (key(" "), key("25"), key("midi")),
            ("field-empty".into(), "stint-not-a-time".into(), "stint-not-a-time".into())
        );
    }

    #[test]
    fn a_night_is_one_stretch() {
        let input = StandInput { day: "2026-11-21".into(), from: "22:00".into(), to: "2:00".into() };
        let (from, to) = input.check(&TimeZone::UTC).unwrap();
        assert_eq!((to.0 - from.0) / 60_000_000, 240);
        let wrong = StandInput { day: "hier".into(), from: "".into(), to: "".into() };
        assert_eq!(wrong.check(&TimeZone::UTC).unwrap_err().0.len(), 3);
    }
}
