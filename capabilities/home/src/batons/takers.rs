//! To whom a promise can be held out: colleagues of the day, those who answer for a unit, a region or the network, and
//! whoever a search finds within reach.

use relais_baton::{Actor, Colleague, Holder, colleagues, network_leads, region_leads, unit_leads};
use relais_directory::{people, regions, units};
use relais_kernel::{PersonId, Reach, RegionId, UnitId};
use relais_store::{Cut, OrgTx, Result};
use relais_web::{Cx, components::Choices};
use relais_words::{Faults, Words};

use crate::{Doors, start};

/// Colleagues and people found; as many as a thumb looks through.
const COLLEAGUES: i64 = 8;
const FOUND: usize = 8;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Taker {
    pub(super) value: String,
    pub(super) name: String,
    pub(super) more: String,
}

/// The units that count here: those somebody works in today, and the promise's own.
pub(super) async fn units_of(cx: &Cx, of_baton: Option<UnitId>) -> Result<Vec<UnitId>> {
    let places = start::store::places(&cx.db(), cx.viewer().person, cx.today()).await?;
    let own = places.iter().filter(|place| place.is_unit()).map(start::here::Place::unit);
    let mut units: Vec<UnitId> = of_baton.into_iter().chain(own).collect();
    let mut seen = Vec::new();
    units.retain(|unit| {
        !seen.contains(unit) && {
            seen.push(*unit);
            true
        }
    });
    Ok(units)
}

/// Those who can be asked: first those who were looked for and those who said that they are there. `q` searches among the people whom the viewer may read.
pub(super) async fn takers(cx: &Cx, doors: &Doors, units: &[UnitId], q: &str) -> Result<Vec<Taker>> {
    let (db, w, today) = (cx.db(), &cx.w, cx.today());
    let mut takers = Vec::new();
    if let Some(reach) = cx.viewer().reach_of(&doors.people).filter(|_| !q.trim().is_empty()) {
        let filter = people::Filter { search: q.to_owned(), ..people::Filter::default() };
        let found = people::list(&db, &reach, today, &filter, Cut::Start, FOUND).await?;
        let others = found.rows.into_iter().filter(|line| line.id != cx.viewer().person);
        takers.extend(others.map(|line| Taker {
            value: format!("person:{}", line.id),
            name: format!("{} {}", line.given_name, line.family_name),
            more: line.unit_name.unwrap_or_default(),
        }));
    }
    let mates = colleagues(&db, cx.viewer().person, today, COLLEAGUES).await?;
    let (here, others): (Vec<_>, Vec<_>) = mates.into_iter().partition(|mate| mate.here);
    takers.extend(here.iter().map(|mate| colleague(w, mate)));
    for unit in units {
        let Some(named) = units::by_id(&db, &Reach::Network, today, *unit).await? else { continue };
        takers.push(team(w, "unit_leads", &format!("unit:{unit}"), &named.name));
    }
    for region in regions_of(cx, units).await? {
        let Some(named) = regions::by_id(&db, &Reach::Network, region).await? else { continue };
        takers.push(team(w, "region_leads", &format!("region:{region}"), &named.name));
    }
    takers.push(team(w, "network_leads", "network", ""));
    takers.extend(others.iter().map(|mate| colleague(w, mate)));
    let mut seen = Vec::new();
    takers.retain(|taker| {
        !seen.contains(&taker.value) && {
            seen.push(taker.value.clone());
            true
        }
    });
    Ok(takers)
}

fn colleague(w: &Words, mate: &Colleague) -> Taker {
    Taker {
        value: format!("person:{}", mate.person_id),
        name: format!("{} {}", mate.given_name, mate.family_name),
        more: if mate.here { w.t("taker-here").to_string() } else { String::new() },
    }
}

fn team(w: &Words, kind: &str, value: &str, name: &str) -> Taker {
    let name = w.t(&format!("baton-team-{kind}")).with("name", name).to_string();
    Taker { value: value.to_owned(), name, more: w.t("taker-team").to_string() }
}

async fn regions_of(cx: &Cx, units: &[UnitId]) -> Result<Vec<RegionId>> {
    let mut regions = Vec::new();
    for unit in units {
        let region = units::main_region(&cx.db(), *unit, cx.today()).await?;
        regions.extend(region.filter(|region| !regions.contains(region)));
    }
    Ok(regions)
}

/// Whom a value of the form stands for; nobody when it was not theirs to choose.
pub(super) async fn chosen(
    tx: &OrgTx,
    cx: &Cx,
    doors: &Doors,
    (units, by): (&[UnitId], &Actor),
    value: &str,
) -> Result<Option<Holder>> {
    let Some((kind, id)) = value.split_once(':') else {
        return Ok(if value == "network" { Some(Holder::Team(network_leads(tx).await?)) } else { None });
    };
    match kind {
        "person" => {
            let Ok(person) = id.parse::<PersonId>() else { return Ok(None) };
            let near = colleagues(tx, by.person, cx.today(), i64::MAX).await?;
            let known = near.iter().any(|one| one.person_id == person);
            let known = known
                || match cx.viewer().reach_of(&doors.people) {
                    Some(reach) => people::by_id(tx, &reach, cx.today(), person).await?.is_some(),
                    None => false,
                };
            Ok(known.then_some(Holder::Person(person)))
        }
        "unit" => match id.parse::<UnitId>().ok().filter(|unit| units.contains(unit)) {
            Some(unit) => Ok(Some(Holder::Team(unit_leads(tx, unit).await?))),
            None => Ok(None),
        },
        "region" => {
            let near = regions_of(cx, units).await?;
            match id.parse::<RegionId>().ok().filter(|region| near.contains(region)) {
                Some(region) => Ok(Some(Holder::Team(region_leads(tx, region).await?))),
                None => Ok(None),
            }
        }
        _ => Ok(None),
    }
}

/// The list of the form.
pub(super) fn choices(w: &Words, takers: &[Taker], value: &str, faults: &Faults) -> Choices {
    let empty = Choices::one(w, "to", w.t("taker-to")).required().error(faults.on("to", w));
    let choices = takers.iter().fold(empty, |choices, taker| {
        if taker.more.is_empty() {
            choices.choice(&taker.value, &taker.name)
        } else {
            choices.explained(&taker.value, &taker.name, &taker.more)
        }
    });
    if value.is_empty() { choices } else { choices.chosen(value) }
}
