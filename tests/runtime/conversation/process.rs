//! A list that several processes read in turn. Its position is in a file.

use super::world::{User, World};
use acs_chat::Continuation;
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tokio::task::spawn_blocking;

/// A program that lists a thread. Its arguments are the thread and the file of the position.
pub struct Listing<'a> {
    pub program: &'a str,
    pub world: &'a World,
    pub user: &'a User,
    pub thread_id: &'a str,
    /// The file of the position. Each list needs its own.
    pub position: PathBuf,
}

impl Listing<'_> {
    /// Runs the program once.
    pub async fn run(&self, arguments: &[String]) -> Output {
        let mut command = Command::new(self.program);
        command
            .args([Path::new(self.thread_id), &self.position])
            .args(arguments)
            .env("COMMUNICATION_ENDPOINT", self.world.emulator.endpoint())
            .env("COMMUNICATION_TOKEN", &self.user.token);
        spawn_blocking(move || command.output()).await.unwrap().unwrap()
    }

    /// Returns `true` if there is more to list.
    pub fn has_more(&self) -> bool {
        let position = fs::read_to_string(&self.position);
        position.map_or(true, |position| !position.parse::<Continuation>().unwrap().is_end())
    }
}

/// The path of a file that does not exist yet, and that no other run of the tests uses.
pub fn no_position(name: &str) -> PathBuf {
    let name = format!("{name}_{}", std::process::id());
    let position = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_file(&position));
    position
}
