//! The text messages about a request: its link with the hour that was promised, and the morning after its end the one
//! question. Sentences of ours, a moment and a link: no word that anybody typed (SEC-06).

use relais_baton::Told;
use relais_contact::{About, Class};
use relais_directory::organisations;
use relais_kernel::{ContactId, Instant, SmsId};
use relais_post::{
    Base, Link as Address,
    sms::{Composed, Refusal, Text, text},
};
use relais_store::{Error, InOrg as _, OrgTx, Result};
use relais_web::{Failure, Settings};
use relais_words::Words;

use super::{
    effort::is_asked,
    reading::{Texts, texts},
    store::{self, Link},
    token::Token,
};
use crate::cases::{checks::Ending, reading::Case};

/// Characters of the organisation's name and of the link's beginning that leave room for the sentence in one part of 160.
const ROOM: usize = 58;

/// The hour at which one is asked how it was.
const MORNING: i8 = 9;

/// The address at which a customer reads.
pub(super) fn address(settings: &Settings, token: &Token) -> Result<Address, Failure> {
    let base = Base::new(&settings.base_url).map_err(|error| Failure::Broken(error.to_string()))?;
    Ok(base.at(&store::path(token)))
}

/// The sentence with the organisation's name, where that leaves one part; the sender's name says who writes in any case.
fn sentence(named: &'static str, plain: &'static str, org: &str, link: &Address) -> Composed {
    // 31 characters of any link are ours: `/s/` and its letters.
    let needed = org.chars().count() + link.to_string().len().saturating_sub(31);
    Composed::sentence(if needed <= ROOM { named } else { plain }).link("link", link)
}

/// Sends the link, which the customer waits for beside us.
pub(super) async fn send(
    tx: &OrgTx,
    w: &Words,
    (contact, case): (ContactId, &Case),
    (link, promised): (&Address, Instant),
) -> Result<Result<SmsId, Refusal>> {
    let words = sentence("status-sms", "status-sms-short", &org_name(tx).await?, link).moment("at", promised);
    text(tx, w, contact, &Text::service().awaited().about(about(case)), &words).await
}

/// Asks how easy it was on the next morning: whoever was sent the link, was told, and refused nothing.
pub(crate) async fn after_end(
    tx: &OrgTx,
    (w, settings): (&Words, &Settings),
    (case, ending): (&Case, &Ending),
) -> Result<(), Failure> {
    let told = matches!(ending.told, Told::Heard | Told::Written);
    let (Some(contact), true, true, true) = (case.contact_id, told, is_asked(ending.outcome), settings.texts)
    else {
        return Ok(());
    };
    let Some(link) = store::of_case(tx, case.id).await?.filter(is_texted) else { return Ok(()) };
    if texts(tx, contact).await? != Texts::May {
        return Ok(());
    }
    let token = store::token(tx, &link)?;
    let address = address(settings, &token)?;
    let words = sentence("status-sms-effort", "status-sms-effort-short", &org_name(tx).await?, &address);
    let asked = Text::new(Class::Transactional).about(about(case)).not_before(next_morning(tx).await?);
    // Whoever was asked a while ago already is left in peace: the ledger says so, and nobody need hear of it.
    let _asked_or_not = text(tx, w, contact, &asked, &words).await?;
    Ok(())
}

fn is_texted(link: &Link) -> bool {
    link.texted_day.is_some() && !link.answered
}

fn about(case: &Case) -> About {
    About { kind: "relaying.case".into(), id: case.id }
}

async fn org_name(tx: &OrgTx) -> Result<String> {
    Ok(organisations::by_id(tx, tx.org()).await?.map(|known| known.name).unwrap_or_default())
}

async fn next_morning(tx: &OrgTx) -> Result<Instant> {
    let organisation = organisations::by_id(tx, tx.org()).await?;
    let zone = organisation.map_or(jiff::tz::TimeZone::UTC, |known| known.zone());
    let morning = tx.clock().now().at(&zone).date().tomorrow();
    let morning = morning.and_then(|day| day.at(MORNING, 0, 0, 0).to_zoned(zone));
    let corrupt = |error: jiff::Error| Error::Corrupt { table: "sms", what: error.to_string() };
    Ok(morning.map_err(corrupt)?.timestamp().into())
}
