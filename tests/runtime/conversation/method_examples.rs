//! The example of each method, on the emulator.
//!
//! The functions below contain the statements of the examples, unchanged. rustdoc only compiles them,
//! because they need a service.

use super::world::World;
use acs_chat::{
    ChatClient, ChatThreadClient, CommunicationIdentifier, CommunicationTokenCredential,
    identity::{
        CommunicationIdentityClient,
        models::{CommunicationIdentityTokenScope, TeamsExtensionPrincipalType},
    },
    models::ChatParticipant,
};
use acs_chat_emulator::ENTRA_TOKEN;
use azure_core::{
    Result, Value,
    time::{Duration, OffsetDateTime},
};
use futures::TryStreamExt;
use std::collections::HashMap;
use tests::{
    cases::{texts, workspace},
    examples::of_methods,
};

#[test]
fn the_example_of_each_method_is_run() {
    // rustfmt breaks long lines.
    let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
    let here = without_spaces(include_str!("method_examples.rs"));
    let sources = texts(&workspace().join("generated/src"));
    let clients = sources.iter().filter(|(path, _)| path.ends_with("_client.rs"));
    let examples: Vec<_> = clients.flat_map(|(_, source)| of_methods(source)).collect();
    assert_eq!(examples.len(), 25, "one for each method");
    for line in examples.iter().flat_map(|example| &example.shown) {
        assert!(here.contains(&without_spaces(line)), "run this line of an example: {line}");
    }
}

#[tokio::test]
async fn the_examples_succeed() {
    let world = World::new().await;
    let (alice, bob) = (world.user().await, world.user().await);
    let chat = world.chat(&alice);
    let chat_thread_id = threads(chat.clone(), "topic".to_owned()).await.unwrap();
    let thread = chat.chat_thread_client(&chat_thread_id);
    participants(thread.clone(), bob.id).await.unwrap();
    messages(thread).await.unwrap();
    delete_thread(chat, &chat_thread_id).await.unwrap();
    let connection_string = world.emulator.connection_string();
    let identity = CommunicationIdentityClient::from_connection_string(&connection_string, None);
    let identity = identity.unwrap();
    users(identity.clone()).await.unwrap();
    assignments(identity, "tenant", "object").await.unwrap();
    let in_an_hour = OffsetDateTime::now_utc() + Duration::hours(1);
    let entra = CommunicationTokenCredential::with_expiry(ENTRA_TOKEN, in_an_hour);
    let identity = CommunicationIdentityClient::new(&world.emulator.endpoint(), entra, None);
    exchange(identity.unwrap(), HashMap::new()).await.unwrap();
}

async fn threads(client: ChatClient, topic: String) -> Result<String> {
    let result = client.create_chat_thread(topic).await?;
    let mut items = client.list_chat_threads().items();
    while let Some(item) = items.try_next().await? {
        println!("{item:?}");
    }
    Ok(result.chat_thread.expect("the new thread").id)
}

async fn participants(client: ChatThreadClient, user: CommunicationIdentifier) -> Result<()> {
    let participants = vec![ChatParticipant::new(user.clone())];
    let result = client.add_participants(participants).await?;
    assert_eq!(result.invalid_participants, []);
    let mut items = client.list_participants().items();
    while let Some(item) = items.try_next().await? {
        println!("{item:?}");
    }
    let participant = user;
    client.remove_participant(participant).await?;
    Ok(())
}

async fn messages(client: ChatThreadClient) -> Result<()> {
    let topic = "another topic".to_owned();
    client.update_properties().topic(topic).await?;
    let result = client.get_properties().await?;
    assert_eq!(result.topic, "another topic");
    let sender_display_name = "Alice".to_owned();
    client.send_typing_notification().sender_display_name(sender_display_name).await?;
    let content = "hello".to_owned();
    let result = client.send_message(content).await?;
    let chat_message_id = &*result.id;
    let content = "good evening".to_owned();
    client.update_message(chat_message_id).content(content).await?;
    let result = client.get_message(chat_message_id).await?;
    assert!(result.edited_on.is_some());
    client.send_read_receipt(chat_message_id).await?;
    let mut items = client.list_read_receipts().items();
    while let Some(item) = items.try_next().await? {
        println!("{item:?}");
    }
    let mut items = client.list_messages().items();
    while let Some(item) = items.try_next().await? {
        println!("{item:?}");
    }
    client.delete_message(chat_message_id).await?;
    Ok(())
}

async fn delete_thread(client: ChatClient, chat_thread_id: &str) -> Result<()> {
    client.delete_chat_thread(chat_thread_id).await?;
    Ok(())
}

async fn users(client: CommunicationIdentityClient) -> Result<()> {
    let scopes = vec![CommunicationIdentityTokenScope::Chat];
    let create_token_with_scopes = scopes.clone();
    let result = client.create_user().create_token_with_scopes(create_token_with_scopes).await?;
    let id = &*result.identity.id;
    let result = client.get_token(id, scopes).await?;
    assert!(!result.token.is_empty());
    client.revoke_tokens(id).await?;
    client.delete_user(id).await?;
    let token = ENTRA_TOKEN.to_owned();
    let (app_id, user_id) = ("app".to_owned(), "user".to_owned());
    let result = client.get_token_for_teams_user(token, app_id, user_id).await?;
    assert!(!result.token.is_empty());
    Ok(())
}

async fn assignments(
    client: CommunicationIdentityClient,
    tenant_id: &str,
    object_id: &str,
) -> Result<()> {
    let principal_type = TeamsExtensionPrincipalType::User;
    let result =
        client.upsert_teams_extension_assignment(tenant_id, object_id, principal_type).await?;
    println!("{result:?}");
    let result = client.get_teams_extension_assignment(tenant_id, object_id).await?;
    println!("{result:?}");
    client.delete_teams_extension_assignment(tenant_id, object_id).await?;
    Ok(())
}

async fn exchange(client: CommunicationIdentityClient, body: HashMap<String, Value>) -> Result<()> {
    let result = client.exchange_teams_extension_token(body).await?;
    println!("{result:?}");
    Ok(())
}
