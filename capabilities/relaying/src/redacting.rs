//! What identifies a customer leaves the words before they are stored, and whoever wrote them reads what is left before it is
//! sent (PRV-06). What a group answers stays as it is: the number of a service helps.

use relais_verbatim::redaction::{Kind, find, redacted};
use relais_words::{Fault, Words};

/// Words without what identified somebody in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Redacted {
    pub(crate) text: String,
    /// The first number that stood there: it may have been given for a call.
    pub(crate) phone: Option<String>,
}

/// What is left of words in which something identified somebody; none where nothing did.
pub(crate) fn of(w: &Words, text: &str) -> Option<Redacted> {
    let found = find(text);
    if found.is_empty() {
        return None;
    }
    let names = [
        (Kind::Phone, w.t("redacted-phone").to_string()),
        (Kind::Email, w.t("redacted-email").to_string()),
        (Kind::Iban, w.t("redacted-iban").to_string()),
        (Kind::Nir, w.t("redacted-nir").to_string()),
        (Kind::Card, w.t("redacted-card").to_string()),
        (Kind::Plate, w.t("redacted-plate").to_string()),
    ];
    let name =
        |kind| names.iter().find(|(known, _)| *known == kind).map_or("[…]", |(_, name)| name.as_str());
    let phone = found.iter().find(|one| one.kind == Kind::Phone);
    let phone = phone.and_then(|one| text.get(one.start..one.end)).map(str::to_owned);
    Some(Redacted { text: redacted(text, name), phone })
}

/// Takes it out of a field that somebody typed; the sentence that says so, where there was something.
pub(crate) fn field(w: &Words, typed: &mut String, name: &'static str) -> Option<Fault> {
    let left = of(w, typed)?;
    *typed = left.text;
    Some(Fault::on(name, "redacted-read-again"))
}
