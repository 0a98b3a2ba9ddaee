//! Connections that end too early.

use super::world::{World, new_thread, numbers, text};
use acs_chat::OutcomeUnknown;
use acs_chat_emulator::{CutAt, Fault, Rule};
use futures::TryStreamExt;

const CUTS: [CutAt; 3] = [CutAt::BeforeHandling, CutAt::BeforeResponse, CutAt::InBody];

fn cut(world: &World, at: CutAt, method: &str, path: &str) {
    world.emulator.faults().inject(Rule::new(Fault::Cut { at }).on(method, path));
}

#[tokio::test]
async fn what_is_asked_for_is_asked_for_again() {
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    for number in 0..30 {
        thread.send_message(number.to_string()).await.unwrap();
    }
    let newest = thread.list_messages().items().try_next().await.unwrap().unwrap();
    for at in CUTS {
        cut(&world, at, "GET", "/chat/threads/*/messages/*");
        assert_eq!(text(&thread.get_message(&newest.id).await.unwrap()), "29");
        cut(&world, at, "GET", "/chat/threads/*/messages");
        assert_eq!(numbers(&thread).await, (0..30).collect::<Vec<_>>(), "{at:?}");
        assert_eq!(world.emulator.faults().pending(), []);
    }
}

#[tokio::test]
async fn changes_are_made_once() {
    let world = World::new().await;
    let chat = world.chat(&world.user().await);
    for (at, topic) in CUTS.into_iter().zip(["a", "b", "c"]) {
        cut(&world, at, "POST", "/chat/threads");
        let created = chat.create_chat_thread(topic).await.unwrap().chat_thread.unwrap();
        let thread = chat.chat_thread_client(&created.id);
        cut(&world, at, "PATCH", "/chat/threads/*");
        thread.update_properties().topic(topic.to_uppercase()).await.unwrap();
        assert_eq!(world.emulator.faults().pending(), []);
    }
    let threads = chat.list_chat_threads().items().map_ok(|it| it.topic);
    assert_eq!(threads.try_collect::<Vec<_>>().await.unwrap(), ["C", "B", "A"]);
}

/// The service cannot recognize that a message comes again.
#[tokio::test]
async fn a_message_whose_response_is_lost_is_not_sent_again_unless_duplicates_are_allowed() {
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    for (number, (at, arrivals)) in CUTS.into_iter().zip([0, 1, 1]).enumerate() {
        cut(&world, at, "POST", "/chat/threads/*/messages");
        let error = thread.send_message(number.to_string()).await.unwrap_err();
        assert!(OutcomeUnknown::of(&error).is_some(), "{at:?}: {error}");
        assert_eq!(error.http_status(), None);
        let arrived = numbers(&thread).await.into_iter().filter(|it| *it == number).count();
        assert_eq!(arrived, arrivals, "{at:?}");

        cut(&world, at, "POST", "/chat/threads/*/messages");
        let number = number + 10;
        thread.send_message(number.to_string()).allow_duplicates().await.unwrap();
        let arrived = numbers(&thread).await.into_iter().filter(|it| *it == number).count();
        assert_eq!(arrived, arrivals + 1, "{at:?}");
    }
}

#[tokio::test]
async fn an_error_says_that_the_connection_ended_and_shows_no_secret() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    for (at, text) in CUTS.into_iter().zip([
        "connection closed before message completed",
        "connection closed before message completed",
        "end of file before message length reached",
    ]) {
        let rule = Rule::new(Fault::Cut { at }).on("POST", "/chat/threads/*/messages");
        world.emulator.faults().inject(rule.times(6));
        let error = thread.send_message("PRIVATE").allow_duplicates().await.unwrap_err();
        assert!(error.to_string().ends_with(text), "{at:?}: {error}");
        let shown = format!("{error} {error:?}");
        assert!(!shown.contains("PRIVATE") && !shown.contains(&me.token), "{shown}");
    }
}
