//! A customer follows their own request by a link, on paper or in a text message, and tells how easy it was.

use std::time::Duration;

use relais_contact::{
    Address, Channel, Phone,
    sms_text::{Coding, count},
};
use relais_kernel::{Instant, PersonId};
use relais_post::sms::{Read, letterbox};
use relais_relaying::{Cut, efforts};
use relais_store::{InOrg as _, sql};
use relais_testkit::{
    Answer, Visitor,
    builders::{a_person, an_organisation, assigned, today},
    markup,
};

use crate::world::World;

// It is Saturday 21 November 2026, 14:20 in Paris; nobody wrote hours down, so that Évry opens on Monday at nine.

/// Inès asks for Odile, who hears on Monday before ten; tells where it is read, and the link that is printed for her.
async fn printed(world: &World) -> (String, String) {
    let theme = world.group().await;
    let case = waits(world, &theme).await;
    let link = prints(world, &case).await;
    (case, link)
}

async fn waits(world: &World, theme: &str) -> String {
    let fields = [
        ("theme", theme),
        ("text", "Le voyant clignote orange."),
        ("given_name", "Odile"),
        ("phone", "06 12 34 56 78"),
        ("agreed", "1"),
        ("reference", "cl-2027/41"),
        ("promised", "next_day"),
        ("anyway", "1"),
    ];
    world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap()
}

/// As it is typed from the slip.
async fn prints(world: &World, case: &str) -> String {
    let slip = format!("{case}/slip");
    world.posts(world.ines, &slip, &[]).await.is(303);
    let page = world.reads(world.ines, &slip).await;
    let (_, address) = page.body.split_once("relais.example/s/").unwrap();
    format!("/s/{}", address.split('<').next().unwrap())
}

async fn opens(world: &World, link: &str) -> Answer {
    let page = world.app.get(&Visitor::stranger(), link).await.is(200);
    assert_eq!(markup::faults(&page.body), Vec::<String>::new());
    page
}

async fn sends(world: &World, link: &str, verb: &str, fields: &[(&str, &str)]) -> Answer {
    world.app.post(&Visitor::stranger(), &format!("{link}/{verb}"), fields).await
}

async fn ends(world: &World, case: &str) {
    let told = [("told", "heard"), ("outcome", "solved")];
    world.posts(world.ines, &format!("{case}/end"), &told).await.is(303);
}

async fn number(world: &World, query: &'static str) -> i64 {
    sql(query).bind(world.org.org()).value(&world.org).await.unwrap().unwrap()
}

async fn messages(world: &World) -> Vec<Read> {
    letterbox(&world.org, 10).await.unwrap()
}

/// The letters of a link, as they stand in an address.
fn letters(link: &str) -> String {
    link.trim_start_matches("/s/").replace('-', "")
}

#[tokio::test]
async fn map_08_a_customer_reads_what_was_promised_and_done_and_nobodys_name() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let page = opens(&world, &link).await;
    let page = page.holds("Le voyant clignote orange.").holds("lundi 23 novembre, 10").holds("Évry");
    let page = page.holds("Vous nous avez dit ce qui vous amène").holds("demandé aux personnes qui savent");
    for personal in ["Odile", "12 34 56", "123456", "Inès", "Karim", "Martin", "CL-2027", "Experts 91-94"] {
        assert!(!page.body.contains(personal), "{personal} is on the page");
    }
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(page.header("x-robots-tag"), "noindex, nofollow, noarchive");
    assert_eq!(page.header("cache-control"), "no-store");
    assert!(page.body.len() < 30_000, "{}", page.body.len());
    assert!(!page.body.contains(".woff2"), "it weighs nothing that need not be");
    // The browser's language, without a session.
    let english = Visitor::stranger().request("GET", &link).header("accept-language", "en-GB");
    let english = world.app.send(english.body(axum::body::Body::empty()).unwrap()).await.is(200);
    english.holds("We asked the people who know").lacks("Odile");
    // The answer came, the customer was called, then told.
    let question = format!("/questions/{}", world.group_question().await);
    world.posts(world.karim, &format!("{question}/answer"), &[("words", "Débrancher, Inès.")]).await.is(303);
    opens(&world, &link).await.holds("La réponse est arrivée").lacks("Débrancher").lacks("Karim");
    let heard = [("result", "reached"), ("promised", "next_day"), ("words", "Vu avec Karim.")];
    world.posts(world.ines, &format!("{case}/call"), &heard).await.is(303);
    opens(&world, &link).await.holds("Nous vous avons appelé").lacks("Karim");
    let end = [("told", "heard"), ("outcome", "relayed"), ("reason", "Karim Martin passe mardi.")];
    world.posts(world.ines, &format!("{case}/end"), &end).await.is(303);
    opens(&world, &link).await.holds("Une personne s’en charge").lacks("Karim").lacks("Des nouvelles avant");
}

#[tokio::test]
async fn map_08_a_refusal_is_read_with_its_reason_and_its_appeal() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let end = [
        ("told", "heard"),
        ("outcome", "refused"),
        ("reason", "Le contrat ne le permet pas."),
        ("appeal", "Le médiateur des communications."),
    ];
    world.posts(world.ines, &format!("{case}/end"), &end).await.is(303);
    let page = opens(&world, &link).await;
    page.holds("Le contrat ne le permet pas.").holds("Le médiateur des communications.");
}

#[tokio::test]
async fn map_08_the_promised_hour_that_is_over_says_what_to_do() {
    let world = World::new().await;
    let tx = world.org.begin().await.unwrap();
    sql("update unit set phone = '01 69 00 00 00' where org_id = $1")
        .bind(world.org.org())
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let (_, link) = printed(&world).await;
    opens(&world, &link).await.holds("tel:0169000000").lacks("nous en sommes désolés");
    world.app.db().clock().advance(Duration::from_secs(3 * 86_400));
    opens(&world, &link).await.holds("nous en sommes désolés").holds("01 69 00 00 00");
}

#[tokio::test]
async fn sec_10_the_database_alone_opens_no_link() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let token = letters(&link);
    for column in ["hash", "secret"] {
        let kept: Vec<u8> =
            sql("select ").push(column).push(" from case_link").value(&world.org).await.unwrap().unwrap();
        assert!(!kept.windows(8).any(|part| part == &token.as_bytes()[..8]), "{column}");
    }
    // Printed again, it is the same link: the customer's own goes on.
    assert_eq!(prints(&world, &case).await, link);
    // Taken back, its letters are gone and it opens nothing; a new one is another.
    world.posts(world.ines, &format!("{case}/link/remove"), &[]).await.is(303);
    assert_eq!(
        number(&world, "select count(*) from case_link where org_id = $1 and secret is not null").await,
        0
    );
    world.app.get(&Visitor::stranger(), &link).await.is(404);
    let other = prints(&world, &case).await;
    assert_ne!(other, link);
    opens(&world, &other).await;
}

#[tokio::test]
async fn sec_09_unknown_revoked_and_expired_are_one_answer_for_every_verb() {
    let world = World::new().await;
    let (case, revoked) = printed(&world).await;
    world.posts(world.ines, &format!("{case}/link/remove"), &[]).await.is(303);
    let expired = prints(&world, &case).await;
    ends(&world, &case).await;
    let clock = world.app.db().clock();
    clock.advance(Duration::from_secs(29 * 86_400));
    opens(&world, &expired).await;
    clock.advance(Duration::from_secs(86_401));
    let unknown = "/s/7k3m-9q2x-b4tz-8hnv-0c5j-yr6w-d1p3";
    let mut bodies = Vec::new();
    for link in [unknown, "/s/x", &revoked, &expired] {
        let page = world.app.get(&Visitor::stranger(), link).await.is(404);
        assert_eq!(page.header("referrer-policy"), "no-referrer");
        assert_eq!(markup::faults(&page.body), Vec::<String>::new());
        // The frame's own forms come back to where they were sent from.
        bodies.push(page.body.replace(link, ""));
        for (verb, fields) in
            [("say", vec![("says", "sooner")]), ("stop", vec![]), ("effort", vec![("score", "7")])]
        {
            let page = sends(&world, link, verb, &fields).await.is(404);
            assert!(page.body.contains("Ce lien ne mène à rien"));
        }
    }
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(number(&world, "select count(*) from case_message where org_id = $1").await, 0);
    assert_eq!(number(&world, "select count(*) from effort_answer where org_id = $1").await, 0);
}

/// All that reading could have changed.
async fn all_of_it(world: &World) -> Vec<i64> {
    let mut all = Vec::new();
    for query in [
        "select count(*) from baton_event where org_id = $1",
        "select count(*) from case_touch where org_id = $1",
        "select count(*) from case_link where org_id = $1 and texted_day is null and answered = (1 = 0)",
        "select count(*) from case_message where org_id = $1",
        "select count(*) from baton_waiter where org_id = $1 and told is null",
        "select count(*) from contact_suppression where org_id = $1",
        "select count(*) from job where org_id = $1",
        "select count(*) from outbox where org_id = $1",
    ] {
        all.push(number(world, query).await);
    }
    all
}

#[tokio::test]
async fn exp_03_reading_a_page_changes_nothing_and_is_not_being_told() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let before = all_of_it(&world).await;
    for _ in 0..5 {
        opens(&world, &link).await;
        let head = Visitor::stranger().request("HEAD", &link).body(axum::body::Body::empty()).unwrap();
        world.app.send(head).await.is(200);
        for verb in ["say", "stop", "effort"] {
            // What takes a form leads back to the page.
            let page = world.app.get(&Visitor::stranger(), &format!("{link}/{verb}")).await.is(303);
            assert_eq!(page.location.as_deref(), Some(link.as_str()));
        }
    }
    assert_eq!(all_of_it(&world).await, before);
    let end = [("told", ""), ("outcome", "solved")];
    world.posts(world.ines, &format!("{case}/end"), &end).await.is(422).holds("dans son dos");
}

#[tokio::test]
async fn sec_07_a_stranger_who_tries_letters_locks_no_customer_out() {
    let world = World::new().await;
    let (_, link) = printed(&world).await;
    let letter = |n: usize| b"0123456789abcdefghjkmnpqrstvwxyz"[n % 32] as char;
    for n in 0..300_usize {
        let tried: String = (0..28).map(|at| letter(n * 31 + at * 7 + at * at)).collect();
        world.app.get(&Visitor::stranger(), &format!("/s/{tried}")).await.is(404);
        if n % 50 == 0 {
            opens(&world, &link).await;
        }
    }
    opens(&world, &link).await;
}

#[tokio::test]
async fn map_08_what_a_customer_writes_reaches_whoever_promised_and_ends_nothing() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let called = "select count(*) from outbox where org_id = $1 and name = 'baton.called'";
    let before = number(&world, called).await;
    let typed = [("says", "other_time"), ("words", "Après 18 h, au 06 99 88 77 66.")];
    let page = sends(&world, &link, "say", &typed).await.is(422);
    let page = page.holds("Après 18 h, au [numéro].").holds("Relisez-les").lacks("06 99 88 77 66");
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert_eq!(number(&world, "select count(*) from case_message where org_id = $1").await, 0);
    sends(&world, &link, "say", &[("says", "other_time"), ("words", " ")]).await.is(422).holds("quel moment");
    sends(&world, &link, "say", &[("says", "lost"), ("words", "Gardé.")]).await.is(422).holds("Gardé.");
    let read = [("says", "other_time"), ("words", "Après 18 h, au [numéro].")];
    assert_eq!(
        sends(&world, &link, "say", &read).await.is(303).location.unwrap(),
        format!("/s/{}", letters(&link))
    );
    let page = world.reads(world.ines, &case).await;
    page.holds("Le client a écrit").holds("Je préfère un autre moment").holds("Après 18 h");
    assert_eq!(
        number(&world, "select count(*) from baton_event where org_id = $1 and code = 'replied'").await,
        1
    );
    assert_eq!(number(&world, called).await, before + 1, "whoever keeps it is called");
    // « Ce n’est plus la peine » tells, and ends nothing.
    sends(&world, &link, "say", &[("says", "no_longer")]).await.is(303);
    assert_eq!(
        number(&world, "select count(*) from customer_case where org_id = $1 and outcome is null").await,
        1
    );
    // Three a day; what was typed is not lost, and another day begins anew.
    sends(&world, &link, "say", &[("says", "sooner")]).await.is(303);
    let fourth = [("says", "sooner"), ("words", "Encore moi.")];
    sends(&world, &link, "say", &fourth).await.is(422).holds("Encore moi.").holds("3 messages par jour");
    assert_eq!(
        number(&world, "select count(*) from baton_event where org_id = $1 and code = 'replied'").await,
        3
    );
    opens(&world, &link).await.holds("Vous nous avez écrit").lacks("Encore moi.");
    world.app.db().clock().advance(Duration::from_secs(86_400));
    sends(&world, &link, "say", &fourth).await.is(303);
    ends(&world, &case).await;
    sends(&world, &link, "say", &[("says", "sooner")]).await.is(422).holds("terminée entre-temps");
}

#[tokio::test]
async fn map_08_a_slip_is_printed_by_whoever_keeps_the_promise_alone() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let slip = format!("{case}/slip");
    let page = world.reads(world.ines, &slip).await;
    let page = page.holds("<svg class=\"qr\"").holds("aria-label=\"Carré à photographier");
    let page = page.holds("lundi 23 novembre").holds("relais.example/s/");
    assert!(!page.body.contains("Odile") && !page.body.contains("06 12"));
    assert!(link.contains('-') && link.len() == 37, "{link}");
    // A colleague of the shop reads the request, and gives no link to it; another unit knows of neither.
    let omar = a_person(&world.org, "Omar", "Petit").await;
    assigned(&world.org, omar, world.evry, relais_directory::assignments::Function::Adviser).await;
    let elsewhere = an_organisation(world.app.db()).await;
    let other = a_person(&elsewhere, "Zoé", "Autre").await;
    let verbs = [("slip", true), ("slip", false), ("link", false), ("link/remove", false)];
    for (verb, get) in verbs {
        let path = format!("{case}/{verb}");
        for (person, org) in
            [(omar, &world.org), (world.lea, &world.org), (world.karim, &world.org), (other, &elsewhere)]
        {
            let visitor = world.app.sign_in(org.org(), person).await;
            if get {
                world.app.get(&visitor, &path).await.is(404);
            } else {
                world.app.post(&visitor, &path, &[]).await.is(404);
            }
        }
    }
    world.reads(omar, &case).await.lacks("Envoyer le lien");
    opens(&world, &link).await;
    ends(&world, &case).await;
    let visitor = world.app.sign_in(world.org.org(), world.ines).await;
    world.app.get(&visitor, &slip).await.is(404);
}

async fn is_called(world: &World, name: &str) {
    let tx = world.app.db().begin().await.unwrap();
    sql("update organisation set name = $1 where id = $2")
        .bind(name)
        .bind(world.org.org())
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn sec_06_the_text_message_is_one_part_of_ours_with_the_longest_values() {
    for (name, named) in [("Clairlien", true), (&*"Anticonstitutionnellement ".repeat(4), false)] {
        let world = World::new().await;
        is_called(&world, name.trim()).await;
        let theme = world.group().await;
        // A year's last Wednesday is promised from the year before: the longest moment there is.
        let case = waits(&world, &theme).await;
        let tx = world.org.begin().await.unwrap();
        sql("update customer_case set next_contact_at = $1 where org_id = $2")
            .bind(Instant(1_829_984_400_000_000))
            .bind(world.org.org())
            .run(&tx)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        world.posts(world.ines, &format!("{case}/link"), &[]).await.is(303);
        let words = messages(&world).await[0].words.clone().unwrap();
        let counted = count(&words);
        assert_eq!((counted.coding, counted.parts), (Coding::Gsm7, 1), "{words}");
        assert!(words.contains("https://relais.example/s/") && words.contains("2027"), "{words}");
        assert_eq!(words.contains("Clairlien : "), named, "{words}");
        for typed in ["Odile", "voyant", "Inès"] {
            assert!(!words.contains(typed), "{words}");
        }
        world.reads(world.ines, &case).await.holds("Lien envoyé par SMS");
    }
}

#[tokio::test]
async fn prv_08_prv_12_text_messages_stop_in_one_action_and_calls_go_on() {
    let world = World::new().await;
    let theme = world.group().await;
    let case = waits(&world, &theme).await;
    world.posts(world.ines, &format!("{case}/link"), &[]).await.is(303);
    let words = messages(&world).await[0].words.clone().unwrap();
    let link = words.split_once("https://relais.example").unwrap().1.to_owned();
    opens(&world, &link).await.holds("Ne plus recevoir de SMS");
    sends(&world, &link, "stop", &[]).await.is(303);
    opens(&world, &link).await.holds("plus aucun SMS").lacks("Ne plus recevoir de SMS");
    sends(&world, &link, "stop", &[]).await.is(303);
    let phone = Address::Phone(Phone::read("06 12 34 56 78").unwrap());
    assert!(relais_contact::is_suppressed(&world.org, &phone, Channel::Sms).await.unwrap());
    assert!(!relais_contact::is_suppressed(&world.org, &phone, Channel::Call).await.unwrap());
    // Nothing more is sent, also not what they would wait for, nor the question after the end.
    world.posts(world.ines, &format!("{case}/link"), &[]).await.is(422).holds("ne veut plus de SMS");
    ends(&world, &case).await;
    assert_eq!(messages(&world).await.len(), 1);
}

#[tokio::test]
async fn map_08_the_next_morning_asks_whoever_was_sent_the_link() {
    let world = World::new().await;
    let theme = world.group().await;
    let case = waits(&world, &theme).await;
    world.posts(world.ines, &format!("{case}/link"), &[]).await.is(303);
    world.app.db().clock().advance(Duration::from_secs(2 * 86_400));
    ends(&world, &case).await;
    let all = messages(&world).await;
    assert_eq!(all.len(), 2);
    let words = all[0].words.clone().unwrap();
    assert_eq!((count(&words).coding, count(&words).parts), (Coding::Gsm7, 1), "{words}");
    assert!(words.contains("Une question"), "{words}");
    // Tuesday 24 November, nine in Paris.
    assert_eq!(
        number(&world, "select not_before from sms where org_id = $1 and class = 'transactional'").await,
        1_795_507_200_000_000
    );
    // Whoever was given paper, or was not reached, is not written to.
    let other = waits(&world, &theme).await;
    prints(&world, &other).await;
    ends(&world, &other).await;
    assert_eq!(messages(&world).await.len(), 2);
}

#[tokio::test]
async fn voc_07_the_one_question_is_answered_once_by_nobody() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let question = format!("/questions/{}", world.group_question().await);
    world.posts(world.karim, &format!("{question}/answer"), &[("words", "Débrancher.")]).await.is(303);
    sends(&world, &link, "effort", &[("score", "7")]).await.is(303);
    assert_eq!(number(&world, "select count(*) from effort_answer where org_id = $1").await, 0, "it goes on");
    ends(&world, &case).await;
    opens(&world, &link).await.holds("Il a été facile d’obtenir une réponse");
    let page = sends(&world, &link, "effort", &[("score", ""), ("words", "Très clair.")]).await.is(422);
    page.holds("Choisissez une note").holds("Très clair.");
    let typed = [("score", "6"), ("words", "Rappelez Odile au 06 12 34 56 78.")];
    let page = sends(&world, &link, "effort", &typed).await.is(422);
    page.holds("au [numéro].").lacks("06 12 34 56 78").holds("value=\"6\"");
    assert_eq!(number(&world, "select count(*) from effort_answer where org_id = $1").await, 0);
    sends(&world, &link, "effort", &[("score", "6"), ("words", "Simple et clair.")]).await.is(303);
    opens(&world, &link).await.holds("Vous avez répondu").lacks("Simple et clair");
    sends(&world, &link, "effort", &[("score", "1")]).await.is(303);
    assert_eq!(number(&world, "select sum(score) from effort_answer where org_id = $1").await, 6, "once");
    // Of the group that answered and the unit that promised, on a day; and not for whoever keeps the promise.
    let group: Option<uuid::Uuid> = sql("select e.group_id from effort_answer e join expert_group g \
         on g.org_id = e.org_id and g.id = e.group_id where e.org_id = $1 and e.unit_id = $2 and e.answered_day = 20261121")
    .bind(world.org.org())
    .bind(world.evry)
    .value(&world.org)
    .await
    .unwrap();
    assert!(group.is_some());
    world.reads(world.ines, &case).await.lacks("Simple et clair");
    let few = efforts(&world.org, Cut::Group, (today(), today())).await.unwrap();
    assert_eq!(few.iter().map(|one| (Some(one.of), one.figures)).collect::<Vec<_>>(), [(group, None)]);
}

#[tokio::test]
async fn voc_07_five_answers_say_something_by_group_or_by_unit() {
    let world = World::new().await;
    for (score, day) in
        [(7, 20_261_121), (6, 20_261_121), (5, 20_261_121), (4, 20_261_121), (2, 20_261_121), (1, 20_261_120)]
    {
        let row = crate::rows_of_status::effort(&world).with("score", score).with("answered_day", day);
        row.is_taken(&world.org).await;
    }
    let all = efforts(&world.org, Cut::Unit, (today(), today())).await.unwrap();
    let figures = all[0].figures.unwrap();
    assert_eq!((all.len(), all[0].of, figures.n), (1, world.evry.0, 5));
    assert!((figures.mean - 4.8).abs() < 1e-9 && (figures.share - 0.6).abs() < 1e-9);
    assert_eq!(efforts(&world.org, Cut::Group, (today(), today())).await.unwrap(), [], "no group answered");
}

#[tokio::test]
async fn prv_01_the_words_of_an_answer_go_after_two_years_and_its_score_stays() {
    let world = World::new().await;
    let row = crate::rows_of_status::effort(&world).with("words", "Simple.");
    row.is_taken(&world.org).await;
    row.clone().again().with("answered_day", 20_281_101).is_taken(&world.org).await;
    world.app.db().clock().advance(Duration::from_secs(735 * 86_400));
    let tx = world.org.begin().await.unwrap();
    relais_store::jobs::enqueue(&tx, "relaying.effort_words", &()).await.unwrap();
    tx.commit().await.unwrap();
    world.app.run_jobs().await;
    assert_eq!(
        number(&world, "select count(*) from effort_answer where org_id = $1 and words = ''").await,
        1
    );
    assert_eq!(number(&world, "select count(*) from effort_answer where org_id = $1").await, 2);
}

#[tokio::test]
async fn map_08_a_slip_for_somebody_without_a_telephone_goes_the_same_way() {
    let world = World::new().await;
    let theme = world.group().await;
    let fields = [
        ("theme", theme.as_str()),
        ("text", "La box."),
        ("reference", "a1"),
        ("promised", "next_day"),
        ("anyway", "1"),
    ];
    let case = world.posts(world.ines, "/questions/new", &fields).await.is(303).location.unwrap();
    world.reads(world.ines, &case).await.holds("Pas de numéro de mobile").lacks("Envoyer le lien");
    world.posts(world.ines, &format!("{case}/link"), &[]).await.is(422).holds("imprimez le suivi");
    let link = prints(&world, &case).await;
    opens(&world, &link).await.lacks("SMS");
    sends(&world, &link, "stop", &[]).await.is(303);
}

#[tokio::test]
async fn voc_07_map_08_of_what_is_sent_at_once_no_more_counts_than_may() {
    let world = World::new().await;
    let (case, link) = printed(&world).await;
    let says = || sends(&world, &link, "say", &[("says", "sooner")]);
    let (a, b, c, d, e) = tokio::join!(says(), says(), says(), says(), says());
    let taken = [a, b, c, d, e].iter().filter(|answer| answer.status == 303).count();
    assert_eq!((taken, number(&world, "select count(*) from case_message where org_id = $1").await), (3, 3));
    ends(&world, &case).await;
    let answers = |score| sends(&world, &link, "effort", score);
    let (one, other) = tokio::join!(answers(&[("score", "7")]), answers(&[("score", "2")]));
    assert_eq!((one.status.as_u16(), other.status.as_u16()), (303, 303));
    assert_eq!(number(&world, "select count(*) from effort_answer where org_id = $1").await, 1);
}

/// Somebody signed in reads the page as its customer does.
#[tokio::test]
async fn map_08_a_session_makes_no_difference_to_the_page() {
    let world = World::new().await;
    let (_, link) = printed(&world).await;
    let person: PersonId = world.lea;
    let visitor = world.app.sign_in(world.org.org(), person).await;
    let page = world.app.get(&visitor, &link).await.is(200);
    assert!(!page.body.contains("Léa") && page.body.contains("Le voyant clignote"));
    world.app.post(&visitor, &format!("{link}/say"), &[("says", "sooner")]).await.is(303);
}
