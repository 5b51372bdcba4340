//! A rule: what it says, since when, who answers for it; what is asked about it; what was decided, and what it said before.

use askama::Template;
use axum::extract::Path;
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Choices, Face, Facts, Field, LinkButton, StoryEntry, StoryLine},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{DecisionInput, QuestionInput, RuleState, Verdict},
    list::{a_rule, over, state_chip},
    store::{self, Decision, Rule, Version},
};
use crate::{
    ChallengeRule, ReadRules,
    incoherences::{self, list::state_chip as incoherence_chip, store::Incoherence},
    promises::shown::{Kept, Voices},
    typed::LONGEST,
};

/// What was typed into the page's forms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) question: QuestionInput,
    pub(crate) decision: DecisionInput,
    pub(crate) faults: Faults,
}

#[derive(Template)]
#[template(path = "house_rules/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    rule: Rule,
    versions: Vec<Version>,
    decisions: Vec<Decision>,
    incoherences: Vec<Incoherence>,
    kept: Kept,
    may_ask: bool,
    decides: bool,
    typed: Typed,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadRules>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, Typed::default()).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Page> {
    let db = cx.db();
    let rule = store::by_id(&db, id).await?.ok_or(Failure::NotFound)?;
    let may_ask = cx.viewer().may::<ChallengeRule>();
    let voices = Voices { n: rule.voices.unwrap_or(0), author: rule.author.clone() };
    let kept = Kept::of(cx, id, voices, may_ask.then(|| format!("/rules/{id}/join"))).await?;
    let decides = match kept.is_open() {
        true => kept.is_mine(),
        false => rule.state == RuleState::InForce && store::answers_for(&db, &rule, kept.me()).await?,
    };
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        versions: store::versions(&db, id).await?,
        decisions: store::decisions(&db, id).await?,
        incoherences: incoherences::store::about(&db, id).await?,
        rule,
        kept,
        may_ask,
        decides,
        typed,
    };
    cx.page(cx.shell(cx.w.t("rule")).back("/rules", cx.w.t("rules-title")), &show)
}

impl Show<'_> {
    fn faults(&self) -> &Faults {
        &self.typed.faults
    }

    fn over(&self) -> String {
        over(self.w, &self.rule)
    }

    fn chips(&self) -> Vec<Chip> {
        state_chip(self.w, &self.rule).into_iter().chain(self.kept.late()).collect()
    }

    fn incoherence_chip(&self, one: &Incoherence) -> Chip {
        incoherence_chip(self.w, one)
    }

    fn against(&self) -> String {
        format!("/incoherences/new?rule={}", self.rule.id)
    }

    fn in_force(&self) -> bool {
        self.rule.state == RuleState::InForce
    }

    fn facts(&self) -> Facts {
        let w = self.w;
        let owner = match (&self.rule.owner_name, &self.rule.place_name) {
            (Some(name), _) => name.clone(),
            (None, Some(place)) => w.t("rule-owner-leads-of").with("place", place.as_str()).to_string(),
            (None, None) => w.t("rule-owner-network").to_string(),
        };
        let source = Some(&self.rule.source).filter(|source| !source.is_empty());
        let facts = Facts::new().fact(w.t("rule-owner"), owner).maybe(w.t("rule-source"), source);
        if self.in_force() { facts.fact(w.t("rule-since"), w.day(&self.rule.since_day)) } else { facts }
    }

    fn asks(&self) -> bool {
        self.may_ask && self.in_force() && !self.kept.is_open() && !self.decides
    }

    fn signing(&self) -> Choices {
        let choices = Choices::many(self.w, "signed", self.w.t("pebble-name")).untold().explained(
            "yes",
            self.w.t("pebble-signed"),
            self.w.t("pebble-signed-hint"),
        );
        if self.typed.question.signed == "yes" { choices.chosen("yes") } else { choices }
    }

    fn verdicts(&self) -> Choices {
        let typed = &self.typed.decision;
        let choices = Verdict::ALL.iter().fold(
            Choices::one(self.w, "verdict", self.w.t("rule-verdict"))
                .required()
                .error(self.faults().on("verdict", self.w)),
            |choices, verdict| {
                let words = self.w.t(&format!("rule-verdict-{verdict}")).to_string();
                let hint = self.w.t(&format!("rule-verdict-{verdict}-hint")).to_string();
                choices.explained(verdict.code(), words, hint)
            },
        );
        if typed.verdict.is_empty() { choices } else { choices.chosen(&typed.verdict) }
    }

    fn new_words(&self) -> &str {
        match self.typed.decision.new_words.as_str() {
            "" => &self.rule.words,
            typed => typed,
        }
    }

    /// What was decided, the newest first: no names, for a decision is its house's.
    fn history(&self) -> StoryLine {
        self.decisions.iter().map(|decision| self.entry(decision)).collect()
    }

    fn entry(&self, decision: &Decision) -> StoryEntry {
        let icon = match decision.verdict {
            Verdict::Keep => "check",
            Verdict::Change => "pencil",
            Verdict::Drop => "x",
        };
        let done = self.w.t(&format!("rule-verdict-{}-done", decision.verdict)).to_string();
        let what = match (&decision.question, decision.voices) {
            (Some(question), Some(n)) => {
                let asked = self.w.t("rule-after").with("question", question.as_str()).with("n", n);
                format!("{done} {asked}")
            }
            _ => done,
        };
        StoryEntry::new(Face::role(icon), self.w.day(&decision.day), what).told(&decision.reason)
    }

    /// What it said before, each with its days.
    fn before(&self) -> Vec<(String, &str)> {
        let until = self.versions.iter().map(|later| later.from_day);
        let earlier = self.versions.iter().skip(1);
        let mut before: Vec<_> = earlier
            .zip(until)
            .map(|(version, until)| {
                let (from, until) = (self.w.day(&version.from_day), self.w.day(&until));
                (
                    self.w.t("rule-said-until").with("from", from).with("until", until).to_string(),
                    version.words.as_str(),
                )
            })
            .collect();
        before.truncate(20);
        before
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let day = |d| relais_kernel::Day::from_date(jiff::civil::date(2026, 11, d));
    let show = |rule: Rule, kept: Kept, decides: bool, typed: Typed| Show {
        w,
        csrf: String::new(),
        versions: vec![
            Version { version: 2, words: rule.words.clone(), from_day: day(21) },
            Version { version: 1, words: "Tout geste se demande.".into(), from_day: day(2) },
        ],
        decisions: vec![
            Decision {
                verdict: Verdict::Change,
                reason: "Quinze euros suffisent presque toujours.".into(),
                day: day(21),
                question: Some("À quoi sert-elle ?".into()),
                voices: Some(4),
            },
            Decision {
                verdict: Verdict::Keep,
                reason: "Elle protège la caisse.".into(),
                day: day(12),
                question: None,
                voices: None,
            },
        ],
        incoherences: vec![incoherences::list::an_incoherence(None)],
        rule,
        kept,
        may_ask: true,
        decides,
        typed,
    };
    let wrong = DecisionInput { verdict: "drop".into(), ..DecisionInput::default() };
    let faults = wrong.check("Tout geste se demande.").err().unwrap_or_default();
    let typed = Typed { decision: wrong, faults, ..Typed::default() };
    let empty = QuestionInput::default();
    let faults = empty.check().err().unwrap_or_default();
    let asked = Typed { question: empty, faults, ..Typed::default() };
    let title = "Geste commercial";
    let long = "Anticonstitutionnellement-long".repeat(4);
    let none = || Kept::sample(w, false, false);
    vec![
        Sample::of(
            "house_rules/show",
            &show(a_rule(title, RuleState::InForce, false), none(), false, Typed::default()),
        ),
        Sample::of(
            "house_rules/show question refused",
            &show(a_rule(&long, RuleState::InForce, false), none(), false, asked),
        ),
        Sample::of(
            "house_rules/show waits",
            &show(
                a_rule(title, RuleState::InForce, true),
                Kept::sample(w, true, false),
                false,
                Typed::default(),
            ),
        ),
        Sample::of(
            "house_rules/show decision refused",
            &show(a_rule(title, RuleState::InForce, true), Kept::sample(w, true, true), true, typed),
        ),
        Sample::of(
            "house_rules/show dropped",
            &show(a_rule(title, RuleState::Dropped, false), none(), false, Typed::default()),
        ),
    ]
}
