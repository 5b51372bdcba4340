//! Who left, according to a complete file (OPS-06): the active people whom it no longer names. A file that would close
//! too many of them is more likely cut short than right, and is stopped as a whole.

use relais_directory::people;
use relais_kernel::{Day, ImportId, PersonId};
use relais_store::{InOrg, OrgTx, Result, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;

use super::{
    apply::Trouble,
    changes::{self, Noun, Touched},
    findings::Difference,
    survey::Survey,
};

/// Whether so many leavers stop a file: more than `percent` of those who are active.
pub(super) fn too_many(leavers: i64, active: i64, percent: u32) -> bool {
    leavers * 100 > active * i64::from(percent)
}

/// Somebody active with a staff number.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Leaver {
    pub(super) id: PersonId,
    staff_number: String,
    given_name: String,
    family_name: String,
}

impl Leaver {
    /// As told before anything is written.
    pub(super) fn difference(&self, last_day: Day) -> Difference {
        Difference {
            line: 0,
            label: self.staff_number.clone(),
            name: format!("{} {}", self.given_name, self.family_name),
            what: "leaves".to_owned(),
            fields: vec![("left_day".to_owned(), String::new(), last_day.to_string())],
        }
    }
}

/// The leavers after an id, at most `size`, in order of ids; people who came today are not missing yet.
pub(super) async fn after(
    on: &impl InOrg,
    survey: &Survey,
    today: Day,
    mut last: Option<PersonId>,
    size: usize,
) -> Result<Vec<Leaver>> {
    let mut found = Vec::new();
    loop {
        let query = sql(
            "select id, staff_number, given_name, family_name from person where staff_number is not null \
             and org_id = ",
        )
        .arg(on.org())
        .push(" and coalesce(left_day, 99991231) >= ")
        .arg(today)
        .push(" and coalesce(joined_day, 10101) < ")
        .arg(today);
        let query = match last {
            Some(id) => query.push(" and id > ").arg(id),
            None => query,
        };
        let page: Vec<Leaver> = query.push(" order by id limit 1000").all(on).await?;
        let Some(end) = page.last().map(|leaver| leaver.id) else { return Ok(found) };
        last = Some(end);
        for leaver in page {
            if !survey.names(&leaver.staff_number) {
                found.push(leaver);
            }
            if found.len() == size {
                return Ok(found);
            }
        }
    }
}

/// How many the file would close, of those whom it no longer names.
pub(super) async fn missing(on: &impl InOrg, survey: &Survey, today: Day) -> Result<i64> {
    let (mut last, mut count) = (None, 0_i64);
    loop {
        let some = after(on, survey, today, last, 1000).await?;
        let Some(end) = some.last() else { return Ok(count) };
        last = Some(end.id);
        count += i64::try_from(some.len()).unwrap_or(0);
    }
}

/// How many people are active whom a file can name.
pub(super) async fn active(on: &impl InOrg, today: Day) -> Result<i64> {
    let count = sql("select count(*) from person where org_id = $1 and staff_number is not null \
         and coalesce(left_day, 99991231) >= $2")
    .bind(on.org())
    .bind(today)
    .value(on)
    .await?;
    Ok(count.unwrap_or(0))
}

/// Whether the file would leave the network without any administrator.
pub(super) async fn without_admin(on: &impl InOrg, survey: &Survey, today: Day) -> Result<bool> {
    let admins: Vec<Option<String>> = sql("select p.staff_number from role_grant g \
         join person p on p.org_id = g.org_id and p.id = g.person_id where g.org_id = $1 and g.role = 'admin' \
         and g.scope = 'network' and g.from_day <= $2 and coalesce(g.to_day, 99991231) >= $2 \
         and coalesce(p.left_day, 99991231) >= $2")
    .bind(on.org())
    .bind(today)
    .values(on)
    .await?;
    let leaves = |number: &Option<String>| number.as_ref().is_some_and(|number| !survey.names(number));
    Ok(!admins.is_empty() && admins.iter().all(leaves))
}

/// Closes leavers with the day before as their last one, and what is needed to take them back.
pub(super) async fn close(
    tx: &OrgTx,
    import: ImportId,
    leavers: &[Leaver],
    today: Day,
) -> Result<(), Trouble> {
    let touched: Vec<Touched> = leavers
        .iter()
        .map(|leaver| Touched {
            noun: Noun::Person,
            id: leaver.id.0,
            line: 0,
            label: leaver.staff_number.clone(),
        })
        .collect();
    let before = changes::remember(tx, &touched).await?;
    for leaver in leavers {
        if let Err(fault) = people::leave(tx, leaver.id, today.plus(-1), today).await? {
            let number = &leaver.staff_number;
            return Err(Trouble::Line(
                Fault::of_form("import-leaver-stays").with("number", number).with("why", fault.key),
            ));
        }
    }
    changes::record(tx, import, &touched, &before).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ops_06_more_than_the_share_is_too_many() {
        assert!(!too_many(0, 0, 5));
        assert!(!too_many(5, 100, 5));
        assert!(too_many(6, 100, 5));
        assert!(too_many(1, 19, 5));
        assert!(!too_many(1, 20, 5));
        assert!(too_many(1, 20, 0));
    }
}
