//! The job that has notices reach people: on their devices within their hours, or in one mail a day.
//!
//! Whoever something waits for is looked at alone, under a lock of their row. Notices about to be carried are put off
//! first: a node that is killed meanwhile leaves them due again (OPS-09), and two nodes never carry the same.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use relais_directory::{calendars, hold};
use relais_kernel::{Day, Instant, Locale, MessageId, OrgId, PersonId};
use relais_store::{
    Db, Error, InOrg, OrgTx, Result,
    jobs::{Kind, backoff},
    sql,
};
use relais_words::Words;
use sea_orm::FromQueryResult;
use serde::Serialize;
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::{
    address::{Base, To},
    choices,
    deciding::{Decision, Situation, decide},
    letters::Digest,
    notices::{self, Stage, Waiting},
    push::{self, Address, Call, Device, Push, Verdict},
    sending::send,
};

/// The job's name.
pub const CALLING: &str = "post.calling";

/// How often it looks.
const EVERY: Duration = Duration::from_secs(15);
/// People looked at in one go, and how many of them at the same time.
const PAGE: i64 = 200;
const AT_ONCE: usize = 8;
/// How long a call may be under way before another node takes it up.
const UNDER_WAY: Duration = Duration::from_secs(120);

/// What calling needs: words, the address that links begin with, and the way to push services.
#[derive(Clone, Debug)]
pub struct Caller {
    words: Words,
    base: Base,
    push: Push,
}

impl Caller {
    /// A caller that speaks with these words of pages at this address.
    pub fn new(words: Words, base: Base, push: Push) -> Self {
        Self { words, base, push }
    }
}

/// The job kind for the runner.
pub fn calling(caller: Caller) -> Kind {
    Kind::outside(CALLING, move |db, _| {
        let caller = caller.clone();
        Box::pin(async move { Ok(round(db, &caller).await?) })
    })
    .every(EVERY)
}

#[derive(Clone, Copy, FromQueryResult)]
struct Due {
    org_id: OrgId,
    person_id: PersonId,
}

async fn round(db: &Db, caller: &Caller) -> Result<()> {
    push::forget_ended(db, db.clock().now()).await?;
    loop {
        let due: Vec<Due> =
            sql("select org_id, person_id from notice where state = 'waiting' and due_at <= $1 \
             group by org_id, person_id order by min(due_at) limit $2")
            .bind(db.clock().now())
            .bind(PAGE)
            .all(db)
            .await?;
        // What comes meanwhile for somebody who was just looked at waits for the next round.
        let is_last = due.len() < usize::try_from(PAGE).unwrap_or(usize::MAX);
        let mut at_hand = JoinSet::new();
        let mut fault = None;
        for someone in due {
            if at_hand.len() >= AT_ONCE {
                fault = fault.or(ended(at_hand.join_next().await));
            }
            let (db, caller) = (db.clone(), caller.clone());
            at_hand.spawn(async move { call(&db, &caller, someone).await });
        }
        while !at_hand.is_empty() {
            fault = fault.or(ended(at_hand.join_next().await));
        }
        // Whoever could not be looked at keeps nobody else waiting, and is looked at again by the next round.
        if let Some(fault) = fault {
            return Err(fault);
        }
        if is_last {
            return Ok(());
        }
    }
}

/// Why somebody could not be looked at, if so.
fn ended(one: Option<std::result::Result<Result<()>, tokio::task::JoinError>>) -> Option<Error> {
    match one? {
        Ok(done) => done.err(),
        Err(error) => Some(Error::Corrupt { table: "notice", what: error.to_string() }),
    }
}

#[derive(FromQueryResult)]
struct Reader {
    given_name: String,
    locale: Locale,
    left_day: Option<Day>,
    email: Option<String>,
}

/// Has what waits for somebody reach them, as their hours, choice and devices say.
async fn call(db: &Db, caller: &Caller, Due { org_id, person_id }: Due) -> Result<()> {
    let now = db.clock().now();
    let tx = db.org(org_id).begin().await?;
    hold(&tx, "person", &[person_id.0]).await?;
    let waiting = notices::waiting(&tx, person_id).await?;
    if !waiting.iter().any(|notice| notice.due_at <= now) {
        return tx.rollback().await;
    }
    let all: Vec<MessageId> = waiting.iter().map(|notice| notice.id).collect();
    let hours = calendars::of_person(&tx, person_id, now).await?;
    let today = now.day(hours.zone());
    let Some(reader) = reader(&tx, person_id).await?.filter(|r| r.left_day.is_none_or(|left| left >= today))
    else {
        notices::put_stage(&tx, &all, Stage::Over, None).await?;
        return tx.commit().await;
    };
    let devices = push::alive(&tx, person_id, now).await?;
    let situation = Situation {
        now,
        hours: &hours,
        choice: choices::choice(&tx, person_id).await?,
        digest_day: choices::digest_day(&tx, person_id).await?,
        device: !devices.is_empty(),
    };
    match decide(&situation, &waiting) {
        // Never at once: a round that finds the same people due again would not end.
        Decision::Later(until) => {
            let due: Vec<Waiting> = waiting.into_iter().filter(|notice| notice.due_at <= now).collect();
            notices::put_off(&tx, &ids(&due), until.max(now.plus(EVERY)), false).await?;
        }
        Decision::Nothing => notices::put_stage(&tx, &all, Stage::Over, None).await?,
        Decision::Digest => mail(&tx, caller, person_id, &reader, &waiting, today).await?,
        Decision::Call { ttl, rest_until } => {
            let (called, rest): (Vec<Waiting>, Vec<Waiting>) = waiting
                .into_iter()
                .filter(|notice| notice.due_at <= now)
                .partition(|notice| rest_until.is_none() || notice.urgent);
            if let Some(until) = rest_until {
                notices::put_off(&tx, &ids(&rest), until, false).await?;
            }
            notices::put_off(&tx, &ids(&called), now.plus(UNDER_WAY), true).await?;
            tx.commit().await?;
            return push_out(db, caller, (org_id, reader.locale), &called, &devices, ttl).await;
        }
    }
    tx.commit().await
}

fn ids(notices: &[Waiting]) -> Vec<MessageId> {
    notices.iter().map(|notice| notice.id).collect()
}

async fn reader(on: &impl InOrg, person: PersonId) -> Result<Option<Reader>> {
    sql("select p.given_name, p.locale, p.left_day, a.email from person p \
         left join account_person ap on ap.org_id = p.org_id and ap.person_id = p.id \
         left join account a on a.id = ap.account_id and a.disabled_at is null \
         where p.org_id = $1 and p.id = $2")
    .bind(on.org())
    .bind(person)
    .one(on)
    .await
}

/// Writes one letter with everything that waits; each thing counts once, however often it called.
async fn mail(
    tx: &OrgTx,
    caller: &Caller,
    person: PersonId,
    reader: &Reader,
    waiting: &[Waiting],
    today: Day,
) -> Result<()> {
    let to = reader.email.as_deref().and_then(|email| To::new(email, reader.locale).ok());
    let Some(to) = to else { return notices::put_stage(tx, &ids(waiting), Stage::Over, None).await };
    let mut lines: BTreeMap<&str, BTreeSet<Uuid>> = BTreeMap::new();
    for notice in waiting {
        lines.entry(&notice.title).or_default().insert(notice.about_id);
    }
    let digest = Digest {
        given_name: reader.given_name.clone(),
        lines: lines.into_iter().map(|(key, about)| (key.to_owned(), about.len())).collect(),
        link: caller.base.at(page(waiting)),
    };
    let letter = send(tx, &caller.words, &to.person(tx.org(), person), &digest).await?;
    notices::put_stage(tx, &ids(waiting), Stage::Mailed, Some(letter)).await?;
    choices::put_digest_day(tx, person, today).await
}

/// The page that notices lead to: theirs when they lead to one, else the start page.
fn page(notices: &[Waiting]) -> &str {
    match notices {
        [first, rest @ ..] if rest.iter().all(|notice| notice.path == first.path) => &first.path,
        _ => "/",
    }
}

/// What a browser is told: neutral words and a page, nothing of anybody.
#[derive(Serialize)]
struct Told<'a> {
    title: String,
    path: &'a str,
    /// The same when it comes twice.
    tag: String,
    lang: Locale,
}

/// Calls each device once for all notices; one that takes it is enough.
async fn push_out(
    db: &Db,
    caller: &Caller,
    (org, locale): (OrgId, Locale),
    called: &[Waiting],
    devices: &[Device],
    ttl: Duration,
) -> Result<()> {
    let Some(first) = called.first() else { return Ok(()) };
    let w = caller.words.in_locale(locale);
    let about: BTreeSet<_> = called.iter().map(|notice| (&notice.title, notice.about_id)).collect();
    let alike = called.iter().all(|notice| notice.title == first.title);
    let key = if alike { first.title.as_str() } else { "post-several" };
    let told = Told {
        title: w.t(key).with("n", about.len()).to_string(),
        path: page(called),
        tag: first.id.0.simple().to_string(),
        lang: locale,
    };
    let words = serde_json::to_vec(&told)
        .map_err(|error| Error::Corrupt { table: "notice", what: error.to_string() })?;
    let secret = push::key(db).await?;
    let (mut taken, mut wait, mut gone) = (false, None, Vec::new());
    for device in devices {
        let Some(address) = Address::read(&device.endpoint, caller.push.reach) else {
            gone.push(device.id);
            continue;
        };
        let call = Call {
            address: &address,
            receiver: &device.receiver,
            words: &words,
            ttl,
            topic: &told.tag,
            urgent: called.iter().any(|notice| notice.urgent),
        };
        match caller.push.carry(&secret, &call, db.clock()).await {
            Verdict::Taken => taken = true,
            Verdict::Gone => gone.push(device.id),
            Verdict::Later(asked) => wait = wait.max(Some(asked.unwrap_or_default())),
            Verdict::Never => tracing::warn!(origin = address.origin(), "a push service refuses our calls"),
        }
    }
    let now = db.clock().now();
    let tx = db.org(org).begin().await?;
    for id in gone {
        sql("delete from push_device where org_id = $1 and id = $2").bind(org).bind(id).run(&tx).await?;
    }
    if taken {
        notices::put_stage(&tx, &ids(called), Stage::Called, None).await?;
    } else {
        notices::put_off(&tx, &ids(called), again(called, wait, now), false).await?;
    }
    tx.commit().await
}

/// When to try again: as late as the push service asks, and later with each try.
fn again(called: &[Waiting], asked: Option<Duration>, now: Instant) -> Instant {
    let tries = called.iter().map(|notice| notice.tries).max().unwrap_or(0) + 1;
    now.plus(backoff(i64::from(tries)).max(asked.unwrap_or_default()))
}
