//! What calls give: from the responses of an operation to the value that it is awaited for, and
//! to the headers that come with it.

use super::{
    docs, models,
    names::{NamePool, field_name},
    types::Types,
};
use crate::model::{
    description::{
        self, Api, LongRunning, Operation, RawFormat, Response, ResponseHeader, Type, TypeKind,
    },
    package::{
        Client, FinalState, HeaderField, HeaderFormat, HeadersModel, Output, RustType, StatusEnum,
        StatusVariant, VariantBody,
    },
    wire::{Status, TimestampFormat},
};
use indexmap::IndexMap;
use std::collections::HashSet;

/// What awaiting the call `name` gives.
pub fn output(types: &Types, operation: &Operation, name: &str) -> Output {
    if let Some(it) = &operation.long_running {
        return long_running(types, operation, it);
    }
    if let Some((name, page, definition)) = models::page(types, operation) {
        let says_more = types.says_more(definition);
        return Output::List {
            page: name,
            item: page.item,
            whole: says_more.then(|| models::name_of(types, definition)),
        };
    }
    let success = &operation.success;
    let with_body = || success.iter().filter(|it| it.body.is_some());
    let Some(first) = with_body().next() else {
        return if tells_existence(success) { Output::Exists } else { Output::Nothing };
    };
    let same = with_body().all(|it| (&it.body, it.format) == (&first.body, first.format));
    let absent = success.iter().any(|it| it.body.is_none() || it.nullable);
    let ty = first.body.as_ref().unwrap_or(&Type::Any);
    match first.format {
        Some(RawFormat::Bytes) => Output::Bytes,
        Some(RawFormat::Text) if same && !absent => Output::Text,
        None if same && !absent => Output::Model(types.rust(ty)),
        None if same && !ty.has_encoded() => Output::Optional(types.rust(ty)),
        _ => Output::ByStatus(by_status(types, success, name)),
    }
}

/// Whether the responses say no more than whether there is something.
fn tells_existence(success: &[Response]) -> bool {
    let is_there = |it: &Response| match it.status {
        Status::Code(code) => (200..300).contains(&code),
        Status::Class(digit) => digit == 2,
        Status::Default => false,
    };
    success.iter().any(|it| it.status == Status::Code(404)) && success.iter().any(is_there)
}

fn by_status(types: &Types, success: &[Response], name: &str) -> StatusEnum {
    let mut scope = NamePool::with(&["Self"]);
    let variants = success.iter().map(|response| StatusVariant {
        name: scope.claim(status_name(response.status)),
        status: response.status,
        docs: docs::markdown_or(response.docs.as_deref(), || format!("{:?}.", response.status)),
        body: match (&response.body, response.format) {
            (None, _) => VariantBody::Nothing,
            (Some(_), Some(_)) => VariantBody::Text,
            (Some(ty), None) => VariantBody::Json(types.rust(ty)),
        },
    });
    StatusEnum { name: format!("{name}Result"), variants: variants.collect() }
}

/// The name that RFC 9110 gives a status, for those that may mean success.
fn status_name(status: Status) -> String {
    let name = match status {
        Status::Code(200) => "Ok",
        Status::Code(201) => "Created",
        Status::Code(202) => "Accepted",
        Status::Code(203) => "NonAuthoritativeInformation",
        Status::Code(204) => "NoContent",
        Status::Code(205) => "ResetContent",
        Status::Code(206) => "PartialContent",
        Status::Code(207) => "MultiStatus",
        Status::Code(301) => "MovedPermanently",
        Status::Code(302) => "Found",
        Status::Code(303) => "SeeOther",
        Status::Code(304) => "NotModified",
        Status::Code(307) => "TemporaryRedirect",
        Status::Code(308) => "PermanentRedirect",
        Status::Code(404) => "NotFound",
        Status::Code(code) => return format!("Status{code}"),
        Status::Class(digit) => return format!("Status{digit}xx"),
        Status::Default => "Other",
    };
    name.to_owned()
}

fn long_running(types: &Types, operation: &Operation, it: &LongRunning) -> Output {
    let success = &operation.success;
    let body = it.result.as_ref().or(success.iter().find_map(|it| it.body.as_ref()));
    let final_state = match it.final_state {
        _ if body.is_none() => FinalState::Nothing,
        None => FinalState::Unsaid,
        Some(description::FinalState::Location) => FinalState::Location,
        Some(description::FinalState::OriginalUri) => FinalState::OriginalUri,
        Some(
            description::FinalState::AzureAsyncOperation
            | description::FinalState::OperationLocation,
        ) => {
            let result = it.result.as_ref().and_then(|result| types.model(result));
            // A schema of its own is what the status has in it, or, with a status, that itself.
            match result.map(|result| &result.kind) {
                Some(TypeKind::Struct(it))
                    if it.properties.iter().all(|it| it.name != "status") =>
                {
                    FinalState::StatusResult
                }
                _ => FinalState::Status,
            }
        }
    };
    Output::LongRunning { result: body.map(|body| types.rust(body)), final_state }
}

/// The headers of the responses that mean success, which users have as a struct.
pub fn headers(types: &Types, operation: &Operation, name: &str) -> Option<HeadersModel> {
    let mut scope = NamePool::default();
    let mut seen = HashSet::new();
    let all = operation.success.iter().flat_map(|it| &it.headers);
    let fields: Vec<HeaderField> = all
        .filter(|header| seen.insert(header.name.to_ascii_lowercase()))
        .map(|header| {
            let (ty, form) = header_type(types, &header.ty);
            HeaderField {
                name: scope.claim(header_name(header)),
                wire_name: header.name.clone(),
                docs: docs::markdown_or(header.docs.as_deref(), || format!("`{}`.", header.name)),
                debug: models::shows(&ty, header.name.to_ascii_lowercase().ends_with("id")),
                ty,
                form,
            }
        })
        .collect();
    (!fields.is_empty()).then(|| HeadersModel { name: format!("{name}Headers"), fields })
}

/// Case means nothing in the name of a header (RFC 9110, section 5.1), and that of `ETag` is none of
/// two words.
fn header_name(header: &ResponseHeader) -> String {
    let name = &header.name;
    match &header.client_name {
        Some(name) => field_name(name),
        None if name.contains('-') || name == "ETag" => field_name(&name.to_ascii_lowercase()),
        None => field_name(name),
    }
}

fn header_type(types: &Types, ty: &Type) -> (RustType, HeaderFormat) {
    match types.rust(ty) {
        ty @ RustType::Bool => (ty, HeaderFormat::Boolean),
        ty @ RustType::Bytes => (ty, HeaderFormat::Bytes),
        ty @ (RustType::F32 | RustType::F64 | RustType::I32 | RustType::I64 | RustType::U64) => {
            (ty, HeaderFormat::Number)
        }
        RustType::Timestamp(TimestampFormat::UnixTime) | RustType::IntegerEnum { .. } => {
            (RustType::I64, HeaderFormat::Number)
        }
        ty @ RustType::Timestamp(_) => (ty, HeaderFormat::Time),
        ty @ RustType::Enum { .. } => (ty, HeaderFormat::Text),
        _ => (RustType::String, HeaderFormat::Text),
    }
}

/// What the overlays show that calls have in their signatures.
pub fn overlays(api: &Api) -> IndexMap<String, Vec<String>> {
    let mut overlays = IndexMap::new();
    let mut show = |overlay: &str, items: &[&str]| {
        let items = items.iter().map(|item| (*item).to_owned()).collect();
        overlays.insert(overlay.to_owned(), items);
    };
    if !api.operations.is_empty() {
        show("attempt", &["OutcomeUnknown"]);
    }
    if api.operations.iter().any(|it| it.paging.is_some()) {
        show("continuation", &["Continuation"]);
        show("pager", &["Items", "Page", "Pages"]);
    }
    if api.operations.iter().any(|it| it.long_running.is_some()) {
        show("long_running", &["PollContinuation"]);
        show("poller", &["Poller", "Progress"]);
    }
    overlays
}

/// The method of an operation that the description calls so: where it goes on after the first
/// response, it begins, as Azure's guidelines for Rust have it.
pub fn method(operation: &Operation, name: &str) -> String {
    let is_plain = operation.long_running.is_none() || name.to_lowercase().starts_with("begin");
    if is_plain { name.to_owned() } else { format!("begin_{name}") }
}

/// Gives what stands beside the builders a name that neither they nor another has.
pub fn name_apart(clients: &mut [Client]) {
    let calls = || clients.iter().flat_map(|client| &client.calls);
    let builders: Vec<String> = calls().map(|call| call.name.clone()).collect();
    let builders: Vec<&str> = builders.iter().map(String::as_str).collect();
    let mut scope = NamePool::with(&builders);
    for call in clients.iter_mut().flat_map(|client| &mut client.calls) {
        if let Output::ByStatus(it) = &mut call.output {
            it.name = scope.claim(std::mem::take(&mut it.name));
        }
        if let Some(it) = &mut call.headers {
            it.name = scope.claim(std::mem::take(&mut it.name));
        }
    }
}
