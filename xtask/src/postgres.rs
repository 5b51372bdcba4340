//! A private PostgreSQL: made in a temporary folder, gone whatever happens to us.
//!
//! A small shell, the *keeper*, is the server's parent. It reads a pipe whose other end only we hold: when we
//! finish, fail, are interrupted or killed, the pipe closes, and the keeper stops the server and removes the
//! folder. So no signal handler is needed, and `kill -9` leaves nothing behind either.

use std::io::Read;
use std::net::TcpListener;
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use clap::Args;

use crate::install;
use crate::workshop::{Outcome, Workshop, output};

/// Start a private PostgreSQL, print its address, and keep it until Ctrl-C.
///
/// The server lives in a temporary folder with every safety switched off for speed, and takes its data with it.
/// In another terminal: `RELAIS_TEST_DATABASE_URL=<the address> cargo nextest run`.
#[derive(Args)]
pub(crate) struct Postgres {}

impl Postgres {
    pub(crate) fn run(&self, shop: &Workshop) -> Outcome {
        let mut server = Server::start(shop)?;
        println!("{}", server.url);
        eprintln!("A private PostgreSQL is running; Ctrl-C stops it and removes its data.");
        server.keeper.wait()?;
        Err("the private PostgreSQL stopped by itself".into())
    }
}

pub(crate) struct Server {
    pub(crate) url: String,
    keeper: Child,
    /// Our end of the keeper's pipe, held apart because waiting for a child closes the one it holds.
    lifeline: Option<ChildStdin>,
}

/// Whether what is committed must be on the disk: tests do without, benches would lie without.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flush {
    Never,
    EachCommit,
}

/// `$1` programs, `$2` folder, `$3` port, `$4` whether commits are flushed (on, off). The keeper itself heeds no signal: only the closing pipe ends it.
const KEEPER: &str = r#"
trap '' INT TERM HUP
"$1/postgres" -D "$2/data" -p "$3" -h 127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
    -c fsync="$4" -c full_page_writes="$4" -c synchronous_commit="$4" >"$2/log" 2>&1 &
while read -r _; do :; done
kill -QUIT $! 2>/dev/null
wait $!
rm -rf "$2"
"#;

impl Server {
    pub(crate) fn start(shop: &Workshop) -> Outcome<Self> {
        Self::start_with(shop, Flush::Never)
    }

    pub(crate) fn start_with(shop: &Workshop, flush: Flush) -> Outcome<Self> {
        let programs = install::postgres_programs().ok_or(
            "PostgreSQL 15 or newer is not installed: `cargo xtask test --only install` says what to do",
        )?;
        let account = Account::unprivileged()?;
        let dir =
            std::env::temp_dir().join(format!("relais-postgres-{}-{}", std::process::id(), free_port()?));
        std::fs::create_dir(&dir)?;
        let started = Self::start_in(shop, &dir, &programs, account.as_ref(), flush);
        if started.is_err() {
            // Where the keeper lived it removes the folder as well; whoever comes second finds nothing.
            let _ = std::fs::remove_dir_all(&dir);
        }
        started
    }

    fn start_in(
        shop: &Workshop,
        dir: &Path,
        programs: &Path,
        account: Option<&Account>,
        flush: Flush,
    ) -> Outcome<Self> {
        std::fs::set_permissions(dir, std::fs::Permissions::from_mode(0o700))?;
        let password = random_word()?;
        std::fs::write(dir.join("password"), &password)?;
        if let Some(account) = account {
            chown(dir, Some(account.uid), Some(account.gid))?;
            chown(dir.join("password"), Some(account.uid), Some(account.gid))?;
        }
        let mut initdb = as_account(shop.command(programs.join("initdb")), account);
        initdb.arg("-D").arg(dir.join("data")).arg("--pwfile").arg(dir.join("password")).current_dir("/");
        // Plain passwords: they cross no network, and scram would cost each of thousands of connections 4,096 hashes.
        output({
            initdb.args([
                "--username=relais",
                "--auth=password",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ]);
            initdb
        })?;

        let port = free_port()?;
        let mut keeper = as_account(shop.command("sh"), account);
        keeper.args(["-c", KEEPER, "keeper"]).arg(programs).arg(dir).arg(port.to_string());
        keeper.arg(if flush == Flush::EachCommit { "on" } else { "off" });
        keeper
            .current_dir("/")
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let url = format!("postgres://relais:{password}@127.0.0.1:{port}/postgres");
        let mut keeper = keeper.spawn()?;
        let server = Self { url, lifeline: keeper.stdin.take(), keeper };
        wait_until_ready(dir)?;
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.lifeline.take());
        let _ = self.keeper.wait();
    }
}

/// The last line of `postmaster.pid` says `ready` once connections are taken.
fn wait_until_ready(dir: &Path) -> Outcome {
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(60) {
        let state = std::fs::read_to_string(dir.join("data/postmaster.pid")).unwrap_or_default();
        if state.lines().last().is_some_and(|line| line.trim() == "ready") {
            return Ok(());
        }
        if std::fs::read_to_string(dir.join("log")).is_ok_and(|log| log.contains("FATAL")) {
            break;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let log = std::fs::read_to_string(dir.join("log")).unwrap_or_default();
    Err(format!("the private PostgreSQL did not start:\n{log}").into())
}

/// PostgreSQL refuses to run as root; `postgres` comes with Debian's package, `nobody` is everywhere.
struct Account {
    uid: u32,
    gid: u32,
}

impl Account {
    fn unprivileged() -> Outcome<Option<Self>> {
        if !rustix::process::geteuid().is_root() {
            return Ok(None);
        }
        let accounts = std::fs::read_to_string("/etc/passwd")?;
        let found = ["postgres", "nobody"].iter().find_map(|name| Self::named(&accounts, name));
        found
            .map(Some)
            .ok_or_else(|| "PostgreSQL refuses root, and there is no `postgres` or `nobody` account".into())
    }

    fn named(accounts: &str, name: &str) -> Option<Self> {
        let line = accounts.lines().find(|line| line.split(':').next() == Some(name))?;
        let mut fields = line.split(':').skip(2);
        Some(Self { uid: fields.next()?.parse().ok()?, gid: fields.next()?.parse().ok()? })
    }
}

fn as_account(mut command: Command, account: Option<&Account>) -> Command {
    if let Some(account) = account {
        command.uid(account.uid).gid(account.gid);
    }
    command
}

fn free_port() -> Outcome<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

fn random_word() -> Outcome<String> {
    let mut bytes = [0; 16];
    std::fs::File::open(PathBuf::from("/dev/urandom"))?.read_exact(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accounts_are_read_by_whole_name() {
        let accounts = "root:x:0:0::/:\npostgresql:x:7:8::/:\npostgres:x:101:104:,,,:/var:/bin/sh\n";
        let account = Account::named(accounts, "postgres").unwrap();
        assert_eq!((account.uid, account.gid), (101, 104));
        assert!(Account::named(accounts, "nobody").is_none());
    }

    #[test]
    fn the_private_server_answers_and_leaves_nothing_behind() {
        if install::postgres_programs().is_none() {
            eprintln!("PostgreSQL is not installed here: nothing to try");
            return;
        }
        let before = Instant::now();
        let server = Server::start(&Workshop::open().unwrap()).unwrap();
        let port: u16 = server.url.split([':', '/']).nth(5).unwrap().parse().unwrap();
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(server);
        assert!(std::net::TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(before.elapsed() < Duration::from_secs(60));
        let mine = format!("relais-postgres-{}-", std::process::id());
        let names = std::fs::read_dir(std::env::temp_dir()).unwrap().flatten().map(|entry| entry.file_name());
        assert!(!names.into_iter().any(|name| name.to_string_lossy().starts_with(&mine)));
    }
}
