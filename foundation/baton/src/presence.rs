//! « Je suis là aujourd'hui »: what somebody says of their own presence, for those who look for a pair of hands.
//!
//! It holds a day, never hours, and is overwritten: nobody can read from it when somebody came or went (PRV-09).

use relais_kernel::{Day, PersonId};
use relais_store::{InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;

/// What somebody last said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Presence {
    /// There on that day.
    pub here_day: Option<Day>,
    /// Away until that day, included.
    pub away_until: Option<Day>,
}

impl Presence {
    /// Whether they said that they are there.
    pub fn is_here(&self, day: Day) -> bool {
        self.here_day == Some(day)
    }

    /// Whether they said that they are away.
    pub fn is_away(&self, day: Day) -> bool {
        self.away_until.is_some_and(|until| until >= day)
    }
}

/// Somebody is there on a day.
pub async fn here(tx: &OrgTx, person: PersonId, day: Day) -> Result<()> {
    put(tx, person, Some(day), None).await
}

/// Somebody is away until a day, included.
pub async fn away(tx: &OrgTx, person: PersonId, until: Day) -> Result<()> {
    put(tx, person, None, Some(until)).await
}

async fn put(tx: &OrgTx, person: PersonId, here: Option<Day>, away: Option<Day>) -> Result<()> {
    // The day's first moment, so that the row tells no hour.
    let day = here.or(away).unwrap_or(tx.clock().now().day(&jiff::tz::TimeZone::UTC));
    let noted =
        day.date().to_zoned(jiff::tz::TimeZone::UTC).map_or(tx.clock().now(), |z| z.timestamp().into());
    sql("insert into baton_presence (org_id, person_id, here_day, away_until, noted_at) values ($1, $2, $3, $4, $5) \
         on conflict (org_id, person_id) do update set here_day = excluded.here_day, \
         away_until = excluded.away_until, noted_at = excluded.noted_at")
    .bind(tx.org())
    .bind(person)
    .bind(here)
    .bind(away)
    .bind(noted)
    .run_one("baton_presence", tx)
    .await
}

/// What somebody last said of their presence.
pub async fn of(on: &impl InOrg, person: PersonId) -> Result<Presence> {
    let row = sql("select here_day, away_until from baton_presence where org_id = $1 and person_id = $2")
        .bind(on.org())
        .bind(person)
        .one(on)
        .await?;
    Ok(row.unwrap_or_default())
}

/// Somebody of the same unit.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Colleague {
    /// Who.
    pub person_id: PersonId,
    /// Their given name.
    pub given_name: String,
    /// Their family name.
    pub family_name: String,
    /// Whether they said that they are there today.
    pub here: bool,
}

/// The colleagues of somebody's units on a day who did not say that they are away; those who said that they are there
/// come first.
pub async fn colleagues(on: &impl InOrg, person: PersonId, day: Day, size: i64) -> Result<Vec<Colleague>> {
    sql("select p.id as person_id, p.given_name, p.family_name, (coalesce(h.here_day, 0) = $3) as here \
         from person p left join baton_presence h on h.org_id = p.org_id and h.person_id = p.id \
         where p.org_id = $1 and p.id <> $2 and coalesce(p.left_day, 99991231) >= $3 \
         and coalesce(h.away_until, 0) < $3 \
         and exists (select 1 from assignment a join assignment b on b.org_id = a.org_id and b.unit_id = a.unit_id \
           where a.org_id = $1 and a.person_id = $2 and b.person_id = p.id \
           and a.from_day <= $3 and coalesce(a.to_day, 99991231) >= $3 \
           and b.from_day <= $3 and coalesce(b.to_day, 99991231) >= $3) \
         order by (coalesce(h.here_day, 0) = $3) desc, p.name_folded, p.id limit $4")
    .bind(on.org())
    .bind(person)
    .bind(day)
    .bind(size)
    .all(on)
    .await
}
