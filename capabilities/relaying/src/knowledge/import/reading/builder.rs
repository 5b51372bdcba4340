//! Questions and answers that come piece by piece: a heading, then lines, steps and bullets below it.

use serde::{Deserialize, Serialize};

/// A question and its answer as a file has them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::knowledge::import) struct Item {
    /// Where it begins in the file, from 1.
    pub(in crate::knowledge::import) line: u64,
    pub(in crate::knowledge::import) title: String,
    pub(in crate::knowledge::import) answer: String,
}

/// A question with the depth of its heading.
struct Held {
    depth: u8,
    item: Item,
}

/// What was read so far.
#[derive(Default)]
pub(super) struct Builder {
    held: Vec<Held>,
    in_heading: bool,
    /// The numbers of the lists that stand open; none for one without.
    lists: Vec<Option<u64>>,
}

impl Builder {
    pub(super) fn heading(&mut self, depth: u8, line: u64) {
        self.in_heading = true;
        self.lists.clear();
        self.held.push(Held { depth, item: Item { line, ..Item::default() } });
    }

    pub(super) fn heading_ends(&mut self) {
        self.in_heading = false;
    }

    pub(super) fn list(&mut self, from: Option<u64>) {
        self.lists.push(from);
    }

    pub(super) fn list_ends(&mut self) {
        self.lists.pop();
        self.ends_line();
    }

    /// A line of a list: with its number, or a dash.
    pub(super) fn bullet(&mut self) {
        self.ends_line();
        let mark = match self.lists.last_mut() {
            Some(Some(n)) => {
                let mark = format!("{n}. ");
                *n += 1;
                mark
            }
            _ => "- ".to_owned(),
        };
        if let Some(held) = self.held.last_mut() {
            held.item.answer.push_str(&mark);
        }
    }

    /// Words, whose spaces and line breaks are single spaces.
    pub(super) fn words(&mut self, words: &str) {
        let Some(held) = self.held.last_mut() else { return };
        let into = if self.in_heading { &mut held.item.title } else { &mut held.item.answer };
        for c in words.chars() {
            let space = c.is_whitespace();
            if space && (into.is_empty() || into.ends_with([' ', '\n'])) {
                continue;
            }
            into.push(if space { ' ' } else { c });
        }
    }

    /// What follows is on a line of its own.
    pub(super) fn ends_line(&mut self) {
        if self.in_heading {
            return self.words(" ");
        }
        let Some(held) = self.held.last_mut() else { return };
        let answer = &mut held.item.answer;
        answer.truncate(answer.trim_end_matches(' ').len());
        if !answer.is_empty() && !answer.ends_with('\n') && !ends_with_mark(answer) {
            answer.push('\n');
        }
    }

    /// The questions. A heading with nothing but deeper headings below it is a part of the file, no question.
    pub(super) fn items(self) -> Vec<Item> {
        let mut items = Vec::new();
        let mut held = self.held.into_iter().peekable();
        while let Some(Held { depth, mut item }) = held.next() {
            item.title = item.title.trim().to_owned();
            item.answer = item.answer.trim().to_owned();
            let is_part = item.answer.is_empty() && held.peek().is_some_and(|next| next.depth > depth);
            if !is_part {
                items.push(item);
            }
        }
        items
    }
}

/// Whether a line holds nothing yet but its number or dash.
fn ends_with_mark(answer: &str) -> bool {
    let line = answer.rsplit('\n').next().unwrap_or_default();
    line == "-"
        || line.strip_suffix('.').is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}
