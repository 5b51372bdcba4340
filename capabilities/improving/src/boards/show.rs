//! Where the field's voice stands: in one's unit, and in the network. Every number with how many it is of and its
//! interval; « trop peu » where there is too little to say.

use askama::Template;
use axum::extract::Query;
use jiff::tz::TimeZone;
use relais_kernel::{Instant, UnitId};
use relais_measure::wilson;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Facts, ScoreTile, Side, Tabs, Whisker},
};
use relais_words::Words;
use serde::Deserialize;

use super::{
    few,
    figures::{self, Line, PERIOD, QuickWin},
    load::{self, Load},
};
use crate::{
    ReadPebbles,
    kinds::ANSWER,
    pebbles::store::{unit_name, unit_of},
    settings::Thresholds,
    tabs::{Face, faces},
};

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    place: String,
}

#[derive(Template)]
#[template(path = "boards/show.html")]
struct Board<'a> {
    w: &'a Words,
    zone: TimeZone,
    now: Instant,
    /// The unit that it is of; the network when there is none.
    unit: Option<String>,
    /// Whoever looks has a unit of their own.
    has_unit: bool,
    few: bool,
    thresholds: Thresholds,
    lines: Vec<Line>,
    wins: Vec<QuickWin>,
    load: Option<Load>,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadPebbles>, Query(wanted): Query<Wanted>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let own = unit_of(&db, cx.viewer().person, today).await?;
    let place: Option<UnitId> = own.filter(|_| wanted.place != "network");
    let (unit, few) = match place {
        Some(unit) => (unit_name(&db, unit).await?, few(&db, unit, today).await?),
        None => (None, false),
    };
    let board = Board {
        w: &cx.w,
        zone: cx.organisation().zone.clone(),
        now: cx.now(),
        unit,
        has_unit: own.is_some(),
        few,
        thresholds: Thresholds::of(&db).await?,
        lines: figures::lines(&db, place, (cx.now(), today)).await?,
        wins: figures::quick_wins(&db, place, today).await?,
        load: load::load(&db, place, (cx.now(), today)).await?,
    };
    cx.page(cx.shell(cx.w.t("board-title")), &board)
}

/// A share with its interval, or that it is of too few.
struct Share {
    words: String,
    whisker: Option<Whisker>,
    indicative: bool,
}

impl Board<'_> {
    fn faces(&self) -> Tabs {
        faces(self.w, Face::Board)
    }

    fn places(&self) -> Option<Tabs> {
        let here = self.unit.is_some();
        self.has_unit.then(|| {
            Tabs::new(self.w, self.w.t("pebbles-which")).tab("/board", self.w.t("board-unit"), here).tab(
                "/board?place=network",
                self.w.t("pebbles-network"),
                !here,
            )
        })
    }

    /// How a share is counted, with what was set for it.
    fn how(&self) -> String {
        let Thresholds { answered_in, heard_in, shown_from, .. } = self.thresholds;
        let how = self.w.t("board-how").with("answered", answered_in).with("heard", heard_in);
        how.with("least", shown_from).to_string()
    }

    fn scope(&self) -> String {
        self.unit.clone().unwrap_or_else(|| self.w.t("pebbles-network").to_string())
    }

    fn period(&self) -> String {
        let from = self.now.minus(std::time::Duration::from_secs(86_400) * PERIOD.unsigned_abs());
        let day = self.w.day(&from.day(&self.zone));
        self.w.t("board-period").with("from", day).to_string()
    }

    fn heard(&self) -> String {
        self.w.t("board-heard").with("n", self.thresholds.heard_in).to_string()
    }

    /// What answering took, unless so few answer that it would tell of one of them.
    fn load(&self) -> Option<Facts> {
        let Load { reading, told, duty } = self.load.filter(|_| !self.few)?;
        let duty = duty.map(|hours| self.w.t("board-load-hours").with("n", hours));
        let facts = Facts::new()
            .fact(self.w.t("board-load-told"), self.w.t("board-load-people").with("n", told))
            .fact(self.w.t("board-load-reading"), self.w.t("board-load-minutes").with("n", reading));
        Some(facts.maybe(self.w.t("board-load-duty"), duty))
    }

    fn name(&self, line: &Line) -> String {
        self.w.t(&format!("board-kind-{}", line.kind.replace('.', "-"))).to_string()
    }

    fn number(&self, n: &i64) -> String {
        self.w.number(*n)
    }

    fn share(&self, of: i64, all: i64) -> Share {
        let (Ok(k), Ok(n)) = (u32::try_from(of), u32::try_from(all)) else { return self.too_few(all) };
        match wilson(k, n) {
            Some(interval) if all >= self.thresholds.shown_from && !self.few => {
                let percent = |share: f64| (share * 100.0).round();
                let value = f64::from(k) / f64::from(n);
                let within = self.w.t("board-within").with("low", percent(interval.low));
                let within = within.with("high", percent(interval.high)).to_string();
                let said = self.w.t("board-share").with("value", percent(value)).with("n", all).to_string();
                Share {
                    whisker: Some(Whisker::new(interval.low, value, interval.high, within.clone()).inline()),
                    words: format!("{said} · {within}"),
                    indicative: all < self.thresholds.firm_from,
                }
            }
            _ => self.too_few(all),
        }
    }

    fn too_few(&self, n: i64) -> Share {
        let words = self.w.t("board-too-few-of").with("n", n).to_string();
        Share { words, whisker: None, indicative: false }
    }

    /// Days since a moment, by the calendar of the place.
    fn days_since(&self, at: Instant) -> i64 {
        let days = self.now.day(&self.zone).date().since(at.day(&self.zone).date());
        days.map_or(0, |span| i64::from(span.get_days()))
    }

    fn win(&self, win: &QuickWin) -> String {
        match win.last_at {
            _ if win.few => self.w.t("improving-too-few").to_string(),
            Some(at) => self.w.t("board-win-days").with("n", self.days_since(at)).to_string(),
            None => self.w.t("board-win-none").to_string(),
        }
    }

    fn tiles(&self) -> Vec<ScoreTile> {
        let pebbles = self.lines.iter().find(|line| line.kind == ANSWER.code);
        let (in_time, of) = pebbles.map_or((0, 0), |line| (line.in_time, line.in_time_of));
        let share = self.share(in_time, of);
        let label = self.w.t("board-in-time-pebbles").to_string();
        let answered = match share.whisker {
            Some(whisker) => {
                let percent = (percent_of(in_time, of)).round();
                let value = self.w.t("board-percent").with("value", percent).to_string();
                let n = self.w.t("board-of").with("n", of).to_string();
                let tile = ScoreTile::new(self.w, label, value).interval(whisker).sample(n);
                if share.indicative { tile.indicative() } else { tile }
            }
            None => ScoreTile::new(self.w, label, self.w.t("improving-too-few"))
                .sample(self.w.t("board-of").with("n", of)),
        };
        let mut tiles = vec![answered.side(Side::Employee)];
        if self.unit.is_some()
            && let Some(win) = self.wins.first()
        {
            let more = self.w.t("board-quick-is").with("n", self.thresholds.quick_days);
            tiles.push(
                ScoreTile::new(self.w, self.w.t("board-quick"), self.win(win))
                    .side(Side::Employee)
                    .sample(more),
            );
        }
        tiles
    }
}

fn percent_of(k: i64, n: i64) -> f64 {
    let as_f64 = |n: i64| f64::from(i32::try_from(n).unwrap_or(i32::MAX));
    if n == 0 { 0.0 } else { 100.0 * as_f64(k) / as_f64(n) }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let line = |kind, said, in_time: i64, of: i64| Line {
        kind,
        said,
        heard: in_time,
        heard_of: of,
        in_time,
        in_time_of: of,
        done: in_time / 2,
    };
    let win = |name: &str, few, last_at| QuickWin {
        unit_id: UnitId(uuid::Uuid::nil()),
        unit_name: name.into(),
        few,
        last_at,
    };
    let board = |unit: Option<&str>, few, n: i64| Board {
        w,
        zone: TimeZone::UTC,
        now: Instant(1_795_267_200_000_000),
        unit: unit.map(str::to_owned),
        has_unit: true,
        few,
        thresholds: Thresholds::usual(),
        lines: vec![
            line("improving.answer", n + 8, n - n / 5, n),
            line("improving.rule", 4, 2, 4),
            line("improving.incoherence", 0, 0, 0),
            line("improving.obstacle", n, n, n),
        ],
        wins: vec![
            win("Évry", false, Some(Instant(1_794_267_200_000_000))),
            win("Anticonstitutionnellement-lès-Châteauneuf", false, None),
            win("Massy", true, None),
        ],
        load: Some(Load { reading: 7 * n, told: n, duty: unit.map(|_| 35 * n) }),
    };
    vec![
        Sample::of("boards/show", &board(Some("Évry"), false, 20)),
        Sample::of("boards/show network", &board(None, false, 480)),
        Sample::of("boards/show few", &board(Some("Brunoy"), true, 20)),
        Sample::of("boards/show beginning", &board(Some("Évry"), false, 0)),
    ]
}
