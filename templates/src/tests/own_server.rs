//! Operations with a server of their own.

use super::sample::options;
use super::server::Server;
use crate::runtime::{
    api_key::ApiKey,
    call::{Call, nothing},
    pipeline::{Operation, Service},
    server::OwnServer,
};
use azure_core::{Result, credentials::Secret, http::Method};
use futures::executor::block_on;

const UPLOAD: Operation = Operation {
    name: "Client.upload",
    method: Method::Put,
    path: "/files/{name}",
    content_type: None,
    success: &[],
    names: &[],
};

/// A call of a client with a key, for this endpoint.
fn call(endpoint: &str) -> Call {
    let key = ApiKey::header(endpoint, "x-key", &Secret::new("K")).unwrap();
    let service = Service::new(endpoint, Some("1"), Some(key), options()).unwrap();
    Call::new(&service, &UPLOAD, &["a/b"], ())
}

fn send(call: Call) -> Result<()> {
    block_on(nothing(call.prepare()))
}

#[tokio::test]
async fn a_call_goes_to_its_server_with_the_credentials() {
    let server = Server::fixed(204, "").await;
    let own = format!("{}/v2", server.base);
    let described = Some("http://localhost:1/v1");
    for endpoint in ["http://localhost:1/v1/", "http://localhost:1"] {
        let mut call = call(endpoint);
        call.served_by(Some(&own), described);
        call.context(azure_core::http::Context::new());
        nothing(call.prepare()).await.unwrap();
    }
    assert_eq!(server.targets(), ["/v2/files/a%2Fb?api-version=1"; 2]);
    assert_eq!(server.seen()[1].header("x-key"), "K");
}

#[test]
fn credentials_do_not_go_to_the_server_of_another_endpoint() {
    let described = Some("https://api.example");
    for (url, endpoint) in [
        (Some("https://upload.example"), described),
        (Some("https://upload.example"), None),
        (None, described),
    ] {
        let mut call = call("https://api.my-gateway.example");
        call.served_by(url, endpoint);
        assert!(send(call).unwrap_err().to_string().contains("call `server`"));
    }
}

#[tokio::test]
async fn a_server_at_the_described_origin_is_at_the_one_of_the_client() {
    let server = Server::fixed(204, "").await;
    let mut call = call(&format!("{}/v1", server.base));
    call.served_by(Some("https://api.example/beta"), Some("https://api.example/v1"));
    nothing(call.prepare()).await.unwrap();
    assert_eq!(server.targets(), ["/beta/files/a%2Fb?api-version=1"]);
}

#[tokio::test]
async fn callers_choose_another_server() {
    let server = Server::fixed(204, "").await;
    let mut call = call("https://api.example/v1");
    call.served_by(None, None);
    call.server("no URL");
    assert!(call.clone().prepare().request.unwrap_err().to_string().contains("must be a URL"));
    call.server(&server.base);
    nothing(call.prepare()).await.unwrap();
    assert_eq!(server.targets(), ["/files/a%2Fb?api-version=1"]);
    assert_eq!(server.seen()[0].header("x-key"), "K");
}

#[test]
fn credentials_do_not_go_to_a_server_where_others_can_listen() {
    let mut call = call("https://api.example");
    call.server("http://upload.example");
    assert!(send(call).unwrap_err().to_string().contains("another origin"));
}
