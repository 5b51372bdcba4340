//! A unit with its channels and places.

use std::collections::BTreeMap;

use relais_directory::units;
use relais_kernel::{Day, HierarchyId, RegionId, UnitId};
use relais_store::{InOrg, OrgTx, Result};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Keepsake, Turn, row, rows};

row!(UnitRow, "unit", owner id, key id, version version, {
    id: UnitId, code: String, name: String, name_folded: String, kind: String, department_code: String,
    time_zone: String, locale: String, town: String, phone: Option<String>, opened_day: Option<Day>,
    closed_day: Option<Day>, version: i64,
});

row!(ChannelRow, "unit_channel", owner unit_id, key channel, { unit_id: UnitId, channel: String });

row!(PlaceRow, "unit_place", owner unit_id, key id, {
    id: Uuid, unit_id: UnitId, hierarchy_id: HierarchyId, region_id: RegionId, from_day: Day, to_day: Option<Day>,
});

/// A unit as kept.
#[derive(Debug, Serialize, Deserialize)]
pub(in crate::imports) struct Unit {
    unit: UnitRow,
    channels: Vec<ChannelRow>,
    places: Vec<PlaceRow>,
}

impl Keepsake for Unit {
    const TABLE: &'static str = "unit";

    async fn read(on: &impl InOrg, ids: &[Uuid]) -> Result<BTreeMap<Uuid, Self>> {
        let units = rows::<UnitRow>(on, ids).await?;
        let mut channels = rows::<ChannelRow>(on, ids).await?;
        let mut places = rows::<PlaceRow>(on, ids).await?;
        let of = |(id, rows): (Uuid, Vec<UnitRow>)| {
            let unit = rows.into_iter().next()?;
            let (channels, places) = (channels.remove(&id), places.remove(&id));
            Some((
                id,
                Self { unit, channels: channels.unwrap_or_default(), places: places.unwrap_or_default() },
            ))
        };
        Ok(units.into_iter().filter_map(of).collect())
    }

    async fn give_back(tx: &OrgTx, all: Vec<(Uuid, Self, Option<Self>)>) -> Result<()> {
        let (mut own, mut channels, mut places) = (Turn::none(), Turn::none(), Turn::none());
        for (_, now, before) in &all {
            match before {
                Some(before) => {
                    own.add(std::slice::from_ref(&now.unit), std::slice::from_ref(&before.unit));
                    channels.add(&now.channels, &before.channels);
                    places.add(&now.places, &before.places);
                }
                None => {
                    own.add(std::slice::from_ref(&now.unit), &[]);
                    channels.add(&now.channels, &[]);
                    places.add(&now.places, &[]);
                }
            }
        }
        places.take_away(tx).await?;
        channels.take_away(tx).await?;
        own.take_away(tx).await?;
        own.give_back(tx).await?;
        channels.give_back(tx).await?;
        places.give_back(tx).await?;
        all.iter().try_for_each(|(id, ..)| units::changed(tx, UnitId(*id)))
    }
}
