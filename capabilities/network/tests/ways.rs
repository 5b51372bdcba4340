//! Addresses that lead nowhere, back, or away.

use axum::body::Body;
use relais_directory::assignments::Function;
use relais_store::InOrg as _;
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned},
};

async fn manager() -> (TestApp, Visitor) {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let person = a_person(&org, "Nadège", "Fournier").await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    assigned(&org, person, evry, Function::Manager).await;
    let visitor = app.sign_in(org.org(), person).await;
    (app, visitor)
}

#[tokio::test]
async fn a_page_that_does_not_exist_keeps_the_way_around() {
    let (app, nadege) = manager().await;
    let lost = app.get(&nadege, "/nowhere").await.is(404);
    lost.holds("<h1>Cette page").holds("href=\"/units\"").holds("class=\"rail\"");
    let stranger = app.get(&Visitor::stranger(), "/nowhere").await.is(404);
    stranger.holds("<h1>Cette page").lacks("href=\"/units\"").lacks("class=\"rail\"");
}

#[tokio::test]
async fn a_form_s_own_address_leads_to_the_page_it_stood_on() {
    let (app, nadege) = manager().await;
    for (form, page) in
        [("/account/password", "/account"), ("/theme", "/"), ("/people/7/invite", "/people/7")]
    {
        assert_eq!(app.get(&nadege, form).await.is(303).location.as_deref(), Some(page));
    }
    let put = nadege.request("PUT", "/units").body(Body::empty()).unwrap();
    app.send(put).await.is(405).holds("<h1>Cette page");
}

#[tokio::test]
async fn sec_07_a_crafted_address_to_come_back_to_leads_to_the_start() {
    let (app, nadege) = manager().await;
    for elsewhere in ["/\t/evil.example", "//evil.example", "https://evil.example", "/\\evil.example"] {
        let fields = [("theme", "dark"), ("back", elsewhere)];
        assert_eq!(app.post(&nadege, "/theme", &fields).await.is(303).location.as_deref(), Some("/"));
    }
    let fields = [("theme", "dark"), ("back", "/units?q=x")];
    assert_eq!(app.post(&nadege, "/theme", &fields).await.is(303).location.as_deref(), Some("/units?q=x"));
}
