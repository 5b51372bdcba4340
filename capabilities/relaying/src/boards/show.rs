//! A group's board: delay and quality together, what was kept, customers who heard in time, and which units it joined. Whoever
//! reads it reads the same: those of the group, managers of units and head office.

use askama::Template;
use axum::extract::{Path, Query};
use relais_baton::teams_of;
use relais_directory::settings;
use relais_kernel::Day;
use relais_store::Result;
use relais_web::{
    Can, Cx, Failure, Outcome, Sample,
    components::{ScoreTile, Side, Tabs},
};
use relais_words::Words;
use uuid::Uuid;

use super::{
    counting::group_cell,
    figures::{Figures, figures},
    ledger::Kind,
    period::{Period, Wanted},
    spelling::{FIRM_FROM, middle, share, share_tile},
};
use crate::{
    ReadBoards, ReadGroups, cooperation,
    groups::store::{self as groups, Known},
    knowledge::store as knowledge,
    settings::{FEWEST_PEOPLE, SHOWN_FROM},
};

#[derive(Template)]
#[template(path = "boards/show.html")]
struct Board<'a> {
    w: &'a Words,
    group: Known,
    period: Period,
    today: Day,
    answered: Figures,
    told: Figures,
    helped: Figures,
    ties: i64,
    /// How often what the group knows was enough, and nothing was asked.
    reused: i64,
    fewest: i64,
    least: i64,
    /// Whether whoever reads may look at what passes between units too.
    wide: bool,
}

/// The group, for those who may read its board: to all others it has none.
pub(crate) async fn readable(cx: &Cx, id: Uuid) -> Outcome<Known> {
    let db = cx.db();
    let group = groups::group(&db, id).await?.ok_or(Failure::NotFound)?;
    let theirs = teams_of(&db, cx.viewer().person, cx.today()).await?.contains(&group.team_id);
    if theirs || cx.viewer().may::<ReadBoards>() { Ok(group) } else { Err(Failure::NotFound) }
}

pub(crate) async fn page(
    cx: Cx,
    _: Can<ReadGroups>,
    Path(id): Path<Uuid>,
    Query(wanted): Query<Wanted>,
) -> Outcome {
    let group = readable(&cx, id).await?;
    let (db, today, period) = (cx.db(), cx.today(), wanted.period());
    let (months, cell) = (period.months(today), group_cell(id));
    let of = async |kind| -> Result<Figures> {
        Ok(figures(&db, (kind, &cell), months).await?.remove(&cell).unwrap_or_default())
    };
    let board = Board {
        w: &cx.w,
        period,
        today,
        answered: of(Kind::Answered).await?,
        told: of(Kind::Told).await?,
        helped: of(Kind::Helped).await?,
        ties: cooperation::store::new_ties(&db, id, months).await?,
        reused: knowledge::reuses_of_group(&db, id, period.days(today)).await?,
        fewest: settings::value(&db, &FEWEST_PEOPLE).await?,
        least: settings::value(&db, &SHOWN_FROM).await?,
        wide: cx.viewer().may::<ReadBoards>(),
        group,
    };
    let shell = cx.shell(cx.w.t("figures-title")).back(format!("/groups/{id}"), &board.group.name);
    cx.page(shell, &board)
}

impl Board<'_> {
    fn periods(&self) -> Tabs {
        self.period.tabs(self.w, &format!("/groups/{}/board", self.group.id))
    }

    fn span(&self) -> String {
        self.period.words(self.w, self.today)
    }

    fn is_empty(&self) -> bool {
        self.answered.facts == 0
    }

    fn how(&self) -> String {
        self.w.t("figures-how").with("people", self.fewest).with("least", self.least).to_string()
    }

    fn n(&self, key: &str, n: i64) -> String {
        self.w.t(key).with("n", n).to_string()
    }

    /// The delay never stands without the quality (VOC-07, KPI-05): where one of them is of too few, it says so beside the other.
    fn pair(&self) -> ScoreTile {
        let label = self.w.t("figures-pair").to_string();
        let few = self.w.t("figures-too-few").to_string();
        let Some((delay, within)) = middle(self.w, &self.answered.seconds("waited")) else {
            return ScoreTile::too_few(self.w, label).side(Side::Employee);
        };
        let (helped, partly) = (self.helped.n("good", 2), self.helped.n("good", 1));
        let quality = if self.helped.facts == 0 {
            self.w.t("figures-quality-few").with("few", few).to_string()
        } else {
            self.w.t("figures-quality").with("share", share(self.w, (helped, self.helped.facts))).to_string()
        };
        let mut sample = vec![self.n("figures-answers", self.answered.facts)];
        sample.extend(within);
        if self.helped.facts > 0 {
            sample.push(self.n("figures-judged", self.helped.facts));
            sample.push(self.n("figures-partly", partly));
        }
        let tile = ScoreTile::new(self.w, label, format!("{delay} · {quality}"));
        let tile = tile.side(Side::Employee).sample(sample.join(" · "));
        if self.answered.facts < FIRM_FROM { tile.indicative() } else { tile }
    }

    fn tiles(&self) -> Vec<ScoreTile> {
        let kept = (self.answered.n("good", 1), self.answered.facts);
        let told = (self.told.n("good", 1), self.told.facts);
        let ties = ScoreTile::new(self.w, self.w.t("figures-ties"), self.w.number(self.ties));
        vec![
            self.pair(),
            share_tile(
                self.w,
                &self.w.t("figures-in-target").to_string(),
                kept,
                &self.n("figures-answers", kept.1),
            ),
            share_tile(
                self.w,
                &self.w.t("figures-told").to_string(),
                told,
                &self.n("figures-customers", told.1),
            )
            .side(Side::Customer),
            ties.sample(self.w.t("figures-ties-more")),
            ScoreTile::new(self.w, self.w.t("figures-reused"), self.w.number(self.reused))
                .side(Side::Employee)
                .sample(self.w.t("figures-reused-more")),
        ]
    }
}

/// Figures for examples of pages.
pub(crate) fn some_figures(n: i64, good: i64) -> Figures {
    let counts = [
        (("good".to_owned(), 1), good),
        (("good".to_owned(), 2), good),
        (("good".to_owned(), 0), n - good),
        (("late".to_owned(), 0), n - good),
        (("refused".to_owned(), 0), 2),
        (("waited".to_owned(), 33), n),
        (("acted".to_owned(), 20), n),
    ];
    Figures { facts: n, counts: counts.into_iter().filter(|(_, n)| *n > 0).collect() }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let board = |n: i64, judged: i64, told: i64| Board {
        w,
        group: crate::groups::list::a_group("Experts 91-94"),
        period: Period::Three,
        today: Day::from_date(jiff::civil::date(2026, 11, 22)),
        answered: if n > 0 { some_figures(n, n - n / 10) } else { Figures::default() },
        told: if told > 0 { some_figures(told, told - 1) } else { Figures::default() },
        helped: if judged > 0 { some_figures(judged, judged - 2) } else { Figures::default() },
        ties: n / 10,
        reused: n / 3,
        fewest: 3,
        least: 10,
        wide: true,
    };
    vec![
        Sample::of("boards/show", &board(184, 61, 44)),
        Sample::of("boards/show indicative", &board(12, 0, 0)),
        Sample::of("boards/show too few", &board(0, 0, 0)),
    ]
}
