//! A baton as it stands: who holds it, who waits, both times, and to whom it is held out.

use relais_kernel::{BatonId, Instant, OfferId, PersonId, Side, TeamId, UnitId, WaiterId, WordsId};
use relais_store::{InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{clocks::Target, ringing::ring_for};

relais_kernel::codes! {
    /// Whether somebody still keeps it.
    pub enum State {
        /// Somebody holds it.
        Held = "held",
        /// It ended, and who waited was told.
        Ended = "ended",
    }
}

relais_kernel::codes! {
    /// Who waits.
    pub enum WaiterKind {
        /// Somebody who works here.
        Person = "person",
        /// A customer.
        Contact = "contact",
        /// All those of a unit.
        Unit = "unit",
        /// A team.
        Team = "team",
        /// Everybody: a page says it.
        Public = "public",
        /// Somebody who gave no name; the answer lies where their receipt finds it.
        Box = "box",
    }
}

relais_kernel::codes! {
    /// How somebody who waited was told.
    pub enum Told {
        /// By word of mouth or telephone, and they answered.
        Heard = "heard",
        /// In writing, delivered.
        Written = "written",
        /// They want no contact.
        Declined = "declined",
        /// Three attempts in different slots reached nobody.
        Unreachable = "unreachable",
    }
}

/// Who holds a baton: one person, or a team with people on duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Holder {
    /// A person, who accepted it.
    Person(PersonId),
    /// A team: any of its members may take it.
    Team(TeamId),
}

/// The end of a baton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// One of its kind's outcomes.
    pub outcome: String,
    /// When.
    pub at: Instant,
}

/// A baton held out to somebody who has not answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its id.
    pub id: OfferId,
    /// To whom.
    pub to: Holder,
    /// By whom; none when a step of the ladder offers.
    pub by: Option<PersonId>,
    /// Since when.
    pub at: Instant,
}

/// One of those who wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiter {
    /// Their id here.
    pub id: WaiterId,
    /// What they are.
    pub who: Waiting,
    /// In how many different slots they were sought.
    pub attempts: i64,
    /// How they were told, once they were.
    pub told: Option<Told>,
}

/// What somebody who waits is. Names go when the time of names is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Waiting {
    /// Person, contact, unit, team, public or box.
    pub kind: WaiterKind,
    /// The person.
    pub person: Option<PersonId>,
    /// What else it is: a contact, a unit, a box.
    pub id: Option<Uuid>,
}

/// A baton.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Baton {
    /// Its id.
    pub id: BatonId,
    /// The code of its kind.
    pub kind: String,
    /// What it is about, in its kind's room.
    pub subject: Uuid,
    /// The baton that it serves.
    pub parent: Option<BatonId>,
    /// Whose side who waits is on.
    pub side: Side,
    /// The unit that it is about, whose hours count.
    pub unit: Option<UnitId>,
    /// What completes its title.
    pub title: Option<WordsId>,
    /// Who holds it; nobody only once it ended and names were cut.
    pub holder: Option<Holder>,
    /// Its end.
    pub end: Option<End>,
    /// What was promised, on the wall. Nothing moves it.
    pub promised_at: Instant,
    /// When who waits hears next.
    pub hears_next_at: Option<Instant>,
    /// What work was aimed at, in opening hours.
    pub target: Option<Target>,
    /// The next step of its ladder, and when.
    pub step: usize,
    /// When that step is due.
    pub step_at: Option<Instant>,
    /// When it began.
    pub created_at: Instant,
    /// How many events its history has.
    pub seq: i64,
    /// The hash of the last of them.
    pub head: Vec<u8>,
    /// To whom it is held out.
    pub offers: Vec<Offer>,
    /// Who waits.
    pub waiters: Vec<Waiter>,
}

impl Holder {
    /// The two columns that hold it.
    pub(crate) fn columns(this: Option<Self>) -> (Option<PersonId>, Option<TeamId>) {
        match this {
            Some(Self::Person(person)) => (Some(person), None),
            Some(Self::Team(team)) => (None, Some(team)),
            None => (None, None),
        }
    }

    pub(crate) fn of_columns(person: Option<PersonId>, team: Option<TeamId>) -> Option<Self> {
        person.map(Self::Person).or(team.map(Self::Team))
    }

    /// Its code and id, as the history keeps them. Persons are kept as faces instead, whose names can go.
    pub(crate) fn team(self) -> Option<TeamId> {
        match self {
            Self::Person(_) => None,
            Self::Team(team) => Some(team),
        }
    }
}

impl Waiting {
    /// Somebody who works here.
    pub fn person(person: PersonId) -> Self {
        Self { kind: WaiterKind::Person, person: Some(person), id: None }
    }

    /// Something that waits and is no person with a name here.
    pub fn other(kind: WaiterKind, id: Option<Uuid>) -> Self {
        Self { kind, person: None, id }
    }
}

impl Baton {
    /// Whether somebody still keeps it.
    pub fn is_held(&self) -> bool {
        self.end.is_none()
    }

    /// Whether what was promised is over.
    pub fn is_late(&self, now: Instant) -> bool {
        self.is_held() && self.promised_at < now
    }

    /// An open offer.
    pub fn offer(&self, id: OfferId) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.id == id)
    }

    /// One of those who wait.
    pub fn waiter(&self, id: WaiterId) -> Option<&Waiter> {
        self.waiters.iter().find(|waiter| waiter.id == id)
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: BatonId,
    kind: String,
    subject_id: Uuid,
    parent_id: Option<BatonId>,
    side: Side,
    unit_id: Option<UnitId>,
    words_id: Option<WordsId>,
    holder_person_id: Option<PersonId>,
    holder_team_id: Option<TeamId>,
    promised_at: Instant,
    hears_next_at: Option<Instant>,
    target_seconds: Option<i64>,
    left_seconds: Option<i64>,
    running_since: Option<Instant>,
    target_at: Option<Instant>,
    step: i32,
    step_at: Option<Instant>,
    outcome: Option<String>,
    created_at: Instant,
    ended_at: Option<Instant>,
    seq: i64,
    head: Vec<u8>,
}

const COLUMNS: &str = "select b.id, b.kind, b.subject_id, b.parent_id, b.side, b.unit_id, b.words_id, b.holder_person_id, \
     b.holder_team_id, b.promised_at, b.hears_next_at, b.target_seconds, b.left_seconds, b.running_since, b.target_at, \
     b.step, b.step_at, b.outcome, b.created_at, b.ended_at, b.seq, b.head from baton b where b.org_id = ";

/// A baton with its offers and those who wait.
pub async fn baton(on: &impl InOrg, id: BatonId) -> Result<Option<Baton>> {
    let row = sql(COLUMNS).arg(on.org()).push(" and b.id = ").arg(id).one::<Row>(on).await?;
    match row {
        Some(row) => Ok(Some(complete(on, row).await?)),
        None => Ok(None),
    }
}

/// The same for whoever acts on it: from here to the end of the transaction nobody else does, so that two people who
/// act at once see each other's doing.
pub async fn lock(tx: &OrgTx, id: BatonId) -> Result<Option<Baton>> {
    sql("update baton set kind = kind where org_id = $1 and id = $2").bind(tx.org()).bind(id).run(tx).await?;
    let found = baton(tx, id).await?;
    if let Some(found) = &found {
        ring_for(tx, found)?;
    }
    Ok(found)
}

#[derive(FromQueryResult)]
struct OfferRow {
    id: OfferId,
    person_id: Option<PersonId>,
    team_id: Option<TeamId>,
    by_person_id: Option<PersonId>,
    at: Instant,
}

#[derive(FromQueryResult)]
struct WaiterRow {
    id: WaiterId,
    kind: WaiterKind,
    person_id: Option<PersonId>,
    ref_id: Option<Uuid>,
    attempts: i64,
    told: Option<Told>,
}

async fn complete(on: &impl InOrg, row: Row) -> Result<Baton> {
    let offers: Vec<OfferRow> = sql("select id, person_id, team_id, by_person_id, at from baton_offer \
         where org_id = $1 and baton_id = $2 and state = 'open' order by at, id")
    .bind(on.org())
    .bind(row.id)
    .all(on)
    .await?;
    let waiters: Vec<WaiterRow> = sql("select w.id, w.kind, w.person_id, w.ref_id, w.told, \
         (select count(*) from baton_attempt a where a.org_id = w.org_id and a.waiter_id = w.id) as attempts \
         from baton_waiter w where w.org_id = $1 and w.baton_id = $2 order by w.id")
    .bind(on.org())
    .bind(row.id)
    .all(on)
    .await?;
    let offers = offers.into_iter().filter_map(|offer| {
        let to = Holder::of_columns(offer.person_id, offer.team_id)?;
        Some(Offer { id: offer.id, to, by: offer.by_person_id, at: offer.at })
    });
    let waiters = waiters.into_iter().map(|w| Waiter {
        id: w.id,
        who: Waiting { kind: w.kind, person: w.person_id, id: w.ref_id },
        attempts: w.attempts,
        told: w.told,
    });
    let target = row.target_seconds.zip(row.left_seconds).map(|(seconds, left)| Target {
        seconds,
        left,
        running_since: row.running_since,
        due_at: row.target_at,
    });
    Ok(Baton {
        id: row.id,
        kind: row.kind,
        subject: row.subject_id,
        parent: row.parent_id,
        side: row.side,
        unit: row.unit_id,
        title: row.words_id,
        holder: Holder::of_columns(row.holder_person_id, row.holder_team_id),
        end: row.outcome.zip(row.ended_at).map(|(outcome, at)| End { outcome, at }),
        promised_at: row.promised_at,
        hears_next_at: row.hears_next_at,
        target,
        step: usize::try_from(row.step).unwrap_or(0),
        step_at: row.step_at,
        created_at: row.created_at,
        seq: row.seq,
        head: row.head,
        offers: offers.collect(),
        waiters: waiters.collect(),
    })
}

impl Baton {
    /// One for examples of pages.
    pub fn sample(holder: Holder) -> Self {
        Self {
            id: BatonId(Uuid::nil()),
            kind: String::new(),
            subject: Uuid::nil(),
            parent: None,
            side: Side::Employee,
            unit: None,
            title: None,
            holder: Some(holder),
            end: None,
            promised_at: Instant(1_795_267_200_000_000),
            hears_next_at: None,
            target: None,
            step: 0,
            step_at: None,
            created_at: Instant(1_794_267_200_000_000),
            seq: 1,
            head: Vec::new(),
            offers: Vec::new(),
            waiters: Vec::new(),
        }
    }
}
