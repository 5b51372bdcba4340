//! How an organisation writes its customers' references, and where they open.

use relais_store::InOrg as _;
use relais_testkit::rows::{Row, id};

use crate::world::World;

const FORM: [(&str, &str); 2] =
    [("pattern", "cl-9999-99"), ("link", "https://crm.exemple.fr/clients/{reference}")];

#[tokio::test]
async fn exp_02_a_reference_has_the_form_that_the_organisation_chose() {
    let world = World::new().await;
    let theme = world.group().await;
    world.posts(world.ines, "/cases/reference", &FORM).await.is(404);
    world.posts(world.helene, "/cases/reference", &FORM).await.is(303);
    world.reads(world.helene, "/cases/reference").await.holds("CL-9999-99");
    world.reads(world.ines, "/questions/new").await.holds("Comme CL-1234-56");
    let ask = async |reference: &str| {
        let fields = [
            ("theme", theme.as_str()),
            ("text", "Le voyant clignote."),
            ("anyway", "1"),
            ("reference", reference),
            ("promised", "next_day"),
        ];
        world.posts(world.ines, "/questions/new", &fields).await
    };
    ask("CL-20").await.is(422).holds("Cette référence").holds("value=\"CL-20\"").holds("Le voyant clignote.");
    let case = ask("cl 2027 41").await.is(303).location.unwrap();
    let page = world.reads(world.ines, &case).await.holds("CL-2027-41");
    page.holds("href=\"https://crm.exemple.fr/clients/CL-2027-41\" rel=\"noreferrer\"");
}

#[tokio::test]
async fn ops_08_a_link_that_leads_elsewhere_is_refused_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let wrong = [("pattern", "CL"), ("link", "javascript:alert({reference})")];
    let refused = world.posts(world.helene, "/cases/reference", &wrong).await.is(422);
    refused.holds("pattern-error").holds("link-error").holds("javascript:alert({reference})");
    world.reads(world.helene, "/cases/reference").await.lacks("javascript");
}

#[tokio::test]
async fn the_tables_refuse_what_is_no_form_and_no_link() {
    let world = World::new().await;
    let good = Row::new(
        "customer_reference",
        vec![("org_id", world.org.org().into()), ("pattern", "99".into()), ("link", "".into())],
    );
    let long = "9".repeat(41);
    for (rule, bad) in [
        ("reference_of_organisation", good.clone().with("org_id", id())),
        ("reference_pattern_short", good.clone().with("pattern", long.as_str())),
        ("reference_link_is_of_the_web", good.clone().with("link", "http://crm.fr/{reference}")),
        ("reference_link_is_of_the_web", good.clone().with("link", "https://crm.fr/")),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
}
