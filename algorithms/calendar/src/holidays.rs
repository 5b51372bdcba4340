//! French public holidays of a year, by territory.

use jiff::{Span, civil::Date};

use crate::{Territory, easter};

/// A public holiday. Its names are words, and stand elsewhere under its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holiday {
    /// 1 January.
    NewYear,
    /// Two days before Easter, in Alsace-Moselle. The law gives it to communes with a Protestant or mixed church;
    /// a place elsewhere writes the day into its own hours.
    GoodFriday,
    /// The day after Easter.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    Victory,
    /// 39 days after Easter.
    Ascension,
    /// 50 days after Easter.
    WhitMonday,
    /// The abolition of slavery, on a day of their own in each territory overseas.
    Abolition,
    /// 14 July.
    NationalDay,
    /// 21 July, in Guadeloupe and Martinique: by custom, not by law.
    Schoelcher,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 26 December, in Alsace-Moselle.
    SaintStephen,
}

impl Holiday {
    /// Every holiday.
    pub const ALL: [Self; 15] = [
        Self::NewYear,
        Self::GoodFriday,
        Self::EasterMonday,
        Self::LabourDay,
        Self::Victory,
        Self::Ascension,
        Self::WhitMonday,
        Self::Abolition,
        Self::NationalDay,
        Self::Schoelcher,
        Self::Assumption,
        Self::AllSaints,
        Self::Armistice,
        Self::Christmas,
        Self::SaintStephen,
    ];

    /// A code that never changes, for keys of words and for storing.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::GoodFriday => "good_friday",
            Self::EasterMonday => "easter_monday",
            Self::LabourDay => "labour_day",
            Self::Victory => "victory",
            Self::Ascension => "ascension",
            Self::WhitMonday => "whit_monday",
            Self::Abolition => "abolition",
            Self::NationalDay => "national_day",
            Self::Schoelcher => "schoelcher",
            Self::Assumption => "assumption",
            Self::AllSaints => "all_saints",
            Self::Armistice => "armistice",
            Self::Christmas => "christmas",
            Self::SaintStephen => "saint_stephen",
        }
    }
}

/// The day of a holiday in any year.
#[derive(Clone, Copy)]
enum When {
    /// Month and day.
    On(i8, i8),
    /// Days after Easter Sunday. All of them stay within the year.
    AfterEaster(i16),
}
use When::{AfterEaster, On};

/// Code du travail, article L3133-1.
const EVERYWHERE: [(Holiday, When); 11] = [
    (Holiday::NewYear, On(1, 1)),
    (Holiday::EasterMonday, AfterEaster(1)),
    (Holiday::LabourDay, On(5, 1)),
    (Holiday::Victory, On(5, 8)),
    (Holiday::Ascension, AfterEaster(39)),
    (Holiday::WhitMonday, AfterEaster(50)),
    (Holiday::NationalDay, On(7, 14)),
    (Holiday::Assumption, On(8, 15)),
    (Holiday::AllSaints, On(11, 1)),
    (Holiday::Armistice, On(11, 11)),
    (Holiday::Christmas, On(12, 25)),
];

/// What a territory keeps besides: articles L3134-13 (Alsace-Moselle) and L3422-2 (overseas). Saint-Martin keeps
/// 28 May since 2018, as the zones of `etalab/jours-feries-france` do.
fn besides(territory: Territory) -> &'static [(Holiday, When)] {
    match territory {
        Territory::Mainland => &[],
        Territory::AlsaceMoselle => {
            &[(Holiday::GoodFriday, AfterEaster(-2)), (Holiday::SaintStephen, On(12, 26))]
        }
        Territory::Guadeloupe => &[(Holiday::Abolition, On(5, 27)), (Holiday::Schoelcher, On(7, 21))],
        Territory::Martinique => &[(Holiday::Abolition, On(5, 22)), (Holiday::Schoelcher, On(7, 21))],
        Territory::Guyane => &[(Holiday::Abolition, On(6, 10))],
        Territory::Reunion => &[(Holiday::Abolition, On(12, 20))],
        Territory::Mayotte => &[(Holiday::Abolition, On(4, 27))],
        Territory::SaintBarthelemy => &[(Holiday::Abolition, On(10, 9))],
        Territory::SaintMartin => &[(Holiday::Abolition, On(5, 28))],
    }
}

fn rules(territory: Territory) -> impl Iterator<Item = (Holiday, When)> {
    EVERYWHERE.iter().chain(besides(territory)).copied()
}

/// The public holidays of a year (1583 to 9999) by today's law, in order of their days; two may share one day, as
/// Labour Day and Ascension did in 2008.
///
/// ```
/// use relais_calendar::{Holiday, Territory, holidays};
/// let first = holidays(2026, Territory::AlsaceMoselle).nth(1);
/// assert_eq!(first, Some((jiff::civil::date(2026, 4, 3), Holiday::GoodFriday)));
/// ```
pub fn holidays(year: i16, territory: Territory) -> impl Iterator<Item = (Date, Holiday)> {
    let easter = easter(year);
    let day = |when| match when {
        On(month, day) => Date::new(year, month, day).ok(),
        AfterEaster(days) => easter?.checked_add(Span::new().days(days)).ok(),
    };
    let mut all: Vec<_> =
        rules(territory).filter_map(|(holiday, when)| Some((day(when)?, holiday))).collect();
    all.sort_unstable();
    all.into_iter()
}

/// The public holidays on a day: none, one, seldom two.
pub fn holidays_on(date: Date, territory: Territory) -> impl Iterator<Item = Holiday> {
    let since_easter = easter(date.year()).map(|easter| date.day_of_year() - easter.day_of_year());
    rules(territory).filter_map(move |(holiday, when)| {
        let is_on = match when {
            On(month, day) => (date.month(), date.day()) == (month, day),
            AfterEaster(days) => since_easter == Some(days),
        };
        is_on.then_some(holiday)
    })
}

/// Whether a day is a public holiday.
pub fn is_holiday(date: Date, territory: Territory) -> bool {
    holidays_on(date, territory).next().is_some()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(year: i16, territory: Territory) -> Vec<(i8, i8, Holiday)> {
        holidays(year, territory).map(|(day, holiday)| (day.month(), day.day(), holiday)).collect()
    }

    #[test]
    fn the_eleven_of_2026() {
        use Holiday::*;
        assert_eq!(
            days(2026, Territory::Mainland),
            [
                (1, 1, NewYear),
                (4, 6, EasterMonday),
                (5, 1, LabourDay),
                (5, 8, Victory),
                (5, 14, Ascension),
                (5, 25, WhitMonday),
                (7, 14, NationalDay),
                (8, 15, Assumption),
                (11, 1, AllSaints),
                (11, 11, Armistice),
                (12, 25, Christmas),
            ]
        );
    }

    #[test]
    fn each_territory_keeps_its_own_days_besides() {
        use Holiday::{Abolition, GoodFriday, SaintStephen, Schoelcher};
        for (territory, own) in [
            (Territory::Mainland, vec![]),
            (Territory::AlsaceMoselle, vec![(4, 10, GoodFriday), (12, 26, SaintStephen)]),
            (Territory::Guadeloupe, vec![(5, 27, Abolition), (7, 21, Schoelcher)]),
            (Territory::Martinique, vec![(5, 22, Abolition), (7, 21, Schoelcher)]),
            (Territory::Guyane, vec![(6, 10, Abolition)]),
            (Territory::Reunion, vec![(12, 20, Abolition)]),
            (Territory::Mayotte, vec![(4, 27, Abolition)]),
            (Territory::SaintBarthelemy, vec![(10, 9, Abolition)]),
            (Territory::SaintMartin, vec![(5, 28, Abolition)]),
        ] {
            let everywhere = days(2020, Territory::Mainland);
            let mut all = days(2020, territory);
            assert!(all.is_sorted(), "{territory:?}");
            all.retain(|day| !everywhere.contains(day));
            assert_eq!(all, own, "{territory:?}");
            assert_eq!(days(2020, territory).len(), 11 + own.len());
        }
    }

    #[test]
    fn in_2008_two_holidays_share_the_first_of_may() {
        let first = date(2008, 5, 1);
        let on: Vec<_> = holidays_on(first, Territory::Mainland).collect();
        assert_eq!(on, [Holiday::LabourDay, Holiday::Ascension]);
        let all = days(2008, Territory::Mainland);
        assert_eq!(all.len(), 11);
        assert_eq!(all[2..4], [(5, 1, Holiday::LabourDay), (5, 1, Holiday::Ascension)]);
    }

    #[test]
    fn the_day_and_the_year_tell_the_same_from_1900_to_2200() {
        for territory in [Territory::AlsaceMoselle, Territory::Guadeloupe] {
            for year in 1900..=2200 {
                let by_year: Vec<_> = holidays(year, territory).collect();
                let by_day: Vec<_> = date(year, 1, 1)
                    .series(Span::new().days(1))
                    .take_while(|day| day.year() == year)
                    .flat_map(|day| holidays_on(day, territory).map(move |holiday| (day, holiday)))
                    .collect();
                let mut sorted = by_day.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, by_year);
                assert!(by_day.iter().all(|(day, _)| is_holiday(*day, territory)));
            }
        }
    }

    #[test]
    fn codes_differ() {
        let codes: std::collections::BTreeSet<_> = Holiday::ALL.map(Holiday::code).into();
        assert_eq!(codes.len(), Holiday::ALL.len());
    }
}
