//! Chat events in the order of their versions.

use super::ChatEvent;
use crate::runtime::event_grid::recent::NewestVersions;
use azure_core::Value;

/// Orders events by version, and drops events that are older than an earlier event of the same object.
///
/// Event Grid does not keep the order: the edit of a message can arrive before the message. An
/// application that stores the newest state of each message and thread needs only the newest event of
/// each.
///
/// ```
/// # use acs_chat::events::{ChatEvent, EventOrder};
/// # fn example(body: &[u8], order: &mut EventOrder) -> azure_core::Result<()> {
/// let events = ChatEvent::parse(body)?.into_iter().flatten();
/// for event in order.newest(events) {
///     println!("{} {:?}", event.event_type, event.version());
/// }
/// # Ok(())
/// # }
/// ```
#[derive(Debug)]
pub struct EventOrder(NewestVersions);

impl EventOrder {
    /// Remembers the versions of the last `capacity` messages, participants and threads.
    pub fn new(capacity: usize) -> Self {
        Self(NewestVersions::new(capacity))
    }

    /// Returns the events in the order of their versions, without events that are older than, or as
    /// old as, an event of the same object that this method returned before.
    ///
    /// The object is the message, the participant or the properties of a thread. Events of users and
    /// events of threads are apart. Events without a version, such as a subscription validation, come
    /// first, and are never dropped. Neither are typing notifications.
    pub fn newest(&mut self, events: impl IntoIterator<Item = ChatEvent>) -> Vec<ChatEvent> {
        let mut events: Vec<ChatEvent> = events.into_iter().collect();
        events.sort_by_key(ChatEvent::version);
        events.retain(|event| self.is_newer(event));
        events
    }

    fn is_newer(&mut self, event: &ChatEvent) -> bool {
        match (object(event), event.version()) {
            (Some(object), Some(version)) => self.0.advance(object, version),
            _ => true,
        }
    }
}

/// The key of the object that changed.
fn object(event: &ChatEvent) -> Option<String> {
    let name = event.event_type.strip_prefix("Microsoft.Communication.")?;
    let kind = match name {
        _ if name.contains("Typing") => return None,
        _ if name.contains("BotCommand") => "command",
        _ if name.starts_with("ChatMessage") => "message",
        _ if name.contains("Participant") || name.contains("Member") => "participant",
        _ => "thread",
    };
    let json = event.json();
    let participant = json.get("participantAdded").or_else(|| json.get("participantRemoved"));
    let key = [
        &json["threadId"],
        &json["messageId"],
        participant.map_or(&Value::Null, |it| &it["participantCommunicationIdentifier"]),
        &json["recipientCommunicationIdentifier"],
    ];
    Some(format!("{kind} {}", key.map(Value::to_string).join(" ")))
}
