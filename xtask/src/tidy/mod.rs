//! The rules of the house that no compiler knows, each check in a file of its own.

mod floors;
mod links;
mod manifests;
mod readmes;
mod shipped;
mod sizes;
mod templates;
mod translations;
pub(crate) mod tree;
mod words;

use std::fmt;

use clap::Args;

use self::tree::Tree;
use crate::workshop::{Outcome, Workshop};

/// Check the rules of the house: floors, sizes, READMEs, links, names, translations, templates.
///
/// Each finding is a path, a line and one sentence. Nothing is changed; it takes about a second.
#[derive(Args)]
pub(crate) struct Tidy {}

impl Tidy {
    pub(crate) fn run(&self, shop: &Workshop) -> Outcome {
        check(shop)
    }
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    path: String,
    line: usize,
    sentence: String,
}

impl Finding {
    /// `line` counts from 1.
    fn new(path: &str, line: usize, sentence: impl Into<String>) -> Self {
        Self { path: path.to_owned(), line, sentence: sentence.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}:{}: {}", self.path, self.line, self.sentence)
    }
}

pub(crate) fn check(shop: &Workshop) -> Outcome {
    let tree = Tree::read(&shop.root)?;
    let rooms = floors::rooms(&shop.metadata()?, &shop.root);
    let mut findings = floors::check(&rooms);
    for one in [
        sizes::check,
        readmes::check,
        links::check,
        words::check,
        manifests::check,
        translations::check,
        templates::check,
        shipped::check,
    ] {
        findings.extend(one(&tree));
    }
    findings.sort();
    findings.dedup();
    for note in sizes::notes(&tree) {
        println!("{note}");
    }
    for finding in &findings {
        println!("{finding}");
    }
    match findings.len() {
        0 => Ok(()),
        n => Err(format!("tidy: {n} findings").into()),
    }
}
