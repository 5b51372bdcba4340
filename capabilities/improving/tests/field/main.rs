//! The field's voice through the real router, on whichever database the run is for.

mod boards;
mod house_rules;
mod incoherences;
mod obstacles;
mod solutions;
mod world;
