//! The database's rules about organisations, regions and units: each refuses by its name.

use relais_kernel::{Locale, OrgId};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_region, a_region_below, a_unit, day, placed},
    refused_by,
};
use sea_orm::Value;

use crate::rows::{House, Row, id, opening_row, unit_row};

fn nowhere() -> OrgId {
    OrgId(id())
}

#[tokio::test]
async fn an_organisation_has_a_name_a_language_and_a_short_name_of_its_own() {
    let house = House::new().await;
    let slug: String = sql("select slug from organisation").value(&house.org).await.unwrap().unwrap();
    let row = Row::new(
        "organisation",
        vec![
            ("id", id().into()),
            ("slug", "autre".into()),
            ("name", "Autre".into()),
            ("locale", Locale::En.into()),
            ("time_zone", "Europe/Paris".into()),
            ("created_at", 0_i64.into()),
        ],
    );
    house.refuses("organisation_name_filled", row.clone().with("name", "")).await;
    house.refuses("organisation_locale_known", row.clone().with("locale", "de")).await;
    house.refuses("unique_organisation__slug", row.clone().with("slug", slug)).await;
    house.takes(&row).await;
}

#[tokio::test]
async fn an_organisation_has_one_main_hierarchy() {
    let house = House::new().await;
    let row = Row::new(
        "hierarchy",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("code", "sales".into()),
            ("name", "Ventes".into()),
            ("main", false.into()),
        ],
    );
    house.refuses("unique_hierarchy__main", row.clone().with("main", true)).await;
    house.refuses("unique_hierarchy__code", row.clone().with("code", "main")).await;
    house.refuses("hierarchy_of_organisation", row.clone().with("org_id", nowhere())).await;
    house.takes(&row).await;
    house.takes(&row.with("code", "more").again()).await;
}

#[tokio::test]
async fn net_06_a_region_stands_in_one_hierarchy() {
    let house = House::new().await;
    let main = house.only(&house.org, "hierarchy").await;
    let other = Row::new(
        "hierarchy",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("code", "sales".into()),
            ("name", "Ventes".into()),
            ("main", false.into()),
        ],
    );
    house.takes(&other).await;
    let hierarchies = relais_directory::organisations::hierarchies(&house.org).await.unwrap();
    let elsewhere = hierarchies.iter().find(|h| !h.main).unwrap().id;
    let top = a_region(&house.org, "nord").await;
    let own = id();
    let row = Row::new(
        "region",
        vec![
            ("org_id", house.org.org().into()),
            ("id", own.into()),
            ("hierarchy_id", main.into()),
            ("code", "R1".into()),
            ("name", "Essonne".into()),
            ("name_folded", "essonne".into()),
            ("version", 1_i64.into()),
        ],
    );
    house.refuses("region_of_hierarchy", row.clone().with("hierarchy_id", id())).await;
    let below_elsewhere = row.clone().with("hierarchy_id", elsewhere).with("parent_id", top);
    house.refuses("region_below_same_hierarchy", below_elsewhere).await;
    house.refuses("region_not_below_itself", row.clone().with("parent_id", own)).await;
    house.refuses("region_name_filled", row.clone().with("name", "")).await;
    house.refuses("unique_region__hierarchy_id_code", row.clone().with("code", "nord")).await;
    house.takes(&row.clone().with("parent_id", top)).await;
    house.takes(&row.with("hierarchy_id", elsewhere).again()).await;
}

/// What the links of regions and places hang on: without it the database cannot follow them.
#[tokio::test]
async fn net_06_a_region_is_found_with_its_hierarchy() {
    let rule = "region_place_once";
    let house = House::new().await;
    let top = a_region(&house.org, "Nord").await;
    let below = a_region_below(&house.org, Some(top), "Essonne").await;
    placed(&house.org, a_unit(&house.org, "EVR", "Évry").await, below).await;
    let regions = relais_directory::regions::below(&house.org, &[top]).await.unwrap();
    assert_eq!(regions.len(), 2, "{rule}");
}

#[tokio::test]
async fn net_01_an_employer_is_known_once() {
    let house = House::new().await;
    let row = Row::new(
        "employer",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("name", "Intérim 91".into()),
            ("name_folded", "interim 91".into()),
            ("kind", "temporary".into()),
        ],
    );
    house.refuses("employer_kind_known", row.clone().with("kind", "friend")).await;
    house.refuses("employer_of_organisation", row.clone().with("org_id", nowhere())).await;
    house.refuses("unique_employer__name_folded", row.clone().with("name_folded", "energie proche")).await;
    house.takes(&row).await;
}

#[tokio::test]
async fn net_03_a_trade_is_an_organisations() {
    let house = House::new().await;
    let row = Row::new(
        "trade",
        vec![("org_id", nowhere().into()), ("code", "fibre".into()), ("name", "Fibre".into())],
    );
    house.refuses("trade_of_organisation", row.clone()).await;
    house.takes(&row.with("org_id", house.org.org())).await;
}

#[tokio::test]
async fn net_02_a_unit_is_what_and_where_it_says() {
    let house = House::new().await;
    let row = unit_row(&house.org);
    house.refuses("unit_department_known", row.clone().with("department_code", "20")).await;
    house.refuses("unit_kind_known", row.clone().with("kind", "palace")).await;
    house.refuses("unit_locale_known", row.clone().with("locale", "de")).await;
    house.refuses("unit_name_filled", row.clone().with("name", "")).await;
    let closed = row.clone().with("opened_day", day("2026-05-01")).with("closed_day", day("2026-04-30"));
    house.refuses("unit_days_in_order", closed).await;
    house.refuses("unit_of_organisation", row.clone().with("org_id", nowhere())).await;
    house.takes(&row).await;
    house.refuses("unique_unit__code", row.clone().again()).await;
    house.takes(&row.with("code", "EVR2").again()).await;
}

#[tokio::test]
async fn net_07_a_channel_is_a_known_one_of_a_unit() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let row = Row::new(
        "unit_channel",
        vec![("org_id", house.org.org().into()), ("unit_id", unit.into()), ("channel", "chat".into())],
    );
    house.refuses("channel_known", row.clone().with("channel", "pigeon")).await;
    house.refuses("channel_of_unit", row.clone().with("unit_id", id())).await;
    house.takes(&row).await;
}

#[tokio::test]
async fn openings_of_a_day_are_few_and_apart() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let row = opening_row(&house.org, unit);
    house.refuses("opening_of_unit", row.clone().with("unit_id", id())).await;
    house.refuses("opening_weekday_known", row.clone().with("weekday", 8_i32)).await;
    house.refuses("opening_in_order", row.clone().with("closes", 540_i32)).await;
    house.refuses("opening_in_order", row.clone().with("closes", 1441_i32)).await;
    house.takes(&row).await;
    house.refuses("openings_do_not_overlap", row.clone().with("opens", 719_i32).again()).await;
    for opens in [720_i32, 780, 840] {
        let next = row.clone().with("opens", opens).with("closes", opens + 60).again();
        house.takes(&next).await;
    }
    let fifth = row.clone().with("opens", 1200_i32).with("closes", 1260_i32).again();
    house.refuses("day_has_at_most_four_openings", fifth.clone()).await;
    house.takes(&fifth.with("weekday", 2_i32)).await;
}

#[tokio::test]
async fn a_day_differs_once() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let row = Row::new(
        "unit_exception",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("unit_id", unit.into()),
            ("day", day("2026-12-24").into()),
            ("note", "Réveillon".into()),
        ],
    );
    house.refuses("exception_of_unit", row.clone().with("unit_id", id())).await;
    house.refuses("exception_in_order", row.clone().with("opens", 720_i32).with("closes", 540_i32)).await;
    house.takes(&row).await;
    house.refuses("unique_unit_exception__unit_id_day", row.again()).await;
}

#[tokio::test]
async fn a_unit_has_one_place_a_hierarchy() {
    let house = House::new().await;
    let unit = a_unit(&house.org, "EVR", "Évry").await;
    let region = a_region(&house.org, "Essonne").await;
    let row = Row::new(
        "unit_place",
        vec![
            ("org_id", house.org.org().into()),
            ("id", id().into()),
            ("unit_id", unit.into()),
            ("hierarchy_id", house.only(&house.org, "hierarchy").await.into()),
            ("region_id", region.into()),
            ("from_day", day("2026-01-01").into()),
            ("to_day", Value::from(Some(day("2026-06-30")))),
        ],
    );
    house.refuses("place_of_unit", row.clone().with("unit_id", id())).await;
    house.refuses("place_in_region", row.clone().with("region_id", id())).await;
    house.refuses("place_days_in_order", row.clone().with("to_day", day("2025-12-31"))).await;
    house.takes(&row).await;
    let next = row.again().with("to_day", None::<relais_kernel::Day>);
    house.refuses("unit_has_one_place", next.clone().with("from_day", day("2026-06-30"))).await;
    house.takes(&next.with("from_day", day("2026-07-01"))).await;
    let tx = house.org.begin().await.unwrap();
    let longer = sql("update unit_place set to_day = 20260701 where to_day = 20260630").run(&tx).await;
    refused_by(longer, "unit_has_one_place");
}
