//! The program `relais`.

fn main() -> std::process::ExitCode {
    relais::run()
}
