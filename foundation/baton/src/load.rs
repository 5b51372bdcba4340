//! How much one person is asked to take on (CSE-04). Whoever keeps as many promises as the organisation asks of one person
//! is asked by the machine for no more: the ladder and the calls go round them. A colleague may still ask them, and they may
//! still take what they see. The counts stay in here: nobody reads another's.

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

/// How many more each of these people can be asked for. What they hold counts, and what is held out to them by name.
pub(crate) async fn room_of(on: &impl InOrg, people: &[PersonId]) -> Result<HashMap<PersonId, i64>> {
    if people.is_empty() {
        return Ok(HashMap::new());
    }
    let most = settings::value(on, &MOST_HELD).await?;
    let rows: Vec<Row> =
        sql("select x.person_id, count(*) as n from (select b.holder_person_id as person_id from baton b \
         where b.org_id = ")
        .arg(on.org())
        .push(" and b.state = 'held' and b.holder_person_id in ")
        .list(people.iter().copied())
        .push(" union all select o.person_id from baton_offer o where o.org_id = ")
        .arg(on.org())
        .push(" and o.state = 'open' and o.person_id in ")
        .list(people.iter().copied())
        .push(") x group by x.person_id")
        .all(on)
        .await?;
    let kept: HashMap<PersonId, i64> = rows.into_iter().map(|row| (row.person_id, row.n)).collect();
    Ok(people.iter().map(|person| (*person, most - kept.get(person).copied().unwrap_or(0))).collect())
}

/// Of these people, those who can be asked for one more, in their order.
pub async fn with_room(on: &impl InOrg, people: Vec<PersonId>) -> Result<Vec<PersonId>> {
    let room = room_of(on, &people).await?;
    Ok(people.into_iter().filter(|person| room.get(person).is_some_and(|room| *room > 0)).collect())
}

/// For somebody themselves: how many promises they are asked to keep at most, once they keep that many.
pub async fn full(on: &impl InOrg, person: PersonId) -> Result<Option<i64>> {
    let room = room_of(on, &[person]).await?;
    if room.get(&person).is_some_and(|room| *room > 0) {
        return Ok(None);
    }
    Ok(Some(settings::value(on, &MOST_HELD).await?))
}
