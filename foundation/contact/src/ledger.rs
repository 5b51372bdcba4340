//! The ledger of contacts (PRV-12): what was sent to whom, known by a keyed hash of the address, so that caps outlive the
//! contact.

use relais_kernel::{ContactId, Day, Instant};
use relais_store::{Error, InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

use crate::{
    About, Address, Asked, Channel, Class, Contact, Person, Rule, Rules, Sent, State, Verdict, contacts,
    decide, suppressions::suppressed,
};

/// One entry of the ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct LedgerId(pub Uuid);

#[derive(FromQueryResult)]
struct Row {
    class: Class,
    channel: Channel,
    at: Instant,
    about_kind: Option<String>,
    about_id: Option<Uuid>,
    state: State,
}

async fn sent_to(on: &impl InOrg, hashes: &[Vec<u8>]) -> Result<Vec<Sent>> {
    let rows: Vec<Row> =
        sql("select class, channel, at, about_kind, about_id, state from contact_ledger where org_id = ")
            .arg(on.org())
            .push(" and contact_hash in ")
            .list(hashes.iter().cloned())
            .push(" order by at desc, id desc")
            .all(on)
            .await?;
    let sent = rows.into_iter().map(|row| Sent {
        class: row.class,
        channel: row.channel,
        at: row.at,
        about: row.about_kind.zip(row.about_id).map(|(kind, id)| About { kind, id }),
        state: row.state,
    });
    Ok(sent.collect())
}

fn hashes(on: &impl InOrg, contact: &Contact) -> Result<Vec<Vec<u8>>> {
    contact.addresses().iter().map(|address| address.hash(on)).collect()
}

/// What was sent to somebody, by any of their addresses, latest first.
pub async fn told(on: &impl InOrg, contact: ContactId) -> Result<Vec<Sent>> {
    match contacts::read(on, contact).await? {
        Some(contact) => sent_to(on, &hashes(on, &contact)?).await,
        None => Ok(Vec::new()),
    }
}

/// Whether anything was sent to an address by a channel, as far back as the ledger reaches; also to whoever was erased since.
pub async fn written_to(on: &impl InOrg, address: &Address, channel: Channel) -> Result<bool> {
    let entry: Option<i32> =
        sql("select 1 from contact_ledger where org_id = $1 and contact_hash = $2 and channel = $3 limit 1")
            .bind(on.org())
            .bind(address.hash(on)?)
            .bind(channel)
            .value(on)
            .await?;
    Ok(entry.is_some())
}

/// Whether somebody may be contacted so, as things stand.
pub async fn may_contact(
    on: &impl InOrg,
    contact: ContactId,
    asked: &Asked,
    rules: &Rules,
) -> Result<Verdict> {
    let Some(contact) = contacts::read(on, contact).await? else { return Ok(Verdict::No(Rule::Erased)) };
    let sent = sent_to(on, &hashes(on, &contact)?).await?;
    decided(on, &contact, asked, &sent, rules).await
}

/// Whether a message that was noted may still leave: they were not erased meanwhile, are still reached so and did not refuse.
/// What was sent is not asked again: the message itself stands in the ledger.
pub async fn may_still(on: &impl InOrg, contact: ContactId, asked: &Asked) -> Result<Verdict> {
    match contacts::read(on, contact).await? {
        Some(contact) => decided(on, &contact, asked, &[], &Rules::default()).await,
        None => Ok(Verdict::No(Rule::Erased)),
    }
}

async fn decided(
    on: &impl InOrg,
    contact: &Contact,
    asked: &Asked,
    sent: &[Sent],
    rules: &Rules,
) -> Result<Verdict> {
    let suppressed = suppressed(on, &hashes(on, contact)?).await?;
    let reached_by: Vec<Channel> =
        Channel::ALL.iter().copied().filter(|channel| contact.address(*channel).is_some()).collect();
    let person =
        Person { erased: contact.erased_day.is_some(), reached_by: &reached_by, suppressed: &suppressed };
    Ok(decide(person, asked, sent, rules))
}

/// Notes a message in the transaction of its sending, unless a rule says no: whatever was found before, it is decided again
/// while the contact is held, so that two who ask at once do not both send. `today` is the day at the sender's place.
pub async fn note(
    tx: &OrgTx,
    contact: ContactId,
    asked: &Asked,
    rules: &Rules,
    today: Day,
) -> Result<Result<LedgerId, Rule>> {
    contacts::hold(tx, contact).await?;
    if let Verdict::No(rule) = may_contact(tx, contact, asked, rules).await? {
        return Ok(Err(rule));
    }
    let known = contacts::read(tx, contact).await?.and_then(|contact| contact.address(asked.channel));
    let Some(address) = known else { return Ok(Err(Rule::NoAddress(asked.channel))) };
    let id = tx.clock().id::<Uuid>();
    insert(
        "contact_ledger",
        &[
            "org_id",
            "id",
            "contact_hash",
            "class",
            "channel",
            "at",
            "local_day",
            "about_kind",
            "about_id",
            "state",
        ],
    )
    .row([
        tx.org().into(),
        id.into(),
        address.hash(tx)?.into(),
        asked.class.into(),
        asked.channel.into(),
        asked.at.into(),
        today.into(),
        asked.about.as_ref().map(|about| about.kind.clone()).into(),
        asked.about.as_ref().map(|about| about.id).into(),
        State::Leaving.into(),
    ])
    .run(tx)
    .await?;
    // A survey is for our sake: being asked again and again keeps nobody known for ever.
    if !asked.class.is_survey() {
        contacts::used(tx, contact, today).await?;
    }
    Ok(Ok(LedgerId(id)))
}

/// Says what became of a message that was on its way: `true` when it left, `false` when it never did and counts for nothing.
pub async fn settle(tx: &OrgTx, id: LedgerId, left: bool) -> Result<()> {
    let state = if left { State::Sent } else { State::Failed };
    let settled =
        sql("update contact_ledger set state = $1 where org_id = $2 and id = $3 and state = 'leaving'")
            .bind(state)
            .bind(tx.org())
            .bind(id.0)
            .run(tx)
            .await?;
    match settled {
        1 => Ok(()),
        touched => Err(Error::Rows { what: "contact_ledger", expected: 1, touched }),
    }
}
