//! The table of all paths. The templates are those of the descriptions.

use crate::{
    chat, control, failure::Failure, faults, gate, headers, identity, log, same_origin,
    service::Service,
};
use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    middleware::{Next, from_fn, from_fn_with_state},
    response::Response,
    routing::{get, post},
};
use std::sync::Arc;

pub(crate) fn router(service: Arc<Service>) -> Router {
    // One layer, because axum copies every layer of a route for every request.
    let around = (headers::cors(), from_fn_with_state(service.clone(), record_and_change));
    Router::new()
        .without_v07_checks() // `/participants/:add` is a literal path.
        .merge(chat_routes())
        .merge(identity_routes())
        .route_layer(from_fn_with_state(service.clone(), gate::pass))
        .fallback(async || Failure::not_found("There is nothing under this path."))
        .method_not_allowed_fallback(async || StatusCode::METHOD_NOT_ALLOWED)
        .layer(around)
        .merge(control::routes().layer(from_fn(same_origin::check)))
        .route("/health", get(async || StatusCode::OK))
        .with_state(service)
}

/// The steps around every request to the two APIs, whether there is a route for it or not: the log,
/// the headers of the service, and faults.
async fn record_and_change(
    State(service): State<Arc<Service>>,
    request: Request,
    next: Next,
) -> Response {
    let faults = async |request| faults::inject(&service, request, next).await;
    let headers = async |request| headers::add(request, faults).await;
    log::record(&service, request, headers).await
}

fn chat_routes() -> Router<Arc<Service>> {
    use chat::{messages, participants, receipts, threads, typing};
    Router::new()
        .without_v07_checks()
        .route("/chat/threads", post(threads::create).get(threads::list))
        .route(
            "/chat/threads/{thread}",
            get(threads::properties).patch(threads::update).delete(threads::delete),
        )
        .route("/chat/threads/{thread}/messages", post(messages::send).get(messages::list))
        .route(
            "/chat/threads/{thread}/messages/{message}",
            get(messages::get).patch(messages::update).delete(messages::delete),
        )
        .route("/chat/threads/{thread}/participants", get(participants::list))
        .route("/chat/threads/{thread}/participants/:add", post(participants::add))
        .route("/chat/threads/{thread}/participants/:remove", post(participants::remove))
        .route("/chat/threads/{thread}/typing", post(typing::notify))
        .route("/chat/threads/{thread}/readReceipts", post(receipts::send).get(receipts::list))
}

fn identity_routes() -> Router<Arc<Service>> {
    use identity::{assignments, exchange, users};
    const ASSIGNMENT: &str = "/access/teamsExtension/tenants/{tenant}/assignments/{object}";
    Router::new()
        .without_v07_checks()
        .route("/identities", post(users::create))
        .route("/identities/{user}", get(users::get).delete(users::delete))
        .route("/identities/{user}/:issueAccessToken", post(users::issue_token))
        .route("/identities/{user}/:revokeAccessTokens", post(users::revoke_tokens))
        .route("/teamsUser/:exchangeAccessToken", post(exchange::teams_user))
        .route("/access/teamsExtension/:exchangeAccessToken", post(exchange::teams_extension))
        .route("/access/entra/:exchangeAccessToken", post(exchange::entra))
        .route(
            ASSIGNMENT,
            get(assignments::get).put(assignments::upsert).delete(assignments::delete),
        )
}

#[cfg(test)]
mod tests {
    use super::router;
    use crate::{
        contract::CONTRACT,
        service::{Service, Settings, State},
    };
    use axum::{
        body::Body,
        http::{Request, StatusCode},
    };
    use std::{sync::Arc, time::Duration};
    use tower::ServiceExt;

    /// A served operation gets as far as the version check.
    #[tokio::test]
    async fn every_described_operation_is_served() {
        let service = Settings {
            access_key: Vec::new(),
            entra_token: String::new(),
            token_lifetime: None,
            token_secret: [0; 32],
            scheme: "http",
            idle_timeout: Duration::from_secs(60),
        };
        let state = State::new(String::new());
        let router = router(Arc::new(Service::new(service, state)));
        let mut served = 0;
        for (method, path) in CONTRACT.paths() {
            let uri = path.replace("{}", "x");
            let request = Request::builder().method(method).uri(&uri).body(Body::empty()).unwrap();
            let response = router.clone().oneshot(request).await.unwrap();
            assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{method} {path}");
            served += 1;
        }
        assert!(served >= 25, "only {served} operations are described");
    }
}
