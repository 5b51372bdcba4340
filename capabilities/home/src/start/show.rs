//! The page itself: here, today, with whom, and what I can do now.

use std::{sync::Arc, time::Duration};

use askama::Template;
use jiff::tz::TimeZone;
use relais_baton::{Card, Given, Presence};
use relais_directory::{assignments, regions};
use relais_kernel::{Day, OrgId, PersonId, Reach, Scope, UnitId, Viewer};
use relais_store::{Cut, Memo, OrgDb};
use relais_web::{
    Cx, Live, Outcome,
    components::{Chip, EmptyState, Face, LinkButton, Notice, Tone},
};
use relais_words::Words;

use super::{
    here::{Helper, Place, UnitDay, choose},
    hours::{Door, Span, door, spans},
    store,
};
use crate::{
    Doors,
    batons::{
        Kinds,
        cards::{Cards, GIVEN, SHOWN},
        presence::Said,
    },
    doors::{FIRST_INVITE, FIRST_PEOPLE, FIRST_UNITS, PEOPLE, Tile},
};

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
    /// Units within reach that nobody answers for.
    pub(super) calls: Calls,
    /// No unit knows them, and no role reaches further.
    pub(super) lost: bool,
    pub(super) helpers: Vec<Helper>,
    pub(super) tiles: Vec<Tile>,
    pub(super) may: May,
    /// What waits for their word, and what they gave.
    pub(super) batons: Cards<'a>,
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
    pub(super) imports: bool,
}

/// Units that call for a manager: how many, and the first of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Calls {
    pub(super) in_all: i64,
    pub(super) first: Vec<(UnitId, String)>,
}

/// What the page reads, remembered for a person and a day.
pub(crate) type Days = Memo<(OrgId, PersonId, Day), Arc<Read>>;

/// What the page reads of the database.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    here: Option<Here>,
    others: Vec<Place>,
    wide: Option<regions::Wide>,
    calls: Calls,
    lost: bool,
    helpers: Vec<Helper>,
    cards: Vec<Card>,
    given: Vec<Given>,
    full: Option<i64>,
    presence: Presence,
    /// The versions of its topics when it was read: what is remembered never claims to be newer than it is.
    live: Live,
}

/// How many units without a manager are named.
const CALLED: usize = 3;
/// How long a day is remembered at most: a unit's own midnight may come before the organisation's.
const DAYS_LAST: Duration = Duration::from_secs(30);

/// A memory of days, empty.
pub(crate) fn days() -> Arc<Days> {
    Arc::new(Memo::new(DAYS_LAST))
}

pub(crate) async fn page(cx: Cx, doors: Doors, days: Arc<Days>, kinds: Kinds) -> Outcome {
    let (viewer, today) = (cx.viewer(), cx.today());
    let key = (viewer.org, viewer.person, today);
    let read =
        days.get(cx.site().db(), cx.mark(), key, async || read(&cx, &doors).await.map(Arc::new)).await?;
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
        may: May {
            imports: viewer.reach_of(&doors.imports).is_some(),
            ..read.here.as_ref().map_or_else(May::default, |here| May::of(&doors, viewer, &here.place))
        },
        here: read.here.clone(),
        others: read.others.clone(),
        wide: read.wide,
        calls: read.calls.clone(),
        lost: read.lost,
        helpers: read.helpers.clone(),
        tiles: doors.tiles(viewer),
        batons: Cards {
            w: &cx.w,
            csrf: cx.csrf(),
            now: cx.now(),
            zone,
            kinds: &kinds,
            cards: &read.cards,
            given: &read.given,
            full: read.full,
            said: Said { w: &cx.w, csrf: cx.csrf(), presence: read.presence, today },
            live: read.live.clone().at("/").saying(cx.w.t("batons-changed")),
        },
    };
    if cx.wants_fragment() {
        return cx.piece(&show.batons);
    }
    cx.page(cx.shell(cx.w.t("home-title")), &show)
}

async fn read(cx: &Cx, doors: &Doors) -> relais_store::Result<Read> {
    let (db, viewer, today) = (cx.db(), cx.viewer(), cx.today());
    let me = relais_baton::actor(&db, viewer.person, today).await?;
    let live = cx.live(relais_baton::topics(&me)).await?;
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
    let calls = match viewer.reach_of(&doors.regions) {
        Some(reach) => calls(&db, &reach, today, wide.as_ref()).await?,
        None => Calls::default(),
    };
    let lost = here.is_none() && others.is_empty() && looks_after_nothing(viewer);
    let helpers = if lost { store::helpers(&db, today).await? } else { Vec::new() };
    let cards = relais_baton::mine(&db, me.person, &me.teams, SHOWN).await?;
    let given = relais_baton::given_by(&db, me.person, GIVEN).await?;
    let full = relais_baton::full(&db, me.person).await?;
    let presence = relais_baton::presence_of(&db, me.person).await?;
    Ok(Read { here, others, wide, calls, lost, helpers, cards, given, full, presence, live })
}

/// The units within reach that nobody answers for; figures that say there is none save the question.
async fn calls(
    db: &OrgDb,
    reach: &Reach,
    today: Day,
    wide: Option<&regions::Wide>,
) -> relais_store::Result<Calls> {
    if wide.is_some_and(|figures| figures.vacancies == 0) {
        return Ok(Calls::default());
    }
    let found = assignments::vacancies(db, reach, today, Cut::Start, CALLED).await?;
    let in_all = match (wide, found.later) {
        (Some(figures), _) => figures.vacancies,
        (None, true) => assignments::vacancy_count(db, reach, today).await?,
        (None, false) => i64::try_from(found.rows.len()).unwrap_or(i64::MAX),
    };
    let first = found.rows.into_iter().map(|vacancy| (vacancy.unit_id, vacancy.name)).collect();
    Ok(Calls { in_all, first })
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
        Self {
            people: held(&doors.people),
            units: held(&doors.units),
            hours: held(&doors.hours),
            imports: false,
        }
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

    /// « Deux unités sont sans responsable : Massy, Soutien », with the way to them.
    fn calling(&self) -> Option<Notice> {
        let (w, calls) = (self.w, &self.calls);
        let (first, _) = calls.first.first()?;
        let names: Vec<&str> = calls.first.iter().map(|(_, name)| name.as_str()).collect();
        let more = calls.in_all - i64::try_from(names.len()).unwrap_or(0);
        let names = names.join(", ");
        let units = match more {
            1.. => w.t("home-calls-units").with("units", names).with("more", more).to_string(),
            _ => names,
        };
        let href = if calls.in_all == 1 { format!("/units/{first}") } else { self.vacancies_href() };
        let see =
            LinkButton::primary(href, w.t("home-calls-see").with("n", calls.in_all)).icon("arrow-right");
        Some(Notice::soon(w.t("home-calls").with("n", calls.in_all).with("units", units)).more(see))
    }

    /// A network without units yet, in the hands of somebody who can fill it.
    fn begins(&self) -> bool {
        self.may.imports && self.wide.is_some_and(|figures| figures.units == 0)
    }

    /// The first three steps of a network, those that open to the viewer.
    fn first_steps(&self) -> Vec<Tile> {
        let invites = self.tiles.contains(&PEOPLE);
        [Some(FIRST_UNITS), Some(FIRST_PEOPLE), invites.then_some(FIRST_INVITE)]
            .into_iter()
            .flatten()
            .collect()
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
