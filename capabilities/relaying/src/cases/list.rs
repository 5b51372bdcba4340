//! Customers of one's unit who wait: who hears next comes first.

use askama::Template;
use jiff::tz::TimeZone;
use relais_baton::actor;
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Live, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton},
};
use relais_words::Words;

use super::{
    reading::{self, Case},
    show::{a_case, chip},
};
use crate::{EditReferences, ReadBoards, ReadCases};

const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "cases/list.html")]
struct List<'a> {
    may_edit_references: bool,
    w: &'a Words,
    now: Instant,
    zone: TimeZone,
    cases: Vec<Case>,
    may_compare: bool,
    live: Live,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadCases>) -> Outcome {
    let (db, today) = (cx.db(), cx.today());
    let me = actor(&db, cx.viewer().person, today).await?;
    let live = cx.live(relais_baton::topics(&me)).await?;
    let list = List {
        may_edit_references: cx.viewer().may::<EditReferences>(),
        w: &cx.w,
        now: cx.now(),
        zone: cx.organisation().zone.clone(),
        cases: reading::waiting(&db, &me, today, SHOWN).await?,
        may_compare: cx.viewer().may::<ReadBoards>(),
        live: live.at("/cases").saying(cx.w.t("case-changed")),
    };
    cx.page(cx.shell(cx.w.t("cases-title")).back("/questions", cx.w.t("questions-title")), &list)
}

impl List<'_> {
    fn chip(&self, case: &Case) -> Chip {
        chip(self.w, case, self.now)
    }

    fn more(&self, case: &Case) -> String {
        let next = case.next_contact_at.map(|at| self.w.when(&at, &self.now, &self.zone));
        let next = next.map(|at| self.w.t("case-hears-before").with("at", at).to_string());
        let reference = Some(case.reference.clone()).filter(|text| !text.is_empty());
        let parts: Vec<String> = next.into_iter().chain(case.unit_name.clone()).chain(reference).collect();
        parts.join(" · ")
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("cases-none"))
            .icon("circle-check")
            .more(self.w.t("cases-none-more"))
            .action(LinkButton::primary("/questions/new", self.w.t("question-ask")).icon("send"))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let list = |cases| List {
        may_edit_references: true,
        w,
        now: Instant(1_795_267_200_000_000),
        zone: TimeZone::UTC,
        cases,
        may_compare: true,
        live: Live::still(),
    };
    let long = "Anticonstitutionnellement-long".repeat(8);
    let at = |minutes: i64| Some(Instant(1_795_267_200_000_000 + minutes * 60_000_000));
    vec![
        Sample::of(
            "cases/list",
            &list(vec![a_case("La box ne démarre pas.", None, at(-5)), a_case(&long, None, at(3000))]),
        ),
        Sample::of("cases/list empty", &list(vec![])),
    ]
}
