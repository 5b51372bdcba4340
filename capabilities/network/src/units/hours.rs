//! A unit's opening hours: the usual week, and days that differ.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_directory::{
    Change,
    units::{self, DAY_FIELDS, Exception, ExceptionInput, Opening, OpeningsInput, Unit},
};
use relais_kernel::{Day, UnitId};
use relais_web::{
    Can, Cx, Failure, Go, Outcome, Page, Posted, Sample,
    components::{Button, Field, WeekGrid},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use crate::EditHours;

/// The week as typed, and the version it was read at.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WeekForm {
    version: i64,
    day1: String,
    day2: String,
    day3: String,
    day4: String,
    day5: String,
    day6: String,
    day7: String,
}

/// Which day that differs to take away.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RemoveForm {
    day: String,
}

#[derive(Template)]
#[template(path = "units/hours.html")]
struct Hours<'a> {
    w: &'a Words,
    csrf: String,
    unit: Unit,
    week: OpeningsInput,
    week_faults: Faults,
    exception: ExceptionInput,
    exception_faults: Faults,
    exceptions: Vec<Exception>,
}

pub(crate) async fn page(cx: Cx, can: Can<EditHours>, Path(id): Path<UnitId>) -> Outcome {
    let week = OpeningsInput::of(&units::openings(&cx.db(), id).await?);
    shown(&cx, &can, id, Typed { week: Some((week, Faults::none())), ..Typed::default() }).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditHours>,
    Path(id): Path<UnitId>,
    Posted(form): Posted<WeekForm>,
) -> Outcome<Response> {
    let week =
        OpeningsInput { days: [form.day1, form.day2, form.day3, form.day4, form.day5, form.day6, form.day7] };
    let refused = async |faults| {
        let page =
            shown(&cx, &can, id, Typed { week: Some((week.clone(), faults)), ..Typed::default() }).await?;
        Ok(page.refused().into_response())
    };
    let openings = match units::check_openings(&week) {
        Ok(openings) => openings,
        Err(faults) => return refused(faults).await,
    };
    let tx = cx.db().begin().await?;
    units::by_id(&tx, &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    match units::change_hours(&tx, id, form.version, &openings).await {
        Ok(Change::Done(())) => {}
        Ok(Change::Stale) => {
            tx.rollback().await?;
            return refused(Fault::of_form("changed-meanwhile").into()).await;
        }
        Err(error) => {
            tx.rollback().await?;
            let fault = error.violation().and_then(units::refusal).ok_or(error)?;
            return refused(fault.into()).await;
        }
    }
    cx.note(&tx, "network.hours.edit", "unit", id.0, "").await?;
    tx.commit().await?;
    Ok(Go::to(format!("/units/{id}")).saying("hours-saved").answer())
}

pub(crate) async fn add_exception(
    cx: Cx,
    can: Can<EditHours>,
    Path(id): Path<UnitId>,
    Posted(input): Posted<ExceptionInput>,
) -> Outcome<Response> {
    let refused = async |faults| {
        let exception = Some((input.clone(), faults));
        let page = shown(&cx, &can, id, Typed { exception, ..Typed::default() }).await?;
        Ok(page.refused().into_response())
    };
    let exception = match units::check_exception(&input) {
        Ok(exception) => exception,
        Err(faults) => return refused(faults).await,
    };
    let tx = cx.db().begin().await?;
    units::by_id(&tx, &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    if let Err(fault) = units::put_exception(&tx, id, &exception).await? {
        tx.rollback().await?;
        return refused(fault.into()).await;
    }
    cx.note(&tx, "network.hours.except", "unit", id.0, &exception.day.to_string()).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/units/{id}/hours")).saying("hours-saved").answer())
}

pub(crate) async fn remove_exception(
    cx: Cx,
    can: Can<EditHours>,
    Path(id): Path<UnitId>,
    Posted(form): Posted<RemoveForm>,
) -> Outcome<Response> {
    let day: Day = form.day.parse().map_err(|_| Failure::NotFound)?;
    let tx = cx.db().begin().await?;
    units::by_id(&tx, &can.reach, cx.today(), id).await?.ok_or(Failure::NotFound)?;
    if units::remove_exception(&tx, id, day).await? {
        cx.note(&tx, "network.hours.unexcept", "unit", id.0, &form.day).await?;
    }
    tx.commit().await?;
    Ok(Go::to(format!("/units/{id}/hours")).saying("hours-saved").answer())
}

/// What was typed and refused, if anything was.
#[derive(Default)]
struct Typed {
    week: Option<(OpeningsInput, Faults)>,
    exception: Option<(ExceptionInput, Faults)>,
}

async fn shown(cx: &Cx, can: &Can<EditHours>, id: UnitId, typed: Typed) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let unit = units::by_id(&db, &can.reach, today, id).await?.ok_or(Failure::NotFound)?;
    let (week, week_faults) = match typed.week {
        Some(typed) => typed,
        None => (OpeningsInput::of(&units::openings(&db, id).await?), Faults::none()),
    };
    let (exception, exception_faults) = typed.exception.unwrap_or_default();
    let exceptions = units::exceptions(&db, id, today).await?;
    let hours =
        Hours { w: &cx.w, csrf: cx.csrf(), unit, week, week_faults, exception, exception_faults, exceptions };
    let shell = cx.shell(cx.w.t("unit-hours")).back(format!("/units/{id}"), &hours.unit.name);
    cx.page(shell, &hours)
}

impl Hours<'_> {
    fn days(&self) -> Vec<Field> {
        DAY_FIELDS
            .iter()
            .zip(&self.week.days)
            .map(|(name, typed)| {
                Field::text(self.w, name, self.w.t(&format!("weekday-{}", &name[3..])))
                    .value(typed)
                    .untold()
                    .error(self.week_faults.on(name, self.w))
            })
            .collect()
    }

    fn told_of(&self, exception: &Exception) -> String {
        told_of(self.w, exception)
    }
}

/// `vendredi 25 décembre : fermé`.
pub(super) fn told_of(w: &Words, exception: &Exception) -> String {
    let hours = match (exception.opens, exception.closes) {
        (Some(opens), Some(closes)) => format!("{} – {}", w.minutes(&opens), w.minutes(&closes)),
        _ => w.t("unit-closed-all-day").to_string(),
    };
    w.t("unit-day-told").with("day", w.weekday(&exception.day)).with("hours", hours).to_string()
}

/// The week drawn.
pub(super) fn week(w: &Words, openings: &[Opening]) -> WeekGrid {
    let mut spans: [Vec<(i32, i32)>; 7] = Default::default();
    for opening in openings {
        if let Some(day) = usize::try_from(opening.weekday - 1).ok().and_then(|i| spans.get_mut(i)) {
            day.push((opening.opens, opening.closes));
        }
    }
    WeekGrid::opening(w, w.t("unit-hours"), &spans)
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let hours = |week: OpeningsInput, week_faults, exception, exception_faults| Hours {
        w,
        csrf: String::new(),
        unit: super::show::unit_sample("Évry"),
        week,
        week_faults,
        exception,
        exception_faults,
        exceptions: vec![],
    };
    let wrong = OpeningsInput { days: std::array::from_fn(|_| "19-9".to_owned()) };
    let faults = units::check_openings(&wrong).err().unwrap_or_default();
    let no_day = ExceptionInput { hours: "matin".into(), ..ExceptionInput::default() };
    let day_faults = units::check_exception(&no_day).err().unwrap_or_default();
    vec![
        Sample::of(
            "units/hours",
            &hours(OpeningsInput::default(), Faults::none(), ExceptionInput::default(), Faults::none()),
        ),
        Sample::of("units/hours refused", &hours(wrong, faults, no_day, day_faults)),
    ]
}
