//! Lists ten thousand messages in pages of several sizes, with and without faults.

use super::{
    process::{Listing, no_position},
    world::{User, World, new_thread, send_many},
};
use acs_chat_emulator::{CutAt, Fault, Faults, Rule};
use futures::join;

const COUNT: usize = 10_000;

const PAGE_SIZES: [usize; 3] = [100, 3, 1];

/// The conditions while the list is read.
#[derive(Clone, Copy, Debug)]
enum Conditions {
    NoFaults,
    EveryThirdRequestFails,
    EachProcessReads(usize),
}

/// The last way stops inside of pages of 3 and 100 items, each time after another item.
const CONDITIONS: [Conditions; 3] =
    [Conditions::NoFaults, Conditions::EveryThirdRequestFails, Conditions::EachProcessReads(2_345)];

/// Every message is listed once, newest first. This is one test because sending the messages is slow.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_messages_are_listed_in_every_way() {
    let world = World::new().await;
    let me = world.user().await;
    let thread = new_thread(&world.chat(&me)).await;
    let mut sent = send_many(&thread, COUNT).await;
    sent.reverse();

    for size in PAGE_SIZES {
        for conditions in CONDITIONS {
            if let Conditions::EveryThirdRequestFails = conditions {
                fail_every_third(world.emulator.faults(), COUNT / size);
            }
            let list = |by| list(&world, &me, thread.chat_thread_id(), by, size, conditions);
            let (by_item, by_page) = join!(list("item"), list("page"));
            for (by, listed) in [("item", by_item), ("page", by_page)] {
                let same = listed.iter().zip(&sent).take_while(|(listed, sent)| listed == sent);
                let (same, count) = (same.count(), listed.len());
                let case = format!("by {by}, in pages of {size}, {conditions:?}");
                assert!(listed == sent, "{case}: {count} ids, of which {same} are right");
            }
            assert_eq!(world.emulator.faults().pending(), [], "no request had these faults");
        }
    }
}

/// Reads the ids of the list in one process, or in several, one after the other.
async fn list(
    world: &World,
    user: &User,
    thread_id: &str,
    by: &str,
    size: usize,
    conditions: Conditions,
) -> Vec<String> {
    let program = env!("CARGO_BIN_EXE_list_part");
    let position = no_position(&format!("position_of_list_by_{by}"));
    let listing = Listing { program, world, user, thread_id, position };
    let (count, processes) = match conditions {
        Conditions::EachProcessReads(count) => (count, COUNT.div_ceil(count)),
        _ => (usize::MAX, 1),
    };
    let mut ids = Vec::new();
    for process in 1..=processes {
        let output = listing.run(&[by.to_owned(), size.to_string(), count.to_string()]).await;
        assert!(output.status.success(), "{output:?}");
        let more = process < processes;
        assert_eq!(
            listing.has_more(),
            more,
            "{conditions:?}: after process {process} of {processes}"
        );
        ids.extend(String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned));
    }
    ids
}

/// Lets every third request fail, each time in another way.
fn fail_every_third(faults: &Faults, pages: usize) {
    let kinds = [
        Fault::status(503),
        Fault::too_many_requests("0"),
        Fault::Cut { at: CutAt::BeforeHandling },
        Fault::Cut { at: CutAt::BeforeResponse },
        Fault::Cut { at: CutAt::InBody },
    ];
    for fault in kinds.iter().cycle().take(pages) {
        let rule = Rule::new(fault.clone()).on("GET", "/chat/threads/*/messages");
        faults.inject(rule.after(2));
    }
}
