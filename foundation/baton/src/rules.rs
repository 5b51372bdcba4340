//! What may be done with a baton, and why not: pure decisions on what stands in it. The database refuses the same.

use relais_kernel::{BatonKind, OfferId, PersonId, TeamId};
use relais_words::Fault;

use crate::batons::{Baton, Holder, Offer, Told, Waiter};

/// How often somebody is sought, in different slots, before they count as unreachable.
pub const ATTEMPTS: i64 = 3;

/// Somebody who acts, with the teams they are in today.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// Their teams of the day.
    pub teams: Vec<TeamId>,
}

/// Why something may not be done with a baton. Nothing was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has ended in the meantime.
    Ended,
    /// Whoever acts does not hold it.
    NotHolder,
    /// What was held out is not held out to them, or no longer.
    NotOffered,
    /// It is held out to whoever holds it.
    AlreadyTheirs,
    /// It is held out to them already.
    AlreadyOffered,
    /// They have left the organisation.
    Gone,
    /// A refusal says why.
    NoReason,
    /// Who waited was not told.
    NotTold,
    /// They were not sought often enough to be called unreachable.
    SoughtTooLittle,
    /// They were told already.
    AlreadyTold,
    /// Its kind does not end so.
    NoSuchOutcome,
    /// No work target runs.
    NothingRuns,
    /// The work target runs already.
    RunsAlready,
    /// They do not wait for it.
    NotWaiting,
}

impl Refusal {
    /// The sentence.
    pub fn fault(self) -> Fault {
        match self {
            Self::Ended => Fault::of_form("baton-ended"),
            Self::NotHolder => Fault::of_form("baton-not-holder"),
            Self::NotOffered => Fault::of_form("baton-not-offered"),
            Self::AlreadyTheirs => Fault::on("to", "baton-already-theirs"),
            Self::AlreadyOffered => Fault::on("to", "baton-already-offered"),
            Self::Gone => Fault::on("to", "baton-to-somebody-gone"),
            Self::NoReason => Fault::on("reason", "baton-no-reason"),
            Self::NotTold => Fault::of_form("baton-not-told"),
            Self::SoughtTooLittle => Fault::on("told", "baton-sought-too-little").with("n", ATTEMPTS),
            Self::AlreadyTold => Fault::of_form("baton-already-told"),
            Self::NoSuchOutcome => Fault::on("outcome", "baton-no-such-outcome"),
            Self::NothingRuns => Fault::of_form("baton-nothing-runs"),
            Self::RunsAlready => Fault::of_form("baton-runs-already"),
            Self::NotWaiting => Fault::of_form("baton-not-waiting"),
        }
    }
}

impl Actor {
    /// Whether they hold it: themselves, or in the team that does.
    pub fn holds(&self, baton: &Baton) -> bool {
        baton.holder.is_some_and(|holder| self.is(holder))
    }

    pub(crate) fn is(&self, holder: Holder) -> bool {
        match holder {
            Holder::Person(person) => person == self.person,
            Holder::Team(team) => self.teams.contains(&team),
        }
    }
}

fn held(baton: &Baton) -> Result<(), Refusal> {
    if baton.is_held() { Ok(()) } else { Err(Refusal::Ended) }
}

fn held_by(baton: &Baton, by: &Actor) -> Result<(), Refusal> {
    held(baton)?;
    if by.holds(baton) { Ok(()) } else { Err(Refusal::NotHolder) }
}

/// Holding it out to somebody. The giver stays the holder until they accept. `by` is none for a step of the ladder.
pub fn may_offer(baton: &Baton, by: Option<&Actor>, to: Holder) -> Result<(), Refusal> {
    held(baton)?;
    if let Some(by) = by {
        held_by(baton, by)?;
    }
    if baton.holder == Some(to) {
        return Err(Refusal::AlreadyTheirs);
    }
    if baton.offers.iter().any(|offer| offer.to == to) {
        return Err(Refusal::AlreadyOffered);
    }
    Ok(())
}

/// Taking what is held out to oneself or to one's team.
pub fn may_accept<'a>(baton: &'a Baton, by: &Actor, offer: OfferId) -> Result<&'a Offer, Refusal> {
    held(baton)?;
    baton.offer(offer).filter(|offer| by.is(offer.to)).ok_or(Refusal::NotOffered)
}

/// Taking what one's team holds.
pub fn may_take(baton: &Baton, by: &Actor) -> Result<TeamId, Refusal> {
    held(baton)?;
    match baton.holder {
        Some(Holder::Team(team)) if by.teams.contains(&team) => Ok(team),
        Some(Holder::Person(person)) if person == by.person => Err(Refusal::AlreadyTheirs),
        _ => Err(Refusal::NotOffered),
    }
}

/// Not taking what is held out to oneself, with a reason. What is held out to a team stays so for the others.
pub fn may_refuse<'a>(
    baton: &'a Baton,
    by: &Actor,
    offer: OfferId,
    reason: &str,
) -> Result<&'a Offer, Refusal> {
    let offer = may_accept(baton, by, offer)?;
    if reason.trim().is_empty() { Err(Refusal::NoReason) } else { Ok(offer) }
}

/// No longer holding it out: the holder, or whoever held it out.
pub fn may_withdraw<'a>(baton: &'a Baton, by: &Actor, offer: OfferId) -> Result<&'a Offer, Refusal> {
    held(baton)?;
    let offer = baton.offer(offer).ok_or(Refusal::NotOffered)?;
    if by.holds(baton) || offer.by == Some(by.person) { Ok(offer) } else { Err(Refusal::NotHolder) }
}

/// Saying something on it, which anybody may who can read it. Speaking moves nothing.
pub fn may_note(baton: &Baton) -> Result<(), Refusal> {
    held(baton)
}

/// Giving news to those who wait.
pub fn may_give_news(baton: &Baton, by: &Actor) -> Result<(), Refusal> {
    held_by(baton, by)
}

/// Stopping the work target while an answer is awaited. What was promised goes on.
pub fn may_pause(baton: &Baton, by: &Actor) -> Result<(), Refusal> {
    held_by(baton, by)?;
    match baton.target {
        Some(target) if target.running_since.is_some() => Ok(()),
        _ => Err(Refusal::NothingRuns),
    }
}

/// Letting it run again.
pub fn may_resume(baton: &Baton, by: &Actor) -> Result<(), Refusal> {
    held_by(baton, by)?;
    match baton.target {
        Some(target) if target.running_since.is_none() => Ok(()),
        Some(_) => Err(Refusal::RunsAlready),
        None => Err(Refusal::NothingRuns),
    }
}

/// Answering what was asked of those who wait: one of them does.
pub fn may_reply(baton: &Baton, by: &Actor) -> Result<(), Refusal> {
    held(baton)?;
    if baton.awaited_by(by.person) { Ok(()) } else { Err(Refusal::NotWaiting) }
}

/// Seeking somebody who waits.
pub fn may_attempt(baton: &Baton, by: &Actor, waiter: &Waiter) -> Result<(), Refusal> {
    held_by(baton, by)?;
    if waiter.told.is_some() { Err(Refusal::AlreadyTold) } else { Ok(()) }
}

/// Noting that somebody who waited was told.
pub fn may_tell(baton: &Baton, by: &Actor, waiter: &Waiter, told: Told) -> Result<(), Refusal> {
    may_attempt(baton, by, waiter)?;
    if told == Told::Unreachable && waiter.attempts < ATTEMPTS {
        return Err(Refusal::SoughtTooLittle);
    }
    Ok(())
}

/// Needing it no more: whoever waits says so themselves, once.
pub fn may_forgo<'a>(
    baton: &'a Baton,
    kind: &BatonKind,
    by: &Actor,
    outcome: &str,
) -> Result<&'a Waiter, Refusal> {
    held(baton)?;
    if !kind.outcomes.contains(&outcome) {
        return Err(Refusal::NoSuchOutcome);
    }
    let mine = |waiter: &&Waiter| waiter.who.person == Some(by.person);
    match baton.waiters.iter().find(mine) {
        None => Err(Refusal::NotWaiting),
        Some(waiter) if waiter.told.is_some() => Err(Refusal::AlreadyTold),
        Some(waiter) => Ok(waiter),
    }
}

/// Ending it: with an outcome of its kind, when all who waited were told.
pub fn may_end(baton: &Baton, kind: &BatonKind, by: &Actor, outcome: &str) -> Result<(), Refusal> {
    held_by(baton, by)?;
    if !kind.outcomes.contains(&outcome) {
        return Err(Refusal::NoSuchOutcome);
    }
    let told = !baton.waiters.is_empty() && baton.waiters.iter().all(|waiter| waiter.told.is_some());
    if told { Ok(()) } else { Err(Refusal::NotTold) }
}

#[cfg(test)]
mod tests {
    use relais_kernel::{Audience, BatonId, Instant, Side, Step, WaiterId};
    use uuid::Uuid;

    use super::*;
    use crate::{
        batons::{End, Waiting},
        clocks::Target,
    };

    const KIND: BatonKind = BatonKind {
        code: "test.stone",
        side: Side::Employee,
        path: "/stones/{id}",
        outcomes: &["done", "refused"],
        ladder: &[Step { at_percent: 100, audience: Audience::SomebodyThere }],
    };

    fn id<T: From<Uuid>>(n: u128) -> T {
        Uuid::from_u128(n).into()
    }

    fn actor(n: u128) -> Actor {
        Actor { person: id(n), teams: vec![id(100)] }
    }

    fn held_by_person(n: u128) -> Baton {
        Baton {
            id: BatonId(Uuid::nil()),
            kind: KIND.code.into(),
            subject: Uuid::nil(),
            parent: None,
            side: Side::Employee,
            unit: None,
            team: None,
            title: None,
            holder: Some(Holder::Person(id(n))),
            end: None,
            promised_at: Instant(1000),
            hears_next_at: None,
            hears_first_at: None,
            target: None,
            step: 0,
            step_at: None,
            created_at: Instant(0),
            seq: 1,
            head: Vec::new(),
            offers: Vec::new(),
            waiters: vec![waiter(None, 0)],
        }
    }

    fn waiter(told: Option<Told>, attempts: i64) -> Waiter {
        Waiter { id: WaiterId(Uuid::nil()), who: Waiting::person(id(9)), attempts, told }
    }

    fn offered(to: Holder, by: Option<u128>) -> Baton {
        let offer = Offer { id: id(50), to, by: by.map(id), at: Instant(1) };
        Baton { offers: vec![offer], ..held_by_person(1) }
    }

    fn ended() -> Baton {
        let end = Some(End { outcome: "done".into(), at: Instant(5) });
        Baton { end, waiters: vec![waiter(Some(Told::Heard), 0)], ..held_by_person(1) }
    }

    #[test]
    fn only_whoever_holds_it_holds_it_out() {
        let to = Holder::Person(id(2));
        assert_eq!(may_offer(&held_by_person(1), Some(&actor(1)), to), Ok(()));
        assert_eq!(may_offer(&held_by_person(1), Some(&actor(2)), to), Err(Refusal::NotHolder));
        assert_eq!(may_offer(&held_by_person(1), None, to), Ok(()), "a step of the ladder");
        let team = Baton { holder: Some(Holder::Team(id(100))), ..held_by_person(1) };
        assert_eq!(may_offer(&team, Some(&actor(3)), to), Ok(()), "a member of the team that holds it");
    }

    #[test]
    fn it_is_not_held_out_twice_nor_to_its_holder() {
        let baton = offered(Holder::Person(id(2)), Some(1));
        let by = actor(1);
        assert_eq!(may_offer(&baton, Some(&by), Holder::Person(id(2))), Err(Refusal::AlreadyOffered));
        assert_eq!(may_offer(&baton, Some(&by), Holder::Person(id(1))), Err(Refusal::AlreadyTheirs));
    }

    #[test]
    fn only_whom_it_is_held_out_to_accepts() {
        let baton = offered(Holder::Person(id(2)), Some(1));
        assert!(may_accept(&baton, &actor(2), id(50)).is_ok());
        assert_eq!(may_accept(&baton, &actor(3), id(50)), Err(Refusal::NotOffered));
        assert_eq!(may_accept(&baton, &actor(2), id(51)), Err(Refusal::NotOffered), "another offer");
        let team = offered(Holder::Team(id(100)), None);
        assert!(may_accept(&team, &actor(3), id(50)).is_ok(), "a member of the team");
        let stranger = Actor { person: id(4), teams: vec![] };
        assert_eq!(may_accept(&team, &stranger, id(50)), Err(Refusal::NotOffered));
    }

    #[test]
    fn a_member_takes_what_the_team_holds() {
        let team = Baton { holder: Some(Holder::Team(id(100))), ..held_by_person(1) };
        assert_eq!(may_take(&team, &actor(3)), Ok(id(100)));
        let stranger = Actor { person: id(4), teams: vec![] };
        assert_eq!(may_take(&team, &stranger), Err(Refusal::NotOffered));
        assert_eq!(may_take(&held_by_person(1), &actor(1)), Err(Refusal::AlreadyTheirs));
        assert_eq!(may_take(&held_by_person(1), &actor(2)), Err(Refusal::NotOffered));
    }

    #[test]
    fn a_refusal_bears_a_reason() {
        let baton = offered(Holder::Person(id(2)), Some(1));
        assert!(may_refuse(&baton, &actor(2), id(50), "en congé demain").is_ok());
        assert_eq!(may_refuse(&baton, &actor(2), id(50), "  "), Err(Refusal::NoReason));
        assert_eq!(may_refuse(&baton, &actor(3), id(50), "non"), Err(Refusal::NotOffered));
    }

    #[test]
    fn an_offer_is_withdrawn_by_its_giver_or_the_holder() {
        let baton = offered(Holder::Person(id(2)), Some(7));
        assert!(may_withdraw(&baton, &actor(1), id(50)).is_ok(), "the holder");
        assert!(may_withdraw(&baton, &actor(7), id(50)).is_ok(), "who held it out");
        assert_eq!(may_withdraw(&baton, &actor(2), id(50)), Err(Refusal::NotHolder));
        assert_eq!(may_withdraw(&baton, &actor(1), id(51)), Err(Refusal::NotOffered));
    }

    #[test]
    fn it_ends_only_when_all_who_waited_were_told() {
        let by = actor(1);
        let with = |waiters| Baton { waiters, ..held_by_person(1) };
        let told = || waiter(Some(Told::Written), 0);
        assert_eq!(may_end(&with(vec![told()]), &KIND, &by, "done"), Ok(()));
        assert_eq!(may_end(&with(vec![told(), waiter(None, 3)]), &KIND, &by, "done"), Err(Refusal::NotTold));
        assert_eq!(may_end(&with(vec![]), &KIND, &by, "done"), Err(Refusal::NotTold), "nobody was told");
        assert_eq!(may_end(&with(vec![told()]), &KIND, &by, "nothing_possible"), Err(Refusal::NoSuchOutcome));
        assert_eq!(may_end(&with(vec![told()]), &KIND, &actor(2), "done"), Err(Refusal::NotHolder));
    }

    #[test]
    fn unreachable_is_said_after_three_attempts() {
        let (baton, by) = (held_by_person(1), actor(1));
        let sought = |attempts| may_tell(&baton, &by, &waiter(None, attempts), Told::Unreachable);
        assert_eq!(sought(2), Err(Refusal::SoughtTooLittle));
        assert_eq!(sought(3), Ok(()));
        assert_eq!(may_tell(&baton, &by, &waiter(None, 0), Told::Heard), Ok(()));
        let told = waiter(Some(Told::Heard), 0);
        assert_eq!(may_tell(&baton, &by, &told, Told::Heard), Err(Refusal::AlreadyTold));
        assert_eq!(may_attempt(&baton, &by, &told), Err(Refusal::AlreadyTold));
        assert_eq!(may_attempt(&baton, &actor(2), &waiter(None, 0)), Err(Refusal::NotHolder));
    }

    #[test]
    fn a_target_that_runs_can_pause_and_one_that_stands_can_go_on() {
        let by = actor(1);
        let with = |running_since| Baton {
            target: Some(Target { seconds: 1800, left: 900, running_since, due_at: None }),
            ..held_by_person(1)
        };
        let (runs, stands) = (with(Some(Instant(1))), with(None));
        assert_eq!((may_pause(&runs, &by), may_resume(&runs, &by)), (Ok(()), Err(Refusal::RunsAlready)));
        assert_eq!((may_pause(&stands, &by), may_resume(&stands, &by)), (Err(Refusal::NothingRuns), Ok(())));
        let bare = held_by_person(1);
        assert_eq!(may_pause(&bare, &by), Err(Refusal::NothingRuns));
        assert_eq!(may_resume(&bare, &by), Err(Refusal::NothingRuns));
        assert_eq!(may_pause(&runs, &actor(2)), Err(Refusal::NotHolder));
        assert_eq!(may_resume(&stands, &actor(2)), Err(Refusal::NotHolder));
    }

    #[test]
    fn nothing_is_done_with_what_has_ended() {
        let (baton, by) = (ended(), actor(1));
        let first = baton.waiters[0].clone();
        let refused = [
            may_offer(&baton, Some(&by), Holder::Person(id(2))).err(),
            may_offer(&baton, None, Holder::Person(id(2))).err(),
            may_accept(&baton, &by, id(50)).err(),
            may_take(&baton, &by).err(),
            may_refuse(&baton, &by, id(50), "non").err(),
            may_withdraw(&baton, &by, id(50)).err(),
            may_note(&baton).err(),
            may_give_news(&baton, &by).err(),
            may_reply(&baton, &actor(9)).err(),
            may_pause(&baton, &by).err(),
            may_resume(&baton, &by).err(),
            may_attempt(&baton, &by, &first).err(),
            may_tell(&baton, &by, &first, Told::Heard).err(),
            may_end(&baton, &KIND, &by, "done").err(),
        ];
        assert!(refused.iter().all(|refusal| *refusal == Some(Refusal::Ended)), "{refused:?}");
    }

    #[test]
    fn only_whoever_waits_answers_what_was_asked_of_them() {
        assert_eq!(may_reply(&held_by_person(1), &actor(9)), Ok(()));
        assert_eq!(may_reply(&held_by_person(1), &actor(1)), Err(Refusal::NotWaiting), "not even the holder");
    }

    #[test]
    fn news_are_given_by_whoever_holds_it() {
        assert_eq!(may_give_news(&held_by_person(1), &actor(1)), Ok(()));
        assert_eq!(may_give_news(&held_by_person(1), &actor(2)), Err(Refusal::NotHolder));
        assert_eq!(may_note(&held_by_person(1)), Ok(()));
    }
}
