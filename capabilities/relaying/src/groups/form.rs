//! The form of a group: to begin it, and to change it.

use askama::Template;
use relais_directory::{people, units::DAY_FIELDS};
use relais_kernel::PersonId;
use relais_store::Cut;
use relais_web::{
    Can, Cx, Outcome, Page, Sample,
    components::{Button, Choices, Field, LinkButton},
};
use relais_words::{Fault, Faults, Say, Words};
use uuid::Uuid;

use super::{
    checks::{Candidate, GroupInput},
    store::{self, Known},
};
use crate::EditGroups;

pub(super) const WEEKDAYS: [&str; 7] =
    ["group-day-1", "group-day-2", "group-day-3", "group-day-4", "group-day-5", "group-day-6", "group-day-7"];
/// People that a search adds.
const FOUND: usize = 12;

#[derive(Template)]
#[template(path = "groups/form.html")]
struct GroupForm<'a> {
    w: &'a Words,
    csrf: String,
    /// The group that is changed, and the version of it that was read; none when one begins.
    changed: Option<(Uuid, i64)>,
    form: GroupInput,
    faults: Faults,
    candidates: Vec<Candidate>,
}

/// Whoever is chosen already, and whoever the search finds.
pub(super) async fn candidates(
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

pub(super) async fn shown(
    cx: &Cx,
    can: &Can<EditGroups>,
    changed: Option<(&Known, i64)>,
    (form, faults): (GroupInput, Faults),
) -> Outcome<Page> {
    let candidates = candidates(cx, can, &form).await?;
    let shell = match changed {
        Some((group, _)) => cx.shell(cx.w.t("group-edit")).back(format!("/groups/{}", group.id), &group.name),
        None => cx.shell(cx.w.t("group-make")).back("/groups", cx.w.t("groups-title")),
    };
    let changed = changed.map(|(group, version)| (group.id, version));
    cx.page(shell, &GroupForm { w: &cx.w, csrf: cx.csrf(), changed, form, faults, candidates })
}

impl GroupForm<'_> {
    fn action(&self) -> String {
        self.changed.map_or_else(|| "/groups/new".into(), |(group, _)| format!("/groups/{group}/edit"))
    }

    fn leave(&self) -> String {
        self.changed.map_or_else(|| "/groups".into(), |(group, _)| format!("/groups/{group}"))
    }

    fn title(&self) -> Say<'_> {
        self.w.t(if self.changed.is_some() { "group-edit" } else { "group-make" })
    }

    fn lead(&self) -> Say<'_> {
        self.w.t(if self.changed.is_some() { "group-edit-lead" } else { "group-make-lead" })
    }

    fn save(&self) -> Say<'_> {
        self.w.t(if self.changed.is_some() { "group-edit-save" } else { "group-save" })
    }

    fn choices(&self, name: &'static str, chosen: &[String]) -> Choices {
        let legend = self.w.t(if name == "hosts" { "group-choose-hosts" } else { "group-choose-people" });
        let empty = Choices::many(self.w, name, legend).required().error(self.faults.on(name, self.w));
        let choices = self.candidates.iter().fold(empty, |choices, one| {
            let words = match &one.trade_name {
                Some(trade) => format!("{} · {trade}", one.name),
                None => one.name.clone(),
            };
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
    let make = |form: GroupInput, candidates: Vec<Candidate>, faults| GroupForm {
        w,
        csrf: String::new(),
        changed: None,
        form,
        faults,
        candidates,
    };
    let one = |name: &str, trade: Option<&str>| Candidate {
        person: relais_kernel::Clock::system().id(),
        name: name.into(),
        trade: trade.map(str::to_owned),
        trade_name: trade.map(str::to_owned),
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
        Sample::of(
            "groups/edit",
            &GroupForm {
                changed: Some((Uuid::nil(), 1)),
                ..make(
                    GroupInput { name: "Experts 91-94".into(), ..GroupInput::default() },
                    people(),
                    Fault::of_form("group-changed-meanwhile").into(),
                )
            },
        ),
        Sample::of("groups/make nobody sought", &make(GroupInput::default(), vec![], wrong)),
    ]
}
