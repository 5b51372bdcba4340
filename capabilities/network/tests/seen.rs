//! PRV-05: what one's manager sees of one, with the manager's own rights.

use relais_directory::assignments::Function;
use relais_network::manifest;
use relais_store::InOrg as _;
use relais_testkit::{
    TestApp,
    builders::{a_person, a_unit, an_organisation, assigned},
};

#[tokio::test]
async fn prv_05_somebody_sees_what_their_manager_sees_of_them() {
    let app = TestApp::new(vec![manifest()]).await;
    let org = an_organisation(app.db()).await;
    let unit = a_unit(&org, "EVR", "Évry").await;
    let (ines, nadege) =
        (a_person(&org, "Inès", "Marchal").await, a_person(&org, "Nadège", "Fournier").await);
    assigned(&org, ines, unit, Function::Adviser).await;
    let visitor = app.sign_in(org.org(), ines).await;
    app.get(&visitor, "/account/seen").await.is(200).holds("Personne ne répond de votre unité");
    assigned(&org, nadege, unit, Function::Manager).await;

    let seen = app.get(&visitor, "/account/seen").await.is(200);
    let seen = seen.holds("telle que votre responsable la voit").holds("Inès Marchal");
    let page = app.get(&app.sign_in(org.org(), nadege).await, &format!("/people/{ines}")).await.is(200);
    // What she may do there is hers alone; what she reads is told.
    assert!(page.body.contains(&format!("/people/{ines}/replace")) || page.body.contains("/move"));
    seen.lacks("/replace").lacks("/move").lacks("/end").lacks("/edit");
    let own = app.get(&visitor, &format!("/people/{ines}")).await.is(200);
    assert!(own.body.contains("id=\"roles\""), "she sees her own roles");
    assert_eq!(
        app.get(&visitor, "/account/seen").await.body.contains("id=\"roles\""),
        page.body.contains("id=\"roles\""),
        "and here what her manager sees of them"
    );
}
