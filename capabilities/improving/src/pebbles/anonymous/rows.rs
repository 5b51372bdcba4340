//! What the sealed store holds: entries that wait, without any person or time, and the hashes of receipts.

use relais_kernel::{Day, OrgId, UnitId};
use relais_sealed::Row;
use sea_orm::{FromQueryResult, Value};
use uuid::Uuid;

use crate::pebbles::rules::{Frequency, PebbleKind, Theme};

/// An entry that waits for the others.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Saying {
    pub(crate) org_id: OrgId,
    /// Without time in it; the entry keeps it for ever.
    pub(crate) id: Uuid,
    pub(crate) kind: PebbleKind,
    pub(crate) theme: Theme,
    pub(crate) frequency: Frequency,
    pub(crate) hinders: bool,
    pub(crate) text: String,
    /// Only when the author named it.
    pub(crate) unit_id: Option<UnitId>,
    /// Hash of the code that the author holds.
    pub(crate) receipt: Vec<u8>,
}

impl Row for Saying {
    const TABLE: &'static str = "sealed_saying";
    const COLUMNS: &'static [&'static str] =
        &["org_id", "id", "kind", "theme", "frequency", "hinders", "text", "unit_id", "receipt"];
    fn values(&self) -> Vec<Value> {
        vec![
            self.org_id.into(),
            self.id.into(),
            self.kind.into(),
            self.theme.into(),
            self.frequency.into(),
            self.hinders.into(),
            self.text.clone().into(),
            self.unit_id.into(),
            self.receipt.clone().into(),
        ]
    }
}

/// Where a receipt leads.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Receipt {
    pub(crate) receipt: Vec<u8>,
    pub(crate) org_id: OrgId,
    pub(crate) pebble_id: Uuid,
    /// The day of the batch, which the entry shows too.
    pub(crate) released_day: Day,
}

impl Row for Receipt {
    const TABLE: &'static str = "sealed_receipt";
    const COLUMNS: &'static [&'static str] = &["receipt", "org_id", "pebble_id", "released_day"];
    fn values(&self) -> Vec<Value> {
        vec![self.receipt.clone().into(), self.org_id.into(), self.pebble_id.into(), self.released_day.into()]
    }
}

/// Something said back that waits for the next batch.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub(crate) struct Reply {
    pub(crate) org_id: OrgId,
    /// Without time in it; the words keep it for ever.
    pub(crate) id: Uuid,
    pub(crate) pebble_id: Uuid,
    pub(crate) text: String,
}

impl Row for Reply {
    const TABLE: &'static str = "sealed_reply";
    const COLUMNS: &'static [&'static str] = &["org_id", "id", "pebble_id", "text"];
    fn values(&self) -> Vec<Value> {
        vec![self.org_id.into(), self.id.into(), self.pebble_id.into(), self.text.clone().into()]
    }
}
