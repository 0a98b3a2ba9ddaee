//! Operations: paths and methods, what they take and give.

use super::{
    Lowering,
    extensions::{self, MsPageable},
    parameters::Parameters,
};
use crate::diagnostics::Part;
use crate::model::{
    api::{
        Body, BodyFormat, Method, Operation, Paging, ParameterLocation, Response, Type, TypeKind,
    },
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
        let parameters = self.lower_parameters(item, place, &id);
        self.check_path(place, &path, &parameters);
        let (success, errors) = self.lower_responses(place, &inline);
        if described.extensions.contains_key("x-ms-long-running-operation") {
            self.refuse(place, "a long-running operation");
        }
        let paging = self.lower_paging(place, &described, &success);
        let body = self.lower_body(place, &inline);
        if paging.is_some() && body.is_some() {
            self.refuse(place, "a list with a request body");
        }
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
            id,
        };
        Some((operation, parameters.takes_api_version))
    }

    /// Every name in braces is a parameter, and the other way round.
    fn check_path(&mut self, place: &Place, path: &str, parameters: &Parameters) {
        if path.contains(['?', '#']) {
            self.refuse(place, "a path with a query or a fragment");
        }
        let named: Vec<&str> =
            path.split('{').skip(1).filter_map(|it| Some(it.split_once('}')?.0)).collect();
        let described = parameters.parameters.iter();
        let mut described = described.filter(|it| it.location == ParameterLocation::Path);
        for name in &named {
            let is_refused = parameters.refused.iter().any(|it| it == name);
            if !is_refused && !described.clone().any(|it| it.name == *name) {
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
        self.check_encoded(&schema, &ty);
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

    /// The responses of success and of failure.
    fn lower_responses(
        &mut self,
        operation: &Place,
        inline: &str,
    ) -> (Vec<Response>, Vec<Response>) {
        let place = operation.child("responses");
        let mut success = Vec::new();
        let mut errors = Vec::new();
        for (code, response) in self.entries(&place) {
            if code.starts_with("x-") {
                continue;
            }
            let status = code.parse::<u16>().ok().filter(|it| (100..600).contains(it));
            if status.is_none() && code != "default" {
                self.refuse(&response, &format!("the status {code:?}"));
                continue;
            }
            let marked =
                self.documents.value(&response).and_then(|it| it.get("x-ms-error-response"));
            let marked = marked.and_then(|it| it.as_bool());
            let Some((resolved, described)) = self.resolve::<openapiv3::Response>(&response) else {
                continue;
            };
            let is_error = marked.unwrap_or_else(|| {
                extensions::flag(&described.extensions, "x-ms-error-response")
                    || !status.is_some_and(|it| (200..300).contains(&it))
            });
            let named = if is_error { "Error" } else { "Response" };
            let body = self.lower_response_body(&resolved, &described, &format!("{inline}{named}"));
            let lowered = Response { status, docs: Some(described.description), body };
            if is_error { errors.push(lowered) } else { success.push(lowered) }
        }
        if success.is_empty() && !self.has_problem_in(&place) {
            self.problem(&place, "no response means success");
        }
        errors.sort_by_key(|it| (it.status.is_none(), it.status));
        success.sort_by_key(|it| it.status);
        let mut bodies = success.iter().map(|it| &it.body);
        if let Some(first) = bodies.next()
            && bodies.any(|it| it != first)
        {
            self.refuse(&place, "several bodies of success");
        }
        (success, errors)
    }

    fn lower_response_body(
        &mut self,
        place: &Place,
        response: &openapiv3::Response,
        inline: &str,
    ) -> Option<Type> {
        if response.content.is_empty() {
            return None;
        }
        let mut types = response.content.keys();
        let Some(name) = types.find(|it| essence(it) == "application/json") else {
            let listed: Vec<String> = response.content.keys().map(|it| format!("{it:?}")).collect();
            let what = format!("the content type {} of a response", listed.join(" or "));
            self.refuse(&place.child("content"), &what);
            return None;
        };
        let schema = place.child("content").child(name).child("schema");
        self.documents.value(&schema)?;
        let ty = self.lower_schema(&schema, inline);
        self.check_encoded(&schema, &ty);
        Some(ty)
    }

    /// A field says how its timestamps and bytes are written; what is a whole body has none.
    fn check_encoded(&mut self, place: &Place, ty: &Type) {
        if ty.has_encoded() {
            self.refuse(place, "a body of timestamps or bytes");
        }
    }

    fn lower_paging(
        &mut self,
        place: &Place,
        operation: &openapiv3::Operation,
        success: &[Response],
    ) -> Option<Paging> {
        let pageable = operation.extensions.get("x-ms-pageable")?;
        let place = place.child("x-ms-pageable");
        let pageable = match serde_json::from_value::<MsPageable>(pageable.clone()) {
            Ok(pageable) => pageable,
            Err(error) => {
                self.problem(&place, error.to_string());
                return None;
            }
        };
        if pageable.operation_name.is_some() {
            self.refuse(&place, "`operationName`, a next page from another operation,");
        }
        let paging = Paging {
            items: pageable.item_name.unwrap_or_else(|| "value".to_owned()),
            next_link: pageable.next_link_name,
        };
        let body = success.first().and_then(|it| it.body.as_ref()).and_then(Type::name);
        if body.is_some_and(|name| self.has_encoded_items(name, &paging)) {
            self.refuse(&place, "a list of timestamps or bytes");
        }
        if !body.is_some_and(|name| self.is_page(name, &paging)) {
            let message = format!(
                "the response is no object with an array {:?} and a text {:?}",
                paging.items,
                paging.next_link.as_deref().unwrap_or("")
            );
            self.problem(&place, message);
            return None;
        }
        Some(paging)
    }

    fn has_encoded_items(&self, name: &str, paging: &Paging) -> bool {
        let Some(Some(definition)) = self.types.get(name) else { return false };
        let TypeKind::Struct(it) = &definition.kind else { return false };
        it.properties.iter().any(|it| it.name == paging.items && it.ty.has_encoded())
    }

    fn is_page(&self, name: &str, paging: &Paging) -> bool {
        let Some(Some(definition)) = self.types.get(name) else { return false };
        let TypeKind::Struct(it) = &definition.kind else { return false };
        let property = |name: &str| it.properties.iter().find(|it| it.name == name);
        let items = property(&paging.items).is_some_and(|it| matches!(it.ty, Type::Array(_)));
        let link = paging
            .next_link
            .as_deref()
            .is_none_or(|link| property(link).is_some_and(|it| matches!(it.ty, Type::String(_))));
        items && link
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

/// A media type without its parameters: `application/json; charset=utf-8` is JSON.
fn essence(media_type: &str) -> String {
    media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
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
