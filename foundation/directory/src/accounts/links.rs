//! Entry links: letters that let somebody in once, to choose a password. Looking at one changes nothing, for mail
//! scanners open every link (SEC-02); it is spent by the POST that sets the password.

use std::time::Duration;

use relais_kernel::{AccountId, Instant, OrgId, PersonId};
use relais_store::{Error, InOrg, OrgTx, Reads, Result, Tx, insert, sql};
use sea_orm::FromQueryResult;

use super::tokens::Token;

relais_kernel::codes! {
    /// What a link is for.
    pub enum Purpose {
        /// To join: somebody was given an account or another place.
        Invitation = "invitation",
        /// To choose a new password.
        Reset = "reset",
        /// To walk in as one of the demo's people; it may be used many times.
        Demo = "demo",
    }
}

impl Purpose {
    /// How long such a link is good.
    pub const fn lasts(self) -> Duration {
        match self {
            Self::Invitation => Duration::from_secs(14 * 86_400),
            Self::Reset => Duration::from_secs(3600),
            Self::Demo => Duration::from_secs(30 * 86_400),
        }
    }
}

/// A link that is still good.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Link {
    /// Whom it lets in.
    pub account_id: AccountId,
    /// Where to; none for a reset, which is about the account alone.
    pub org_id: Option<OrgId>,
    /// That organisation's name.
    pub org_name: Option<String>,
    /// Who they are, or will be, there.
    pub person_id: Option<PersonId>,
    /// What for.
    pub purpose: Purpose,
    /// The account's e-mail.
    pub email: String,
    /// Whether the account has a password: then an invitation is only accepted, and sets none.
    pub has_password: bool,
    /// Until when.
    pub expires_at: Instant,
}

impl Link {
    /// Whether it invites somebody who has an account elsewhere.
    pub fn is_to_accept(&self) -> bool {
        self.purpose == Purpose::Invitation && self.has_password
    }
}

/// Writes an invitation of a person of the organisation; those before it are spent, to whichever address they went.
pub async fn invite(tx: &OrgTx, account: AccountId, person: PersonId, now: Instant) -> Result<Token> {
    withdraw(tx, person, now).await?;
    write(tx.whole(), account, Some((tx.org(), person)), Purpose::Invitation, now).await
}

/// Spends the invitations of a person that nobody answered; tells how many there were.
pub(super) async fn withdraw(tx: &OrgTx, person: PersonId, now: Instant) -> Result<u64> {
    sql("update entry_link set used_at = $1 where org_id = $2 and person_id = $3 and purpose = 'invitation' and used_at is null")
        .bind(now)
        .bind(tx.org())
        .bind(person)
        .run(tx)
        .await
}

/// Whether an invitation of the person waits for an answer, or waited until it ran out.
pub async fn is_invited(on: &impl InOrg, person: PersonId) -> Result<bool> {
    let found =
        sql("select 1 from entry_link where org_id = $1 and person_id = $2 and purpose = 'invitation' \
         and used_at is null limit 1")
        .bind(on.org())
        .bind(person)
        .value::<i32>(on)
        .await?;
    Ok(found.is_some())
}

/// Whether the account is invited here as somebody other than this person.
pub(super) async fn is_invited_as_another(
    on: &impl InOrg,
    account: AccountId,
    person: PersonId,
    now: Instant,
) -> Result<bool> {
    let found = sql("select 1 from entry_link where account_id = $1 and org_id = $2 and person_id <> $3 \
         and purpose = 'invitation' and used_at is null and expires_at > $4 limit 1")
    .bind(account)
    .bind(on.org())
    .bind(person)
    .bind(now)
    .value::<i32>(on)
    .await?;
    Ok(found.is_some())
}

/// Writes a link to choose a new password.
pub async fn reset(tx: &Tx, account: AccountId, now: Instant) -> Result<Token> {
    write(tx, account, None, Purpose::Reset, now).await
}

/// Writes a link that walks into the demo. Only `relais demo` calls this, and only its routes take such a link (SEC-12).
pub async fn demo(tx: &Tx, account: AccountId, org: OrgId, now: Instant) -> Result<Token> {
    let person = sql("select person_id from account_person where account_id = $1 and org_id = $2")
        .bind(account)
        .bind(org)
        .value::<PersonId>(tx)
        .await?
        .ok_or(Error::Rows { what: "account_person", expected: 1, touched: 0 })?;
    write(tx, account, Some((org, person)), Purpose::Demo, now).await
}

/// Looks at a link without touching it. Demo links are none here.
pub async fn look(on: &impl Reads, token: &str, now: Instant) -> Result<Option<Link>> {
    let link = read(on, token, now).await?;
    Ok(link.filter(|link| link.purpose != Purpose::Demo))
}

/// Looks at a link of the demo, which stays good.
pub async fn look_demo(on: &impl Reads, token: &str, now: Instant) -> Result<Option<Link>> {
    let link = read(on, token, now).await?;
    Ok(link.filter(|link| link.purpose == Purpose::Demo))
}

/// Spends a link. Of two at the same time one gets it, the other finds nothing.
pub async fn spend(tx: &Tx, token: &str, now: Instant) -> Result<Option<Link>> {
    let Some(link) = look(tx, token, now).await? else { return Ok(None) };
    let Some(token) = Token::read(token) else { return Ok(None) };
    let touched = sql("update entry_link set used_at = $1 where token_hash = $2 and used_at is null")
        .bind(now)
        .bind(token.hash())
        .run(tx)
        .await?;
    Ok((touched == 1).then_some(link))
}

/// Spends all links of an account that could still set its password. An invitation cannot once there is one.
pub(super) async fn spend_all(tx: &Tx, account: AccountId, now: Instant) -> Result<()> {
    sql("update entry_link set used_at = $1 where account_id = $2 and purpose = 'reset' and used_at is null")
        .bind(now)
        .bind(account)
        .run(tx)
        .await?;
    Ok(())
}

/// Whether a reset link was written for the account since a moment.
pub(super) async fn reset_since(on: &impl Reads, account: AccountId, since: Instant) -> Result<bool> {
    let found = sql(
        "select 1 from entry_link where account_id = $1 and created_at > $2 and purpose = 'reset' limit 1",
    )
    .bind(account)
    .bind(since)
    .value::<i32>(on)
    .await?;
    Ok(found.is_some())
}

async fn read(on: &impl Reads, token: &str, now: Instant) -> Result<Option<Link>> {
    let Some(token) = Token::read(token) else { return Ok(None) };
    sql("select l.account_id, l.org_id, o.name as org_name, l.person_id, l.purpose, a.email, \
         a.password_hash is not null as has_password, l.expires_at \
         from entry_link l join account a on a.id = l.account_id left join organisation o on o.id = l.org_id \
         where l.token_hash = $1 and l.used_at is null and l.expires_at > $2 and a.disabled_at is null")
    .bind(token.hash())
    .bind(now)
    .one(on)
    .await
}

async fn write(
    tx: &Tx,
    account: AccountId,
    place: Option<(OrgId, PersonId)>,
    purpose: Purpose,
    now: Instant,
) -> Result<Token> {
    let token = Token::new(tx.clock());
    insert(
        "entry_link",
        &["token_hash", "account_id", "org_id", "person_id", "purpose", "created_at", "expires_at"],
    )
    .row([
        token.hash().into(),
        account.into(),
        place.map(|(org, _)| org).into(),
        place.map(|(_, person)| person).into(),
        purpose.into(),
        now.into(),
        now.plus(purpose.lasts()).into(),
    ])
    .run(tx)
    .await?;
    Ok(token)
}
