//! Writing a rule into the register: what it says, where it comes from, where it holds, who answers for it.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton, Select},
};
use relais_words::{Faults, Words};

use super::{checks::RuleInput, store};
use crate::{
    WriteRules,
    pebbles::rules::Theme,
    places::{self, Named, Place},
    typed::{LINE, LONGEST},
};

#[derive(Template)]
#[template(path = "house_rules/write.html")]
struct Write<'a> {
    w: &'a Words,
    csrf: String,
    places: Vec<Named>,
    form: RuleInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, can: Can<WriteRules>) -> Outcome {
    let places = places::within_reach(&cx.db(), &can.reach, cx.today()).await?;
    shown(&cx, places, RuleInput::default(), Faults::none())
}

pub(crate) async fn save(cx: Cx, can: Can<WriteRules>, Posted(form): Posted<RuleInput>) -> Outcome<Response> {
    let places = places::within_reach(&cx.db(), &can.reach, cx.today()).await?;
    let facts = match form.check(&places) {
        Ok(facts) => facts,
        Err(faults) => return Ok(shown(&cx, places, form, faults)?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    let id = store::write(&tx, &facts, cx.viewer().person, cx.today()).await?;
    cx.note(&tx, "improving.rule_written", "house_rule", id, "").await?;
    tx.commit().await?;
    Ok(Go::to(format!("/rules/{id}")).saying("rule-written").answer())
}

fn shown(cx: &Cx, places: Vec<Named>, form: RuleInput, faults: Faults) -> Outcome<Page> {
    let shell = cx.shell(cx.w.t("rule-write")).back("/rules", cx.w.t("rules-title"));
    cx.page(shell, &Write { w: &cx.w, csrf: cx.csrf(), places, form, faults })
}

impl Write<'_> {
    fn themes(&self) -> Select {
        let options = Theme::ALL
            .iter()
            .map(|theme| (theme.code(), self.w.t(&format!("pebble-theme-{theme}")).to_string()));
        Select::new(self.w, "theme", self.w.t("pebble-theme"))
            .untold()
            .options(options)
            .value(self.form.theme.parse().unwrap_or(Theme::Rules))
    }

    fn holds(&self) -> Select {
        let options = self.places.iter().map(|named| {
            let words = match named.place {
                Place::Network => self.w.t("pebbles-network").to_string(),
                Place::Region(_) => self.w.t("rule-in-region").with("name", named.name.as_str()).to_string(),
                Place::Unit(_) => named.name.clone(),
            };
            (named.code(), words)
        });
        let chosen = match (self.form.place.as_str(), self.places.first()) {
            ("", Some(first)) => first.code(),
            (typed, _) => typed.to_owned(),
        };
        Select::new(self.w, "place", self.w.t("rule-place"))
            .required()
            .error(self.faults.on("place", self.w))
            .options(options)
            .value(chosen)
    }

    fn owners(&self) -> Choices {
        let chosen = if self.form.owner == "me" { "me" } else { "leads" };
        Choices::one(self.w, "owner", self.w.t("rule-owner"))
            .untold()
            .explained("leads", self.w.t("rule-owner-leads"), self.w.t("rule-owner-leads-hint"))
            .explained("me", self.w.t("rule-owner-me"), self.w.t("rule-owner-me-hint"))
            .chosen(chosen)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let unit = relais_kernel::UnitId(uuid::Uuid::nil());
    let places = vec![
        Named { place: Place::Network, name: String::new() },
        Named { place: Place::Unit(unit), name: "Évry".into() },
    ];
    let write =
        |form: RuleInput, faults| Write { w, csrf: String::new(), places: places.clone(), form, faults };
    let wrong = RuleInput::default();
    let faults = wrong.check(&places).err().unwrap_or_default();
    vec![
        Sample::of("house_rules/write", &write(RuleInput::default(), Faults::none())),
        Sample::of("house_rules/write refused", &write(wrong, faults)),
    ]
}
