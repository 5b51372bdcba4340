//! A unit loses its manager: the people who lead its region hear of it (NET-01).

use relais_contracts::directory::ManagerLeft;
use relais_directory::{
    assignments,
    regions::{self, MemberFunction},
    units,
};
use relais_kernel::{Locale, PersonId, Reach};
use relais_post::{ManagerVacancy, To};
use relais_store::{
    InOrg as _, OrgTx,
    jobs::{Job, JobError, Kind, Outcome},
    sql,
};
use relais_web::Site;
use sea_orm::FromQueryResult;

/// The job's name.
pub(crate) const JOB: &str = "network.vacancy";

/// One letter for each lead of the region, once.
pub(crate) fn job(site: &Site) -> Kind {
    let site = site.clone();
    Kind::in_org(JOB, move |tx, job| {
        let site = site.clone();
        Box::pin(async move { tell(tx, job, &site).await })
    })
}

async fn tell(tx: &OrgTx, job: &Job, site: &Site) -> Outcome {
    let left: ManagerLeft = job.payload()?;
    let since = left.last_day.plus(1);
    let Some(region) = left.region else { return Ok(()) };
    if assignments::manager_of(tx, left.unit, since).await?.is_some() {
        return Ok(());
    }
    let Some(unit) = units::by_id(tx, &Reach::Network, since, left.unit).await? else { return Ok(()) };
    let link = crate::letters::base(site)?.at(&format!("/units/{}", unit.id));
    for lead in leads(tx, region, since).await? {
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

/// Who leads a region and can be written to.
async fn leads(
    tx: &OrgTx,
    region: relais_kernel::RegionId,
    day: relais_kernel::Day,
) -> relais_store::Result<Vec<Lead>> {
    let members = regions::members(tx, region, day).await?;
    let leads =
        members.into_iter().filter(|member| member.function == MemberFunction::Lead).map(|m| m.person_id);
    sql("select p.id as person_id, p.given_name, a.email, p.locale from person p \
         join account_person ap on ap.org_id = p.org_id and ap.person_id = p.id \
         join account a on a.id = ap.account_id where p.org_id = ")
    .arg(tx.org())
    .push(" and a.disabled_at is null and p.id in ")
    .list(leads)
    .all(tx)
    .await
}
