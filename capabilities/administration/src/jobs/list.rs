//! The queue: how it does, what waits, what was given up and why.

use askama::Template;
use axum::extract::Query;
use jiff::tz::TimeZone;
use relais_kernel::{Instant, JobId};
use relais_store::jobs::{self, GivenUp, Health, Listed};
use relais_web::{
    Address, Can, Cx, Outcome, Sample,
    components::{Button, Chip, EmptyState, Field, Pager, Tabs, Tone},
};
use relais_words::Words;
use serde::Deserialize;

use crate::{ReadAdministration, RestartJobs};

const PAGE: usize = 50;
/// An error code is a line, not a story.
const MOST_OF_AN_ERROR: usize = 160;

relais_kernel::codes! {
    /// What the list is narrowed to.
    pub enum Tab {
        /// All that is not done.
        Open = "open",
        /// Given up.
        Failed = "failed",
        /// Being done.
        Running = "running",
        /// Waiting for its time or its turn.
        Ready = "ready",
        /// Done.
        Done = "done",
        /// What the instance does by itself.
        Rounds = "rounds",
    }
}

/// What the address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    state: String,
    before: String,
}

#[derive(Template)]
#[template(path = "jobs/page.html")]
struct Queue<'a> {
    w: &'a Words,
    list: List<'a>,
}

/// What is fetched again while the queue moves.
#[derive(Template)]
#[template(path = "jobs/list.html")]
struct List<'a> {
    w: &'a Words,
    csrf: String,
    zone: TimeZone,
    tab: Tab,
    first: bool,
    health: Health,
    given_up: Vec<GivenUp>,
    jobs: Vec<Listed>,
    more: bool,
    may_restart: bool,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadAdministration>, Query(asked): Query<Asked>) -> Outcome {
    let db = cx.db();
    let tab = asked.state.parse().unwrap_or(Tab::Open);
    let before = asked.before.parse::<JobId>().ok();
    let mut jobs = match tab {
        Tab::Rounds => jobs::rounds(&db).await?,
        _ => jobs::list(&db, tab.state(), before, PAGE as i64 + 1).await?,
    };
    let more = jobs.len() > PAGE;
    jobs.truncate(PAGE);
    let list = List {
        w: &cx.w,
        csrf: cx.csrf(),
        zone: cx.organisation().zone.clone(),
        tab,
        first: before.is_none(),
        health: jobs::health_of(&db, cx.now()).await?,
        given_up: if tab == Tab::Failed { jobs::given_up(&db).await? } else { Vec::new() },
        jobs,
        more,
        may_restart: cx.viewer().may::<RestartJobs>(),
    };
    if cx.wants_fragment() {
        return cx.piece(&list);
    }
    let shell = cx.shell(cx.w.t("jobs-title")).back("/administration", cx.w.t("administration-title"));
    cx.page(shell, &Queue { w: &cx.w, list })
}

impl Tab {
    fn state(self) -> Option<&'static str> {
        (self != Self::Open).then_some(self.code())
    }

    fn href(self) -> String {
        self.list().to_string()
    }

    fn list(self) -> Address<'static> {
        let state = if self == Self::Open { "" } else { self.code() };
        Address::new("/administration/jobs", [("state", state)])
    }
}

impl List<'_> {
    /// While something waits or runs, the page looks again by itself; a quiet queue lets it rest.
    fn quiet(&self) -> bool {
        self.health.waiting + self.health.running + self.health.retrying == 0
    }

    fn tabs(&self) -> Tabs {
        let tabs = Tabs::new(self.w, self.w.t("jobs-by-state"));
        Tab::ALL.iter().fold(tabs, |tabs, tab| {
            let words = self.w.t(tab.key());
            let health = &self.health;
            match tab {
                Tab::Ready => {
                    tabs.counted(tab.href(), words, health.waiting + health.retrying, self.tab == *tab)
                }
                Tab::Running => tabs.counted(tab.href(), words, health.running, self.tab == *tab),
                Tab::Failed => tabs.counted(tab.href(), words, health.failed, self.tab == *tab),
                _ => tabs.tab(tab.href(), words, self.tab == *tab),
            }
        })
    }

    fn kind(&self, kind: &str) -> String {
        let key = format!("jobs-kind-{}", kind.replace(['.', '_'], "-"));
        if self.w.has(&key) { self.w.t(&key).to_string() } else { kind.to_owned() }
    }

    fn state(&self, job: &Listed) -> Chip {
        let w = self.w;
        match (job.state.as_str(), job.attempts) {
            ("running", _) => Chip::new(w.t("jobs-state-running")).icon("repeat"),
            ("done", _) => Chip::new(w.t("jobs-state-done")).tone(Tone::Kept).icon("check"),
            ("failed", _) => Chip::new(w.t("jobs-state-failed")).tone(Tone::Late).icon("circle-x"),
            (_, 0) => Chip::new(w.t("jobs-state-ready")).icon("clock"),
            _ => Chip::new(w.t("jobs-state-retrying")).tone(Tone::Soon).icon("clock"),
        }
    }

    fn error(&self, job: &Listed) -> Option<String> {
        let error = job.last_error.as_ref()?;
        let line = error.lines().next().unwrap_or_default();
        Some(line.chars().take(MOST_OF_AN_ERROR).collect())
    }

    /// A waiting job that failed before may be hurried; one that waits its turn has nothing to gain.
    fn restartable(&self, job: &Listed) -> bool {
        self.may_restart
            && self.tab != Tab::Rounds
            && (job.state == "failed" || (job.state == "ready" && job.attempts > 0))
    }

    fn pager(&self) -> Pager {
        let first = (!self.first).then(|| self.tab.href());
        let older = self.jobs.last().filter(|_| self.more).map(|job| self.tab.list().with("before", job.id));
        Pager::new(self.w, first, older)
    }
}

impl Tab {
    fn key(self) -> &'static str {
        match self {
            Self::Open => "jobs-tab-open",
            Self::Ready => "jobs-tab-ready",
            Self::Running => "jobs-tab-running",
            Self::Failed => "jobs-tab-failed",
            Self::Done => "jobs-tab-done",
            Self::Rounds => "jobs-tab-rounds",
        }
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let job = |kind: &str, state: &str, attempts, error: Option<&str>| Listed {
        id: relais_kernel::Clock::system().id(),
        kind: kind.into(),
        state: state.into(),
        attempts,
        run_at: Instant(1_795_267_200_000_000),
        last_error: error.map(str::to_owned),
    };
    let queue = |tab, jobs: Vec<Listed>, given_up| Queue {
        w,
        list: List {
            w,
            csrf: String::new(),
            zone: TimeZone::UTC,
            tab,
            first: true,
            health: Health { waiting: jobs.len() as i64, running: 1, retrying: 1, failed: 2 },
            given_up,
            more: jobs.len() > 2,
            jobs,
            may_restart: true,
        },
    };
    let long = "anticonstitutionnellement.chateauneuf_du_pape.en_gresivaudan";
    let several = vec![
        job("post.mail", "ready", 0, None),
        job("post.mail", "ready", 3, Some("smtp 421")),
        job("network.import", "running", 1, None),
        job(long, "failed", 40, Some(&long.repeat(6))),
        job("post.mail", "done", 1, None),
    ];
    let given_up =
        vec![GivenUp { kind: "post.mail".into(), jobs: 2 }, GivenUp { kind: long.into(), jobs: 1 }];
    let rounds =
        vec![job("network.leavers", "done", 1, None), job("store.purge", "failed", 40, Some("disk full"))];
    let failed = vec![job("post.mail", "failed", 40, Some("smtp 550"))];
    vec![
        Sample::of("administration/jobs", &queue(Tab::Open, several, vec![])),
        Sample::of("administration/jobs one given up", &queue(Tab::Failed, failed, given_up)),
        Sample::of("administration/jobs rounds", &queue(Tab::Rounds, rounds, vec![])),
        Sample::of("administration/jobs empty", &queue(Tab::Open, vec![], vec![])),
    ]
}
