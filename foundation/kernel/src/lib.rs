#![doc = include_str!("../README.md")]

mod baton;
mod clock;
mod codes;
mod day;
mod fold;
mod ids;
mod instant;
mod locale;
mod permission;
mod reach;
mod role;
mod setting;
mod side;
mod viewer;

pub use baton::{Audience, BatonKind, Step};
pub use clock::Clock;
pub use codes::UnknownCode;
pub use day::{Day, DayParseError};
pub use fold::{fold, initials};
pub use ids::*;
pub use instant::Instant;
pub use locale::Locale;
pub use permission::{Permission, PermissionSpec, ScopeKind};
pub use reach::Reach;
pub use role::Role;
pub use setting::{Counted, Setting};
pub use side::Side;
pub use viewer::{Grant, Scope, Viewer};

#[doc(hidden)]
pub use sea_orm::DeriveValueType as DeriveCode;
#[doc(hidden)]
pub use {sea_orm, serde};
