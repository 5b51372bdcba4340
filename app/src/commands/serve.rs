//! `relais serve`.

use std::time::Instant;

use crate::{
    config::Config,
    failed::Outcome,
    house::House,
    logs,
    mail::Way,
    node::{Node, Plan},
    place::Place,
    stopping,
};

/// Run Relais: pages, jobs, and what commands ask for
///
/// Lays the database's tables where they are missing, then answers until SIGTERM or Ctrl-C. Requests at hand are then
/// finished within 30 seconds, and jobs at hand brought to their end. On SQLite a second `serve` is refused.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais serve --config /etc/relais/relais.toml
  RELAIS_LISTEN=127.0.0.1:9000 RELAIS_DATA=./data relais serve")]
pub(crate) struct Args {}

impl Args {
    pub(crate) async fn run(self, config: &Config) -> Outcome {
        let begun = Instant::now();
        let asked = stopping::listen()?;
        logs::begin(&config.log);
        let place = Place::of(config);
        let opened = place.take().await?.alone(&place)?;
        if config.mail.is_none() {
            tracing::warn!("no mail server is set (mail.host): letters wait, and are given up after a day");
        }
        let node = Node::begin(Plan {
            house: House::new(),
            place,
            db: opened.db.clone(),
            sealed: opened.sealed.clone(),
            listen: Some(config.listen),
            base_url: config.base_url.clone(),
            metrics: config.metrics,
            mail: Way::of(config.mail.as_ref())?,
            sms: config.sms.clone(),
            jobs_at_once: config.jobs_at_once,
            backup: config.backup.clone(),
            demo: false,
        })
        .await?;
        println!("Relais {} answers on {}", crate::VERSION, node.base);
        if let Some(metrics) = node.metrics {
            println!("Metrics on http://{metrics}/metrics");
        }
        tracing::info!(ms = begun.elapsed().as_millis(), "started");
        node.until(asked).await
    }
}
