#![doc = include_str!("../README.md")]

mod counting;
mod easter;
mod holidays;
mod hours;
mod spans;
mod territory;
mod week;
mod work_target;

pub use counting::HORIZON;
pub use easter::easter;
pub use holidays::{Holiday, holidays, holidays_on, is_holiday};
pub use hours::Hours;
pub use territory::Territory;
pub use week::{Opening, Unusable, Week};
pub use work_target::WorkTarget;
