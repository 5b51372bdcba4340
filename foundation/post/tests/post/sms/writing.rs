//! What is written, and what is refused with a reason.

use relais_contact::{About, Class, Rule, SuppressionSource, erase, opt_out};
use relais_post::{
    Base,
    sms::{Composed, Refusal, Text, letterbox},
};
use relais_testkit::builders::today;
use uuid::Uuid;

use super::{NUMBER, World, sentence, survey, words};

#[tokio::test]
async fn prv_12_why_not_them_is_said_in_words() {
    let w = World::new().await;
    let home = w.contact_in(&w.org, "01 60 12 34 56").await;
    let refusal = w.ask(home, &Text::service(), &sentence()).await.unwrap_err();
    assert_eq!(refusal, Refusal::NotMobile);
    assert_eq!(
        refusal.say(&words()),
        "Ce numéro n’est pas celui d’un mobile\u{a0}: il ne reçoit pas de SMS."
    );
    let ines = w.ines().await;
    w.ask(ines, &survey(), &sentence()).await.unwrap();
    let refusal = w.ask(ines, &survey(), &sentence()).await.unwrap_err();
    assert_eq!(refusal, Refusal::Rule(Rule::WithinADay));
    assert!(refusal.say(&words()).contains("moins de vingt-quatre heures"));
    let open = survey().with_followup_open(true);
    assert_eq!(w.ask(ines, &open, &sentence()).await, Err(Refusal::Rule(Rule::FollowUpOpen)));
    let tx = w.org.begin().await.unwrap();
    opt_out(&tx, ines, SuppressionSource::Customer, today()).await.unwrap();
    tx.commit().await.unwrap();
    let refused = Err(Refusal::Rule(Rule::OptedOut));
    assert_eq!(w.ask(ines, &Text::service(), &sentence()).await, refused);
    assert_eq!(w.ask(ines, &Text::new(Class::Hazard).urgent(), &sentence()).await, refused);
    assert!(w.ask(ines, &Text::service().awaited(), &sentence()).await.is_ok());
    let tx = w.org.begin().await.unwrap();
    erase(&tx, ines, today()).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(w.ask(ines, &Text::service(), &sentence()).await, Err(Refusal::Rule(Rule::Erased)));
    assert_eq!(letterbox(&w.org, 10).await.unwrap().len(), 2, "what was refused is written nowhere");
}

#[tokio::test]
async fn prv_12_a_second_measure_is_asked_once() {
    let w = World::new().await;
    let ines = w.ines().await;
    let about = About { kind: "listening.followup".into(), id: Uuid::from_u128(7) };
    let second = Text::new(Class::SecondMeasure).about(about);
    w.ask(ines, &second, &sentence()).await.unwrap();
    assert_eq!(w.ask(ines, &second, &sentence()).await, Err(Refusal::Rule(Rule::MeasuredBefore)));
}

#[tokio::test]
async fn prv_12_the_organisations_own_rest_between_surveys_holds() {
    let w = World::new().await;
    let ines = w.ines().await;
    w.ask(ines, &survey(), &sentence()).await.unwrap();
    w.pass(20 * 86_400);
    assert_eq!(w.ask(ines, &survey(), &sentence()).await, Err(Refusal::Rule(Rule::Transactional(30))));
    let tx = w.org.begin().await.unwrap();
    let every = relais_contact::TRANSACTIONAL_EVERY;
    relais_directory::settings::set(&tx, &every, 30, 14).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    assert!(w.ask(ines, &survey(), &sentence()).await.is_ok());
}

#[tokio::test]
async fn sec_06_a_text_that_is_too_long_is_refused() {
    let w = World::new().await;
    w.chooses("sms.parts", 1).await;
    let long = Composed::sentence("test-two");
    assert_eq!(w.ask(w.ines().await, &Text::service(), &long).await, Err(Refusal::TooLong(2, 1)));
    let base = Base::new("https://relais.example.org").unwrap();
    w.chooses("sms.parts", 3).await;
    let endless = Composed::sentence("test-tight").link("link", &base.at(&"x".repeat(460)));
    let refusal = w.ask(w.ines().await, &Text::service(), &endless).await.unwrap_err();
    assert!(matches!(refusal, Refusal::TooLong(4.., 3)), "{refusal:?}");
}

#[tokio::test]
async fn a_text_is_written_in_cheaper_letters_only_where_that_costs_less() {
    let w = World::new().await;
    let base = Base::new("https://relais.example.org").unwrap();
    let ines = w.ines().await;
    for (path, told) in [
        ("/r", "Reçu à l’agence. https://relais.example.org/r"),
        (
            "/r/a-rather-long-way-to-find-it",
            "Recu à l'agence. https://relais.example.org/r/a-rather-long-way-to-find-it",
        ),
    ] {
        let tight = Composed::sentence("test-tight").link("link", &base.at(path));
        w.ask(ines, &Text::service(), &tight).await.unwrap();
        let last = letterbox(&w.org, 1).await.unwrap().remove(0);
        assert_eq!((last.words.as_deref(), last.parts), (Some(told), 1));
        w.pass(1);
    }
}

#[tokio::test]
async fn a_customer_reads_their_own_language_and_the_organisations_name() {
    let w = World::new().await;
    let typed = relais_contact::Typed {
        given_name: None,
        address: relais_contact::Address::Phone(relais_contact::Phone::read(NUMBER).unwrap()),
        email: None,
        locale: relais_kernel::Locale::En,
    };
    let tx = w.org.begin().await.unwrap();
    let id = relais_contact::find_or_add(&tx, &typed, today()).await.unwrap();
    tx.commit().await.unwrap();
    w.ask(id, &Text::service(), &Composed::sentence("test-plain")).await.unwrap();
    let read = letterbox(&w.org, 1).await.unwrap().remove(0);
    assert_eq!(read.words.as_deref(), Some("Énergie Proche: see you tomorrow"));
}

#[tokio::test]
async fn a_sentence_that_is_missing_is_never_sent() {
    let w = World::new().await;
    let ines = w.ines().await;
    // No such sentence, and one that lacks what completes it.
    for missing in ["test-nothing", "test-sms"] {
        let missing = Composed::sentence(missing);
        let tx = w.org.begin().await.unwrap();
        assert!(relais_post::sms::text(&tx, &words(), ines, &Text::service(), &missing).await.is_err());
        tx.rollback().await.unwrap();
    }
    assert!(!format!("{:?}", sentence()).contains("abc"));
}
