//! Units: shops, branches, contact centres, support teams. Types and rules.

use jiff::tz::TimeZone;
use relais_kernel::{Day, Locale, RegionId, UnitId, fold};
use relais_words::{Fault, Faults};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};

use crate::{departments, people::phone};

mod hours;
mod listing;
mod live;
mod store;

pub use hours::{
    DAY_FIELDS, Exception, ExceptionInput, Opening, OpeningsInput, check_exception, check_openings,
};
pub(crate) use listing::{BY_NAME, open_on};
pub use listing::{Filter, Line, count, list, named};
pub(crate) use live::team_changed;
pub use live::{TOPICS, changed, topic};
pub use store::{
    Place, add, by_code, by_id, change, change_hours, channels, exceptions, main_region, openings, place,
    place_in_main, places, put_exception, remove_exception, unplace,
};

relais_kernel::codes! {
    /// What a unit is; kinds differ by what they need (NET-07).
    pub enum UnitKind {
        /// A place with customers.
        Shop = "shop",
        /// An agency of home services.
        Branch = "branch",
        /// People on the phone.
        ContactCentre = "contact_centre",
        /// A team that serves colleagues.
        Support = "support",
    }
}

relais_kernel::codes! {
    /// How customers meet a unit.
    pub enum Channel {
        /// In person.
        Counter = "counter",
        /// By telephone.
        Phone = "phone",
        /// In writing, live.
        Chat = "chat",
        /// In writing.
        Mail = "mail",
        /// At the customer's home.
        HomeVisit = "home_visit",
    }
}

impl UnitKind {
    /// The channels such a unit has unless told otherwise.
    pub fn usual_channels(self) -> &'static [Channel] {
        match self {
            Self::Shop => &[Channel::Counter, Channel::Phone],
            Self::Branch => &[Channel::Counter, Channel::Phone, Channel::HomeVisit],
            Self::ContactCentre => &[Channel::Phone, Channel::Chat, Channel::Mail],
            Self::Support => &[],
        }
    }
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Unit {
    /// Its id.
    pub id: UnitId,
    /// The organisation's own code for it.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: UnitKind,
    /// Department, official code.
    pub department_code: String,
    /// IANA name.
    pub time_zone: String,
    /// Language of its pages and posters.
    pub locale: Locale,
    /// Town.
    pub town: String,
    /// Phone of the unit, never of a person.
    pub phone: Option<String>,
    /// First day.
    pub opened_day: Option<Day>,
    /// Last day.
    pub closed_day: Option<Day>,
    /// Grows with each change.
    pub version: i64,
}

/// What somebody typed about a unit, in a form or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct UnitInput {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind, as a code.
    pub kind: String,
    /// Department, as a code.
    pub department: String,
    /// Time zone; Paris when empty.
    pub time_zone: String,
    /// Language; French when empty.
    pub locale: String,
    /// Town.
    pub town: String,
    /// Phone.
    pub phone: String,
    /// First day.
    pub opened_day: String,
    /// Last day.
    pub closed_day: String,
    /// Channels, as codes; the kind's usual ones when none.
    pub channels: Vec<String>,
    /// Region of the main hierarchy: an id from a form, a code or name from a file; none when empty.
    pub region: String,
    /// Regions of further hierarchies, from a form: `HIERARCHY:REGION` by id, no region when it stands in none.
    pub places: Vec<String>,
}

/// A unit as it may be written: every field checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitFacts {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Kind.
    pub kind: UnitKind,
    /// Department.
    pub department_code: &'static str,
    /// Time zone.
    pub time_zone: String,
    /// Language.
    pub locale: Locale,
    /// Town.
    pub town: String,
    /// Phone.
    pub phone: Option<String>,
    /// First day.
    pub opened_day: Option<Day>,
    /// Last day.
    pub closed_day: Option<Day>,
    /// Channels, each once.
    pub channels: Vec<Channel>,
}

impl UnitInput {
    /// What is there to edit of an existing unit.
    pub fn of(unit: &Unit, channels: &[Channel], region: Option<RegionId>) -> Self {
        Self {
            code: unit.code.clone(),
            name: unit.name.clone(),
            kind: unit.kind.code().to_owned(),
            department: unit.department_code.clone(),
            time_zone: unit.time_zone.clone(),
            locale: unit.locale.code().to_owned(),
            town: unit.town.clone(),
            phone: unit.phone.clone().unwrap_or_default(),
            opened_day: unit.opened_day.map(|d| d.to_string()).unwrap_or_default(),
            closed_day: unit.closed_day.map(|d| d.to_string()).unwrap_or_default(),
            channels: channels.iter().map(|c| c.code().to_owned()).collect(),
            region: region.map(|id| id.to_string()).unwrap_or_default(),
            places: Vec::new(),
        }
    }

    /// The unit it describes, or all that is wrong with it.
    pub fn check(&self) -> Result<UnitFacts, Faults> {
        let mut faults = Faults::none();
        let code = faults.take(filled("code", &self.code, 40));
        let name = faults.take(filled("name", &self.name, 120));
        let kind = faults.take(coded::<UnitKind>("kind", &self.kind, "unit-kind-unknown"));
        let department_code = faults.take(departments::official(&self.department).ok_or_else(|| {
            Fault::on("department", "unit-department-unknown").with("typed", self.department.trim())
        }));
        let time_zone = faults.take(time_zone("time_zone", &self.time_zone));
        let locale = faults.take(locale("locale", &self.locale));
        let town = faults.take(at_most("town", &self.town, 120));
        let phone = faults.take(phone("phone", &self.phone));
        let opened_day = faults.take(day("opened_day", &self.opened_day));
        let closed_day = faults.take(day("closed_day", &self.closed_day));
        if let (Some(Some(opened)), Some(Some(closed))) = (opened_day, closed_day)
            && closed < opened
        {
            faults.add(Fault::on("closed_day", "days-out-of-order"));
        }
        let mut channels = Vec::new();
        for typed in self.channels.iter().filter(|typed| !typed.trim().is_empty()) {
            match coded::<Channel>("channels", typed, "unit-channel-unknown") {
                Ok(channel) if !channels.contains(&channel) => channels.push(channel),
                Ok(_) => {}
                Err(fault) => faults.add(fault),
            }
        }
        if let (
            Some(code),
            Some(name),
            Some(kind),
            Some(department_code),
            Some(time_zone),
            Some(locale),
            Some(town),
            Some(phone),
            Some(opened_day),
            Some(closed_day),
            true,
        ) = (
            code,
            name,
            kind,
            department_code,
            time_zone,
            locale,
            town,
            phone,
            opened_day,
            closed_day,
            faults.is_empty(),
        ) {
            if channels.is_empty() {
                channels = kind.usual_channels().to_vec();
            }
            return Ok(UnitFacts {
                code,
                name,
                kind,
                department_code,
                time_zone,
                locale,
                town,
                phone,
                opened_day,
                closed_day,
                channels,
            });
        }
        Err(faults)
    }
}

/// The sentence for a rule of the database that refused a unit.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "unique_unit__code" => Fault::on("code", "unit-code-taken"),
        "unit_department_known" => Fault::on("department", "unit-department-unknown"),
        "unit_days_in_order" => Fault::on("closed_day", "days-out-of-order"),
        "unit_has_one_place" => Fault::on("region", "unit-place-overlaps"),
        "unique_unit_exception__unit_id_day" => Fault::on("day", "exception-day-taken"),
        "openings_do_not_overlap" | "opening_in_order" => Fault::of_form("openings-overlap"),
        "day_has_at_most_four_openings" => Fault::of_form("openings-too-many"),
        _ => return None,
    })
}

/// A region that a unit is placed in.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct RegionOf {
    /// Its id.
    pub id: RegionId,
    /// Its name.
    pub name: String,
}

pub(crate) fn filled(field: &'static str, typed: &str, most: usize) -> Result<String, Fault> {
    let text = at_most(field, typed, most)?;
    if text.is_empty() { Err(Fault::on(field, "field-empty")) } else { Ok(text) }
}

pub(crate) fn at_most(field: &'static str, typed: &str, most: usize) -> Result<String, Fault> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().any(char::is_control) {
        return Err(Fault::on(field, "field-unreadable"));
    }
    if text.chars().count() > most {
        Err(Fault::on(field, "field-too-long").with("most", most))
    } else {
        Ok(text)
    }
}

pub(crate) fn coded<T: std::str::FromStr>(
    field: &'static str,
    typed: &str,
    key: &'static str,
) -> Result<T, Fault> {
    let code = fold(typed).replace(' ', "_");
    code.parse().map_err(|_| Fault::on(field, key).with("typed", typed.trim()))
}

pub(crate) fn day(field: &'static str, typed: &str) -> Result<Option<Day>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| Fault::on(field, "day-unreadable").with("typed", typed.trim()))
}

pub(crate) fn locale(field: &'static str, typed: &str) -> Result<Locale, Fault> {
    match fold(typed).as_str() {
        "" | "fr" | "francais" | "french" => Ok(Locale::Fr),
        "en" | "anglais" | "english" => Ok(Locale::En),
        _ => Err(Fault::on(field, "locale-unknown").with("typed", typed.trim())),
    }
}

pub(crate) fn time_zone(field: &'static str, typed: &str) -> Result<String, Fault> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok("Europe/Paris".to_owned());
    }
    TimeZone::get(typed)
        .ok()
        .and_then(|zone| zone.iana_name().map(str::to_owned))
        .ok_or_else(|| Fault::on(field, "time-zone-unknown").with("typed", typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evry() -> UnitInput {
        UnitInput {
            code: "EVR".into(),
            name: "Évry".into(),
            kind: "shop".into(),
            department: "91".into(),
            ..UnitInput::default()
        }
    }

    #[test]
    fn net_02_an_unknown_department_is_refused() {
        for typed in ["20", "999", ""] {
            let faults = UnitInput { department: typed.into(), ..evry() }.check().unwrap_err();
            assert_eq!(faults.0.len(), 1);
            assert_eq!(
                (faults.0[0].field.as_ref(), faults.0[0].key.as_ref()),
                ("department", "unit-department-unknown")
            );
        }
        assert_eq!(UnitInput { department: "2a".into(), ..evry() }.check().unwrap().department_code, "2A");
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let faults = UnitInput { locale: "de".into(), time_zone: "Mars".into(), ..UnitInput::default() }
            .check()
            .unwrap_err();
        let fields: Vec<_> = faults.0.iter().map(|f| f.field.as_ref()).collect();
        assert_eq!(fields, ["code", "name", "kind", "department", "time_zone", "locale"]);
    }

    #[test]
    fn net_07_a_channel_ticked_twice_counts_once() {
        let twice = ["chat", "phone", "chat", " "].map(str::to_owned).to_vec();
        let checked = UnitInput { channels: twice, ..evry() }.check().unwrap();
        assert_eq!(checked.channels, [Channel::Chat, Channel::Phone]);
    }

    #[test]
    fn net_07_a_kind_brings_its_usual_channels() {
        assert_eq!(evry().check().unwrap().channels, [Channel::Counter, Channel::Phone]);
        let centre = UnitInput { kind: "Contact centre".into(), ..evry() }.check().unwrap();
        assert_eq!(centre.channels, [Channel::Phone, Channel::Chat, Channel::Mail]);
    }

    #[test]
    fn net_07_a_telephone_is_one() {
        let input = UnitInput { phone: "appelez-nous".into(), ..evry() };
        let fault = input.check().unwrap_err().0.remove(0);
        assert_eq!((fault.field.as_ref(), fault.key.as_ref()), ("phone", "phone-unreadable"));
        let facts = UnitInput { phone: " +33 (0)1 60 00 00 00 ".into(), ..evry() }.check().unwrap();
        assert_eq!(facts.phone.as_deref(), Some("+33 (0)1 60 00 00 00"));
        assert_eq!(evry().check().unwrap().phone, None);
    }

    #[test]
    fn days_must_be_in_order() {
        let input = UnitInput { opened_day: "2026-05-01".into(), closed_day: "30/04/2026".into(), ..evry() };
        assert_eq!(input.check().unwrap_err().0[0].key, "days-out-of-order");
    }
}
