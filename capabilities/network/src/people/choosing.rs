//! Choosing a person or a unit by a part of its name: a step of its own, by GET, that works without scripts.

use askama::Template;
use relais_directory::{people, units};
use relais_kernel::{Reach, UnitId};
use relais_store::Cut;
use relais_web::{
    Cx, Outcome, Page, Sample,
    components::{EmptyState, Face, SearchBox},
};
use relais_words::Words;

use super::{function_name, list::name};

/// As many as can be looked over; typing narrows further.
const SHOWN: usize = 12;

/// Something to choose, and where choosing it leads.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    pub(crate) href: String,
    pub(crate) name: String,
    pub(crate) more: String,
    pub(crate) face: Face,
}

/// What the step says and where it is.
#[derive(Clone, Debug, Default)]
pub(crate) struct Step {
    /// Above the title: whom or what the choice is for.
    pub(crate) over: String,
    pub(crate) title: String,
    pub(crate) lead: String,
    /// The page itself.
    pub(crate) action: String,
    /// What the address holds besides the search.
    pub(crate) kept: Vec<(&'static str, String)>,
    /// What the search box asks for.
    pub(crate) label: String,
    pub(crate) q: String,
    /// What to do when what is sought is not there.
    pub(crate) missing: String,
    /// The key of what is said instead when there is nothing to choose from at all; `-more` is what to do then.
    pub(crate) nothing: &'static str,
}

#[derive(Template)]
#[template(path = "people/choosing.html")]
struct Choosing<'a> {
    w: &'a Words,
    step: &'a Step,
    found: Found<'a>,
}

/// The rows, which follow the typing.
#[derive(Template)]
#[template(path = "people/found.html")]
struct Found<'a> {
    w: &'a Words,
    step: &'a Step,
    choices: Vec<Choice>,
    more: bool,
}

/// What a search found, and whether there is more.
pub(crate) type Finding = (Vec<Choice>, bool);

/// The first people found within reach.
pub(crate) async fn people(
    cx: &Cx,
    reach: &Reach,
    q: &str,
    without: Option<UnitId>,
    href: impl Fn(&people::Line) -> String,
) -> relais_store::Result<Finding> {
    let filter = people::Filter { search: q.to_owned(), without, ..people::Filter::default() };
    let found = people::list(&cx.db(), reach, cx.today(), &filter, Cut::Start, SHOWN).await?;
    let choice = |line: &people::Line| {
        let function = line.function.map(|function| function_name(&cx.w, function));
        let place: Vec<String> = function.into_iter().chain(line.unit_name.clone()).collect();
        let more = if place.is_empty() { cx.w.t("person-no-unit").to_string() } else { place.join(" · ") };
        Choice { href: href(line), name: name(line), more, face: Face::of(&name(line)) }
    };
    Ok((found.rows.iter().map(choice).collect(), found.later))
}

/// Whether anybody within reach is not in a unit yet.
pub(crate) async fn anybody_outside(cx: &Cx, reach: &Reach, unit: UnitId) -> relais_store::Result<bool> {
    if reach.is_network() {
        return Ok(true);
    }
    let filter = people::Filter { without: Some(unit), ..people::Filter::default() };
    Ok(!people::list(&cx.db(), reach, cx.today(), &filter, Cut::Start, 1).await?.rows.is_empty())
}

/// Whether there is a unit within reach besides those given.
pub(crate) async fn any_unit_besides(
    cx: &Cx,
    reach: &Reach,
    without: Vec<UnitId>,
) -> relais_store::Result<bool> {
    let filter = units::Filter { without, ..units::Filter::default() };
    Ok(!units::list(&cx.db(), reach, cx.today(), &filter, Cut::Start, 1).await?.rows.is_empty())
}

/// The first units found within reach, besides those given.
pub(crate) async fn units(
    cx: &Cx,
    reach: &Reach,
    q: &str,
    without: Vec<UnitId>,
    href: impl Fn(&units::Line) -> String,
) -> relais_store::Result<Finding> {
    let filter = units::Filter { search: q.to_owned(), without, ..units::Filter::default() };
    let found = units::list(&cx.db(), reach, cx.today(), &filter, Cut::Start, SHOWN).await?;
    let choice = |line: &units::Line| {
        let place: Vec<String> = std::iter::once(line.code.clone()).chain(line.region_name.clone()).collect();
        Choice {
            href: href(line),
            name: line.name.clone(),
            more: place.join(" · "),
            face: Face::role("store"),
        }
    };
    Ok((found.rows.iter().map(choice).collect(), found.later))
}

/// The step's page, or its rows alone when they follow the typing.
pub(crate) fn shown(cx: &Cx, step: &Step, (choices, more): Finding, back: (String, String)) -> Outcome<Page> {
    let found = Found { w: &cx.w, step, choices, more };
    if cx.wants_fragment() {
        return cx.piece(&found);
    }
    let shell = cx.shell(&step.title).back(back.0, back.1);
    cx.page(shell, &Choosing { w: &cx.w, step, found })
}

impl Found<'_> {
    /// Nothing was sought and nothing is there: the step says why, and needs no search.
    fn nothing(&self) -> bool {
        self.choices.is_empty() && self.step.q.trim().is_empty() && !self.step.nothing.is_empty()
    }
}

impl Found<'_> {
    fn why_nothing(&self) -> EmptyState {
        let key = self.step.nothing;
        let more = format!("{key}-more");
        EmptyState::new(self.w.t(key)).icon("users-round").more(self.w.t(&more))
    }
}

impl Choosing<'_> {
    fn search(&self) -> SearchBox {
        SearchBox::new(self.w, &self.step.action, "q", &self.step.label)
            .value(&self.step.q)
            .live("#results")
            .keeping(self.step.kept.iter().map(|(name, value)| (*name, value.as_str())))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let step = Step {
        over: "Évry".into(),
        title: w.t("unit-assign").to_string(),
        lead: w.t("assign-choose-person-lead").to_string(),
        action: "/units/1/assign".into(),
        label: w.t("people-search").to_string(),
        missing: w.t("assign-person-missing").to_string(),
        ..Step::default()
    };
    let choice = |name: &str, more: &str| Choice {
        href: "#".into(),
        name: name.into(),
        more: more.into(),
        face: Face::of(name),
    };
    let several = vec![
        choice("Inès Marchal", "Conseil clients · Évry"),
        choice(
            "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency",
            "Équipe technique · Châteauneuf-du-Pape",
        ),
    ];
    let alone = Step { nothing: "assign-nobody-left", ..step.clone() };
    let choosing =
        |choices, more| Choosing { w, step: &step, found: Found { w, step: &step, choices, more } };
    let nobody_left =
        Choosing { w, step: &alone, found: Found { w, step: &alone, choices: vec![], more: false } };
    vec![
        Sample::of("people/choosing", &choosing(several, true)),
        Sample::of("people/choosing nobody", &choosing(vec![], false)),
        Sample::of("people/choosing nobody left", &nobody_left),
    ]
}
