//! An entry: the answer, until when it holds, and what one can do about it.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use relais_baton::{Actor, actor};
use relais_kernel::Day;
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Face, Facts, Field, LinkButton, Notice, StoryEntry, StoryLine},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{EntryState, Event, Fresh, LONGEST_WORD, WordInput, fresh},
    index::Kind,
    shown,
    similar::is_of,
    store::{self, Entry, Happened, Version},
};
use crate::{ReadKnowledge, answers::Answer, settings::ENTRY_LASTS};

/// Which form of the page was sent, and what was typed in it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) word: WordInput,
    pub(crate) of: Of,
    pub(crate) faults: Faults,
}

/// The forms of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Of {
    #[default]
    Nothing,
    Doubt,
    Check,
    Withdraw,
}

#[derive(Template)]
#[template(path = "knowledge/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    today: Day,
    entry: Entry,
    answer: Answer,
    events: Vec<Happened>,
    before: Vec<Version>,
    helped: i64,
    /// Until when it holds if it is validated today.
    until: Day,
    /// Whether whoever reads is of the group.
    mine: bool,
    typed: Typed,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadKnowledge>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, Typed::default()).await
}

async fn shown(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Page> {
    let (db, today) = (cx.db(), cx.today());
    let me: Actor = actor(&db, cx.viewer().person, today).await?;
    let entry = store::read(&db, id, &me).await?.ok_or(Failure::NotFound)?;
    let lasts = relais_directory::settings::count(&db, &ENTRY_LASTS).await?;
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        today,
        answer: Answer::new(&entry.answer),
        events: store::events(&db, id).await?,
        before: store::versions(&db, id).await?,
        helped: store::reuses(&db, Kind::Entry, id).await?,
        until: today.plus(i32::try_from(lasts).unwrap_or(182)),
        mine: is_of(entry.team_id, &me),
        entry,
        typed,
    };
    let shell = cx.shell(&show.entry.title).back("/knowledge", cx.w.t("knowledge-title"));
    cx.page(shell, &show)
}

/// The page with what was typed on it and refused.
pub(crate) async fn refused(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Response> {
    Ok(shown(cx, id, typed).await?.refused().into_response())
}

impl Show<'_> {
    fn fresh(&self) -> Fresh {
        fresh(self.entry.state, self.entry.review_day, self.entry.expires_day, self.today)
    }

    fn chips(&self) -> Vec<Chip> {
        let doubted =
            self.entry.doubt_id.map(|_| Chip::new(self.w.t("knowledge-doubted")).icon("circle-help"));
        shown::chip(self.w, &self.entry, self.fresh()).into_iter().chain(doubted).collect()
    }

    fn warning(&self) -> Option<Notice> {
        (self.fresh() == Fresh::Expired).then(|| Notice::late(self.w.t("knowledge-expired-more")))
    }

    fn facts(&self) -> Facts {
        let day = |day: Option<Day>| day.map(|day| self.w.day(&day));
        let facts = Facts::new()
            .fact(self.w.t("knowledge-group"), &self.entry.group_name)
            .fact(self.w.t("knowledge-theme"), &self.entry.theme)
            .maybe(self.w.t("knowledge-checked-on"), day(self.entry.checked_day))
            .maybe(self.w.t("knowledge-holds-until"), day(self.entry.expires_day));
        let helped =
            (self.helped > 0).then(|| self.w.t("knowledge-helped-n").with("n", self.helped).to_string());
        facts.maybe(self.w.t("knowledge-helped-title"), helped)
    }

    fn is_withdrawn(&self) -> bool {
        self.entry.state == EntryState::Withdrawn
    }

    fn is_proposed(&self) -> bool {
        self.entry.state == EntryState::Proposed
    }

    fn doubting(&self) -> Field {
        let typed = if self.typed.of == Of::Doubt { self.typed.word.words.as_str() } else { "" };
        Field::area(self.w, "words", self.w.t("knowledge-doubt-words"))
            .id("doubt-words")
            .value(typed)
            .error(self.fault(Of::Doubt, "words"))
            .hint(self.w.t("knowledge-doubt-hint"))
            .required()
            .rows(3)
            .max_length(LONGEST_WORD)
    }

    fn until_field(&self) -> Field {
        let until = self.until.to_string();
        let typed = if self.typed.of == Of::Check { self.typed.word.expires.as_str() } else { &until };
        Field::date(self.w, "expires", self.w.t("knowledge-expires"))
            .value(typed)
            .error(self.fault(Of::Check, "expires"))
            .required()
            .untold()
            .short()
    }

    fn withdrawing(&self) -> Field {
        let typed = if self.typed.of == Of::Withdraw { self.typed.word.words.as_str() } else { "" };
        Field::text(self.w, "words", self.w.t("knowledge-withdraw-words"))
            .id("withdraw-words")
            .value(typed)
            .error(self.fault(Of::Withdraw, "words"))
            .required()
            .untold()
            .max_length(LONGEST_WORD)
    }

    fn is_wrong(&self, of: Of) -> bool {
        self.typed.of == of && !self.typed.faults.is_empty()
    }

    fn is_withdrawing_wrong(&self) -> bool {
        self.is_wrong(Of::Withdraw)
    }

    fn is_doubting_wrong(&self) -> bool {
        self.is_wrong(Of::Doubt)
    }

    fn fault(&self, of: Of, field: &str) -> Option<String> {
        if self.typed.of == of { self.typed.faults.on(field, self.w) } else { None }
    }

    fn edit(&self) -> LinkButton {
        LinkButton::plain(format!("/knowledge/{}/edit", self.entry.id), self.w.t("knowledge-edit"))
            .icon("pencil")
    }

    fn check_words(&self) -> String {
        let key = if self.is_proposed() { "knowledge-validate" } else { "knowledge-still-true" };
        self.w.t(key).to_string()
    }

    fn story(&self) -> StoryLine {
        self.events.iter().fold(StoryLine::new(), |line, one| {
            let what = self.w.t(&format!("knowledge-event-{}", one.kind)).to_string();
            let face = Face::role(match one.kind {
                Event::Written | Event::Changed => "pencil",
                Event::Imported => "file-up",
                Event::Checked | Event::Kept => "badge-check",
                Event::Doubted => "circle-help",
                Event::Withdrawn => "circle-x",
            });
            let entry = StoryEntry::new(face, self.w.day(&one.day), what);
            line.entry(if one.text.is_empty() { entry } else { entry.told(&one.text) })
        })
    }

    fn was(&self, version: &Version) -> Answer {
        Answer::new(&version.answer)
    }

    fn was_called(&self, version: &Version) -> String {
        let said =
            self.w.t("knowledge-version").with("n", version.version).with("day", self.w.day(&version.day));
        format!("{said} · {}", version.title)
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let event = |kind, text: &str| Happened {
        kind,
        text: text.into(),
        day: Day::from_date(jiff::civil::date(2026, 11, 21)),
    };
    let show = |entry: Entry, year, mine, typed| Show {
        w,
        csrf: String::new(),
        today: Day::from_date(jiff::civil::date(year, 11, 22)),
        answer: Answer::new(&entry.answer),
        events: vec![
            event(Event::Doubted, "Le bouton n’est plus au même endroit."),
            event(Event::Changed, ""),
            event(Event::Written, ""),
        ],
        before: vec![Version {
            version: 1,
            title: "Voyant orange".into(),
            answer: "Redémarrer.".into(),
            day: Day::from_date(jiff::civil::date(2026, 5, 2)),
        }],
        helped: 7,
        until: Day::from_date(jiff::civil::date(year + 1, 5, 22)),
        mine,
        entry,
        typed,
    };
    let entry = |state| super::list::an_entry("Le voyant clignote orange", state);
    let long = super::list::an_entry(&"Anticonstitutionnellement".repeat(4), EntryState::Valid);
    let wrong = |of, field: &'static str| Typed {
        word: WordInput { words: "ah".into(), expires: "demain".into() },
        of,
        faults: relais_words::Fault::on(field, "field-empty").into(),
    };
    vec![
        Sample::of("knowledge/show", &show(entry(EntryState::Valid), 2026, false, Typed::default())),
        Sample::of("knowledge/show of one's group", &show(long, 2026, true, Typed::default())),
        Sample::of(
            "knowledge/show over",
            &show(entry(EntryState::Valid), 2027, true, wrong(Of::Check, "expires")),
        ),
        Sample::of(
            "knowledge/show proposed",
            &show(entry(EntryState::Proposed), 2026, true, wrong(Of::Withdraw, "words")),
        ),
        Sample::of(
            "knowledge/show withdrawn",
            &show(entry(EntryState::Withdrawn), 2026, true, Typed::default()),
        ),
        Sample::of(
            "knowledge/show refused",
            &show(entry(EntryState::Valid), 2026, false, wrong(Of::Doubt, "words")),
        ),
    ]
}
