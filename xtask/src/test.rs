//! Every check that a change must pass, in the order in which they fail fastest.

use std::path::Path;

use clap::{Args, ValueEnum};

use crate::breaking::Break;
use crate::install::{self, Need};
use crate::postgres::Server;
use crate::regenerate::Regenerate;
use crate::report::{Report, Totals};
use crate::soak::{Database, Soak};
use crate::tidy;
use crate::workshop::{Outcome, Workshop, run, tee};

/// Run every check, installing what they need: what the continuous integration runs.
///
/// The run stops at the first step that fails and ends with a summary and the test runners' own totals. While you
/// work, --quick (format, lints, tidy, tests on SQLite) or --only are enough.
#[derive(Args)]
pub(crate) struct Test {
    /// Only what answers in a few minutes: fmt, clippy, tidy, build, sqlite
    #[arg(long)]
    quick: bool,
    /// Run this step alone (may be repeated)
    #[arg(long, value_enum, value_name = "STEP")]
    only: Vec<Step>,
    /// Leave this step out, knowingly (may be repeated)
    #[arg(long, value_enum, value_name = "STEP")]
    skip: Vec<Step>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
enum Step {
    /// Find or install PostgreSQL, Chromium, Node.js, a C compiler and cargo-nextest
    Install,
    /// cargo fmt --check
    Fmt,
    /// clippy on everything, warnings refused
    Clippy,
    /// The rules that no compiler knows: `cargo xtask tidy`
    Tidy,
    /// Programs and tests, with the browser's assets
    Build,
    /// All tests on SQLite
    Sqlite,
    /// All tests again on a private PostgreSQL
    Postgres,
    /// Generated documents are what the code would write
    Generated,
    /// Each database guard is missed by a test when it is gone
    Break,
    /// 20 rounds of kills and cuts on both databases
    Faults,
    /// The browser journeys of e2e/ in Chromium
    Browser,
}

const QUICK: [Step; 6] = [Step::Install, Step::Fmt, Step::Clippy, Step::Tidy, Step::Build, Step::Sqlite];

impl Step {
    /// Its name on the command line and its sentence in the help, said once.
    fn words(self) -> (String, String) {
        let value = self.to_possible_value().unwrap_or_default();
        (value.get_name().to_owned(), value.get_help().map(ToString::to_string).unwrap_or_default())
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Clippy | Self::Build => &[Need::CCompiler, Need::Node],
            Self::Sqlite | Self::Break => &[Need::Nextest],
            Self::Postgres | Self::Faults => &[Need::Nextest, Need::Postgres],
            Self::Browser => &[Need::Node, Need::Chromium],
            Self::Install | Self::Fmt | Self::Tidy | Self::Generated => &[],
        }
    }

    fn needs_build(self) -> bool {
        matches!(
            self,
            Self::Sqlite | Self::Postgres | Self::Generated | Self::Break | Self::Faults | Self::Browser
        )
    }

    fn run(self, shop: &Workshop, needs: &[Need], totals: &mut Totals) -> Outcome {
        let nextest = ["nextest", "run", "--workspace"];
        match self {
            Self::Install => install::ensure(shop, needs),
            Self::Fmt => run(shop.cargo(&["fmt", "--all", "--check"])),
            Self::Clippy => {
                run(shop.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
            }
            Self::Tidy => tidy::check(shop),
            Self::Build => shop.build_all(),
            Self::Sqlite => tee(shop.cargo(&nextest), |line| totals.see(line)),
            Self::Postgres => {
                let server = Server::start(shop)?;
                let shop = shop.with("RELAIS_TEST_DATABASE_URL", &server.url);
                tee(shop.cargo(&nextest), |line| totals.see(line))
            }
            Self::Generated => Regenerate { check: true }.run(shop),
            Self::Break => Break::default().run(shop),
            Self::Faults => Soak { rounds: 20, database: Database::Both }.run(shop, |line| totals.see(line)),
            Self::Browser => browser(shop, totals),
        }
    }
}

impl Test {
    pub(crate) fn run(&self, shop: Workshop) -> Outcome {
        // One value for all steps: another would build the assets, and all that stands on them, again.
        let mut shop = shop.with("RELAIS_ASSETS", "required");
        if std::env::var_os("CI").is_some_and(|ci| ci == "true") {
            shop = shop.with("NEXTEST_PROFILE", "ci");
        }
        let steps = self.steps();
        let standing: &[Step] = if steps == [Step::Install] { Step::value_variants() } else { &steps };
        let mut needs: Vec<Need> = Vec::new();
        for need in standing.iter().flat_map(|step| step.needs()) {
            if !needs.contains(need) {
                needs.push(*need);
            }
        }

        let mut report = Report::default();
        let mut failure = None;
        let mut left = steps.iter();
        for step in left.by_ref() {
            let (name, what) = step.words();
            if let Err(error) = report.step(&name, &what, |totals| step.run(&shop, &needs, totals)) {
                println!("{error}");
                failure = Some(format!("the step `{name}` failed"));
                break;
            }
        }
        report.close(left.map(|step| step.words().0));
        failure.map_or(Ok(()), |words| Err(words.into()))
    }

    fn steps(&self) -> Vec<Step> {
        let all = Step::value_variants().iter().copied();
        let chosen = |step: &Step| match (&self.only[..], self.quick) {
            ([], false) => true,
            ([], true) => QUICK.contains(step),
            (only, _) => {
                let build = *step == Step::Build && only.iter().any(|wanted| wanted.needs_build());
                *step == Step::Install || build || only.contains(step)
            }
        };
        all.filter(chosen).filter(|step| !self.skip.contains(step)).collect()
    }
}

fn browser(shop: &Workshop, totals: &mut Totals) -> Outcome {
    let e2e = shop.root.join("e2e");
    if !e2e.join("package-lock.json").is_file() {
        return Err("there are no browser tests: e2e/package-lock.json does not exist".into());
    }
    install_packages(shop, &e2e)?;
    let chromium = install::chromium().ok_or("Chromium is not installed")?;
    let shop = shop.with("RELAIS_BIN", shop.built("debug", "relais")?).with("CHROMIUM", chromium);
    let mut npm = shop.command("npm");
    npm.arg("test").current_dir(&e2e);
    tee(npm, |line| totals.see(line))
}

/// `npm ci`, unless node_modules came from this very lock file.
fn install_packages(shop: &Workshop, e2e: &Path) -> Outcome {
    let (lock, stamp) = (e2e.join("package-lock.json"), e2e.join("node_modules/.installed-lock.json"));
    let wanted = std::fs::read(&lock)?;
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    let mut npm = shop.command("npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(e2e);
    run(npm)?;
    std::fs::create_dir_all(e2e.join("node_modules"))?;
    Ok(std::fs::write(&stamp, wanted)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(quick: bool, only: &[Step], skip: &[Step]) -> Vec<Step> {
        Test { quick, only: only.to_vec(), skip: skip.to_vec() }.steps()
    }

    #[test]
    fn everything_runs_unless_said_otherwise() {
        assert_eq!(steps(false, &[], &[]).len(), Step::value_variants().len());
        assert!(!steps(false, &[], &[Step::Browser]).contains(&Step::Browser));
        assert_eq!(steps(true, &[], &[]), QUICK);
    }

    #[test]
    fn a_step_alone_brings_what_it_stands_on() {
        assert_eq!(steps(false, &[Step::Browser], &[]), [Step::Install, Step::Build, Step::Browser]);
        assert_eq!(steps(false, &[Step::Fmt], &[]), [Step::Install, Step::Fmt]);
        assert_eq!(steps(false, &[Step::Install], &[]), [Step::Install]);
    }
}
