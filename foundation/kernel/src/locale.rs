//! The two languages that everything exists in.

crate::codes! {
    /// A language of the product. French is the default.
    pub enum Locale {
        /// French.
        Fr = "fr",
        /// English.
        En = "en",
    }
}

impl Locale {
    /// The best of the two for an `Accept-Language` header; French when it names neither.
    pub fn from_accept_language(header: &str) -> Self {
        let mut best = (Self::Fr, 0.0_f32);
        for part in header.split(',') {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next().unwrap_or("").trim().to_ascii_lowercase();
            let weight = pieces
                .find_map(|p| p.trim().strip_prefix("q=").and_then(|q| q.parse().ok()))
                .unwrap_or(1.0_f32);
            let locale = match tag.split('-').next() {
                Some("fr") => Self::Fr,
                Some("en") => Self::En,
                _ => continue,
            };
            if weight > best.1 {
                best = (locale, weight);
            }
        }
        best.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_language_is_followed() {
        assert_eq!(Locale::from_accept_language("en-GB,en;q=0.9"), Locale::En);
        assert_eq!(Locale::from_accept_language("en;q=0.5, fr-CA;q=0.8"), Locale::Fr);
        assert_eq!(Locale::from_accept_language("de-DE, it"), Locale::Fr);
        assert_eq!(Locale::from_accept_language(""), Locale::Fr);
    }
}
