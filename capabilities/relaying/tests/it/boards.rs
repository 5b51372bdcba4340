//! Boards of groups: in batches, of enough people, and of nobody.

use relais_directory::assignments::Function;
use relais_kernel::{Role, Scope};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, assigned, granted},
    rows::id,
};

use crate::crowd::Crowd;

#[tokio::test]
async fn exp_06_a_board_tells_delay_and_target_of_a_group() {
    let crowd = Crowd::new().await;
    crowd.board("this").await.holds("Trop peu de réponses");
    crowd.many(9, 3, 3, 18).await;
    crowd.board("this").await.holds("Trop peu de réponses");
    crowd.asked(crowd.askers[0], crowd.experts[0], 40).await;
    let board = crowd.board("this").await;
    board.holds("18\u{a0}min").holds("90\u{a0}%").holds("10 réponses").lacks("Karim").lacks("Inès");
    // Of the last month there is nothing yet, and three months hold this one.
    crowd.board("last").await.holds("Trop peu de réponses");
    crowd.board("three").await.holds("18\u{a0}min");
}

#[tokio::test]
async fn exp_06_a_board_tells_how_often_an_answer_was_enough() {
    let crowd = Crowd::new().await;
    let asked = crowd.asked(crowd.askers[0], crowd.experts[0], 5).await;
    crowd.board("this").await.holds("Réponses qui ont suffi");
    let answered = asked.replace("/questions/", "/knowledge/answers/");
    for asker in [crowd.askers[1], crowd.askers[2]] {
        crowd.world.posts(asker, &format!("{answered}/reuse"), &[]).await.is(303);
    }
    let board = crowd.board("this").await.body;
    let tile = board.split("Réponses qui ont suffi").nth(1).unwrap();
    assert!(tile.split("Sans qu’ils aient").next().unwrap().contains('2'), "{tile}");
    assert_eq!(crowd.count("select cast(sum(n) as bigint) from knowledge_reuse").await, 2);
}

#[tokio::test]
async fn voc_07_kpi_05_the_delay_never_stands_without_the_quality() {
    let crowd = Crowd::new().await;
    let asked = crowd.many(10, 3, 3, 18).await;
    crowd.board("this").await.holds("18\u{a0}min · qualité\u{a0}: Trop peu");
    for (turn, question) in asked.iter().enumerate() {
        let helped = ["yes", "yes", "partly", "yes", "no"][turn % 5];
        let asker = crowd.askers[turn % 3];
        crowd.world.posts(asker, &format!("{question}/helped"), &[("helped", helped)]).await.is(303);
    }
    crowd.board("this").await.holds("18\u{a0}min · 60\u{a0}% ont aidé").holds("10 avis");
}

#[tokio::test]
async fn voc_07_whoever_asked_says_whether_it_helped_and_may_change_it() {
    let crowd = Crowd::new().await;
    let (world, ines) = (&crowd.world, crowd.askers[0]);
    let fields = [("theme", crowd.theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let open = world.posts(ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world.reads(ines, &open).await.lacks("Est-ce que cela vous a aidé");
    world
        .posts(ines, &format!("{open}/helped"), &[("helped", "yes")])
        .await
        .is(422)
        .holds("quand la réponse est là");
    let asked = crowd.asked(ines, crowd.experts[0], 5).await;
    world.reads(ines, &asked).await.holds("Est-ce que cela vous a aidé").lacks("Vous avez dit");
    let helped = format!("{asked}/helped");
    world.posts(ines, &helped, &[("helped", "")]).await.is(422).holds("Choisissez une des trois réponses.");
    world.posts(ines, &helped, &[("helped", "no")]).await.is(303);
    world.reads(ines, &asked).await.holds("Vous avez dit\u{a0}: Pas encore").holds("Demander la suite");
    world.posts(ines, &helped, &[("helped", "yes")]).await.is(303);
    world.reads(ines, &asked).await.holds("Vous avez dit\u{a0}: Cela m’a aidé").lacks("Demander la suite");
    assert_eq!(crowd.count("select count(*) from question_help").await, 1);
    assert_eq!(crowd.count("select cast(good as bigint) from board_fact where kind = 'helped'").await, 2);
    // Nobody else says it, and nobody else reads it.
    world.posts(crowd.experts[0], &helped, &[("helped", "no")]).await.is(404);
    world.reads(crowd.experts[0], &asked).await.lacks("Est-ce que cela vous a aidé").lacks("Vous avez dit");
}

#[tokio::test]
async fn voc_07_not_yet_asks_on_from_the_first_question() {
    let crowd = Crowd::new().await;
    let (world, ines) = (&crowd.world, crowd.askers[0]);
    let asked = crowd.asked(ines, crowd.experts[0], 5).await;
    let first = asked.rsplit('/').next().unwrap();
    let form = world.reads(ines, &format!("/questions/new?again={first}")).await;
    form.holds("Le voyant clignote orange.").holds(&format!("name=\"again\" value=\"{first}\""));
    let fields = [
        ("theme", crowd.theme.as_str()),
        ("text", "Débranchée, le voyant clignote encore."),
        ("again", first),
        ("anyway", "1"),
    ];
    let second = world.posts(ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world
        .reads(crowd.experts[1], &second)
        .await
        .holds(&format!("href=\"{asked}\""))
        .holds("La question d’avant");
    // Another one’s question is neither shown nor joined.
    let other = crowd.askers[1];
    world.reads(other, &format!("/questions/new?again={first}")).await.lacks("Le voyant clignote orange.");
    world.posts(other, "/questions/new", &fields).await.is(303);
    assert_eq!(crowd.count("select count(*) from question_again").await, 1);
}

#[tokio::test]
async fn prv_09_a_board_of_fewer_than_three_who_answer_says_too_few() {
    let crowd = Crowd::new().await;
    crowd.many(12, 3, 2, 18).await;
    crowd.board("three").await.holds("Trop peu de réponses").lacks("18\u{a0}min");
    assert_eq!(crowd.count("select count(*) from board_batch").await, 0);
    // A third who answers closes the batch.
    crowd.asked(crowd.askers[0], crowd.experts[2], 18).await;
    crowd.board("three").await.holds("13 réponses");
    // An organisation that asks for more people reads the same batch no longer.
    crowd.world.app.chooses(&crowd.world.org, "relaying.fewest_people", 4).await;
    crowd.board("three").await.holds("Trop peu de réponses").lacks("13 réponses");
    crowd.world.app.chooses(&crowd.world.org, "relaying.fewest_people", 3).await;
    crowd.world.app.chooses(&crowd.world.org, "relaying.shown_from", 20).await;
    crowd.board("three").await.holds("Trop peu de réponses");
}

/// Whoever compares what a board tells before and after somebody answered, or over two periods, finds no single answer.
#[tokio::test]
async fn prv_09_no_difference_of_boards_is_one_persons() {
    let crowd = Crowd::new().await;
    crowd.many(10, 3, 3, 18).await;
    let main = async || crowd.board("three").await.body.split("<main").nth(1).unwrap().to_owned();
    let before = main().await;
    for turn in 0..8 {
        crowd.asked(crowd.askers[turn % 3], crowd.experts[0], 45).await;
        assert_eq!(main().await, before, "after {turn} more");
    }
    // The next month begins anew: what was left says nothing, also not as the difference of the periods.
    crowd.minutes(60 * 24 * 14).await;
    let (last, three) = (crowd.board("last").await, crowd.board("three").await);
    last.holds("10 réponses").holds("100\u{a0}%");
    three.holds("10 réponses").holds("100\u{a0}%");
    // Names leave; what was counted stays, and nothing new can be counted of those who are gone.
    relais_baton::cut_names(&crowd.world.org, crowd.world.app.db().clock().now()).await.unwrap();
    crowd.board("last").await.holds("10 réponses");
}

#[tokio::test]
async fn exp_06_the_share_of_customers_told_in_time() {
    let crowd = Crowd::new().await;
    let world = &crowd.world;
    for turn in 0..10 {
        let fields = [
            ("theme", crowd.theme.as_str()),
            ("text", "Le voyant clignote orange."),
            ("reference", "A1"),
            ("promised", "next_day"),
            ("anyway", "1"),
        ];
        let asker = crowd.askers[turn % 3];
        let case = world.posts(asker, "/questions/new", &fields).await.is(303).location.unwrap();
        let ends = [("told", "heard"), ("outcome", "solved")];
        world.posts(asker, &format!("{case}/end"), &ends).await.is(303);
    }
    crowd.board("this").await.holds("10 clients").holds("Clients prévenus à l’heure promise");
}

#[tokio::test]
async fn exp_06_the_clock_of_a_group_stands_while_it_waits_for_an_explanation() {
    let crowd = Crowd::new().await;
    let (world, ines, karim) = (&crowd.world, crowd.askers[0], crowd.experts[0]);
    let fields = [("theme", crowd.theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let asked = world.posts(ines, "/questions/new", &fields).await.is(303).location.unwrap();
    crowd.minutes(10).await;
    let asks = [("words", "Depuis quand ?"), ("act", "clarify")];
    world.posts(karim, &format!("{asked}/answer"), &asks).await.is(303);
    crowd.minutes(90).await;
    world.posts(ines, &format!("{asked}/add"), &[("words", "Depuis hier.")]).await.is(303);
    crowd.minutes(10).await;
    // A colleague's help is the first answer; the holder's, later, changes nothing of it.
    world.posts(crowd.experts[1], &format!("{asked}/add"), &[("words", "Débrancher.")]).await.is(303);
    crowd.minutes(60).await;
    world.posts(karim, &format!("{asked}/answer"), &[("words", "1. Débrancher.")]).await.is(303);
    assert_eq!(crowd.count("select worked from question_time").await, 20 * 60);
    assert_eq!(crowd.count("select cast(in_target as bigint) from question_time").await, 1);
}

#[tokio::test]
async fn exp_06_who_reads_a_board() {
    let crowd = Crowd::new().await;
    let (world, path) = (&crowd.world, format!("/groups/{}/board", crowd.group));
    let own = crowd.world.reads(crowd.experts[2], &path).await;
    own.holds("Tableau du groupe").lacks("/groups/cooperation");
    let manager = a_person(&world.org, "Nadège", "Fournier").await;
    assigned(&world.org, manager, world.evry, Function::Manager).await;
    granted(&world.org, manager, Role::UnitManager, Scope::Unit(world.evry)).await;
    world.reads(manager, &path).await.holds("Tableau du groupe");
    world.reads(manager, "/groups/cooperation").await;
    world.reads(manager, "/cases/handoffs").await;
    for page in [path.as_str(), "/groups/cooperation", "/cases/handoffs"] {
        let ines = world.app.sign_in(world.org.org(), world.ines).await;
        world.app.get(&ines, page).await.is(404);
    }
    let helene = world.app.sign_in(world.org.org(), world.helene).await;
    world.app.get(&helene, &format!("/groups/{}/board", id())).await.is(404);
}

#[tokio::test]
async fn what_stands_in_batches_is_counted_again_every_day() {
    let crowd = Crowd::new().await;
    let asked = crowd.many(12, 3, 3, 18).await;
    for (turn, question) in asked.iter().enumerate() {
        crowd
            .world
            .posts(crowd.askers[turn % 3], &format!("{question}/helped"), &[("helped", "yes")])
            .await
            .is(303);
    }
    // What was counted stays counted, whatever is said of it later.
    crowd.world.posts(crowd.askers[0], &format!("{}/helped", asked[0]), &[("helped", "no")]).await.is(303);
    let failed = async || {
        crowd.count("select count(*) from job where state = 'failed' and kind = 'relaying.recount'").await
    };
    crowd.round("relaying.recount").await;
    assert_eq!(failed().await, 0);
    let tx = crowd.world.org.begin().await.unwrap();
    sql("insert into board_count (org_id, batch_id, what, bucket, n) select org_id, id, 'good', 9, 5 from board_batch")
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    crowd.round("relaying.recount").await;
    assert_eq!(failed().await, 1, "a wrong count is seen");
    let tx = crowd.world.org.begin().await.unwrap();
    sql("delete from job where state = 'failed'").run(&tx).await.unwrap();
    tx.commit().await.unwrap();
}
