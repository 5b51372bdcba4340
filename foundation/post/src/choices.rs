//! What somebody chose about messages: one's own word, never somebody else's.

use relais_kernel::{Day, PersonId};
use relais_store::{InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;

/// How somebody wants to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Choice {
    /// One mail a day with what waits, when no device was called.
    pub digest: bool,
    /// Urgent calls also outside one's hours.
    pub outside_hours: bool,
    /// No message until that day, included.
    pub quiet_until: Option<Day>,
}

impl Choice {
    /// What holds for whoever chose nothing.
    pub const USUAL: Self = Self { digest: true, outside_hours: false, quiet_until: None };

    /// Whether a day is one without messages.
    pub fn is_quiet(&self, day: Day) -> bool {
        self.quiet_until.is_some_and(|until| day <= until)
    }
}

/// What somebody chose.
pub async fn choice(on: &impl InOrg, person: PersonId) -> Result<Choice> {
    let known = sql(
        "select digest, outside_hours, quiet_until from post_choice where org_id = $1 and person_id = $2",
    )
    .bind(on.org())
    .bind(person)
    .one(on)
    .await?;
    Ok(known.unwrap_or(Choice::USUAL))
}

/// Writes what somebody chose. What waits for them is looked at again at once.
pub async fn put_choice(tx: &OrgTx, person: PersonId, choice: &Choice) -> Result<()> {
    sql("insert into post_choice (org_id, person_id, digest, outside_hours, quiet_until) values ($1, $2, $3, $4, $5) \
         on conflict (org_id, person_id) do update set digest = excluded.digest, \
         outside_hours = excluded.outside_hours, quiet_until = excluded.quiet_until")
    .bind(tx.org())
    .bind(person)
    .bind(choice.digest)
    .bind(choice.outside_hours)
    .bind(choice.quiet_until)
    .run_one("post_choice", tx)
    .await?;
    sql("update notice set due_at = $1 where org_id = $2 and person_id = $3 and state = 'waiting'")
        .bind(tx.clock().now())
        .bind(tx.org())
        .bind(person)
        .run(tx)
        .await?;
    Ok(())
}

/// The day of somebody's last digest.
pub(crate) async fn digest_day(on: &impl InOrg, person: PersonId) -> Result<Option<Day>> {
    let day: Option<Option<Day>> =
        sql("select digest_day from post_choice where org_id = $1 and person_id = $2")
            .bind(on.org())
            .bind(person)
            .value(on)
            .await?;
    Ok(day.flatten())
}

/// Notes the day of a digest.
pub(crate) async fn put_digest_day(tx: &OrgTx, person: PersonId, day: Day) -> Result<()> {
    let usual = Choice::USUAL;
    sql("insert into post_choice (org_id, person_id, digest, outside_hours, digest_day) values ($1, $2, $3, $4, $5) \
         on conflict (org_id, person_id) do update set digest_day = excluded.digest_day")
    .bind(tx.org())
    .bind(person)
    .bind(usual.digest)
    .bind(usual.outside_hours)
    .bind(day)
    .run_one("post_choice", tx)
    .await
}
