//! Saying that two things contradict each other: rules of the register, or anything in one's own words.

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton, Select},
};
use relais_words::{Faults, Words};
use serde::Deserialize;

use super::{
    checks::{Choice, SaidInput},
    store,
};
use crate::{
    ChallengeRule,
    typed::{LINE, LONGEST},
};

#[derive(Template)]
#[template(path = "incoherences/say.html")]
struct Say<'a> {
    w: &'a Words,
    csrf: String,
    rules: Vec<Choice>,
    form: SaidInput,
    faults: Faults,
}

/// The rule from whose page somebody comes.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    rule: String,
}

pub(crate) async fn page(cx: Cx, _: Can<ChallengeRule>, Query(from): Query<From>) -> Outcome {
    let form = SaidInput { first_rule: from.rule, ..SaidInput::default() };
    shown(&cx, form, Faults::none()).await
}

pub(crate) async fn save(
    cx: Cx,
    _: Can<ChallengeRule>,
    Posted(form): Posted<SaidInput>,
) -> Outcome<Response> {
    let tx = cx.db().begin().await?;
    let said = match form.check(&store::rules(&tx).await?) {
        Ok(said) => said,
        Err(faults) => {
            tx.rollback().await?;
            return Ok(shown(&cx, form, faults).await?.refused().into_response());
        }
    };
    let id = store::say(&tx, &said, cx.viewer().person, cx.today()).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/incoherences/{id}")).saying("incoherence-said").answer())
}

async fn shown(cx: &Cx, form: SaidInput, faults: Faults) -> Outcome<Page> {
    let rules = store::rules(&cx.db()).await?;
    let shell = cx.shell(cx.w.t("incoherence-say")).back("/incoherences", cx.w.t("incoherences-title"));
    cx.page(shell, &Say { w: &cx.w, csrf: cx.csrf(), rules, form, faults })
}

impl Say<'_> {
    fn rule(&self, name: &'static str, label: &str, chosen: &str) -> Select {
        let none = ("", self.w.t("incoherence-no-rule").to_string());
        let options = self.rules.iter().map(|rule| (rule.id.to_string(), rule.title.clone()));
        Select::new(self.w, name, self.w.t(label))
            .untold()
            .error(self.faults.on(name, self.w))
            .option(none.0, none.1)
            .options(options)
            .value(chosen)
    }

    fn signing(&self) -> Choices {
        let choices = Choices::many(self.w, "signed", self.w.t("pebble-name")).untold().explained(
            "yes",
            self.w.t("pebble-signed"),
            self.w.t("pebble-signed-hint"),
        );
        if self.form.signed == "yes" { choices.chosen("yes") } else { choices }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let rules = vec![Choice {
        id: uuid::Uuid::nil(),
        title: "Geste commercial".into(),
        words: "Au-delà de 15 €, on demande.".into(),
        place: crate::places::Place::Network,
        owner: None,
    }];
    let say = |form: SaidInput, faults| Say { w, csrf: String::new(), rules: rules.clone(), form, faults };
    let wrong = SaidInput::default();
    let faults = wrong.check(&rules).err().unwrap_or_default();
    vec![
        Sample::of("incoherences/say", &say(SaidInput::default(), Faults::none())),
        Sample::of("incoherences/say refused", &say(wrong, faults)),
    ]
}
