//! Nobody takes a right (NET-08): neither a role, nor a place that brings one, nor more days of either. The emergency
//! account alone may, for it is there when nobody else is.

use relais_kernel::{Day, PersonId};
use relais_store::{InOrg, Result, sql};
use relais_words::Fault;

/// Whether whoever acts would do it to themselves, and is not the emergency account. The machine is nobody.
pub async fn is_oneself(on: &impl InOrg, by: Option<PersonId>, person: PersonId) -> Result<bool> {
    if by != Some(person) {
        return Ok(false);
    }
    let emergency = sql("select a.emergency from account_person ap join account a on a.id = ap.account_id \
         where ap.org_id = $1 and ap.person_id = $2")
    .bind(on.org())
    .bind(person)
    .value::<bool>(on)
    .await?;
    Ok(emergency != Some(true))
}

/// Why a place is refused to whoever gives it to themselves.
pub(crate) async fn taking(on: &impl InOrg, by: Option<PersonId>, person: PersonId) -> Result<Option<Fault>> {
    Ok(is_oneself(on, by, person).await?.then(|| Fault::of_form("assign-to-self")))
}

/// Why a later last day is refused to whoever gives it to themselves; an earlier one is theirs to say.
pub(crate) async fn staying(
    on: &impl InOrg,
    by: Option<PersonId>,
    person: PersonId,
    (present, wanted): (Option<Day>, Day),
) -> Result<Option<Fault>> {
    if !is_later(present, wanted) {
        return Ok(None);
    }
    Ok(is_oneself(on, by, person).await?.then(|| Fault::on("to_day", "stay-to-self")))
}

/// Whether a last day comes after the one that is written; nothing comes after an open end.
fn is_later(present: Option<Day>, wanted: Day) -> bool {
    present.is_some_and(|present| wanted > present)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn net_08_a_later_last_day_is_more_of_a_right() {
        let day = |text: &str| text.parse::<Day>().unwrap();
        let (may, june) = (day("2026-05-31"), day("2026-06-30"));
        assert!(is_later(Some(may), june));
        assert!(!is_later(Some(june), may));
        assert!(!is_later(Some(may), may));
        assert!(!is_later(None, june));
    }
}
