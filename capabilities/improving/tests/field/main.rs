//! The field's voice through the real router, on whichever database the run is for.

mod boards;
mod house_rules;
mod incoherences;
mod obstacles;
mod settings;
mod solutions;
mod together;
mod world;
