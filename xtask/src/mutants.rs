//! Takes rules out of the Rust code itself, by cargo-mutants, in the modules that hold rules.

use std::path::Path;

use crate::install::{self, Need};
use crate::survivors::Allowed;
use crate::workshop::{Outcome, Workshop, output};

/// One path a line, from the root; `#` begins a remark.
const MODULES: &str = "xtask/rule-modules.txt";
/// One mutant a line, as cargo-mutants writes it without line and column, then ` # ` and the reason.
const SURVIVORS: &str = "xtask/mutants-survivors.txt";

pub(crate) fn run_over_rules(shop: &Workshop, base: Option<&str>) -> Outcome {
    let allowed = Allowed::read(&shop.root, SURVIVORS, " # ")?;
    let modules = modules(shop, base)?;
    if modules.is_empty() {
        println!("no rule module changed: nothing to break");
        return Ok(());
    }
    install::ensure(shop, &[Need::Mutants, Need::Nextest])?;
    let folder = shop.metadata()?.target_directory.join("xtask");
    std::fs::create_dir_all(&folder)?;
    let mut mutants = shop.cargo(&["mutants", "--workspace", "--test-tool", "nextest", "--baseline", "run"]);
    // A busy machine must not pass for a test that noticed.
    mutants.args(["--minimum-test-timeout", "120"]);
    mutants.arg("--output").arg(&folder);
    for module in &modules {
        mutants.args(["--file", module]);
    }
    // A rule has a test that names it: long random schedules, which notice late, are left to the other runs.
    mutants.args(["--", "-E", "not test(/^random::/)"]);
    let status = mutants.status()?;
    // 0: all caught; 2: some missed; 3: some timed out, which counts as caught by the clock
    if !matches!(status.code(), Some(0 | 2 | 3)) {
        return Err(format!("cargo-mutants ended with {status}").into());
    }
    let list = |name: &str| -> Vec<String> {
        let text = std::fs::read_to_string(folder.join("mutants.out").join(name)).unwrap_or_default();
        text.lines().map(without_place).collect()
    };
    let survived = list("missed.txt");
    let tried = [survived.clone(), list("caught.txt"), list("timeout.txt"), list("unviable.txt")].concat();
    if tried.is_empty() {
        return Err(format!("cargo-mutants found nothing to break in {}", modules.join(", ")).into());
    }
    for mutant in &survived {
        println!("{mutant}  {}", allowed.reason(mutant).unwrap_or("NOT NOTICED"));
    }
    println!("{} mutants, {} not noticed", tried.len(), survived.len());
    let wrong = allowed.judge(&survived, &tried, base.is_none());
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

fn modules(shop: &Workshop, base: Option<&str>) -> Outcome<Vec<String>> {
    let text =
        std::fs::read_to_string(shop.root.join(MODULES)).map_err(|error| format!("{MODULES}: {error}"))?;
    let listed = text.lines().map(|line| line.split('#').next().unwrap_or_default().trim());
    let mut modules: Vec<String> = listed.filter(|line| !line.is_empty()).map(str::to_owned).collect();
    if let Some(gone) = modules.iter().find(|module| !Path::new(&shop.root).join(module).is_file()) {
        return Err(format!("{MODULES}: {gone} does not exist").into());
    }
    if let Some(base) = base {
        let mut git = shop.command("git");
        git.args(["diff", "--name-only", base]);
        let changed = output(git)?;
        modules.retain(|module| changed.lines().any(|line| line == module));
    }
    Ok(modules)
}

/// `a/b.rs:12:5: replace …` without the numbers, which move with every edit.
fn without_place(line: &str) -> String {
    let mut parts = line.splitn(4, ':');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(file), Some(_), Some(_), Some(what)) => format!("{file}:{what}"),
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mutant_keeps_its_name_when_lines_move() {
        let line = "app/src/a.rs:12:5: replace a::b -> bool with true";
        assert_eq!(without_place(line), "app/src/a.rs: replace a::b -> bool with true");
    }
}
