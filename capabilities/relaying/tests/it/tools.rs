//! A group that lasts becomes a permanent tool.

use relais_baton::Holder;
use relais_relaying::TOOL;
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id},
};

use crate::{crowd::Crowd, rows::a_promise};

// It is 21 November 2026.

#[tokio::test]
async fn exp_11_a_group_that_lasts_is_promoted_and_reviewed_each_year() {
    let crowd = Crowd::new().await;
    let (world, karim) = (&crowd.world, crowd.experts[0]);
    let (tool, owner) = (format!("/groups/{}/tool", crowd.group), karim.to_string());
    let fields = [("owner", owner.as_str()), ("budget", "Deux jours par mois"), ("review", "2027-05-31")];
    world.reads(world.helene, &tool).await.holds("Pas encore un outil permanent").lacks("En faire un outil");
    world.posts(world.helene, &tool, &fields).await.is(422).holds("après 6 mois");
    crowd.minutes(60 * 24 * 182).await;
    world.reads(world.helene, &tool).await.holds("En faire un outil permanent");
    world.posts(world.ines, &tool, &fields).await.is(404);
    let nobody = [("owner", ""), ("budget", "Deux jours par mois"), ("review", "2027-05-31")];
    world
        .posts(world.helene, &tool, &nobody)
        .await
        .is(422)
        .holds("Choisissez une personne du groupe.")
        .holds("Deux jours");
    world.posts(world.helene, &tool, &fields).await.is(303);
    world.posts(world.helene, &tool, &fields).await.is(422).holds("C’est déjà fait.");
    world
        .reads(world.ines, &tool)
        .await
        .holds("Karim Martin")
        .holds("31 mai 2027")
        .lacks("La revue de l’année");
    let promise = world.promises().await.remove(0);
    assert_eq!((promise.kind.as_str(), promise.holder), (TOOL.code, Some(Holder::Person(karim))));

    let close = format!("/groups/{}/close", crowd.group);
    let closing = [("to", "nobody")];
    world.posts(world.helene, &close, &closing).await.is(422).holds("arrêtez-le d’abord");

    let review = format!("/groups/{}/review", crowd.group);
    let kept = [("outcome", "kept"), ("words", "Il sert chaque jour.")];
    world.posts(crowd.experts[1], &review, &kept).await.is(404);
    world
        .posts(karim, &review, &[("words", "Il sert chaque jour.")])
        .await
        .is(422)
        .holds("Il sert chaque jour.");
    world.posts(karim, &review, &kept).await.is(303);
    world.reads(world.ines, &tool).await.holds("Il continue ainsi").holds("Il sert chaque jour.");
    let next = world.promises().await;
    assert_eq!(next.len(), 1, "the next one is promised");
    assert!(next[0].promised_at > promise.promised_at);
    let stopped = [("outcome", "stopped"), ("words", "Un autre outil fait mieux.")];
    world.posts(karim, &review, &stopped).await.is(303);
    assert_eq!(world.promises().await, []);
    world.reads(karim, &tool).await.holds("Ce fut un outil permanent").lacks("La revue de l’année");
    world.posts(karim, &review, &kept).await.is(404);
    world.posts(world.helene, &close, &closing).await.is(303);
}

#[tokio::test]
async fn exp_11_what_the_database_refuses_of_a_tool() {
    let crowd = Crowd::new().await;
    let (world, org) = (&crowd.world, crowd.world.org.org());
    let group: uuid::Uuid = crowd.group.parse().unwrap();
    let promise = a_promise(world).await;
    let tool = Row::new(
        "group_tool",
        vec![
            ("org_id", org.into()),
            ("group_id", group.into()),
            ("owner_id", world.karim.into()),
            ("budget", "Deux jours".into()),
            ("made_day", 20_260_531_i32.into()),
            ("promoted_day", 20_261_130_i32.into()),
            ("review_day", 20_271_130_i32.into()),
            ("promise_id", promise.into()),
        ],
    );
    for (rule, bad) in [
        ("tool_of_group", tool.clone().with("group_id", id())),
        ("tool_has_an_owner", tool.clone().with("owner_id", id())),
        ("tool_has_a_promise", tool.clone().with("promise_id", id())),
        ("tool_has_a_budget", tool.clone().with("budget", "")),
        ("tool_of_a_group_that_lasted", tool.clone().with("made_day", 20_260_601_i32)),
        ("tool_reviewed_later", tool.clone().with("review_day", 20_261_130_i32)),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    tool.is_taken(&world.org).await;
    world.billing().await;
    let other: uuid::Uuid = world.group_named("Facture").await.parse().unwrap();
    tool.with("group_id", other).is_refused(&world.org, "unique_group_tool__promise_id").await;
    let review = Row::new(
        "tool_review",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("group_id", group.into()),
            ("day", 20_271_130_i32.into()),
            ("outcome", "kept".into()),
            ("words", "Il sert.".into()),
        ],
    );
    for (rule, bad) in [
        ("review_of_tool", review.clone().with("group_id", other)),
        ("review_outcome_known", review.clone().with("outcome", "praised")),
        ("review_says_why", review.clone().with("words", "")),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    review.is_taken(&world.org).await;
    for (rule, change) in [
        ("tool_stays_promoted", "update group_tool set promoted_day = 20270101"),
        ("reviews_of_tools_stay", "update tool_review set outcome = 'stopped'"),
        ("reviews_of_tools_stay", "delete from tool_review"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
}
