//! Prints the changes of a thread until it is stopped: a line of JSON for each, with the checkpoint
//! after it.
//!
//! `COMMUNICATION_ENDPOINT=… COMMUNICATION_TOKEN=… watch_part THREAD [CHECKPOINT]` begins at the start
//! of the thread or at a checkpoint.

mod at_once;

use acs_chat::{ChatClient, ChatClientOptions, CommunicationTokenCredential, ThreadChange};
use azure_core::time::{Duration, OffsetDateTime};
use futures::StreamExt;
use serde_json::json;
use std::{env, error::Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let thread = arguments.next().ok_or("usage: watch_part THREAD [CHECKPOINT]")?;
    let credential = CommunicationTokenCredential::new(env::var("COMMUNICATION_TOKEN")?)?;
    let mut options = ChatClientOptions::default();
    options.client_options.retry = at_once::at_once(1);
    let chat = ChatClient::new(&env::var("COMMUNICATION_ENDPOINT")?, credential, Some(options))?;
    let mut watch = chat
        .chat_thread_client(thread)
        .watch()
        .every(Duration::milliseconds(5)..=Duration::milliseconds(50))
        .page_size(20)
        .since(OffsetDateTime::UNIX_EPOCH);
    if let Some(checkpoint) = arguments.next() {
        watch = watch.resume(checkpoint.parse()?);
    }
    let mut changes = watch.changes();
    while let Some(change) = changes.next().await {
        match change {
            Ok(change) => {
                let checkpoint = changes.checkpoint().map(|checkpoint| checkpoint.to_string());
                let (kind, message) = (kind(&change), change.message());
                println!(
                    "{}",
                    json!({ "kind": kind, "message": message, "checkpoint": checkpoint })
                );
            }
            Err(error) => eprintln!("{error}"),
        }
    }
    Ok(())
}

fn kind(change: &ThreadChange) -> &'static str {
    match change {
        ThreadChange::MessageReceived(_) => "received",
        ThreadChange::MessageEdited(_) => "edited",
        ThreadChange::MessageDeleted(_) => "deleted",
        ThreadChange::ThreadDeleted => "thread deleted",
        ThreadChange::ParticipationEnded => "participation ended",
        _ => "system",
    }
}
