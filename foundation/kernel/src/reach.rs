//! What one permission lets a viewer touch.

use crate::{RegionId, UnitId};

/// The part of the network that a permission reaches. Queries take it first, so that nothing out of scope is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The whole network.
    Network,
    /// The units placed in these regions, and these units.
    Part {
        /// Regions, with all those below them in the main hierarchy.
        regions: Vec<RegionId>,
        /// Units named one by one.
        units: Vec<UnitId>,
    },
}

impl Reach {
    /// Whether it is the whole network.
    pub fn is_network(&self) -> bool {
        matches!(self, Self::Network)
    }

    /// Whether it holds nothing at all.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Part { regions, units } if regions.is_empty() && units.is_empty())
    }
}
