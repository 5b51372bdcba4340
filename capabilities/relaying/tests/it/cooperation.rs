//! Ties between units: what they tell, and what nobody finds in them.

use relais_directory::assignments::Function;
use relais_store::schema;
use relais_testkit::builders::a_person;
use relais_testkit::builders::{a_unit, assigned};

use crate::crowd::Crowd;

#[tokio::test]
async fn exp_04_exp_08_units_that_helped_each_other_are_told_once_several_people_did() {
    let crowd = Crowd::new().await;
    let page = async |over: &str| {
        crowd.world.reads(crowd.world.helene, &format!("/groups/cooperation?over={over}")).await
    };
    page("this").await.holds("Trop peu").lacks("<svg class=\"network\"");
    crowd.many(4, 2, 3, 5).await;
    page("this").await.holds("Trop peu").lacks("Évry");
    crowd.asked(crowd.askers[2], crowd.experts[0], 5).await;
    let told = page("this").await;
    told.holds("Évry")
        .holds("Créteil")
        .holds("<td class=\"n\" data-label=\"Réponses\">5</td>")
        .holds("<title id=\"drawn\">")
        .holds("Un lien nouveau")
        .lacks("Karim")
        .lacks("Inès");
    // Next month it is known; three months still hold the one in which it was new.
    crowd.minutes(60 * 24 * 14).await;
    page("this").await.holds("Trop peu");
    page("three").await.holds("nouveau");
    crowd.many(3, 3, 3, 5).await;
    page("this").await.holds("déjà connu");
    assert_eq!(crowd.count("select count(*) from help_tie").await, 1);
    crowd.board("last").await.holds("Unités qui se sont aidées pour la première fois");
}

#[tokio::test]
async fn exp_08_a_unit_of_too_few_stands_among_others_or_is_not_told() {
    let crowd = Crowd::new().await;
    let world = &crowd.world;
    // Three shops with one adviser each ask the same technicians.
    let mut advisers = Vec::new();
    for name in ["Massy", "Brunoy", "Vitry"] {
        let unit = a_unit(&world.org, &name.to_uppercase(), name).await;
        let adviser = a_person(&world.org, name, "Seul").await;
        assigned(&world.org, adviser, unit, Function::Adviser).await;
        advisers.push(adviser);
    }
    for (turn, adviser) in advisers.iter().enumerate().take(2) {
        crowd.asked(*adviser, crowd.experts[turn], 5).await;
    }
    let page = async || world.reads(world.helene, "/groups/cooperation?over=this").await;
    page().await.holds("Trop peu").lacks("Autres unités");
    crowd.asked(advisers[2], crowd.experts[2], 5).await;
    page().await.holds("Autres unités").lacks("Massy").lacks("Brunoy").lacks("Vitry");
}

#[tokio::test]
async fn exp_04_within_one_unit_there_is_no_tie() {
    let crowd = Crowd::new().await;
    crowd.asked(crowd.world.lea, crowd.experts[0], 5).await;
    assert_eq!(crowd.count("select count(*) from help_month").await, 0);
}

/// An attempt to find persons in what is kept of cooperation, handoffs and boards: no column of these tables can hold one, a
/// moment or a day finer than a month, and the pages refuse every other granularity.
#[tokio::test]
async fn exp_08_prv_10_nobody_is_a_node_whatever_is_asked() {
    let crowd = Crowd::new().await;
    crowd.many(12, 4, 4, 5).await;
    let tables = schema::tables(crowd.world.app.schemas().0).unwrap();
    for name in [
        "help_tie",
        "help_month",
        "help_side",
        "board_batch",
        "board_count",
        "question_time",
        "question_help",
    ] {
        let table = tables.iter().find(|table| table.name == name).unwrap();
        for (column, kind) in &table.columns {
            let personal = column.contains("person") || column.contains("holder") || kind == "instant";
            assert!(!personal, "{name}.{column} {kind}");
        }
    }
    for page in ["/groups/cooperation", "/cases/handoffs"] {
        for query in ["", "?over=day", "?over=2026-11-21", "?person=1&by=person", "?over=this&unit=EVR"] {
            let found = crowd.world.reads(crowd.world.helene, &format!("{page}{query}")).await;
            for name in ["Karim", "Expert1", "Inès", "Asker1", "Durand", "Martin"] {
                found.clone().lacks(name);
            }
        }
    }
}
