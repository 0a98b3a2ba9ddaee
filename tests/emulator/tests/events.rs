//! Events that the emulator sends to webhooks.

mod support;

use acs_chat_emulator::{DeliveryStatus, EventSchema, Filter};
use axum::{Router, http::StatusCode, routing::any};
use reqwest::Method;
use serde_json::{Value, json};
use std::time::Duration;
use support::{
    User, World, path, seen,
    webhook::{Received, Webhook},
};
use tokio::{
    net::TcpListener,
    time::{sleep, timeout},
};

const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until the webhook has answered, and the emulator has noted it.
async fn settled(world: &World) -> Vec<acs_chat_emulator::Delivery> {
    let settled = async {
        loop {
            let deliveries = world.emulator.deliveries();
            if deliveries.iter().all(|it| it.status != DeliveryStatus::Waiting) {
                return deliveries;
            }
            sleep(Duration::from_millis(10)).await;
        }
    };
    timeout(PATIENCE, settled).await.expect("every delivery ends")
}

async fn thread_of(world: &World, creator: &User, others: &[&User]) -> String {
    let participants: Vec<Value> = others.iter().map(|user| user.participant()).collect();
    let body = json!({ "topic": "Lunch", "participants": participants });
    let created = world.post(creator, "/chat/threads", body).await.json();
    path(created["chatThread"]["id"].as_str().unwrap())
}

/// The types of events and the users that they are for.
fn summary(received: &[Received]) -> Vec<(String, Option<&str>)> {
    received.iter().map(|it| (it.kind(), it.recipient())).collect()
}

#[tokio::test]
async fn a_change_has_an_event_for_the_thread_and_one_for_every_other_participant() {
    let world = World::new().await;
    let (ann, bob, carl) = (world.user().await, world.user().await, world.user().await);
    let webhook = Webhook::start().await;
    world.emulator.subscribe(&webhook.url, Filter::new(EventSchema::CloudEvents)).await.unwrap();

    let thread = thread_of(&world, &ann, &[&bob]).await;
    let message = format!("{thread}/messages/{}", world.send(&bob, &thread, "At noon?").await);
    world.patch(&bob, &message, json!({ "content": "At one?" })).await;
    world.delete(&bob, &message).await;
    world.patch(&ann, &thread, json!({ "topic": "Dinner" })).await;
    let added = json!({ "participants": [carl.participant()] });
    world.post(&ann, &format!("{thread}/participants/:add"), added).await;
    world.post(&carl, &format!("{thread}/typing"), json!({ "senderDisplayName": "Carl" })).await;
    world.post(&ann, &format!("{thread}/participants/:remove"), carl.identifier()).await;
    world.delete(&bob, &thread).await;

    let received = webhook.wait(18).await;
    let (ann, bob, carl) = (Some(ann.id.as_str()), Some(bob.id.as_str()), Some(carl.id.as_str()));
    let expected = [
        ("ChatThreadCreated", None),
        ("ChatThreadCreatedWithUser", bob),
        ("ChatMessageReceivedInThread", None),
        ("ChatMessageReceived", ann),
        ("ChatMessageEditedInThread", None),
        ("ChatMessageEdited", ann),
        ("ChatMessageDeletedInThread", None),
        ("ChatMessageDeleted", ann),
        ("ChatThreadPropertiesUpdated", None),
        ("ChatThreadPropertiesUpdatedPerUser", bob),
        ("ChatThreadParticipantAdded", None),
        ("ChatParticipantAddedToThreadWithUser", bob),
        ("ChatParticipantAddedToThreadWithUser", carl),
        ("ChatTypingIndicatorReceivedInThread", None),
        ("ChatThreadParticipantRemoved", None),
        ("ChatParticipantRemovedFromThreadWithUser", bob),
        ("ChatThreadDeleted", None),
        ("ChatThreadWithUserDeleted", ann),
    ];
    assert_eq!(summary(&received), expected.map(|(kind, user)| (kind.to_owned(), user)));
    let deliveries = settled(&world).await;
    assert_eq!(deliveries.len(), 18);
    assert!(deliveries.iter().all(|it| it.status == DeliveryStatus::Delivered));
}

#[tokio::test]
async fn an_event_tells_what_the_api_tells() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let webhook = Webhook::start().await;
    let filter = Filter::new(EventSchema::EventGrid).types(["ChatMessageReceived"]);
    world.emulator.subscribe(&webhook.url, filter).await.unwrap();
    let thread = thread_of(&world, &ann, &[&bob]).await;
    let body = json!({ "content": "<b>hi</b>", "type": "html", "senderDisplayName": "Ann" });
    world.post(&ann, &format!("{thread}/messages"), body).await;
    let shown = &world.messages(&bob, &thread).await[0];

    let received = &webhook.wait(1).await[0];
    let event = received.event();
    let id = event["data"]["threadId"].as_str().unwrap();
    assert_eq!(path(id), thread);
    let subject = format!("thread/{id}/sender/{}/recipient/{}", ann.id, bob.id);
    assert_eq!(event["subject"], subject.as_str());
    let data = &event["data"];
    assert_eq!(data["messageId"], shown["id"]);
    assert_eq!(data["version"].to_string(), shown["version"].as_str().unwrap());
    assert_eq!((&data["messageBody"], &data["type"]), (&json!("<b>hi</b>"), &json!("Html")));
    assert_eq!(data["senderDisplayName"], "Ann");
    for name in ["aeg-event-type", "aeg-subscription-name", "aeg-delivery-count"] {
        assert!(received.headers.contains_key(name), "{name}");
    }
    assert_eq!(received.headers["content-type"], "application/json; charset=utf-8");
}

#[tokio::test]
async fn an_event_that_is_not_taken_comes_again_and_lets_others_pass() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let webhook = Webhook::start().await;
    world.emulator.subscribe(&webhook.url, Filter::default()).await.unwrap();
    webhook.answer_with([503, 200, 429]);
    for content in ["first", "second"] {
        world.send(&ann, &thread, content).await;
    }
    let received = webhook.wait(4).await;
    let attempts: Vec<_> = received
        .iter()
        .map(|it| (&it.event()["data"]["messageBody"], &it.headers["aeg-delivery-count"]))
        .collect();
    let [first, second] = [json!("first"), json!("second")];
    let count = |count: &'static str| reqwest::header::HeaderValue::from_static(count);
    let (none, one, two) = (count("0"), count("1"), count("2"));
    assert_eq!(attempts, [(&first, &none), (&second, &none), (&first, &one), (&first, &two)]);
    let deliveries = settled(&world).await;
    assert_eq!(deliveries[0].attempts, 3);
    assert_eq!((deliveries[0].response_status, &deliveries[0].problem), (Some(200), &None));
}

#[tokio::test]
async fn an_event_that_is_refused_does_not_come_again() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let webhook = Webhook::start().await;
    world.emulator.subscribe(&webhook.url, Filter::default()).await.unwrap();
    webhook.answer_with([400, 413]);
    for content in ["one", "two", "three"] {
        world.send(&ann, &thread, content).await;
    }
    webhook.wait(3).await;
    let ends: Vec<_> = settled(&world)
        .await
        .iter()
        .map(|it| (it.status, it.attempts, it.response_status))
        .collect();
    use DeliveryStatus::{Delivered, Failed};
    assert_eq!(ends, [(Failed, 1, Some(400)), (Failed, 1, Some(413)), (Delivered, 1, Some(200))]);
}

#[tokio::test]
async fn a_filter_limits_types_and_subjects() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await, world.user().await);
    let webhook = Webhook::start().await;
    let for_bob = Filter::new(EventSchema::CloudEvents)
        .types(["Microsoft.Communication.ChatMessageReceived", "ChatMessageReceivedInThread"])
        .subject_begins_with("thread/19:")
        .subject_ends_with(format!("/recipient/{}", bob.id));
    world.emulator.subscribe(&webhook.url, for_bob).await.unwrap();
    let thread = thread_of(&world, &ann, &[&bob]).await;
    world.send(&bob, &thread, "for Ann").await;
    world.send(&ann, &thread, "for Bob").await;
    let received = webhook.wait(1).await;
    assert_eq!(received[0].event()["data"]["messageBody"], "for Bob");
    assert_eq!(world.emulator.deliveries().len(), 1);

    let unknown = Filter::default().types(["ChatMessageRead"]);
    let error = world.emulator.subscribe(&webhook.url, unknown).await.unwrap_err().to_string();
    assert_eq!(error, "ChatMessageRead is not a type of a chat event");
}

/// A webhook that answers every request in the same way.
async fn stubborn(status: StatusCode, header: &'static str, body: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/", listener.local_addr().unwrap());
    let answer = any(move || async move { (status, [("webhook-allowed-origin", header)], body) });
    let router = Router::new().fallback(answer);
    tokio::spawn(async { axum::serve(listener, router).await.unwrap() });
    url
}

#[tokio::test]
async fn a_webhook_without_the_handshake_gets_no_events() {
    use EventSchema::{CloudEvents, EventGrid};
    let world = World::new().await;
    let code = r#"{"validationResponse": "guessed"}"#;
    let closed = "http://127.0.0.1:1/".to_owned();
    for (url, schema, problem) in [
        (stubborn(StatusCode::OK, "*", code).await, EventGrid, "validationCode"),
        (stubborn(StatusCode::OK, "*", "").await, EventGrid, "validationCode"),
        (stubborn(StatusCode::NOT_FOUND, "*", "").await, EventGrid, "404"),
        (stubborn(StatusCode::NOT_FOUND, "*", "").await, CloudEvents, "404"),
        (stubborn(StatusCode::OK, "elsewhere.example", "").await, CloudEvents, "Allowed-Origin"),
        (closed, CloudEvents, "cannot be reached"),
        ("https://127.0.0.1:1/".to_owned(), CloudEvents, "http://"),
        ("no url".to_owned(), CloudEvents, "not valid"),
    ] {
        let error = world.emulator.subscribe(&url, Filter::new(schema)).await.unwrap_err();
        assert!(error.to_string().contains(problem), "{error}");
    }
    assert!(world.emulator.subscriptions().is_empty());
    let any_origin = stubborn(StatusCode::OK, "*", "").await;
    world.emulator.subscribe(&any_origin, Filter::new(CloudEvents)).await.unwrap();
}

#[tokio::test]
async fn subscriptions_and_deliveries_are_there_over_http() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let webhook = Webhook::start().await;
    let request = |method: Method, path: &str| {
        world.http.request(method, world.url(&format!("/__emulator/{path}")))
    };
    let get = async |path: &str| seen(request(Method::GET, path)).await.json();
    let subscribe =
        async |body: Value| seen(request(Method::POST, "subscriptions").json(&body)).await;

    let types = json!(["ChatMessageReceivedInThread"]);
    let body = json!({ "url": webhook.url, "schema": "cloudEvents", "types": types });
    let subscribed = subscribe(body).await;
    assert_eq!((subscribed.status, subscribed.json()), (201, json!({ "id": 1 })));
    let listed = get("subscriptions").await;
    assert_eq!((&listed[0]["url"], &listed[0]["types"]), (&json!(webhook.url), &types));

    world.send(&ann, &thread, "hello").await;
    webhook.wait(1).await;
    settled(&world).await;
    let delivery = &get("deliveries").await[0];
    assert_eq!(delivery["eventType"], "Microsoft.Communication.ChatMessageReceivedInThread");
    assert_eq!(
        (&delivery["status"], &delivery["responseStatus"]),
        (&json!("delivered"), &json!(200))
    );
    let body: Value = serde_json::from_str(delivery["body"].as_str().unwrap()).unwrap();
    assert_eq!(body["data"]["messageBody"], "hello");

    let delete = async |path: &str| seen(request(Method::DELETE, path)).await.status;
    assert_eq!(delete("deliveries").await, 204);
    assert_eq!(get("deliveries").await, json!([]));
    assert_eq!(delete("subscriptions/1").await, 204);
    assert_eq!(delete("subscriptions/1").await, 404);
    assert_eq!(get("subscriptions").await, json!([]));
    world.send(&ann, &thread, "unheard").await;
    assert_eq!(get("deliveries").await, json!([]));

    for (body, named) in [
        (json!({ "uri": webhook.url }), "`uri`"),
        (json!({ "url": webhook.url, "schema": "xml" }), "`xml`"),
        (json!({ "url": webhook.url, "types": ["Chat"] }), "Chat is not a type"),
        (json!({ "url": "ftp://127.0.0.1/" }), "http://"),
    ] {
        let refused = subscribe(body).await;
        assert_eq!(refused.status, 400, "{refused:?}");
        assert!(refused.json()["error"].as_str().unwrap().contains(named), "{refused:?}");
    }
}

#[tokio::test]
async fn a_subscription_stays_after_a_reset_and_a_restart() {
    let mut world = World::new().await;
    let webhook = Webhook::start().await;
    world.emulator.subscribe(&webhook.url, Filter::default()).await.unwrap();
    world.thread(&world.user().await, "before").await;
    webhook.wait(1).await;
    world.emulator.reset();
    assert!(world.emulator.deliveries().is_empty());
    world.emulator.restart().await.unwrap();
    world.thread(&world.user().await, "after").await;
    let received = webhook.wait(2).await;
    assert_eq!(received[1].event()["data"]["properties"]["topic"], "after");
    assert!(world.emulator.unsubscribe(1) && !world.emulator.unsubscribe(1));
}
