//! Examples of the page: an adviser's ordinary day, one alone in a unit without manager, a region's, long words, and
//! somebody whom no unit knows.

use jiff::tz::TimeZone;
use relais_baton::Presence;
use relais_directory::{
    assignments::Function,
    regions,
    units::{Exception, Opening},
};
use relais_kernel::{Clock, Day, Instant, PersonId};
use relais_web::{Live, Sample};
use relais_words::Words;
use uuid::Uuid;

use super::{
    here::{Helper, Mate, Place, UnitDay},
    show::{Calls, Here, May, Show},
};
use crate::{
    batons::{cards::Cards, presence::Said},
    doors::{PEOPLE, REGISTER, UNITS},
};

const LONG: &str = "Châteauneuf-du-Pape-en-Grésivaudan-Anticonstitutionnellement";

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let saturday = jiff::civil::date(2026, 11, 21);
    let day = Day::from_date(saturday);
    let show = |here: Option<Here>| Show {
        w,
        me: PersonId(Uuid::nil()),
        given_name: "Inès",
        day,
        minute: 860,
        here,
        others: vec![],
        wide: None,
        calls: Calls::default(),
        lost: false,
        helpers: vec![],
        tiles: vec![PEOPLE, UNITS, REGISTER],
        may: May { people: true, units: true, hours: true, imports: false },
        batons: Cards {
            w,
            csrf: String::new(),
            now: Instant(1_795_267_200_000_000),
            zone: TimeZone::UTC,
            kinds: &[],
            cards: &[],
            given: &[],
            said: Said { w, csrf: String::new(), presence: Presence::default(), today: day },
            full: Some(12),
            live: Live::still(),
        },
    };
    let lent = Place { kind: "replacement".into(), to_day: Some(day.plus(4)), ..place("unit", "Évry") };
    let vacant = Place { manager_id: None, closed_day: Some(day.plus(40)), ..place("unit", "Massy") };
    let mine = Place { manager_id: Some(PersonId(Uuid::nil())), ..place("unit", LONG) };
    let region = Place { function: "lead".into(), ..place("region", "Île-de-France Sud") };
    let helper = Helper { given_name: "Claire".into(), family_name: "Dubois".into(), role: "hr".into() };
    vec![
        Sample::of("home/start", &show(Some(Here { place: lent, today: unit_day(day, 11) }))),
        Sample::of("home/start one", &show(Some(Here { place: vacant, today: UnitDay::default() }))),
        Sample::of("home/start long", &show(Some(Here { place: mine, today: unit_day(day, 2) }))),
        Sample::of(
            "home/start region",
            &Show {
                others: vec![region],
                wide: Some(regions::Wide { units: 42, vacancies: 5, closing: 1 }),
                calls: Calls {
                    in_all: 5,
                    first: ["Massy", "Soutien", LONG].map(|name| (Clock::system().id(), name.into())).into(),
                },
                may: May::default(),
                ..show(None)
            },
        ),
        Sample::of(
            "home/start first day",
            &Show {
                wide: Some(regions::Wide::default()),
                may: May { imports: true, ..May::default() },
                ..show(None)
            },
        ),
        Sample::of(
            "home/start empty",
            &Show { lost: true, helpers: vec![helper], tiles: vec![REGISTER], ..show(None) },
        ),
    ]
}

fn place(what: &str, name: &str) -> Place {
    Place {
        what: what.into(),
        id: Clock::system().id(),
        name: name.into(),
        function: "adviser".into(),
        kind: "regular".into(),
        main: true,
        to_day: None,
        time_zone: Some("Europe/Paris".into()),
        closed_day: None,
        region_name: Some("Île-de-France Sud".into()),
        manager_id: Some(Clock::system().id()),
        manager_given: Some("Nadège".into()),
        manager_family: Some("Fournier".into()),
    }
}

fn unit_day(day: Day, mates_in_all: i64) -> UnitDay {
    let mate = |name: &str, function, replacement| Mate {
        person: Clock::system().id(),
        name: name.into(),
        function,
        replacement,
    };
    UnitDay {
        mates: vec![
            mate("Nadège Fournier", Function::Manager, false),
            mate(&format!("{LONG} {LONG}"), Function::Adviser, true),
        ],
        mates_in_all,
        week: (1..=6).map(|weekday| Opening { weekday, opens: 570, closes: 1140 }).collect(),
        exceptions: vec![Exception {
            day: day.plus(10),
            opens: None,
            closes: None,
            note: "Inventaire".into(),
        }],
    }
}
