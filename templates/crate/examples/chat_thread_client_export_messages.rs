//! Prints all messages of a thread as JSON. Continues where an earlier run stopped.
//!
//! `COMMUNICATION_ENDPOINT=https://… COMMUNICATION_TOKEN=… cargo run --example chat_thread_client_export_messages -- THREAD PLACE`,
//! where PLACE is a file that stores the position. After the last page, a run prints nothing.
use acs_chat::{ChatClient, CommunicationTokenCredential, Continuation};
use futures::TryStreamExt;
use std::{env, fs, io::ErrorKind};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(thread_id), Some(place_file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: chat_thread_client_export_messages THREAD PLACE".into());
    };
    let credential = CommunicationTokenCredential::new(env::var("COMMUNICATION_TOKEN")?)?;
    let chat = ChatClient::new(&env::var("COMMUNICATION_ENDPOINT")?, credential, None)?;

    let place: Continuation = match fs::read_to_string(&place_file) {
        Ok(place) => place.parse()?,
        Err(error) if error.kind() == ErrorKind::NotFound => Continuation::default(),
        Err(error) => return Err(error.into()),
    };
    let list = chat.chat_thread_client(thread_id).list_messages().prefetch();
    let mut pages = list.resume(place).pages();
    while let Some(page) = pages.try_next().await? {
        for message in &*page {
            println!("{}", serde_json::to_string(message)?);
        }
        fs::write(&place_file, page.continuation().to_string())?;
    }
    Ok(())
}
