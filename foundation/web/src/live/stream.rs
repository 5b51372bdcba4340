//! `GET /live`: the present versions of the topics, then each change, as server-sent events.

use std::{collections::BTreeMap, convert::Infallible, sync::Arc, time::Duration};

use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response, Sse, sse::Event},
};
use futures_util::stream;
use relais_store::bell;
use tokio::time::{Instant, sleep_until};

use super::{
    asked::{Asked, hears},
    fan::Hearing,
};
use crate::{Outcome, Site, session};

/// A browser comes back after so long at least; each stream says another wait up to four times that, so that not all
/// come at once when a node begins anew.
const COME_BACK: Duration = Duration::from_millis(500);

/// A stream under way.
struct Stream {
    site: Site,
    token: String,
    hearing: Hearing,
    /// Said once, with the first event.
    come_back: Option<Duration>,
    beat: Instant,
    check: Instant,
    end: Instant,
}

pub(super) async fn open(asked: Asked) -> Outcome<Response> {
    let Asked { cx, topics } = asked;
    let Some(token) = cx.token().filter(|_| !topics.is_empty()) else {
        // A browser that gets this does not ask again.
        return Ok(StatusCode::NO_CONTENT.into_response());
    };
    let site = cx.site();
    let hearing = site.fan().hear(cx.viewer().org, topics);
    // Read after we hear: what changes in between is told twice to us, and once by us.
    let versions = bell::versions(&cx.db(), &hearing.topics).await?;
    for (place, topic) in hearing.topics.iter().enumerate() {
        hearing.ear.hear(place, versions.get(&**topic).copied().unwrap_or_default());
    }
    let (pace, now, [chance]) = (site.pace(), Instant::now(), site.clock().secret::<1>());
    let come_back = Some(COME_BACK + COME_BACK * 3 * u32::from(chance) / 255);
    let stream = Stream {
        site: site.clone(),
        token: token.to_owned(),
        hearing,
        come_back,
        beat: now + pace.beat,
        check: now + pace.check,
        // Up to a quarter longer: what began together need not end together.
        end: now + pace.life + pace.life * u32::from(chance) / 1020,
    };
    let events = stream::unfold(stream, async |mut stream| {
        let event = stream.next().await?;
        Some((Ok::<_, Infallible>(event), stream))
    });
    let mut response = Sse::new(events).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // A proxy that gathers an answer before it passes it on would gather this one for ever.
    headers.insert(HeaderName::from_static("x-accel-buffering"), HeaderValue::from_static("no"));
    Ok(response)
}

impl Stream {
    /// The next event, or the end.
    async fn next(&mut self) -> Option<Event> {
        loop {
            if self.hearing.ear.is_over() {
                return None;
            }
            let now = Instant::now();
            if now >= self.end {
                return None;
            }
            // Before anything is told, so that a session that ended hears no more.
            if now >= self.check {
                // In a box of its own: a question to the database would make each stream ten times as large, for ever.
                if !Box::pin(self.may_still()).await {
                    return None;
                }
                self.check = Instant::now() + self.site.pace().check;
            }
            let news = self.hearing.ear.take();
            if !news.is_empty() {
                return self.told(&news);
            }
            if now >= self.beat {
                self.beat = now + self.site.pace().beat;
                return Some(Event::default().comment(""));
            }
            tokio::select! {
                () = self.hearing.ear.news() => {}
                () = sleep_until(self.beat.min(self.check).min(self.end)) => {}
            }
        }
    }

    fn told(&mut self, news: &[(usize, i64)]) -> Option<Event> {
        let topic = |(place, version): &(usize, i64)| Some((&**self.hearing.topics.get(*place)?, *version));
        let versions: BTreeMap<&str, i64> = news.iter().filter_map(topic).collect();
        let event = Event::default().json_data(versions).ok()?;
        Some(match self.come_back.take() {
            Some(wait) => event.retry(wait),
            None => event,
        })
    }

    /// Whether the session goes on, in the same organisation, and may still hear all it listens to.
    async fn may_still(&self) -> bool {
        let known = async {
            let mark = self.site.db().mark().await?;
            session::known(&self.site, &self.token, mark).await
        };
        match known.await {
            Ok(Some(signed)) => {
                self.hearing.is_in(signed.viewer.org)
                    && self
                        .hearing
                        .topics
                        .iter()
                        .map(Arc::as_ref)
                        .all(|topic| hears(&self.site, &signed.viewer, topic))
            }
            Ok(None) => false,
            Err(error) => {
                tracing::warn!(%error, "a stream's session cannot be read");
                false
            }
        }
    }
}
