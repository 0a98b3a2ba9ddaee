//! The data folder: state that survives the end of the process, however it ends.

mod support;

use acs_chat_emulator::{ENTRA_TOKEN, Emulator, EventSchema, Filter};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use std::{collections::HashSet, path::Path};
use support::{User, World, client, path, program, seen, webhook::Webhook};
use tempfile::tempdir;
use tokio::{
    process::{Child, Command},
    task::JoinSet,
};

async fn world(folder: &Path) -> World {
    let emulator = Emulator::builder().data(folder).start().await.unwrap();
    World { emulator, http: client(&[]) }
}

fn access_key(emulator: &Emulator) -> String {
    emulator.connection_string().rsplit_once("accesskey=").unwrap().1.to_owned()
}

/// Everything that a user sees of a thread.
async fn view(world: &World, user: &User, thread: &str) -> Vec<Value> {
    let mut view = vec![world.get(user, thread).await.json()];
    for list in ["messages", "participants", "readReceipts"] {
        view.extend(world.items(user, &format!("{thread}/{list}")).await);
    }
    view.extend(world.items(user, "/chat/threads").await);
    view
}

#[tokio::test]
async fn everything_is_as_it_was_after_a_new_start() {
    let folder = tempdir().unwrap();
    let before = world(folder.path()).await;
    let (ann, bob) = (before.user().await, before.user().await);
    let policy = json!({ "kind": "threadCreationDate", "deleteThreadAfterDays": 40 });
    let body = json!({
        "topic": "Lunch", "participants": [bob.participant()],
        "metadata": { "a": "1" }, "retentionPolicy": policy,
    });
    let create = |world: &World| {
        let request = world.chat(&ann, Method::POST, "/chat/threads").json(&body);
        seen(request.header("repeatability-request-id", "once"))
    };
    let created = create(&before).await;
    let thread = path(created.json()["chatThread"]["id"].as_str().unwrap());
    let mut ids = Vec::new();
    for content in ["one", "two", "three"] {
        ids.push(before.send(&ann, &thread, content).await);
    }
    let message = |index: usize| format!("{thread}/messages/{}", ids[index]);
    before.patch(&ann, &message(0), json!({ "content": "edited" })).await;
    before.delete(&ann, &message(1)).await;
    for reader in [&bob, &ann] {
        let receipt = json!({ "chatMessageId": ids[2] });
        let target = format!("{thread}/readReceipts");
        assert_eq!(before.post(reader, &target, receipt).await.status, 200);
    }
    let deleted = before.thread(&ann, "deleted").await;
    before.delete(&ann, &deleted).await;
    let assignment = "/access/teamsExtension/tenants/t1/assignments/o1";
    let principal = json!({ "principalType": "user", "clientIds": ["c1"] });
    before.identity(Method::PUT, assignment, Some(principal)).await;
    let custom = json!({ "customId": "carl" });
    let carl = before.identity(Method::POST, "/identities", Some(custom.clone())).await.json();
    let revoked = before.user().await;
    let revoke = format!("/identities/{}/:revokeAccessTokens", revoked.id);
    before.identity(Method::POST, &revoke, None).await;
    let gone = before.user().await;
    before.identity(Method::DELETE, &format!("/identities/{}", gone.id), None).await;
    let seen_before = view(&before, &ann, &thread).await;
    let key = access_key(&before.emulator);
    drop(before);

    let after = world(folder.path()).await;
    assert_eq!(access_key(&after.emulator), key);
    assert_eq!(view(&after, &ann, &thread).await, seen_before);
    assert_eq!(create(&after).await.text, created.text, "the answer comes again");
    assert_eq!(after.get(&ann, &deleted).await.status, 404);
    let assigned = after.identity(Method::GET, assignment, None).await.json();
    assert_eq!(assigned["clientIds"], json!(["c1"]));
    let again = after.identity(Method::POST, "/identities", Some(custom)).await.json();
    assert_eq!(again, carl);
    for user in [revoked, gone] {
        assert_eq!(after.get(&user, "/chat/threads").await.status, 401);
    }
    assert!(after.user().await.id > bob.id, "the counter goes on");
    let next = after.send(&bob, &thread, "four").await;
    assert!(next > ids[2]);
    let message = after.get(&ann, &format!("{thread}/messages/{next}")).await.json();
    assert_eq!(message["sequenceId"], "6");
}

/// A client of one user, who sends into one thread.
#[derive(Clone)]
struct Sender {
    http: Client,
    token: String,
    thread: String,
}

impl Sender {
    async fn new(endpoint: &str) -> Self {
        let http = client(&[]);
        let url = format!("{endpoint}/identities?api-version=2026-09-23");
        let body = json!({ "createTokenWithScopes": ["chat"] });
        let created = seen(http.post(url).bearer_auth(ENTRA_TOKEN).json(&body)).await.json();
        let token = created["accessToken"]["token"].as_str().unwrap().to_owned();
        let url = format!("{endpoint}/chat/threads?{}", support::VERSION);
        let body = json!({ "topic": "x" });
        let created = seen(http.post(url).bearer_auth(&token).json(&body)).await.json();
        let thread = path(created["chatThread"]["id"].as_str().unwrap());
        Self { http, token, thread }
    }

    /// Sends until the emulator ends. Returns the ids of the messages that it took.
    async fn send(self, endpoint: String, taken: tokio::sync::mpsc::Sender<String>) {
        let url = format!("{endpoint}{}/messages?{}", self.thread, support::VERSION);
        loop {
            let request = self.http.post(&url).bearer_auth(&self.token);
            let Ok(sent) = request.json(&json!({ "content": "x" })).send().await else { return };
            let Ok(sent) = sent.json::<Value>().await else { return };
            if taken.send(sent["id"].as_str().unwrap().to_owned()).await.is_err() {
                return;
            }
        }
    }

    async fn list(&self, endpoint: &str) -> HashSet<String> {
        let mut ids = HashSet::new();
        let mut url =
            format!("{endpoint}{}/messages?maxPageSize=200&{}", self.thread, support::VERSION);
        loop {
            let page = seen(self.http.get(&url).bearer_auth(&self.token)).await;
            assert_eq!(page.status, 200, "{page:?}");
            let page = page.json();
            let items = page["value"].as_array().unwrap();
            ids.extend(items.iter().map(|item| item["id"].as_str().unwrap().to_owned()));
            match page["nextLink"].as_str() {
                Some(link) => url = link.to_owned(),
                None => return ids,
            }
        }
    }
}

async fn start(folder: &Path) -> (Child, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_acs-chat-emulator"));
    command.arg("--data").arg(folder);
    program(command).await
}

/// The process is killed while several requests are being written.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_emulator_has_lost_nothing_that_it_answered() {
    let folder = tempdir().unwrap();
    let (mut emulator, mut endpoint) = start(folder.path()).await;
    let sender = Sender::new(&endpoint).await;
    let mut taken = HashSet::new();
    for round in 1..=5 {
        let (report, mut reports) = tokio::sync::mpsc::channel(1);
        let mut clients = JoinSet::new();
        for _ in 0..8 {
            clients.spawn(sender.clone().send(endpoint.clone(), report.clone()));
        }
        drop(report);
        for _ in 0..10 * round {
            taken.insert(reports.recv().await.expect("the emulator takes messages"));
        }
        emulator.kill().await.unwrap();
        while let Some(id) = reports.recv().await {
            taken.insert(id);
        }
        clients.join_all().await;
        (emulator, endpoint) = start(folder.path()).await;
        let kept = sender.list(&endpoint).await;
        let lost: Vec<_> = taken.difference(&kept).collect();
        assert!(lost.is_empty(), "round {round}: {lost:?} of {}", taken.len());
    }
}

#[tokio::test]
async fn a_reset_is_kept_too() {
    let folder = tempdir().unwrap();
    let before = world(folder.path()).await;
    let ann = before.user().await;
    before.thread(&ann, "x").await;
    before.emulator.reset();
    let bob = before.user().await;
    let thread = before.thread(&bob, "y").await;
    drop(before);
    let after = world(folder.path()).await;
    assert_eq!(after.get(&ann, "/chat/threads").await.status, 401);
    assert_eq!(after.get(&bob, &thread).await.status, 200);
}

#[tokio::test]
async fn webhooks_get_events_after_a_new_start_until_they_are_unsubscribed() {
    let folder = tempdir().unwrap();
    let (webhook, ended) = (Webhook::start().await, Webhook::start().await);
    let before = world(folder.path()).await;
    let all = Filter::new(EventSchema::EventGrid);
    let deleted = before.emulator.subscribe(&ended.url, all).await.unwrap();
    let filter = Filter::new(EventSchema::CloudEvents)
        .types(["ChatThreadCreated"])
        .subject_begins_with("thread/19:");
    let kept = before.emulator.subscribe(&webhook.url, filter).await.unwrap();
    assert!(before.emulator.unsubscribe(deleted));
    before.emulator.reset();
    let subscriptions = before.emulator.subscriptions();
    assert_eq!(subscriptions[0].id, kept);
    drop(before);

    let after = world(folder.path()).await;
    assert_eq!(after.emulator.subscriptions(), subscriptions);
    after.thread(&after.user().await, "Lunch").await;
    let received = webhook.wait(1).await;
    assert_eq!(received[0].event()["data"]["properties"]["topic"], "Lunch");
    assert_eq!(after.emulator.subscribe(&ended.url, Filter::default()).await.unwrap(), kept + 1);
}

#[tokio::test]
async fn the_first_access_key_is_kept_and_another_can_be_given() {
    let folder = tempdir().unwrap();
    let start = async |key: Option<&str>| {
        let builder = Emulator::builder().data(folder.path());
        let builder = match key {
            Some(key) => builder.access_key(key),
            None => builder,
        };
        access_key(&builder.start().await.unwrap())
    };
    let first = start(Some("first")).await;
    assert_ne!(start(Some("second")).await, first);
    assert_eq!(start(None).await, first);
}

#[tokio::test]
async fn two_emulators_do_not_share_a_folder() {
    let folder = tempdir().unwrap();
    let _first = world(folder.path()).await;
    let error = Emulator::builder().data(folder.path()).start().await.unwrap_err().to_string();
    assert!(error.contains(folder.path().to_str().unwrap()), "{error}");
    assert!(error.contains("another emulator uses it"), "{error}");
}

#[tokio::test]
async fn a_folder_that_cannot_be_used_is_named() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("emulator.redb"), "something else").unwrap();
    let error = Emulator::builder().data(folder.path()).start().await.unwrap_err().to_string();
    assert!(error.contains(folder.path().to_str().unwrap()), "{error}");
}
