//! Errors of arguments and of responses.

use crate::runtime::header;
use azure_core::{
    error::{Error, ErrorKind},
    http::{RawResponse, headers::ERROR_CODE},
};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use std::{borrow::Cow, iter, mem, sync::Arc};

/// The error for an argument that cannot be sent.
pub(crate) fn refused(message: impl Into<Cow<'static, str>>) -> Error {
    Error::with_message(ErrorKind::Other, message)
}

/// The error for a response with an unexpected status.
///
/// The error of `azure_core` loses the code and the message if a string contains an escape, or if
/// the object has another name. It then shows the whole body.
pub(crate) fn unexpected_status(response: RawResponse) -> Error {
    let status = response.status();
    if status.is_success() {
        let reason = status.canonical_reason();
        return of_response(response, None, format!("the status {status} {reason} is unexpected"));
    }
    let (code, message) = code_and_message(&response);
    let named = code.as_deref().map_or_else(|| status.canonical_reason(), Cow::from);
    let text = format!("{status} {named}{message}");
    of_response(response, code, text)
}

/// The error for a long-running operation that failed or was canceled, as `how` says.
pub(crate) fn failed(response: RawResponse, how: &str) -> Error {
    let (code, message) = code_and_message(&response);
    let named = code.iter().map(|code| format!(": {code}")).collect::<String>();
    let text = format!("{how}{named}{message}");
    of_response(response, code, text)
}

/// The code, and `: message`. In `application/problem+json` (RFC 9457), the message is `detail` or
/// `title`.
fn code_and_message(response: &RawResponse) -> (Option<String>, String) {
    let error = error_object(response.body());
    let member_text = |name: &&str| {
        let text = member(error.as_ref()?, |key| key == *name)?.as_str();
        text.filter(|text| !text.is_empty())
    };
    let header = header::find(response.headers(), &ERROR_CODE).filter(|code| !code.is_empty());
    let message = ["message", "detail", "title"].iter().find_map(member_text);
    (
        header.or_else(|| member_text(&"code")).map(str::to_owned),
        message.map(|message| format!(": {message}")).unwrap_or_default(),
    )
}

fn of_response(response: RawResponse, error_code: Option<String>, text: String) -> Error {
    let status = response.status();
    let raw_response = Some(Box::new(response));
    Error::with_message(ErrorKind::HttpResponse { status, error_code, raw_response }, text)
}

/// Reads the body of the response that an error is, or has among its sources.
pub(crate) fn body<T: DeserializeOwned>(error: &Error) -> Option<T> {
    serde_json::from_slice(response(error)?.1).ok()
}

/// The code and the body of the response that an error is, or has among its sources. The error of the
/// response may be shared.
pub(crate) fn response(error: &Error) -> Option<(Option<&str>, &[u8])> {
    sources(error).find_map(|error| {
        let shared = error.downcast_ref::<Arc<Error>>().map(|shared| &**shared);
        match shared.or_else(|| error.downcast_ref::<Error>())?.kind() {
            ErrorKind::HttpResponse { error_code, raw_response, .. } => {
                let body = raw_response.as_ref().map(|response| response.body().as_ref());
                Some((error_code.as_deref(), body.unwrap_or_default()))
            }
            _ => None,
        }
    })
}

/// The error and its sources.
pub(crate) fn sources(error: &Error) -> impl Iterator<Item = &(dyn std::error::Error + 'static)> {
    let first: &(dyn std::error::Error + 'static) = error;
    iter::successors(Some(first), |error| error.source())
}

/// The object in the body of an error response that describes the error: the member `error`, else
/// another one whose name ends in `error`, else the body itself.
pub(crate) fn error_object(body: &[u8]) -> Option<Map<String, Value>> {
    let Value::Object(mut body) = serde_json::from_slice(body).ok()? else { return None };
    let mut take = |is_wanted: fn(&str) -> bool| {
        let mut members = body.iter_mut().filter(|(key, _)| is_wanted(&key.to_ascii_lowercase()));
        members.find_map(|(_, value)| value.as_object_mut().map(mem::take))
    };
    let error = take(|key| key == "error")
        .or_else(|| take(|key| key.ends_with("error") && !key.ends_with("innererror")));
    error.or(Some(body))
}

/// The first member whose name in lower case is `wanted`.
pub(crate) fn member(object: &Map<String, Value>, wanted: impl Fn(&str) -> bool) -> Option<&Value> {
    object.iter().find(|(key, _)| wanted(&key.to_ascii_lowercase())).map(|(_, value)| value)
}
