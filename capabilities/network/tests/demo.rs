//! The demo's networks, as the requirements count them.

use relais_store::sql;
use relais_testkit::TestApp;

#[tokio::test]
async fn net_01_the_demo_has_one_direction_eight_shops_and_120_people() {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let demo = relais_network::manifest().demo.unwrap();
    demo(app.db()).await.unwrap();
    let count = async |text: &'static str| sql(text).value::<i64>(app.db()).await.unwrap().unwrap();
    assert_eq!(count("select count(*) from organisation").await, 2);
    let shops = "select count(*) from unit where kind = 'shop' and department_code in ('91', '94')";
    assert_eq!(count(shops).await, 8);
    let people = "select count(*) from assignment a join unit u on u.org_id = a.org_id and u.id = a.unit_id \
                  where u.department_code in ('91', '94') and u.kind in ('shop', 'support') and a.main";
    assert_eq!(count(people).await, 120);
    assert_eq!(count("select count(*) from assignment where function = 'manager'").await, 12);
    let both = "select count(*) from account_person group by account_id having count(*) = 2";
    assert_eq!(count(both).await, 2, "one account has a place in both");
}
