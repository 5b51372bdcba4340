//! Asking those who know, through the real router, on whichever database the run is for.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod answering;
mod asking;
mod cases;
mod duty;
mod photos;
mod rows;
mod rows_of_cases;
mod waiting;
mod world;
