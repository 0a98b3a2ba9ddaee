//! The facts about operations that need no names: paths, media types, statuses, idempotency.

use super::{calls::Draft, endpoints, names::constant_name};
use crate::model::{
    description::{self, Api, OwnServer},
    package::{Argument, CallServer, ContentType, Operation, Output, PathValue, Setter, Target},
    wire::{BodyFormat, Method, ParameterLocation, ParameterStyle, Status},
};

/// The constant of the operation, for the builder `name`.
pub fn operation(
    draft: &Draft,
    name: &str,
    values: &[PathValue],
    arguments: &[Argument],
    setters: &[Setter],
) -> Operation {
    let operation = draft.operation;
    Operation {
        constant: operation_name(name),
        name: format!("{}.{}", draft.client, draft.method),
        method: operation.method,
        path: rust_path(&path_template(operation), values, arguments),
        content_type: content_type(operation),
        success: success(operation),
        names: names(arguments, setters),
    }
}

/// The wire names and the Rust names of the parameters outside of the path, where they differ.
fn names(arguments: &[Argument], setters: &[Setter]) -> Vec<(String, String)> {
    let arguments = arguments.iter().map(|it| (&it.target, &it.wire_name, &it.name));
    let setters = setters.iter().map(|it| (&it.target, &it.wire_name, &it.name));
    let names = arguments.chain(setters).filter_map(|(target, wire_name, name)| {
        let is_renamed = matches!(target, Target::Parameter { .. }) && wire_name != name;
        is_renamed.then(|| (wire_name.clone(), name.clone()))
    });
    names.collect()
}

/// The constant of an operation. A builder such as `V2` would have the same name.
fn operation_name(builder: &str) -> String {
    let name = constant_name(builder);
    if name == builder { name + "_" } else { name }
}

/// Returns `true` if the service carries out a call only once, even if the call is sent several
/// times.
pub fn is_idempotent(operation: &description::Operation, output: &Output) -> bool {
    let format = operation.body.as_ref().map(|it| it.format);
    match (operation.method, output) {
        (Method::Delete | Method::Get | Method::Head | Method::Put, _) => true,
        (_, Output::List(list)) if list.begun.is_none() => true,
        (Method::Patch, _) if format == Some(BodyFormat::MergePatch) => true,
        _ => {
            let mut parameters = operation.parameters.iter().filter(|it| it.constant.is_none());
            parameters.any(|it| it.name.eq_ignore_ascii_case("repeatability-request-id"))
        }
    }
}

/// The path, in which `+` marks what is sent without percent-encoding, as in RFC 6570, `*` what is
/// expanded already, and `?` what may be empty.
pub fn path_template(operation: &description::Operation) -> String {
    let parameters = operation.parameters.iter();
    let marked = parameters.filter(|it| it.location == ParameterLocation::Path).filter_map(|it| {
        let mark = match it.style? {
            ParameterStyle::Raw => '+',
            ParameterStyle::Expanded(_) if it.required => '*',
            ParameterStyle::Expanded(_) => '?',
            _ => return None,
        };
        Some((mark, &it.name))
    });
    marked.fold(operation.path.clone(), |path, (mark, name)| {
        path.replace(&format!("{{{name}}}"), &format!("{{{mark}{name}}}"))
    })
}

/// The path with the names in Rust, which errors about its values show.
fn rust_path(template: &str, values: &[PathValue], arguments: &[Argument]) -> String {
    let mut pieces = template.split('{');
    let mut path = pieces.next().unwrap_or_default().to_owned();
    for (piece, value) in pieces.zip(values) {
        let name = match value {
            PathValue::Held(name) => name,
            PathValue::Argument(index, _) => &arguments[*index].name,
        };
        let mark = piece.strip_prefix(['+', '*', '?']).map_or("", |_| &piece[..1]);
        let rest = piece.split_once('}').map_or("", |(_, rest)| rest);
        path.push_str(&format!("{{{mark}{name}}}{rest}"));
    }
    path
}

fn content_type(operation: &description::Operation) -> Option<ContentType> {
    let body = operation.body.as_ref()?;
    match (body.format, &body.content_type) {
        // Forms have a media type with a boundary.
        (BodyFormat::Form | BodyFormat::Multipart, _) => None,
        (_, Some(name)) => Some(ContentType::Other(name.clone())),
        (BodyFormat::MergePatch, None) => Some(ContentType::MergePatch),
        (_, None) => Some(ContentType::Json),
    }
}

/// The server of its own.
pub fn server(api: &Api, operation: &description::Operation) -> Option<CallServer> {
    let OwnServer { template, url } = operation.server.clone()?;
    Some(CallServer { template, url, endpoint: endpoints::default(&api.endpoint) })
}

/// The status codes of success, as [`Operation::success`] has them.
fn success(operation: &description::Operation) -> Vec<u16> {
    let statuses = operation.success.iter().map(|it| match it.status {
        Status::Code(status) | Status::Class(status) => Some(status),
        Status::Default => None,
    });
    let statuses: Vec<Option<u16>> = statuses.collect();
    if statuses == [None] {
        return Vec::new();
    }
    let mut statuses: Vec<u16> = statuses.into_iter().map(|it| it.unwrap_or(2)).collect();
    statuses.sort_unstable();
    statuses.dedup();
    statuses
}

/// The media types of the responses, unless they are JSON alone.
pub fn accept(operation: &description::Operation) -> Option<String> {
    let mut types: Vec<&str> = Vec::new();
    for response in operation.success.iter().filter(|it| it.body.is_some()) {
        let media_type = response.media_type.as_deref().unwrap_or("application/json");
        if !types.contains(&media_type) {
            types.push(media_type);
        }
    }
    (!types.is_empty() && types != ["application/json"]).then(|| types.join(", "))
}
