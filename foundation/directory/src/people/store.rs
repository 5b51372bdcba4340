//! Every write about people, and their reading.

use std::collections::BTreeMap;

use relais_kernel::{Day, PersonId, Reach, fold};
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;

use super::{Person, PersonFacts};
use crate::{Change, reach::person_within, units};

const SELECT: &str = "select p.id, p.staff_number, p.given_name, p.family_name, p.email, p.phone, p.trade_code, \
     p.locale, p.joined_day, p.left_day, p.version from person p where p.org_id = ";

/// The person, if they exist within reach.
pub async fn by_id(on: &impl InOrg, reach: &Reach, today: Day, id: PersonId) -> Result<Option<Person>> {
    let query = sql(SELECT).arg(on.org()).push(" and p.id = ").arg(id);
    person_within(query, reach, today, on.org(), "p.id").one(on).await
}

/// The person of a staff number, anywhere in the organisation.
pub async fn by_staff_number(on: &impl InOrg, staff_number: &str) -> Result<Option<Person>> {
    sql(SELECT).arg(on.org()).push(" and p.staff_number = ").arg(staff_number).one(on).await
}

#[derive(FromQueryResult)]
struct Numbered {
    staff_number: String,
    id: PersonId,
}

/// Who has these staff numbers; those that nobody has are left out.
pub async fn staff_numbers(on: &impl InOrg, numbers: &[String]) -> Result<BTreeMap<String, PersonId>> {
    let mut known = BTreeMap::new();
    for some in numbers.chunks(1000) {
        let rows: Vec<Numbered> = sql("select staff_number, id from person where org_id = ")
            .arg(on.org())
            .push(" and staff_number in ")
            .list(some.iter().cloned())
            .all(on)
            .await?;
        known.extend(rows.into_iter().map(|row| (row.staff_number, row.id)));
    }
    Ok(known)
}

/// Writes a new person.
pub async fn add(tx: &OrgTx, facts: &PersonFacts) -> Result<PersonId> {
    Ok(add_many(tx, std::slice::from_ref(facts)).await?.remove(0))
}

/// Writes new people, and gives their ids in the same order.
pub async fn add_many(tx: &OrgTx, facts: &[PersonFacts]) -> Result<Vec<PersonId>> {
    let mut rows = insert(
        "person",
        &[
            "org_id",
            "id",
            "staff_number",
            "number_folded",
            "given_name",
            "family_name",
            "name_folded",
            "email",
            "phone",
            "trade_code",
            "locale",
            "joined_day",
            "left_day",
            "version",
        ],
    );
    let mut ids = Vec::with_capacity(facts.len());
    for one in facts {
        let id: PersonId = tx.clock().id();
        rows.add([
            tx.org().into(),
            id.into(),
            one.staff_number.clone().into(),
            number_folded(one).into(),
            one.given_name.clone().into(),
            one.family_name.clone().into(),
            folded(one).into(),
            one.email.clone().into(),
            one.phone.clone().into(),
            one.trade_code.clone().into(),
            one.locale.into(),
            one.joined_day.into(),
            one.left_day.into(),
            1_i64.into(),
        ]);
        ids.push(id);
    }
    rows.run(tx).await?;
    Ok(ids)
}

/// Writes the facts over a person that nobody changed since `version`. The last day is not among them: leaving closes
/// more than a date, and is [`super::leave`].
pub async fn change(tx: &OrgTx, id: PersonId, version: i64, facts: &PersonFacts) -> Result<Change> {
    let touched =
        sql("update person set staff_number = $1, given_name = $2, family_name = $3, name_folded = $4, \
         email = $5, phone = $6, trade_code = $7, locale = $8, joined_day = $9, number_folded = $10, \
         version = version + 1 where org_id = $11 and id = $12 and version = $13")
        .bind(facts.staff_number.clone())
        .bind(facts.given_name.clone())
        .bind(facts.family_name.clone())
        .bind(folded(facts))
        .bind(facts.email.clone())
        .bind(facts.phone.clone())
        .bind(facts.trade_code.clone())
        .bind(facts.locale)
        .bind(facts.joined_day)
        .bind(number_folded(facts))
        .bind(tx.org())
        .bind(id)
        .bind(version)
        .run(tx)
        .await?;
    if touched == 0 {
        return Ok(Change::Stale);
    }
    units::team_changed(tx, id).await?;
    Ok(Change::Done(()))
}

/// What a person is found by, and sorted by: family name, given name.
fn folded(facts: &PersonFacts) -> String {
    fold(&format!("{} {}", facts.family_name, facts.given_name))
}

/// Apart from the name: only those may search it who may read it (SEC-09).
fn number_folded(facts: &PersonFacts) -> Option<String> {
    facts.staff_number.as_deref().map(fold)
}

/// Writes the language somebody reads in. It is their own choice, not a fact of the directory: the version stays.
pub async fn put_locale(tx: &OrgTx, id: PersonId, locale: relais_kernel::Locale) -> Result<()> {
    sql("update person set locale = $1 where org_id = $2 and id = $3")
        .bind(locale)
        .bind(tx.org())
        .bind(id)
        .run_one("person", tx)
        .await
}
