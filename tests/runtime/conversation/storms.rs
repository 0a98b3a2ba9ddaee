//! A service that throttles its callers.

use super::{
    at_once::at_once,
    world::{World, new_thread, numbers},
};
use acs_chat::CommunicationError;
use acs_chat_emulator::{Fault, Rule};
use azure_core::http::{ClientOptions, Context, StatusCode, request::options::ClientRequestId};
use futures::future::join_all;
use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

const SENDS: &str = "/chat/threads/*/messages";

/// The service refuses 300 requests of 200 senders. Each sender waits as long as the service asks, and
/// no message is lost or duplicated.
#[tokio::test]
async fn a_storm_passes() {
    const CALLS: usize = 200;
    const REFUSALS: usize = 300;
    let world = World::new().await;
    let me = world.user().await;
    let chat = world.chat_with(&me, ClientOptions { retry: at_once(20), ..Default::default() });
    let thread = new_thread(&chat).await;
    let storm = Rule::new(Fault::too_many_requests("1")).on("POST", SENDS).times(REFUSALS);
    world.emulator.faults().inject(storm);

    let sending = (0..CALLS).map(|number| {
        let mut context = Context::new();
        context.insert(ClientRequestId::new(number.to_string()));
        let call = thread.send_message(number.to_string()).context(context);
        async move {
            let start = Instant::now();
            call.await.unwrap();
            (number.to_string(), start.elapsed())
        }
    });
    let durations = join_all(sending).await;

    let mut tries: HashMap<String, u32> = HashMap::new();
    let requests = world.emulator.requests();
    for id in requests.iter().filter_map(|request| request.header("x-ms-client-request-id")) {
        *tries.entry(id.to_owned()).or_default() += 1;
    }
    for (id, duration) in durations {
        let waits = tries.remove(&id).unwrap() - 1;
        assert!(duration >= Duration::from_secs(1) * waits, "{waits} waits in {duration:?}");
    }
    assert_eq!(world.emulator.faults().pending(), []);
    assert_eq!(numbers(&thread).await, (0..CALLS).collect::<Vec<_>>());
}

#[tokio::test]
async fn a_storm_that_outlasts_the_retries_is_told() {
    let world = World::new().await;
    let thread = new_thread(&world.chat(&world.user().await)).await;
    let storm = Rule::new(Fault::too_many_requests("0")).on("POST", SENDS).times(100);
    world.emulator.faults().inject(storm);
    let error = thread.send_message("PRIVATE").await.unwrap_err();
    assert_eq!(error.http_status(), Some(StatusCode::TooManyRequests));
    assert_eq!(CommunicationError::of(&error).unwrap().code, "TooManyRequests");
    assert_eq!(error.to_string(), "429 TooManyRequests: Rate limit exceeded.");
    assert!(!format!("{error:?}").contains("PRIVATE"));
    assert_eq!(world.emulator.faults().pending()[0].times, 94, "one try and five retries");
}
