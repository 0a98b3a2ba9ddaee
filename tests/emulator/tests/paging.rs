//! Lists in pages, and the service's own spelling of the links between them.

mod support;

use serde_json::{Value, json};
use std::{collections::BTreeSet, time::Duration};
use support::{World, seen};

fn contents(messages: &[Value]) -> Vec<&str> {
    messages.iter().filter_map(|message| message["content"]["message"].as_str()).collect()
}

fn topics(page: &Value) -> Vec<String> {
    let items = page["value"].as_array().unwrap().iter();
    items.map(|item| item["topic"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn a_link_has_the_form_of_the_service() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    let page = world.get(&ann, &format!("{thread}/messages?maxPageSize=1")).await.json();
    let link = page["nextLink"].as_str().unwrap();
    let raw = thread.replace("%3A", ":").replace("%40", "@");
    assert!(link.starts_with(&world.url(&format!("{raw}/messages?syncState="))), "{link}");
    let rest = "&startTime=1%2F1%2F1970%2012%3A00%3A00%20AM%20%2B00%3A00&maxPageSize=1&api-version=2025-03-15";
    assert!(link.ends_with(rest), "{link}");
    let next = seen(world.http.get(link).bearer_auth(&ann.token)).await;
    assert_eq!(next.status, 200);
    let logged = world.emulator.requests().pop().unwrap();
    assert_eq!(world.url(&logged.target), link, "the link arrived as it was given");
    assert_eq!(next.json().get("nextLink"), None, "there are two messages");

    let page = world.get(&ann, &format!("{thread}/participants?maxPageSize=1")).await.json();
    assert_eq!(page.get("nextLink"), None);

    world.thread(&ann, "Dinner").await;
    let page = world.get(&ann, "/chat/threads?maxPageSize=1").await.json();
    let link = page["nextLink"].as_str().unwrap();
    assert!(link.starts_with(&world.url("/chat/threads?syncState=")), "{link}");
    assert!(!link.contains("startTime"), "{link}");
    let page =
        world.get(&ann, "/chat/threads?maxPageSize=1&startTime=2025-04-01T15:08:30Z").await.json();
    let link = page["nextLink"].as_str().unwrap();
    assert!(link.contains("&startTime=4%2F1%2F2025%203%3A08%3A30%20PM%20%2B00%3A00&"), "{link}");
}

#[tokio::test]
async fn new_messages_do_not_shift_the_pages() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "Lunch").await;
    for number in 0..10 {
        world.send(&ann, &thread, &number.to_string()).await;
    }
    let mut page = world.get(&ann, &format!("{thread}/messages?maxPageSize=3")).await;
    let mut listed = Vec::new();
    loop {
        let json = page.json();
        let items = json["value"].as_array().unwrap().clone();
        assert!(items.len() <= 3);
        listed.extend(items);
        world.send(&ann, &thread, "new").await;
        match json["nextLink"].as_str() {
            None => break,
            Some(link) => page = seen(world.http.get(link).bearer_auth(&ann.token)).await,
        }
    }
    assert_eq!(contents(&listed), ["9", "8", "7", "6", "5", "4", "3", "2", "1", "0"]);
    assert_eq!(listed.len(), 12, "and the two system messages");
}

#[tokio::test]
async fn new_threads_do_not_shift_the_pages() {
    let world = World::new().await;
    let ann = world.user().await;
    for number in 0..5 {
        world.thread(&ann, &number.to_string()).await;
    }
    let mut page = world.get(&ann, "/chat/threads?maxPageSize=2").await;
    let mut listed = Vec::new();
    loop {
        let json = page.json();
        listed.extend(topics(&json));
        world.thread(&ann, "new").await;
        match json["nextLink"].as_str() {
            None => break,
            Some(link) => page = seen(world.http.get(link).bearer_auth(&ann.token)).await,
        }
    }
    assert_eq!(listed, ["4", "3", "2", "1", "0"]);
}

#[tokio::test]
async fn a_thread_with_a_later_message_comes_again_on_the_next_page() {
    let world = World::new().await;
    let ann = world.user().await;
    let mut threads = Vec::new();
    for number in 0..5 {
        threads.push(world.thread(&ann, &number.to_string()).await);
    }
    let mut page = world.get(&ann, "/chat/threads?maxPageSize=2").await.json();
    for thread in [&threads[4], &threads[0]] {
        world.send(&ann, thread, "later").await;
    }
    let mut pages = vec![topics(&page)];
    while let Some(link) = page["nextLink"].as_str() {
        page = seen(world.http.get(link).bearer_auth(&ann.token)).await.json();
        pages.push(topics(&page));
    }
    assert_eq!(pages, [["4", "3"], ["4", "2"], ["1", "0"]]);
}

#[tokio::test]
async fn a_list_comes_to_its_end_while_every_thread_changes() {
    let world = World::new().await;
    let ann = world.user().await;
    let mut threads = Vec::new();
    for number in 0..6 {
        threads.push(world.thread(&ann, &number.to_string()).await);
    }
    let mut page = world.get(&ann, "/chat/threads?maxPageSize=2").await.json();
    let (mut listed, mut pages) = (BTreeSet::new(), 1);
    loop {
        listed.extend(topics(&page));
        let Some(link) = page["nextLink"].as_str() else { break };
        for thread in &threads {
            world.send(&ann, thread, "later").await;
        }
        page = seen(world.http.get(link).bearer_auth(&ann.token)).await.json();
        pages += 1;
    }
    assert_eq!((listed.len(), pages), (6, 5));
}

#[tokio::test]
async fn a_start_time_holds_over_all_pages() {
    let world = World::new().await;
    let ann = world.user().await;
    let old = world.thread(&ann, "old").await;
    world.send(&ann, &old, "early").await;
    world.emulator.clock().advance(Duration::from_secs(3600));
    let thread = world.thread(&ann, "young").await;
    let since = world.get(&ann, &thread).await.json()["createdOn"].as_str().unwrap().to_owned();
    let threads =
        world.items(&ann, &format!("/chat/threads?startTime={since}&maxPageSize=1")).await;
    assert_eq!(threads.len(), 1);
    assert_eq!(threads[0]["topic"], "young");

    for content in ["one", "two", "three"] {
        world.send(&ann, &old, content).await;
    }
    let target = format!("{old}/messages?startTime={since}&maxPageSize=1");
    assert_eq!(contents(&world.items(&ann, &target).await), ["three", "two", "one"]);
    assert_eq!(world.items(&ann, &format!("/chat/threads?startTime={since}")).await.len(), 2);
}

#[tokio::test]
async fn participants_are_listed_in_the_order_of_joining() {
    let world = World::new().await;
    let ann = world.user().await;
    let mut participants = Vec::new();
    for number in 0..4 {
        let user = world.user().await;
        participants.push(json!({
            "communicationIdentifier": user.identifier(), "displayName": number.to_string(),
        }));
    }
    let body = json!({ "topic": "x", "participants": participants });
    let created = world.post(&ann, "/chat/threads", body).await.json();
    let thread = support::path(created["chatThread"]["id"].as_str().unwrap());
    let page = world.get(&ann, &format!("{thread}/participants?maxPageSize=2")).await.json();
    let raw = thread.replace("%3A", ":").replace("%40", "@");
    let link = format!("{raw}/participants?skip=2&maxPageSize=2&api-version=2025-03-15");
    assert_eq!(page["nextLink"], world.url(&link));

    let names = |items: Vec<Value>| -> Vec<Value> {
        items.iter().map(|item| item["displayName"].clone()).collect()
    };
    let target = format!("{thread}/participants?maxPageSize=2&skip=1");
    assert_eq!(names(world.items(&ann, &target).await), ["0", "1", "2", "3"]);
    let beyond = world.get(&ann, &format!("{thread}/participants?skip=9")).await.json();
    assert_eq!(beyond, json!({ "value": [] }));
}

#[tokio::test]
async fn bad_paging_parameters_are_refused() {
    let world = World::new().await;
    let ann = world.user().await;
    let thread = world.thread(&ann, "x").await;
    for (target, parameter) in [
        ("/messages?maxPageSize=0", "maxPageSize"),
        ("/messages?maxPageSize=many", "maxPageSize"),
        ("/messages?maxPageSize=99999999999", "maxPageSize"),
        ("/messages?startTime=yesterday", "startTime"),
        ("/messages?syncState=garbage", "syncState"),
        ("/participants?skip=-1", "skip"),
    ] {
        let refused = world.get(&ann, &format!("{thread}{target}")).await;
        assert_eq!((refused.status, refused.error().1.as_str()), (400, parameter), "{target}");
    }
}

#[tokio::test]
async fn a_page_has_100_threads_or_20_of_anything_else_by_default() {
    let world = World::new().await;
    let ann = world.user().await;
    for number in 0..101 {
        world.thread(&ann, &number.to_string()).await;
    }
    let length = async |target: &str| {
        world.get(&ann, target).await.json()["value"].as_array().unwrap().len()
    };
    assert_eq!(length("/chat/threads").await, 100);
    assert_eq!(length("/chat/threads?maxPageSize=101").await, 101);
    let thread = world.thread(&ann, "x").await;
    for _ in 0..20 {
        world.send(&ann, &thread, "x").await;
    }
    assert_eq!(length(&format!("{thread}/messages")).await, 20);
}
