//! Around every request: an id, one log line, and its count. What is noted is the route's template, never the path:
//! paths hold ids and queries hold what people typed.

use std::time::Instant;

use axum::{
    extract::{MatchedPath, Request, State},
    http::{HeaderName, HeaderValue, Method},
    middleware::Next,
    response::Response,
};
use relais_kernel::Clock;
use tracing::Instrument as _;

use crate::measures::{REQUESTS, SECONDS};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// What the layer knows.
#[derive(Clone, Debug)]
pub(crate) struct Observed {
    pub(crate) clock: Clock,
    /// Routes of which nothing is noted: what was said without a name shall leave no time (PRV-07).
    pub(crate) unseen: Vec<&'static str>,
}

/// The layer. Ours is the only id: what a client sends as one could be anything.
pub(crate) async fn layer(State(observed): State<Observed>, request: Request, next: Next) -> Response {
    let id: uuid::Uuid = observed.clock.id();
    let method = known(request.method());
    let route = request.extensions().get::<MatchedPath>().map_or("none", |path| path.as_str()).to_owned();
    if observed.unseen.contains(&route.as_str()) {
        return next.run(request).await;
    }
    let span = tracing::info_span!("request", %id, method, route);
    let begun = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let took = begun.elapsed();
    let status = response.status().as_u16();
    span.in_scope(|| tracing::info!(status, ms = took.as_millis(), "answered"));
    metrics::counter!(REQUESTS, "method" => method, "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!(SECONDS, "method" => method, "route" => route).record(took.as_secs_f64());
    if let Ok(id) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert(REQUEST_ID, id);
    }
    response
}

/// A method as a label: a client may invent words.
fn known(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "OPTIONS" => "OPTIONS",
        _ => "other",
    }
}
