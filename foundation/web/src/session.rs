//! From a cookie to a viewer.

use relais_directory::accounts::{sessions, viewer};

use crate::{
    Site,
    request::{Organisation, Signed},
};

/// The viewer behind a session's cookie, with a fresh token when the session must change it (SEC-08).
pub(crate) async fn resume(
    site: &Site,
    token: &str,
) -> relais_store::Result<Option<(Signed, Option<String>)>> {
    let (db, now) = (site.db(), site.clock().now());
    let Some(found) = sessions::find(db, token, now).await? else { return Ok(None) };
    let viewer = viewer::of(db, &found, now).await?;
    let fresh = sessions::keep(db, &found, now).await?;
    let organisation = Organisation { id: found.org, name: found.org_name.clone(), zone: found.zone.clone() };
    Ok(Some((Signed { viewer, organisation, found }, fresh.map(|token| token.text().to_owned()))))
}
