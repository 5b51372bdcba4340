//! An entry: what was said, who it concerns, until when, what became of it, and what its reader can do now.

use askama::Template;
use axum::extract::Path;
use jiff::tz::TimeZone;
use relais_baton::{Actor, Baton, Chapter, Holder, Line, Reader, Waiter, WaiterKind, Waiting, actor, story};
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Failure, Outcome, Page, Sample,
    components::{Button, Chip, Choices, Face, Field, LinkButton, Notice, StoryEntry, StoryLine, Tone},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    list::{a_pebble, state_chip},
    merge,
    rules::{AnswerInput, LONGEST, PebbleState},
    store::{self, Pebble},
    words::{self, Word},
};
use crate::{ReadPebbles, SayPebble};

#[derive(Template)]
#[template(path = "pebbles/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    zone: TimeZone,
    now: Instant,
    pebble: Pebble,
    open: Option<Baton>,
    me: Actor,
    may_say: bool,
    story: Vec<Chapter>,
    /// The entry that this one is answered with.
    leader: Option<Pebble>,
    /// Those that are answered with this one.
    merged: Vec<Pebble>,
    /// What was said on it after it.
    words: Vec<Word>,
    form: AnswerInput,
    faults: Faults,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadPebbles>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, AnswerInput::default(), Faults::none()).await
}

pub(crate) async fn shown(cx: &Cx, id: Uuid, form: AnswerInput, faults: Faults) -> Outcome<Page> {
    let db = cx.db();
    let pebble = store::by_id(&db, id).await?.ok_or(Failure::NotFound)?;
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    let open = store::promise(&db, id).await?;
    // The story is for those who keep the promise or wait for it; everybody else reads the answer.
    let story = match &open {
        Some(open) if me.holds(open) || waits(open, &me) => story(&db, open.id).await?,
        _ => Vec::new(),
    };
    let leader = match merge::leader_of(&db, id).await? {
        Some(leader) => store::by_id(&db, leader).await?,
        None => None,
    };
    let mut merged = Vec::new();
    for other in merge::merged_into(&db, id).await? {
        merged.extend(store::by_id(&db, other).await?);
    }
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        zone: cx.organisation().zone.clone(),
        now: cx.now(),
        pebble,
        open,
        me,
        may_say: cx.viewer().may::<SayPebble>(),
        story,
        leader,
        merged,
        words: words::of(&db, id).await?,
        form,
        faults,
    };
    let title = cx.w.t(&format!("pebble-kind-{}", show.pebble.kind)).to_string();
    cx.page(cx.shell(title).back("/pebbles", cx.w.t("pebbles-title")), &show)
}

fn waits(baton: &Baton, me: &Actor) -> bool {
    baton.waiters.iter().any(|waiter| waiter.who.person == Some(me.person))
}

impl Show<'_> {
    fn at(&self, verb: &str) -> String {
        format!("/pebbles/{}{verb}", self.pebble.id)
    }

    fn led(&self, leader: &Pebble) -> String {
        format!("/pebbles/{}", leader.id)
    }

    fn holds(&self) -> bool {
        self.open.as_ref().is_some_and(|open| self.me.holds(open))
    }

    fn joined(&self) -> bool {
        self.open.as_ref().is_some_and(|open| waits(open, &self.me))
    }

    /// Whoever answers answers all who said the same; what was merged is answered there.
    fn answers(&self) -> bool {
        self.holds() && self.leader.is_none()
    }

    /// Whether whoever said it gave no name, and may be asked through their receipt.
    fn may_ask(&self) -> bool {
        let boxed = |open: &Baton| open.waiters.iter().any(|waiter| waiter.who.kind == WaiterKind::Box);
        self.holds() && self.open.as_ref().is_some_and(boxed)
    }

    fn may_join(&self) -> bool {
        self.may_say && self.open.is_some() && !self.joined() && !self.holds()
    }

    fn chips(&self) -> Vec<Chip> {
        let late = self.open.as_ref().is_some_and(|open| open.is_late(self.now));
        let late = late.then(|| Chip::new(self.w.t("pebble-late")).tone(Tone::Late).icon("clock"));
        let theme = Chip::new(self.w.t(&format!("pebble-theme-{}", self.pebble.theme)));
        let often = Chip::new(self.w.t(&format!("pebble-frequency-{}", self.pebble.frequency)));
        let hinders = self.pebble.hinders.then(|| Chip::new(self.w.t("pebble-hinders")));
        [Some(state_chip(self.w, &self.pebble)), late, Some(theme), Some(often), hinders]
            .into_iter()
            .flatten()
            .collect()
    }

    /// Where it is passed on and spoken about, for whom it concerns.
    fn baton(&self) -> Option<LinkButton> {
        let open = self.open.as_ref().filter(|_| self.holds() || self.joined())?;
        let key = if self.holds() { "pebble-baton-yours" } else { "pebble-baton" };
        Some(LinkButton::plain(format!("/batons/{}", open.id), self.w.t(key)).icon("arrow-right"))
    }

    /// Who keeps the promise, and until when.
    fn promise(&self) -> Option<String> {
        let open = self.open.as_ref()?;
        let until = self.w.moment(&open.promised_at, &self.zone);
        let key = match open.holder {
            Some(Holder::Person(_)) if self.holds() => "pebble-promise-yours",
            Some(Holder::Team(_)) if self.holds() => "pebble-promise-your-team",
            Some(Holder::Person(_)) => "pebble-promise-held",
            Some(Holder::Team(_)) | None => "pebble-promise-team",
        };
        Some(self.w.t(key).with("until", until).to_string())
    }

    fn outcomes(&self) -> Choices {
        let choices = ["done", "planned", "trying", "refused"].into_iter().fold(
            Choices::one(self.w, "outcome", self.w.t("pebble-outcome"))
                .required()
                .error(self.faults.on("outcome", self.w)),
            |choices, outcome| {
                let words = self.w.t(&format!("pebble-outcome-{outcome}")).to_string();
                let hint = self.w.t(&format!("pebble-outcome-{outcome}-hint")).to_string();
                choices.explained(outcome, words, hint)
            },
        );
        if self.form.outcome.is_empty() { choices } else { choices.chosen(&self.form.outcome) }
    }

    fn line(&self) -> StoryLine {
        let Some(open) = &self.open else { return StoryLine::new() };
        let reader = Reader::of(&self.me, open);
        self.story.iter().map(|chapter| entry(&chapter.line(self.w, &self.zone, reader))).collect()
    }
}

fn entry(line: &Line) -> StoryEntry {
    let face = line.who.as_deref().map_or_else(|| Face::role("hourglass"), Face::of);
    let entry = StoryEntry::new(face, &line.when, &line.what).stamp(&line.stamp);
    let entry = line.who.iter().fold(entry, StoryEntry::by);
    line.words.iter().fold(entry, StoryEntry::told)
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let show = |pebble: Pebble, open: Option<Baton>, faults| Show {
        w,
        csrf: String::new(),
        zone: TimeZone::UTC,
        now: Instant(1_795_300_000_000_000),
        pebble,
        open,
        me: Actor { person: relais_kernel::PersonId(Uuid::nil()), teams: vec![] },
        may_say: true,
        story: vec![chapter("given", None), chapter("noted", Some("Encore ce matin."))],
        leader: None,
        merged: vec![],
        words: words::examples(),
        form: AnswerInput::default(),
        faults,
    };
    let held = |n| Baton::sample(Holder::Person(relais_kernel::PersonId(Uuid::from_u128(n))));
    let boxed = {
        let mut open = held(0);
        let who = Waiting { kind: WaiterKind::Box, person: None, id: None };
        let id = relais_kernel::WaiterId(Uuid::nil());
        open.waiters.push(Waiter { id, who, attempts: 0, told: None });
        open
    };
    let wrong = AnswerInput { outcome: "refused".into(), ..AnswerInput::default() };
    let faults =
        wrong.check(relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21))).err().unwrap_or_default();
    let text = "L’imprimante du fond tombe en panne chaque samedi.";
    let long = "Anticonstitutionnellement-long".repeat(8);
    vec![
        Sample::of(
            "pebbles/show held",
            &show(a_pebble(text, PebbleState::Received), Some(held(0)), Faults::none()),
        ),
        Sample::of(
            "pebbles/show refused",
            &show(a_pebble(text, PebbleState::Received), Some(held(0)), faults),
        ),
        Sample::of(
            "pebbles/show waits",
            &show(a_pebble(&long, PebbleState::Planned), Some(held(7)), Faults::none()),
        ),
        Sample::of(
            "pebbles/show merged",
            &Show {
                leader: Some(a_pebble(&long, PebbleState::Received)),
                ..show(a_pebble(text, PebbleState::Received), Some(held(0)), Faults::none())
            },
        ),
        Sample::of(
            "pebbles/show several",
            &Show {
                merged: vec![a_pebble(&long, PebbleState::Received)],
                ..show(a_pebble(text, PebbleState::Received), Some(held(0)), Faults::none())
            },
        ),
        Sample::of(
            "pebbles/show held, said without a name",
            &show(a_pebble(text, PebbleState::Received), Some(boxed), Faults::none()),
        ),
        Sample::of("pebbles/show done", &show(a_pebble(text, PebbleState::Done), None, Faults::none())),
    ]
}

fn chapter(code: &str, words: Option<&str>) -> Chapter {
    Chapter {
        seq: 1,
        at: Instant(1_795_267_200_000_000),
        code: code.into(),
        detail: String::new(),
        person_id: None,
        given_name: Some("Inès".into()),
        family_name: Some("Marchal".into()),
        words: words.map(str::to_owned),
    }
}
