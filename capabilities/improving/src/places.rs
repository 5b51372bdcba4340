//! Where something holds: the whole network, a region or a unit; and who answers there.

use relais_baton as baton;
use relais_directory::within;
use relais_kernel::{Day, Reach, RegionId, TeamId, UnitId};
use relais_store::{InOrg, OrgTx, Result, sql};
use sea_orm::FromQueryResult;
use uuid::Uuid;

relais_kernel::codes! {
    /// How wide it holds.
    pub enum Width {
        /// Everywhere.
        Network = "network",
        /// In a region.
        Region = "region",
        /// In a unit.
        Unit = "unit",
    }
}

/// A place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Network,
    Region(RegionId),
    Unit(UnitId),
}

impl Place {
    /// The columns that hold it.
    pub(crate) fn columns(self) -> (Width, Option<RegionId>, Option<UnitId>) {
        match self {
            Self::Network => (Width::Network, None, None),
            Self::Region(region) => (Width::Region, Some(region), None),
            Self::Unit(unit) => (Width::Unit, None, Some(unit)),
        }
    }

    pub(crate) fn of_columns(region: Option<RegionId>, unit: Option<UnitId>) -> Self {
        match (region, unit) {
            (_, Some(unit)) => Self::Unit(unit),
            (Some(region), None) => Self::Region(region),
            (None, None) => Self::Network,
        }
    }
}

/// A place with its name, as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) place: Place,
    /// Nothing for the network.
    pub(crate) name: String,
}

impl Named {
    /// How a form sends it.
    pub(crate) fn code(&self) -> String {
        match self.place {
            Place::Network => "network".to_owned(),
            Place::Region(region) => format!("region:{region}"),
            Place::Unit(unit) => format!("unit:{unit}"),
        }
    }
}

/// Those who answer for a place.
pub(crate) async fn leads(tx: &OrgTx, place: Place) -> Result<TeamId> {
    match place {
        Place::Network => baton::network_leads(tx).await,
        Place::Region(region) => baton::region_leads(tx, region).await,
        Place::Unit(unit) => baton::unit_leads(tx, unit).await,
    }
}

/// The same for whoever only reads; nobody where nothing was ever held by them.
pub(crate) async fn known_leads(on: &impl InOrg, place: Place) -> Result<Option<TeamId>> {
    let query = sql("select id from baton_team where org_id = ").arg(on.org());
    match place {
        Place::Network => query.push(" and kind = 'network_leads'"),
        Place::Region(region) => query.push(" and kind = 'region_leads' and region_id = ").arg(region),
        Place::Unit(unit) => query.push(" and kind = 'unit_leads' and unit_id = ").arg(unit),
    }
    .value(on)
    .await
}

#[derive(FromQueryResult)]
struct Row {
    id: Uuid,
    name: String,
}

/// The places within reach: the widest first, then by name.
pub(crate) async fn within_reach(on: &impl InOrg, reach: &Reach, today: Day) -> Result<Vec<Named>> {
    let mut places = Vec::new();
    if reach.is_network() {
        places.push(Named { place: Place::Network, name: String::new() });
    }
    let query = sql("select r.id, r.name from region r \
         join hierarchy h on h.org_id = r.org_id and h.id = r.hierarchy_id and h.main where r.org_id = ")
    .arg(on.org());
    let query = match reach {
        Reach::Network => query,
        Reach::Part { regions, .. } => query.push(" and r.id in ").list(regions.iter().copied()),
    };
    let regions: Vec<Row> = query.push(" order by r.name, r.id").all(on).await?;
    places
        .extend(regions.into_iter().map(|row| Named { place: Place::Region(row.id.into()), name: row.name }));
    let query = sql("select u.id, u.name from unit u where u.org_id = ")
        .arg(on.org())
        .push(" and coalesce(u.closed_day, 99991231) >= ")
        .arg(today);
    let query = within(query, reach, today, "u.org_id", "u.id").push(" order by u.name_folded, u.id");
    let units: Vec<Row> = query.all(on).await?;
    places.extend(units.into_iter().map(|row| Named { place: Place::Unit(row.id.into()), name: row.name }));
    Ok(places)
}
