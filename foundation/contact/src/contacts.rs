//! Contacts: who a customer is to us, no more than a first name and an address, both sealed.

use relais_kernel::{ContactId, Day, Locale};
use relais_store::{Error, InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;

use crate::{Address, Channel, Email, GivenName, Phone, PhoneKind};

/// What a customer gave. Without an address nobody can be a contact, so it takes one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Their first name, if they gave one.
    pub given_name: Option<GivenName>,
    /// What they are known by: the same one leads to the same contact.
    pub address: Address,
    /// A further e-mail address, beside a number.
    pub email: Option<Email>,
    /// The language they read.
    pub locale: Locale,
}

/// A customer as somebody to reach. What is personal in it prints as hidden.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Their id.
    pub id: ContactId,
    /// Their first name.
    pub given_name: Option<GivenName>,
    /// Their number.
    pub phone: Option<Phone>,
    /// Their e-mail address.
    pub email: Option<Email>,
    /// The language they read.
    pub locale: Locale,
    /// The day they became a contact.
    pub made_day: Day,
    /// The last day on which something was done for them or said to them.
    pub last_used_day: Day,
    /// The day on which all else was taken out.
    pub erased_day: Option<Day>,
}

impl Contact {
    /// What a channel reaches them by. A line in a house takes no SMS.
    pub fn address(&self, channel: Channel) -> Option<Address> {
        let phone = self.phone.clone();
        match channel {
            Channel::Call => phone.map(Address::Phone),
            Channel::Sms => phone.filter(|phone| phone.kind() == PhoneKind::Mobile).map(Address::Phone),
            Channel::Email => self.email.clone().map(Address::Email),
        }
    }

    /// All their addresses.
    pub(crate) fn addresses(&self) -> Vec<Address> {
        let phone = self.phone.clone().map(Address::Phone);
        phone.into_iter().chain(self.email.clone().map(Address::Email)).collect()
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: ContactId,
    given_name: Option<Vec<u8>>,
    phone: Option<Vec<u8>>,
    phone_kind: Option<PhoneKind>,
    email: Option<Vec<u8>>,
    locale: Locale,
    made_day: Day,
    last_used_day: Day,
    erased_day: Option<Day>,
}

const ROW: &str = "select id, given_name, phone, phone_kind, email, locale, made_day, last_used_day, erased_day \
     from contact where org_id = $1 and ";

/// The place of a sealed value: it opens nowhere else.
fn place(on: &impl InOrg, column: &str, id: ContactId) -> String {
    format!("contact/{column}/{}/{id}", on.org())
}

fn opened(on: &impl InOrg, row: Row) -> Result<Contact> {
    let open = |column, sealed: Option<Vec<u8>>| {
        sealed.map(|sealed| on.vault()?.open(&place(on, column, row.id), &sealed)).transpose()
    };
    let phone = open("phone", row.phone)?.zip(row.phone_kind);
    Ok(Contact {
        id: row.id,
        given_name: open("given_name", row.given_name)?.map(GivenName::kept),
        phone: phone.map(|(e164, kind)| Phone::kept(e164, kind)),
        email: open("email", row.email)?.map(Email::kept),
        locale: row.locale,
        made_day: row.made_day,
        last_used_day: row.last_used_day,
        erased_day: row.erased_day,
    })
}

/// A contact, opened; an erased one is empty.
pub async fn read(on: &impl InOrg, id: ContactId) -> Result<Option<Contact>> {
    let row = sql(ROW).push("id = $2").bind(on.org()).bind(id).one::<Row>(on).await?;
    row.map(|row| opened(on, row)).transpose()
}

/// Whoever has this address.
pub async fn find(on: &impl InOrg, address: &Address) -> Result<Option<Contact>> {
    match id_of(on, address).await? {
        Some(id) => read(on, id).await,
        None => Ok(None),
    }
}

async fn id_of(on: &impl InOrg, address: &Address) -> Result<Option<ContactId>> {
    let query = match address {
        Address::Phone(_) => "select id from contact where org_id = $1 and phone_hash = $2",
        Address::Email(_) => "select id from contact where org_id = $1 and email_hash = $2",
    };
    sql(query).bind(on.org()).bind(address.hash(on)?).value(on).await
}

/// The contact of this address, made if there is none. Of one that is known, the first name and the language become the
/// typed ones, and a further e-mail address is added when it has none and nobody else has it: an address belongs to one
/// contact.
pub async fn find_or_add(tx: &OrgTx, typed: &Typed, today: Day) -> Result<ContactId> {
    // Somebody else may add them after we looked, or erase them: they are then looked for once more.
    for _ in 0..3 {
        let found = match id_of(tx, &typed.address).await? {
            Some(known) => used(tx, known, today).await?.then_some(known),
            None => add(tx, typed, today).await?,
        };
        if let Some(id) = found {
            refresh(tx, id, typed).await?;
            return Ok(id);
        }
    }
    Err(Error::Corrupt { table: "contact", what: "an address is neither free nor somebody's".into() })
}

async fn add(tx: &OrgTx, typed: &Typed, today: Day) -> Result<Option<ContactId>> {
    let id: ContactId = tx.clock().id();
    let seal = |column, text: &str| tx.vault()?.seal(tx.clock(), &place(tx, column, id), text);
    let hash = typed.address.hash(tx)?;
    let made = match &typed.address {
        Address::Phone(phone) => {
            sql("insert into contact (org_id, id, phone, phone_hash, phone_kind, locale, \
             made_day, last_used_day) values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict do nothing")
            .bind(tx.org())
            .bind(id)
            .bind(seal("phone", phone.e164())?)
            .bind(hash)
            .bind(phone.kind())
        }
        Address::Email(email) => {
            sql("insert into contact (org_id, id, email, email_hash, locale, made_day, \
             last_used_day) values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing")
            .bind(tx.org())
            .bind(id)
            .bind(seal("email", email.text())?)
            .bind(hash)
        }
    };
    let made = made.bind(typed.locale).bind(today).run(tx).await?;
    Ok((made == 1).then_some(id))
}

/// What was typed last holds; a name that was not typed again stays.
async fn refresh(tx: &OrgTx, id: ContactId, typed: &Typed) -> Result<()> {
    sql("update contact set locale = $1 where org_id = $2 and id = $3 and locale <> $1")
        .bind(typed.locale)
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    if let Some(name) = &typed.given_name {
        let sealed = tx.vault()?.seal(tx.clock(), &place(tx, "given_name", id), name.text())?;
        sql("update contact set given_name = $1 where org_id = $2 and id = $3")
            .bind(sealed)
            .bind(tx.org())
            .bind(id)
            .run_one("contact", tx)
            .await?;
    }
    if let Some(email) = &typed.email {
        let hash = Address::Email(email.clone()).hash(tx)?;
        let sealed = tx.vault()?.seal(tx.clock(), &place(tx, "email", id), email.text())?;
        sql(
            "update contact set email = $1, email_hash = $2 where org_id = $3 and id = $4 and email is null \
             and not exists (select 1 from contact o where o.org_id = $3 and o.email_hash = $2)",
        )
        .bind(sealed)
        .bind(hash)
        .bind(tx.org())
        .bind(id)
        .run(tx)
        .await?;
    }
    Ok(())
}

/// Notes that something was done for somebody, so that they are not forgotten meanwhile; tells whether they are still there.
pub async fn used(tx: &OrgTx, id: ContactId, today: Day) -> Result<bool> {
    let held = sql(
        "update contact set last_used_day = case when last_used_day < $1 then $1 else last_used_day end \
             where org_id = $2 and id = $3 and erased_day is null",
    )
    .bind(today)
    .bind(tx.org())
    .bind(id)
    .run(tx)
    .await?;
    Ok(held == 1)
}

/// Holds a contact's row until the transaction ends: of two who write to one customer at once, the second waits and then sees
/// what the first did.
pub async fn hold(tx: &OrgTx, id: ContactId) -> Result<()> {
    let query = sql("select 1 from contact where org_id = $1 and id = $2 and erased_day is null");
    query.bind(tx.org()).bind(id).keeping_rows().value::<i32>(tx).await?;
    Ok(())
}
