//! What letters look like.

use relais_kernel::Locale;
use relais_post::{Base, Draft, Invitation, ManagerVacancy, samples};
use relais_testkit::builders::day;

use crate::{link, words};

#[test]
fn letters_read_in_both_languages() {
    let base = Base::new("https://relais.example.org").unwrap();
    for locale in [Locale::Fr, Locale::En] {
        for message in samples(&base) {
            let draft = Draft::of(&*message, &words().in_locale(locale)).unwrap();
            for words in [&draft.subject, &draft.text, &draft.html] {
                assert!(
                    !words.contains('⟦') && !words.trim().is_empty(),
                    "{} {locale}: {words}",
                    message.kind()
                );
            }
            assert!(draft.html.contains(&format!("<html lang=\"{locale}\">")));
            assert!(draft.text.contains("https://relais.example.org/") && draft.subject.lines().count() == 1);
            for loaded in ["<img", "src=", "<style", "style=", "<script", "url("] {
                assert!(!draft.html.contains(loaded), "{}: {loaded}", message.kind());
            }
        }
    }
}

#[test]
fn a_letter_is_short_and_friendly() {
    let message = Invitation {
        given_name: "Inès".into(),
        org_name: "Clairlien".into(),
        link: link("/enter/abc"),
        days: 14,
        has_password: false,
        waited_for: true,
    };
    let draft = Draft::of(&message, &words()).unwrap();
    assert_eq!(draft.subject, "Votre accès à Relais, Clairlien");
    assert_eq!(
        draft.text,
        "Bonjour Inès,\n\n\
         Clairlien vous ouvre un accès à Relais. Il vous reste à choisir votre mot de passe.\n\n\
         Ce lien est valable 14 jours.\n\n\
         Choisir mon mot de passe\nhttps://relais.example.org/enter/abc\n\n\
         Vous recevez ce message parce que Clairlien a indiqué votre adresse. S’il ne vous est pas destiné, ne faites rien.\n\n\
         -- \nMessage envoyé automatiquement par Relais. Personne ne lit les réponses."
    );
}

#[test]
fn sec_06_typed_words_become_neither_a_link_nor_markup_nor_a_header() {
    let message = ManagerVacancy {
        given_name: "<a href=\"https://evil.example\">Marc</a>".into(),
        unit_name: "Évry\r\nBcc: all@clairlien.example www.evil.example/x".into(),
        since: day("2026-11-21"),
        link: link("/units/1"),
    };
    for locale in [Locale::Fr, Locale::En] {
        let draft = Draft::of(&message, &words().in_locale(locale)).unwrap();
        assert!(!draft.subject.chars().any(char::is_control), "{:?}", draft.subject);
        assert!(!draft.html.contains("<a href=\"https://evil"), "{}", draft.html);
        for words in [&draft.subject, &draft.text, &draft.html] {
            assert!(!words.contains("evil.example") && !words.contains("@clairlien.example"), "{words}");
        }
        let addresses = draft.text.matches("://").count();
        assert_eq!(addresses, 1, "{}", draft.text);
    }
}

proptest::proptest! {
    #[test]
    fn prop_whoever_can_have_an_account_can_be_written_to(typed in "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~é-]{1,20}@[a-zA-Z0-9.-]{1,20}") {
        if let Ok(email) = relais_directory::accounts::Email::read(&typed) {
            proptest::prop_assert!(relais_post::To::new(email.text(), Locale::Fr).is_ok(), "{typed}");
        }
    }
}
