//! Calls: from an operation to a method, its arguments, and the setters of what it returns.

use super::{
    docs, models,
    names::{NamePool, constant_name, field_name, type_name},
    outcomes,
    sdk_entry::SdkEntry,
    types::Types,
    variants,
};
use crate::{
    model::{
        description::{Operation, Parameter, Type, TypeKind},
        package::{
            Answer, Argument, Call, CallBody, ConstantParameter, EnumModel, Field, HeldParameter,
            ModelKind, PathValue, Presence, Refusal, RustType, Setter, Target,
        },
        wire::{BodyFormat, ParameterLocation, ParameterStyle, Status},
    },
    sdk::SdkModule,
};

/// The methods that every builder has, and those of `Clone` and `IntoFuture`.
const TAKEN_BY_BUILDERS: &[&str] = &[
    "allow_duplicates",
    "allow_links_to",
    "clone",
    "context",
    "into_future",
    "items",
    "pages",
    "poll_every",
    "poller",
    "prefetch",
    "response",
    "resume",
    "with_response",
];

/// The names in a method's body.
const TAKEN_BY_METHODS: &[&str] = &["body", "call", "nothing"];

/// What the file of a client imports, or has from the prelude.
const TAKEN_BY_CLIENTS: &[&str] = &[
    "ApiKey",
    "AsJson",
    "AuthorizedBy",
    "Base64Text",
    "Body",
    "Arc",
    "Bearer",
    "Box",
    "Call",
    "Clone",
    "Debug",
    "Default",
    "ClientOptions",
    "Cookies",
    "File",
    "Form",
    "HashMap",
    "HttpDate",
    "Into",
    "IntoIterator",
    "Joined",
    "Error",
    "FromHeaders",
    "Headers",
    "Json",
    "List",
    "LongRunning",
    "MergePatch",
    "Method",
    "Multipart",
    "None",
    "OffsetDateTime",
    "Operation",
    "Option",
    "Patch",
    "Plain",
    "Policy",
    "QueryValue",
    "RawQuery",
    "Result",
    "Schemes",
    "RawResponse",
    "Result",
    "SafeDebug",
    "Secret",
    "Self",
    "Serialize",
    "Service",
    "Some",
    "String",
    "TokenCredential",
    "TryFrom",
    "Url",
    "Value",
    "Vec",
];

/// A method of a client that holds some of the path's parameters.
pub fn call(
    types: &Types,
    operation: &Operation,
    sdk: &SdkModule,
    entry: &mut SdkEntry,
    held: &[HeldParameter],
) -> Call {
    let method = field_name(&entry.value.method);
    let name = call_name(entry.value.call.as_deref().unwrap_or(&entry.value.method));
    let mut draft = Draft {
        types,
        operation,
        arguments: Vec::new(),
        setters: Vec::new(),
        argument_names: NamePool::with(match types.flattened(operation) {
            Some(_) => TAKEN_BY_METHODS,
            None => &["call"],
        }),
        setter_names: NamePool::with(TAKEN_BY_BUILDERS),
    };
    let path_values = draft.path_values(entry, held);
    draft.other_parameters(entry);
    let body = draft.body(&name, sdk, entry);
    draft.refusals(entry);
    let answer = draft.answer(entry);
    let Draft { arguments, setters, .. } = draft;
    let uuid_headers = entry.value.uuid_headers.clone();
    for (index, header) in uuid_headers.iter().enumerate() {
        let known = operation.parameters.iter().any(|it| {
            it.location == ParameterLocation::Header && !it.required && it.name == *header
        });
        if !known {
            let message = format!("{} has no optional header {header:?}", operation.id);
            entry.problem(&["uuid_headers", &index.to_string()], message);
        }
    }
    let constants = operation.parameters.iter().filter_map(|it| {
        let (wire_name, location) = (it.name.clone(), it.location);
        it.constant.clone().map(|value| ConstantParameter { wire_name, location, value })
    });
    Call {
        constants: constants.collect(),
        // That is for all calls together to tell.
        authorized_by: None,
        constant: constant_name(&name),
        docs: docs::markdown_or(operation.docs.as_deref(), || format!("`{}`.", operation.id)),
        deprecated: operation.deprecated,
        http_method: operation.method,
        path: path_template(operation),
        success: success(operation),
        accept: accept(operation),
        output: outcomes::output(types, operation, &name),
        headers: outcomes::headers(types, operation, &name),
        method,
        name,
        path_values,
        arguments,
        setters,
        body,
        uuid_headers,
        answer,
    }
}

/// The name of a call's builder.
fn call_name(text: &str) -> String {
    let name = type_name(text);
    if TAKEN_BY_CLIENTS.contains(&name.as_str()) { format!("{name}Call") } else { name }
}

/// What a call is made of so far.
struct Draft<'a, 'b> {
    types: &'b Types<'a>,
    operation: &'b Operation,
    arguments: Vec<Argument>,
    setters: Vec<Setter>,
    argument_names: NamePool,
    setter_names: NamePool,
}

impl Draft<'_, '_> {
    /// The values of the path, in its order. Those that the client does not hold are arguments.
    fn path_values(&mut self, entry: &mut SdkEntry, held: &[HeldParameter]) -> Vec<PathValue> {
        let mut values = Vec::new();
        for wire_name in path_parameters(&self.operation.path) {
            if let Some(it) = held.iter().find(|it| it.wire_name == wire_name) {
                values.push(PathValue::Held(it.name.clone()));
                continue;
            }
            let parameter = self
                .operation
                .parameters
                .iter()
                .find(|it| it.location == ParameterLocation::Path && it.name == wire_name);
            // A path parameter that is not described was reported when the path was read.
            let Some(parameter) = parameter else { continue };
            let given = parameter.client_name.as_ref().unwrap_or(&parameter.name);
            let name = self.argument_names.claim(entry.name_of(wire_name, given));
            let ty = self.types.rust(&parameter.ty);
            let form = parameter.style;
            values.push(PathValue::Argument { name: name.clone(), ty: ty.clone(), form });
            let docs = parameter_docs(parameter);
            let target = Target::Parameter { location: ParameterLocation::Path, form };
            let wire_name = wire_name.to_owned();
            self.arguments.push(Argument { name, wire_name, docs, ty, target });
        }
        values
    }

    fn other_parameters(&mut self, entry: &mut SdkEntry) {
        for parameter in &self.operation.parameters {
            let (location, form) = (parameter.location, parameter.style);
            if location == ParameterLocation::Path || parameter.constant.is_some() {
                continue;
            }
            let target = Target::Parameter { location, form };
            let given = parameter.client_name.as_ref().unwrap_or(&parameter.name);
            let name = entry.name_of(&parameter.name, given);
            let ty = self.types.rust(&parameter.ty);
            let mut docs = parameter_docs(parameter);
            if entry.value.uuid_headers.contains(&parameter.name) {
                docs += "\n\nBy default a new UUID. Retries and clones of the call repeat it.";
            }
            self.add(parameter.required, name, &parameter.name, docs, ty, target);
            if let (false, Some(setter)) = (parameter.required, self.setters.last_mut()) {
                setter.deprecated = parameter.deprecated;
            }
        }
    }

    fn body(&mut self, call: &str, sdk: &SdkModule, entry: &mut SdkEntry) -> CallBody {
        let Some(body) = &self.operation.body else { return CallBody::None };
        let optional = !body.required && !entry.value.always_body;
        let (format, content_type) = (body.format, body.content_type.clone());
        if matches!(format, BodyFormat::Form | BodyFormat::Multipart) {
            return CallBody::Form { multipart: format == BodyFormat::Multipart };
        }
        let Some(definition) = self.types.flattened(self.operation) else {
            let ty = match format {
                BodyFormat::MergePatch => self.types.patched(&body.ty),
                _ => self.types.rust(&body.ty),
            };
            let name = entry.name_of("body", "body");
            let docs = docs::markdown_or(body.docs.as_deref(), || "The body.".to_owned());
            self.add(body.required, name, "body", docs, ty.clone(), Target::Body);
            return CallBody::Whole { ty, required: body.required, format, content_type };
        };
        let special = sdk.types.get(&definition.name);
        let is_patch = format == BodyFormat::MergePatch;
        let model = models::body_model(self.types, definition, special, call, is_patch);
        let ModelKind::Struct(it) = &model.kind else { return CallBody::None };
        for Field { name, wire_name, docs, ty, presence, boxed, .. } in &it.fields {
            let required = matches!(presence, Presence::Required | Presence::Nullable);
            let target = Target::Field { name: name.clone(), presence: *presence, boxed: *boxed };
            let given = entry.name_of(wire_name, name);
            self.add(required, given, wire_name, docs.clone(), ty.clone(), target);
        }
        CallBody::Fields { model, format, content_type, optional }
    }

    /// What is required is an argument, the rest are setters.
    fn add(
        &mut self,
        required: bool,
        name: String,
        wire_name: &str,
        docs: String,
        ty: RustType,
        target: Target,
    ) {
        let wire_name = wire_name.to_owned();
        if required {
            let name = self.argument_names.claim(name);
            self.arguments.push(Argument { name, wire_name, docs, ty, target });
        } else {
            let name = self.setter_names.claim(name);
            self.setters.push(Setter {
                name,
                wire_name,
                docs,
                deprecated: false,
                ty,
                target,
                refused: None,
            });
        }
    }

    /// The values of enums that are refused.
    fn refusals(&mut self, entry: &mut SdkEntry) {
        for (wire_name, refusal) in &entry.value.refuse {
            let setter = self.setters.iter_mut().find(|it| it.wire_name == *wire_name);
            let known = setter.and_then(|it| Some((enum_of(self.types, &it.ty)?, it)));
            let Some(((ty, model), setter)) = known else {
                let id = &self.operation.id;
                let message = format!("{id} has no optional enum property {wire_name:?}");
                entry.problem(&["refuse", wire_name], message);
                continue;
            };
            if matches!(setter.target, Target::Field { presence: Presence::Patch, .. }) {
                let message = "no value of a merge patch is refused: it may be a `null` as well";
                entry.problem(&["refuse", wire_name], message.to_owned());
            }
            if refusal.values.is_empty() {
                let message = "there is no value to refuse".to_owned();
                entry.problem(&["refuse", wire_name, "values"], message);
            }
            let mut variants = Vec::new();
            for (index, value) in refusal.values.iter().enumerate() {
                match model.variants.iter().find(|it| it.value == *value) {
                    Some(variant) => variants.push(variant.name.clone()),
                    None => entry.problem(
                        &["refuse", wire_name, "values", &index.to_string()],
                        format!("{value:?} is no value of {ty}"),
                    ),
                }
            }
            setter.refused = Some(Refusal { ty, variants, message: refusal.message.clone() });
        }
    }

    fn answer(&self, entry: &mut SdkEntry) -> Option<Answer> {
        let mut answers = entry.value.answer_when_empty.iter();
        let (wire_name, json) = answers.next()?;
        if let Some((second, _)) = answers.next() {
            let message = "a call has one such answer".to_owned();
            entry.problem(&["answer_when_empty", second], message);
        }
        if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(json) {
            let message = format!("the answer is no JSON: {error}");
            entry.problem(&["answer_when_empty", wire_name], message);
        }
        let field = self.arguments.iter().find_map(|it| match (&it.target, &it.ty) {
            (Target::Field { name, .. }, RustType::Vec(_) | RustType::Map(_)) => {
                (it.wire_name == *wire_name).then(|| name.clone())
            }
            _ => None,
        });
        if field.is_none() {
            let id = &self.operation.id;
            let message = format!("{id} has no required array or map {wire_name:?}");
            entry.problem(&["answer_when_empty", wire_name], message);
        }
        Some(Answer { when_empty: field?, json: json.clone() })
    }
}

/// What the description says of a parameter.
fn parameter_docs(parameter: &Parameter) -> String {
    let name = || format!("`{}`.", parameter.name);
    docs::markdown_or(parameter.docs.as_deref(), name) + &docs::constraints(&parameter.constraints)
}

/// The enum that a type is, and its variants.
fn enum_of(types: &Types, ty: &RustType) -> Option<(String, EnumModel)> {
    let RustType::Enum { name, .. } = ty else { return None };
    types.api.types.iter().find_map(|definition| match &definition.kind {
        TypeKind::Enum(it) if types.rust(&Type::Named(definition.name.clone())) == *ty => {
            Some((name.clone(), variants::enum_model(it)))
        }
        _ => None,
    })
}

/// The path, where what is sent as it is has a plus sign, as in RFC 6570.
fn path_template(operation: &Operation) -> String {
    let raw = operation.parameters.iter().filter(|it| {
        it.location == ParameterLocation::Path && it.style == Some(ParameterStyle::Raw)
    });
    raw.fold(operation.path.clone(), |path, it| {
        path.replace(&format!("{{{}}}", it.name), &format!("{{+{}}}", it.name))
    })
}

/// The names in braces of a path.
pub fn path_parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// The statuses of success, as [`Call::success`] has them.
fn success(operation: &Operation) -> Vec<u16> {
    let statuses = operation.success.iter().map(|it| match it.status {
        Status::Code(status) | Status::Class(status) => Some(status),
        Status::Default => None,
    });
    let statuses: Vec<Option<u16>> = statuses.collect();
    match &statuses[..] {
        [None] => Vec::new(),
        // Whatever is no error.
        _ => {
            let mut statuses: Vec<u16> = statuses.into_iter().map(|it| it.unwrap_or(2)).collect();
            statuses.sort_unstable();
            statuses.dedup();
            statuses
        }
    }
}

/// The media types to ask for, where they are not JSON alone.
fn accept(operation: &Operation) -> Option<String> {
    let mut types: Vec<&str> = Vec::new();
    for response in operation.success.iter().filter(|it| it.body.is_some()) {
        let media_type = response.media_type.as_deref().unwrap_or("application/json");
        if !types.contains(&media_type) {
            types.push(media_type);
        }
    }
    (!types.is_empty() && types != ["application/json"]).then(|| types.join(", "))
}
