#![doc = include_str!("../README.md")]

mod median;
mod share;

pub use median::{Median, median};
pub use share::{Interval, wilson};
