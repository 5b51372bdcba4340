//! What a group answered is found by whoever asks next; its experts make entries of it, with an end.

use std::time::Duration;

use relais_directory::assignments::Function;
use relais_kernel::PersonId;
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    Answer,
    builders::{a_person, a_unit, an_organisation, assigned},
};
use uuid::Uuid;

use crate::world::World;

impl World {
    /// What somebody sees while they type.
    async fn types(&self, person: PersonId, text: &str) -> Answer {
        self.posts(person, "/questions/similar", &[("text", text)]).await.is(200)
    }

    /// Inès asks and Karim answers; tells where the question is read.
    async fn answered(&self, theme: &str, text: &str, answer: &str) -> String {
        let asked = self.asks(theme, text).await;
        self.posts(self.karim, &format!("{asked}/answer"), &[("words", answer)]).await.is(303);
        asked
    }

    /// Karim writes an entry; tells where it is read.
    async fn entry(&self, theme: &str, title: &str, more: &[(&str, &str)]) -> String {
        let fields = [
            ("title", title),
            ("answer", "1. Débrancher.\n2. Attendre."),
            ("theme", theme),
            ("expires", "2027-05-20"),
            // What the form sends besides.
            ("question", ""),
            ("of_version", ""),
            ("key", ""),
        ];
        let fields: Vec<_> =
            fields.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name)).collect();
        self.posts(self.karim, "/knowledge/new", &[&fields[..], more].concat())
            .await
            .is(303)
            .location
            .unwrap()
    }
}

#[tokio::test]
async fn exp_07_what_was_answered_is_found_in_spite_of_accents_and_slips() {
    let world = World::new().await;
    let theme = world.group().await;
    world.asks(&theme, "Le répéteur clignote, personne n’a encore répondu.").await;
    world
        .answered(
            &theme,
            "Le décodeur affiche une erreur de synchronisation sur la Livebox 5.",
            "Débrancher.",
        )
        .await;
    world.answered(&theme, "La facture a deux abonnements.", "Demander l’avoir.").await;
    for typed in [
        "DECODEUR ERREUR SYNCHRONISATION",
        "le decodeur a une erreur de synchronisation",
        "décodeurs en erreur, synchronisations",
        "decodeur eror de sinchronisation",
        "decodeur synchro",
        "livebox5 décodeur",
        "dcodeur erreur",
    ] {
        let found = world.types(world.ines, typed).await;
        found.holds("Livebox 5").holds("Débrancher.").lacks("abonnements").lacks("répéteur");
    }
    world.types(world.ines, "le café est froid").await.lacks("Livebox");
    world.types(world.ines, "").await.lacks("Livebox");
    world.types(world.ines, "répéteur").await.lacks("répéteur");
}

/// All slips of one letter in one word, over the real tables (EXP-07).
#[tokio::test]
async fn exp_07_a_slip_in_any_long_word_still_finds_it() {
    let world = World::new().await;
    let theme = world.group().await;
    world.answered(&theme, "Télécommande appairage impossible.", "Changer les piles.").await;
    for word in ["telecommande", "appairage", "impossible"] {
        for place in [0, 1, word.len() / 2, word.len() - 1] {
            let (before, after) = word.split_at(place);
            let rest = &after[1..];
            for typed in [format!("{before}{rest}"), format!("{before}z{rest}"), format!("{before}z{after}")]
            {
                let found = world.types(world.ines, &typed).await;
                found.holds("appairage impossible");
            }
        }
    }
}

#[tokio::test]
async fn sec_09_what_is_suggested_is_what_its_page_shows_and_nobody_is_in_it() {
    let world = World::new().await;
    let theme = world.group().await;
    let text = "Le terminal refuse la carte SIM de Châteauroux";
    let fields = [
        ("theme", theme.as_str()),
        ("text", text),
        ("reference", "CL-77"),
        ("promised", "next_day"),
        ("anyway", "1"),
    ];
    world.posts(world.ines, "/questions/new", &fields).await.is(303);
    let question = world.group_question().await;
    let asked = format!("/questions/{question}");
    world
        .posts(
            world.karim,
            &format!("{asked}/answer"),
            &[("words", "Appelez le 06 39 98 12 34, puis redémarrez.")],
        )
        .await
        .is(303);
    world.posts(world.ines, &format!("{asked}/add"), &[("words", "Merci de Évry.")]).await.is(303);
    // Somebody of another unit, who was never told of it.
    let zoe = a_person(&world.org, "Zoé", "Petit").await;
    assigned(&world.org, zoe, a_unit(&world.org, "MAS", "Massy").await, Function::Adviser).await;
    let path = format!("/knowledge/answers/{question}");
    let (suggested, shown) = (world.types(zoe, "terminal refuse SIM").await, world.reads(zoe, &path).await);
    assert!(suggested.body.contains(&path));
    for page in [&suggested, &shown] {
        assert!(page.body.contains("terminal refuse la carte SIM") && page.body.contains("redémarrez"));
        for secret in ["Inès", "Évry", "CL-77", "39 98", "Merci", "21/11", "Karim"] {
            assert!(!page.body.contains(secret), "{secret}");
        }
    }
    let zoes = world.app.sign_in(world.org.org(), zoe).await;
    world.app.get(&zoes, &asked).await.is(404);
    // Who may not ask is suggested nothing, and has no page; nor has another organisation.
    let nobody = a_person(&world.org, "Ada", "Test").await;
    let visitor = world.app.sign_in(world.org.org(), nobody).await;
    for path in [path.as_str(), "/knowledge"] {
        world.app.get(&visitor, path).await.is(404);
    }
    world.app.post(&visitor, "/questions/similar", &[("text", "terminal refuse SIM")]).await.is(404);
    let other = an_organisation(world.app.db()).await;
    let far = a_person(&other, "Far", "Away").await;
    assigned(&other, far, a_unit(&other, "LYO", "Lyon").await, Function::Adviser).await;
    let far = world.app.sign_in(other.org(), far).await;
    world.app.get(&far, &path).await.is(404);
    world
        .app
        .post(&far, "/questions/similar", &[("text", "terminal refuse SIM")])
        .await
        .is(200)
        .lacks("terminal");
}

#[tokio::test]
async fn e2e_02_what_was_asked_three_times_is_offered_to_become_an_entry() {
    let world = World::new().await;
    let theme = world.group().await;
    let mut asked = String::new();
    for (n, text) in
        ["Voyant orange qui clignote", "Le voyant clignote orange", "voyants oranges, ça clignote"]
            .iter()
            .enumerate()
    {
        asked = world.answered(&theme, text, "1. Débrancher.\n2. Attendre.").await;
        let page = world.reads(world.karim, &asked).await.holds("En faire une fiche");
        assert_eq!(page.body.contains("3 fois en 90 jours"), n == 2, "{text}");
    }
    world.reads(world.ines, &asked).await.lacks("En faire une fiche");
    let question = asked.rsplit('/').next().unwrap();
    let make = format!("/knowledge/new?question={question}");
    let form = world.reads(world.karim, &make).await;
    let form = form.holds("voyants oranges").holds("1. Débrancher.").holds("2027-05-22");
    assert!(form.body.contains(&format!("value=\"{theme}\" checked")), "the theme of the question is chosen");
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    world.app.get(&ines, &make).await.is(404);
    let entry = world
        .entry(&theme, "Voyant orange", &[("question", question), ("words", "voyants oranges, ça clignote")])
        .await;
    world
        .reads(world.ines, &entry)
        .await
        .holds("<li>Débrancher.</li>")
        .holds("Écrite et validée")
        .lacks("Karim");
    // The entry stands for the question from now on.
    let found = world.types(world.ines, "voyants oranges ça clignote").await.holds("Fiche validée");
    assert!(!found.body.contains(&format!("/knowledge/answers/{question}")));
    world.reads(world.karim, &asked).await.holds("La fiche").lacks("En faire une fiche");
    let again = world
        .posts(world.lea, "/knowledge/new", &[("question", question), ("title", "Autre"), ("theme", &theme)])
        .await;
    assert_eq!(again.is(303).location.unwrap(), entry, "one entry a question");
}

#[tokio::test]
async fn exp_07_an_entry_that_is_over_is_flagged_and_suggested_to_nobody() {
    let world = World::new().await;
    let theme = world.group().await;
    let entry = world.entry(&theme, "Voyant orange", &[]).await;
    world.types(world.ines, "voyant orange").await.holds("Voyant orange");
    world.app.db().clock().advance(Duration::from_secs(86_400 * 170));
    world.reads(world.ines, "/knowledge").await.holds("À relire avant");
    world.types(world.ines, "voyant orange").await.holds("Voyant orange");
    world.app.db().clock().advance(Duration::from_secs(86_400 * 20));
    world.types(world.ines, "voyant orange").await.lacks("Voyant orange");
    world.reads(world.ines, "/knowledge?q=voyant").await.holds("Voyant orange").holds("plus valable depuis");
    world.reads(world.ines, &entry).await.holds("personne ne l’a relue");
    // Looked at again, it holds again; whoever is not of the group cannot say so.
    let check = format!("{entry}/check");
    world.posts(world.ines, &check, &[("expires", "2027-12-01")]).await.is(404);
    world
        .posts(world.karim, &check, &[("expires", "2020-01-01")])
        .await
        .is(422)
        .holds("à partir de demain")
        .holds("2020-01-01");
    world.posts(world.karim, &check, &[("expires", "2027-12-01")]).await.is(303);
    world.types(world.ines, "voyant orange").await.holds("Voyant orange");
}

#[tokio::test]
async fn exp_07_what_is_no_longer_true_is_promised_to_be_looked_at() {
    let world = World::new().await;
    let theme = world.group().await;
    let entry = world.entry(&theme, "Voyant orange", &[]).await;
    let doubt = format!("{entry}/doubt");
    world.posts(world.ines, &doubt, &[("words", " ")]).await.is(422);
    world
        .posts(world.ines, &doubt, &[("words", "Appeler le 06 12 34 56 78 ne marche plus")])
        .await
        .is(422)
        .holds("[numéro]");
    world.posts(world.ines, &doubt, &[("words", "Le bouton a changé de place.")]).await.is(303);
    world.posts(world.lea, &doubt, &[("words", "Chez moi aussi.")]).await.is(303);
    let promises = world.promises().await;
    assert_eq!(
        (promises.len(), promises[0].kind.as_str(), promises[0].waiters.len()),
        (1, "relaying.entry", 2)
    );
    world
        .reads(world.ines, &entry)
        .await
        .holds("Le bouton a changé")
        .holds("n’est plus juste")
        .lacks("Inès Martin");
    let fields = [
        ("title", "Voyant orange"),
        ("answer", "1. Rester appuyé."),
        ("theme", theme.as_str()),
        ("expires", "2027-05-20"),
        ("of_version", "1"),
    ];
    world.posts(world.ines, &format!("{entry}/edit"), &fields).await.is(404);
    world.posts(world.karim, &format!("{entry}/edit"), &fields).await.is(303);
    assert_eq!(world.promises().await, [], "both were told");
    world
        .reads(world.ines, &entry)
        .await
        .holds("Rester appuyé")
        .holds("Version 1")
        .holds("Débrancher.")
        .holds("Corrigée");
    // Of two who write, the second reads what the first wrote.
    let refused = world.posts(world.lea, &format!("{entry}/edit"), &fields).await.is(422);
    refused.holds("Quelqu’un l’a corrigée").holds("Rester appuyé");
    world.posts(world.ines, &doubt, &[("words", "Et encore.")]).await.is(303);
    let expires = [("expires", "2027-05-20")];
    world.posts(world.karim, &format!("{entry}/check"), &expires).await.is(303);
    assert_eq!(world.promises().await, []);
    world.posts(world.karim, &format!("{entry}/withdraw"), &[("words", "")]).await.is(422);
    world
        .posts(world.karim, &format!("{entry}/withdraw"), &[("words", "Le modèle n’existe plus.")])
        .await
        .is(303);
    world.types(world.ines, "voyant orange").await.lacks("Voyant orange");
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    world.app.get(&ines, &entry).await.is(404);
    world.reads(world.karim, &entry).await.holds("Retirée");
    world.posts(world.karim, &format!("{entry}/check"), &expires).await.is(404);
}

#[tokio::test]
async fn exp_06_what_helped_is_counted_of_the_entry_and_its_group_and_of_nobody() {
    let world = World::new().await;
    let theme = world.group().await;
    let entry = world.entry(&theme, "Voyant orange", &[]).await;
    let asked = world.answered(&theme, "La facture a deux abonnements.", "Demander l’avoir.").await;
    let answer = format!("/knowledge/answers/{}", asked.rsplit('/').next().unwrap());
    for (person, path) in [(world.ines, &entry), (world.lea, &entry), (world.ines, &answer)] {
        let to = world.posts(person, &format!("{path}/reuse"), &[]).await.is(303).location.unwrap();
        assert_eq!(&to, path);
    }
    world.reads(world.ines, &entry).await.holds("A servi 2 fois");
    world.reads(world.ines, &answer).await.holds("A servi une fois");
    let group = world.group_named("Experts 91-94").await;
    world.reads(world.ines, &format!("/knowledge?group={group}")).await.holds("a servi 3 fois");
    assert!(world.promises().await.is_empty(), "nothing was asked");
    let rows: Option<i64> = sql("select count(*) from knowledge_reuse").value(&world.org).await.unwrap();
    assert_eq!(rows, Some(2), "a day and what helped, nothing finer");
}

#[tokio::test]
async fn what_may_answer_it_is_seen_without_a_script_too_and_nothing_typed_is_lost() {
    let world = World::new().await;
    let theme = world.group().await;
    world.entry(&theme, "Voyant orange", &[]).await;
    let look = [("text", "le voyant orange clignote"), ("reference", "A1"), ("look", "1")];
    let seen = world.posts(world.ines, "/questions/new", &look).await.is(200);
    seen.holds("Déjà répondu, peut-être").holds("le voyant orange clignote").holds("value=\"A1\"");
    // What is refused for another reason shows it as well.
    world.posts(world.ines, "/questions/new", &look[..2]).await.is(422).holds("Déjà répondu, peut-être");
    world.reads(world.ines, "/questions/new?text=voyant%20orange").await.holds("Cela me suffit");
}

#[tokio::test]
async fn exp_07_an_entry_is_written_once_by_those_of_the_group() {
    let world = World::new().await;
    let theme = world.group().await;
    let ines = world.app.sign_in(world.org.org(), world.ines).await;
    world.app.get(&ines, "/knowledge/new").await.is(404);
    world.posts(world.ines, "/knowledge/new", &[("title", "Voyant")]).await.is(404);
    let refused =
        world.posts(world.karim, "/knowledge/new", &[("title", "Voyant"), ("theme", &theme)]).await.is(422);
    refused.holds("value=\"Voyant\"");
    let key = Uuid::from_u128(7).to_string();
    let first = world.entry(&theme, "Voyant orange", &[("key", &key)]).await;
    assert_eq!(world.entry(&theme, "Voyant orange", &[("key", &key)]).await, first);
    let entries: Option<i64> = sql("select count(*) from knowledge_entry").value(&world.org).await.unwrap();
    assert_eq!(entries, Some(1));
    world.reads(world.lea, &format!("{first}/edit")).await.holds("Débrancher.");
    world.reads(world.ines, "/knowledge").await.holds("Voyant orange").lacks("Écrire une fiche");
}
