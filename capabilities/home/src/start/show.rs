//! The page itself: here, today, with whom, and what I can do now.

use std::{sync::Arc, time::Duration};

use askama::Template;
use jiff::tz::TimeZone;
use relais_directory::regions;
use relais_kernel::{Day, OrgId, PersonId, Reach, Scope, Viewer};
use relais_store::Memo;
use relais_web::{
    Cx, Outcome,
    components::{Chip, EmptyState, Face, LinkButton, Notice, Tone},
};
use relais_words::Words;

use super::{
    here::{Helper, Place, UnitDay, choose},
    hours::{Door, Span, door, spans},
    store,
};
use crate::{Doors, doors::Tile};

#[derive(Template)]
#[template(path = "start/show.html")]
pub(super) struct Show<'a> {
    pub(super) w: &'a Words,
    pub(super) me: PersonId,
    pub(super) given_name: &'a str,
    /// The day where the viewer is.
    pub(super) day: Day,
    pub(super) minute: i32,
    pub(super) here: Option<Here>,
    pub(super) others: Vec<Place>,
    pub(super) wide: Option<regions::Wide>,
    /// No unit knows them, and no role reaches further.
    pub(super) lost: bool,
    pub(super) helpers: Vec<Helper>,
    pub(super) tiles: Vec<Tile>,
    pub(super) may: May,
}

/// The unit of the day.
#[derive(Clone, Debug)]
pub(super) struct Here {
    pub(super) place: Place,
    pub(super) today: UnitDay,
}

/// Which links of the page open for this viewer.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct May {
    pub(super) people: bool,
    pub(super) units: bool,
    pub(super) hours: bool,
}

/// What the page reads, remembered for a person and a day.
pub(crate) type Days = Memo<(OrgId, PersonId, Day), Arc<Read>>;

/// What the page reads of the database.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    here: Option<Here>,
    others: Vec<Place>,
    wide: Option<regions::Wide>,
    lost: bool,
    helpers: Vec<Helper>,
}

/// How long a day is remembered at most: a unit's own midnight may come before the organisation's.
const DAYS_LAST: Duration = Duration::from_secs(30);

/// A memory of days, empty.
pub(crate) fn days() -> Arc<Days> {
    Arc::new(Memo::new(DAYS_LAST))
}

pub(crate) async fn page(cx: Cx, doors: Doors, days: Arc<Days>) -> Outcome {
    let (viewer, today) = (cx.viewer(), cx.today());
    let key = (viewer.org, viewer.person, today);
    let read = days.get(cx.site().db(), key, async || read(&cx, &doors).await.map(Arc::new)).await?;
    let zone =
        read.here.as_ref().map_or_else(|| cx.organisation().zone.clone(), |here| zone(&here.place, &cx));
    let now = cx.now().at(&zone);
    let day = Day::from_date(now.date());
    let show = Show {
        w: &cx.w,
        me: viewer.person,
        given_name: &viewer.given_name,
        day,
        minute: i32::from(now.hour()) * 60 + i32::from(now.minute()),
        may: read.here.as_ref().map_or_else(May::default, |here| May::of(&doors, viewer, &here.place)),
        here: read.here.clone(),
        others: read.others.clone(),
        wide: read.wide,
        lost: read.lost,
        helpers: read.helpers.clone(),
        tiles: doors.tiles(viewer),
    };
    cx.page(cx.shell(cx.w.t("home-title")), &show)
}

async fn read(cx: &Cx, doors: &Doors) -> relais_store::Result<Read> {
    let (db, viewer, today) = (cx.db(), cx.viewer(), cx.today());
    let (here, others) = choose(store::places(&db, viewer.person, today).await?);
    let here = match here {
        Some(place) => {
            let local = Day::from_date(cx.now().at(&zone(&place, cx)).date());
            let today = store::unit_day(&db, place.unit(), viewer.person, today, local).await?;
            Some(Here { place, today })
        }
        None => None,
    };
    let wide = match doors.wide(viewer) {
        Some(reach) => Some(regions::figures(&db, &reach, today).await?),
        None => None,
    };
    let lost = here.is_none() && others.is_empty() && looks_after_nothing(viewer);
    let helpers = if lost { store::helpers(&db, today).await? } else { Vec::new() };
    Ok(Read { here, others, wide, lost, helpers })
}

/// Somebody whose role reaches a region or the network needs no unit to belong.
fn looks_after_nothing(viewer: &Viewer) -> bool {
    viewer.grants.iter().all(|grant| matches!(grant.scope, Scope::Unit(_)))
}

fn zone(place: &Place, cx: &Cx) -> TimeZone {
    place
        .time_zone
        .as_deref()
        .and_then(|name| TimeZone::get(name).ok())
        .unwrap_or_else(|| cx.organisation().zone.clone())
}

impl May {
    /// Somebody in a unit holds its roles for that unit; wider reaches hold it too, or lead to a page that says no more.
    fn of(doors: &Doors, viewer: &Viewer, place: &Place) -> Self {
        let held = |spec| match viewer.reach_of(spec) {
            Some(Reach::Network) => true,
            Some(Reach::Part { units, .. }) => units.contains(&place.unit()),
            None => false,
        };
        Self { people: held(&doors.people), units: held(&doors.units), hours: held(&doors.hours) }
    }
}

impl Show<'_> {
    /// What the viewer does here today.
    fn lead(&self) -> Option<String> {
        let place = &self.here.as_ref()?.place;
        let key = if place.is_replacement() { "home-replacing" } else { return None };
        let until = place.to_day.map(|day| self.w.day(&day)).unwrap_or_default();
        Some(self.w.t(key).with("unit", place.name.as_str()).with("until", until).to_string())
    }

    fn door(&self, here: &Here) -> Chip {
        let (w, today) = (self.w, &here.today);
        let time = |minutes: i32| w.minutes(&minutes);
        match door(&today.week, &today.exceptions, self.day, self.minute) {
            Door::Unknown => Chip::new(w.t("home-hours-unknown")),
            Door::Open(until) => Chip::new(w.t("home-open-until").with("time", time(until)))
                .tone(Tone::Kept)
                .icon("circle-check"),
            Door::Later(at) => {
                Chip::new(w.t("home-opens-at").with("time", time(at))).tone(Tone::Soon).icon("clock")
            }
            Door::Another(day, at) => {
                let opens = w.t("home-opens-on").with("day", w.weekday(&day)).with("time", time(at));
                Chip::new(opens).icon("clock")
            }
            Door::Closed => Chip::new(w.t("home-closed")).icon("clock"),
        }
    }

    /// « Aujourd’hui : 9 h 30 – 12 h 30 · 14 h – 19 h ».
    fn spans(&self, here: &Here) -> Option<String> {
        let told = |(opens, closes): &Span| format!("{} – {}", self.w.minutes(opens), self.w.minutes(closes));
        let spans: Vec<_> =
            spans(&here.today.week, &here.today.exceptions, self.day).iter().map(told).collect();
        (!spans.is_empty()).then(|| self.w.t("home-hours-today").with("hours", spans.join(" · ")).to_string())
    }

    fn hours_missing(&self, here: &Here) -> bool {
        self.may.hours && here.today.week.is_empty()
    }

    /// The days to come that differ, the first three.
    fn differing(&self, here: &Here) -> Vec<String> {
        let to_come = here.today.exceptions.iter().filter(|exception| exception.day > self.day);
        to_come
            .take(3)
            .map(|exception| {
                let hours = match (exception.opens, exception.closes) {
                    (Some(opens), Some(closes)) => {
                        format!("{} – {}", self.w.minutes(&opens), self.w.minutes(&closes))
                    }
                    _ => self.w.t("home-closed").to_string(),
                };
                let told =
                    self.w.t("home-differs").with("day", self.w.weekday(&exception.day)).with("hours", hours);
                if exception.note.is_empty() {
                    told.to_string()
                } else {
                    format!("{told} ({})", exception.note)
                }
            })
            .collect()
    }

    fn vacant(&self, place: &Place) -> Notice {
        let title = self.w.t("home-vacant");
        match &place.region_name {
            Some(region) => {
                Notice::soon(self.w.t("home-vacant-region").with("region", region.as_str())).title(title)
            }
            None => Notice::soon(self.w.t("home-vacant-alone")).title(title),
        }
    }

    fn hidden(&self, here: &Here) -> bool {
        i64::try_from(here.today.mates.len()).is_ok_and(|shown| shown < here.today.mates_in_all)
    }

    /// Vacancies are told by the region that supports them: mine, when I belong to one.
    fn vacancies_href(&self) -> String {
        let mut regions = self.others.iter().filter(|place| !place.is_unit());
        match (regions.next(), regions.next()) {
            (Some(region), None) => region.href(),
            _ => "/regions".to_owned(),
        }
    }

    fn is_me(&self, person: &PersonId) -> bool {
        *person == self.me
    }

    /// On a desk the doors stand beside what the page begins with; alone, or beside colleagues, they stand left.
    fn doors_left(&self) -> bool {
        self.here.is_some() || (self.wide.is_none() && !self.lost)
    }
}
