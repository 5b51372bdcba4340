//! An organisation begins with what it needs.

use relais_directory::{
    employers::{self, EmployerKind},
    organisations::{self, HierarchyInput, OrganisationInput},
    trades,
};
use relais_store::InOrg as _;
use relais_testkit::builders::{a_person, directory_words, today};

use crate::rows::House;

#[tokio::test]
async fn a_new_organisation_has_what_it_needs_to_begin() {
    let house = House::new().await;
    let own = organisations::by_id(&house.org, house.org.org()).await.unwrap().unwrap();
    assert_eq!(own.name, "Énergie Proche");
    assert_eq!(own.today(house.org.clock().now()), today());
    assert_eq!(organisations::by_slug(&house.org, &own.slug).await.unwrap(), Some(own));
    let hierarchies = organisations::hierarchies(&house.org).await.unwrap();
    assert_eq!(hierarchies.iter().map(|h| (h.name.as_str(), h.main)).collect::<Vec<_>>(), [("Réseau", true)]);
    let employers = employers::list(&house.org).await.unwrap();
    assert_eq!((employers[0].name.as_str(), employers[0].kind), ("Énergie Proche", EmployerKind::Own));
    let trades = trades::list(&house.org).await.unwrap();
    assert_eq!(trades.len(), trades::USUAL.len());
    assert!(trades.iter().any(|t| t.code == "technical" && t.name == "Technique"), "{trades:?}");
}

#[tokio::test]
async fn net_04_an_organisation_is_named_in_its_language() {
    let house = House::new().await;
    let input = OrganisationInput { name: "Close Energy".into(), locale: "en".into(), ..Default::default() };
    let tx = house.test.db().begin().await.unwrap();
    let id = organisations::create(&tx, &directory_words(), &input.check().unwrap()).await.unwrap();
    tx.commit().await.unwrap();
    let org = house.test.db().org(id);
    assert_eq!(organisations::main_hierarchy(&org).await.unwrap().name, "Network");
    assert_eq!(organisations::all(house.test.db()).await.unwrap().len(), 2);
}

#[tokio::test]
async fn another_hierarchy_serves_for_reading() {
    let house = House::new().await;
    let facts = HierarchyInput { code: "sales".into(), name: "Ventes".into() }.check().unwrap();
    let tx = house.org.begin().await.unwrap();
    organisations::add_hierarchy(&tx, &facts).await.unwrap();
    tx.commit().await.unwrap();
    let hierarchies = organisations::hierarchies(&house.org).await.unwrap();
    assert_eq!(hierarchies.iter().map(|h| h.main).collect::<Vec<_>>(), [true, false]);
    let tx = house.org.begin().await.unwrap();
    let refused = organisations::add_hierarchy(&tx, &facts).await.unwrap_err();
    let fault = organisations::refusal(refused.violation().unwrap()).unwrap();
    assert_eq!(fault.key, "hierarchy-code-taken");
}

#[tokio::test]
async fn an_account_finds_its_organisations() {
    let house = House::new().await;
    let person = a_person(&house.org, "Inès", "Marchal").await;
    let account = crate::grants::signed_in(&house, person).await;
    let found = organisations::of_account(&house.org, account).await.unwrap();
    assert_eq!(found.iter().map(|o| o.id).collect::<Vec<_>>(), [house.org.org()]);
}

#[tokio::test]
async fn employers_and_trades_are_found_before_they_are_added() {
    let house = House::new().await;
    let tx = house.org.begin().await.unwrap();
    let facts =
        employers::EmployerInput { name: "Intérim 91".into(), kind: "temporary".into() }.check().unwrap();
    let id = employers::find_or_add(&tx, &facts).await.unwrap();
    let again = employers::EmployerFacts { name: "INTERIM 91".into(), ..facts };
    assert_eq!(employers::find_or_add(&tx, &again).await.unwrap(), id);
    assert_eq!(trades::find_or_add(&tx, "technique").await.unwrap().as_deref(), Some("technical"));
    assert_eq!(trades::find_or_add(&tx, "Après-vente").await.unwrap().as_deref(), Some("apres_vente"));
    assert_eq!(trades::find_or_add(&tx, "  ").await.unwrap(), None);
    assert_eq!(trades::list(&tx).await.unwrap().len(), trades::USUAL.len() + 1);
}
