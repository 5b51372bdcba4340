//! Reading an organisation's chain with the names that stand beside its ids today.

use std::collections::HashMap;

use relais_kernel::{Instant, PersonId};
use relais_store::{InOrg, Result, audit::Anchor, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A link with the name of whoever acted, as long as there is one.
#[derive(Clone, Debug, FromQueryResult)]
pub(crate) struct Link {
    pub(crate) seq: i64,
    pub(crate) at: Instant,
    pub(crate) account_id: Option<Uuid>,
    pub(crate) person_id: Option<PersonId>,
    pub(crate) given_name: Option<String>,
    pub(crate) family_name: Option<String>,
    pub(crate) action: String,
    pub(crate) subject: String,
    pub(crate) subject_id: Option<Uuid>,
    /// The name of the person, unit or region it was done to.
    pub(crate) subject_name: Option<String>,
    pub(crate) detail: String,
    /// The name behind a detail that is an id.
    #[sea_orm(skip)]
    pub(crate) detail_name: Option<String>,
}

/// Which part of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The newest links.
    End,
    /// Those older than a link.
    Before(i64),
    /// Those newer than a link.
    After(i64),
}

/// Links whose action begins by `prefix`, newest first, and whether others stand further on in the direction asked.
pub(crate) async fn page(
    on: &impl InOrg,
    prefix: &str,
    from: From,
    size: usize,
) -> Result<(Vec<Link>, bool)> {
    let query = sql("select e.seq, e.at, e.account_id, e.person_id, p.given_name, p.family_name, e.action, e.subject, \
         e.subject_id, coalesce(s.given_name || ' ' || s.family_name, u.name, r.name) as subject_name, e.detail \
         from audit_event e left join person p on p.org_id = e.chain and p.id = e.person_id \
         left join person s on e.subject = 'person' and s.org_id = e.chain and s.id = e.subject_id \
         left join unit u on e.subject = 'unit' and u.org_id = e.chain and u.id = e.subject_id \
         left join region r on e.subject = 'region' and r.org_id = e.chain and r.id = e.subject_id \
         where e.chain = ")
    .arg(Uuid::from(on.org()));
    let query = match from {
        From::End => query,
        From::Before(seq) => query.push(" and e.seq < ").arg(seq),
        From::After(seq) => query.push(" and e.seq > ").arg(seq),
    };
    let query = match i32::try_from(prefix.len()) {
        Ok(length) if length > 0 => {
            query.push(" and substr(e.action, 1, ").arg(length).push(") = ").arg(prefix.to_owned())
        }
        _ => query,
    };
    let order =
        if matches!(from, From::After(_)) { " order by e.seq limit " } else { " order by e.seq desc limit " };
    let mut links: Vec<Link> =
        query.push(order).arg(i64::try_from(size).unwrap_or(i64::MAX) + 1).all(on).await?;
    let more = links.len() > size;
    links.truncate(size);
    if matches!(from, From::After(_)) {
        links.reverse();
    }
    name_details(on, &mut links).await?;
    Ok((links, more))
}

/// An id and the name it has today.
#[derive(FromQueryResult)]
struct Named {
    id: Uuid,
    name: String,
}

/// Details that are ids name a person, or the unit of an assignment.
async fn name_details(on: &impl InOrg, links: &mut [Link]) -> Result<()> {
    let ids: Vec<Uuid> = links.iter().filter_map(|link| link.detail.parse().ok()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let named: Vec<Named> = sql("select p.id, p.given_name || ' ' || p.family_name as name from person p where p.org_id = ")
        .arg(on.org())
        .push(" and p.id in ")
        .list(ids.iter().copied())
        .push(" union all select a.id, u.name from assignment a join unit u on u.org_id = a.org_id and u.id = a.unit_id where a.org_id = ")
        .arg(on.org())
        .push(" and a.id in ")
        .list(ids.iter().copied())
        .all(on)
        .await?;
    let names: HashMap<Uuid, String> = named.into_iter().map(|one| (one.id, one.name)).collect();
    for link in links {
        link.detail_name = link.detail.parse().ok().and_then(|id: Uuid| names.get(&id).cloned());
    }
    Ok(())
}

/// The end of the organisation's chain, to be kept elsewhere; none while nothing was written.
pub(crate) async fn anchor(on: &impl InOrg) -> Result<Option<Anchor>> {
    sql("select chain, seq, hash from audit_head where chain = $1").bind(Uuid::from(on.org())).one(on).await
}
