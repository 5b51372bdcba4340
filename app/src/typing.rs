//! What is typed by a person at the keyboard, or comes from a pipe.

use std::io::{BufRead as _, Write as _, stdin};

use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};

use crate::failed::{Failed, Outcome};

/// The first line of standard input.
pub(crate) fn first_line() -> Outcome<String> {
    let mut line = String::new();
    stdin().lock().read_line(&mut line)?;
    let line = line.trim_end_matches(['\r', '\n']).to_owned();
    if line.is_empty() { Err(Failed::new("no password came on standard input")) } else { Ok(line) }
}

/// A secret, typed twice and not shown.
pub(crate) fn twice(question: &str) -> Outcome<String> {
    let first = unseen(question)?;
    if unseen("The same again: ")? == first { Ok(first) } else { Err(Failed::new("the two differ")) }
}

fn unseen(question: &str) -> Outcome<String> {
    eprint!("{question}");
    std::io::stderr().flush()?;
    let shown = tcgetattr(stdin()).map_err(std::io::Error::from)?;
    let mut hidden = shown.clone();
    hidden.local_modes -= LocalModes::ECHO;
    tcsetattr(stdin(), OptionalActions::Flush, &hidden).map_err(std::io::Error::from)?;
    let line = first_line();
    tcsetattr(stdin(), OptionalActions::Flush, &shown).map_err(std::io::Error::from)?;
    eprintln!();
    line
}
