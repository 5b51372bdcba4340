//! A fresh database for each test, copied from a template that already has its tables.

use std::{
    fs,
    path::{Path, PathBuf},
};

use relais_kernel::{Clock, Instant};
use relais_sealed::Sealed;
use relais_store::{Backend, Db, DbOptions, Error, Schema, Vault, schema};

/// A database of one test's own; it goes with the test.
#[derive(Debug)]
pub struct TestDb {
    db: Db,
    options: DbOptions,
    schemas: Vec<Schema>,
    place: Place,
}

#[derive(Debug)]
enum Place {
    File(PathBuf),
    Server { url: String, name: String },
}

impl TestDb {
    /// A database with these rooms' tables, on whichever server the run is for. Its clock stands at
    /// Saturday 21 November 2026, 14:20 in Paris.
    pub async fn new(schemas: &[Schema]) -> Self {
        let clock = Clock::manual(Instant(1_795_267_200_000_000));
        match std::env::var("RELAIS_TEST_DATABASE_URL") {
            Ok(url) => on_server(&url, schemas, clock).await,
            Err(_) => in_file(schemas, clock).await,
        }
    }

    /// The database.
    pub fn db(&self) -> &Db {
        &self.db
    }

    /// How to open it again.
    pub fn options(&self) -> &DbOptions {
        &self.options
    }

    /// The sealed store beside it, with these tables.
    pub async fn seal(&self, schemas: &[Schema]) -> Sealed {
        let sealed = Sealed::open(&self.options.sealed_beside(), self.db.clock().clone()).await.unwrap();
        schema::lay(sealed.db(), schemas, broken().as_deref()).await.unwrap();
        sealed
    }

    /// The rooms it was made for.
    pub fn schemas(&self) -> &[Schema] {
        &self.schemas
    }
}

impl Drop for TestDb {
    fn drop(&mut self) {
        match &self.place {
            Place::File(path) => {
                for end in ["", "-wal", "-shm", ".sealed", ".sealed-journal"] {
                    let _ = fs::remove_file(format!("{}{end}", path.display()));
                }
            }
            Place::Server { url, name } => {
                let (url, name) = (url.clone(), name.clone());
                // A test's runtime is ending here: the drop is sent from a thread with its own.
                let _ = std::thread::spawn(move || {
                    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
                    runtime.block_on(async {
                        let _ =
                            server::run(&url, &format!("drop database if exists {name} with (force)")).await;
                    });
                })
                .join();
            }
        }
    }
}

/// Whether an error is the refusal of a named rule. SQLite does not name the foreign key that refuses.
#[track_caller]
pub fn refused_by<T: std::fmt::Debug>(result: Result<T, Error>, rule: &str) {
    let error = result.expect_err(&format!("{rule} should refuse this"));
    let name = error.violation().unwrap_or_else(|| panic!("{rule} should refuse this, not: {error}"));
    assert!(name == rule || name == "foreign_key", "{rule} should refuse this, not {name}");
}

/// The key of every test.
fn vault() -> Vault {
    Vault::new([7; 32])
}

fn broken() -> Option<String> {
    std::env::var("RELAIS_BREAK").ok().filter(|name| !name.is_empty())
}

/// Differs when any table, rule or the missing rule differs.
fn template_name(schemas: &[Schema], backend: Backend) -> String {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    (schema::fingerprint(schemas, backend), broken()).hash(&mut hasher);
    format!("relais_template_{:016x}", hasher.finish())
}

async fn in_file(schemas: &[Schema], clock: Clock) -> TestDb {
    let folder = std::env::temp_dir().join("relais-tests");
    fs::create_dir_all(&folder).unwrap();
    let template = folder.join(format!("{}.db", template_name(schemas, Backend::Sqlite)));
    if !template.exists() {
        make_template(&template, schemas, &clock).await;
    }
    let unique: uuid::Uuid = Clock::system().id();
    let path = folder.join(format!("test-{unique}.db"));
    fs::copy(&template, &path).unwrap();
    let mut options = DbOptions::new(format!("sqlite:{}", path.display()));
    options.durable = false;
    options.connections = 4;
    options.vault = Some(vault());
    let db = Db::open(&options, clock).await.unwrap();
    TestDb { db, options, schemas: schemas.to_vec(), place: Place::File(path) }
}

/// Made beside and moved into place, so that of several processes the last one wins with the same content.
async fn make_template(template: &Path, schemas: &[Schema], clock: &Clock) {
    let unique: uuid::Uuid = Clock::system().id();
    let draft = template.with_extension(unique.to_string());
    let mut options = DbOptions::new(format!("sqlite:{}", draft.display()));
    options.durable = false;
    let db = Db::open(&options, clock.clone()).await.unwrap();
    schema::lay(&db, schemas, broken().as_deref()).await.unwrap();
    db.close().await.unwrap();
    fs::rename(&draft, template).unwrap();
    for end in ["-wal", "-shm"] {
        let _ = fs::remove_file(format!("{}{end}", draft.display()));
    }
}

async fn on_server(url: &str, schemas: &[Schema], clock: Clock) -> TestDb {
    let template = template_name(schemas, Backend::Postgres);
    server::make_template(url, &template, schemas, &clock, broken().as_deref()).await;
    let unique: uuid::Uuid = Clock::system().id();
    let name = format!("relais_test_{}", unique.simple());
    server::run(url, &format!("create database {name} template {template}")).await.unwrap();
    let mut options = DbOptions::new(server::with_database(url, &name));
    options.connections = 6;
    options.vault = Some(vault());
    let db = Db::open(&options, clock).await.unwrap();
    TestDb { db, options, schemas: schemas.to_vec(), place: Place::Server { url: url.to_owned(), name } }
}

mod server {
    use relais_kernel::Clock;
    use relais_store::{Db, DbOptions, Schema, schema};
    use sea_orm::sqlx::{self, Connection as _, Executor as _};

    pub(super) async fn run(url: &str, statement: &str) -> Result<(), sqlx::Error> {
        let mut connection = sqlx::PgConnection::connect(url).await?;
        connection.execute(sqlx::AssertSqlSafe(statement)).await?;
        connection.close().await
    }

    /// The same server, another database.
    pub(super) fn with_database(url: &str, name: &str) -> String {
        let (before, query) =
            url.split_once('?').map_or((url, None), |(before, query)| (before, Some(query)));
        let base = before.rsplit_once('/').map_or(before, |(base, _)| base);
        query.map_or_else(|| format!("{base}/{name}"), |query| format!("{base}/{name}?{query}"))
    }

    /// One process at a time makes a template; the others wait on an advisory lock and find it made.
    pub(super) async fn make_template(
        url: &str,
        name: &str,
        schemas: &[Schema],
        clock: &Clock,
        skip: Option<&str>,
    ) {
        let mut connection = sqlx::PgConnection::connect(url).await.unwrap();
        connection.execute("select pg_advisory_lock(727466)").await.unwrap();
        let known: Option<(String,)> =
            sqlx::query_as("select datname::text from pg_database where datname = $1")
                .bind(name)
                .fetch_optional(&mut connection)
                .await
                .unwrap();
        if known.is_none() {
            let draft = format!("{name}_draft");
            run(url, &format!("drop database if exists {draft}")).await.unwrap();
            run(url, &format!("create database {draft}")).await.unwrap();
            let mut options = DbOptions::new(with_database(url, &draft));
            options.connections = 1;
            let db = Db::open(&options, clock.clone()).await.unwrap();
            schema::lay(&db, schemas, skip).await.unwrap();
            db.close().await.unwrap();
            run(url, &format!("alter database {draft} rename to {name}")).await.unwrap();
        }
        connection.close().await.unwrap();
    }
}
