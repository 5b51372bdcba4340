//! « STOP »: honoured at once, in every organisation that has written to the number (PRV-08). Nothing is answered, and nothing
//! else that somebody writes to us is kept.

use relais_contact::{Address, Channel, Phone, SuppressionSource, find, opt_out, suppress, written_to};
use relais_directory::organisations;
use relais_kernel::fold;
use relais_store::{Db, Result};

/// The words that end it, as they are folded.
const WORDS: [&str; 4] = ["stop", "arret", "arretez", "stopsms"];

/// Whether a message from a customer says stop: its first word, in any case, with or without accents.
pub(super) fn says_stop(text: &str) -> bool {
    // Nobody says it after a thousand other characters.
    let beginning: String = text.chars().take(200).collect();
    fold(&beginning).split(' ').next().is_some_and(|first| WORDS.contains(&first))
}

/// The number that a gateway names, with or without the `+` of its country.
pub(super) fn number(from: &str) -> Option<Phone> {
    let typed = from.trim();
    let abroad = !typed.starts_with(['+', '0']);
    let written = if abroad { format!("+{typed}") } else { typed.to_owned() };
    Phone::read(&written).ok()
}

/// Opts a number out wherever it was written to; where the ledger no longer reaches back that far, wherever it is known.
/// Tells how many organisations it was.
pub(super) async fn stop(db: &Db, phone: Phone) -> Result<usize> {
    let address = Address::Phone(phone);
    let tx = db.begin().await?;
    let (mut wrote, mut know) = (Vec::new(), Vec::new());
    for organisation in organisations::all(&tx).await? {
        let org = tx.org(organisation.id);
        if written_to(&org, &address, Channel::Sms).await? {
            wrote.push(organisation);
        } else if find(&org, &address).await?.is_some() {
            know.push(organisation);
        }
    }
    tx.rollback().await?;
    let meant = if wrote.is_empty() { know } else { wrote };
    for organisation in &meant {
        let tx = db.org(organisation.id).begin().await?;
        let today = organisation.today(tx.clock().now());
        // By the number itself, so that it holds also when nobody is known by it any more.
        suppress(&tx, &address, address.channels(), SuppressionSource::Operator, today).await?;
        if let Some(contact) = find(&tx, &address).await? {
            opt_out(&tx, contact.id, SuppressionSource::Operator, today).await?;
        }
        tx.commit().await?;
    }
    Ok(meant.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prv_08_stop_is_understood_however_it_is_typed() {
        for text in [
            "STOP",
            "Stop",
            " stop ",
            "ARRET",
            "Arrêt",
            "ARRÊT svp",
            "Stop !",
            "stop.",
            "STOP 36180",
            "« Stop »",
            "arrêtez ça",
        ] {
            assert!(says_stop(text), "{text:?}");
        }
        for text in ["", "non-stop", "Bonjour, stop", "stopper", "oui", "1", "🛑", "s t o p"] {
            assert!(!says_stop(text), "{text:?}");
        }
        assert!(says_stop(&format!("STOP {}", "é".repeat(100_000))));
    }

    #[test]
    fn numbers_of_gateways_are_read() {
        for from in ["+33612345678", "33612345678", " 33612345678 ", "0033612345678", "0612345678"] {
            assert_eq!(number(from).unwrap().e164(), "+33612345678", "{from}");
        }
        for from in ["", "36180", "Clairlien", "+", "33 6"] {
            assert!(number(from).is_none(), "{from}");
        }
    }
}
