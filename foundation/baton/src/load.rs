//! How much one person is asked to take on (CSE-04). Whoever keeps as many promises as the organisation asks of one person
//! is asked by the machine for no more, as long as others have room: the ladder and the calls go round them. A colleague may
//! still ask them, and they may still take what they see. The counts stay in here: nobody reads another's.

use std::collections::HashMap;

use relais_directory::settings;
use relais_kernel::{Counted, PersonId, Setting};
use relais_store::{InOrg, Result, sql};
use sea_orm::FromQueryResult;

/// Promises that one person keeps at most, before they are asked for no more.
pub const MOST_HELD: Setting =
    Setting { code: "baton.most_held", default: 12, least: 3, most: 100, counted: Counted::Promises };

#[derive(FromQueryResult)]
struct Row {
    person_id: PersonId,
    n: i64,
}

async fn count(on: &impl InOrg, query: &'static str, people: &[PersonId]) -> Result<HashMap<PersonId, i64>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let query = sql(query).arg(on.org()).push(" and person_id in ").list(people.iter().copied());
    let rows: Vec<Row> = query.push(" group by person_id").all(on).await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row.n)).collect())
}

async fn held(on: &impl InOrg, people: &[PersonId]) -> Result<HashMap<PersonId, i64>> {
    let query = "select person_id, count(*) as n from (select org_id, holder_person_id as person_id from baton \
         where state = 'held') b where org_id = ";
    count(on, query, people).await
}

/// What the ladder asked of these people by name already, and is still open.
async fn asked(on: &impl InOrg, people: &[PersonId]) -> Result<HashMap<PersonId, i64>> {
    let query = "select person_id, count(*) as n from baton_offer where state = 'open' and by_person_id is null \
         and org_id = ";
    count(on, query, people).await
}

/// How many more the ladder may ask of each of these people by name.
pub(crate) async fn room_of(
    on: &impl InOrg,
    people: &[PersonId],
    most: i64,
) -> Result<HashMap<PersonId, i64>> {
    let (held, asked) = (held(on, people).await?, asked(on, people).await?);
    let of = |counts: &HashMap<PersonId, i64>, person| counts.get(person).copied().unwrap_or(0);
    Ok(people.iter().map(|person| (*person, most - of(&held, person) - of(&asked, person))).collect())
}

/// The organisation's number.
pub(crate) async fn most(on: &impl InOrg) -> Result<i64> {
    settings::value(on, &MOST_HELD).await
}

/// Of these people, those who keep fewer than are asked of one person, in their order.
pub async fn with_room(on: &impl InOrg, people: Vec<PersonId>) -> Result<Vec<PersonId>> {
    let (most, held) = (most(on).await?, held(on, &people).await?);
    Ok(people.into_iter().filter(|person| held.get(person).is_none_or(|held| *held < most)).collect())
}

/// For somebody themselves: how many promises are asked of one person, once they keep that many.
pub async fn full(on: &impl InOrg, person: PersonId) -> Result<Option<i64>> {
    let (most, held) = (most(on).await?, held(on, &[person]).await?);
    Ok(held.get(&person).is_some_and(|held| *held >= most).then_some(most))
}
