//! How this node is set up: one file and the environment, read at once, refused with every fault.

use std::{
    net::{IpAddr, SocketAddr},
    path::PathBuf,
};

use secrecy::SecretString;

pub mod keys;
mod reading;
mod shown;
mod sms;

pub use reading::{Origin, Sources};
pub use shown::{Line, lines};
pub use sms::{Fields, Sms};

use reading::{Reading, secret};

/// A node's settings.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where pages are answered.
    pub listen: SocketAddr,
    /// Where people reach them, without a slash at the end; the address listened on, when it is not said.
    pub base_url: Option<String>,
    /// The folder of what is kept here.
    pub data: PathBuf,
    /// The file of the key that seals what tells who customers are.
    pub key_file: PathBuf,
    /// The database.
    pub database: Database,
    /// Where the sealed store is, when it is not in the same database.
    pub sealed_url: Option<SecretString>,
    /// Connections to it at most.
    pub connections: u32,
    /// The way out for letters.
    pub mail: Option<Mail>,
    /// The way out for text messages.
    pub sms: Option<Sms>,
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
        let data = PathBuf::from(reading.text("data").unwrap_or_else(|| "/var/lib/relais".into()));
        let config = Self {
            listen,
            base_url: base_url(&mut reading, listen),
            key_file: reading.text("key_file").map_or_else(|| data.join("relais.key"), PathBuf::from),
            database: database(&mut reading, &data),
            sealed_url: sealed(&mut reading),
            connections: reading.number("database.connections", 1, 200, 8),
            mail: mail(&mut reading),
            sms: sms::sms(&mut reading),
            backup: backup(&mut reading, &data),
            log: log(&mut reading),
            metrics: metrics(&mut reading),
            jobs_at_once: reading.number("worker.at_once", 1, 64, 4) as usize,
            data,
        };
        if reading.faults.is_empty() { Ok(config) } else { Err(reading.faults) }
    }

    /// What links begin with, when pages are answered on `bound`.
    pub fn base(&self, bound: SocketAddr) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{bound}"))
    }
}

fn base_url(reading: &mut Reading, listen: SocketAddr) -> Option<String> {
    let insecure = reading.parsed("insecure", "true or false").unwrap_or(false);
    let Some(text) = reading.text("base_url") else {
        if !listen.ip().is_loopback() {
            reading.faults.push(format!(
                "base_url is missing: Relais listens on {listen}, and letters must say where people reach it"
            ));
        }
        return None;
    };
    let url = text.trim_end_matches('/').to_owned();
    let (https, host) = match (url.strip_prefix("https://"), url.strip_prefix("http://")) {
        (Some(host), _) => (true, host),
        (_, Some(host)) => (false, host),
        _ => (true, ""),
    };
    if host.is_empty() || host.contains(['/', '?', '#', '@', ' ']) {
        reading.wrong("base_url", "an address such as https://relais.example.org, without a path,");
    } else if !https && !insecure && !is_this_machine(host) {
        reading.faults.push(format!(
            "base_url: {url:?} has no https, so passwords would cross the network in clear; \
             put a proxy with TLS in front, or say insecure = true"
        ));
    }
    Some(url)
}

fn is_this_machine(host: &str) -> bool {
    if let Ok(address) = host.parse::<SocketAddr>() {
        return address.ip().is_loopback();
    }
    let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
    name == "localhost" || name.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

fn database(reading: &mut Reading, data: &std::path::Path) -> Database {
    match reading.text("database.url") {
        Some(url) => {
            if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
                reading.wrong("database.url", "an address such as postgres://relais@db.example.org/relais");
            }
            Database::Server(url.into())
        }
        None => Database::Embedded(data.join("relais.db")),
    }
}

fn sealed(reading: &mut Reading) -> Option<SecretString> {
    let url = reading.text("database.sealed_url")?;
    if !url.starts_with("postgres://") && !url.starts_with("postgresql://") {
        reading.wrong("database.sealed_url", "an address such as postgres://relais@db.example.org/sealed");
    } else if reading.text("database.url").is_none() {
        reading.faults.push(
            "database.url is missing, and database.sealed_url means nothing without it: on SQLite the sealed store is a \
             file beside the database"
                .into(),
        );
    }
    Some(url.into())
}

fn mail(reading: &mut Reading) -> Option<Mail> {
    let tls = reading.parsed("mail.tls", "starttls, tls or none").unwrap_or(Tls::StartTls);
    let usual = match tls {
        Tls::StartTls => 587,
        Tls::Tls => 465,
        Tls::None => 25,
    };
    let port = reading.number("mail.port", 1, 65535, usual);
    let (user, from) = (reading.text("mail.user"), reading.text("mail.from"));
    let password = secret(reading, "mail.password", "mail.password_file");
    if user.is_some() != password.is_some() {
        reading.faults.push("mail.user and mail.password go together: one of them is missing".into());
    }
    let Some(host) = reading.text("mail.host") else {
        for name in ["mail.user", "mail.from"] {
            if reading.origin(name) != Origin::Default {
                reading.faults.push(format!("mail.host is missing, and {name} means nothing without it"));
            }
        }
        return None;
    };
    if tls == Tls::None && password.is_some() && !is_this_machine(&host) {
        reading.faults.push("mail.tls is none: the password would cross the network in clear".into());
    }
    if !from.as_deref().is_some_and(|from| from.contains('@')) {
        reading.wrong("mail.from", "a sender such as Relais <relais@example.org>");
    }
    let from = from.unwrap_or_default();
    Some(Mail { host, port: u16::try_from(port).unwrap_or(587), tls, user, password, from })
}

fn backup(reading: &mut Reading, data: &std::path::Path) -> Backup {
    let recipient = reading.text("backup.recipient");
    if recipient.as_deref().is_some_and(|key| key.parse::<age::x25519::Recipient>().is_err()) {
        reading.wrong("backup.recipient", "an age public key (age1…)");
    }
    Backup {
        folder: reading.text("backup.folder").map_or_else(|| data.join("backups"), PathBuf::from),
        keep: reading.number("backup.keep", 0, 10_000, 14) as usize,
        recipient,
    }
}

fn log(reading: &mut Reading) -> Log {
    Log {
        format: reading.parsed("log.format", "text or json").unwrap_or(LogFormat::Text),
        level: reading
            .parsed("log.level", "error, warn, info, debug or trace")
            .unwrap_or(tracing::level_filters::LevelFilter::INFO),
    }
}

fn metrics(reading: &mut Reading) -> Option<SocketAddr> {
    if reading.text("metrics.listen").as_deref() == Some("off") {
        return None;
    }
    let wanted = "an address and a port such as 127.0.0.1:9464, or off,";
    Some(reading.parsed("metrics.listen", wanted).unwrap_or(SocketAddr::from(([127, 0, 0, 1], 9464))))
}
