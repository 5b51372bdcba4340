//! From a session to what its owner may do today.

use relais_kernel::{Instant, Viewer};
use relais_store::{Db, Result};

use super::sessions::Found;
use crate::grants;

/// The viewer behind a session, with the grants they hold today.
pub async fn of(db: &Db, found: &Found, now: Instant) -> Result<Viewer> {
    let grants = grants::held_today(&db.org(found.org), found.person, found.today(now)).await?;
    Ok(Viewer {
        org: found.org,
        person: found.person,
        account: found.account,
        session: found.id,
        given_name: found.given_name.clone(),
        locale: found.locale,
        grants,
    })
}
