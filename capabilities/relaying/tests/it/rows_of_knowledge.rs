//! What the database itself refuses of what the groups know.

use relais_kernel::{BatonId, PersonId};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};
use uuid::Uuid;

use crate::{
    rows::{a_group, a_promise},
    world::World,
};

async fn an_entry(world: &World, theme: &str) -> Row {
    Row::new(
        "knowledge_entry",
        vec![
            ("org_id", world.org.org().into()),
            ("id", id().into()),
            ("group_id", only(&world.org, "expert_group").await.into()),
            ("theme_id", theme.parse::<Uuid>().unwrap().into()),
            ("title", "Voyant orange".into()),
            ("words", "".into()),
            ("answer", "Débrancher.".into()),
            ("version", 1_i64.into()),
            ("state", "valid".into()),
            ("checked_day", 20_261_121_i32.into()),
            ("review_day", 20_270_421_i32.into()),
            ("expires_day", 20_270_521_i32.into()),
            ("question_id", None::<Uuid>.into()),
            ("doubt_id", None::<BatonId>.into()),
            ("form_key", Some(Uuid::from_u128(7)).into()),
            ("newest", (-1_i64).into()),
        ],
    )
}

async fn refused(world: &World, changes: &[(&str, &'static str)]) {
    for (rule, change) in changes {
        let tx = world.org.begin().await.unwrap();
        refused_by(sql(change).run(&tx).await, rule);
        tx.rollback().await.unwrap();
    }
}

#[tokio::test]
async fn exp_07_an_entry_is_whole_and_changes_by_versions() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote orange.").await;
    let question: Uuid = asked.rsplit('/').next().unwrap().parse().unwrap();
    let good = an_entry(&world, &theme).await;
    let other = id();
    a_group(&world).await.with("id", other).is_taken(&world.org).await;
    for (rule, bad) in [
        ("entry_of_theme", good.clone().with("theme_id", id())),
        ("entry_of_question", good.clone().with("question_id", Some(id()))),
        ("entry_doubt_is_promised", good.clone().with("doubt_id", Some(id()))),
        ("entry_titled", good.clone().with("title", "ab")),
        ("entry_words_short", good.clone().with("words", "é".repeat(1001))),
        ("entry_answered", good.clone().with("answer", "")),
        ("entry_state_known", good.clone().with("state", "lost")),
        ("valid_entry_was_checked", good.clone().with("checked_day", None::<i32>)),
        ("valid_entry_was_checked", good.clone().with("expires_day", None::<i32>)),
        ("entry_is_reviewed_before_it_ends", good.clone().with("review_day", 20_270_522_i32)),
        ("entry_ends_after_its_check", good.clone().with("checked_day", 20_270_521_i32)),
        ("entry_is_of_its_groups_theme", good.clone().with("group_id", other)),
        ("entry_comes_from_an_answered_question", good.clone().with("question_id", Some(question))),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    good.clone().again().is_refused(&world.org, "unique_knowledge_entry__form_key").await;
    world.posts(world.karim, &format!("{asked}/answer"), &[("words", "Débrancher.")]).await.is(303);
    let made = good.clone().again().with("form_key", None::<Uuid>).with("question_id", Some(question));
    made.is_taken(&world.org).await;
    made.again().is_refused(&world.org, "unique_knowledge_entry__question_id").await;
    refused(
        &world,
        &[
            ("entry_changes_by_version", "update knowledge_entry set answer = 'Autre.'"),
            ("entry_keeps_its_versions", "update knowledge_entry set answer = 'Autre.', version = 2"),
            ("entry_is_never_removed", "delete from knowledge_entry"),
        ],
    )
    .await;
    let tx = world.org.begin().await.unwrap();
    sql("update knowledge_entry set state = 'withdrawn'").run(&tx).await.unwrap();
    refused_by(
        sql("update knowledge_entry set state = 'valid'").run(&tx).await,
        "withdrawn_entry_stays_withdrawn",
    );
    tx.rollback().await.unwrap();
}

#[tokio::test]
async fn exp_07_what_an_entry_said_and_what_happened_to_it_stays() {
    let world = World::new().await;
    let theme = world.group().await;
    let entry = an_entry(&world, &theme).await;
    entry.is_taken(&world.org).await;
    let (org, of) = (world.org.org(), only(&world.org, "knowledge_entry").await);
    let version = Row::new(
        "knowledge_version",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("entry_id", of.into()),
            ("version", 1_i64.into()),
            ("title", "Voyant orange".into()),
            ("words", "".into()),
            ("answer", "Débrancher.".into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    let event = Row::new(
        "knowledge_event",
        vec![
            ("org_id", org.into()),
            ("id", id().into()),
            ("entry_id", of.into()),
            ("place", 0_i64.into()),
            ("kind", "written".into()),
            ("text", "".into()),
            ("day", 20_261_121_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("version_of_entry", version.clone().with("entry_id", id())),
        ("event_of_entry", event.clone().with("entry_id", id())),
        ("entry_event_known", event.clone().with("kind", "lost")),
        ("entry_event_short", event.clone().with("text", "é".repeat(1001))),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    version.is_taken(&world.org).await;
    event.is_taken(&world.org).await;
    version.again().is_refused(&world.org, "unique_knowledge_version__entry_id_version").await;
    event.again().is_refused(&world.org, "unique_knowledge_event__entry_id_place").await;
    refused(
        &world,
        &[
            ("entry_words_are_kept", "update knowledge_version set answer = 'Autre.'"),
            ("entry_words_are_kept", "delete from knowledge_version"),
            ("entry_story_is_kept", "update knowledge_event set kind = 'kept'"),
            ("entry_story_is_kept", "delete from knowledge_event"),
        ],
    )
    .await;
    let of: PersonId = world.karim;
    assert_ne!(a_promise(&world).await, of.0, "nobody stands in any of these rows");
}

#[tokio::test]
async fn exp_06_what_helped_is_counted_and_what_is_found_is_whole() {
    let world = World::new().await;
    world.group().await;
    let org = world.org.org();
    let reuse = Row::new(
        "knowledge_reuse",
        vec![
            ("org_id", org.into()),
            ("kind", "entry".into()),
            ("doc_id", id().into()),
            ("day", 20_261_121_i32.into()),
            ("group_id", only(&world.org, "expert_group").await.into()),
            ("n", 1_i64.into()),
        ],
    );
    let term = Row::new(
        "knowledge_term",
        vec![
            ("org_id", org.into()),
            ("term", 7_i64.into()),
            ("stem", "voyant".into()),
            ("documents", 1_i64.into()),
        ],
    );
    let spelling = Row::new(
        "knowledge_spelling",
        vec![
            ("org_id", org.into()),
            ("spelling", "oyant".into()),
            ("form", "voyant".into()),
            ("term", 7_i64.into()),
        ],
    );
    let document_id = id();
    let document = Row::new(
        "knowledge_document",
        vec![
            ("org_id", org.into()),
            ("doc_id", document_id.into()),
            ("kind", "entry".into()),
            ("terms", vec![0_u8; 9].into()),
        ],
    );
    let posting = Row::new(
        "knowledge_posting",
        vec![
            ("org_id", org.into()),
            ("term", 7_i64.into()),
            ("kind", "entry".into()),
            ("doc_id", document_id.into()),
            ("weight", 2_i32.into()),
        ],
    );
    for (rule, bad) in [
        ("reuse_of_group", reuse.clone().with("group_id", id())),
        ("reuse_kind_known", reuse.clone().with("kind", "person")),
        ("reuse_counted", reuse.clone().with("n", 0_i64)),
        ("term_documents_counted", term.clone().with("documents", -1_i64)),
        ("spelling_of_term", spelling.clone()),
        ("document_kind_known", document.clone().with("kind", "person")),
        ("posting_of_document", posting.clone()),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
    for good in [&reuse, &term, &spelling, &document] {
        good.is_taken(&world.org).await;
    }
    posting.clone().with("weight", 3_i32).is_refused(&world.org, "posting_weight_known").await;
    posting.is_taken(&world.org).await;
}
