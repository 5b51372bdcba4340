//! The groups: what each knows, who hosts it, and whether somebody is there today.

use askama::Template;
use jiff::tz::TimeZone;
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{EmptyState, LinkButton},
};
use relais_words::Words;

use super::{
    scope,
    store::{self, Known},
    there::{self, There},
};
use crate::{EditGroups, ReadBoards, ReadGroups};

/// A group with its themes and how many are there.
struct Line {
    group: Known,
    themes: Vec<String>,
    departments: Vec<String>,
    there: There,
}

#[derive(Template)]
#[template(path = "groups/list.html")]
struct List<'a> {
    w: &'a Words,
    lines: Vec<Line>,
    may_make: bool,
    may_compare: bool,
    now: Instant,
    zone: TimeZone,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadGroups>) -> Outcome {
    let db = cx.db();
    let themes = store::themes(&db).await?;
    let mut scopes = scope::all(&db).await?;
    let mut lines = Vec::new();
    for group in store::groups(&db).await? {
        let there = there::of(&db, group.team_id, cx.now(), cx.today()).await?;
        let of_group = themes.iter().filter(|theme| theme.group_id == group.id);
        let themes = of_group.map(|theme| theme.name.clone()).collect();
        let departments = scopes.remove(&group.id).unwrap_or_default();
        lines.push(Line { group, themes, departments, there });
    }
    let (may_make, may_compare) = (cx.viewer().may::<EditGroups>(), cx.viewer().may::<ReadBoards>());
    let shell = cx.shell(cx.w.t("groups-title")).back("/questions", cx.w.t("questions-title"));
    cx.page(
        shell,
        &List { w: &cx.w, lines, may_make, may_compare, now: cx.now(), zone: cx.organisation().zone.clone() },
    )
}

impl List<'_> {
    fn there(&self, line: &Line) -> String {
        line.there.words(self.w, &self.now, &self.zone).to_string()
    }

    /// For which departments a group answers.
    fn answers_for(&self, departments: &[String]) -> String {
        let said = self.w.t("group-answers-for").with("n", departments.len());
        said.with("which", departments.join(", ")).to_string()
    }

    fn nothing(&self) -> EmptyState {
        let state = EmptyState::new(self.w.t("groups-none")).icon("users-round");
        if self.may_make {
            state.action(LinkButton::primary("/groups/new", self.w.t("group-make")).icon("plus"))
        } else {
            state.more(self.w.t("groups-none-more"))
        }
    }
}

pub(crate) fn a_group(name: &str) -> Known {
    Known {
        id: uuid::Uuid::nil(),
        name: name.into(),
        about: "Box, ligne, mobile : du magasin au réseau.".into(),
        team_id: relais_kernel::TeamId(uuid::Uuid::nil()),
        version: 1,
        first_host: "Karim Benseddik".into(),
        first_trade: "Technique".into(),
        second_host: "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency".into(),
        second_trade: "Vente".into(),
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let long = "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency";
    let line = |name: &str, there| Line {
        group: a_group(name),
        themes: vec!["Internet".into(), "Mobile".into(), "Facture".into()],
        departments: vec!["91".into(), "94".into()],
        there,
    };
    let list = |lines, may_make| List {
        w,
        lines,
        may_make,
        may_compare: may_make,
        now: Instant(1_795_260_000_000_000),
        zone: TimeZone::UTC,
    };
    vec![
        Sample::of(
            "groups/list",
            &list(
                vec![
                    line("Experts 91-94", There::Now(2)),
                    line(long, There::From(Instant(1_795_267_200_000_000))),
                    line("Facture", There::Nobody),
                ],
                true,
            ),
        ),
        Sample::of("groups/list empty", &list(vec![], true)),
        Sample::of("groups/list empty for an adviser", &list(vec![], false)),
    ]
}
