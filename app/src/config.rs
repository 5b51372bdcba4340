//! How this node is set up: one file and the environment, read at once, refused with every fault.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use secrecy::{ExposeSecret as _, SecretString};

pub mod keys;
mod reading;
mod shown;

pub use reading::{Origin, Sources};
pub use shown::{Line, lines};

use reading::Reading;

/// A node's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where pages are answered.
    pub listen: SocketAddr,
    /// Where people reach them, without a slash at the end.
    pub base_url: String,
    /// The folder of what is kept here.
    pub data: PathBuf,
    /// The database.
    pub database: Database,
    /// The way out for letters.
    pub mail: Option<Mail>,
    /// How backups are kept.
    pub backup: Backup,
    /// How logs are written.
    pub log: Log,
    /// Where `/metrics` answers.
    pub metrics: Option<SocketAddr>,
    /// Jobs done at the same time.
    pub jobs_at_once: usize,
}

/// Which database.
#[derive(Clone, Debug)]
pub enum Database {
    /// SQLite in this file; one process.
    Embedded(PathBuf),
    /// PostgreSQL; several nodes.
    Server(SecretString),
}

/// An SMTP server.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub tls: Tls,
    /// Whom to sign in as.
    pub user: Option<String>,
    /// With what.
    pub password: Option<SecretString>,
    /// Who sends.
    pub from: String,
}

relais_kernel::codes! {
    /// How a connection to a mail server is protected.
    pub enum Tls {
        /// Begun in clear, protected before anything is said.
        StartTls = "starttls",
        /// Protected from the first byte.
        Tls = "tls",
        /// Not at all.
        None = "none",
    }
}

relais_kernel::codes! {
    /// How log lines look.
    pub enum LogFormat {
        /// For people.
        Text = "text",
        /// For programs, one object a line.
        Json = "json",
    }
}

/// How backups are kept.
#[derive(Clone, Debug)]
pub struct Backup {
    /// Where.
    pub folder: PathBuf,
    /// How many; 0 for all.
    pub keep: usize,
    /// For whom they are encrypted.
    pub recipient: Option<String>,
}

/// How logs are written.
#[derive(Clone, Debug)]
pub struct Log {
    /// How lines look.
    pub format: LogFormat,
    /// What is worth a line.
    pub level: tracing::level_filters::LevelFilter,
}

impl Config {
    /// Reads them, or tells everything that is wrong.
    pub fn read(sources: &Sources) -> Result<Self, Vec<String>> {
        let mut reading = Reading::of(sources);
        let listen = reading.parsed("listen", "an address and a port such as 127.0.0.1:8080");
        let listen = listen.unwrap_or(SocketAddr::from(([127, 0, 0, 1], 8080)));
        let base_url = base_url(&mut reading, listen);
        let data = PathBuf::from(reading.text("data").unwrap_or_else(|| "/var/lib/relais".into()));
        let config = Self {
            listen,
            base_url,
            database: database(&mut reading, &data),
            mail: mail(&mut reading),
            backup: backup(&mut reading, &data),
            log: log(&mut reading),
            metrics: metrics(&mut reading),
            jobs_at_once: reading.number("worker.at_once", 1, 64, 4) as usize,
            data,
        };
        reading.number("database.connections", 1, 200, 8);
        if reading.faults.is_empty() { Ok(config) } else { Err(reading.faults) }
    }

    /// Connections to the database at most.
    pub fn connections(sources: &Sources) -> u32 {
        Reading::of(sources).number("database.connections", 1, 200, 8)
    }
}
