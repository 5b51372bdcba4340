//! The ladder: as a delay runs out, more people are asked. A step tells and offers; only accepting moves the holder.

use std::{collections::HashMap, sync::Arc, time::Duration};

use relais_contracts::baton::Call;
use relais_directory::units;
use relais_kernel::{Audience, BatonId, BatonKind, Day, Instant, OrgId, PersonId, TeamId, UnitId};
use relais_store::{Db, InOrg as _, OrgTx, Result, jobs::Kind, sql, update};

use crate::{
    batons::{Baton, Holder, Offer},
    calling,
    clocks::{Hours, hours_for, share_of_wall},
    history::{Events, Happening},
    load,
    passing::Offers,
    reading::batons,
    ringing::ring_for_keepers,
    rules, teams,
};

/// The job's name.
const LADDER: &str = "baton.ladder";

/// Batons that climb in one transaction.
const AT_ONCE: i64 = 1000;

/// How often the last step is climbed again, until somebody accepts.
const AGAIN: Duration = Duration::from_secs(86_400);

/// The job that climbs what is due.
pub(crate) fn job(kinds: &[BatonKind]) -> Kind {
    let kinds: Arc<[BatonKind]> = kinds.into();
    Kind::outside(LADDER, move |db, _| {
        let kinds = Arc::clone(&kinds);
        Box::pin(async move {
            while climb(db, &kinds).await? > 0 {}
            Ok(())
        })
    })
    .every(Duration::from_secs(15))
}

/// When the next step of a baton is due. Its work target decides where it has one; while that pauses, what was promised
/// does, for a pause never silences a promise.
pub(crate) fn moment(baton: &Baton, kind: &BatonKind, hours: &Hours) -> Option<Instant> {
    let step = kind.ladder.get(baton.step)?;
    let on_the_wall = share_of_wall(baton.created_at, baton.promised_at, step.at_percent);
    let of_work = baton.target.and_then(|target| target.at_percent(step.at_percent, hours));
    Some(of_work.unwrap_or(on_the_wall))
}

/// When a ladder is looked at next: for its next step, or when whoever waits is to hear, if that is sooner.
pub(crate) fn next_look(baton: &Baton, kind: &BatonKind, hours: &Hours, now: Instant) -> Option<Instant> {
    // A step that is over already is climbed next, not skipped.
    let step = moment(baton, kind, hours)?.max(now);
    let word = baton.hears_next_at.filter(|word| *word > now);
    Some(word.map_or(step, |word| word.min(step)))
}

/// What is asked again and again within one transaction.
#[derive(Default)]
struct Known {
    hours: HashMap<(Option<TeamId>, Option<UnitId>), Hours>,
    teams: HashMap<(Audience, Option<UnitId>), TeamId>,
    hosts: HashMap<TeamId, Option<TeamId>>,
    members: HashMap<TeamId, Vec<PersonId>>,
    room: HashMap<PersonId, i64>,
    most: Option<i64>,
    day: Option<Day>,
}

/// Climbs some of the steps that are due, of one organisation; tells how many. What somebody acts on at this moment is
/// left for the next time.
pub async fn climb(db: &Db, kinds: &[BatonKind]) -> Result<usize> {
    let now = db.clock().now();
    let first: Option<OrgId> =
        sql("select org_id from baton where state = 'held' and step_at <= $1 order by step_at limit 1")
            .bind(now)
            .value(db)
            .await?;
    let Some(org) = first else { return Ok(0) };
    let tx = db.org(org).begin().await?;
    let due: Vec<BatonId> =
        sql("select id from baton where state = 'held' and step_at <= $1 and org_id = $2 \
         order by step_at limit $3")
        .bind(now)
        .bind(org)
        .bind(AT_ONCE)
        .taking_free_rows()
        .values(&tx)
        .await?;
    let mut climbing = Climbing {
        now,
        known: Known::default(),
        events: Events::new(),
        offers: Offers::new(),
        calls: Vec::new(),
    };
    let mut rows = update("baton", &["org_id", "id"], &["step", "step_at", "seq", "head"]);
    let mut due = batons(&tx, &due).await?;
    // Whoever was promised something first is asked for first, on every database alike.
    due.sort_unstable_by_key(|baton| (baton.step_at, baton.id));
    let climbed = due.len();
    for mut baton in due {
        climbing.climb(&tx, kinds, &mut baton).await?;
        let step = i32::try_from(baton.step).unwrap_or(0);
        rows.add([
            org.into(),
            baton.id.into(),
            step.into(),
            baton.step_at.into(),
            baton.seq.into(),
            baton.head.into(),
        ]);
    }
    climbing.offers.write(&tx).await?;
    climbing.events.write(&tx).await?;
    calling::emit(&tx, &climbing.calls).await?;
    rows.run(&tx).await?;
    tx.commit().await?;
    Ok(climbed)
}

/// Steps about to be written.
struct Climbing {
    now: Instant,
    known: Known,
    events: Events,
    offers: Offers,
    calls: Vec<Call>,
}

impl Climbing {
    async fn climb(&mut self, tx: &OrgTx, kinds: &[BatonKind], baton: &mut Baton) -> Result<()> {
        let now = self.now;
        let Some((kind, step)) = kinds
            .iter()
            .find(|kind| kind.code == baton.kind)
            .and_then(|kind| Some((kind, kind.ladder.get(baton.step)?)))
        else {
            // A kind that this version does not know is looked at again tomorrow, by a version that does.
            baton.step_at = Some(now.plus(AGAIN));
            return Ok(());
        };
        let hours = hours(tx, &mut self.known, baton).await?;
        if moment(baton, kind, &hours).is_some_and(|step| step > now) {
            // No step is due: it was looked at because whoever waits was to hear something by now.
            if baton.hears_next_at.is_some_and(|word| word <= now) {
                self.happens(tx, baton, "awaited", "");
                self.calls.extend(calling::of_step(baton, Audience::Holder, &[]));
            }
            baton.step_at = next_look(baton, kind, &hours, now);
            return ring_for_keepers(tx, baton);
        }
        let detail = format!("step:{} audience:{}", baton.step, step.audience);
        self.happens(tx, baton, "climbed", &detail);
        let asked = asked(tx, &mut self.known, baton, step.audience).await?;
        self.calls.extend(calling::of_step(baton, step.audience, &asked));
        for to in asked {
            if rules::may_offer(baton, None, to).is_ok() {
                if let Some(room) = to.person().and_then(|person| self.known.room.get_mut(&person)) {
                    *room -= 1;
                }
                let offer = self.offers.add(tx, baton, None, to);
                self.happens(tx, baton, "offered", &format!("offer:{offer}"));
            }
        }
        if baton.step + 1 < kind.ladder.len() {
            baton.step += 1;
            baton.step_at = next_look(baton, kind, &hours, now);
        } else {
            baton.step_at = Some(now.plus(AGAIN));
        }
        ring_for_keepers(tx, baton)
    }

    fn happens(&mut self, tx: &OrgTx, baton: &mut Baton, code: &'static str, detail: &str) {
        let what = Happening { by: None, code, detail, words: "", at: self.now };
        self.events.of_machine(tx.org(), baton, &what);
    }
}

async fn hours(tx: &OrgTx, known: &mut Known, baton: &Baton) -> Result<Hours> {
    let whose = (baton.team, baton.unit);
    if let Some(hours) = known.hours.get(&whose) {
        return Ok(hours.clone());
    }
    let found = hours_for(tx, baton.team, baton.unit, today(tx, known).await?).await?;
    known.hours.insert(whose, found.clone());
    Ok(found)
}

async fn today(tx: &OrgTx, known: &mut Known) -> Result<Day> {
    if let Some(day) = known.day {
        return Ok(day);
    }
    let day = crate::lists::today(tx, tx.clock().now()).await?;
    known.day = Some(day);
    Ok(day)
}

/// To whom a step offers.
async fn asked(tx: &OrgTx, known: &mut Known, baton: &Baton, audience: Audience) -> Result<Vec<Holder>> {
    match audience {
        Audience::Holder => Ok(Vec::new()),
        Audience::Team => Ok(baton.team.map(Holder::Team).into_iter().collect()),
        Audience::Hosts => {
            let hosts = match baton.team {
                Some(team) => hosts(tx, known, team).await?,
                None => None,
            };
            let team = match hosts {
                Some(hosts) => hosts,
                None => team(tx, known, Audience::NetworkLeads, None).await?,
            };
            Ok(vec![Holder::Team(team)])
        }
        Audience::UnitLeads | Audience::RegionLeads | Audience::NetworkLeads => {
            let team = team(tx, known, audience, baton.unit).await?;
            Ok(vec![Holder::Team(team)])
        }
        Audience::SomebodyThere => {
            // Whoever was asked by name is asked, not the next one every day.
            let named = |offer: &Offer| offer.by.is_none() && offer.to.person().is_some();
            let person = if baton.offers.iter().any(named) { None } else { there(tx, known, baton).await? };
            let team = team(tx, known, Audience::NetworkLeads, None).await?;
            Ok(person.map(Holder::Person).into_iter().chain([Holder::Team(team)]).collect())
        }
    }
}

/// Those who host a team.
async fn hosts(tx: &OrgTx, known: &mut Known, team: TeamId) -> Result<Option<TeamId>> {
    if let Some(hosts) = known.hosts.get(&team) {
        return Ok(*hosts);
    }
    let found = teams::hosts_of(tx, team).await?;
    known.hosts.insert(team, found);
    Ok(found)
}

/// The team of an audience; the next wider one where there is none.
async fn team(tx: &OrgTx, known: &mut Known, audience: Audience, unit: Option<UnitId>) -> Result<TeamId> {
    let key = (audience, unit);
    if let Some(team) = known.teams.get(&key) {
        return Ok(*team);
    }
    let found = match (audience, unit) {
        (Audience::UnitLeads, Some(unit)) => teams::unit_leads(tx, unit).await?,
        (Audience::RegionLeads, Some(unit)) => {
            match units::main_region(tx, unit, today(tx, known).await?).await? {
                Some(region) => teams::region_leads(tx, region).await?,
                None => teams::network_leads(tx).await?,
            }
        }
        _ => teams::network_leads(tx).await?,
    };
    known.teams.insert(key, found);
    Ok(found)
}

/// The nearest person other than its holder who can be asked by name: of the unit, its region, the network; whoever said
/// they are there first. Nobody is asked beyond what one person is asked to keep (CSE-04); the network's people hear it
/// together then.
async fn there(tx: &OrgTx, known: &mut Known, baton: &Baton) -> Result<Option<PersonId>> {
    for audience in [Audience::UnitLeads, Audience::RegionLeads, Audience::NetworkLeads] {
        let team = team(tx, known, audience, baton.unit).await?;
        if !known.members.contains_key(&team) {
            let day = today(tx, known).await?;
            let members = teams::members(tx, team, day).await?.into_iter().map(|member| member.person_id);
            let members: Vec<PersonId> = members.collect();
            let unknown: Vec<PersonId> =
                members.iter().filter(|person| !known.room.contains_key(person)).copied().collect();
            let most = match known.most {
                Some(most) => most,
                None => *known.most.insert(load::most(tx).await?),
            };
            known.room.extend(load::room_of(tx, &unknown, most).await?);
            known.members.insert(team, members);
        }
        let can_be_asked = |person: &&PersonId| {
            known.room.get(person).is_some_and(|room| *room > 0)
                && rules::may_offer(baton, None, Holder::Person(**person)).is_ok()
        };
        let found = known.members.get(&team).and_then(|members| members.iter().find(can_be_asked));
        if found.is_some() {
            return Ok(found.copied());
        }
    }
    Ok(None)
}
