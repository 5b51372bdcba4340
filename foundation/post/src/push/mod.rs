//! Web Push: calling somebody on a browser where they said yes (RFC 8030, 8291, 8292).

mod address;
mod carrying;
mod devices;
mod keys;
mod sealing;
mod vapid;

use relais_store::{Db, Result};

pub use carrying::Push;
pub(crate) use carrying::{Call, Verdict};
pub use devices::{DeviceLine, Subscription, add_device, devices_of, remove_device};
pub(crate) use {
    address::Address,
    devices::{Device, alive, forget_ended},
    keys::key,
};

/// What a browser must be told to be called by this instance alone; the key is made when there is none.
pub async fn public_key(db: &Db) -> Result<String> {
    Ok(vapid::public(&key(db).await?))
}
