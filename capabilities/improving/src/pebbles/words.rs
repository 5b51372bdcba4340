//! What was said on an entry after it: each answer, what whoever holds it asks, and what an author without a name says back.

use relais_kernel::Day;
use relais_store::{InOrg, OrgTx, Result, insert, sql};
use relais_web::components::{Face, StoryEntry, StoryLine};
use relais_words::Words;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::rules::PebbleState;

relais_kernel::codes! {
    /// Who speaks.
    pub enum Speaker {
        /// Whoever answers.
        Answer = "answer",
        /// Whoever holds it asks.
        Question = "question",
        /// Whoever said it, without a name.
        Author = "author",
    }
}

/// Something said, by day: who said it stands nowhere.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Word {
    pub(crate) id: Uuid,
    pub(crate) pebble_id: Uuid,
    pub(crate) speaker: Speaker,
    pub(crate) text: String,
    /// What became of the entry, by an answer.
    pub(crate) state: Option<PebbleState>,
    pub(crate) planned_day: Option<Day>,
    pub(crate) day: Day,
}

/// Everything said on an entry, the newest first.
pub(crate) async fn of(on: &impl InOrg, pebble: Uuid) -> Result<Vec<Word>> {
    sql("select id, pebble_id, speaker, text, state, planned_day, day from pebble_word \
         where org_id = $1 and pebble_id = $2 order by place desc")
    .bind(on.org())
    .bind(pebble)
    .all(on)
    .await
}

/// The same without the last answer, which stands on the page by itself.
pub(crate) fn before_the_answer(mut words: Vec<Word>) -> Vec<Word> {
    if let Some(last) = words.iter().position(|word| word.speaker == Speaker::Answer) {
        words.remove(last);
    }
    words
}

/// Writes something said after all the rest; one that is there already stays as it is.
pub(crate) async fn write(tx: &OrgTx, word: &Word) -> Result<bool> {
    let known = of(tx, word.pebble_id).await?;
    if known.iter().any(|known| known.id == word.id) {
        return Ok(false);
    }
    let place = i64::try_from(known.len()).unwrap_or(i64::MAX);
    insert(
        "pebble_word",
        &["org_id", "id", "pebble_id", "place", "speaker", "text", "state", "planned_day", "day"],
    )
    .row([
        tx.org().into(),
        word.id.into(),
        word.pebble_id.into(),
        place.into(),
        word.speaker.into(),
        word.text.clone().into(),
        word.state.into(),
        word.planned_day.into(),
        word.day.into(),
    ])
    .run(tx)
    .await?;
    Ok(true)
}

/// As a story.
pub(crate) fn line(w: &Words, words: &[Word]) -> StoryLine {
    words.iter().map(|word| entry(w, word)).collect()
}

fn entry(w: &Words, word: &Word) -> StoryEntry {
    let (icon, what) = match (word.speaker, word.state) {
        (Speaker::Question, _) => ("circle-help", w.t("pebble-word-question").to_string()),
        (Speaker::Author, _) => ("message-square", w.t("pebble-word-author").to_string()),
        (Speaker::Answer, state) => {
            let state = state.unwrap_or(PebbleState::Received);
            let state = w.t(&format!("pebble-state-{state}")).to_string();
            let until = word.planned_day.map(|day| w.t("pebble-by-day").with("day", w.day(&day)).to_string());
            ("message-circle", [Some(state), until].into_iter().flatten().collect::<Vec<_>>().join(" "))
        }
    };
    StoryEntry::new(Face::role(icon), w.day(&word.day), what).told(&word.text)
}

/// Examples, for samples of pages.
pub(crate) fn examples() -> Vec<Word> {
    let word = |speaker, text: &str, state| Word {
        id: Uuid::nil(),
        pebble_id: Uuid::nil(),
        speaker,
        text: text.into(),
        state,
        planned_day: None,
        day: Day::from_date(jiff::civil::date(2026, 11, 25)),
    };
    vec![
        word(Speaker::Answer, "Une neuve est arrivée ce matin.", Some(PebbleState::Done)),
        word(Speaker::Author, "Surtout le samedi, vers onze heures.", None),
        word(Speaker::Question, "Est-ce à toute heure ?", None),
    ]
}
