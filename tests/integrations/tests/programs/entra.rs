//! Tokens of Microsoft Entra ID, from a managed identity and from a login of the Azure CLI.

use super::run;
use acs_chat_emulator::{ENTRA_TOKEN, Emulator};
use axum::{
    Router,
    extract::Query,
    http::{HeaderMap, StatusCode},
    routing::get,
};
use std::{collections::HashMap, future::IntoFuture, process::Output};
use tokio::net::TcpListener;

const PROGRAM: &str = env!("CARGO_BIN_EXE_communication_identity_client_entra");

/// The token for this resource is the one that the emulator takes.
const RESOURCE: &str = "https://communication.azure.com/";

/// In the year 2100.
const EXPIRES_ON: u64 = 4_102_444_800;

#[tokio::test]
async fn a_managed_identity_replaces_the_access_key() {
    let emulator = Emulator::start().await.unwrap();
    let service = app_service().await;
    let variables = [("IDENTITY_ENDPOINT", &*service), ("IDENTITY_HEADER", "secret")];
    let output = run_against(&emulator, &variables).await;
    issued(output, &emulator);
}

#[cfg(unix)]
#[tokio::test]
async fn a_login_of_the_azure_cli_replaces_the_access_key() {
    use std::{fs, os::unix::fs::PermissionsExt};
    let emulator = Emulator::start().await.unwrap();
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("azure-cli");
    fs::create_dir_all(&folder).unwrap();
    let script = format!(
        r#"#!/bin/sh
test "$*" = "account get-access-token -o json --scope {RESOURCE}/.default" || exit 1
echo '{{"accessToken": "{ENTRA_TOKEN}", "expires_on": {EXPIRES_ON}, "tokenType": "Bearer"}}'
"#
    );
    fs::write(folder.join("az"), script).unwrap();
    fs::set_permissions(folder.join("az"), fs::Permissions::from_mode(0o755)).unwrap();
    let output = run_against(&emulator, &[("PATH", folder.to_str().unwrap())]).await;
    issued(output, &emulator);
}

#[tokio::test]
async fn without_a_login_the_error_says_what_was_tried() {
    let emulator = Emulator::start().await.unwrap();
    let output = run_against(&emulator, &[("PATH", "/dev/null")]).await;
    assert!(!output.status.success(), "{output:?}");
    let error = String::from_utf8(output.stderr).unwrap();
    for tried in ["az not found on PATH", "azd not found on PATH"] {
        assert!(error.contains(tried), "{error}");
    }
    assert!(emulator.requests().is_empty());
}

async fn run_against(emulator: &Emulator, variables: &[(&str, &str)]) -> Output {
    let endpoint = emulator.endpoint();
    run(PROGRAM, &[variables, &[("COMMUNICATION_ENDPOINT", &endpoint)]].concat()).await
}

/// Checks that the program got a token for a user, in one request.
fn issued(output: Output, emulator: &Emulator) {
    assert!(output.status.success(), "{output:?}");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("8:acs:") && text.contains(" can chat until "), "{text}");
    let requests = emulator.requests();
    let requests: Vec<&str> = requests.iter().map(|request| &*request.target).collect();
    assert!(matches!(requests[..], [it] if it.starts_with("/identities?")), "{requests:?}");
    assert_eq!(emulator.violations(), Vec::<String>::new());
}

/// Issues tokens to a program, as App Service does. Returns the address for `IDENTITY_ENDPOINT`.
async fn app_service() -> String {
    let token = |headers: HeaderMap, Query(query): Query<HashMap<String, String>>| async move {
        let is_secret = headers.get("x-identity-header").is_some_and(|it| it == "secret");
        if !is_secret || query.get("resource").is_none_or(|it| it != RESOURCE) {
            return Err(StatusCode::BAD_REQUEST);
        }
        Ok(format!(
            r#"{{"access_token": "{ENTRA_TOKEN}", "expires_on": "{EXPIRES_ON}", "token_type": "Bearer", "resource": "{RESOURCE}"}}"#
        ))
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(axum::serve(listener, Router::new().route("/token", get(token))).into_future());
    format!("http://{address}/token")
}
