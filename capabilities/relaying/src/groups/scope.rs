//! Which departments a group answers for (EXP-04). A group without any answers for the whole network.

use std::collections::HashMap;

use relais_directory::departments;
use relais_kernel::UnitId;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::store::{Theme, themes};

/// As many as a region has, and some more.
pub(crate) const MOST_DEPARTMENTS: usize = 30;

/// Departments by group, in their order.
pub(crate) type Scopes = HashMap<Uuid, Vec<String>>;

/// Departments as one types them: `91, 94`.
pub(super) fn check(typed: &str) -> Result<Vec<&'static str>, Fault> {
    let mut codes = Vec::new();
    for one in typed.split([',', ';', ' ', '\n', '\t']).map(str::trim).filter(|one| !one.is_empty()) {
        let code = departments::official(one)
            .ok_or_else(|| Fault::on("departments", "unit-department-unknown").with("typed", one))?;
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    if codes.len() > MOST_DEPARTMENTS {
        return Err(Fault::on("departments", "group-departments-too-many").with("n", MOST_DEPARTMENTS));
    }
    codes.sort_unstable();
    Ok(codes)
}

/// Whether a group with these departments answers for somebody who works in that one. Who works in none is answered by all.
pub(crate) fn covers(scope: Option<&Vec<String>>, department: Option<&str>) -> bool {
    match (scope, department) {
        (None, _) | (_, None) => true,
        (Some(codes), Some(department)) => codes.iter().any(|code| code == department),
    }
}

#[derive(FromQueryResult)]
struct Line {
    group_id: Uuid,
    department_code: String,
}

/// The departments of all groups that have some.
pub(crate) async fn all(on: &impl InOrg) -> Result<Scopes> {
    let lines: Vec<Line> = sql(
        "select group_id, department_code from group_department where org_id = $1 order by department_code",
    )
    .bind(on.org())
    .all(on)
    .await?;
    let mut scopes = Scopes::new();
    for line in lines {
        scopes.entry(line.group_id).or_default().push(line.department_code);
    }
    Ok(scopes)
}

/// The department of a unit.
pub(crate) async fn of_unit(on: &impl InOrg, unit: Option<UnitId>) -> Result<Option<String>> {
    let Some(unit) = unit else { return Ok(None) };
    sql("select department_code from unit where org_id = $1 and id = $2")
        .bind(on.org())
        .bind(unit)
        .value(on)
        .await
}

/// The themes of the groups that answer for where somebody works, and of the one that was chosen; all of them, and that it is
/// so, where no group does (EXP-04).
pub(crate) async fn near(on: &impl InOrg, unit: Option<UnitId>, chosen: &str) -> Result<(Vec<Theme>, bool)> {
    let (scopes, department) = (all(on).await?, of_unit(on, unit).await?);
    let themes = themes(on).await?;
    let answers = |theme: &Theme| covers(scopes.get(&theme.group_id), department.as_deref());
    let elsewhere = !themes.is_empty() && !themes.iter().any(answers);
    let wanted = themes.iter().find(|theme| theme.id.to_string() == chosen).map(|theme| theme.group_id);
    let near = |theme: &Theme| elsewhere || answers(theme) || wanted == Some(theme.group_id);
    Ok((themes.iter().filter(|theme| near(theme)).cloned().collect(), elsewhere))
}

/// Writes a group's departments anew.
pub(super) async fn write(tx: &OrgTx, group: Uuid, codes: &[&'static str]) -> Result<()> {
    sql("delete from group_department where org_id = $1 and group_id = $2")
        .bind(tx.org())
        .bind(group)
        .run(tx)
        .await?;
    let mut rows = insert("group_department", &["org_id", "group_id", "department_code"]);
    for code in codes {
        rows.add([tx.org().into(), group.into(), (*code).into()]);
    }
    rows.run(tx).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_04_a_group_answers_for_its_departments_or_for_all() {
        let own = vec!["91".to_owned(), "94".to_owned()];
        assert!(covers(Some(&own), Some("94")) && !covers(Some(&own), Some("77")));
        assert!(covers(None, Some("77")), "a group without any answers for the whole network");
        assert!(covers(Some(&own), None), "who works in no unit asks anybody");
    }

    #[test]
    fn exp_04_departments_are_typed_as_one_says_them() {
        assert_eq!(check(" 94, 91;2a\n91 ").unwrap(), ["2A", "91", "94"]);
        assert_eq!(check("  ").unwrap(), Vec::<&str>::new());
        let fault = check("91, 999").unwrap_err();
        assert_eq!((fault.field.as_ref(), fault.key.as_ref()), ("departments", "unit-department-unknown"));
    }
}
