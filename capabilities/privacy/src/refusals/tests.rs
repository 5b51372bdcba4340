//! Refusals go both ways by file, through the real router (PRV-08).

use relais_contact::{Address, Channel, Phone, Typed, erase, find_or_add, is_suppressed};
use relais_kernel::{Locale, PersonId, Role, Scope};
use relais_store::{InOrg as _, OrgDb, sql};
use relais_testkit::{
    TestApp, Visitor,
    builders::{a_person, an_organisation, granted, today},
};

use crate::{
    manifest,
    tests::{rooms, schemas},
};

const NUMBER: &str = "06 12 34 56 78";

struct Place {
    app: TestApp,
    org: OrgDb,
    helene: PersonId,
    visitor: Visitor,
}

async fn place() -> Place {
    let app = TestApp::new(vec![manifest(rooms(), schemas())]).await;
    let org = an_organisation(app.db()).await;
    let helene = a_person(&org, "Hélène", "Kowalski").await;
    granted(&org, helene, Role::CxLead, Scope::Network).await;
    let visitor = app.sign_in(org.org(), helene).await;
    Place { app, org, helene, visitor }
}

impl Place {
    async fn refuses(&self, number: &str, channel: Channel) -> bool {
        is_suppressed(&self.org, &Address::Phone(Phone::read(number).unwrap()), channel).await.unwrap()
    }
}

#[tokio::test]
async fn prv_08_whoever_says_so_is_contacted_no_more_in_one_action() {
    let place = place().await;
    let sent = place.app.post(&place.visitor, "/privacy/refusals", &[("address", NUMBER)]).await.is(303);
    assert_eq!(sent.location.as_deref(), Some("/privacy/refusals"));
    assert!(place.refuses(NUMBER, Channel::Call).await && place.refuses(NUMBER, Channel::Sms).await);
    place
        .app
        .post(&place.visitor, "/privacy/refusals", &[("address", "36")])
        .await
        .is(422)
        .holds("address-error")
        .holds("value=\"36\"");
    let page = place.app.get(&place.visitor, "/privacy/refusals").await.is(200);
    page.lacks("12 34 56 78").lacks("⟦");
}

#[tokio::test]
async fn prv_08_a_file_of_refusals_is_taken_in_and_survives_erasure_and_reimport() {
    let place = place().await;
    let typed = Typed {
        given_name: None,
        address: Address::Phone(Phone::read(NUMBER).unwrap()),
        email: None,
        locale: Locale::Fr,
    };
    let tx = place.org.begin().await.unwrap();
    let contact = find_or_add(&tx, &typed, today()).await.unwrap();
    tx.commit().await.unwrap();
    let file = "Téléphone;Canal\n06 12 34 56 78;SMS\n0698765432;\nrien;\n06 12 34 56 78;SMS\n";
    let sent = async |file: &str| {
        let file = ("file", "refus.csv", file.as_bytes());
        place.app.upload(&place.visitor, "/privacy/refusals/import", &[], file).await
    };
    sent(file).await.is(200).holds("3 refus repris").holds("Une ligne ne se lit pas").holds(" 4.");
    assert!(place.refuses(NUMBER, Channel::Sms).await && !place.refuses(NUMBER, Channel::Call).await);
    assert!(place.refuses("0698765432", Channel::Call).await);
    sent(file).await.is(200).holds("Aucun refus nouveau").holds("étaient déjà connus");
    let tx = place.org.begin().await.unwrap();
    erase(&tx, contact, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert!(place.refuses(NUMBER, Channel::Sms).await);
    sent("Nom;Ville\nA;B\n").await.is(422).holds("file-error").holds("Aucune colonne");
    sent("%PDF-1.7").await.is(422).holds("file-error");
}

#[tokio::test]
async fn prv_08_another_system_gets_its_list_back_with_who_refused_and_nothing_of_it_is_kept() {
    let place = place().await;
    place.app.post(&place.visitor, "/privacy/refusals", &[("address", NUMBER)]).await.is(303);
    let list = "Nom;Mobile\nRivière;+33612345678\nDurand;0698765432\nPetit;zéro\n=1+1;0612345678\n";
    let file = ("list", "liste.csv", list.as_bytes());
    let got = place.app.upload(&place.visitor, "/privacy/refusals/mark", &[], file).await.is(200);
    assert_eq!(got.header("cache-control"), "no-store");
    let lines: Vec<&str> = got.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(
        lines,
        [
            "Nom;Mobile;Refus",
            "Rivière;+33612345678;appel, SMS",
            "Durand;0698765432;",
            "Petit;zéro;illisible",
            "'=1+1;0612345678;appel, SMS",
        ]
    );
    let kept: Option<i64> = sql("select count(*) from contact_suppression where org_id = $1")
        .bind(place.org.org())
        .value(&place.org)
        .await
        .unwrap();
    assert_eq!(kept, Some(2));
    let other = a_person(&place.org, "Inès", "Marchal").await;
    let ines = place.app.sign_in(place.org.org(), other).await;
    place.app.get(&ines, "/privacy/refusals").await.is(404);
    let again = ("list", "liste.csv", list.as_bytes());
    place.app.upload(&ines, "/privacy/refusals/mark", &[], again).await.is(404);
    assert_ne!(other, place.helene);
}
