//! The events of a change: one for the thread, and one for each of its users but the one who made
//! the change. Each is made when it is sent: all events of a large thread together could take hundreds
//! of megabytes.

use super::event::Event;
use crate::{
    clock::Timestamp,
    contract::Api,
    identifier,
    store::{Message, Participant, Thread},
    version::ApiVersion,
};
use base64::{Engine, engine::general_purpose::STANDARD_NO_PAD};
use serde_json::{Value, json};
use uuid::Uuid;

/// A change of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MessageChange {
    Received,
    Edited,
    Deleted,
}

pub(crate) fn message_changed(
    thread: &Thread,
    message: &Message,
    change: MessageChange,
    now: Timestamp,
) -> impl Iterator<Item = Event> {
    let shown = message.to_json(version());
    let (id, version) = (message.id, message.stamp.version);
    let initiator = raw_id(&shown["senderCommunicationIdentifier"]).to_owned();
    let (for_user, for_thread) = match change {
        MessageChange::Received => ("ChatMessageReceived", "ChatMessageReceivedInThread"),
        MessageChange::Edited => ("ChatMessageEdited", "ChatMessageEditedInThread"),
        MessageChange::Deleted => ("ChatMessageDeleted", "ChatMessageDeletedInThread"),
    };
    let path = Paths::same(format!("sender/{initiator}"));
    let report = Report { thread, initiator, now, for_user, for_thread, path };
    report.events(move |report, form| {
        let mut data = json!({
            "messageId": shown["id"],
            "senderCommunicationIdentifier": shown["senderCommunicationIdentifier"],
            "senderDisplayName": shown["senderDisplayName"],
            "composeTime": form.time(Timestamp::from_millis(id)),
            "type": capitalized(&shown["type"]),
            "version": form.version_of_message(version),
        });
        if form.is_for_user() {
            data["senderId"] = report.initiator.as_str().into();
        }
        if change != MessageChange::Deleted {
            data["messageBody"] = shown["content"]["message"].clone();
            copy(&shown, "metadata", &mut data);
        }
        match change {
            MessageChange::Received => {}
            MessageChange::Edited => data["editTime"] = form.time(now.in_millis()),
            MessageChange::Deleted => data["deleteTime"] = form.time(now.in_millis()),
        }
        data
    })
}

/// Typing has an event for the thread only. It has no id, type or text, although its description
/// requires them.
pub(crate) fn typing(
    thread: &Thread,
    initiator: &str,
    display_name: &Value,
    now: Timestamp,
) -> [Event; 1] {
    let form = Form { recipient: None };
    let kind = "ChatTypingIndicatorReceivedInThread";
    let data = json!({
        "senderCommunicationIdentifier": identifier::model(initiator),
        "senderDisplayName": display_name.as_str().unwrap_or_default(),
        "composeTime": form.time(now.in_millis()),
        "version": now.millis(),
    });
    let report = Report {
        thread,
        initiator: initiator.to_owned(),
        now,
        for_user: kind,
        for_thread: kind,
        path: Paths::same(format!("sender/{initiator}")),
    };
    [report.event(&form, data, &transaction())]
}

pub(crate) fn thread_created(
    thread: &Thread,
    initiator: &str,
    now: Timestamp,
) -> impl Iterator<Item = Event> {
    let report = Report {
        thread,
        initiator: initiator.to_owned(),
        now,
        for_user: "ChatThreadCreatedWithUser",
        for_thread: "ChatThreadCreated",
        path: Paths::same(format!("createdBy/{initiator}")),
    };
    let participants = thread.participants();
    report.events(|report, form| {
        let mut data = report.data_of_thread(form, "createdBy");
        report.add_properties(&mut data);
        data["participants"] = participants.iter().map(participant).collect();
        if form.is_for_user() {
            data["members"] = participants.iter().map(member).collect();
        }
        data
    })
}

/// The participants of the thread are those that it had before.
pub(crate) fn thread_deleted(
    thread: &Thread,
    initiator: &str,
    now: Timestamp,
) -> impl Iterator<Item = Event> {
    let report = Report {
        thread,
        initiator: initiator.to_owned(),
        now,
        for_user: "ChatThreadWithUserDeleted",
        for_thread: "ChatThreadDeleted",
        path: Paths::same(format!("deletedBy/{initiator}")),
    };
    report.events(move |report, form| {
        let mut data = report.data_of_thread(form, "deletedBy");
        data["deleteTime"] = form.time(now);
        data
    })
}

pub(crate) fn thread_updated(
    thread: &Thread,
    initiator: &str,
    now: Timestamp,
) -> impl Iterator<Item = Event> {
    let report = Report {
        thread,
        initiator: initiator.to_owned(),
        now,
        for_user: "ChatThreadPropertiesUpdatedPerUser",
        for_thread: "ChatThreadPropertiesUpdated",
        path: Paths::same(format!("editedBy/{initiator}")),
    };
    report.events(move |report, form| {
        let mut data = report.data_of_thread(form, "editedBy");
        report.add_properties(&mut data);
        data["editTime"] = form.time(now);
        data
    })
}

/// Each participant who joined or left has events of its own.
pub(crate) fn participants_changed<'a>(
    thread: &'a Thread,
    initiator: &'a str,
    changed: &'a [Participant],
    joined: bool,
    now: Timestamp,
) -> impl Iterator<Item = Event> {
    let (for_user, for_thread, who, by) = match joined {
        true => (
            "ChatParticipantAddedToThreadWithUser",
            "ChatThreadParticipantAdded",
            "participantAdded",
            "addedByCommunicationIdentifier",
        ),
        false => (
            "ChatParticipantRemovedFromThreadWithUser",
            "ChatThreadParticipantRemoved",
            "participantRemoved",
            "removedByCommunicationIdentifier",
        ),
    };
    let events_of = move |it: &'a Participant| {
        let path = Paths {
            for_user: format!("{who}/{}", it.raw_id),
            for_thread: format!("{}/{}", who.to_lowercase(), it.raw_id),
        };
        let initiator = initiator.to_owned();
        let report = Report { thread, initiator, now, for_user, for_thread, path };
        report.events(move |report, form| {
            json!({
                who: participant(it),
                by: identifier::model(&report.initiator),
                "time": form.time(now),
                "createTime": form.time(thread.created_on().in_millis()),
                "version": now.millis(),
            })
        })
    };
    changed.iter().flat_map(events_of)
}

/// A change of a thread, about to become events.
struct Report<'a> {
    thread: &'a Thread,
    initiator: String,
    now: Timestamp,
    for_user: &'static str,
    for_thread: &'static str,
    path: Paths,
}

/// The part of a subject between the thread and the recipient.
struct Paths {
    for_user: String,
    for_thread: String,
}

impl Paths {
    fn same(path: String) -> Self {
        Self { for_user: path.clone(), for_thread: path }
    }
}

/// An event for a user and the event for the thread write some values in different forms.
struct Form<'a> {
    /// The user that the event is for.
    recipient: Option<&'a str>,
}

impl<'a> Report<'a> {
    fn events(
        self,
        data: impl Fn(&Self, &Form<'_>) -> Value + 'a,
    ) -> impl Iterator<Item = Event> + 'a {
        let participants = self.thread.participants().iter().map(|it| it.raw_id.as_str());
        let initiator = self.initiator.clone();
        let recipients = participants.filter(move |raw_id| *raw_id != initiator).map(Some);
        let transaction = transaction();
        [None].into_iter().chain(recipients).enumerate().map(move |(index, recipient)| {
            let form = Form { recipient };
            let transaction = match index {
                0 => transaction.clone(),
                _ => format!("{transaction}.{index}"),
            };
            self.event(&form, data(&self, &form), &transaction)
        })
    }

    fn event(&self, form: &Form<'_>, mut data: Value, transaction: &str) -> Event {
        let thread = self.thread.id();
        data["threadId"] = thread.into();
        data["transactionId"] = transaction.into();
        let (kind, subject) = match form.recipient {
            Some(recipient) => {
                data["recipientCommunicationIdentifier"] = identifier::model(recipient);
                // The events about participants never had the older property.
                if data.get("participantAdded").or(data.get("participantRemoved")).is_none() {
                    data["recipientId"] = recipient.into();
                }
                let path = &self.path.for_user;
                (self.for_user, format!("thread/{thread}/{path}/recipient/{recipient}"))
            }
            None => (self.for_thread, format!("thread/{thread}/{}", self.path.for_thread)),
        };
        let for_user = form.is_for_user();
        Event { id: Uuid::new_v4().to_string(), kind, subject, time: self.now, for_user, data }
    }

    /// The properties that all events of a thread have. `action` says what the initiator did.
    fn data_of_thread(&self, form: &Form<'_>, action: &str) -> Value {
        let mut data = json!({
            format!("{action}CommunicationIdentifier"): identifier::model(&self.initiator),
            "createTime": form.time(self.thread.created_on().in_millis()),
            "version": self.now.millis(),
        });
        if form.is_for_user() {
            data[action] = self.initiator.as_str().into();
        }
        data
    }

    fn add_properties(&self, data: &mut Value) {
        let properties = self.thread.properties(version());
        data["properties"] = json!({ "topic": properties["topic"] });
        copy(&properties, "metadata", data);
    }
}

impl Form<'_> {
    fn is_for_user(&self) -> bool {
        self.recipient.is_some()
    }

    fn time(&self, time: Timestamp) -> Value {
        match self.is_for_user() {
            true => time.in_utc().into(),
            false => time.with_offset().into(),
        }
    }

    /// A number for a user, and text for a thread.
    fn version_of_message(&self, version: u64) -> Value {
        match self.is_for_user() {
            true => version.into(),
            false => version.to_string().into(),
        }
    }
}

fn version() -> ApiVersion {
    ApiVersion::latest(Api::Chat)
}

/// Sixteen random bytes and some numbers.
fn transaction() -> String {
    let mut bytes = [0; 16];
    fastrand::fill(&mut bytes);
    format!("{}.1.1.1.1.{}.1", STANDARD_NO_PAD.encode(bytes), fastrand::u32(..))
}

fn participant(participant: &Participant) -> Value {
    let shown = participant.to_json(version());
    let mut data =
        json!({ "participantCommunicationIdentifier": shown["communicationIdentifier"] });
    copy(&shown, "displayName", &mut data);
    copy(&shown, "metadata", &mut data);
    data
}

/// A participant as events named it at first.
fn member(participant: &Participant) -> Value {
    let mut data = json!({ "memberId": participant.raw_id });
    copy(&participant.to_json(version()), "displayName", &mut data);
    data
}

fn copy(from: &Value, name: &str, to: &mut Value) {
    if let Some(value) = from.get(name) {
        to[name] = value.clone();
    }
}

fn raw_id(identifier: &Value) -> &str {
    identifier["rawId"].as_str().unwrap_or_default()
}

/// `text` is `Text` in events.
fn capitalized(kind: &Value) -> String {
    let kind = kind.as_str().unwrap_or_default();
    let (first, rest) = kind.split_at(kind.len().min(1));
    format!("{}{rest}", first.to_ascii_uppercase())
}
