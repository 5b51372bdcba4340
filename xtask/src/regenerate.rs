//! The committed files that the code can write better than a person: register, authority matrix, defaults.

use clap::Args;

use crate::workshop::{Outcome, Workshop, run};

/// Write the generated documents under docs/ again, from what the code declares.
#[derive(Args)]
pub(crate) struct Regenerate {
    /// Change nothing; fail when a committed document is not what the code would write
    #[arg(long)]
    pub(crate) check: bool,
}

impl Regenerate {
    pub(crate) fn run(&self, shop: &Workshop) -> Outcome {
        shop.build_all()?;
        let mut relais = shop.command(shop.built("debug", "relais")?);
        relais.args(["regenerate", "--into", "docs"]);
        if self.check {
            relais.arg("--check");
            return run(relais)
                .map_err(|error| format!("{error}\nput it right with: cargo xtask regenerate").into());
        }
        run(relais)
    }
}
