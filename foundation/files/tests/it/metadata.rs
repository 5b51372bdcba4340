//! Nothing but the points survives (SEC-05).

use relais_files::{Limits, clean};

use crate::made::{
    DEVICE, PLACE, exif, holds, is_about, jpeg, png, points, two_colours, veil, webp, with_notes,
};

/// A photo as a phone sends it, with all that it notes and more behind its end.
fn talkative() -> Vec<u8> {
    let small = jpeg(&two_colours(16, 16));
    let notes = [
        (0xe1, exif(1)),
        (0xe1, [&b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"[..], DEVICE, b"</x:xmpmeta>"].concat()),
        (0xe2, [&b"ICC_PROFILE\0\x01\x01"[..], DEVICE].concat()),
        (0xed, [&b"Photoshop 3.0\0"[..], DEVICE].concat()),
        (0xfe, [&b"taken by "[..], DEVICE].concat()),
        (0xe5, small),
    ];
    let mut bytes = with_notes(&jpeg(&two_colours(64, 48)), &notes);
    bytes.extend(b"<!doctype html><script>alert(1)</script>");
    bytes.extend(PLACE);
    bytes
}

#[test]
fn sec_05_place_and_device_are_removed_and_so_is_everything_else_but_the_points() {
    let came = talkative();
    for trace in [&PLACE[..], DEVICE, b"Exif", b"http://ns.adobe.com", b"ICC_PROFILE", b"<script>"] {
        assert!(holds(&came, trace), "{trace:?} is not in what came: the test shows nothing");
    }
    let picture = clean(&came, &Limits::USUAL).unwrap();
    for trace in [
        &PLACE[..],
        &PLACE[..4],
        DEVICE,
        b"Denise",
        b"Exif",
        b"http",
        b"xmp",
        b"ICC_PROFILE",
        b"Photoshop",
        b"taken",
        b"<",
        b"script",
    ] {
        // One byte may stand among the points by chance.
        assert!(trace.len() == 1 || !holds(picture.content(), trace), "{trace:?} survived");
    }
    assert_eq!(points(&picture).dimensions(), (64, 48));
}

/// What the browser would make of it is decided by its first byte to its last.
#[test]
fn sec_05_what_is_kept_begins_and_ends_as_a_jpeg_and_has_the_sections_of_a_bare_one() {
    let picture = clean(&talkative(), &Limits::USUAL).unwrap();
    assert_eq!(sections(picture.content()), sections(&jpeg(&two_colours(64, 48))));
    assert!(picture.content().ends_with(b"\xff\xd9"));
}

/// The marks up to the points.
fn sections(jpeg: &[u8]) -> Vec<u8> {
    let (mut at, mut marks) = (2, Vec::new());
    loop {
        assert_eq!(jpeg[at], 0xff);
        let mark = jpeg[at + 1];
        marks.push(mark);
        if mark == 0xda {
            return marks;
        }
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
}

#[test]
fn sec_05_notes_of_other_formats_are_removed() {
    let mut drawn = png(two_colours(20, 20));
    let text = [&b"Comment\0"[..], DEVICE].concat();
    let chunk = [&b"tEXt"[..], &text].concat();
    let mut crc = u32::MAX;
    for byte in &chunk {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    let length = u32::try_from(text.len()).unwrap().to_be_bytes();
    drawn.splice(33..33, [&length[..], &chunk, &(!crc).to_be_bytes()].concat());
    assert!(holds(&drawn, DEVICE));
    assert!(!holds(clean(&drawn, &Limits::USUAL).unwrap().content(), DEVICE));

    let mut light = webp(&veil(20, 20, [9, 9, 9], 255));
    light.extend([&b"EXIF\x10\0\0\0"[..], DEVICE].concat());
    let length = u32::try_from(light.len() - 8).unwrap().to_le_bytes();
    light[4..8].copy_from_slice(&length);
    assert!(!holds(clean(&light, &Limits::USUAL).unwrap().content(), DEVICE));
}

#[test]
fn a_photo_stands_upright_although_its_notes_are_gone() {
    let lying = two_colours(60, 40);
    // Where red is, when it is looked at: on top, at the right, below, at the left.
    for (orientation, size, red, blue) in [
        (1, (60, 40), (30, 5), (30, 35)),
        (3, (60, 40), (30, 35), (30, 5)),
        (6, (40, 60), (35, 30), (5, 30)),
        (8, (40, 60), (5, 30), (35, 30)),
    ] {
        let came = with_notes(&jpeg(&lying), &[(0xe1, exif(orientation))]);
        let picture = clean(&came, &Limits::USUAL).unwrap();
        assert_eq!(picture.size(), size, "{orientation}");
        let points = points(&picture);
        is_about(points.get_pixel(red.0, red.1), [220, 20, 20]);
        is_about(points.get_pixel(blue.0, blue.1), [20, 20, 220]);
    }
}

#[test]
fn a_photo_whose_notes_are_damaged_is_still_a_photo() {
    for notes in [b"Exif\0\0".to_vec(), b"Exif\0\0II*\0\xff\xff\xff\xff".to_vec(), exif(77)] {
        let came = with_notes(&jpeg(&two_colours(60, 40)), &[(0xe1, notes)]);
        assert_eq!(clean(&came, &Limits::USUAL).unwrap().size(), (60, 40));
    }
}
