//! `relais worker`.

use crate::{
    config::{Config, Database},
    failed::{Failed, Outcome},
    house::House,
    logs,
    mail::Way,
    node::{Node, Plan},
    place::Place,
    stopping,
};

/// Run jobs alone, without pages (PostgreSQL)
///
/// Every `serve` does jobs too: a worker beside it is for machines that should do nothing else.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  relais worker --config /etc/relais/relais.toml")]
pub(crate) struct Args {}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        if matches!(config.database, Database::Embedded(_)) {
            return Err(Failed::new(
                "on SQLite the worker lives in `relais serve`; a separate one needs PostgreSQL (setting: database.url)",
            ));
        }
        let asked = stopping::listen()?;
        logs::begin(&config.log);
        let place = Place::of(config);
        let opened = place.take().await?.alone(&place)?;
        let node = Node::begin(Plan {
            house: House::new(),
            place,
            db: opened.db.clone(),
            sealed: opened.sealed.clone(),
            listen: None,
            base_url: Some(config.base(config.listen)),
            metrics: config.metrics,
            mail: Way::of(config.mail.as_ref())?,
            sms: config.sms.clone(),
            jobs_at_once: config.jobs_at_once,
            backup: config.backup.clone(),
            demo: false,
        })
        .await?;
        println!("Relais {} does jobs", crate::VERSION);
        node.until(asked).await
    }
}
