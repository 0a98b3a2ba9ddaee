//! A list that goes on from process to process. Between them the place is in a file.

use super::world::{User, World};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tokio::task::spawn_blocking;

/// A program that lists a thread, run by a user. It is called with the thread and the place.
pub struct Listing<'a> {
    pub program: &'a str,
    pub world: &'a World,
    pub user: &'a User,
    pub thread_id: &'a str,
    /// Each list needs a file of its own.
    pub place: PathBuf,
}

impl Listing<'_> {
    /// A process that stops where it is told to, or that the service stops.
    pub async fn run(&self, arguments: &[String]) -> Output {
        let mut command = Command::new(self.program);
        command
            .args([Path::new(self.thread_id), &self.place])
            .args(arguments)
            .env("COMMUNICATION_ENDPOINT", self.world.emulator.endpoint())
            .env("COMMUNICATION_TOKEN", &self.user.token);
        spawn_blocking(move || command.output()).await.unwrap().unwrap()
    }

    /// Whether there is more to list.
    pub fn has_place(&self) -> bool {
        self.place.exists()
    }
}

/// A file that is not there yet.
pub fn no_place(name: &str) -> PathBuf {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(fs::remove_file(&place));
    place
}
