//! A group as a permanent tool: who owns it, what it may cost, when it is reviewed, and what its reviews decided.

use askama::Template;
use axum::extract::Path;
use relais_baton::actor;
use relais_kernel::Day;
use relais_store::{InOrg, Result};
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Choices, EmptyState, Facts, Field, Select},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{LONGEST_BUDGET, LONGEST_REVIEW, Review, ReviewInput, ToolInput, a_year_after, ripe_on},
    store::{self, Reviewed, Tool},
};
use crate::{
    EditGroups, ReadGroups,
    feed::store::{Colleague, colleagues},
    groups::store::{self as groups, Known},
};

/// What was typed on the page and refused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) tool: ToolInput,
    pub(crate) review: ReviewInput,
    pub(crate) faults: Faults,
}

#[derive(Template)]
#[template(path = "tools/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    group: Known,
    tool: Option<Tool>,
    reviews: Vec<Reviewed>,
    /// From which day it may be promoted.
    ripe: Day,
    today: Day,
    people: Vec<Colleague>,
    may_promote: bool,
    may_review: bool,
    typed: Typed,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadGroups>, Path(id): Path<Uuid>) -> Outcome {
    let review = a_year_after(cx.today()).to_string();
    let tool = ToolInput { review, ..ToolInput::default() };
    shown(&cx, id, Typed { tool, ..Typed::default() }).await
}

/// Who may own it: the people of the group.
pub(crate) async fn people(on: &impl InOrg, group: &Known, today: Day) -> Result<Vec<Colleague>> {
    colleagues(on, group.team_id, relais_kernel::PersonId(Uuid::nil()), today).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let group = groups::group(&db, id).await?.ok_or(Failure::NotFound)?;
    let made = store::made_at(&db, id).await?.ok_or(Failure::NotFound)?;
    let tool = store::tool(&db, id).await?;
    let me = actor(&db, cx.viewer().person, today).await?;
    let promise = match &tool {
        Some(tool) => relais_baton::baton(&db, tool.promise_id).await?,
        None => None,
    };
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        may_promote: tool.is_none() && cx.viewer().may::<EditGroups>(),
        may_review: promise.is_some_and(|promise| promise.is_held() && me.holds(&promise)),
        reviews: store::reviews(&db, id).await?,
        ripe: ripe_on(made.day(&cx.organisation().zone)),
        people: people(&db, &group, today).await?,
        today,
        group,
        tool,
        typed,
    };
    let shell = cx.shell(cx.w.t("tool-title")).back(format!("/groups/{id}"), &show.group.name);
    cx.page(shell, &show)
}

impl Show<'_> {
    fn facts(&self, tool: &Tool) -> Facts {
        let facts = Facts::new()
            .fact(self.w.t("tool-owner"), &tool.owner)
            .fact(self.w.t("tool-budget"), &tool.budget)
            .fact(self.w.t("tool-since"), self.w.day(&tool.promoted_day));
        if tool.stopped { facts } else { facts.fact(self.w.t("tool-review"), self.w.day(&tool.review_day)) }
    }

    fn is_ripe(&self) -> bool {
        self.ripe <= self.today
    }

    fn ripens(&self) -> String {
        self.w.t("tool-ripens").with("from", self.w.day(&self.ripe)).to_string()
    }

    fn owners(&self) -> Select {
        let empty = Select::new(self.w, "owner", self.w.t("tool-owner")).option("", "");
        let all = self.people.iter().fold(empty, |all, one| all.option(one.id, &one.name));
        all.value(&self.typed.tool.owner).error(self.typed.faults.on("owner", self.w)).required().untold()
    }

    fn outcomes(&self) -> Choices {
        let empty = Choices::one(self.w, "outcome", self.w.t("tool-outcome")).required().untold();
        let all = Review::ALL
            .iter()
            .fold(empty, |all, outcome| all.choice(outcome, self.w.t(&format!("tool-outcome-{outcome}"))));
        all.chosen(&self.typed.review.outcome).error(self.typed.faults.on("outcome", self.w))
    }

    fn decided(&self, review: &Reviewed) -> String {
        let outcome = self.w.t(&format!("tool-outcome-{}", review.outcome)).to_string();
        format!("{} · {outcome}", self.w.day(&review.day))
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("tool-none")).icon("target").more(self.ripens())
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let day = |y, m, d| Day::from_date(jiff::civil::date(y, m, d));
    let tool = |stopped| Tool {
        owner_id: relais_kernel::PersonId(Uuid::nil()),
        owner: "Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency".into(),
        budget: "Deux jours par mois et par personne, 12 000 € l’an".into(),
        promoted_day: day(2026, 11, 22),
        review_day: day(2027, 11, 22),
        promise_id: relais_kernel::BatonId(Uuid::nil()),
        stopped,
    };
    let show = |tool: Option<Tool>, (may_promote, may_review), ripe, faults| Show {
        w,
        csrf: String::new(),
        group: crate::groups::list::a_group("Experts 91-94"),
        reviews: if may_review {
            vec![Reviewed {
                day: day(2026, 1, 5),
                outcome: Review::Changed,
                words: "Un thème de plus.".into(),
            }]
        } else {
            vec![]
        },
        tool,
        ripe,
        today: day(2026, 11, 22),
        people: vec![Colleague { id: relais_kernel::PersonId(Uuid::nil()), name: "Karim Benseddik".into() }],
        may_promote,
        may_review,
        typed: Typed { faults, ..Typed::default() },
    };
    let (young, ripe) = (day(2027, 3, 1), day(2026, 3, 1));
    let none = Faults::none;
    let no_owner: Faults = relais_words::Fault::on("owner", "tool-no-owner").into();
    let no_outcome: Faults = relais_words::Fault::on("outcome", "tool-no-outcome").into();
    vec![
        Sample::of("tools/show promote", &show(None, (true, false), ripe, none())),
        Sample::of("tools/show promote refused", &show(None, (true, false), ripe, no_owner)),
        Sample::of("tools/show young", &show(None, (false, false), young, none())),
        Sample::of("tools/show review", &show(Some(tool(false)), (false, true), ripe, none())),
        Sample::of("tools/show review refused", &show(Some(tool(false)), (false, true), ripe, no_outcome)),
        Sample::of("tools/show stopped", &show(Some(tool(true)), (false, false), ripe, none())),
    ]
}
