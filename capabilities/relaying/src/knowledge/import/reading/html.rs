//! HTML: headings, terms of definition lists and summaries are questions. It is read as a browser reads it, so that nothing
//! that a browser would run is taken for text.

use std::cell::RefCell;

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
        states::RawKind,
    },
};

use super::builder::{Builder, Item};

/// What holds no text that somebody reads.
const UNREAD: [&str; 7] = ["script", "style", "title", "template", "noscript", "iframe", "textarea"];

#[derive(Default)]
struct State {
    builder: Builder,
    /// How many elements whose text nobody reads stand open.
    unread: usize,
}

#[derive(Default)]
struct Sink(RefCell<State>);

pub(super) fn items(text: &str) -> Vec<Item> {
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(text));
    let tokenizer = Tokenizer::new(Sink::default(), TokenizerOpts::default());
    // A script's end stops the tokenizer, as it would a browser that has to run it.
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    tokenizer.sink.0.into_inner().builder.items()
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<()> {
        let mut state = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if UNREAD.contains(&&*tag.name) => return state.unread(&tag),
            _ if state.unread > 0 => {}
            Token::TagToken(tag) => state.tag(&tag, line),
            Token::CharacterTokens(words) => state.builder.words(&words),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl State {
    fn unread(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        match tag.kind {
            TagKind::StartTag if !tag.self_closing => self.unread += 1,
            TagKind::StartTag => {}
            TagKind::EndTag => self.unread = self.unread.saturating_sub(1),
        }
        match (tag.kind, &*tag.name) {
            (TagKind::StartTag, "script") => TokenSinkResult::RawData(RawKind::ScriptData),
            (TagKind::StartTag, "title" | "textarea") => TokenSinkResult::RawData(RawKind::Rcdata),
            (TagKind::StartTag, "style" | "noscript" | "iframe") => {
                TokenSinkResult::RawData(RawKind::Rawtext)
            }
            _ => TokenSinkResult::Continue,
        }
    }

    fn tag(&mut self, tag: &Tag, line: u64) {
        let starts = tag.kind == TagKind::StartTag;
        let depth = match &*tag.name {
            "h1" => 1,
            "h2" => 2,
            "h3" => 3,
            "h4" => 4,
            "h5" => 5,
            "h6" => 6,
            "dt" | "summary" => 7,
            other => return self.block(other, starts),
        };
        if starts {
            self.builder.heading(depth, line);
        } else {
            self.builder.heading_ends();
        }
    }

    fn block(&mut self, name: &str, starts: bool) {
        match (name, starts) {
            ("ol", true) => {
                self.builder.ends_line();
                self.builder.list(Some(1));
            }
            ("ul", true) => {
                self.builder.ends_line();
                self.builder.list(None);
            }
            ("ol" | "ul", false) => self.builder.list_ends(),
            ("li", true) => self.builder.bullet(),
            (
                "p" | "div" | "br" | "li" | "tr" | "section" | "article" | "dd" | "pre" | "blockquote"
                | "table",
                _,
            ) => {
                self.builder.ends_line();
            }
            ("td" | "th", false) => self.builder.words(" "),
            _ => {}
        }
    }
}
