//! The calls with this crate.

use crate::{Call, Result, THREAD, TOKEN};
use acs_chat::{ChatClient, CommunicationTokenCredential};
use futures::TryStreamExt;

/// Makes `count` calls. Returns the number of bytes of message text in the responses, so that the
/// compiler removes no work.
pub async fn run(call: Call, address: &str, count: usize) -> Result<usize> {
    let credential = CommunicationTokenCredential::new(TOKEN)?;
    let chat = ChatClient::new(&format!("http://{address}"), credential, None)?;
    let thread = chat.chat_thread_client(THREAD);
    let mut seen = 0;
    for _ in 0..count {
        match call {
            Call::Get => {
                let message = thread.get_message("1743494400123").await?;
                seen += message.content.and_then(|it| it.message).map_or(0, |it| it.len());
            }
            Call::Post => {
                let sent = thread.send_message("hello world").sender_display_name("Bob").await?;
                seen += sent.id.len();
            }
            Call::List(size) => {
                let size = i32::try_from(size)?;
                let mut messages = thread.list_messages().max_page_size(size).items();
                while let Some(message) = messages.try_next().await? {
                    seen += message.content.and_then(|it| it.message).map_or(0, |it| it.len());
                }
            }
        }
    }
    Ok(seen)
}
