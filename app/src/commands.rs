//! One file a command: what is typed, and what is done.

pub(crate) mod audit;
pub(crate) mod backup;
pub(crate) mod check_config;
pub(crate) mod completions;
pub(crate) mod demo;
pub(crate) mod guards;
pub(crate) mod import;
pub(crate) mod jobs;
pub(crate) mod organisation;
pub(crate) mod regenerate;
pub(crate) mod restore;
pub(crate) mod serve;
pub(crate) mod user;
pub(crate) mod worker;
