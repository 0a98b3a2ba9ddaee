//! Operations: paths and methods.

use super::Lowering;
use crate::{
    diagnostics::{Part, Scope},
    model::{description::Operation, source::Place, wire::Method},
    read::Node,
};
use heck::ToUpperCamelCase;
use std::collections::HashMap;

/// The keys of a path item that are not methods.
const NOT_METHODS: &[&str] = &["parameters", "summary", "description", "servers", "$ref"];

/// An operation that is yet to be lowered.
pub struct Found<'a> {
    path: &'a str,
    method: Method,
    /// The path item, and the operation in it.
    item: Node<'a>,
    operation: Node<'a>,
    pub body: Option<Node<'a>>,
}

impl Found<'_> {
    /// The method and the path: `GET /books`.
    pub fn name(&self) -> String {
        format!("{} {}", self.method.as_str(), self.path)
    }
}

impl<'a> Lowering<'a> {
    /// Finds the operations in `paths` and in `x-ms-paths`.
    pub fn find_operations(&mut self, entry: &Node<'a>) -> Vec<Found<'a>> {
        let mut found = Vec::new();
        for (path, item) in entry.entries("paths").chain(entry.entries("x-ms-paths")) {
            if path.starts_with("x-") {
                continue;
            }
            let Some(item) = self.resolve(item) else { continue };
            for (name, operation) in item.clone().into_entries() {
                if name.starts_with("x-") || NOT_METHODS.contains(&name) {
                    continue;
                }
                let scope = Scope::Operation(format!("{} {path}", name.to_uppercase()));
                let Some(method) = lower_method(name) else {
                    let message = format!("the method {name:?} is not supported");
                    let hint = "azure_core, which sends the requests, does not have it";
                    let report =
                        |it: &mut Self| it.problem_with_hint(&operation.place, message, hint);
                    self.within(scope, report);
                    continue;
                };
                let body = operation.get("requestBody");
                let body = body.and_then(|body| self.within(scope, |it| it.resolve(body)));
                found.push(Found { path, method, item: item.clone(), operation, body });
            }
        }
        found
    }

    pub fn lower_operations(&mut self, entry: &Node<'a>, found: &[Found<'a>]) -> Vec<Operation> {
        let mut operations = Vec::new();
        let mut seen: HashMap<String, Place> = HashMap::new();
        for it in found {
            let scope = Scope::Operation(it.name());
            let lower = |lowering: &mut Self| lowering.lower_operation(entry, it);
            let operation = self.within(scope.clone(), lower);
            if let Some(other) = seen.insert(operation.id.clone(), operation.place.clone()) {
                let message = format!("the operation id {:?} is used twice", operation.id);
                let line = self.documents.location(&other, Part::Key);
                let hint = format!("the other operation is at {line}");
                let report = |it: &mut Self| {
                    it.problem_with_hint(&operation.place, message, &hint);
                };
                self.within(scope, report);
            }
            operations.push(operation);
        }
        for it in found {
            let mut others = found.iter().map(|other| &other.operation);
            self.within(Scope::Operation(it.name()), |lowering| {
                lowering.check_next_operation(&it.operation, &mut others);
            });
        }
        operations
    }

    fn lower_operation(&mut self, entry: &Node<'a>, found: &Found<'a>) -> Operation {
        let Found { path, method, item, operation: node, body } = found;
        let (base, server) = self.base_path(item, node);
        let path = format!("{base}{path}");
        let id = node.text("operationId").map(str::to_owned);
        let id = id.unwrap_or_else(|| invented_id(*method, &path));
        let inline = id.to_upper_camel_case();
        let mut parameters = self.lower_parameters(item, node, &id);
        let path = self.lower_path(&node.place, &path, &mut parameters);
        let (success, errors) = self.lower_responses(node, *method, &inline);
        let long_running = self.lower_long_running(node, &success);
        let paging = self.lower_paging(node, &success, long_running.as_ref());
        let body = body.as_ref();
        let body = body.and_then(|it| self.lower_body(it, &id, &mut parameters.parameters));
        let security = node.has("security").then(|| self.lower_security(entry, node));
        Operation {
            place: node.place.clone(),
            docs: docs(node.text("summary"), node.text("description")),
            deprecated: node.flag("deprecated"),
            method: *method,
            path,
            server,
            takes_api_version: parameters.takes_api_version,
            parameters: parameters.parameters,
            body,
            security,
            success,
            errors,
            paging,
            long_running,
            id,
        }
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

/// The id of an operation without one: `get /pets/{petId}` becomes `GetPetsPetId`.
fn invented_id(method: Method, path: &str) -> String {
    format!("{method:?} {path}").to_upper_camel_case()
}

/// The summary, and below it the description unless that begins with the summary.
fn docs(summary: Option<&str>, description: Option<&str>) -> Option<String> {
    match (summary.map(str::trim), description.map(str::trim)) {
        (Some(summary), Some(description)) if !description.starts_with(summary) => {
            Some(format!("{summary}\n\n{description}"))
        }
        (summary, description) => description.or(summary).map(str::to_owned),
    }
}
