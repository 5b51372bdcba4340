//! What the page of a request shows of its customer's link: what they wrote, and for whoever keeps the promise what can be
//! done with the link.

use askama::Template;
use jiff::tz::TimeZone;
use relais_contact::{Channel, Contact};
use relais_kernel::Instant;
use relais_store::{InOrg, Result};
use relais_web::components::{Button, Field, Html};
use relais_words::Words;
use uuid::Uuid;

use super::{
    reading::{Texts, texts},
    store::{self, Link, Message, Says},
};

/// The link of a request and what came by it.
#[derive(Clone, Debug, Default)]
pub(crate) struct OnCase {
    pub(crate) link: Option<Link>,
    pub(crate) messages: Vec<Message>,
    /// Why no text message can be sent; none when one can.
    pub(crate) no_text: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "status/said.html")]
struct Said<'a> {
    w: &'a Words,
    now: Instant,
    zone: &'a TimeZone,
    messages: &'a [Message],
}

#[derive(Template)]
#[template(path = "status/on_case.html")]
struct Doing<'a> {
    w: &'a Words,
    csrf: &'a str,
    case: Uuid,
    on: &'a OnCase,
}

/// All of it; `mine` says that the viewer keeps the promise.
pub(crate) async fn of(
    on: &impl InOrg,
    (case, mine): (Uuid, bool),
    contact: Option<&Contact>,
    can_text: bool,
) -> Result<OnCase> {
    let messages = store::messages(on, case).await?;
    if !mine {
        return Ok(OnCase { messages, ..OnCase::default() });
    }
    let no_text = match contact.filter(|contact| contact.address(Channel::Sms).is_some()) {
        _ if !can_text => Some("status-no-gateway"),
        None => Some("status-no-mobile"),
        Some(contact) if texts(on, contact.id).await? == Texts::Stopped => Some("status-wants-no-text"),
        Some(_) => None,
    };
    Ok(OnCase { link: store::of_case(on, case).await?, messages, no_text })
}

/// What it looks like where all of it is there, and no text message can be sent.
pub(crate) fn examples(at: Instant) -> OnCase {
    let said = |kind, text: &str| Message { kind, text: text.into(), at };
    OnCase {
        link: Some(Link::example()),
        messages: vec![
            said(Says::OtherTime, &"Anticonstitutionnellement-long".repeat(8)),
            said(Says::NoLonger, ""),
        ],
        no_text: Some("status-no-gateway"),
    }
}

impl OnCase {
    /// What the customer wrote.
    pub(crate) fn said(&self, w: &Words, (now, zone): (Instant, &TimeZone)) -> Html {
        Html::page(&Said { w, now, zone, messages: &self.messages })
    }

    /// What can be done with the link.
    pub(crate) fn doing(&self, w: &Words, csrf: &str, case: Uuid) -> Html {
        Html::page(&Doing { w, csrf, case, on: self })
    }
}

impl Said<'_> {
    fn line(&self, message: &Message) -> String {
        let at = self.w.when(&message.at, &self.now, self.zone);
        let says = self.w.t(&format!("status-says-{}", message.kind).replace('_', "-")).to_string();
        format!("{at} · {says}")
    }
}

impl Doing<'_> {
    fn send(&self) -> Button {
        let sent = self.on.link.as_ref().is_some_and(|link| link.texted_day.is_some());
        if sent {
            Button::plain(self.w.t("status-send-again")).icon("send")
        } else {
            Button::primary(self.w.t("status-send")).icon("send").wide()
        }
    }

    fn state(&self) -> String {
        match &self.on.link {
            None => self.w.t("status-link-none").to_string(),
            Some(Link { texted_day: Some(day), .. }) => {
                self.w.t("status-link-texted").with("day", self.w.day(day)).to_string()
            }
            Some(link) => self.w.t("status-link-made").with("day", self.w.day(&link.made_day)).to_string(),
        }
    }
}
