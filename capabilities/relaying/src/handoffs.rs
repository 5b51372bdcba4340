//! What passes from team to team, and from trade to trade: taken, declined, late, and how long it takes at both ends (MAP-04,
//! EXP-09). Of teams, never of people.

pub(crate) mod gather;
pub(crate) mod show;
pub(crate) mod store;

pub(crate) use gather::job;
pub(crate) use show::samples;
