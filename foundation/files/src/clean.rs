//! A photo as it may be kept: looked at by its content, decoded within limits, and written anew from its points alone.

use std::io::Cursor;

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageError, ImageResult, Limits as Bounds, RgbaImage,
    codecs::{jpeg::JpegDecoder, jpeg::JpegEncoder, png::PngDecoder, webp::WebPDecoder},
    imageops::FilterType,
};

use crate::{Picture, Unfit, kind::Kind, outline::outline};

/// What a file may weigh and measure, and what is kept of it.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The bytes of the file.
    pub bytes: u64,
    /// Its points, by what its header says.
    pub pixels: u64,
    /// The points of its longer side.
    pub side: u32,
    /// The memory that its points may take, with what its decoder holds of them.
    pub memory: u64,
    /// The longer side of what is kept.
    pub kept_side: u32,
}

impl Limits {
    /// What holds for photos of phones.
    pub const USUAL: Self = Self {
        bytes: 15_000_000,
        pixels: 50_000_000,
        side: 12_000,
        memory: 256 * 1024 * 1024,
        kept_side: 1600,
    };

    pub(crate) fn too_heavy(&self) -> Unfit {
        Unfit::TooHeavy(self.bytes / 1_000_000)
    }
}

/// Eyes do not see the difference to more; at this quality a screenful weighs some 300 kB.
const QUALITY: u8 = 82;

/// Makes a photo that may be kept and shown. Nothing but its points survives: no place, device, moment, comment,
/// thumbnail or colour profile, and nothing that stood behind it. It is a JPEG, upright, on white where it was
/// transparent, and never larger than the limits say.
pub fn clean(bytes: &[u8], limits: &Limits) -> Result<Picture, Unfit> {
    if bytes.is_empty() {
        return Err(Unfit::Empty);
    }
    if bytes.len() as u64 > limits.bytes {
        return Err(limits.too_heavy());
    }
    let (points, orientation) = match Kind::of(bytes) {
        Kind::Jpeg => {
            let outline = outline(bytes).ok_or(Unfit::Damaged)?;
            decode(JpegDecoder::new(Cursor::new(outline.whole)), outline.held, limits)
        }
        Kind::Png => decode(PngDecoder::with_limits(Cursor::new(bytes), bounds(limits)), 0, limits),
        Kind::WebP => decode(WebPDecoder::new(Cursor::new(bytes)), 0, limits),
        Kind::Unread(format) => Err(Unfit::Unread(format)),
        Kind::Other => Err(Unfit::NotAPhoto),
    }?;
    let mut small = shrink(on_white(points), limits.kept_side);
    small.apply_orientation(orientation);
    written(&small).ok_or(Unfit::Damaged)
}

/// The points that a header promises; nothing is decoded. What cannot be read has none.
pub(crate) fn promised_pixels(bytes: &[u8]) -> u64 {
    fn area(decoder: ImageResult<impl ImageDecoder>) -> u64 {
        decoder.map_or(0, |decoder| {
            let (width, height) = decoder.dimensions();
            u64::from(width) * u64::from(height)
        })
    }
    match Kind::of(bytes) {
        Kind::Jpeg => area(JpegDecoder::new(Cursor::new(bytes))),
        Kind::Png => area(PngDecoder::with_limits(Cursor::new(bytes), bounds(&Limits::USUAL))),
        Kind::WebP => area(WebPDecoder::new(Cursor::new(bytes))),
        Kind::Unread(_) | Kind::Other => 0,
    }
}

fn bounds(limits: &Limits) -> Bounds {
    let mut bounds = Bounds::no_limits();
    bounds.max_image_width = Some(limits.side);
    bounds.max_image_height = Some(limits.side);
    bounds.max_alloc = Some(limits.memory);
    bounds
}

/// The header's promise is looked at before any room is made for the points.
fn decode(
    decoder: ImageResult<impl ImageDecoder>,
    held: u64,
    limits: &Limits,
) -> Result<(DynamicImage, image::metadata::Orientation), Unfit> {
    let unfit = |error: ImageError| match error {
        ImageError::Limits(_) => Unfit::TooManyPixels(limits.pixels / 1_000_000),
        _ => Unfit::Damaged,
    };
    let mut decoder = decoder.map_err(unfit)?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(Unfit::Damaged);
    }
    let most = limits.pixels.min(limits.memory / (u64::from(decoder.color_type().bytes_per_pixel()) + held));
    if u64::from(width) * u64::from(height) > most {
        return Err(Unfit::TooManyPixels(most / 1_000_000));
    }
    decoder.set_limits(bounds(limits)).map_err(unfit)?;
    // A photo whose notes are damaged is still a photo, and stands as it is.
    let orientation = decoder.orientation().unwrap_or(image::metadata::Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(unfit)?, orientation))
}

/// What shows through is white, as the page behind it would be. Before shrinking, or hidden colours would bleed in.
fn on_white(points: DynamicImage) -> DynamicImage {
    if !points.color().has_alpha() {
        return points;
    }
    let mut points: RgbaImage = points.into_rgba8();
    for point in points.pixels_mut() {
        let alpha = u32::from(point.0[3]);
        for colour in &mut point.0[..3] {
            let mixed = (u32::from(*colour) * alpha + 255 * (255 - alpha) + 127) / 255;
            *colour = u8::try_from(mixed).unwrap_or(255);
        }
        point.0[3] = 255;
    }
    DynamicImage::ImageRgba8(points)
}

/// Fits it into a square. A large photo first becomes twice as large as needed by plain averages, which take neither
/// time nor memory; the last step is the one that the eye sees.
fn shrink(points: DynamicImage, side: u32) -> DynamicImage {
    let longest = |points: &DynamicImage| points.width().max(points.height());
    let twice = side.saturating_mul(2);
    let points = if longest(&points) > twice { points.thumbnail(twice, twice) } else { points };
    if longest(&points) > side { points.resize(side, side, FilterType::CatmullRom) } else { points }
}

fn written(points: &DynamicImage) -> Option<Picture> {
    let points = points.to_rgb8();
    let (width, height) = points.dimensions();
    let mut content = Vec::new();
    JpegEncoder::new_with_quality(&mut content, QUALITY)
        .encode(points.as_raw(), width, height, ExtendedColorType::Rgb8)
        .ok()?;
    Some(Picture { content, width, height })
}
