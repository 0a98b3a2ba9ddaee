//! A conversation of two users, from the first message to the end of the thread.

use super::world::{User, World, text};
use acs_chat::{
    ChatClient, ChatThreadClient, CommunicationError, CommunicationIdentifier,
    models::{ChatMessage, ChatMessageType, ChatParticipant},
};
use azure_core::http::StatusCode;
use futures::TryStreamExt;
use std::{fmt::Debug, time::Duration};

/// A user with a client and a token.
struct Side {
    user: User,
    chat: ChatClient,
    thread: ChatThreadClient,
}

#[tokio::test]
async fn a_conversation_from_beginning_to_end() {
    let world = World::new().await;
    let (alice, bob) = begin(&world).await;
    bob_joins(&world, &alice, &bob).await;
    they_talk(&alice, &bob).await;
    a_message_changes_and_goes(&alice, &bob).await;
    the_topic_changes(&alice, &bob).await;
    bob_leaves(&alice, &bob).await;
    the_thread_ends(&alice).await;
}

/// Alice is alone in a new thread.
async fn begin(world: &World) -> (Side, Side) {
    let (alice, bob) = (world.user().await, world.user().await);
    let (alice_chat, bob_chat) = (world.chat(&alice), world.chat(&bob));
    let created = alice_chat.create_chat_thread("Release 2.4").await.unwrap();
    let properties = created.chat_thread.expect("the new thread");
    assert_eq!(properties.topic, "Release 2.4");
    assert_eq!(properties.created_by_communication_identifier, alice.id);
    let side = |user, chat: ChatClient| {
        let thread = chat.chat_thread_client(&properties.id);
        Side { user, chat, thread }
    };
    (side(alice, alice_chat), side(bob, bob_chat))
}

/// Bob sees a part of the history. A participant who does not exist is reported as a failure.
async fn bob_joins(world: &World, alice: &Side, bob: &Side) {
    alice.thread.send_message("a secret").await.unwrap();
    world.emulator.clock().advance(Duration::from_secs(60));
    let shared = alice.thread.send_message("hello").await.unwrap();
    let since = alice.thread.get_message(&shared.id).await.unwrap().created_on;
    assert_status(bob.thread.get_properties().await, StatusCode::Forbidden);

    let stranger = CommunicationIdentifier::from_raw_id("8:acs:nobody_here");
    let participants = [
        ChatParticipant::new(stranger.clone()),
        ChatParticipant::new(bob.user.id.clone()).display_name("Bob").share_history_time(since),
    ];
    let added = alice.thread.add_participants(participants.to_vec()).await.unwrap();
    let failures: Vec<_> = added
        .failures(&participants)
        .map(|(it, error)| (it.communication_identifier, &*error.code))
        .collect();
    assert_eq!(failures, [(stranger, "404")]);

    let [joined, hello] = messages(bob).await.try_into().expect("not what was said before");
    assert_eq!(text(&hello), "hello");
    assert_eq!(hello.sender_communication_identifier.as_ref(), Some(&alice.user.id));
    assert_eq!(joined.message_type, ChatMessageType::ParticipantAdded);
    assert_about_bob(&joined, alice, bob);
    let names: Vec<_> = alice
        .thread
        .list_participants()
        .items()
        .map_ok(|it| (it.communication_identifier, it.display_name))
        .try_collect()
        .await
        .unwrap();
    let bob_listed = (bob.user.id.clone(), Some("Bob".to_owned()));
    assert_eq!(names, [(alice.user.id.clone(), None), bob_listed]);
}

async fn they_talk(alice: &Side, bob: &Side) {
    bob.thread.send_typing_notification().sender_display_name("Bob").await.unwrap();
    let sent = bob.thread.send_message("<b>hi</b>").message_type(ChatMessageType::Html);
    let sent = sent.sender_display_name("Bob").metadata([("mood", "good")]).await.unwrap();

    let reply = messages(alice).await.swap_remove(0);
    assert_eq!((&reply.id, text(&reply)), (&sent.id, "<b>hi</b>"));
    assert_eq!(reply.message_type, ChatMessageType::Html);
    assert_eq!(reply.sender_display_name.as_deref(), Some("Bob"));
    assert_eq!(reply.sender_communication_identifier.as_ref(), Some(&bob.user.id));
    assert_eq!(reply.metadata["mood"], "good");

    alice.thread.send_typing_notification().await.unwrap();
    alice.thread.send_read_receipt(&reply.id).await.unwrap();
    let receipts: Vec<_> = bob.thread.list_read_receipts().items().try_collect().await.unwrap();
    let [receipt] = &receipts[..] else { panic!("{receipts:?}") };
    assert_eq!(receipt.sender_communication_identifier, alice.user.id);
    assert_eq!(receipt.chat_message_id, reply.id);
    assert!(receipt.read_on >= reply.created_on);
}

async fn a_message_changes_and_goes(alice: &Side, bob: &Side) {
    let sent = alice.thread.send_message("draft").await.unwrap();
    let draft = bob.thread.get_message(&sent.id).await.unwrap();
    assert_eq!(draft.edited_on, None);
    assert_status(bob.thread.update_message(&sent.id).content("x").await, StatusCode::Forbidden);
    assert_status(bob.thread.delete_message(&sent.id).await, StatusCode::Forbidden);

    alice.thread.update_message(&sent.id).content("final").await.unwrap();
    let edited = bob.thread.get_message(&sent.id).await.unwrap();
    assert_eq!(text(&edited), "final");
    assert!(edited.edited_on.is_some());
    assert_ne!(edited.version, draft.version);
    assert_eq!(edited.sequence_id, draft.sequence_id);

    alice.thread.delete_message(&sent.id).await.unwrap();
    assert_status(bob.thread.get_message(&sent.id).await, StatusCode::NotFound);
    let deleted = messages(bob).await.swap_remove(0);
    assert_eq!((&deleted.id, text(&deleted)), (&sent.id, ""));
    assert!(deleted.deleted_on.is_some());
}

async fn the_topic_changes(alice: &Side, bob: &Side) {
    bob.thread.update_properties().topic("Release 2.5").await.unwrap();
    assert_eq!(alice.thread.get_properties().await.unwrap().topic, "Release 2.5");
    let news = messages(alice).await.swap_remove(0);
    assert_eq!(news.message_type, ChatMessageType::TopicUpdated);
    let content = news.content.expect("a content");
    assert_eq!(content.topic.as_deref(), Some("Release 2.5"));
    assert_eq!(content.initiator_communication_identifier.as_ref(), Some(&bob.user.id));
    assert_eq!(news.sender_communication_identifier, None);
}

async fn bob_leaves(alice: &Side, bob: &Side) {
    assert_eq!(threads(&bob.chat).await, [("Release 2.5".to_owned(), false)]);
    alice.thread.remove_participant(bob.user.id.clone()).await.unwrap();
    assert_status(bob.thread.send_message("wait").await, StatusCode::Forbidden);
    assert_status(bob.thread.list_messages().items().try_next().await, StatusCode::Forbidden);
    assert_eq!(threads(&bob.chat).await, []);
    let news = messages(alice).await.swap_remove(0);
    assert_eq!(news.message_type, ChatMessageType::ParticipantRemoved);
    assert_about_bob(&news, alice, bob);
}

async fn the_thread_ends(alice: &Side) {
    alice.chat.delete_chat_thread(alice.thread.chat_thread_id()).await.unwrap();
    assert_eq!(threads(&alice.chat).await, [("Release 2.5".to_owned(), true)]);
    assert_status(alice.thread.get_properties().await, StatusCode::NotFound);
    assert_status(alice.thread.send_message("anybody?").await, StatusCode::NotFound);
    assert_status(alice.thread.list_messages().items().try_next().await, StatusCode::NotFound);
}

/// The messages that a user sees, newest first.
async fn messages(side: &Side) -> Vec<ChatMessage> {
    side.thread.list_messages().items().try_collect().await.unwrap()
}

/// The topics of a user's threads, and whether the threads are deleted.
async fn threads(chat: &ChatClient) -> Vec<(String, bool)> {
    let threads = chat.list_chat_threads().items();
    threads.map_ok(|it| (it.topic, it.deleted_on.is_some())).try_collect().await.unwrap()
}

/// Checks a system message about Alice and Bob.
#[track_caller]
fn assert_about_bob(message: &ChatMessage, alice: &Side, bob: &Side) {
    let content = message.content.as_ref().expect("a content");
    let about: Vec<_> =
        content.participants.iter().map(|it| &it.communication_identifier).collect();
    assert_eq!(about, [&bob.user.id]);
    assert_eq!(content.initiator_communication_identifier.as_ref(), Some(&alice.user.id));
}

#[track_caller]
fn assert_status<T: Debug>(result: azure_core::Result<T>, status: StatusCode) {
    let error = result.unwrap_err();
    assert_eq!(error.http_status(), Some(status), "{error}");
    assert!(CommunicationError::of(&error).is_some_and(|told| !told.message.is_empty()));
}
