//! A small network to import into, and its tables as text.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{Read as _, Write as _},
    time::Duration,
};

use relais_directory::people::Person;
use relais_kernel::UnitId;
use relais_network::imports::{
    self, FileKind, LineFault, Options, Outcome, RunError, Settings, Step, run_file,
};
use relais_store::{InOrg as _, OrgDb, Schema, archive, audit::Actor, jobs::Runner};
use relais_testkit::{
    TestDb,
    builders::{a_region, a_unit, an_organisation, placed},
};

pub(crate) const UNITS_HEADER: &str = "Code;Nom;Type;Département;Région;Ville;Téléphone;Canaux\n";
pub(crate) const PEOPLE_HEADER: &str =
    "Matricule;Prénom;Nom;E-mail;Filière;Employeur;Code unité;Fonction;Depuis le;Entrée;Sortie\n";

pub(crate) struct World {
    pub(crate) base: TestDb,
    pub(crate) org: OrgDb,
    pub(crate) evry: UnitId,
    pub(crate) vitry: UnitId,
}

/// An organisation with two shops in a region.
pub(crate) async fn world() -> World {
    let base = TestDb::new(&[relais_store::SCHEMA, relais_directory::SCHEMA, imports::SCHEMA]).await;
    let org = an_organisation(base.db()).await;
    let region = a_region(&org, "Île-de-France Sud").await;
    let (evry, vitry) = (a_unit(&org, "EVR", "Évry").await, a_unit(&org, "VIT", "Vitry").await);
    placed(&org, evry, region).await;
    placed(&org, vitry, region).await;
    World { base, org, evry, vitry }
}

/// A file with this content.
pub(crate) fn file(content: impl AsRef<[u8]>) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(content.as_ref()).unwrap();
    file
}

pub(crate) fn units(lines: &str) -> String {
    format!("{UNITS_HEADER}{lines}")
}

pub(crate) fn people(lines: &str) -> String {
    format!("{PEOPLE_HEADER}{lines}")
}

pub(crate) fn good_lines() -> Settings {
    Settings { good_lines_only: true, ..Settings::default() }
}

pub(crate) fn dry() -> Settings {
    Settings { dry_run: true, ..Settings::default() }
}

pub(crate) fn complete() -> Settings {
    Settings { options: Some(Options { complete: true, ..Options::default() }), ..Settings::default() }
}

impl World {
    pub(crate) async fn run(
        &self,
        kind: FileKind,
        content: impl AsRef<[u8]>,
        settings: &Settings,
    ) -> Outcome {
        self.try_run(kind, content, settings).await.unwrap()
    }

    pub(crate) async fn try_run(
        &self,
        kind: FileKind,
        content: impl AsRef<[u8]>,
        settings: &Settings,
    ) -> Result<Outcome, RunError> {
        self.try_run_by(Actor::default(), kind, content, settings).await
    }

    /// The same as somebody of the organisation, or as the machine.
    pub(crate) async fn try_run_by(
        &self,
        by: Actor,
        kind: FileKind,
        content: impl AsRef<[u8]>,
        settings: &Settings,
    ) -> Result<Outcome, RunError> {
        let mut tell = |_: Step| {};
        let file = file(content);
        // What is latest is told by the clock, which stands still in tests.
        self.base.db().clock().advance(Duration::from_secs(1));
        run_file(self.base.db(), self.org.org(), by, kind, ("essai.csv", &file), settings, &mut tell).await
    }

    pub(crate) async fn people(&self, lines: &str) -> Outcome {
        self.run(FileKind::People, people(lines), &Settings::default()).await
    }

    pub(crate) async fn units(&self, lines: &str) -> Outcome {
        self.run(FileKind::Units, units(lines), &Settings::default()).await
    }

    pub(crate) async fn person(&self, number: &str) -> Person {
        relais_directory::people::by_staff_number(&self.org, number).await.unwrap().unwrap()
    }

    /// Undoes an import as the page does: set going, then the job.
    pub(crate) async fn undo(&self, outcome: &Outcome) {
        let tx = self.org.begin().await.unwrap();
        relais_store::sql(
            "update import set state = 'undoing', version = version + 1 where org_id = $1 and id = $2",
        )
        .bind(self.org.org())
        .bind(outcome.record.id)
        .run_one("import", &tx)
        .await
        .unwrap();
        let errand = serde_json::json!({ "org": self.org.org(), "import": outcome.record.id });
        relais_store::jobs::enqueue(&tx, imports::UNDO, &errand).await.unwrap();
        tx.commit().await.unwrap();
        self.run_jobs().await;
    }

    /// The same, over again when it was cut short.
    pub(crate) async fn undo_again(&self, outcome: &Outcome) {
        let state: Option<imports::State> =
            relais_store::sql("select state from import").value(&self.org).await.unwrap();
        if state == Some(imports::State::Applied) { self.undo(outcome).await } else { self.run_jobs().await }
    }

    pub(crate) async fn run_jobs(&self) {
        Runner::new(self.base.db().clone(), imports::kinds(), Vec::new()).run_due().await.unwrap();
    }

    /// The rows of the directory, each as text without its version.
    pub(crate) async fn rows(&self) -> BTreeMap<String, Vec<String>> {
        rows(&self.base, &[relais_directory::SCHEMA]).await
    }
}

async fn rows(base: &TestDb, schemas: &[Schema]) -> BTreeMap<String, Vec<String>> {
    let out = tempfile::tempfile().unwrap();
    let manifest = archive::write(base.db(), schemas, out.try_clone().unwrap(), |_| {}).await.unwrap();
    let mut archive = zip::ZipArchive::new(out).unwrap();
    let mut all = BTreeMap::new();
    for table in manifest.tables {
        let mut text = String::new();
        archive.by_name(&format!("tables/{}.ndjson", table.name)).unwrap().read_to_string(&mut text).unwrap();
        let version = table.columns.iter().position(|column| column == "version");
        let mut rows: Vec<String> = text
            .lines()
            .map(|line| {
                let mut cells: Vec<serde_json::Value> = serde_json::from_str(line).unwrap();
                if let Some(version) = version {
                    cells.remove(version);
                }
                serde_json::to_string(&cells).unwrap()
            })
            .collect();
        rows.sort();
        all.insert(table.name, rows);
    }
    all
}

/// Faults as a person reads them: line, column, key.
pub(crate) fn told(faults: &[LineFault]) -> Vec<(i64, &str, &str)> {
    faults.iter().map(|fault| (fault.line, fault.column.as_str(), fault.message.as_str())).collect()
}
