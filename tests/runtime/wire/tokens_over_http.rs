//! The example of a refresher that asks a service over HTTP.

use std::process::Command;
use tests::server::{JWT, Server, THREAD};
use tokio::task::spawn_blocking;

#[tokio::test]
async fn the_example_of_a_refresher_gets_its_token_over_http() {
    let server = Server::start(|_, _, seen| match &*seen.target {
        "/token" => (200, JWT),
        _ => (201, r#"{"id":"7"}"#),
    })
    .await;
    let mut command = Command::new(env!("CARGO_BIN_EXE_chat_client_token_refresher"));
    command.args(["19:t@thread.v2", "hello"]);
    command.env("TOKEN_URL", format!("{}/token", server.base)).env("LOGIN", "session");
    command.env("COMMUNICATION_ENDPOINT", &server.base);
    for name in ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"] {
        command.env_remove(name);
    }
    let output = spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "sent 7\n");
    let [asked, sent] = server.seen().try_into().unwrap();
    assert_eq!(asked.header("authorization"), "Bearer session");
    assert_eq!(sent.header("authorization"), format!("Bearer {JWT}"));
    assert!(sent.target.starts_with(&format!("{THREAD}/messages?")), "{}", sent.target);
}
