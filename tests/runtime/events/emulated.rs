//! The events of the emulator, which the example `webhook` receives and the crate reads.

use super::{payloads::name, webhook::Webhook};
use crate::conversation::world::World;
use acs_chat::{
    events::{ChatEvent, ChatEventData},
    models::ChatParticipant,
};
use acs_chat_emulator::{DeliveryStatus, Emulator, EventSchema, Filter};
use std::{collections::BTreeSet, time::Duration};

#[tokio::test]
async fn every_change_arrives_as_events_that_are_read() {
    for schema in [EventSchema::EventGrid, EventSchema::CloudEvents] {
        let world = World::new().await;
        let webhook = Webhook::start().await;
        let url = webhook.url_with_secret();
        world.emulator.subscribe(&url, Filter::new(schema)).await.expect("the webhook agrees");
        change_everything(&world).await;

        let mut types = BTreeSet::new();
        for delivery in delivered(&world.emulator).await {
            let events = ChatEvent::parse(&delivery).expect("the body has events");
            for event in events {
                let event = event.unwrap_or_else(|error| panic!("{error}: {delivery}"));
                assert!(event.data != ChatEventData::Unknown, "{delivery}");
                assert!(event.source.is_some() && event.time.is_some(), "{delivery}");
                if let ChatEventData::ChatMessageReceived(message) = &event.data {
                    let sender = &message.sender_communication_identifier;
                    assert_ne!(&message.recipient_communication_identifier, sender, "{delivery}");
                }
                types.insert(name(&event));
            }
        }
        assert!(types.len() >= 17, "all but the command of a bot: {types:?}");
    }
}

/// Makes each change that has events.
async fn change_everything(world: &World) {
    let (alice, bob, carol) = (world.user().await, world.user().await, world.user().await);
    let chat = world.chat(&alice);
    let participants = [&alice, &bob].map(|user| ChatParticipant::new(user.id.clone()));
    let created = chat.create_chat_thread("Lunch").participants(participants).await;
    let id = created.expect("it is created").chat_thread.expect("it is a thread").id;
    let thread = chat.chat_thread_client(&id);
    let message = thread.send_message("At noon?").await.expect("it is sent");
    thread.update_message(&message.id).content("At one?").await.expect("it is edited");
    thread.send_typing_notification().await.expect("it is sent");
    thread.delete_message(&message.id).await.expect("it is deleted");
    thread.update_properties().topic("Dinner").await.expect("it is changed");
    let added = thread.add_participants([ChatParticipant::new(carol.id.clone())]).await;
    assert!(added.expect("she is added").invalid_participants.is_empty());
    thread.remove_participant(carol.id).await.expect("she is removed");
    chat.delete_chat_thread(&id).await.expect("it is deleted");
}

/// The bodies of all events, once the webhook took each at the first attempt.
async fn delivered(emulator: &Emulator) -> Vec<String> {
    let waits = async {
        loop {
            let deliveries = emulator.deliveries();
            if deliveries.iter().all(|it| it.status == DeliveryStatus::Delivered) {
                return deliveries;
            }
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    };
    let deliveries = tokio::time::timeout(Duration::from_secs(30), waits).await;
    let deliveries = deliveries.expect("the webhook takes all events");
    assert!(deliveries.iter().all(|it| it.attempts == 1), "{deliveries:?}");
    deliveries.into_iter().map(|it| it.body).collect()
}
