//! An adviser asks those who know, and is answered.

use relais_directory::assignments::Function;
use relais_store::{InOrg as _, sql};
use relais_testkit::builders::{a_person, a_unit, assigned};

use crate::world::World;

#[tokio::test]
async fn exp_01_an_adviser_asks_and_nobody_stands_between() {
    let world = World::new().await;
    world.reads(world.ines, "/questions/new").await.holds("Aucun groupe à qui demander");
    let theme = world.group().await;
    world.reads(world.ines, "/groups").await.holds("Experts 91-94").holds("Karim Martin");
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote orange."), ("anyway", "1")];
    let asked = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    // It is there for the group at once, and for nobody else.
    world
        .reads(world.karim, "/questions")
        .await
        .holds("Le voyant clignote orange.")
        .holds("Ce qui attend vos groupes");
    world.reads(world.lea, &asked).await.holds("Votre réponse").holds("Évry");
    let stranger = a_person(&world.org, "Zoé", "Petit").await;
    let unit = a_unit(&world.org, "MAS", "Massy").await;
    assigned(&world.org, stranger, unit, Function::Adviser).await;
    let zoe = world.app.sign_in(world.org.org(), stranger).await;
    world.app.get(&zoe, &asked).await.is(404);
    world.app.post(&zoe, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(404);
    world.posts(world.ines, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(404);
}

#[tokio::test]
async fn exp_02_the_answer_is_told_and_the_promise_ends() {
    let world = World::new().await;
    let theme = world.group().await;
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote orange."), ("anyway", "1")];
    let asked = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world.posts(world.karim, &format!("{asked}/answer"), &[("words", " ")]).await.is(422).holds("Le voyant");
    world.posts(world.karim, &format!("{asked}/answer"), &[("words", "1. Débrancher.")]).await.is(303);
    let read = world.reads(world.ines, &asked).await;
    read.holds("1. Débrancher.").holds("Répondue").lacks("Votre réponse");
    let open: Option<i64> =
        sql("select count(*) from baton where state = 'held'").value(&world.org).await.unwrap();
    assert_eq!(open, Some(0));
    world.posts(world.lea, &format!("{asked}/answer"), &[("words", "Trop tard.")]).await.is(422);
    world.reads(world.karim, "/questions").await.lacks("Le voyant");
}

#[tokio::test]
async fn what_cannot_be_asked_is_told_on_its_field_and_stays_typed() {
    let world = World::new().await;
    world.group().await;
    let refused = world.posts(world.ines, "/questions/new", &[("text", "Le voyant clignote.")]).await.is(422);
    refused.holds("Choisissez un thème.").holds("Le voyant clignote.");
    let (karim, name) = (world.karim.to_string(), "Experts 91-94");
    let one = [("name", name), ("themes", "Internet"), ("people", &karim), ("hosts", &karim)];
    let refused = world.posts(world.helene, "/groups/new", &one).await.is(422);
    refused.holds("de deux métiers").holds("Internet");
    world.posts(world.ines, "/groups/new", &one).await.is(404);
}

#[tokio::test]
async fn exp_02_what_a_bad_network_sends_twice_is_asked_once() {
    let world = World::new().await;
    let theme = world.group().await;
    let page = world.reads(world.ines, "/questions/new").await;
    let key = page.body.split("name=\"key\" value=\"").nth(1).unwrap()[..36].to_owned();
    let fields = [
        ("theme", theme.as_str()),
        ("text", "Le voyant clignote."),
        ("reference", "A1"),
        ("promised", "next_day"),
        ("key", &key),
        ("anyway", "1"),
    ];
    let first = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    let again = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    assert_eq!(first, again);
    assert_eq!(world.promises().await.len(), 2, "one for the customer, one for the group");
    // Another form with the same words is another customer.
    let other = [&fields[..4], &[("anyway", "1")]].concat();
    assert_ne!(world.posts(world.ines, "/questions/new", &other).await.is(303).location.unwrap(), first);
}

#[tokio::test]
async fn ops_08_another_tool_opens_it_prefilled_without_names_or_numbers() {
    let world = World::new().await;
    let theme = world.group().await;
    let path =
        "/questions/new?theme=internet&reference=CL-41&text=Le%20voyant&phone=0612345678&given_name=Odile";
    let page = world.reads(world.ines, path).await;
    let page = page.holds("CL-41").holds("Le voyant").lacks("value=\"0612345678").lacks("value=\"Odile");
    let chosen = page.body.split(&format!("value=\"{theme}\"")).nth(1).unwrap();
    assert!(chosen.starts_with(" checked"), "{}", &chosen[..40]);
}

#[tokio::test]
async fn exp_02_the_device_is_said_and_found_again() {
    let world = World::new().await;
    let theme = world.group().await;
    let fields = [
        ("theme", theme.as_str()),
        ("text", "Le voyant clignote orange."),
        ("device", " Livebox  6 "),
        ("anyway", "1"),
    ];
    let asked = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world.reads(world.karim, &asked).await.holds("Livebox 6</p>");
    world.posts(world.karim, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
    let looked = [("text", "un souci de livebox"), ("look", "1")];
    world.posts(world.lea, "/questions/new", &looked).await.is(200).holds("Le voyant clignote orange.");
    let long = "é".repeat(61);
    let mut wrong = fields;
    wrong[2] = ("device", &long);
    world.posts(world.ines, "/questions/new", &wrong).await.is(422).holds(&long).holds("60 caractères");
    wrong[2] = ("device", "Box du 06 12 34 56 78");
    world.posts(world.ines, "/questions/new", &wrong).await.is(422).lacks("06 12 34 56 78");
}

#[tokio::test]
async fn exp_04_those_who_answer_for_ones_department_are_asked_and_others_where_none_does() {
    let world = World::new().await;
    world.group().await;
    world.billing().await;
    let department = sql("select department_code from unit where org_id = $1 and id = $2");
    let department = department.bind(world.org.org()).bind(world.evry).value::<String>(&world.org).await;
    assert_eq!(department.unwrap().as_deref(), Some("91"));
    let group = world.group_named("Experts 91-94").await;
    let (karim, lea) = (world.karim.to_string(), world.lea.to_string());
    let answers_for = async |version: &str, codes: &str| {
        let fields = [
            ("version", version),
            ("name", "Experts 91-94"),
            ("themes", "Internet"),
            ("departments", codes),
            ("people", &karim),
            ("hosts", &karim),
            ("hosts", &lea),
        ];
        world.posts(world.helene, &format!("/groups/{group}/edit"), &fields).await
    };
    answers_for("1", "77, 999").await.is(422).holds("n’est pas un département").holds("77, 999");
    answers_for("1", "77, 94").await.is(303);
    world.reads(world.ines, &format!("/groups/{group}")).await.holds("77, 94");
    world.reads(world.ines, "/questions/new").await.lacks("Internet").holds("Contrat");
    // Another tool that names the theme is not sent away.
    world.reads(world.ines, "/questions/new?theme=internet").await.holds("Internet").holds("Contrat");
    let billing = [("to", group.as_str())];
    let other = world.group_named("Facture").await;
    world.posts(world.helene, &format!("/groups/{other}/close"), &billing).await.is(303);
    world
        .reads(world.ines, "/questions/new")
        .await
        .holds("Internet")
        .holds("Aucun groupe ne répond pour votre");
    answers_for("2", "91").await.is(303);
    world.reads(world.ines, "/questions/new").await.holds("Internet").lacks("Aucun groupe ne répond");
}
