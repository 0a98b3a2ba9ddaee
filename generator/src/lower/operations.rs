//! Operations: paths and methods, what they take and give.

use super::Lowering;
use crate::diagnostics::Part;
use crate::model::{description::Operation, source::Place, wire::Method};
use heck::ToUpperCamelCase;
use std::collections::HashMap;

/// The keys of a path's item that are no methods.
const NOT_METHODS: &[&str] = &["parameters", "summary", "description", "servers", "$ref"];

impl Lowering<'_> {
    /// All operations, and whether any of them takes an api-version.
    pub fn lower_operations(&mut self, entry: &Place) -> (Vec<Operation>, bool) {
        let mut operations = Vec::new();
        let mut takes_api_version = false;
        let mut seen: HashMap<String, Place> = HashMap::new();
        let paths = self.entries(&entry.child("paths"));
        let more = self.entries(&entry.child("x-ms-paths"));
        for (path, item) in paths.into_iter().chain(more) {
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
                let path = format!("{}{path}", self.base_path(entry, &item, &place));
                let lowered = self.lower_operation(&item, &place, method, path);
                let Some((operation, versioned)) = lowered else { continue };
                takes_api_version |= versioned;
                if let Some(other) = seen.insert(operation.id.clone(), place.clone()) {
                    let message = format!("there is another operation {:?}", operation.id);
                    let line = self.documents.location(&other, Part::Key);
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
        let mut parameters = self.lower_parameters(item, place, &id);
        let path = self.lower_path(place, &path, &mut parameters);
        let (success, errors) = self.lower_responses(place, method, &inline);
        let long_running = self.lower_long_running(place, &described, &success);
        let paging = self.lower_paging(place, &described, &success);
        let body = self.lower_body(place, &id, &mut parameters.parameters);
        let entry = self.entry();
        let security = described
            .security
            .is_some()
            .then(|| self.lower_security(&entry, &place.child("security")));
        let operation = Operation {
            place: place.clone(),
            docs: docs(described.summary.as_deref(), described.description.as_deref()),
            deprecated: described.deprecated,
            method,
            path,
            parameters: parameters.parameters,
            body,
            security,
            success,
            errors,
            paging,
            long_running,
            id,
        };
        Some((operation, parameters.takes_api_version))
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
