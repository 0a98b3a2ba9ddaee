//! The operations of chat, each with a call of it: so that a test of them all leaves none out.

use acs_chat::{ChatClient, models::ChatParticipant};
use azure_core::{
    Result,
    http::{StatusCode, headers::Headers},
};
use futures::{FutureExt, TryStreamExt, future::BoxFuture};

/// An operation, and what a call of it needs. The path is that of the thread `t` and the message
/// `m`.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// The name of the method, with its client's.
    pub name: &'static str,
    pub method: &'static str,
    pub path: &'static str,
    /// The media type of the body; empty where there is none.
    pub content_type: &'static str,
    /// The status of success.
    pub status: u16,
    /// The least that may come back.
    pub answer: &'static str,
    pub call: fn(&ChatClient, Ids<'_>) -> Made,
}

#[derive(Clone, Copy, Debug)]
pub struct Ids<'a> {
    pub thread: &'a str,
    pub message: &'a str,
}

/// The ids that make [`Operation::path`].
pub const IDS: Ids<'_> = Ids { thread: "t", message: "m" };

/// A call in all the ways in which it can be used.
pub struct Made {
    /// How the call itself shows in debug output.
    pub debug: String,
    /// The call awaited, or all items of the list.
    pub awaited: BoxFuture<'static, Result<()>>,
    /// How large the future of an awaited call is; 0 for a list.
    pub size: usize,
    /// The whole response; of a list, its first page does instead.
    pub response: BoxFuture<'static, Result<Received>>,
}

/// A response as a caller has it.
pub struct Received {
    pub status: StatusCode,
    pub headers: Headers,
    pub body: Vec<u8>,
}

impl Operation {
    pub fn is_list(&self) -> bool {
        self.answer.contains("value")
    }
}

macro_rules! operation {
    (
        $client:ident.$name:ident($($argument:expr),*): $method:literal $path:literal,
        $content_type:expr => $status:literal $answer:expr
    ) => {
        Operation {
            name: concat!(stringify!($client), ".", stringify!($name)),
            method: $method,
            path: $path,
            content_type: $content_type,
            status: $status,
            answer: $answer,
            call: |chat, ids| {
                let call = operation!(@ $client chat ids).$name($($argument(ids)),*);
                let future = call.clone().into_future();
                Made {
                    debug: format!("{call:?}"),
                    size: size_of_val(&*future),
                    awaited: future.map(|result| result.map(drop)).boxed(),
                    response: async move {
                        let response = call.response().await?;
                        let (status, headers, body) = response.deconstruct();
                        Ok(Received { status, headers, body: body.to_vec() })
                    }
                    .boxed(),
                }
            },
        }
    };
    ($client:ident.$name:ident: $path:literal) => {
        Operation {
            name: concat!(stringify!($client), ".", stringify!($name)),
            method: "GET",
            path: $path,
            content_type: "",
            status: 200,
            answer: r#"{"value":[]}"#,
            call: |chat, ids| {
                let list = operation!(@ $client chat ids).$name();
                let (items, mut pages) = (list.clone().items(), list.clone().pages());
                Made {
                    debug: format!("{list:?} {items:?} {pages:?}"),
                    size: 0,
                    awaited: async move { items.try_for_each(|_| async { Ok(()) }).await }.boxed(),
                    response: async move {
                        pages.try_next().await?;
                        let (status, headers) = (StatusCode::Ok, Headers::new());
                        Ok(Received { status, headers, body: Vec::new() })
                    }
                    .boxed(),
                }
            },
        }
    };
    (@ ChatClient $chat:ident $ids:ident) => { $chat };
    (@ ChatThreadClient $chat:ident $ids:ident) => { $chat.chat_thread_client($ids.thread) };
}

const JSON: &str = "application/json";
const MERGE_PATCH: &str = "application/merge-patch+json";
const PROPERTIES: &str = r#"{"id":"t","topic":"x","createdOn":"2021-03-08T05:26:40Z","createdByCommunicationIdentifier":{"rawId":"8:acs:a_b"}}"#;
const MESSAGE: &str =
    r#"{"id":"m","type":"text","sequenceId":"1","version":"1","createdOn":"2021-03-08T05:26:40Z"}"#;

/// All 16.
#[rustfmt::skip]
pub const OPERATIONS: [Operation; 16] = [
    operation!(ChatClient.create_chat_thread(text): "POST" "/chat/threads", JSON => 201 "{}"),
    operation!(ChatClient.list_chat_threads: "/chat/threads"),
    operation!(ChatClient.delete_chat_thread(thread): "DELETE" "/chat/threads/t", "" => 204 ""),
    operation!(ChatThreadClient.get_properties(): "GET" "/chat/threads/t", "" => 200 PROPERTIES),
    operation!(ChatThreadClient.update_properties(): "PATCH" "/chat/threads/t", MERGE_PATCH => 204 ""),
    operation!(ChatThreadClient.send_message(text): "POST" "/chat/threads/t/messages", JSON => 201 r#"{"id":"m"}"#),
    operation!(ChatThreadClient.list_messages: "/chat/threads/t/messages"),
    operation!(ChatThreadClient.get_message(message): "GET" "/chat/threads/t/messages/m", "" => 200 MESSAGE),
    operation!(ChatThreadClient.update_message(message): "PATCH" "/chat/threads/t/messages/m", MERGE_PATCH => 204 ""),
    operation!(ChatThreadClient.delete_message(message): "DELETE" "/chat/threads/t/messages/m", "" => 204 ""),
    operation!(ChatThreadClient.list_participants: "/chat/threads/t/participants"),
    operation!(ChatThreadClient.add_participants(participants): "POST" "/chat/threads/t/participants/:add", JSON => 201 "{}"),
    operation!(ChatThreadClient.remove_participant(user): "POST" "/chat/threads/t/participants/:remove", JSON => 204 ""),
    operation!(ChatThreadClient.send_typing_notification(): "POST" "/chat/threads/t/typing", JSON => 200 ""),
    operation!(ChatThreadClient.send_read_receipt(text): "POST" "/chat/threads/t/readReceipts", JSON => 200 ""),
    operation!(ChatThreadClient.list_read_receipts: "/chat/threads/t/readReceipts"),
];

/// Words that nobody but the service may read.
pub const WORDS: &str = "WORDS-OF-A-USER";

fn text(_: Ids<'_>) -> String {
    WORDS.to_owned()
}

fn thread(ids: Ids<'_>) -> &str {
    ids.thread
}

fn message(ids: Ids<'_>) -> &str {
    ids.message
}

fn participants(_: Ids<'_>) -> [ChatParticipant; 1] {
    [ChatParticipant::new("8:acs:a_b").display_name(WORDS)]
}

fn user(_: Ids<'_>) -> &'static str {
    "8:acs:a_b"
}
