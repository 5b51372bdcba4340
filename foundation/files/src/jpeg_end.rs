//! Where a JPEG ends. Decoders fill what is missing with grey and pass over what stands behind; here the first is told,
//! and the second never reaches a decoder.

/// Sections that have no length: padding, restarts, and a mark of old machines.
const BARE: [u8; 10] = [0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8];
const SCAN: u8 = 0xda;
const END: u8 = 0xd9;

/// The photo itself, or nothing when it breaks off. A photo in its notes does not count: only sections of its own do.
pub(crate) fn whole(bytes: &[u8]) -> Option<&[u8]> {
    let mut at = 2;
    let mut scanned = false;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        let mark = *bytes.get(at + 1)?;
        match mark {
            // Within the points, 0xff is followed by 0x00; several 0xff before a mark are one.
            0xff => at += 1,
            0x00 => at += 2,
            END if scanned => return bytes.get(..at + 2),
            END => return None,
            mark if BARE.contains(&mark) => at += 2,
            mark => {
                scanned |= mark == SCAN;
                let length = bytes.get(at + 2..at + 4)?.try_into().ok().map(u16::from_be_bytes)?;
                at += 2 + usize::from(length).max(2);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A start, a note that holds an end, a scan with padding and a restart, an end.
    const SMALL: &[u8] =
        b"\xff\xd8\xff\xe1\x00\x06\xff\xd9ab\xff\xda\x00\x03\x01\x10\xff\x00\x20\xff\xd0\x30\xff\xd9";

    #[test]
    fn what_stands_behind_the_end_is_cut_off() {
        assert_eq!(whole(SMALL), Some(SMALL));
        let more = [SMALL, b"<html>\xff\xd9"].concat();
        assert_eq!(whole(&more), Some(SMALL));
    }

    #[test]
    fn what_breaks_off_is_no_photo() {
        for length in 0..SMALL.len() {
            assert_eq!(whole(&SMALL[..length]), None, "{length}");
        }
        assert_eq!(whole(b"\xff\xd8\xff\xd9"), None);
    }
}
