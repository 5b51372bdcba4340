//! A list of questions and answers that is there already: looked at first, then made at once.

use relais_store::sql;
use relais_testkit::Answer;

use crate::world::World;

const FAQ: &str = "Question;Réponse\nVoyant orange ?;1. Débrancher.\nÉcran noir ?;\nvoyant ORANGE ?;Autre.\nDébit faible ?;Changer de canal.\n";

impl World {
    async fn brings(
        &self,
        person: relais_kernel::PersonId,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Answer {
        let visitor = self.app.sign_in(relais_store::InOrg::org(&self.org), person).await;
        // A browser sends a field without a file as one without a name.
        let (name, content) = file.unwrap_or(("", b""));
        self.app.upload(&visitor, "/knowledge/import", fields, ("file", name, content)).await
    }

    async fn entries(&self) -> i64 {
        sql("select count(*) from knowledge_entry").value(&self.org).await.unwrap().unwrap()
    }
}

/// What was read of the file, as the form holds it.
fn kept(page: &Answer) -> String {
    let at = page.body.split("name=\"kept\" value=\"").nth(1).unwrap();
    at.split('"').next().unwrap().replace("&#34;", "\"").replace("&#39;", "'").replace("&quot;", "\"")
}

#[tokio::test]
async fn exp_07_a_file_is_looked_at_before_anything_is_written() {
    let world = World::new().await;
    let theme = world.group().await;
    let file = Some(("faq.csv", FAQ.as_bytes()));
    let seen = world.brings(world.karim, &[("theme", &theme)], file).await.is(200);
    let seen = seen
        .holds("2 fiches seront faites")
        .holds("Une question est refusée")
        .holds("Une question existe déjà");
    let seen = seen.holds("ligne 3").holds("Ce champ");
    assert_eq!(world.entries().await, 0);
    let kept = kept(&seen);
    let make = [("theme", theme.as_str()), ("kept", &kept), ("act", "make")];
    world.brings(world.karim, &make, None).await.is(303);
    assert_eq!(world.entries().await, 2);
    let found = world.posts(world.ines, "/questions/similar", &[("text", "debit faible")]).await;
    found.holds("Changer de canal.");
    world.reads(world.ines, "/knowledge").await.holds("Voyant orange ?").lacks("À valider");
    // The same file again makes nothing.
    world.brings(world.karim, &make, None).await.is(303);
    assert_eq!(world.entries().await, 2);
    world.brings(world.karim, &[("theme", &theme)], file).await.is(200).holds("Aucune fiche à faire");
}

#[tokio::test]
async fn exp_07_what_head_office_brings_waits_for_an_expert() {
    let world = World::new().await;
    let theme = world.group().await;
    let page = "<h2>Voyant <script>alert(1)</script>orange ?</h2><p onclick=\"x()\">Débrancher.</p>";
    let seen =
        world.brings(world.helene, &[("theme", &theme)], Some(("faq.html", page.as_bytes()))).await.is(200);
    let kept = kept(&seen.holds("Vous n’êtes pas du groupe"));
    assert!(!kept.contains("alert") && !kept.contains("onclick"), "{kept}");
    world.brings(world.helene, &[("theme", &theme), ("kept", &kept), ("act", "make")], None).await.is(303);
    world.posts(world.ines, "/questions/similar", &[("text", "voyant orange")]).await.lacks("Débrancher");
    world.reads(world.ines, "/knowledge").await.lacks("Voyant orange");
    world.reads(world.karim, "/knowledge").await.holds("Voyant orange ?").holds("À valider");
    let entry = relais_testkit::rows::only(&world.org, "knowledge_entry").await;
    let path = format!("/knowledge/{entry}");
    let ines = world.app.sign_in(relais_store::InOrg::org(&world.org), world.ines).await;
    world.app.get(&ines, &path).await.is(404);
    world.posts(world.karim, &format!("{path}/check"), &[("expires", "2027-05-20")]).await.is(303);
    world.posts(world.ines, "/questions/similar", &[("text", "voyant orange")]).await.holds("Débrancher");
}

#[tokio::test]
async fn what_cannot_be_read_is_told_and_whoever_hosts_no_group_has_no_such_page() {
    let world = World::new().await;
    let theme = world.group().await;
    world.brings(world.karim, &[("theme", &theme)], None).await.is(422).holds("Choisissez un fichier.");
    let file = Some(("faq.csv", FAQ.as_bytes()));
    let refused = world.brings(world.karim, &[], file).await.is(422).holds("Choisissez un thème.");
    assert!(kept(&refused).contains("Changer de canal"), "what was read stays");
    let columns = Some(("faq.csv", &b"nom;ville\nIn\xc3\xa8s;\xc3\x89vry\n"[..]));
    world.brings(world.karim, &[("theme", &theme)], columns).await.is(422).holds("Il manque une colonne");
    let large = vec![b'a'; 513 * 1024];
    world
        .brings(world.karim, &[("theme", &theme)], Some(("faq.md", &large)))
        .await
        .is(422)
        .holds("trop lourd");
    let ines = world.app.sign_in(relais_store::InOrg::org(&world.org), world.ines).await;
    world.app.get(&ines, "/knowledge/import").await.is(404);
    world.brings(world.ines, &[("theme", &theme)], file).await.is(404);
    world.reads(world.karim, "/knowledge").await.holds("Importer des réponses");
}
