//! Texts from a user or the service: identifiers, tokens, connection strings, endpoints, ids.

use crate::{
    budget::fuzz,
    models::WORDS,
    mutation::{edited, edits, mutate, mutations, text},
};
use acs_chat::{
    ChatClient, ChatClientOptions, CommunicationIdentifier, CommunicationTokenCredential,
    Continuation, identity::CommunicationIdentityClient,
};
use azure_core::base64::encode_url_safe;
use futures::executor::block_on;
use proptest::prelude::*;
use serde_json::json;
use tests::canned::{Canned, response};

/// A JWT that is good until 2100.
pub const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjQxMDI0NDQ4MDB9.c2VjcmV0";

#[test]
fn raw_ids_become_identifiers_and_come_back() {
    let ids = prop_oneof![
        text(WORDS),
        (text(WORDS), edits()).prop_map(|(text, edits)| edited(&text, &edits)),
    ];
    fuzz("raw ids", 6_000, ids, |raw_id| {
        let identifier = CommunicationIdentifier::from(raw_id.as_str());
        assert_eq!(identifier.raw_id(), raw_id);
        let json = match serde_json::to_string(&identifier) {
            Ok(json) => json,
            Err(error) => {
                assert_eq!((raw_id.as_str(), error.to_string().as_str()), ("", "raw_id is empty"));
                return;
            }
        };
        let again: CommunicationIdentifier =
            serde_json::from_str(&json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert_eq!(again, identifier, "{json}");
    });
}

#[test]
fn tokens_are_read_or_refused_and_never_shown() {
    let claims = json!({ "exp": 4_102_444_800_u64, "skypeid": "acs:a_b", "scp": 1792 });
    let payload = (mutations(&["exp", "iat", "1e400", "-1", "4102444800"]), edits(), any::<u8>());
    fuzz("JWTs", 2_000, payload, |(mutations, edits, kind)| {
        let mut claims = claims.clone();
        mutate(&mut claims, &mutations);
        let claims = match kind % 3 {
            0 => edited(&claims.to_string(), &edits),
            _ => claims.to_string(),
        };
        let token = format!("eyJhbGciOiJIUzI1NiJ9.{}.c2VjcmV0", encode_url_safe(claims));
        let token = if kind % 3 == 1 { edited(&token, &edits) } else { token };
        match CommunicationTokenCredential::new(token.clone()) {
            Ok(credential) => {
                assert!(!format!("{credential:?}").contains("c2VjcmV0"), "{credential:?}");
            }
            Err(error) => {
                assert!(!format!("{error} {error:?}").contains("c2VjcmV0"), "{error:?}");
            }
        }
    });
}

#[test]
fn connection_strings_are_read_or_refused_and_keys_never_shown() {
    const KEY: &str = "c2VjcmV0c2VjcmV0c2VjcmV0";
    let good = format!("endpoint=https://contoso.communication.azure.com/;accesskey={KEY}==");
    fuzz("connection strings", 4_000, edits(), |edits| {
        let text = edited(&good, &edits);
        let shown = match CommunicationIdentityClient::from_connection_string(&text, None) {
            Ok(client) => format!("{client:?}"),
            Err(error) => format!("{error} {error:?}"),
        };
        assert!(!shown.contains("c2VjcmV0c2VjcmV0"), "{shown}");
    });
}

#[test]
fn endpoints_are_taken_or_refused() {
    let credential = CommunicationTokenCredential::new(JWT).expect("the token is good");
    let endpoints = prop_oneof![
        edits().prop_map(|edits| edited("https://contoso.communication.azure.com", &edits)),
        edits().prop_map(|edits| edited("http://127.0.0.1:8080/path?q#f", &edits)),
        any::<String>(),
    ];
    // The same transport for all, since a new one takes milliseconds.
    let mut options = ChatClientOptions::default();
    options.client_options = Canned::new(|_, _| response(&(204, &[], ""))).options();
    fuzz("endpoints", 3_000, endpoints, |endpoint| {
        drop(ChatClient::new(&endpoint, credential.clone(), Some(options.clone())));
    });
}

#[test]
fn ids_travel_as_one_segment_or_are_refused() {
    let credential = CommunicationTokenCredential::new(JWT).expect("the token is good");
    let id = || prop_oneof![text(&["", ".", "..", "a/b", "%2F", "?", "#"]), any::<String>()];
    fuzz("ids in paths", 3_000, (id(), id()), |(thread_id, message_id)| {
        let canned = Canned::new(|_, _| response(&(204, &[], "")));
        let mut options = ChatClientOptions::default();
        options.client_options = canned.options();
        let chat = ChatClient::new(
            "https://contoso.communication.azure.com",
            credential.clone(),
            Some(options),
        );
        let thread = chat.expect("the endpoint is good").chat_thread_client(&*thread_id);
        let sent = block_on(thread.delete_message(&*message_id).into_future());
        let asked = canned.asked();
        assert_eq!(sent.is_ok(), asked.len() == 1, "{sent:?}");
        for request in asked {
            let url = request.url();
            let segments: Vec<_> = url.path_segments().expect("it has a path").collect();
            assert_eq!(segments.len(), 5, "{url}");
            assert_eq!((segments[1], segments[3]), ("threads", "messages"), "{url}");
            assert_eq!(url.host_str(), Some("contoso.communication.azure.com"));
        }
    });
}

#[test]
fn continuations_are_read_or_refused_and_written_as_they_were() {
    let good = crate::responses::position();
    let texts = prop_oneof![
        edits().prop_map(move |edits| edited(&good, &edits)),
        text(&["", "0", "0 ", "-1 https://a", "99999999999999999999 https://a"]),
    ];
    fuzz("continuations", 4_000, texts, |text| {
        let Ok(continuation) = text.parse::<Continuation>() else { return };
        let written = continuation.to_string();
        let again: Continuation = written.parse().expect("what was written can be read");
        assert_eq!(again, continuation);
        let json = serde_json::to_string(&continuation).expect("continuations can be written");
        let again: Continuation =
            serde_json::from_str(&json).expect("what was written can be read");
        assert_eq!(again, continuation);
    });
}
