//! The cards: each promise in words, with the time that is left of it and the next thing to do.

use askama::Template;
use jiff::tz::TimeZone;
use relais_baton::{Card, Given, Mine};
use relais_kernel::{BatonKind, Day, Instant, Side as OfSide};
use relais_web::{
    Live,
    components::{BatonCard, Button, Chip, Due, EmptyState, Field, LinkButton, Notice, Side, Tone},
};
use relais_words::Words;

use super::presence::Said;

/// How many promises a page shows.
pub(crate) const SHOWN: i64 = 20;
/// How many of the things that somebody gave.
pub(crate) const GIVEN: i64 = 8;

/// A share of the delay below which a promise is soon due, in percent.
const SOON: u8 = 33;

#[derive(Clone, Template)]
#[template(path = "batons/cards.html")]
pub(crate) struct Cards<'a> {
    pub(crate) w: &'a Words,
    pub(crate) csrf: String,
    pub(crate) now: Instant,
    pub(crate) zone: TimeZone,
    pub(crate) kinds: &'a [BatonKind],
    pub(crate) cards: &'a [Card],
    pub(crate) given: &'a [Given],
    pub(crate) said: Said<'a>,
    /// How many promises are asked of one person, once they keep that many.
    pub(crate) full: Option<i64>,
    pub(crate) live: Live,
}

impl Cards<'_> {
    fn kind(&self, code: &str) -> Option<&BatonKind> {
        self.kinds.iter().find(|kind| kind.code == code)
    }

    /// How many people's promises wait for a word; more than the page shows is said as such.
    fn headline(&self) -> String {
        let n = i64::try_from(self.shown().len()).unwrap_or(SHOWN);
        let key = if self.more() { "batons-waiting-more" } else { "batons-waiting" };
        self.w.t(key).with("n", n).to_string()
    }

    fn next(&self) -> Option<String> {
        let first = self.shown().first().map(due_at)?;
        if first < self.now {
            return Some(self.w.t("batons-next-late").to_string());
        }
        Some(self.w.t("batons-next").with("until", until(self.w, first, self.now, &self.zone)).to_string())
    }

    fn shown(&self) -> &[Card] {
        let size = usize::try_from(SHOWN).unwrap_or(usize::MAX);
        self.cards.get(..size).unwrap_or(self.cards)
    }

    fn more(&self) -> bool {
        self.shown().len() < self.cards.len()
    }

    fn card(&self, card: &Card) -> BatonCard {
        let w = self.w;
        let title = card.title.as_deref().unwrap_or_default();
        let (who, promise) = match self.kind(&card.kind) {
            Some(kind) => (
                w.t(&kind.key("who")).with("title", title).to_string(),
                w.t(&kind.key("promise")).to_string(),
            ),
            None => (title.to_owned(), w.t("baton-some").to_string()),
        };
        let side = match card.side {
            OfSide::Customer => Side::Customer,
            OfSide::Employee => Side::Employee,
        };
        let waiting = w.t("baton-waiting").with("n", card.waiting).to_string();
        let more = match &card.unit_name {
            Some(unit) => format!("{unit} · {waiting}"),
            None => waiting,
        };
        let drawn = BatonCard::new(side, who, promise).more(more).due(self.due(card));
        let drawn = match card.how {
            Mine::Held => drawn,
            Mine::Offered => drawn.holder(w.t("baton-held-out")),
            Mine::Team => drawn.holder(w.t("baton-of-team")),
            Mine::TeamOffered => drawn.holder(w.t("baton-held-out-to-team")),
        };
        let page = format!("/batons/{}", card.id);
        match (card.how, self.kind(&card.kind)) {
            (Mine::Held, Some(kind)) => drawn
                .action(LinkButton::primary(kind.href(card.subject_id), w.t(&kind.key("act"))))
                .action(LinkButton::plain(page, w.t("baton-follow"))),
            (Mine::Held, None) => drawn.action(LinkButton::plain(page, w.t("baton-follow"))),
            _ => drawn.action(self.taking(card)).action(LinkButton::plain(page, w.t("baton-read"))),
        }
    }

    /// Taking is a form: a page that is only looked at changes nothing.
    fn taking(&self, card: &Card) -> Taking {
        let offer = card.offer_id.map(|offer| offer.to_string()).unwrap_or_default();
        Taking { w: self.w.clone(), csrf: self.csrf.clone(), id: card.id.to_string(), offer }
    }

    fn due(&self, card: &Card) -> Due {
        let due = due_at(card);
        let left = left(card.created_at, due, self.now);
        let tone = if due < self.now {
            Tone::Late
        } else if left < SOON {
            Tone::Soon
        } else {
            Tone::Kept
        };
        Due::new(self.w, until(self.w, due, self.now, &self.zone), left, tone)
    }

    fn given_chip(&self, given: &Given) -> Chip {
        match &given.outcome {
            Some(outcome) => outcome_chip(self.w, outcome),
            None if given.promised_at < self.now => {
                Chip::new(self.w.t("baton-late")).tone(Tone::Late).icon("clock")
            }
            None => {
                let until = until(self.w, given.promised_at, self.now, &self.zone);
                Chip::new(self.w.t("baton-answer-by").with("until", until)).icon("clock")
            }
        }
    }

    fn given_href(&self, given: &Given) -> String {
        self.kind(&given.kind).map(|kind| kind.href(given.subject_id)).unwrap_or_default()
    }

    fn nothing(&self) -> EmptyState {
        EmptyState::new(self.w.t("batons-none")).icon("circle-check").more(self.w.t("batons-none-more"))
    }
}

/// How it ended, in a word.
pub(super) fn outcome_chip(w: &Words, outcome: &str) -> Chip {
    let key = format!("baton-outcome-{outcome}");
    let chip = Chip::new(if w.has(&key) { w.t(&key).to_string() } else { outcome.to_owned() });
    if outcome == "done" { chip.tone(Tone::Kept).icon("circle-check") } else { chip }
}

/// A form with one button.
#[derive(Clone, Debug, Template)]
#[template(path = "batons/taking.html")]
struct Taking {
    w: Words,
    csrf: String,
    id: String,
    offer: String,
}

impl askama::filters::HtmlSafe for Taking {}

/// What a card counts down to: the work's own target when it has one, else what was promised.
fn due_at(card: &Card) -> Instant {
    card.target_at.map_or(card.promised_at, |target| target.min(card.promised_at))
}

/// How much of a delay is left, in percent.
fn left(from: Instant, due: Instant, now: Instant) -> u8 {
    let (whole, rest) = (due.since(from).as_secs(), due.since(now).as_secs());
    u8::try_from(rest.min(whole) * 100 / whole.max(1)).unwrap_or(100)
}

/// « 15 min », « avant 16 h », « lundi 23 novembre », « depuis hier »: as a colleague would say it.
pub(super) fn until(w: &Words, due: Instant, now: Instant, zone: &TimeZone) -> String {
    if due < now {
        return w.t("due-since").with("span", span(w, now.since(due).as_secs() / 60)).to_string();
    }
    let minutes = due.since(now).as_secs() / 60;
    let (there, here) = (due.at(zone), now.at(zone));
    if minutes < 60 {
        span(w, minutes)
    } else if there.date() == here.date() {
        let minute = i32::from(there.hour()) * 60 + i32::from(there.minute());
        w.t("due-before").with("time", w.minutes(&minute)).to_string()
    } else {
        w.weekday(&Day::from_date(there.date()))
    }
}

fn span(w: &Words, minutes: u64) -> String {
    let n = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    match minutes {
        0..60 => w.t("due-minutes").with("n", n(minutes)).to_string(),
        60..1440 => w.t("due-hours").with("n", n(minutes / 60)).to_string(),
        _ => w.t("due-days").with("n", n(minutes / 1440)).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use relais_kernel::Locale;
    use relais_words::{Catalogue, Source};

    use super::*;

    fn words() -> Words {
        let (fr, en) = (include_str!("../../locales/fr.ftl"), include_str!("../../locales/en.ftl"));
        let catalogue = Catalogue::build(&[Source { room: "home", fr, en }]).unwrap();
        Words::new(Arc::new(catalogue), Locale::Fr)
    }

    fn at(text: &str) -> Instant {
        text.parse::<jiff::Timestamp>().unwrap().into()
    }

    #[test]
    fn a_delay_is_said_as_a_colleague_says_it() {
        let (w, zone) = (words(), TimeZone::get("Europe/Paris").unwrap());
        let now = at("2026-11-21T13:20:00Z");
        for (due, said) in [
            ("2026-11-21T13:35:00Z", "15\u{a0}min"),
            ("2026-11-21T15:00:00Z", "avant 16\u{a0}h"),
            ("2026-11-23T08:00:00Z", "lundi 23 novembre"),
            ("2026-11-21T23:30:00Z", "dimanche 22 novembre"),
            ("2026-11-21T13:05:00Z", "depuis 15\u{a0}min"),
            ("2026-11-21T10:05:00Z", "depuis 3\u{a0}h"),
            ("2026-11-18T10:05:00Z", "depuis 3\u{a0}jours"),
        ] {
            assert_eq!(until(&w, at(due), now, &zone), said, "{due}");
        }
    }

    #[test]
    fn a_ring_empties_until_it_is_due() {
        let (from, due) = (at("2026-11-21T10:00:00Z"), at("2026-11-21T20:00:00Z"));
        for (now, percent) in [
            ("2026-11-21T09:00:00Z", 100),
            ("2026-11-21T10:00:00Z", 100),
            ("2026-11-21T15:00:00Z", 50),
            ("2026-11-21T20:00:00Z", 0),
            ("2026-11-22T20:00:00Z", 0),
        ] {
            assert_eq!(left(from, due, at(now)), percent, "{now}");
        }
        assert_eq!(left(due, due, from), 0, "a delay of no length has nothing to empty");
    }
}
