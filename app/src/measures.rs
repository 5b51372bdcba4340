//! `/metrics`, for Prometheus, on an address of its own: requests, jobs, pages' times. No label names a person.

use std::{sync::OnceLock, time::Duration};

use axum::{Router, extract::State, http::header, response::IntoResponse, routing::get};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use relais_store::{Db, jobs};

use crate::failed::{Failed, Outcome};

/// Requests answered, by method, route template and status.
pub(crate) const REQUESTS: &str = "relais_http_requests_total";
/// Seconds that answers took, by method and route template.
pub(crate) const SECONDS: &str = "relais_http_request_seconds";
/// Upper bounds of the histogram's buckets, in seconds: a page should stay under 0.1.
const BUCKETS: [f64; 10] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0];
/// How often kept samples are folded into the buckets when nobody asks.
const FOLD_EVERY: Duration = Duration::from_secs(30);

static RECORDER: OnceLock<PrometheusHandle> = OnceLock::new();

/// Begins to count, once in a process.
pub(crate) fn begin() -> Outcome<PrometheusHandle> {
    if let Some(handle) = RECORDER.get() {
        return Ok(handle.clone());
    }
    let handle = PrometheusBuilder::new()
        .set_buckets_for_metric(Matcher::Full(SECONDS.to_owned()), &BUCKETS)
        .and_then(PrometheusBuilder::install_recorder)
        .map_err(|error| Failed(format!("metrics cannot begin: {error}")))?;
    metrics::describe_counter!(REQUESTS, "Requests answered.");
    metrics::describe_histogram!(SECONDS, metrics::Unit::Seconds, "Time that answers took.");
    metrics::describe_counter!("relais_jobs_total", "Jobs done, by kind and outcome.");
    metrics::describe_gauge!("relais_jobs", "Jobs that are not done, by state.");
    metrics::describe_gauge!("relais_database_connections", "Connections to the database, by state.");
    metrics::gauge!("relais_build_info", "version" => crate::VERSION).set(1.0);
    Ok(RECORDER.get_or_init(|| handle).clone())
}

/// The one route of the metrics' own address.
pub(crate) fn routes(handle: PrometheusHandle, db: Db) -> Router {
    Router::new().route("/metrics", get(show)).with_state((handle, db))
}

/// Folds samples now and then, so that memory stays small when nobody scrapes.
pub(crate) async fn keep_small(handle: PrometheusHandle) {
    loop {
        tokio::time::sleep(FOLD_EVERY).await;
        handle.run_upkeep();
    }
}

async fn show(State((handle, db)): State<(PrometheusHandle, Db)>) -> impl IntoResponse {
    if let Ok(health) = jobs::health(&db).await {
        let states = [
            ("waiting", health.waiting),
            ("running", health.running),
            ("retrying", health.retrying),
            ("failed", health.failed),
        ];
        for (state, count) in states {
            // Counts of jobs stay far below the 2^53 that a float holds exactly.
            metrics::gauge!("relais_jobs", "state" => state).set(count as f64);
        }
    }
    let (open, idle) = db.pool();
    metrics::gauge!("relais_database_connections", "state" => "open").set(f64::from(open));
    metrics::gauge!("relais_database_connections", "state" => "idle").set(idle as f64);
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], handle.render())
}
