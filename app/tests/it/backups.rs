//! OPS-03: a backup taken while people write gives the same counts elsewhere, and the audit chain verifies.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{Cursor, Read as _, Write as _},
    path::Path,
};

use relais_store::archive::Manifest;
use relais_testkit::TestDb;

use super::{http::Browser, served::Home};

/// Rows by table, as a backup says.
fn counts(file: &Path) -> BTreeMap<String, u64> {
    let mut zip = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let manifest: Manifest = serde_json::from_reader(zip.by_name("manifest.json").unwrap()).unwrap();
    manifest.tables.into_iter().map(|table| (table.name, table.rows)).collect()
}

/// Signs in wrongly and begins organisations while a backup is taken; gives the backup's file.
fn taken_while_writing(home: &Home) -> std::path::PathBuf {
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let file = home.path().join("backup.zip");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            for n in 0..12 {
                home.begin(&format!("Maison {n}"), &format!("admin{n}@maison.example"));
            }
        });
        let browser = scope.spawn(|| {
            let mut browser = Browser::on(&served.base);
            browser.get("/sign-in");
            for n in 0..12 {
                browser.post("/sign-in", &[("email", &format!("{n}@clairlien.example")), ("password", "x")]);
            }
        });
        home.say(&["backup", "--to", file.to_str().unwrap()]);
        writer.join().unwrap();
        browser.join().unwrap();
    });
    let anchors = home.path().join("anchors");
    std::fs::write(&anchors, home.say(&["audit", "anchor"])).unwrap();
    home.say(&["audit", "verify", "--anchors", anchors.to_str().unwrap()]);
    served.stop();
    file
}

/// Restores into another home, and compares everything.
fn restores_into(other: &Home, file: &Path) {
    let said = other.say(&["restore", file.to_str().unwrap()]);
    assert!(said.contains("rows of") && said.contains("The audit log is whole."), "{said}");
    assert!(other.say(&["audit", "verify"]).contains("is whole"));
    let again = other.path().join("again.zip");
    other.say(&["backup", "--to", again.to_str().unwrap()]);
    assert_eq!(counts(&again), counts(file));
    assert!(other.fail(&["restore", file.to_str().unwrap()]).contains("the database is not empty"));
    let served = other.serve();
    assert_eq!(Browser::on(&served.base).get("/health/ready").status, 200);
    served.stop();
}

#[test]
fn ops_03_a_backup_taken_while_writing_comes_back_whole() {
    let home = Home::new("");
    let file = taken_while_writing(&home);
    assert!(counts(&file)["organisation"] >= 1);
    restores_into(&Home::new(""), &file);
}

#[tokio::test(flavor = "multi_thread")]
async fn ops_03_a_backup_of_sqlite_comes_back_on_postgresql_and_the_other_way() {
    if std::env::var("RELAIS_TEST_DATABASE_URL").is_err() {
        eprintln!("RELAIS_TEST_DATABASE_URL is not set: nothing to try");
        return;
    }
    let server = TestDb::new(&[]).await;
    let home = Home::new("");
    let file = taken_while_writing(&home);
    let on_server = Home::on(&server.options().url);
    restores_into(&on_server, &file);
    let back = on_server.path().join("back.zip");
    on_server.say(&["backup", "--to", back.to_str().unwrap()]);
    restores_into(&Home::new(""), &back);
}

/// The same archive with one file's content changed.
fn altered(file: &Path, name: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(File::open(file).unwrap()).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..from.len() {
        let mut entry = from.by_index(index).unwrap();
        let (mut text, own) = (String::new(), entry.name().unwrap().into_owned());
        entry.read_to_string(&mut text).unwrap();
        let text = if own == name { change(text) } else { text };
        to.start_file(own, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(text.as_bytes()).unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn ops_03_a_damaged_backup_leaves_nothing_behind() {
    let home = Home::new("");
    home.begin("Clairlien", "ines@clairlien.example");
    let good = home.path().join("good.zip");
    home.say(&["backup", "--to", good.to_str().unwrap()]);
    let whole = std::fs::read(&good).unwrap();
    let damages = [
        whole[..whole.len() / 2].to_vec(),
        altered(&good, "tables/organisation.ndjson", |text| text.replace("Clairlien", "Clairvoyant")),
        altered(&good, "tables/audit_event.ndjson", |_| String::new()),
        altered(&good, "manifest.json", |text| text.replace("2026_11_21_store", "2099_01_01_store")),
        b"not an archive".to_vec(),
    ];
    let other = Home::new("");
    let bad = home.path().join("bad.zip");
    for damage in damages {
        std::fs::write(&bad, damage).unwrap();
        other.fail(&["restore", bad.to_str().unwrap()]);
    }
    other.say(&["restore", good.to_str().unwrap()]);
}

#[test]
fn sec_10_an_encrypted_backup_needs_its_key() {
    let key = age::x25519::Identity::generate();
    let home = Home::new(&format!("[backup]\nrecipient = \"{}\"\nkeep = 2\n", key.to_public()));
    home.begin("Clairlien", "ines@clairlien.example");
    let said = home.say(&["backup"]);
    let file = said.split(": ").next().unwrap().to_owned();
    assert!(file.ends_with(".zip.age") && said.contains("encrypted"), "{said}");
    let bytes = std::fs::read(&file).unwrap();
    assert!(bytes.starts_with(b"age-encryption.org/v1"));
    assert!(!bytes.windows(13).any(|window| window == b"manifest.json"), "no readable part");
    let keys = home.path().join("key.txt");
    std::fs::write(&keys, secrecy::ExposeSecret::expose_secret(&key.to_string())).unwrap();
    let other = Home::new("");
    assert!(other.fail(&["restore", &file]).contains("is encrypted: give --identity"));
    let wrong = home.path().join("wrong.txt");
    let stranger = age::x25519::Identity::generate();
    std::fs::write(&wrong, secrecy::ExposeSecret::expose_secret(&stranger.to_string())).unwrap();
    assert!(
        other
            .fail(&["restore", "--identity", wrong.to_str().unwrap(), &file])
            .contains("cannot be decrypted")
    );
    let said = other.say(&["restore", "--identity", keys.to_str().unwrap(), &file]);
    assert!(said.contains("The audit log is whole."), "{said}");
    let left: Vec<_> = std::fs::read_dir(home.path().join("data/backups")).unwrap().flatten().collect();
    assert_eq!(left.len(), 1, "no draft is left: {left:?}");
}

#[test]
fn ops_03_a_backup_replaces_nothing() {
    let home = Home::new("");
    home.begin("Clairlien", "ines@clairlien.example");
    let file = home.path().join("mine.txt");
    std::fs::write(&file, "mine").unwrap();
    assert!(home.fail(&["backup", "--to", file.to_str().unwrap()]).contains("is there already"));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
    let served = home.serve();
    assert!(home.fail(&["restore", file.to_str().unwrap()]).contains("another relais process has"));
    served.stop();
}
