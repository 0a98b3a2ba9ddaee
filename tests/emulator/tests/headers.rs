//! The headers of responses, and the requests that browsers send for web pages.

mod support;

use acs_chat_emulator::ENTRA_TOKEN;
use reqwest::Method;
use serde_json::json;
use support::{Seen, World, path, seen};

#[tokio::test]
async fn responses_have_the_headers_of_the_service() {
    let world = World::new().await;
    let ann = world.user().await;
    let chat = world.get(&ann, "/chat/threads").await;
    let identity = world.identity(Method::POST, "/identities", None).await;
    let error = world.get(&ann, &path("19:unknown1@thread.v2")).await;
    for response in [&chat, &identity, &error] {
        let vector = response.header("ms-cv").strip_suffix(".0").unwrap();
        assert_eq!(vector.len(), 22, "{response:?}");
        assert!(response.header("x-azure-ref").starts_with('0'), "{response:?}");
        let time = response.header("x-processing-time").strip_suffix("ms").unwrap();
        assert!(time.parse::<u64>().is_ok(), "{response:?}");
        assert!(response.header("api-supported-versions").contains("2021-03-07, "));
        assert_eq!(response.headers.get("x-ms-request-id"), None);
    }
    assert!(chat.header("api-supported-versions").ends_with(", 2025-03-15"));
    assert!(identity.header("api-supported-versions").ends_with(", 2026-09-23"));
    assert_eq!(identity.header("request-context"), "appId=");
    assert_eq!(chat.headers.get("request-context"), None);
    assert_eq!(chat.header("content-type"), "application/json; charset=utf-8");
    assert_eq!(error.header("content-type"), "application/json");
}

/// Browsers apply the header to all ports of a host, and so to other servers on this machine.
#[tokio::test]
async fn only_hosts_beyond_this_machine_demand_https() {
    let world = World::new().await;
    let ann = world.user().await;
    let security = async |host: &str| {
        let request = world.chat(&ann, Method::GET, "/chat/threads").header("host", host);
        seen(request).await.headers.remove("strict-transport-security")
    };
    let local =
        ["localhost:8443", "LOCALHOST", "chat.localhost:8443", "127.0.0.1:8443", "[::1]:8443"];
    for host in local {
        assert_eq!(security(host).await, None, "{host}");
    }
    let remote = [
        "contoso.communication.azure.com",
        "notlocalhost",
        "emulator:8443",
        "192.0.2.7",
        "[2001:db8::1]",
    ];
    for host in remote {
        assert_eq!(security(host).await.unwrap(), "max-age=2592000", "{host}");
    }
}

#[tokio::test]
async fn the_id_of_a_request_comes_back_from_chat_when_asked_for() {
    let world = World::new().await;
    let ann = world.user().await;
    let id = "3f0e6a0c-8a2c-4d0e-9a54-3f8b5a1f7c11";
    let chat =
        || world.chat(&ann, Method::GET, "/chat/threads").header("x-ms-client-request-id", id);
    assert_eq!(seen(chat()).await.headers.get("x-ms-client-request-id"), None);
    let asked = seen(chat().header("x-ms-return-client-request-id", "true")).await;
    assert_eq!(asked.header("x-ms-client-request-id"), id);

    let url = world.url("/identities?api-version=2026-09-23");
    let identity =
        world.http.post(url).bearer_auth(ENTRA_TOKEN).header("x-ms-client-request-id", id);
    assert_eq!(seen(identity).await.header("x-ms-client-request-id"), id);
}

#[tokio::test]
async fn locations_have_an_escaped_colon() {
    let world = World::new().await;
    let ann = world.user().await;
    let created = world.post(&ann, "/chat/threads", json!({ "topic": "x" })).await;
    let id = created.json()["chatThread"]["id"].as_str().unwrap().replace("19:", "19%3A");
    assert_eq!(created.header("location"), world.url(&format!("/chat/threads/{id}")));
    let target = format!("/chat/threads/{id}/messages");
    let sent = world.post(&ann, &target, json!({ "content": "x" })).await;
    let message = sent.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(sent.header("location"), world.url(&format!("{target}/{message}")));
}

async fn preflight(world: &World, target: &str) -> Seen {
    let request = world.http.request(Method::OPTIONS, world.url(target));
    let request = request
        .header("origin", "https://app.example")
        .header("access-control-request-method", "PATCH")
        .header("access-control-request-headers", "authorization,content-type");
    seen(request).await
}

#[tokio::test]
async fn web_pages_may_call_the_two_apis() {
    let world = World::new().await;
    let ann = world.user().await;
    for target in ["/chat/threads?api-version=2025-03-15", "/identities", "/chat/threads/x"] {
        let allowed = preflight(&world, target).await;
        assert_eq!(allowed.status, 200, "{allowed:?}");
        assert_eq!(allowed.header("access-control-allow-origin"), "*");
        assert_eq!(allowed.header("access-control-allow-methods"), "PATCH");
        let headers = allowed.header("access-control-allow-headers");
        assert_eq!(headers, "authorization,content-type");
    }
    let from_page = |target: &str| {
        world.chat(&ann, Method::GET, target).header("origin", "https://app.example")
    };
    for target in ["/chat/threads", "/chat/threads/x"] {
        let response = seen(from_page(target)).await;
        assert_eq!(response.header("access-control-allow-origin"), "*", "{response:?}");
        assert_eq!(response.header("access-control-expose-headers"), "*", "{response:?}");
    }
    let requests = world.emulator.requests();
    assert!(
        requests.iter().all(|request| request.method != "OPTIONS"),
        "preflights are not logged"
    );
}

#[tokio::test]
async fn web_pages_may_not_call_the_controls() {
    let world = World::new().await;
    let refused = preflight(&world, "/__emulator/reset").await;
    assert_eq!(refused.headers.get("access-control-allow-origin"), None, "{refused:?}");
}
