//! Takes each database guard away in turn and expects a test to notice.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Instant;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use crate::mentions::{Mentions, TestFn, scan};
use crate::mutants;
use crate::report::clock;
use crate::survivors::Allowed;
use crate::tidy::tree::Tree;
use crate::workshop::{Outcome, Workshop, output, run, without_colours};

const SURVIVORS: &str = "xtask/break-survivors.txt";

/// Take rules away, one at a time, and fail when no test notices.
///
/// The database guards (triggers, named checks, unique indexes, foreign keys) are dropped without building anything
/// again: RELAIS_BREAK names the guard that the tests' schema leaves out. Only tests that name the guard between
/// quotes are run. What no test can notice stands in xtask/break-survivors.txt, with its reason.
#[derive(Args, Default)]
pub(crate) struct Break {
    /// This guard only (may be repeated)
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Break the Rust code of the rule modules instead, with cargo-mutants (slow)
    #[arg(long)]
    code: bool,
    /// With --code: only rule modules changed since this revision
    #[arg(long, value_name = "REV", requires = "code")]
    base: Option<String>,
}

impl Break {
    pub(crate) fn run(&self, shop: &Workshop) -> Outcome {
        if self.code { mutants::run_over_rules(shop, self.base.as_deref()) } else { self.guards(shop) }
    }

    fn guards(&self, shop: &Workshop) -> Outcome {
        let allowed = Allowed::read(&shop.root, SURVIVORS, ": ")?;
        shop.build_all()?;
        let known = guards(shop)?;
        if let Some(name) = self.only.iter().find(|name| !known.contains(*name)) {
            return Err(format!("there is no guard `{name}`; `relais guards` lists them").into());
        }
        let tried: BTreeSet<String> =
            if self.only.is_empty() { known.clone() } else { self.only.iter().cloned().collect() };
        let mentions = mentions(shop, &tried)?;
        let runner = Runner::prepare(shop)?;
        runner.baseline(&mentions)?;

        let start = Instant::now();
        let bar = ProgressBar::new(tried.len() as u64);
        bar.set_style(ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")?);
        let mut verdicts = BTreeMap::new();
        for guard in &tried {
            bar.set_message(guard.clone());
            let tests = mentions.get(guard).filter(|tests| !tests.is_empty());
            verdicts.insert(
                guard.clone(),
                tests.map_or(Ok(Verdict::read("")), |tests| runner.without(guard, tests))?,
            );
            bar.inc(1);
        }
        bar.finish_and_clear();

        let survived: Vec<String> = verdicts
            .iter()
            .filter(|(_, verdict)| verdict.caught_by.is_none())
            .map(|(name, _)| name.clone())
            .collect();
        print_table(&verdicts, &allowed);
        println!(
            "{} guards, {} caught, {}",
            tried.len(),
            tried.len() - survived.len(),
            clock(start.elapsed())
        );
        let tried: Vec<String> = tried.into_iter().collect();
        let wrong = allowed.judge(&survived, &tried, self.only.is_empty());
        if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
    }
}

fn guards(shop: &Workshop) -> Outcome<BTreeSet<String>> {
    let mut relais = shop.command(shop.built("debug", "relais")?);
    relais.arg("guards");
    let names: BTreeSet<String> = output(relais)?.split_whitespace().map(str::to_owned).collect();
    if names.is_empty() { Err("`relais guards` printed no guard".into()) } else { Ok(names) }
}

fn mentions(shop: &Workshop, names: &BTreeSet<String>) -> Outcome<Mentions> {
    let metadata = shop.metadata()?;
    let mut packages: Vec<(&Path, &str)> = Vec::new();
    for package in metadata.workspace_packages() {
        let home = package.manifest_path.parent().map(|path| path.as_std_path().strip_prefix(&shop.root));
        packages.extend(home.and_then(Result::ok).map(|home| (home, package.name.as_str())));
    }
    let mut found = Mentions::new();
    for (path, text) in Tree::read(&shop.root)?.ending(".rs").filter(|(path, _)| !path.starts_with("xtask/"))
    {
        let inside = packages.iter().filter(|(home, _)| Path::new(path).starts_with(home));
        if let Some((_, package)) = inside.max_by_key(|(home, _)| home.components().count()) {
            scan(package, text, names, &mut found);
        }
    }
    Ok(found)
}

/// Runs built tests without asking cargo each time: nextest is given what cargo would say.
struct Runner {
    shop: Workshop,
    binaries: String,
    metadata: String,
}

impl Runner {
    fn prepare(shop: &Workshop) -> Outcome<Self> {
        let folder = shop.metadata()?.target_directory.join("xtask");
        std::fs::create_dir_all(&folder)?;
        let list =
            ["nextest", "list", "--workspace", "--list-type", "binaries-only", "--message-format", "json"];
        let (binaries, metadata) = (folder.join("binaries.json"), folder.join("metadata.json"));
        std::fs::write(&binaries, output(shop.cargo(&list))?)?;
        let cargo = shop.cargo(&["metadata", "--format-version", "1", "--all-features", "--no-deps"]);
        std::fs::write(&metadata, output(cargo)?)?;
        Ok(Self { shop: shop.clone(), binaries: binaries.into_string(), metadata: metadata.into_string() })
    }

    fn nextest(&self, shop: &Workshop, tests: &BTreeSet<&TestFn>, failures: &str) -> std::process::Command {
        let filter: Vec<String> = tests.iter().map(|test| test.filter()).collect();
        let mut command = shop.command("cargo");
        command.args([
            "nextest",
            "run",
            "--binaries-metadata",
            &self.binaries,
            "--cargo-metadata",
            &self.metadata,
        ]);
        command.args([
            "--profile",
            "default",
            "--color",
            "never",
            "--hide-progress-bar",
            "--status-level",
            "fail",
        ]);
        command.args([
            "--final-status-level",
            "none",
            "--failure-output",
            failures,
            "--success-output",
            "never",
        ]);
        command.args(["-E", &filter.join(" | ")]);
        command
    }

    /// With every guard in place the tests must pass, or failures would prove nothing.
    fn baseline(&self, mentions: &Mentions) -> Outcome {
        let all: BTreeSet<&TestFn> = mentions.values().flatten().collect();
        if all.is_empty() {
            return Ok(());
        }
        println!("first with every guard in place: {} tests name one", all.len());
        run(self.nextest(&self.shop, &all, "immediate"))
            .map_err(|error| format!("a test fails although every guard is in place: {error}").into())
    }

    fn without(&self, guard: &str, tests: &BTreeSet<TestFn>) -> Outcome<Verdict> {
        let shop = self.shop.with("RELAIS_BREAK", guard);
        let ended = self.nextest(&shop, &tests.iter().collect(), "never").output()?;
        let words = String::from_utf8_lossy(&ended.stderr);
        match ended.status.code() {
            // 0: all passed; 100: a test failed; 4: no test matched
            Some(0 | 4 | 100) => Ok(Verdict::read(&words)),
            _ => {
                Err(format!("nextest ended with {} while `{guard}` was away:\n{words}", ended.status).into())
            }
        }
    }
}

struct Verdict {
    tests: String,
    caught_by: Option<String>,
}

impl Verdict {
    fn read(words: &str) -> Self {
        let lines: Vec<String> = words.lines().map(|line| without_colours(line).trim().to_owned()).collect();
        let summary = lines.iter().find(|line| line.starts_with("Summary ["));
        let tests =
            summary.and_then(|line| line.split("] ").nth(1)?.split(' ').find(|word| !word.is_empty()));
        Self {
            tests: tests.unwrap_or("0").to_owned(),
            caught_by: lines.iter().find_map(|line| failed_test(line)),
        }
    }
}

/// `FAIL [   0.004s] (1/3) relais-home::it story::name` gives the last two words.
fn failed_test(line: &str) -> Option<String> {
    let bad = ["FAIL", "TIMEOUT", "SIG", "ABORT", "LEAK-FAIL"].iter().any(|word| line.starts_with(word));
    let (_, rest) = line.split_once("] ").filter(|_| bad)?;
    let words: Vec<&str> = rest.rsplitn(3, ' ').take(2).collect();
    Some(words.into_iter().rev().collect::<Vec<_>>().join(" "))
}

fn print_table(verdicts: &BTreeMap<String, Verdict>, allowed: &Allowed) {
    let width = verdicts.keys().map(String::len).max().unwrap_or(0);
    println!("{:width$}  {:>9}  caught by", "guard", "tests run");
    for (guard, verdict) in verdicts {
        let excuse = || allowed.reason(guard).map(|reason| format!("nothing, allowed: {reason}"));
        let caught = verdict.caught_by.clone().or_else(excuse).unwrap_or_else(|| "NOTHING".into());
        println!("{guard:width$}  {:>9}  {caught}", verdict.tests);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verdict_names_the_first_test_that_failed() {
        let words = "   FAIL [   0.004s] (1/3) relais-home::it story::name\n   Summary [   0.010s] 1/3 tests run: 0 passed, 1 failed\n";
        let verdict = Verdict::read(words);
        assert_eq!(verdict.caught_by.as_deref(), Some("relais-home::it story::name"));
        assert_eq!(verdict.tests, "1/3");
    }

    #[test]
    fn a_pass_catches_nothing() {
        let verdict = Verdict::read("   Summary [   0.010s] 2 tests run: 2 passed, 0 skipped\n");
        assert!(verdict.caught_by.is_none());
        assert_eq!(verdict.tests, "2");
    }
}
