//! Which encoding a text file is in, found by reading all of it once without holding it; and the
//! reader that then turns it into UTF-8.
//!
//! A byte order mark decides. Without one, a file that is valid UTF-8 to its last byte is UTF-8,
//! since other encodings of accented text practically never are; anything else is Windows-1252,
//! what Excel writes in western Europe.

use std::io::{self, BufRead, Read};

use encoding_rs::{Decoder, DecoderResult};

use crate::error::{Foreign, SheetError};

/// The encoding of a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8 without a byte order mark.
    Utf8,
    /// UTF-8 with a byte order mark.
    Utf8Bom,
    /// UTF-16, low byte first, with a byte order mark.
    Utf16Le,
    /// UTF-16, high byte first, with a byte order mark.
    Utf16Be,
    /// Windows-1252, taken when nothing else fits.
    Windows1252,
}

impl Encoding {
    /// Bytes of the mark that opens the file.
    pub(crate) fn mark_length(self) -> u64 {
        match self {
            Self::Utf8 | Self::Windows1252 => 0,
            Self::Utf8Bom => 3,
            Self::Utf16Le | Self::Utf16Be => 2,
        }
    }

    fn decoder(self) -> Decoder {
        let encoding = match self {
            Self::Utf8 | Self::Utf8Bom => encoding_rs::UTF_8,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
        };
        encoding.new_decoder_without_bom_handling()
    }
}

/// Reads `text` to its end and says what it is written in. A file with NUL characters is no text.
pub(crate) fn find(mut text: impl Read) -> Result<Encoding, SheetError> {
    let mut raw = vec![0; 64 * 1024];
    let mut held = fill(&mut text, &mut raw).map_err(|error| SheetError::read(&error))?;
    let encoding = match &raw[..held] {
        [0xEF, 0xBB, 0xBF, ..] => Encoding::Utf8Bom,
        [0xFF, 0xFE, ..] => Encoding::Utf16Le,
        [0xFE, 0xFF, ..] => Encoding::Utf16Be,
        _ => Encoding::Utf8,
    };
    let wide = matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be);
    let mut from = usize::try_from(encoding.mark_length()).unwrap_or(0);
    let mut decoder = encoding.decoder();
    let mut out = vec![0; 256 * 1024];
    let mut valid = true;
    let mut line = 1;
    loop {
        let last = held == 0;
        if !wide && raw[from..held].contains(&0) {
            return Err(SheetError::Foreign(Foreign::Binary));
        }
        if valid {
            // `out` is four times the input, so one call always takes all of it.
            let (result, _, written) =
                decoder.decode_to_utf8_without_replacement(&raw[from..held], &mut out, last);
            if wide && out[..written].contains(&0) {
                return Err(SheetError::Foreign(Foreign::Binary));
            }
            line += out[..written].iter().filter(|&&byte| byte == b'\n').count() as u64;
            if matches!(result, DecoderResult::Malformed(..)) {
                // An announced encoding is not second-guessed: guessing again would let wrong
                // letters into people's names.
                if encoding != Encoding::Utf8 {
                    return Err(SheetError::BrokenText { line });
                }
                valid = false;
            }
        }
        if last {
            return Ok(if valid { encoding } else { Encoding::Windows1252 });
        }
        from = 0;
        held = fill(&mut text, &mut raw).map_err(|error| SheetError::read(&error))?;
    }
}

/// Fills `buffer` as far as the input goes.
pub(crate) fn fill(input: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut held = 0;
    while held < buffer.len() {
        match input.read(&mut buffer[held..]) {
            Ok(0) => break,
            Ok(read) => held += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(held)
}

/// Text of any of the encodings, as UTF-8. The input begins after the mark.
pub(crate) struct Utf8Reader<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    out: Vec<u8>,
    position: usize,
    held: usize,
    finished: bool,
}

impl<R: Read> Utf8Reader<R> {
    pub(crate) fn new(input: R, encoding: Encoding) -> Self {
        Self {
            input,
            decoder: encoding.decoder(),
            raw: vec![0; 32 * 1024],
            out: vec![0; 128 * 1024],
            position: 0,
            held: 0,
            finished: false,
        }
    }
}

impl<R: Read> BufRead for Utf8Reader<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.position == self.held && !self.finished {
            let read = fill(&mut self.input, &mut self.raw)?;
            self.finished = read == 0;
            let (_, _, written, _) =
                self.decoder.decode_to_utf8(&self.raw[..read], &mut self.out, self.finished);
            self.position = 0;
            self.held = written;
        }
        Ok(&self.out[self.position..self.held])
    }

    fn consume(&mut self, amount: usize) {
        self.position = (self.position + amount).min(self.held);
    }
}

impl<R: Read> Read for Utf8Reader<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let taken = ready.len().min(out.len());
        out[..taken].copy_from_slice(&ready[..taken]);
        self.consume(taken);
        Ok(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_as(bytes: &[u8]) -> (Encoding, String) {
        let encoding = find(bytes).unwrap();
        let start = usize::try_from(encoding.mark_length()).unwrap();
        let mut text = String::new();
        Utf8Reader::new(&bytes[start..], encoding).read_to_string(&mut text).unwrap();
        (encoding, text)
    }

    #[test]
    fn every_encoding_is_found_and_read() {
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("œuvre é 🪨".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        let big: Vec<u8> =
            [0xFE, 0xFF].into_iter().chain("œuvre é".encode_utf16().flat_map(u16::to_be_bytes)).collect();
        let cases: [(&[u8], Encoding, &str); 6] = [
            ("l’été".as_bytes(), Encoding::Utf8, "l’été"),
            (b"plain", Encoding::Utf8, "plain"),
            ("\u{feff}l’été".as_bytes(), Encoding::Utf8Bom, "l’été"),
            (&utf16, Encoding::Utf16Le, "œuvre é 🪨"),
            (&big, Encoding::Utf16Be, "œuvre é"),
            (b"l\x92\xE9t\xE9, \x9Cuvre \x80", Encoding::Windows1252, "l’été, œuvre €"),
        ];
        for (bytes, encoding, text) in cases {
            assert_eq!(read_as(bytes), (encoding, text.to_owned()));
        }
    }

    #[test]
    fn a_letter_cut_by_the_buffer_is_still_utf8() {
        let text = format!("{}é{}", "a".repeat(64 * 1024 - 1), "é".repeat(50_000));
        assert_eq!(read_as(text.as_bytes()), (Encoding::Utf8, text));
    }

    #[test]
    fn one_late_byte_makes_the_whole_file_windows_1252() {
        let mut bytes = vec![b'a'; 200_000];
        bytes.push(0xE9);
        assert_eq!(read_as(&bytes).0, Encoding::Windows1252);
    }

    #[test]
    fn bytes_that_contradict_the_mark_are_refused_with_their_line() {
        assert_eq!(find(&b"\xEF\xBB\xBFa\nb\n\xE9"[..]), Err(SheetError::BrokenText { line: 3 }));
        assert_eq!(find(&b"\xFF\xFEa"[..]), Err(SheetError::BrokenText { line: 1 }));
    }
}
