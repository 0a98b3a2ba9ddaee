//! Every model and union of the crate decodes or is refused, and is written as it was read.

use crate::{
    budget::fuzz,
    mutation::{Mutation, edited, edits, mutate, mutations},
};
use acs_chat::{CommunicationError, CommunicationIdentifier, events, identity, models};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
};
use tests::cases::{texts, workspace};

/// A type, and JSON of it with every property.
struct Model {
    name: &'static str,
    sample: Value,
    /// Fails when what was decoded is not written as it was read.
    check: fn(&str),
}

/// Each type with the schema that it has in `spec/`.
macro_rules! models {
    ($($file:literal { $($schema:ident => $type:ty,)* })*) => {
        vec![$($(Model {
            name: stringify!($type),
            sample: Schemas::read().sample($file, stringify!($schema)),
            check: check::<$type>,
        },)*)*]
    };
}

fn all() -> Vec<Model> {
    models! {
        "chat.yaml" {
            AddChatParticipantsResult => models::AddChatParticipantsResult,
            ChatAttachment => models::ChatAttachment,
            ChatAttachmentType => models::ChatAttachmentType,
            ChatMessage => models::ChatMessage,
            ChatMessageContent => models::ChatMessageContent,
            ChatMessageReadReceipt => models::ChatMessageReadReceipt,
            ChatMessageType => models::ChatMessageType,
            ChatParticipant => models::ChatParticipant,
            ChatRetentionPolicy => models::ChatRetentionPolicy,
            ChatThreadItem => models::ChatThreadItem,
            ChatThreadProperties => models::ChatThreadProperties,
            CreateChatThreadResult => models::CreateChatThreadResult,
            NoneRetentionPolicy => models::NoneRetentionPolicy,
            SendChatMessageResult => models::SendChatMessageResult,
            ThreadCreationDateRetentionPolicy => models::ThreadCreationDateRetentionPolicy,
        }
        "common.yaml" {
            CommunicationError => CommunicationError,
            CommunicationIdentifierModel => CommunicationIdentifier,
        }
        "events.yaml" {
            AcsChatAzureBotCommandReceivedInThreadEventData =>
                events::models::AcsChatAzureBotCommandReceivedInThreadEventData,
            AcsChatMessageDeletedEventData => events::models::AcsChatMessageDeletedEventData,
            AcsChatMessageDeletedInThreadEventData =>
                events::models::AcsChatMessageDeletedInThreadEventData,
            AcsChatMessageEditedEventData => events::models::AcsChatMessageEditedEventData,
            AcsChatMessageEditedInThreadEventData =>
                events::models::AcsChatMessageEditedInThreadEventData,
            AcsChatMessageReceivedEventData => events::models::AcsChatMessageReceivedEventData,
            AcsChatMessageReceivedInThreadEventData =>
                events::models::AcsChatMessageReceivedInThreadEventData,
            AcsChatParticipantAddedToThreadEventData =>
                events::models::AcsChatParticipantAddedToThreadEventData,
            AcsChatParticipantAddedToThreadWithUserEventData =>
                events::models::AcsChatParticipantAddedToThreadWithUserEventData,
            AcsChatParticipantRemovedFromThreadEventData =>
                events::models::AcsChatParticipantRemovedFromThreadEventData,
            AcsChatParticipantRemovedFromThreadWithUserEventData =>
                events::models::AcsChatParticipantRemovedFromThreadWithUserEventData,
            AcsChatThreadCreatedEventData => events::models::AcsChatThreadCreatedEventData,
            AcsChatThreadCreatedWithUserEventData =>
                events::models::AcsChatThreadCreatedWithUserEventData,
            AcsChatThreadDeletedEventData => events::models::AcsChatThreadDeletedEventData,
            AcsChatThreadParticipantProperties =>
                events::models::AcsChatThreadParticipantProperties,
            AcsChatThreadPropertiesUpdatedEventData =>
                events::models::AcsChatThreadPropertiesUpdatedEventData,
            AcsChatThreadPropertiesUpdatedPerUserEventData =>
                events::models::AcsChatThreadPropertiesUpdatedPerUserEventData,
            AcsChatThreadWithUserDeletedEventData =>
                events::models::AcsChatThreadWithUserDeletedEventData,
            AcsChatTypingIndicatorReceivedInThreadEventData =>
                events::models::AcsChatTypingIndicatorReceivedInThreadEventData,
        }
        "identity.yaml" {
            CommunicationIdentity => identity::models::CommunicationIdentity,
            CommunicationIdentityAccessToken => identity::models::CommunicationIdentityAccessToken,
            CommunicationIdentityAccessTokenResult =>
                identity::models::CommunicationIdentityAccessTokenResult,
            CommunicationIdentityTokenScope => identity::models::CommunicationIdentityTokenScope,
            TeamsExtensionAssignmentResponse => identity::models::TeamsExtensionAssignmentResponse,
            TeamsExtensionPrincipalType => identity::models::TeamsExtensionPrincipalType,
        }
    }
}

#[test]
fn samples_are_read() {
    for model in all() {
        (model.check)(&model.sample.to_string());
    }
}

#[test]
fn no_model_is_left_out() {
    let mut public = BTreeSet::new();
    for module in ["", "events/", "identity/"] {
        let path = workspace().join(format!("generated/src/{module}models.rs"));
        let source = std::fs::read_to_string(path).expect("there are models");
        let names = source.lines().filter_map(|line| {
            let rest = line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum "))?;
            rest.split([' ', '<', '(', ';']).next().map(str::to_owned)
        });
        public.extend(names);
    }
    let known: BTreeSet<String> = all()
        .iter()
        .map(|model| model.name.rsplit("::").next().unwrap_or_default().trim().to_owned())
        .collect();
    let missing: Vec<&String> = public.difference(&known).collect();
    assert!(missing.is_empty(), "add these types to `all`: {missing:?}");
}

#[test]
fn mutated_json_is_read_and_written_or_refused() {
    let models = all();
    let cases = (0..models.len(), mutations(WORDS));
    fuzz("models", 4_000, cases, |(index, mutations): (usize, Vec<Mutation>)| {
        let mut value = models[index].sample.clone();
        mutate(&mut value, &mutations);
        (models[index].check)(&value.to_string());
    });
}

#[test]
fn edited_text_is_read_and_written_or_refused() {
    let models = all();
    let texts: Vec<String> = models.iter().map(|model| model.sample.to_string()).collect();
    fuzz("texts of models", 4_000, (0..models.len(), edits()), |(index, edits)| {
        (models[index].check)(&edited(&texts[index], &edits));
    });
}

fn check<T: DeserializeOwned + Serialize + PartialEq + Debug>(text: &str) {
    let Ok(model) = serde_json::from_str::<T>(text) else { return };
    let debug = format!("{model:?}");
    let json = serde_json::to_string(&model).unwrap_or_else(|error| panic!("{debug}: {error}"));
    let again: T = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
    assert_eq!(again, model, "{json}");
}

/// Texts that mean something to a decoder.
pub const WORDS: &[&str] = &[
    "",
    "null",
    "text",
    "html",
    "topicUpdated",
    "kind",
    "rawId",
    "none",
    "threadCreationDate",
    "communicationUser",
    "phoneNumber",
    "microsoftTeamsUser",
    "microsoftTeamsApp",
    "teamsExtensionUser",
    "unknown",
    "public",
    "dod",
    "gcch",
    "8:acs:a_b",
    "8:orgid:x",
    "8:dod:x",
    "8:gcch-acs:x_y",
    "8:teamsvisitor:x",
    "28:orgid:x",
    "28:dod-global:x",
    "4:+1425",
    "4:",
    "8:",
    "2021-03-08T05:26:40.1234567+00:00",
    "2021-03-08T05:26:40Z",
    "9999-12-31T23:59:59.9999999-14:00",
    "0000-01-01T00:00:00+14:00",
    "-000001-01-01T00:00:00Z",
    "2016-12-31T23:59:60Z",
    "2021-02-30T00:00:00Z",
    "2021-03-08t05:26:40z",
    "1e400",
    "\u{0}",
];

/// The schemas of `spec/`.
struct Schemas(BTreeMap<String, Value>);

impl Schemas {
    fn read() -> Self {
        let files = texts(&workspace().join("spec")).into_iter();
        let files = files.map(|(path, text)| {
            let value = serde_yaml::from_str(&text);
            (path.clone(), value.unwrap_or_else(|error| panic!("{path}: {error}")))
        });
        Self(files.collect())
    }

    /// JSON of a schema, with every property.
    fn sample(&self, file: &str, name: &str) -> Value {
        self.of(file, &self.0[file]["components"]["schemas"][name], 0)
    }

    fn of(&self, file: &str, schema: &Value, depth: usize) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            let (other, pointer) = reference.split_once('#').expect("a reference has a pointer");
            let file = if other.is_empty() { file } else { other };
            let target = self.0[file].pointer(pointer).expect("the reference leads somewhere");
            return self.of(file, target, depth + 1);
        }
        let mut properties = Map::new();
        for part in schema["allOf"].as_array().into_iter().flatten() {
            if let Value::Object(more) = self.of(file, part, depth) {
                properties.extend(more);
            }
        }
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            // A schema that contains itself ends here.
            if depth < 5 {
                properties.insert(name.clone(), self.of(file, property, depth + 1));
            }
        }
        match schema["type"].as_str() {
            Some("string") => match (&schema["enum"][0], schema["format"].as_str()) {
                (Value::String(first), _) => first.clone().into(),
                (_, Some("date-time")) => "2021-03-08T05:26:40.1234567+00:00".into(),
                _ => "8:acs:a_b".into(),
            },
            Some("integer" | "number") => 7.into(),
            Some("boolean") => true.into(),
            Some("array") => Value::Array(vec![self.of(file, &schema["items"], depth + 1)]),
            _ => {
                if schema["additionalProperties"].is_object() {
                    let value = self.of(file, &schema["additionalProperties"], depth + 1);
                    properties.insert("name".to_owned(), value);
                }
                Value::Object(properties)
            }
        }
    }
}
