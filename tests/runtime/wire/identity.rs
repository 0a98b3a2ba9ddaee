//! The operations of the identity client, and the signatures of its requests.

use acs_chat::{
    CommunicationError, CommunicationIdentifier, CommunicationTokenCredential,
    identity::{
        CommunicationIdentityClient, CommunicationIdentityClientOptions,
        models::{CommunicationIdentityTokenScope, TeamsExtensionPrincipalType},
    },
};
use azure_core::{
    base64,
    time::{Duration, OffsetDateTime, parse_rfc7231},
};
use hmac::{Hmac, Mac};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use tests::server::{KEY, Seen, Server};

/// Checks the signature of a request as the service does.
fn check_signature(seen: &Seen) {
    let hash = base64::encode(Sha256::digest(&seen.body));
    assert_eq!(seen.header("x-ms-content-sha256"), hash);
    let (date, host) = (seen.header("x-ms-date"), seen.header("host"));
    let age = OffsetDateTime::now_utc() - parse_rfc7231(date).unwrap();
    assert!(age.abs() < Duration::minutes(1), "{date}");
    let text = format!("{}\n{}\n{date};{host};{hash}", seen.method, seen.target);
    let mut mac = Hmac::<Sha256>::new_from_slice(KEY).unwrap();
    mac.update(text.as_bytes());
    let signature = base64::encode(mac.finalize().into_bytes());
    let signed = "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=";
    assert_eq!(seen.header("authorization"), format!("{signed}{signature}"));
}

#[track_caller]
fn sent(server: &Server, method: &str, path: &str, body: Option<Value>) {
    let seen = server.last();
    check_signature(&seen);
    let target = format!("{path}?api-version=2026-09-23");
    assert_eq!((seen.method.as_str(), seen.target.as_str()), (method, target.as_str()));
    match body {
        Some(body) => {
            assert_eq!(seen.json(), body);
            assert_eq!(seen.header("content-type"), "application/json");
        }
        None => assert_eq!((seen.body.as_str(), seen.header("content-type")), ("", "")),
    }
}

const CREATED: &str = r#"{"identity":{"id":"8:acs:r_u"},
    "accessToken":{"token":"SECRET","expiresOn":"2030-01-01T00:00:00Z"}}"#;
const TOKEN: &str = r#"{"token":"SECRET","expiresOn":"2030-01-01T00:00:00Z"}"#;
const ASSIGNMENT: &str =
    r#"{"objectId":"o","tenantId":"t","principalType":"user","clientIds":["c"]}"#;

#[tokio::test]
async fn create_user() {
    let server = Server::fixed(201, CREATED).await;
    let identity = server.identity();
    let created = identity.create_user().await.unwrap();
    sent(&server, "POST", "/identities", None);
    assert_eq!(created.identity.id, "8:acs:r_u");
    let user = CommunicationIdentifier::from(&created.identity);
    assert_eq!(user, CommunicationIdentifier::from_raw_id("8:acs:r_u"));
    assert!(!format!("{created:?} {identity:?}").contains("SECRET"));

    let scopes = [CommunicationIdentityTokenScope::Chat, CommunicationIdentityTokenScope::VoipJoin];
    let call = identity.create_user().create_token_with_scopes(scopes).expires_in_minutes(60);
    assert_eq!(call.await.unwrap().access_token.unwrap().token, "SECRET");
    let body = json!({"createTokenWithScopes": ["chat", "voip.join"], "expiresInMinutes": 60});
    sent(&server, "POST", "/identities", Some(body));
    identity.create_user_and_token([CommunicationIdentityTokenScope::ChatJoin]).await.unwrap();
    let body = json!({"createTokenWithScopes": ["chat.join"]});
    sent(&server, "POST", "/identities", Some(body));
}

#[tokio::test]
async fn tokens() {
    let server = Server::fixed(200, TOKEN).await;
    let identity = server.identity();
    let scopes = [CommunicationIdentityTokenScope::ChatJoinLimited];
    let call = identity.get_token("8:acs:r_u", scopes).expires_in_minutes(1440);
    assert_eq!(call.await.unwrap().token, "SECRET");
    let body = json!({"scopes": ["chat.join.limited"], "expiresInMinutes": 1440});
    sent(&server, "POST", "/identities/8%3Aacs%3Ar_u/:issueAccessToken", Some(body));
    let token = identity.get_token_for_teams_user("ENTRA", "app", "user").await.unwrap();
    assert_eq!(token.expires_on.year(), 2030);
    let body = json!({"token": "ENTRA", "appId": "app", "userId": "user"});
    sent(&server, "POST", "/teamsUser/:exchangeAccessToken", Some(body));
}

#[tokio::test]
async fn revoke_and_delete() {
    let server = Server::fixed(204, "").await;
    let identity = server.identity();
    identity.revoke_tokens("8:acs:r_u").await.unwrap();
    sent(&server, "POST", "/identities/8%3Aacs%3Ar_u/:revokeAccessTokens", None);
    identity.delete_user("8:acs:r_u").await.unwrap();
    sent(&server, "DELETE", "/identities/8%3Aacs%3Ar_u", None);
}

#[tokio::test]
async fn teams_extension() {
    let path = "/access/teamsExtension/tenants/t/assignments/o";
    for status in [200, 201] {
        let server = Server::fixed(status, ASSIGNMENT).await;
        let call = server
            .identity()
            .upsert_teams_extension_assignment("t", "o", TeamsExtensionPrincipalType::User)
            .client_ids(["c"]);
        assert_eq!(call.await.unwrap().client_ids, ["c"]);
        sent(&server, "PUT", path, Some(json!({"principalType": "user", "clientIds": ["c"]})));
    }
    let server = Server::fixed(200, ASSIGNMENT).await;
    let assignment = server.identity().get_teams_extension_assignment("t", "o").await.unwrap();
    sent(&server, "GET", path, None);
    assert_eq!(assignment.principal_type, TeamsExtensionPrincipalType::User);
    let server = Server::fixed(204, "").await;
    server.identity().delete_teams_extension_assignment("t", "o").await.unwrap();
    sent(&server, "DELETE", path, None);
    let server = Server::fixed(200, CREATED).await;
    server.identity().exchange_teams_extension_token(HashMap::new()).await.unwrap();
    sent(&server, "POST", "/access/teamsExtension/:exchangeAccessToken", Some(json!({})));
}

#[tokio::test]
async fn each_try_is_signed_anew() {
    let server = Server::start(|_, number, _| match number {
        0 => (503, ""),
        _ => (204, ""),
    })
    .await;
    server.identity().delete_user("8:acs:r_u").await.unwrap();
    assert_eq!(server.seen().len(), 2);
    server.seen().iter().for_each(check_signature);
}

#[tokio::test]
async fn an_entra_credential_or_an_older_version_will_do() {
    let server = Server::fixed(201, CREATED).await;
    let mut options = CommunicationIdentityClientOptions::default();
    options.api_version = "2023-10-01".to_owned();
    let expires_on = OffsetDateTime::now_utc() + Duration::hours(1);
    let credential = CommunicationTokenCredential::with_expiry("ENTRA", expires_on);
    let identity = CommunicationIdentityClient::new(&server.base, credential, Some(options));
    identity.unwrap().create_user().await.unwrap();
    assert_eq!(server.last().target, "/identities?api-version=2023-10-01");
    assert_eq!(server.last().header("authorization"), "Bearer ENTRA");
}

#[tokio::test]
async fn errors_show_the_message_of_the_service_and_never_the_key() {
    let body = r#"{"error":{"code":"ValidationError","message":"m","target":"scopes"}}"#;
    let server = Server::fixed(400, body).await;
    let identity = server.identity();
    let error = identity.get_token("8:acs:r_u", []).await.unwrap_err();
    let told = CommunicationError::of(&error).unwrap();
    assert_eq!((&*told.code, told.target.as_deref()), ("ValidationError", Some("scopes")));
    let shown = format!("{error} {error:?} {identity:?}");
    assert!(!shown.contains(&base64::encode(KEY)) && !shown.contains("Signature="), "{shown}");
    for bad in [
        "",
        "endpoint=https://a.example;accesskey=S*CRET",
        "endpoint=http://a.example;accesskey=eA==",
    ] {
        let error = CommunicationIdentityClient::from_connection_string(bad, None).unwrap_err();
        assert!(!format!("{error} {error:?}").contains("S*CRET"));
    }
    assert!(identity.delete_user("").await.is_err());
}
