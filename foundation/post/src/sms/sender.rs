//! Who a text message is from: a name that the organisation's administrators choose, and nobody else (SEC-06).

use relais_directory::organisations::Organisation;
use relais_kernel::fold;
use relais_store::{InOrg, OrgTx, Result, sql};
use relais_words::Fault;

/// What gateways take as a name: three to eleven letters and digits.
const LENGTH: std::ops::RangeInclusive<usize> = 3..=11;

/// A sender's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender(String);

impl Sender {
    /// Reads what an administrator typed: three to eleven letters without accents and digits, one letter at least: a bare
    /// number would pass for somebody's. The fault is on the field `sender`.
    pub fn read(typed: &str) -> std::result::Result<Self, Fault> {
        let name = typed.trim();
        let sound = name.chars().all(|c| c.is_ascii_alphanumeric());
        if sound && LENGTH.contains(&name.len()) && name.contains(|c: char| c.is_ascii_alphabetic()) {
            Ok(Self(name.to_owned()))
        } else {
            Err(Fault::on("sender", "post-sms-sender-unfit"))
        }
    }

    /// The usual one: the letters and digits that the organisation's name begins with.
    pub fn usual(organisation: &Organisation) -> Self {
        let name: String = organisation.name.split_whitespace().map(capital).collect();
        let name: String = name.chars().filter(char::is_ascii_alphanumeric).take(*LENGTH.end()).collect();
        Self::read(&name).unwrap_or_else(|_| Self("Relais".to_owned()))
    }

    /// The name.
    pub fn text(&self) -> &str {
        &self.0
    }
}

/// A word without accents that begins with a capital.
fn capital(word: &str) -> String {
    let folded = fold(word);
    let mut letters = folded.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}

/// The sender that an organisation chose, if it chose one.
pub async fn sender(on: &impl InOrg) -> Result<Option<Sender>> {
    let name: Option<String> =
        sql("select name from sms_sender where org_id = $1").bind(on.org()).value(on).await?;
    Ok(name.map(Sender))
}

/// Chooses it.
pub async fn put_sender(tx: &OrgTx, sender: &Sender) -> Result<()> {
    sql("insert into sms_sender (org_id, name, set_at) values ($1, $2, $3) \
         on conflict (org_id) do update set name = excluded.name, set_at = excluded.set_at")
    .bind(tx.org())
    .bind(sender.0.clone())
    .bind(tx.clock().now())
    .run(tx)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_06_a_sender_is_three_to_eleven_letters_and_digits() {
        for (typed, read) in [("Clairlien", "Clairlien"), (" EnergieProc ", "EnergieProc"), ("abc", "abc")] {
            assert_eq!(Sender::read(typed).map(|s| s.0), Ok(read.to_owned()));
        }
        for wrong in
            ["", "ab", "EnergieProch", "Énergie", "a b c", "38123", "+33612345678", "bit.ly", "a\nbc"]
        {
            assert_eq!(Sender::read(wrong).unwrap_err().key, "post-sms-sender-unfit", "{wrong:?}");
        }
    }
}
