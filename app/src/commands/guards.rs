//! `relais guards`, for `cargo xtask break`.

use relais_store::schema;

use crate::{failed::Outcome, house::House};

/// Print the name of every rule in the database, one a line
#[derive(Debug, clap::Args)]
pub(crate) struct Args {}

impl Args {
    pub(crate) fn run(self) -> Outcome {
        let house = House::new();
        for name in [house.schemas(), house.sealed()].into_iter().flat_map(schema::rule_names) {
            println!("{name}");
        }
        Ok(())
    }
}
