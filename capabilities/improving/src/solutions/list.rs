//! What worked somewhere, for all to take up: in no order but that of time.

use askama::Template;
use axum::extract::Query;
use relais_kernel::UnitId;
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Pager, Tabs, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use super::{
    checks::AdoptionState,
    store::{self, Solution, Which},
};
use crate::{
    ReadSolutions, ShareSolution,
    pebbles::store::unit_of,
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

#[derive(Template)]
#[template(path = "solutions/list.html")]
struct List<'a> {
    w: &'a Words,
    which: Which,
    own: Option<UnitId>,
    slice: Slice<Solution>,
    may_share: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadSolutions>, Query(wanted): Query<Wanted>) -> Outcome {
    let db = cx.db();
    let own = unit_of(&db, cx.viewer().person, cx.today()).await?;
    let which = if wanted.show == "ours" && own.is_some() { Which::Ours } else { Which::All };
    let slice = store::list(&db, which, own, Cut::from_query(&wanted.after, &wanted.before), PAGE).await?;
    let may_share = own.is_some() && cx.viewer().may::<ShareSolution>();
    cx.page(cx.shell(cx.w.t("solutions-title")), &List { w: &cx.w, which, own, slice, may_share })
}

impl List<'_> {
    fn faces(&self) -> Tabs {
        faces(self.w, Face::Solutions)
    }

    fn tabs(&self) -> Option<Tabs> {
        self.own?;
        let here = Address::new("/solutions", []);
        let tabs = Tabs::new(self.w, self.w.t("pebbles-which"))
            .tab(here.with("show", ""), self.w.t("solutions-all"), self.which == Which::All)
            .tab(here.with("show", "ours"), self.w.t("solutions-ours"), self.which == Which::Ours);
        Some(tabs)
    }

    fn pager(&self) -> Pager {
        let here =
            Address::new("/solutions", [("show", if self.which == Which::Ours { "ours" } else { "" })]);
        Pager::of(self.w, &here, self.slice.ends(|solution| solution.id))
    }

    fn chip(&self, solution: &Solution) -> Option<Chip> {
        own_chip(self.w, solution.own)
    }

    fn nothing(&self) -> EmptyState {
        let key = if self.which == Which::Ours { "solutions-none-ours" } else { "solutions-none" };
        let state = EmptyState::new(self.w.t(key)).icon("lightbulb").more(self.w.t("solutions-none-more"));
        if self.may_share {
            state.action(LinkButton::primary("/solutions/new", self.w.t("solution-share")).icon("plus"))
        } else {
            state
        }
    }
}

/// How one's own unit lives with it.
pub(super) fn own_chip(w: &Words, own: Option<AdoptionState>) -> Option<Chip> {
    let state = own?;
    let words = w.t(&format!("solution-ours-{state}")).to_string();
    let chip = Chip::new(words);
    Some(if state.lives() { chip.tone(Tone::Kept).icon("circle-check") } else { chip })
}

pub(super) fn a_solution(was: &str, own: Option<AdoptionState>) -> Solution {
    Solution {
        id: relais_kernel::Clock::system().id(),
        unit_id: UnitId(uuid::Uuid::nil()),
        unit_name: "Évry".into(),
        pebble_id: None,
        was: was.into(),
        now_words: "Un galet posé sur le comptoir : qui le prend devient « premier sourire » de l’heure."
            .into(),
        needs: "Un galet, et personne qui compte.".into(),
        shared_day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 12)),
        living: 4,
        own,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let own = Some(UnitId(uuid::Uuid::nil()));
    let list = |rows: Vec<Solution>, own: Option<UnitId>, which| List {
        w,
        which,
        own,
        slice: Slice { rows, earlier: false, later: false },
        may_share: own.is_some(),
    };
    let rows = vec![
        a_solution("Personne ne savait qui accueille.", Some(AdoptionState::Adapted)),
        a_solution(&"Anticonstitutionnellement-long".repeat(6), None),
        a_solution("Le planning sur papier.", Some(AdoptionState::Dropped)),
    ];
    vec![
        Sample::of("solutions/list", &list(rows, own, Which::All)),
        Sample::of("solutions/list empty", &list(vec![], own, Which::Ours)),
        Sample::of("solutions/list without a unit", &list(vec![], None, Which::All)),
    ]
}
