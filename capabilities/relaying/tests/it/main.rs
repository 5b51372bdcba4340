//! Asking those who know, through the real router, on whichever database the run is for.

#![expect(clippy::unwrap_used, reason = "helpers of tests stop where they fail, as tests do")]

mod answering;
mod asking;
mod boards;
mod cases;
mod changing;
mod cooperation;
mod crowd;
mod duty;
mod feed;
mod handoffs;
mod importing;
mod knowing;
mod needs;
mod photos;
mod references;
mod rows;
mod rows_of_boards;
mod rows_of_cases;
mod rows_of_knowledge;
mod rows_of_status;
mod status;
mod thanks;
mod tools;
mod waiting;
mod world;
