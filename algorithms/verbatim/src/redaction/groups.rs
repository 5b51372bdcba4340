//! Digits in groups, as people write long numbers.

use super::written::Written;

/// Marks that stand between groups of digits, besides spaces.
pub(super) const MARKS: &[char] = &['.', '-', '_', '/'];

/// Groups of digits from one on.
pub(super) struct Groups {
    /// The digits of all groups, at least as many as were asked for if there are as many.
    pub(super) digits: Vec<u8>,
    pub(super) each: Vec<Group>,
}

/// A group of digits.
#[derive(Clone, Copy)]
pub(super) struct Group {
    /// The first sign.
    pub(super) start: usize,
    /// The sign after its last.
    pub(super) end: usize,
    /// How many digits there are from the first group to the end of this one.
    pub(super) until: usize,
}

impl Groups {
    /// The groups from a digit on, whole, until there are at least so many digits.
    pub(super) fn from(written: &Written, start: usize, most: usize, marks: &[char]) -> Self {
        let mut groups = Self { digits: Vec::new(), each: Vec::new() };
        let mut start = start;
        while groups.digits.len() < most {
            let before = groups.digits.len();
            groups.digits.extend((start..).map_while(|at| written.digit(at)));
            let until = groups.digits.len();
            let end = start + until - before;
            if end == start {
                break;
            }
            groups.each.push(Group { start, end, until });
            let Some(joint) = written.joint(end, marks) else { break };
            start = joint.past;
        }
        groups
    }

    /// The groups that make up exactly so many digits.
    pub(super) fn exactly(&self, digits: usize) -> Option<&[Group]> {
        let last = self.each.iter().position(|group| group.until == digits)?;
        Some(&self.each[..=last])
    }
}

/// Whether digits stand before a group, so that it goes on with a number instead of beginning one.
pub(super) fn goes_on(written: &Written, start: usize, marks: &[char]) -> bool {
    written.joined_before(start, marks).is_some_and(|at| written.digit(at).is_some())
}

/// Whether digits follow a group.
pub(super) fn followed(written: &Written, end: usize, marks: &[char]) -> bool {
    written.joint(end, marks).is_some_and(|joint| written.digit(joint.past).is_some())
}
