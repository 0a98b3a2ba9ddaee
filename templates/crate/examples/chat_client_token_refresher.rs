//! Sends a message as a user whose tokens your own service issues over HTTP.
//!
//! `TOKEN_URL=https://… LOGIN=… COMMUNICATION_ENDPOINT=https://… cargo run --example chat_client_token_refresher -- THREAD TEXT`,
//! where LOGIN is whatever proves to your service who the user is.
use acs_chat::{ChatClient, CommunicationTokenCredential, RefreshOptions};
use std::{env, time::Duration};

/// Asks the service for a token. Its response is the text of the token.
async fn fetch_token(http: reqwest::Client, url: String, login: String) -> reqwest::Result<String> {
    let response = http.post(url).bearer_auth(login).send().await?;
    response.error_for_status()?.text().await
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let (Some(thread_id), Some(text)) = (arguments.next(), arguments.next()) else {
        return Err("usage: chat_client_token_refresher THREAD TEXT".into());
    };
    let (url, login) = (env::var("TOKEN_URL")?, env::var("LOGIN")?);
    let http = reqwest::Client::builder().timeout(Duration::from_secs(20)).build()?;
    let mut options = RefreshOptions::default();
    options.proactive = true;
    let credential = CommunicationTokenCredential::with_refresher(
        move || fetch_token(http.clone(), url.clone(), login.clone()),
        Some(options),
    )?;
    let chat = ChatClient::new(&env::var("COMMUNICATION_ENDPOINT")?, credential, None)?;
    let sent = chat.chat_thread_client(thread_id).send_message(text).await?;
    println!("sent {}", sent.id);
    Ok(())
}
