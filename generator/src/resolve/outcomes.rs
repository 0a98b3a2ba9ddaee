//! The results of calls: from the responses of an operation to the value that an awaited call
//! resolves to, and to the struct of its headers.

use super::{
    docs,
    names::{NamePool, field_name},
    structs::is_shown_type,
    types::Types,
};
use crate::model::{
    description::{
        self, Api, LongRunning, Operation, Paging, RawFormat, Response, ResponseHeader, Type,
        TypeKind,
    },
    package::{
        Begun, FinalState, HeaderField, HeaderFormat, HeadersModel, List, OtherOutput, Output,
        RustType, StatusEnum, StatusVariant, StreamFormat, VariantBody,
    },
    wire::{Status, TimestampFormat},
};
use indexmap::IndexMap;
use std::collections::HashSet;

/// The value that the call of an operation resolves to. `pool` has the names of the types beside
/// the builder, `name`.
pub fn output(types: &Types, operation: &Operation, name: &str, pool: &mut NamePool) -> Output {
    if let Some(paging) = &operation.paging {
        return Output::List(Box::new(list(types, operation, paging)));
    }
    if let Some(it) = &operation.long_running {
        let (result, final_state) = long_running(types, operation, it);
        return Output::LongRunning { result, final_state };
    }
    let success = &operation.success;
    let with_body = || success.iter().filter(|it| it.body.is_some());
    let Some(first) = with_body().next() else {
        return if tells_existence(success) { Output::Exists } else { Output::Nothing };
    };
    if with_body().all(|it| it.format == first.format)
        && let Some((format, body)) = first.format.zip(first.body.as_ref())
        && let Some(stream) = stream(types, format, body)
    {
        return stream;
    }
    let same = with_body().all(|it| (&it.body, it.format) == (&first.body, first.format));
    let absent = success.iter().any(|it| it.body.is_none() || it.nullable);
    let ty = first.body.as_ref().unwrap_or(&Type::Any);
    match first.format {
        Some(RawFormat::Text) if same && !absent => Output::Text,
        None if same && !absent => Output::Model(types.rust(ty)),
        None if same && !ty.has_encoded() => Output::Optional(types.rust(ty)),
        _ => Output::ByStatus(StatusEnum {
            name: pool.claim(format!("{name}Result")),
            variants: status_variants(types, success),
            has_default: success.iter().any(|it| it.status == Status::Default),
        }),
    }
}

/// A result that arrives little by little.
fn stream(types: &Types, format: RawFormat, body: &Type) -> Option<Output> {
    let format = match (format, body) {
        (RawFormat::Text, _) => return None,
        (RawFormat::Bytes, _) => return Some(Output::Bytes),
        (RawFormat::Lines, _) => StreamFormat::Lines,
        (RawFormat::Events, Type::String(_)) => StreamFormat::TextEvents,
        (RawFormat::Events, _) => StreamFormat::Events,
    };
    Some(Output::Stream { format, item: types.rust(body) })
}

/// The methods that ask for another body of the response, once for each format.
pub fn others(types: &Types, operation: &Operation) -> Vec<OtherOutput> {
    if operation.paging.is_some() || operation.long_running.is_some() {
        return Vec::new();
    }
    let mut others: Vec<OtherOutput> = Vec::new();
    for it in operation.success.iter().flat_map(|it| &it.others) {
        let Some(output) = stream(types, it.format, &it.body) else { continue };
        let method = match it.format {
            RawFormat::Events => "events",
            RawFormat::Lines => "lines",
            RawFormat::Bytes | RawFormat::Text => "bytes",
        };
        if others.iter().all(|other| other.method != method) {
            others.push(OtherOutput { method, output, media_types: it.media_types.clone() });
        }
    }
    others
}

/// Returns `true` if the only result is the existence of the resource: a success, or 404.
fn tells_existence(success: &[Response]) -> bool {
    let is_there = |it: &Response| match it.status {
        Status::Code(code) => (200..300).contains(&code),
        Status::Class(digit) => digit == 2,
        Status::Default => false,
    };
    success.iter().any(|it| it.status == Status::Code(404)) && success.iter().any(is_there)
}

fn status_variants(types: &Types, success: &[Response]) -> Vec<StatusVariant> {
    let mut pool = NamePool::with(["Self"]);
    let variants = success.iter().map(|response| StatusVariant {
        name: pool.claim(status_name(response.status)),
        status: response.status,
        docs: docs::markdown_or(response.docs.as_deref(), || format!("{:?}.", response.status)),
        body: match (&response.body, response.format) {
            (None, _) => VariantBody::Nothing,
            (Some(_), Some(RawFormat::Bytes)) => VariantBody::Bytes,
            (Some(_), Some(_)) => VariantBody::Text,
            (Some(ty), None) => {
                let ty = types.rust(ty);
                let boxed = matches!(ty, RustType::Struct(_));
                let debug = boxed || matches!(ty, RustType::Union(_));
                VariantBody::Json { ty, boxed, debug }
            }
        },
    });
    variants.collect()
}

/// The name of a status in RFC 9110, for those that can mean success.
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

fn list(types: &Types, operation: &Operation, paging: &Paging) -> List {
    let Paging { page: _, items, required, item, next_link } = paging;
    let begun = operation.long_running.as_ref().map(|it| {
        let (page, final_state) = long_running(types, operation, it);
        match page {
            Some(page) => Begun { page, final_state },
            // The description says that there is a page, but not which.
            None => Begun { page: RustType::Any, final_state: FinalState::Unspecified },
        }
    });
    List {
        item: types.rust(item),
        items: items.clone(),
        required: *required,
        next_link: next_link.clone(),
        begun,
    }
}

fn long_running(
    types: &Types,
    operation: &Operation,
    it: &LongRunning,
) -> (Option<RustType>, FinalState) {
    let success = &operation.success;
    let mut body = it.result.as_ref().or(success.iter().find_map(|it| it.body.as_ref()));
    let final_state = match it.final_state {
        _ if body.is_none() => FinalState::Nothing,
        None => FinalState::Unspecified,
        Some(description::FinalState::Location) => FinalState::Location,
        Some(description::FinalState::OriginalUri) => FinalState::OriginalUri,
        Some(
            description::FinalState::AzureAsyncOperation
            | description::FinalState::OperationLocation,
        ) => {
            let property = |name: &str| match &types.model(body?)?.kind {
                TypeKind::Struct(it) => it.properties.iter().find(|it| it.name == name),
                _ => None,
            };
            match (property("status"), property("result")) {
                // The response that tells the status has the result inside.
                (Some(_), Some(result)) => {
                    body = Some(&result.ty);
                    FinalState::StatusResult
                }
                (None, _) if it.result.is_some() => FinalState::StatusResult,
                _ => FinalState::Status,
            }
        }
    };
    (body.map(|body| types.rust(body)), final_state)
}

/// The headers of successful responses, as a struct beside the builder `name`.
pub fn headers(
    types: &Types,
    operation: &Operation,
    name: &str,
    pool: &mut NamePool,
) -> Option<HeadersModel> {
    let mut fields_pool = NamePool::default();
    let mut seen = HashSet::new();
    let all = operation.success.iter().flat_map(|it| &it.headers);
    let fields: Vec<HeaderField> = all
        .filter(|header| seen.insert(header.name.to_ascii_lowercase()))
        .map(|header| {
            let (ty, format) = header_type(types, &header.ty);
            HeaderField {
                name: fields_pool.claim(header_name(header)),
                wire_name: header.name.clone(),
                docs: docs::markdown_or(header.docs.as_deref(), || format!("`{}`.", header.name)),
                debug: is_shown_type(&ty, header.name.to_ascii_lowercase().ends_with("id")),
                ty,
                format,
            }
        })
        .collect();
    (!fields.is_empty())
        .then(|| HeadersModel { name: pool.claim(format!("{name}Headers")), fields })
}

/// Header names are case-insensitive (RFC 9110, section 5.1), so case separates no words in them,
/// least of all in `ETag`.
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
        RustType::IntegerEnum { .. } => (RustType::I64, HeaderFormat::Number),
        ty @ RustType::Timestamp(TimestampFormat::UnixTime) => (ty, HeaderFormat::UnixTime),
        ty @ RustType::Map(_) => (ty, HeaderFormat::Prefix),
        ty @ RustType::Timestamp(_) => (ty, HeaderFormat::Time),
        ty @ RustType::Enum { .. } => (ty, HeaderFormat::Text),
        _ => (RustType::String, HeaderFormat::Text),
    }
}

/// The overlays whose items appear in the signatures of calls, and those items.
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
        show("page", &["BadItem", "Page"]);
        show("pager", &["Items", "Pages"]);
    }
    let has_format = |format| {
        let success = || api.operations.iter().flat_map(|it| &it.success);
        success().any(|it| it.format == Some(format))
            || success().flat_map(|it| &it.others).any(|it| it.format == format)
    };
    if has_format(RawFormat::Lines) {
        show("json_lines", &["JsonLines"]);
    }
    if has_format(RawFormat::Events) {
        show("server_sent_events", &["Event", "Events"]);
    }
    if api.operations.iter().any(|it| it.long_running.is_some()) {
        show("long_running", &["PollContinuation"]);
        show("poller", &["Poller", "Progress"]);
    }
    overlays
}

/// The name of an operation's method. Azure's guidelines for Rust let the methods of long-running
/// operations start with `begin`.
pub fn method(operation: &Operation, name: &str) -> String {
    let is_plain = operation.long_running.is_none() || name.to_lowercase().starts_with("begin");
    if is_plain { name.to_owned() } else { format!("begin_{name}") }
}
