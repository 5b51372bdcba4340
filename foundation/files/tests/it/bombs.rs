//! Little files that promise much, and large ones (SEC-05).

use relais_files::{Limits, Unfit, attached, clean, cleaned};

use crate::made::{jpeg, png, two_colours, veil, webp};

/// Says the size at which a PNG's header is made to lie, its checksum made good.
fn lying_png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(two_colours(8, 8));
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut crc = u32::MAX;
    for byte in &bytes[12..29] {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    bytes[29..33].copy_from_slice(&(!crc).to_be_bytes());
    bytes
}

fn lying_jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg(&two_colours(8, 8));
    let at = bytes.windows(2).position(|mark| mark == b"\xff\xc0").unwrap();
    bytes[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    bytes[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

#[test]
fn sec_05_a_header_that_promises_too_much_is_refused_before_anything_is_decoded() {
    let refused = Err(Unfit::TooManyPixels(50));
    for (width, height) in [(60_000, 60_000), (12_001, 1), (1, 12_001), (9_000, 9_000)] {
        assert_eq!(clean(&lying_png(width, height), &Limits::USUAL), refused, "{width} × {height}");
    }
    for (width, height) in [(60_000, 60_000), (12_001, 8), (9_000, 9_000)] {
        assert_eq!(clean(&lying_jpeg(width, height), &Limits::USUAL), refused, "{width} × {height}");
    }
    assert_eq!(clean(&lying_png(0, 8), &Limits::USUAL), Err(Unfit::Damaged));
}

/// Its decoder holds every point three times over until the last scan was read.
#[test]
fn sec_05_a_progressive_photo_is_refused_by_what_its_decoder_would_hold() {
    let mut bytes = lying_jpeg(5500, 5500);
    assert!(!matches!(clean(&bytes, &Limits::USUAL), Err(Unfit::TooManyPixels(_))));
    let at = bytes.windows(2).position(|mark| mark == b"\xff\xc0").unwrap();
    bytes[at + 1] = 0xc2;
    assert_eq!(clean(&bytes, &Limits::USUAL), Err(Unfit::TooManyPixels(29)));
}

/// Within the limits, what the header promises and the file does not hold is damage.
#[test]
fn sec_05_a_header_that_lies_within_the_limits_is_damage() {
    assert_eq!(clean(&lying_png(5000, 5000), &Limits::USUAL), Err(Unfit::Damaged));
}

/// Four gigabytes of one colour take a few megabytes of file.
#[test]
fn sec_05_a_picture_that_swells_is_refused_by_what_it_would_take() {
    let wide = Limits { side: 100_000, pixels: 10_000_000_000, ..Limits::USUAL };
    for bomb in [lying_png(60_000, 60_000), lying_jpeg(60_000, 60_000)] {
        assert!(matches!(clean(&bomb, &wide), Err(Unfit::TooManyPixels(_))));
    }
    let tight = Limits { memory: 10_000, ..Limits::USUAL };
    for came in [png(two_colours(100, 100)), jpeg(&two_colours(100, 100)), webp(&veil(100, 100, [1; 3], 9))] {
        assert!(matches!(clean(&came, &tight), Err(Unfit::TooManyPixels(_))));
    }
}

#[tokio::test]
async fn sec_05_forty_megabytes_are_refused_unread() {
    let mut heavy = jpeg(&two_colours(100, 100));
    heavy.resize(40_000_000, 0);
    assert_eq!(cleaned(heavy).await, Err(Unfit::TooHeavy(15)));
    assert_eq!(attached(None, true).await, Err(Unfit::TooHeavy(15)));
}

#[tokio::test]
async fn what_came_with_a_form_is_cleaned_and_nothing_is_nothing() {
    assert_eq!(attached(None, false).await, Ok(None));
    // One is large and takes both places; the others go on beside each other.
    let came = [jpeg(&two_colours(5000, 3300)), jpeg(&two_colours(400, 300))];
    let many = [0, 1, 1, 0, 1].map(|one: usize| tokio::spawn(cleaned(came[one].clone())));
    let mut sizes = Vec::new();
    for one in many {
        sizes.push(one.await.unwrap().unwrap().size());
    }
    assert_eq!(sizes, [(1600, 1056), (400, 300), (400, 300), (1600, 1056), (400, 300)]);
}
