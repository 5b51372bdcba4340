//! Where somebody is today, who answers for it and who is there with them: types, and the choice of the place.

use relais_directory::{
    assignments::{AssignmentKind, Function},
    name_key,
    units::{Exception, Opening},
};
use relais_kernel::{Day, PersonId, UnitId};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A unit or a region that somebody belongs to today.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Place {
    /// `unit` or `region`.
    pub(crate) what: String,
    pub(crate) id: Uuid,
    pub(crate) name: String,
    /// Code of what they do there.
    pub(crate) function: String,
    /// Code of how the assignment lasts; `regular` in a region.
    pub(crate) kind: String,
    pub(crate) main: bool,
    /// Last day there.
    pub(crate) to_day: Option<Day>,
    pub(crate) time_zone: Option<String>,
    /// Last day of the unit.
    pub(crate) closed_day: Option<Day>,
    /// The region that supports the unit.
    pub(crate) region_name: Option<String>,
    /// Who is accountable for the unit; nobody is a vacancy.
    pub(crate) manager_id: Option<PersonId>,
    pub(crate) manager_given: Option<String>,
    pub(crate) manager_family: Option<String>,
}

impl Place {
    pub(crate) fn is_unit(&self) -> bool {
        self.what == "unit"
    }

    pub(crate) fn is_replacement(&self) -> bool {
        self.kind == AssignmentKind::Replacement.code()
    }

    pub(crate) fn unit(&self) -> UnitId {
        UnitId(self.id)
    }

    /// Where its page is.
    pub(crate) fn href(&self) -> String {
        if self.is_unit() { format!("/units/{}", self.id) } else { format!("/regions/{}", self.id) }
    }

    /// The key of what they do there.
    pub(crate) fn function_key(&self) -> String {
        name_key(if self.is_unit() { "function" } else { "member-function" }, &self.function)
    }

    pub(crate) fn manager(&self) -> Option<(PersonId, String)> {
        let given = self.manager_given.as_deref().unwrap_or_default();
        let family = self.manager_family.as_deref().unwrap_or_default();
        self.manager_id.map(|id| (id, format!("{given} {family}").trim().to_owned()))
    }
}

/// Where somebody works today, and the other places of their day: the unit they replace in comes first, then their main
/// unit, then any other.
pub(crate) fn choose(places: Vec<Place>) -> (Option<Place>, Vec<Place>) {
    let mut places = places;
    places.sort_by_key(|place| (!place.is_unit(), !place.is_replacement(), !place.main));
    match places.first() {
        Some(first) if first.is_unit() => (Some(places.remove(0)), places),
        _ => (None, places),
    }
}

/// A colleague of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mate {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    pub(crate) function: Function,
    pub(crate) replacement: bool,
}

impl Mate {
    pub(crate) fn function_key(&self) -> String {
        name_key("function", self.function.code())
    }
}

/// A unit's day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct UnitDay {
    /// The first colleagues.
    pub(crate) mates: Vec<Mate>,
    /// How many there are.
    pub(crate) mates_in_all: i64,
    /// The usual week.
    pub(crate) week: Vec<Opening>,
    /// Days that differ, from today on.
    pub(crate) exceptions: Vec<Exception>,
}

/// Somebody who can place others: human resources or administration, for the whole network.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Helper {
    pub(crate) given_name: String,
    pub(crate) family_name: String,
    pub(crate) role: String,
}

impl Helper {
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.given_name, self.family_name)
    }

    pub(crate) fn role_key(&self) -> String {
        name_key("role", &self.role)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str, what: &str, kind: &str, main: bool) -> Place {
        Place {
            what: what.into(),
            id: Uuid::nil(),
            name: name.into(),
            function: "adviser".into(),
            kind: kind.into(),
            main,
            to_day: None,
            time_zone: None,
            closed_day: None,
            region_name: None,
            manager_id: None,
            manager_given: None,
            manager_family: None,
        }
    }

    #[test]
    fn todays_replacement_comes_before_the_main_unit() {
        let places = vec![
            place("Région", "region", "regular", false),
            place("Massy", "unit", "regular", false),
            place("Évry", "unit", "regular", true),
            place("Créteil", "unit", "replacement", false),
        ];
        let (here, others) = choose(places);
        assert_eq!(here.unwrap().name, "Créteil");
        let names: Vec<_> = others.iter().map(|place| place.name.as_str()).collect();
        assert_eq!(names, ["Évry", "Massy", "Région"]);
    }

    #[test]
    fn somebody_of_a_region_is_in_no_unit() {
        let (here, others) = choose(vec![place("Île-de-France Sud", "region", "regular", false)]);
        assert_eq!((here, others.len()), (None, 1));
        assert_eq!(choose(vec![]), (None, vec![]));
    }
}
