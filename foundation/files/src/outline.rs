//! A JPEG by its sections: where it ends, and what its decoder will hold. Decoders fill what is missing with grey, pass over
//! what stands behind, and keep no limit for progressive photos; here the first is told, the second never reaches a decoder,
//! and the third is known before.

/// What is known without decoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Outline<'a> {
    /// The photo itself, without what stands behind it.
    pub(crate) whole: &'a [u8],
    /// The bytes that its decoder holds for each point, beside the point itself.
    pub(crate) held: u64,
}

/// Sections that have no length: a mark of old machines, restarts, and starts.
const BARE: [u8; 10] = [0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8];
const PROGRESSIVE: u8 = 0xc2;
const SCAN: u8 = 0xda;
const END: u8 = 0xd9;
/// Cameras and editors make a dozen. Each goes over all points again, however little it holds.
const MOST_SCANS: u32 = 32;

/// Nothing, when it breaks off or goes over its points again and again. A photo in its notes does not count: only sections of
/// its own do.
pub(crate) fn outline(bytes: &[u8]) -> Option<Outline<'_>> {
    let (mut at, mut scans, mut held) = (2, 0, 0);
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xff)?;
        match *bytes.get(at + 1)? {
            // Within the points, 0xff is followed by 0x00; several 0xff before a mark are one.
            0xff => at += 1,
            0x00 => at += 2,
            END if scans > 0 => return Some(Outline { whole: bytes.get(..at + 2)?, held }),
            END => return None,
            mark if BARE.contains(&mark) => at += 2,
            mark => {
                if mark == SCAN {
                    scans += 1;
                    if scans > MOST_SCANS {
                        return None;
                    }
                } else if mark == PROGRESSIVE {
                    // Two bytes for each point of each colour, until the last scan was read.
                    held = 2 * u64::from(*bytes.get(at + 9)?);
                }
                let length = bytes.get(at + 2..at + 4)?.try_into().ok().map(u16::from_be_bytes)?;
                at += 2 + usize::from(length).max(2);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A note that holds an end.
    const START: &[u8] = b"\xff\xd8\xff\xe1\x00\x06\xff\xd9ab";
    const BASELINE: &[u8] = b"\xff\xc0\x00\x0b\x08\x00\x01\x00\x01\x03\x01\x11\x00";
    const FOUR_COLOURS: &[u8] = b"\xff\xc2\x00\x0b\x08\x00\x01\x00\x01\x04\x01\x11\x00";
    /// With padding and a restart.
    const ONE_SCAN: &[u8] = b"\xff\xda\x00\x03\x01\x10\xff\x00\x20\xff\xd0\x30";

    fn photo(frame: &[u8], scans: usize) -> Vec<u8> {
        [START, frame, &ONE_SCAN.repeat(scans), b"\xff\xd9"].concat()
    }

    #[test]
    fn what_stands_behind_the_end_is_cut_off() {
        let small = photo(BASELINE, 1);
        let more = [&small[..], b"<html>\xff\xd9"].concat();
        assert_eq!(outline(&more), Some(Outline { whole: &small, held: 0 }));
    }

    #[test]
    fn what_breaks_off_is_no_photo() {
        let small = photo(BASELINE, 1);
        for length in 0..small.len() {
            assert_eq!(outline(&small[..length]), None, "{length}");
        }
        assert_eq!(outline(b"\xff\xd8\xff\xd9"), None);
    }

    #[test]
    fn sec_05_a_progressive_photo_is_known_by_what_it_holds_and_how_often_it_is_gone_over() {
        assert_eq!(outline(&photo(FOUR_COLOURS, 32)).map(|outline| outline.held), Some(8));
        assert_eq!(outline(&photo(FOUR_COLOURS, 33)), None);
    }
}
