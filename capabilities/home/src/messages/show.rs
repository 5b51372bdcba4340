//! The page: one's hours of the coming days, one's choice, the devices on which one is called.

use askama::Template;
use axum::response::{IntoResponse as _, Response};
use relais_directory::{assignments, calendars, units};
use relais_kernel::{Day, Reach, SessionId};
use relais_post::{Choice, DeviceLine, choice, devices_of, public_key, put_choice};
use relais_web::{
    Cx, Go, Outcome, Page, Posted,
    components::{Button, Chip, Choices, Facts, Field, Tone},
};
use relais_words::{Fault, Faults, Words};
use serde::Deserialize;

/// Days whose hours are shown.
const SHOWN: i32 = 7;
/// The longest time without messages: what lasts longer is an absence, which is said where one leaves.
const LONGEST_QUIET: i32 = 92;

/// What was chosen.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    /// `digest`, `outside`.
    pub(super) wants: Vec<String>,
    pub(super) quiet_until: String,
}

impl Form {
    pub(super) fn of(choice: &Choice, today: Day) -> Self {
        let wants = [(choice.digest, "digest"), (choice.outside_hours, "outside")];
        let until = choice.quiet_until.filter(|until| *until >= today);
        Self {
            wants: wants.iter().filter(|(on, _)| *on).map(|(_, word)| (*word).to_owned()).collect(),
            quiet_until: until.map(|until| until.to_string()).unwrap_or_default(),
        }
    }

    fn check(&self, today: Day) -> Result<Choice, Fault> {
        let wants = |word: &str| self.wants.iter().any(|wanted| wanted == word);
        let quiet_until = match self.quiet_until.trim() {
            "" => None,
            typed => Some(quiet(typed, today)?),
        };
        Ok(Choice { digest: wants("digest"), outside_hours: wants("outside"), quiet_until })
    }
}

fn quiet(typed: &str, today: Day) -> Result<Day, Fault> {
    let until: Day =
        typed.parse().map_err(|_| Fault::on("quiet_until", "day-unreadable").with("typed", typed))?;
    if until < today {
        return Err(Fault::on("quiet_until", "baton-day-gone"));
    }
    if until > today.plus(LONGEST_QUIET) {
        return Err(Fault::on("quiet_until", "messages-quiet-too-long").with("most", LONGEST_QUIET));
    }
    Ok(until)
}

/// A day and the spans in which messages reach one, in minutes since midnight.
#[derive(Clone, Debug)]
pub(super) struct Hours {
    pub(super) day: Day,
    pub(super) spans: Vec<(i32, i32)>,
}

#[derive(Template)]
#[template(path = "messages/show.html")]
pub(super) struct Show<'a> {
    pub(super) w: &'a Words,
    pub(super) csrf: String,
    /// The unit whose hours they are; none when nobody wrote any for them.
    pub(super) unit: Option<String>,
    pub(super) hours: Vec<Hours>,
    pub(super) devices: Vec<DeviceLine>,
    pub(super) session: SessionId,
    /// What a browser must be told to be called; none before the instance's first start.
    pub(super) key: Option<String>,
    pub(super) form: Form,
    pub(super) faults: Faults,
}

pub(crate) async fn page(cx: Cx) -> Outcome {
    let choice = choice(&cx.db(), cx.viewer().person).await?;
    shown(&cx, Form::of(&choice, cx.today()), Faults::none()).await
}

pub(crate) async fn save(cx: Cx, Posted(form): Posted<Form>) -> Outcome<Response> {
    match form.check(cx.today()) {
        Ok(choice) => {
            let tx = cx.db().begin().await?;
            put_choice(&tx, cx.viewer().person, &choice).await?;
            tx.commit().await?;
            Ok(Go::to("/my/messages").saying("messages-saved").answer())
        }
        Err(fault) => Ok(shown(&cx, form, fault.into()).await?.refused().into_response()),
    }
}

pub(super) async fn shown(cx: &Cx, form: Form, faults: Faults) -> Outcome<Page> {
    let (db, person, today) = (cx.db(), cx.viewer().person, cx.today());
    let calendar = calendars::of_person(&db, person, cx.now()).await?;
    let days = (0..SHOWN).map(|n| today.plus(n)).map(|day| Hours {
        day,
        spans: calendar.on(day.date()).iter().map(|opening| (opening.opens(), opening.closes())).collect(),
    });
    let mut unit = None;
    if let Some(main) = assignments::main_of(&db, person, today).await?
        && !units::openings(&db, main.unit_id).await?.is_empty()
    {
        unit = units::by_id(&db, &Reach::Network, today, main.unit_id).await?.map(|unit| unit.name);
    }
    let show = Show {
        w: &cx.w,
        csrf: cx.csrf(),
        unit,
        hours: days.collect(),
        devices: devices_of(&db, person, cx.now()).await?,
        session: cx.viewer().session,
        key: public_key(cx.site().db()).await?,
        form,
        faults,
    };
    cx.page(cx.shell(cx.w.t("messages-title")).back("/account", cx.w.t("messages-account")), &show)
}

impl Show<'_> {
    fn source(&self) -> String {
        match &self.unit {
            Some(unit) => self.w.t("messages-hours-of").with("unit", unit.as_str()).to_string(),
            None => self.w.t("messages-hours-usual").to_string(),
        }
    }

    fn week(&self) -> Facts {
        self.hours.iter().fold(Facts::new(), |facts, hours| {
            let spans: Vec<String> = hours
                .spans
                .iter()
                .map(|(opens, closes)| {
                    let (opens, closes) = (self.w.minutes(opens), self.w.minutes(closes));
                    self.w.t("messages-span").with("opens", opens).with("closes", closes).to_string()
                })
                .collect();
            let said =
                if spans.is_empty() { self.w.t("messages-closed").to_string() } else { spans.join(", ") };
            facts.fact(self.w.weekday(&hours.day), said)
        })
    }

    fn wants(&self) -> Choices {
        let w = self.w;
        let choices = Choices::many(w, "wants", w.t("messages-how"))
            .untold()
            .explained("digest", w.t("messages-digest"), w.t("messages-digest-hint"))
            .explained("outside", w.t("messages-outside"), w.t("messages-outside-hint"));
        self.form.wants.iter().fold(choices, Choices::chosen)
    }

    fn device(&self, line: &DeviceLine) -> String {
        if line.device.is_empty() {
            self.w.t("messages-device-unknown").to_string()
        } else {
            line.device.clone()
        }
    }

    fn is_here(&self) -> bool {
        self.devices.iter().any(|line| line.session_id == self.session)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_reads_back_as_it_was_made() {
        let today: Day = "2026-11-21".parse().unwrap();
        let form = |wants: &[&str], until: &str| Form {
            wants: wants.iter().map(|word| (*word).to_owned()).collect(),
            quiet_until: until.into(),
        };
        for (wants, until) in [(&["digest"][..], ""), (&["outside"], "2026-11-21"), (&[], "2027-02-21")] {
            let choice = form(wants, until).check(today).unwrap();
            let again = Form::of(&choice, today);
            assert_eq!((again.wants, again.quiet_until.as_str()), (form(wants, until).wants, until));
        }
        let key = |until: &str| form(&[], until).check(today).unwrap_err().key;
        assert_eq!(key("2026-11-20"), "baton-day-gone");
        assert_eq!(key("2027-02-22"), "messages-quiet-too-long");
        assert_eq!(key("demain"), "day-unreadable");
        let over = Choice { quiet_until: Some(today.plus(-1)), ..Choice::USUAL };
        assert_eq!(Form::of(&over, today).quiet_until, "", "what is over is not shown");
    }
}
