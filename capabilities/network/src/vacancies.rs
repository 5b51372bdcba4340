//! A unit loses its manager: the people who lead its region hear of it (NET-01), once for each first day without one.
//!
//! A manager's end is told at once. A daily round over the units that stand vacant tells what no end could: somebody was
//! to follow and does not come, an end was known from the start, nobody could be written to.

use std::time::Duration;

use relais_contracts::directory::ManagerLeft;
use relais_directory::{
    assignments::{self, Vacancy},
    organisations,
    regions::{self, MemberFunction},
    units,
};
use relais_kernel::{Day, Locale, PersonId, Reach, RegionId, Role, UnitId};
use relais_post::{ManagerVacancy, To};
use relais_store::{
    Cut, Db, InOrg, OrgTx, Result,
    jobs::{Job, JobError, Kind, Outcome},
    sql,
};
use relais_web::Site;
use sea_orm::FromQueryResult;

/// The job's name.
pub(crate) const JOB: &str = "network.vacancy";

/// A round does not tell again of what is older: former managers come with their days in files of people.
const FRESH: i32 = 31;
/// Units of one page of the round.
const PAGE: usize = 200;

/// One letter for each lead of the region, once.
pub(crate) fn job(site: &Site) -> Kind {
    let site = site.clone();
    Kind::in_org(JOB, move |tx, job| {
        let site = site.clone();
        Box::pin(async move { heard(tx, job, &site).await })
    })
}

/// Runs by itself every day, on one node.
pub(crate) fn round(site: &Site) -> Kind {
    let site = site.clone();
    let round = Kind::outside("network.vacancies", move |db, _| {
        let site = site.clone();
        Box::pin(async move { walk(db, &site).await })
    });
    round.every(Duration::from_secs(24 * 3600))
}

async fn heard(tx: &OrgTx, job: &Job, site: &Site) -> Outcome {
    let left: ManagerLeft = job.payload()?;
    let since = left.last_day.plus(1);
    if assignments::manager_of(tx, left.unit, since).await?.is_none() {
        tell(tx, site, (left.unit, left.region), since).await?;
    }
    Ok(())
}

async fn walk(db: &Db, site: &Site) -> Outcome {
    for organisation in organisations::all(db).await? {
        let (org, today) = (db.org(organisation.id), organisation.today(db.clock().now()));
        let mut cut = Cut::Start;
        loop {
            let page = assignments::vacancies(&org, &Reach::Network, today, cut, PAGE).await?;
            for vacancy in &page.rows {
                let Vacancy { unit_id, region_id, last_day, .. } = vacancy;
                if let Some(last_day) = last_day.filter(|day| *day >= today.plus(-FRESH)) {
                    let tx = org.begin().await?;
                    tell(&tx, site, (*unit_id, *region_id), last_day.plus(1)).await?;
                    tx.commit().await?;
                }
            }
            match page.rows.last() {
                Some(last) if page.later => cut = Cut::After(last.unit_id.into()),
                _ => break,
            }
        }
    }
    Ok(())
}

/// Writes to whoever accompanies the unit, unless that was done for this day. Nothing is remembered when there is nobody:
/// the next round asks again.
async fn tell(tx: &OrgTx, site: &Site, (unit, region): (UnitId, Option<RegionId>), since: Day) -> Outcome {
    let Some(unit) = units::by_id(tx, &Reach::Network, since, unit).await? else { return Ok(()) };
    if unit.closed_day.is_some_and(|closed| closed < since) {
        return Ok(());
    }
    let leads = climbed(tx, region, since).await?;
    if leads.is_empty() {
        return Ok(());
    }
    let first =
        sql("insert into vacancy_told (org_id, unit_id, since_day, created_at) values ($1, $2, $3, $4) \
         on conflict (org_id, unit_id, since_day) do nothing")
        .bind(tx.org())
        .bind(unit.id)
        .bind(since)
        .bind(tx.clock().now())
        .run(tx)
        .await?;
    if first == 0 {
        return Ok(());
    }
    let link = crate::letters::base(site)?.at(&format!("/units/{}", unit.id));
    for lead in leads {
        let letter = ManagerVacancy {
            given_name: lead.given_name,
            unit_name: unit.name.clone(),
            since,
            link: link.clone(),
        };
        let Ok(to) = To::new(&lead.email, lead.locale) else { continue };
        let to = to.person(tx.org(), lead.person_id).zone(&unit.time_zone);
        relais_post::send(tx, &site.words(lead.locale), &to, &letter).await.map_err(JobError::from)?;
    }
    Ok(())
}

#[derive(FromQueryResult)]
struct Lead {
    person_id: PersonId,
    given_name: String,
    email: String,
    locale: Locale,
}

/// Who leads the region and can be written to; if nobody does, the region above, up to head office: those who place
/// people in the whole network, or else who administers it.
async fn climbed(on: &impl InOrg, region: Option<RegionId>, day: Day) -> Result<Vec<Lead>> {
    let line = match region {
        Some(region) => regions::above(on, region).await?,
        None => Vec::new(),
    };
    for region in line {
        let members = regions::members(on, region, day).await?;
        let leads = members.into_iter().filter(|m| m.function == MemberFunction::Lead && m.from_day <= day);
        let leads = reachable(on, leads.map(|member| member.person_id).collect()).await?;
        if !leads.is_empty() {
            return Ok(leads);
        }
    }
    for role in [Role::Hr, Role::Admin] {
        let office: Vec<PersonId> = sql("select distinct person_id from role_grant where org_id = $1 \
             and scope = 'network' and role = $2 and from_day <= $3 and coalesce(to_day, 99991231) >= $3")
        .bind(on.org())
        .bind(role)
        .bind(day)
        .values(on)
        .await?;
        let office = reachable(on, office).await?;
        if !office.is_empty() {
            return Ok(office);
        }
    }
    Ok(Vec::new())
}

/// Those of these people who have an account.
async fn reachable(on: &impl InOrg, people: Vec<PersonId>) -> Result<Vec<Lead>> {
    sql("select p.id as person_id, p.given_name, a.email, p.locale from person p \
         join account_person ap on ap.org_id = p.org_id and ap.person_id = p.id \
         join account a on a.id = ap.account_id where p.org_id = ")
    .arg(on.org())
    .push(" and a.disabled_at is null and p.id in ")
    .list(people)
    .push(" order by p.id")
    .all(on)
    .await
}
