//! Whether somebody of a group answers before a moment: told before one asks (EXP-03).

use relais_baton::{Hours, hours_for, members, stints};
use relais_kernel::{Day, Instant, TeamId};
use relais_store::{InOrg, Result};
use relais_words::{Say, Words};

/// How far one looks for somebody who answers.
pub(super) const AHEAD: std::time::Duration = std::time::Duration::from_secs(8 * 86_400);

/// Who answers, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum There {
    /// So many answer now.
    Now(usize),
    /// Somebody answers from then on.
    From(Instant),
    /// Nobody said when.
    Nobody,
}

impl There {
    /// Whether somebody answers before a moment.
    pub(crate) fn before(self, until: Instant) -> bool {
        match self {
            Self::Now(_) => true,
            Self::From(at) => at < until,
            Self::Nobody => false,
        }
    }

    /// In words.
    pub(crate) fn words<'a>(self, w: &'a Words, now: &Instant, zone: &jiff::tz::TimeZone) -> Say<'a> {
        match self {
            Self::Now(n) => w.t("group-there-now").with("n", n),
            Self::From(at) => w.t("group-there-from").with("from", w.when(&at, now, zone)),
            Self::Nobody => w.t("group-there-nobody"),
        }
    }
}

/// Who answers: those whose stretch it is; those who said that they are there today, while the group is open.
fn there(
    stretches: &[(Instant, Instant)],
    here: usize,
    hours: &Hours,
    (now, midnight): (Instant, Instant),
) -> There {
    let standing = stretches.iter().filter(|(from, to)| *from <= now && now < *to).count();
    let open = hours.is_open(now.timestamp());
    match standing.max(if open { here } else { 0 }) {
        0 => {}
        n => return There::Now(n),
    }
    let opens = hours.next_open(now.timestamp()).map(Instant::from);
    let opens = opens.filter(|at| here > 0 && *at < midnight);
    let begins = stretches.iter().map(|(from, _)| *from).filter(|from| *from > now).min();
    match opens.into_iter().chain(begins).min() {
        Some(at) => There::From(at),
        None => There::Nobody,
    }
}

/// Who of a group answers, from now on.
pub(crate) async fn of(on: &impl InOrg, team: TeamId, now: Instant, today: Day) -> Result<There> {
    within(on, team, &hours_for(on, Some(team), None, today).await?, (now, today)).await
}

/// The same where its hours are known.
pub(crate) async fn within(
    on: &impl InOrg,
    team: TeamId,
    hours: &Hours,
    (now, today): (Instant, Day),
) -> Result<There> {
    let said = stints(on, team, (now, now.plus(AHEAD))).await?;
    let stretches: Vec<_> = said.iter().map(|stint| (stint.from_at, stint.to_at)).collect();
    let here = members(on, team, today).await?.into_iter().filter(|member| member.here).count();
    let midnight = today.plus(1).date().to_zoned(hours.zone().clone());
    let midnight = midnight.map_or(now, |midnight| midnight.timestamp().into());
    Ok(there(&stretches, here, hours, (now, midnight)))
}

#[cfg(test)]
mod tests {
    use relais_calendar::{Territory, Week};

    use super::*;

    /// Monday 23 November 2026 at so many minutes, in UTC.
    fn at(minutes: i64) -> Instant {
        Instant((1_795_392_000 + minutes * 60) * 1_000_000)
    }

    fn told(stretches: &[(i64, i64)], here: usize, now: i64) -> There {
        let week = Week::weekdays(9 * 60, 18 * 60).unwrap();
        let hours = Hours::new(jiff::tz::TimeZone::UTC, week, Territory::Mainland);
        let stretches: Vec<_> = stretches.iter().map(|(from, to)| (at(*from), at(*to))).collect();
        there(&stretches, here, &hours, (at(now), at(24 * 60)))
    }

    #[test]
    fn exp_03_nobody_answers_who_did_not_say_so() {
        assert_eq!(told(&[], 0, 600), There::Nobody);
        assert_eq!(told(&[(300, 600)], 0, 600), There::Nobody, "it has just ended");
        assert!(!There::Nobody.before(at(9999)));
    }

    #[test]
    fn exp_03_whoever_stands_or_is_there_answers_now() {
        assert_eq!(told(&[(600, 601), (0, 900), (700, 800)], 0, 600), There::Now(2));
        assert_eq!(told(&[(600, 660)], 3, 600), There::Now(3));
        assert_eq!(told(&[], 2, 8 * 60), There::From(at(9 * 60)), "the group opens at nine");
        assert_eq!(
            told(&[], 2, 18 * 60),
            There::Nobody,
            "who is there today is not said to be there tomorrow"
        );
    }

    #[test]
    fn exp_03_the_first_who_comes_is_told() {
        let from = told(&[(900, 960), (840, 900)], 0, 600);
        assert_eq!(from, There::From(at(840)));
        assert!(from.before(at(841)) && !from.before(at(840)));
        assert_eq!(told(&[(500, 520)], 1, 480), There::From(at(500)), "before it opens");
    }
}
