//! Small texts sealed with a key that lives outside the database: whoever has the database alone, a backup or a disk, reads
//! none of them (SEC-10). Equal texts are found again by a keyed fingerprint.

use std::sync::Arc;

use aes_gcm::{
    Aes256Gcm, KeyInit as _, Nonce,
    aead::{Aead as _, Payload},
};
use hkdf::Hkdf;
use hmac::{Hmac, Mac as _};
use relais_kernel::Clock;
use secrecy::{ExposeSecret as _, SecretBox};
use sha2::Sha256;

use crate::{Db, Error, Reads, Result, Writes, sql};

/// How a sealed text begins: which way it was sealed.
const VERSION: u8 = 1;
/// Bytes of a nonce. They are random: one key seals four thousand million texts before two nonces are likely the same.
const NONCE: usize = 12;

const NO_KEY: &str = "no key was given, so what is sealed can be neither written nor read";
const OTHER_KEY: &str = "what this database holds was sealed with another key than the one given";
const UNREADABLE: &str = "a sealed value cannot be opened: it was altered, moved, or sealed with another key";
const TOO_LONG: &str = "a text is too long to be sealed";

/// Seals and opens small texts, and makes fingerprints of them. Cloning shares it.
#[derive(Clone)]
pub struct Vault(Arc<Keys>);

/// One key a purpose, so that none says anything about another.
struct Keys {
    seal: SecretBox<[u8; 32]>,
    /// As long as a block of SHA-256, which its HMAC takes as it is.
    find: SecretBox<[u8; 64]>,
    mark: SecretBox<[u8; 64]>,
}

impl Vault {
    /// A vault whose keys come from this one, which is as random as a key must be.
    pub fn new(master: [u8; 32]) -> Self {
        let hkdf = Hkdf::<Sha256>::new(None, SecretBox::new(Box::new(master)).expose_secret());
        Self(Arc::new(Keys {
            seal: derived(&hkdf, "relais vault 1: seal"),
            find: derived(&hkdf, "relais vault 1: find"),
            mark: derived(&hkdf, "relais vault 1: mark"),
        }))
    }

    /// Seals a text for one place, `table/column/organisation/row`: elsewhere it does not open.
    pub fn seal(&self, clock: &Clock, context: &str, plain: &str) -> Result<Vec<u8>> {
        let nonce = clock.secret::<NONCE>();
        let payload = Payload { msg: plain.as_bytes(), aad: &bound(context) };
        let sealed =
            self.cipher().encrypt(&Nonce::from(nonce), payload).map_err(|_| Error::Vault(TOO_LONG))?;
        Ok([&[VERSION][..], &nonce, &sealed].concat())
    }

    /// Opens what was sealed for this place.
    pub fn open(&self, context: &str, sealed: &[u8]) -> Result<String> {
        let (nonce, sealed) = sealed
            .strip_prefix(&[VERSION])
            .and_then(|rest| rest.split_first_chunk::<NONCE>())
            .ok_or(Error::Vault(UNREADABLE))?;
        let payload = Payload { msg: sealed, aad: &bound(context) };
        let plain = self.cipher().decrypt(&Nonce::from(*nonce), payload);
        let plain = plain.map_err(|_| Error::Vault(UNREADABLE))?;
        String::from_utf8(plain).map_err(|_| Error::Vault(UNREADABLE))
    }

    /// What finds an equal text again within the same context, and tells nothing of it to whoever lacks the key. A context
    /// that names the organisation keeps two organisations from finding out what they have in common.
    pub fn fingerprint(&self, context: &str, text: &str) -> Vec<u8> {
        hmac(&self.0.find, context, text)
    }

    /// What a database keeps to know this key again.
    fn mark(&self) -> Vec<u8> {
        hmac(&self.0.mark, "vault_mark", "this database belongs to this key")
    }

    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new(self.0.seal.expose_secret().into())
    }
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault(hidden)")
    }
}

/// The version is bound to the text as well: no later way of sealing can be passed off as this one.
fn bound(context: &str) -> Vec<u8> {
    [&[VERSION][..], context.as_bytes()].concat()
}

fn derived<const N: usize>(hkdf: &Hkdf<Sha256>, purpose: &str) -> SecretBox<[u8; N]>
where
    [u8; N]: secrecy::zeroize::Zeroize,
{
    let mut key = Box::new([0; N]);
    // It fails for more than 8,160 bytes alone.
    let made = hkdf.expand(purpose.as_bytes(), key.as_mut_slice());
    debug_assert!(made.is_ok(), "{purpose}");
    SecretBox::new(key)
}

/// The length of the context comes first, so that no end of one is the beginning of a text.
fn hmac(key: &SecretBox<[u8; 64]>, context: &str, text: &str) -> Vec<u8> {
    let mut mac = <Hmac<Sha256> as hmac::KeyInit>::new(key.expose_secret().into());
    mac.update(&u64::try_from(context.len()).unwrap_or(u64::MAX).to_be_bytes());
    mac.update(context.as_bytes());
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// The vault, or the sentence that there is none.
pub(crate) fn given(vault: Option<&Vault>) -> Result<&Vault> {
    vault.ok_or(Error::Vault(NO_KEY))
}

/// Whether something in this database was sealed: then it needs its key. A database without tables holds nothing.
pub async fn is_marked(on: &Db) -> Result<bool> {
    Ok(mark_of(on).await?.is_some())
}

/// Whether this handle's key is the database's own, or none is needed yet.
pub async fn is_ours(db: &Db) -> Result<bool> {
    let mark = mark_of(db).await?;
    Ok(mark.is_none_or(|mark| db.vault().is_ok_and(|vault| vault.mark() == mark)))
}

async fn mark_of(on: &Db) -> Result<Option<Vec<u8>>> {
    match read_mark(on).await {
        Err(error) if error.is_passing() => Err(error),
        // The table is not laid yet.
        Err(_) => Ok(None),
        mark => mark,
    }
}

async fn read_mark(on: &impl Reads) -> Result<Option<Vec<u8>>> {
    sql("select mark from vault_mark where id = 1").value(on).await
}

/// Refuses a key that is not the database's own.
pub(crate) async fn check(db: &Db, vault: &Vault) -> Result<()> {
    match mark_of(db).await? {
        Some(mark) if mark != vault.mark() => Err(Error::Vault(OTHER_KEY)),
        _ => Ok(()),
    }
}

/// Marks the database as this key's, in the transaction that first uses it; of two nodes with keys of their own, the second
/// is refused.
pub(crate) async fn claim(tx: &impl Writes, vault: &Vault) -> Result<()> {
    sql("insert into vault_mark (id, mark, made_at) values (1, $1, $2) on conflict do nothing")
        .bind(vault.mark())
        .bind(tx.tx().clock().now())
        .run(tx)
        .await?;
    match read_mark(tx).await? {
        Some(mark) if mark == vault.mark() => Ok(()),
        _ => Err(Error::Vault(OTHER_KEY)),
    }
}

#[cfg(test)]
mod tests {
    use relais_kernel::Instant;

    use super::*;

    const HERE: &str = "contact/phone/1/2";

    fn vault() -> Vault {
        Vault::new([7; 32])
    }

    fn clock() -> Clock {
        Clock::manual(Instant(0))
    }

    #[test]
    fn sec_10_what_is_sealed_opens_in_its_place_and_with_its_key_alone() {
        for plain in ["", "Inès", "+33612345678", &"é".repeat(5000)] {
            let sealed = vault().seal(&clock(), HERE, plain).unwrap();
            assert_eq!(vault().open(HERE, &sealed).unwrap(), plain);
            assert!(vault().open("contact/phone/1/3", &sealed).is_err());
            assert!(Vault::new([8; 32]).open(HERE, &sealed).is_err());
            assert!(plain.is_empty() || !sealed.windows(plain.len()).any(|part| part == plain.as_bytes()));
        }
    }

    #[test]
    fn sec_10_no_bit_of_it_can_be_changed_and_no_end_cut_off() {
        let sealed = vault().seal(&clock(), HERE, "Inès").unwrap();
        for bit in 0..sealed.len() * 8 {
            let mut altered = sealed.clone();
            altered[bit / 8] ^= 1 << (bit % 8);
            assert!(vault().open(HERE, &altered).is_err(), "{bit}");
        }
        for length in 0..sealed.len() {
            assert!(vault().open(HERE, &sealed[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn the_same_text_is_sealed_otherwise_each_time_and_found_by_one_fingerprint() {
        let seal = || vault().seal(&clock(), HERE, "Inès").unwrap();
        assert_ne!(seal(), seal());
        let of = |context, text| vault().fingerprint(context, text);
        assert_eq!(of("a", "b"), of("a", "b"));
        assert_eq!(of("a", "b").len(), 32);
        assert_ne!(of("a", "b"), of("a", "c"));
        assert_ne!(of("organisation 1", "b"), of("organisation 2", "b"));
        assert_ne!(of("ab", "c"), of("a", "bc"));
        assert_ne!(of("a", "b"), Vault::new([8; 32]).fingerprint("a", "b"));
    }

    #[test]
    fn sec_10_a_vault_never_prints_its_keys() {
        assert_eq!(format!("{:?}", vault()), "Vault(hidden)");
    }

    /// What was sealed yesterday must open tomorrow: keys and form are these for ever. The values were made by another
    /// implementation (Node’s OpenSSL).
    #[test]
    fn what_was_sealed_once_opens_for_ever() {
        let sealed = "01000102030405060708090a0bfac607d30d6dab12ac1d973cb6ec010a8fd4f487cc";
        assert_eq!(vault().open(HERE, &hex::decode(sealed).unwrap()).unwrap(), "Inès");
        assert_eq!(
            hex::encode(vault().fingerprint("contact/address/1", "+33612345678")),
            "71df331f94fe0be77ac27b97a81230b38c2ceca181f3a340c084e4509278c605"
        );
    }
}
