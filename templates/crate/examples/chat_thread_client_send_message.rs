//! Sends a message to a thread, and shows the thread's newest messages.
//!
//! `COMMUNICATION_ENDPOINT=https://… COMMUNICATION_TOKEN=… cargo run --example chat_thread_client_send_message -- THREAD TEXT`
use acs_chat::{ChatClient, CommunicationError, CommunicationTokenCredential};
use futures::{StreamExt, TryStreamExt};
use std::env;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(thread_id), Some(text)) = (arguments.next(), arguments.next()) else {
        return Err("usage: chat_thread_client_send_message THREAD TEXT".into());
    };
    let credential = CommunicationTokenCredential::new(env::var("COMMUNICATION_TOKEN")?)?;
    let chat = ChatClient::new(&env::var("COMMUNICATION_ENDPOINT")?, credential, None)?;
    let thread = chat.chat_thread_client(thread_id);

    match thread.send_message(text).await {
        Ok(sent) => println!("sent {}", sent.id),
        Err(error) => match CommunicationError::of(&error) {
            Some(told) => println!("not sent: {told}"),
            None => return Err(error.into()),
        },
    }

    let mut newest = thread.list_messages().max_page_size(10).items().take(10);
    while let Some(message) = newest.try_next().await? {
        let said = message.text().unwrap_or_default();
        println!("{} {}: {said}", message.created_on, message.message_type);
    }
    Ok(())
}
