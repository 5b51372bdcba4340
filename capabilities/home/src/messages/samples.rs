//! The page as it may look.

use relais_kernel::{Clock, Day, SessionId};
use relais_post::DeviceLine;
use relais_web::Sample;
use relais_words::{Fault, Faults, Words};

use super::show::{Form, Hours, Show};

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let clock = Clock::system();
    let session: SessionId = clock.id();
    let monday: Day = Day::from_date(jiff::civil::date(2026, 11, 23));
    let hours = |saturday: Vec<(i32, i32)>| {
        let weekdays = (0..5).map(|n| Hours { day: monday.plus(n), spans: vec![(570, 750), (840, 1140)] });
        weekdays
            .chain([
                Hours { day: monday.plus(5), spans: saturday },
                Hours { day: monday.plus(6), spans: vec![] },
            ])
            .collect::<Vec<_>>()
    };
    let page = || Show {
        w,
        csrf: String::new(),
        unit: Some("Évry".into()),
        hours: hours(vec![(600, 1140)]),
        devices: vec![],
        session,
        key: Some(
            "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4".into(),
        ),
        form: Form { wants: vec!["digest".into()], quiet_until: String::new() },
        faults: Faults::none(),
    };
    let line = |device: &str, session_id| DeviceLine { id: clock.id(), session_id, device: device.into() };
    let long =
        "Un navigateur dont le nom est bien plus long que la place qu’un téléphone lui laisse".to_owned();
    vec![
        Sample::of("messages/show", &page()),
        Sample::of(
            "messages/show devices",
            &Show {
                devices: vec![line("Firefox, Android", session), line("", clock.id())],
                form: Form {
                    wants: vec!["digest".into(), "outside".into()],
                    quiet_until: "2026-11-30".into(),
                },
                ..page()
            },
        ),
        Sample::of(
            "messages/show without hours",
            &Show { unit: None, hours: hours(vec![]), form: Form::default(), ..page() },
        ),
        Sample::of(
            "messages/show refused",
            &Show {
                form: Form { wants: vec![], quiet_until: "2026-11-01".into() },
                faults: Fault::on("quiet_until", "baton-day-gone").into(),
                ..page()
            },
        ),
        Sample::of(
            "messages/show long",
            &Show { unit: Some(long.clone()), devices: vec![line(&long, clock.id())], ..page() },
        ),
    ]
}
