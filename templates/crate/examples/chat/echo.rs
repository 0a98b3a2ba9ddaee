//! A user who answers in every thread.

use crate::person::{Person, pace};
use acs_chat::{ChatThreadClient, ThreadChange, ThreadListChange, models::ChatMessage};
use azure_core::{Result, time::OffsetDateTime};
use futures::{StreamExt, stream::SelectAll};
use std::time::Duration;

pub async fn answer(echo: Person) {
    let since = OffsetDateTime::UNIX_EPOCH;
    let mut threads = echo.chat.watch_threads().since(since).every(pace()).changes();
    let mut messages = SelectAll::new();
    loop {
        tokio::select! {
            change = threads.next() => {
                if let Some(Ok(ThreadListChange::Joined(thread))) = change {
                    let thread = echo.chat.chat_thread_client(thread.id);
                    let changes = thread.watch().since(since).every(pace()).changes();
                    messages.push(changes.map(move |change| (thread.clone(), change)));
                }
            }
            Some((thread, change)) = messages.next() => {
                if let Ok(ThreadChange::MessageReceived(message)) = change {
                    // An answer that fails is not repeated.
                    drop(reply(&echo, &thread, &message).await);
                }
            }
        }
    }
}

async fn reply(echo: &Person, thread: &ChatThreadClient, message: &ChatMessage) -> Result<()> {
    if message.sender_communication_identifier.as_ref() == Some(&echo.id) {
        return Ok(());
    }
    let text = message.content.as_ref().and_then(|content| content.message.as_deref());
    let text = text.unwrap_or_default();
    thread.send_read_receipt(&message.id).await?;
    thread.send_typing_notification().sender_display_name(&echo.name).await?;
    tokio::time::sleep(Duration::from_millis(500)).await;
    let answer = format!("You said: {text}");
    let sent = thread.send_message(&answer).sender_display_name(&echo.name).await?;
    if text == "edit" {
        thread.update_message(&sent.id).content("I changed my mind").await?;
    }
    if text == "delete" {
        thread.delete_message(&sent.id).await?;
    }
    Ok(())
}
