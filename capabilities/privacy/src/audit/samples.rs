//! Examples of the log: ordinary, verified, broken, empty, with long words.

use jiff::tz::TimeZone;
use relais_kernel::{Clock, Instant, PersonId};
use relais_store::audit::{Anchor, Flaw};
use relais_web::Sample;
use relais_words::{Fault, Faults, Words};
use uuid::Uuid;

use super::{
    list::{Asked, List},
    store::Link,
    verify::Verdict,
};

const LONG: &str = "anticonstitutionnellement.chateauneuf_du_pape.en_gresivaudan";

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let anchor = Anchor { chain: Uuid::nil(), seq: 1204, hash: vec![159; 32] };
    let list = |links: Vec<Link>| List {
        w,
        csrf: String::new(),
        zone: TimeZone::UTC,
        asked: Asked::default(),
        newer: false,
        older: links.len() > 1,
        anchor: (!links.is_empty()).then(|| anchor.clone()),
        links,
        verdict: None,
        kept: String::new(),
        faults: Faults::none(),
    };
    let verdict = |flaws| Some(Verdict { links: 1204, anchored: Some(1100), flaws });
    let person = Clock::system().id::<PersonId>();
    let named = Link {
        person_id: Some(person),
        given_name: Some("Claire".into()),
        family_name: Some("Dubois".into()),
        ..link()
    };
    let long = Link {
        action: LONG.into(),
        subject: LONG.into(),
        detail: LONG.into(),
        given_name: Some(LONG.into()),
        person_id: Some(person),
        ..link()
    };
    let several = || vec![named.clone(), Link { subject_id: None, ..link() }];
    let broken = vec![Flaw::Changed(12), Flaw::Missing(40), Flaw::Cut, Flaw::CutUntold, Flaw::NotAnchored];
    let searched = Asked { action: "network".into(), ..Asked::default() };
    let faults = Faults::from(Fault::on("anchor", "privacy-anchor-unreadable"));
    vec![
        Sample::of("privacy/audit", &list(several())),
        Sample::of("privacy/audit one", &list(vec![named.clone()])),
        Sample::of("privacy/audit empty", &list(vec![])),
        Sample::of("privacy/audit nothing found", &List { asked: searched, ..list(vec![]) }),
        Sample::of("privacy/audit long", &list(vec![long])),
        Sample::of("privacy/audit holds", &List { verdict: verdict(vec![]), ..list(several()) }),
        Sample::of("privacy/audit broken", &List { verdict: verdict(broken), ..list(several()) }),
        Sample::of("privacy/audit refused", &List { kept: "12".into(), faults, ..list(several()) }),
    ]
}

fn link() -> Link {
    Link {
        seq: 1204,
        at: Instant(1_795_267_200_000_000),
        account_id: None,
        person_id: None,
        given_name: None,
        family_name: None,
        action: "network.units.edit".into(),
        subject: "unit".into(),
        subject_id: Some(Clock::system().id()),
        subject_name: Some("Évry".into()),
        detail: String::new(),
        detail_name: None,
    }
}
