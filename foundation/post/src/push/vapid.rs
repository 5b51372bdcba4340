//! Saying who calls (RFC 8292): a short token, signed with this instance's key, for one push service and a few hours.

use std::time::Duration;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::{
    SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer as _},
};
use relais_kernel::Instant;
use serde::Serialize;

/// How long a token is good; push services take a day at most.
const GOOD_FOR: Duration = Duration::from_secs(12 * 3600);

#[derive(Serialize)]
struct Claims<'a> {
    aud: &'a str,
    exp: i64,
    sub: &'a str,
}

/// The `Authorization` header for a push service: `origin` is its address, `contact` where we can be asked about it.
pub(crate) fn authorization(key: &SecretKey, origin: &str, contact: &str, now: Instant) -> String {
    let claims = Claims { aud: origin, exp: now.plus(GOOD_FOR).timestamp().as_second(), sub: contact };
    let claims = serde_json::to_string(&claims).unwrap_or_default();
    let encoded = |text: &str| BASE64_URL_SAFE_NO_PAD.encode(text);
    let said = format!("{}.{}", encoded(r#"{"typ":"JWT","alg":"ES256"}"#), encoded(&claims));
    let signature: Signature = SigningKey::from(key).sign(said.as_bytes());
    let signature = BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes());
    format!("vapid t={said}.{signature}, k={}", public(key))
}

/// The public key as browsers want it when they subscribe.
pub(crate) fn public(key: &SecretKey) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(key.public_key().to_sec1_bytes())
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{VerifyingKey, signature::Verifier as _};
    use relais_kernel::Clock;

    use super::*;

    /// Whether a header's signature is right, and the claims that it signs.
    fn verified(header: &str) -> Option<serde_json::Value> {
        let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text).ok();
        let (token, key) = header.strip_prefix("vapid t=")?.split_once(", k=")?;
        let (said, signature) = token.rsplit_once('.')?;
        let key = VerifyingKey::from_sec1_bytes(&bytes(key)?).ok()?;
        key.verify(said.as_bytes(), &Signature::from_slice(&bytes(signature)?).ok()?).ok()?;
        serde_json::from_slice(&bytes(said.split_once('.')?.1)?).ok()
    }

    #[test]
    fn rfc_8292_example_verifies_and_no_other() {
        let example = "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOj\
             E0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9\
             ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, \
             k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
        let claims = verified(example).unwrap();
        assert_eq!(
            (&claims["aud"], &claims["exp"]),
            (&"https://push.example.net".into(), &1453523768.into())
        );
        assert_eq!(verified(&example.replacen("i3CYb7t4", "i3CYb7t5", 1)), None);
    }

    #[test]
    fn what_we_say_is_signed_for_one_service_and_half_a_day() {
        let clock = Clock::manual(Instant(1_795_267_200_000_000));
        let key = super::super::keys::fresh(&clock);
        let header =
            authorization(&key, "https://push.example.net", "https://relais.example.org", clock.now());
        let claims = verified(&header).unwrap();
        assert_eq!(claims["aud"], "https://push.example.net");
        assert_eq!(claims["sub"], "https://relais.example.org");
        assert_eq!(claims["exp"], 1_795_267_200 + 12 * 3600);
        assert!(header.ends_with(&format!("k={}", public(&key))));
    }
}
