//! What makes a group: pure decisions.

use relais_directory::units::{Opening, OpeningsInput, check_openings};
use relais_kernel::{PersonId, fold};
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use super::scope;
use crate::typed::{at_most, one_line, within};

/// Themes that one reads at a glance.
pub(crate) const MOST_THEMES: usize = 8;
/// A group that everybody is in is nobody's.
pub(crate) const MOST_PEOPLE: usize = 60;

/// What somebody typed about a group.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct GroupInput {
    pub(crate) name: String,
    pub(crate) about: String,
    /// One a line.
    pub(crate) themes: String,
    /// Their codes, as one says them.
    pub(crate) departments: String,
    pub(crate) people: Vec<String>,
    pub(crate) hosts: Vec<String>,
    /// The week, as `9:00-18:00`, Monday first; empty when closed.
    pub(crate) day1: String,
    pub(crate) day2: String,
    pub(crate) day3: String,
    pub(crate) day4: String,
    pub(crate) day5: String,
    pub(crate) day6: String,
    pub(crate) day7: String,
    pub(crate) q: String,
    pub(crate) act: String,
}

/// Somebody who may be in a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) person: PersonId,
    pub(crate) name: String,
    /// The code of their trade.
    pub(crate) trade: Option<String>,
    /// What it is called.
    pub(crate) trade_name: Option<String>,
}

/// A host and their trade.
pub(crate) type Host = (PersonId, String);

/// A group as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) about: String,
    pub(crate) themes: Vec<String>,
    /// Where those work whom it answers; everywhere where there is none.
    pub(crate) departments: Vec<&'static str>,
    pub(crate) people: Vec<PersonId>,
    pub(crate) hosts: [Host; 2],
    /// When it answers; empty where the hours of whoever asks count.
    pub(crate) week: Vec<Opening>,
}

impl GroupInput {
    /// The group, or all that is wrong with it. Whoever hosts is in it; the two hosts are of two trades.
    pub(crate) fn check(&self, candidates: &[Candidate]) -> Result<Group, Faults> {
        let mut faults = Faults::none();
        let name = faults.take(within(&one_line(&self.name), "name", 3..=80));
        let about = faults.take(at_most(&self.about, "about", 200));
        let themes = faults.take(self.themes());
        let departments = faults.take(scope::check(&self.departments));
        let people = faults.take(chosen(&self.people, candidates, "people"));
        let hosts = faults.take(chosen(&self.hosts, candidates, "hosts"));
        let hosts = hosts.and_then(|hosts| faults.take(of_two_trades(&hosts)));
        let week = match check_openings(&OpeningsInput { days: self.days().map(str::to_owned) }) {
            Ok(week) => week,
            Err(wrong) => {
                faults.0.extend(wrong.0);
                Vec::new()
            }
        };
        let (Some(name), Some(about), Some(themes), Some(departments), Some(people), Some(hosts)) =
            (name, about, themes, departments, people, hosts)
        else {
            return Err(faults);
        };
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut members: Vec<PersonId> = people.iter().map(|one| one.person).collect();
        members.extend(hosts.iter().map(|(host, _)| *host));
        members.sort_unstable();
        members.dedup();
        if members.len() > MOST_PEOPLE {
            return Err(Fault::on("people", "group-too-many").with("n", MOST_PEOPLE).into());
        }
        Ok(Group { name, about, themes, departments, people: members, hosts, week })
    }

    /// The week as typed, Monday first.
    pub(crate) fn days(&self) -> [&str; 7] {
        [&self.day1, &self.day2, &self.day3, &self.day4, &self.day5, &self.day6, &self.day7]
            .map(String::as_str)
    }

    fn themes(&self) -> Result<Vec<String>, Fault> {
        let mut typed: Vec<String> = Vec::new();
        for line in self.themes.lines().map(one_line).filter(|line| !line.is_empty()) {
            if !typed.iter().any(|known| fold(known) == fold(&line)) {
                typed.push(line);
            }
        }
        if typed.is_empty() {
            return Err(Fault::on("themes", "group-no-theme"));
        }
        if typed.len() > MOST_THEMES {
            return Err(Fault::on("themes", "group-themes-too-many").with("n", MOST_THEMES));
        }
        typed.iter().map(|one| within(one, "themes", 2..=40)).collect()
    }
}

fn chosen<'a>(
    typed: &[String],
    candidates: &'a [Candidate],
    field: &'static str,
) -> Result<Vec<&'a Candidate>, Fault> {
    let found: Vec<&Candidate> =
        candidates.iter().filter(|one| typed.contains(&one.person.to_string())).collect();
    if found.is_empty() || found.len() != typed.len() {
        return Err(Fault::on(field, "group-nobody"));
    }
    Ok(found)
}

/// One host of each of two trades (EXP-05).
fn of_two_trades(hosts: &[&Candidate]) -> Result<[Host; 2], Fault> {
    let missing = || Fault::on("hosts", "group-one-trade");
    let of = |one: &Candidate| Some((one.person, one.trade.clone()?));
    let first = hosts.iter().find_map(|one| of(one)).ok_or_else(missing)?;
    let other = |one: &&Candidate| of(one).filter(|(_, trade)| *trade != first.1);
    let second = hosts.iter().find_map(other).ok_or_else(missing)?;
    Ok([first, second])
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn candidate(n: u128, trade: Option<&str>) -> Candidate {
        Candidate {
            person: PersonId(Uuid::from_u128(n)),
            name: format!("Personne {n}"),
            trade: trade.map(str::to_owned),
            trade_name: None,
        }
    }

    fn input(hosts: &[u128]) -> GroupInput {
        let ids = |all: &[u128]| all.iter().map(|n| Uuid::from_u128(*n).to_string()).collect();
        GroupInput {
            name: " Experts  91-94 ".into(),
            themes: "Internet\n\n Mobile \n".into(),
            people: ids(&[1, 2, 3]),
            hosts: ids(hosts),
            ..GroupInput::default()
        }
    }

    fn candidates() -> Vec<Candidate> {
        vec![
            candidate(1, Some("network")),
            candidate(2, Some("network")),
            candidate(3, None),
            candidate(4, Some("sales")),
        ]
    }

    fn keys(input: &GroupInput) -> Vec<String> {
        let faults = input.check(&candidates()).err().unwrap_or_default();
        faults.0.iter().map(|fault| fault.key.to_string()).collect()
    }

    #[test]
    fn exp_05_a_group_has_a_host_of_each_of_two_trades() {
        let group = input(&[1, 4]).check(&candidates()).unwrap();
        assert_eq!(
            (group.name.as_str(), group.themes.as_slice()),
            ("Experts 91-94", &["Internet".to_owned(), "Mobile".into()][..])
        );
        assert_eq!(group.hosts.map(|(_, trade)| trade), ["network", "sales"]);
        assert_eq!(group.people.len(), 4, "whoever hosts is in it");
        for hosts in [&[1][..], &[1, 2], &[1, 3], &[3]] {
            assert_eq!(keys(&input(hosts)), ["group-one-trade"], "{hosts:?}");
        }
        assert_eq!(keys(&input(&[])), ["group-nobody"]);
        assert_eq!(keys(&input(&[1, 9])), ["group-nobody"], "somebody who cannot be chosen");
    }

    #[test]
    fn a_group_has_a_name_and_some_themes() {
        let with = |name: &str, themes: &str| GroupInput {
            name: name.into(),
            themes: themes.into(),
            ..input(&[1, 4])
        };
        assert_eq!(keys(&with("", " \n ")), ["field-empty", "group-no-theme"]);
        assert_eq!(keys(&with("ab", "Internet")), ["relaying-too-short"]);
        assert_eq!(
            keys(&with(&"a".repeat(81), "a\nb\nc\nd\ne\nf\ng\nh\ni")),
            ["relaying-too-long", "group-themes-too-many"]
        );
        assert_eq!(keys(&with("abc", &"é".repeat(41))), ["relaying-too-long"]);
        assert_eq!(keys(&with("abc", "TV")), Vec::<String>::new());
        let twice = with("abc", "Internet\n internet \nTV").check(&candidates()).unwrap();
        assert_eq!(twice.themes, ["Internet", "TV"], "what is typed twice is one theme");
    }
}
