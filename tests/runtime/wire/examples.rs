//! Microsoft's examples of requests and responses, which are not in this repository. The crate sends
//! each request as in the example, and writes each response as it read it.

use acs_chat::{CommunicationIdentifier, models::*};
use azure_core::time::parse_rfc3339;
use futures::TryStreamExt;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};
use std::{collections::HashMap, fs, path::Path};
use tests::scratch::announce;
use tests::server::{Seen, Server};

#[tokio::test]
async fn examples_are_sent_and_received_as_they_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/upstream/Chat/stable");
    let Ok(versions) = fs::read_dir(&folder) else {
        announce(&format!("skipped Microsoft's examples: there is no {}", folder.display()));
        return;
    };
    let mut count = 0;
    for version in versions {
        let Ok(files) = fs::read_dir(version.unwrap().path().join("examples")) else { continue };
        for file in files {
            let path = file.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let text = fs::read_to_string(&path).unwrap();
            check(&name, &serde_json::from_str(&text).unwrap()).await;
            count += 1;
        }
    }
    assert!(count >= 34, "only {count} examples");
}

/// The value with normalized timestamps, which can be written in more than one way.
fn normal(value: &Value) -> Value {
    match value {
        Value::Object(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), normal(value))).collect()
        }
        Value::Array(items) => items.iter().map(normal).collect(),
        Value::String(text) => match parse_rfc3339(text) {
            Ok(time) => json!({"time": time.unix_timestamp_nanos().to_string()}),
            Err(_) => value.clone(),
        },
        value => value.clone(),
    }
}

#[track_caller]
fn same(name: &str, ours: &impl Serialize, example: &Value) {
    let ours = serde_json::to_value(ours).unwrap();
    assert_eq!(normal(&ours), normal(example), "{name}");
}

/// Decodes a part of an example.
fn read<T: DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap()
}

/// Makes the call of an example; the server responds as in the example.
async fn check(name: &str, example: &Value) {
    let (parameters, responses) =
        (&example["parameters"], example["responses"].as_object().unwrap());
    let (status, response) = responses.iter().find(|(status, _)| status.starts_with('2')).unwrap();
    let mut answer = response["body"].clone();
    // The examples have links to further pages on a host that does not exist.
    if let Some(answer) = answer.as_object_mut() {
        answer.remove("nextLink");
    }
    let text = if answer.is_null() { String::new() } else { answer.to_string() };
    let server = Server::fixed(status.parse().unwrap(), text).await;
    let text = |name: &str| parameters[name].as_str().unwrap_or_default();
    let (chat, size) = (server.chat(), parameters["maxPageSize"].as_i64().map(|it| it as i32));
    let thread = chat.chat_thread_client(text("chatThreadId"));
    let request = parameters.as_object().unwrap().iter().find(|(_, value)| value.is_object());
    let request = request.map_or(Value::Null, |(_, value)| value.clone());

    macro_rules! list {
        ($call:expr) => {
            let items: Vec<_> =
                $call.max_page_size(size.unwrap()).items().try_collect().await.unwrap();
            same(name, &items, &answer["value"]);
        };
    }
    match name.split_once('_').unwrap().1 {
        "ListChatReadReceiptsWithPageSize" => {
            list!(thread.list_read_receipts());
        }
        "ListChatMessagesWithPageSize" => {
            list!(thread.list_messages());
        }
        "ListChatParticipantsWithPageSize" => {
            list!(thread.list_participants());
        }
        "ListChatThreadsWithPageSize" => {
            list!(chat.list_chat_threads());
        }
        "SendChatReadReceipt" => {
            thread.send_read_receipt(request["chatMessageId"].as_str().unwrap()).await.unwrap();
        }
        "DeleteChatMessage" => thread.delete_message(text("chatMessageId")).await.unwrap(),
        "GetChatMessage" => {
            same(name, &thread.get_message(text("chatMessageId")).await.unwrap(), &answer);
        }
        "SendChatMessage" => {
            let mut call = thread.send_message(request["content"].as_str().unwrap());
            if let Some(sender) = request["senderDisplayName"].as_str() {
                call = call.sender_display_name(sender);
            }
            if let Some(kind) = request["type"].as_str() {
                call = call.message_type(kind.into());
            }
            if !request["metadata"].is_null() {
                call = call.metadata(read::<HashMap<String, String>>(&request["metadata"]));
            }
            same(name, &call.await.unwrap(), &answer);
        }
        "SendTypingNotification" => {
            let mut call = thread.send_typing_notification();
            if let Some(sender) = request["senderDisplayName"].as_str() {
                call = call.sender_display_name(sender);
            }
            call.await.unwrap();
        }
        "UpdateChatMessage" => {
            let mut call = thread.update_message(text("chatMessageId"));
            if let Some(content) = request["content"].as_str() {
                call = call.content(content);
            }
            if !request["metadata"].is_null() {
                call = call.metadata(read::<HashMap<String, String>>(&request["metadata"]));
            }
            call.await.unwrap();
        }
        "AddChatParticipants" => {
            let participants: Vec<ChatParticipant> = read(&request["participants"]);
            same(name, &thread.add_participants(participants).await.unwrap(), &answer);
        }
        "RemoveChatParticipant" => {
            thread.remove_participant(read::<CommunicationIdentifier>(&request)).await.unwrap();
        }
        "CreateChatThread" | "CreateChatThreadWithIdempotencyToken" => {
            let mut call = chat.create_chat_thread(request["topic"].as_str().unwrap());
            if !request["participants"].is_null() {
                call = call.participants(read::<Vec<ChatParticipant>>(&request["participants"]));
            }
            // The examples have the header's old name.
            if let Some(id) = parameters["idempotency-token"].as_str() {
                call = call.repeatability_request_id(id);
            }
            if !request["metadata"].is_null() {
                call = call.metadata(read::<HashMap<String, String>>(&request["metadata"]));
            }
            if !request["retentionPolicy"].is_null() {
                call =
                    call.retention_policy(read::<ChatRetentionPolicy>(&request["retentionPolicy"]));
            }
            same(name, &call.await.unwrap(), &answer);
        }
        "DeleteChatThread" => chat.delete_chat_thread(text("chatThreadId")).await.unwrap(),
        "GetChatThread" => same(name, &thread.get_properties().await.unwrap(), &answer),
        "UpdateChatThreadTopic" => {
            let call = thread.update_properties().topic(request["topic"].as_str().unwrap());
            call.await.unwrap();
        }
        _ => panic!("this test has no call for {name}"),
    }
    sent(name, &server.last(), parameters, &request);
}

/// Checks that the request is that of the example.
fn sent(name: &str, seen: &Seen, parameters: &Value, request: &Value) {
    if name.ends_with("SendTypingNotification") && request.is_null() {
        // The service always requires a body for this operation.
        assert_eq!(seen.body, "{}");
    } else if request.is_null() {
        assert_eq!(seen.body, "", "{name}");
    } else {
        same(name, &seen.json(), request);
    }
    for (parameter, value) in parameters.as_object().unwrap() {
        let Some(text) = value.as_str() else { continue };
        let encoded: String = text
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                    char::from(byte).to_string()
                }
                byte => format!("%{byte:02X}"),
            })
            .collect();
        match parameter.as_str() {
            "chatThreadId" => assert!(seen.target.contains(&format!("/{encoded}")), "{name}"),
            "chatMessageId" => assert!(seen.target.contains(&format!("/messages/{encoded}?"))),
            "content-type" => assert_eq!(seen.header("content-type"), text, "{name}"),
            "idempotency-token" => assert_eq!(seen.header("repeatability-request-id"), text),
            _ => {}
        }
    }
    if let Some(size) = parameters["maxPageSize"].as_i64() {
        assert!(seen.target.contains(&format!("?maxPageSize={size}&")), "{name}");
    }
}
