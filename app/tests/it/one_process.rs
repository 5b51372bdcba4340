//! OPS-04: one process on SQLite; commands beside it.

use relais_kernel::Clock;
use relais_store::{Db, DbOptions, sql};

use super::{http::Browser, served::Home};

#[test]
fn ops_04_a_second_serve_is_refused_with_a_sentence() {
    let home = Home::new("");
    let served = home.serve();
    let sentence = home.fail(&["serve"]);
    assert!(sentence.contains("another relais process has"), "{sentence}");
    assert!(sentence.contains("PostgreSQL"), "{sentence}");
    assert_eq!(Browser::on(&served.base).get("/health").status, 200);
    served.stop();
    home.serve().stop();
}

#[test]
fn ops_04_a_command_says_the_same_beside_a_server_and_alone() {
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    let beside =
        (home.say(&["user", "list"]), home.say(&["audit", "verify"]), home.say(&["audit", "anchor"]));
    let refused = home.fail(&["user", "reset-link", "--email", "nobody@clairlien.example"]);
    let log = served.stop();
    assert!(log.contains("a command came by the socket"), "{log}");
    assert_eq!(beside.0, "ines@clairlien.example  invited    clairlien\n1 accounts\n");
    let alone = (home.say(&["user", "list"]), home.say(&["audit", "verify"]), home.say(&["audit", "anchor"]));
    assert_eq!(beside, alone);
    assert_eq!(refused, home.fail(&["user", "reset-link", "--email", "nobody@clairlien.example"]));
}

#[test]
fn ops_04_the_socket_is_for_its_owner_alone() {
    use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _};
    let home = Home::new("");
    let served = home.serve();
    let metadata = std::fs::metadata(home.path().join("data/relais.db.socket")).unwrap();
    assert!(metadata.file_type().is_socket());
    assert_eq!(metadata.permissions().mode() & 0o777, 0o600);
    let database = std::fs::metadata(home.path().join("data/relais.db")).unwrap();
    assert_eq!(database.permissions().mode() & 0o077, 0);
    served.stop();
    assert!(!home.path().join("data/relais.db.socket").exists());
}

#[test]
fn ops_04_after_a_kill_the_next_one_starts() {
    let home = Home::new("");
    let served = home.serve();
    home.begin("Clairlien", "ines@clairlien.example");
    drop(served);
    assert!(home.path().join("data/relais.db.socket").exists(), "nobody could remove it");
    assert!(home.say(&["user", "list"]).ends_with("1 accounts\n"));
    home.serve().stop();
}

#[test]
fn ops_04_the_worker_lives_in_serve() {
    let sentence = Home::new("").fail(&["worker"]);
    assert!(sentence.contains("the worker lives in `relais serve`"), "{sentence}");
}

#[test]
fn a_command_does_not_make_a_database_by_mistake() {
    let home = Home::new("");
    let sentence = home.fail(&["user", "list"]);
    assert!(sentence.contains("there is no database"), "{sentence}");
    assert!(!home.path().join("data").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_of_a_later_version_is_left_alone() {
    let home = Home::new("");
    home.begin("Clairlien", "ines@clairlien.example");
    let url = format!("sqlite:{}", home.path().join("data/relais.db").display());
    let db = Db::open(&DbOptions::new(url), Clock::system()).await.unwrap();
    let tx = db.begin().await.unwrap();
    sql("insert into schema_ledger (name, hash, laid_at) values ('2099_01_01_network', 'x', 0)")
        .run(&tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    db.close().await.unwrap();
    let sentence = home.fail(&["serve"]);
    assert!(
        sentence.contains("a later version of relais has changed this database (2099_01_01_network)"),
        "{sentence}"
    );
}
