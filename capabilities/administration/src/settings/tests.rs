//! Settings through the real router.

use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, OrgDb, audit};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, an_organisation, granted},
};

use crate::manifest;

const PAGE: &str = "/administration/settings/baton.names_kept";

async fn somebody(app: &TestApp, role: Role) -> (OrgDb, Visitor) {
    let org = an_organisation(app.db()).await;
    let claire = a_person(&org, "Claire", "Dubois").await;
    granted(&org, claire, role, Scope::Network).await;
    let visitor = app.sign_in(org.org(), claire).await;
    (org, visitor)
}

#[tokio::test]
async fn an_administrator_reads_and_chooses_and_the_change_is_in_the_audit_log() {
    let app = TestApp::new(vec![manifest()]).await;
    let (org, visitor) = somebody(&app, Role::Admin).await;
    app.get(&visitor, "/administration/settings").await.is(200).holds("30 jours").lacks("d’origine");
    app.get(&visitor, PAGE).await.is(200).holds("value=\"30\"").holds("De 1 à 365.");
    let saved = app.post(&visitor, PAGE, &[("value", "45"), ("seen", "30")]).await.is(303);
    assert_eq!(saved.location.as_deref(), Some("/administration/settings"));
    let list = app.get(&visitor, "/administration/settings").await.is(200);
    list.holds("45 jours").holds("d’origine\u{a0}: 30 jours");
    let acts = audit::page(&org, org.org(), None, 10).await.unwrap();
    let act = acts.iter().find(|act| act.action == "administration.settings.set").unwrap();
    assert_eq!(act.detail, "baton.names_kept 30 45");
}

#[tokio::test]
async fn what_cannot_be_is_told_on_its_field_and_stays_typed() {
    let app = TestApp::new(vec![manifest()]).await;
    let (_, visitor) = somebody(&app, Role::Admin).await;
    let refused = app.post(&visitor, PAGE, &[("value", "400"), ("seen", "30")]).await.is(422);
    refused.holds("Écrivez un nombre entier de 1 à 365.").holds("value=\"400\"");
    app.post(&visitor, PAGE, &[("value", "20"), ("seen", "30")]).await.is(303);
    let wrong = app.post(&visitor, PAGE, &[("value", "mille"), ("seen", "30")]).await.is(422);
    wrong.holds("name=\"seen\" value=\"30\"");
    let late = app.post(&visitor, PAGE, &[("value", "40"), ("seen", "30")]).await.is(422);
    late.holds("vient de le régler sur 20").holds("value=\"40\"").holds("name=\"seen\" value=\"20\"");
    app.post(&visitor, PAGE, &[("value", "40"), ("seen", "20")]).await.is(303);
    app.get(&visitor, "/administration/settings/no.such").await.is(404);
}

#[tokio::test]
async fn sec_01_nobody_else_sets_anything() {
    let app = TestApp::new(vec![manifest()]).await;
    let (_, visitor) = somebody(&app, Role::CxLead).await;
    app.get(&visitor, "/administration/settings").await.is(404);
    app.get(&visitor, PAGE).await.is(404);
    app.post(&visitor, PAGE, &[("value", "45"), ("seen", "30")]).await.is(404);
}
