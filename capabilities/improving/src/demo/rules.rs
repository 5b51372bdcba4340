//! Rules of the house in all their states: asked about, changed, dropped, and one that nobody questions.

use relais_baton::actor;
use relais_kernel::{Day, PersonId};
use relais_store::{InOrg as _, OrgTx, Result, sql};

use super::Place;
use crate::{
    house_rules::{
        checks::{DecisionInput, RuleInput},
        store,
    },
    places::{self, Named},
};

/// Title, words, theme, where it comes from, the question if there is one, and the decision: verdict, reason, new words.
type Written = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    Option<&'static str>,
    Option<(&'static str, &'static str, &'static str)>,
);

const WRITTEN: [Written; 4] = [
    (
        "Planning publié",
        "Le planning ne change plus à moins de sept jours, sauf échange volontaire.",
        "hours",
        "Règle votée par les équipes",
        None,
        None,
    ),
    (
        "Prêt d’une box",
        "Deux signatures pour prêter une box en attendant la réparation.",
        "rules",
        "Habitude",
        Some("Le client attend, et la seconde signature arrive le lendemain. À quoi sert-elle ?"),
        Some((
            "drop",
            "La trace du prêt suffit : personne n’a su dire ce que la seconde signature évitait.",
            "",
        )),
    ),
    (
        "Geste commercial",
        "Tout geste commercial se demande au responsable.",
        "customers",
        "Note du siège",
        Some("Pour quatre euros, le client nous voit chercher quelqu’un. À quoi sert-elle ?"),
        Some((
            "change",
            "Quinze euros règlent presque tout, et l’équipe suit le total ensemble.",
            "Un geste jusqu’à 15 € se fait sans demander ; au-delà, on demande.",
        )),
    ),
    (
        "Motif de visite",
        "Le motif de visite se saisit à l’accueil et de nouveau au dossier.",
        "tools",
        "Outil d’accueil",
        Some("Nous le tapons deux fois pour chaque client. À quoi sert la seconde ?"),
        None,
    ),
];

/// Writes them, asks and decides.
pub(super) async fn fill(tx: &OrgTx, places: &[Place], today: Day) -> Result<()> {
    let Some(writer) = head_office(tx, today).await? else { return Ok(()) };
    let everywhere = [Named { place: places::Place::Network, name: String::new() }];
    let mut askers =
        places.iter().filter_map(|place| place.team.first().copied().zip(place.team.get(1).copied())).cycle();
    for (title, words, theme, source, question, decision) in WRITTEN {
        let input = RuleInput {
            title: title.into(),
            words: words.into(),
            theme: theme.into(),
            source: source.into(),
            place: "network".into(),
            owner: "me".into(),
        };
        let Ok(facts) = input.check(&everywhere) else { continue };
        let id = store::write(tx, &facts, writer, today.plus(-200)).await?;
        let (Some(question), Some((author, other))) = (question, askers.next()) else { continue };
        for person in [author, other] {
            if let Some(rule) = store::by_id(tx, id).await? {
                drop(store::challenge(tx, &rule, (question, false), person, today).await?);
            }
        }
        let (Some((verdict, reason, new_words)), Some(rule)) = (decision, store::by_id(tx, id).await?) else {
            continue;
        };
        let input =
            DecisionInput { verdict: verdict.into(), reason: reason.into(), new_words: new_words.into() };
        if let Ok(decided) = input.check(&rule.words) {
            let by = actor(tx, writer, today).await?;
            drop(store::decide(tx, &by, &rule, &decided, today).await?);
        }
    }
    Ok(())
}

/// Somebody who leads the network.
async fn head_office(tx: &OrgTx, today: Day) -> Result<Option<PersonId>> {
    sql("select g.person_id from role_grant g where g.org_id = $1 and g.scope = 'network' \
         and g.role in ('cx_lead', 'hr') and g.from_day <= $2 and coalesce(g.to_day, 99991231) >= $2 \
         order by g.role, g.id limit 1")
    .bind(tx.org())
    .bind(today)
    .value(tx)
    .await
}
