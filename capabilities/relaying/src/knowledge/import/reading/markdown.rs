//! Markdown: a heading is a question, what follows its answer. Raw HTML within it is left out.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::builder::{Builder, Item};

pub(super) fn items(text: &str) -> Vec<Item> {
    let mut builder = Builder::default();
    let mut lines = Lines { text, at: 0, line: 1 };
    for (event, place) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => builder.heading(level as u8, lines.at(place.start)),
            Event::End(TagEnd::Heading(_)) => builder.heading_ends(),
            Event::Start(Tag::List(from)) => {
                builder.ends_line();
                builder.list(from);
            }
            Event::End(TagEnd::List(_)) => builder.list_ends(),
            Event::Start(Tag::Item) => builder.bullet(),
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::CodeBlock | TagEnd::BlockQuote(_))
            | Event::HardBreak => builder.ends_line(),
            Event::SoftBreak => builder.words(" "),
            Event::Text(words) | Event::Code(words) => builder.words(&words),
            _ => {}
        }
    }
    builder.items()
}

/// The lines of a text, counted as far as they were asked for.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of a byte that is not before the last one asked for.
    fn at(&mut self, byte: usize) -> u64 {
        let passed = self.text.as_bytes().get(self.at..byte).unwrap_or_default();
        self.line += passed.iter().map(|b| u64::from(*b == b'\n')).sum::<u64>();
        self.at = self.at.max(byte);
        self.line
    }
}
