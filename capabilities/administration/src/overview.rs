//! How the machine does, at a glance.

use askama::Template;
use jiff::tz::TimeZone;
use relais_kernel::Instant;
use relais_post::sms::{Standing, standing};
use relais_store::{
    Backend, Reads, Result,
    jobs::{self, Health},
    sql,
};
use relais_web::{
    Can, Cx, Outcome, Sample,
    components::{Chip, Facts, Notice, Tone},
};
use relais_words::Words;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{ReadAdministration, sms::show::notices};

#[derive(Template)]
#[template(path = "overview.html")]
struct Overview<'a> {
    w: &'a Words,
    zone: TimeZone,
    now: Instant,
    backend: Backend,
    demo: bool,
    health: Health,
    laid: Laid,
    leases: Vec<Held>,
    texts: Standing,
}

/// What was laid of the schema.
#[derive(Clone, Debug, Default, FromQueryResult)]
struct Laid {
    migrations: i64,
    last_at: Option<Instant>,
}

/// A task that one node does at a time, and until when it holds it.
#[derive(Clone, Debug, FromQueryResult)]
struct Held {
    name: String,
    holder: Uuid,
    until: Instant,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadAdministration>) -> Outcome {
    let db = cx.site().db();
    let overview = Overview {
        w: &cx.w,
        zone: cx.organisation().zone.clone(),
        now: cx.now(),
        backend: db.backend(),
        demo: cx.site().settings().demo,
        health: jobs::health_of(&cx.db(), cx.now()).await?,
        laid: laid(db).await?,
        leases: sql("select name, holder, until from lease order by name").all(db).await?,
        texts: standing(&cx.db(), cx.now()).await?,
    };
    cx.page(cx.shell(cx.w.t("administration-title")), &overview)
}

async fn laid(on: &impl Reads) -> Result<Laid> {
    let migrations = sql(
        "select count(*) as migrations, max(laid_at) as last_at from schema_ledger where name not like $1",
    );
    Ok(migrations.bind("guard %").one(on).await?.unwrap_or_default())
}

impl Overview<'_> {
    fn machine(&self) -> Facts {
        let w = self.w;
        let database = match self.backend {
            Backend::Sqlite => "administration-database-sqlite",
            Backend::Postgres => "administration-database-postgres",
        };
        let mut facts = Facts::new()
            .fact(w.t("administration-version"), env!("CARGO_PKG_VERSION"))
            .fact(w.t("administration-database"), w.t(database))
            .fact(
                w.t("administration-schema"),
                w.t("administration-schema-laid").with("n", self.laid.migrations),
            );
        facts = facts
            .maybe(w.t("administration-schema-last"), self.laid.last_at.map(|at| w.moment(&at, &self.zone)));
        if self.demo {
            facts.fact(w.t("administration-mode"), w.t("administration-mode-demo"))
        } else {
            facts
        }
    }

    fn notices(&self) -> Vec<Notice> {
        notices(self.w, &self.texts)
    }

    /// The end of a holder's id: its beginning is the time, which nodes started together share.
    fn node(&self, held: &Held) -> String {
        held.holder.simple().to_string().split_off(24)
    }

    fn held(&self, held: &Held) -> Chip {
        let until = self.w.moment(&held.until, &self.zone);
        if held.until < self.now {
            Chip::new(self.w.t("administration-lease-free").with("since", until))
                .tone(Tone::Soon)
                .icon("clock")
        } else {
            Chip::new(self.w.t("administration-lease-held").with("until", until))
                .tone(Tone::Kept)
                .icon("circle-check")
        }
    }

    fn queue(&self) -> String {
        let key =
            if self.health.failed > 0 { "administration-queue-failed" } else { "administration-queue-fine" };
        let told = self.w.t(key).with("failed", self.health.failed);
        told.with("waiting", self.health.waiting + self.health.running).to_string()
    }
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let now = Instant(1_795_267_200_000_000);
    let lease = |name: &str, until: i64| Held {
        name: name.into(),
        holder: relais_kernel::Clock::system().id(),
        until: Instant(now.0 + until),
    };
    let overview = |backend, failed, leases| Overview {
        w,
        zone: TimeZone::UTC,
        now,
        backend,
        demo: backend == Backend::Sqlite,
        health: Health { waiting: 3, running: 1, retrying: 1, failed },
        laid: Laid { migrations: 4, last_at: Some(now) },
        leases,
        texts: Standing { unclear: failed, stopped: failed > 0, most: 1000, ..Standing::default() },
    };
    let long = "anticonstitutionnellement-chateauneuf-du-pape-en-gresivaudan";
    vec![
        Sample::of(
            "administration/overview",
            &overview(Backend::Postgres, 2, vec![lease("jobs", 1), lease(long, -1)]),
        ),
        Sample::of("administration/overview one", &overview(Backend::Sqlite, 0, vec![lease("jobs", 1)])),
        Sample::of("administration/overview empty", &overview(Backend::Sqlite, 0, vec![])),
    ]
}
