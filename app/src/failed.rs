//! Why a command could not do what was asked: one sentence, or several lines of them, for whoever typed it.

/// The sentence. It begins with a small letter, for it follows `relais: `.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed(pub String);

/// What a command gives.
pub type Outcome<T = ()> = Result<T, Failed>;

impl Failed {
    /// From a sentence.
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl std::fmt::Display for Failed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failed {}

macro_rules! from {
    ($($error:ty),+ $(,)?) => {$(
        impl From<$error> for Failed {
            fn from(error: $error) -> Self { Self(error.to_string()) }
        }
    )+};
}

from!(relais_store::Error, std::io::Error, relais_words::CatalogueError, serde_json::Error);

/// Adds to an error what was being done.
pub(crate) trait While<T> {
    /// `cannot read the file: no such file`.
    fn while_(self, doing: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: std::fmt::Display> While<T> for Result<T, E> {
    fn while_(self, doing: impl FnOnce() -> String) -> Outcome<T> {
        self.map_err(|error| Failed(format!("{}: {error}", doing())))
    }
}
