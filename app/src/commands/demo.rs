//! `relais demo`.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Instant,
};

use relais_post::Mailer;

use crate::{
    config::{Backup, Log, LogFormat},
    demo::{Door, Folder, doors, fill},
    failed::{Failed, Outcome},
    house::House,
    laying, logs,
    mail::Way,
    node::{Node, Plan},
    place::Place,
    stopping,
};

/// Show Relais with made-up data, ready to click
///
/// The first time it writes the data of a made-up network into the folder; the next times it finds it as you left it.
/// It prints a link for each role: open one, and you are that person. Letters stay in a letterbox, nothing leaves this
/// machine. Links open doors without a password: it is not for real data, and listens on this machine alone.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  relais demo
  relais demo --data /tmp/relais-demo --port 9000
  relais demo --fresh                               forget what was done in it, and begin anew")]
pub(crate) struct Args {
    /// Folder of the demo's data
    #[arg(long, value_name = "DIR", default_value = "relais-data")]
    data: PathBuf,
    /// Begin anew: removes the demo's own files from the folder, and no other
    #[arg(long)]
    fresh: bool,
    /// Port to answer on; 0 takes a free one
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
}

impl Args {
    pub(crate) async fn run(self) -> Outcome {
        let begun = Instant::now();
        let asked = stopping::listen()?;
        logs::begin(&Log { format: LogFormat::Text, level: tracing::level_filters::LevelFilter::WARN });
        let folder = Folder::new(&self.data);
        let place = Place::embedded(folder.database());
        // A first filling that was cut short is no data to keep.
        let clear = || if self.fresh || !folder.is_filled() { folder.clear() } else { Ok(()) };
        let opened = place.take_after(clear).await?.alone(&place)?;
        let (db, house) = (opened.db.clone(), House::demo());
        laying::lay(&db, house.schemas()).await.map_err(|error| outgrown(&error, &self.data))?;
        let words = house.words()?;
        if !folder.is_filled() {
            fill(&db, &house, &words).await?;
            folder.note_filled()?;
        }
        let node = Node::begin(Plan {
            house,
            place,
            db: db.clone(),
            sealed: opened.sealed.clone(),
            listen: Some(SocketAddr::from(([127, 0, 0, 1], self.port))),
            base_url: None,
            metrics: None,
            mail: Way::By(Mailer::Letterbox),
            sms: None,
            jobs_at_once: 4,
            backup: Backup { folder: self.data.join("backups"), keep: 14, recipient: None },
            demo: true,
        })
        .await?;
        println!("{}", table(&doors(&db, &words, &node.base).await?));
        println!("Relais {} answers on {} ({} ms)", crate::VERSION, node.base, begun.elapsed().as_millis());
        println!("Open one of the links above. Ctrl-C stops; the data stays in {}.", self.data.display());
        node.until(asked).await
    }
}

fn outgrown(error: &Failed, data: &Path) -> Failed {
    Failed(format!(
        "{error}\nThe demo's data in {} was written by another version: begin anew with --fresh",
        data.display()
    ))
}

/// Role, person, place and link, in columns; a line for each organisation.
fn table(doors: &[Door]) -> String {
    let width =
        |cell: fn(&Door) -> &str| doors.iter().map(|door| cell(door).chars().count()).max().unwrap_or(0);
    let (role, person, place) = (width(|d| &d.role), width(|d| &d.person), width(|d| &d.place));
    let (mut lines, mut org) = (Vec::new(), "");
    for door in doors {
        if door.org != org {
            org = &door.org;
            lines.push(format!("\n{org}"));
        }
        lines.push(format!(
            "  {:role$}  {:person$}  {:place$}  {}",
            door.role, door.person, door.place, door.link
        ));
    }
    lines.push(String::new());
    lines.join("\n")
}
