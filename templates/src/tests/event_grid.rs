use crate::runtime::event_grid::{
    envelope::{Envelope, envelopes},
    handshake::{SubscriptionValidation, handshake_headers},
    recent::{NewestVersions, SeenEvents},
    secret::WebhookSecret,
};
use azure_core::{Result, Value, time::parse_rfc3339};
use serde_json::json;

fn read(body: &Value) -> Vec<Result<Envelope>> {
    envelopes(body.to_string().as_bytes()).expect("the body has events")
}

fn only(body: &Value) -> Result<Envelope> {
    let mut events = read(body);
    assert_eq!(events.len(), 1);
    events.remove(0)
}

fn problem(body: &Value) -> String {
    only(body).map(|_| ()).expect_err("the event is bad").to_string()
}

#[test]
fn both_schemas_have_the_same_envelope() {
    let data = json!({ "n": 1 });
    let cloud = json!({ "specversion": "1.0", "id": "1", "type": "A.B", "source": "/s",
        "subject": "x/y", "time": "2026-03-02T09:00:00.1234567Z", "data": data });
    let grid = json!([{ "id": "1", "eventType": "A.B", "topic": "/s", "subject": "x/y",
        "eventTime": "2026-03-02T10:00:00.1234567+01:00", "data": data, "dataVersion": "1.0" }]);
    for body in [cloud, grid] {
        let event = only(&body).expect("the event is good");
        assert_eq!((&*event.id, &*event.event_type), ("1", "A.B"));
        assert_eq!(event.source.as_deref(), Some("/s"));
        assert_eq!(event.subject.as_deref(), Some("x/y"));
        let time = parse_rfc3339("2026-03-02T09:00:00.1234567Z").expect("it is a time");
        assert_eq!(event.time, Some(time));
        assert_eq!(event.data, data);
    }
}

#[test]
fn an_event_needs_only_an_id_and_a_type() {
    let event = only(&json!({ "id": "1", "type": "t", "subject": null })).expect("it has both");
    assert!(event.source.is_none() && event.subject.is_none() && event.time.is_none());
    assert_eq!(event.data, Value::Null);
    assert_eq!(problem(&json!({ "type": "t" })), "an event has no `id`");
    let without_type = problem(&json!({ "id": "1" }));
    assert_eq!(without_type, "the event \"1\": it has neither `type` nor `eventType`");
    assert_eq!(problem(&json!({ "id": 1, "type": "t" })), "`id` is not a string");
    let bad_time = problem(&json!({ "id": "1", "type": "t", "time": "yesterday" }));
    assert_eq!(bad_time, "the event \"1\": its time is not an RFC 3339 timestamp");
}

#[test]
fn data_can_be_in_base64() {
    let event = json!({ "id": "1", "type": "t", "data_base64": "eyJuIjoxfQ==" });
    assert_eq!(only(&event).expect("it is base64 of JSON").data, json!({ "n": 1 }));
    let event = json!({ "id": "1", "type": "t", "data_base64": "!" });
    assert_eq!(problem(&event), "the event \"1\": `data_base64` is not base64");
    let event = json!({ "id": "1", "type": "t", "data_base64": "c2VjcmV0" });
    assert_eq!(problem(&event), "the event \"1\": `data_base64` does not contain JSON");
}

#[test]
fn a_bad_event_leaves_the_others_of_its_batch() {
    let good = |id: &str| json!({ "id": id, "type": "t" });
    let events = read(&json!([good("1"), "text", { "id": "2" }, good("3")]));
    let ids = events.iter().map(|event| event.as_ref().map(|it| &*it.id).ok());
    assert_eq!(ids.collect::<Vec<_>>(), [Some("1"), None, None, Some("3")]);
    assert!(read(&json!([])).is_empty());
}

#[test]
fn json_that_cannot_be_read_leaves_the_other_events() {
    let deep = "[".repeat(200) + &"]".repeat(200);
    for data in [r#""\ud83d""#, "1e999", &deep] {
        let body = format!(
            r#" [{{"id":"1","type":"t"}},{{"id":"2","data":{data}}},{{"id":"3","type":"t"}}]"#
        );
        let events = envelopes(body.as_bytes()).expect("the body is JSON");
        let ids = events.iter().map(|event| event.as_ref().map(|it| &*it.id).ok());
        assert_eq!(ids.collect::<Vec<_>>(), [Some("1"), None, Some("3")], "{data}");
    }
}

#[test]
fn other_bodies_are_refused() {
    let refused = |body: &[u8]| envelopes(body).map(|_| ()).expect_err("it is refused").to_string();
    assert_eq!(refused(b"7"), "the body is neither an event nor an array of events");
    assert_eq!(refused(b""), "the body is neither an event nor an array of events");
    let error = refused(b"{\"id\":\"1\",\"data\":\"secret\"");
    assert!(error.starts_with("the body is not JSON") && !error.contains("secret"), "{error}");
    let error = refused(b"[\"\xff secret\"]");
    assert!(error.starts_with("the body is not JSON") && !error.contains("secret"), "{error}");
}

#[test]
fn a_subscription_gets_its_code_back() {
    let data = json!({ "validationCode": "a\"b", "validationUrl": "https://example.com/?id=1" });
    let validation = SubscriptionValidation::read(&data).expect("it has a code");
    assert_eq!(validation.validation_url.as_deref(), Some("https://example.com/?id=1"));
    assert_eq!(validation.response_body(), r#"{"validationResponse":"a\"b"}"#);
    assert!(!format!("{validation:?}").contains("example.com"), "it allows the subscription");
    let error = SubscriptionValidation::read(&json!({ "validationCode": 7 }));
    assert_eq!(error.expect_err("no code").to_string(), "its data has no `validationCode`");
}

#[test]
fn an_origin_is_allowed_as_it_was_asked_for() {
    let headers = handshake_headers("eventgrid.azure.net").expect("it is a host");
    let allowed = ("webhook-allowed-origin", "eventgrid.azure.net".to_owned());
    assert_eq!(headers, [allowed, ("webhook-allowed-rate", "*".to_owned())]);
    for origin in ["", " ", "a\r\nset-cookie: b", "a b", "\u{e9}"] {
        assert!(handshake_headers(origin).is_none(), "{origin:?}");
    }
}

#[test]
fn a_repeated_event_is_not_new() {
    let mut seen = SeenEvents::new(2);
    assert!(seen.insert("1") && seen.insert("2"));
    assert!(!seen.insert("1") && !seen.insert("2"));
    assert!(seen.insert("3"), "and 1 is forgotten");
    assert!(!seen.insert("2") && seen.insert("1"));
    seen.forget("1");
    assert!(seen.insert("1"));
}

#[test]
fn the_last_events_are_remembered() {
    let mut seen = SeenEvents::new(100);
    for id in 0..1_000 {
        assert!(seen.insert(&id.to_string()));
    }
    assert!((900..1_000).all(|id| !seen.insert(&id.to_string())));
    assert!((0..900).all(|id| seen.insert(&id.to_string())));
    assert!(SeenEvents::new(usize::MAX).insert("1"), "the memory grows with the events");
    let mut least = SeenEvents::new(0);
    assert!(least.insert("1") && !least.insert("1"), "it remembers at least one");
}

#[test]
fn versions_advance() {
    let mut newest = NewestVersions::new(2);
    let mut advance = |object: &str, version| newest.advance(object.to_owned(), version);
    assert!(advance("a", 2) && advance("a", 3) && advance("b", 1));
    assert!(!advance("a", 3) && !advance("a", 2) && !advance("b", 1));
    assert!(advance("c", 1), "then a is forgotten, because b was used after it");
    assert!(!advance("b", 1) && advance("a", 1));
}

#[test]
fn only_the_secret_matches() {
    let secret = WebhookSecret::new("s3cret");
    assert!(secret.matches("s3cret") && secret.matches(b"s3cret"));
    for given in ["", "s3cre", "s3crets", "S3cret"] {
        assert!(!secret.matches(given), "{given:?}");
    }
    assert!(!WebhookSecret::new("").matches(""), "a secret that was not set");
    assert_eq!(format!("{secret:?}"), "WebhookSecret");
}
