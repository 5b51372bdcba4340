//! How those are called who hold a baton or are asked to.

use std::collections::HashMap;

use relais_kernel::{PersonId, TeamId};
use relais_store::{InOrg, Result, sql};
use relais_words::Words;
use sea_orm::FromQueryResult;

use crate::{
    batons::{Baton, Holder},
    history::without_salt,
    teams::TeamKind,
};

/// What a person or a team is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Called {
    /// A person's name.
    Person(String),
    /// A team: its kind, and the name of its unit, its region or its duty.
    Team(TeamKind, String),
}

impl Called {
    /// The name in words: « les responsables de Évry ».
    pub fn words(&self, w: &Words) -> String {
        match self {
            Self::Person(name) => name.clone(),
            Self::Team(TeamKind::Duty, name) => name.clone(),
            Self::Team(kind, name) => {
                w.t(&format!("baton-team-{kind}")).with("name", name.as_str()).to_string()
            }
        }
    }
}

#[derive(FromQueryResult)]
struct PersonRow {
    id: PersonId,
    given_name: String,
    family_name: String,
}

#[derive(FromQueryResult)]
struct TeamRow {
    id: TeamId,
    kind: TeamKind,
    name: String,
}

/// What these are called; nobody is missing who is of the organisation.
pub async fn called(on: &impl InOrg, holders: &[Holder]) -> Result<HashMap<Holder, Called>> {
    let persons = holders.iter().filter_map(|holder| match holder {
        Holder::Person(person) => Some(*person),
        Holder::Team(_) => None,
    });
    let teams: Vec<TeamId> = holders.iter().filter_map(|holder| holder.team()).collect();
    let mut names = HashMap::new();
    let persons: Vec<PersonId> = persons.collect();
    if !persons.is_empty() {
        let rows: Vec<PersonRow> = sql("select id, given_name, family_name from person where org_id = ")
            .arg(on.org())
            .push(" and id in ")
            .list(persons)
            .all(on)
            .await?;
        names.extend(rows.into_iter().map(|row| {
            let name = format!("{} {}", row.given_name, row.family_name);
            (Holder::Person(row.id), Called::Person(name))
        }));
    }
    if !teams.is_empty() {
        let rows: Vec<TeamRow> =
            sql("select t.id, t.kind, coalesce(u.name, r.name, t.name) as name from baton_team t \
             left join unit u on u.org_id = t.org_id and u.id = t.unit_id \
             left join region r on r.org_id = t.org_id and r.id = t.region_id where t.org_id = ")
            .arg(on.org())
            .push(" and t.id in ")
            .list(teams)
            .all(on)
            .await?;
        names.extend(rows.into_iter().map(|row| (Holder::Team(row.id), Called::Team(row.kind, row.name))));
    }
    Ok(names)
}

/// What a baton is about, in words; nothing once they were erased.
pub async fn title(on: &impl InOrg, baton: &Baton) -> Result<Option<String>> {
    let Some(id) = baton.title else { return Ok(None) };
    let text: Option<Option<String>> = sql("select text from baton_words where org_id = $1 and id = $2")
        .bind(on.org())
        .bind(id)
        .value(on)
        .await?;
    Ok(text.flatten().map(|text| without_salt(&text).to_owned()))
}
