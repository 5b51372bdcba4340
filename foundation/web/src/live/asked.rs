//! What a page asks to hear, and what of it the viewer may.

use axum::{
    Json,
    extract::FromRequestParts,
    http::request::Parts,
    response::{IntoResponse, Response},
};
use relais_kernel::Viewer;
use relais_store::bell;

use crate::{Cx, Failure, Outcome, Site};

/// Topics of one connection.
const MOST: usize = 40;

/// `?topic=…&topic=…`: those that the viewer hears. The others are left out in silence, as what does not exist.
pub(super) struct Asked {
    pub(super) cx: Cx,
    pub(super) topics: Vec<String>,
}

impl FromRequestParts<Site> for Asked {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Failure> {
        let cx = Cx::from_request_parts(parts, site).await?;
        let query = parts.uri.query().unwrap_or_default();
        let pairs: Vec<(String, String)> =
            serde_html_form::from_str(query).map_err(|_| Failure::Unreadable)?;
        let mut topics: Vec<String> = Vec::new();
        for (_, topic) in pairs.into_iter().filter(|(name, _)| name == "topic").take(MOST) {
            if !topics.contains(&topic) && hears(site, cx.viewer(), &topic) {
                topics.push(topic);
            }
        }
        Ok(Self { cx, topics })
    }
}

/// Whether the viewer hears a topic.
pub(super) fn hears(site: &Site, viewer: &Viewer, topic: &str) -> bool {
    let Some((kind, id)) = topic.split_once(':') else { return false };
    bell::is_topic(topic) && site.topics().iter().any(|known| known.kind == kind && (known.heard)(viewer, id))
}

/// The versions of the topics, at once: for a page that was asleep.
pub(super) async fn versions(asked: Asked) -> Outcome<Response> {
    let versions = bell::versions(&asked.cx.db(), &asked.topics).await?;
    Ok(Json(versions).into_response())
}
