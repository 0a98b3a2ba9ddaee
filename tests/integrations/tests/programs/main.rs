//! The programs, each as a process of its own.

mod documentation;
mod entra;
mod opentelemetry;

use std::process::{Command, Output};
use tokio::task::spawn_blocking;

/// Runs a program to its end. It must not use the proxies and the logins of the person who runs the tests.
async fn run(program: &str, variables: &[(&str, &str)]) -> Output {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy().to_uppercase();
        let is_foreign = ["AZURE_", "COMMUNICATION_", "IDENTITY_", "OTEL_", "RUST_BACKTRACE"];
        if text.ends_with("_PROXY") || is_foreign.iter().any(|it| text.starts_with(it)) {
            command.env_remove(name);
        }
    }
    command.envs(variables.iter().copied());
    spawn_blocking(move || command.output()).await.unwrap().unwrap()
}
