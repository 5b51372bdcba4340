//! Web Push: calling somebody on a browser where they said yes (RFC 8030, 8291, 8292).

mod address;
mod carrying;
mod devices;
mod keys;
mod sealing;
mod vapid;

use relais_store::{Db, Reads, Result};

pub use carrying::Push;
pub(crate) use carrying::{Call, Verdict, tls, wait};
pub use devices::{DeviceLine, Subscription, add_device, devices_of, remove_device};
pub(crate) use {
    address::{Address, is_public},
    devices::{Device, alive, forget_ended},
    keys::key,
};

/// Makes the key by which push services know this instance, when there is none: once, at its first start.
pub async fn make_key(db: &Db) -> Result<()> {
    key(db).await.map(drop)
}

/// What a browser must be told to be called by this instance alone.
pub async fn public_key(on: &impl Reads) -> Result<Option<String>> {
    Ok(keys::found(on).await?.as_ref().map(vapid::public))
}
