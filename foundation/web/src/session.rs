//! From a cookie to a viewer.

use std::{sync::Arc, time::Duration};

use relais_directory::{
    accounts::{sessions, shared_devices, viewer},
    settings,
};
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
        let locks_after = if found.shared {
            let minutes = settings::value(&db.org(found.org), &shared_devices::LOCKS_AFTER).await?;
            Some(Duration::from_secs(u64::try_from(minutes).unwrap_or(0) * 60))
        } else {
            None
        };
        Ok(Some(Arc::new(Signed { viewer, organisation, found, locks_after })))
    });
    known.await
}

/// Notes that a session is used, with a fresh token when it must change it (SEC-08).
pub(crate) async fn keep(site: &Site, signed: &Signed) -> relais_store::Result<Option<String>> {
    let fresh = sessions::keep(site.db(), &signed.found, site.clock().now()).await?;
    Ok(fresh.map(|token| token.text().to_owned()))
}
