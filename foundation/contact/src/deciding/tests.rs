use std::sync::Arc;

use relais_kernel::Locale;
use relais_words::Catalogue;

use super::*;

const NOW: Instant = Instant(1_795_267_200_000_000);
const HOUR: i64 = DAY / 24;
const REACHED: [Channel; 3] = [Channel::Call, Channel::Sms, Channel::Email];

fn asked(class: Class) -> Asked {
    let about = About { kind: "listening.followup".into(), id: Uuid::from_u128(7) };
    Asked { class, channel: Channel::Sms, at: NOW, about: Some(about), awaited: false, followup_open: false }
}

fn sent(class: Class, ago: i64) -> Sent {
    let Asked { channel, about, .. } = asked(class);
    Sent { class, channel, at: Instant(NOW.0 - ago), about, state: State::Sent }
}

fn person(suppressed: &[Channel]) -> Person<'_> {
    Person { erased: false, reached_by: &REACHED, suppressed }
}

fn decided(class: Class, history: &[Sent]) -> Verdict {
    decide(person(&[]), &asked(class), history, &Rules::default())
}

#[test]
fn prv_12_each_class_rests_as_long_as_its_own_rule_says() {
    use Class::{Hazard, Relational, SecondMeasure, Service, Transactional};
    let (thirty, ninety) = (Verdict::No(Rule::Transactional(30)), Verdict::No(Rule::Relational(90)));
    let day = Verdict::No(Rule::WithinADay);
    for (class, before, ago, verdict) in [
        (Transactional, Transactional, 30 * DAY, Verdict::Yes),
        (Transactional, Transactional, 30 * DAY - 1, thirty),
        (Transactional, Transactional, DAY, thirty),
        (Transactional, Transactional, DAY - 1, day),
        (Transactional, Relational, DAY, Verdict::Yes),
        (Transactional, Relational, DAY - 1, day),
        (Relational, Relational, 90 * DAY, Verdict::Yes),
        (Relational, Relational, 90 * DAY - 1, ninety),
        (Relational, Transactional, DAY, Verdict::Yes),
        (Transactional, SecondMeasure, DAY, Verdict::Yes),
        (Relational, SecondMeasure, DAY - 1, day),
        (SecondMeasure, Transactional, 7 * DAY, Verdict::Yes),
        (SecondMeasure, Transactional, HOUR, day),
        (Transactional, Service, HOUR, Verdict::Yes),
        (Transactional, Hazard, HOUR, Verdict::Yes),
        (Service, Transactional, HOUR, Verdict::Yes),
        (Service, Service, 0, Verdict::Yes),
        (Hazard, Relational, HOUR, Verdict::Yes),
        (Hazard, Hazard, HOUR, Verdict::Yes),
        // What is planned for later counts as well.
        (Transactional, Transactional, -2 * DAY, thirty),
        (Transactional, Relational, -HOUR, day),
    ] {
        assert_eq!(decided(class, &[sent(before, ago)]), verdict, "{class} after {before}, {ago}");
    }
}

#[test]
fn prv_12_a_second_measure_goes_out_once_for_what_it_is_about() {
    let before = sent(Class::SecondMeasure, 40 * DAY);
    assert_eq!(
        decided(Class::SecondMeasure, std::slice::from_ref(&before)),
        Verdict::No(Rule::MeasuredBefore)
    );
    let other = Some(About { kind: "listening.followup".into(), id: Uuid::from_u128(8) });
    assert_eq!(decided(Class::SecondMeasure, &[Sent { about: other, ..before }]), Verdict::Yes);
}

#[test]
fn prv_12_what_never_left_counts_for_nothing() {
    for class in [Class::Transactional, Class::Relational, Class::SecondMeasure] {
        let failed = Sent { state: State::Failed, ..sent(class, HOUR) };
        assert_eq!(decided(class, &[failed]), Verdict::Yes, "{class}");
        let leaving = Sent { state: State::Leaving, ..sent(class, HOUR) };
        assert_ne!(decided(class, &[leaving]), Verdict::Yes, "{class}");
    }
}

#[test]
fn prv_08_an_opt_out_is_honoured_by_every_channel() {
    for class in Class::ALL {
        let on = |suppressed: &[Channel], awaited| {
            let asked = Asked { awaited, ..asked(*class) };
            decide(person(suppressed), &asked, &[], &Rules::default()) == Verdict::Yes
        };
        assert!(on(&[], false), "{class}");
        // By the channel that was refused, nothing but what they wait for.
        assert!(!on(&[Channel::Sms], false), "{class}");
        assert_eq!(on(&[Channel::Sms], true), *class == Class::Service, "{class}");
        // By another one, nothing that asks something of them.
        assert_eq!(on(&[Channel::Email], false), !class.is_survey(), "{class}");
    }
}

#[test]
fn prv_12_nothing_is_asked_while_something_of_theirs_is_open() {
    for class in Class::ALL {
        let asked = Asked { followup_open: true, ..asked(*class) };
        let verdict = decide(person(&[]), &asked, &[], &Rules::default());
        let refused = Verdict::No(Rule::FollowUpOpen);
        assert_eq!(verdict, if class.is_survey() { refused } else { Verdict::Yes }, "{class}");
    }
}

#[test]
fn prv_12_nobody_is_reached_where_nothing_leads() {
    for class in Class::ALL {
        let asked = Asked { awaited: true, ..asked(*class) };
        let nowhere = Person { reached_by: &[Channel::Email], ..person(&[]) };
        let decided = |person| decide(person, &asked, &[], &Rules::default());
        assert_eq!(decided(nowhere), Verdict::No(Rule::NoAddress(Channel::Sms)));
        assert_eq!(decided(Person { erased: true, ..nowhere }), Verdict::No(Rule::Erased));
    }
}

#[test]
fn prv_12_an_organisation_chooses_its_own_numbers() {
    let chosen =
        |code: &'static str, value| Rules::chosen(move |s| if s.code == code { value } else { s.default });
    for (class, code, least) in [
        (Class::Transactional, "contact.transactional_every", 7),
        (Class::Relational, "contact.relational_every", 30),
    ] {
        let history = [sent(class, least * DAY)];
        assert_ne!(decide(person(&[]), &asked(class), &history, &Rules::default()), Verdict::Yes);
        assert_eq!(decide(person(&[]), &asked(class), &history, &chosen(code, least)), Verdict::Yes);
    }
    for setting in crate::SETTINGS {
        assert!(setting.allows(setting.default), "{}", setting.code);
    }
}

#[test]
fn prv_12_every_rule_names_itself() {
    let catalogue = Arc::new(Catalogue::build(&[crate::WORDS]).unwrap());
    let w = Words::new(catalogue, Locale::Fr);
    let mut said: Vec<String> = [
        Rule::Erased,
        Rule::NoAddress(Channel::Sms),
        Rule::OptedOut,
        Rule::FollowUpOpen,
        Rule::MeasuredBefore,
        Rule::WithinADay,
        Rule::Transactional(30),
        Rule::Relational(90),
    ]
    .iter()
    .flat_map(|rule| [rule.say(&w), rule.say(&w.in_locale(Locale::En))])
    .collect();
    assert!(said.iter().all(|sentence| !sentence.contains('⟦') && sentence.len() > 20), "{said:?}");
    assert_eq!(said[12], "On lui a demandé son avis sur une visite ou un appel il y a moins de 30 jours.");
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count);
}
