//! What the database itself refuses.

use relais_baton::{Gift, Holder, Promise, Waiting, give};
use relais_relaying::QUESTION;
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};

use crate::world::World;

/// Another group beside the world's.
pub(crate) async fn a_group(world: &World) -> Row {
    let org = world.org.org();
    let team = sql("select team_id from expert_group where org_id = $1").bind(org);
    let team: uuid::Uuid = team.value(&world.org).await.unwrap().unwrap();
    Row::new(
        "expert_group",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("name", "Experts 77".into()),
            ("name_folded", "experts 77".into()),
            ("about", "".into()),
            ("team_id", team.into()),
            ("first_trade", "technical".into()),
            ("first_host_id", world.karim.into()),
            ("second_trade", "sales".into()),
            ("second_host_id", world.lea.into()),
            ("made_at", 1_i64.into()),
        ],
    )
}

/// A promise that no question has.
pub(crate) async fn a_promise(world: &World) -> uuid::Uuid {
    let tx = world.org.begin().await.unwrap();
    let today = relais_testkit::builders::today();
    let hours = relais_baton::hours_of(&tx, None, today).await.unwrap();
    let gift = Gift {
        kind: &QUESTION,
        subject: id(),
        parent: None,
        unit: None,
        title: "",
        holder: Holder::Person(world.karim),
        waits: vec![Waiting::person(world.ines)],
        promise: Promise { at: tx.clock().now(), hears_next_at: None, work: None },
        by: None,
    };
    let baton = give(&tx, &gift, &hours).await.unwrap();
    tx.commit().await.unwrap();
    baton.id.0
}

#[tokio::test]
async fn exp_05_a_group_is_hosted_by_one_of_each_trade() {
    let world = World::new().await;
    world.group().await;
    let good = a_group(&world).await;
    for (rule, bad) in [
        ("group_of_team", good.clone().with("team_id", id())),
        ("group_first_host", good.clone().with("first_host_id", id())),
        ("group_second_host", good.clone().with("second_host_id", id())),
        (
            "group_of_two_trades",
            good.clone().with("second_trade", "technical").with("second_host_id", world.karim),
        ),
        ("host_is_of_their_trade", good.clone().with("first_trade", "billing")),
        ("host_is_of_their_trade", good.clone().with("second_trade", "billing")),
        ("host_is_of_their_trade", good.clone().with("first_host_id", world.helene)),
        ("group_named", good.clone().with("name", "EX")),
        ("group_about_in_a_line", good.clone().with("about", "é".repeat(201))),
        (
            "unique_expert_group__name_folded",
            good.clone().with("name_folded", relais_kernel::fold("Experts 91-94")),
        ),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
}

#[tokio::test]
async fn exp_04_a_group_answers_for_official_departments() {
    let world = World::new().await;
    world.group().await;
    let good = Row::new(
        "group_department",
        vec![
            ("org_id", world.org.org().into()),
            ("group_id", only(&world.org, "expert_group").await.into()),
            ("department_code", "94".into()),
        ],
    );
    good.clone().with("group_id", id()).is_refused(&world.org, "department_of_group").await;
    good.clone().with("department_code", "999").is_refused(&world.org, "group_department_known").await;
    good.is_taken(&world.org).await;
}

#[tokio::test]
async fn a_theme_is_of_a_group_and_has_its_place() {
    let world = World::new().await;
    world.group().await;
    let good = Row::new(
        "expert_theme",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("group_id", only(&world.org, "expert_group").await.into()),
            ("name", "Facture".into()),
            ("place", 2_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("theme_of_group", good.clone().with("group_id", id())),
        ("theme_named", good.clone().with("name", "F")),
        ("unique_expert_theme__group_id_place", good.clone().with("place", 0_i32)),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
}

#[tokio::test]
async fn exp_02_a_question_is_whole_and_stays_as_it_was_asked() {
    let world = World::new().await;
    let theme = world.group().await;
    let org = world.org.org();
    let fields = [("theme", theme.as_str()), ("text", "Autre chose."), ("anyway", "1")];
    world.posts(world.ines, "/questions/new", &fields).await.is(303);
    let asked = only(&world.org, "baton").await;
    let promise = a_promise(&world).await;
    let key = id();
    let question = id();
    let good = Row::new(
        "question",
        vec![
            ("org_id", org.into()),
            ("id", question.into()),
            ("group_id", only(&world.org, "expert_group").await.into()),
            ("theme_id", theme.parse::<uuid::Uuid>().unwrap().into()),
            ("unit_id", world.evry.into()),
            ("promise_id", promise.into()),
            ("text", "Le voyant clignote.".into()),
            ("text_folded", "le voyant clignote.".into()),
            ("device", "Box 6".into()),
            ("state", "asked".into()),
            ("asked_at", 1_i64.into()),
            ("asked_day", 20_261_121_i32.into()),
            ("due_at", 2_i64.into()),
            ("newest", (-1_i64).into()),
            ("form_key", Some(key).into()),
        ],
    );
    let other = a_group(&world).await;
    let group = id();
    other.with("id", group).is_taken(&world.org).await;
    for (rule, bad) in [
        ("question_of_theme", good.clone().with("theme_id", id())),
        ("question_is_of_its_groups_theme", good.clone().with("group_id", group)),
        ("question_of_unit", good.clone().with("unit_id", id())),
        ("question_filled", good.clone().with("text", "")),
        ("question_device_in_a_line", good.clone().with("device", "é".repeat(61))),
        ("question_state_known", good.clone().with("state", "lost")),
        ("question_answered_has_a_moment", good.clone().with("state", "answered")),
        ("question_has_a_promise", good.clone().with("promise_id", id())),
        ("unique_question__promise_id", good.clone().with("promise_id", asked)),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    let again = good.clone().again().with("promise_id", a_promise(&world).await);
    again.is_refused(&world.org, "unique_question__form_key").await;
    let tx = world.org.begin().await.unwrap();
    let answered = async |at: &'static str| {
        let change =
            sql("update question set first_answered_at = ").push(at).push(" where id = ").arg(question);
        change.run(&tx).await
    };
    answered("5").await.unwrap();
    refused_by(answered("6").await, "first_answer_stays_first");
    tx.rollback().await.unwrap();
    for (rule, change) in [
        ("what_was_asked_of_a_group_stays", "update question set text = 'Autre chose.'"),
        ("what_was_asked_of_a_group_stays", "update question set due_at = 9"),
        ("question_is_never_removed", "delete from question"),
    ] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).push(" where org_id = ").arg(org).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
    let word = Row::new(
        "question_word",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("question_id", question.into()),
            ("place", 0_i64.into()),
            ("speaker", "group".into()),
            ("kind", "answer".into()),
            ("text", "Débrancher.".into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("word_of_question", word.clone().with("question_id", id())),
        ("question_speaker_known", word.clone().with("speaker", "echo").with("kind", "word")),
        ("question_word_kind_known", word.clone().with("kind", "echo")),
        ("question_is_answered_by_its_group", word.clone().with("speaker", "asker")),
        ("question_word_filled", word.clone().with("text", "")),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    word.is_taken(&world.org).await;
    word.again().is_refused(&world.org, "unique_question_word__question_id_place").await;
    for change in ["update question_word set text = 'Autre.'", "delete from question_word"] {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).push(" where org_id = ").arg(org).run(&tx).await, "question_words_are_kept");
        tx.rollback().await.unwrap();
    }
}
