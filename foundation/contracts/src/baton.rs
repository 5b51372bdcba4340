//! What batons tell other rooms: whom they call, and that nobody need be called any more.

use relais_kernel::{BatonId, PersonId, TeamId, WaiterId};
use relais_store::outbox::Event;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Why a baton calls somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It was given to them: they hold it from now.
    Given,
    /// They hold it, and a share of its delay is gone.
    Reminded,
    /// It is held out to them.
    Offered,
    /// Somebody to whom they held it out does not take it.
    Refused,
    /// They wait, and there is news: somebody took it, or said how it goes.
    News,
    /// They hold it, and somebody added a word.
    Said,
    /// They waited, and were told in writing.
    Told,
}

/// Somebody, or the members of a team, whom a baton calls.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// The baton.
    pub baton: BatonId,
    /// The code of its kind.
    pub kind: String,
    /// What it is about.
    pub subject: Uuid,
    /// The place in its history of what calls: with it, a call happens once.
    pub seq: i64,
    /// Why.
    pub why: Why,
    /// Whom.
    pub person: Option<PersonId>,
    /// Or whose members.
    pub team: Option<TeamId>,
    /// Who of those who wait.
    pub waiter: Option<WaiterId>,
    /// Who did it: they know.
    pub by: Option<PersonId>,
    /// Whether nobody wider is left to ask.
    pub urgent: bool,
    /// Whether all of the team are called, also those who did not say that they are there.
    #[serde(default)]
    pub wide: bool,
}

/// Batons call people: many at once, as many as one transaction made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Called {
    /// Whom, and why.
    pub calls: Vec<Call>,
}

impl Event for Called {
    const NAME: &'static str = "baton.called";
    const VERSION: i64 = 1;
}

/// Batons found somebody, or ended: whoever was not called yet need not be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// Which.
    pub batons: Vec<BatonId>,
}

impl Event for Settled {
    const NAME: &'static str = "baton.settled";
    const VERSION: i64 = 1;
}
