//! A client as the generator writes it. Its few operations use every feature of calls.

use super::{
    builders::{call, list, not_idempotent},
    server::Server,
};
use crate::runtime::{
    bearer::Bearer,
    call::Call,
    communication::identifier::CommunicationIdentifier,
    page::Layout,
    pager::List,
    patch::Patch,
    pipeline::{JSON, MERGE_PATCH, Operation, Service},
    string_enum::string_enum,
    timestamp,
    wire::null_is_default,
};
use azure_core::{
    Result,
    credentials::{AccessToken, TokenCredential, TokenRequestOptions},
    http::{ClientOptions, FixedRetryOptions, Method, RetryOptions, policies::Policy},
    time::{Duration, OffsetDateTime},
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, sync::Arc};

#[derive(Clone, Debug)]
pub struct ThreadClient {
    pub service: Arc<Service>,
    chat_thread_id: Arc<str>,
}

/// Retries twice, without a delay.
pub fn options() -> ClientOptions {
    let delay = Duration::milliseconds(1);
    let retry = FixedRetryOptions { delay, max_retries: 2, ..Default::default() };
    ClientOptions { retry: RetryOptions::fixed(retry), ..Default::default() }
}

/// A credential with a token that does not change.
#[derive(Debug)]
pub struct Token(pub &'static str);

#[async_trait::async_trait]
impl TokenCredential for Token {
    async fn get_token(
        &self,
        _: &[&str],
        _: Option<TokenRequestOptions<'_>>,
    ) -> Result<AccessToken> {
        Ok(AccessToken::new(self.0, OffsetDateTime::now_utc() + Duration::hours(1)))
    }
}

impl Server {
    pub fn thread(&self) -> ThreadClient {
        self.thread_with("19:t@thread.v2", options())
    }

    pub fn thread_with(&self, chat_thread_id: &str, options: ClientOptions) -> ThreadClient {
        ThreadClient::new(&self.base, chat_thread_id, options).unwrap()
    }
}

impl ThreadClient {
    pub fn new(endpoint: &str, chat_thread_id: &str, options: ClientOptions) -> Result<Self> {
        let authorize = Bearer::new(endpoint, Arc::new(Token("SECRET-TOKEN")), &["scope"])?;
        let service = Service::new(endpoint, Some("2025-03-15"), Some(authorize), options)?;
        Ok(Self { service, chat_thread_id: chat_thread_id.into() })
    }

    pub fn authorized(
        endpoint: &str,
        authorize: Arc<dyn Policy>,
        options: ClientOptions,
    ) -> Result<Self> {
        let service = Service::new(endpoint, None, Some(authorize), options)?;
        Ok(Self { service, chat_thread_id: "t".into() })
    }

    pub fn create_thread(&self, topic: impl Into<String>) -> CreateThread {
        let body = CreateThreadRequest { topic: topic.into() };
        let mut call = Call::new(&self.service, &CREATE_THREAD, &[], body);
        call.uuid_header("Repeatability-Request-Id");
        CreateThread(call)
    }

    pub fn create_identity(&self) -> CreateIdentity {
        CreateIdentity(Call::new(&self.service, &CREATE_IDENTITY, &[], None))
    }

    pub fn update_properties(&self) -> UpdateProperties {
        let body = UpdatePropertiesRequest::default();
        let path = [&*self.chat_thread_id];
        UpdateProperties(Call::new(&self.service, &UPDATE_PROPERTIES, &path, body))
    }

    pub fn send_message(&self, content: impl Into<String>) -> SendMessage {
        let body = SendMessageRequest { content: content.into(), ..Default::default() };
        SendMessage(Call::new(&self.service, &SEND_MESSAGE, &[&self.chat_thread_id], body))
    }

    pub fn list_messages(&self) -> ListMessages {
        let path = [&*self.chat_thread_id];
        ListMessages(List::new(Call::new(&self.service, &LIST_MESSAGES, &path, ()), &MESSAGES))
    }

    pub fn get_message(&self, chat_message_id: impl AsRef<str>) -> GetMessage {
        let path = [&*self.chat_thread_id, chat_message_id.as_ref()];
        GetMessage(Call::new(&self.service, &GET_MESSAGE, &path, ()))
    }

    pub fn delete_message(&self, chat_message_id: impl AsRef<str>) -> DeleteMessage {
        let path = [&*self.chat_thread_id, chat_message_id.as_ref()];
        DeleteMessage(Call::new(&self.service, &DELETE_MESSAGE, &path, ()))
    }

    pub fn add_participants(
        &self,
        participants: impl IntoIterator<Item = CommunicationIdentifier>,
    ) -> AddParticipants {
        let body = AddParticipantsRequest { participants: participants.into_iter().collect() };
        let nobody = body.participants.is_empty();
        let path = [&*self.chat_thread_id];
        let mut call = Call::new(&self.service, &ADD_PARTICIPANTS, &path, body);
        call.answer_if(nobody, "{}");
        AddParticipants(call)
    }
}

macro_rules! operations {
    ($($name:ident $method:ident $path:literal $content_type:ident [$($success:literal)*] $span:literal;)*) => {$(
        pub const $name: Operation = Operation {
            name: concat!("ThreadClient.", $span),
            method: Method::$method,
            path: $path,
            content_type: $content_type,
            success: &[$($success),*],
            names: NAMES,
        };
    )*};
}

const NONE: Option<&str> = None;

/// The Rust names of the parameters of these operations.
const NAMES: &[(&str, &str)] = &[
    ("Repeatability-Request-Id", "repeatability_request_id"),
    ("if-modified-since", "if_modified_since"),
    ("maxPageSize", "max_page_size"),
    ("startTime", "start_time"),
];

operations! {
    CREATE_THREAD Post "/chat/threads" JSON [201] "create_thread";
    CREATE_IDENTITY Post "/identities" JSON [201] "create_identity";
    UPDATE_PROPERTIES Patch "/chat/threads/{chatThreadId}" MERGE_PATCH [204] "update_properties";
    SEND_MESSAGE Post "/chat/threads/{chatThreadId}/messages" JSON [201] "send_message";
    LIST_MESSAGES Get "/chat/threads/{chatThreadId}/messages" NONE [200] "list_messages";
    GET_MESSAGE Get "/chat/threads/{chatThreadId}/messages/{chatMessageId}" NONE [] "get_message";
    DELETE_MESSAGE Delete "/chat/threads/{chatThreadId}/messages/{chatMessageId}" NONE [204] "delete_message";
    ADD_PARTICIPANTS Post "/chat/threads/{chatThreadId}/participants/:add" JSON [201] "add_participants";
}

#[derive(Clone, Debug)]
pub struct CreateThread(Call<CreateThreadRequest>);
call!(CreateThread, Sent);

impl CreateThread {
    pub fn repeatability_request_id(mut self, id: impl Into<String>) -> Self {
        self.0.header("Repeatability-Request-Id", id.into());
        self
    }

    pub fn if_modified_since(mut self, time: OffsetDateTime) -> Self {
        self.0.header("if-modified-since", time);
        self
    }
}

#[derive(Clone, Serialize)]
struct CreateThreadRequest {
    topic: String,
}

#[derive(Clone, Debug)]
pub struct CreateIdentity(Call<Option<CreateIdentityRequest>>);
call!(CreateIdentity, Sent);

impl CreateIdentity {
    pub fn expires_in_minutes(mut self, expires_in_minutes: i32) -> Self {
        self.0.body.get_or_insert_default().expires_in_minutes = expires_in_minutes;
        self
    }
}

#[derive(Clone, Default, Serialize)]
struct CreateIdentityRequest {
    expires_in_minutes: i32,
}

#[derive(Clone, Debug)]
pub struct UpdateProperties(Call<UpdatePropertiesRequest>);
call!(UpdateProperties, ());

impl UpdateProperties {
    pub fn topic(mut self, topic: impl Into<Patch<String>>) -> Self {
        self.0.body.topic = topic.into();
        self
    }

    pub fn metadata(mut self, metadata: impl Into<Patch<HashMap<String, Option<String>>>>) -> Self {
        self.0.body.metadata = metadata.into();
        self
    }

    pub fn deleted_on(mut self, deleted_on: impl Into<Patch<OffsetDateTime>>) -> Self {
        self.0.body.deleted_on = deleted_on.into();
        self
    }
}

#[derive(Clone, Default, Serialize)]
struct UpdatePropertiesRequest {
    #[serde(skip_serializing_if = "Patch::is_absent")]
    topic: Patch<String>,
    #[serde(skip_serializing_if = "Patch::is_absent")]
    metadata: Patch<HashMap<String, Option<String>>>,
    #[serde(with = "timestamp", skip_serializing_if = "Patch::is_absent")]
    deleted_on: Patch<OffsetDateTime>,
}

#[derive(Clone, Debug)]
pub struct SendMessage(Call<SendMessageRequest>);
call!(SendMessage, Sent);
not_idempotent!(SendMessage);

impl SendMessage {
    pub fn sender_display_name(mut self, sender_display_name: impl Into<String>) -> Self {
        self.0.body.sender_display_name = Some(sender_display_name.into());
        self
    }

    pub fn message_type(mut self, message_type: MessageType) -> Self {
        self.0.refuse_if(message_type == MessageType::TopicUpdated, "only text and html are sent");
        self.0.body.message_type = Some(message_type);
        self
    }
}

#[derive(Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct SendMessageRequest {
    content: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sender_display_name: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    message_type: Option<MessageType>,
}

#[derive(Clone, Debug)]
pub struct ListMessages(List);
list!(ListMessages, Message);

impl ListMessages {
    pub fn max_page_size(mut self, max_page_size: i32) -> Self {
        self.0.call.query_param("maxPageSize", max_page_size);
        self
    }

    pub fn start_time(mut self, start_time: OffsetDateTime) -> Self {
        self.0.call.query_param("startTime", start_time);
        self
    }
}

#[derive(Clone, Debug)]
pub struct GetMessage(Call);
call!(GetMessage, Message);

#[derive(Clone, Debug)]
pub struct DeleteMessage(Call);
call!(DeleteMessage, ());

#[derive(Clone, Debug)]
pub struct AddParticipants(Call<AddParticipantsRequest>);
call!(AddParticipants, Added);

#[derive(Clone, Serialize)]
struct AddParticipantsRequest {
    participants: Vec<CommunicationIdentifier>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Added {
    #[serde(default, deserialize_with = "null_is_default")]
    pub invalid_participants: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Sent {
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    pub id: String,
    #[serde(with = "timestamp")]
    pub created_on: OffsetDateTime,
}

impl Message {
    pub fn json(id: usize) -> String {
        format!(r#"{{"id":"{id}","createdOn":"2021-03-08T05:26:40.1234567+00:00"}}"#)
    }
}

pub const MESSAGES: Layout = Layout { items: &["value"], required: true, next_link: &["nextLink"] };

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum MessageType {
    Text,
    TopicUpdated,
    UnknownValue(String),
}

string_enum!(MessageType, "text" = Text, "topicUpdated" = TopicUpdated);

/// `GET /things`, authorized with another policy than the thread client's.
pub fn get(endpoint: &str, authorize: Arc<dyn Policy>) -> Get {
    let service = Service::new(endpoint, None, Some(authorize), options()).unwrap();
    Get(Call::new(&service, &GET, &[], ()))
}

const GET: Operation = Operation {
    name: "Client.get",
    method: Method::Get,
    path: "/things",
    content_type: None,
    success: &[200],
    names: &[],
};

#[derive(Clone, Debug)]
pub struct Get(pub Call);
call!(Get, i32);
