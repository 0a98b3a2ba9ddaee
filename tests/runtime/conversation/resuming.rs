//! A list that fails in the middle and is resumed.

use super::{
    process::{Listing, no_position},
    world::{World, new_thread, send_many},
};
use acs_chat::models::{ChatMessage, ChatMessageType};
use acs_chat_emulator::{Fault, Rule};

/// The crate's example `chat_thread_client_export_messages` stores its position. The service refuses two pages, and the
/// example is run again each time.
#[tokio::test]
async fn an_export_that_the_service_refuses_goes_on_in_the_next_process() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    let mut sent = send_many(&thread, 500).await;
    sent.reverse();
    let refusal = Rule::new(Fault::status(403)).on("GET", "/chat/threads/*/messages").after(8);
    world.emulator.faults().inject(refusal.clone());
    world.emulator.faults().inject(refusal);

    let program = env!("CARGO_BIN_EXE_chat_thread_client_export_messages");
    let thread_id = thread.chat_thread_id();
    let position = no_position("position_of_export");
    let listing = Listing { program, world: &world, user: &me, thread_id, position };
    let mut exported: Vec<ChatMessage> = Vec::new();
    // The last run finds that everything was exported.
    for succeeds in [false, false, true, true] {
        let output = listing.run(&[]).await;
        assert_eq!(output.status.success(), succeeds, "{output:?}");
        assert_eq!(listing.has_more(), !succeeds);
        let lines = String::from_utf8(output.stdout).unwrap();
        exported
            .extend(lines.lines().map(|line| serde_json::from_str::<ChatMessage>(line).unwrap()));
    }
    let written = exported.into_iter().filter(|it| it.message_type == ChatMessageType::Text);
    assert_eq!(written.map(|message| message.id).collect::<Vec<_>>(), sent);
}
