//! The board: what was said, what waits beyond its time, what was done. Entries, never people.

use askama::Template;
use axum::extract::Query;
use relais_directory::settings::value;
use relais_kernel::{Instant, UnitId};
use relais_store::{Cut, Slice};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Chip, EmptyState, LinkButton, Pager, SearchBox, Tabs, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use super::{
    rules::{Frequency, PebbleKind, PebbleState, Theme},
    store::{self, Counts, Pebble, Which},
};
use crate::{
    EditDuties, ReadPebbles, SayPebble,
    settings::QUICK,
    tabs::{Face, faces},
};

const PAGE: usize = 30;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    show: String,
    place: String,
    q: String,
    after: String,
    before: String,
}

impl Asked {
    fn which(&self, quick: i64) -> Which {
        match self.show.as_str() {
            "late" => Which::Late,
            "quick" => Which::Quick(quick),
            "done" => Which::Done,
            "all" => Which::All,
            _ => Which::Open,
        }
    }

    /// The whole network instead of one's own unit.
    fn network(&self) -> bool {
        self.place == "network"
    }

    fn here(&self) -> Address<'_> {
        let fields = [("show", &self.show), ("place", &self.place), ("q", &self.q)];
        Address::new("/pebbles", fields.map(|(name, value)| (name, value.as_str())))
    }
}

#[derive(Template)]
#[template(path = "pebbles/list.html")]
struct List<'a> {
    w: &'a Words,
    asked: &'a Asked,
    now: Instant,
    slice: Slice<Pebble>,
    quick: i64,
    counts: Counts,
    /// Their own unit, when they have one.
    unit: Option<String>,
    may_say: bool,
    /// Whether they may say who answers what.
    may_name: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadPebbles>, Query(asked): Query<Asked>) -> Outcome {
    let (db, now) = (cx.db(), cx.now());
    let own = store::unit_of(&db, cx.viewer().person, cx.today()).await?;
    let place: Option<UnitId> = own.filter(|_| !asked.network());
    let cut = Cut::from_query(&asked.after, &asked.before);
    let quick = value(&db, &QUICK).await?;
    let slice = store::list(&db, (asked.which(quick), &asked.q), place, now, cut, PAGE).await?;
    let counts = store::counts(&db, place, quick, now).await?;
    let unit = match own {
        Some(unit) => store::unit_name(&db, unit).await?,
        None => None,
    };
    let may_say = cx.viewer().may::<SayPebble>();
    let may_name = cx.viewer().may::<EditDuties>();
    cx.page(
        cx.shell(cx.w.t("pebbles-title")),
        &List { w: &cx.w, asked: &asked, now, slice, quick, counts, unit, may_say, may_name },
    )
}

impl List<'_> {
    fn pager(&self) -> Pager {
        Pager::of(self.w, &self.asked.here(), self.slice.ends(|pebble| pebble.id))
    }

    fn search(&self) -> SearchBox {
        let asked = self.asked;
        SearchBox::new(self.w, self.asked.here(), "q", self.w.t("pebbles-search"))
            .value(&asked.q)
            .keeping([("show", asked.show.as_str()), ("place", asked.place.as_str())])
    }

    fn faces(&self) -> Tabs {
        faces(self.w, Face::Pebbles)
    }

    fn tabs(&self) -> Tabs {
        let here = Address::new("/pebbles", [("place", self.asked.place.as_str())]);
        let counts = self.counts;
        [
            ("", Which::Open, "pebbles-open", counts.open),
            ("late", Which::Late, "pebbles-late", counts.late),
            ("quick", Which::Quick(self.quick), "pebbles-quick", counts.quick),
            ("done", Which::Done, "pebbles-done", counts.done),
            ("all", Which::All, "pebbles-all", counts.said),
        ]
        .into_iter()
        .fold(Tabs::new(self.w, self.w.t("pebbles-which")), |tabs, (show, which, key, n)| {
            tabs.counted(here.with("show", show), self.w.t(key), n, self.asked.which(self.quick) == which)
        })
    }

    fn places(&self) -> Option<(String, String)> {
        let unit = self.unit.as_deref()?;
        let here = Address::new("/pebbles", [("show", self.asked.show.as_str())]);
        Some(if self.asked.network() {
            (here.with("place", ""), self.w.t("pebbles-of-unit").with("unit", unit).to_string())
        } else {
            (here.with("place", "network"), self.w.t("pebbles-of-network").to_string())
        })
    }

    fn chip(&self, pebble: &Pebble) -> Chip {
        if pebble.due_at < self.now && !matches!(pebble.state, PebbleState::Done | PebbleState::Refused) {
            return Chip::new(self.w.t("pebble-late")).tone(Tone::Late).icon("clock");
        }
        state_chip(self.w, pebble)
    }

    fn nothing(&self) -> EmptyState {
        if !self.asked.q.trim().is_empty() {
            return EmptyState::new(self.w.t("pebbles-none-found")).icon("search-x");
        }
        let key = match self.asked.which(self.quick) {
            Which::Quick(_) => "pebbles-none-quick",
            Which::Late => "pebbles-none-late",
            Which::Done => "pebbles-none-done",
            Which::Open | Which::All => "pebbles-none",
        };
        let state = EmptyState::new(self.w.t(key).with("days", self.quick))
            .icon("message-square")
            .more(self.w.t("pebbles-none-more"));
        if self.may_say {
            state.action(LinkButton::primary("/pebbles/new", self.w.t("pebble-say")).icon("plus"))
        } else {
            state
        }
    }

    fn scope(&self) -> String {
        match &self.unit {
            Some(unit) if !self.asked.network() => unit.clone(),
            _ => self.w.t("pebbles-network").to_string(),
        }
    }

    fn over(&self, pebble: &Pebble) -> String {
        let kind = self.w.t(&format!("pebble-kind-{}", pebble.kind)).to_string();
        let theme = self.w.t(&format!("pebble-theme-{}", pebble.theme)).to_string();
        match &pebble.unit_name {
            Some(unit) => format!("{kind} · {theme} · {unit}"),
            None => format!("{kind} · {theme}"),
        }
    }
}

/// Where an entry stands, in a word and with its day.
pub(super) fn state_chip(w: &Words, pebble: &Pebble) -> Chip {
    let state = w.t(&format!("pebble-state-{}", pebble.state)).to_string();
    let words = match pebble.planned_day {
        Some(day) => format!("{state} {}", w.t("pebble-by-day").with("day", w.day(&day))),
        None => state,
    };
    let chip = Chip::new(words).tone(super::tone(pebble.state));
    if pebble.state == PebbleState::Done { chip.icon("circle-check") } else { chip }
}

pub(super) fn a_pebble(text: &str, state: PebbleState) -> Pebble {
    let planned = matches!(state, PebbleState::Planned | PebbleState::Trying);
    Pebble {
        id: relais_kernel::Clock::system().id(),
        kind: PebbleKind::Irritant,
        unit_id: None,
        unit_name: Some("Évry".into()),
        theme: Theme::Tools,
        frequency: Frequency::Weekly,
        hinders: true,
        text: text.into(),
        author: Some("Inès Marchal".into()),
        voices: 4,
        state,
        answer: "Une imprimante neuve arrive jeudi.".into(),
        planned_day: planned.then(|| relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 26))),
        due_at: Instant(1_795_267_200_000_000),
        said_day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let asked = Asked::default();
    let list = |rows: Vec<Pebble>, now, unit: Option<&str>| {
        let n = i64::try_from(rows.len()).unwrap_or(0);
        let counts = Counts { said: n, open: n, late: n.min(1), done: 0, quick: n };
        let slice = Slice { rows, earlier: false, later: n > 2 };
        List {
            w,
            asked: &asked,
            now,
            slice,
            quick: QUICK.default,
            counts,
            unit: unit.map(str::to_owned),
            may_say: true,
            may_name: true,
        }
    };
    let long = "Anticonstitutionnellement-long".repeat(8);
    let several = vec![
        a_pebble("L’imprimante du fond tombe en panne chaque samedi.", PebbleState::Received),
        a_pebble("Sept logiciels ouverts pour répondre à une question.", PebbleState::Planned),
        a_pebble(&long, PebbleState::Done),
    ];
    let early = Instant(1_795_000_000_000_000);
    vec![
        Sample::of("pebbles/list", &list(several.clone(), early, Some("Évry"))),
        Sample::of("pebbles/list late", &list(several, Instant(1_895_000_000_000_000), Some("Évry"))),
        Sample::of("pebbles/list one", &list(vec![a_pebble("Aïe.", PebbleState::Trying)], early, None)),
        Sample::of("pebbles/list empty", &list(vec![], early, None)),
    ]
}
