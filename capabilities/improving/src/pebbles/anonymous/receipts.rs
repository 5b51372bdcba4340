//! « Mes reçus »: what became of an entry, for whoever holds its receipt. No session counts here, the code alone; it comes
//! by a form, never in an address, and stands in no log.

use askama::Template;
use jiff::tz::TimeZone;
use relais_directory::organisations;
use relais_kernel::{Instant, OrgId};
use relais_sealed::{Code, Misread};
use relais_store::{Result, sql};
use relais_web::{
    Guest, Outcome, Page, Posted, Sample, Site,
    components::{Button, Chip, Field, LinkButton, Notice, Tone},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

use super::rows::Receipt;
use crate::pebbles::{
    list::{a_pebble, state_chip},
    rules::{LONGEST, PebbleState},
    store::{self, Pebble},
    words::{self, Word},
};

/// Codes read at once.
const MOST: usize = 50;

/// What was typed, or what a device had kept.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    code: Vec<String>,
}

/// What a receipt leads to.
#[derive(Clone, Debug)]
pub(super) enum Found {
    /// It waits in the sealed store.
    Waiting,
    /// It stands on the board.
    Released(Box<Released>),
}

#[derive(Clone, Debug)]
pub(super) struct Released {
    pub(super) pebble: Pebble,
    pub(super) org: OrgId,
    words: Vec<Word>,
    zone: TimeZone,
    /// Until when an answer is promised, while one is.
    due_at: Option<Instant>,
    /// Whether something said back waits for the next batch.
    reply_waits: bool,
}

/// A receipt on the page.
struct Card {
    code: String,
    found: Found,
}

#[derive(Template)]
#[template(path = "pebbles/anonymous/receipts.html")]
struct Receipts<'a> {
    w: &'a Words,
    csrf: String,
    now: Instant,
    signed_in: bool,
    typed: String,
    cards: Vec<Card>,
    /// What somebody wrote back and could not be kept, with its code.
    unsent: Option<(String, String)>,
    faults: Faults,
}

pub(crate) async fn page(guest: Guest) -> Outcome {
    shown(&guest, Vec::new(), None, Faults::none()).await
}

pub(crate) async fn find(guest: Guest, Posted(form): Posted<Form>) -> Outcome {
    shown(&guest, form.code, None, Faults::none()).await
}

/// The page with the receipts of some codes.
pub(super) async fn shown(
    guest: &Guest,
    typed: Vec<String>,
    unsent: Option<(String, String)>,
    mut faults: Faults,
) -> Outcome<Page> {
    let parts = typed.iter().flat_map(|text| text.split([',', ';', '\n'])).map(str::trim);
    let (mut cards, mut wrong) = (Vec::<Card>::new(), Vec::new());
    for part in parts.filter(|part| !part.is_empty()).take(MOST) {
        let found = match Code::read(part) {
            Ok(code) if cards.iter().any(|card| card.code == code.text()) => continue,
            Ok(code) => found(guest.site(), &code)
                .await?
                .map(|found| Card { code: code.text(), found })
                .ok_or("receipt-unknown"),
            Err(Misread::Mistyped) => Err("receipt-mistyped"),
            Err(Misread::NoCode) => Err("receipt-no-code"),
        };
        match found {
            Ok(card) => cards.push(card),
            Err(key) => {
                wrong.push(part.to_owned());
                if faults.on("code", &guest.w).is_none() {
                    faults.add(Fault::on("code", key));
                }
            }
        }
    }
    let refused = !faults.is_empty();
    let page = Receipts {
        w: &guest.w,
        csrf: guest.csrf(),
        now: guest.now(),
        signed_in: guest.viewer().is_some(),
        typed: wrong.join("\n"),
        cards,
        unsent,
        faults,
    };
    let page = guest.page(guest.w.t("receipts-title"), &page)?;
    Ok(if refused { page.refused() } else { page })
}

/// What a code leads to, whoever asks.
pub(super) async fn found(site: &Site, code: &Code) -> Result<Option<Found>, relais_web::Failure> {
    let sealed = site.sealed()?.db();
    let waiting = sql("select 1 from sealed_saying where receipt = $1").bind(code.hash());
    if waiting.value::<i32>(sealed).await?.is_some() {
        return Ok(Some(Found::Waiting));
    }
    let receipt: Option<Receipt> =
        sql("select receipt, org_id, pebble_id, released_day from sealed_receipt where receipt = $1")
            .bind(code.hash())
            .one(sealed)
            .await?;
    let Some(receipt) = receipt else { return Ok(None) };
    let db = site.db().org(receipt.org_id);
    let Some(pebble) = store::by_id(&db, receipt.pebble_id).await? else { return Ok(None) };
    let open = store::promise(&db, pebble.id).await?;
    let reply = sql("select 1 from sealed_reply where org_id = $1 and pebble_id = $2")
        .bind(receipt.org_id)
        .bind(pebble.id);
    Ok(Some(Found::Released(Box::new(Released {
        words: words::of(&db, pebble.id).await?,
        zone: organisations::by_id(&db, receipt.org_id).await?.map_or(TimeZone::UTC, |org| org.zone()),
        due_at: open.map(|open| open.promised_at),
        org: receipt.org_id,
        reply_waits: reply.value::<i32>(sealed).await?.is_some(),
        pebble,
    }))))
}

impl Receipts<'_> {
    fn chips(&self, released: &Released) -> Vec<Chip> {
        let late = released.due_at.is_some_and(|due| due < self.now);
        let late = late.then(|| Chip::new(self.w.t("pebble-late")).tone(Tone::Late).icon("clock"));
        [Some(state_chip(self.w, &released.pebble)), late].into_iter().flatten().collect()
    }

    fn promise(&self, released: &Released) -> String {
        match &released.due_at {
            Some(due) => {
                let until = self.w.moment(due, &released.zone);
                self.w.t("receipt-promise").with("until", until).to_string()
            }
            None => self.w.t("receipt-told").to_string(),
        }
    }

    /// What the author had begun to write back here.
    fn begun(&self, card: &Card) -> &str {
        self.unsent.as_ref().filter(|(code, _)| *code == card.code).map_or("", |(_, text)| text)
    }

    /// The field's own name where a fault must lead to it.
    fn reply_id(&self, card: &Card, index: &usize) -> String {
        let here = self.unsent.as_ref().is_some_and(|(code, _)| *code == card.code);
        if here { "text".to_owned() } else { format!("text-{index}") }
    }

    fn reply_fault(&self, card: &Card) -> Option<String> {
        self.unsent.as_ref().filter(|(code, _)| *code == card.code)?;
        self.faults.on("text", self.w).map(|said| said.to_string())
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let page = |cards: Vec<Card>, faults| Receipts {
        w,
        csrf: String::new(),
        now: Instant(1_795_300_000_000_000),
        signed_in: true,
        typed: if cards.is_empty() { "7K3M-9Q2X".into() } else { String::new() },
        cards,
        unsent: None,
        faults,
    };
    let code = |n: usize| format!("7K3M-9Q2X-B4TZ-8HNV-0C5J-YR6W-D1P{n}");
    let released = |n, text: &str, state, due_at: Option<i64>, words, reply_waits| Card {
        code: code(n),
        found: Found::Released(Box::new(Released {
            pebble: a_pebble(text, state),
            org: OrgId(uuid::Uuid::nil()),
            words,
            zone: TimeZone::UTC,
            due_at: due_at.map(Instant),
            reply_waits,
        })),
    };
    let text = "L’imprimante du fond tombe en panne chaque samedi.";
    let long = "Anticonstitutionnellement-long".repeat(8);
    let cards = vec![
        Card { code: code(1), found: Found::Waiting },
        released(2, text, PebbleState::Received, Some(1_796_000_000_000_000), vec![], true),
        released(3, &long, PebbleState::Received, Some(1_795_000_000_000_000), vec![], false),
        released(4, text, PebbleState::Done, None, words::examples(), false),
    ];
    let unknown = Faults::from(Fault::on("code", "receipt-unknown"));
    vec![
        Sample::of("pebbles/anonymous/receipts", &page(cards, Faults::none())),
        Sample::of("pebbles/anonymous/receipts refused", &page(vec![], unknown)),
    ]
}
