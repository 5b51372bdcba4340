//! Beginning a group.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::{people, units::DAY_FIELDS};
use relais_kernel::PersonId;
use relais_store::Cut;
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Words};

use super::{
    checks::{Candidate, GroupInput},
    store,
};
use crate::EditGroups;

pub(super) const WEEKDAYS: [&str; 7] =
    ["group-day-1", "group-day-2", "group-day-3", "group-day-4", "group-day-5", "group-day-6", "group-day-7"];
/// People that a search adds.
const FOUND: usize = 12;

#[derive(Template)]
#[template(path = "groups/make.html")]
struct Make<'a> {
    w: &'a Words,
    csrf: String,
    form: GroupInput,
    faults: Faults,
    candidates: Vec<Candidate>,
}

pub(crate) async fn page(cx: Cx, can: Can<EditGroups>) -> Outcome {
    shown(&cx, &can, GroupInput::default(), Faults::none()).await
}

pub(crate) async fn save(
    cx: Cx,
    can: Can<EditGroups>,
    Posted(form): Posted<GroupInput>,
) -> Outcome<Response> {
    if form.act == "seek" {
        return Ok(shown(&cx, &can, form, Faults::none()).await?.into_response());
    }
    let group = match form.check(&candidates(&cx, &can, &form).await?) {
        Ok(group) => group,
        Err(faults) => return Ok(shown(&cx, &can, form, faults).await?.refused().into_response()),
    };
    let tx = cx.db().begin().await?;
    match store::make(
        &tx,
        &group,
        &cx.w.t("group-hosts-team").with("name", group.name.as_str()).to_string(),
        cx.today(),
    )
    .await?
    {
        Ok(id) => {
            cx.note(&tx, "relaying.groups.make", "expert_group", id, "").await?;
            tx.commit().await?;
            Ok(Go::to("/groups").saying("group-made").answer())
        }
        Err(fault) => {
            tx.rollback().await?;
            Ok(shown(&cx, &can, form, fault.into()).await?.refused().into_response())
        }
    }
}

/// Whoever is chosen already, and whoever the search finds.
async fn candidates(
    cx: &Cx,
    can: &Can<EditGroups>,
    form: &GroupInput,
) -> relais_store::Result<Vec<Candidate>> {
    let (db, today) = (cx.db(), cx.today());
    let chosen = form.people.iter().chain(&form.hosts).filter_map(|typed| typed.parse().ok());
    let mut wanted: Vec<PersonId> = chosen.collect();
    if !form.q.trim().is_empty() {
        let filter = people::Filter { search: form.q.clone(), ..people::Filter::default() };
        let found = people::list(&db, &can.reach, today, &filter, Cut::Start, FOUND).await?;
        wanted.extend(found.rows.into_iter().map(|one| one.id));
    }
    wanted.sort_unstable();
    wanted.dedup();
    store::candidates(&db, &wanted, today).await
}

async fn shown(cx: &Cx, can: &Can<EditGroups>, form: GroupInput, faults: Faults) -> Outcome<Page> {
    let candidates = candidates(cx, can, &form).await?;
    let shell = cx.shell(cx.w.t("group-make")).back("/groups", cx.w.t("groups-title"));
    cx.page(shell, &Make { w: &cx.w, csrf: cx.csrf(), form, faults, candidates })
}

impl Make<'_> {
    fn choices(&self, name: &'static str, chosen: &[String]) -> Choices {
        let legend = self.w.t(if name == "hosts" { "group-choose-hosts" } else { "group-choose-people" });
        let empty = Choices::many(self.w, name, legend).required().error(self.faults.on(name, self.w));
        let choices = self.candidates.iter().fold(empty, |choices, one| {
            let trade = one.trade.as_deref().unwrap_or("");
            let words = if trade.is_empty() { one.name.clone() } else { format!("{} · {trade}", one.name) };
            choices.choice(one.person, words)
        });
        chosen.iter().fold(choices, Choices::chosen)
    }

    fn week(&self) -> Vec<Field> {
        let days = self.form.days().into_iter().zip(DAY_FIELDS).zip(WEEKDAYS);
        let field = |((value, name), key)| {
            Field::text(self.w, name, self.w.t(key)).value(value).error(self.faults.on(name, self.w)).short()
        };
        days.map(field).collect()
    }

    fn week_is_wrong(&self) -> bool {
        DAY_FIELDS.iter().any(|name| self.faults.on(name, self.w).is_some())
    }

    fn people(&self) -> Choices {
        self.choices("people", &self.form.people)
    }

    fn hosts(&self) -> Choices {
        self.choices("hosts", &self.form.hosts).hint(self.w.t("group-choose-hosts-hint"))
    }

    /// Nobody can be chosen before somebody was sought.
    fn told(&self) -> Option<String> {
        let unseen = self.candidates.is_empty();
        let fault =
            [self.faults.on("people", self.w), self.faults.on("hosts", self.w)].into_iter().flatten().next();
        fault.filter(|_| unseen).map(|fault| fault.to_string())
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let make = |form: GroupInput, candidates: Vec<Candidate>, faults| Make {
        w,
        csrf: String::new(),
        form,
        faults,
        candidates,
    };
    let one = |name: &str, trade: Option<&str>| Candidate {
        person: relais_kernel::Clock::system().id(),
        name: name.into(),
        trade: trade.map(str::to_owned),
    };
    let people = || {
        vec![
            one("Karim Benseddik", Some("network")),
            one("Anne-Charlotte-Bérengère de La Rochefoucauld-Montmorency", None),
        ]
    };
    let wrong = Faults::from(Fault::on("hosts", "group-one-trade"));
    vec![
        Sample::of("groups/make", &make(GroupInput::default(), vec![], Faults::none())),
        Sample::of("groups/make refused", &make(GroupInput::default(), people(), wrong.clone())),
        Sample::of("groups/make nobody sought", &make(GroupInput::default(), vec![], wrong)),
    ]
}
