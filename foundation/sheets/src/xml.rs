//! One XML part as a stream of events, each of bounded size and depth.
//!
//! Parsers keep one event and the names of the open elements in memory; a hostile part makes either
//! as large as itself. Both are bounded here, and namespace prefixes are dropped.

use std::borrow::Cow;
use std::io::{self, BufRead, Read};

use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::archive::Part;
use crate::error::SheetError;

/// A cell has at most 32,767 characters and a formula 8,192; the longest events met in practice are
/// lists of ranges in attributes, some tens of kilobytes.
const MAX_EVENT: usize = 1024 * 1024;
/// The deepest part of a workbook (drawings, which are not even read) has about twenty levels.
const MAX_DEPTH: usize = 100;

/// Events of one part.
pub(crate) struct Xml {
    reader: Reader<Bounded>,
    buffer: Vec<u8>,
    depth: usize,
}

/// An event of the kinds that matter, borrowed from the part.
pub(crate) enum Node<'a> {
    Start(Element<'a>),
    End(Closing<'a>),
    Text(Cow<'a, str>),
    Eof,
    /// Comments and the like.
    Other,
}

/// A closing tag.
pub(crate) struct Closing<'a>(BytesEnd<'a>);

impl Closing<'_> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }
}

/// An opening tag.
pub(crate) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    pub(crate) fn is(&self, name: &str) -> bool {
        self.0.local_name().as_ref() == name
    }

    /// The value of an attribute, whatever its prefix.
    pub(crate) fn attribute(&self, name: &str) -> Result<Option<Cow<'_, str>>, SheetError> {
        // Without the check for duplicates, which is quadratic.
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(SheetError::damaged)?;
            if attribute.key.local_name().as_ref() == name {
                let value =
                    attribute.normalized_value(XmlVersion::Implicit1_0).map_err(SheetError::damaged)?;
                return Ok(Some(value));
            }
        }
        Ok(None)
    }
}

impl Xml {
    pub(crate) fn new(part: Part) -> Self {
        let mut reader = Reader::from_reader(Bounded { input: part, left: MAX_EVENT });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next event.
    pub(crate) fn next(&mut self) -> Result<Node<'_>, SheetError> {
        self.buffer.clear();
        self.reader.get_mut().left = MAX_EVENT;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(SheetError::damaged)?;
        Ok(match event {
            Event::Start(start) => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return Err(SheetError::damaged("elements nested too deeply"));
                }
                Node::Start(Element(start))
            }
            Event::End(end) => {
                self.depth = self.depth.saturating_sub(1);
                Node::End(Closing(end))
            }
            Event::Text(text) => Node::Text(text.xml10_content()),
            Event::CData(text) => Node::Text(text.xml10_content()),
            Event::GeneralRef(reference) => match resolve_xml_entity(reference.as_ref()) {
                Some(text) => Node::Text(Cow::Borrowed(text)),
                None => {
                    let character = reference.resolve_char_ref().map_err(SheetError::damaged)?;
                    let character = character.ok_or_else(|| SheetError::damaged("an unknown entity"))?;
                    Node::Text(Cow::Owned(character.to_string()))
                }
            },
            Event::Eof => Node::Eof,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {
                Node::Other
            }
        })
    }

    /// Adds the text up to the end of element `name` to `text`, at most `limit` characters and one,
    /// so that the caller can tell that there was more.
    pub(crate) fn text_of(&mut self, name: &str, text: &mut String, limit: usize) -> Result<(), SheetError> {
        let mut chars = text.chars().count();
        loop {
            match self.next()? {
                Node::Text(piece) => {
                    let room = (limit + 1).saturating_sub(chars);
                    let before = text.len();
                    text.extend(piece.chars().take(room));
                    chars += text[before..].chars().count();
                }
                Node::End(end) if end.is(name) => return Ok(()),
                Node::Eof => return Err(SheetError::damaged("a part cut short")),
                _ => {}
            }
        }
    }

    /// The text of a shared or inline string, up to the end of element `name`: all its runs
    /// together, without the phonetic guide that Asian spreadsheets add.
    pub(crate) fn rich_text_of(&mut self, name: &str, limit: usize) -> Result<String, SheetError> {
        let mut text = String::new();
        let mut phonetic = false;
        loop {
            match self.next()? {
                Node::Start(element) if element.is("rPh") => phonetic = true,
                Node::Start(element) if element.is("t") => {
                    let preserved = element.attribute("space")?.as_deref() == Some("preserve");
                    let mut run = String::new();
                    self.text_of("t", &mut run, limit)?;
                    if !phonetic {
                        let run = if preserved { &run } else { run.trim_matches([' ', '\t', '\r', '\n']) };
                        let room = (limit + 1).saturating_sub(text.chars().count());
                        text.extend(unescaped(run).chars().take(room));
                    }
                }
                Node::End(end) if end.is("rPh") => phonetic = false,
                Node::End(end) if end.is(name) => return Ok(text),
                Node::Eof => return Err(SheetError::damaged("a part cut short")),
                _ => {}
            }
        }
    }
}

/// Undoes `_xHHHH_`, how workbooks write the characters that XML cannot (ECMA-376 part 1, 22.4.2.4),
/// and makes every line break a line feed.
pub(crate) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let decoded = escape
            .get(..7)
            .filter(|escape| escape.ends_with('_'))
            .and_then(|escape| u32::from_str_radix(&escape[2..6], 16).ok())
            .and_then(char::from_u32);
        match decoded {
            Some(character) => {
                out.push(character);
                rest = &escape[7..];
            }
            None => {
                out.push_str("_x");
                rest = &escape[2..];
            }
        }
    }
    out.push_str(rest);
    if out.contains('\r') { out.replace("\r\n", "\n").replace('\r', "\n") } else { out }
}

/// Lets through so many bytes until told otherwise.
struct Bounded {
    input: Part,
    left: usize,
}

impl BufRead for Bounded {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            return Err(io::Error::other("an XML event of more than 1 MiB"));
        }
        self.input.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        self.left = self.left.saturating_sub(amount);
        self.input.consume(amount);
    }
}

impl Read for Bounded {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.input.read(out)?;
        self.left = self.left.saturating_sub(read);
        Ok(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_come_back() {
        let cases = [
            ("a_x000D_\nb", "a\nb"),
            ("_x005F_x0041_", "_x0041_"),
            ("_x00e9_", "é"),
            ("_xZZZZ_ _x12", "_xZZZZ_ _x12"),
            ("_xD800_", "_xD800_"),
            ("_x12é4_", "_x12é4_"),
        ];
        for (written, read) in cases {
            assert_eq!(unescaped(written), read);
        }
    }
}
