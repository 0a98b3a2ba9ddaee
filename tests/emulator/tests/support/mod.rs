//! A client that knows nothing but HTTP and JSON, so that the tests see what any client would see.
#![allow(dead_code, reason = "every test file uses a part")]

pub mod webhook;

use acs_chat_emulator::{ENTRA_TOKEN, Emulator};
use reqwest::{Certificate, Client, Method, RequestBuilder};
use serde_json::{Value, json};
use std::process::Stdio;
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};
use tokio_rustls::rustls;

pub const VERSION: &str = "api-version=2025-03-15";
pub const IDENTITY_VERSION: &str = "api-version=2026-09-23";
pub const MERGE_PATCH: &str = "application/merge-patch+json";

/// A response that was read to its end.
#[derive(Debug)]
pub struct Seen {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Seen {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("no JSON: {self:?}"))
    }

    /// The error code, and the target if there is one.
    pub fn error(&self) -> (String, String) {
        let error = &self.json()["error"];
        let text = |name: &str| error[name].as_str().unwrap_or_default().to_owned();
        assert!(!text("message").is_empty(), "an error says what is wrong: {self:?}");
        (text("code"), text("target"))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub async fn seen(request: RequestBuilder) -> Seen {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    Seen { status, headers, text: response.text().await.unwrap() }
}

/// A client that trusts these certificates and no others.
pub fn client(trusted: &[Certificate]) -> Client {
    // Fails if another test of the process did it before, which is just as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().tls_certs_only(trusted.iter().cloned()).build().unwrap()
}

/// An emulator and a client of it. When a test ends, the emulator must not have violated the
/// descriptions.
pub struct World {
    pub emulator: Emulator,
    pub http: Client,
}

impl Drop for World {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(self.emulator.violations(), Vec::<String>::new());
        }
    }
}

/// A user and an access token of it.
#[derive(Clone, Debug)]
pub struct User {
    pub id: String,
    pub token: String,
}

impl User {
    pub fn identifier(&self) -> Value {
        json!({ "communicationUser": { "id": self.id } })
    }

    pub fn participant(&self) -> Value {
        json!({ "communicationIdentifier": self.identifier() })
    }
}

impl World {
    pub async fn new() -> Self {
        Self { emulator: Emulator::start().await.unwrap(), http: client(&[]) }
    }

    pub fn url(&self, target: &str) -> String {
        format!("{}{target}", self.emulator.endpoint())
    }

    /// A request to the Identity API with the Entra token.
    pub async fn identity(&self, method: Method, path: &str, body: Option<Value>) -> Seen {
        self.identity_in(IDENTITY_VERSION, method, path, body).await
    }

    /// A request to the Identity API in another version, `api-version=...`.
    pub async fn identity_in(
        &self,
        version: &str,
        method: Method,
        path: &str,
        body: Option<Value>,
    ) -> Seen {
        let url = self.url(&format!("{path}?{version}"));
        let request = self.http.request(method, url).bearer_auth(ENTRA_TOKEN);
        seen(match body {
            Some(body) => request.json(&body),
            None => request,
        })
        .await
    }

    pub async fn user(&self) -> User {
        self.user_with(&["chat"]).await
    }

    /// Without scopes, the user has no token.
    pub async fn user_with(&self, scopes: &[&str]) -> User {
        let body = json!({ "createTokenWithScopes": scopes });
        let created = self.identity(Method::POST, "/identities", Some(body)).await;
        assert_eq!(created.status, 201, "{created:?}");
        let created = created.json();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        User { id: text(&created["identity"]["id"]), token: text(&created["accessToken"]["token"]) }
    }

    /// The same user with another token.
    pub async fn renewed(&self, user: &User) -> User {
        let path = format!("/identities/{}/:issueAccessToken", user.id);
        let issued = self.identity(Method::POST, &path, Some(json!({ "scopes": ["chat"] }))).await;
        assert_eq!(issued.status, 200, "{issued:?}");
        let token = issued.json()["token"].as_str().unwrap().to_owned();
        User { id: user.id.clone(), token }
    }

    /// A chat request. The target may have a query.
    pub fn chat(&self, user: &User, method: Method, target: &str) -> RequestBuilder {
        self.chat_in(VERSION, user, method, target)
    }

    /// A chat request in another version, `api-version=...`.
    pub fn chat_in(
        &self,
        version: &str,
        user: &User,
        method: Method,
        target: &str,
    ) -> RequestBuilder {
        let separator = if target.contains('?') { '&' } else { '?' };
        let url = self.url(&format!("{target}{separator}{version}"));
        self.http.request(method, url).bearer_auth(&user.token)
    }

    pub async fn get(&self, user: &User, target: &str) -> Seen {
        seen(self.chat(user, Method::GET, target)).await
    }

    pub async fn post(&self, user: &User, target: &str, body: Value) -> Seen {
        seen(self.chat(user, Method::POST, target).json(&body)).await
    }

    pub async fn patch(&self, user: &User, target: &str, body: Value) -> Seen {
        let request = self.chat(user, Method::PATCH, target).body(body.to_string());
        seen(request.header("content-type", MERGE_PATCH)).await
    }

    pub async fn delete(&self, user: &User, target: &str) -> Seen {
        seen(self.chat(user, Method::DELETE, target)).await
    }

    /// Creates a thread and returns its path.
    pub async fn thread(&self, user: &User, topic: &str) -> String {
        let created = self.post(user, "/chat/threads", json!({ "topic": topic })).await;
        assert_eq!(created.status, 201, "{created:?}");
        path(created.json()["chatThread"]["id"].as_str().unwrap())
    }

    /// Sends a message and returns its id.
    pub async fn send(&self, user: &User, thread: &str, content: &str) -> String {
        let body = json!({ "content": content });
        let sent = self.post(user, &format!("{thread}/messages"), body).await;
        assert_eq!(sent.status, 201, "{sent:?}");
        sent.json()["id"].as_str().unwrap().to_owned()
    }

    pub async fn messages(&self, user: &User, thread: &str) -> Vec<Value> {
        self.items(user, &format!("{thread}/messages?maxPageSize=200")).await
    }

    /// All items of a list. Links are followed unchanged.
    pub async fn items(&self, user: &User, target: &str) -> Vec<Value> {
        let mut items = Vec::new();
        let mut page = self.get(user, target).await;
        loop {
            assert_eq!(page.status, 200, "{page:?}");
            items.extend(page.json()["value"].as_array().unwrap().iter().cloned());
            match page.json()["nextLink"].as_str() {
                None => return items,
                Some(link) => {
                    page = seen(self.http.get(link).bearer_auth(&user.token)).await;
                }
            }
        }
    }
}

/// Starts the emulator's program by a command, and returns it with its endpoint. It ends at the
/// latest with the test.
pub async fn program(mut command: Command) -> (Child, String) {
    command.stdout(Stdio::piped()).stderr(Stdio::null()).kill_on_drop(true);
    let mut child = command.spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).await.unwrap();
    let endpoint = line.strip_prefix("endpoint=").and_then(|rest| rest.split_once("/;accesskey="));
    let endpoint = endpoint.unwrap_or_else(|| panic!("no connection string: {line}")).0.to_owned();
    (child, endpoint)
}

/// The path of a thread, in the spelling of clients.
pub fn path(thread_id: &str) -> String {
    format!("/chat/threads/{}", thread_id.replace(':', "%3A").replace('@', "%40"))
}
