//! What the tests need from the machine: found where it is, installed where that is allowed, named otherwise.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::workshop::{Outcome, Workshop, output, run};

/// Used when cargo-nextest is absent; any other recent version serves as well.
const NEXTEST: &str = "0.9.143";
const MUTANTS: &str = "27.0.0";
const OLDEST_POSTGRES: u32 = 15;
const OLDEST_NODE: u32 = 20;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Need {
    CCompiler,
    Node,
    Postgres,
    Chromium,
    Nextest,
    Mutants,
}

impl Need {
    fn present(self) -> bool {
        match self {
            Self::CCompiler => c_compiler().is_some(),
            Self::Node => {
                node_version().is_some_and(|major| major >= OLDEST_NODE) && in_path("npm").is_some()
            }
            Self::Postgres => postgres_programs().is_some(),
            Self::Chromium => chromium().is_some(),
            Self::Nextest => in_path("cargo-nextest").is_some(),
            Self::Mutants => in_path("cargo-mutants").is_some(),
        }
    }

    pub(crate) fn what(self) -> String {
        match self {
            Self::CCompiler => "a C compiler (cc): SQLite is compiled with the server".into(),
            Self::Node => format!("Node.js {OLDEST_NODE} or newer, with npm: it bundles styles and scripts"),
            Self::Postgres => format!("a PostgreSQL server {OLDEST_POSTGRES} or newer (initdb, postgres)"),
            Self::Chromium => "Chromium, for the browser tests".into(),
            Self::Nextest => "cargo-nextest, the test runner".into(),
            Self::Mutants => "cargo-mutants, which takes rules out of the code".into(),
        }
    }

    /// Debian's name for it; Ubuntu's differs for the browser.
    fn packages(self, ubuntu: bool) -> &'static [&'static str] {
        match self {
            Self::CCompiler => &["gcc", "libc6-dev"],
            Self::Node => &["nodejs", "npm"],
            Self::Postgres => &["postgresql"],
            Self::Chromium if ubuntu => &["chromium-browser"],
            Self::Chromium => &["chromium"],
            Self::Nextest | Self::Mutants => &[],
        }
    }

    fn crate_and_version(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Nextest => Some(("cargo-nextest", NEXTEST)),
            Self::Mutants => Some(("cargo-mutants", MUTANTS)),
            _ => None,
        }
    }

    /// What to do by hand where we may not, or where the distribution's package is too old.
    fn by_hand(self) -> String {
        if let Some((name, version)) = self.crate_and_version() {
            return format!("cargo install --locked {name} --version {version}");
        }
        let old = match self {
            Self::Node => "  (older than 20 there? https://nodejs.org/en/download)",
            Self::Postgres => "  (older than 15 there? https://www.postgresql.org/download/)",
            _ => "",
        };
        format!("apt-get install {}{old}", self.packages(ubuntu()).join(" "))
    }
}

/// Installs what is missing of `needs`; says what is there, what it does, and what it could not do.
pub(crate) fn ensure(shop: &Workshop, needs: &[Need]) -> Outcome {
    let missing: Vec<Need> = needs.iter().copied().filter(|need| !need.present()).collect();
    if missing.is_empty() {
        println!("nothing is missing");
        return Ok(());
    }
    for need in &missing {
        println!("missing: {}", need.what());
    }
    let packages: Vec<&str> = missing.iter().flat_map(|need| need.packages(ubuntu())).copied().collect();
    if let (false, Some(root)) = (packages.is_empty(), way_to_root(shop)) {
        println!("installing with apt-get: {}", packages.join(" "));
        let install = ["install", "--yes", "--quiet", "--no-install-recommends"];
        run(apt(shop, root, &["update", "--quiet"])).unwrap_or_else(|error| println!("{error}"));
        run(apt(shop, root, &[&install[..], &packages[..]].concat()))
            .unwrap_or_else(|error| println!("{error}"));
    }
    for (name, version) in missing.iter().filter_map(|need| need.crate_and_version()) {
        println!("installing with cargo: {name} {version}");
        run(shop.cargo(&["install", "--locked", name, "--version", version]))
            .unwrap_or_else(|error| println!("{error}"));
    }
    // One failure must not hide the rest: what counts is what is there now.
    absent(needs).map_or(Ok(()), |lines| Err(format!("please install, then run this again:\n{lines}").into()))
}

/// Without touching the machine: what is absent, and how to get it.
pub(crate) fn absent(needs: &[Need]) -> Option<String> {
    let lines: Vec<String> = needs
        .iter()
        .filter(|need| !need.present())
        .map(|need| format!("  {}\n      {}", need.what(), need.by_hand()))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// How to become root: already are (empty), or a `sudo` that asks for no password.
fn way_to_root(shop: &Workshop) -> Option<&'static [&'static str]> {
    in_path("apt-get")?;
    if rustix::process::geteuid().is_root() {
        return Some(&[]);
    }
    let mut sudo = shop.command("sudo");
    sudo.args(["-n", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    sudo.status().is_ok_and(|status| status.success()).then_some(&["sudo", "-n"])
}

fn apt(shop: &Workshop, root: &[&str], arguments: &[&str]) -> Command {
    let words = [root, &["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"], arguments].concat();
    let mut command = shop.command(words[0]);
    command.args(&words[1..]);
    command
}

/// The folder of the newest PostgreSQL server that is new enough.
pub(crate) fn postgres_programs() -> Option<PathBuf> {
    let debian = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut places: Vec<PathBuf> = debian.map(|version| version.path().join("bin")).collect();
    places.extend(in_path("initdb").and_then(|path| Some(path.canonicalize().ok()?.parent()?.to_path_buf())));
    places
        .into_iter()
        .filter(|place| place.join("initdb").is_file() && place.join("postgres").is_file())
        .filter_map(|place| Some((version_of(&place.join("postgres"))?, place)))
        .filter(|(version, _)| *version >= OLDEST_POSTGRES)
        .max()
        .map(|(_, place)| place)
}

pub(crate) fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from).filter(|path| path.is_file());
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    named.or_else(|| names.iter().find_map(|name| in_path(name)))
}

fn c_compiler() -> Option<PathBuf> {
    let named = std::env::var("CC").ok();
    named.as_deref().into_iter().chain(["cc", "gcc", "clang"]).find_map(in_path)
}

pub(crate) fn node_version() -> Option<u32> {
    version_of(&in_path("node")?)
}

/// The first number of `program --version`: `v20.20.2`, `postgres (PostgreSQL) 15.18 (Debian …)`.
fn version_of(program: &Path) -> Option<u32> {
    let mut command = Command::new(program);
    command.arg("--version").stdin(Stdio::null());
    major(&output(command).ok()?)
}

fn major(words: &str) -> Option<u32> {
    let start = words.find(|c: char| c.is_ascii_digit())?;
    words[start..].split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

fn in_path(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    // cargo install's folder counts also where the shell does not know it yet.
    let cargo = std::env::home_dir().map(|home| home.join(".cargo/bin"));
    std::env::split_paths(&path).chain(cargo).map(|folder| folder.join(name)).find(|path| path.is_file())
}

fn ubuntu() -> bool {
    std::fs::read_to_string("/etc/os-release")
        .is_ok_and(|words| words.lines().any(|line| line == "ID=ubuntu"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn major_versions_are_read_from_any_boast() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("postgres (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)"), Some(15));
        assert_eq!(major("unknown"), None);
    }

    #[test]
    fn every_need_says_what_to_type() {
        for need in
            [Need::CCompiler, Need::Node, Need::Postgres, Need::Chromium, Need::Nextest, Need::Mutants]
        {
            assert!(need.by_hand().contains(" install "), "{need:?}");
        }
        assert_eq!(Need::Chromium.packages(true), ["chromium-browser"]);
    }
}
