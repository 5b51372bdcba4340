//! `relais check-config`.

use std::{net::ToSocketAddrs as _, path::Path};

use relais_store::schema;

use crate::{
    cli::refused,
    config::{Config, Sources, lines},
    failed::{Failed, Outcome},
    house::House,
    key,
    place::{Place, Taking},
    texts::Texts,
};

/// Show what the settings are, who says them, and whether they work
///
/// Ends with 0 when Relais could start with them. Passwords are not shown.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  relais check-config --file /etc/relais/relais.toml")]
pub(crate) struct Args {}

impl Args {
    pub(crate) async fn run(self, sources: &Sources) -> Outcome {
        let shown = lines(sources);
        let width = |cell: fn(&crate::config::Line) -> usize| shown.iter().map(cell).max().unwrap_or(0);
        let (name, value) = (width(|l| l.name.len()), width(|l| l.value.chars().count()).min(48));
        for line in &shown {
            println!("{:name$}  {:value$}  {}", line.name, line.value, line.origin);
        }
        println!();
        let read_from =
            sources.file.as_ref().map_or(Path::new("the environment"), |(path, _)| path.as_path());
        let config = Config::read(sources).map_err(|faults| refused(read_from, &faults))?;
        let checks = [
            ("data folder", folder(&config.data)),
            ("backup folder", folder(&config.backup.folder)),
            ("key", key(&config)),
            ("database", database(&config).await),
            ("mail server", mail(&config)),
            ("SMS gateway", sms(&config)),
        ];
        let mut sound = true;
        for (what, found) in checks {
            match found {
                Ok(words) => println!("{what:13}  fine: {words}"),
                Err(failed) => {
                    sound = false;
                    println!("{what:13}  WRONG: {failed}");
                }
            }
        }
        if sound { Ok(()) } else { Err(Failed::new("the settings can be read, and do not work yet")) }
    }
}

/// A folder that can be written, or made.
fn folder(path: &Path) -> Outcome<String> {
    let existing = path.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("/"));
    match tempfile::tempfile_in(existing) {
        Ok(_) if existing == path => Ok(path.display().to_string()),
        Ok(_) => Ok(format!("{} will be made", path.display())),
        Err(error) => Err(Failed(format!("{} cannot be written: {error}", existing.display()))),
    }
}

/// The key of what is sealed. Whether it is the database's own, the database says.
fn key(config: &Config) -> Outcome<String> {
    let file = config.key_file.display();
    Ok(match key::read(&config.key_file)? {
        Some(_) => format!("{file}; keep a copy elsewhere"),
        None => format!("{file} will be made at the first start"),
    })
}

async fn database(config: &Config) -> Outcome<String> {
    let place = Place::of(config);
    if let Some(file) = place.file().filter(|file| !file.exists()) {
        return Ok(format!("{} will be made", file.display()));
    }
    match place.take_as_it_is().await? {
        Taking::Taken => Ok("a relais process has it".into()),
        Taking::Ours(opened) => {
            let laid = schema::is_laid(&opened.db, House::new().schemas()).await?;
            let laid = laid && schema::is_laid(opened.sealed.db(), House::new().sealed()).await?;
            opened.db.close().await?;
            opened.sealed.close().await?;
            Ok(if laid {
                "it answers, and has all tables"
            } else {
                "it answers; `relais serve` will lay its tables"
            }
            .into())
        }
    }
}

fn mail(config: &Config) -> Outcome<String> {
    let Some(mail) = &config.mail else { return Ok("none is set: letters wait".into()) };
    crate::mail::Way::of(Some(mail))?;
    let found = (mail.host.as_str(), mail.port).to_socket_addrs().ok().and_then(|mut found| found.next());
    found
        .map(|_| format!("{} is known here, port {}", mail.host, mail.port))
        .ok_or_else(|| Failed(format!("the name {} leads nowhere (setting: mail.host)", mail.host)))
}

fn sms(config: &Config) -> Outcome<String> {
    let Some(sms) = &config.sms else { return Ok("none is set: text messages wait".into()) };
    Texts::of(Some(sms), &config.base(config.listen))?;
    Ok(sms.url.clone())
}
