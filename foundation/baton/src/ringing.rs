//! The doorbell of batons: whoever has one on their page looks again when something happened to it.

use relais_kernel::{PersonId, TeamId};
use relais_store::{OrgTx, Result, bell::ring};

use crate::{
    batons::{Baton, Holder},
    rules::Actor,
};

/// The kind of a team's topic: it tells that something changed for its members, and nothing else.
pub const TEAMS: &str = "team";

/// What somebody's page of batons listens to: themselves and their teams of the day.
pub fn topics(who: &Actor) -> Vec<String> {
    std::iter::once(person_topic(who.person)).chain(who.teams.iter().map(|team| team_topic(*team))).collect()
}

fn person_topic(person: PersonId) -> String {
    format!("person:{person}")
}

fn team_topic(team: TeamId) -> String {
    format!("{TEAMS}:{team}")
}

/// Rings for all who have it on their page as it stands: whoever holds it, to whom it is held out, who waits. It is
/// called before an act and after it, so that those hear it too from whose page it goes.
pub(crate) fn ring_for(tx: &OrgTx, baton: &Baton) -> Result<()> {
    for person in baton.waiters.iter().filter_map(|waiter| waiter.who.person) {
        ring(tx, person_topic(person))?;
    }
    ring_for_keepers(tx, baton)
}

/// Rings for whoever holds it, the team that it was given to, and to whom it is held out.
pub(crate) fn ring_for_keepers(tx: &OrgTx, baton: &Baton) -> Result<()> {
    let held_out = baton.offers.iter().map(|offer| offer.to);
    for holder in baton.holder.into_iter().chain(baton.team.map(Holder::Team)).chain(held_out) {
        let topic = match holder {
            Holder::Person(person) => person_topic(person),
            Holder::Team(team) => team_topic(team),
        };
        ring(tx, topic)?;
    }
    Ok(())
}
