//! The real program: started in a folder of its own, asked, stopped or killed by its own id.

use std::{
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Output, Stdio},
    time::{Duration, Instant},
};

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::http::between;

/// A folder with settings.
pub(crate) struct Home {
    folder: TempDir,
    config: PathBuf,
}

/// A program that answers.
pub(crate) struct Served {
    child: Child,
    /// Where it answers.
    pub(crate) base: String,
    /// What it wrote on its standard output before it answered.
    pub(crate) greeting: String,
    log: PathBuf,
}

impl Home {
    /// An embedded database, free ports, and these settings besides.
    pub(crate) fn new(more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let config = folder.path().join("relais.toml");
        let data = folder.path().join("data");
        // What stands first in a file of settings belongs to no table.
        let (top, tables) =
            more.split_once('[').map_or((more, String::new()), |(top, rest)| (top, format!("[{rest}")));
        let text = format!(
            "listen = \"127.0.0.1:0\"\nmetrics.listen = \"127.0.0.1:0\"\ndata = {data:?}\n{top}\n{tables}\n"
        );
        std::fs::write(&config, text).unwrap();
        Self { folder, config }
    }

    /// The same on a PostgreSQL database.
    pub(crate) fn on(url: &str) -> Self {
        Self::new(&format!("database.url = {url:?}\n"))
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A command with this home's settings, and nothing of the tests' own environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = bare(arguments);
        command.arg("--config").arg(&self.config);
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Runs a command that must succeed, and gives what it said.
    #[track_caller]
    pub(crate) fn say(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
        said
    }

    /// Runs a command that must fail, and gives its sentence.
    #[track_caller]
    pub(crate) fn fail(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        assert!(!output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// Runs a command with something on its standard input.
    pub(crate) fn feed(&self, arguments: &[&str], input: &str) -> Output {
        let mut command = self.command(arguments);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// Starts `serve`, and waits until it answers.
    pub(crate) fn serve(&self) -> Served {
        Served::start(self.command(&["serve"]), &self.path().join("serve.log"))
    }

    /// Adds an organisation with an administrator, and gives the path of the invitation.
    pub(crate) fn begin(&self, name: &str, email: &str) -> String {
        let said = self.say(&[
            "organisation",
            "add",
            "--name",
            name,
            "--given-name",
            "Inès",
            "--family-name",
            "Marchal",
            "--email",
            email,
        ]);
        let link = said.lines().find_map(|line| line.trim().strip_prefix("http://")).expect(&said);
        link[link.find('/').unwrap()..].to_owned()
    }
}

/// A command without settings.
pub(crate) fn bare(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_relais"));
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("RELAIS_")) {
        command.env_remove(name);
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

impl Served {
    /// Starts a program that says where it answers.
    pub(crate) fn start(mut command: Command, log: &Path) -> Self {
        let log_file = std::fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
        let mut child = command.stdout(Stdio::piped()).stderr(log_file).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut greeting = String::new();
        loop {
            let Some(Ok(line)) = lines.next() else {
                let _ = child.wait();
                panic!("relais did not start: {greeting}\n{}", std::fs::read_to_string(log).unwrap());
            };
            greeting.push_str(&line);
            greeting.push('\n');
            if line.starts_with("Metrics on ") || line.starts_with("Open one of the links") {
                break;
            }
        }
        // Nobody reads further lines: they must not fill the pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let base = between(&greeting, " answers on ", "\n").unwrap();
        let base = base.split(' ').next().unwrap().to_owned();
        Self { child, base, greeting, log: log.to_path_buf() }
    }

    /// Everything logged so far.
    pub(crate) fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap()
    }

    /// Where metrics answer.
    pub(crate) fn metrics(&self) -> String {
        format!("http://{}", between(&self.greeting, "Metrics on http://", "/metrics").unwrap())
    }

    /// Asks it to end.
    pub(crate) fn ask_to_end(&self) {
        kill_process(self.pid(), Signal::TERM).unwrap();
    }

    /// Waits for its end, a minute at most.
    pub(crate) fn ended(&mut self) -> ExitStatus {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(begun.elapsed() < Duration::from_secs(60), "relais does not end:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Ends it in good order, and gives what it logged.
    pub(crate) fn stop(mut self) -> String {
        self.ask_to_end();
        let status = self.ended();
        assert!(status.success(), "{status}: {}", self.log());
        self.log()
    }

    fn pid(&self) -> Pid {
        Pid::from_child(&self.child)
    }
}

impl Drop for Served {
    /// A test that fails leaves no process behind. Killing is also what a fault looks like.
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
