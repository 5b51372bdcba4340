//! Events from one room to others, written with the change that caused them and carried as (name, version, JSON).

use relais_kernel::{Instant, OrgId};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Db, Result, Sql, Writes, jobs, sql};

/// Something that happened, past tense. Declared in `contracts`.
pub trait Event: Serialize + Send + Sync {
    /// Stable name, such as `directory.person_left`.
    const NAME: &'static str;
    /// Version of its shape.
    const VERSION: i64;
}

/// Who listens to an event: the job kind that events become.
#[derive(Clone, Copy, Debug)]
pub struct Listener {
    /// The event's name.
    pub event: &'static str,
    /// The job to run with the event's body as payload.
    pub job: &'static str,
    /// The list that an event consists of, when many that happened together may be heard as one.
    together: Option<&'static str>,
}

impl Listener {
    /// Hears each event by itself.
    pub const fn each(event: &'static str, job: &'static str) -> Self {
        Self { event, job, together: None }
    }

    /// Hears events that consist of one list, and wait at the same time, as one with all that stands in their lists: in a
    /// rush there are fewer jobs, not more.
    pub const fn together(event: &'static str, job: &'static str, list: &'static str) -> Self {
        Self { event, job, together: Some(list) }
    }

    /// As which bodies it hears these, each with the event that it begins with.
    fn heard<'a>(&self, events: &'a [Unsent]) -> Vec<(&'a Unsent, String)> {
        let mut all: Vec<(&Unsent, String)> = Vec::new();
        let mut run: Vec<&Unsent> = Vec::new();
        for event in events.iter().filter(|event| event.name == self.event) {
            let goes_on = run.last().is_some_and(|last| {
                self.together.is_some()
                    && (last.org_id, last.version) == (event.org_id, event.version)
                    && run.len() < MOST_TOGETHER
            });
            if !goes_on {
                self.hear(&mut all, &std::mem::take(&mut run));
            }
            run.push(event);
        }
        self.hear(&mut all, &run);
        all
    }

    fn hear<'a>(&self, all: &mut Vec<(&'a Unsent, String)>, run: &[&'a Unsent]) {
        match (run, self.together.and_then(|list| joined(run, list))) {
            ([first, _, ..], Some(body)) => all.push((first, body)),
            _ => all.extend(run.iter().map(|event| (*event, event.body.clone()))),
        }
    }
}

/// Events heard as one: what fails is tried again as a whole.
const MOST_TOGETHER: usize = 50;

/// One body with all that stands in the lists of these; none when one of them is of another shape.
fn joined(events: &[&Unsent], list: &str) -> Option<String> {
    let mut all = Vec::new();
    for event in events {
        let mut body: serde_json::Value = serde_json::from_str(&event.body).ok()?;
        let serde_json::Value::Array(items) = body.get_mut(list)?.take() else { return None };
        if body.as_object()?.len() > 1 {
            return None;
        }
        all.extend(items);
    }
    let whole: serde_json::Map<_, _> = [(list.to_owned(), all.into())].into_iter().collect();
    Some(serde_json::Value::Object(whole).to_string())
}

/// What a listener knows of an event beside its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    /// Its id: the same at every try and for every listener.
    pub id: Uuid,
    /// Its name.
    pub name: String,
    /// The version of its shape.
    pub version: i64,
    /// When it happened.
    pub at: Instant,
    /// In which organisation; none when it concerns the instance.
    pub org: Option<OrgId>,
}

/// Writes an event into the transaction of its cause. It belongs to the organisation of the transaction.
pub async fn emit<E: Event>(on: &impl Writes, event: &E) -> Result<()> {
    emission(on, event)?.run_one("outbox", on).await
}

/// The same as a statement that goes together with others.
pub fn emission<E: Event>(on: &impl Writes, event: &E) -> Result<Sql> {
    let clock = on.tx().clock();
    let body = serde_json::to_string(event)
        .map_err(|e| crate::Error::Corrupt { table: "outbox", what: e.to_string() })?;
    Ok(sql("insert into outbox (id, org_id, name, version, body, at, sent_at) values ($1, $2, $3, $4, $5, $6, null)")
        .bind(clock.id::<Uuid>())
        .bind(on.org_id())
        .bind(E::NAME)
        .bind(E::VERSION)
        .bind(body)
        .bind(clock.now()))
}

#[derive(FromQueryResult)]
struct Unsent {
    id: Uuid,
    org_id: Option<OrgId>,
    name: String,
    version: i64,
    body: String,
    at: Instant,
}

/// Turns unsent events into jobs, one a listener or one for several events, in the order of their ids; tells how many events left. A second node
/// waits for the first one's turn to end, so that later events do not overtake earlier ones.
pub(crate) async fn send(db: &Db, listeners: &[Listener], now: Instant) -> Result<usize> {
    if sql("select 1 from outbox where sent_at is null limit 1").value::<i32>(db).await?.is_none() {
        return Ok(0);
    }
    let tx = db.begin().await?;
    let events = sql("select id, org_id, name, version, body, at from outbox \
         where sent_at is null order by id limit 500")
    .keeping_rows()
    .all::<Unsent>(&tx)
    .await?;
    // Another node sent them meanwhile.
    if events.is_empty() {
        return Ok(0);
    }
    let mut rows = Vec::new();
    for listener in listeners {
        for (event, payload) in listener.heard(&events) {
            let (id, name) = (event.id, event.name.clone());
            let happened = Happened { id, name, version: event.version, at: event.at, org: event.org_id };
            let happened = serde_json::to_string(&happened)
                .map_err(|e| crate::Error::Corrupt { table: "outbox", what: e.to_string() })?;
            rows.push((event.id, listener.job, payload, event.org_id, happened));
        }
    }
    // In the order of what happened.
    rows.sort_by_key(|(event, ..)| *event);
    for (event, kind, payload, org, happened) in rows {
        let row = jobs::Row {
            id: tx.clock().id(),
            kind,
            payload,
            org,
            event: Some(happened),
            once_key: Some(format!("{kind}:{event}")),
            at: now,
        };
        jobs::write(&tx, row).await?;
    }
    let marked = sql("update outbox set sent_at = ").arg(now).push(" where id in ");
    let marked = marked.list(events.iter().map(|event| event.id)).run(&tx).await?;
    let expected = u64::try_from(events.len()).unwrap_or(u64::MAX);
    if marked != expected {
        return Err(crate::Error::Rows { what: "outbox", expected, touched: marked });
    }
    tx.commit().await?;
    Ok(events.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(n: u128, name: &str, org: u128, body: &str) -> Unsent {
        Unsent {
            id: Uuid::from_u128(n),
            org_id: Some(OrgId(Uuid::from_u128(org))),
            name: name.into(),
            version: 1,
            body: body.into(),
            at: Instant(0),
        }
    }

    fn heard(listener: Listener, events: &[Unsent]) -> Vec<(u128, String)> {
        listener.heard(events).into_iter().map(|(event, body)| (event.id.as_u128(), body)).collect()
    }

    #[test]
    fn what_waits_together_is_heard_as_one_and_in_its_order() {
        let events = [
            event(1, "a", 1, "{\"list\":[1,2]}"),
            event(2, "b", 1, "{\"list\":[9]}"),
            event(3, "a", 1, "{\"list\":[3]}"),
            event(4, "a", 2, "{\"list\":[4]}"),
        ];
        let together = heard(Listener::together("a", "job", "list"), &events);
        assert_eq!(together, [(1, "{\"list\":[1,2,3]}".into()), (4, "{\"list\":[4]}".into())]);
        let each = heard(Listener::each("a", "job"), &events);
        assert_eq!(each.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [1, 3, 4]);
    }

    #[test]
    fn what_is_of_another_shape_is_heard_by_itself() {
        let events = [event(1, "a", 1, "{\"list\":[1]}"), event(2, "a", 1, "{\"list\":[2],\"more\":true}")];
        let together = heard(Listener::together("a", "job", "list"), &events);
        assert_eq!(together.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [1, 2]);
        let many: Vec<Unsent> = (0..120).map(|n| event(n, "a", 1, "{\"list\":[0]}")).collect();
        let together = heard(Listener::together("a", "job", "list"), &many);
        assert_eq!(together.iter().map(|(id, _)| *id).collect::<Vec<_>>(), [0, 50, 100]);
    }
}
