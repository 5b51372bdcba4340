//! The unit's board: what is in the way, what was taken away and in how many days. Obstacles, never people.

use askama::Template;
use axum::extract::Query;
use relais_kernel::Instant;
use relais_measure::median;
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Pager, ScoreTile, Side, Tabs, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use super::{
    checks::ObstacleState,
    store::{self, Counts, Obstacle},
};
use crate::{
    ReadObstacles, SayObstacle,
    boards::few,
    pebbles::store::{unit_name, unit_of},
    settings::Thresholds,
    tabs::{Face, faces},
};

const PAGE: usize = 30;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    show: String,
    after: String,
    before: String,
}

/// A unit's obstacles.
struct Board {
    unit: String,
    slice: Slice<Obstacle>,
    counts: Counts,
    delays: Vec<i64>,
    /// Fewer people work there than a board may speak of.
    few: bool,
    /// Of fewer obstacles the delay is shown, not concluded from.
    firm_from: i64,
}

#[derive(Template)]
#[template(path = "obstacles/list.html")]
struct List<'a> {
    w: &'a Words,
    now: Instant,
    ended: bool,
    board: Option<Board>,
    may_say: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadObstacles>, Query(wanted): Query<Wanted>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let ended = wanted.show == "ended";
    let board = match unit_of(&db, cx.viewer().person, today).await? {
        Some(unit) => Some(Board {
            unit: unit_name(&db, unit).await?.unwrap_or_default(),
            slice: store::list(&db, unit, ended, Cut::from_query(&wanted.after, &wanted.before), PAGE)
                .await?,
            counts: store::counts(&db, unit).await?,
            delays: store::delays(&db, unit, today).await?,
            few: few(&db, unit, today).await?,
            firm_from: Thresholds::of(&db).await?.firm_from,
        }),
        None => None,
    };
    let may_say = board.is_some() && cx.viewer().may::<SayObstacle>();
    let list = List { w: &cx.w, now: cx.now(), ended, board, may_say };
    cx.page(cx.shell(cx.w.t("obstacles-title")), &list)
}

impl List<'_> {
    fn faces(&self) -> Tabs {
        faces(self.w, Face::Obstacles)
    }

    fn tabs(&self, board: &Board) -> Tabs {
        let here = Address::new("/obstacles", []);
        Tabs::new(self.w, self.w.t("pebbles-which"))
            .counted(here.with("show", ""), self.w.t("obstacles-open"), board.counts.open, !self.ended)
            .counted(
                here.with("show", "ended"),
                self.w.t("obstacles-ended"),
                board.counts.ended(),
                self.ended,
            )
    }

    fn pager(&self, board: &Board) -> Pager {
        let here = Address::new("/obstacles", [("show", if self.ended { "ended" } else { "" })]);
        Pager::of(self.w, &here, board.slice.ends(|obstacle| obstacle.id))
    }

    fn chip(&self, obstacle: &Obstacle) -> Chip {
        if obstacle.state == ObstacleState::Open && obstacle.due_at < self.now {
            return Chip::new(self.w.t("pebble-late")).tone(Tone::Late).icon("clock");
        }
        state_chip(self.w, obstacle)
    }

    fn counts(&self, board: &Board) -> Vec<Chip> {
        [
            (ObstacleState::Open, board.counts.open),
            (ObstacleState::Removed, board.counts.removed),
            (ObstacleState::WorkedAround, board.counts.worked_around),
            (ObstacleState::Refused, board.counts.refused),
        ]
        .into_iter()
        .map(|(state, n)| {
            let state = self.w.t(&format!("obstacle-state-{state}")).to_string();
            Chip::new(format!("{state} · {}", self.w.number(n)))
        })
        .collect()
    }

    /// The median delay with its interval and how many it is of; below three, and where too few people work, that.
    fn delay(&self, board: &Board) -> ScoreTile {
        let w = self.w;
        let n = board.delays.len();
        let label = w.t("obstacles-delay").to_string();
        let sample = |said: String| format!("{said} · {}", w.t("obstacles-delay-source"));
        let count = i64::try_from(n).unwrap_or(i64::MAX);
        let of = w.t("obstacles-delay-n").with("n", count).to_string();
        let found = median(&board.delays).filter(|_| n >= FEWEST && !board.few);
        let Some(found) = found else {
            let few = w.t("improving-too-few");
            return ScoreTile::new(w, label, few).side(Side::Employee).sample(sample(of));
        };
        let value = w.t("obstacles-days").with("n", found.value).to_string();
        let said = match found.interval {
            Some(within) => {
                let words = w.t("obstacles-delay-within").with("low", within.low).with("high", within.high);
                format!("{of} · {words}")
            }
            None => format!("{of} · {}", w.t("obstacles-delay-no-interval")),
        };
        let tile = ScoreTile::new(w, label, value).side(Side::Employee).sample(sample(said));
        if count < board.firm_from { tile.indicative() } else { tile }
    }

    fn nothing(&self) -> EmptyState {
        let key = if self.ended { "obstacles-none-ended" } else { "obstacles-none" };
        let state = EmptyState::new(self.w.t(key)).icon("footprints").more(self.w.t("obstacles-none-more"));
        if self.may_say {
            state.action(LinkButton::primary("/obstacles/new", self.w.t("obstacle-say")).icon("plus"))
        } else {
            state
        }
    }

    fn no_unit(&self) -> EmptyState {
        EmptyState::new(self.w.t("obstacles-no-unit"))
            .icon("footprints")
            .more(self.w.t("obstacles-no-unit-more"))
    }
}

/// Fewer than these have no median worth saying.
const FEWEST: usize = 3;

/// Where it stands, with its day.
pub(super) fn state_chip(w: &Words, obstacle: &Obstacle) -> Chip {
    let state = w.t(&format!("obstacle-state-{}", obstacle.state)).to_string();
    match (obstacle.state, &obstacle.ended_day) {
        (ObstacleState::Refused, Some(day)) => Chip::new(format!("{state} · {}", w.day(day))),
        (_, Some(day)) => {
            Chip::new(format!("{state} · {}", w.day(day))).tone(Tone::Kept).icon("circle-check")
        }
        (_, None) => Chip::new(state),
    }
}

pub(super) fn an_obstacle(text: &str, state: ObstacleState) -> Obstacle {
    let day = |d| relais_kernel::Day::from_date(jiff::civil::date(2026, 11, d));
    let ended = state != ObstacleState::Open;
    Obstacle {
        id: relais_kernel::Clock::system().id(),
        unit_id: relais_kernel::UnitId(uuid::Uuid::nil()),
        unit_name: "Évry".into(),
        text: text.into(),
        author: None,
        voices: 3,
        state,
        answer: if ended { "Un badge de prêt attend dans le tiroir.".into() } else { String::new() },
        due_at: Instant(1_795_267_200_000_000),
        said_day: day(12),
        ended_day: ended.then(|| day(21)),
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let list = |rows: Vec<Obstacle>, delays: Vec<i64>, few: bool| {
        let open = i64::try_from(rows.len()).unwrap_or(0);
        let counts = Counts { open, removed: 4, worked_around: 1, refused: 1 };
        let slice = Slice { rows, earlier: false, later: false };
        let board = Some(Board { unit: "Évry".into(), slice, counts, delays, few, firm_from: 30 });
        List { w, now: Instant(1_795_000_000_000_000), ended: false, board, may_say: true }
    };
    let several = || {
        vec![
            an_obstacle("Le badge de la réserve ne s’ouvre plus le lundi.", ObstacleState::Open),
            an_obstacle(&"Anticonstitutionnellement-long".repeat(6), ObstacleState::Removed),
            an_obstacle("Une seule clé pour trois.", ObstacleState::Refused),
        ]
    };
    let nowhere = List { w, now: Instant(0), ended: false, board: None, may_say: false };
    vec![
        Sample::of("obstacles/list", &list(several(), vec![2, 3, 3, 5, 8, 9, 14], false)),
        Sample::of("obstacles/list without interval", &list(several(), vec![2, 3, 6], false)),
        Sample::of("obstacles/list too few", &list(several(), vec![2], false)),
        Sample::of("obstacles/list few people", &list(several(), vec![2, 3, 6, 7, 8, 9], true)),
        Sample::of("obstacles/list empty", &list(vec![], vec![], false)),
        Sample::of("obstacles/list without a unit", &nowhere),
    ]
}
