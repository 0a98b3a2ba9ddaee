//! Successful answers.

use axum::{
    body::Body,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, LOCATION},
    },
    response::{IntoResponse, Response},
};
use serde_json::Value;

#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    location: Option<String>,
    body: Option<Value>,
}

impl Answer {
    pub fn ok(body: Value) -> Self {
        Self { status: StatusCode::OK, location: None, body: Some(body) }
    }

    /// The service has taken a notification and has nothing to say.
    pub fn taken() -> Self {
        Self { status: StatusCode::OK, location: None, body: None }
    }

    pub fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, location: None, body: None }
    }

    pub fn created(body: Value) -> Self {
        Self { status: StatusCode::CREATED, location: None, body: Some(body) }
    }

    /// The URL of what was created.
    pub fn at(mut self, location: String) -> Self {
        self.location = Some(location);
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            Some(body) => {
                ([(CONTENT_TYPE, "application/json; charset=utf-8")], Body::from(body.to_string()))
                    .into_response()
            }
            None => Body::empty().into_response(),
        };
        *response.status_mut() = self.status;
        if let Some(location) = self.location.and_then(|location| location.parse().ok()) {
            response.headers_mut().insert(LOCATION, location);
        }
        response
    }
}
