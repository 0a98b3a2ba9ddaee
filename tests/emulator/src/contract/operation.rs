//! One operation of a description, and how requests and responses are validated by it.

use super::{Documents, Place};
use crate::{identifier::lower_clouds, version::ApiVersion};
use axum::http::{HeaderMap, StatusCode, header::CONTENT_TYPE};
use jsonschema::{Validator, error::ValidationErrorKind};
use serde_json::Value;
use std::collections::HashMap;

/// One of the two APIs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Api {
    Chat,
    Identity,
}

impl Api {
    pub fn of_path(path: &str) -> Self {
        match path.starts_with("/chat") {
            true => Self::Chat,
            false => Self::Identity,
        }
    }
}

#[derive(Debug)]
pub(crate) struct Operation {
    pub id: String,
    pub api: Api,
    /// The versions that have the operation; all of them if empty.
    versions: Vec<String>,
    parameters: Vec<Parameter>,
    body: Option<RequestBody>,
    /// By status or `default`; without a validator when the response has no body.
    responses: HashMap<String, Option<Validator>>,
    /// For errors whose status the description does not list.
    error: Validator,
}

#[derive(Debug)]
struct Parameter {
    name: String,
    in_header: bool,
    required: bool,
    is_text: bool,
    validator: Validator,
}

#[derive(Debug)]
struct RequestBody {
    required: bool,
    by_content_type: HashMap<String, Validator>,
}

/// How a request or a response differs from its description.
#[derive(Debug)]
pub(crate) struct Mismatch {
    /// The property or the parameter that is wrong, the `target` of the service's errors.
    pub property: String,
    /// Names the JSON pointer, and never quotes the value there.
    pub message: String,
}

impl Operation {
    pub(super) fn read(documents: &Documents, place: &Place, api: Api) -> Self {
        let text =
            |place: &Place| documents.value(place).and_then(Value::as_str).unwrap_or_default();
        let flag = |place: &Place| documents.value(place).and_then(Value::as_bool).unwrap_or(false);
        let is_merge_patch = |content_type: &str| content_type.contains("merge-patch");

        let parameters = place.child("parameters");
        let parameters = documents
            .children(&parameters)
            .iter()
            .map(|index| documents.follow(parameters.child(index)))
            // Path parameters are plain text in all operations, so any segment is valid.
            .filter(|parameter| text(&parameter.child("in")) != "path")
            .map(|parameter| Parameter {
                name: text(&parameter.child("name")).to_owned(),
                in_header: text(&parameter.child("in")) == "header",
                required: flag(&parameter.child("required")),
                is_text: text(&parameter.child("schema").child("type")) == "string",
                validator: documents.validator(&parameter.child("schema")),
            })
            .collect();

        let body = documents.follow(place.child("requestBody"));
        let content = body.child("content");
        let body = documents.value(&body).is_some().then(|| RequestBody {
            required: flag(&body.child("required")),
            by_content_type: documents
                .children(&content)
                .into_iter()
                .map(|content_type| {
                    let schema = content.child(&content_type).child("schema");
                    let validator = match is_merge_patch(&content_type) {
                        true => documents.patch_validator(&schema),
                        false => documents.request_validator(&schema),
                    };
                    (content_type, validator)
                })
                .collect(),
        });

        let responses = place.child("responses");
        let responses = documents
            .children(&responses)
            .into_iter()
            .map(|status| {
                let response = documents.follow(responses.child(&status));
                let schema = response.child("content").child("application/json").child("schema");
                let validator = documents.value(&schema).map(|_| documents.validator(&schema));
                (status, validator)
            })
            .collect();

        let error = Place::new("common.yaml", "/components/schemas/CommunicationErrorResponse");
        let id = text(&place.child("operationId")).to_owned();
        let versions = place.child("x-api-versions");
        let versions =
            documents.children(&versions).into_iter().map(|index| text(&versions.child(&index)));
        let versions = versions.map(str::to_owned).collect();
        Self { id, api, versions, parameters, body, responses, error: documents.validator(&error) }
    }

    pub fn exists_in(&self, version: ApiVersion) -> bool {
        self.versions.is_empty() || self.versions.iter().any(|own| own == version.name())
    }

    /// Validates a request and returns its body as JSON, `null` if there is none.
    pub fn check_request(
        &self,
        query: &[(String, String)],
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Value, Mismatch> {
        for parameter in &self.parameters {
            parameter.check(query, headers)?;
        }
        let Some(described) = &self.body else {
            // A body where none is described is ignored: some clients send `{}`.
            return Ok(Value::Null);
        };
        if body.is_empty() && !described.required {
            return Ok(Value::Null);
        }
        let content_type = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let content_type = content_type.unwrap_or_default().split(';').next().unwrap_or_default();
        let Some(validator) = described.by_content_type.get(content_type.trim()) else {
            let described: Vec<_> = described.by_content_type.keys().map(String::as_str).collect();
            return Err(Mismatch {
                property: "Content-Type".to_owned(),
                message: format!("The content type has to be {}.", described.join(" or ")),
            });
        };
        let mut body = serde_json::from_slice(body).map_err(|error| Mismatch {
            property: "body".to_owned(),
            message: format!(
                "The body is not JSON: line {}, column {}.",
                error.line(),
                error.column()
            ),
        })?;
        lower_clouds(&mut body);
        validate(validator, &body, "body")?;
        Ok(body)
    }

    /// Validates the emulator's own response.
    pub fn check_response(&self, status: StatusCode, body: &[u8]) -> Result<(), Mismatch> {
        let described =
            self.responses.get(status.as_str()).or_else(|| self.responses.get("default"));
        let is_error = status.is_client_error() || status.is_server_error();
        let validator = match described {
            Some(validator) => validator.as_ref(),
            None if is_error => Some(&self.error),
            None => {
                let message = format!("The description has no response {status}.");
                return Err(Mismatch { property: "status".to_owned(), message });
            }
        };
        match validator {
            // The service sends errors without a body although all errors have one in the description.
            _ if body.is_empty() && is_error => Ok(()),
            None if body.is_empty() => Ok(()),
            None => Err(Mismatch {
                property: "body".to_owned(),
                message: format!("The response {status} has a body, and the description none."),
            }),
            Some(validator) => match serde_json::from_slice(body) {
                Ok(body) => validate(validator, &body, "body"),
                Err(_) => Err(Mismatch {
                    property: "body".to_owned(),
                    message: "The body is not JSON.".to_owned(),
                }),
            },
        }
    }
}

impl Parameter {
    fn check(&self, query: &[(String, String)], headers: &HeaderMap) -> Result<(), Mismatch> {
        let text = match self.in_header {
            true => headers.get(&self.name).map(|value| value.to_str().unwrap_or_default()),
            false => {
                query.iter().find(|(name, _)| *name == self.name).map(|(_, value)| value.as_str())
            }
        };
        match text {
            Some(text) => {
                let number = || serde_json::from_str(text).unwrap_or_else(|_| text.into());
                let value = if self.is_text { text.into() } else { number() };
                validate(&self.validator, &value, &self.name)
            }
            None if self.required => Err(Mismatch {
                property: self.name.clone(),
                message: format!("The parameter {} is missing.", self.name),
            }),
            None => Ok(()),
        }
    }
}

/// Returns the first thing that is wrong with a value. `whole` names the value itself.
fn validate(validator: &Validator, value: &Value, whole: &str) -> Result<(), Mismatch> {
    let Err(error) = validator.validate(value) else {
        return Ok(());
    };
    let mut pointer = error.instance_path().to_string();
    if let ValidationErrorKind::Required { property: Value::String(missing) } = error.kind() {
        pointer = format!("{pointer}/{missing}");
    }
    // The target is the property of the body: `/scopes/0` is about `scopes`.
    let property = pointer.split('/').nth(1).unwrap_or(whole).to_owned();
    let place = if pointer.is_empty() { whole } else { &pointer };
    Err(Mismatch { property, message: format!("{place}: {}.", error.masked()) })
}
