//! Chat events: their envelope, and the types of their data.

use crate::{
    events::models,
    runtime::{
        communication::event_data::correct,
        event_grid::envelope::{Envelope, conversion, envelopes, of_event},
        wire::problem,
    },
};
use azure_core::{Result, Value, fmt::SafeDebug, time::OffsetDateTime};
use serde::de::DeserializeOwned;

pub use crate::runtime::event_grid::{
    handshake::{SubscriptionValidation, handshake_headers},
    recent::SeenEvents,
    secret::WebhookSecret,
};

/// An event that Event Grid delivered.
///
/// Each change in a chat can cause two kinds of events. The events of the thread, whose names end in
/// `InThread` or begin with `ChatThread`, come once for each change. The events of users, such as
/// `ChatMessageReceived`, come once for each participant, except the one who made the change.
/// Subscribe to one of the two.
///
/// Event Grid delivers events at least once and in any order. [`SeenEvents`] drops duplicates, and
/// [`EventOrder`](super::EventOrder) orders events by their versions.
#[derive(Clone, SafeDebug, PartialEq)]
#[non_exhaustive]
pub struct ChatEvent {
    /// The id of the event. A repeated delivery has the same id.
    #[safe(true)]
    pub id: String,
    /// The type, such as `Microsoft.Communication.ChatMessageReceived`.
    #[safe(true)]
    pub event_type: String,
    /// The Azure resource that the event comes from: `source` in the CloudEvents schema, `topic` in
    /// the Event Grid schema.
    #[safe(true)]
    pub source: Option<String>,
    /// The path of what changed, such as `thread/{id}/sender/{raw id}/recipient/{raw id}`.
    /// Subscriptions can filter by it.
    #[safe(true)]
    pub subject: Option<String>,
    /// When the event was created.
    #[safe(true)]
    pub time: Option<OffsetDateTime>,
    /// The data, by the type of the event.
    #[safe(true)]
    pub data: ChatEventData,
    json: Value,
}

/// The data of an event. Each variant has the name of its type without `Microsoft.Communication.`
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ChatEventData {
    /// A user received a message. The sender gets no event.
    ChatMessageReceived(Box<models::AcsChatMessageReceivedEventData>),
    /// A message that a user can read was edited.
    ChatMessageEdited(Box<models::AcsChatMessageEditedEventData>),
    /// A message that a user could read was deleted.
    ChatMessageDeleted(Box<models::AcsChatMessageDeletedEventData>),
    /// A thread was created with a user in it.
    ChatThreadCreatedWithUser(Box<models::AcsChatThreadCreatedWithUserEventData>),
    /// A thread with a user in it was deleted.
    ChatThreadWithUserDeleted(Box<models::AcsChatThreadWithUserDeletedEventData>),
    /// The properties of a thread with a user in it changed.
    ChatThreadPropertiesUpdatedPerUser(Box<models::AcsChatThreadPropertiesUpdatedPerUserEventData>),
    /// A participant joined a thread with a user in it. Events of 2020 have the type
    /// `ChatMemberAddedToThreadWithUser`.
    ChatParticipantAddedToThreadWithUser(
        Box<models::AcsChatParticipantAddedToThreadWithUserEventData>,
    ),
    /// A participant left a thread with a user in it. Events of 2020 have the type
    /// `ChatMemberRemovedFromThreadWithUser`.
    ChatParticipantRemovedFromThreadWithUser(
        Box<models::AcsChatParticipantRemovedFromThreadWithUserEventData>,
    ),
    /// A thread received a message.
    ChatMessageReceivedInThread(Box<models::AcsChatMessageReceivedInThreadEventData>),
    /// A message of a thread was edited.
    ChatMessageEditedInThread(Box<models::AcsChatMessageEditedInThreadEventData>),
    /// A message of a thread was deleted.
    ChatMessageDeletedInThread(Box<models::AcsChatMessageDeletedInThreadEventData>),
    /// A thread was created.
    ChatThreadCreated(Box<models::AcsChatThreadCreatedEventData>),
    /// A thread was deleted.
    ChatThreadDeleted(Box<models::AcsChatThreadDeletedEventData>),
    /// The properties of a thread changed.
    ChatThreadPropertiesUpdated(Box<models::AcsChatThreadPropertiesUpdatedEventData>),
    /// A participant joined a thread.
    ChatThreadParticipantAdded(Box<models::AcsChatParticipantAddedToThreadEventData>),
    /// A participant left a thread.
    ChatThreadParticipantRemoved(Box<models::AcsChatParticipantRemovedFromThreadEventData>),
    /// A participant is typing.
    ChatTypingIndicatorReceivedInThread(
        Box<models::AcsChatTypingIndicatorReceivedInThreadEventData>,
    ),
    /// A bot sent a command to a thread.
    ChatAzureBotCommandReceivedInThread(
        Box<models::AcsChatAzureBotCommandReceivedInThreadEventData>,
    ),
    /// Event Grid asks whether the webhook wants the subscription
    /// (`Microsoft.EventGrid.SubscriptionValidationEvent`).
    SubscriptionValidation(SubscriptionValidation),
    /// An event of another type. [`ChatEvent::json`] returns its data.
    Unknown,
}

impl ChatEvent {
    /// Reads what Event Grid posted: one event or a batch, in the CloudEvents 1.0 schema or in the
    /// Event Grid schema. Event Grid posts the same to queues.
    ///
    /// A bad event is an error among the other events of its batch. Posting it again would not help,
    /// so a webhook should still answer 200. An event of an unknown type is not an error.
    ///
    /// ```
    /// use acs_chat::events::{ChatEvent, ChatEventData};
    ///
    /// # fn example() -> azure_core::Result<()> {
    /// let body = r#"[{
    ///     "id": "4f614f97-c451-4b82-a8c9-1e30c3bfcda1",
    ///     "source": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Communication/communicationServices/r",
    ///     "subject": "thread/19:t@thread.v2/sender/8:acs:r_u",
    ///     "type": "Microsoft.Communication.ChatMessageReceivedInThread",
    ///     "time": "2026-03-02T09:00:00.123Z",
    ///     "specversion": "1.0",
    ///     "data": { "threadId": "19:t@thread.v2", "messageId": "1772442000123", "messageBody": "hello" }
    /// }]"#;
    /// for event in ChatEvent::parse(body)? {
    ///     match event?.data {
    ///         ChatEventData::ChatMessageReceivedInThread(message) => {
    ///             assert_eq!(message.message_body.as_deref(), Some("hello"));
    ///         }
    ///         other => println!("{other:?}"),
    ///     }
    /// }
    /// # Ok(())
    /// # }
    /// # example().unwrap();
    /// ```
    ///
    /// # Errors
    /// Returns an error if the body is neither a JSON object nor an array. Then the body is not from
    /// Event Grid, and a webhook should answer 400. No error shows the data of an event.
    pub fn parse(body: impl AsRef<[u8]>) -> Result<Vec<Result<Self>>> {
        Ok(envelopes(body.as_ref())?.into_iter().map(|event| Self::read(event?)).collect())
    }

    /// Returns the data as JSON, including properties that its type does not have, such as
    /// `sequenceId` or `retentionPolicy`, and the data of an unknown type. It is `null` if the event
    /// has none. Versions are numbers, and types of messages are spelled as in the Chat API.
    pub fn json(&self) -> &Value {
        &self.json
    }

    /// Returns the id of the thread.
    pub fn thread_id(&self) -> Option<&str> {
        self.json["threadId"].as_str()
    }

    /// Returns the version of the message or of the thread after the change. It is a number of
    /// milliseconds since 1970, and each change raises it.
    pub fn version(&self) -> Option<i64> {
        self.json["version"].as_i64()
    }

    fn read(mut event: Envelope) -> Result<Self> {
        let is_chat = event.event_type.starts_with("Microsoft.Communication.Chat");
        if let Some(data) = event.data.as_object_mut().filter(|_| is_chat) {
            correct(data);
        }
        let Envelope { id, event_type, source, subject, time, data: json } = event;
        let data = ChatEventData::read(&event_type, &json);
        let data = data.map_err(|error| of_event(&id, &error))?;
        Ok(Self { id, event_type, source, subject, time, data, json })
    }
}

impl ChatEventData {
    fn read(event_type: &str, data: &Value) -> Result<Self> {
        if event_type == "Microsoft.EventGrid.SubscriptionValidationEvent" {
            return SubscriptionValidation::read(data).map(Self::SubscriptionValidation);
        }
        match event_type.strip_prefix("Microsoft.Communication.").unwrap_or_default() {
            "ChatMessageReceived" => read(Self::ChatMessageReceived, data),
            "ChatMessageEdited" => read(Self::ChatMessageEdited, data),
            "ChatMessageDeleted" => read(Self::ChatMessageDeleted, data),
            "ChatThreadCreatedWithUser" => read(Self::ChatThreadCreatedWithUser, data),
            "ChatThreadWithUserDeleted" => read(Self::ChatThreadWithUserDeleted, data),
            "ChatThreadPropertiesUpdatedPerUser" => {
                read(Self::ChatThreadPropertiesUpdatedPerUser, data)
            }
            "ChatParticipantAddedToThreadWithUser" | "ChatMemberAddedToThreadWithUser" => {
                read(Self::ChatParticipantAddedToThreadWithUser, data)
            }
            "ChatParticipantRemovedFromThreadWithUser" | "ChatMemberRemovedFromThreadWithUser" => {
                read(Self::ChatParticipantRemovedFromThreadWithUser, data)
            }
            "ChatMessageReceivedInThread" => read(Self::ChatMessageReceivedInThread, data),
            "ChatMessageEditedInThread" => read(Self::ChatMessageEditedInThread, data),
            "ChatMessageDeletedInThread" => read(Self::ChatMessageDeletedInThread, data),
            "ChatThreadCreated" => read(Self::ChatThreadCreated, data),
            "ChatThreadDeleted" => read(Self::ChatThreadDeleted, data),
            "ChatThreadPropertiesUpdated" => read(Self::ChatThreadPropertiesUpdated, data),
            "ChatThreadParticipantAdded" => read(Self::ChatThreadParticipantAdded, data),
            "ChatThreadParticipantRemoved" => read(Self::ChatThreadParticipantRemoved, data),
            "ChatTypingIndicatorReceivedInThread" => {
                read(Self::ChatTypingIndicatorReceivedInThread, data)
            }
            "ChatAzureBotCommandReceivedInThread" => {
                read(Self::ChatAzureBotCommandReceivedInThread, data)
            }
            _ => Ok(Self::Unknown),
        }
    }
}

fn read<T: DeserializeOwned>(
    variant: fn(Box<T>) -> ChatEventData,
    data: &Value,
) -> Result<ChatEventData> {
    match serde_path_to_error::deserialize(data) {
        Ok(model) => Ok(variant(Box::new(model))),
        Err(error) => {
            // Further segments could be keys of metadata.
            let property = error.path().iter().next();
            let property = property.map(|it| format!("{it}: ")).unwrap_or_default();
            let problem = problem(error.inner());
            Err(conversion(format!("its data is invalid: {property}{problem}")))
        }
    }
}
