//! Social security numbers: sex, year, month, department, commune, order, and a key that may be missing.

use std::ops::Range;

use super::groups::{MARKS, followed, goes_on};
use super::written::Written;

const BODY: usize = 13;
const WHOLE: usize = 15;
/// Where the letter of Corsica stands, after a 2.
const CORSICA: usize = 6;
/// The groups in which forms and cards show the body.
const USUAL: [usize; 6] = [1, 2, 2, 2, 3, 3];

/// The signs of a number from one on, with the lengths of its groups.
struct Reading {
    signs: Vec<char>,
    ends: Vec<usize>,
    groups: Vec<usize>,
}

pub(super) fn at(written: &Written, start: usize) -> Option<Range<usize>> {
    if !matches!(written.digit(start)?, 1..=4 | 7 | 8) {
        return None;
    }
    let reading = Reading::from(written, start);
    let free = |end: usize| !written.at(end).is_alphanumeric();
    let whole = reading.ends.get(WHOLE - 1).filter(|end| free(**end) && reading.key_fits());
    let body =
        || reading.ends.get(BODY - 1).filter(|end| free(**end) && reading.body_alone(written, start, **end));
    let end = *whole.or_else(body)?;
    reading.is_plausible().then_some(start..end)
}

impl Reading {
    fn from(written: &Written, start: usize) -> Self {
        let mut reading = Self { signs: Vec::new(), ends: Vec::new(), groups: vec![0] };
        let mut at = start;
        while reading.signs.len() < WHOLE {
            let sign = written.at(at).to_ascii_uppercase();
            let corsica = reading.signs.len() == CORSICA
                && reading.signs[CORSICA - 1] == '2'
                && matches!(sign, 'A' | 'B');
            if written.digit(at).is_some() || corsica {
                reading.signs.push(sign);
                reading.ends.push(at + 1);
                if let Some(group) = reading.groups.last_mut() {
                    *group += 1;
                }
                at += 1;
            } else if let Some(joint) = written.joint(at, MARKS) {
                reading.groups.push(0);
                at = joint.past;
            } else {
                break;
            }
        }
        reading
    }

    /// A number from signs; what is not there is none.
    fn number(&self, signs: Range<usize>) -> Option<u64> {
        self.signs.get(signs)?.iter().collect::<String>().parse().ok()
    }

    /// Months are 1 to 12, or more where the month of birth was not known (20–42, 50–99: INSEE). Departments have two
    /// digits, overseas (97, 98) and abroad (99) too; 00 is none.
    fn is_plausible(&self) -> bool {
        let month = self.number(3..5).is_some_and(|month| matches!(month, 1..=12 | 20..=42 | 50..=99));
        let corsica = matches!(self.signs.get(CORSICA), Some('A' | 'B'));
        month && (corsica || self.number(5..7).is_some_and(|department| department > 0))
    }

    /// 97 less the rest of the body by 97; Corsica counts as 19 (2A) and 18 (2B).
    fn key_fits(&self) -> bool {
        let body: String = self.signs[..BODY].iter().collect();
        let body = body.replace("2A", "19").replace("2B", "18").parse::<u64>();
        body.ok().map(|body| 97 - body % 97) == self.number(BODY..WHOLE)
    }

    /// Without a key, whatever has as many digits is alike: it stands alone or in the groups that everybody knows, is
    /// that of a man or a woman (no bar code of a French product, which begins with 3), and is no amount.
    fn body_alone(&self, written: &Written, start: usize, end: usize) -> bool {
        let usual = self.groups.starts_with(&USUAL);
        let together = self.groups[0] == BODY;
        let alone = !goes_on(written, start, MARKS) && !followed(written, end, MARKS);
        (usual || together || alone) && matches!(self.signs[0], '1' | '2') && !written.amount_until(end)
    }
}
