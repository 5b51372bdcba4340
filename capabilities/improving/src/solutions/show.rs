//! A solution: what it was, what is done now, what it needs; where it lives, since when, and what each unit made of it.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::Path;
use relais_kernel::{Day, UnitId};
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Choices, Facts, Field, ScoreTile, Side, Tone},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{AdoptionInput, AdoptionState, next, over_time},
    list::{a_solution, own_chip},
    store::{self, Saying, Solution},
};
use crate::{
    ReadSolutions, ShareSolution,
    pebbles::store::{unit_name, unit_of},
    typed::LONGEST,
};

#[derive(Template)]
#[template(path = "solutions/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    solution: Solution,
    sayings: Vec<Saying>,
    /// The name of one's own unit, for whoever may speak for it.
    own: Option<String>,
    form: AdoptionInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadSolutions>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, AdoptionInput::default(), Faults::none()).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, form: AdoptionInput, faults: Faults) -> Outcome<Page> {
    let db = cx.db();
    let unit = unit_of(&db, cx.viewer().person, cx.today()).await?;
    let solution = store::by_id(&db, id, unit).await?.ok_or(Failure::NotFound)?;
    let sayings = store::sayings(&db, id).await?;
    let own = match unit.filter(|_| cx.viewer().may::<ShareSolution>()) {
        Some(unit) => unit_name(&db, unit).await?,
        None => None,
    };
    let shell = cx.shell(cx.w.t("solution")).back("/solutions", cx.w.t("solutions-title"));
    cx.page(shell, &Show { w: &cx.w, csrf: cx.csrf(), solution, sayings, own, form, faults })
}

/// How a unit lives with it now.
struct Home<'a> {
    name: &'a str,
    chip: Chip,
    since: String,
    words: &'a str,
}

impl Show<'_> {
    fn chip(&self) -> Option<Chip> {
        own_chip(self.w, self.solution.own)
    }

    fn facts(&self) -> Facts {
        let w = self.w;
        let needs = Some(&self.solution.needs).filter(|needs| !needs.is_empty());
        Facts::new().fact(w.t("solution-was"), &self.solution.was).maybe(w.t("solution-needs"), needs)
    }

    fn states(&self) -> Choices {
        let choices = next(self.solution.own).iter().fold(
            Choices::one(self.w, "state", self.w.t("solution-state"))
                .required()
                .error(self.faults.on("state", self.w)),
            |choices, state| {
                let words = self.w.t(&format!("solution-say-{state}")).to_string();
                let hint = self.w.t(&format!("solution-say-{state}-hint")).to_string();
                choices.explained(state.code(), words, hint)
            },
        );
        if self.form.state.is_empty() { choices } else { choices.chosen(&self.form.state) }
    }

    /// In how many units it lives, drawn over the days on which that changed.
    fn living(&self) -> ScoreTile {
        let w = self.w;
        let days = self.days();
        let first = days.first().map_or(self.solution.shared_day, |(day, _)| *day);
        let since = w.t("solution-since").with("day", w.day(&first)).to_string();
        ScoreTile::new(w, w.t("solution-lives-in"), w.number(self.solution.living))
            .side(Side::Employee)
            .trend(days.iter().map(|(_, n)| f64::from(u32::try_from(*n).unwrap_or(u32::MAX))), None)
            .sample(since)
    }

    fn days(&self) -> Vec<(Day, usize)> {
        let sayings: Vec<(UnitId, Day, AdoptionState)> =
            self.sayings.iter().map(|saying| (saying.unit_id, saying.day, saying.state)).collect();
        over_time(&sayings)
    }

    /// The same as a table.
    fn table(&self) -> Vec<(String, String)> {
        let n = |n: usize| self.w.number(i64::try_from(n).unwrap_or(i64::MAX));
        self.days().into_iter().rev().map(|(day, living)| (self.w.day(&day), n(living))).collect()
    }

    /// Each unit by its name: how it lives with it now.
    fn homes(&self) -> Vec<Home<'_>> {
        let mut last: BTreeMap<&str, &Saying> = BTreeMap::new();
        for saying in &self.sayings {
            last.insert(&saying.unit_name, saying);
        }
        last.into_iter()
            .map(|(name, saying)| {
                let chip = Chip::new(self.w.t(&format!("solution-state-{}", saying.state)));
                Home {
                    name,
                    chip: if saying.state.lives() { chip.tone(Tone::Kept) } else { chip },
                    since: self.w.day(&saying.day),
                    words: &saying.words,
                }
            })
            .collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let day = |d| Day::from_date(jiff::civil::date(2026, 11, d));
    let saying = |n: u128, name: &str, seq, state, d, words: &str| Saying {
        unit_id: UnitId(Uuid::from_u128(n)),
        unit_name: name.into(),
        seq,
        state,
        words: words.into(),
        day: day(d),
    };
    let show = |solution: Solution, own: Option<&str>, form: AdoptionInput, faults| Show {
        w,
        csrf: String::new(),
        solution,
        sayings: vec![
            saying(0, "Évry", 1, AdoptionState::Adopted, 2, ""),
            saying(1, "Massy", 1, AdoptionState::Adapted, 5, "Deux galets, le samedi."),
            saying(2, "Vitry", 1, AdoptionState::Adopted, 9, ""),
            saying(0, "Évry", 2, AdoptionState::Kept, 12, ""),
            saying(2, "Vitry", 2, AdoptionState::Dropped, 20, "Le comptoir est trop petit."),
        ],
        own: own.map(str::to_owned),
        form,
        faults,
    };
    let was = "Personne ne savait qui accueille.";
    let wrong = AdoptionInput { state: "adapted".into(), ..AdoptionInput::default() };
    let faults = wrong.check(None).err().unwrap_or_default();
    let long = a_solution(&"Anticonstitutionnellement-long".repeat(8), Some(AdoptionState::Kept));
    let fresh = AdoptionInput::default;
    vec![
        Sample::of("solutions/show", &show(a_solution(was, None), Some("Créteil"), fresh(), Faults::none())),
        Sample::of("solutions/show refused", &show(a_solution(was, None), Some("Créteil"), wrong, faults)),
        Sample::of("solutions/show ours", &show(long, Some("Évry"), fresh(), Faults::none())),
        Sample::of("solutions/show to a reader", &show(a_solution(was, None), None, fresh(), Faults::none())),
    ]
}
