//! The shortest way from a clone to a working product with made-up data.

use std::io::{BufRead, BufReader, IsTerminal};
use std::os::unix::process::CommandExt;
use std::process::Stdio;
use std::time::{Duration, Instant};

use clap::Args;

use crate::install::{self, Need};
use crate::workshop::{Outcome, Workshop, run};

/// Build Relais and open it with demonstration data, ready to click.
///
/// The first build takes some minutes. The data stays in relais-data/ beside this file's repository: run the
/// command again to find it as you left it, or with --fresh to begin anew. Ctrl-C stops the server.
#[derive(Args)]
pub(crate) struct Demo {
    /// Forget what was entered in relais-data/ and begin anew
    #[arg(long)]
    fresh: bool,
    /// The port to listen on (the server has its own default)
    #[arg(long)]
    port: Option<u16>,
}

impl Demo {
    pub(crate) fn run(&self, shop: &Workshop) -> Outcome {
        if let Some(missing) = install::absent(&[Need::CCompiler]) {
            return Err(format!("the build needs:\n{missing}").into());
        }
        if let Some(missing) = install::absent(&[Need::Node]) {
            let found =
                install::node_version().map_or("no Node.js".into(), |major| format!("Node.js {major}"));
            println!(
                "Found {found}. Relais works without it, but its pages will have no scripts. To have them:"
            );
            println!("{missing}\n");
        }
        println!("Building Relais for release; from nothing this takes 5 to 10 minutes on two cores.");
        build(shop)?;
        let mut relais = shop.command(shop.built("release", "relais")?);
        relais.arg("demo").arg("--data").arg(shop.root.join("relais-data"));
        if self.fresh {
            relais.arg("--fresh");
        }
        if let Some(port) = self.port {
            relais.arg("--port").arg(port.to_string());
        }
        relais.stdin(Stdio::inherit());
        Err(relais.exec().into())
    }
}

fn build(shop: &Workshop) -> Outcome {
    let mut cargo = shop.cargo(&["build", "--release", "-p", "relais"]);
    if std::io::stderr().is_terminal() {
        return run(cargo);
    }
    // No terminal, no bar: a line now and then, and in full what is not routine.
    let start = Instant::now();
    let mut cargo = cargo.stderr(Stdio::piped()).spawn()?;
    let (mut compiled, mut said) = (0, Instant::now());
    for line in cargo.stderr.take().into_iter().flat_map(|pipe| BufReader::new(pipe).lines()) {
        let line = line?;
        if !line.trim_start().starts_with("Compiling ") {
            eprintln!("{line}");
            continue;
        }
        compiled += 1;
        if said.elapsed() > Duration::from_secs(15) {
            eprintln!("  {compiled} packages begun after {} s", start.elapsed().as_secs());
            said = Instant::now();
        }
    }
    let status = cargo.wait()?;
    if status.success() { Ok(()) } else { Err(format!("the build ended with {status}").into()) }
}
