//! What a gateway's answer means. Only what certainly left nothing behind is tried again (OPS-09).

use std::time::Duration;

/// What became of a message at the gateway. Codes only: its own words may repeat a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// It has it, under this id of its own if it told one.
    Taken(Option<String>),
    /// The demo's own telephone has it.
    Delivered,
    /// Nothing was taken; perhaps it said when to come back.
    Later(String, Option<Duration>),
    /// It says no, and will say no again.
    Never(String),
    /// It may have it.
    Unclear(String),
}

/// What a status alone tells; none for success, which the body completes.
pub(super) fn of_status(status: u16, wait: Option<Duration>) -> Option<Verdict> {
    let code = format!("http {status}");
    match status {
        200..=299 => None,
        // Too much at once, or no money, key or address of ours that it knows: the message itself was not looked at.
        300..=399 | 401..=405 | 407 | 425 | 429 | 503 => Some(Verdict::Later(code, wait)),
        // It did not hear us out, or knows our id: it may have taken it before.
        408 | 409 => Some(Verdict::Unclear(code)),
        400..=499 => Some(Verdict::Never(code)),
        // It broke somewhere between taking and answering.
        _ => Some(Verdict::Unclear(code)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_09_only_what_left_nothing_behind_is_tried_again() {
        for status in [200, 201, 202] {
            assert_eq!(of_status(status, None), None);
        }
        let wait = Some(Duration::from_secs(7));
        for status in [301, 401, 402, 403, 404, 405, 407, 425, 429, 503] {
            assert_eq!(of_status(status, wait), Some(Verdict::Later(format!("http {status}"), wait)));
        }
        for status in [400, 406, 410, 413, 422, 451] {
            assert_eq!(of_status(status, wait), Some(Verdict::Never(format!("http {status}"))));
        }
        for status in [408, 409, 500, 501, 502, 504, 599, 100] {
            assert_eq!(of_status(status, wait), Some(Verdict::Unclear(format!("http {status}"))));
        }
    }
}
