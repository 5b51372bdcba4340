//! An incoherence: the two side by side, where one meets them, who decides until when, and what was decided.

use askama::Template;
use axum::extract::Path;
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Choices, Field},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{DecisionInput, Verdict},
    list::{an_incoherence, state_chip},
    store::{self, Incoherence},
};
use crate::{
    ChallengeRule, ReadRules,
    promises::shown::{Kept, Voices},
    typed::LONGEST,
};

#[derive(Template)]
#[template(path = "incoherences/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    one: Incoherence,
    kept: Kept,
    form: DecisionInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadRules>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, DecisionInput::default(), Faults::none()).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, form: DecisionInput, faults: Faults) -> Outcome<Page> {
    let one = store::by_id(&cx.db(), id).await?.ok_or(Failure::NotFound)?;
    let voices = Voices { n: one.voices, author: one.author.clone() };
    let join = cx.viewer().may::<ChallengeRule>().then(|| format!("/incoherences/{id}/join"));
    let kept = Kept::of(cx, id, voices, join).await?;
    let shell = cx.shell(cx.w.t("incoherence")).back("/incoherences", cx.w.t("incoherences-title"));
    cx.page(shell, &Show { w: &cx.w, csrf: cx.csrf(), one, kept, form, faults })
}

impl Show<'_> {
    fn chips(&self) -> Vec<Chip> {
        [Some(state_chip(self.w, &self.one)), self.kept.late()].into_iter().flatten().collect()
    }

    fn verdicts(&self) -> Choices {
        let choices = Verdict::ALL.iter().fold(
            Choices::one(self.w, "verdict", self.w.t("rule-verdict"))
                .required()
                .error(self.faults.on("verdict", self.w)),
            |choices, verdict| {
                choices.choice(verdict.code(), self.w.t(&format!("incoherence-verdict-{verdict}")))
            },
        );
        if self.form.verdict.is_empty() { choices } else { choices.chosen(&self.form.verdict) }
    }

    fn decided(&self) -> Option<String> {
        let verdict = self.one.verdict?;
        Some(self.w.t(&format!("incoherence-verdict-{verdict}-done")).to_string())
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let show = |one: Incoherence, kept: Kept, form: DecisionInput, faults| Show {
        w,
        csrf: String::new(),
        one,
        kept,
        form,
        faults,
    };
    let wrong = DecisionInput { verdict: "change_both".into(), ..DecisionInput::default() };
    let faults = wrong.check().err().unwrap_or_default();
    let long = Incoherence {
        first_words: "Anticonstitutionnellement-long".repeat(8),
        first_title: Some("Anticonstitutionnellement-long".repeat(4)),
        ..an_incoherence(None)
    };
    let fresh = DecisionInput::default;
    vec![
        Sample::of(
            "incoherences/show waits",
            &show(an_incoherence(None), Kept::sample(w, true, false), fresh(), Faults::none()),
        ),
        Sample::of("incoherences/show refused", &show(long, Kept::sample(w, true, true), wrong, faults)),
        Sample::of(
            "incoherences/show decided",
            &show(
                an_incoherence(Some(Verdict::ChangeSecond)),
                Kept::sample(w, false, false),
                fresh(),
                Faults::none(),
            ),
        ),
    ]
}
