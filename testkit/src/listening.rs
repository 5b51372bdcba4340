//! A page's stream of changes, read event by event.

use std::{collections::BTreeMap, time::Duration};

use axum::body::Body;
use http_body_util::BodyExt as _;
use relais_store::bell;

use crate::{TestApp, Visitor};

/// A stream that was opened; dropped, it is closed as a browser closes it.
pub struct Stream {
    /// Its status: 200, or why there is none.
    pub status: u16,
    /// Its headers.
    pub headers: axum::http::HeaderMap,
    body: Body,
    text: String,
}

impl TestApp {
    /// Listens to topics as a page does, on either database.
    pub async fn listen(&self, visitor: &Visitor, topics: &[&str]) -> Stream {
        self.listening.get_or_init(|| {
            tokio::spawn(bell::listen(self.db().clone(), std::future::pending()));
        });
        let query = relais_web::query(topics.iter().map(|topic| ("topic", *topic)));
        let request = visitor.request("GET", &format!("/live?{query}")).header("accept-encoding", "gzip");
        let response = self.answer(request.body(Body::empty()).unwrap()).await;
        let (head, body) = response.into_parts();
        Stream { status: head.status.as_u16(), headers: head.headers, body, text: String::new() }
    }
}

impl Stream {
    /// The next event, signs of life included; none at the stream's end. Waits ten seconds at most.
    pub async fn event(&mut self) -> Option<String> {
        loop {
            if let Some((event, rest)) = self.text.split_once("\n\n") {
                let (event, rest) = (event.to_owned(), rest.to_owned());
                self.text = rest;
                return Some(event);
            }
            let frame = tokio::time::timeout(Duration::from_secs(10), self.body.frame());
            let frame = frame.await.expect("something is heard within ten seconds")?.unwrap();
            self.text.push_str(std::str::from_utf8(&frame.into_data().unwrap()).unwrap());
        }
    }

    /// The next versions; none at the stream's end.
    pub async fn versions(&mut self) -> Option<BTreeMap<String, i64>> {
        loop {
            let event = self.event().await?;
            if let Some(data) = event.lines().find_map(|line| line.strip_prefix("data: ")) {
                return Some(serde_json::from_str(data).unwrap());
            }
        }
    }

    /// Whether nothing but signs of life is heard for a while.
    pub async fn is_silent_for(&mut self, span: Duration) -> bool {
        tokio::time::timeout(span, self.versions()).await.is_err()
    }
}
