//! This crate as a driver.

mod chat;
mod identity;

use crate::{
    play::{Driver, Outcome},
    scenario::Call,
};
use acs_chat::{
    ChatClient, CommunicationError,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
    models::{ChatMessageType, ChatRetentionPolicy},
};
use acs_chat_emulator::{ENTRA_TOKEN, Emulator};
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    error::ErrorKind,
    time::{Duration, OffsetDateTime, parse_rfc3339},
};
use serde::{Deserialize, Deserializer, de::Error as _};
use serde_json::Value;
use std::{collections::HashMap, sync::Arc};

pub struct Ours {
    connection_string: String,
    endpoint: String,
    /// By their callers.
    clients: HashMap<Option<String>, Client>,
}

#[derive(Clone)]
enum Client {
    Chat(ChatClient),
    Identity(CommunicationIdentityClient),
}

/// The caller of a request. Without one, the resource calls, with its access key.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Caller {
    /// A user's token.
    Token(String),
    /// The scopes that a user's Entra credential is asked for; none for the resource's.
    Entra(Vec<String>),
}

/// The arguments of all calls, most of them named like the setters. Each call has some of them.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
struct Arguments {
    id: String,
    scopes: Vec<CommunicationIdentityTokenScope>,
    expires_in_minutes: Option<i32>,
    token: String,
    app_id: String,
    user_id: String,
    thread: String,
    topic: String,
    idempotency_token: Option<String>,
    participants: Vec<Participant>,
    participant: String,
    metadata: Option<HashMap<String, String>>,
    retention_policy: Option<ChatRetentionPolicy>,
    message: String,
    content: Option<String>,
    #[serde(rename = "type")]
    message_type: Option<ChatMessageType>,
    sender_display_name: Option<String>,
    max_page_size: Option<i32>,
    skip: Option<i32>,
    #[serde(deserialize_with = "time")]
    start_time: Option<OffsetDateTime>,
    by_page: bool,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Participant {
    raw_id: String,
    display_name: Option<String>,
    #[serde(default, deserialize_with = "time")]
    share_history_time: Option<OffsetDateTime>,
    metadata: Option<HashMap<String, String>>,
}

fn time<'de, D>(deserializer: D) -> std::result::Result<Option<OffsetDateTime>, D::Error>
where
    D: Deserializer<'de>,
{
    let text = String::deserialize(deserializer)?;
    parse_rfc3339(&text).map(Some).map_err(D::Error::custom)
}

impl Ours {
    pub fn new(emulator: &Emulator) -> Self {
        Self {
            connection_string: emulator.connection_string(),
            endpoint: emulator.endpoint(),
            clients: HashMap::new(),
        }
    }

    async fn make(&mut self, call: &Call) -> Result<Value> {
        let with = Arguments::deserialize(&call.with)?;
        match self.client(call.caller.as_ref())? {
            Client::Chat(chat) => chat::make(&call.call, chat, with).await,
            Client::Identity(identity) => identity::make(&call.call, identity, with).await,
        }
    }

    fn client(&mut self, caller: Option<&Value>) -> Result<Client> {
        let key = caller.map(Value::to_string);
        if let Some(client) = self.clients.get(&key) {
            return Ok(client.clone());
        }
        let client = match caller.map(Caller::deserialize).transpose()? {
            Some(Caller::Token(token)) => Client::Chat(self.user(token)?),
            Some(Caller::Entra(scopes)) if scopes.is_empty() => Client::Identity(self.entra()?),
            Some(Caller::Entra(scopes)) => Client::Chat(self.user_of_entra(scopes)?),
            None => Client::Identity(self.resource()?),
        };
        self.clients.insert(key, client.clone());
        Ok(client)
    }
}

/// The call with those of the setters that the step has arguments for.
macro_rules! set {
    ($call:expr, $with:ident: $($setter:ident)*) => {{
        let mut call = $call;
        $(if let Some(value) = $with.$setter {
            call = call.$setter(value);
        })*
        call
    }};
}
use set;

fn unknown(call: &str) -> azure_core::Error {
    azure_core::Error::with_message(ErrorKind::Other, format!("there is no call `{call}`"))
}

#[async_trait::async_trait]
impl Driver for Ours {
    async fn outcome(&mut self, call: &Call) -> Outcome {
        match self.make(call).await {
            Ok(value) => Outcome::Value(value),
            Err(error) => match error.http_status() {
                Some(status) => Outcome::Error {
                    status: Some(status.into()),
                    code: CommunicationError::of(&error).map(|told| told.code),
                },
                None => Outcome::failure(error),
            },
        }
    }
}

/// Has the one Entra token that the emulator takes.
#[derive(Debug)]
struct EntraCredential;

#[async_trait::async_trait]
impl TokenCredential for EntraCredential {
    async fn get_token(
        &self,
        _scopes: &[&str],
        _options: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        Ok(AccessToken::new(ENTRA_TOKEN, OffsetDateTime::now_utc() + Duration::hours(1)))
    }
}

fn entra_credential() -> Arc<dyn TokenCredential> {
    Arc::new(EntraCredential)
}
