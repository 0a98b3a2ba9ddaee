//! The code of the guide, on the emulator.
//!
//! The functions below contain the statements of the pages, unchanged. rustdoc only compiles them,
//! because they need a service.

use acs_chat::{
    ChatClient, ChatThreadClient, Checkpoint, CommunicationError, CommunicationIdentifier,
    CommunicationTokenCredential, Continuation, ThreadChange,
    identity::{CommunicationIdentityClient, models::CommunicationIdentityTokenScope},
    models::{ChatMessageType, ChatParticipant},
};
use acs_chat_emulator::Emulator;
use azure_core::{Result, time::OffsetDateTime};
use futures::{StreamExt, TryStreamExt};
use tests::cases::{texts, workspace};

/// Code that is not for the emulator, or that rustdoc runs itself.
const NOT_RUN: [&str; 10] = [
    "async fn fetch_token(",              // needs a service that issues tokens
    "impl HttpClient for Canned",         // rustdoc runs it
    "json::from_json",                    // rustdoc runs it
    "fn user_of(",                        // a whole service
    "impl Policy for Attempts",           // rustdoc runs it
    "tracer_provider: Some(provider)",    // needs a tracer provider
    "SdkTracerProvider::builder()",       // a part of `tests/integrations`
    "fn credential()",                    // a part of `tests/integrations`
    "ChatEvent::parse(body)",             // needs an event of Event Grid
    "reqwest::Client::builder().timeout", // needs the version of `reqwest` of the crate
];

#[test]
fn the_code_of_the_guide_is_run() {
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let here = without_spaces(include_str!("guide.rs"));
    let pages = texts(&workspace().join("generated/guide"));
    assert_eq!(pages.len(), 9, "{:?}", pages.keys());
    let mut left = NOT_RUN.to_vec();
    let mut run = 0;
    let root = &texts(&workspace().join("generated/src"))["lib.rs"];
    for (page, text) in &pages {
        let attribute = format!("#[doc = include_str!(\"../guide/{page}\")]");
        assert!(root.contains(&attribute), "rustdoc does not compile {page}");
        for code in text.split("\n```").skip(1).step_by(2).filter(|code| is_rust(code)) {
            if let Some(at) = left.iter().position(|part| code.contains(part)) {
                left.remove(at);
                continue;
            }
            run += 1;
            for line in statements(code) {
                let (line, _) = line.split_once(" // ").unwrap_or((line, ""));
                assert!(here.contains(&without_spaces(line)), "{page}: run this line: {line}");
            }
        }
    }
    assert_eq!(left, [""; 0], "the guide no longer has this code");
    assert!(run >= 9, "{run} examples are run");
}

/// Code without a language is Rust for rustdoc.
fn is_rust(code: &str) -> bool {
    let language = code.lines().next().unwrap_or_default();
    language.is_empty() || language.starts_with("rust") || language == "no_run"
}

/// The visible lines that are neither imports nor comments.
fn statements(code: &str) -> Vec<&str> {
    let mut in_import = false;
    let mut is_statement = |line: &&str| {
        let line = line.trim();
        let is_import = in_import || line.starts_with("use ");
        in_import = is_import && !line.ends_with(';');
        !is_import && !line.starts_with("//") && line != "#" && !line.starts_with("# ")
    };
    code.lines().skip(1).filter(|line| is_statement(line)).collect()
}

#[tokio::test]
async fn the_code_succeeds() {
    let emulator = Emulator::start().await.unwrap();
    let connection_string = emulator.connection_string();
    start(&connection_string).await.unwrap();
    tokens(&connection_string).await.unwrap();

    let identity = CommunicationIdentityClient::from_connection_string(&connection_string, None);
    let identity = identity.unwrap();
    let scopes = [CommunicationIdentityTokenScope::Chat];
    let (_, token) = identity.create_user_and_token(scopes).await.unwrap();
    let bob = identity.create_user().await.unwrap().identity;
    let credential = CommunicationTokenCredential::new(token.token).unwrap();
    let chat = ChatClient::new(&emulator.endpoint(), credential, None).unwrap();
    let thread = chat.create_thread_client("topic").await.unwrap();
    calls(thread.clone()).await.unwrap();
    messages(thread.clone()).await.unwrap();
    participants(thread.clone(), bob.into()).await.unwrap();
    export(thread.clone(), Continuation::default().to_string()).await.unwrap();
    follow(chat).await.unwrap();
    fault(thread).await;
    let violations = emulator.violations();
    assert_eq!(violations, Vec::<String>::new());
}

async fn start(connection_string: &str) -> std::result::Result<(), Box<dyn std::error::Error>> {
    let identity = CommunicationIdentityClient::from_connection_string(connection_string, None)?;
    let scopes = [CommunicationIdentityTokenScope::Chat];
    let (_alice, alice_token) = identity.create_user_and_token(scopes.clone()).await?;
    let (bob, bob_token) = identity.create_user_and_token(scopes).await?;
    let endpoint = identity.endpoint().as_str();

    let credential = CommunicationTokenCredential::new(alice_token.token)?;
    let chat = ChatClient::new(endpoint, credential, None)?;
    let participants = [ChatParticipant::new(bob)];
    let thread = chat.create_thread_client("Lunch").participants(participants).await?;
    thread.send_message("At noon?").sender_display_name("Alice").await?;

    let credential = CommunicationTokenCredential::new(bob_token.token)?;
    let chat = ChatClient::new(endpoint, credential, None)?;
    let mut threads = chat.list_chat_threads().items();
    while let Some(found) = threads.try_next().await? {
        let mut messages = chat.chat_thread_client(found.id).list_messages().items();
        while let Some(message) = messages.try_next().await? {
            println!("{}: {}", message.created_on, message.text().unwrap_or_default());
        }
    }
    Ok(())
}

async fn tokens(connection_string: &str) -> Result<()> {
    let identity = CommunicationIdentityClient::from_connection_string(connection_string, None)?;
    let user = identity.create_user().await?.identity;
    let token = identity
        .get_token(&user, [CommunicationIdentityTokenScope::Chat])
        .expires_in_minutes(60)
        .await?;
    println!("{} can chat until {}", user.id, token.expires_on);
    identity.revoke_tokens(&user).await?;
    Ok(())
}

async fn calls(thread: ChatThreadClient) -> Result<()> {
    let sent = thread.send_message("<b>hello</b>").message_type(ChatMessageType::Html).await?;
    let (message, response) = thread.get_message(&sent.id).with_response().await?;
    println!("{} {}", response.status(), message.id);
    tokio::spawn(thread.send_typing_notification().send());
    Ok(())
}

async fn messages(thread: ChatThreadClient) -> Result<()> {
    let sent = thread.send_message("At noon?").sender_display_name("Alice").await?;
    thread.update_message(&sent.id).content("At one?").await?;
    thread.send_read_receipt(&sent.id).await?;
    thread.delete_message(&sent.id).await?;
    Ok(())
}

async fn participants(thread: ChatThreadClient, bob: CommunicationIdentifier) -> Result<()> {
    let participants = vec![ChatParticipant::new(bob.clone()).display_name("Bob")];
    let added = thread.add_participants(participants.clone()).await?;
    for (participant, reason) in added.failures(&participants) {
        println!("{participant:?} is not in the thread: {reason}");
    }
    thread.remove_participant(bob).await?;
    Ok(())
}

async fn export(thread: ChatThreadClient, mut stored: String) -> Result<()> {
    let place: Continuation = stored.parse()?;
    let mut pages = thread.list_messages().max_page_size(50).resume(place).pages();
    while let Some(page) = pages.try_next().await? {
        println!("{} messages", page.len());
        stored = page.continuation().to_string();
    }
    assert!(pages.continuation().is_end());
    assert!(stored.parse::<Continuation>()?.is_end());
    Ok(())
}

/// The stream ends, because the thread is deleted.
async fn follow(chat: ChatClient) -> Result<()> {
    let thread = chat.create_thread_client("topic").await?;
    let mut changes = thread.watch().since(OffsetDateTime::UNIX_EPOCH).changes();
    thread.send_message("hello").await?;
    let _ = changes.next().await;
    let stored = changes.checkpoint().expect("a change came").to_string();
    chat.delete_chat_thread(thread.chat_thread_id()).await?;
    let mut changes = thread.watch().resume(stored.parse::<Checkpoint>()?).changes();
    while let Some(change) = changes.next().await {
        match change {
            Ok(ThreadChange::MessageReceived(message)) => println!("new: {}", message.id),
            Ok(other) => println!("{other:?}"),
            Err(error) => eprintln!("{error}; trying again"),
        }
        let stored: Option<String> = changes.checkpoint().map(|place| place.to_string());
        drop(stored);
    }
    Ok(())
}

async fn fault(thread: ChatThreadClient) {
    if let Err(error) = thread.delete_message("1743494400123").await {
        match CommunicationError::of(&error) {
            Some(reason) => println!("{:?}: {reason}", error.http_status()),
            None => println!("the service did not say why: {error}"),
        }
    }
}
