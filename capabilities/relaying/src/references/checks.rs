//! How a reference is written and opened: pure decisions.

use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use crate::typed::one_line;

/// The longest reference, and the longest pattern of one.
pub(crate) const LONGEST: usize = 40;
/// The longest address.
pub(crate) const LONGEST_LINK: usize = 500;
/// What stands for the reference in an address.
const SLOT: &str = "{reference}";

/// How an organisation writes references: what anybody types is brought to this form, or refused.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Format {
    /// `A` for a letter, `9` for a digit, anything else for itself: `CL-9999-99`. Empty when any will do.
    pub(crate) pattern: String,
    /// Where a reference opens in another tool; empty when nowhere.
    pub(crate) link: String,
}

/// The same as somebody typed it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct FormatInput {
    pub(crate) pattern: String,
    pub(crate) link: String,
}

impl FormatInput {
    /// The format, or what is wrong with it.
    pub(crate) fn check(&self) -> Result<Format, Faults> {
        let mut faults = Faults::none();
        let pattern = self.pattern.trim().to_uppercase();
        let holds = pattern.chars().any(|c| matches!(c, 'A' | '9'));
        if !pattern.is_empty() && (!holds || !is_plain(&pattern) || pattern.chars().count() > LONGEST) {
            faults.add(Fault::on("pattern", "reference-pattern-wrong").with("n", LONGEST));
        }
        let link = self.link.trim().to_owned();
        if !link.is_empty() && !is_link(&link) {
            faults.add(Fault::on("link", "reference-link-wrong"));
        }
        if faults.is_empty() { Ok(Format { pattern, link }) } else { Err(faults) }
    }
}

/// An address of the web that a reference is put into once, behind its host.
fn is_link(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("https://") else { return false };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '\\' | '`' | '^' | '|');
    let clean = rest.replace(SLOT, "");
    let host_is_plain =
        host.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':')) && host.contains('.');
    host_is_plain
        && path.matches(SLOT).count() == 1
        && clean.chars().all(plain)
        && !clean.contains(['{', '}'])
        && link.chars().count() <= LONGEST_LINK
}

fn is_plain(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, ' ' | '-' | '/' | '.' | '_' | '#'))
}

impl Format {
    /// A reference as it is kept. Capitals, spaces and what parts the groups are typed as one likes; none at all is none.
    pub(crate) fn read(&self, typed: &str) -> Result<String, Fault> {
        let text = one_line(typed).to_uppercase();
        if text.chars().count() > LONGEST || !is_plain(&text) {
            return Err(Fault::on("reference", "case-reference-unreadable").with("n", LONGEST));
        }
        if text.is_empty() || self.pattern.is_empty() {
            return Ok(text);
        }
        let told = || Fault::on("reference", "reference-not-in-form").with("example", self.example());
        fitted(&self.pattern, &text).ok_or_else(told)
    }

    /// A reference that could be one: letters and digits in their order.
    pub(crate) fn example(&self) -> String {
        let (mut letters, mut digits) = (('A'..='Z').cycle(), ('1'..='9').cycle());
        let next = |c| match c {
            'A' => letters.next().unwrap_or('A'),
            '9' => digits.next().unwrap_or('1'),
            other => other,
        };
        self.pattern.chars().map(next).collect()
    }

    /// Where a reference opens in the other tool.
    pub(crate) fn opens(&self, reference: &str) -> Option<String> {
        if self.link.is_empty() || reference.is_empty() {
            return None;
        }
        let written = reference.bytes().map(|byte| match byte {
            b'-' | b'_' | b'.' => char::from(byte).to_string(),
            byte if byte.is_ascii_alphanumeric() => char::from(byte).to_string(),
            byte => format!("%{byte:02X}"),
        });
        Some(self.link.replace(SLOT, &written.collect::<String>()))
    }
}

/// Letters and digits put into a pattern, which has its own of what stands between them.
fn fitted(pattern: &str, typed: &str) -> Option<String> {
    let mut typed = typed.chars().filter(char::is_ascii_alphanumeric).peekable();
    let mut fitted = String::with_capacity(pattern.len());
    for place in pattern.chars() {
        let kept = match place {
            'A' => typed.next().filter(char::is_ascii_alphabetic)?,
            '9' => typed.next().filter(char::is_ascii_digit)?,
            own if own.is_ascii_alphanumeric() => typed.next().filter(|c| *c == own)?,
            between => between,
        };
        fitted.push(kept);
    }
    typed.peek().is_none().then_some(fitted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(pattern: &str, link: &str) -> Format {
        FormatInput { pattern: pattern.into(), link: link.into() }.check().unwrap()
    }

    #[test]
    fn exp_02_a_reference_is_brought_to_the_organisations_form() {
        let format = format("cl-9999-99", "");
        assert_eq!(format.pattern, "CL-9999-99");
        assert_eq!(format.example(), "CL-1234-56");
        for typed in ["CL-2027-41", "cl 2027 41", "cl202741", " CL/2027/41 "] {
            assert_eq!(format.read(typed).as_deref(), Ok("CL-2027-41"), "{typed}");
        }
        assert_eq!(format.read(" ").as_deref(), Ok(""));
        for typed in ["CL-2027-4", "CL-2027-411", "XX-2027-41", "2027-41", "CL-20A7-41"] {
            let fault = format.read(typed).unwrap_err();
            assert_eq!((&*fault.field, &*fault.key), ("reference", "reference-not-in-form"), "{typed}");
        }
        let any = Format::default();
        assert_eq!(any.read("ab 12/x").as_deref(), Ok("AB 12/X"));
        for typed in ["Mme Rivière", "a@b", &"1".repeat(41)] {
            assert_eq!(&*any.read(typed).unwrap_err().key, "case-reference-unreadable", "{typed}");
        }
    }

    #[test]
    fn ops_08_a_reference_opens_in_the_other_tool() {
        let format = format("", "https://crm.exemple.fr/clients?ref={reference}");
        assert_eq!(
            format.opens("CL 20/41#2").as_deref(),
            Some("https://crm.exemple.fr/clients?ref=CL%2020%2F41%232")
        );
        assert_eq!(format.opens(""), None);
        assert_eq!(Format::default().opens("CL"), None);
    }

    #[test]
    fn ops_08_what_is_no_pattern_and_no_address_is_refused_on_its_field() {
        let fields = |pattern: &str, link: &str| {
            let faults = FormatInput { pattern: pattern.into(), link: link.into() }.check().unwrap_err();
            faults.0.iter().map(|fault| fault.field.to_string()).collect::<Vec<_>>()
        };
        for pattern in ["CL-", "é99", &"9".repeat(41)] {
            assert_eq!(fields(pattern, ""), ["pattern"], "{pattern}");
        }
        for link in [
            "http://crm.exemple.fr/{reference}",
            "javascript:alert(1)//{reference}",
            "https://crm.exemple.fr/",
            "https://{reference}.exemple.fr/",
            "https://crm.exemple.fr/{reference}/{reference}",
            "https://crm.exemple.fr/{autre}/{reference}",
            "https://moi@crm.exemple.fr/{reference}",
            "https://crm.exemple.fr/ {reference}",
            &format!("https://crm.exemple.fr/{{reference}}{}", "a".repeat(LONGEST_LINK)),
        ] {
            assert_eq!(fields("", link), ["link"], "{link}");
        }
        assert_eq!(fields("CL", "crm"), ["pattern", "link"]);
    }
}
