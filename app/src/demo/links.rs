//! One door for each role: a link that walks in as somebody who holds it.

use std::collections::BTreeSet;

use relais_directory::{accounts::links, role_key};
use relais_kernel::{AccountId, OrgId, Role};
use relais_store::{Db, sql};
use relais_words::Words;
use sea_orm::FromQueryResult;

use crate::failed::Outcome;

/// A link and whom it lets in.
#[derive(Clone, Debug)]
pub(crate) struct Door {
    pub(crate) org: String,
    pub(crate) role: String,
    pub(crate) person: String,
    pub(crate) place: String,
    pub(crate) link: String,
}

#[derive(FromQueryResult)]
struct Holder {
    org_id: OrgId,
    org: String,
    account_id: AccountId,
    role: Role,
    given_name: String,
    family_name: String,
    unit: Option<String>,
    region: Option<String>,
}

/// Writes new links, one for each role that somebody with an account holds in an organisation.
pub(crate) async fn doors(db: &Db, words: &Words, base: &str) -> Outcome<Vec<Door>> {
    let now = db.clock().now();
    let holders = sql("select g.org_id, o.name as org, ap.account_id, g.role, p.given_name, p.family_name, \
         u.name as unit, r.name as region \
         from role_grant g \
         join organisation o on o.id = g.org_id \
         join person p on p.org_id = g.org_id and p.id = g.person_id \
         join account_person ap on ap.org_id = g.org_id and ap.person_id = g.person_id \
         join account a on a.id = ap.account_id and a.disabled_at is null \
         left join unit u on u.org_id = g.org_id and u.id = g.unit_id \
         left join region r on r.org_id = g.org_id and r.id = g.region_id \
         where g.to_day is null and p.left_day is null \
         order by o.created_at, o.name, p.id, g.id")
    .all::<Holder>(db)
    .await?;
    let mut seen = BTreeSet::new();
    let mut doors = Vec::new();
    let tx = db.begin().await?;
    for holder in holders.iter().filter(|holder| seen.insert((holder.org_id.0, holder.role))) {
        let token = links::demo(&tx, holder.account_id, holder.org_id, now).await?;
        doors.push(Door {
            org: holder.org.clone(),
            role: words.t(&role_key(holder.role)).to_string(),
            person: format!("{} {}", holder.given_name, holder.family_name),
            place: holder
                .unit
                .clone()
                .or_else(|| holder.region.clone())
                .unwrap_or_else(|| "everywhere".into()),
            link: format!("{base}/demo/enter/{}", token.text()),
        });
    }
    tx.commit().await?;
    Ok(doors)
}
