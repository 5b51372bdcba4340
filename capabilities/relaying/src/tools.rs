//! A group that lasts becomes a permanent tool: with an owner, a budget and a review each year (EXP-11).

pub(crate) mod checks;
pub(crate) mod promote;
pub(crate) mod review;
pub(crate) mod show;
pub(crate) mod store;

pub(crate) use show::samples;
