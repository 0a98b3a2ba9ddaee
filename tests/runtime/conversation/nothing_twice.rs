//! Sends messages while every third request fails, in every way that the emulator can.

use super::world::{World, new_thread, numbers};
use acs_chat::OutcomeUnknown;
use acs_chat_emulator::{CutAt, Fault, Rule};
use futures::{StreamExt, stream};
use std::{collections::HashMap, env};

/// The number of messages. `MESSAGES=10000` makes the run longer.
fn count() -> usize {
    env::var("MESSAGES").map_or(400, |count| count.parse().expect("MESSAGES is a number"))
}

fn faults() -> Vec<Fault> {
    let status = |status, retry_after: Option<&str>| Fault::Status {
        status,
        retry_after: retry_after.map(str::to_owned),
        body: None,
    };
    let mut faults = vec![
        Fault::BrokenJson,
        Fault::Delay { milliseconds: 3 },
        Fault::SlowBody { chunk_bytes: 5, milliseconds: 1 },
        status(429, Some("0")),
        status(429, Some("Fri, 01 Jan 2021 00:00:00 GMT")),
        status(503, Some("0")),
        status(307, None),
    ];
    faults.extend([408, 429, 500, 502, 503, 504].map(|code| status(code, None)));
    let cuts = [CutAt::BeforeHandling, CutAt::BeforeResponse, CutAt::InBody];
    faults.extend(cuts.map(|at| Fault::Cut { at }));
    faults
}

#[tokio::test]
async fn no_message_is_lost_without_an_error_and_none_arrives_twice() {
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    for fault in faults().into_iter().cycle().take(count() / 2) {
        let rule = Rule::new(fault).on("POST", "/chat/threads/*/messages");
        world.emulator.faults().inject(rule.after(2));
    }
    let sending = (0..count()).map(|number| {
        let call = thread.send_message(number.to_string());
        async move { (number, call.await) }
    });
    let sent: Vec<_> = stream::iter(sending).buffer_unordered(16).collect().await;
    world.emulator.faults().clear();

    let mut arrivals: HashMap<usize, usize> = HashMap::new();
    for number in numbers(&thread).await {
        *arrivals.entry(number).or_default() += 1;
    }
    let (mut done, mut unknown, mut unknown_but_done) = (0, 0, 0);
    for (number, result) in sent {
        let arrived = arrivals.get(&number).copied().unwrap_or_default();
        match result {
            Ok(_) => {
                assert_eq!(arrived, 1, "{number}");
                done += 1;
            }
            Err(error) if OutcomeUnknown::of(&error).is_some() => {
                assert!(arrived <= 1, "{number}: {error}");
                unknown += 1;
                unknown_but_done += arrived;
            }
            Err(error) => assert_eq!(arrived, 0, "{number}: {error}"),
        }
    }
    println!("{done} done, {unknown} unknown, of which {unknown_but_done} were done");
    assert!(done > count() / 2 && unknown > count() / 20);
    assert!(0 < unknown_but_done && unknown_but_done < unknown);
}
