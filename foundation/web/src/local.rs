//! Addresses to come back to: nobody is sent elsewhere by a crafted link.

/// Longer ones are not ours.
const LONGEST: usize = 2000;

/// Whether an address is a path of this site. Browsers drop tabs and line ends before they read an address, and read
/// `\` as `/`: `/<tab>/evil.example` leads away.
pub fn is_local(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|c: char| c == '\\' || c.is_control() || c.is_whitespace())
        && path.len() <= LONGEST
}

/// The path, or the start page when it is not one of ours.
pub fn local(path: &str) -> &str {
    if is_local(path) { path } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_07_nobody_is_sent_elsewhere_by_an_address_to_come_back_to() {
        for ours in ["/", "/units?q=x", "/people/1", "/search?q=%C3%A9"] {
            assert_eq!(local(ours), ours);
        }
        for other in [
            "",
            "units",
            "//evil.example",
            "https://evil.example",
            "/\\evil.example",
            "/\t/evil.example",
            "/\u{a0}/evil.example",
            "/a\r\nSet-Cookie: x",
            "\t//evil.example",
        ] {
            assert_eq!(local(other), "/", "{other:?}");
        }
        assert!(is_local(&format!("/{}", "a".repeat(LONGEST - 1))));
        assert!(!is_local(&format!("/{}", "a".repeat(LONGEST))));
    }
}
