//! Writing a text message, in the transaction of what it tells.

use relais_contact::{About, Class, PhoneKind, Rule, Rules, SETTINGS, hold, note, read, sms_text::count};
use relais_directory::{organisations, settings};
use relais_kernel::{ContactId, Instant, SmsId};
use relais_store::{Error, InOrg, OrgTx, Result, jobs};
use relais_words::Words;

use super::{
    Composed, Haste, Refusal, SMS,
    caps::Caps,
    rows::{self, New, asked},
    window,
};

/// What kind of message it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    class: Class,
    about: Option<About>,
    haste: Haste,
    followup_open: bool,
    not_before: Option<Instant>,
}

impl Text {
    /// A message of a class, which leaves within the hours for messages.
    pub fn new(class: Class) -> Self {
        Self { class, about: None, haste: Haste::Usual, followup_open: false, not_before: None }
    }

    /// Something about what they asked for.
    pub fn service() -> Self {
        Self::new(Class::Service)
    }

    /// They wait for it now: it leaves at any hour.
    pub fn awaited(self) -> Self {
        Self { haste: Haste::Awaited, ..self }
    }

    /// Danger is near: a warning leaves from early to late, on any day.
    pub fn urgent(self) -> Self {
        Self { haste: Haste::Urgent, ..self }
    }

    /// What it is about; a second measure must say it.
    pub fn about(self, about: About) -> Self {
        Self { about: Some(about), ..self }
    }

    /// A follow-up or a complaint of theirs is open: nothing is asked of them.
    pub fn with_followup_open(self, open: bool) -> Self {
        Self { followup_open: open, ..self }
    }

    /// It leaves at this moment or later.
    pub fn not_before(self, moment: Instant) -> Self {
        Self { not_before: Some(moment), ..self }
    }
}

/// Writes a text message to a customer, unless something says no. It is noted in the ledger in this transaction, leaves when
/// the transaction has lasted, and reads their number only then. After a refusal nothing was written, and the transaction may
/// go on.
pub async fn text(
    tx: &OrgTx,
    w: &Words,
    to: ContactId,
    kind: &Text,
    words: &Composed,
) -> Result<Result<SmsId, Refusal>> {
    // Of two who write to one customer at once, the second counts what the first wrote.
    hold(tx, to).await?;
    let Some(contact) = read(tx, to).await?.filter(|contact| contact.erased_day.is_none()) else {
        return Ok(Err(Refusal::Rule(Rule::Erased)));
    };
    if contact.phone.as_ref().is_some_and(|phone| phone.kind() != PhoneKind::Mobile) {
        return Ok(Err(Refusal::NotMobile));
    }
    let corrupt = |what: String| Error::Corrupt { table: "sms", what };
    let organisation = organisations::by_id(tx, tx.org()).await?;
    let organisation = organisation.ok_or_else(|| corrupt("its organisation is missing".into()))?;
    let (zone, now) = (organisation.zone(), tx.clock().now());
    let w = w.in_locale(contact.locale);
    let written = words.written(&w, &organisation.name, &zone, now);
    // A sentence that is missing or incomplete is told so between these, and no customer reads it.
    if written.is_empty() || written.starts_with('⟦') {
        return Err(corrupt(format!("{} gives no whole sentence", words.key())));
    }
    let (caps, parts) = (Caps::of(tx).await?, count(&written).parts);
    if i64::try_from(parts).unwrap_or(i64::MAX) > caps.parts {
        return Ok(Err(Refusal::TooLong(parts, caps.parts)));
    }
    let leaves = window::leaves(kind.not_before.map_or(now, |at| at.max(now)), &zone, kind.class, kind.haste);
    let day = leaves.day(&zone);
    if let Some(refusal) = caps.reached(tx, to, day, &zone).await? {
        return Ok(Err(refusal));
    }
    let chosen = settings::values(tx, SETTINGS).await?;
    let value = |setting: &relais_kernel::Setting| {
        let known = chosen.iter().find(|(known, _)| known.code == setting.code);
        known.map_or(setting.default, |(_, value)| *value)
    };
    let mut asked = asked(kind.class, kind.haste, leaves, kind.about.clone());
    asked.followup_open = kind.followup_open;
    let ledger = match note(tx, to, &asked, &Rules::chosen(value), day).await? {
        Ok(ledger) => ledger,
        Err(rule) => return Ok(Err(Refusal::Rule(rule))),
    };
    let parts = i32::try_from(parts).map_err(|_| corrupt("too many parts".into()))?;
    let new = New { to, ledger, class: kind.class, haste: kind.haste, words: written, parts, leaves, day };
    let id = rows::write(tx, new).await?;
    if leaves <= now {
        // The round would find it by itself, a quarter of a minute later.
        jobs::enqueue(tx, SMS, &()).await?;
    }
    Ok(Ok(id))
}
