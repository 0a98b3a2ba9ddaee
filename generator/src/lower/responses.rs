//! Responses: what their bodies and headers are, and which of them mean success.

use super::{
    Lowering, extensions,
    media_types::{Media, essence},
};
use crate::model::{
    description::{RawFormat, Response, ResponseHeader, Type},
    source::Place,
    wire::{Method, Status},
};
use openapiv3::ParameterSchemaOrContent;
use serde_json::Value;

/// A response on its way to the model.
struct Described {
    status: Status,
    place: Place,
    response: openapiv3::Response,
    /// What `x-ms-error-response` says.
    is_error: Option<bool>,
}

/// A body, without what its response says.
#[derive(Default)]
struct Body {
    ty: Option<Type>,
    format: Option<RawFormat>,
    nullable: bool,
    media_type: Option<String>,
}

/// The names of inline bodies, and what was given them.
struct Names<'a> {
    operation: &'a str,
    given: Vec<(Value, String)>,
}

impl Lowering<'_> {
    /// The responses of success and of failure.
    pub fn lower_responses(
        &mut self,
        operation: &Place,
        method: Method,
        inline: &str,
    ) -> (Vec<Response>, Vec<Response>) {
        let place = operation.child("responses");
        let described = self.described(&place);
        let has_success = described.iter().any(|it| is_success(it, method) == Some(true));
        let mut names = Names { operation: inline, given: Vec::new() };
        let (mut success, mut errors) = (Vec::new(), Vec::new());
        for it in &described {
            // What is left for `default` is success where nothing else is.
            let succeeds = is_success(it, method).unwrap_or(!has_success);
            let lowered = self.lower_response(it, succeeds, method, &mut names);
            if succeeds { success.push(lowered) } else { errors.push(lowered) }
        }
        if success.is_empty() && !self.has_problem_in(&place) {
            self.problem(&place, "no response means success");
        }
        errors.sort_by_key(|it| it.status);
        success.sort_by_key(|it| it.status);
        self.check_formats(&place, &success);
        (success, errors)
    }

    fn described(&mut self, responses: &Place) -> Vec<Described> {
        let mut described = Vec::new();
        for (code, place) in self.entries(responses) {
            if code.starts_with("x-") {
                continue;
            }
            let Some(status) = lower_status(&code) else {
                self.refuse(&place, &format!("the status {code:?}"));
                continue;
            };
            // A reference may have words of its own beside it.
            let beside = self.documents.value(&place).and_then(|it| it.get("x-ms-error-response"));
            let beside = beside.and_then(Value::as_bool);
            let resolved = self.resolve::<openapiv3::Response>(&place);
            let Some((place, response)) = resolved else { continue };
            let inside = response.extensions.get("x-ms-error-response").and_then(Value::as_bool);
            described.push(Described { status, place, response, is_error: beside.or(inside) });
        }
        described
    }

    fn lower_response(
        &mut self,
        described: &Described,
        succeeds: bool,
        method: Method,
        names: &mut Names,
    ) -> Response {
        let Described { status, place, response, .. } = described;
        let body = match (method, succeeds) {
            // There is none, whatever the description says (RFC 9110, section 9.3.2).
            (Method::Head, _) => Body::default(),
            (_, true) => self.lower_success_body(place, response, *status, names),
            (_, false) => self.lower_error_body(place, response, *status, names),
        };
        let headers = self.lower_headers(place, names.operation);
        Response {
            status: *status,
            docs: Some(response.description.clone()),
            body: body.ty,
            format: body.format,
            nullable: body.nullable,
            media_type: body.media_type,
            headers,
        }
    }

    fn lower_success_body(
        &mut self,
        place: &Place,
        response: &openapiv3::Response,
        status: Status,
        names: &mut Names,
    ) -> Body {
        let place = place.child("content");
        let Some((name, media)) = self.chosen_media(&place, response) else {
            if !response.content.is_empty() {
                let listed: Vec<_> = response.content.keys().map(|it| format!("{it:?}")).collect();
                let what = format!("the content type {} of a response", listed.join(" or "));
                self.refuse(&place, &what);
            }
            return Body::default();
        };
        let schema = place.child(&name).child("schema");
        let (ty, format) = match media {
            Media::Json if self.documents.value(&schema).is_none() => return Body::default(),
            Media::Json => (self.lower_inline_body(&schema, status, "Response", names), None),
            Media::Text => (Type::String(None), Some(RawFormat::Text)),
            Media::Bytes => (Type::Bytes, Some(RawFormat::Bytes)),
        };
        let nullable = self.documents.value(&schema).and_then(|it| it.get("nullable"));
        Body {
            ty: Some(ty),
            format,
            nullable: nullable.and_then(Value::as_bool).unwrap_or_default(),
            media_type: (essence(&name) != "application/json").then_some(name),
        }
    }

    /// An error is shown whatever its body is; a model is made of it where it is JSON.
    fn lower_error_body(
        &mut self,
        place: &Place,
        response: &openapiv3::Response,
        status: Status,
        names: &mut Names,
    ) -> Body {
        let place = place.child("content");
        let Some((name, Media::Json)) = self.chosen_media(&place, response) else {
            return Body::default();
        };
        let schema = place.child(&name).child("schema");
        if self.documents.value(&schema).is_none() {
            return Body::default();
        }
        Body {
            ty: Some(self.lower_inline_body(&schema, status, "Error", names)),
            ..Body::default()
        }
    }

    /// An inline schema is named by the operation; another one of the same operation by its
    /// status too.
    fn lower_inline_body(
        &mut self,
        schema: &Place,
        status: Status,
        kind: &str,
        names: &mut Names,
    ) -> Type {
        let value = self.documents.value(schema).cloned().unwrap_or_default();
        let plain = format!("{}{kind}", names.operation);
        let same =
            names.given.iter().find(|(other, name)| *other == value && name.starts_with(&plain));
        let name = match same {
            Some((_, name)) => name.clone(),
            None if names.given.iter().all(|(_, name)| *name != plain) => plain,
            None => format!("{plain}{status:?}"),
        };
        if value.get("$ref").is_none() {
            names.given.push((value, name.clone()));
        }
        self.lower_schema(schema, &name)
    }

    /// Text and models can be told apart by their status; bytes are given before they are read.
    fn check_formats(&mut self, place: &Place, success: &[Response]) {
        let bodies = success.iter().filter(|it| it.body.is_some());
        let (bytes, others): (Vec<_>, Vec<_>) =
            bodies.partition(|it| it.format == Some(RawFormat::Bytes));
        if !bytes.is_empty() && !others.is_empty() {
            self.refuse(place, "a response of bytes beside one of something else");
        }
    }

    fn lower_headers(&mut self, response: &Place, operation: &str) -> Vec<ResponseHeader> {
        let mut headers = Vec::new();
        for (name, place) in self.entries(&response.child("headers")) {
            // It tells what the body is (OpenAPI 3.0.3, "Response Object").
            if name.eq_ignore_ascii_case("content-type") {
                continue;
            }
            let Some((place, header)) = self.resolve::<openapiv3::Header>(&place) else { continue };
            if header.extensions.contains_key("x-ms-header-collection-prefix") {
                self.refuse(&place, "`x-ms-header-collection-prefix`");
                continue;
            }
            let ty = match &header.format {
                ParameterSchemaOrContent::Schema(_) => {
                    let inline = format!("{operation}{}", heck::AsUpperCamelCase(&name));
                    self.lower_header_value(&place.child("schema"), &inline)
                }
                ParameterSchemaOrContent::Content(_) => Type::String(None),
            };
            headers.push(ResponseHeader {
                client_name: extensions::text(&header.extensions, "x-ms-client-name"),
                docs: header.description,
                place,
                ty,
                name,
            });
        }
        headers
    }

    /// The type of a single value; the text of what is several.
    fn lower_header_value(&mut self, schema: &Place, inline: &str) -> Type {
        let Some((_, value)) = self.resolve::<Value>(schema) else { return Type::String(None) };
        match value.get("type").and_then(Value::as_str) {
            Some("string" | "integer" | "number" | "boolean") => self.lower_schema(schema, inline),
            _ => Type::String(None),
        }
    }
}

/// `None` for what is only success where nothing else is.
fn is_success(it: &Described, method: Method) -> Option<bool> {
    if let Some(is_error) = it.is_error {
        return Some(!is_error);
    }
    match it.status {
        Status::Default => None,
        // Whether there is something is what is asked for.
        Status::Code(404) if method == Method::Head => Some(it.response.content.is_empty()),
        Status::Code(code) => Some((200..400).contains(&code)),
        Status::Class(digit) => Some(matches!(digit, 2 | 3)),
    }
}

fn lower_status(code: &str) -> Option<Status> {
    if code == "default" {
        return Some(Status::Default);
    }
    if let Some(digit) = code.strip_suffix("XX").or(code.strip_suffix("xx")) {
        return digit.parse().ok().filter(|it| (1..6).contains(it)).map(Status::Class);
    }
    code.parse().ok().filter(|it| (100..600).contains(it)).map(Status::Code)
}
