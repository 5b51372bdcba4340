//! One promise: who waits, until when, who keeps it, what can be done with it now, and its story.

use askama::Template;
use axum::extract::Path;
use jiff::tz::TimeZone;
use relais_baton::{
    Actor, Baton, Called, Holder, Line, Offer, Reader, actor, baton, called, concerns, story, title, topics,
};
use relais_kernel::{BatonId, BatonKind, Instant};
use relais_store::InOrg;
use relais_web::{
    Cx, Failure, Live, Outcome, Page,
    components::{Button, Chip, Choices, Face, Field, LinkButton, StoryEntry, StoryLine, Tone},
};
use relais_words::{Faults, Words};
use serde::Deserialize;

use super::{
    Kinds,
    cards::{outcome_chip, until},
};

/// What was typed into one of the forms of the page.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    pub(super) offer: String,
    pub(super) reason: String,
    pub(super) to: String,
    pub(super) words: String,
    pub(super) day: String,
}

/// The longest that is said at once.
pub(super) const LONGEST: usize = 2000;

#[derive(Template)]
#[template(path = "batons/show.html")]
pub(super) struct Show<'a> {
    pub(super) w: &'a Words,
    pub(super) csrf: String,
    pub(super) now: Instant,
    pub(super) zone: TimeZone,
    pub(super) live: Live,
    pub(super) kind: Option<BatonKind>,
    pub(super) baton: Baton,
    pub(super) title: Option<String>,
    pub(super) me: Actor,
    pub(super) names: Vec<(Holder, Called)>,
    pub(super) story: Vec<Line>,
    pub(super) form: Form,
    pub(super) faults: Faults,
}

pub(crate) async fn page(cx: Cx, kinds: Kinds, Path(id): Path<BatonId>) -> Outcome {
    shown(&cx, &kinds, id, Form::default(), Faults::none()).await
}

/// The baton, if it is or was this person's to keep or to wait for. To all others it does not exist.
pub(super) async fn found(on: &impl InOrg, cx: &Cx, id: BatonId) -> Outcome<(Baton, Actor)> {
    let me = actor(on, cx.viewer().person, cx.today()).await?;
    let found = baton(on, id).await?.ok_or(Failure::NotFound)?;
    let waits = found.waiters.iter().any(|waiter| waiter.who.person == Some(me.person));
    if waits || concerns(on, id, &me).await? { Ok((found, me)) } else { Err(Failure::NotFound) }
}

pub(super) async fn shown(cx: &Cx, kinds: &Kinds, id: BatonId, form: Form, faults: Faults) -> Outcome<Page> {
    let db = cx.db();
    let me = actor(&db, cx.viewer().person, cx.today()).await?;
    let live = cx.live(topics(&me)).await?.at(format!("/batons/{id}"));
    let (baton, me) = found(&db, cx, id).await?;
    let reader = Reader::of(&me, &baton);
    let zone = cx.organisation().zone.clone();
    let chapters = story(&db, id).await?;
    let asked = baton.offers.iter().map(|offer| offer.to);
    let holders: Vec<Holder> = baton.holder.into_iter().chain(asked).collect();
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        now: cx.now(),
        live: live.saying(cx.w.t("baton-changed")),
        kind: kinds.iter().find(|kind| kind.code == baton.kind).copied(),
        title: title(&db, &baton).await?,
        names: called(&db, &holders).await?.into_iter().collect(),
        story: chapters.iter().map(|chapter| chapter.line(&cx.w, &zone, reader)).collect(),
        zone,
        baton,
        me,
        form,
        faults,
    };
    if cx.wants_fragment() {
        return cx.piece(&show);
    }
    cx.page(cx.shell(cx.w.t("baton-title")).back("/", cx.w.t("home-menu")), &show)
}

impl Show<'_> {
    fn at(&self, verb: &str) -> String {
        format!("/batons/{}/{verb}", self.baton.id)
    }

    fn who(&self) -> String {
        let title = self.title.as_deref().unwrap_or_default();
        match &self.kind {
            Some(kind) => self.w.t(&kind.key("who")).with("title", title).to_string(),
            None => title.to_owned(),
        }
    }

    fn promise(&self) -> String {
        match &self.kind {
            Some(kind) => self.w.t(&kind.key("promise")).to_string(),
            None => self.w.t("baton-some").to_string(),
        }
    }

    fn subject(&self) -> Option<LinkButton> {
        let kind = self.kind.as_ref()?;
        let href = kind.href(self.baton.subject);
        Some(if self.mine() {
            LinkButton::primary(href, self.w.t(&kind.key("act")))
        } else {
            LinkButton::plain(href, self.w.t("baton-read"))
        })
    }

    fn due(&self) -> Chip {
        if let Some(end) = &self.baton.end {
            return outcome_chip(self.w, &end.outcome);
        }
        let due = self.baton.promised_at;
        let words = self.w.t("baton-answer-by").with("until", until(self.w, due, self.now, &self.zone));
        if due < self.now {
            Chip::new(self.w.t("baton-late")).tone(Tone::Late).icon("clock")
        } else {
            Chip::new(words).icon("clock")
        }
    }

    fn name(&self, holder: Holder) -> String {
        let known = self.names.iter().find(|(known, _)| *known == holder);
        known.map_or_else(|| self.w.t("baton-somebody").to_string(), |(_, called)| called.words(self.w))
    }

    /// « Vous le portez », « Nadège Fournier le porte ». Beyond its time it is late, and nobody is: who keeps it is not told
    /// beside that (PRV-09).
    fn holder(&self) -> Option<String> {
        if !self.baton.is_held() {
            return None;
        }
        let (holder, late) = (self.baton.holder?, self.baton.promised_at < self.now);
        Some(match holder {
            _ if self.mine() => self.w.t("baton-you-hold").to_string(),
            Holder::Person(_) if late => self.w.t("baton-held-by-somebody").to_string(),
            _ => self.w.t("baton-held-by").with("name", self.name(holder)).to_string(),
        })
    }

    fn mine(&self) -> bool {
        self.baton.is_held() && self.baton.holder == Some(Holder::Person(self.me.person))
    }

    fn holds(&self) -> bool {
        self.baton.is_held() && self.me.holds(&self.baton)
    }

    fn to_me(&self) -> Option<&Offer> {
        let mine = |holder| match holder {
            Holder::Person(person) => person == self.me.person,
            Holder::Team(team) => self.me.teams.contains(&team),
        };
        self.baton.offers.iter().find(|offer| mine(offer.to)).filter(|_| !self.mine())
    }

    /// « Je m'en occupe » stands where it is held out or where one's team holds it.
    fn may_take(&self) -> bool {
        self.baton.is_held() && !self.mine() && (self.holds() || self.to_me().is_some())
    }

    fn taken_offer(&self) -> String {
        self.to_me().map(|offer| offer.id.to_string()).unwrap_or_default()
    }

    fn may_withdraw(&self, offer: &Offer) -> bool {
        self.holds() || offer.by == Some(self.me.person)
    }

    fn waiting(&self) -> String {
        let n = i64::try_from(self.baton.waiters.len()).unwrap_or(i64::MAX);
        self.w.t("baton-waiting").with("n", n).to_string()
    }

    fn next_word(&self) -> Option<String> {
        let next = self.baton.hears_next_at.filter(|_| self.baton.is_held())?;
        let until = until(self.w, next, self.now, &self.zone);
        Some(self.w.t("baton-hears-next").with("until", until).to_string())
    }

    /// Whoever keeps it speaks to those who wait, or to those who work on it; the others to the latter.
    fn audience(&self) -> Choices {
        let chosen = if self.form.to.is_empty() { "waiting" } else { &self.form.to };
        Choices::one(self.w, "to", self.w.t("baton-say-to"))
            .explained("waiting", self.w.t("baton-say-waiting"), self.w.t("baton-say-waiting-hint"))
            .explained("working", self.w.t("baton-say-working"), self.w.t("baton-say-working-hint"))
            .chosen(chosen)
            .untold()
            .error(self.faults.on("to", self.w))
    }

    fn line(&self) -> StoryLine {
        self.story.iter().map(entry).collect()
    }
}

fn entry(line: &Line) -> StoryEntry {
    let face = line.who.as_deref().map_or_else(|| Face::role("hourglass"), Face::of);
    let entry = StoryEntry::new(face, &line.when, &line.what).stamp(&line.stamp);
    let entry = line.who.iter().fold(entry, StoryEntry::by);
    line.words.iter().fold(entry, StoryEntry::told)
}
