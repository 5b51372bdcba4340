//! Lines that can be believed: the median, its range, and under what they were measured.

use std::{
    error::Error,
    fs::File,
    io::Write as _,
    process::Command,
    time::{Duration, Instant},
};

/// What a bench resolves to.
pub(crate) type Outcome<T = ()> = Result<T, Box<dyn Error>>;

/// What is the same for all lines of a run.
pub(crate) struct Report {
    commit: String,
    flush: Duration,
}

impl Report {
    pub(crate) fn begin() -> Outcome<Self> {
        let git = Command::new("git").args(["rev-parse", "--short", "HEAD"]).output()?;
        Ok(Self { commit: String::from_utf8_lossy(&git.stdout).trim().to_owned(), flush: flush()? })
    }

    /// One line: name, median and range of the samples, and the bar if there is one.
    pub(crate) fn line(&self, name: &str, unit: &str, mut samples: Vec<f64>, bar: &str) {
        samples.sort_by(f64::total_cmp);
        let (Some(low), Some(high)) = (samples.first(), samples.last()) else { return };
        println!(
            "{name:58} {:9.1} {unit} ({low:.1} – {high:.1}, n = {}) {bar:16} commit {} load {} flush {:.1} ms",
            median(&samples),
            samples.len(),
            self.commit,
            load(),
            self.flush.as_secs_f64() * 1000.0,
        );
    }
}

/// The middle of sorted samples.
fn median(sorted: &[f64]) -> f64 {
    sorted[sorted.len() / 2]
}

fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("?").to_owned()
}

/// What one durable commit costs at least on this disk.
fn flush() -> Outcome<Duration> {
    let folder = tempfile::tempdir_in("target")?;
    let mut file = File::create(folder.path().join("probe"))?;
    let mut times = Vec::new();
    for _ in 0..30 {
        let begun = Instant::now();
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        times.push(begun.elapsed());
    }
    times.sort();
    Ok(times[times.len() / 2])
}
