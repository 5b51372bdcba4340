//! SEC-10: the key of what is sealed lives beside the database, is in no backup, and is never replaced by another.

use std::{os::unix::fs::PermissionsExt as _, path::PathBuf};

use relais_contact::{Address, GivenName, Phone, Typed, find_or_add};
use relais_kernel::{Clock, Locale, OrgId};
use relais_store::{Db, DbOptions, Vault, sql};
use relais_testkit::builders::today;

use crate::served::Home;

fn key(home: &Home) -> PathBuf {
    home.path().join("data/relais.key")
}

/// Somebody becomes a contact, as a page would have it.
async fn a_contact(home: &Home) {
    let text = std::fs::read_to_string(key(home)).unwrap();
    let mut bytes = [0; 32];
    hex::decode_to_slice(text.trim_end(), &mut bytes).unwrap();
    let url = format!("sqlite:{}", home.path().join("data/relais.db").display());
    let options = DbOptions { vault: Some(Vault::new(bytes)), ..DbOptions::new(url) };
    let db = Db::open(&options, Clock::system()).await.unwrap();
    let org: OrgId = sql("select id from organisation").value(&db).await.unwrap().unwrap();
    let tx = db.org(org).begin().await.unwrap();
    let typed = Typed {
        given_name: Some(GivenName::read("Inès").unwrap()),
        address: Address::Phone(Phone::read("06 12 34 56 78").unwrap()),
        email: None,
        locale: Locale::Fr,
    };
    find_or_add(&tx, &typed, today()).await.unwrap();
    tx.commit().await.unwrap();
    db.close().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_10_a_key_is_made_once_for_its_owner_alone() {
    let home = Home::new("");
    assert!(home.say(&["check-config"]).contains("will be made at the first start"));
    assert!(!key(&home).exists());
    home.begin("Clairlien", "ines@clairlien.example");
    let made = std::fs::read_to_string(key(&home)).unwrap();
    assert!(made.len() == 65 && made.ends_with('\n') && hex::decode(made.trim_end()).is_ok());
    assert_eq!(key(&home).metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let shown = home.say(&["check-config"]);
    assert!(
        shown.contains("relais.key; keep a copy elsewhere") && !shown.contains(made.trim_end()),
        "{shown}"
    );
    home.serve().stop();
    assert_eq!(std::fs::read_to_string(key(&home)).unwrap(), made);
    let log = std::fs::read_to_string(home.path().join("serve.log")).unwrap();
    assert!(!log.contains(made.trim_end()));
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_10_what_was_sealed_needs_its_own_key_and_a_sentence_says_so() {
    let home = Home::new("");
    home.begin("Clairlien", "ines@clairlien.example");
    let made = std::fs::read(key(&home)).unwrap();
    // As long as nothing is sealed, a new key does as well.
    std::fs::remove_file(key(&home)).unwrap();
    home.serve().stop();
    assert_ne!(std::fs::read(key(&home)).unwrap(), made);
    a_contact(&home).await;
    let own = std::fs::read(key(&home)).unwrap();
    home.serve().stop();
    for (other, sentence) in [
        (None, "relais.key is missing"),
        (Some(made.as_slice()), "is not the key of this database"),
        (Some(b"hush\n".as_slice()), "holds no key"),
    ] {
        match other {
            Some(bytes) => std::fs::write(key(&home), bytes).unwrap(),
            None => std::fs::remove_file(key(&home)).unwrap(),
        }
        for command in [["serve"].as_slice(), &["backup"], &["check-config"]] {
            let output = home.run(command);
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            assert!(!output.status.success() && said.contains(sentence), "{command:?}: {said}");
            assert!(said.contains("key_file") && !said.contains("hush"), "{said}");
        }
        assert_eq!(std::fs::read(key(&home)).ok().as_deref(), other, "no key is made nor changed");
    }
    std::fs::write(key(&home), own).unwrap();
    home.serve().stop();
}

#[tokio::test(flavor = "multi_thread")]
async fn sec_10_a_backup_holds_no_key_and_a_restore_says_which_one_it_needs() {
    let (home, other) = (Home::new(""), Home::new(""));
    home.begin("Clairlien", "ines@clairlien.example");
    a_contact(&home).await;
    let file = home.path().join("all.zip");
    home.say(&["backup", "--to", file.to_str().unwrap()]);
    let own = std::fs::read_to_string(key(&home)).unwrap();
    let mut zip = zip::ZipArchive::new(std::fs::File::open(&file).unwrap()).unwrap();
    for n in 0..zip.len() {
        let mut text = String::new();
        std::io::Read::read_to_string(&mut zip.by_index(n).unwrap(), &mut text).unwrap();
        for secret in [own.trim_end(), "612345678"] {
            assert!(!text.contains(secret), "{n}");
        }
    }
    let said = other.say(&["restore", file.to_str().unwrap()]);
    assert!(said.contains("put the key of the instance that wrote this backup"), "{said}");
    assert!(!key(&other).exists());
    assert!(other.fail(&["serve"]).contains("is missing"));
    std::fs::write(key(&other), own).unwrap();
    other.serve().stop();
    // With the key in its place first, nothing more is said.
    let third = Home::new("");
    std::fs::create_dir(third.path().join("data")).unwrap();
    std::fs::copy(key(&home), key(&third)).unwrap();
    assert!(!third.say(&["restore", file.to_str().unwrap()]).contains("put the key"));
    third.serve().stop();
}
