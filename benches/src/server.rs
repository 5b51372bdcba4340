//! The released binary, started and looked at from outside.

use std::{
    io::{BufRead as _, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use crate::report::Outcome;

/// A running server.
pub(crate) struct Server {
    child: Child,
    pub(crate) base: String,
    /// From the start of the process to the first page answered.
    pub(crate) first_page: Duration,
}

/// Where the binary is.
pub(crate) fn binary() -> PathBuf {
    PathBuf::from(std::env::var_os("RELAIS_BIN").unwrap_or_else(|| "target/release/relais".into()))
}

/// A command of the binary on a database, with its output.
pub(crate) fn command(config: &Path, args: &[&str]) -> Outcome<String> {
    let output = Command::new(binary()).arg("--config").arg(config).args(args).output()?;
    let said =
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(said) } else { Err(said.into()) }
}

impl Server {
    /// Starts `serve` and waits for its first page.
    pub(crate) fn start(config: &Path, port: u16) -> Outcome<Self> {
        let begun = Instant::now();
        let mut child = Command::new(binary())
            .arg("--config")
            .arg(config)
            .arg("serve")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()?;
        // Whatever it says is read away, so that it never waits for us.
        for stream in [
            child.stdout.take().map(|s| Box::new(s) as Box<dyn std::io::Read + Send>),
            child.stderr.take().map(|s| Box::new(s) as _),
        ]
        .into_iter()
        .flatten()
        {
            std::thread::spawn(move || BufReader::new(stream).lines().for_each(drop));
        }
        let base = format!("http://127.0.0.1:{port}");
        loop {
            if let Ok(mut client) = crate::http::Client::new(&base)
                && client.get("/sign-in", false).is_ok_and(|answer| answer.status == 200)
            {
                break;
            }
            if begun.elapsed() > Duration::from_secs(30) || child.try_wait()?.is_some() {
                return Err("it does not answer".into());
            }
            std::thread::sleep(Duration::from_millis(1));
        }
        Ok(Self { child, base, first_page: begun.elapsed() })
    }

    /// Memory it holds, in MB: now, and at its highest.
    pub(crate) fn memory(&self) -> Outcome<(f64, f64)> {
        memory(self.child.id())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        let _ = self.child.wait();
    }
}

/// Memory of a process in MB: now, and at its highest.
pub(crate) fn memory(process: u32) -> Outcome<(f64, f64)> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let field = |name: &str| -> Option<f64> {
        let line = status.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1024.0)
    };
    Ok((field("VmRSS").ok_or("no VmRSS")?, field("VmHWM").ok_or("no VmHWM")?))
}
