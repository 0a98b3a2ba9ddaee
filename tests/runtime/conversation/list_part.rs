//! Prints the ids of the text messages in a part of a thread. It stores the position in a file, from
//! which the next process continues.
//!
//! `COMMUNICATION_ENDPOINT=… COMMUNICATION_TOKEN=… list_part THREAD FILE item|page SIZE COUNT` lists
//! in pages of SIZE, and stops at COUNT messages, or at the end of the page that has the last of them.

mod at_once;

use acs_chat::{
    ChatClient, ChatClientOptions, CommunicationTokenCredential, Continuation,
    calls::ListMessages,
    models::{ChatMessage, ChatMessageType},
};
use futures::{StreamExt, TryStreamExt};
use std::{env, error::Error, fs, io::ErrorKind};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// Concurrent lists share the injected faults, so one of them can get many in a row.
const RETRIES: u32 = 1_000;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [thread, file, by, size, count] = &*arguments else {
        return Err("usage: list_part THREAD FILE item|page SIZE COUNT".into());
    };
    let (size, count) = (size.parse()?, count.parse()?);
    let mut list = chat()?.chat_thread_client(thread).list_messages().max_page_size(size);
    match fs::read_to_string(file) {
        Ok(stored) => list = list.resume(stored.parse()?),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    let (messages, stop) = match by.as_str() {
        "item" => by_item(list, count).await?,
        _ => by_page(list, size.try_into()?, count).await?,
    };
    for message in messages.iter().filter(|it| it.message_type == ChatMessageType::Text) {
        println!("{}", message.id);
    }
    Ok(fs::write(file, stop.to_string())?)
}

fn chat() -> Result<ChatClient> {
    let credential = CommunicationTokenCredential::new(env::var("COMMUNICATION_TOKEN")?)?;
    let mut options = ChatClientOptions::default();
    options.client_options.retry = at_once::at_once(RETRIES);
    Ok(ChatClient::new(&env::var("COMMUNICATION_ENDPOINT")?, credential, Some(options))?)
}

/// Messages, and the position after them.
type Part = (Vec<ChatMessage>, Continuation);

async fn by_item(list: ListMessages, count: usize) -> Result<Part> {
    let mut items = list.items();
    let messages = items.by_ref().take(count).try_collect().await?;
    Ok((messages, items.continuation().clone()))
}

async fn by_page(list: ListMessages, size: usize, count: usize) -> Result<Part> {
    let mut pages = list.pages();
    let mut messages = Vec::new();
    while messages.len() < count
        && let Some(page) = pages.try_next().await?
    {
        if page.len() > size {
            return Err(format!("a page of {} messages", page.len()).into());
        }
        messages.extend(page);
    }
    Ok((messages, pages.continuation().clone()))
}
