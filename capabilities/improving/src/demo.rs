//! What the demo's teams have said: the irritants and ideas of the demo content, in all the states they can be in.

mod field;
mod rules;

use std::{future::Future, pin::Pin};

use relais_baton::{actor, hours_of};
use relais_directory::organisations;
use relais_kernel::{Day, PersonId, UnitId};
use relais_store::{Db, InOrg as _, OrgTx, Result, sql};
use sea_orm::FromQueryResult;

use crate::pebbles::{
    rules::{AnswerInput, SaidInput},
    store,
};

/// Kind, theme, frequency, words, how many join, and the answer if there is one: outcome, words, days from today.
type Said = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    usize,
    Option<(&'static str, &'static str, i32)>,
);

const SAID: [Said; 8] = [
    (
        "irritant",
        "tools",
        "weekly",
        "L’imprimante du fond tombe en panne chaque samedi.",
        3,
        Some(("planned", "Une imprimante neuve est commandée.", 6)),
    ),
    ("irritant", "tools", "daily", "Sept logiciels ouverts pour répondre à une question.", 5, None),
    (
        "irritant",
        "information",
        "weekly",
        "Les consignes arrivent par trois canaux, parfois contraires.",
        2,
        None,
    ),
    (
        "irritant",
        "hours",
        "monthly",
        "Planning modifié la veille au soir.",
        4,
        Some(("trying", "Pas de changement à moins de sept jours, sauf échange volontaire.", 28)),
    ),
    (
        "irritant",
        "information",
        "weekly",
        "Personne ne répond quand on appelle le support régional à midi.",
        1,
        None,
    ),
    (
        "idea",
        "customers",
        "daily",
        "Afficher le temps d’attente réel à l’entrée, même quand il est mauvais.",
        2,
        Some(("trying", "Test de quatre semaines à Vitry.", 28)),
    ),
    (
        "idea",
        "rules",
        "weekly",
        "Numéro direct des experts imprimé derrière le badge.",
        1,
        Some(("refused", "Le groupe d’experts garde la trace ; un QR code le remplace.", 0)),
    ),
    (
        "idea",
        "information",
        "weekly",
        "Glossaire des mots interdits entre nous.",
        2,
        Some(("done", "Quatorze mots, affichés en salle de pause.", 0)),
    ),
];

/// Fills the demo.
pub(crate) fn fill(db: &Db) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>> {
    Box::pin(async move {
        for organisation in organisations::all(db).await? {
            let today = organisation.today(db.clock().now());
            let tx = db.org(organisation.id).begin().await?;
            let speakers = speakers(&tx, today).await?;
            rules::fill(&tx, &speakers, today).await?;
            field::fill(&tx, &speakers, today).await?;
            let mut places = speakers.into_iter().cycle();
            for said in SAID {
                if let Some(place) = places.next() {
                    say(&tx, &said, &place, today).await?;
                }
            }
            tx.commit().await?;
        }
        Ok(())
    })
}

/// A unit with somebody who answers for it and people who speak.
#[derive(Clone, Debug)]
struct Place {
    unit: UnitId,
    lead: PersonId,
    team: Vec<PersonId>,
}

#[derive(FromQueryResult)]
struct Mate {
    unit_id: UnitId,
    person_id: PersonId,
    function: String,
}

async fn speakers(tx: &OrgTx, today: Day) -> Result<Vec<Place>> {
    let mates: Vec<Mate> = sql("select a.unit_id, a.person_id, a.function from assignment a \
         join unit u on u.org_id = a.org_id and u.id = a.unit_id \
         where a.org_id = $1 and a.from_day <= $2 and coalesce(a.to_day, 99991231) >= $2 and a.kind = 'regular' \
         order by u.code, case a.function when 'manager' then 0 else 1 end, a.id")
    .bind(tx.org())
    .bind(today)
    .all(tx)
    .await?;
    let mut places: Vec<Place> = Vec::new();
    for mate in mates {
        match places.last_mut() {
            Some(place) if place.unit == mate.unit_id => place.team.push(mate.person_id),
            _ if mate.function == "manager" => {
                places.push(Place { unit: mate.unit_id, lead: mate.person_id, team: Vec::new() });
            }
            _ => {}
        }
    }
    places.retain(|place| place.team.len() > 1);
    places.truncate(SAID.len());
    Ok(places)
}

async fn say(tx: &OrgTx, said: &Said, place: &Place, today: Day) -> Result<()> {
    let (kind, theme, frequency, text, joining, answered) = *said;
    let input = SaidInput {
        kind: kind.into(),
        theme: theme.into(),
        frequency: frequency.into(),
        text: text.into(),
        hinders: "yes".into(),
        ..SaidInput::default()
    };
    let (Ok(checked), Some(author)) = (input.check(), place.team.first()) else { return Ok(()) };
    let hours = hours_of(tx, Some(place.unit), today).await?;
    let id = store::say(tx, &checked, *author, (Some(place.unit), today), &hours).await?;
    for mate in place.team.iter().skip(1).take(joining) {
        drop(store::join(tx, id, *mate).await?);
    }
    let Some((outcome, words, days)) = answered else { return Ok(()) };
    let day = if days > 0 { today.plus(days).to_string() } else { String::new() };
    let input = AnswerInput { outcome: outcome.into(), words: words.into(), day, ..AnswerInput::default() };
    if let (Ok(answer), Some(pebble)) = (input.check(today), store::by_id(tx, id).await?) {
        let by = actor(tx, place.lead, today).await?;
        drop(store::answer(tx, &by, &pebble, &answer, &hours).await?);
    }
    Ok(())
}
