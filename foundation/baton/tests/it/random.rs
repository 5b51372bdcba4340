//! Random schedules of two people at a time, some of whose transactions never last: whatever they do, the baton keeps a
//! holder who is there, ends only told, and its clocks and its history stay true. Failing schedules shrink.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use proptest::{
    prelude::*,
    test_runner::{Config, TestCaseError, TestRunner},
};
use relais_baton::{
    Baton, Handing, Holder, Hours, Told, Waiting, accept, attempt, climb, company_left, end, forgo,
    hand_over, hours_of, join, news, note, offer, pause, refuse, resume, story, take, tell,
    tell_all_in_writing, unit_leads, verify, withdraw,
};
use relais_directory::people;
use relais_kernel::{BatonId, Instant, PersonId, TeamId};
use relais_testkit::builders::today;

use crate::world::{HOUR, STONE, World};

/// What somebody tries. Numbers choose among the people, offers and waiters that there are.
#[derive(Clone, Copy, Debug)]
enum Try {
    Offer(usize),
    OfferTeam,
    Accept(usize),
    Refuse(usize),
    Withdraw(usize),
    Take,
    Note,
    News,
    Pause,
    Resume,
    Join(usize),
    Seek(usize, u8),
    Tell(usize, bool),
    TellAll,
    Forgo,
    End,
    HandOver(usize),
    LeaveForGood,
}

/// Somebody tries something; whether it lasts.
#[derive(Clone, Copy, Debug)]
struct Step {
    who: usize,
    what: Try,
    lasts: bool,
}

/// Two steps at once, then some minutes; the ladder is climbed.
#[derive(Clone, Copy, Debug)]
struct Beat(Step, Step, u16);

fn tries() -> impl Strategy<Value = Try> {
    prop_oneof![
        6 => (0..6usize).prop_map(Try::Offer),
        3 => Just(Try::OfferTeam),
        8 => (0..4usize).prop_map(Try::Accept),
        2 => (0..4usize).prop_map(Try::Refuse),
        1 => (0..4usize).prop_map(Try::Withdraw),
        3 => Just(Try::Take),
        1 => Just(Try::Note),
        1 => Just(Try::News),
        3 => Just(Try::Pause),
        3 => Just(Try::Resume),
        2 => (0..6usize).prop_map(Try::Join),
        3 => (0..4usize, 0..4u8).prop_map(|(n, slot)| Try::Seek(n, slot)),
        2 => (0..4usize, any::<bool>()).prop_map(|(n, heard)| Try::Tell(n, heard)),
        1 => Just(Try::TellAll),
        1 => Just(Try::Forgo),
        2 => Just(Try::End),
        1 => (0..6usize).prop_map(Try::HandOver),
        1 => Just(Try::LeaveForGood),
    ]
}

fn steps() -> impl Strategy<Value = Step> {
    // The last person leads the network; somebody must stay.
    (0..6usize, tries(), prop::bool::weighted(0.9)).prop_map(|(who, what, lasts)| Step { who, what, lasts })
}

fn schedules() -> impl Strategy<Value = Vec<Beat>> {
    prop::collection::vec((steps(), steps(), 0..200u16).prop_map(|(a, b, c)| Beat(a, b, c)), 60..120)
}

/// A baton under test, with what was promised of it.
struct Trial {
    w: World,
    id: BatonId,
    people: [PersonId; 6],
    team: TeamId,
    hours: Hours,
    promised_at: Instant,
    begun_at: Instant,
    /// Open seconds before each minute since it began.
    open: Mutex<Vec<i64>>,
}

/// Schedules stop when their baton ends; so many of them make more than the steps below.
const CASES: u32 = 150;
const STEPS: usize = 10_000;

const WORK: i64 = 30 * HOUR;

impl Trial {
    async fn new() -> Self {
        let w = World::new().await;
        let tx = w.begin().await;
        let team = unit_leads(&tx, w.unit).await.unwrap();
        let hours = hours_of(&tx, Some(w.unit), today()).await.unwrap();
        tx.commit().await.unwrap();
        let id = w.a_baton_for(Holder::Person(w.nadege), vec![Waiting::person(w.ines)], Some(WORK)).await;
        let baton = w.read(id).await;
        let people = [w.ines, w.karim, w.nadege, w.yanis, w.solene, w.helene];
        Self {
            id,
            people,
            team,
            hours,
            promised_at: baton.promised_at,
            begun_at: baton.created_at,
            open: Mutex::new(vec![0]),
            w,
        }
    }

    async fn step(&self, step: Step) {
        let (w, id, who) = (&self.w, self.id, self.people[step.who]);
        let by = w.actor(who).await;
        let seen = w.read(id).await;
        let offer_at = |n: usize| seen.offers.get(n % seen.offers.len().max(1)).map(|offer| offer.id);
        let waiter_at = |n: usize| seen.waiters.get(n % seen.waiters.len().max(1)).map(|waiter| waiter.id);
        let tx = w.begin().await;
        match step.what {
            Try::Offer(n) => drop(offer(&tx, &by, id, Holder::Person(self.people[n]), "").await.unwrap()),
            Try::OfferTeam => drop(offer(&tx, &by, id, Holder::Team(self.team), "").await.unwrap()),
            Try::Accept(n) => {
                if let Some(held_out) = offer_at(n) {
                    drop(accept(&tx, &by, id, held_out).await.unwrap());
                }
            }
            Try::Refuse(n) => {
                if let Some(held_out) = offer_at(n) {
                    drop(refuse(&tx, &by, id, held_out, "pas aujourd’hui").await.unwrap());
                }
            }
            Try::Withdraw(n) => {
                if let Some(held_out) = offer_at(n) {
                    drop(withdraw(&tx, &by, id, held_out).await.unwrap());
                }
            }
            Try::Take => drop(take(&tx, &by, id).await.unwrap()),
            Try::Note => drop(note(&tx, &by, id, "vu").await.unwrap()),
            Try::News => drop(news(&tx, &by, id, "on s’en occupe", None).await.unwrap()),
            Try::Pause => drop(pause(&tx, &by, &STONE, id, &self.hours, "").await.unwrap()),
            Try::Resume => drop(resume(&tx, &by, &STONE, id, &self.hours).await.unwrap()),
            Try::Join(n) => drop(join(&tx, id, Waiting::person(self.people[n])).await.unwrap()),
            Try::Seek(n, slot) => {
                if let Some(waiter) = waiter_at(n) {
                    drop(attempt(&tx, &by, id, waiter, &format!("slot-{slot}")).await.unwrap());
                }
            }
            Try::Tell(n, heard) => {
                if let Some(waiter) = waiter_at(n) {
                    let told = if heard { Told::Heard } else { Told::Unreachable };
                    drop(tell(&tx, &by, id, waiter, told, "").await.unwrap());
                }
            }
            Try::TellAll => drop(tell_all_in_writing(&tx, &by, id, "fait").await.unwrap()),
            Try::Forgo => drop(forgo(&tx, &by, &STONE, id, "refused").await.unwrap()),
            Try::End => drop(end(&tx, &by, &STONE, id, "done", "").await.unwrap()),
            Try::HandOver(n) => {
                let handing = Handing { to: Holder::Person(self.people[n]), until: today() };
                drop(hand_over(&tx, &by, handing, "").await.unwrap());
            }
            // Whoever leads the network stays: somebody is always there.
            Try::LeaveForGood if who != w.helene => {
                let yesterday = w.now().day(&jiff::tz::TimeZone::UTC).plus(-2);
                drop(people::leave(&tx, who, yesterday, yesterday).await.unwrap());
                company_left(&tx, who).await.unwrap();
            }
            Try::LeaveForGood => {}
        }
        if step.lasts {
            tx.commit().await.unwrap();
        }
    }

    async fn beat(&self, Beat(one, other, minutes): Beat) {
        tokio::join!(self.step(one), self.step(other));
        self.w.clock().advance(Duration::from_secs(u64::from(minutes) * 60));
        while climb(self.w.t.db(), &[STONE]).await.unwrap() > 0 {}
    }

    /// What must hold at every moment.
    async fn check(&self, before: &Baton) -> Result<Baton, TestCaseError> {
        let baton = self.w.read(self.id).await;
        prop_assert_eq!(baton.promised_at, self.promised_at, "what was promised was moved");
        prop_assert!(baton.seq >= before.seq, "the history lost an event");
        match baton.holder {
            Some(Holder::Person(person)) if baton.is_held() => {
                prop_assert!(!self.gone().await.contains(&person), "held by somebody who left");
            }
            Some(_) => {}
            None => prop_assert!(false, "nobody holds it"),
        }
        if !baton.is_held() {
            prop_assert!(baton.waiters.iter().all(|waiter| waiter.told.is_some()), "ended untold");
            prop_assert!(baton.offers.is_empty(), "an ended baton is held out");
        }
        prop_assert_eq!(verify(&self.w.org, &baton).await.unwrap(), None);
        self.check_target(&baton).await?;
        Ok(baton)
    }

    async fn gone(&self) -> BTreeSet<PersonId> {
        let gone: Vec<PersonId> =
            relais_store::sql("select id from person where left_day is not null and org_id = ")
                .arg(relais_store::InOrg::org(&self.w.org))
                .values(&self.w.org)
                .await
                .unwrap();
        gone.into_iter().collect()
    }

    /// What is left of the work equals a slow count, minute by minute, of the open minutes between pauses.
    async fn check_target(&self, baton: &Baton) -> Result<(), TestCaseError> {
        let Some(target) = baton.target else { return Ok(()) };
        let mut story = story(&self.w.org, self.id).await.unwrap();
        story.reverse();
        let (mut left, mut since) = (WORK, Some(self.begun_at));
        for chapter in &story {
            match (chapter.code.as_str(), since) {
                ("paused", Some(from)) => {
                    left -= self.slowly(from, chapter.at);
                    since = None;
                }
                ("resumed", None) => since = Some(chapter.at),
                _ => {}
            }
        }
        prop_assert_eq!(target.left, left, "the work target was recounted");
        prop_assert_eq!(target.running_since, since);
        Ok(())
    }

    /// Open seconds between two whole minutes of the trial: each minute is looked at once.
    fn slowly(&self, from: Instant, to: Instant) -> i64 {
        let minute = |at: Instant| usize::try_from(at.since(self.begun_at).as_secs() / 60).unwrap();
        let mut open = self.open.lock().unwrap();
        while open.len() <= minute(to) {
            let at = self.begun_at.plus(Duration::from_secs(60 * (open.len() as u64 - 1)));
            let before = *open.last().unwrap();
            open.push(before + if self.hours.is_open(at.timestamp()) { 60 } else { 0 });
        }
        open[minute(to)] - open[minute(from)]
    }
}

fn run(schedule: &[Beat], steps: &AtomicUsize) -> Result<(), TestCaseError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let trial = Trial::new().await;
        let mut baton = trial.w.read(trial.id).await;
        for beat in schedule {
            trial.beat(*beat).await;
            steps.fetch_add(2, Ordering::Relaxed);
            baton = trial.check(&baton).await?;
            if !baton.is_held() {
                break;
            }
        }
        Ok(())
    })
}

#[test]
fn inv_no_schedule_of_two_leaves_a_baton_unheld_or_ends_one_untold() {
    let steps = AtomicUsize::new(0);
    let config =
        Config { cases: CASES, max_shrink_iters: 300, failure_persistence: None, ..Config::default() };
    TestRunner::new(config).run(&schedules(), |schedule| run(&schedule, &steps)).unwrap();
    let steps = steps.into_inner();
    assert!(steps >= STEPS, "{steps} steps are too few to have shown anything");
}
