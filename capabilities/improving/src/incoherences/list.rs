//! The register of incoherences: what awaits a decision and what was decided.

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
    checks::Verdict,
    store::{self, Incoherence},
};
use crate::{
    ChallengeRule, ReadRules, house_rules,
    tabs::{Face, faces},
};

const PAGE: usize = 30;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Wanted {
    after: String,
    before: String,
}

#[derive(Template)]
#[template(path = "incoherences/list.html")]
struct List<'a> {
    w: &'a Words,
    slice: Slice<Incoherence>,
    counts: house_rules::store::Counts,
    open: i64,
    may_say: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadRules>, Query(wanted): Query<Wanted>) -> Outcome {
    let db = cx.db();
    let list = List {
        w: &cx.w,
        slice: store::list(&db, Cut::from_query(&wanted.after, &wanted.before), PAGE).await?,
        counts: house_rules::store::counts(&db).await?,
        open: store::open(&db).await?,
        may_say: cx.viewer().may::<ChallengeRule>(),
    };
    cx.page(cx.shell(cx.w.t("incoherences-title")), &list)
}

impl List<'_> {
    fn faces(&self) -> Tabs {
        faces(self.w, Face::Rules)
    }

    fn tabs(&self) -> Tabs {
        house_rules::list::tabs(self.w, self.counts, self.open, None)
    }

    fn pager(&self) -> Pager {
        Pager::of(self.w, &Address::new("/incoherences", []), self.slice.ends(|one| one.id))
    }

    fn both(&self, one: &Incoherence) -> String {
        both(one)
    }

    fn chip(&self, one: &Incoherence) -> Chip {
        state_chip(self.w, one)
    }

    fn nothing(&self) -> EmptyState {
        let state = EmptyState::new(self.w.t("incoherences-none"))
            .icon("split")
            .more(self.w.t("incoherences-none-more"));
        if self.may_say {
            state.action(LinkButton::primary("/incoherences/new", self.w.t("incoherence-say")).icon("plus"))
        } else {
            state
        }
    }
}

/// The two, each by its rule's name where it has one.
pub(crate) fn both(one: &Incoherence) -> String {
    let first = one.first_title.as_ref().unwrap_or(&one.first_words);
    let second = one.second_title.as_ref().unwrap_or(&one.second_words);
    format!("{first} ↔ {second}")
}

/// Where it stands.
pub(crate) fn state_chip(w: &Words, one: &Incoherence) -> Chip {
    match (one.verdict, one.decided_day) {
        (Some(verdict), Some(day)) => {
            let done = w.t(&format!("incoherence-verdict-{verdict}-done")).to_string();
            let words =
                w.t("incoherence-decided-on").with("verdict", done).with("day", w.day(&day)).to_string();
            Chip::new(words).tone(Tone::Kept).icon("circle-check")
        }
        _ => Chip::new(w.t("incoherence-open")).tone(Tone::Soon).icon("circle-help"),
    }
}

pub(crate) fn an_incoherence(verdict: Option<Verdict>) -> Incoherence {
    let day = relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21));
    Incoherence {
        id: relais_kernel::Clock::system().id(),
        first_rule_id: Some(uuid::Uuid::nil()),
        first_title: Some("Geste commercial".into()),
        first_words: "Un geste jusqu’à 15 € se fait sans demander.".into(),
        second_rule_id: None,
        second_title: None,
        second_words: "L’écran de caisse exige un code de responsable dès le premier euro.".into(),
        stage: "Facture".into(),
        author: None,
        voices: 4,
        verdict,
        reason: verdict.map(|_| "L’écran date d’avant la règle.".to_owned()).unwrap_or_default(),
        now_words: verdict
            .map(|_| "Le code n’est demandé qu’au-delà de 15 €.".to_owned())
            .unwrap_or_default(),
        due_at: relais_kernel::Instant(1_795_267_200_000_000),
        said_day: day,
        decided_day: verdict.map(|_| day),
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let list = |rows: Vec<Incoherence>, may_say| List {
        w,
        open: i64::try_from(rows.len()).unwrap_or(0),
        counts: house_rules::store::Counts { in_force: 3, asked: 1, dropped: 0 },
        slice: Slice { rows, earlier: false, later: false },
        may_say,
    };
    let rows = vec![an_incoherence(None), an_incoherence(Some(Verdict::ChangeSecond))];
    vec![
        Sample::of("incoherences/list", &list(rows, true)),
        Sample::of("incoherences/list empty", &list(vec![], true)),
        Sample::of("incoherences/list empty for a reader", &list(vec![], false)),
    ]
}
