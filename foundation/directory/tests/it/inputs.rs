//! What people type about people and units: kept when it can be, told on its field when it cannot.

use relais_directory::{
    departments,
    people::PersonInput,
    units::{self, Channel, ExceptionInput, OpeningsInput, UnitInput},
};

fn unit() -> UnitInput {
    UnitInput {
        code: "EVR".into(),
        name: "Évry".into(),
        kind: "shop".into(),
        department: "91".into(),
        time_zone: "Europe/Paris".into(),
        locale: "fr".into(),
        ..UnitInput::default()
    }
}

fn person() -> PersonInput {
    PersonInput { given_name: "Inès".into(), family_name: "Marchal".into(), ..PersonInput::default() }
}

fn fields(of: &relais_words::Faults) -> Vec<&str> {
    of.0.iter().map(|fault| fault.field.as_ref()).collect()
}

#[test]
fn net_02_a_department_has_its_official_name() {
    assert_eq!(departments::name("91"), Some("Essonne"));
    assert_eq!(departments::name("974"), Some("La Réunion"));
    assert_eq!(departments::name("99"), None);
}

#[test]
fn a_text_may_be_as_long_as_its_field_and_no_longer() {
    assert!(UnitInput { code: "x".repeat(40), ..unit() }.check().is_ok());
    let told = UnitInput { code: "x".repeat(41), ..unit() }.check().unwrap_err();
    assert_eq!(fields(&told), ["code"]);
}

#[test]
fn a_unit_may_close_on_its_first_day_and_not_before() {
    let lived =
        |closed: &str| UnitInput { opened_day: "2026-03-02".into(), closed_day: closed.into(), ..unit() };
    assert!(lived("2026-03-02").check().is_ok());
    assert_eq!(fields(&lived("2026-03-01").check().unwrap_err()), ["closed_day"]);
}

#[test]
fn channels_count_once_and_empty_ones_not_at_all() {
    let of =
        |channels: &[&str]| UnitInput { channels: channels.iter().map(|c| (*c).into()).collect(), ..unit() };
    let (phone, counter) = (Channel::ALL[0], Channel::ALL[1]);
    let kept = of(&[phone.code(), "", counter.code(), " ", phone.code()]).check().unwrap().channels;
    assert_eq!(kept, [phone, counter]);
    assert!(!of(&["", " "]).check().unwrap().channels.is_empty(), "what its kind usually has");
    assert_eq!(fields(&of(&["pigeon"]).check().unwrap_err()), ["channels"]);
}

#[test]
fn a_person_may_leave_on_their_first_day_and_not_before() {
    let stayed =
        |left: &str| PersonInput { joined_day: "2026-03-02".into(), left_day: left.into(), ..person() };
    assert!(stayed("2026-03-02").check(&[]).is_ok());
    assert_eq!(fields(&stayed("2026-03-01").check(&[]).unwrap_err()), ["left_day"]);
}

#[test]
fn a_phone_number_has_digits_and_nothing_but_what_numbers_are_written_with() {
    for readable in ["0612345678", "+33 (0)6 12 34 56 78", "01.02.03.04.05"] {
        let kept = PersonInput { phone: readable.into(), ..person() }.check(&[]).unwrap().phone;
        assert_eq!(kept.as_deref(), Some(readable));
    }
    for other in ["abc", "06 12 ask Inès", "+ () -"] {
        let told = PersonInput { phone: other.into(), ..person() }.check(&[]).unwrap_err();
        assert_eq!(fields(&told), ["phone"], "{other}");
    }
    assert_eq!(PersonInput { phone: "  ".into(), ..person() }.check(&[]).unwrap().phone, None);
}

#[test]
fn a_channel_ticked_twice_is_one_channel() {
    let unit = UnitInput {
        code: "EVR".into(),
        name: "Évry".into(),
        kind: "shop".into(),
        department: "91".into(),
        channels: ["counter", "phone", "counter", ""].map(str::to_owned).into(),
        ..UnitInput::default()
    };
    assert_eq!(unit.check().unwrap().channels, [Channel::Counter, Channel::Phone]);
}

#[test]
fn an_opening_lasts_and_does_not_meet_the_next() {
    let day = |text: &str| {
        let mut input = OpeningsInput::default();
        input.days[0] = text.into();
        units::check_openings(&input).map_err(|faults| faults.0[0].key.to_string())
    };
    assert_eq!(day("9:00-12:00, 12:00-18:00").unwrap().len(), 2, "one may begin when the other ends");
    assert_eq!(day("9:00-12:30, 12:00-18:00").unwrap_err(), "openings-overlap");
    assert_eq!(day("12:00-12:00").unwrap_err(), "opening-out-of-order");
    assert_eq!(day("8-9, 10-11, 12-13, 14-15").unwrap().len(), 4);
    assert_eq!(day("8-9, 10-11, 12-13, 14-15, 16-17").unwrap_err(), "openings-too-many");
}

#[test]
fn a_day_that_differs_is_closed_or_open_once() {
    let read = |day: &str, hours: &str| {
        let input = ExceptionInput { day: day.into(), hours: hours.into(), note: " inventaire ".into() };
        units::check_exception(&input).map_err(|faults| faults.0[0].key.to_string())
    };
    let closed = read("2026-12-24", "").unwrap();
    assert_eq!((closed.opens, closed.closes, closed.note.as_str()), (None, None, "inventaire"));
    let short = read("2026-12-24", "9:00-16:00").unwrap();
    assert_eq!(
        (short.day.to_string().as_str(), short.opens, short.closes),
        ("2026-12-24", Some(540), Some(960))
    );
    assert_eq!(read("2026-12-24", "9:00-12:00, 14:00-16:00").unwrap_err(), "exception-one-opening");
    assert_eq!(read("", "9:00-16:00").unwrap_err(), "field-empty");
    assert_eq!(read("demain", "").unwrap_err(), "day-unreadable");
}
