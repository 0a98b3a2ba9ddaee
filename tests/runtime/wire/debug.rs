//! Debug output shows no token, no key and no content: the output of each public type of the crate.

use acs_chat::{
    BadItem, ChatClient, ChatClientOptions, CommunicationError, CommunicationIdentifier,
    CommunicationTokenCredential, Continuation, EntraCommunicationTokenCredential,
    EntraCommunicationTokenCredentialOptions, OutcomeUnknown, Patch, RefreshOptions,
    ThreadListChange, UserToken,
    identity::{
        CommunicationIdentityClient, CommunicationIdentityClientOptions, models as identity_models,
    },
    models,
};
use azure_core::{
    base64,
    credentials::{AccessToken, TokenCredential},
    time::{Duration, OffsetDateTime},
};
use futures::{FutureExt, StreamExt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::{collections::BTreeSet, fmt::Debug, fs, path::Path, sync::Arc};
use tests::{cases::workspace, server::Server};

/// Part of each text that must not be shown.
const SECRET: &str = "c2VjcmV0";

/// Types that have no content but that of the types below: calls, changes and their positions.
const COMPOSED: &[&str] = &[
    "Checkpoint",
    "ReadingProgress",
    "ThreadChange",
    "ThreadChanges",
    "ThreadListChange",
    "ThreadListChanges",
    "WatchThread",
    "WatchThreads",
];

/// The names of the types, each with the output of a value that contains the secret.
type Shown = Vec<(&'static str, String)>;

macro_rules! shown {
    ($($name:ident: $value:expr,)*) => { vec![$((stringify!($name), format!("{:?}", $value)),)*] };
}

#[tokio::test]
async fn no_type_shows_a_secret() {
    let server = Server::start(|_, _, seen| match seen.method.as_str() {
        "GET" => (200, json!({ "value": [message()], "nextLink": "/next" }).to_string()),
        _ => (201, json!({ "id": { SECRET: SECRET }, "error": SECRET }).to_string()),
    })
    .await;
    let mut shown = [credentials(), models(), identity()].concat();
    shown.extend(calls(&server));
    shown.extend(lists(&server).await);
    shown.extend(changes().await);
    let leaks = shown.iter().filter(|(_, text)| text.contains(SECRET)).collect::<Vec<_>>();
    assert!(leaks.is_empty(), "{leaks:#?}");
    let names: BTreeSet<&str> = shown.iter().map(|(name, _)| *name).collect();
    let known = |name: &String| names.contains(&**name) || COMPOSED.contains(&&**name);
    let missing: Vec<_> = public_types().into_iter().filter(|name| !known(name)).collect();
    assert!(missing.is_empty(), "show these types too: {missing:?}");
}

fn credentials() -> Shown {
    let expires_on = OffsetDateTime::now_utc() + Duration::hours(1);
    let token = AccessToken::new(SECRET, expires_on);
    let mut options = RefreshOptions::default();
    options.initial_token = Some(token.clone().into());
    let refresher = || async { azure_core::Result::Ok(SECRET) };
    let refreshed = CommunicationTokenCredential::with_refresher(refresher, Some(options.clone()));
    let entra: Arc<dyn TokenCredential> =
        CommunicationTokenCredential::with_expiry(SECRET, expires_on);
    let entra = EntraCommunicationTokenCredential::new("https://a.example", entra, None);
    shown! {
        CommunicationTokenCredential: CommunicationTokenCredential::with_expiry(SECRET, expires_on),
        CommunicationTokenCredential: refreshed.unwrap(),
        CommunicationTokenCredential: CommunicationTokenCredential::new(SECRET),
        UserToken: [UserToken::from(token), UserToken::from(SECRET)],
        RefreshOptions: options,
        EntraCommunicationTokenCredential: entra.unwrap(),
        EntraCommunicationTokenCredentialOptions: EntraCommunicationTokenCredentialOptions::default(),
        ChatClientOptions: ChatClientOptions::default(),
        CommunicationIdentityClientOptions: CommunicationIdentityClientOptions::default(),
    }
}

fn identity() -> Shown {
    let key = base64::encode(SECRET);
    let leaky = format!("https://a.example/;accesskey={SECRET}");
    let connection = format!("endpoint=https://a.example;accesskey={SECRET}");
    let without_semicolon =
        format!("endpoint=https://a.example/accesskey={SECRET};accesskey=b3RoZXI=");
    let client = CommunicationIdentityClient::from_connection_string(&connection, None).unwrap();
    let credential = CommunicationTokenCredential::with_expiry(SECRET, OffsetDateTime::now_utc());
    shown! {
        CommunicationIdentityClient: client,
        CommunicationIdentityClient: CommunicationIdentityClient::with_access_key(&leaky, key, None),
        CommunicationIdentityClient:
            CommunicationIdentityClient::from_connection_string(&without_semicolon, None),
        CommunicationIdentityClient: CommunicationIdentityClient::new(&leaky, credential.clone(), None),
        ChatClient: ChatClient::new(&leaky, credential, None),
        CreateUser: client.create_user(),
        CreateUserAndToken: client.create_user_and_token(["chat".into()]),
        DeleteUser: client.delete_user("u"),
        GetToken: client.get_token("u", ["chat".into()]),
        RevokeTokens: client.revoke_tokens("u"),
        GetTokenForTeamsUser: client.get_token_for_teams_user(SECRET, "app", "u"),
        ExchangeTeamsExtensionToken:
            client.exchange_teams_extension_token([(SECRET.to_owned(), json!(SECRET))].into()),
        GetTeamsExtensionAssignment: client.get_teams_extension_assignment("t", "o"),
        UpsertTeamsExtensionAssignment:
            client.upsert_teams_extension_assignment("t", "o", "user".into()),
        DeleteTeamsExtensionAssignment: client.delete_teams_extension_assignment("t", "o"),
    }
}

fn calls(server: &Server) -> Shown {
    let (chat, thread) = (server.chat(), server.thread());
    let metadata = || [(SECRET.to_owned(), SECRET.to_owned())];
    let number = || CommunicationIdentifier::from(format!("4:{SECRET}"));
    let participant = || models::ChatParticipant::new(number()).display_name(SECRET);
    shown! {
        ChatClient: chat,
        ChatThreadClient: thread,
        CreateChatThread:
            chat.create_chat_thread(SECRET).participants([participant()]).metadata(metadata()),
        CreateChatThread: chat.create_chat_thread("t").repeatability_request_id(SECRET),
        CreateThreadClient:
            chat.create_thread_client(SECRET).participants([participant()]).metadata(metadata()),
        ListChatThreads: chat.list_chat_threads(),
        DeleteChatThread: chat.delete_chat_thread("t"),
        GetProperties: thread.get_properties(),
        UpdateProperties: thread.update_properties().topic(SECRET).metadata(metadata()),
        SendMessage:
            thread.send_message(SECRET).sender_display_name(SECRET).metadata(metadata()),
        ListMessages: thread.list_messages(),
        GetMessage: thread.get_message("1"),
        UpdateMessage: thread.update_message("1").content(SECRET).metadata(metadata()),
        DeleteMessage: thread.delete_message("1"),
        ListParticipants: thread.list_participants(),
        AddParticipants: thread.add_participants([participant()]),
        RemoveParticipant: thread.remove_participant(number()),
        SendTypingNotification: thread.send_typing_notification().sender_display_name(SECRET),
        SendReadReceipt: thread.send_read_receipt("1"),
        Typing: thread.typing().sender_display_name(SECRET),
        DownloadAttachment: thread.download_attachment(format!("https://a.example/?sig={SECRET}")),
        ListReadReceipts: thread.list_read_receipts(),
        Patch: Patch::Value(SECRET),
    }
}

async fn lists(server: &Server) -> Shown {
    let thread = server.thread();
    let mut pages = thread.list_messages().pages();
    let page = pages.next().await.unwrap().unwrap();
    let mut items = thread.list_messages().items();
    items.next().await.unwrap().unwrap();
    // A request that was begun and not ended.
    assert!(pages.next().now_or_never().is_none());
    let position = pages.continuation().to_string().replace("next", SECRET);
    let error = thread.send_message(SECRET).await.unwrap_err();
    let server = Server::fixed(200, json!({ "value": [{ "id": SECRET }] }).to_string()).await;
    let bad = server.thread().list_messages().items().next().await.unwrap().unwrap_err();
    shown! {
        BadItem: BadItem::of(&bad).unwrap(),
        BadItem: bad,
        Pages: pages,
        Page: page,
        Items: items,
        Continuation: position.parse::<Continuation>().unwrap(),
        OutcomeUnknown: OutcomeUnknown::of(&error).unwrap(),
        OutcomeUnknown: error,
    }
}

async fn changes() -> Shown {
    let number = json!({ "rawId": format!("4:{SECRET}") });
    let server = Server::start(move |_, _, seen| {
        let item = match seen.target.contains("readReceipts") {
            true => json!({ "senderCommunicationIdentifier": number, "chatMessageId": "1",
                "readOn": "2026-04-01T08:00:00Z" }),
            false => message(),
        };
        (200, json!({ "value": [item] }).to_string())
    })
    .await;
    let (chat, thread) = (server.chat(), server.thread());
    let mut changes = thread.watch().since(OffsetDateTime::UNIX_EPOCH).changes();
    let change = changes.next().await.unwrap().unwrap();
    let item = json!({ "id": "t", "topic": SECRET });
    let me = CommunicationIdentifier::from(format!("4:{SECRET}"));
    shown! {
        WatchThread: thread.watch(),
        ThreadChange: change,
        Checkpoint: changes.checkpoint(),
        ThreadChanges: changes,
        WatchThreads: chat.watch_threads(),
        ThreadListChange: ThreadListChange::Joined(read(&item)),
        ThreadListChanges: chat.watch_threads().changes(),
        Typing: thread.typing().sender_display_name(SECRET),
        ReadingProgress: thread.reading_progress(me).await.unwrap(),
        DownloadAttachment: thread.download_attachment(format!("https://a.example/?sig={SECRET}")),
    }
}

fn models() -> Shown {
    let user = json!({ "rawId": "8:acs:a_b" });
    let number = json!({ "rawId": format!("4:{SECRET}"), "phoneNumber": { "value": SECRET } });
    let failure = json!({ "code": "C", "message": SECRET, "target": SECRET,
        "details": [{ "code": "C", "message": SECRET }], "innererror": { "code": "C", "target": SECRET } });
    let time = "2026-04-01T08:00:00Z";
    let thread = json!({ "id": "t", "topic": SECRET, "createdOn": time, "metadata": { SECRET: SECRET },
        "createdByCommunicationIdentifier": user, "retentionPolicy": { "kind": "x", "x": SECRET } });
    let added = json!({ "invalidParticipants": [failure], "chatThread": thread });
    let token = json!({ "token": SECRET, "expiresOn": time });
    let participant = participant(&number);
    shown! {
        ChatMessage: read::<models::ChatMessage>(&message()),
        ChatMessageContent: read::<models::ChatMessageContent>(&message()["content"]),
        ChatMessageType: models::ChatMessageType::Text,
        ChatAttachment: read::<models::ChatAttachment>(&message()["content"]["attachments"][0]),
        ChatAttachmentType: models::ChatAttachmentType::from("image"),
        ChatMessageReadReceipt: read::<models::ChatMessageReadReceipt>(&json!({
            "senderCommunicationIdentifier": number, "chatMessageId": "1", "readOn": time,
        })),
        SendChatMessageResult: read::<models::SendChatMessageResult>(&json!({ "id": "1" })),
        ChatParticipant: read::<models::ChatParticipant>(&participant),
        AddChatParticipantsResult: read::<models::AddChatParticipantsResult>(&added),
        CreateChatThreadResult: read::<models::CreateChatThreadResult>(&added),
        ChatThreadProperties: read::<models::ChatThreadProperties>(&thread),
        ChatThreadItem: read::<models::ChatThreadItem>(&thread),
        ChatRetentionPolicy: read::<models::ChatRetentionPolicy>(&thread["retentionPolicy"]),
        ThreadCreationDateRetentionPolicy: models::ThreadCreationDateRetentionPolicy::new(1),
        NoneRetentionPolicy: models::NoneRetentionPolicy::new(),
        CommunicationError: read::<CommunicationError>(&failure),
        CommunicationIdentifier: read::<CommunicationIdentifier>(&number),
        PhoneNumberIdentifier: read::<CommunicationIdentifier>(&number),
        UnknownIdentifier: read::<CommunicationIdentifier>(
            &json!({ "rawId": "9:x", "kind": "x", "x": { "value": SECRET } }),
        ),
        // These consist of ids.
        CommunicationCloud: acs_chat::CommunicationCloud::Public,
        CommunicationUserIdentifier: acs_chat::CommunicationUserIdentifier::new("8:acs:a_b"),
        MicrosoftTeamsAppIdentifier: acs_chat::MicrosoftTeamsAppIdentifier::new("a"),
        MicrosoftTeamsUserIdentifier: acs_chat::MicrosoftTeamsUserIdentifier::new("a"),
        TeamsExtensionUserIdentifier: acs_chat::TeamsExtensionUserIdentifier::new("a", "b", "c"),
        CommunicationIdentity: read::<identity_models::CommunicationIdentity>(&json!({ "id": "u" })),
        CommunicationIdentityAccessToken:
            read::<identity_models::CommunicationIdentityAccessToken>(&token),
        CommunicationIdentityAccessTokenResult:
            read::<identity_models::CommunicationIdentityAccessTokenResult>(&json!({
                "identity": { "id": "u" }, "accessToken": token,
            })),
        CommunicationIdentityTokenScope:
            identity_models::CommunicationIdentityTokenScope::from("chat"),
        TeamsExtensionAssignmentResponse:
            read::<identity_models::TeamsExtensionAssignmentResponse>(&json!({
                "objectId": "o", "tenantId": "t", "principalType": "user", "clientIds": ["c"],
            })),
        TeamsExtensionPrincipalType: identity_models::TeamsExtensionPrincipalType::from("user"),
    }
}

fn participant(number: &Value) -> Value {
    json!({ "communicationIdentifier": number, "displayName": SECRET, "metadata": { SECRET: SECRET } })
}

fn message() -> Value {
    let number = json!({ "rawId": format!("4:{SECRET}") });
    let url = format!("https://a.example/?sig={SECRET}");
    json!({
        "id": "1", "type": "text", "sequenceId": "1", "version": "1",
        "content": {
            "message": SECRET, "topic": SECRET, "participants": [participant(&number)],
            "attachments": [{
                "id": "1", "attachmentType": "image", "name": SECRET, "url": url, "previewUrl": url,
            }],
            "initiatorCommunicationIdentifier": number,
        },
        "senderDisplayName": SECRET, "createdOn": "2026-04-01T08:00:00Z",
        "senderCommunicationIdentifier": number, "metadata": { SECRET: SECRET },
    })
}

fn read<T: DeserializeOwned + Debug>(json: &Value) -> T {
    serde_json::from_value(json.clone()).unwrap()
}

/// The types outside of `runtime`, and those that the root of the crate exports from it.
fn public_types() -> BTreeSet<String> {
    let source = workspace().join("generated/src");
    let mut types = BTreeSet::new();
    for file in [&*source, &source.join("identity")].into_iter().flat_map(files) {
        let text = fs::read_to_string(file).unwrap();
        let lines = text
            .lines()
            .filter_map(|line| line.strip_prefix("pub struct ").or(line.strip_prefix("pub enum ")));
        types.extend(lines.map(|line| line.split([' ', '<', '(', ';']).next().unwrap().to_owned()));
    }
    let root = fs::read_to_string(source.join("lib.rs")).unwrap();
    for exports in root.split("pub use runtime::").skip(1) {
        let exports = exports.split(';').next().unwrap().rsplit("::").next().unwrap();
        let names = exports.split(['{', ',', '}']).map(str::trim);
        types.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
    }
    assert!(types.len() > 50, "{types:?}");
    types
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.filter(|path| path.is_file()).collect()
}
