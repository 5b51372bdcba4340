//! What letters say: one file a message, each a subject and sentences that are keys with their arguments. Two templates
//! set them, as text and as HTML.

use askama::Template;
use relais_kernel::Locale;
use relais_words::Words;

use crate::address::Link;

mod digest;
mod import_finished;
mod invitation;
mod manager_vacancy;
mod password_reset;

pub(crate) use digest::DIGEST;
pub use digest::Digest;
pub use import_finished::ImportFinished;
pub use invitation::Invitation;
pub use manager_vacancy::ManagerVacancy;
pub use password_reset::PasswordReset;

/// What a room wants to say to somebody by letter.
pub trait Message: Send + Sync {
    /// Stable name, such as `invitation`.
    fn kind(&self) -> &'static str;

    /// Whether its reader asked for it or waits for it: only then may it leave outside their hours (PRV-11).
    fn asked_for(&self) -> bool;

    /// Its sentences in one language.
    fn sentences(&self, w: &Words) -> Sentences;
}

/// A message's sentences. Typed words in them have passed through `plain`.
#[derive(Clone, Debug)]
pub struct Sentences {
    /// Subject, one line.
    pub subject: String,
    /// First line.
    pub greeting: String,
    /// What there is to say.
    pub body: Vec<String>,
    /// What to do, and where.
    pub action: (String, Link),
    /// Why this letter came, and what happens if nothing is done.
    pub closing: String,
}

/// A message ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Subject, one line.
    pub subject: String,
    /// As plain text.
    pub text: String,
    /// As HTML, with nothing to load.
    pub html: String,
}

#[derive(Template)]
#[template(path = "letter.txt")]
struct Text<'a> {
    w: &'a Words,
    says: &'a Sentences,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    w: &'a Words,
    says: &'a Sentences,
    locale: Locale,
}

impl Draft {
    /// Sets a message in a language.
    pub fn of(message: &dyn Message, w: &Words) -> Result<Self, askama::Error> {
        let says = message.sentences(w);
        // Last net: a subject is a header.
        let subject = says.subject.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let text = Text { w, says: &says }.render()?;
        let html = Html { w, says: &says, locale: w.locale() }.render()?;
        Ok(Self { subject, text, html })
    }
}

/// One of each, for tests and for showing them.
pub fn samples(base: &crate::Base) -> Vec<Box<dyn Message>> {
    vec![
        Box::new(Invitation {
            given_name: "Inès".into(),
            org_name: "Clairlien".into(),
            link: base.at("/enter/abc"),
            days: 14,
            has_password: false,
            waited_for: true,
        }),
        Box::new(Invitation {
            given_name: "Inès".into(),
            org_name: "Clairlien".into(),
            link: base.at("/enter/abc"),
            days: 14,
            has_password: true,
            waited_for: true,
        }),
        Box::new(PasswordReset { link: base.at("/enter/abc"), minutes: 60 }),
        Box::new(ManagerVacancy {
            given_name: "Marc".into(),
            unit_name: "Évry".into(),
            since: relais_kernel::Day::from_date(jiff::civil::date(2026, 11, 21)),
            link: base.at("/units/1"),
        }),
        Box::new(Digest {
            given_name: "Marc".into(),
            lines: vec![("post-several".into(), 3)],
            link: base.at("/"),
        }),
        Box::new(ImportFinished {
            given_name: "Nadia".into(),
            kept: 1204,
            refused: 0,
            link: base.at("/imports/1"),
        }),
        Box::new(ImportFinished {
            given_name: "Nadia".into(),
            kept: 0,
            refused: 1,
            link: base.at("/imports/1"),
        }),
    ]
}
