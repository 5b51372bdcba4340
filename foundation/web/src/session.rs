//! From a cookie to a viewer.

use std::sync::Arc;

use relais_directory::accounts::{sessions, viewer};
use sha2::{Digest as _, Sha256};

use crate::{
    Site,
    request::{Organisation, Signed},
};

/// The viewer behind a session's cookie, with a fresh token when the session must change it (SEC-08).
pub(crate) async fn resume(
    site: &Site,
    token: &str,
) -> relais_store::Result<Option<(Arc<Signed>, Option<String>)>> {
    let (db, now) = (site.db(), site.clock().now());
    let key = Sha256::digest(token.as_bytes()).into();
    let known = site.viewers().get(db, key, async || {
        let Some(found) = sessions::find(db, token, now).await? else { return Ok(None) };
        let viewer = viewer::of(db, &found, now).await?;
        let organisation =
            Organisation { id: found.org, name: found.org_name.clone(), zone: found.zone.clone() };
        Ok(Some(Arc::new(Signed { viewer, organisation, found })))
    });
    let Some(signed) = known.await? else { return Ok(None) };
    let fresh = sessions::keep(db, &signed.found, now).await?;
    Ok(Some((signed, fresh.map(|token| token.text().to_owned()))))
}
