//! Passwords: what is asked of a new one, and how they are kept (argon2id, OWASP's first choice of parameters).

use std::sync::Arc;

use argon2::{
    Argon2, Params, PasswordHasher as _, PasswordVerifier as _,
    password_hash::phc::{Output, ParamsString, PasswordHash, Salt},
};
use relais_kernel::Clock;
use relais_store::{Error, Result};
use relais_words::Fault;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Characters at least (NIST SP 800-63B asks for 15 where nothing else is asked, 8 with a second factor).
pub const LEAST: usize = 12;
/// Characters at most: more would only be work for the machine.
pub const MOST: usize = 200;
/// Passwords hashed at the same time, each of which takes 19 MiB.
const AT_ONCE: usize = 3;
/// Attempts to sign in under way at the same time, waiting ones included: a second's work.
const MOST_ATTEMPTS: usize = 60;

/// Long passwords that are guessed first, in French and English; compared in lower case.
const COMMON: [&str; 24] = [
    "123456789012",
    "1234567890123",
    "0123456789012",
    "123123123123",
    "123456123456",
    "111111111111",
    "000000000000",
    "aaaaaaaaaaaa",
    "abcdefghijkl",
    "abcd12345678",
    "azertyuiop12",
    "azertyuiop123",
    "azertyuiopqsdfghjklm",
    "qwertyuiop12",
    "qwertyuiop123",
    "1q2w3e4r5t6y",
    "passwordpassword",
    "password1234",
    "motdepasse12",
    "motdepasse123",
    "motdepassemotdepasse",
    "administrateur",
    "administrator",
    "changezmoi123",
];

/// What is wrong with a new password, if anything. No rule of composition: they make passwords worse.
pub fn check(password: &str, email: &str) -> Result<(), Fault> {
    let length = password.chars().count();
    let folded = password.trim().to_lowercase();
    let fault = |key: &'static str| Err(Fault::on("password", key));
    if length < LEAST {
        return Err(Fault::on("password", "password-too-short").with("least", LEAST));
    }
    if length > MOST {
        return Err(Fault::on("password", "password-too-long").with("most", MOST));
    }
    if folded == super::fold_email(email) {
        return fault("password-is-email");
    }
    if COMMON.contains(&folded.as_str()) { fault("password-common") } else { Ok(()) }
}

/// How passwords are hashed: at which cost, and how many at once. Cloning shares it.
#[derive(Clone, Debug)]
pub struct Hashing {
    argon: Argon2<'static>,
    nobody: Arc<str>,
    places: Arc<Semaphore>,
    attempts: Arc<Semaphore>,
}

impl Hashing {
    /// 19 MiB, two passes.
    pub fn strong() -> Self {
        Self::of(Params::default())
    }

    /// As little work as argon2 allows: for tests and the demo's hundreds of accounts, never for people.
    pub fn cheap() -> Self {
        Self::of(
            Params::new(Params::MIN_M_COST, Params::MIN_T_COST, Params::MIN_P_COST, None).unwrap_or_default(),
        )
    }

    fn of(params: Params) -> Self {
        // A hash that no password gives, at the same cost as a real one: whoever asks for an unknown account waits as long.
        let nobody = PasswordHash {
            algorithm: argon2::ARGON2ID_IDENT,
            version: Some(argon2::Version::default().into()),
            params: ParamsString::try_from(&params).unwrap_or_default(),
            salt: Salt::new(&[0; 16]).ok(),
            hash: Output::new(&[0; 32]).ok(),
        };
        Self {
            argon: Argon2::from(params),
            nobody: nobody.to_string().into(),
            places: Arc::new(Semaphore::new(AT_ONCE)),
            attempts: Arc::new(Semaphore::new(MOST_ATTEMPTS)),
        }
    }

    /// A place for one more attempt to sign in, held until it is given back; nothing when too many are under way.
    pub fn queue(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.attempts).try_acquire_owned().ok()
    }

    /// The hash to keep.
    pub async fn hash(&self, clock: &Clock, password: &str) -> Result<String> {
        let (password, salt) = (password.to_owned(), clock.secret::<16>());
        self.apart(move |argon| {
            argon
                .hash_password_with_salt(password.as_bytes(), &salt)
                .map(|hash| hash.to_string())
                .map_err(broken)
        })
        .await?
    }

    /// Whether the password is the one behind the hash. Without a hash the answer is no, and takes the same time.
    pub async fn verify(&self, password: &str, hash: Option<&str>) -> Result<bool> {
        let (password, known) = (password.to_owned(), hash.is_some());
        let hash = hash.unwrap_or(&self.nobody).to_owned();
        let fits = self
            .apart(move |argon| argon.verify_password(password.as_bytes(), hash.as_str()).is_ok())
            .await?;
        Ok(fits && known)
    }

    /// On a thread of its own, a few at once: hashing never holds up pages nor fills the memory.
    async fn apart<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>) -> T + Send + 'static,
    ) -> Result<T> {
        let place = Arc::clone(&self.places).acquire_owned().await.map_err(broken)?;
        let argon = self.argon.clone();
        let work = move || {
            let result = work(&argon);
            drop(place);
            result
        };
        tokio::task::spawn_blocking(work).await.map_err(broken)
    }
}

fn broken(error: impl std::fmt::Display) -> Error {
    Error::Corrupt { table: "account", what: format!("password hash: {error}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_07_a_new_password_is_long_and_not_the_first_guess() {
        let key =
            |password: &str| check(password, "Ines@Example.org").err().map(|fault| fault.key.into_owned());
        for (password, expected) in [
            ("court", Some("password-too-short")),
            ("onze signes", Some("password-too-short")),
            ("éèàùçôîâêûëï", None),
            ("une phrase toute simple", None),
            ("aucunerègledecomposition", None),
            ("ines@example.ORG", Some("password-is-email")),
            ("MotDePasse123", Some("password-common")),
            ("azertyuiop123", Some("password-common")),
        ] {
            assert_eq!(key(password).as_deref(), expected, "{password}");
        }
        assert_eq!(key(&"a".repeat(201)).as_deref(), Some("password-too-long"));
        assert_eq!(key(&"é ".repeat(100)), None);
    }

    #[test]
    fn the_common_list_holds_only_what_the_length_lets_through() {
        for common in COMMON {
            assert!(common.chars().count() >= LEAST && common == common.to_lowercase(), "{common}");
        }
    }

    #[tokio::test]
    async fn sec_07_a_password_is_kept_as_argon2id() {
        let hashing = Hashing::strong();
        let hash = hashing.hash(&Clock::system(), "une phrase toute simple").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(hashing.verify("une phrase toute simple", Some(&hash)).await.unwrap());
        assert!(!hashing.verify("une phrase toute simpl", Some(&hash)).await.unwrap());
        assert_ne!(hash, hashing.hash(&Clock::system(), "une phrase toute simple").await.unwrap());
    }

    #[tokio::test]
    async fn sec_07_an_unknown_account_costs_the_same_work() {
        let hashing = Hashing::strong();
        assert!(hashing.nobody.starts_with("$argon2id$v=19$m=19456,t=2,p=1$AAAA"), "{}", hashing.nobody);
        let parsed = PasswordHash::new(&hashing.nobody).unwrap();
        assert_eq!(parsed.hash.map(|output| output.len()), Some(32));
        assert!(!hashing.verify("une phrase toute simple", None).await.unwrap());
    }
}
