//! Where an account has a place: the organisations in which it is a person.

use jiff::tz::TimeZone;
use relais_kernel::{AccountId, Day, Instant, OrgId, PersonId};
use relais_store::{InOrg, OrgTx, Reads, Result, Tx, insert, sql};
use sea_orm::FromQueryResult;

use super::shared_devices;

/// One organisation of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The organisation.
    pub org: OrgId,
    /// Its name.
    pub org_name: String,
    /// Who they are there.
    pub person: PersonId,
}

#[derive(FromQueryResult)]
struct Row {
    org_id: OrgId,
    name: String,
    time_zone: String,
    person_id: PersonId,
    left_day: Option<Day>,
}

/// The organisations of an account that is not disabled, where its person has not left; the last used first, then by name.
pub async fn of(on: &impl Reads, account: AccountId, now: Instant) -> Result<Vec<Place>> {
    let rows = sql("select ap.org_id, o.name, o.time_zone, ap.person_id, p.left_day from account_person ap \
         join account a on a.id = ap.account_id and a.disabled_at is null \
         join organisation o on o.id = ap.org_id join person p on p.org_id = ap.org_id and p.id = ap.person_id \
         where ap.account_id = $1 order by coalesce((select max(s.seen_at) from session s \
         where s.account_id = ap.account_id and s.org_id = ap.org_id), 0) desc, o.name, ap.org_id")
    .bind(account)
    .all::<Row>(on)
    .await?;
    let still_here = |row: &Row| {
        let zone = TimeZone::get(&row.time_zone).unwrap_or(TimeZone::UTC);
        row.left_day.is_none_or(|left| left >= now.day(&zone))
    };
    let place = |row: Row| Place { org: row.org_id, org_name: row.name, person: row.person_id };
    Ok(rows.into_iter().filter(still_here).map(place).collect())
}

/// Makes a person of the organisation the account's own there.
pub async fn connect(tx: &OrgTx, account: AccountId, person: PersonId) -> Result<()> {
    write(tx.whole(), account, tx.org(), person).await
}

/// The same for an invitation that its owner accepts, unless one of the two belongs to somebody by now: then nothing.
pub(super) async fn accept(tx: &Tx, account: AccountId, org: OrgId, person: PersonId) -> Result<bool> {
    #[derive(FromQueryResult)]
    struct Held {
        account_id: AccountId,
        person_id: PersonId,
    }
    let held = sql("select account_id, person_id from account_person where org_id = $1 \
         and (account_id = $2 or person_id = $3)")
    .bind(org)
    .bind(account)
    .bind(person)
    .all::<Held>(tx)
    .await?;
    if held.is_empty() {
        write(tx, account, org, person).await?;
    }
    Ok(held.iter().all(|held| held.account_id == account && held.person_id == person))
}

async fn write(tx: &Tx, account: AccountId, org: OrgId, person: PersonId) -> Result<()> {
    insert("account_person", &["account_id", "org_id", "person_id"])
        .row([account.into(), org.into(), person.into()])
        .run(tx)
        .await?;
    Ok(())
}

/// Takes the organisation away from an account: its sessions there are gone at once.
pub(super) async fn disconnect(tx: &OrgTx, account: AccountId) -> Result<()> {
    shared_devices::remove_all(tx.whole(), account, Some(tx.org())).await?;
    for table in ["session", "account_person"] {
        sql("delete from ")
            .push(table)
            .push(" where account_id = ")
            .arg(account)
            .push(" and org_id = ")
            .arg(tx.org())
            .run(tx)
            .await?;
    }
    Ok(())
}

/// Whether nobody ever chose a password for the account, and this organisation alone has it.
pub(super) async fn is_ours_alone(tx: &OrgTx, account: AccountId) -> Result<bool> {
    let found =
        sql("select 1 from account a where a.id = $1 and a.password_hash is null and not a.emergency \
         and not exists (select 1 from account_person ap where ap.account_id = a.id and ap.org_id <> $2)")
        .bind(account)
        .bind(tx.org())
        .value::<i32>(tx)
        .await?;
    Ok(found.is_some())
}

/// The account of a person, if they have one.
pub async fn account_of(on: &impl InOrg, person: PersonId) -> Result<Option<AccountId>> {
    sql("select account_id from account_person where org_id = $1 and person_id = $2")
        .bind(on.org())
        .bind(person)
        .value(on)
        .await
}

/// Who the account is in the organisation, if anybody.
pub async fn person_of(on: &impl InOrg, account: AccountId) -> Result<Option<PersonId>> {
    sql("select person_id from account_person where org_id = $1 and account_id = $2")
        .bind(on.org())
        .bind(account)
        .value(on)
        .await
}
