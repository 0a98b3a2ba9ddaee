//! Converts Swagger 2.0 to OpenAPI 3.0.
//!
//! Nothing is lost: what OpenAPI 3.0 cannot express becomes an extension. Moves are recorded for
//! `$ref`s into the file and for problems in it. [`normalize`](super::normalize) walks through all
//! schemas later, and converts them with [`schema::convert`].

mod body;
mod operation;
mod parameter;
mod response;
pub(super) mod schema;
mod security;
mod server;

use super::{
    draft::Draft,
    grammar::{Dialect, Kind, openapi},
    load::{Loaded, LoadedFile},
    moves::{Moves, below},
    reference,
};
use crate::model::source::Place;
use serde_json::{Map, Value, json};
use std::sync::Arc;

type Object = Map<String, Value>;

/// Converts the file at `path`, which is one of `loaded`.
pub(super) fn convert(loaded: &Loaded, path: &Arc<str>, file: &LoadedFile) -> Draft {
    let mut conversion = Conversion { loaded, path, file, moves: Moves::default() };
    // The root comes first, and is replaced as a whole. Other starts may lie in a part that moves
    // with it.
    let mut root = match file.starts.first() {
        Some((pointer, _)) if pointer.is_empty() => Value::Null,
        _ => file.source.value.clone(),
    };
    let mut starts = Vec::new();
    for (from, kind) in &file.starts {
        let to = conversion.moves.target(from);
        let (converted, kind) = conversion.start(kind, from, &to);
        if let Some(value) = root.pointer_mut(&to) {
            *value = converted;
            starts.push((to, kind));
        }
    }
    Draft { written_in: Dialect::Swagger, root, moves: conversion.moves, starts }
}

struct Conversion<'a> {
    loaded: &'a Loaded,
    path: &'a Arc<str>,
    file: &'a LoadedFile,
    moves: Moves,
}

/// A part, perhaps reached through `$ref`s.
struct Resolved<'a> {
    /// The place of its definition, in the dialect of the file.
    place: Place,
    value: &'a Object,
    referred: bool,
}

impl<'a> Conversion<'a> {
    /// Converts the part at `from` in the file, which will be at `to` in the document. Returns it
    /// with its new kind.
    fn start(&mut self, kind: &Kind, from: &str, to: &str) -> (Value, &'static Kind) {
        let value = self.file.source.value.pointer(from).unwrap_or(&Value::Null);
        let Value::Object(object) = value else { return (value.clone(), &openapi::SCHEMA) };
        let (converted, kind) = match kind.name {
            "a description" => (self.description(object), &openapi::DESCRIPTION),
            "a path item" => (self.path_item(object, to), &openapi::PATH_ITEM),
            "a parameter" => {
                (self.named_parameter(object, from, to), self.parameter_kind(value, from))
            }
            "a response" => {
                let produces = self.global("produces");
                (self.response(object, from, to, &produces), &openapi::RESPONSE)
            }
            "a header" => (self.header(object, from, to), &openapi::HEADER),
            _ => (object.clone(), &openapi::SCHEMA),
        };
        (converted.into(), kind)
    }

    fn description(&mut self, source: &'a Object) -> Object {
        let mut description = Object::new();
        description.insert("openapi".to_owned(), "3.0.3".into());
        self.moves.added("/openapi", "/swagger");
        if let Some(info) = source.get("info") {
            description.insert("info".to_owned(), info.clone());
        }
        let servers = self.servers(&self.global("schemes"), "/servers");
        if !servers.is_empty() {
            description.insert("servers".to_owned(), servers.into());
        }
        let mut components = Object::new();
        for (field, value) in source {
            match (&**field, value) {
                ("info" | "swagger" | "host" | "basePath" | "schemes", _) => {}
                ("consumes" | "produces" | "x-ms-parameterized-host", _) => {}
                ("definitions", value) => {
                    self.moves.moved("/definitions", "/components/schemas");
                    components.insert("schemas".to_owned(), value.clone());
                }
                ("parameters", Value::Object(parameters)) => {
                    self.named_parameters(parameters, &mut components);
                }
                ("responses", Value::Object(responses)) => {
                    components.insert("responses".to_owned(), self.named_responses(responses));
                }
                ("securityDefinitions", Value::Object(schemes)) => {
                    let schemes = self.security_schemes(schemes);
                    components.insert("securitySchemes".to_owned(), schemes);
                }
                ("paths" | "x-ms-paths", Value::Object(paths)) => {
                    let converted = self.paths(paths, &below("", [field]));
                    description.insert(field.clone(), converted);
                }
                _ => {
                    description.insert(field.clone(), value.clone());
                }
            }
        }
        if !components.is_empty() {
            description.insert("components".to_owned(), components.into());
        }
        description
    }

    fn named_parameters(&mut self, parameters: &'a Object, components: &mut Object) {
        for (name, value) in parameters {
            let Value::Object(parameter) = value else { continue };
            let from = below("/parameters", [name]);
            let section = match self.parameter_kind(value, &from).name {
                "a request body" => "requestBodies",
                _ => "parameters",
            };
            let to = below("/components", [section, name]);
            self.moves.moved(&from, &to);
            let converted = self.named_parameter(parameter, &from, &to);
            components.entry(section).or_insert_with(|| json!({}))[name] = converted.into();
        }
    }

    fn named_responses(&mut self, responses: &Object) -> Value {
        self.moves.moved("/responses", "/components/responses");
        let produces = self.global("produces");
        let mut converted = Object::new();
        for (name, value) in responses {
            let Value::Object(response) = value else { continue };
            let from = below("/responses", [name]);
            let to = below("/components/responses", [name]);
            let response = self.response(response, &from, &to, &produces);
            converted.insert(name.clone(), response.into());
        }
        converted.into()
    }

    /// Follows the `$ref`s from `value`, which is at `pointer` in this file.
    fn resolve(&self, value: &'a Value, pointer: &str) -> Option<Resolved<'a>> {
        let mut place = Place::new(self.path.clone(), pointer);
        let mut referred = false;
        // There are no cycles: `load` has checked that.
        while let Some(target) = self.loaded.targets.get(&place) {
            place = target.clone();
            referred = true;
        }
        let value = if referred {
            self.loaded.files.get(&place.file)?.source.value.pointer(&place.pointer)?
        } else {
            value
        };
        Some(Resolved { place, value: value.as_object()?, referred })
    }

    /// A `$ref` in this file to a place, or to a field at that place.
    fn reference_to<const N: usize>(&self, place: &Place, field: [&str; N]) -> Object {
        let path = reference::relative(self.path, &place.file);
        let pointer = below(&place.pointer, field).replace('%', "%25");
        Object::from_iter([("$ref".to_owned(), format!("{path}#{pointer}").into())])
    }

    /// Returns `true` if the shared part at a place has the content types `of_operation`.
    fn says_the_same(&self, place: &Place, field: &str, of_operation: &[String]) -> bool {
        let Some(file) = self.loaded.files.get(&place.file) else { return false };
        let global = file.texts(field);
        let parent = place.pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
        let is_shared = matches!(parent, "/parameters" | "/responses")
            || file.starts.iter().any(|(start, _)| *start == place.pointer);
        is_shared && or_json(&global) == or_json(of_operation)
    }

    /// The value of `consumes` or `produces` for the whole file.
    fn global(&self, field: &str) -> Vec<String> {
        self.file.texts(field)
    }
}

impl LoadedFile {
    fn texts(&self, field: &str) -> Vec<String> {
        self.source.value.as_object().and_then(|root| texts(root, field)).unwrap_or_default()
    }
}

/// The strings in a list, such as the content types in `consumes`; `None` if there is no list.
fn texts(owner: &Object, field: &str) -> Option<Vec<String>> {
    let types = owner.get(field)?.as_array()?;
    Some(types.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The content types of a body. JSON is the default.
fn or_json(content_types: &[String]) -> Vec<&str> {
    match content_types {
        [] => vec!["application/json"],
        stated => stated.iter().map(String::as_str).collect(),
    }
}
