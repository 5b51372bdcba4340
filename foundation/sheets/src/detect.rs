//! What a file is, from its content; its name is never asked.

use std::io::Read;

use crate::encoding::fill;
use crate::error::{Foreign, SheetError};
use crate::source::Section;

/// The two families this crate reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Text separated by `;`, `,`, tab or `|`.
    Csv,
    /// An Office Open XML workbook, `.xlsx` or `.xlsm` (whose macros are never run).
    Xlsx,
}

/// The family that the first bytes announce. For [`Format::Xlsx`] the archive is still to be
/// inspected, and for [`Format::Csv`] NUL characters may still come.
pub(crate) fn announced(file: &Section) -> Result<Format, SheetError> {
    let mut head = [0; 1024];
    let held = fill(&mut file.clone(), &mut head).map_err(|error| SheetError::read(&error))?;
    let head = &head[..held];
    let foreign = |kind| Err(SheetError::Foreign(kind));
    match head {
        [] => Err(SheetError::Empty),
        [b'P', b'K', 3, 4, ..] => Ok(Format::Xlsx),
        [b'P', b'K', 5 | 7, 6 | 8, ..] => foreign(Foreign::Archive),
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => {
            foreign(if is_encrypted(file)? { Foreign::Encrypted } else { Foreign::OldOffice })
        }
        [b'%', b'P', b'D', b'F', b'-', ..] => foreign(Foreign::Pdf),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] | [b'G', b'I', b'F', b'8', ..] => {
            foreign(Foreign::Image)
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => foreign(Foreign::Image),
        [0x1F, 0x8B, ..] | [b'7', b'z', 0xBC, 0xAF, ..] | [b'R', b'a', b'r', b'!', 0x1A, ..] => {
            foreign(Foreign::Archive)
        }
        _ if is_markup(head) => foreign(Foreign::Markup),
        _ => Ok(Format::Csv),
    }
}

fn is_markup(head: &[u8]) -> bool {
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head).trim_ascii_start();
    let openings: [&[u8]; 6] = [b"<?xml", b"<!doctype", b"<html", b"<table", b"<svg", b"<!--"];
    openings
        .iter()
        .any(|opening| text.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening)))
}

/// An encrypted workbook is an OLE container with a stream of this name, in UTF-16 (MS-OFFCRYPTO
/// 1.3.2). The directory may lie anywhere, so the whole file is looked at, in overlapping pieces.
fn is_encrypted(file: &Section) -> Result<bool, SheetError> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut file = file.clone();
    let mut window = vec![0; 64 * 1024];
    let mut kept = 0;
    loop {
        let read = file.read(&mut window[kept..]).map_err(|error| SheetError::read(&error))?;
        let held = kept + read;
        if window[..held].windows(name.len()).any(|piece| piece == name) {
            return Ok(true);
        }
        if read == 0 {
            return Ok(false);
        }
        kept = held.min(name.len() - 1);
        window.copy_within(held - kept..held, 0);
    }
}
