//! Which units helped which, over some months: a drawing, and the table that is the truth.

use askama::Template;
use axum::extract::Query;
use relais_directory::settings;
use relais_kernel::Day;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, Tabs, Tone},
};
use relais_words::Words;

use super::{
    drawing::Drawing,
    store::{self, Pair},
};
use crate::{
    ReadBoards,
    boards::period::{Period, Wanted},
    settings::FEWEST_PEOPLE,
};

/// Lines of the table.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "cooperation/show.html")]
struct Show<'a> {
    w: &'a Words,
    period: Period,
    today: Day,
    pairs: Vec<Pair>,
    fewest: i64,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadBoards>, Query(wanted): Query<Wanted>) -> Outcome {
    let (db, today, period) = (cx.db(), cx.today(), wanted.period());
    let mut pairs = store::pairs(&db, period.months(today)).await?;
    pairs.truncate(SHOWN);
    let fewest = settings::value(&db, &FEWEST_PEOPLE).await?;
    let shell = cx.shell(cx.w.t("cooperation-title")).back("/groups", cx.w.t("groups-title"));
    cx.page(shell, &Show { w: &cx.w, period, today, pairs, fewest })
}

impl Show<'_> {
    fn periods(&self) -> Tabs {
        self.period.tabs(self.w, "/groups/cooperation")
    }

    fn span(&self) -> String {
        self.period.words(self.w, self.today)
    }

    fn drawing(&self) -> Option<Drawing> {
        Drawing::of(self.w, &self.pairs)
    }

    fn new_ties(&self) -> String {
        let n = self.pairs.iter().filter(|pair| pair.is_new).count();
        self.w.t("cooperation-new-n").with("n", n).to_string()
    }

    fn name(&self, name: &Option<String>) -> String {
        name.clone().unwrap_or_else(|| self.w.t("cooperation-others").to_string())
    }

    fn number(&self, n: &i64) -> String {
        self.w.number(*n)
    }

    fn is_new(&self) -> Chip {
        Chip::new(self.w.t("cooperation-new")).tone(Tone::Kept).icon("plus")
    }

    fn how(&self) -> String {
        self.w.t("cooperation-how").with("people", self.fewest).to_string()
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("figures-too-few")).icon("handshake").more(self.w.t("cooperation-none"))
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let pair = |asking: Option<&str>, helping: Option<&str>, n, is_new| Pair {
        asking: asking.map(str::to_owned),
        helping: helping.map(str::to_owned),
        n,
        is_new,
    };
    let show = |pairs| Show {
        w,
        period: Period::Last,
        today: Day::from_date(jiff::civil::date(2026, 11, 22)),
        pairs,
        fewest: 3,
    };
    let long = "Anticonstitutionnellement-lès-Châteauneuf";
    vec![
        Sample::of(
            "cooperation/show",
            &show(vec![
                pair(Some("Évry"), Some("Créteil"), 41, true),
                pair(Some(long), Some("Créteil"), 12, false),
                pair(Some("Évry"), Some(long), 3, true),
                pair(None, None, 9, false),
            ]),
        ),
        Sample::of("cooperation/show one pair", &show(vec![pair(Some("Évry"), Some("Créteil"), 4, false)])),
        Sample::of("cooperation/show empty", &show(vec![])),
    ]
}
