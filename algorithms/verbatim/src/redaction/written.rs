//! A text as scanners read it: one sign for each way of writing the same.

use std::ops::Range;

/// What stands in place of what was found already: no scanner knows it.
const TAKEN: char = '\0';
/// The same for a telephone number.
const TAKEN_AS_PHONE: char = '\u{1}';

/// How many signs may stand between two groups: « 12 - 34 ».
const JOINT: usize = 3;

/// A text as signs.
pub(super) struct Written {
    signs: Vec<Sign>,
    /// How often a scanner read a sign: what must grow as the text does, and no faster.
    #[cfg(test)]
    pub(super) reads: std::cell::Cell<usize>,
}

struct Sign {
    read: char,
    dated: bool,
    bytes: Range<usize>,
}

/// What stands between two groups.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Joint {
    /// The mark, or a space if there are only spaces.
    pub(super) mark: char,
    /// The sign after it.
    pub(super) past: usize,
}

impl Written {
    pub(super) fn of(text: &str) -> Self {
        let mut signs: Vec<Sign> = Vec::with_capacity(text.len());
        for (start, written) in text.char_indices() {
            let bytes = start..start + written.len_utf8();
            match (read(written), signs.last_mut()) {
                (Some(read), _) => signs.push(Sign { read, dated: false, bytes }),
                // It goes with the sign that it changes, so that no accent is left alone.
                (None, Some(last)) => last.bytes.end = bytes.end,
                (None, None) => {}
            }
        }
        Self {
            signs,
            #[cfg(test)]
            reads: std::cell::Cell::new(0),
        }
    }

    pub(super) fn len(&self) -> usize {
        self.signs.len()
    }

    /// The sign there; beyond the text, one that no scanner knows.
    pub(super) fn at(&self, at: usize) -> char {
        #[cfg(test)]
        self.reads.set(self.reads.get() + 1);
        self.signs.get(at).map_or(TAKEN, |sign| sign.read)
    }

    /// The sign before.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or(TAKEN, |before| self.at(before))
    }

    /// The digit there, unless it is one of a date.
    pub(super) fn digit(&self, at: usize) -> Option<u8> {
        let digit = self.at(at).to_digit(10)?;
        if self.signs[at].dated { None } else { u8::try_from(digit).ok() }
    }

    /// The end of the signs from there that are such, at most so many.
    pub(super) fn while_at(&self, from: usize, most: usize, such: impl Fn(char) -> bool) -> usize {
        (from..from + most).find(|at| !such(self.at(*at))).unwrap_or(from + most)
    }

    /// The start of the signs up to there that are such, at most so many.
    pub(super) fn while_before(&self, to: usize, most: usize, such: impl Fn(char) -> bool) -> usize {
        let least = to.saturating_sub(most);
        (least..to).rev().find(|at| !such(self.at(*at))).map_or(least, |at| at + 1)
    }

    /// The signs of a stretch, in lower case.
    pub(super) fn lower(&self, signs: Range<usize>) -> String {
        signs.flat_map(|at| self.at(at).to_lowercase()).collect()
    }

    /// One to three spaces from there with at most one of these marks among them.
    pub(super) fn joint(&self, from: usize, marks: &[char]) -> Option<Joint> {
        let mut mark = ' ';
        let past = self.while_at_marked(from, marks, &mut mark);
        (past > from).then_some(Joint { mark, past })
    }

    fn while_at_marked(&self, from: usize, marks: &[char], mark: &mut char) -> usize {
        for at in from..from + JOINT {
            match self.at(at) {
                ' ' => {}
                sign if *mark == ' ' && marks.contains(&sign) => *mark = sign,
                _ => return at,
            }
        }
        from + JOINT
    }

    /// The sign before spaces and one of these marks, if there are any before a sign.
    pub(super) fn joined_before(&self, start: usize, marks: &[char]) -> Option<usize> {
        let least = start.saturating_sub(JOINT);
        let from = (least..start).find(|from| self.joint(*from, marks).is_some_and(|j| j.past >= start))?;
        from.checked_sub(1)
    }

    /// Whether an amount ends there: a currency or a percent sign follows.
    pub(super) fn amount_until(&self, end: usize) -> bool {
        let past = if self.at(end) == ' ' { end + 1 } else { end };
        let word = self.while_at(past, 6, char::is_alphabetic);
        matches!(self.at(past), '€' | '$' | '£' | '%')
            || matches!(self.lower(past..word).as_str(), "eur" | "euro" | "euros")
    }

    /// Says that these signs are those of a date.
    pub(super) fn mark_date(&mut self, signs: Range<usize>) {
        self.signs[signs].iter_mut().for_each(|sign| sign.dated = true);
    }

    /// Takes these signs away from what is read, unless some were taken. Those that come are never longer than those
    /// that came, so that looking at both ends is enough.
    pub(super) fn take(&mut self, signs: &Range<usize>, phone: bool) -> bool {
        let free = !signs.is_empty() && self.is_free(signs.start) && self.is_free(signs.end - 1);
        if free {
            let taken = if phone { TAKEN_AS_PHONE } else { TAKEN };
            self.signs[signs.clone()].iter_mut().for_each(|sign| sign.read = taken);
        }
        free
    }

    /// What is left of a telephone number, of which one end was taken as part of another.
    pub(super) fn left_of_phone(&self, signs: &Range<usize>) -> Option<Range<usize>> {
        let mut each = signs.clone();
        if self.signs[signs.start].read == TAKEN_AS_PHONE && self.is_free(signs.end - 1) {
            Some(each.find(|at| self.is_free(*at))?..signs.end)
        } else if self.signs[signs.end - 1].read == TAKEN_AS_PHONE && self.is_free(signs.start) {
            Some(signs.start..each.find(|at| !self.is_free(*at))?)
        } else {
            None
        }
    }

    fn is_free(&self, at: usize) -> bool {
        self.signs.get(at).is_some_and(|sign| sign.read != TAKEN && sign.read != TAKEN_AS_PHONE)
    }

    /// Where these signs stand in the text.
    pub(super) fn bytes(&self, signs: &Range<usize>) -> Range<usize> {
        self.signs[signs.start].bytes.start..self.signs[signs.end - 1].bytes.end
    }
}

/// How a character is read; none for what cannot be seen or only changes the one before it.
fn read(written: char) -> Option<char> {
    Some(match written {
        // Combining accents; soft hyphens, joiners and marks of direction, which phones put around copied numbers;
        // what makes a digit an emoji.
        '\u{300}'..='\u{36f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{20e3}' => return None,
        // Full width, as Asian keyboards write ASCII.
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(written) - 0xff01 + u32::from('!')).unwrap_or(written)
        }
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        space if space.is_whitespace() => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2043}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' => '-',
        '·' | '•' | '\u{2024}' | '\u{2219}' => '.',
        '\u{fe6b}' => '@',
        // « nº » is typed as an ordinal, which is a letter.
        'º' => '°',
        other => other,
    })
}
