//! Devices that a team shares (SEC-03): when they lock, and the short codes by which people of a team change places on them.
//! A code opens nothing but the one device that it was chosen on, and five wrong ones in a row ask for the password.

use std::time::Duration;

use relais_kernel::{AccountId, Counted, Instant, OrgId, PersonId, Setting};
use relais_store::{Db, InOrg, OrgTx, Reads, Result, Tx, insert, sql};
use relais_words::Fault;
use sea_orm::FromQueryResult;
use uuid::Uuid;

use super::{Hashing, Token, entering};

/// After how many minutes without use a shared device locks.
pub const LOCKS_AFTER: Setting =
    Setting { code: "directory.locks_after", default: 5, least: 1, most: 30, counted: Counted::Minutes };
/// Wrong codes in a row before the password is asked for.
pub const TRIES: i32 = 5;
/// How long a code may be.
const DIGITS: std::ops::RangeInclusive<usize> = 4..=6;
/// What is guessed first: rows of the keyboard, there and back.
const ROWS: [&str; 2] = ["01234567890", "09876543210"];

/// Whether a device that was last used then is locked now.
pub fn is_locked(used: Instant, now: Instant, after: Duration) -> bool {
    now.since(used) >= after
}

/// What is wrong with a new code, if anything.
pub fn check(pin: &str) -> Result<(), Fault> {
    let fault = |key: &'static str| Err(Fault::on("pin", key));
    if !DIGITS.contains(&pin.len()) || !pin.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Fault::on("pin", "pin-digits").with("least", DIGITS.start()).with("most", DIGITS.end()));
    }
    let same = pin.bytes().all(|b| Some(b) == pin.bytes().next());
    if same || ROWS.iter().any(|row| row.contains(pin)) { fault("pin-common") } else { Ok(()) }
}

/// A device that a team shares, as the browser on it is known.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Device {
    /// Its organisation.
    pub org_id: OrgId,
    /// Its id.
    pub id: Uuid,
    /// Browser and system.
    pub name: String,
}

/// Somebody with a code on a device.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Held {
    /// Who.
    pub person_id: PersonId,
    /// What they sign in with.
    pub account_id: AccountId,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Wrong codes in a row.
    pub tries: i32,
}

/// The shared devices that a browser is known as: one in each organisation whose people share it.
pub async fn of_browser(on: &impl Reads, device: &str) -> Result<Vec<Device>> {
    let Some(token) = Token::read(device) else { return Ok(Vec::new()) };
    sql("select org_id, id, name from shared_device where token_hash = $1 and ended_at is null order by paired_at")
        .bind(token.hash())
        .all(on)
        .await
}

/// Who has a code on a device and may still sign in.
pub async fn held(on: &impl Reads, device: &Device) -> Result<Vec<Held>> {
    sql("select d.person_id, d.account_id, p.given_name, p.family_name, d.tries from device_pin d \
         join account a on a.id = d.account_id and a.disabled_at is null \
         join person p on p.org_id = d.org_id and p.id = d.person_id and p.left_day is null \
         where d.org_id = $1 and d.device_id = $2 order by p.given_name, p.family_name, p.id")
    .bind(device.org_id)
    .bind(device.id)
    .all(on)
    .await
}

/// Chooses a code on this browser, which is shared from then on. The password is asked for: whoever finds a device open
/// chooses no code under somebody else's name.
pub async fn choose(
    db: &Db,
    hashing: &Hashing,
    (found, device): (&super::sessions::Found, &str),
    (present, pin): (&str, &str),
    now: Instant,
) -> Result<Result<(), Fault>> {
    let Some(token) = Token::read(device).filter(|_| found.shared) else {
        return Ok(Err(Fault::of_form("pin-own-device")));
    };
    if let Err(fault) = check(pin) {
        return Ok(Err(fault));
    }
    if let Err(fault) = entering::is_present(db, hashing, found.account, present, now).await? {
        return Ok(Err(fault));
    }
    let hash = hashing.hash(db.clock(), pin).await?;
    let tx = db.org(found.org).begin().await?;
    let id = paired(&tx, found, &token, now).await?;
    remove(&tx, id, found.person).await?;
    insert("device_pin", &["org_id", "device_id", "person_id", "account_id", "pin_hash", "tries"])
        .row([
            tx.org().into(),
            id.into(),
            found.person.into(),
            found.account.into(),
            hash.into(),
            0_i32.into(),
        ])
        .run(&tx)
        .await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// The device's row, made when there is none; in the unit of whoever pairs it.
async fn paired(tx: &OrgTx, found: &super::sessions::Found, token: &Token, now: Instant) -> Result<Uuid> {
    let unit: Option<Uuid> =
        sql("select unit_id from assignment where org_id = $1 and person_id = $2 and from_day <= $3 \
         and coalesce(to_day, 99991231) >= $3 order by main desc, from_day desc, id limit 1")
        .bind(tx.org())
        .bind(found.person)
        .bind(found.today(now))
        .value(tx)
        .await?;
    // Of two at once the second finds what the first wrote.
    sql("insert into shared_device (org_id, id, unit_id, name, token_hash, paired_at) values ($1, $2, $3, $4, $5, $6) \
         on conflict (org_id, token_hash) do update set ended_at = null")
    .bind(tx.org())
    .bind(tx.clock().id::<Uuid>())
    .bind(unit)
    .bind(found.device.clone())
    .bind(token.hash())
    .bind(now)
    .run(tx)
    .await?;
    let id = sql("select id from shared_device where org_id = $1 and token_hash = $2");
    let id: Option<Uuid> = id.bind(tx.org()).bind(token.hash()).value(tx).await?;
    id.ok_or(relais_store::Error::Corrupt {
        table: "shared_device",
        what: "it was written a moment ago".into(),
    })
}

/// Takes somebody's code on a device away; false when they had none.
pub async fn remove(tx: &OrgTx, device: Uuid, person: PersonId) -> Result<bool> {
    let touched = sql("delete from device_pin where org_id = $1 and device_id = $2 and person_id = $3")
        .bind(tx.org())
        .bind(device)
        .bind(person)
        .run(tx)
        .await?;
    Ok(touched == 1)
}

/// Takes all codes of an account away: its password changed, or its place in the organisation is gone.
pub(super) async fn remove_all(tx: &Tx, account: AccountId, org: Option<OrgId>) -> Result<()> {
    let query = sql("delete from device_pin where account_id = ").arg(account);
    let query = match org {
        Some(org) => query.push(" and org_id = ").arg(org),
        None => query,
    };
    query.run(tx).await?;
    Ok(())
}

/// A device is no longer shared, or no longer there: its codes open nothing. False when it was none.
pub async fn end(tx: &OrgTx, device: Uuid, now: Instant) -> Result<bool> {
    sql("delete from device_pin where org_id = $1 and device_id = $2")
        .bind(tx.org())
        .bind(device)
        .run(tx)
        .await?;
    let touched =
        sql("update shared_device set ended_at = $1 where org_id = $2 and id = $3 and ended_at is null")
            .bind(now)
            .bind(tx.org())
            .bind(device)
            .run(tx)
            .await?;
    Ok(touched == 1)
}

/// Whether a code is the one that somebody chose on a device. The try is counted before the code is looked at, so that
/// tries at the same time all count; after five in a row the answer is no until the password was given.
pub async fn opens(
    db: &Db,
    hashing: &Hashing,
    device: &Device,
    person: PersonId,
    pin: &str,
) -> Result<Result<AccountId, Fault>> {
    #[derive(FromQueryResult)]
    struct Row {
        account_id: AccountId,
        pin_hash: String,
    }
    let Some(_turn) = hashing.queue() else { return Ok(Err(Fault::on("pin", "pin-crowded"))) };
    let tx = db.begin().await?;
    let row = sql(
        "update device_pin set tries = tries + 1 where org_id = $1 and device_id = $2 and person_id = $3 \
         and tries < $4 returning account_id, pin_hash",
    )
    .bind(device.org_id)
    .bind(device.id)
    .bind(person)
    .bind(TRIES)
    .one::<Row>(&tx)
    .await?;
    tx.commit().await?;
    let Some(row) = row else { return Ok(Err(Fault::on("pin", "pin-no-more"))) };
    if !hashing.verify(pin, Some(&row.pin_hash)).await? {
        let left = held(db, device)
            .await?
            .iter()
            .find(|one| one.person_id == person)
            .map_or(0, |one| TRIES - one.tries);
        let key = match left {
            2.. => "pin-wrong",
            1 => "pin-wrong-last",
            _ => "pin-no-more",
        };
        return Ok(Err(Fault::on("pin", key).with("n", left)));
    }
    let tx = db.begin().await?;
    forget(&tx, row.account_id, device).await?;
    tx.commit().await?;
    Ok(Ok(row.account_id))
}

/// The right code, or the password, was given: counting begins anew.
async fn forget(tx: &Tx, account: AccountId, device: &Device) -> Result<()> {
    sql("update device_pin set tries = 0 where account_id = $1 and org_id = $2 and device_id = $3")
        .bind(account)
        .bind(device.org_id)
        .bind(device.id)
        .run(tx)
        .await?;
    Ok(())
}

/// The password was given on a browser: its owner's codes there count anew.
pub(super) async fn entered(tx: &Tx, account: AccountId, device: &str) -> Result<()> {
    for device in of_browser(tx, device).await? {
        forget(tx, account, &device).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sec_03_a_shared_device_locks_after_five_minutes_without_use() {
        let after = Duration::from_secs(300);
        let at = |seconds: i64| Instant(seconds * 1_000_000);
        assert!(!is_locked(at(1000), at(1000), after) && !is_locked(at(1000), at(1299), after));
        assert!(is_locked(at(1000), at(1300), after) && is_locked(at(0), at(1_000_000), after));
        assert!(!is_locked(at(1000), at(900), after), "a clock that was set back locks nobody out");
        assert_eq!((LOCKS_AFTER.default, LOCKS_AFTER.allows(0), LOCKS_AFTER.allows(30)), (5, false, true));
    }

    #[test]
    fn sec_03_a_code_is_short_and_not_the_first_guess() {
        let key = |pin: &str| check(pin).err().map(|fault| fault.key.into_owned());
        for (pin, expected) in [
            ("123", Some("pin-digits")),
            ("1234567", Some("pin-digits")),
            ("12a4", Some("pin-digits")),
            ("１２３４", Some("pin-digits")),
            ("0000", Some("pin-common")),
            ("1234", Some("pin-common")),
            ("7890", Some("pin-common")),
            ("654321", Some("pin-common")),
            ("2580", None),
            ("190374", None),
        ] {
            assert_eq!(key(pin).as_deref(), expected, "{pin}");
        }
    }
}
