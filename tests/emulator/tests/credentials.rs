//! Who is let in: signatures, tokens, scopes, versions.

mod support;

use acs_chat_emulator::Emulator;
use base64::{Engine, engine::general_purpose::STANDARD};
use reqwest::Method;
use ring::{digest, hmac};
use serde_json::json;
use std::time::{Duration, SystemTime};
use support::{Seen, World, client, seen};

/// A signed request, of which a test changes one part.
#[derive(Clone)]
struct Signed {
    target: String,
    host: String,
    date: String,
    hash: String,
    signature: String,
    body: String,
}

impl Signed {
    /// Signs as the documentation of the service says.
    fn new(key: &[u8], host: &str, target: &str, body: &str, date: &str) -> Self {
        let hash = STANDARD.encode(digest::digest(&digest::SHA256, body.as_bytes()));
        let text = format!("POST\n{target}\n{date};{host};{hash}");
        let signature = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes());
        Self {
            target: target.to_owned(),
            host: host.to_owned(),
            date: date.to_owned(),
            hash,
            signature: STANDARD.encode(signature),
            body: body.to_owned(),
        }
    }

    async fn send(&self, emulator: &Emulator) -> Seen {
        let authorization = format!(
            "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature={}",
            self.signature
        );
        let request = client(&[])
            .post(format!("{}{}", emulator.endpoint(), self.target))
            .header("host", &self.host)
            .header("x-ms-date", &self.date)
            .header("x-ms-content-sha256", &self.hash)
            .header("authorization", authorization)
            .header("content-type", "application/json")
            .body(self.body.clone());
        seen(request).await
    }
}

const KEY: &[u8] = b"0123456789abcdef";

#[tokio::test]
async fn a_signature_is_good_for_one_request_and_the_clock_of_the_machine() {
    let emulator = Emulator::builder().access_key(KEY).start().await.unwrap();
    let host = emulator.endpoint().replace("http://", "");
    let date = httpdate::fmt_http_date(SystemTime::now());
    let target = "/identities/8%3Aacs%3Ar_u1/:issueAccessToken?api-version=2023-10-01";
    let signed = Signed::new(KEY, &host, target, r#"{"scopes": ["chat"]}"#, &date);
    // Nobody has this user. The emulator finds that out after it has checked the signature.
    let passed = async || signed.send(&emulator).await.error().0;
    assert_eq!(passed().await, "IdentityNotOwned");
    for moved in [SystemTime::now() + Duration::from_secs(86_400), SystemTime::UNIX_EPOCH] {
        emulator.clock().set(moved);
        assert_eq!(passed().await, "IdentityNotOwned");
    }

    let changed = [
        Signed { target: target.replace("%3A", ":"), ..signed.clone() },
        Signed { host: host.replace("127.0.0.1", "localhost"), ..signed.clone() },
        Signed { body: r#"{"scopes":["chat"]}"#.to_owned(), ..signed.clone() },
        Signed { date: "Mon, 23 Nov 2026 06:40:59 GMT".to_owned(), ..signed.clone() },
        Signed { date: "today".to_owned(), ..signed.clone() },
        Signed { signature: "garbage".to_owned(), ..signed.clone() },
        Signed { hash: STANDARD.encode(digest::digest(&digest::SHA256, b"")), ..signed.clone() },
    ];
    for changed in changed {
        let refused = changed.send(&emulator).await;
        assert_eq!((refused.status, refused.error().0.as_str()), (401, "Denied"));
        let secret = STANDARD.encode(KEY);
        assert!(!refused.text.contains(&secret) && !refused.text.contains(&signed.signature));
    }
}

#[tokio::test]
async fn the_key_of_the_connection_string_signs() {
    let emulator = Emulator::start().await.unwrap();
    let connection_string = emulator.connection_string();
    let (endpoint, key) = connection_string.split_once("/;accesskey=").unwrap();
    assert_eq!(endpoint, format!("endpoint={}", emulator.endpoint()));
    let host = emulator.endpoint().replace("http://", "");
    let date = httpdate::fmt_http_date(SystemTime::now());
    let target = "/identities?api-version=2021-03-07";
    let sign = |key: &[u8]| Signed::new(key, &host, target, "", &date);
    assert_eq!(sign(&STANDARD.decode(key).unwrap()).send(&emulator).await.status, 201);
    let exchange = "/access/entra/:exchangeAccessToken?api-version=2025-03-02-preview";
    let signed = Signed::new(&STANDARD.decode(key).unwrap(), &host, exchange, "{}", &date);
    let refused = signed.send(&emulator).await;
    assert_eq!(refused.error().0, "InvalidAccessToken", "a key is not a person");
    assert_eq!(sign(b"another key").send(&emulator).await.error().0, "Denied");
    assert!(!format!("{emulator:?}").contains(key));
    assert_eq!(emulator.requests()[0].header("authorization"), Some("HMAC-SHA256"));
}

#[tokio::test]
async fn a_request_without_a_credential_gets_an_empty_401() {
    let world = World::new().await;
    let targets = [("/chat/threads", support::VERSION), ("/identities", support::IDENTITY_VERSION)];
    for (path, version) in targets {
        let refused = seen(world.http.post(world.url(&format!("{path}?{version}")))).await;
        assert_eq!((refused.status, refused.text.as_str()), (401, ""));
    }
}

#[tokio::test]
async fn a_chat_token_has_to_be_issued_here_unexpired_and_for_chat() {
    let world = World::new().await;
    let ann = world.user().await;
    let with = |token: &str| support::User { id: ann.id.clone(), token: token.to_owned() };
    let (head, signature) = ann.token.rsplit_once('.').unwrap();
    let forged = format!("{head}x.{signature}");
    let foreign = World::new().await.user().await.token;
    let voip = world.user_with(&["voip"]).await.token;
    for token in ["garbage", "a.b.c", &forged, &foreign, &voip] {
        let refused = world.get(&with(token), "/chat/threads").await;
        assert_eq!((refused.status, refused.error().0.as_str()), (401, "Unauthorized"));
        assert!(!refused.text.contains(token));
    }
    let basic = world
        .http
        .get(world.url("/chat/threads?api-version=2025-03-15"))
        .basic_auth("a", Some("b"));
    assert_eq!(seen(basic).await.status, 401);

    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200);
    world.emulator.clock().advance(Duration::from_secs(24 * 60 * 60));
    let refused = world.get(&ann, "/chat/threads").await;
    assert_eq!((refused.status, refused.error().0.as_str()), (401, "Unauthorized"));
}

#[tokio::test]
async fn narrower_scopes_do_less() {
    let world = World::new().await;
    let ann = world.user().await;
    let guest = world.user_with(&["chat.join.limited"]).await;
    let member = world.user_with(&["chat.join"]).await;
    let body = json!({ "topic": "x", "participants": [guest.participant(), member.participant()] });
    let created = world.post(&ann, "/chat/threads", body).await.json();
    let thread = support::path(created["chatThread"]["id"].as_str().unwrap());
    let add = format!("{thread}/participants/:add");
    for user in [&guest, &member] {
        world.send(user, &thread, "hello").await;
        assert_eq!(world.post(user, "/chat/threads", json!({ "topic": "x" })).await.status, 403);
        assert_eq!(world.patch(user, &thread, json!({ "topic": "y" })).await.status, 403);
        assert_eq!(world.delete(user, &thread).await.status, 403);
    }
    let body = json!({ "participants": [] });
    assert_eq!(world.post(&guest, &add, body.clone()).await.status, 403);
    assert_eq!(world.post(&member, &add, body).await.status, 201);
}

#[tokio::test]
async fn every_version_that_the_service_lists_is_served_and_no_other() {
    let world = World::new().await;
    let ann = world.user().await;
    let list = async |query: &str| {
        let request = world.http.get(world.url(&format!("/chat/threads{query}")));
        seen(request.bearer_auth(&ann.token)).await
    };
    let offered = list("?api-version=2025-03-15").await.header("api-supported-versions").to_owned();
    for version in offered.split(", ") {
        assert_eq!(list(&format!("?api-version={version}")).await.status, 200, "{version}");
    }
    for version in ["2020-11-01-preview3", "2021-04-05-preview6", "2021-09-07", "2024-03-07"] {
        assert!(offered.split(", ").any(|offered| offered == version), "{offered}");
    }
    let target = "api-version".to_owned();
    let refused = list("").await;
    assert_eq!(refused.status, 400);
    assert_eq!(refused.error(), ("ApiVersionUnspecified".to_owned(), target.clone()));
    for version in ["", "2020-01-01", "latest", "2025-3-15", "2025-99-99", "2025-03-15-preview"] {
        let refused = list(&format!("?api-version={version}")).await;
        assert_eq!(refused.status, 400, "{version}");
        assert_eq!(refused.error(), ("UnsupportedApiVersion".to_owned(), target.clone()));
    }
}

#[tokio::test]
async fn an_error_about_a_body_names_the_place() {
    let world = World::new().await;
    let ann = world.user().await;
    let no_json = world.chat(&ann, Method::POST, "/chat/threads").body("{");
    let cases = [
        (seen(no_json.header("content-type", "application/json")).await, "body", "not JSON"),
        (world.post(&ann, "/chat/threads", json!({})).await, "topic", "/topic"),
        (world.post(&ann, "/chat/threads", json!({ "topic": 7 })).await, "topic", "/topic"),
        (
            world.post(&ann, "/chat/threads", json!({ "topic": "x", "participants": [{}] })).await,
            "participants",
            "/participants/0/communicationIdentifier",
        ),
        (
            world
                .post(&ann, "/chat/threads", json!({ "topic": "x", "metadata": { "k": null } }))
                .await,
            "metadata",
            "/metadata/k",
        ),
    ];
    for (refused, target, place) in cases {
        assert_eq!(refused.status, 400, "{refused:?}");
        assert_eq!(refused.error(), ("BadRequest".to_owned(), target.to_owned()));
        assert!(refused.text.contains(place), "{refused:?}");
    }
    let path = world.get(&ann, "/chat/threads/%FF").await;
    assert_eq!((path.status, path.error().1.as_str()), (400, "path"));
    let path = world.get(&ann, "/chat/rooms").await;
    assert_eq!((path.status, path.error().0.as_str()), (404, "NotFound"));
    assert_eq!(seen(world.chat(&ann, Method::PUT, "/chat/threads")).await.status, 405);
    assert_eq!(seen(world.chat(&ann, Method::HEAD, "/chat/threads")).await.status, 405);
}
