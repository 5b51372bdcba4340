//! Every query about obstacles. They are a unit's own: whoever reads one works there or was asked to take it.

use relais_baton::{self as baton, Actor, Baton, Holder, hours_of};
use relais_directory::Ruled;
use relais_kernel::{Day, Instant, PersonId, RegionId, UnitId};
use relais_store::{Cut, InOrg, Key, OrgTx, Result, Slice, Sql, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::checks::{Answered, ObstacleState, open_days};
use crate::{
    kinds::OBSTACLE,
    places::{self, Place},
    promises,
};

/// An obstacle.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Obstacle {
    pub(crate) id: Uuid,
    pub(crate) unit_id: UnitId,
    pub(crate) unit_name: String,
    pub(crate) text: String,
    pub(crate) author: Option<String>,
    pub(crate) voices: i64,
    pub(crate) state: ObstacleState,
    pub(crate) answer: String,
    pub(crate) due_at: Instant,
    pub(crate) said_day: Day,
    pub(crate) ended_day: Option<Day>,
}

const COLUMNS: &str = "select o.id, o.unit_id, u.name as unit_name, o.text, \
     a.given_name || ' ' || a.family_name as author, o.voices, o.state, o.answer, o.due_at, o.said_day, o.ended_day \
     from obstacle o join unit u on u.org_id = o.org_id and u.id = o.unit_id \
     left join person a on a.org_id = o.org_id and a.id = o.author_id where o.org_id = ";

/// An obstacle, for those of its unit and for whoever holds it, held it or was asked to: to all others it does not exist.
pub(crate) async fn read(
    on: &impl InOrg,
    id: Uuid,
    me: &Actor,
    own: Option<UnitId>,
) -> Result<Option<Obstacle>> {
    let found: Option<Obstacle> = sql(COLUMNS).arg(on.org()).push(" and o.id = ").arg(id).one(on).await?;
    let Some(found) = found else { return Ok(None) };
    if own == Some(found.unit_id) {
        return Ok(Some(found));
    }
    let batons: Vec<relais_kernel::BatonId> =
        sql("select id from baton where org_id = $1 and subject_id = $2")
            .bind(on.org())
            .bind(id)
            .values(on)
            .await?;
    for asked in batons {
        if baton::concerns(on, asked, me).await? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

const NEWEST: &[Key<'_>] = &[Key { column: "o.newest", of_row: "select k.newest from obstacle k" }];

/// A page of a unit's obstacles, the newest first.
pub(crate) async fn list(
    on: &impl InOrg,
    unit: UnitId,
    ended: bool,
    cut: Cut,
    size: usize,
) -> Result<Slice<Obstacle>> {
    let query: Sql = sql(COLUMNS).arg(on.org()).push(" and o.unit_id = ").arg(unit).push(match ended {
        true => " and o.state <> 'open'",
        false => " and o.state = 'open'",
    });
    let query = cut.apply(query, NEWEST, "o.id", on.org(), size);
    Ok(cut.slice(query.all(on).await?, size))
}

/// What a unit's board counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Counts {
    pub(crate) open: i64,
    pub(crate) removed: i64,
    pub(crate) worked_around: i64,
    pub(crate) refused: i64,
}

impl Counts {
    pub(crate) fn ended(self) -> i64 {
        self.removed + self.worked_around + self.refused
    }
}

/// The counts of a unit: of obstacles, never of people.
pub(crate) async fn counts(on: &impl InOrg, unit: UnitId) -> Result<Counts> {
    let found = sql("select coalesce(sum(case when state = 'open' then 1 else 0 end), 0) as open, \
         coalesce(sum(case when state = 'removed' then 1 else 0 end), 0) as removed, \
         coalesce(sum(case when state = 'worked_around' then 1 else 0 end), 0) as worked_around, \
         coalesce(sum(case when state = 'refused' then 1 else 0 end), 0) as refused \
         from obstacle where org_id = $1 and unit_id = $2")
    .bind(on.org())
    .bind(unit)
    .one(on)
    .await?;
    Ok(found.unwrap_or_default())
}

/// How many open days each removed obstacle of a unit took, over the last year.
pub(crate) async fn delays(on: &impl InOrg, unit: UnitId, today: Day) -> Result<Vec<i64>> {
    let days: Vec<i32> = sql("select took_days from obstacle where org_id = $1 and unit_id = $2 \
         and state in ('removed', 'worked_around') and ended_day >= $3")
    .bind(on.org())
    .bind(unit)
    .bind(today.plus(-365))
    .values(on)
    .await?;
    Ok(days.into_iter().map(i64::from).collect())
}

/// Writes an obstacle: those who answer for the unit hold it from its first moment.
pub(crate) async fn say(
    tx: &OrgTx,
    (text, signed): (&str, bool),
    author: PersonId,
    (unit, today): (UnitId, Day),
) -> Result<Uuid> {
    let (id, now) = (tx.clock().id::<Uuid>(), tx.clock().now());
    let hours = hours_of(tx, Some(unit), today).await?;
    let columns = [
        "org_id",
        "id",
        "unit_id",
        "text",
        "author_id",
        "voices",
        "state",
        "answer",
        "due_at",
        "said_at",
        "said_day",
        "newest",
    ];
    insert("obstacle", &columns)
        .row([
            tx.org().into(),
            id.into(),
            unit.into(),
            text.into(),
            signed.then_some(author).into(),
            1_i64.into(),
            ObstacleState::Open.into(),
            "".into(),
            promises::due(tx, &hours).await?.into(),
            now.into(),
            today.into(),
            (-now.0).into(),
        ])
        .run(tx)
        .await?;
    let holder = Holder::Team(places::leads(tx, Place::Unit(unit)).await?);
    let asked =
        promises::Asked { kind: &OBSTACLE, subject: id, unit: Some(unit), words: text, holder, author };
    promises::give(tx, asked, &hours).await?;
    Ok(id)
}

/// It is in somebody else's way too; tells whether their voice is new.
pub(crate) async fn join(tx: &OrgTx, id: Uuid, person: PersonId) -> Ruled<bool> {
    let joined = promises::join(tx, id, person).await?;
    if joined == Ok(true) {
        sql("update obstacle set voices = voices + 1 where org_id = $1 and id = $2")
            .bind(tx.org())
            .bind(id)
            .run_one("obstacle", tx)
            .await?;
    }
    Ok(joined)
}

/// Answers it: the team is told, and the board counts the days that it took.
pub(crate) async fn answer(
    tx: &OrgTx,
    by: &Actor,
    obstacle: &Obstacle,
    answered: &Answered,
    today: Day,
) -> Ruled {
    let told = (answered.state.code(), answered.words.as_str());
    if let Err(fault) = promises::keep(tx, by, &OBSTACLE, obstacle.id, told).await? {
        return Ok(Err(fault));
    }
    let hours = hours_of(tx, Some(obstacle.unit_id), today).await?;
    sql("update obstacle set state = $1, answer = $2, ended_day = $3, took_days = $4 where org_id = $5 and id = $6")
        .bind(answered.state)
        .bind(answered.words.clone())
        .bind(today)
        .bind(open_days(obstacle.said_day, today, &hours))
        .bind(tx.org())
        .bind(obstacle.id)
        .run_one("obstacle", tx)
        .await?;
    Ok(Ok(()))
}

/// Those further up: who lead the unit's region, or the network where it is in none.
async fn above(tx: &OrgTx, unit: UnitId, today: Day) -> Result<Holder> {
    let region: Option<RegionId> = sql("select p.region_id from unit_place p \
         join hierarchy h on h.org_id = p.org_id and h.id = p.hierarchy_id and h.main \
         where p.org_id = $1 and p.unit_id = $2 and p.from_day <= $3 and coalesce(p.to_day, 99991231) >= $3")
    .bind(tx.org())
    .bind(unit)
    .bind(today)
    .value(tx)
    .await?;
    Ok(Holder::Team(places::leads(tx, region.map_or(Place::Network, Place::Region)).await?))
}

/// Holds it out to those further up. Whoever holds it keeps it until they accept.
pub(crate) async fn pass(
    tx: &OrgTx,
    by: &Actor,
    obstacle: &Obstacle,
    words: &str,
    today: Day,
) -> Ruled<Baton> {
    let Some(open) = promises::open(tx, obstacle.id).await? else {
        return Ok(Err(baton::Refusal::Ended.fault()));
    };
    let to = above(tx, obstacle.unit_id, today).await?;
    baton::offer(tx, by, open.id, to, words).await
}

/// Accepts it when it is held out to whoever acts, or to their team.
pub(crate) async fn accept(tx: &OrgTx, by: &Actor, id: Uuid) -> Ruled<Baton> {
    let Some(open) = promises::open(tx, id).await? else {
        return Ok(Err(baton::Refusal::Ended.fault()));
    };
    match offered(&open, by) {
        Some(offer) => baton::accept(tx, by, open.id, offer).await,
        None => Ok(Err(baton::Refusal::NotOffered.fault())),
    }
}

/// The offer that somebody may accept.
pub(crate) fn offered(open: &Baton, who: &Actor) -> Option<relais_kernel::OfferId> {
    let theirs = |to: Holder| match to {
        Holder::Person(person) => person == who.person,
        Holder::Team(team) => who.teams.contains(&team),
    };
    open.offers.iter().find(|offer| theirs(offer.to)).map(|offer| offer.id)
}
