//! Many concurrent calls of one client.

use super::world::{World, new_thread, numbers};
use futures::future::try_join_all;
use std::{collections::HashSet, future::IntoFuture};

const COUNT: usize = 1_000;

#[tokio::test]
async fn a_thousand_messages_sent_at_once_arrive_once_each() {
    // Both ends of each connection are files of this process. Many systems limit the open files of
    // a process unless it asks for more.
    let files = rlimit::increase_nofile_limit(3 * COUNT as u64).unwrap();
    assert!(files > 2 * COUNT as u64, "{files} open files are too few: raise `ulimit -Hn`");
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    let sending = (0..COUNT).map(|number| thread.send_message(number.to_string()).into_future());
    let sent = try_join_all(sending).await.unwrap();
    let ids: HashSet<_> = sent.iter().map(|sent| &sent.id).collect();
    assert_eq!(ids.len(), COUNT);
    assert_eq!(numbers(&thread).await, (0..COUNT).collect::<Vec<_>>());
}
