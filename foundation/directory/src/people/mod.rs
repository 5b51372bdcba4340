//! People of an organisation. Types and rules.

use relais_kernel::{Day, Locale, PersonId};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{
    accounts::Email,
    trades::{self, Trade},
    units::{at_most, day, filled, locale},
};

mod leaving;
mod listing;
mod store;

pub use leaving::{end_sessions_of_left, leave};
pub use listing::{Filter, Line, count, list, named};
pub use store::{add, add_many, by_id, by_staff_number, change, put_locale, staff_numbers};

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// The organisation's own number for them, which imports recognise them by.
    pub staff_number: Option<String>,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// E-mail address at work.
    pub email: Option<String>,
    /// Phone at work.
    pub phone: Option<String>,
    /// Their trade (NET-03).
    pub trade_code: Option<String>,
    /// Their language.
    pub locale: Locale,
    /// First day in the organisation.
    pub joined_day: Option<Day>,
    /// Last day.
    pub left_day: Option<Day>,
    /// Grows with each change.
    pub version: i64,
}

impl Person {
    /// Given and family name, as people are called.
    pub fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }
}

/// What somebody typed about a person, in a form or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonInput {
    /// Staff number.
    pub staff_number: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// E-mail address.
    pub email: String,
    /// Phone.
    pub phone: String,
    /// Trade, by code or name.
    pub trade: String,
    /// Language; French when empty.
    pub locale: String,
    /// First day.
    pub joined_day: String,
    /// Last day; a form leaves it to [`leave`], an import of former staff fills it.
    pub left_day: String,
}

/// A person as they may be written: every field checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// Staff number.
    pub staff_number: Option<String>,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// E-mail address.
    pub email: Option<String>,
    /// Phone.
    pub phone: Option<String>,
    /// Trade.
    pub trade_code: Option<String>,
    /// Language.
    pub locale: Locale,
    /// First day.
    pub joined_day: Option<Day>,
    /// Last day.
    pub left_day: Option<Day>,
}

impl PersonInput {
    /// What is there to edit of an existing person.
    pub fn of(person: &Person) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            staff_number: text(&person.staff_number),
            given_name: person.given_name.clone(),
            family_name: person.family_name.clone(),
            email: text(&person.email),
            phone: text(&person.phone),
            trade: text(&person.trade_code),
            locale: person.locale.code().to_owned(),
            joined_day: day(person.joined_day),
            left_day: day(person.left_day),
        }
    }

    /// The person it describes, or all that is wrong with it. `known` holds the organisation's trades.
    pub fn check(&self, known: &[Trade]) -> Result<PersonFacts, Faults> {
        let mut faults = Faults::none();
        let staff_number = faults.take(at_most("staff_number", &self.staff_number, 40));
        let given_name = faults.take(name("given_name", &self.given_name));
        let family_name = faults.take(name("family_name", &self.family_name));
        let email = faults.take(email(&self.email));
        let phone = faults.take(phone("phone", &self.phone));
        let trade = match self.trade.trim() {
            "" => Some(None),
            typed => faults.take(
                trades::find(known, typed)
                    .map(|trade| Some(trade.code.clone()))
                    .ok_or_else(|| Fault::on("trade", "trade-unknown").with("typed", typed)),
            ),
        };
        let locale = faults.take(locale("locale", &self.locale));
        let joined_day = faults.take(day("joined_day", &self.joined_day));
        let left_day = faults.take(day("left_day", &self.left_day));
        if let (Some(Some(joined)), Some(Some(left))) = (joined_day, left_day)
            && left < joined
        {
            faults.add(Fault::on("left_day", "days-out-of-order"));
        }
        match (
            staff_number,
            given_name,
            family_name,
            email,
            phone,
            trade,
            locale,
            joined_day,
            left_day,
            faults.is_empty(),
        ) {
            (
                Some(staff_number),
                Some(given_name),
                Some(family_name),
                Some(email),
                Some(phone),
                Some(trade_code),
                Some(locale),
                Some(joined_day),
                Some(left_day),
                true,
            ) => Ok(PersonFacts {
                staff_number: (!staff_number.is_empty()).then_some(staff_number),
                given_name,
                family_name,
                email,
                phone,
                trade_code,
                locale,
                joined_day,
                left_day,
            }),
            _ => Err(faults),
        }
    }
}

/// A name of somebody: whatever people are called, but neither empty nor an address nor markup.
fn name(field: &'static str, typed: &str) -> Result<String, Fault> {
    let name = filled(field, typed, 120)?;
    let odd = name.contains(['@', '<', '>', '/', '\\', '=', '|']) || !name.chars().any(char::is_alphabetic);
    if odd { Err(Fault::on(field, "name-unreadable")) } else { Ok(name) }
}

/// The address somebody typed, if any.
fn email(typed: &str) -> Result<Option<String>, Fault> {
    if typed.trim().is_empty() {
        Ok(None)
    } else {
        Email::read(typed).map(|email| Some(email.text().to_owned()))
    }
}

pub(crate) fn phone(field: &'static str, typed: &str) -> Result<Option<String>, Fault> {
    let phone = at_most(field, typed, 40)?;
    if phone.is_empty() {
        return Ok(None);
    }
    let readable = phone.chars().all(|c| c.is_ascii_digit() || " +().-/".contains(c))
        && phone.chars().any(|c| c.is_ascii_digit());
    if readable {
        Ok(Some(phone))
    } else {
        Err(Fault::on(field, "phone-unreadable").with("typed", typed.trim()))
    }
}

/// The sentence for a rule of the database that refused a person.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "unique_person__staff_number" => Fault::on("staff_number", "person-staff-number-taken"),
        "person_trade_known" => Fault::on("trade", "trade-unknown").with("typed", ""),
        "person_days_in_order" => Fault::on("left_day", "days-out-of-order"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ines() -> PersonInput {
        PersonInput {
            given_name: "Inès".into(),
            family_name: "N’Diaye-Marchal".into(),
            ..PersonInput::default()
        }
    }

    #[test]
    fn an_address_may_be_missing_but_not_odd() {
        let typed =
            |email: &str| PersonInput { email: email.into(), ..ines() }.check(&[]).map(|facts| facts.email);
        assert_eq!(typed(" ines@exemple.fr "), Ok(Some("ines@exemple.fr".to_owned())));
        assert_eq!(typed("  "), Ok(None));
        for wrong in [
            "ines",
            "ines@exemple",
            "a@exemple.fr,b@exemple.fr",
            "a@exemple.fr\nBcc: b@c.fr",
            "I <i@exemple.fr>",
        ] {
            assert_eq!(typed(wrong).unwrap_err().0[0].key, "email-unreadable", "{wrong}");
        }
    }

    #[test]
    fn net_03_a_trade_must_exist() {
        let known = [Trade { code: "sales".into(), name: "Commerciale".into() }];
        let input = PersonInput { trade: "commerciale".into(), ..ines() };
        assert_eq!(input.check(&known).unwrap().trade_code.as_deref(), Some("sales"));
        let faults = PersonInput { trade: "magie".into(), ..ines() }.check(&known).unwrap_err();
        assert_eq!((faults.0[0].field.as_ref(), faults.0[0].key.as_ref()), ("trade", "trade-unknown"));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let input = PersonInput {
            given_name: "ines@exemple.fr".into(),
            email: "ines".into(),
            phone: "appelez-moi".into(),
            locale: "de".into(),
            joined_day: "hier".into(),
            ..PersonInput::default()
        };
        let faults = input.check(&[]).unwrap_err();
        let fields: Vec<_> = faults.0.iter().map(|f| f.field.as_ref()).collect();
        assert_eq!(fields, ["given_name", "family_name", "email", "phone", "locale", "joined_day"]);
    }

    #[test]
    fn days_must_be_in_order() {
        let input = PersonInput { joined_day: "2026-05-01".into(), left_day: "30/04/2026".into(), ..ines() };
        assert_eq!(input.check(&[]).unwrap_err().0[0].key, "days-out-of-order");
    }

    #[test]
    fn a_person_reads_back_as_they_were_written() {
        let facts = ines().check(&[]).unwrap();
        assert_eq!((facts.staff_number, facts.email, facts.phone), (None, None, None));
        assert_eq!(facts.family_name, "N’Diaye-Marchal");
    }
}
