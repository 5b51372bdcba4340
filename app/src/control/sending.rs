//! A command's end: does the order here, or has it done by the process that holds the database.

use std::{io::IsTerminal as _, path::Path};

use relais_directory::accounts::Hashing;
use relais_store::{lock, schema};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::UnixStream,
};

use super::{
    Teller,
    protocol::{Answer, Letter, Order, PROTOCOL},
};
use crate::{
    config::Config,
    failed::{Failed, Outcome, While as _},
    house::House,
    instance::Instance,
    laying,
    place::{Opened, Place, Taking},
};

/// Has an order done, and shows its answer.
pub(crate) async fn deliver(config: &Config, order: Order) -> Outcome {
    let place = Place::of(config);
    if let Some(file) = place.file().filter(|file| !file.exists() && !order.may_begin()) {
        return Err(Failed(format!(
            "there is no database {} (setting: data); `relais serve` makes it, or `relais organisation add`",
            file.display()
        )));
    }
    match place.take().await? {
        Taking::Ours(opened) => here(config, opened, order).await,
        Taking::Taken => match place.file() {
            Some(file) => elsewhere(file, &order).await,
            None => Err(Failed::new("the database is taken")),
        },
    }
}

async fn here(config: &Config, opened: Opened, order: Order) -> Outcome {
    let (db, sealed, house) = (opened.db.clone(), opened.sealed.clone(), House::new());
    if order.may_begin() {
        laying::lay(&db, house.schemas()).await?;
        laying::lay(sealed.db(), house.sealed()).await?;
    } else if !schema::is_laid(&db, house.schemas()).await?
        || !schema::is_laid(sealed.db(), house.sealed()).await?
    {
        return Err(Failed::new(
            "the database lacks tables of this version: `relais serve` lays them when it starts",
        ));
    }
    let instance = Instance {
        db: db.clone(),
        schemas: house.schemas().to_vec(),
        sealed: sealed.clone(),
        sealed_schemas: house.sealed().to_vec(),
        words: house.words()?,
        base: config.base(config.listen),
        backup: config.backup.clone(),
        hashing: Hashing::strong(),
    };
    let (tell, mut lines) = Teller::new();
    let work = tokio::spawn(async move { order.perform(&instance, &tell).await });
    let mut screen = Screen::default();
    while let Some(answer) = lines.recv().await {
        screen.show(&answer);
    }
    screen.clear();
    let outcome =
        work.await.map_err(|_| Failed::new("a fault of relais itself; the line above says where"))?;
    db.close().await?;
    sealed.close().await?;
    outcome
}

async fn elsewhere(database: &Path, order: &Order) -> Outcome {
    let path = lock::beside(database, "socket");
    let stream = UnixStream::connect(&path).await.map_err(|error| {
        Failed(format!(
            "a relais process has {} and does not answer on {}: {error}. If it is a command such as backup, wait for \
             its end; if it is another user's server, run this as that user",
            database.display(),
            path.display()
        ))
    })?;
    let (read, mut write) = stream.into_split();
    let letter =
        Letter { relais: PROTOCOL, version: crate::VERSION.into(), order: serde_json::to_value(order)? };
    let mut line = serde_json::to_vec(&letter)?;
    line.push(b'\n');
    let sent = write.write_all(&line).await;
    let (mut lines, mut screen) = (BufReader::new(read).lines(), Screen::default());
    while let Some(line) = lines.next_line().await? {
        let answer: Answer =
            serde_json::from_str(&line).while_(|| "the server's answer cannot be read".into())?;
        match answer {
            Answer::Done => {
                screen.clear();
                return Ok(());
            }
            Answer::Failed(why) => {
                screen.clear();
                return Err(Failed(why));
            }
            answer => screen.show(&answer),
        }
    }
    sent?;
    Err(Failed::new("the server ended before the work did; look at its log, then give the command again"))
}

/// The terminal, or whatever reads the output.
#[derive(Default)]
struct Screen {
    passing: Option<indicatif::ProgressBar>,
}

impl Screen {
    fn show(&mut self, answer: &Answer) {
        match answer {
            Answer::Say(line) => {
                self.clear();
                println!("{line}");
            }
            Answer::Progress(line) if std::io::stderr().is_terminal() => {
                let bar = self.passing.get_or_insert_with(indicatif::ProgressBar::new_spinner);
                bar.set_message(line.clone());
                bar.tick();
            }
            _ => {}
        }
    }

    fn clear(&mut self) {
        if let Some(bar) = self.passing.take() {
            bar.finish_and_clear();
        }
    }
}
