//! A photo with a question: cleaned, for whoever reads the question, and lost with nothing else that was typed.

use std::io::Cursor;

use image::{ImageFormat, RgbImage};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    builders::{a_person, assigned},
    rows::{Row, id, only},
};

use crate::world::World;

/// A photo that tells where it was taken.
pub(crate) fn photo() -> Vec<u8> {
    let mut jpeg = Cursor::new(Vec::new());
    RgbImage::from_pixel(64, 48, image::Rgb([200, 90, 10])).write_to(&mut jpeg, ImageFormat::Jpeg).unwrap();
    let mut jpeg = jpeg.into_inner();
    let told = b"Exif\0\0GPS 48.62, 2.44 Evry";
    let length = u16::try_from(told.len() + 2).unwrap().to_be_bytes();
    let part = [&[0xff, 0xe1], &length[..], told].concat();
    jpeg.splice(2..2, part);
    jpeg
}

#[tokio::test]
async fn sec_05_a_photo_goes_with_the_question_to_those_who_answer_and_tells_no_place() {
    let world = World::new().await;
    let theme = world.group().await;
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let sent = photo();
    assert!(sent.windows(3).any(|part| part == b"GPS"));
    let asked = world.app.upload(&ines, "/questions/new", &fields, ("photo", "voyant.jpg", &sent)).await;
    let asked = asked.is(303).location.unwrap();
    world.reads(world.karim, &asked).await.holds(&format!("{asked}/photo"));
    let karim = world.app.sign_in(world.org.org(), world.karim).await;
    let seen = world.app.get(&karim, &format!("{asked}/photo")).await.is(200);
    assert_eq!(seen.header("content-type"), "image/jpeg");
    let kept: Vec<u8> = sql("select content from picture where org_id = $1")
        .bind(world.org.org())
        .value(&world.org)
        .await
        .unwrap()
        .unwrap();
    assert!(!kept.windows(3).any(|part| part == b"GPS"));
    let zoe = a_person(&world.org, "Zoé", "Petit").await;
    assigned(&world.org, zoe, world.evry, relais_directory::assignments::Function::Adviser).await;
    let zoe = world.app.sign_in(world.org.org(), zoe).await;
    world.app.get(&zoe, &format!("{asked}/photo")).await.is(404);
    let without = world.asks(&theme, "Sans photo.").await;
    world.reads(world.karim, &without).await.lacks("/photo");
    world.app.get(&karim, &format!("{without}/photo")).await.is(404);
}

#[tokio::test]
async fn sec_05_what_is_no_photo_is_told_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let theme = world.group().await;
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let page = b"<script>alert(1)</script>";
    let refused =
        world.app.upload(&ines, "/questions/new", &fields, ("photo", "voyant.jpg", page)).await.is(422);
    refused.holds("Le voyant clignote.").holds("photo-error");
    // A form that is wrong elsewhere says that its photo has to be chosen again.
    let half = [("text", "Le voyant clignote.")];
    let refused =
        world.app.upload(&ines, "/questions/new", &half, ("photo", "voyant.jpg", &photo())).await.is(422);
    refused.holds("Choisissez un thème.").holds("photo-error");
    assert_eq!(world.promises().await, []);
}

#[tokio::test]
async fn exp_02_an_answer_has_steps_and_a_photo() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote.").await;
    let karim = world.app.sign_in(world.org.org(), world.karim).await;
    let answer = format!("{asked}/answer");
    let text = [("words", "Rien de grave.\n1. Débrancher.\n2. Attendre <dix> secondes.")];
    let page = b"<script>alert(1)</script>";
    world.app.upload(&karim, &answer, &text, ("photo", "a.jpg", page)).await.is(422).holds("photo-error");
    world.app.upload(&karim, &answer, &[], ("photo", "a.jpg", &photo())).await.is(422).holds("photo-error");
    assert_eq!(world.promises().await.len(), 1, "it waits for its answer still");
    world.app.upload(&karim, &answer, &text, ("photo", "a.jpg", &photo())).await.is(303);
    let read = world.reads(world.ines, &asked).await;
    let read = read
        .holds("<ol class=\"numbered\" start=\"1\"><li>Débrancher.</li>")
        .holds("Attendre &#60;dix&#62; secondes.");
    let word = only(&world.org, "question_word").await;
    let seen = format!("{asked}/words/{word}/photo");
    read.holds(&seen);
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    assert_eq!(world.app.get(&ines, &seen).await.is(200).header("content-type"), "image/jpeg");
    // By another question, and by somebody who reads neither, there is no such photo.
    let other = world.asks(&theme, "Une autre.").await;
    world.app.get(&ines, &format!("{other}/words/{word}/photo")).await.is(404);
    let zoe = a_person(&world.org, "Zoé", "Petit").await;
    assigned(&world.org, zoe, world.evry, relais_directory::assignments::Function::Adviser).await;
    let zoe = world.app.sign_in(world.org.org(), zoe).await;
    world.app.get(&zoe, &seen).await.is(404);
    // Whoever asked tells more with a photo as well.
    let fields = [("words", "Voici la façade.")];
    world.app.upload(&ines, &format!("{other}/add"), &fields, ("photo", "b.jpg", &photo())).await.is(303);
    world.reads(world.karim, &other).await.holds("/words/").holds("Voici la façade.");
}

#[tokio::test]
async fn a_photo_is_of_one_word() {
    let world = World::new().await;
    let theme = world.group().await;
    let asked = world.asks(&theme, "Le voyant clignote.").await;
    let karim = world.app.sign_in(world.org.org(), world.karim).await;
    let fields = [("words", "Comme ceci.")];
    world.app.upload(&karim, &format!("{asked}/answer"), &fields, ("photo", "a.jpg", &photo())).await.is(303);
    let picture = only(&world.org, "picture").await;
    world.posts(world.karim, &format!("{asked}/add"), &[("words", "Et cela.")]).await.is(303);
    let other: uuid::Uuid = sql("select id from question_word where org_id = $1 and text = 'Et cela.'")
        .bind(world.org.org())
        .value(&world.org)
        .await
        .unwrap()
        .unwrap();
    let tx = world.org.begin().await.unwrap();
    let another = relais_files::attached(Some(photo()), false).await.unwrap().unwrap();
    let free = relais_files::keep(&tx, &another, relais_testkit::builders::today()).await.unwrap();
    tx.commit().await.unwrap();
    let org = world.org.org();
    let good = Row::new(
        "word_picture",
        vec![("org_id", org.into()), ("word_id", other.into()), ("picture_id", picture.into())],
    );
    for (rule, bad) in [
        ("picture_of_word", good.clone().with("word_id", id()).with("picture_id", free)),
        ("word_picture_is_kept", good.clone().with("picture_id", id())),
        ("unique_word_picture__picture_id", good),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
}

#[tokio::test]
async fn a_photo_is_of_one_question() {
    let world = World::new().await;
    let theme = world.group().await;
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    let fields = [("theme", theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    world.app.upload(&ines, "/questions/new", &fields, ("photo", "voyant.jpg", &photo())).await.is(303);
    let picture = only(&world.org, "picture").await;
    world.asks(&theme, "Sans photo.").await;
    let other: uuid::Uuid = sql("select id from question where org_id = $1 and text = 'Sans photo.'")
        .bind(world.org.org())
        .value(&world.org)
        .await
        .unwrap()
        .unwrap();
    let tx = world.org.begin().await.unwrap();
    let another = relais_files::attached(Some(photo()), false).await.unwrap().unwrap();
    let free = relais_files::keep(&tx, &another, relais_testkit::builders::today()).await.unwrap();
    tx.commit().await.unwrap();
    let good = Row::new(
        "question_picture",
        vec![
            ("org_id", world.org.org().into()),
            ("question_id", other.into()),
            ("picture_id", picture.into()),
        ],
    );
    for (rule, bad) in [
        ("picture_of_question", good.clone().with("question_id", id()).with("picture_id", free)),
        ("picture_is_kept", good.clone().with("picture_id", id())),
        ("unique_question_picture__picture_id", good),
    ] {
        bad.is_refused(&world.org, rule).await;
    }
}
