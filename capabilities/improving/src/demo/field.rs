//! Incoherences, obstacles and solutions of the demo's teams, in all the states they can be in.

use relais_baton::actor;
use relais_kernel::Day;
use relais_store::{OrgTx, Result};
use uuid::Uuid;

use super::Place;
use crate::{
    incoherences,
    obstacles::{self, checks::AnswerInput},
    solutions::{
        self,
        checks::{Adoption, AdoptionState, SharedInput},
    },
};

/// The two that contradict each other, and where one meets them.
const CONTRARY: [(&str, &str, &str); 2] = [
    (
        "La note du lundi dit d’annoncer le délai à l’accueil.",
        "Le message de la région dit de ne jamais annoncer de délai.",
        "Être accueilli",
    ),
    (
        "L’outil d’accueil demande le motif avant le nom.",
        "La formation dit de demander d’abord comment aider.",
        "Être compris",
    ),
];

/// What is in a team's way, and the answer if there is one.
const IN_THE_WAY: [(&str, Option<(&str, &str)>); 5] = [
    ("La clé de la réserve est chez une seule personne.", Some(("removed", "Trois clés, une par équipe."))),
    ("Deux sièges pour les clients le samedi.", Some(("removed", "Quatre sièges sont livrés."))),
    (
        "Le bailleur doit réparer la porte.",
        Some(("worked_around", "L’entrée de côté est ouverte en attendant.")),
    ),
    (
        "Pas de deuxième écran au comptoir.",
        Some(("refused", "Le comptoir est trop étroit ; la tablette le remplace.")),
    ),
    ("Le support régional ne répond pas entre midi et deux.", None),
];

/// What worked: what it was, what is done now, what it needs, and the states of the units that follow.
type Worked = (&'static str, &'static str, &'static str, &'static [(AdoptionState, &'static str)]);

const WORKED: [Worked; 3] = [
    (
        "Personne ne savait qui accueille à cette heure.",
        "Un galet posé sur le comptoir : qui le prend devient « premier sourire » de l’heure.",
        "Un galet, et personne qui compte.",
        &[
            (AdoptionState::Adopted, ""),
            (AdoptionState::Adapted, "Deux galets, le samedi de 15 h à 17 h."),
            (AdoptionState::Adopted, ""),
        ],
    ),
    (
        "Nous parlions de « tickets » devant les clients.",
        "Quatorze mots interdits entre nous, affichés en salle de pause.",
        "Une réunion d’équipe.",
        &[(AdoptionState::Adopted, "")],
    ),
    (
        "Après une intervention ratée, un courriel type partait.",
        "Une carte écrite à la main, sans texte imposé.",
        "Des cartes, et dix minutes par semaine.",
        &[],
    ),
];

/// Says them, answers some, and lets some spread.
pub(super) async fn fill(tx: &OrgTx, places: &[Place], today: Day) -> Result<()> {
    let mut speakers = places.iter().filter_map(|place| Some((place, *place.team.first()?))).cycle();
    let rules = incoherences::store::rules(tx).await?;
    for (first, second, stage) in CONTRARY {
        let Some((_, author)) = speakers.next() else { return Ok(()) };
        let input = incoherences::checks::SaidInput {
            first_words: first.into(),
            second_words: second.into(),
            stage: stage.into(),
            ..incoherences::checks::SaidInput::default()
        };
        if let Ok(said) = input.check(&rules) {
            incoherences::store::say(tx, &said, author, today).await?;
        }
    }
    for place in places {
        in_the_way(tx, place, today).await?;
    }
    for (n, (was, now_words, needs, follow)) in WORKED.into_iter().enumerate() {
        let input = SharedInput { was: was.into(), now_words: now_words.into(), needs: needs.into() };
        let (Ok(shared), Some(place)) = (input.check(), places.get(n % places.len().max(1))) else {
            continue;
        };
        let Some(by) = place.team.first() else { continue };
        let id = solutions::store::share(tx, &shared, None, *by, (place.unit, today)).await?;
        let others = places.iter().filter(|other| other.unit != place.unit);
        for (other, (state, words)) in others.zip(follow) {
            let Some(by) = other.team.first() else { continue };
            let said = Adoption { state: *state, words: (*words).into() };
            solutions::store::adopt(tx, id, &said, *by, (other.unit, today)).await?;
        }
    }
    Ok(())
}

/// The obstacles of one unit.
async fn in_the_way(tx: &OrgTx, place: &Place, today: Day) -> Result<()> {
    for ((text, answer), author) in IN_THE_WAY.into_iter().zip(place.team.iter().cycle()) {
        let id: Uuid = obstacles::store::say(tx, (text, false), *author, (place.unit, today)).await?;
        let by = actor(tx, place.lead, today).await?;
        let obstacle = obstacles::store::read(tx, id, &by, Some(place.unit)).await?;
        let (Some((outcome, words)), Some(obstacle)) = (answer, obstacle) else { continue };
        let input = AnswerInput { outcome: outcome.into(), words: words.into() };
        if let Ok(answered) = input.check() {
            drop(obstacles::store::answer(tx, &by, &obstacle, &answered, today).await?);
        }
    }
    Ok(())
}
