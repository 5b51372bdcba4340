//! From a cookie to a viewer.

use std::sync::Arc;

use relais_directory::accounts::{sessions, viewer};
use relais_store::Mark;
use sha2::{Digest as _, Sha256};

use crate::{
    Site,
    request::{Organisation, Signed},
};

/// The viewer behind a session's cookie. Asking is no use of the session.
pub(crate) async fn known(site: &Site, token: &str, mark: Mark) -> relais_store::Result<Option<Arc<Signed>>> {
    let (db, now) = (site.db(), site.clock().now());
    let key = Sha256::digest(token.as_bytes()).into();
    let known = site.viewers().get(db, mark, key, async || {
        let Some(found) = sessions::find(db, token, now).await? else { return Ok(None) };
        let viewer = viewer::of(db, &found, now).await?;
        let organisation =
            Organisation { id: found.org, name: found.org_name.clone(), zone: found.zone.clone() };
        Ok(Some(Arc::new(Signed { viewer, organisation, found })))
    });
    known.await
}

/// The same for a session that is used, with a fresh token when it must change it (SEC-08).
pub(crate) async fn resume(
    site: &Site,
    token: &str,
    mark: Mark,
) -> relais_store::Result<Option<(Arc<Signed>, Option<String>)>> {
    let Some(signed) = known(site, token, mark).await? else { return Ok(None) };
    let fresh = sessions::keep(site.db(), &signed.found, site.clock().now()).await?;
    Ok(Some((signed, fresh.map(|token| token.text().to_owned()))))
}
