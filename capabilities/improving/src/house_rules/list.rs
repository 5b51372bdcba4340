//! The register of rules: what holds, what somebody asks about, what was dropped.

use askama::Template;
use axum::extract::Query;
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Pager, Tabs, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use super::{
    checks::RuleState,
    store::{self, Counts, Rule, Which},
};
use crate::{
    ReadRules, WriteRules, incoherences,
    pebbles::rules::Theme,
    places::Width,
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

impl Wanted {
    fn which(&self) -> Which {
        match self.show.as_str() {
            "asked" => Which::Asked,
            "dropped" => Which::Dropped,
            _ => Which::InForce,
        }
    }
}

#[derive(Template)]
#[template(path = "house_rules/list.html")]
struct List<'a> {
    w: &'a Words,
    wanted: &'a Wanted,
    slice: Slice<Rule>,
    counts: Counts,
    incoherences: i64,
    may_write: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadRules>, Query(wanted): Query<Wanted>) -> Outcome {
    let db = cx.db();
    let cut = Cut::from_query(&wanted.after, &wanted.before);
    let slice = store::list(&db, wanted.which(), cut, PAGE).await?;
    let counts = store::counts(&db).await?;
    let may_write = cx.viewer().may::<WriteRules>();
    let incoherences = incoherences::store::open(&db).await?;
    let list = List { w: &cx.w, wanted: &wanted, slice, counts, incoherences, may_write };
    cx.page(cx.shell(cx.w.t("rules-title")), &list)
}

impl List<'_> {
    fn faces(&self) -> Tabs {
        faces(self.w, Face::Rules)
    }

    fn tabs(&self) -> Tabs {
        tabs(self.w, self.counts, self.incoherences, Some(self.wanted.which()))
    }

    fn pager(&self) -> Pager {
        let here = Address::new("/rules", [("show", self.wanted.show.as_str())]);
        Pager::of(self.w, &here, self.slice.ends(|rule| rule.id))
    }

    fn over(&self, rule: &Rule) -> String {
        over(self.w, rule)
    }

    fn chip(&self, rule: &Rule) -> Option<Chip> {
        state_chip(self.w, rule)
    }

    fn nothing(&self) -> EmptyState {
        let key = match self.wanted.which() {
            Which::InForce => "rules-none",
            Which::Asked => "rules-none-asked",
            Which::Dropped => "rules-none-dropped",
        };
        let state = EmptyState::new(self.w.t(key)).icon("scale").more(self.w.t("rules-none-more"));
        if self.may_write {
            state.action(LinkButton::primary("/rules/new", self.w.t("rule-write")).icon("plus"))
        } else {
            state.action(LinkButton::plain("/pebbles/new", self.w.t("pebble-say")))
        }
    }
}

/// What the register shows, with the incoherences beside it: nothing of it when those are what is shown.
pub(crate) fn tabs(w: &Words, counts: Counts, incoherences: i64, here: Option<Which>) -> Tabs {
    let list = Address::new("/rules", []);
    [
        ("", Which::InForce, "rules-in-force", counts.in_force),
        ("asked", Which::Asked, "rules-asked", counts.asked),
        ("dropped", Which::Dropped, "rules-dropped", counts.dropped),
    ]
    .into_iter()
    .fold(Tabs::new(w, w.t("pebbles-which")), |tabs, (show, which, key, n)| {
        tabs.counted(list.with("show", show), w.t(key), n, here == Some(which))
    })
    .counted("/incoherences", w.t("incoherences-tab"), incoherences, here.is_none())
}

/// Where a rule holds and what it is about.
pub(super) fn over(w: &Words, rule: &Rule) -> String {
    let theme = w.t(&format!("pebble-theme-{}", rule.theme)).to_string();
    let place = match &rule.place_name {
        Some(name) => name.clone(),
        None => w.t("pebbles-network").to_string(),
    };
    format!("{place} · {theme}")
}

/// What there is to know of it at first sight: that somebody asks, that it changed, that it holds no more.
pub(super) fn state_chip(w: &Words, rule: &Rule) -> Option<Chip> {
    let day = w.day(&rule.since_day);
    if rule.state == RuleState::Dropped {
        return Some(Chip::new(w.t("rule-dropped-on").with("day", day)).icon("circle-x"));
    }
    if rule.challenge_id.is_some() {
        return Some(Chip::new(w.t("rule-is-asked")).tone(Tone::Soon).icon("circle-help"));
    }
    let changed = rule.version > 1;
    changed.then(|| Chip::new(w.t("rule-changed-on").with("day", day)).tone(Tone::Kept).icon("pencil"))
}

pub(super) fn a_rule(title: &str, state: RuleState, asked: bool) -> Rule {
    let id = relais_kernel::Clock::system().id();
    Rule {
        id,
        title: title.into(),
        words: "Au-delà de 15 €, un geste commercial se demande au responsable.".into(),
        theme: Theme::Rules,
        source: "Note du 3 mars".into(),
        width: Width::Network,
        region_id: None,
        unit_id: None,
        place_name: None,
        owner_id: None,
        owner_name: (!asked).then(|| "Hélène Kowalski".to_owned()),
        state,
        version: 2,
        since_day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
        challenge_id: asked.then_some(id),
        question: asked.then(|| "À quoi sert-elle, quand le client attend ?".to_owned()),
        author: None,
        voices: asked.then_some(3),
        due_at: None,
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let wanted = Wanted::default();
    let list = |rows: Vec<Rule>, may_write| {
        let n = i64::try_from(rows.len()).unwrap_or(0);
        let counts = Counts { in_force: n, asked: n.min(1), dropped: 0 };
        let slice = Slice { rows, earlier: false, later: n > 2 };
        List { w, wanted: &wanted, slice, counts, incoherences: 1, may_write }
    };
    let long = "Anticonstitutionnellement-long".repeat(4);
    let several = vec![
        a_rule("Geste commercial", RuleState::InForce, true),
        a_rule(&long, RuleState::InForce, false),
        a_rule("Double saisie du motif", RuleState::Dropped, false),
    ];
    vec![
        Sample::of("house_rules/list", &list(several, true)),
        Sample::of("house_rules/list empty", &list(vec![], true)),
        Sample::of("house_rules/list empty for a reader", &list(vec![], false)),
    ]
}
