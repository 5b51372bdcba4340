//! Where customers pass from hand to hand, and where they fall: between trades, and between teams.

use askama::Template;
use axum::extract::Query;
use relais_directory::settings;
use relais_kernel::Day;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{EmptyState, HandoffArrow, Tabs},
};
use relais_words::Words;

use super::{
    gather::TEAMS,
    store::{Way, ways},
};
use crate::{
    ReadBoards,
    boards::{
        counting::TRADES,
        period::{Period, Wanted},
        show::some_figures,
        spelling::{middle, share},
    },
    settings::FEWEST_PEOPLE,
};

/// Arrows that one still reads.
const DRAWN: usize = 6;

#[derive(Template)]
#[template(path = "handoffs/show.html")]
struct Show<'a> {
    w: &'a Words,
    period: Period,
    today: Day,
    trades: Vec<Way>,
    teams: Vec<Way>,
    fewest: i64,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadBoards>, Query(wanted): Query<Wanted>) -> Outcome {
    let (db, today, period) = (cx.db(), cx.today(), wanted.period());
    let months = period.months(today);
    let show = Show {
        w: &cx.w,
        period,
        today,
        trades: ways(&db, TRADES, months).await?,
        teams: ways(&db, TEAMS, months).await?,
        fewest: settings::value(&db, &FEWEST_PEOPLE).await?,
    };
    cx.page(cx.shell(cx.w.t("handoffs-title")).back("/cases", cx.w.t("cases-title")), &show)
}

impl Show<'_> {
    fn periods(&self) -> Tabs {
        self.period.tabs(self.w, "/cases/handoffs")
    }

    fn span(&self) -> String {
        self.period.words(self.w, self.today)
    }

    /// The ways of one kind, under their heading.
    fn parts(&self) -> [(&'static str, &'static str, &[Way]); 2] {
        [("trades", "handoffs-trades", &self.trades), ("teams", "handoffs-teams", &self.teams)]
    }

    fn arrows(&self, ways: &[Way]) -> Vec<HandoffArrow> {
        let most = ways.iter().map(|way| way.figures.facts).max().unwrap_or(1).max(1);
        let arrow = |way: &Way| {
            let taken = self.w.t("handoffs-taken-share").with("share", self.taken(way)).to_string();
            let parts = [self.number(&way.figures.facts), self.waited(way), taken];
            let as_f64 = |n: i64| f64::from(i32::try_from(n).unwrap_or(i32::MAX));
            let drawn = HandoffArrow::new(&way.from, &way.to, parts.join(" · "));
            drawn.share(as_f64(way.figures.facts) / as_f64(most)).fails(fails(way))
        };
        ways.iter().take(DRAWN).map(arrow).collect()
    }

    fn number(&self, n: &i64) -> String {
        self.w.number(*n)
    }

    fn taken(&self, way: &Way) -> String {
        share(self.w, (way.figures.n("good", 1), way.figures.facts))
    }

    fn refused(&self, way: &Way) -> String {
        self.w.number(way.figures.n("refused", 0))
    }

    fn late(&self, way: &Way) -> String {
        self.w.number(way.figures.n("late", 0))
    }

    fn waited(&self, way: &Way) -> String {
        self.time(way, "waited")
    }

    fn acted(&self, way: &Way) -> String {
        self.time(way, "acted")
    }

    fn time(&self, way: &Way, what: &str) -> String {
        middle(self.w, &way.figures.seconds(what)).map_or_else(|| "–".to_owned(), |(time, _)| time)
    }

    fn how(&self) -> String {
        self.w.t("handoffs-how").with("people", self.fewest).to_string()
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("figures-too-few")).icon("route").more(self.w.t("handoffs-none"))
    }
}

/// Where the baton falls: one in three is not taken, or late.
fn fails(way: &Way) -> bool {
    let lost = way.figures.facts - way.figures.n("good", 1);
    lost * 3 > way.figures.facts || way.figures.n("late", 0) * 3 > way.figures.facts
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let way = |from: &str, to: &str, n, good| Way {
        from: from.into(),
        to: to.into(),
        figures: some_figures(n, good),
    };
    let show = |trades, teams| Show {
        w,
        period: Period::This,
        today: Day::from_date(jiff::civil::date(2026, 11, 22)),
        trades,
        teams,
        fewest: 3,
    };
    let long = "Anticonstitutionnellement-lès-Châteauneuf";
    vec![
        Sample::of(
            "handoffs/show",
            &show(
                vec![way("Vente", "Technique", 388, 380)],
                vec![way("Experts 91-94", "Facture", 41, 22), way(long, long, 6, 6)],
            ),
        ),
        Sample::of("handoffs/show empty", &show(vec![], vec![])),
    ]
}
