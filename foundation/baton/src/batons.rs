//! A baton as it stands: who holds it, who waits, both times, and to whom it is held out.

use relais_kernel::{BatonId, Instant, OfferId, PersonId, Side, TeamId, UnitId, WaiterId, WordsId};
use uuid::Uuid;

use crate::clocks::Target;

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
    /// The team that it was given to, last by a person: whoever of it takes it, the others still help and are asked.
    pub team: Option<TeamId>,
    /// What completes its title.
    pub title: Option<WordsId>,
    /// Who holds it; nobody only once it ended and names were cut.
    pub holder: Option<Holder>,
    /// Its end.
    pub end: Option<End>,
    /// What was promised, on the wall. Nothing moves it.
    pub promised_at: Instant,
    /// When who waits hears next, if they were told when.
    pub hears_next_at: Option<Instant>,
    /// When they were to hear at first. Nothing moves it.
    pub hears_first_at: Option<Instant>,
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

    /// The person, where it is one.
    pub(crate) fn person(self) -> Option<PersonId> {
        match self {
            Self::Person(person) => Some(person),
            Self::Team(_) => None,
        }
    }

    /// The team, where it is one.
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

    /// Whether somebody who works here waits, or waited, for it.
    pub fn awaited_by(&self, person: PersonId) -> bool {
        self.waiters.iter().any(|waiter| waiter.who.person == Some(person))
    }

    /// One of those who wait.
    pub fn waiter(&self, id: WaiterId) -> Option<&Waiter> {
        self.waiters.iter().find(|waiter| waiter.id == id)
    }
}

impl Baton {
    /// Who waits hears next then. What was promised to be told is watched, as every promise is.
    pub(crate) fn hear_at(&mut self, next: Option<Instant>) {
        self.hears_next_at = next;
        self.step_at = self.step_at.map(|step| next.map_or(step, |next| next.min(step)));
    }

    /// One for examples of pages.
    pub fn sample(holder: Holder) -> Self {
        Self {
            id: BatonId(Uuid::nil()),
            kind: String::new(),
            subject: Uuid::nil(),
            parent: None,
            side: Side::Employee,
            unit: None,
            team: holder.team(),
            title: None,
            holder: Some(holder),
            end: None,
            promised_at: Instant(1_795_267_200_000_000),
            hears_next_at: None,
            hears_first_at: None,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_is_late_once_its_moment_is_over_and_it_is_still_held() {
        let baton = Baton::sample(Holder::Person(PersonId(Uuid::nil())));
        let at = baton.promised_at.0;
        assert!(!baton.is_late(Instant(at - 1)) && !baton.is_late(Instant(at)));
        assert!(baton.is_late(Instant(at + 1)));
        let end = Some(End { outcome: "done".into(), at: Instant(at + 9) });
        assert!(!Baton { end, ..baton }.is_late(Instant(at + 10)));
    }
}
