//! How text messages do: what waits, what was spent, and what may have left. Codes and times, never a number or words.

use askama::Template;
use jiff::tz::TimeZone;
use relais_contact::Class;
use relais_kernel::Instant;
use relais_post::sms::{Line, Sender, Standing, sender, standing, unclear};
use relais_web::{
    Can, Cx, Failure, Outcome, Sample,
    components::{EmptyState, Facts, LinkButton, Notice},
};
use relais_words::Words;

use crate::{EditSettings, ReadAdministration};

const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "sms/show.html")]
struct Show<'a> {
    w: &'a Words,
    zone: TimeZone,
    standing: Standing,
    sender: Sender,
    may_edit: bool,
    unclear: Vec<Line>,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadAdministration>) -> Outcome {
    let show = Show {
        w: &cx.w,
        zone: cx.organisation().zone.clone(),
        standing: standing(&cx.db(), cx.now()).await?,
        sender: from(&cx).await?,
        may_edit: cx.viewer().may::<EditSettings>(),
        unclear: unclear(&cx.db(), SHOWN).await?,
    };
    cx.page(cx.shell(cx.w.t("sms-title")).back("/administration", cx.w.t("administration-title")), &show)
}

/// The name that text messages are from.
pub(super) async fn from(cx: &Cx) -> Outcome<Sender> {
    if let Some(chosen) = sender(&cx.db()).await? {
        return Ok(chosen);
    }
    let organisation = relais_directory::organisations::by_id(&cx.db(), cx.viewer().org).await?;
    Ok(Sender::usual(&organisation.ok_or(Failure::NotFound)?))
}

/// What an administrator should look at, if anything: said on the page of text messages and on the start page of
/// administration.
pub(crate) fn notices(w: &Words, standing: &Standing) -> Vec<Notice> {
    let mut notices = Vec::new();
    if standing.stopped {
        let words = w.t("sms-stopped").with("most", standing.most).with("n", standing.waiting);
        notices.push(Notice::late(words));
    }
    if standing.unclear > 0 {
        notices.push(Notice::soon(w.t("sms-unclear-some").with("n", standing.unclear)));
    }
    notices
}

impl Show<'_> {
    fn notices(&self) -> Vec<Notice> {
        notices(self.w, &self.standing)
    }

    fn facts(&self) -> Facts {
        let (w, s) = (self.w, &self.standing);
        Facts::new()
            .fact(w.t("sms-waiting"), s.waiting)
            .maybe(w.t("sms-due-since"), s.due_since.map(|at| w.moment(&at, &self.zone)))
            .fact(w.t("sms-spent"), w.t("sms-spent-of").with("n", s.spent).with("most", s.most))
            .fact(w.t("sms-failed"), s.failed)
            .fact(w.t("sms-sender"), self.sender.text())
    }

    fn class(&self, class: &Class) -> String {
        self.w.t(&format!("sms-class-{}", class.code().replace('_', "-"))).to_string()
    }

    fn at(&self, line: &Line) -> String {
        line.settled_at.map(|at| self.w.moment(&at, &self.zone)).unwrap_or_default()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let now = Instant(1_795_267_200_000_000);
    let line = |reason: &str, reference: Option<&str>| Line {
        id: relais_kernel::Clock::system().id(),
        class: Class::Service,
        reason: Some(reason.into()),
        gateway_ref: reference.map(str::to_owned),
        settled_at: Some(now),
    };
    let show = |standing: Standing, unclear| Show {
        w,
        zone: TimeZone::UTC,
        standing,
        sender: Sender::read("Clairlien").unwrap_or_else(|_| unreachable!("it is a name")),
        may_edit: true,
        unclear,
    };
    let empty = Standing { most: 1000, ..Standing::default() };
    let stopped = Standing {
        waiting: 40,
        due_since: Some(now),
        unclear: 2,
        failed: 3,
        spent: 1000,
        most: 1000,
        stopped: true,
    };
    let long = "anticonstitutionnellement-chateauneuf-du-pape-en-gresivaudan";
    vec![
        Sample::of(
            "administration/sms",
            &show(stopped, vec![line("no answer in time", None), line("http 500", Some(long))]),
        ),
        Sample::of(
            "administration/sms one",
            &show(Standing { unclear: 1, ..empty }, vec![line("cut", None)]),
        ),
        Sample::of("administration/sms empty", &show(empty, vec![])),
    ]
}
