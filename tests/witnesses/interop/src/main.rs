//! Microsoft's own clients as witnesses: they and this crate follow one scenario, each on an
//! emulator of its own, and what they send is compared request by request.
//!
//! `tests/witnesses/interop/run` installs the clients and runs this. An argument is the name of a
//! client and the command of its driver: `python=python3 tests/witnesses/interop/python/driver.py`.

mod compare;
mod deliberate;
mod normal;
mod ours;
mod play;
mod program;
mod report;
mod scenario;
#[cfg(test)]
mod tests;

use acs_chat_emulator::Emulator;
use deliberate::Deliberate;
use ours::Ours;
use play::{Run, play};
use program::Program;
use report::Report;
use scenario::Step;
use std::{env, error::Error, fs, process::ExitCode};

#[tokio::main]
async fn main() -> Result<ExitCode, Box<dyn Error>> {
    let steps = scenario::read(include_str!("../scenario.yaml"))?;
    let mut deliberate = Deliberate::read(include_str!("../deliberate.yaml"))?;
    let mut report = Report::default();
    let (run, violations) = ours(&steps).await?;
    report.outcomes("rust", &steps, &run);
    report.line("rust", VIOLATIONS, &violations);
    for argument in env::args().skip(1) {
        let (client, command) = argument.split_once('=').ok_or("an argument is CLIENT=COMMAND")?;
        let steps = scenario::for_client(&steps, client);
        let theirs = theirs(&steps, client, command, &mut report).await?;
        // Ours runs again for each client, because a step that a client leaves out affects later ones.
        let (ours, _) = ours(&steps).await?;
        report.compare(client, &steps, (&ours, &theirs), &mut deliberate);
    }
    Ok(if report.finish() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

const VIOLATIONS: &str = "the emulator's responses match the descriptions";

/// Runs another client. Uses https, because Microsoft's clients send no token without it.
async fn theirs(
    steps: &[Step],
    client: &str,
    command: &str,
    report: &mut Report,
) -> Result<Run, Box<dyn Error>> {
    let emulator = Emulator::builder().tls().start().await?;
    let ca = env::temp_dir().join(format!("interop-{}-{client}.pem", std::process::id()));
    fs::write(&ca, emulator.ca_pem().unwrap_or_default())?;
    let mut program = Program::start(command, &emulator, &ca)?;
    let left_out = left_out(steps, &program.operations().await?);
    let run = play(steps, &mut program, &emulator).await;
    fs::remove_file(&ca)?;
    report.line(client, "all operations are in the scenario", &left_out);
    report.line(client, VIOLATIONS, &emulator.violations());
    Ok(run)
}

async fn ours(steps: &[Step]) -> Result<(Run, Vec<String>), Box<dyn Error>> {
    let emulator = Emulator::start().await?;
    let run = play(steps, &mut Ours::new(&emulator), &emulator).await;
    Ok((run, emulator.violations()))
}

/// The operations that no step calls.
fn left_out(steps: &[Step], operations: &[String]) -> Vec<String> {
    let called = |operation: &&String| steps.iter().any(|step| step.call == **operation);
    operations.iter().filter(|operation| !called(operation)).cloned().collect()
}
