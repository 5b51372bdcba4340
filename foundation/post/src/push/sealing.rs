//! Sealing a message for one browser: RFC 8291 over the `aes128gcm` coding of RFC 8188, in one record. The push service
//! that carries it reads nothing of it.

use aes_gcm::{Aes128Gcm, KeyInit as _, Nonce, aead::Aead as _};
use hkdf::Hkdf;
use p256::{PublicKey, SecretKey};
use relais_kernel::Clock;
use sha2::Sha256;

/// The record's size as every push service accepts it.
const RECORD: u32 = 4096;
/// The most that one record holds: its size without header, end mark and seal.
pub(crate) const MOST: usize = 3992;
/// Says that this record is the last.
const LAST_RECORD: u8 = 2;

/// Something that cannot be sealed: a key that is no point of the curve, a message too long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this cannot be sealed")]
pub(super) struct Unsealable;

/// Whom a message is sealed for, as the browser gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Receiver {
    /// Its public key, an uncompressed point.
    pub(crate) public_key: Vec<u8>,
    /// The secret that only it and we know.
    pub(crate) auth: Vec<u8>,
}

/// Seals a message under a key and a salt that are used for nothing else.
pub(crate) fn seal(plain: &[u8], to: &Receiver, clock: &Clock) -> Result<Vec<u8>, Unsealable> {
    let once = super::keys::fresh(clock);
    seal_with(plain, to, &once, clock.secret::<16>())
}

fn seal_with(plain: &[u8], to: &Receiver, once: &SecretKey, salt: [u8; 16]) -> Result<Vec<u8>, Unsealable> {
    let theirs = PublicKey::from_sec1_bytes(&to.public_key).map_err(|_| Unsealable)?;
    let ours = once.public_key().to_sec1_bytes();
    let shared = once.diffie_hellman(&theirs);
    let info = [b"WebPush: info\0".as_slice(), to.public_key.as_slice(), &*ours].concat();
    let mut key = [0; 32];
    expand(&to.auth, shared.raw_secret_bytes(), &info, &mut key)?;
    record(plain, &key, salt, &ours)
}

/// One record of RFC 8188: its header, then the sealed message.
fn record(plain: &[u8], key: &[u8], salt: [u8; 16], key_id: &[u8]) -> Result<Vec<u8>, Unsealable> {
    if plain.len() > MOST {
        return Err(Unsealable);
    }
    let (mut content_key, mut nonce) = ([0; 16], [0; 12]);
    expand(&salt, key, b"Content-Encoding: aes128gcm\0", &mut content_key)?;
    expand(&salt, key, b"Content-Encoding: nonce\0", &mut nonce)?;
    let marked = [plain, &[LAST_RECORD]].concat();
    let cipher = Aes128Gcm::new(&content_key.into());
    let sealed = cipher.encrypt(&Nonce::from(nonce), marked.as_slice()).map_err(|_| Unsealable)?;
    let length = u8::try_from(key_id.len()).map_err(|_| Unsealable)?;
    Ok([salt.as_slice(), &RECORD.to_be_bytes(), &[length], key_id, &sealed].concat())
}

fn expand(salt: &[u8], key: &[u8], info: &[u8], into: &mut [u8]) -> Result<(), Unsealable> {
    Hkdf::<Sha256>::new(Some(salt), key).expand(info, into).map_err(|_| Unsealable)
}

#[cfg(test)]
mod tests {
    use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};

    use super::*;

    fn bytes(text: &str) -> Vec<u8> {
        BASE64_URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn rfc_8291_example_is_sealed_byte_for_byte() {
        let to = Receiver {
            public_key: bytes(
                "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
            ),
            auth: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
        };
        let once = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let sealed = seal_with(b"When I grow up, I want to be a watermelon", &to, &once, salt).unwrap();
        assert_eq!(
            BASE64_URL_SAFE_NO_PAD.encode(sealed),
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBr\
             u3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
        );
    }

    #[test]
    fn rfc_8291_shared_keys_are_those_of_its_appendix() {
        let once = SecretKey::from_slice(&bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")).unwrap();
        let theirs = SecretKey::from_slice(&bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")).unwrap();
        let expected = bytes("kyrL1jIIOHEzg3sM2ZWRHDRB62YACZhhSlknJ672kSs");
        assert_eq!(once.diffie_hellman(&theirs.public_key()).raw_secret_bytes().to_vec(), expected);
        assert_eq!(theirs.diffie_hellman(&once.public_key()).raw_secret_bytes().to_vec(), expected);
    }

    #[test]
    fn rfc_8188_first_example_is_sealed_byte_for_byte() {
        let salt = bytes("I1BsxtFttlv3u_Oo94xnmw").try_into().unwrap();
        let sealed = record(b"I am the walrus", &bytes("yqdlZ-tYemfogSmv7Ws5PQ"), salt, b"").unwrap();
        assert_eq!(
            BASE64_URL_SAFE_NO_PAD.encode(sealed),
            "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg"
        );
    }

    #[test]
    fn what_is_no_point_of_the_curve_or_too_long_is_not_sealed() {
        let clock = Clock::system();
        let own = super::super::keys::fresh(&clock).public_key().to_sec1_bytes().to_vec();
        let to = |public_key| Receiver { public_key, auth: vec![7; 16] };
        assert_eq!(seal(b"x", &to(vec![4; 65]), &clock), Err(Unsealable));
        assert_eq!(seal(b"x", &to(vec![]), &clock), Err(Unsealable));
        assert_eq!(seal(&[0; MOST + 1], &to(own.clone()), &clock), Err(Unsealable));
        assert_eq!(seal(&[0; MOST], &to(own), &clock).unwrap().len(), 4096 - 1);
    }

    #[test]
    fn nothing_is_sealed_twice_alike() {
        let clock = Clock::system();
        let own = super::super::keys::fresh(&clock).public_key().to_sec1_bytes().to_vec();
        let to = Receiver { public_key: own, auth: vec![7; 16] };
        let (one, other) = (seal(b"x", &to, &clock).unwrap(), seal(b"x", &to, &clock).unwrap());
        assert!(one[..16] != other[..16] && one[21..86] != other[21..86]);
    }
}
