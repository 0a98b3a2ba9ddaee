//! Successful answers.

use axum::{
    body::Body,
    http::{
        StatusCode,
        header::{CONTENT_TYPE, LOCATION},
    },
    response::{IntoResponse, Response},
};

#[derive(Debug)]
pub(crate) struct Answer {
    status: StatusCode,
    location: Option<String>,
    /// JSON
    body: Option<String>,
}

impl Answer {
    /// The body is JSON: a `Value`, or the text of one.
    pub fn ok(body: impl ToString) -> Self {
        Self { status: StatusCode::OK, location: None, body: Some(body.to_string()) }
    }

    /// A response of 200 without a body, as to notifications.
    pub fn taken() -> Self {
        Self { status: StatusCode::OK, location: None, body: None }
    }

    pub fn no_content() -> Self {
        Self { status: StatusCode::NO_CONTENT, location: None, body: None }
    }

    /// The body is JSON: a `Value`, or the text of one.
    pub fn created(body: impl ToString) -> Self {
        Self { status: StatusCode::CREATED, location: None, body: Some(body.to_string()) }
    }

    /// Adds the URL of the thing that was created.
    pub fn at(mut self, location: String) -> Self {
        self.location = Some(location);
        self
    }
}

impl IntoResponse for Answer {
    fn into_response(self) -> Response {
        let mut response = match self.body {
            Some(body) => ([(CONTENT_TYPE, "application/json; charset=utf-8")], Body::from(body))
                .into_response(),
            None => Body::empty().into_response(),
        };
        *response.status_mut() = self.status;
        if let Some(location) = self.location.and_then(|location| location.parse().ok()) {
            response.headers_mut().insert(LOCATION, location);
        }
        response
    }
}
