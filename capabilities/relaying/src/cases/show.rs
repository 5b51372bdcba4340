//! A customer's request: what they were promised until when, what was found out for them, and what to do now.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse as _, Response},
};
use jiff::tz::TimeZone;
use relais_baton::{Actor, Baton, Holder, Told, actor, hours_of};
use relais_contact::Contact;
use relais_kernel::Instant;
use relais_web::{
    Can, Cx, Failure, Live, Outcome, Page, Sample,
    components::{Button, Chip, Choices, Facts, Field, Html, LinkButton, Notice, Select, Tone},
};
use relais_words::{Faults, Words};
use uuid::Uuid;

use super::{
    checks::{CallInput, CallResult, EndInput, Outcome as Ends},
    promise::{self, Soon},
    reading::{self, Asked, Case, Touch, UnitLine},
};
use crate::{
    ReadCases,
    questions::checks::{PassInput, QuestionState},
    references,
    status::on_case::{self, OnCase},
};

/// What was typed on the page and refused.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed {
    pub(crate) call: CallInput,
    pub(crate) end: EndInput,
    pub(crate) pass: PassInput,
    pub(crate) faults: Faults,
}

#[derive(Template)]
#[template(path = "cases/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    now: Instant,
    zone: TimeZone,
    case: Case,
    promise: Baton,
    me: Actor,
    /// Opened for whoever keeps the promise alone.
    contact: Option<Contact>,
    asked: Vec<Asked>,
    touches: Vec<Touch>,
    handoffs: i64,
    /// Where the reference opens in the organisation's own tool.
    opens: Option<String>,
    call_due: Option<Instant>,
    soon: Vec<(Soon, Instant)>,
    units: Vec<UnitLine>,
    typed: Typed,
    live: Live,
    by_link: OnCase,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadCases>, Path(id): Path<Uuid>) -> Outcome {
    shown(&cx, id, Typed::default()).await
}

async fn shown(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Page> {
    let (db, now, today) = (cx.db(), cx.now(), cx.today());
    let me = actor(&db, cx.viewer().person, today).await?;
    let live = cx.live(relais_baton::topics(&me)).await?;
    let (case, promise) = reading::read(&db, id, &me, today).await?.ok_or(Failure::NotFound)?;
    let mine = promise.is_held() && me.holds(&promise);
    let contact = match case.contact_id.filter(|_| mine) {
        Some(contact) => relais_contact::read(&db, contact).await?,
        None => None,
    };
    let hours = hours_of(&db, case.unit_id, today).await?;
    let mut units = if mine { reading::units(&db, today).await? } else { Vec::new() };
    units.retain(|unit| Some(unit.id) != case.unit_id);
    let by_link = on_case::of(&db, (id, mine), contact.as_ref(), cx.site().settings().texts).await?;
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        now,
        zone: cx.organisation().zone.clone(),
        asked: reading::asked(&db, id).await?,
        touches: reading::touches(&db, id).await?,
        handoffs: reading::handoffs(&db, promise.id).await?,
        call_due: reading::call_due(&db, id).await?,
        soon: promise::offered(&hours, now),
        opens: references::store::format(&db).await?.opens(&case.reference),
        case,
        promise,
        me,
        contact,
        units,
        typed,
        live: live.at(format!("/cases/{id}")).saying(cx.w.t("case-changed")),
        by_link,
    };
    let shell = cx.shell(cx.w.t("case")).back("/cases", cx.w.t("cases-title"));
    cx.page(shell, &show)
}

/// The page with what was typed on it and refused.
pub(crate) async fn refused(cx: &Cx, id: Uuid, typed: Typed) -> Outcome<Response> {
    Ok(shown(cx, id, typed).await?.refused().into_response())
}

impl Show<'_> {
    fn mine(&self) -> bool {
        self.promise.is_held() && self.me.holds(&self.promise)
    }

    fn chip(&self) -> Chip {
        chip(self.w, &self.case, self.now)
    }

    fn title(&self) -> String {
        let name = self.contact.as_ref().and_then(|contact| contact.given_name.as_ref());
        match name {
            Some(name) => self.w.t("case-of").with("name", name.text()).to_string(),
            None => self.w.t("case").to_string(),
        }
    }

    /// What was promised, to whom, and who keeps it.
    fn sentence(&self) -> Option<String> {
        let at = self.w.when(&self.case.next_contact_at?, &self.now, &self.zone);
        let key = match self.promise.holder {
            Some(Holder::Person(person)) if person == self.me.person => "case-kept-by-you",
            Some(Holder::Person(_)) => "case-kept",
            _ => "case-kept-by-team",
        };
        Some(self.w.t(key).with("at", at).to_string())
    }

    /// A call is due: whom to call by when, and what to say.
    fn calling(&self) -> Option<Notice> {
        let due = self.call_due.filter(|due| self.mine() && *due <= self.now)?;
        let at = self.w.when(&self.case.next_contact_at.unwrap_or(due), &self.now, &self.zone);
        let answered = self.asked.iter().any(|asked| asked.state == QuestionState::Answered);
        let title = self.w.t("case-call-now").with("at", at);
        let say = self.w.t(if answered { "case-say-answered" } else { "case-say" });
        Some(Notice::soon(say).title(title))
    }

    fn phone(&self) -> Option<(String, String)> {
        let phone = self.contact.as_ref()?.phone.as_ref()?;
        Some((format!("tel:{}", phone.e164()), national(phone.e164())))
    }

    fn facts(&self) -> Facts {
        let days = (self.now.day(&self.zone).date() - self.case.opened_day.date()).get_days();
        let contacts = i64::try_from(self.touches.len()).unwrap_or(i64::MAX);
        let mut channels: Vec<&str> = self.touches.iter().map(|touch| touch.channel.as_str()).collect();
        channels.sort_unstable();
        channels.dedup();
        let channels: Vec<String> =
            channels.iter().map(|channel| self.w.t(&format!("case-channel-{channel}")).to_string()).collect();
        Facts::new()
            .fact(
                self.w.t("case-reference"),
                if self.case.reference.is_empty() { "–" } else { &self.case.reference },
            )
            .fact(self.w.t("case-unit"), self.case.unit_name.as_deref().unwrap_or("–"))
            .fact(self.w.t("case-contacts"), format!("{} · {}", self.w.number(contacts), channels.join(", ")))
            .fact(self.w.t("case-handoffs"), self.w.number(self.handoffs))
            .fact(self.w.t("case-days"), self.w.t("case-days-n").with("n", i64::from(days)))
    }

    fn ended(&self) -> Option<Facts> {
        let outcome = self.case.outcome?;
        let facts = Facts::new().fact(self.w.t("case-outcome"), self.w.t(&format!("case-outcome-{outcome}")));
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Some(
            facts
                .maybe(self.w.t("case-reason"), some(&self.case.outcome_words))
                .maybe(self.w.t("case-appeal"), some(&self.case.appeal)),
        )
    }

    fn asked_chip(&self, asked: &Asked) -> Chip {
        let tone = if asked.state == QuestionState::Answered { Tone::Kept } else { Tone::Soon };
        Chip::new(self.w.t(&format!("question-state-{}", asked.state))).tone(tone)
    }

    fn touched(&self, touch: &Touch) -> String {
        let what = self.w.t(&format!("case-touch-{}-{}", touch.kind, touch.result)).to_string();
        format!("{} · {what}", self.w.when(&touch.at, &self.now, &self.zone))
    }

    fn results(&self) -> Choices {
        let empty = Choices::one(self.w, "result", self.w.t("call-result")).across().required().untold();
        let all = CallResult::ALL
            .iter()
            .fold(empty, |all, result| all.choice(result, self.w.t(&format!("call-result-{result}"))));
        all.chosen(&self.typed.call.result).error(self.typed.faults.on("result", self.w))
    }

    fn next(&self) -> Choices {
        promises(self.w, &self.soon, &self.typed.call.promised, (self.now, &self.zone))
            .error(self.typed.faults.on("promised", self.w))
    }

    fn tellings(&self) -> Choices {
        let empty = Choices::one(self.w, "told", self.w.t("case-told")).required().untold();
        let all = Told::ALL
            .iter()
            .fold(empty, |all, told| all.choice(told, self.w.t(&format!("case-told-{told}"))));
        all.chosen(&self.typed.end.told).error(self.typed.faults.on("told", self.w))
    }

    fn outcomes(&self) -> Choices {
        let empty = Choices::one(self.w, "outcome", self.w.t("case-outcome")).required().untold();
        let all = Ends::ALL
            .iter()
            .fold(empty, |all, outcome| all.choice(outcome, self.w.t(&format!("case-outcome-{outcome}"))));
        all.chosen(&self.typed.end.outcome).error(self.typed.faults.on("outcome", self.w))
    }

    fn passing(&self) -> Select {
        let empty = Select::new(self.w, "to", self.w.t("case-pass-to")).option("", "");
        let some = self.units.iter().fold(empty, |all, unit| all.option(unit.id, &unit.name));
        some.value(&self.typed.pass.to).error(self.typed.faults.on("to", self.w)).required().untold()
    }

    fn call_is_open(&self) -> bool {
        self.wrong(&["result", "promised", "day", "at", "words"]) || self.calling().is_some()
    }

    fn end_is_open(&self) -> bool {
        self.wrong(&["told", "outcome", "reason", "appeal"])
    }

    fn wrong(&self, fields: &[&str]) -> bool {
        fields.iter().any(|field| self.typed.faults.on(field, self.w).is_some())
    }

    /// What the customer wrote by their link.
    fn said(&self) -> Html {
        self.by_link.said(self.w, (self.now, &self.zone))
    }

    /// What can be done with that link.
    fn link(&self) -> Html {
        self.by_link.doing(self.w, &self.csrf, self.case.id)
    }

    fn baton_href(&self) -> String {
        format!("/batons/{}", self.promise.id)
    }
}

/// When they hear, as one tap or another hour.
pub(crate) fn promises(
    w: &Words,
    soon: &[(Soon, Instant)],
    chosen: &str,
    (now, zone): (Instant, &TimeZone),
) -> Choices {
    let empty = Choices::one(w, "promised", w.t("promise-when")).across().untold();
    let all = soon.iter().fold(empty, |all, (code, at)| {
        all.choice(code, w.t("promise-before").with("at", w.when(at, &now, zone)))
    });
    all.choice("other", w.t("promise-other")).chosen(chosen)
}

/// How it stands, in a word.
pub(super) fn chip(w: &Words, case: &Case, now: Instant) -> Chip {
    match (case.outcome, case.next_contact_at) {
        (Some(outcome), _) => Chip::new(w.t(&format!("case-outcome-{outcome}"))).tone(Tone::Kept),
        (None, Some(next)) if next < now => Chip::new(w.t("case-late")).tone(Tone::Late).icon("clock"),
        _ => Chip::new(w.t("case-waits")).tone(Tone::Soon),
    }
}

/// Metropolitan France and the departments overseas: what people there dial with a zero.
const DIALLED_WITH_ZERO: [&str; 6] = ["+33", "+262", "+590", "+594", "+596", "+508"];

/// `06 12 34 56 78` as it is dialled in France; as it is with its country elsewhere.
fn national(e164: &str) -> String {
    let rest =
        DIALLED_WITH_ZERO.iter().find_map(|code| e164.strip_prefix(code)).filter(|rest| rest.len() == 9);
    let Some(rest) = rest else { return e164.to_owned() };
    let digits: Vec<char> = std::iter::once('0').chain(rest.chars()).collect();
    digits.chunks(2).map(|pair| pair.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

pub(crate) fn a_case(text: &str, outcome: Option<Ends>, next: Option<Instant>) -> Case {
    Case {
        id: Uuid::nil(),
        contact_id: None,
        unit_id: None,
        unit_name: Some("Évry".into()),
        promise_id: relais_kernel::BatonId(Uuid::nil()),
        channel: super::checks::Channel::Shop,
        reference: "CL-2027/41".into(),
        text: text.into(),
        next_contact_at: next,
        outcome,
        outcome_words: outcome.map(|_| "Le contrat ne le permet pas.".into()).unwrap_or_default(),
        appeal: outcome.map(|_| "Le médiateur des communications.".into()).unwrap_or_default(),
        opened_day: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
        ended_day: outcome.map(|_| relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 22))),
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let me = relais_kernel::PersonId(Uuid::nil());
    let other = relais_kernel::PersonId(Uuid::from_u128(1));
    let at = |minutes: i64| Instant(1_795_267_200_000_000 + minutes * 60_000_000);
    let touch = |kind: &str, result: &str, channel: &str| Touch {
        channel: channel.into(),
        kind: kind.into(),
        result: result.into(),
        text: String::new(),
        at: at(-120),
    };
    let show = |holder, outcome: Option<Ends>, typed: Typed| Show {
        opens: Some("https://crm.exemple.fr/clients/CL-2027-41".into()),
        w,
        csrf: String::new(),
        now: at(0),
        zone: TimeZone::UTC,
        case: a_case(
            "Nouvelle box, le voyant clignote orange depuis ce matin.",
            outcome,
            outcome.is_none().then(|| at(15)),
        ),
        promise: Baton {
            end: outcome.map(|outcome| relais_baton::End { outcome: outcome.to_string(), at: at(0) }),
            ..Baton::sample(Holder::Person(holder))
        },
        me: Actor { person: me, teams: vec![] },
        contact: None,
        asked: vec![Asked {
            id: Uuid::nil(),
            text: "Nouvelle box, le voyant clignote orange depuis ce matin.".into(),
            state: QuestionState::Answered,
            due_at: at(10),
            group_name: "Experts 91-94".into(),
            answer: Some("1. Débrancher.\n2. Attendre dix secondes.".into()),
        }],
        touches: vec![touch("visit", "heard", "shop"), touch("reassurance", "missed", "phone")],
        handoffs: 1,
        call_due: outcome.is_none().then(|| at(-1)),
        soon: vec![(Soon::Hour, at(60)), (Soon::Closing, at(240)), (Soon::NextDay, at(2000))],
        units: vec![UnitLine {
            id: relais_kernel::UnitId(Uuid::nil()),
            name: "Anticonstitutionnellement".into(),
        }],
        typed,
        live: Live::still(),
        by_link: OnCase::default(),
    };
    let refused_end = EndInput { outcome: "refused".into(), told: "heard".into(), ..EndInput::default() };
    let faults = refused_end.check().err().unwrap_or_default();
    let end = Typed { end: refused_end, faults, ..Typed::default() };
    let none = relais_words::Fault::on("result", "call-result-none").into();
    let linked = |mut show: Show<'_>| {
        show.by_link = on_case::examples(at(-30));
        Sample::of("cases/show with a link", &show)
    };
    vec![
        linked(show(me, None, Typed::default())),
        Sample::of("cases/show kept", &show(me, None, Typed::default())),
        Sample::of("cases/show end refused", &show(me, None, end)),
        Sample::of("cases/show call refused", &show(me, None, Typed { faults: none, ..Typed::default() })),
        Sample::of("cases/show of a colleague", &show(other, None, Typed::default())),
        Sample::of("cases/show ended", &show(me, Some(Ends::Refused), Typed::default())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_as_it_is_dialled() {
        assert_eq!(national("+33612345678"), "06 12 34 56 78");
        assert_eq!(national("+262639981122"), "06 39 98 11 22");
        assert_eq!(national("+4915123456789"), "+4915123456789");
        assert_eq!(national("+508412345"), "+508412345");
    }
}
