//! Browsers that may be called: each for as long as the session in which its owner said yes.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use p256::PublicKey;
use relais_kernel::{DeviceId, Instant, PersonId, SessionId};
use relais_store::{Db, InOrg, OrgTx, Result, insert, sql};
use sea_orm::FromQueryResult;

use super::{
    Push,
    address::{Address, Reach},
    sealing::Receiver,
};

/// What a browser tells of itself when its owner says yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subscription {
    endpoint: String,
    receiver: Receiver,
}

impl Subscription {
    /// Reads it; nothing when it could not be called, or must not be.
    pub fn read(endpoint: &str, public_key: &str, auth: &str) -> Option<Self> {
        Self::within(Reach::Public, endpoint, public_key, auth)
    }

    /// The same within the reach of a way out: for tests with a push service on this machine.
    pub fn read_for(push: &Push, endpoint: &str, public_key: &str, auth: &str) -> Option<Self> {
        Self::within(push.reach, endpoint, public_key, auth)
    }

    fn within(reach: Reach, endpoint: &str, public_key: &str, auth: &str) -> Option<Self> {
        let bytes = |text: &str| BASE64_URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).ok();
        Address::read(endpoint, reach)?;
        let public_key = bytes(public_key).filter(|key| key.len() == 65)?;
        PublicKey::from_sec1_bytes(&public_key).ok()?;
        let auth = bytes(auth).filter(|auth| auth.len() == 16)?;
        Some(Self { endpoint: endpoint.to_owned(), receiver: Receiver { public_key, auth } })
    }
}

/// A browser that may be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Device {
    pub(crate) id: DeviceId,
    pub(crate) endpoint: String,
    pub(crate) receiver: Receiver,
}

/// A browser as its owner sees it.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct DeviceLine {
    /// Its id.
    pub id: DeviceId,
    /// The session in which its owner said yes.
    pub session_id: SessionId,
    /// What the browser and its system are called.
    pub device: String,
}

/// Somebody may be called on this browser from now on, until the session ends. Whoever was before is not any more.
pub async fn add_device(
    tx: &OrgTx,
    person: PersonId,
    session: SessionId,
    subscription: &Subscription,
) -> Result<DeviceId> {
    // One browser is one device, whoever signs in on it.
    sql("delete from push_device where endpoint = $1 or session_id = $2")
        .bind(subscription.endpoint.clone())
        .bind(session)
        .run(tx)
        .await?;
    let id = tx.clock().id::<DeviceId>();
    insert(
        "push_device",
        &["org_id", "id", "person_id", "session_id", "endpoint", "public_key", "auth", "created_at"],
    )
    .row([
        tx.org().into(),
        id.into(),
        person.into(),
        session.into(),
        subscription.endpoint.clone().into(),
        subscription.receiver.public_key.clone().into(),
        subscription.receiver.auth.clone().into(),
        tx.clock().now().into(),
    ])
    .run(tx)
    .await?;
    // What waits for them need not wait for the mail any more.
    sql("update notice set due_at = $1 where org_id = $2 and person_id = $3 and state = 'waiting'")
        .bind(tx.clock().now())
        .bind(tx.org())
        .bind(person)
        .run(tx)
        .await?;
    Ok(id)
}

/// No longer calls somebody on a browser of theirs; false when it is not theirs.
pub async fn remove_device(tx: &OrgTx, person: PersonId, id: DeviceId) -> Result<bool> {
    let touched = sql("delete from push_device where org_id = $1 and person_id = $2 and id = $3")
        .bind(tx.org())
        .bind(person)
        .bind(id)
        .run(tx)
        .await?;
    Ok(touched == 1)
}

/// What ties a device to its session: it may be called while the session goes on.
const ALIVE: &str = " from push_device d join session s on s.id = d.session_id join account a on a.id = s.account_id \
     where d.org_id = $1 and d.person_id = $2 and s.ended_at is null and s.expires_at > $3 and a.disabled_at is null \
     order by d.id";

/// The browsers on which somebody may be called, for themselves to see.
pub async fn devices_of(on: &impl InOrg, person: PersonId, now: Instant) -> Result<Vec<DeviceLine>> {
    sql("select d.id, d.session_id, s.device").push(ALIVE).bind(on.org()).bind(person).bind(now).all(on).await
}

#[derive(FromQueryResult)]
struct Row {
    id: DeviceId,
    endpoint: String,
    public_key: Vec<u8>,
    auth: Vec<u8>,
}

/// The same, to be called.
pub(crate) async fn alive(on: &impl InOrg, person: PersonId, now: Instant) -> Result<Vec<Device>> {
    let rows: Vec<Row> = sql("select d.id, d.endpoint, d.public_key, d.auth")
        .push(ALIVE)
        .bind(on.org())
        .bind(person)
        .bind(now)
        .all(on)
        .await?;
    let device = |row: Row| Device {
        id: row.id,
        endpoint: row.endpoint,
        receiver: Receiver { public_key: row.public_key, auth: row.auth },
    };
    Ok(rows.into_iter().map(device).collect())
}

const ENDED: &str = "session_id in (select s.id from session s join push_device d on d.session_id = s.id \
     where s.ended_at is not null or s.expires_at <= $1)";

/// Forgets the browsers whose session has ended; nobody is called on them any more as it is.
pub(crate) async fn forget_ended(db: &Db, now: Instant) -> Result<()> {
    let any = sql("select 1 from push_device where ").push(ENDED).push(" limit 1").bind(now);
    if any.value::<i32>(db).await?.is_some() {
        let tx = db.begin().await?;
        sql("delete from push_device where ").push(ENDED).bind(now).run(&tx).await?;
        tx.commit().await?;
    }
    Ok(())
}
