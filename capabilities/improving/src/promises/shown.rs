//! A promise on its noun's page: who keeps it, until when, how many wait, joining them, and its story.

use askama::{Template, filters::HtmlSafe};
use jiff::tz::TimeZone;
use relais_baton::{Actor, Baton, Chapter, Holder, actor, story};
use relais_kernel::Instant;
use relais_web::{
    Cx, Outcome,
    components::{Button, Chip, Face, Field, Notice, StoryEntry, StoryLine, Tone},
};
use relais_words::Words;
use uuid::Uuid;

/// A promise as whoever reads the page sees it.
#[derive(Clone, Debug, Template)]
#[template(path = "promises/kept.html")]
pub(crate) struct Kept {
    w: Words,
    csrf: String,
    zone: TimeZone,
    now: Instant,
    open: Option<Baton>,
    me: Actor,
    voices: i64,
    author: Option<String>,
    /// Where joining is sent, for those who may.
    join: Option<String>,
    /// For those who keep it or wait for it; everybody else reads the answer.
    story: Vec<Chapter>,
}

impl HtmlSafe for Kept {}

/// How many wait, and the author's name if they wished it to stand there.
#[derive(Clone, Debug)]
pub(crate) struct Voices {
    pub(crate) n: i64,
    pub(crate) author: Option<String>,
}

impl Kept {
    /// The promise about a subject.
    pub(crate) async fn of(cx: &Cx, subject: Uuid, voices: Voices, join: Option<String>) -> Outcome<Self> {
        let db = cx.db();
        let me = actor(&db, cx.viewer().person, cx.today()).await?;
        let open = super::open(&db, subject).await?;
        let story = match &open {
            Some(open) if me.holds(open) || waits(open, &me) => story(&db, open.id).await?,
            _ => Vec::new(),
        };
        Ok(Self {
            w: cx.w.clone(),
            csrf: cx.csrf(),
            zone: cx.organisation().zone.clone(),
            now: cx.now(),
            open,
            me,
            voices: voices.n,
            author: voices.author,
            join,
            story,
        })
    }

    /// Whether whoever looks keeps it.
    pub(crate) fn is_mine(&self) -> bool {
        self.open.as_ref().is_some_and(|open| self.me.holds(open))
    }

    /// Whether somebody still keeps it.
    pub(crate) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Who looks.
    pub(crate) fn me(&self) -> &Actor {
        &self.me
    }

    /// « En retard », in words and colour.
    pub(crate) fn late(&self) -> Option<Chip> {
        let late = self.open.as_ref().is_some_and(|open| open.is_late(self.now));
        late.then(|| Chip::new(self.w.t("pebble-late")).tone(Tone::Late).icon("clock"))
    }

    fn waits(&self) -> bool {
        self.open.as_ref().is_some_and(|open| waits(open, &self.me))
    }

    fn joining(&self) -> Option<&str> {
        self.join.as_deref().filter(|_| self.is_open() && !self.waits() && !self.is_mine())
    }

    fn sentence(&self) -> Option<String> {
        let open = self.open.as_ref()?;
        let until = self.w.moment(&open.promised_at, &self.zone);
        let key = match open.holder {
            Some(Holder::Person(_)) if self.is_mine() => "pebble-promise-yours",
            Some(Holder::Team(_)) if self.is_mine() => "pebble-promise-your-team",
            Some(Holder::Person(_)) => "pebble-promise-held",
            Some(Holder::Team(_)) | None => "pebble-promise-team",
        };
        Some(self.w.t(key).with("until", until).to_string())
    }

    /// What happened, for those whom it concerns.
    pub(crate) fn line(&self) -> Option<StoryLine> {
        (!self.story.is_empty()).then(|| self.story.iter().map(|chapter| self.entry(chapter)).collect())
    }

    fn entry(&self, chapter: &Chapter) -> StoryEntry {
        let name = chapter.given_name.as_deref().zip(chapter.family_name.as_deref());
        let name = name.map(|(given, family)| format!("{given} {family}"));
        let face = name.as_deref().map_or_else(|| Face::role("hourglass"), Face::of);
        let what = self.w.t(&format!("baton-story-{}", chapter.code)).to_string();
        let entry = StoryEntry::new(face, self.w.moment(&chapter.at, &self.zone), what).stamp(chapter.at);
        let entry = match name {
            Some(name) => entry.by(name),
            None => entry,
        };
        match &chapter.words {
            Some(words) => entry.told(words),
            None => entry,
        }
    }

    /// One for examples of pages: of whoever looks when `mine`, else of somebody else.
    pub(crate) fn sample(w: &Words, open: bool, mine: bool) -> Self {
        let person = relais_kernel::PersonId(Uuid::nil());
        let holder = relais_kernel::PersonId(Uuid::from_u128(u128::from(!mine)));
        let chapter = Chapter {
            seq: 1,
            at: Instant(1_795_267_200_000_000),
            code: "given".into(),
            detail: String::new(),
            person_id: None,
            given_name: Some("Inès".into()),
            family_name: Some("Marchal".into()),
            words: Some("Encore ce matin.".into()),
        };
        Self {
            w: w.clone(),
            csrf: String::new(),
            zone: TimeZone::UTC,
            now: Instant(1_795_300_000_000_000),
            open: open.then(|| Baton::sample(Holder::Person(holder))),
            me: Actor { person, teams: Vec::new() },
            voices: 3,
            author: mine.then(|| "Inès Marchal".to_owned()),
            join: Some("/join".into()),
            story: if mine { vec![chapter] } else { Vec::new() },
        }
    }
}

fn waits(baton: &Baton, me: &Actor) -> bool {
    baton.waiters.iter().any(|waiter| waiter.who.person == Some(me.person))
}
