//! A list that is resumed in other processes, from a place in a file.

use crate::world::World;
use acs_chat::{ChatThreadClient, models::ChatMessage};
use acs_chat_emulator::{Fault, Rule};
use futures::{StreamExt, TryStreamExt};
use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};
use tokio::task::spawn_blocking;

/// This process stops within a page, the second one when the service refuses a page, and the third
/// comes to the end.
pub async fn over_three_processes(
    world: &World,
    token: &str,
    thread: &ChatThreadClient,
) -> Vec<ChatMessage> {
    let place = Path::new(env!("CARGO_TARGET_TMPDIR")).join("place_in_a_conversation");
    let mut items = thread.list_messages().max_page_size(100).items();
    let mut all: Vec<ChatMessage> = items.by_ref().take(3_333).try_collect().await.unwrap();
    fs::write(&place, items.continuation().unwrap().to_string()).unwrap();

    let refusal = Rule::new(Fault::status(403)).on("GET", "/chat/threads/*/messages").after(40);
    world.emulator.faults().inject(refusal);
    for succeeds in [false, true] {
        let output = export(world, token, thread.chat_thread_id(), &place).await;
        assert_eq!(output.status.success(), succeeds, "{output:?}");
        assert_eq!(place.exists(), !succeeds, "a list that is at its end has no place");
        let exported = String::from_utf8(output.stdout).unwrap();
        all.extend(exported.lines().map(|line| serde_json::from_str(line).unwrap()));
    }
    all
}

/// Runs the crate's own example, which exports a thread and remembers the place.
async fn export(world: &World, token: &str, thread_id: &str, place: &PathBuf) -> Output {
    let mut example = Command::new(env!("CARGO_BIN_EXE_export_messages"));
    example
        .args([Path::new(thread_id), place])
        .env("COMMUNICATION_ENDPOINT", world.emulator.endpoint())
        .env("COMMUNICATION_TOKEN", token);
    spawn_blocking(move || example.output()).await.unwrap().unwrap()
}
