//! Operations: paths and methods, what they take and give.

use super::{Lowering, media_types::essence};
use crate::model::{
    api::{Body, BodyFormat, Method, Operation, ParameterLocation},
    source::Place,
};
use heck::ToUpperCamelCase;
use std::collections::HashMap;

/// The keys of a path's item that are no methods.
const NOT_METHODS: &[&str] = &["parameters", "summary", "description", "servers", "$ref"];

impl Lowering<'_> {
    /// All operations, and whether any of them takes an api-version.
    pub fn lower_operations(&mut self, entry: &Place) -> (Vec<Operation>, bool) {
        let base_path = self.base_path(entry);
        let with_query = entry.child("x-ms-paths");
        if self.entries(&with_query).iter().any(|(name, _)| !name.starts_with("x-")) {
            self.refuse(&with_query, "`x-ms-paths`");
        }
        let mut operations = Vec::new();
        let mut takes_api_version = false;
        let mut seen: HashMap<String, Place> = HashMap::new();
        for (path, item) in self.entries(&entry.child("paths")) {
            if path.starts_with("x-") {
                continue;
            }
            let Some((item, _)) = self.resolve::<serde_json::Value>(&item) else { continue };
            for (name, place) in self.entries(&item) {
                if name.starts_with("x-") || NOT_METHODS.contains(&name.as_str()) {
                    continue;
                }
                let Some(method) = lower_method(&name) else {
                    self.refuse(&place, &format!("the method {name:?}"));
                    continue;
                };
                let path = format!("{base_path}{path}");
                let lowered = self.lower_operation(&item, &place, method, path);
                let Some((operation, versioned)) = lowered else { continue };
                takes_api_version |= versioned;
                if let Some(other) = seen.insert(operation.id.clone(), place.clone()) {
                    let message = format!("there is another operation {:?}", operation.id);
                    let line = self.documents.location(&other);
                    self.problem_with_hint(&place, message, &format!("the other stands at {line}"));
                }
                operations.push(operation);
            }
        }
        (operations, takes_api_version)
    }

    fn lower_operation(
        &mut self,
        item: &Place,
        place: &Place,
        method: Method,
        path: String,
    ) -> Option<(Operation, bool)> {
        let described: openapiv3::Operation = self.get(place)?;
        let id = described.operation_id.clone().unwrap_or_else(|| made_up_id(method, &path));
        let inline = id.to_upper_camel_case();
        let parameters = self.lower_parameters(item, place, &id);
        self.check_path(place, &path, &parameters.parameters);
        let (success, errors) = self.lower_responses(place, method, &inline);
        let long_running = self.lower_long_running(place, &described, &success);
        let paging = self.lower_paging(place, &described, &success);
        let body = self.lower_body(place, &inline);
        let operation = Operation {
            place: place.clone(),
            docs: docs(described.summary.as_deref(), described.description.as_deref()),
            deprecated: described.deprecated,
            method,
            path,
            parameters: parameters.parameters,
            body,
            success,
            errors,
            paging,
            long_running,
            id,
        };
        Some((operation, parameters.takes_api_version))
    }

    /// Every name in braces is a parameter, and the other way round.
    fn check_path(
        &mut self,
        place: &Place,
        path: &str,
        parameters: &[crate::model::api::Parameter],
    ) {
        if path.contains(['?', '#']) {
            self.refuse(place, "a path with a query or a fragment");
        }
        let named: Vec<&str> =
            path.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
        let mut described = parameters.iter().filter(|it| it.location == ParameterLocation::Path);
        for name in &named {
            if !described.clone().any(|it| it.name == *name) {
                self.problem(
                    place,
                    format!("the path has {{{name}}}, which no parameter describes"),
                );
            }
        }
        if let Some(extra) = described.find(|it| !named.contains(&it.name.as_str())) {
            self.problem(&extra.place, format!("the path {path:?} has no {{{}}}", extra.name));
        }
    }

    fn lower_body(&mut self, operation: &Place, inline: &str) -> Option<Body> {
        let (place, body) =
            self.resolve::<openapiv3::RequestBody>(&operation.child("requestBody"))?;
        let types = body.content.keys().map(String::as_str);
        let (name, format) = self.body_format(&place, types)?;
        let schema = place.child("content").child(name).child("schema");
        let ty = self.lower_schema(&schema, &format!("{inline}Request"));
        if ty.has_encoded() {
            self.refuse(&schema, "a body of timestamps or bytes");
        }
        Some(Body { docs: body.description, required: body.required, format, ty, place })
    }

    /// The content type to send, of those that the service takes.
    fn body_format<'a>(
        &mut self,
        place: &Place,
        types: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<(String, BodyFormat)> {
        let formats = [
            ("application/json", BodyFormat::Json),
            ("application/merge-patch+json", BodyFormat::MergePatch),
        ];
        for (media_type, format) in formats {
            if let Some(name) = types.clone().find(|it| essence(it) == media_type) {
                return Some((name.to_owned(), format));
            }
        }
        let listed: Vec<String> = types.map(|it| format!("{it:?}")).collect();
        let what = match listed.is_empty() {
            true => "a body without a content type".to_owned(),
            false => format!("the content type {} of a body", listed.join(" or ")),
        };
        self.refuse(&place.child("content"), &what);
        None
    }
}

fn lower_method(name: &str) -> Option<Method> {
    Some(match name {
        "delete" => Method::Delete,
        "get" => Method::Get,
        "head" => Method::Head,
        "patch" => Method::Patch,
        "post" => Method::Post,
        "put" => Method::Put,
        _ => return None,
    })
}

/// The id of an operation that has none: `get /pets/{petId}` is `GetPetsPetId`.
fn made_up_id(method: Method, path: &str) -> String {
    format!("{method:?} {path}").to_upper_camel_case()
}

/// The summary, and the description where it says more.
fn docs(summary: Option<&str>, description: Option<&str>) -> Option<String> {
    match (summary.map(str::trim), description.map(str::trim)) {
        (Some(summary), Some(description)) if !description.starts_with(summary) => {
            Some(format!("{summary}\n\n{description}"))
        }
        (summary, description) => description.or(summary).map(str::to_owned),
    }
}
