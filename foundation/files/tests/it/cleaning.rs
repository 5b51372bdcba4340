//! What becomes a picture, and how it then looks.

use image::{DynamicImage, ImageBuffer, Rgb};
use relais_files::{Limits, Unfit, clean};

use crate::made::{is_about, jpeg, moving_webp, noise, png, points, two_colours, veil, webp};

#[test]
fn sec_05_a_file_is_what_it_holds_and_not_what_its_name_says() {
    for other in [
        &b"Bonjour, voici la photo.jpg"[..],
        b"%PDF-1.7\n%\xe2\xe3",
        b"GIF89a\x01\0\x01\0",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>",
        b"PK\x03\x04",
        b"\0",
        b"\0\0\0\x18ftypisom\0\0\x02\0isomavc1",
    ] {
        assert_eq!(clean(other, &Limits::USUAL), Err(Unfit::NotAPhoto), "{other:?}");
    }
    assert_eq!(clean(b"", &Limits::USUAL), Err(Unfit::Empty));
}

#[test]
fn formats_of_phones_that_are_not_read_are_called_by_their_name() {
    let heic = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\0\x10meta";
    assert_eq!(clean(heic, &Limits::USUAL), Err(Unfit::Unread("HEIC")));
    let avif = b"\0\0\0\x18ftypavif\0\0\0\0mif1miaf\0\0\0\x10meta";
    assert_eq!(clean(avif, &Limits::USUAL), Err(Unfit::Unread("AVIF")));
}

#[test]
fn sec_05_a_photo_that_breaks_off_is_refused_wherever_it_does() {
    let whole = jpeg(&two_colours(120, 90));
    for length in 1..whole.len() {
        let refused = clean(&whole[..length], &Limits::USUAL).unwrap_err();
        assert!(matches!(refused, Unfit::Damaged | Unfit::NotAPhoto), "{length}: {refused:?}");
    }
    for whole in [png(two_colours(40, 30)), webp(&veil(40, 30, [1, 2, 3], 255))] {
        for length in [13, 20, 40, whole.len() / 2, whole.len() - 14] {
            assert_eq!(clean(&whole[..length], &Limits::USUAL), Err(Unfit::Damaged), "{length}");
        }
    }
}

#[test]
fn what_is_transparent_becomes_white() {
    let clear = points(&clean(&png(veil(30, 30, [0, 0, 0], 0)), &Limits::USUAL).unwrap());
    is_about(clear.get_pixel(15, 15), [255, 255, 255]);
    let half = points(&clean(&png(veil(30, 30, [200, 0, 0], 128)), &Limits::USUAL).unwrap());
    is_about(half.get_pixel(15, 15), [227, 127, 127]);
    let webp = points(&clean(&webp(&veil(30, 30, [0, 0, 0], 0)), &Limits::USUAL).unwrap());
    is_about(webp.get_pixel(15, 15), [255, 255, 255]);
}

/// The colours that hide behind full transparency must not show at the edges.
#[test]
fn hidden_colours_do_not_bleed_in() {
    let mut edge = veil(4000, 40, [0, 0, 0], 0);
    for (x, _, point) in edge.enumerate_pixels_mut() {
        if x % 5 == 0 {
            *point = image::Rgba([255, 255, 255, 255]);
        }
    }
    let seen = points(&clean(&png(edge), &Limits::USUAL).unwrap());
    assert!(seen.pixels().all(|point| point.0.iter().all(|colour| *colour > 240)));
}

#[test]
fn of_a_moving_picture_the_first_stays() {
    let came = moving_webp(&[veil(24, 16, [220, 20, 20], 255), veil(24, 16, [20, 20, 220], 255)]);
    let picture = clean(&came, &Limits::USUAL).unwrap();
    assert_eq!(picture.size(), (24, 16));
    is_about(points(&picture).get_pixel(12, 8), [220, 20, 20]);
}

#[test]
fn one_point_is_a_picture() {
    let dot = two_colours(1, 1);
    for came in [jpeg(&dot), png(dot), webp(&veil(1, 1, [20, 20, 220], 255))] {
        let picture = clean(&came, &Limits::USUAL).unwrap();
        assert_eq!(picture.size(), (1, 1));
        is_about(points(&picture).get_pixel(0, 0), [20, 20, 220]);
    }
}

#[test]
fn grey_and_deep_colours_are_read() {
    let grey = DynamicImage::from(two_colours(20, 10)).to_luma8();
    assert_eq!(clean(&png(grey), &Limits::USUAL).unwrap().size(), (20, 10));
    let deep: ImageBuffer<Rgb<u16>, Vec<u16>> = ImageBuffer::from_pixel(20, 10, Rgb([65_535, 0, 32_768]));
    let picture = clean(&png(deep), &Limits::USUAL).unwrap();
    is_about(points(&picture).get_pixel(10, 5), [255, 0, 128]);
}

#[test]
fn a_large_photo_becomes_a_screenful_and_keeps_its_proportions() {
    for (came, kept) in [
        ((4000, 3000), (1600, 1200)),
        ((3000, 4000), (1200, 1600)),
        ((2000, 500), (1600, 400)),
        ((1600, 1600), (1600, 1600)),
        ((1601, 800), (1600, 800)),
        ((12_000, 1), (1600, 1)),
        ((300, 200), (300, 200)),
    ] {
        let came = jpeg(&two_colours(came.0, came.1));
        let picture = clean(&came, &Limits::USUAL).unwrap();
        assert_eq!(picture.size(), kept);
        if kept.1 > 1 {
            let points = points(&picture);
            is_about(points.get_pixel(kept.0 / 2, kept.1 / 10), [220, 20, 20]);
            is_about(points.get_pixel(kept.0 / 2, kept.1 * 9 / 10), [20, 20, 220]);
        }
    }
}

/// The table refuses more than eight megabytes; points without any order weigh most.
#[test]
fn the_heaviest_picture_stays_below_the_tables_limit() {
    let picture = clean(&png(noise(1600, 1600)), &Limits::USUAL).unwrap();
    assert!((1_000_000..8_000_000).contains(&picture.content().len()), "{picture:?}");
}
