//! Letters that this room sends.

use relais_directory::{
    accounts::{self, Account, Token, links::Purpose},
    people::Person,
};
use relais_post::{Base, Invitation, PasswordReset, To};
use relais_store::{Error, OrgTx, Result, Tx};
use relais_web::{Organisation, Site};

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

/// The invitation to sign in: a newcomer chooses a password by its link, whoever has one already accepts by it. Nothing
/// leaves to a closed account.
pub(crate) async fn invite(
    tx: &OrgTx,
    site: &Site,
    organisation: &Organisation,
    person: &Person,
    invitation: &accounts::Invitation,
) -> Result<()> {
    if invitation.closed {
        return Ok(());
    }
    let path = format!("/enter/{}", invitation.token.text());
    let letter = Invitation {
        given_name: person.given_name.clone(),
        org_name: organisation.name.clone(),
        link: base(site)?.at(&path),
        days: i64::try_from(Purpose::Invitation.lasts().as_secs() / 86_400).unwrap_or(14),
        has_password: invitation.has_password,
        waited_for: true,
    };
    let to = To::new(&invitation.email, invitation.locale).map_err(|_| unusable("an account's address"))?;
    let to = to.person(organisation.id, person.id).zone(organisation.zone.iana_name().unwrap_or("UTC"));
    relais_post::send(tx, &site.words(invitation.locale), &to, &letter).await?;
    Ok(())
}

/// A letter that cannot be written at all, told without the address itself.
fn unusable(what: &str) -> Error {
    Error::Corrupt { table: "letter", what: format!("{what} cannot be used") }
}
