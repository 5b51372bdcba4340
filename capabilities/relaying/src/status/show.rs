//! The page of a customer's link. Reading it changes nothing and counts as nothing: mail and message scanners open every
//! link, and whoever opened a page has not heard an answer.

use askama::Template;
use axum::{extract::Path, response::Response};
use relais_kernel::{Day, Instant};
use relais_web::{
    Guest, Outcome, Page, Sample,
    components::{Button, Choices, Facts, Field, Notice},
};
use relais_words::{Faults, Words};

use super::{
    answer::{Lost, lost, quiet},
    effort::{self, EffortInput},
    place::Place,
    reading::{self, Seen, Step, Texts},
    say::SayInput,
    store::{self, A_DAY, LONGEST, Opened, Says},
};
use crate::cases::checks::Outcome as Ends;

/// What was typed on the page and refused.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    pub(super) say: SayInput,
    pub(super) effort: EffortInput,
    pub(super) faults: Faults,
}

#[derive(Template)]
#[template(path = "status/show.html")]
struct Show<'a> {
    w: &'a Words,
    csrf: String,
    path: String,
    now: Instant,
    today: Day,
    seen: Seen,
    typed: Typed,
}

pub(crate) async fn page(guest: Guest, Path(typed): Path<String>) -> Outcome<Response> {
    match store::opened(guest.site().db(), &typed, guest.now()).await? {
        Some(opened) => shown(&guest, &opened, Typed::default()).await.and_then(|page| answer(&guest, page)),
        None => lost(&guest),
    }
}

/// The page with what was typed on it and refused.
pub(super) async fn refused(guest: &Guest, opened: &Opened, typed: Typed) -> Outcome<Response> {
    let page = shown(guest, opened, typed).await?;
    answer(guest, page.map(Page::refused))
}

fn answer(guest: &Guest, page: Option<Page>) -> Outcome<Response> {
    page.map_or_else(|| lost(guest), |page| Ok(quiet(page)))
}

async fn shown(guest: &Guest, opened: &Opened, typed: Typed) -> Outcome<Option<Page>> {
    let (now, db) = (guest.now(), guest.site().db().org(opened.org_id));
    let Some((seen, today)) = reading::seen(&db, opened, now).await? else { return Ok(None) };
    let (w, csrf, path) = (&guest.w, guest.csrf(), opened.path.clone());
    let show = Show { w, csrf, path, now, today, seen, typed };
    guest.leaflet(w.t("status-title"), &show).map(Some)
}

impl Show<'_> {
    fn over(&self) -> String {
        let place = self.seen.place.as_ref().map(|place| place.name.clone());
        Some(self.seen.org_name.clone()).into_iter().chain(place).collect::<Vec<_>>().join(" · ")
    }

    /// The hour that was promised, with its words where it is over.
    fn promised(&self) -> Option<(bool, String)> {
        let at = self.seen.case.next_contact_at.filter(|_| self.seen.case.outcome.is_none())?;
        Some((at < self.now, self.w.when(&at, &self.now, &self.seen.zone)))
    }

    fn late(&self) -> Option<Notice> {
        let (_, at) = self.promised().filter(|(late, _)| *late)?;
        let more = if self.is_called() { "status-late-more" } else { "status-late-come" };
        Some(Notice::soon(self.w.t(more)).title(self.w.t("status-late").with("at", at).to_string()))
    }

    fn promise(&self) -> Option<(String, String)> {
        let (_, at) = self.promised().filter(|(late, _)| !late)?;
        let words = match (self.answer_is_there(), self.is_called()) {
            (true, true) => "status-answer-there",
            (true, false) => "status-answer-come",
            (false, true) => "status-we-look",
            (false, false) => "status-we-look-come",
        };
        Some((self.w.t("status-promised").with("at", at).to_string(), self.w.t(words).to_string()))
    }

    /// Whether somebody can call: who left no number is promised no call, and comes or calls themselves.
    fn is_called(&self) -> bool {
        self.seen.case.contact_id.is_some()
    }

    fn answer_is_there(&self) -> bool {
        self.seen.steps.iter().any(|(_, step)| *step == Step::Answered)
    }

    fn step(&self, (at, step): &(Instant, Step)) -> (&'static str, String, String) {
        let icon = match step {
            Step::Visit => "user-round",
            Step::Asked => "hand-helping",
            Step::Called | Step::Missed => "phone",
            Step::Answered | Step::Told => "circle-check",
            Step::Wrote => "send",
        };
        let when = self.w.when(at, &self.now, &self.seen.zone);
        (icon, when, self.w.t(&format!("status-step-{step}")).to_string())
    }

    /// How it ended. Who took it on is a colleague's name: they will say it themselves.
    fn ended(&self) -> Option<Facts> {
        let (case, outcome) = (&self.seen.case, self.seen.case.outcome?);
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let reason = some(&case.outcome_words).filter(|_| outcome != Ends::Relayed);
        let reason_key = if outcome == Ends::Alternative { "status-way" } else { "status-reason" };
        Some(
            Facts::new()
                .fact(self.w.t("status-outcome"), self.w.t(&format!("status-outcome-{outcome}")))
                .maybe(self.w.t(reason_key), reason)
                .maybe(self.w.t("status-appeal"), some(&case.appeal)),
        )
    }

    fn phone(&self) -> Option<(String, &str)> {
        let phone = self.seen.place.as_ref()?.phone.as_deref()?;
        let digits: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        Some((format!("tel:{digits}"), phone))
    }

    fn hours(&self) -> Option<String> {
        let Place { open: Some((day, spans)), .. } = self.seen.place.as_ref()? else { return None };
        let spans: Vec<String> = spans
            .iter()
            .map(|(opens, closes)| format!("{}–{}", self.w.minutes(opens), self.w.minutes(closes)))
            .collect();
        let key = if *day == self.today { "status-open-today" } else { "status-open-on" };
        let said = self.w.t(key).with("day", self.w.weekday(day)).with("hours", spans.join(", "));
        Some(said.to_string())
    }

    fn may_say(&self) -> bool {
        self.seen.case.outcome.is_none() && self.seen.said < A_DAY
    }

    /// What was typed when the day's words were used up meanwhile is not lost.
    fn shows_saying(&self) -> bool {
        self.may_say() || !self.typed.say.words.is_empty()
    }

    fn saying_is_open(&self) -> bool {
        ["says", "words"].iter().any(|field| self.typed.faults.on(field, self.w).is_some())
    }

    fn says(&self) -> Choices {
        let empty = Choices::one(self.w, "says", self.w.t("status-say-what")).required().untold();
        let all = Says::ALL.iter().fold(empty, |all, says| {
            all.choice(says, self.w.t(&format!("status-says-{says}").replace('_', "-")))
        });
        all.chosen(&self.typed.say.says).error(self.typed.faults.on("says", self.w))
    }

    fn is_asked(&self) -> bool {
        !self.seen.answered && self.seen.case.outcome.is_some_and(effort::is_asked)
    }

    fn scores(&self) -> Choices {
        let empty =
            Choices::one(self.w, "score", self.w.t("status-effort-question")).across().required().untold();
        let all =
            (1..=7).fold(empty.hint(self.w.t("status-effort-scale")), |all, score| all.choice(score, score));
        all.chosen(&self.typed.effort.score).error(self.typed.faults.on("score", self.w))
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let at = |minutes: i64| Instant(1_795_267_200_000_000 + minutes * 60_000_000);
    let long = "Anticonstitutionnellement-long".repeat(8);
    let show = |text: &str, outcome: Option<Ends>, next: i64, texts, said, answered, typed| Show {
        w,
        csrf: String::new(),
        path: "/s/7k3m9q2xb4tz8hnv0c5jyr6wd1p3".into(),
        now: at(0),
        today: Day::from_date(jiff::civil::date(2026, 11, 21)),
        seen: Seen {
            case: crate::cases::reading::Case {
                contact_id: (texts != Texts::Never).then(|| relais_kernel::ContactId(uuid::Uuid::nil())),
                ..crate::cases::show::a_case(text, outcome, outcome.is_none().then(|| at(next)))
            },
            org_name: "Clairlien".into(),
            zone: jiff::tz::TimeZone::UTC,
            steps: vec![(at(-120), Step::Visit), (at(-120), Step::Asked), (at(-15), Step::Called)],
            place: Some(Place {
                name: "Évry".into(),
                phone: Some("01 69 00 00 00".into()),
                open: Some((Day::from_date(jiff::civil::date(2026, 11, 21)), vec![(570, 750), (840, 1140)])),
            }),
            texts,
            said,
            answered,
        },
        typed,
    };
    let text = "Nouvelle box, le voyant clignote orange depuis ce matin.";
    let none = Typed::default;
    let refused = |fault: relais_words::Fault| Typed {
        say: SayInput { says: "other_time".into(), words: "Plutôt vers 18 h.".into() },
        effort: EffortInput { score: "6".into(), words: "Rappelé au [numéro].".into() },
        faults: fault.into(),
    };
    let (redacted, few) = (
        refused(relais_words::Fault::on("effort_words", "status-read-again")),
        refused(relais_words::Fault::on("words", "status-enough-today").with("n", A_DAY)),
    );
    vec![
        Sample::of("status/show", &show(text, None, 75, Texts::May, 0, false, none())),
        Sample::of("status/show late, long words", &show(&long, None, -75, Texts::Stopped, 0, false, none())),
        Sample::of("status/show refused", &show(text, None, 75, Texts::Never, 3, false, few)),
        Sample::of("status/show ended", &show(text, Some(Ends::Refused), 0, Texts::May, 0, false, none())),
        Sample::of(
            "status/show effort refused",
            &show(text, Some(Ends::Solved), 0, Texts::May, 0, false, redacted),
        ),
        Sample::of("status/show answered", &show(text, Some(Ends::Relayed), 0, Texts::May, 0, true, none())),
        Sample::of("status/lost", &Lost { w }),
    ]
}
