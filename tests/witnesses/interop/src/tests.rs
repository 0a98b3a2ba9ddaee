//! Every difference is found. Values that vary from run to run are not differences.

use crate::{
    compare::{Difference, differences},
    deliberate::Deliberate,
    ours::Ours,
    play::{Outcome, Played, Run, play},
    report::Report,
    scenario::{self, Call, Saved, Step},
};
use acs_chat_emulator::{Emulator, LoggedRequest};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A request to send a message, with the fields that `change` gives it.
fn request(change: Value) -> LoggedRequest {
    let mut fields = json!({
        "number": 1,
        "receivedAt": 0,
        "method": "POST",
        "target": "/chat/threads/19%3Aabc/messages?api-version=1&skip=2",
        "headers": [["accept", "application/json"], ["x-ms-client-request-id", ID_1]],
        "body": r#"{"content": "hello", "to": ["19:abc"]}"#,
        "responseBody": "",
    });
    fields.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
    serde_json::from_value(fields).unwrap()
}

const ID_1: &str = "0b6a52d3-1e52-4a0e-9c3b-0a8a5a0d9d11";
const ID_2: &str = "9b6a52d3-1e52-4a0e-9c3b-0a8a5a0d9d11";

fn played(requests: &[LoggedRequest]) -> Played {
    let outcome = Outcome::Value(json!({ "id": "19:abc" }));
    Played { call: Call::default(), outcome, requests: requests.to_vec() }
}

fn saved(id: &str) -> Saved {
    Saved::from([("thread".to_owned(), id.to_owned())])
}

/// The differences from the unchanged request, as the report shows them.
fn found(theirs: &[LoggedRequest]) -> Vec<String> {
    let saved = saved("19:abc");
    let found = differences((&played(&[request(json!({}))]), &saved), (&played(theirs), &saved));
    found.iter().map(ToString::to_string).collect()
}

#[track_caller]
fn finds(change: Value, difference: &str) {
    assert_eq!(found(&[request(change)]), [difference]);
}

#[test]
fn a_difference_is_found_wherever_it_is() {
    finds(json!({ "method": "PUT" }), "request 1, method: ours POST, theirs PUT");
    finds(
        json!({ "target": "/chat/threads/19:abc/messages?api-version=1&skip=2" }),
        "request 1, path: ours /chat/threads/{thread}/messages, \
         theirs /chat/threads/{thread, not escaped}/messages",
    );
    finds(
        json!({ "target": "/chat/threads/19%3Aabc/messages?api-version=1&skip=3" }),
        "request 1, query skip: ours 2, theirs 3",
    );
    finds(
        json!({ "target": "/chat/threads/19%3Aabc/messages?api-version=1&skip=2&skip=2" }),
        "request 1, query skip: ours 2, theirs 2, 2",
    );
    finds(
        json!({ "headers": [["x-ms-client-request-id", ID_1]] }),
        "request 1, header accept: ours application/json, theirs absent",
    );
    finds(
        json!({ "headers": [["accept", "application/json"], ["x-ms-client-request-id", "1"]] }),
        "request 1, header x-ms-client-request-id: ours <uuid 1>, theirs 1",
    );
    finds(
        json!({ "body": r#"{"content": "hello", "to": ["{thread}", null]}"# }),
        "request 1, body/to/1: ours absent, theirs null",
    );
    finds(
        json!({ "body": r#"{"content": "hello", "to": ["19:abc"], "participants": []}"# }),
        "request 1, body/participants: ours absent, theirs []",
    );
}

#[test]
fn a_request_more_or_less_and_another_outcome_are_found() {
    let twice = [request(json!({})), request(json!({}))];
    let line = "POST /chat/threads/{thread}/messages";
    assert_eq!(found(&twice), [format!("request 2, request: ours absent, theirs {line}")]);
    assert_eq!(found(&[]), [format!("request 1, request: ours {line}, theirs absent")]);

    let (saved, ours) = (saved("19:abc"), played(&[]));
    let theirs = Played { outcome: Outcome::failure("no"), ..ours.clone() };
    let places: Vec<String> = differences((&ours, &saved), (&theirs, &saved))
        .into_iter()
        .map(|difference| difference.place)
        .collect();
    assert_eq!(places, ["failure code", "failure status", "outcome/id"]);
}

#[test]
fn what_differs_from_run_to_run_is_no_difference() {
    let ours = request(json!({
        "headers": [["x-ms-client-request-id", ID_1], ["x-ms-date", "Mon, 23 Nov 2026 06:40:58 GMT"]],
        "body": r#"{"at": "2026-01-02T03:04:05Z", "id": "19:abc"}"#,
    }));
    let theirs = request(json!({
        "target": "/chat/threads/19%3Axyz/messages?skip=2&api-version=1",
        "headers": [["x-ms-date", "Tue, 24 Nov 2026 06:40:58 GMT"], ["x-ms-client-request-id", ID_2]],
        "body": r#"{"id": "19:xyz", "at": "2026-01-02T03:04:05.000Z"}"#,
    }));
    let mut their_step = played(&[theirs]);
    their_step.outcome = Outcome::Value(json!({ "id": "19:xyz" }));
    let found = differences((&played(&[ours]), &saved("19:abc")), (&their_step, &saved("19:xyz")));
    assert_eq!(found, []);
}

/// Random ids are compared by where they repeat, not by their values.
#[test]
fn a_retry_under_another_id_is_found() {
    let again = request(json!({
        "headers": [["accept", "application/json"], ["x-ms-client-request-id", ID_2]],
    }));
    let saved = Saved::new();
    let same = played(&[request(json!({})), request(json!({}))]);
    let another = played(&[request(json!({})), again]);
    let found = differences((&same, &saved), (&another, &saved));
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].to_string(),
        "request 2, header x-ms-client-request-id: ours <uuid 1>, theirs <uuid 2>"
    );
}

#[test]
fn an_entry_stands_for_its_place_client_step_and_values() {
    let entry = "[{at: body/*/cloud, step: add *, ours: public, theirs: {python: PUB*}, why: ''}]";
    let mut deliberate = Deliberate::read(entry).unwrap();
    let difference = |place: &str, ours: Option<&str>, theirs: &str| Difference {
        request: Some(1),
        place: place.to_owned(),
        ours: ours.map(str::to_owned),
        theirs: Some(theirs.to_owned()),
    };
    let meant = difference("body/user/cloud", Some("public"), "PUBLIC");
    assert!(!deliberate.covers("javascript", "add one", &meant));
    assert!(!deliberate.covers("python", "remove one", &meant));
    for other in [
        difference("body/user", Some("public"), "PUBLIC"),
        difference("body/user/cloud", None, "PUBLIC"),
        difference("body/user/cloud", Some("public"), "dod"),
    ] {
        assert!(!deliberate.covers("python", "add one", &other), "{other}");
    }
    assert_eq!(deliberate.unfound("python"), ["body/*/cloud"]);
    assert!(deliberate.covers("python", "add one", &meant));
    assert!(deliberate.unfound("python").is_empty());
}

fn steps() -> Vec<Step> {
    scenario::read(include_str!("../scenario.yaml")).unwrap()
}

async fn our_run(steps: &[Step]) -> Run {
    let emulator = Emulator::start().await.unwrap();
    play(steps, &mut Ours::new(&emulator), &emulator).await
}

fn passes(steps: &[Step], ours: &Run, theirs: &Run, deliberate: &str) -> bool {
    let mut report = Report::default();
    let mut deliberate = Deliberate::read(deliberate).unwrap();
    report.compare("witness", steps, (ours, theirs), &mut deliberate);
    report.finish()
}

/// Compares the whole scenario with itself. Then changes the last request, and adds an entry for the
/// change.
#[tokio::test]
async fn the_verdict_is_about_differences_that_are_not_meant() {
    let steps = steps();
    let (ours, mut theirs) = (our_run(&steps).await, our_run(&steps).await);
    assert!(passes(&steps, &ours, &theirs, "[]"));

    let request = theirs.steps.last_mut().unwrap().requests.last_mut().unwrap();
    request.method = "PURGE".to_owned();
    assert!(!passes(&steps, &ours, &theirs, "[]"));

    let entry = "[{at: method, ours: DELETE, theirs: {witness: PURGE}, why: it is made up}]";
    assert!(passes(&steps, &ours, &theirs, entry));
    assert!(!passes(&steps, &ours, &ours, entry), "the entry matches nothing");
}

/// Microsoft's clients do not have these operations.
const WITHOUT_WITNESS: [&str; 4] = [
    "exchange_teams_extension_token",
    "get_teams_extension_assignment",
    "upsert_teams_extension_assignment",
    "delete_teams_extension_assignment",
];

#[test]
fn every_operation_of_the_crate_is_in_the_scenario() {
    let sdk: Value = serde_yaml::from_str(include_str!("../../../../spec/sdk.yaml")).unwrap();
    // A module may have no clients.
    let children = |value: &Value| -> Vec<Value> {
        value.as_object().into_iter().flat_map(|it| it.values().cloned()).collect()
    };
    let methods: BTreeSet<String> = sdk["modules"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|module| children(&module["clients"]))
        .flat_map(|client| children(&client["operations"]))
        .map(|operation| operation["method"].as_str().unwrap().to_owned())
        .collect();
    let called: BTreeSet<String> = steps().into_iter().map(|step| step.call).collect();
    let left_out: Vec<&String> = methods
        .difference(&called)
        .filter(|method| !WITHOUT_WITNESS.contains(&method.as_str()))
        .collect();
    assert!(methods.len() > 20 && left_out.is_empty(), "{left_out:?}");
}
