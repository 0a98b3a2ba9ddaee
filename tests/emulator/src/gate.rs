//! The steps before and after the handler of every request to the two APIs: version, credential and
//! description before it; storage, description and the version's own form of errors after it.

use crate::{
    auth::{Caller, authenticate},
    call::{Call, Me},
    contract::{Api, CONTRACT, Operation},
    failure::{Failure, in_capitals},
    log::ResponseBody,
    service::Service,
    version::ApiVersion,
};
use axum::{
    body::{Body, to_bytes},
    extract::{MatchedPath, Request, State},
    http::{
        StatusCode,
        header::{CONTENT_LENGTH, HOST},
        request::Parts,
    },
    middleware::Next,
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;
use std::sync::Arc;

type Query = Vec<(String, String)>;

pub(crate) async fn pass(
    State(service): State<Arc<Service>>,
    path: MatchedPath,
    request: Request,
    next: Next,
) -> Response {
    let api = Api::of_path(path.as_str());
    let query: Query = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes())
        .into_owned()
        .collect();
    let version = match api_version(api, &query) {
        Ok(version) => version,
        Err(failure) => return failure.into_response(),
    };
    let Some(operation) = CONTRACT.operation(request.method(), path.as_str(), version) else {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    };
    let response = match admit(&service, operation, version, query, request).await {
        Ok(request) => next.run(request).await,
        Err(failure) => failure.into_response(),
    };
    let response = match service.stored().await {
        Ok(()) => response,
        Err(failure) => failure.into_response(),
    };
    finish(&service, operation, version, response).await
}

fn api_version(api: Api, query: &Query) -> Result<ApiVersion, Failure> {
    let refuse =
        |code, message| Failure::new(StatusCode::BAD_REQUEST, code, message).target("api-version");
    let Some((_, version)) = query.iter().find(|(name, _)| name == "api-version") else {
        return Err(refuse(
            "ApiVersionUnspecified",
            "An API version is required, but was not specified.",
        ));
    };
    ApiVersion::find(api, version).ok_or_else(|| {
        refuse(
            "UnsupportedApiVersion",
            "The API version is not supported; the header api-supported-versions lists those that \
             are.",
        )
    })
}

/// The credential comes before the description: a caller without one sees no validation errors.
async fn admit(
    service: &Service,
    operation: &Operation,
    version: ApiVersion,
    mut query: Query,
    request: Request,
) -> Result<Request, Failure> {
    let (mut parts, body) = request.into_parts();
    // The body was read before, within its bounds.
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if percent_decode_str(parts.uri.path()).decode_utf8().is_err() {
        return Err(Failure::bad_request("path", "The path is not UTF-8."));
    }
    let caller = authenticate(service, operation, &parts, &body)?;

    // In its own links the service spells `startTime` in a way that the description does not know.
    // There `syncState` decides.
    if query.iter().any(|(name, _)| name == "syncState") {
        query.retain(|(name, _)| name != "startTime");
    }
    let body = operation
        .check_request(&query, &parts.headers, &body)
        .map_err(|mismatch| Failure::mismatch(operation.api, mismatch))?;

    let call = Call {
        origin: origin(service, &parts),
        version,
        query,
        repeatability_request_id: text(&parts, "repeatability-request-id"),
        body,
    };
    parts.extensions.insert(call);
    if let Caller::User(me) = &caller {
        parts.extensions.insert(Me(me.clone()));
    }
    parts.extensions.insert(caller);
    Ok(Request::from_parts(parts, Body::empty()))
}

/// Clients refuse links to another origin than theirs, so links go where the client believes to be.
fn origin(service: &Service, request: &Parts) -> String {
    let host = text(request, HOST.as_str()).unwrap_or_default();
    format!("{}://{host}", service.scheme)
}

fn text(request: &Parts, name: &str) -> Option<String> {
    request.headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Validates the emulator's own response. A mismatch is a defect of the emulator: tests find it in
/// the violations, and the client gets a 500.
async fn finish(
    service: &Service,
    operation: &Operation,
    version: ApiVersion,
    response: Response,
) -> Response {
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if !body.is_empty() {
        parts.extensions.insert(ResponseBody(body.clone()));
    }
    if let Err(mismatch) = operation.check_response(parts.status, &body) {
        service.note_violation(&format!("{}: {}", operation.id, mismatch.message));
        let message = format!("The emulator violates the description: {}", mismatch.message);
        return Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "EmulatorDefect", message)
            .into_response();
    }
    // The descriptions do not know this form, so it comes after them.
    if operation.api == Api::Chat
        && version.has_capital_errors()
        && !parts.status.is_success()
        && let Some(body) = in_capitals(&body)
    {
        parts.headers.remove(CONTENT_LENGTH);
        return Response::from_parts(parts, Body::from(body));
    }
    Response::from_parts(parts, Body::from(body))
}
