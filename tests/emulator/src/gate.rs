//! What every request of the two APIs goes through before its handler, and its answer after it:
//! version, credential, description.

use crate::{
    auth::{Caller, authenticate},
    call::{Call, Me},
    contract::{Api, CONTRACT, Operation},
    failure::Failure,
    service::Service,
};
use axum::{
    body::{Body, to_bytes},
    extract::{MatchedPath, Request, State},
    http::{HeaderValue, StatusCode, header::HOST, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use percent_encoding::percent_decode_str;
use std::sync::Arc;
use uuid::Uuid;

/// The service takes messages of 28 KB; nothing it is asked to do needs more than this.
pub(crate) const BODY_LIMIT: usize = 1 << 20;

/// The first version of both APIs that was released.
const FIRST_VERSION: &str = "2021-03-07";

pub(crate) async fn pass(
    State(service): State<Arc<Service>>,
    path: MatchedPath,
    request: Request,
    next: Next,
) -> Response {
    let Some(operation) = CONTRACT.operation(request.method(), path.as_str()) else {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    };
    let response = match admit(&service, operation, request).await {
        Ok(request) => next.run(request).await,
        Err(failure) => failure.into_response(),
    };
    let mut response = check(&service, operation, response).await;
    if let Ok(id) = HeaderValue::from_str(&Uuid::new_v4().to_string()) {
        response.headers_mut().insert("x-ms-request-id", id);
    }
    response
}

/// Version first, then credential, then the description: who may not ask learns nothing.
async fn admit(
    service: &Service,
    operation: &Operation,
    request: Request,
) -> Result<Request, Failure> {
    let (mut parts, body) = request.into_parts();
    let body = to_bytes(body, BODY_LIMIT).await.map_err(|_| too_large())?;
    let mut query: Vec<(String, String)> =
        form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes())
            .into_owned()
            .collect();
    let api_version = api_version(&query)?;
    if percent_decode_str(parts.uri.path()).decode_utf8().is_err() {
        return Err(Failure::bad_request("path", "The path is not UTF-8."));
    }
    let caller = authenticate(service, operation, &parts, &body)?;

    // In its own links the service spells `startTime` in a way that the description does not know;
    // there, `syncState` says it all.
    if query.iter().any(|(name, _)| name == "syncState") {
        query.retain(|(name, _)| name != "startTime");
    }
    let code = match operation.api {
        Api::Chat => "BadRequest",
        Api::Identity => "ValidationError",
    };
    let body = operation
        .check_request(&query, &parts.headers, &body)
        .map_err(|mismatch| Failure::mismatch(code, mismatch))?;

    let call = Call {
        origin: origin(service, &parts),
        api_version,
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

pub(crate) fn too_large() -> Failure {
    let message = "The body is larger than 1 MB.";
    Failure::new(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", message)
}

/// Requests are the same under all versions since the first; newer and preview ones are taken too.
fn api_version(query: &[(String, String)]) -> Result<String, Failure> {
    let refuse =
        |code, message| Failure::new(StatusCode::BAD_REQUEST, code, message).target("api-version");
    let Some((_, version)) = query.iter().find(|(name, _)| name == "api-version") else {
        return Err(refuse(
            "ApiVersionUnspecified",
            "An API version is required, but was not specified.",
        ));
    };
    let date = version.strip_suffix("-preview").unwrap_or(version);
    let like_a_date = date.len() == FIRST_VERSION.len()
        && date.bytes().zip(FIRST_VERSION.bytes()).all(|(found, model)| match model {
            b'-' => found == b'-',
            _ => found.is_ascii_digit(),
        });
    match like_a_date && date >= FIRST_VERSION {
        true => Ok(version.clone()),
        false => Err(refuse("UnsupportedApiVersion", "The API version is not supported.")),
    }
}

/// Clients refuse links to another origin than theirs, so links go where the client believes to be.
fn origin(service: &Service, request: &Parts) -> String {
    let host = text(request, HOST.as_str()).unwrap_or_default();
    format!("{}://{host}", service.scheme)
}

fn text(request: &Parts, name: &str) -> Option<String> {
    request.headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Holds the emulator itself to the description. A violation is a defect of the emulator: it is kept
/// for tests to see, and the client gets a 500.
async fn check(service: &Service, operation: &Operation, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    match operation.check_response(parts.status, &body) {
        Ok(()) => Response::from_parts(parts, Body::from(body)),
        Err(mismatch) => {
            service.note_violation(format!("{}: {}", operation.id, mismatch.message));
            let message = format!("The emulator violates the description: {}", mismatch.message);
            Failure::new(StatusCode::INTERNAL_SERVER_ERROR, "EmulatorDefect", message)
                .into_response()
        }
    }
}
