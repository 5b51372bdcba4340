//! Letters that this room sends.

use relais_directory::accounts::{Account, Token, links::Purpose};
use relais_post::{Base, PasswordReset, To};
use relais_store::{Error, Result, Tx};
use relais_web::Site;

/// The address that links in letters begin with.
pub(crate) fn base(site: &Site) -> Result<Base> {
    Base::new(&site.settings().base_url).map_err(|_| unusable("the base address"))
}

/// The link to choose another password.
pub(crate) async fn reset(tx: &Tx, site: &Site, account: &Account, token: &Token) -> Result<()> {
    let link = base(site)?.at(&format!("/enter/{}", token.text()));
    let minutes = i64::try_from(Purpose::Reset.lasts().as_secs() / 60).unwrap_or(60);
    let to = To::new(&account.email, account.locale).map_err(|_| unusable("an account's address"))?;
    relais_post::send(tx, &site.words(account.locale), &to, &PasswordReset { link, minutes }).await?;
    Ok(())
}

/// A letter that cannot be written at all, told without the address itself.
fn unusable(what: &str) -> Error {
    Error::Corrupt { table: "letter", what: format!("{what} cannot be used") }
}
