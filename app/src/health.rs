//! `/health` for whoever watches: alive (a process answers) and ready (it can serve). JSON, without personal data.

use std::time::Duration;

use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use relais_store::{Db, Schema, jobs, schema, sql};
use serde::Serialize;

/// A due job that nobody took for so long means that no worker runs.
const STUCK_AFTER: Duration = Duration::from_secs(600);
/// A database that takes longer to answer is not ready.
const PATIENCE: Duration = Duration::from_secs(5);

/// What readiness is told from.
#[derive(Clone, Debug)]
struct Watched {
    db: Db,
    schemas: Vec<Schema>,
}

/// The answer of `/health/ready`.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Readiness {
    /// `ready` or `not ready`.
    pub status: &'static str,
    /// Of this program.
    pub version: &'static str,
    /// Whether the database answers.
    pub database: bool,
    /// Whether all its tables are laid.
    pub schema: bool,
    /// Whether jobs are being done.
    pub jobs: bool,
    /// How many wait.
    pub jobs_waiting: i64,
    /// How many were given up.
    pub jobs_failed: i64,
}

/// The routes that no session, no word and no page concerns.
pub(crate) fn routes(db: &Db, schemas: &[Schema]) -> Router {
    Router::new()
        .route("/health", get(alive))
        .route("/health/live", get(alive))
        .route("/health/ready", get(ready))
        .route("/robots.txt", get(robots))
        .with_state(Watched { db: db.clone(), schemas: schemas.to_vec() })
}

async fn alive() -> Response {
    plain(StatusCode::OK, &serde_json::json!({ "status": "alive", "version": crate::VERSION }))
}

async fn ready(State(watched): State<Watched>) -> Response {
    let readiness = tokio::time::timeout(PATIENCE, readiness(&watched)).await.unwrap_or_else(|_| nothing());
    let status = if readiness.status == "ready" { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    plain(status, &readiness)
}

async fn robots() -> Response {
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], "User-agent: *\nDisallow: /\n").into_response()
}

fn plain(status: StatusCode, body: &impl Serialize) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

fn nothing() -> Readiness {
    Readiness {
        status: "not ready",
        version: crate::VERSION,
        database: false,
        schema: false,
        jobs: false,
        jobs_waiting: 0,
        jobs_failed: 0,
    }
}

async fn readiness(watched: &Watched) -> Readiness {
    let db = &watched.db;
    if sql("select 1").value::<i32>(db).await.is_err() {
        return nothing();
    }
    let schema = schema::is_laid(db, &watched.schemas).await.unwrap_or(false);
    let (health, oldest) = if schema {
        (jobs::health(db).await.unwrap_or_default(), jobs::oldest_due(db).await.ok())
    } else {
        (jobs::Health::default(), None)
    };
    let now = db.clock().now();
    let jobs = oldest.is_some_and(|due| due.is_none_or(|due| now.since(due) < STUCK_AFTER));
    Readiness {
        status: if schema && jobs { "ready" } else { "not ready" },
        database: true,
        schema,
        jobs,
        jobs_waiting: health.waiting,
        jobs_failed: health.failed,
        ..nothing()
    }
}
