//! Ten thousand messages, in pages of every size, from a service in any mood.

use crate::{
    resuming::over_three_processes,
    world::{World, ids, new_thread, send_many},
};
use acs_chat::{ChatThreadClient, models::ChatMessage};
use acs_chat_emulator::{CutAt, Fault, Faults, Rule};
use futures::TryStreamExt;

const COUNT: usize = 10_000;

/// All messages are there once, newest first. It is one test because it takes a while to send them.
#[tokio::test]
async fn ten_thousand_messages_are_listed_in_every_way() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    let mut expected = send_many(&thread, COUNT).await;
    expected.reverse();

    assert_eq!(by_page(&thread, 1).await, expected);
    for size in [100, 3] {
        assert_eq!(by_item(&thread, size).await, expected);
        assert_eq!(by_page(&thread, size).await, expected);
    }
    for size in [100, 3, 1] {
        let failures = COUNT / size as usize;
        fail_every_third(world.emulator.faults(), failures);
        assert_eq!(by_item(&thread, size).await, expected);
        assert!(world.emulator.faults().pending().len() <= failures / 2);
        if size > 1 {
            assert_eq!(by_page(&thread, size).await, expected);
        }
        world.emulator.faults().clear();
    }
    assert_eq!(ids(over_three_processes(&world, &me.token, &thread).await), expected);
}

async fn by_item(thread: &ChatThreadClient, size: i32) -> Vec<String> {
    ids(thread.list_messages().max_page_size(size).items().try_collect().await.unwrap())
}

/// Also: no page is larger than was asked for.
async fn by_page(thread: &ChatThreadClient, size: i32) -> Vec<String> {
    let mut pages = thread.list_messages().max_page_size(size).pages();
    let mut all: Vec<ChatMessage> = Vec::with_capacity(COUNT);
    while let Some(page) = pages.try_next().await.unwrap() {
        assert!(page.len() <= size as usize);
        all.extend(page);
    }
    ids(all)
}

/// Two requests go well, one fails, and so on, each time in another way.
fn fail_every_third(faults: &Faults, failures: usize) {
    let kinds = [
        Fault::status(503),
        Fault::too_many_requests("0"),
        Fault::Cut { at: CutAt::BeforeHandling },
        Fault::Cut { at: CutAt::BeforeResponse },
        Fault::Cut { at: CutAt::InBody },
    ];
    for fault in kinds.iter().cycle().take(failures) {
        let rule = Rule::new(fault.clone()).on("GET", "/chat/threads/*/messages");
        faults.inject(rule.after(2));
    }
}
