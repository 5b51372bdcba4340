//! What a customer says by their link, to whoever keeps the promise. It ends nothing by itself: whoever keeps it calls.

use axum::{extract::Path, response::Response};
use relais_web::{Go, Guest, Outcome, Posted};
use relais_words::{Fault, Faults};
use serde::{Deserialize, Serialize};

use super::{
    answer::{lost, quiet},
    reading, show,
    store::{self, A_DAY, LONGEST, Says},
};
use crate::{redacting, typed::at_most};

/// What somebody typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct SayInput {
    pub(crate) says: String,
    pub(crate) words: String,
}

impl SayInput {
    /// What they say, or all that is wrong with it.
    fn check(&self) -> Result<(Says, String), Faults> {
        let mut faults = Faults::none();
        let says: Option<Says> =
            faults.take(self.says.parse().map_err(|_| Fault::on("says", "status-say-none")));
        let words = faults.take(at_most(&self.words, "words", LONGEST));
        if says == Some(Says::OtherTime) && words.as_deref() == Some("") {
            faults.add(Fault::on("words", "status-say-when"));
        }
        says.zip(words).filter(|_| faults.is_empty()).ok_or(faults)
    }
}

pub(crate) async fn save(
    guest: Guest,
    Path(typed): Path<String>,
    Posted(mut form): Posted<SayInput>,
) -> Outcome<Response> {
    let now = guest.now();
    let Some(opened) = store::opened(guest.site().db(), &typed, now).await? else { return lost(&guest) };
    let db = guest.site().db().org(opened.org_id);
    let Some((seen, today)) = reading::seen(&db, &opened, now).await? else { return lost(&guest) };
    let refused = |say: SayInput, faults: Faults| {
        show::refused(&guest, &opened, show::Typed { say, faults, ..show::Typed::default() })
    };
    if let Some(left) = redacting::of(&guest.w, &form.words) {
        form.words = left.text;
        return refused(form, Fault::on("words", "status-read-again").into()).await;
    }
    let (says, words) = match form.check() {
        Ok(checked) => checked,
        Err(faults) => return refused(form, faults).await,
    };
    let tx = db.begin().await?;
    // The promise is held first, so that of two who write at once the second counts the first.
    let fault = match relais_baton::replied(&tx, seen.case.promise_id).await? {
        Err(_) => Some(Fault::of_form("status-ended-meanwhile")),
        Ok(_) if store::say(&tx, opened.case_id, (says, &words), today).await? => None,
        Ok(_) => Some(Fault::on("words", "status-enough-today").with("n", A_DAY)),
    };
    if let Some(fault) = fault {
        tx.rollback().await?;
        return refused(form, fault.into()).await;
    }
    tx.commit().await?;
    Ok(quiet(Go::to(opened.path).saying("status-said")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn map_08_another_moment_is_told_and_nothing_is_endless() {
        let keys =
            |says: &str, words: &str| match (SayInput { says: says.into(), words: words.into() }).check() {
                Ok(_) => Vec::new(),
                Err(faults) => faults.0.iter().map(|fault| fault.key.to_string()).collect(),
            };
        assert_eq!(keys("sooner", ""), Vec::<String>::new());
        assert_eq!(keys("no_longer", " "), Vec::<String>::new());
        assert_eq!(keys("other_time", " "), ["status-say-when"]);
        assert_eq!(keys("other_time", "Après 18 h"), Vec::<String>::new());
        assert_eq!(keys("", ""), ["status-say-none"]);
        assert_eq!(keys("sooner", &"é".repeat(501)), ["relaying-too-long"]);
        assert_eq!(keys("sooner", &"é".repeat(500)), Vec::<String>::new());
    }
}
