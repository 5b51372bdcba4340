//! The database's rules about people, assignments, memberships and grants: each refuses by its name.

use relais_directory::assignments::Function;
use relais_kernel::{Day, OrgId};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, a_region, a_unit, assigned, day, granted},
    refused_by,
};

use crate::rows::{House, Row, id, person_row};

#[tokio::test]
async fn a_person_has_a_name_a_language_and_a_number_of_their_own() {
    let house = House::new().await;
    let row = person_row(&house.org).with("staff_number", "P100");
    house.refuses("person_of_organisation", row.clone().with("org_id", OrgId(id()))).await;
    house.refuses("person_trade_known", row.clone().with("trade_code", "magic")).await;
    house.refuses("person_locale_known", row.clone().with("locale", "de")).await;
    house.refuses("person_name_filled", row.clone().with("given_name", "")).await;
    let left = row.clone().with("joined_day", day("2026-05-01")).with("left_day", day("2026-04-30"));
    house.refuses("person_days_in_order", left).await;
    house.takes(&row).await;
    house.refuses("unique_person__staff_number", row.clone().again()).await;
    house.takes(&row.with("staff_number", None::<String>).again()).await;
}

/// A row that a builder would write, for a person of the same house.
async fn assignment_row(house: &House) -> Row {
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    Row::new(
        "assignment",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("person_id", person.into()),
            ("unit_id", unit.into()),
            ("function", "manager".into()),
            ("employer_id", house.only(&house.org, "employer").await.into()),
            ("kind", "regular".into()),
            ("main", true.into()),
            ("from_day", day("2026-01-01").into()),
            ("version", 1_i64.into()),
        ],
    )
}

#[tokio::test]
async fn net_01_an_assignment_outlasts_neither_its_unit_nor_its_person() {
    for (table, column, rule) in [
        ("unit", "closed_day", "assignment_within_its_unit"),
        ("person", "left_day", "assignment_within_its_person"),
    ] {
        let house = House::new().await;
        let row = assignment_row(&house).await;
        let tx = house.org.begin().await.unwrap();
        sql("update ")
            .push(table)
            .push(" set ")
            .push(column)
            .push(" = ")
            .arg(day("2026-12-31"))
            .run(&tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        house.refuses(rule, row.clone()).await;
        house.refuses(rule, row.clone().with("to_day", day("2027-01-01"))).await;
        house.takes(&row.with("to_day", day("2026-12-31"))).await;
        let tx = house.org.begin().await.unwrap();
        refused_by(sql("update assignment set to_day = null").run(&tx).await, rule);
    }
}

#[tokio::test]
async fn net_01_an_assignment_is_of_somebody_somewhere_by_an_employer() {
    let house = House::new().await;
    let row = assignment_row(&house).await;
    house.refuses("assignment_of_person", row.clone().with("person_id", id())).await;
    house.refuses("assignment_to_unit", row.clone().with("unit_id", id())).await;
    house.refuses("assignment_by_employer", row.clone().with("employer_id", id())).await;
    house.refuses("assignment_function_known", row.clone().with("function", "king")).await;
    house.refuses("assignment_kind_known", row.clone().with("kind", "eternal")).await;
    house.refuses("assignment_days_in_order", row.clone().with("to_day", day("2025-12-31"))).await;
    house.takes(&row).await;
}

#[tokio::test]
async fn net_01_a_replacement_without_end_is_refused_by_the_database() {
    let house = House::new().await;
    let row = assignment_row(&house).await.with("kind", "replacement");
    let rule = "replacement_ends_and_is_not_main";
    house.refuses(rule, row.clone().with("main", false)).await;
    house.refuses(rule, row.clone().with("to_day", day("2026-01-01"))).await;
    house.takes(&row.with("main", false).with("to_day", day("2026-01-01"))).await;
}

#[tokio::test]
async fn net_01_a_second_manager_is_refused_by_the_database() {
    let house = House::new().await;
    let row = assignment_row(&house).await;
    house.takes(&row).await;
    let other = a_person(&house.org, "Paul", "Roux").await;
    let second = row.with("person_id", other).with("from_day", day("2026-06-01")).again();
    house.refuses("unit_has_one_manager", second.clone()).await;
    let helper = second.clone().with("kind", "replacement").with("main", false);
    house.takes(&helper.with("to_day", day("2026-06-02")).again()).await;
    house.takes(&second.with("function", "deputy")).await;
    let tx = house.org.begin().await.unwrap();
    let promoted = sql("update assignment set function = 'manager' where function = 'deputy'").run(&tx).await;
    refused_by(promoted, "unit_has_one_manager");
}

#[tokio::test]
async fn net_01_a_second_main_unit_is_refused_by_the_database() {
    let house = House::new().await;
    let row = assignment_row(&house).await.with("function", "adviser");
    house.takes(&row.clone().with("to_day", day("2026-03-31"))).await;
    let elsewhere = a_unit(&house.org, "MAS", "Massy").await;
    let second = row.with("unit_id", elsewhere).with("from_day", day("2026-03-31")).again();
    house.refuses("person_has_one_main_unit", second.clone()).await;
    house.takes(&second.clone().with("main", false).again()).await;
    house.takes(&second.with("from_day", day("2026-04-01"))).await;
}

#[tokio::test]
async fn net_06_a_membership_is_of_somebody_in_a_region_once() {
    let house = House::new().await;
    let region = a_region(&house.org, "Essonne").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let row = Row::new(
        "region_member",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("region_id", region.into()),
            ("person_id", person.into()),
            ("function", "coach".into()),
            ("from_day", day("2026-01-01").into()),
        ],
    );
    house.refuses("member_of_region", row.clone().with("region_id", id())).await;
    house.refuses("member_is_person", row.clone().with("person_id", id())).await;
    house.refuses("member_function_known", row.clone().with("function", "king")).await;
    house.refuses("member_days_in_order", row.clone().with("to_day", day("2025-12-31"))).await;
    house.takes(&row).await;
    house.refuses("member_once_at_a_time", row.clone().again().with("from_day", day("2027-01-01"))).await;
    house.takes(&row.again().with("function", "host")).await;
}

#[tokio::test]
async fn net_08_a_grant_is_complete() {
    let house = House::new().await;
    let region = a_region(&house.org, "Essonne").await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let row = Row::new(
        "role_grant",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("person_id", person.into()),
            ("role", "coach".into()),
            ("scope", "region".into()),
            ("region_id", region.into()),
            ("from_day", day("2026-01-01").into()),
        ],
    );
    house.refuses("grant_to_person", row.clone().with("person_id", id())).await;
    house.refuses("grant_scope_complete", row.clone().with("scope", "network")).await;
    house.refuses("grant_scope_complete", row.clone().with("unit_id", unit)).await;
    house.refuses("grant_days_in_order", row.clone().with("to_day", Some(day("2025-12-31")))).await;
    house.refuses("grant_by_assignment", row.clone().with("assignment_id", id())).await;
    house.refuses("grant_by_membership", row.clone().with("membership_id", id())).await;
    house.refuses("grant_by_person", row.clone().with("granted_by", id())).await;
    house.refuses("nobody_gives_themselves_a_role", row.clone().with("granted_by", person)).await;
    let of_unit = row.clone().with("scope", "unit").with("region_id", None::<uuid::Uuid>);
    house.refuses("grant_in_unit", of_unit.with("unit_id", id())).await;
    house.takes(&row).await;
    let tx = house.org.begin().await.unwrap();
    refused_by(sql("delete from region where id = $1").bind(region).run(&tx).await, "grant_in_region");
}

#[tokio::test]
async fn net_08_only_the_main_hierarchy_gives_authority() {
    let house = House::new().await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let hierarchy = id();
    let reading = Row::new(
        "hierarchy",
        vec![
            ("org_id", house.org.org().into()),
            ("id", hierarchy.into()),
            ("code", "sales".into()),
            ("name", "Ventes".into()),
            ("main", false.into()),
        ],
    );
    house.takes(&reading).await;
    let region = id();
    let ours = Row::new(
        "region",
        vec![
            ("org_id", house.org.org().into()),
            ("id", region.into()),
            ("hierarchy_id", hierarchy.into()),
            ("code", "V1".into()),
            ("name", "Ventes Sud".into()),
            ("name_folded", "ventes sud".into()),
            ("version", 1_i64.into()),
        ],
    );
    house.takes(&ours).await;
    let row = Row::new(
        "role_grant",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("person_id", person.into()),
            ("role", "coach".into()),
            ("scope", "region".into()),
            ("region_id", region.into()),
            ("from_day", day("2026-01-01").into()),
        ],
    );
    house.refuses("grant_region_gives_authority", row.clone()).await;
    house.takes(&row.with("region_id", a_region(&house.org, "Essonne").await)).await;
}

#[tokio::test]
async fn what_brought_a_grant_stays_while_the_grant_does() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    assigned(&house.org, person, unit, Function::Adviser).await;
    granted(&house.org, person, relais_kernel::Role::Expert, relais_kernel::Scope::Network).await;
    let tx = house.org.begin().await.unwrap();
    refused_by(sql("delete from assignment").run(&tx).await, "grant_by_assignment");
    drop(tx);
    let held: Vec<Day> = sql("select from_day from role_grant").values(&house.org).await.unwrap();
    assert_eq!(held.len(), 2);
}
