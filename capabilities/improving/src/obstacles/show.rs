//! An obstacle: what is in the way, who has it until when, to whom it is held out, and what became of it.

use askama::Template;
use axum::extract::Path;
use relais_baton::actor;
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Choices, Field, Notice, Tone},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{AnswerInput, ObstacleState},
    list::{an_obstacle, state_chip},
    store::{self, Obstacle},
};
use crate::{
    ReadObstacles, SayObstacle,
    pebbles::store::unit_of,
    promises::{
        self,
        shown::{Kept, Voices},
    },
    typed::LONGEST,
};

/// What was typed into the page's forms.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) form: AnswerInput,
    pub(crate) passing: String,
    pub(crate) faults: Faults,
}

#[derive(Template)]
#[template(path = "obstacles/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    obstacle: Obstacle,
    kept: Kept,
    /// It is held out further up.
    held_out: bool,
    /// It is held out to whoever looks.
    to_me: bool,
    typed: Typed,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadObstacles>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, Typed::default()).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Page> {
    let (db, person, today) = (cx.db(), cx.viewer().person, cx.today());
    let me = actor(&db, person, today).await?;
    let own = unit_of(&db, person, today).await?;
    let obstacle = store::read(&db, id, &me, own).await?.ok_or(Failure::NotFound)?;
    let open = promises::open(&db, id).await?;
    let held_out = open.as_ref().is_some_and(|open| !open.offers.is_empty());
    let to_me = open.as_ref().is_some_and(|open| !me.holds(open) && store::offered(open, &me).is_some());
    let voices = Voices { n: obstacle.voices, author: obstacle.author.clone() };
    let may_join = own == Some(obstacle.unit_id) && cx.viewer().may::<SayObstacle>();
    let kept = Kept::of(cx, id, voices, may_join.then(|| format!("/obstacles/{id}/join"))).await?;
    let shell = cx.shell(cx.w.t("obstacle")).back("/obstacles", cx.w.t("obstacles-title"));
    cx.page(shell, &Show { w: &cx.w, csrf: cx.csrf(), obstacle, kept, held_out, to_me, typed })
}

impl Show<'_> {
    fn faults(&self) -> &Faults {
        &self.typed.faults
    }

    fn chips(&self) -> Vec<Chip> {
        [Some(state_chip(self.w, &self.obstacle)), self.kept.late()].into_iter().flatten().collect()
    }

    fn may_pass(&self) -> bool {
        self.kept.is_mine() && !self.held_out
    }

    fn waiting_above(&self) -> Notice {
        Notice::new(Tone::Soon, self.w.t("obstacle-is-held-out"))
    }

    fn outcomes(&self) -> Choices {
        let typed = &self.typed.form;
        let choices =
            [ObstacleState::Removed, ObstacleState::WorkedAround, ObstacleState::Refused].iter().fold(
                Choices::one(self.w, "outcome", self.w.t("pebble-outcome"))
                    .required()
                    .error(self.faults().on("outcome", self.w)),
                |choices, outcome| {
                    let words = self.w.t(&format!("obstacle-outcome-{outcome}")).to_string();
                    let hint = self.w.t(&format!("obstacle-outcome-{outcome}-hint")).to_string();
                    choices.explained(outcome.code(), words, hint)
                },
            );
        if typed.outcome.is_empty() { choices } else { choices.chosen(&typed.outcome) }
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let show = |obstacle: Obstacle, kept: Kept, (held_out, to_me): (bool, bool), typed: Typed| Show {
        w,
        csrf: String::new(),
        obstacle,
        kept,
        held_out,
        to_me,
        typed,
    };
    let wrong = AnswerInput { outcome: "refused".into(), ..AnswerInput::default() };
    let faults = wrong.check().err().unwrap_or_default();
    let refused = Typed { form: wrong, passing: String::new(), faults };
    let text = "Le badge de la réserve ne s’ouvre plus le lundi.";
    let open = || an_obstacle(text, ObstacleState::Open);
    let long = an_obstacle(&"Anticonstitutionnellement-long".repeat(8), ObstacleState::Open);
    let (mine, others) = (|| Kept::sample(w, true, true), || Kept::sample(w, true, false));
    vec![
        Sample::of("obstacles/show held", &show(open(), mine(), (false, false), Typed::default())),
        Sample::of("obstacles/show held out", &show(open(), mine(), (true, false), Typed::default())),
        Sample::of("obstacles/show asked", &show(open(), others(), (true, true), Typed::default())),
        Sample::of("obstacles/show refused", &show(long, mine(), (false, false), refused)),
        Sample::of(
            "obstacles/show removed",
            &show(
                an_obstacle(text, ObstacleState::Removed),
                Kept::sample(w, false, false),
                (false, false),
                Typed::default(),
            ),
        ),
    ]
}
