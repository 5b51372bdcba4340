//! What people type about people and units: kept when it can be, told on its field when it cannot.

use relais_directory::{
    departments,
    people::PersonInput,
    units::{Channel, UnitInput},
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
