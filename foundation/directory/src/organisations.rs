//! Organisations: each is blind to the others. An instance may host several.

use jiff::tz::TimeZone;
use relais_kernel::{AccountId, Day, HierarchyId, Instant, Locale, OrgId, fold};
use relais_store::{InOrg, OrgTx, Reads, Result, Tx, insert, sql};
use relais_words::{Fault, Faults, Words};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Change, departments,
    employers::EmployerKind,
    roles::name_key,
    trades,
    units::{filled, locale, time_zone},
};

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Organisation {
    /// Its id.
    pub id: OrgId,
    /// Its short name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// The language it works in.
    pub locale: Locale,
    /// IANA name; the day begins there.
    pub time_zone: String,
    /// Since.
    pub created_at: Instant,
}

impl Organisation {
    /// Its time zone; UTC should the row hold a name that this machine does not know.
    pub fn zone(&self) -> TimeZone {
        TimeZone::get(&self.time_zone).unwrap_or(TimeZone::UTC)
    }

    /// The day it is there.
    pub fn today(&self, now: Instant) -> Day {
        now.day(&self.zone())
    }
}

/// What somebody typed about an organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OrganisationInput {
    /// Short name in addresses; made from the name when empty.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Language; French when empty.
    pub locale: String,
    /// Time zone; Paris when empty.
    pub time_zone: String,
}

/// An organisation as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationFacts {
    /// Short name in addresses: small letters, digits and hyphens.
    pub slug: String,
    /// Name.
    pub name: String,
    /// Language.
    pub locale: Locale,
    /// Time zone.
    pub time_zone: String,
}

impl OrganisationInput {
    /// The organisation it describes, or all that is wrong with it.
    pub fn check(&self) -> Result<OrganisationFacts, Faults> {
        let mut faults = Faults::none();
        let name = faults.take(filled("name", &self.name, 120));
        let typed = if self.slug.trim().is_empty() { &self.name } else { &self.slug };
        let slug: String = fold(typed).replace(' ', "-").chars().take(40).collect();
        let slug = slug.trim_end_matches('-').to_owned();
        if slug.is_empty() || !slug.is_ascii() {
            faults.add(Fault::on("slug", "organisation-slug-unreadable"));
        }
        let locale = faults.take(locale("locale", &self.locale));
        let time_zone = faults.take(time_zone("time_zone", &self.time_zone));
        match (name, locale, time_zone, faults.is_empty()) {
            (Some(name), Some(locale), Some(time_zone), true) => {
                Ok(OrganisationFacts { slug, name, locale, time_zone })
            }
            _ => Err(faults),
        }
    }
}

/// The sentence for a rule of the database that refused an organisation or a hierarchy.
pub fn refusal(rule: &str) -> Option<Fault> {
    Some(match rule {
        "unique_organisation__slug" => Fault::on("slug", "organisation-slug-taken"),
        "unique_hierarchy__code" => Fault::on("code", "hierarchy-code-taken"),
        "main_hierarchy_stays" => Fault::of_form("hierarchy-main-stays"),
        _ => return None,
    })
}

/// Writes a new organisation with what it needs to begin: the departments, its main hierarchy, itself as employer, the
/// usual trades, all named in its language.
pub async fn create(tx: &Tx, words: &Words, facts: &OrganisationFacts) -> Result<OrgId> {
    let words = words.in_locale(facts.locale);
    let clock = tx.clock();
    let org: OrgId = clock.id();
    departments::seed(tx).await?;
    insert("organisation", &["id", "slug", "name", "locale", "time_zone", "created_at"])
        .row([
            org.into(),
            facts.slug.clone().into(),
            facts.name.clone().into(),
            facts.locale.into(),
            facts.time_zone.clone().into(),
            clock.now().into(),
        ])
        .run(tx)
        .await?;
    insert("hierarchy", &["org_id", "id", "code", "name", "main"])
        .row([
            org.into(),
            clock.id::<Uuid>().into(),
            "main".into(),
            words.t("hierarchy-main").to_string().into(),
            true.into(),
        ])
        .run(tx)
        .await?;
    insert("employer", &["org_id", "id", "name", "name_folded", "kind"])
        .row([
            org.into(),
            clock.id::<Uuid>().into(),
            facts.name.clone().into(),
            fold(&facts.name).into(),
            EmployerKind::Own.into(),
        ])
        .run(tx)
        .await?;
    let mut rows = insert("trade", &["org_id", "code", "name"]);
    for code in trades::USUAL {
        rows.add([org.into(), code.into(), words.t(&name_key("trade", code)).to_string().into()]);
    }
    rows.run(tx).await?;
    Ok(org)
}

const SELECT: &str = "select o.id, o.slug, o.name, o.locale, o.time_zone, o.created_at from organisation o";

/// The organisation of an id.
pub async fn by_id(on: &impl Reads, id: OrgId) -> Result<Option<Organisation>> {
    sql(SELECT).push(" where o.id = ").arg(id).one(on).await
}

/// The organisation of a short name.
pub async fn by_slug(on: &impl Reads, slug: &str) -> Result<Option<Organisation>> {
    sql(SELECT).push(" where o.slug = ").arg(slug).one(on).await
}

/// All organisations of the instance, for the machine's own rounds.
pub async fn all(on: &impl Reads) -> Result<Vec<Organisation>> {
    sql(SELECT).push(" order by o.name, o.id").all(on).await
}

/// The organisations in which an account is a person, by name.
pub async fn of_account(on: &impl Reads, account: AccountId) -> Result<Vec<Organisation>> {
    sql(SELECT)
        .push(" join account_person ap on ap.org_id = o.id where ap.account_id = ")
        .arg(account)
        .push(" order by o.name, o.id")
        .all(on)
        .await
}

/// A way of arranging regions and units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromQueryResult)]
pub struct Hierarchy {
    /// Its id.
    pub id: HierarchyId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Whether it is the one that gives authority.
    pub main: bool,
}

/// All hierarchies, the main one first.
pub async fn hierarchies(on: &impl InOrg) -> Result<Vec<Hierarchy>> {
    sql("select id, code, name, main from hierarchy where org_id = $1 order by main desc, name, id")
        .bind(on.org())
        .all(on)
        .await
}

/// The hierarchy that gives authority.
pub async fn main_hierarchy(on: &impl InOrg) -> Result<Hierarchy> {
    hierarchies(on).await?.into_iter().find(|hierarchy| hierarchy.main).ok_or(relais_store::Error::Corrupt {
        table: "hierarchy",
        what: format!("organisation {} has no main one", on.org()),
    })
}

/// What somebody typed about a hierarchy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HierarchyInput {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// A hierarchy as it may be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HierarchyFacts {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

impl HierarchyInput {
    /// The hierarchy it describes, or all that is wrong with it.
    pub fn check(&self) -> Result<HierarchyFacts, Faults> {
        let mut faults = Faults::none();
        let code = faults.take(filled("code", &self.code, 40));
        let name = faults.take(filled("name", &self.name, 120));
        match (code, name) {
            (Some(code), Some(name)) => Ok(HierarchyFacts { code, name }),
            _ => Err(faults),
        }
    }
}

/// Changes a hierarchy that serves for reading, unless somebody else did since it was read. The main one stays
/// (`main_hierarchy_stays`).
pub async fn change_hierarchy(tx: &OrgTx, was: &Hierarchy, facts: &HierarchyFacts) -> Result<Change> {
    let done = sql(
        "update hierarchy set name = $1, code = $2 where org_id = $3 and id = $4 and name = $5 and code = $6",
    )
    .bind(facts.name.clone())
    .bind(facts.code.clone())
    .bind(tx.org())
    .bind(was.id)
    .bind(was.name.clone())
    .bind(was.code.clone())
    .run(tx)
    .await?;
    Ok(if done == 1 { Change::Done(()) } else { Change::Stale })
}

/// Takes a hierarchy away; the database refuses the main one, and one that holds regions (`region_of_hierarchy`).
pub async fn remove_hierarchy(tx: &OrgTx, id: HierarchyId) -> Result<()> {
    let query = sql("delete from hierarchy where org_id = $1 and id = $2").bind(tx.org()).bind(id);
    query.run_one("hierarchy", tx).await
}

/// Writes a hierarchy that serves for reading; authority stays with the main one.
pub async fn add_hierarchy(tx: &OrgTx, facts: &HierarchyFacts) -> Result<HierarchyId> {
    let id: HierarchyId = tx.clock().id();
    insert("hierarchy", &["org_id", "id", "code", "name", "main"])
        .row([tx.org().into(), id.into(), facts.code.clone().into(), facts.name.clone().into(), false.into()])
        .run(tx)
        .await?;
    Ok(id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_name_is_made_from_the_name() {
        let input = OrganisationInput { name: "Énergie & Sœurs".into(), ..OrganisationInput::default() };
        let facts = input.check().unwrap();
        assert_eq!((facts.slug.as_str(), facts.locale), ("energie-soeurs", Locale::Fr));
        assert_eq!(facts.time_zone, "Europe/Paris");
    }

    #[test]
    fn net_04_an_unknown_time_zone_is_refused() {
        let input =
            OrganisationInput { name: "A".into(), time_zone: "Paris".into(), ..OrganisationInput::default() };
        assert_eq!(input.check().unwrap_err().0[0].key, "time-zone-unknown");
    }
}
