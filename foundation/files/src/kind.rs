//! What a file is, by its own first bytes. Its name and what the sender says of it count for nothing.

/// What came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Jpeg,
    Png,
    WebP,
    /// A format of photos that browsers cannot show and that is not read here, by its name.
    Unread(&'static str),
    Other,
}

impl Kind {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let at = |from: usize, mark: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(mark));
        if at(0, b"\xff\xd8\xff") {
            Self::Jpeg
        } else if at(0, b"\x89PNG\r\n\x1a\n") {
            Self::Png
        } else if at(0, b"RIFF") && at(8, b"WEBP") {
            Self::WebP
        } else if at(4, b"ftyp") {
            brands(bytes).find_map(named).map_or(Self::Other, Self::Unread)
        } else {
            Self::Other
        }
    }
}

/// The four letters that a file of the MP4 family bears: its own, a version, then those it goes along with.
fn brands(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let length = bytes.first_chunk().map_or(0, |length| u32::from_be_bytes(*length));
    let end = usize::try_from(length).unwrap_or(0).min(bytes.len()).min(256);
    bytes.get(8..end).unwrap_or_default().chunks_exact(4)
}

/// Films bear other brands, and are no photos.
fn named(brand: &[u8]) -> Option<&'static str> {
    match brand {
        b"avif" | b"avis" => Some("AVIF"),
        b"heic" | b"heix" | b"heim" | b"heis" | b"hevc" | b"hevx" | b"mif1" | b"msf1" => Some("HEIC"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn family(brands: &str) -> Vec<u8> {
        let length = u32::try_from(8 + brands.len()).unwrap();
        [&length.to_be_bytes()[..], b"ftyp", brands.as_bytes(), b"\0\0\0\x08meta"].concat()
    }

    #[test]
    fn sec_05_the_content_decides() {
        assert_eq!(Kind::of(b"\xff\xd8\xff\xe0"), Kind::Jpeg);
        assert_eq!(Kind::of(b"\x89PNG\r\n\x1a\n\0"), Kind::Png);
        assert_eq!(Kind::of(b"RIFF\x10\0\0\0WEBPVP8 "), Kind::WebP);
        for other in [&b""[..], b"\xff\xd8", b"RIFF\x10\0\0\0WAVE", b"%PDF-1.7", b"GIF89a", b"<svg", b"ftyp"]
        {
            assert_eq!(Kind::of(other), Kind::Other, "{other:?}");
        }
    }

    #[test]
    fn phones_formats_are_told_apart_from_films() {
        assert_eq!(Kind::of(&family("heic\0\0\0\0mif1heic")), Kind::Unread("HEIC"));
        assert_eq!(Kind::of(&family("mif1\0\0\0\0heic")), Kind::Unread("HEIC"));
        assert_eq!(Kind::of(&family("avif\0\0\0\0mif1miaf")), Kind::Unread("AVIF"));
        assert_eq!(Kind::of(&family("isom\0\0\x02\0isomiso2avc1mp41")), Kind::Other);
        assert_eq!(Kind::of(&family("qt  \0\0\0\0qt  ")), Kind::Other);
    }
}
