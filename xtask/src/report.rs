//! What a long run says while it goes and at its end: headings, times, and the test runners' own totals.

use std::time::{Duration, Instant};

use crate::workshop::Outcome;

#[derive(Default)]
pub(crate) struct Report {
    steps: Vec<(String, Duration, bool)>,
    totals: Vec<String>,
}

impl Report {
    /// Runs one step under a heading. `Err` holds the step's own words.
    pub(crate) fn step(
        &mut self,
        name: &str,
        what: &str,
        work: impl FnOnce(&mut Totals) -> Outcome,
    ) -> Outcome {
        println!("\n━━ {name}: {what}");
        let (start, mut totals) = (Instant::now(), Totals(Vec::new()));
        let result = work(&mut totals);
        let time = start.elapsed();
        println!("━━ {name} {} after {}", if result.is_ok() { "done" } else { "FAILED" }, clock(time));
        self.steps.push((name.to_owned(), time, result.is_ok()));
        self.totals.extend(totals.0.into_iter().map(|line| format!("{name:9} {line}")));
        result
    }

    /// The last lines of the run. The totals come last of all, where people and programs look for them.
    pub(crate) fn close(&self, not_run: impl Iterator<Item = String>) {
        println!("\n━━ summary");
        for (name, time, fine) in &self.steps {
            println!("{name:9} {:>8}  {}", clock(*time), if *fine { "ok" } else { "FAILED" });
        }
        for name in not_run {
            println!("{name:9} {:>8}  not run", "");
        }
        let all: Duration = self.steps.iter().map(|(_, time, _)| *time).sum();
        println!("{:9} {:>8}", "all", clock(all));
        for line in &self.totals {
            println!("{line}");
        }
    }
}

/// The lines in which nextest and node count their tests, kept as they pass by.
pub(crate) struct Totals(Vec<String>);

impl Totals {
    pub(crate) fn see(&mut self, line: &str) {
        let line = line.trim();
        if is_total(line) {
            self.0.push(line.to_owned());
        }
    }
}

fn is_total(line: &str) -> bool {
    if line.starts_with("Summary [") {
        return true;
    }
    // node --test: `ℹ pass 12` (spec) or `# pass 12` (tap)
    let Some(rest) = line.strip_prefix("ℹ ").or_else(|| line.strip_prefix("# ")) else { return false };
    let counted = ["tests", "pass", "fail", "cancelled", "skipped", "todo"];
    rest.split_once(' ').is_some_and(|(word, n)| counted.contains(&word) && n.parse::<u64>().is_ok())
}

pub(crate) fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 60 {
        format!("{:.1} s", time.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runners_totals_are_recognised_and_nothing_else() {
        for line in ["Summary [   0.010s] 4 tests run: 4 passed, 0 skipped", "ℹ tests 12", "# fail 0"] {
            assert!(is_total(line), "{line}");
        }
        for line in ["PASS [ 0.1s] a::b", "# Subtest: signs in", "ℹ duration_ms 12.5", "# tests many"] {
            assert!(!is_total(line), "{line}");
        }
    }

    #[test]
    fn a_failed_step_is_reported_and_passed_on() {
        let mut report = Report::default();
        assert!(report.step("tidy", "…", |_| Err("no".into())).is_err());
        assert!(!report.steps[0].2);
        assert_eq!(clock(Duration::from_secs(125)), "2 min 05 s");
    }
}
