//! The data of chat events, where real events differ from their description.

use azure_core::Value;
use serde_json::{Map, json};

/// Changes data to what the description says:
///
/// - Events of a thread have their version as a string of digits.
/// - The types of messages are capitalized, and `html` is `RichText/Html`.
/// - Events of 2020 have raw ids instead of identifiers, and members instead of participants.
pub(crate) fn correct(data: &mut Map<String, Value>) {
    if let Some(version) =
        data.get("version").and_then(Value::as_str).and_then(|it| it.parse().ok())
    {
        data.insert("version".to_owned(), Value::Number(version));
    }
    if let Some(Value::String(name)) = data.get_mut("type") {
        *name = message_type(name).to_owned();
    }
    for (old, new) in RAW_IDS {
        replace(data, old, new, |id| Some(json!({ "rawId": id.as_str()? })));
    }
    for (old, new) in MEMBERS {
        replace(data, old, new, self::participant);
    }
    let participants =
        |members: &Value| members.as_array()?.iter().map(self::participant).collect();
    replace(data, "members", "participants", participants);
}

const RAW_IDS: [(&str, &str); 7] = [
    ("recipientId", "recipientCommunicationIdentifier"),
    ("senderId", "senderCommunicationIdentifier"),
    ("createdBy", "createdByCommunicationIdentifier"),
    ("deletedBy", "deletedByCommunicationIdentifier"),
    ("editedBy", "editedByCommunicationIdentifier"),
    ("addedBy", "addedByCommunicationIdentifier"),
    ("removedBy", "removedByCommunicationIdentifier"),
];

const MEMBERS: [(&str, &str); 2] =
    [("memberAdded", "participantAdded"), ("memberRemoved", "participantRemoved")];

/// The types of messages in the API.
const MESSAGE_TYPES: [&str; 5] =
    ["text", "html", "topicUpdated", "participantAdded", "participantRemoved"];

/// The name of a type in the API: `text` for `Text`. Other types are kept.
fn message_type(name: &str) -> &str {
    if name.eq_ignore_ascii_case("RichText/Html") {
        return "html";
    }
    MESSAGE_TYPES.into_iter().find(|known| known.eq_ignore_ascii_case(name)).unwrap_or(name)
}

/// Adds the property `new` from an older one. Newer events have both.
fn replace(
    data: &mut Map<String, Value>,
    old: &str,
    new: &str,
    convert: impl FnOnce(&Value) -> Option<Value>,
) {
    if !data.contains_key(new)
        && let Some(value) = data.get(old).and_then(convert)
    {
        data.insert(new.to_owned(), value);
    }
}

fn participant(member: &Value) -> Option<Value> {
    let id = member.get("memberId")?.as_str()?;
    let mut participant = json!({ "participantCommunicationIdentifier": { "rawId": id } });
    if let Some(name) = member.get("displayName") {
        participant["displayName"] = name.clone();
    }
    Some(participant)
}
