//! The directory's own lists: named anew, taken away while nothing bears them, by whoever keeps them.

use relais_directory::{
    assignments::Function,
    employers::{self, EmployerKind},
    organisations, trades,
};
use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, a_unit, an_organisation, assigned, granted},
    refused_by,
};

async fn office() -> (TestApp, OrgDb, Visitor) {
    let app = TestApp::new(vec![relais_network::manifest()]).await;
    let org = an_organisation(app.db()).await;
    let thomas = a_person(&org, "Thomas", "Girard").await;
    granted(&org, thomas, Role::Admin, Scope::Network).await;
    let visitor = app.sign_in(org.org(), thomas).await;
    (app, org, visitor)
}

#[tokio::test]
async fn net_03_a_trade_is_named_anew_and_goes_when_nobody_is_of_it() {
    let (app, org, thomas) = office().await;
    app.post(&thomas, "/settings/trades", &[("name", "Aprés-vente")]).await.is(303);
    let page = "/settings/trades/apres_vente";
    app.get(&thomas, "/settings/directory").await.is(200).holds(page);
    app.get(&thomas, page).await.is(200).holds("value=\"Aprés-vente\"");
    let said = |name, was| [("name", name), ("was_name", was)];
    app.post(&thomas, page, &said("", "Aprés-vente")).await.is(422).holds("href=\"#name\"");
    app.post(&thomas, page, &said("sales", "Aprés-vente")).await.is(422).holds("href=\"#name\"");
    app.post(&thomas, page, &said("Après-vente", "Aprés-vente")).await.is(303);
    let stale = app.post(&thomas, page, &said("SAV", "Aprés-vente")).await.is(422);
    stale.holds("entre-temps").holds("value=\"SAV\"");

    let ines = a_person(&org, "Inès", "Marchal").await;
    let of = async |trade: Option<&str>| {
        let tx = org.begin().await.unwrap();
        let trade = trade.map(str::to_owned);
        sql("update person set trade_code = $1 where id = $2").bind(trade).bind(ines).run(&tx).await.unwrap();
        tx.commit().await.unwrap();
    };
    of(Some("apres_vente")).await;
    app.post(&thomas, &format!("{page}/remove"), &[]).await.is(422).holds("s’en sert encore");
    of(None).await;
    app.post(&thomas, &format!("{page}/remove"), &[]).await.is(303);
    app.get(&thomas, page).await.is(404);
    let usual = app.post(&thomas, "/settings/trades/sales", &said("Vente", "Commerciale")).await.is(422);
    usual.holds("dans la langue de chacun");
    assert!(trades::list(&org).await.unwrap().iter().all(|trade| trade.name != "SAV"));
}

#[tokio::test]
async fn net_01_an_employer_changes_and_the_last_of_ones_own_stays() {
    let (app, org, thomas) = office().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let own = employers::list(&org).await.unwrap().remove(0);
    let page = format!("/settings/employers/{}", own.id);
    let was = [("was_name", own.name.as_str()), ("was_second", "own")];
    let as_franchise = [&[("name", "Clairlien"), ("second", "franchise")], &was[..]].concat();
    app.post(&thomas, &page, &as_franchise).await.is(422).holds("href=\"#second\"");
    app.post(&thomas, &format!("{page}/remove"), &[]).await.is(422).holds("seul employeur");
    let renamed = [&[("name", "Clairlien SAS"), ("second", "own")], &was[..]].concat();
    app.post(&thomas, &page, &renamed).await.is(303);
    app.post(&thomas, &page, &renamed).await.is(422).holds("entre-temps");

    app.post(&thomas, "/settings/employers", &[("name", "Clair 2"), ("kind", "own")]).await.is(303);
    let ines = a_person(&org, "Inès", "Marchal").await;
    assigned(&org, ines, evry, Function::Adviser).await;
    app.post(&thomas, &format!("{page}/remove"), &[]).await.is(422).holds("s’en sert encore");
    let other = employers::list(&org).await.unwrap().into_iter().find(|e| e.name == "Clair 2").unwrap();
    app.post(&thomas, &format!("/settings/employers/{}/remove", other.id), &[]).await.is(303);
    let left = employers::list(&org).await.unwrap();
    assert_eq!(
        left.iter().map(|e| (e.name.as_str(), e.kind)).collect::<Vec<_>>(),
        [("Clairlien SAS", EmployerKind::Own)]
    );
}

#[tokio::test]
async fn net_09_the_hierarchy_that_gives_authority_stays() {
    let (app, org, thomas) = office().await;
    app.post(&thomas, "/hierarchies", &[("name", "Travaux"), ("code", "travaux")]).await.is(303);
    let all = organisations::hierarchies(&org).await.unwrap();
    let (main, works) = (&all[0], &all[1]);
    let page = format!("/hierarchies/{}", works.id);
    let was = [("was_name", "Travaux"), ("was_second", "travaux")];
    let taken = [&[("name", "Travaux"), ("second", main.code.as_str())], &was[..]].concat();
    app.post(&thomas, &page, &taken).await.is(422).holds("href=\"#second\"");
    let renamed = [&[("name", "Zones de travaux"), ("second", "zones")], &was[..]].concat();
    app.post(&thomas, &page, &renamed).await.is(303);
    app.post(&thomas, &format!("/hierarchies/{}/remove", main.id), &[])
        .await
        .is(422)
        .holds("donne l’autorité");
    let of_main = [("name", "X"), ("second", "x"), ("was_name", &main.name), ("was_second", &main.code)];
    app.post(&thomas, &format!("/hierarchies/{}", main.id), &of_main).await.is(422).holds("donne l’autorité");
    app.post(&thomas, &format!("{page}/remove"), &[]).await.is(303);
    assert_eq!(organisations::hierarchies(&org).await.unwrap().len(), 1);

    let tx = org.begin().await.unwrap();
    let gone = sql("delete from hierarchy where id = $1").bind(main.id).run(&tx).await;
    refused_by(gone, "main_hierarchy_stays");
}

#[tokio::test]
async fn sec_01_the_lists_are_kept_by_human_resources_and_administrators() {
    let (app, org, _) = office().await;
    let evry = a_unit(&org, "EVR", "Évry").await;
    let nadege = a_person(&org, "Nadège", "Fournier").await;
    assigned(&org, nadege, evry, Function::Manager).await;
    let visitor = app.sign_in(org.org(), nadege).await;
    let own = employers::list(&org).await.unwrap().remove(0).id;
    for page in ["/settings/trades/sales".to_owned(), format!("/settings/employers/{own}")] {
        app.get(&visitor, &page).await.is(404);
        app.post(&visitor, &page, &[("name", "X")]).await.is(404);
        app.post(&visitor, &format!("{page}/remove"), &[]).await.is(404);
    }
}
