//! Requests through a proxy that the environment names.

use std::{fs, process::Command};
use tests::server::{JWT, Server};
use tokio::task::spawn_blocking;

#[tokio::test]
async fn a_token_for_a_loopback_address_goes_to_no_proxy() {
    let page = r#"{"value":[]}"#;
    let (server, proxy) = (Server::fixed(200, page).await, Server::fixed(200, page).await);
    let place = concat!(env!("CARGO_TARGET_TMPDIR"), "/no_proxy");
    drop(fs::remove_file(place));
    let mut command = Command::new(env!("CARGO_BIN_EXE_chat_thread_client_export_messages"));
    command.args(["19:t@thread.v2", place]);
    command.env("COMMUNICATION_ENDPOINT", &server.base).env("COMMUNICATION_TOKEN", JWT);
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        command.env(name, &proxy.base);
    }
    command.env_remove("NO_PROXY").env_remove("no_proxy").env_remove("REQUEST_METHOD");
    let output = spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!((server.seen().len(), proxy.seen().len()), (1, 0));
}
