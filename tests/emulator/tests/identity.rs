//! The Identity API.

mod support;

use acs_chat_emulator::ENTRA_TOKEN;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use reqwest::Method;
use serde_json::{Value, json};
use support::{User, World};

fn claims(token: &str) -> Value {
    let payload = token.split('.').nth(1).expect("a JWT has three parts");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap()
}

#[tokio::test]
async fn a_user_comes_with_and_without_a_token() {
    let world = World::new().await;
    for body in [None, Some(json!({})), Some(json!({ "createTokenWithScopes": [] }))] {
        let created = world.identity(Method::POST, "/identities", body).await;
        assert_eq!(created.status, 201);
        assert!(created.json()["identity"]["id"].as_str().unwrap().starts_with("8:acs:"));
        assert_eq!(created.json().get("accessToken"), None);
    }
    let body = json!({ "createTokenWithScopes": ["chat", "voip"], "expiresInMinutes": 60 });
    let created = world.identity(Method::POST, "/identities", Some(body)).await.json();
    let token = &created["accessToken"];
    let claims = claims(token["token"].as_str().unwrap());
    assert_eq!(format!("8:{}", claims["skypeid"].as_str().unwrap()), created["identity"]["id"]);
    assert_eq!(claims["acsScope"], "chat,voip");
    let lifetime = claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap();
    assert_eq!(lifetime, 3600);
    let expires_on = token["expiresOn"].as_str().unwrap();
    let fraction = expires_on.strip_suffix("+00:00").unwrap().split('.').nth(1).unwrap_or("1");
    assert!(!fraction.ends_with('0') && fraction.len() <= 7, "{expires_on}");
}

#[tokio::test]
async fn a_token_lasts_a_day_by_default_and_differs_from_the_one_before() {
    let world = World::new().await;
    let ann = world.user().await;
    let renewed = world.renewed(&ann).await;
    assert_ne!(renewed.token, ann.token);
    let claims = claims(&renewed.token);
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 24 * 60 * 60);
    for user in [ann, renewed] {
        assert_eq!(world.get(&user, "/chat/threads").await.status, 200);
    }
}

#[tokio::test]
async fn bad_requests_name_the_property() {
    let world = World::new().await;
    let issue = format!("/identities/{}/:issueAccessToken", world.user().await.id);
    let cases = [
        (
            "/identities",
            json!({ "createTokenWithScopes": ["everything"] }),
            "createTokenWithScopes",
        ),
        ("/identities", json!({ "expiresInMinutes": 59 }), "ExpiresInMinutes"),
        (&issue, json!({ "scopes": ["chat"], "expiresInMinutes": 1441 }), "ExpiresInMinutes"),
        (&issue, json!({ "scopes": [] }), "scopes"),
        (&issue, json!({ "scopes": ["chat", 7] }), "scopes"),
        (&issue, json!({}), "scopes"),
        (
            "/teamsUser/:exchangeAccessToken",
            json!({ "token": ENTRA_TOKEN, "appId": "", "userId": "u" }),
            "AppId",
        ),
        (
            "/teamsUser/:exchangeAccessToken",
            json!({ "token": ENTRA_TOKEN, "userId": "u" }),
            "AppId",
        ),
    ];
    for (path, body, target) in cases {
        let refused = world.identity(Method::POST, path, Some(body.clone())).await;
        assert_eq!(refused.status, 400, "{path} {body}");
        assert_eq!(
            refused.error(),
            ("ValidationError".to_owned(), target.to_owned()),
            "{refused:?}"
        );
    }
    let refused =
        world.identity(Method::POST, &issue, Some(json!({ "scopes": ["chat", 7] }))).await;
    assert!(refused.text.contains("/scopes/1"), "{refused:?}");
}

#[tokio::test]
async fn revoked_and_deleted_tokens_are_worth_nothing() {
    let world = World::new().await;
    let ann = world.user().await;
    let revoke = format!("/identities/{}/:revokeAccessTokens", ann.id);
    assert_eq!(world.identity(Method::POST, &revoke, None).await.status, 204);
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 401);
    let ann = world.renewed(&ann).await;
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 200);

    let path = format!("/identities/{}", ann.id);
    assert_eq!(world.identity(Method::DELETE, &path, None).await.status, 204);
    assert_eq!(world.get(&ann, "/chat/threads").await.status, 401);
    let issue = format!("{path}/:issueAccessToken");
    let scopes = Some(json!({ "scopes": ["chat"] }));
    for gone in [
        world.identity(Method::POST, &issue, scopes).await,
        world.identity(Method::POST, &revoke, None).await,
        world.identity(Method::DELETE, &path, None).await,
    ] {
        assert_eq!((gone.status, gone.error().0.as_str()), (401, "IdentityNotOwned"));
    }
}

#[tokio::test]
async fn a_teams_user_gets_a_token_for_an_entra_token() {
    let world = World::new().await;
    let path = "/teamsUser/:exchangeAccessToken";
    let body = |token: &str| json!({ "token": token, "appId": "app", "userId": "teams-user" });
    let exchanged = world.identity(Method::POST, path, Some(body(ENTRA_TOKEN))).await;
    assert_eq!(exchanged.status, 200);
    let token = exchanged.json()["token"].as_str().unwrap().to_owned();
    assert_eq!(claims(&token)["skypeid"], "orgid:teams-user");
    let user = User { id: "8:orgid:teams-user".to_owned(), token };
    let thread = world.thread(&user, "Lunch").await;
    let properties = world.get(&user, &thread).await.json();
    let creator = &properties["createdByCommunicationIdentifier"];
    assert_eq!(creator["microsoftTeamsUser"], json!({ "userId": "teams-user", "cloud": "public" }));

    let empty_user = json!({ "token": ENTRA_TOKEN, "appId": "app", "userId": "" });
    for body in [body("garbage"), body(""), empty_user] {
        let refused = world.identity(Method::POST, path, Some(body)).await;
        assert_eq!((refused.status, refused.error().0.as_str()), (401, "InvalidAccessToken"));
        assert!(!refused.text.contains("garbage"));
    }
    let logged = world.emulator.requests();
    assert!(
        logged.iter().all(|request| !request.body.contains(ENTRA_TOKEN)),
        "no token in the log"
    );
}

#[tokio::test]
async fn both_exchanges_turn_the_bearer_into_a_chat_user() {
    let world = World::new().await;
    let cases = [
        ("/access/teamsExtension/:exchangeAccessToken", "2025-06-30", "teamsExtensionUser"),
        ("/access/entra/:exchangeAccessToken", "2025-03-02-preview", "communicationUser"),
    ];
    for (path, version, kind) in cases {
        let url = world.url(&format!("{path}?api-version={version}"));
        let exchange = async |token: &str| {
            let request = world.http.post(&url).json(&json!({})).bearer_auth(token);
            support::seen(request).await
        };
        let exchanged = exchange(ENTRA_TOKEN).await;
        assert_eq!(exchanged.status, 200, "{exchanged:?}");
        let exchanged = exchanged.json();
        let user = User {
            id: exchanged["identity"]["id"].as_str().unwrap().to_owned(),
            token: exchanged["accessToken"]["token"].as_str().unwrap().to_owned(),
        };
        let thread = world.thread(&user, "Lunch").await;
        let creator = &world.get(&user, &thread).await.json()["createdByCommunicationIdentifier"];
        assert!(creator[kind].is_object(), "{creator}");
        assert_eq!((creator.get("kind"), &creator["rawId"]), (None, &json!(user.id)));
        assert_eq!(exchange(ENTRA_TOKEN).await.json()["identity"]["id"], user.id.as_str());
        assert_eq!(exchange("garbage").await.error().0, "InvalidAccessToken");
    }
}

#[tokio::test]
async fn assignments_are_created_replaced_and_deleted() {
    let world = World::new().await;
    let path = "/access/teamsExtension/tenants/t1/assignments/o1";
    let missing = world.identity(Method::GET, path, None).await;
    assert_eq!((missing.status, missing.error().0.as_str()), (404, "NotFound"));

    let body = json!({ "principalType": "user", "clientIds": ["c1"] });
    let created = world.identity(Method::PUT, path, Some(body)).await;
    let expected =
        json!({ "tenantId": "t1", "objectId": "o1", "principalType": "user", "clientIds": ["c1"] });
    assert_eq!((created.status, created.json()), (201, expected.clone()));
    assert_eq!(world.identity(Method::GET, path, None).await.json(), expected);

    let body = json!({ "principalType": "resourceAccount" });
    let replaced = world.identity(Method::PUT, path, Some(body)).await;
    assert_eq!((replaced.status, replaced.json().get("clientIds")), (200, None));
    let refused = world.identity(Method::PUT, path, Some(json!({ "principalType": "dog" }))).await;
    assert_eq!((refused.status, refused.error().1.as_str()), (400, "principalType"));

    for _ in 0..2 {
        assert_eq!(world.identity(Method::DELETE, path, None).await.status, 204);
    }
    assert_eq!(world.identity(Method::GET, path, None).await.status, 404);
}

#[tokio::test]
async fn the_first_teams_exchange_takes_nothing_but_a_token() {
    let world = World::new().await;
    let exchange = async |version: &str, body: Value| {
        let path = "/teamsUser/:exchangeAccessToken";
        world.identity_in(version, Method::POST, path, Some(body)).await
    };
    let only_token = json!({ "token": ENTRA_TOKEN });
    let exchanged = exchange("api-version=2021-10-31-preview", only_token.clone()).await;
    assert_eq!(exchanged.status, 200, "{exchanged:?}");
    let user = claims(exchanged.json()["token"].as_str().unwrap())["skypeid"].clone();
    assert!(user.as_str().unwrap().starts_with("orgid:"), "{user}");
    assert_eq!(exchange("api-version=2022-06-01", only_token).await.status, 400);
    let empty = exchange("api-version=2021-10-31-preview", json!({ "token": "" })).await;
    assert_eq!((empty.status, empty.error().0.as_str()), (401, "InvalidAccessToken"));
}

#[tokio::test]
async fn a_user_is_found_again_by_its_custom_id() {
    let world = World::new().await;
    let version = "api-version=2025-03-02-preview";
    let create = async |body: Value| {
        let created = world.identity_in(version, Method::POST, "/identities", Some(body)).await;
        assert_eq!(created.status, 201, "{created:?}");
        created.json()["identity"]["id"].as_str().unwrap().to_owned()
    };
    let ann = create(json!({ "customId": "ann@example.com" })).await;
    assert_eq!(create(json!({ "customId": "ann@example.com" })).await, ann);
    assert_ne!(create(json!({ "customId": "bob@example.com" })).await, ann);

    let path = format!("/identities/{ann}");
    let details = world.identity_in(version, Method::GET, &path, None).await;
    assert_eq!(details.status, 200, "{details:?}");
    assert_eq!(details.json(), json!({ "id": ann, "customId": "ann@example.com" }));

    world.renewed(&User { id: ann.clone(), token: String::new() }).await;
    let details = world.identity_in(version, Method::GET, &path, None).await.json();
    assert!(details["lastTokenIssuedAt"].as_str().unwrap().ends_with("+00:00"), "{details}");

    let unknown = world.identity_in(version, Method::GET, "/identities/8:acs:a_b", None).await;
    assert_eq!((unknown.status, unknown.error().0.as_str()), (401, "IdentityNotOwned"));
    let earlier = "api-version=2023-10-01";
    assert_eq!(world.identity_in(earlier, Method::GET, &path, None).await.status, 405);

    assert_eq!(world.identity(Method::DELETE, &path, None).await.status, 204);
    assert_ne!(create(json!({ "customId": "ann@example.com" })).await, ann);
}

#[tokio::test]
async fn ids_of_users_begin_with_a_counter() {
    let world = World::new().await;
    let (ann, bob) = (world.user().await.id, world.user().await.id);
    let (resource, user) = ann.strip_prefix("8:acs:").unwrap().split_once('_').unwrap();
    assert_eq!(resource.len(), 36, "the resource has a UUID");
    let parts: Vec<usize> = user.split('-').map(str::len).collect();
    assert_eq!(parts, [8, 4, 4, 4, 12], "{ann}");
    let counter = |id: &str| {
        let user = id.rsplit_once('_').unwrap().1;
        u32::from_str_radix(&user[..8], 16).unwrap()
    };
    assert_eq!(counter(&bob), counter(&ann) + 1);
}

#[tokio::test]
async fn optional_properties_of_users_and_assignments_may_be_null() {
    let world = World::new().await;
    let body = json!({ "createTokenWithScopes": null, "expiresInMinutes": null });
    let created = world.identity(Method::POST, "/identities", Some(body)).await;
    assert_eq!(created.status, 201, "{created:?}");
    let path = "/access/teamsExtension/tenants/t1/assignments/o1";
    let body = json!({ "principalType": "user", "clientIds": null });
    let assigned = world.identity(Method::PUT, path, Some(body)).await;
    assert_eq!((assigned.status, assigned.json().get("clientIds")), (201, None));
}
