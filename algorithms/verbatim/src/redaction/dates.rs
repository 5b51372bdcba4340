//! Dates, whose digits are no part of a number: « le 03.04.2026 10 personnes ».

use super::written::Written;

/// Marks all dates: `12.06.2026`, `12/06/26`, `2026-06-12`. A year of two digits only after slashes, since
/// `06.12.34 56 78` is how some write a telephone number.
pub(super) fn mark(written: &mut Written) {
    let mut at = 0;
    while at < written.len() {
        let begins = written.at(at).is_ascii_digit() && !written.before(at).is_alphanumeric();
        at = match date(written, at).filter(|_| begins) {
            Some(end) => {
                written.mark_date(at..end);
                end
            }
            None => at + 1,
        };
    }
}

fn date(written: &Written, start: usize) -> Option<usize> {
    let (one, one_end) = part(written, start)?;
    let mark = Some(written.at(one_end)).filter(|mark| matches!(mark, '.' | '/' | '-'))?;
    let (two, two_end) = part(written, one_end + 1)?;
    (written.at(two_end) == mark).then_some(())?;
    let (three, end) = part(written, two_end + 1)?;
    let digits = (one_end - start, two_end - one_end - 1, end - two_end - 1);
    let year = |year: usize, digits: usize| match digits {
        4 => (1900..2100).contains(&year),
        2 => mark == '/',
        _ => false,
    };
    let day_and_month = |day: usize, month: usize| (1..=31).contains(&day) && (1..=12).contains(&month);
    let usual = digits.0 <= 2 && digits.1 <= 2 && year(three, digits.2) && day_and_month(one, two);
    let iso = digits == (4, 2, 2) && year(one, digits.0) && day_and_month(three, two);
    // More of the same around it makes it something else: 06.12.2034.56.
    let goes_on = written.at(end) == mark && written.at(end + 1).is_ascii_digit();
    let came_before =
        written.before(start) == mark && start > 1 && written.before(start - 1).is_ascii_digit();
    let alone = !written.at(end).is_alphanumeric() && !goes_on && !came_before;
    (alone && (usual || iso)).then_some(end)
}

/// A number of at most four digits, and its end.
fn part(written: &Written, start: usize) -> Option<(usize, usize)> {
    let end = written.while_at(start, 5, |sign| sign.is_ascii_digit());
    Some((written.lower(start..end).parse().ok().filter(|_| end - start <= 4)?, end))
}
