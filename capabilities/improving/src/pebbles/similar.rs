//! What others said nearly the same, while somebody types: « moi aussi » joins instead of doubling.
//!
//! The words come by POST, so that no address and no log ever holds them; nothing is written.

use askama::Template;
use relais_kernel::fold;
use relais_store::{InOrg, Result, sql};
use relais_verbatim::Corpus;
use relais_web::{Can, Cx, Outcome, Posted, Sample};
use relais_words::Words;
use sea_orm::FromQueryResult;
use serde::Deserialize;
use uuid::Uuid;

use super::rules::PebbleState;
use crate::SayPebble;

/// From this likeness on, two entries are shown side by side.
const LEAST: f64 = 0.3;
const SHOWN: usize = 3;
/// The newest entries are looked through.
const AMONG: i64 = 2000;
/// Words that are looked for.
const LONGEST: usize = 1000;

/// What is typed so far.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Form {
    text: String,
}

/// An entry that says nearly the same.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Similar {
    pub(crate) id: Uuid,
    pub(crate) text: String,
    text_folded: String,
    pub(crate) state: PebbleState,
    pub(crate) voices: i64,
}

#[derive(Template)]
#[template(path = "pebbles/similar.html")]
struct Found<'a> {
    w: &'a Words,
    similar: Vec<Similar>,
}

pub(crate) async fn page(cx: Cx, _: Can<SayPebble>, Posted(form): Posted<Form>) -> Outcome {
    let similar = similar(&cx.db(), &form.text, None, SHOWN).await?;
    cx.piece(&Found { w: &cx.w, similar })
}

/// The entries that say nearly the same, the nearest first.
pub(crate) async fn similar(
    on: &impl InOrg,
    text: &str,
    besides: Option<Uuid>,
    most: usize,
) -> Result<Vec<Similar>> {
    let text: String = text.chars().take(LONGEST).collect();
    let folded = fold(&text);
    if folded.is_empty() {
        return Ok(Vec::new());
    }
    let mut said: Vec<Similar> =
        sql("select p.id, p.text, p.text_folded, p.state, p.voices from pebble p where p.org_id = $1 \
         and not exists (select 1 from pebble_merge m where m.org_id = p.org_id and m.pebble_id = p.id) \
         order by p.newest, p.id limit $2")
        .bind(on.org())
        .bind(AMONG)
        .all(on)
        .await?;
    said.retain(|one| Some(one.id) != besides);
    let near = Corpus::new(said.iter().map(|one| one.text_folded.as_str())).nearest(&folded, LEAST, most);
    Ok(near.into_iter().filter_map(|near| said.get(near.place).cloned()).collect())
}

pub(super) fn samples(w: &Words) -> Vec<Sample> {
    let one = |text: &str, state, voices| Similar {
        id: Uuid::nil(),
        text: text.into(),
        text_folded: String::new(),
        state,
        voices,
    };
    let long = "Anticonstitutionnellement-long".repeat(8);
    let similar = vec![
        one("L’imprimante du fond tombe en panne chaque samedi.", PebbleState::Received, 4),
        one(&long, PebbleState::Done, 1),
    ];
    vec![
        Sample::of("pebbles/similar", &Found { w, similar }),
        Sample::of("pebbles/similar none", &Found { w, similar: vec![] }),
    ]
}
