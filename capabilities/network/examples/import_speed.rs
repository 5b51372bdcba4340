//! Seconds and memory for importing a network of 5,000 units and 100,000 people, check and writing together.
//!
//! `cargo run --release -p relais-network --example import_speed` runs on SQLite with every commit flushed to the disk;
//! with `RELAIS_BENCH_DATABASE_URL=postgres://…/an_empty_database` on PostgreSQL.

use std::{error::Error, fs::File, path::PathBuf, sync::Arc, time::Instant};

use relais_directory::organisations::{self, OrganisationInput};
use relais_kernel::{Clock, Locale, OrgId};
use relais_network::imports::{self, FileKind, Options, Settings};
use relais_sheets::{Cell, CsvWriter, Separator};
use relais_store::{Db, DbOptions, audit::Actor, schema};
use relais_words::{Catalogue, Words};

const UNITS: i64 = 5_000;
const PEOPLE: i64 = 100_000;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Box<dyn Error>> {
    let place = std::env::temp_dir().join(format!("relais-import-speed-{}.db", std::process::id()));
    let url =
        std::env::var("RELAIS_BENCH_DATABASE_URL").unwrap_or_else(|_| format!("sqlite:{}", place.display()));
    let db = Db::open(&DbOptions::new(&url), Clock::system()).await?;
    println!("{:?}", db.backend());
    let schemas = [relais_store::SCHEMA, relais_directory::SCHEMA, imports::SCHEMA];
    schema::lay(&db, &schemas, None).await?;
    let org = organisation(&db).await?;
    println!("at rest: {}", memory());
    run(&db, org, FileKind::Units, units()?).await?;
    run(&db, org, FileKind::People, people(PEOPLE)?).await?;
    println!("the same file again:");
    run(&db, org, FileKind::People, people(PEOPLE)?).await?;
    db.close().await?;
    forget(place);
    Ok(())
}

async fn organisation(db: &Db) -> Result<OrgId, Box<dyn Error>> {
    let words = Words::new(Arc::new(Catalogue::build(&[relais_directory::WORDS])?), Locale::Fr);
    let tx = db.begin().await?;
    let input = OrganisationInput { name: "Mesure".into(), ..OrganisationInput::default() };
    let facts = input.check().map_err(|faults| format!("{faults:?}"))?;
    let org = organisations::create(&tx, &words, &facts).await?;
    tx.commit().await?;
    Ok(org)
}

async fn run(db: &Db, org: OrgId, kind: FileKind, file: File) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let settings = Settings {
        options: Some(Options { create_regions: true, ..Options::default() }),
        ..Settings::default()
    };
    let mut checked = None;
    let mut tell = |step: imports::Step| {
        if step.stage == imports::Stage::Applying && checked.is_none() {
            checked = Some(start.elapsed().as_secs_f64());
        }
    };
    let outcome =
        imports::run_file(db, org, Actor::default(), kind, ("mesure.csv", &file), &settings, &mut tell)
            .await?;
    let (all, counts) = (start.elapsed().as_secs_f64(), outcome.record.counts());
    let checked = checked.unwrap_or(all);
    println!(
        "{kind}: {:?} in {all:.1} s (check {checked:.1} s, writing {:.1} s), {counts:?}, {}",
        outcome.record.state,
        all - checked,
        memory(),
    );
    if let Some(fault) = outcome.faults.first() {
        return Err(format!("{fault:?}").into());
    }
    Ok(())
}

fn units() -> Result<File, Box<dyn Error>> {
    let mut writer = CsvWriter::new(tempfile::tempfile()?, Separator::Semicolon)?;
    writer.row(&["Code", "Nom", "Type", "Département", "Région", "Ville", "Téléphone"].map(Cell::from))?;
    for n in 0..UNITS {
        writer.row(&[
            Cell::from(format!("U{n:05}")),
            Cell::from(format!("Boutique de la Place {n}")),
            Cell::from("Boutique"),
            Cell::from(format!("{:02}", 1 + n % 19)),
            Cell::from(format!("Région {}", n % 40)),
            Cell::from(format!("Ville {}", n % 900)),
            Cell::from("01 60 00 00 00"),
        ])?;
    }
    Ok(writer.finish()?)
}

fn people(many: i64) -> Result<File, Box<dyn Error>> {
    let mut writer = CsvWriter::new(tempfile::tempfile()?, Separator::Semicolon)?;
    let header = [
        "Matricule",
        "Prénom",
        "Nom",
        "E-mail",
        "Filière",
        "Employeur",
        "Code unité",
        "Fonction",
        "Depuis le",
        "Date d'entrée",
    ];
    writer.row(&header.map(Cell::from))?;
    for n in 0..many {
        let function = match n / UNITS {
            0 => "Responsable",
            1 => "Adjointe",
            n if n % 3 == 0 => "Technicien",
            _ => "Conseillère",
        };
        writer.row(&[
            Cell::from(format!("E{n:06}")),
            Cell::from(format!("Anne-Élodie {}", n % 500)),
            Cell::from(format!("N’Diaye-Marchal {n}")),
            Cell::from(format!("personne{n}@exemple.fr")),
            Cell::from("technique"),
            Cell::from(format!("Franchise {}", n % 30)),
            Cell::from(format!("U{:05}", n % UNITS)),
            Cell::from(function),
            Cell::Day(2020, 3, 9),
            Cell::Day(2019, 1, 1),
        ])?;
    }
    Ok(writer.finish()?)
}

/// Resident memory at its highest, of the whole process.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("unknown").trim();
    format!("peak {peak}")
}

fn forget(place: PathBuf) {
    for end in ["", "-wal", "-shm"] {
        // Absent when the measure ran on PostgreSQL.
        let _ = std::fs::remove_file(format!("{}{end}", place.display()));
    }
}
