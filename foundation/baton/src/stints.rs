//! Who of a team answers from when to when: what people said beforehand, for those who are about to ask. It is a plan and no
//! record: what is over leaves within a day, and nobody counts it (PRV-09).

use std::time::Duration;

use relais_directory::Ruled;
use relais_kernel::{Instant, PersonId, TeamId};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{lists::today, teams};

/// Nobody answers longer than that in one go.
const LONGEST: Duration = Duration::from_secs(12 * 3600);
/// Nor says so longer ahead.
const AHEAD: Duration = Duration::from_secs(31 * 86_400);

/// A stretch of time in which somebody answers for a team.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Stint {
    /// Its id.
    pub id: Uuid,
    /// Who.
    pub person_id: PersonId,
    /// Their given name.
    pub given_name: String,
    /// Their family name.
    pub family_name: String,
    /// From then.
    pub from_at: Instant,
    /// Until before then.
    pub to_at: Instant,
}

/// Whether a stretch may be said: in order, not over, not endless.
pub fn may_stand(from: Instant, to: Instant, now: Instant) -> Result<(), Fault> {
    if to <= from {
        return Err(Fault::on("to", "stint-ends-first"));
    }
    if to <= now {
        return Err(Fault::on("to", "stint-is-over"));
    }
    if to > from.plus(LONGEST) {
        return Err(Fault::on("to", "stint-too-long").with("hours", LONGEST.as_secs() / 3600));
    }
    if from > now.plus(AHEAD) {
        return Err(Fault::on("from", "stint-too-far").with("days", AHEAD.as_secs() / 86_400));
    }
    Ok(())
}

/// Somebody of a team says when they answer for it. What they said before, and touches it, becomes part of it.
pub async fn stand(tx: &OrgTx, team: TeamId, person: PersonId, (from, to): (Instant, Instant)) -> Ruled {
    let now = tx.clock().now();
    if let Err(fault) = may_stand(from, to, now) {
        return Ok(Err(fault));
    }
    if !teams::teams_of(tx, person, today(tx, now).await?).await?.contains(&team) {
        return Ok(Err(Fault::of_form("stint-of-another-team")));
    }
    let touching: Vec<Touching> = sql(
        "select id, from_at, to_at from baton_stint where org_id = $1 and team_id = $2 and person_id = $3 \
             and to_at >= $4 and from_at <= $5",
    )
    .bind(tx.org())
    .bind(team)
    .bind(person)
    .bind(from)
    .bind(to)
    .all(tx)
    .await?;
    let from = touching.iter().map(|one| one.from_at).fold(from, Instant::min);
    let to = touching.iter().map(|one| one.to_at).fold(to, Instant::max);
    for one in touching {
        leave(tx, person, one.id).await?;
    }
    insert("baton_stint", &["org_id", "id", "team_id", "person_id", "from_at", "to_at"])
        .row([
            tx.org().into(),
            tx.clock().id::<Uuid>().into(),
            team.into(),
            person.into(),
            from.into(),
            to.into(),
        ])
        .run(tx)
        .await?;
    Ok(Ok(()))
}

#[derive(FromQueryResult)]
struct Touching {
    id: Uuid,
    from_at: Instant,
    to_at: Instant,
}

/// Takes one's own stretch back; whether there was one.
pub async fn leave(tx: &OrgTx, person: PersonId, id: Uuid) -> Result<bool> {
    let gone = sql("delete from baton_stint where org_id = $1 and id = $2 and person_id = $3")
        .bind(tx.org())
        .bind(id)
        .bind(person)
        .run(tx)
        .await?;
    Ok(gone > 0)
}

/// Who answers for these teams between two moments, by beginning. Whoever is away or has left does not.
pub async fn stints(on: &impl InOrg, team: TeamId, (from, to): (Instant, Instant)) -> Result<Vec<Stint>> {
    let day = today(on, from).await?;
    sql("select s.id, s.person_id, p.given_name, p.family_name, s.from_at, s.to_at from baton_stint s \
         join person p on p.org_id = s.org_id and p.id = s.person_id \
         left join baton_presence h on h.org_id = s.org_id and h.person_id = s.person_id \
         where s.org_id = $1 and s.team_id = $2 and s.to_at > $3 and s.from_at < $4 \
         and coalesce(p.left_day, 99991231) >= $5 and coalesce(h.away_until, 0) < $5 order by s.from_at, s.id")
        .bind(on.org())
        .bind(team)
        .bind(from)
        .bind(to)
        .bind(day)
        .all(on)
        .await
}

/// Who of a team said that they answer at this moment.
pub async fn standing(on: &impl InOrg, team: TeamId, at: Instant) -> Result<Vec<PersonId>> {
    let now = stints(on, team, (at, Instant(at.0 + 1))).await?;
    Ok(now.into_iter().map(|stint| stint.person_id).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretch_is_in_order_not_over_and_not_endless() {
        let hour = |n: i64| Instant(n * 3_600_000_000);
        let keys =
            |from, to| may_stand(hour(from), hour(to), hour(100)).err().map(|fault| fault.key.to_string());
        assert_eq!(keys(100, 102), None);
        assert_eq!(keys(98, 101), None, "since two hours");
        assert_eq!(keys(102, 102).as_deref(), Some("stint-ends-first"));
        assert_eq!(keys(98, 100).as_deref(), Some("stint-is-over"));
        assert_eq!(keys(100, 112), None);
        assert_eq!(keys(100, 113).as_deref(), Some("stint-too-long"));
        assert_eq!(keys(100 + 31 * 24, 101 + 31 * 24), None);
        assert_eq!(keys(101 + 31 * 24, 102 + 31 * 24).as_deref(), Some("stint-too-far"));
    }
}
