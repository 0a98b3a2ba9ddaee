//! The docs of methods: the operation, its arguments, its result, an example, and its errors.

use super::{calls::Draft, docs, examples::Example, operations::path_template, types::Types};
use crate::model::{
    description::{Operation, Type, TypeKind},
    package::{Argument, OtherOutput, Output, RustType, Setter, StreamFormat, Target},
    wire::Status,
};

impl Draft<'_> {
    /// The docs of the method. `variable` is a name that no argument has.
    pub fn docs(
        &self,
        arguments: &[Argument],
        argument_docs: &[String],
        setters: &[Setter],
        (output, others): (&Output, &[OtherOutput]),
        variable: &str,
    ) -> String {
        let operation = self.operation;
        let mut text =
            docs::markdown_or(operation.docs.as_deref(), || format!("`{}`.", operation.id));
        if !arguments.is_empty() {
            text.push('\n');
        }
        for (argument, docs) in arguments.iter().zip(argument_docs) {
            let line = docs.split_whitespace().collect::<Vec<_>>().join(" ");
            text.push_str(&format!("\n- `{}`: {line}", argument.name));
        }
        let whole = self.types.page(operation);
        if let Some(page) = whole.filter(|page| self.types.has_more_than_items(page)) {
            let model = self.types.name(page);
            text.push_str(&format!(
                "\n\nPages have other properties besides their items: the body of a page's \
                 `response()` is a `models::{model}`."
            ));
        }
        if let Some(server) = &operation.server {
            let url = server.url.as_ref().unwrap_or(&server.template);
            text.push_str(&format!("\n\nIt is sent to `{url}`, and not to the endpoint."));
        }
        let example = Example {
            module: &self.types.path,
            client: self.client,
            variable,
            way: "",
            held: &[],
            method: &self.method,
            arguments,
            setter: first_change(arguments, setters),
            output,
        };
        let others = others.iter().map(|it| {
            let media_types: Vec<_> = it.media_types.iter().map(|it| format!("`{it}`")).collect();
            let media_types = media_types.join(" or ");
            format!(" `.{}()` asks for {media_types}: {}.", it.method, result(&it.output))
        });
        format!(
            "{text}\n\n`{} {}` gives {}.{}\n\n{}\n\n# Errors\n{}",
            operation.method.as_str(),
            path_template(operation),
            result(output),
            others.collect::<String>(),
            example.markdown(),
            errors(self.types, operation),
        )
    }
}

/// The first property that a call can set, if it has no other content.
pub fn first_change<'a>(arguments: &[Argument], setters: &'a [Setter]) -> Option<&'a Setter> {
    let is_content = |target: &Target| matches!(target, Target::Field { .. } | Target::Body);
    if arguments.iter().any(|it| is_content(&it.target)) {
        return None;
    }
    setters.iter().find(|it| is_content(&it.target) && !it.deprecated)
}

/// The result of a call, with a link to its type.
fn result(output: &Output) -> String {
    match output {
        Output::Model(ty) => link(ty),
        Output::Optional(ty) => format!("{}, or `None`", link(ty)),
        Output::Exists => "`true` if the resource exists".to_owned(),
        Output::Text => "a `String`".to_owned(),
        Output::Bytes => "a stream of bytes".to_owned(),
        Output::Stream { format: StreamFormat::Lines, item } => {
            format!("a stream of {}", link(item))
        }
        Output::Stream { item, .. } => format!("a stream of events with {}", link(item)),
        Output::Nothing => "`()`".to_owned(),
        Output::ByStatus(it) => format!("[`{}`]", it.name),
        Output::List(list) => match list.begun {
            Some(_) => format!("a list of {} when the operation ends", link(&list.item)),
            None => format!("a list of {}", link(&list.item)),
        },
        Output::LongRunning { result: Some(ty), .. } => {
            format!("{} when the operation ends", link(ty))
        }
        Output::LongRunning { result: None, .. } => "`()` when the operation ends".to_owned(),
    }
}

/// The type in Markdown, with links to the types of the crate.
fn link(ty: &RustType) -> String {
    let to = |path: String| {
        let name = path.rsplit("::").next().unwrap_or(&path);
        format!("[`{name}`]({path})")
    };
    match ty {
        RustType::Any => to("azure_core::Value".to_owned()),
        RustType::Bool => "a `bool`".to_owned(),
        RustType::Bytes | RustType::BytesUrl => "bytes".to_owned(),
        RustType::F32 => "an `f32`".to_owned(),
        RustType::F64 => "an `f64`".to_owned(),
        RustType::I32 => "an `i32`".to_owned(),
        RustType::I64 => "an `i64`".to_owned(),
        RustType::U64 => "a `u64`".to_owned(),
        RustType::String => "a `String`".to_owned(),
        RustType::Timestamp(_) => to("azure_core::time::OffsetDateTime".to_owned()),
        RustType::Vec(item) => format!("a list of {}", link(item)),
        RustType::Map(value) => format!("a map of {}", link(value)),
        RustType::Option(inner) | RustType::Box(inner) | RustType::Patch(inner) => link(inner),
        RustType::Enum { name, .. }
        | RustType::IntegerEnum(name)
        | RustType::Struct(name)
        | RustType::Union(name) => to(format!("super::models::{name}")),
        RustType::Overlay(path) => {
            to(format!("crate::{}", path.rsplit("::").next().unwrap_or(path)))
        }
        RustType::Path(path) => to(path.clone()),
    }
}

/// The section about the errors of an operation: what reads the bodies of its error responses.
fn errors(types: &Types, operation: &Operation) -> String {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for response in &operation.errors {
        let Some(reader) = response.body.as_ref().and_then(|it| reader(types, it)) else {
            continue;
        };
        let status = match response.status {
            Status::Default => "others".to_owned(),
            status => format!("{status:?}"),
        };
        match found.iter_mut().find(|(known, _)| *known == reader) {
            Some((_, statuses)) => statuses.push(status),
            None => found.push((reader, vec![status])),
        }
    }
    let all = "(super::calls#errors)";
    match &found[..] {
        [] => format!("See [errors]{all}."),
        [(reader, _)] => format!("{reader}; see [all errors]{all}."),
        several => {
            let each = several
                .iter()
                .map(|(it, statuses)| format!("- {}: {it}\n", statuses.join(" and ")));
            format!("By status:\n\n{}\nSee [all errors]{all}.", each.collect::<String>())
        }
    }
}

/// The function that reads the body of an error response, or the type from an overlay that is such
/// a body or a property of it.
fn reader(types: &Types, body: &Type) -> Option<String> {
    let (ty, definition) = (types.rust(body), types.definition(body.name()?)?);
    if matches!(ty, RustType::Overlay(_)) {
        return Some(link(&ty));
    }
    if types.public.contains(definition.name.as_str()) {
        let name = types.name(definition);
        return Some(match body {
            Type::Named(_) => format!("[`{name}::of`](super::models::{name}::of)"),
            _ => link(&ty),
        });
    }
    let TypeKind::Struct(it) = &definition.kind else { return None };
    let mut properties = it.properties.iter().map(|property| types.rust(&property.ty));
    properties.find(|ty| matches!(ty, RustType::Overlay(_))).map(|ty| link(&ty))
}
