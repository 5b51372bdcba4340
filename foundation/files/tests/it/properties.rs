//! Whatever comes, what is kept is a sound JPEG within its limits, or a refusal; never a panic.

use image::RgbImage;
use proptest::prelude::*;
use relais_files::{Limits, clean};

use crate::made::{jpeg, png, points, two_colours, webp};

const SMALL: Limits = Limits { kept_side: 40, side: 400, ..Limits::USUAL };

fn a_photo() -> impl Strategy<Value = RgbImage> {
    (1..120_u32, 1..120_u32, any::<u8>()).prop_map(|(width, height, colour)| {
        RgbImage::from_fn(width, height, |x, y| {
            image::Rgb([colour, (x % 256).to_le_bytes()[0], (y % 256).to_le_bytes()[0]])
        })
    })
}

proptest! {
    #[test]
    fn prop_cleaning_again_changes_no_size_and_takes_no_more_room(photo in a_photo()) {
        let once = clean(&png(photo), &SMALL).unwrap();
        let again = clean(once.content(), &SMALL).unwrap();
        prop_assert!(once.size().0.max(once.size().1) <= SMALL.kept_side);
        prop_assert_eq!(once.size(), again.size());
        prop_assert!(again.content().len() <= once.content().len() * 11 / 10 + 100);
        points(&again);
    }

    #[test]
    fn prop_a_damaged_file_is_refused_or_becomes_a_sound_picture(
        which in 0..3_usize,
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let photo = two_colours(50, 37);
        let alpha = image::DynamicImage::from(photo.clone()).to_rgba8();
        let mut bytes = vec![jpeg(&photo), png(photo), webp(&alpha)].swap_remove(which);
        for (place, value) in damage {
            let at = place.index(bytes.len());
            bytes[at] = value;
        }
        if let Ok(picture) = clean(&bytes, &SMALL) {
            points(&picture);
        }
    }

    #[test]
    fn prop_any_bytes_behind_a_photos_beginning_do_no_harm(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        for start in [&b"\xff\xd8\xff\xe1"[..], b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", b"RIFF\xff\0\0\0WEBPVP8L", b"\0\0\0\x20ftyp"] {
            if let Ok(picture) = clean(&[start, &bytes].concat(), &SMALL) {
                points(&picture);
            }
        }
    }
}
