//! Letters that this room sends.

use relais_directory::accounts::{Account, Token};
use relais_store::{Result, Tx};
use relais_web::Site;

/// The link to choose another password.
pub(crate) async fn reset(_tx: &Tx, _site: &Site, _account: &Account, _token: &Token) -> Result<()> {
    Ok(())
}
