//! Two sides, two columns, and what joins them.

use std::fmt::Display;

use askama::Template;
use relais_words::Words;

use super::{LONG, Sample, Side};

/// A moment of truth: what is felt, the rites, the cues, a lesson beside it.
#[derive(Clone, Debug, Template)]
#[template(path = "components/moment_card.html")]
pub struct MomentCard {
    side: Side,
    title: String,
    href: Option<String>,
    feel: Option<String>,
    rites: Vec<String>,
    cues: Vec<String>,
    lesson: Option<String>,
}

impl MomentCard {
    /// A moment of a side.
    pub fn new(side: Side, title: impl Display) -> Self {
        let (rites, cues) = (Vec::new(), Vec::new());
        Self { side, title: title.to_string(), href: None, feel: None, rites, cues, lesson: None }
    }

    /// Its own page.
    pub fn link(self, href: impl Display) -> Self {
        Self { href: Some(href.to_string()), ..self }
    }

    /// The expected emotion, in the words of who feels it.
    pub fn feel(self, words: impl Display) -> Self {
        Self { feel: Some(words.to_string()), ..self }
    }

    /// What is done.
    pub fn rite(mut self, words: impl Display) -> Self {
        self.rites.push(words.to_string());
        self
    }

    /// What to look out for.
    pub fn cue(mut self, words: impl Display) -> Self {
        self.cues.push(words.to_string());
        self
    }

    /// A lesson card.
    pub fn lesson(self, words: impl Display) -> Self {
        Self { lesson: Some(words.to_string()), ..self }
    }
}

/// A moment and its counterpart; the missing one stands out.
#[derive(Clone, Debug, Template)]
#[template(path = "components/mirror_pair.html")]
pub struct MirrorPair {
    w: Words,
    customer: Option<MomentCard>,
    employee: Option<MomentCard>,
    question: Option<String>,
    propose: Option<(String, String)>,
}

impl MirrorPair {
    /// Both, or one of them.
    pub fn new(w: &Words, customer: Option<MomentCard>, employee: Option<MomentCard>) -> Self {
        Self { w: w.clone(), customer, employee, question: None, propose: None }
    }

    /// What to ask oneself where one is missing.
    pub fn question(self, words: impl Display) -> Self {
        Self { question: Some(words.to_string()), ..self }
    }

    /// Where to propose the missing one.
    pub fn propose(self, href: impl Display, words: impl Display) -> Self {
        Self { propose: Some((href.to_string(), words.to_string())), ..self }
    }
}

super::piece!(MomentCard, MirrorPair);

pub(crate) fn moment_samples() -> Vec<Sample> {
    vec![
        Sample::new(
            "full",
            &MomentCard::new(Side::Customer, "Être accueilli")
                .link("#")
                .feel("« On m’a vu »")
                .rite("Regard et mot en moins de 30 s")
                .rite("Délai d’attente annoncé")
                .cue("Il regarde sa montre")
                .lesson("À Massy, un plot d’accueil a divisé l’attente ressentie par deux."),
        ),
        Sample::new("bare", &MomentCard::new(Side::Employee, "Remercier")),
        Sample::new(
            "long",
            &MomentCard::new(Side::Joined, LONG).feel(LONG).rite(LONG).cue(LONG).lesson(LONG),
        ),
    ]
}

pub(crate) fn samples(w: &Words) -> Vec<Sample> {
    let customer = || {
        MomentCard::new(Side::Customer, "Passer le relais")
            .feel("« Je ne recommence pas »")
            .rite("Quatre lignes")
    };
    let employee = || {
        MomentCard::new(Side::Employee, "Lever un obstacle")
            .feel("« Je ne suis pas seul »")
            .rite("Une réponse")
    };
    vec![
        Sample::new("tied", &MirrorPair::new(w, Some(customer()), Some(employee()))),
        Sample::new(
            "without its mirror",
            &MirrorPair::new(w, Some(customer()), None)
                .question("Que doit vivre l’équipe pour que ce moment soit possible ?")
                .propose("#", "Proposer un moment"),
        ),
        Sample::new("the other way", &MirrorPair::new(w, None, Some(employee()))),
        Sample::new(
            "long",
            &MirrorPair::new(w, Some(customer().cue(LONG)), None).question(LONG).propose("#", LONG),
        ),
    ]
}
