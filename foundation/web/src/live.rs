//! Live pages: a section names the topics it shows and at which versions; the node tells when one changes, and the
//! section is fetched anew by ordinary authority. A topic says "look", and nothing else.

mod asked;
mod ear;
mod fan;
mod section;
mod stream;

use std::time::Duration;

use axum::http::StatusCode;
use relais_kernel::{PersonId, Viewer};

use crate::{Cx, Failure, Manifest, Outcome, Routes, lock, offline};

pub(crate) use fan::Fan;
pub use section::Live;

/// Where streams and versions are asked for. To listen is no use of a session: a browser left alone is signed out.
pub(crate) const PATH: &str = "/live";

/// A kind of topic, and who hears it. What no room declares is heard by nobody.
#[derive(Clone, Copy, Debug)]
pub struct TopicKind {
    /// What stands before the colon.
    pub kind: &'static str,
    /// Whether a viewer hears the topic of what stands after it. Versions tell no more than how often something changed.
    pub heard: fn(&Viewer, &str) -> bool,
}

/// How streams live, for tests that cannot wait.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// A silent stream gives a sign of life, so that neither side takes the other for gone.
    pub beat: Duration,
    /// How long a session, and what it may hear, is taken for granted.
    pub check: Duration,
    /// How long a stream lasts; the browser comes back.
    pub life: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self { beat: Duration::from_secs(20), check: Duration::from_secs(60), life: Duration::from_secs(600) }
    }
}

/// What this room adds for whoever is signed in.
pub fn manifest() -> Manifest {
    Manifest {
        room: "web",
        // Whoever types is not told by their typing, nor by what they typed when their device locked (PRV-07).
        routes: Routes::new()
            .get("/used", used)
            .post(lock::HOLD, hold)
            .unseen()
            .get(PATH, stream::open)
            .get("/live/versions", asked::versions)
            .get("/offline/token", offline::token),
        topics: vec![TopicKind { kind: "person", heard: is_oneself }],
        ..Manifest::default()
    }
}

/// Somebody types, and nothing else is asked for: the device does not lock.
async fn used(_: Cx) -> StatusCode {
    StatusCode::NO_CONTENT
}

/// What was typed on a page that locked itself: the layer has taken it before.
async fn hold(_: Cx) -> Outcome<StatusCode> {
    Err(Failure::NotFound)
}

fn is_oneself(viewer: &Viewer, id: &str) -> bool {
    id.parse::<PersonId>().is_ok_and(|person| person == viewer.person)
}
