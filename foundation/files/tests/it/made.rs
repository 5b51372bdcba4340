//! Files made by hand, as phones, browsers and ill-willed people make them.

use image::{
    DynamicImage, ExtendedColorType, ImageEncoder as _, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage,
    codecs::{jpeg::JpegEncoder, webp::WebPEncoder},
    load_from_memory_with_format,
};
use relais_files::Picture;

/// Red on top, blue below.
pub(crate) fn two_colours(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| Rgb(if y < height / 2 { [220, 20, 20] } else { [20, 20, 220] }))
}

/// Points that cannot be made small.
pub(crate) fn noise(width: u32, height: u32) -> RgbImage {
    let mut seed = 7_u32;
    RgbImage::from_fn(width, height, |_, _| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let [_, a, b, c] = seed.to_le_bytes();
        Rgb([a, b, c])
    })
}

pub(crate) fn jpeg(points: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = points.dimensions();
    JpegEncoder::new_with_quality(&mut bytes, 90)
        .encode(points.as_raw(), width, height, ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

pub(crate) fn png(points: impl Into<DynamicImage>) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    points.into().write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Points of one colour, as much of it as `alpha` says.
pub(crate) fn veil(width: u32, height: u32, [r, g, b]: [u8; 3], alpha: u8) -> RgbaImage {
    RgbaImage::from_pixel(width, height, Rgba([r, g, b, alpha]))
}

pub(crate) fn webp(points: &RgbaImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    WebPEncoder::new_lossless(&mut bytes)
        .write_image(points.as_raw(), points.width(), points.height(), ExtendedColorType::Rgba8)
        .unwrap();
    bytes
}

/// Several pictures of one size, one after the other.
pub(crate) fn moving_webp(frames: &[RgbaImage]) -> Vec<u8> {
    let (width, height) = frames[0].dimensions();
    let three = |n: u32| n.to_le_bytes()[..3].to_vec();
    let chunk = |name: &[u8; 4], content: &[u8]| {
        let length = u32::try_from(content.len()).unwrap().to_le_bytes();
        let padding = &[0][..content.len() % 2];
        [&name[..], &length, content, padding].concat()
    };
    let size = [three(width - 1), three(height - 1)].concat();
    let mut body = b"WEBP".to_vec();
    body.extend(chunk(b"VP8X", &[&[0b0001_0010, 0, 0, 0][..], &size].concat()));
    body.extend(chunk(b"ANIM", &[255, 255, 255, 255, 0, 0]));
    for frame in frames {
        let alone = webp(frame);
        let place = [three(0), three(0), size.clone(), three(100), vec![0]].concat();
        body.extend(chunk(b"ANMF", &[&place, &alone[12..]].concat()));
    }
    chunk(b"RIFF", &body)
}

/// A JPEG with these sections at its beginning.
pub(crate) fn with_notes(jpeg: &[u8], notes: &[(u8, Vec<u8>)]) -> Vec<u8> {
    let mut bytes = jpeg[..2].to_vec();
    for (mark, content) in notes {
        bytes.extend([0xff, *mark]);
        bytes.extend(u16::try_from(content.len() + 2).unwrap().to_be_bytes());
        bytes.extend(content);
    }
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A latitude as eight bytes that nothing else has.
pub(crate) const PLACE: [u8; 8] = [0x2f, 0x5a, 0x17, 0x4b, 0x6d, 0x39, 0x71, 0x1c];
/// Whose phone it was.
pub(crate) const DEVICE: &[u8; 16] = b"Denise's phone!\0";

/// What a phone notes: the device, the way it was held, and the place.
pub(crate) fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value].concat()
    };
    let [low, high] = orientation.to_le_bytes();
    let mut tiff = b"II*\0\x08\0\0\0\x03\0".to_vec();
    tiff.extend(entry(0x010f, 2, 16, 50_u32.to_le_bytes()));
    tiff.extend(entry(0x0112, 3, 1, [low, high, 0, 0]));
    tiff.extend(entry(0x8825, 4, 1, 66_u32.to_le_bytes()));
    tiff.extend([0; 4]);
    assert_eq!(tiff.len(), 50);
    tiff.extend(DEVICE);
    tiff.extend(b"\x01\0");
    tiff.extend(entry(0x0002, 5, 1, 84_u32.to_le_bytes()));
    tiff.extend([0; 4]);
    assert_eq!(tiff.len(), 84);
    tiff.extend(PLACE);
    [b"Exif\0\0", &tiff[..]].concat()
}

/// The points of what was kept, which so is shown to be a sound JPEG.
pub(crate) fn points(picture: &Picture) -> RgbImage {
    let points = load_from_memory_with_format(picture.content(), ImageFormat::Jpeg).unwrap().to_rgb8();
    assert_eq!(points.dimensions(), picture.size());
    points
}

/// Whether a colour is that one, but for what JPEG takes.
#[track_caller]
pub(crate) fn is_about(point: &Rgb<u8>, colour: [u8; 3]) {
    let near = point.0.iter().zip(colour).all(|(a, b)| a.abs_diff(b) <= 12);
    assert!(near, "{point:?} should be about {colour:?}");
}

pub(crate) fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}
