//! The repository as a place where programs are run: its root, its build folder, and their environment.

use std::ffi::{OsStr, OsString};
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use cargo_metadata::{Metadata, MetadataCommand};

pub(crate) type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

#[derive(Clone)]
pub(crate) struct Workshop {
    pub(crate) root: PathBuf,
    env: Vec<(OsString, OsString)>,
}

impl Workshop {
    pub(crate) fn open() -> Outcome<Self> {
        let crate_dir = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&crate_dir).parent().ok_or("xtask stands in no workspace")?.to_path_buf();
        Ok(Self { root, env: Vec::new() })
    }

    /// The same place, with one more variable for every program run in it.
    #[must_use]
    pub(crate) fn with(&self, name: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        let mut shop = self.clone();
        shop.env.push((name.as_ref().into(), value.as_ref().into()));
        shop
    }

    /// A program at the repository's root, without input, and without what `cargo run` told *us*: crates such as
    /// `ring` watch `CARGO_MANIFEST_DIR` and would be built again each time one runs cargo from inside cargo.
    /// `RELAIS_*` of the caller's shell stay outside too, so that a run means the same on every machine.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).stdin(Stdio::null());
        for (name, _) in std::env::vars_os() {
            if is_ours(&name.to_string_lossy()) {
                command.env_remove(name);
            }
        }
        command.envs(self.env.iter().map(|(name, value)| (name, value)));
        command
    }

    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        if std::io::stdout().is_terminal() {
            command.env("CARGO_TERM_COLOR", "always");
        }
        command
    }

    pub(crate) fn metadata(&self) -> Outcome<Metadata> {
        Ok(MetadataCommand::new().current_dir(&self.root).no_deps().exec()?)
    }

    /// A built program of the workspace, `profile` being `debug` or `release`.
    pub(crate) fn built(&self, profile: &str, name: &str) -> Outcome<PathBuf> {
        let path = self.metadata()?.target_directory.join(profile).join(name).into_std_path_buf();
        if path.is_file() { Ok(path) } else { Err(format!("{} was not built", path.display()).into()) }
    }

    /// Builds programs and tests together: the one choice of features that `nextest --workspace` shares.
    pub(crate) fn build_all(&self) -> Outcome {
        run(self.cargo(&["build", "--workspace", "--bins", "--tests"]))
    }
}

fn is_ours(variable: &str) -> bool {
    let of_cargo_run = [
        "CARGO",
        "CARGO_MANIFEST_DIR",
        "CARGO_MANIFEST_PATH",
        "CARGO_BIN_NAME",
        "CARGO_CRATE_NAME",
        "CARGO_PRIMARY_PACKAGE",
        "OUT_DIR",
    ];
    of_cargo_run.contains(&variable) || variable.starts_with("CARGO_PKG_") || variable.starts_with("RELAIS_")
}

/// Runs to the end, the output going where ours goes.
pub(crate) fn run(mut command: Command) -> Outcome {
    let status = command.status().map_err(|error| format!("{}: {error}", sentence(&command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` ended with {status}", sentence(&command)).into())
    }
}

/// Runs to the end and gives what it wrote on its standard output.
pub(crate) fn output(mut command: Command) -> Outcome<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", sentence(&command)))?;
    if !output.status.success() {
        let words = String::from_utf8_lossy(&output.stderr);
        return Err(format!("`{}` ended with {}\n{}", sentence(&command), output.status, words.trim()).into());
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Runs to the end, shows all output at once as it comes, and hands each whole line (without colours) to `line`.
pub(crate) fn tee(mut command: Command, mut line: impl FnMut(&str)) -> Outcome {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child: Child = command.spawn().map_err(|error| format!("{}: {error}", sentence(&command)))?;
    let (sender, lines) = std::sync::mpsc::channel();
    let out = child.stdout.take().map(|pipe| copy(pipe, std::io::stdout(), sender.clone()));
    let err = child.stderr.take().map(|pipe| copy(pipe, std::io::stderr(), sender));
    for text in lines {
        line(&text);
    }
    for thread in [out, err].into_iter().flatten() {
        thread.join().map_err(|_| "the thread that copies output stopped")?;
    }
    let status = child.wait()?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("`{}` ended with {status}", sentence(&command)).into())
    }
}

fn copy(
    mut from: impl Read + Send + 'static,
    mut to: impl Write + Send + 'static,
    lines: std::sync::mpsc::Sender<String>,
) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let (mut piece, mut pending) = ([0; 8192], Vec::new());
        while let Ok(n @ 1..) = from.read(&mut piece) {
            // A closed terminal must not stop the run: the totals are still counted.
            let _ = to.write_all(&piece[..n]).and_then(|()| to.flush());
            pending.extend_from_slice(&piece[..n]);
            while let Some(end) = pending.iter().position(|byte| *byte == b'\n') {
                let whole: Vec<u8> = pending.drain(..=end).collect();
                let _ = lines.send(without_colours(&String::from_utf8_lossy(&whole)));
            }
        }
    })
}

pub(crate) fn without_colours(text: &str) -> String {
    let mut plain = String::new();
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.by_ref().find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain.trim_end().to_owned()
}

fn sentence(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_taken_out() {
        assert_eq!(
            without_colours("\u{1b}[32;1m     Summary\u{1b}[0m [  0.1s] 2 tests run\n"),
            "     Summary [  0.1s] 2 tests run"
        );
    }

    #[test]
    fn tee_gives_every_line_of_both_outputs_and_the_failure() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2; exit 3"]);
        let mut seen = Vec::new();
        let failure = tee(command, |line| seen.push(line.to_owned())).unwrap_err().to_string();
        seen.sort();
        assert_eq!(seen, ["one", "two"]);
        assert!(failure.contains("exit status: 3"), "{failure}");
    }

    #[test]
    fn what_cargo_run_tells_us_is_not_passed_on() {
        assert!(is_ours("CARGO_PKG_NAME") && is_ours("CARGO_MANIFEST_DIR") && is_ours("RELAIS_BREAK"));
        assert!(!is_ours("CARGO_HOME") && !is_ours("CARGO_TARGET_DIR") && !is_ours("PATH"));
    }
}
