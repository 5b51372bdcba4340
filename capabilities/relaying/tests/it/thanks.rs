//! Thanks: for whoever answered, alone.

use crate::crowd::Crowd;

#[tokio::test]
async fn e2e_02_thanks_are_read_by_whoever_answered_alone() {
    let crowd = Crowd::new().await;
    let (world, ines, karim) = (&crowd.world, crowd.askers[0], crowd.experts[0]);
    let asked = crowd.asked(ines, karim, 5).await;
    let thank = format!("{asked}/thank");
    world.reads(ines, &asked).await.holds("Remercier");
    world.posts(ines, &thank, &[("words", " ")]).await.is(422);
    let refused = world.posts(ines, &thank, &[("words", "Merci, rappelez le 06 12 34 56 78.")]).await.is(422);
    refused.holds("[numéro]").lacks("06 12 34 56 78");
    world.posts(karim, &thank, &[("words", "Merci à moi.")]).await.is(404);
    world.posts(ines, &thank, &[("words", "Client reparti content.")]).await.is(303);
    world.posts(ines, &thank, &[("words", "Encore merci.")]).await.is(422).holds("Vous avez remercié");
    world.reads(ines, &asked).await.lacks("Client reparti").holds("Vous avez remercié");
    world.reads(karim, "/thanks").await.holds("Client reparti content.").holds("pour vous seul");
    for other in [ines, world.lea, world.helene, crowd.experts[1]] {
        world.reads(other, "/thanks").await.lacks("Client reparti");
    }
    for page in ["/questions", "/groups", "/cases", asked.as_str()] {
        world.reads(world.lea, page).await.lacks("Client reparti");
    }
    // They alone decide who else reads it.
    let id = relais_testkit::rows::only(&world.org, "answer_thanks").await;
    let share = format!("/thanks/{id}/share");
    world.posts(ines, &share, &[("public", "1")]).await.is(404);
    world.posts(karim, &share, &[("public", "1")]).await.is(303);
    world.reads(karim, "/thanks").await.holds("le groupe le lit");
    world.posts(karim, &share, &[("public", "0")]).await.is(303);
    world.reads(karim, "/thanks").await.holds("pour vous seul");
    // Whoever was thanked is called, once, without a word of it.
    assert_eq!(crowd.count("select count(*) from notice where title = 'notice-relaying-thanks'").await, 1);
}

#[tokio::test]
async fn e2e_02_nobody_is_thanked_before_the_answer_nor_once_names_have_left() {
    let crowd = Crowd::new().await;
    let (world, ines) = (&crowd.world, crowd.askers[0]);
    let fields = [("theme", crowd.theme.as_str()), ("text", "Le voyant clignote."), ("anyway", "1")];
    let open = world.posts(ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world.posts(ines, &format!("{open}/thank"), &[("words", "Merci.")]).await.is(422).holds("plus personne");
    let asked = crowd.asked(ines, crowd.experts[0], 5).await;
    crowd.minutes(60).await;
    relais_baton::cut_names(&world.org, world.app.db().clock().now()).await.unwrap();
    // Names have left on both sides: the question is nobody's any more.
    world.posts(ines, &format!("{asked}/thank"), &[("words", "Merci.")]).await.is(404);
}
