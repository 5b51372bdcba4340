//! A customer's e-mail address: a light check, since only a letter that arrives proves one.

use relais_words::Fault;

/// An address that could exist.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

/// RFC 5321: the whole, and what stands before the `@`.
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;

impl Email {
    /// Reads what was typed. Nothing that could begin a second header or name a second reader passes (SEC-06). The fault is
    /// on the field `email`.
    pub fn read(typed: &str) -> Result<Self, Fault> {
        let typed = typed.trim();
        let (local, domain) = typed.rsplit_once('@').unwrap_or_default();
        let sound =
            typed.len() <= LONGEST && local.len() <= LONGEST_LOCAL && is_local(local) && is_domain(domain);
        if sound {
            Ok(Self(format!("{local}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(Fault::on("email", "contact-email-unreadable"))
        }
    }

    /// One that [`Email::read`] wrote and the database kept.
    pub(crate) fn kept(text: String) -> Self {
        Self(text)
    }

    /// The address, its domain in small letters.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// What finds it again: people write their own address now with capitals, now without.
    pub(crate) fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// An address is personal: it stands in no log.
impl std::fmt::Debug for Email {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Email(hidden)")
    }
}

/// An unquoted name. Quoted ones exist on paper; here they are a way to bring in what is not an address.
fn is_local(local: &str) -> bool {
    let dots = local.starts_with('.') || local.ends_with('.') || local.contains("..");
    !local.is_empty()
        && !dots
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&b))
}

/// Names of letters, digits and hyphens, two at least, the last one of letters (or a coded one).
fn is_domain(domain: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = domain.rsplit('.').next().unwrap_or_default();
    domain.contains('.')
        && domain.split('.').all(label)
        && last.len() >= 2
        && !last.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read() {
        for (typed, read) in [
            ("ines@clairlien.example", "ines@clairlien.example"),
            (" Ines.Marchal+relais@Clairlien.Example ", "Ines.Marchal+relais@clairlien.example"),
            ("o'neil@a-b.example", "o'neil@a-b.example"),
        ] {
            assert_eq!(Email::read(typed).unwrap().text(), read);
        }
        let of = |typed| Email::read(typed).unwrap().folded();
        assert_eq!(of("Ines@Clairlien.example"), of("ines@clairlien.EXAMPLE"));
    }

    #[test]
    fn sec_06_an_address_carries_no_header_and_no_second_reader() {
        for wrong in [
            "",
            "@",
            "ines",
            "ines@",
            "ines@clairlien",
            "@clairlien.example",
            "ines@clairlien.example\r\nBcc: all@clairlien.example",
            "ines@clairlien.example, bob@clairlien.example",
            "Inès <ines@clairlien.example>",
            "\"a b\"@clairlien.example",
            "a b@clairlien.example",
            "inès@clairlien.example",
            "a..b@clairlien.example",
            ".a@clairlien.example",
            "a@.clairlien.example",
            "a@-x.example",
            "a@127.0.0.1",
            "a@x.e",
            "a@b@clairlien.example",
        ] {
            let fault = Email::read(wrong).expect_err(wrong);
            assert_eq!((&*fault.field, &*fault.key), ("email", "contact-email-unreadable"));
        }
        assert!(Email::read(&format!("{}@clairlien.example", "a".repeat(65))).is_err());
        assert_eq!(format!("{:?}", Email::read("a@b.fr").unwrap()), "Email(hidden)");
    }
}
