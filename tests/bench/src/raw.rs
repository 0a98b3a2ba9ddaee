//! The same calls, written by hand for a program that needs no others.

use crate::{Call, Result, THREAD, TOKEN};
use azure_core::{
    Uuid,
    time::{OffsetDateTime, rfc3339},
};
use reqwest::{Client, RequestBuilder, Url};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// As [`ours::run`](crate::ours::run).
pub async fn run(call: Call, address: &str, count: usize) -> Result<usize> {
    let client = Client::new();
    let mut seen = 0;
    for _ in 0..count {
        match call {
            Call::Get => {
                let url = url(address, &["messages", "1743494400123"], &[])?;
                let response = request(client.get(url)).send().await?.error_for_status()?;
                let message: Message = response.json().await?;
                seen += message.text_length();
            }
            Call::Post => {
                let body = NewMessage { content: "hello world", sender_display_name: Some("Bob") };
                let request = request(client.post(url(address, &["messages"], &[])?)).json(&body);
                let sent: Sent = request.send().await?.error_for_status()?.json().await?;
                seen += sent.id.len();
            }
            Call::List(size) => {
                let size = size.to_string();
                let mut next = Some(url(address, &["messages"], &[("maxPageSize", &size)])?);
                while let Some(url) = next.take() {
                    let response = request(client.get(url)).send().await?.error_for_status()?;
                    let page: Page = response.json().await?;
                    seen += page.value.iter().map(Message::text_length).sum::<usize>();
                    next = page.next_link.map(|link| link.parse()).transpose()?;
                }
            }
        }
    }
    Ok(seen)
}

fn url(address: &str, path: &[&str], query: &[(&str, &str)]) -> Result<Url> {
    let mut url = Url::parse(&format!("http://{address}/chat/threads"))?;
    url.path_segments_mut().map_err(|()| "no base")?.push(THREAD).extend(path);
    url.query_pairs_mut().extend_pairs(query).append_pair("api-version", "2025-03-15");
    Ok(url)
}

fn request(request: RequestBuilder) -> RequestBuilder {
    request
        .bearer_auth(TOKEN)
        .header("accept", "application/json")
        .header("x-ms-client-request-id", Uuid::new_v4().to_string())
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NewMessage<'a> {
    content: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_display_name: Option<&'a str>,
}

#[derive(Deserialize)]
struct Sent {
    id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Page {
    value: Vec<Message>,
    next_link: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "the caller could look at them")]
struct Message {
    id: String,
    r#type: String,
    sequence_id: String,
    version: String,
    content: Option<Content>,
    sender_display_name: Option<String>,
    #[serde(with = "rfc3339")]
    created_on: OffsetDateTime,
    sender_communication_identifier: Option<Identifier>,
    #[serde(default)]
    metadata: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Content {
    message: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "the caller could look at them")]
struct Identifier {
    raw_id: String,
    communication_user: Option<CommunicationUser>,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "the caller could look at it")]
struct CommunicationUser {
    id: String,
}

impl Message {
    fn text_length(&self) -> usize {
        self.content.as_ref().and_then(|it| it.message.as_ref()).map_or(0, String::len)
    }
}
