//! Stories of batons against a real database, their rules one by one, and random schedules of two people at a time.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod calling;
mod climbing;
mod clocks;
mod cutting;
mod groups;
mod leaving;
mod lists;
mod load;
mod passes;
mod passing;
mod random;
mod rules_of_rows;
mod telling;
mod together;
mod world;
