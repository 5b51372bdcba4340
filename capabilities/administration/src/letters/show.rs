//! One letter: its text, and the links it holds, so that an invitation can be followed in the demo. Its HTML is never
//! shown: what a letter says to a mail reader is no page of ours.

use askama::Template;
use axum::extract::Path;
use jiff::tz::TimeZone;
use relais_kernel::{Instant, MessageId};
use relais_post::{State, letter};
use relais_web::{
    Can, Cx, Failure, Outcome, Sample,
    components::{Facts, LinkButton},
};
use relais_words::Words;

use super::state;
use crate::ReadLetters;

#[derive(Template)]
#[template(path = "letters/show.html")]
struct Show<'a> {
    w: &'a Words,
    zone: TimeZone,
    to: String,
    subject: String,
    text: String,
    links: Vec<String>,
    state: State,
    at: Instant,
}

pub(crate) async fn page(cx: Cx, _: Can<ReadLetters>, Path(id): Path<MessageId>) -> Outcome {
    let letter = letter(cx.site().db(), id).await?.ok_or(Failure::NotFound)?;
    let show = Show {
        w: &cx.w,
        zone: cx.organisation().zone.clone(),
        links: links(&letter.text, &cx.site().settings().base_url),
        to: letter.to_address,
        subject: letter.subject,
        text: letter.text,
        state: letter.state,
        at: letter.sent_at.unwrap_or(letter.created_at),
    };
    cx.page(cx.shell(&show.subject).back("/administration/letters", cx.w.t("letters-title")), &show)
}

/// The addresses of ours that a text holds, each once: nothing else in a letter becomes a link here.
fn links(text: &str, base_url: &str) -> Vec<String> {
    let mut links: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let ours = word.strip_prefix(base_url).filter(|path| path.starts_with('/'));
        if let Some(path) = ours
            && !links.iter().any(|known| known == path)
        {
            links.push(path.to_owned());
        }
    }
    links
}

impl Show<'_> {
    fn facts(&self) -> Facts {
        Facts::new()
            .fact(self.w.t("letters-to"), &self.to)
            .fact(self.w.t("letters-when"), self.w.moment(&self.at, &self.zone))
            .piece(self.w.t("letters-state"), state(self.w, self.state))
    }

    /// Blank lines part a text.
    fn paragraphs(&self) -> Vec<&str> {
        self.text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()).collect()
    }
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let long = "anticonstitutionnellement-chateauneuf-du-pape-en-gresivaudan";
    let show = |subject: &str, text: &str| Show {
        w,
        zone: TimeZone::UTC,
        to: "ines@clairlien.example".into(),
        subject: subject.into(),
        text: text.into(),
        links: links(text, "https://relais.example"),
        state: State::Sent,
        at: Instant(1_795_267_200_000_000),
    };
    let two = "https://relais.example/a https://relais.example/b";
    let text =
        "Bonjour Inès,\n\nChoisissez votre mot de passe :\nhttps://relais.example/enter/abc\n\nÀ bientôt.";
    vec![
        Sample::of("administration/letter", &show("Votre accès à Relais", text)),
        Sample::of("administration/letter two links", &show("Votre accès à Relais", two)),
        Sample::of("administration/letter empty", &show("Votre accès à Relais", "")),
        Sample::of(
            "administration/letter long",
            &show(&long.repeat(3), &format!("https://relais.example/{long}{long}")),
        ),
    ]
}

#[cfg(test)]
mod tests {
    #[test]
    fn sec_06_only_our_own_addresses_become_links() {
        let text = "https://relais.example/enter/a\nhttps://relais.example/enter/a https://evil.example/b \
                    https://relais.example.evil.example/c https://relais.example";
        assert_eq!(super::links(text, "https://relais.example"), ["/enter/a"]);
    }
}
