//! Examples of a promise's pages: held, held out, waited for, ended; passing on; leaving with and without promises.

use jiff::tz::TimeZone;
use relais_baton::{Actor, Baton, Called, Card, End, Holder, Line, Mine, Offer, TeamKind};
use relais_kernel::{BatonId, Instant, OfferId, PersonId, Side, TeamId};
use relais_web::{Live, Sample};
use relais_words::{Fault, Faults, Words};
use uuid::Uuid;

use super::{
    leaving::{self, Leaving},
    pass::{self, Pass},
    show::{Form, Show},
    takers::Taker,
};

const LONG: &str = "Anticonstitutionnellement-Châteauneuf-du-Pape-en-Grésivaudan";
const ME: PersonId = PersonId(Uuid::nil());
const NOW: Instant = Instant(1_795_267_200_000_000);

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let other = Holder::Person(PersonId(Uuid::from_u128(1)));
    let team = Holder::Team(TeamId(Uuid::from_u128(2)));
    let show = |baton: Baton, faults: Faults| Show {
        w,
        csrf: String::new(),
        now: NOW,
        zone: TimeZone::UTC,
        live: Live::still(),
        kind: None,
        baton,
        title: Some("L’imprimante du fond tombe en panne chaque samedi.".into()),
        me: Actor { person: ME, teams: vec![TeamId(Uuid::from_u128(2))] },
        names: vec![
            (other, Called::Person("Nadège Fournier".into())),
            (team, Called::Team(TeamKind::UnitLeads, LONG.into())),
        ],
        story: vec![line(Some("Inès Marchal"), Some("Encore ce matin.")), line(None, Some(LONG))],
        form: Form::default(),
        faults,
    };
    let offered = |holder, to| Baton {
        offers: vec![Offer { id: OfferId(Uuid::nil()), to, by: Some(ME), at: NOW }],
        hears_next_at: Some(NOW.plus(std::time::Duration::from_secs(86_400))),
        ..Baton::sample(holder)
    };
    let ended = Baton { end: Some(End { outcome: "done".into(), at: NOW }), ..Baton::sample(other) };
    let wrong = |field: &'static str, key: &'static str| Faults::from(Fault::on(field, key));
    let mine = || Holder::Person(ME);
    let pass = |takers, faults| Pass {
        w,
        csrf: String::new(),
        id: BatonId(Uuid::nil()),
        title: LONG.into(),
        takers,
        form: pass::Form::default(),
        faults,
    };
    let leaving = |held: Vec<Card>, faults| Leaving {
        w,
        csrf: String::new(),
        takers: if held.is_empty() { vec![] } else { takers() },
        held,
        form: leaving::Form { until: "2026-11-21".into(), ..leaving::Form::default() },
        faults,
    };
    vec![
        Sample::of("batons/show held", &show(offered(mine(), other), Faults::none())),
        Sample::of("batons/show held out", &show(offered(other, mine()), wrong("reason", "baton-no-reason"))),
        Sample::of("batons/show team", &show(offered(team, other), wrong("words", "baton-no-reason"))),
        Sample::of("batons/show waits", &show(Baton::sample(other), Faults::none())),
        Sample::of("batons/show ended", &show(ended, Faults::none())),
        Sample::of("batons/pass", &pass(takers(), wrong("to", "taker-none"))),
        Sample::of("batons/leaving", &leaving(vec![card()], wrong("until", "baton-day-gone"))),
        Sample::of("batons/leaving nothing", &leaving(vec![], Faults::none())),
    ]
}

fn line(who: Option<&str>, words: Option<&str>) -> Line {
    Line {
        what: "Pris".into(),
        when: "21 novembre 2026, 14 h 20".into(),
        stamp: "2026-11-21T13:20:00Z".into(),
        who: who.map(str::to_owned),
        words: words.map(str::to_owned),
    }
}

fn takers() -> Vec<Taker> {
    let taker = |value: &str, name: &str, more: &str| Taker {
        value: value.into(),
        name: name.into(),
        more: more.into(),
    };
    vec![
        taker("person:1", "Nadège Fournier", "là aujourd’hui"),
        taker("person:2", LONG, ""),
        taker("network", "Le réseau", "le premier qui le prend en répond"),
    ]
}

fn card() -> Card {
    Card {
        id: BatonId(Uuid::nil()),
        kind: String::new(),
        subject_id: Uuid::nil(),
        side: Side::Employee,
        unit_name: Some("Évry".into()),
        title: Some(LONG.into()),
        how: Mine::Held,
        offer_id: None,
        promised_at: NOW,
        hears_next_at: None,
        target_at: None,
        created_at: NOW,
        waiting: 2,
    }
}
