//! Every operation of the crate: how to call it, and a good response.

use super::clock;
use acs_chat::{
    ChatClient, ChatThreadClient, OutcomeUnknown,
    identity::{
        CommunicationIdentityClient,
        models::{CommunicationIdentityTokenScope as Scope, TeamsExtensionPrincipalType},
    },
    models::ChatParticipant,
};
use azure_core::{Error, Result, error::ErrorKind};
use futures::{FutureExt, Stream, TryStreamExt, future::BoxFuture};
use std::{collections::BTreeSet, future::IntoFuture};
use tests::{
    cases::{texts, workspace},
    server::Server,
};

pub struct Operation {
    /// The name of the method.
    pub name: &'static str,
    pub kind: Kind,
    /// The status and the body of a good response.
    pub status: u16,
    pub body: &'static str,
    pub call: fn(&Clients) -> BoxFuture<'static, Result<()>>,
}

pub struct Clients {
    chat: ChatClient,
    thread: ChatThreadClient,
    identity: CommunicationIdentityClient,
}

impl Clients {
    pub fn new(server: &Server) -> Self {
        let chat = server.chat_with(clock::options());
        let thread = chat.chat_thread_client("19:t@thread.v2");
        Self { chat, thread, identity: server.identity_with(clock::options()) }
    }
}

pub enum Kind {
    List,
    Idempotent,
    NotIdempotent,
}

pub const EMPTY_PAGE: &str = r#"{"value":[]}"#;
const THREAD: &str = r#"{"id":"t","topic":"x","createdOn":"2021-03-08T05:26:40Z",
    "createdByCommunicationIdentifier":{"rawId":"8:acs:a_b"}}"#;
const MESSAGE: &str = r#"{"id":"1","type":"text","sequenceId":"1","version":"1",
    "createdOn":"2021-03-08T05:26:40Z"}"#;
const USER: &str = r#"{"identity":{"id":"8:acs:a_b"}}"#;
const TOKEN: &str = r#"{"token":"t","expiresOn":"2030-01-01T00:00:00Z"}"#;
const ASSIGNMENT: &str =
    r#"{"objectId":"o","tenantId":"t","principalType":"user","clientIds":["c"]}"#;

pub fn all() -> Vec<Operation> {
    use Kind::{Idempotent, List, NotIdempotent};
    let operation = |name, kind, (status, body), call| Operation { name, kind, status, body, call };
    let (none, empty) = ((204, ""), (200, ""));
    let (page, user, token) = ((200, EMPTY_PAGE), (201, USER), (200, TOKEN));
    vec![
        // The repeatability id makes it idempotent.
        operation("create_chat_thread", Idempotent, (201, "{}"), |it| {
            done(it.chat.create_chat_thread("x"))
        }),
        operation("list_chat_threads", List, page, |it| read(it.chat.list_chat_threads().items())),
        operation("delete_chat_thread", Idempotent, none, |it| {
            done(it.chat.delete_chat_thread("t"))
        }),
        operation("get_properties", Idempotent, (200, THREAD), |it| {
            done(it.thread.get_properties())
        }),
        operation("update_properties", Idempotent, none, |it| {
            done(it.thread.update_properties().topic("x"))
        }),
        operation("send_message", NotIdempotent, (201, r#"{"id":"1"}"#), |it| {
            done(it.thread.send_message("x"))
        }),
        operation("list_messages", List, page, |it| read(it.thread.list_messages().items())),
        operation("get_message", Idempotent, (200, MESSAGE), |it| done(it.thread.get_message("1"))),
        operation("update_message", Idempotent, none, |it| done(it.thread.update_message("1"))),
        operation("delete_message", Idempotent, none, |it| done(it.thread.delete_message("1"))),
        operation("list_participants", List, page, |it| {
            read(it.thread.list_participants().items())
        }),
        operation("add_participants", NotIdempotent, (201, "{}"), |it| {
            done(it.thread.add_participants([ChatParticipant::new("8:acs:a_b")]))
        }),
        operation("remove_participant", NotIdempotent, none, |it| {
            done(it.thread.remove_participant("8:acs:a_b"))
        }),
        operation("send_typing_notification", NotIdempotent, empty, |it| {
            done(it.thread.send_typing_notification())
        }),
        operation("send_read_receipt", NotIdempotent, empty, |it| {
            done(it.thread.send_read_receipt("1"))
        }),
        operation("list_read_receipts", List, page, |it| {
            read(it.thread.list_read_receipts().items())
        }),
        operation("create_user", NotIdempotent, user, |it| done(it.identity.create_user())),
        operation("delete_user", Idempotent, none, |it| done(it.identity.delete_user("u"))),
        operation("get_token", NotIdempotent, token, |it| {
            done(it.identity.get_token("u", [Scope::Chat]))
        }),
        operation("revoke_tokens", NotIdempotent, none, |it| done(it.identity.revoke_tokens("u"))),
        operation("get_token_for_teams_user", NotIdempotent, token, |it| {
            done(it.identity.get_token_for_teams_user("t", "app", "u"))
        }),
        operation("exchange_teams_extension_token", NotIdempotent, (200, USER), |it| {
            done(it.identity.exchange_teams_extension_token(Default::default()))
        }),
        operation("get_teams_extension_assignment", Idempotent, (200, ASSIGNMENT), |it| {
            done(it.identity.get_teams_extension_assignment("t", "o"))
        }),
        operation("upsert_teams_extension_assignment", Idempotent, (200, ASSIGNMENT), |it| {
            let user = TeamsExtensionPrincipalType::User;
            done(it.identity.upsert_teams_extension_assignment("t", "o", user))
        }),
        operation("delete_teams_extension_assignment", Idempotent, none, |it| {
            done(it.identity.delete_teams_extension_assignment("t", "o"))
        }),
    ]
}

fn done<T: 'static>(
    call: impl IntoFuture<Output = Result<T>, IntoFuture: Send + 'static>,
) -> BoxFuture<'static, Result<()>> {
    call.into_future().map(|result| result.map(drop)).boxed()
}

fn read<T: Send + 'static>(
    items: impl Stream<Item = Result<T>> + Send + 'static,
) -> BoxFuture<'static, Result<()>> {
    items.try_collect::<Vec<T>>().map(|result| result.map(drop)).boxed()
}

/// The outcome that the caller sees.
pub fn seen(result: &Result<()>) -> String {
    let Err(error) = result else { return "success".to_owned() };
    match OutcomeUnknown::of(error) {
        Some(_) => format!("unknown, {}", cause(error)),
        None => cause(error),
    }
}

fn cause(error: &Error) -> String {
    match (error.http_status(), error.kind()) {
        (Some(status), _) => format!("status {status}"),
        (_, ErrorKind::Connection) => "not sent".to_owned(),
        (_, ErrorKind::Io) => "cut".to_owned(),
        (_, ErrorKind::DataConversion) => "unreadable".to_owned(),
        _ if error.to_string().contains("another origin") => "another origin".to_owned(),
        _ => format!("{error:?}"),
    }
}

#[test]
fn no_operation_is_left_out() {
    let sdk: serde_json::Value =
        serde_yaml::from_str(&texts(&workspace().join("spec"))["sdk.yaml"]).unwrap();
    let mut methods = BTreeSet::new();
    for module in sdk["modules"].as_array().unwrap() {
        for client in module["clients"].as_object().into_iter().flat_map(|it| it.values()) {
            for operation in client["operations"].as_object().unwrap().values() {
                methods.insert(operation["method"].as_str().unwrap().to_owned());
            }
        }
    }
    let known: BTreeSet<String> = all().iter().map(|it| it.name.to_owned()).collect();
    assert_eq!(known, methods);
}
