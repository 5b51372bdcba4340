//! Boards of groups: how fast, how well, and whether customers heard in time. Of groups, never of people (EXP-06, PRV-09).

pub(crate) mod buckets;
pub(crate) mod counting;
pub(crate) mod figures;
pub(crate) mod ledger;
pub(crate) mod period;
pub(crate) mod recount;
pub(crate) mod show;
pub(crate) mod spelling;

pub(crate) use show::samples;
