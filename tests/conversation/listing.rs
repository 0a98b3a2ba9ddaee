//! Ten thousand messages, in pages of every size, from a service in any mood.

use crate::{
    resuming::over_three_processes,
    world::{World, ids, new_thread, send_many},
};
use acs_chat::{ChatThreadClient, Pages, models::ChatMessage};
use acs_chat_emulator::{CutAt, Fault, Faults, Rule};
use futures::{StreamExt, TryStreamExt};

const COUNT: usize = 10_000;
/// More than it takes: a list of so many pages has half as many failures.
const FAULTS: usize = COUNT;

/// All messages are there once, newest first. It is one test because it takes a while to send them.
#[tokio::test]
async fn ten_thousand_messages_are_listed_in_every_way() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    let mut expected = send_many(&thread, COUNT).await;
    expected.reverse();

    assert_eq!(by_item(&thread, 100).await, expected);
    assert_eq!(by_page(&thread, 100).await, expected);
    assert_eq!(ids(over_three_processes(&world, &me.token, &thread).await), expected);

    fail_every_third(world.emulator.faults());
    assert_eq!(by_item(&thread, 100).await, expected);
    assert_eq!(by_page(&thread, 100).await, expected);
    assert_eq!(by_item_then_by_page(&thread, 3).await, expected);
    assert_eq!(by_item_then_by_page(&thread, 1).await, expected);
    let failures = FAULTS - world.emulator.faults().pending().len();
    assert!(failures > COUNT / 2, "only {failures} requests failed");
}

async fn by_item(thread: &ChatThreadClient, size: i32) -> Vec<String> {
    ids(thread.list_messages().max_page_size(size).items().try_collect().await.unwrap())
}

async fn by_page(thread: &ChatThreadClient, size: i32) -> Vec<String> {
    ids(rest(thread.list_messages().max_page_size(size).pages(), size).await)
}

/// Half of the list by item, and from there by page: a request for each of the messages is enough.
async fn by_item_then_by_page(thread: &ChatThreadClient, size: i32) -> Vec<String> {
    let mut items = thread.list_messages().max_page_size(size).items();
    let mut all: Vec<_> = items.by_ref().take(COUNT / 2).try_collect().await.unwrap();
    let place = items.continuation().unwrap().clone();
    all.extend(rest(thread.list_messages().resume(place).pages(), size).await);
    ids(all)
}

/// No page is larger than was asked for.
async fn rest(mut pages: Pages<ChatMessage>, size: i32) -> Vec<ChatMessage> {
    let mut all = Vec::new();
    while let Some(page) = pages.try_next().await.unwrap() {
        assert!(page.len() <= size as usize);
        all.extend(page);
    }
    all
}

/// Two requests go well, one fails, and so on, each time in another way.
fn fail_every_third(faults: &Faults) {
    let kinds = [
        Fault::status(503),
        Fault::too_many_requests("0"),
        Fault::Cut { at: CutAt::BeforeHandling },
        Fault::Cut { at: CutAt::BeforeResponse },
        Fault::Cut { at: CutAt::InBody },
    ];
    for fault in kinds.iter().cycle().take(FAULTS) {
        let rule = Rule::new(fault.clone()).on("GET", "/chat/threads/*/messages");
        faults.inject(rule.after(2));
    }
}
