//! What the people of a group write to each other.

use relais_store::{InOrg as _, sql};
use relais_testkit::{
    refused_by,
    rows::{Row, id, only},
};

use crate::{crowd::Crowd, photos::photo};

async fn posts(
    crowd: &Crowd,
    by: relais_kernel::PersonId,
    fields: &[(&str, &str)],
) -> relais_testkit::Answer {
    let visitor = crowd.world.app.sign_in(crowd.world.org.org(), by).await;
    let path = format!("/groups/{}/feed", crowd.group);
    crowd.world.app.upload(&visitor, &path, fields, ("photo", "", b"")).await
}

/// What stands in the feed, without the form above it.
fn written(page: &relais_testkit::Answer) -> String {
    page.body.split("<article").skip(1).collect()
}

#[tokio::test]
async fn exp_12_the_people_of_a_group_write_and_nobody_else_reads() {
    let crowd = Crowd::new().await;
    let (world, karim, other) = (&crowd.world, crowd.experts[0], crowd.experts[1]);
    let feed = format!("/groups/{}/feed", crowd.group);
    world.reads(other, &feed).await.holds("Rien encore");
    posts(&crowd, karim, &[("words", " ")]).await.is(422);
    posts(&crowd, karim, &[("words", "Appelez le 06 12 34 56 78.")])
        .await
        .is(422)
        .holds("[numéro]")
        .lacks("06 12 34");
    let stranger = world.ines.to_string();
    posts(&crowd, karim, &[("words", "Bonjour à vous."), ("called", &stranger)])
        .await
        .is(422)
        .holds("personnes du groupe")
        .holds("Bonjour à vous.");
    let called = other.to_string();
    posts(&crowd, karim, &[("words", "Nouvelle mise à jour cette nuit."), ("called", &called)]).await.is(303);
    let read = world.reads(other, &feed).await;
    read.holds("Nouvelle mise à jour").holds("Karim Martin").holds("@Expert1 Durand").lacks("Effacer ce mot");
    assert_eq!(crowd.count("select count(*) from notice where title = 'notice-relaying-mention'").await, 1);
    // Not those who ask, nor those who lead.
    for outside in [world.ines, world.helene] {
        let visitor = world.app.sign_in(world.org.org(), outside).await;
        world.app.get(&visitor, &feed).await.is(404);
        posts(&crowd, outside, &[("words", "Bonjour.")]).await.is(404);
    }
}

#[tokio::test]
async fn exp_12_reactions_are_numbers_without_names() {
    let crowd = Crowd::new().await;
    let (world, karim) = (&crowd.world, crowd.experts[0]);
    let feed = format!("/groups/{}/feed", crowd.group);
    posts(&crowd, karim, &[("words", "Nouvelle mise à jour cette nuit.")]).await.is(303);
    let post = only(&world.org, "feed_post").await;
    let react = format!("{feed}/{post}/react");
    for by in [crowd.experts[1], crowd.experts[2]] {
        world.posts(by, &react, &[("kind", "useful")]).await.is(303);
    }
    let read = world.reads(karim, &feed).await.holds("Utile · 2").lacks("Merci ·");
    assert!(!written(&read).contains("Expert1"), "nobody reads who it was");
    world.posts(crowd.experts[1], &react, &[("kind", "useful")]).await.is(303);
    world.reads(karim, &feed).await.holds("Utile · 1");
    world.posts(crowd.experts[1], &react, &[("kind", "angry")]).await.is(404);
    world.posts(world.ines, &react, &[("kind", "useful")]).await.is(404);
    world.posts(karim, &format!("{feed}/{}/react", id()), &[("kind", "useful")]).await.is(404);
}

#[tokio::test]
async fn exp_12_whoever_wrote_it_and_those_who_host_take_it_away_with_its_photo() {
    let crowd = Crowd::new().await;
    let (world, author) = (&crowd.world, crowd.experts[1]);
    let feed = format!("/groups/{}/feed", crowd.group);
    let visitor = world.app.sign_in(world.org.org(), author).await;
    let fields = [("words", "Voici le voyant.")];
    world.app.upload(&visitor, &feed, &fields, ("photo", "voyant.jpg", &photo())).await.is(303);
    let post = only(&world.org, "feed_post").await;
    let seen = world.app.get(&visitor, &format!("{feed}/{post}/photo")).await.is(200);
    assert_eq!(seen.header("content-type"), "image/jpeg");
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    world.app.get(&ines, &format!("{feed}/{post}/photo")).await.is(404);
    let erase = format!("{feed}/{post}/erase");
    world.posts(crowd.experts[2], &erase, &[]).await.is(404);
    world.posts(crowd.experts[0], &format!("{feed}/{post}/react"), &[("kind", "idea")]).await.is(303);
    world.posts(crowd.experts[0], &erase, &[]).await.is(303);
    for table in [
        "select count(*) from feed_post",
        "select count(*) from feed_reaction",
        "select count(*) from picture",
    ] {
        assert_eq!(crowd.count(table).await, 0, "{table}");
    }
    world.app.upload(&visitor, &feed, &fields, ("photo", "voyant.jpg", &photo())).await.is(303);
    let post = only(&world.org, "feed_post").await;
    world.posts(author, &format!("{feed}/{post}/erase"), &[]).await.is(303);
    // What nobody took away goes with its photo before its age is over.
    world.app.upload(&visitor, &feed, &fields, ("photo", "voyant.jpg", &photo())).await.is(303);
    crowd.round("relaying.feed_photos").await;
    assert_eq!(crowd.count("select count(*) from picture").await, 1);
    crowd.minutes(60 * 24 * 365).await;
    crowd.round("relaying.feed_photos").await;
    assert_eq!(crowd.count("select count(*) from picture").await, 0);
}

#[tokio::test]
async fn e2e_02_thanks_that_are_shown_name_nobody() {
    let crowd = Crowd::new().await;
    let (world, ines, karim) = (&crowd.world, crowd.askers[0], crowd.experts[0]);
    let feed = format!("/groups/{}/feed", crowd.group);
    let asked = crowd.asked(ines, karim, 5).await;
    world.posts(ines, &format!("{asked}/thank"), &[("words", "Client reparti content.")]).await.is(303);
    world.reads(karim, &feed).await.lacks("Client reparti");
    let thanks = only(&world.org, "answer_thanks").await;
    world.posts(karim, &format!("/thanks/{thanks}/share"), &[("public", "1")]).await.is(303);
    let read = world.reads(crowd.experts[1], &feed).await;
    let written = written(&read);
    assert!(written.contains("Client reparti content."));
    for absent in ["Karim", "Inès", "/react"] {
        assert!(!written.contains(absent), "{absent}");
    }
}

#[tokio::test]
async fn a_feed_is_read_twenty_at_a_time_and_posted_into_once() {
    let crowd = Crowd::new().await;
    let feed = format!("/groups/{}/feed", crowd.group);
    for n in 0..22 {
        let words = format!("Mot numéro {n}.");
        posts(&crowd, crowd.experts[0], &[("words", words.as_str())]).await.is(303);
        crowd.minutes(1).await;
    }
    let key = id().to_string();
    for _ in 0..2 {
        posts(&crowd, crowd.experts[0], &[("words", "Une seule fois."), ("key", key.as_str())]).await.is(303);
    }
    assert_eq!(crowd.count("select count(*) from feed_post").await, 23);
    let first = crowd.world.reads(crowd.experts[1], &feed).await;
    let next = first.body.split("?before=").nth(1).unwrap().split('"').next().unwrap().to_owned();
    first.holds("Une seule fois.").holds("Mot numéro 3.").lacks("Mot numéro 2.");
    let older = crowd.world.reads(crowd.experts[1], &format!("{feed}?before={next}")).await;
    older.holds("Mot numéro 2.").holds("Mot numéro 0.").lacks("Mot numéro 3.");
}

#[tokio::test]
async fn exp_12_what_the_database_refuses_of_a_feed() {
    let crowd = Crowd::new().await;
    let (world, org) = (&crowd.world, crowd.world.org.org());
    let post = id();
    let good = Row::new(
        "feed_post",
        vec![
            ("org_id", org.into()),
            ("id", post.into()),
            ("group_id", crowd.group.parse::<uuid::Uuid>().unwrap().into()),
            ("person_id", world.karim.into()),
            ("text", "Bonjour.".into()),
            ("form_key", Some(id()).into()),
            ("at", 1_i64.into()),
        ],
    );
    for (rule, bad) in [
        ("post_in_group", good.clone().with("group_id", id())),
        ("post_by_person", good.clone().with("person_id", id())),
        ("post_filled", good.clone().with("text", "")),
    ] {
        bad.again().is_refused(&world.org, rule).await;
    }
    good.is_taken(&world.org).await;
    good.again().is_refused(&world.org, "unique_feed_post__form_key").await;
    let part = |table, other: (&'static str, sea_orm::Value)| {
        Row::new(table, vec![("org_id", org.into()), ("post_id", post.into()), other])
    };
    let picture = part("feed_picture", ("picture_id", id().into()));
    picture.is_refused(&world.org, "feed_picture_is_picture").await;
    let mention = part("feed_mention", ("person_id", world.lea.into()));
    mention.clone().with("post_id", id()).is_refused(&world.org, "mention_in_post").await;
    mention.clone().with("person_id", id()).is_refused(&world.org, "mention_of_person").await;
    mention.is_taken(&world.org).await;
    let reaction = part("feed_reaction", ("person_id", world.lea.into())).with("kind", "idea");
    reaction.clone().with("post_id", id()).is_refused(&world.org, "reaction_to_post").await;
    reaction.clone().with("person_id", id()).is_refused(&world.org, "reaction_of_person").await;
    reaction.clone().with("kind", "angry").is_refused(&world.org, "reaction_known").await;
    reaction.is_taken(&world.org).await;
    let tx = world.org.begin().await.unwrap();
    refused_by(sql("update feed_post set text = 'Autre.'").run(&tx).await, "post_stays_as_it_was_written");
    tx.rollback().await.unwrap();
    let other = part("feed_picture", ("picture_id", a_picture(&crowd).await.into())).with("post_id", id());
    other.is_refused(&world.org, "feed_picture_of_post").await;
}

/// A photo that was kept.
async fn a_picture(crowd: &Crowd) -> uuid::Uuid {
    let tx = crowd.world.org.begin().await.unwrap();
    let cleaned = relais_files::cleaned(photo()).await.unwrap();
    let kept = relais_files::keep(&tx, &cleaned, relais_testkit::builders::today()).await.unwrap();
    tx.commit().await.unwrap();
    kept.0
}
