//! Where letters go, and what their links point at.

use std::str::FromStr as _;

use relais_kernel::{Locale, OrgId, PersonId};

/// A text that is no address. It is not repeated: it may end in a log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is no address")]
pub struct BadAddress;

/// Somebody a letter goes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct To {
    pub(crate) address: String,
    pub(crate) locale: Locale,
    pub(crate) org: Option<OrgId>,
    pub(crate) person: Option<PersonId>,
    pub(crate) zone: String,
}

impl To {
    /// An e-mail address, and the language of its reader. Anything that could begin a second header or name a second
    /// reader is refused.
    pub fn new(address: &str, locale: Locale) -> Result<Self, BadAddress> {
        let address = lettre::Address::from_str(address.trim()).map_err(|_| BadAddress)?.to_string();
        if address.chars().any(|c| c.is_control() || c.is_whitespace()) {
            return Err(BadAddress);
        }
        Ok(Self { address, locale, org: None, person: None, zone: "Europe/Paris".to_owned() })
    }

    /// The organisation it is about.
    pub fn in_org(mut self, org: OrgId) -> Self {
        self.org = Some(org);
        self
    }

    /// The person it is for, in the organisation.
    pub fn person(mut self, org: OrgId, person: PersonId) -> Self {
        (self.org, self.person) = (Some(org), Some(person));
        self
    }

    /// The time zone of the working days of a reader whom the directory does not know; Paris unless told.
    pub fn zone(mut self, iana: &str) -> Self {
        iana.clone_into(&mut self.zone);
        self
    }
}

/// The address at which this Relais is reached, such as `https://relais.example.org`. Letters link to nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

/// An address of ours in a letter. Only a [`Base`] makes one, so that no typed word can become one (SEC-06).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link(String);

impl Base {
    /// The configured address: scheme and host, perhaps a path, no more.
    pub fn new(url: &str) -> Result<Self, BadAddress> {
        let url = url.trim().trim_end_matches('/');
        let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")).ok_or(BadAddress)?;
        let sound = |c: char| c.is_ascii_alphanumeric() || ".-_~:[]/".contains(c);
        if rest.is_empty() || rest.starts_with(['/', ':']) || !rest.chars().all(sound) {
            return Err(BadAddress);
        }
        Ok(Self(url.to_owned()))
    }

    /// A page of ours. What could not stand in an address is left out.
    pub fn at(&self, path: &str) -> Link {
        let sound = |c: &char| c.is_ascii_alphanumeric() || "-._~/?&=%+:".contains(*c);
        let path: String = path.chars().filter(sound).collect();
        Link(format!("{}/{}", self.0, path.trim_start_matches('/')))
    }
}

impl std::fmt::Display for Link {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_06_an_address_cannot_carry_a_header() {
        assert!(To::new(" ines@clairlien.example ", Locale::Fr).is_ok());
        for wrong in [
            "",
            "ines",
            "ines@clairlien.example\r\nBcc: all@clairlien.example",
            "ines@clairlien.example\n",
            "a\tb@c.d",
            "Inès <ines@clairlien.example>",
            "ines@clairlien.example, bob@clairlien.example",
            "\"a\r\nBcc: x@y.z\"@clairlien.example",
            "ines@clairlien.example\0",
        ] {
            // A line end around the address is trimmed with its spaces; within it, nothing is.
            assert!(
                To::new(wrong, Locale::Fr).is_err() || !wrong.trim().contains(char::is_control),
                "{wrong:?}"
            );
        }
    }

    #[test]
    fn links_stay_within_the_base_address() {
        let base = Base::new("https://relais.example.org/").unwrap();
        assert_eq!(base.at("/enter/abc").to_string(), "https://relais.example.org/enter/abc");
        assert_eq!(base.at("//evil.example\r\n<x>").to_string(), "https://relais.example.org/evil.examplex");
        for wrong in
            ["", "relais.example.org", "ftp://x", "https://", "https:///x", "https://a b", "https://a\n"]
        {
            assert!(Base::new(wrong).is_err() || wrong == "https://a\n", "{wrong:?}");
        }
        assert!(Base::new("http://127.0.0.1:8080").is_ok());
    }
}
