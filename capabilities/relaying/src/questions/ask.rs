//! Asking: what it is about, and what happens. Who is there is told before it is sent (EXP-03).

use askama::Template;
use axum::{
    extract::Query,
    response::{IntoResponse as _, Response},
};
use jiff::tz::TimeZone;
use relais_baton::hours_for;
use relais_directory::settings::value;
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Go, Outcome, Page, Posted, Sample,
    components::{Button, Choices, EmptyState, Field, LinkButton, Notice},
};
use relais_words::{Fault, Faults, Words};
use uuid::Uuid;

use super::{
    checks::{AskInput, LONGEST},
    store,
};
use crate::{
    AskQuestion,
    groups::{
        store::{self as groups, Theme},
        there::{self, There},
    },
    settings::ANSWERED_IN,
};

/// A group, what it can be asked about, and who answers when.
#[derive(Clone, Debug)]
struct Asked {
    name: String,
    themes: Vec<Theme>,
    there: There,
    /// When it will have answered what is asked now.
    due: Instant,
}

#[derive(Template)]
#[template(path = "questions/ask.html")]
struct Ask<'a> {
    w: &'a Words,
    csrf: String,
    form: AskInput,
    faults: Faults,
    groups: Vec<Asked>,
    minutes: i64,
    now: Instant,
    zone: TimeZone,
    /// Nobody of the group that was chosen said that they answer in time: which one it is.
    alone: Option<usize>,
}

pub(crate) async fn page(cx: Cx, _: Can<AskQuestion>, Query(form): Query<AskInput>) -> Outcome {
    shown(&cx, form, Faults::none(), None).await
}

pub(crate) async fn save(cx: Cx, _: Can<AskQuestion>, Posted(form): Posted<AskInput>) -> Outcome<Response> {
    let text = match form.check() {
        Ok(text) => text,
        Err(faults) => return Ok(shown(&cx, form, faults, None).await?.refused().into_response()),
    };
    let (person, today, now) = (cx.viewer().person, cx.today(), cx.now());
    let tx = cx.db().begin().await?;
    let themes = groups::themes(&tx).await?;
    let Some(theme) = themes.iter().find(|theme| theme.id.to_string() == form.theme) else {
        tx.rollback().await?;
        let fault = Fault::on("theme", "question-no-theme");
        return Ok(shown(&cx, form, fault.into(), None).await?.refused().into_response());
    };
    let unit = store::unit_of(&tx, person, today).await?;
    let hours = hours_for(&tx, Some(theme.team_id), unit, today).await?;
    let (due, _) = store::due(&tx, &hours, now).await?;
    let answers = there::of(&tx, theme.team_id, now, today).await?.before(due);
    if !answers && form.anyway.is_empty() {
        let group = theme.group_id;
        tx.rollback().await?;
        return Ok(shown(&cx, form, Faults::none(), Some(group)).await?.refused().into_response());
    }
    let id = store::ask(&tx, (theme, &text), person, (unit, today), &hours).await?;
    tx.commit().await?;
    Ok(Go::to(format!("/questions/{id}")).saying("question-asked").answer())
}

async fn shown(cx: &Cx, form: AskInput, faults: Faults, alone: Option<Uuid>) -> Outcome<Page> {
    let (db, now, today) = (cx.db(), cx.now(), cx.today());
    let unit = store::unit_of(&db, cx.viewer().person, today).await?;
    let mut all: Vec<Asked> = Vec::new();
    let mut which = None;
    for theme in groups::themes(&db).await? {
        if let Some(known) = all.last_mut().filter(|asked| asked.themes[0].group_id == theme.group_id) {
            known.themes.push(theme);
            continue;
        }
        if alone == Some(theme.group_id) {
            which = Some(all.len());
        }
        let hours = hours_for(&db, Some(theme.team_id), unit, today).await?;
        let (due, _) = store::due(&db, &hours, now).await?;
        let there = there::of(&db, theme.team_id, now, today).await?;
        all.push(Asked { name: theme.group_name.clone(), themes: vec![theme], there, due });
    }
    let minutes = value(&db, &ANSWERED_IN).await?;
    let shell = cx.shell(cx.w.t("question-ask")).back("/questions", cx.w.t("questions-title"));
    let zone = cx.organisation().zone.clone();
    let (w, csrf) = (&cx.w, cx.csrf());
    cx.page(shell, &Ask { w, csrf, form, faults, groups: all, minutes, now, zone, alone: which })
}

impl Ask<'_> {
    fn choices(&self) -> Vec<Choices> {
        let many = self.groups.len() > 1;
        let of = |(place, asked): (usize, &Asked)| {
            let legend = if many { asked.name.clone() } else { self.w.t("question-theme").to_string() };
            let hint = format!("{} · {}", asked.name, asked.there.words(self.w, &self.now, &self.zone));
            let hint = if many { asked.there.words(self.w, &self.now, &self.zone).to_string() } else { hint };
            let empty = Choices::one(self.w, "theme", legend).across().required().untold().hint(hint);
            let empty = if place == 0 {
                empty.error(self.faults.on("theme", self.w))
            } else {
                empty.id(format!("theme-of-{place}"))
            };
            let all = asked.themes.iter().fold(empty, |choices, theme| choices.choice(theme.id, &theme.name));
            if self.form.theme.is_empty() { all } else { all.chosen(&self.form.theme) }
        };
        self.groups.iter().enumerate().map(of).collect()
    }

    /// Nobody said that they answer in time: who does, and when.
    fn warning(&self) -> Option<Notice> {
        let asked = self.groups.get(self.alone?)?;
        let due = self.w.when(&asked.due, &self.now, &self.zone);
        let alone = self.w.t("question-alone").with("group", asked.name.as_str()).with("until", due);
        let others = self.groups.iter().enumerate();
        let others =
            others.filter(|(place, other)| Some(*place) != self.alone && other.there.before(asked.due));
        let others: Vec<&str> = others.map(|(_, other)| other.name.as_str()).collect();
        let mut more = match asked.there {
            There::From(at) => self
                .w
                .t("question-alone-from")
                .with("from", self.w.when(&at, &self.now, &self.zone))
                .to_string(),
            _ => self.w.t("question-alone-nobody").to_string(),
        };
        if !others.is_empty() {
            let told = self.w.t("question-alone-others").with("groups", others.join(", ")).to_string();
            more = format!("{more} {told}");
        }
        Some(Notice::soon(more).title(alone))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let at = Instant(1_795_267_200_000_000);
    let group = |name: &str, there| {
        let theme = |name: &str| Theme {
            id: relais_kernel::Clock::system().id(),
            name: name.into(),
            group_id: Uuid::nil(),
            group_name: "Experts 91-94".into(),
            team_id: relais_kernel::TeamId(Uuid::nil()),
        };
        let themes = ["Internet", "Mobile", "Facture", "Anticonstitutionnellement"].map(theme).to_vec();
        Asked { name: name.into(), themes, there, due: at }
    };
    let ask = |form: AskInput, groups, faults, alone| Ask {
        w,
        csrf: String::new(),
        form,
        faults,
        groups,
        minutes: 30,
        now: Instant(at.0 - 3_600_000_000),
        zone: TimeZone::UTC,
        alone,
    };
    let wrong = AskInput::default();
    let faults = wrong.check().err().unwrap_or_default();
    let one = || vec![group("Experts 91-94", There::Now(2))];
    let two = || vec![group("Experts 91-94", There::Nobody), group("Facture et contrats", There::Now(1))];
    let typed = AskInput { text: "Le voyant clignote orange.".into(), ..AskInput::default() };
    vec![
        Sample::of("questions/ask", &ask(AskInput::default(), one(), Faults::none(), None)),
        Sample::of("questions/ask refused", &ask(wrong, two(), faults, None)),
        Sample::of("questions/ask nobody answers", &ask(typed, two(), Faults::none(), Some(0))),
        Sample::of("questions/ask nobody to ask", &ask(AskInput::default(), vec![], Faults::none(), None)),
    ]
}
