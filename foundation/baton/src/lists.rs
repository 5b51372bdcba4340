//! What waits for somebody's word, and what became of what they gave.

use relais_directory::organisations;
use relais_kernel::{BatonId, Day, Instant, OfferId, PersonId, Side, TeamId};
use relais_store::{InOrg, Result, Sql, sql};
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::{history::without_salt, rules::Actor};

relais_kernel::codes! {
    /// Why a baton is on somebody's page.
    pub enum Mine {
        /// They hold it.
        Held = "held",
        /// It is held out to them.
        Offered = "offered",
        /// Their team holds it.
        Team = "team",
        /// It is held out to their team.
        TeamOffered = "team_offered",
    }
}

/// A baton on somebody's page.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Card {
    /// Its id.
    pub id: BatonId,
    /// The code of its kind.
    pub kind: String,
    /// What it is about.
    pub subject_id: Uuid,
    /// Whose side who waits is on.
    pub side: Side,
    /// The unit.
    pub unit_name: Option<String>,
    /// What it is about, in words, unless they were erased.
    pub title: Option<String>,
    /// Why it is here.
    pub how: Mine,
    /// The offer to answer, when it is held out.
    pub offer_id: Option<OfferId>,
    /// What was promised.
    pub promised_at: Instant,
    /// When who waits hears next.
    pub hears_next_at: Option<Instant>,
    /// When the work is due.
    pub target_at: Option<Instant>,
    /// Since when.
    pub created_at: Instant,
    /// How many wait.
    pub waiting: i64,
}

/// The day it is where the organisation is.
pub(crate) async fn today(on: &impl InOrg, now: Instant) -> Result<Day> {
    let organisation = organisations::by_id(on, on.org()).await?;
    Ok(organisation.map_or_else(|| now.day(&jiff::tz::TimeZone::UTC), |o| o.today(now)))
}

/// Teams that one query looks at: databases take so many parts, and no more.
const AT_ONCE: usize = 50;

/// Nothing, of the type of an id.
const NO_OFFER: &str = "nullif(b.id, b.id)";

/// What waits for somebody's word: what they hold, what their teams hold, what is held out to either; what is due first
/// comes first. At most so many, and one more when others follow.
pub async fn mine(on: &impl InOrg, person: PersonId, teams: &[TeamId], size: i64) -> Result<Vec<Card>> {
    let one_more = size.saturating_add(1);
    let mut cards: Vec<Card> = cards(on, Some(person), &[], one_more).await?;
    for some in teams.chunks(AT_ONCE) {
        cards.extend(self::cards(on, None, some, one_more).await?);
    }
    // Held by oneself and held out to one's team: once, as what one can do most with.
    cards.sort_by_key(|card| (card.promised_at, card.id, card.how));
    cards.dedup_by_key(|card| card.id);
    cards.truncate(usize::try_from(one_more).unwrap_or(usize::MAX));
    for card in &mut cards {
        card.title = card.title.take().map(|title| without_salt(&title).to_owned());
    }
    Ok(cards)
}

/// What a person holds and is offered, and what these teams hold and are offered: the first of each.
async fn cards(on: &impl InOrg, person: Option<PersonId>, teams: &[TeamId], most: i64) -> Result<Vec<Card>> {
    let of = |how: Mine, offer: &str, from: &str| {
        format!(
            "select * from (select b.id, '{how}' as how, {offer} as offer_id, b.promised_at from {from} b.org_id = "
        )
    };
    let held = |how| of(how, NO_OFFER, "baton b where");
    let offered = |how| {
        let from = "baton_offer o join baton b on b.org_id = o.org_id and b.id = o.baton_id where o.state = 'open' and";
        of(how, "o.id", from)
    };
    // One after the other, so that of a team's thousands only the first are read, as they are due.
    let mut parts: Vec<(String, &str, Value)> = Vec::new();
    if let Some(person) = person {
        parts.push((held(Mine::Held), "b.holder_person_id", person.into()));
        parts.push((offered(Mine::Offered), "o.person_id", person.into()));
    }
    for team in teams {
        parts.push((held(Mine::Team), "b.holder_team_id", (*team).into()));
        parts.push((offered(Mine::TeamOffered), "o.team_id", (*team).into()));
    }
    let mut query = sql(
        "select b.id, b.kind, b.subject_id, b.side, u.name as unit_name, w.text as title, m.how, m.offer_id, \
         b.promised_at, b.hears_next_at, b.target_at, b.created_at, \
         (select count(*) from baton_waiter n where n.org_id = b.org_id and n.baton_id = b.id) as waiting from (",
    );
    for (place, (part, column, whose)) in parts.into_iter().enumerate() {
        let query_of = if place == 0 { query } else { query.push("union all ") };
        query = query_of
            .push(&part)
            .arg(on.org())
            .push(" and b.state = 'held' and ")
            .push(column)
            .push(" = ")
            .arg(whose)
            .push(" order by b.promised_at, b.id limit ")
            .arg(most)
            .push(") x ");
    }
    // A left join, though each row has its baton: so no planner reads all batons to find these few.
    query
        .push(") m left join baton b on b.org_id = ")
        .arg(on.org())
        .push(
            " and b.id = m.id left join unit u on u.org_id = b.org_id and u.id = b.unit_id \
             left join baton_words w on w.org_id = b.org_id and w.id = b.words_id",
        )
        .all(on)
        .await
}

/// Something that somebody waits for, or waited for.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Given {
    /// Its id.
    pub id: BatonId,
    /// The code of its kind.
    pub kind: String,
    /// What it is about.
    pub subject_id: Uuid,
    /// What it is about, in words, unless they were erased.
    pub title: Option<String>,
    /// What was promised.
    pub promised_at: Instant,
    /// How it ended.
    pub outcome: Option<String>,
    /// When.
    pub ended_at: Option<Instant>,
}

/// What somebody waits for, then what became of what they waited for: the newest first, as ids are made in time's order.
pub async fn given_by(on: &impl InOrg, person: PersonId, size: i64) -> Result<Vec<Given>> {
    let of = |query: Sql, told: &str| {
        query
            .push("select * from (select n.baton_id, n.told from baton_waiter n where n.org_id = ")
            .arg(on.org())
            .push(" and n.person_id = ")
            .arg(person)
            .push(&format!(" and n.told is {told} order by n.baton_id desc limit "))
            .arg(size)
            .push(") x ")
    };
    let query = sql(
        "select b.id, b.kind, b.subject_id, w.text as title, b.promised_at, b.outcome, b.ended_at from (",
    );
    let query = of(of(query, "null").push("union all "), "not null");
    let mut given: Vec<Given> = query
        .push(") n left join baton b on b.org_id = ")
        .arg(on.org())
        .push(
            " and b.id = n.baton_id left join baton_words w on w.org_id = b.org_id and w.id = b.words_id \
             order by case when n.told is null then 0 else 1 end, n.baton_id desc limit ",
        )
        .arg(size)
        .all(on)
        .await?;
    for given in &mut given {
        given.title = given.title.take().map(|title| without_salt(&title).to_owned());
    }
    Ok(given)
}

/// Whether a baton is or was somebody's to take: theirs, their team's, or held out to either. To all others it does not
/// exist.
pub async fn concerns(on: &impl InOrg, id: BatonId, who: &Actor) -> Result<bool> {
    let found: Option<i32> = sql("select 1 from baton b where b.org_id = ")
        .arg(on.org())
        .push(" and b.id = ")
        .arg(id)
        .push(" and (b.holder_person_id = ")
        .arg(who.person)
        .push(" or b.holder_team_id in ")
        .list(who.teams.iter().copied())
        .push(" or exists (select 1 from baton_offer o where o.org_id = b.org_id and o.baton_id = b.id and (o.person_id = ")
        .arg(who.person)
        .push(" or o.team_id in ")
        .list(who.teams.iter().copied())
        .push(")))")
        .value(on)
        .await?;
    Ok(found.is_some())
}

/// The open batons about something.
pub async fn open_of(on: &impl InOrg, subject: Uuid) -> Result<Vec<BatonId>> {
    sql("select id from baton where org_id = $1 and subject_id = $2 and state = 'held' order by id")
        .bind(on.org())
        .bind(subject)
        .values(on)
        .await
}
