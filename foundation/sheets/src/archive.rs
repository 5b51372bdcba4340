//! The zip archive around a workbook: inspected whole before anything in it is believed.
//!
//! Every part is inflated once, to nowhere, counting what really comes out: declared sizes play no
//! role, except that they cannot be exceeded unnoticed (the zip crate checks each part's CRC).

use std::collections::HashMap;
use std::io::{self, BufReader, Read};

use flate2::read::DeflateDecoder;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use crate::encoding::fill;
use crate::error::{Foreign, SheetError, Untrusted};
use crate::limits::Limits;
use crate::source::Section;

/// Below this a part compresses as well as it likes.
const RATIO_EXEMPT: u64 = 1024 * 1024;

/// The list of a workbook's sheets takes some kilobytes.
const SMALL: u64 = 8 * 1024 * 1024;

/// An inspected archive.
pub(crate) struct Archive {
    file: Section,
    /// By path in lower case: part names are compared without case (ECMA-376 part 2, 6.2.2.3).
    places: HashMap<String, Place>,
}

struct Place {
    start: u64,
    compressed: u64,
    inflated: u64,
    deflated: bool,
}

/// The content of one part.
pub(crate) type Part = BufReader<io::Take<Box<dyn Read + Send>>>;

impl Archive {
    pub(crate) fn inspect(file: &Section, limits: &Limits) -> Result<Self, SheetError> {
        refuse_many_parts(file, limits)?;
        let mut zip = ZipArchive::new(BufReader::new(file.clone())).map_err(|error| from_zip(&error))?;
        if zip.len() > limits.max_parts {
            return Err(SheetError::TooManyParts { limit: limits.max_parts });
        }
        refuse_misleading(&mut zip)?;
        refuse_foreign(&zip)?;
        let mut places = HashMap::new();
        let mut total = 0;
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).map_err(|error| from_zip(&error))?;
            let path = part.name().map_err(|error| from_zip(&error))?.into_owned();
            let compressed = part.compressed_size().min(file.len());
            let deflated = part.compression() == CompressionMethod::Deflated;
            let start = part.data_start().ok_or_else(|| SheetError::damaged("a part without data"))?;
            let inflated = inflate_to_nowhere(&mut part, &path, compressed, &mut total, limits)?;
            if total > RATIO_EXEMPT && total / limits.max_ratio.max(1) > file.len() {
                return Err(SheetError::RatioTooHigh { limit: limits.max_ratio });
            }
            let place = Place { start, compressed, inflated, deflated };
            if places.insert(path.to_lowercase(), place).is_some() {
                return Err(SheetError::Untrusted(Untrusted::DuplicatePart));
            }
        }
        Ok(Self { file: file.clone(), places })
    }

    /// The content of a part that is kept in memory once read, hence bounded.
    pub(crate) fn small_part(&self, path: &str) -> Result<Part, SheetError> {
        let place = self.places.get(&path.to_lowercase());
        if place.is_some_and(|place| place.inflated > SMALL) {
            return Err(SheetError::damaged(format!("{path} is over {SMALL} bytes")));
        }
        self.part(path).ok_or_else(|| SheetError::damaged(format!("{path} is missing")))
    }

    /// The content of a part; `None` when the archive has none of that path.
    pub(crate) fn part(&self, path: &str) -> Option<Part> {
        let place = self.places.get(&path.to_lowercase())?;
        let raw = self.file.part(place.start, place.compressed);
        let content: Box<dyn Read + Send> =
            if place.deflated { Box::new(DeflateDecoder::new(raw)) } else { Box::new(raw) };
        // Never more than the inspection saw, whatever happens to the file meanwhile.
        Some(BufReader::with_capacity(64 * 1024, content.take(place.inflated)))
    }
}

/// Reads the number of parts where the zip crate will, before it allocates room for them.
fn refuse_many_parts(file: &Section, limits: &Limits) -> Result<(), SheetError> {
    // The end record is 22 bytes and a comment of at most 65,535 (APPNOTE 4.3.16).
    let start = file.len().saturating_sub(22 + 65_535);
    let mut tail = Vec::new();
    file.part(start, u64::MAX).read_to_end(&mut tail).map_err(|error| SheetError::read(&error))?;
    let crowded = tail.windows(12).any(|record| {
        record.starts_with(b"PK\x05\x06")
            && usize::from(u16::from_le_bytes([record[10], record[11]])) > limits.max_parts
    });
    if crowded { Err(SheetError::TooManyParts { limit: limits.max_parts }) } else { Ok(()) }
}

fn refuse_misleading(zip: &mut ZipArchive<BufReader<Section>>) -> Result<(), SheetError> {
    if zip.has_duplicate_names() {
        return Err(SheetError::Untrusted(Untrusted::DuplicatePart));
    }
    for name in zip.file_names() {
        let name = name.map_err(|error| from_zip(&error))?;
        let climbs = name.split('/').any(|step| step == ".." || step == ".");
        if climbs || name.starts_with('/') || name.contains(['\\', '\0', ':']) {
            return Err(SheetError::Untrusted(Untrusted::StrayPath));
        }
    }
    if zip.has_overlapping_entries().map_err(|error| from_zip(&error))? {
        return Err(SheetError::Untrusted(Untrusted::OverlappingParts));
    }
    Ok(())
}

fn refuse_foreign(zip: &ZipArchive<BufReader<Section>>) -> Result<(), SheetError> {
    let holds =
        |wanted: &str| zip.file_names().any(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case(wanted)));
    if holds("xl/workbook.xml") {
        Ok(())
    } else if holds("xl/workbook.bin") {
        Err(SheetError::Foreign(Foreign::BinaryWorkbook))
    } else if holds("mimetype") && holds("content.xml") {
        Err(SheetError::Foreign(Foreign::OpenDocument))
    } else {
        Err(SheetError::Foreign(Foreign::Archive))
    }
}

fn inflate_to_nowhere(
    part: &mut impl Read,
    path: &str,
    compressed: u64,
    total: &mut u64,
    limits: &Limits,
) -> Result<u64, SheetError> {
    let mut chunk = vec![0; 64 * 1024];
    let mut inflated = 0;
    let mut scan = None;
    loop {
        // A CRC that does not match, or a stream cut short, is damage and not a failing disk.
        let read = fill(part, &mut chunk).map_err(SheetError::damaged)?;
        if read == 0 {
            return Ok(inflated);
        }
        inflated += read as u64;
        *total += read as u64;
        if *total > limits.max_unzipped_bytes {
            return Err(SheetError::UnzippedTooLarge { limit: limits.max_unzipped_bytes });
        }
        if inflated > RATIO_EXEMPT && inflated / limits.max_ratio.max(1) > compressed {
            return Err(SheetError::RatioTooHigh { limit: limits.max_ratio });
        }
        let scan = scan.get_or_insert_with(|| XmlScan::of(path, &chunk[..read]));
        scan.take(path, &chunk[..read])?;
    }
}

/// Looks for what no part of a workbook needs: a document type or entity declaration (and with them
/// external entities and billion laughs), and NUL bytes, which would be UTF-16 and hide the first.
/// The search is on raw bytes, so it does not depend on how a parser would read them.
struct XmlScan {
    is_xml: bool,
    last: [u8; 2],
}

impl XmlScan {
    fn of(path: &str, beginning: &[u8]) -> Self {
        let lower = path.to_lowercase();
        let text = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
        let named = [".xml", ".rels", ".vml"].iter().any(|end| lower.ends_with(end));
        Self { is_xml: named || text.starts_with(b"<"), last: [0; 2] }
    }

    fn take(&mut self, path: &str, bytes: &[u8]) -> Result<(), SheetError> {
        if !self.is_xml {
            return Ok(());
        }
        for &byte in bytes {
            if byte == 0 {
                return Err(SheetError::damaged(format!("{path}: NUL bytes in XML")));
            }
            // `<!D` and `<!E`: comments and CDATA, the other declarations, begin with `-` and `[`.
            if self.last == *b"<!" && byte.is_ascii_alphabetic() {
                return Err(SheetError::DeclaresEntities { part: path.to_owned() });
            }
            self.last = [self.last[1], byte];
        }
        Ok(())
    }
}

fn from_zip(error: &ZipError) -> SheetError {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            SheetError::Foreign(Foreign::Encrypted)
        }
        other => SheetError::damaged(other),
    }
}
