//! Parameters: the values that a request carries outside of its body.

use super::{Lowering, media_types::essence, parameter_style, schema::known_values};
use crate::{
    model::{
        description::{Constraints, Parameter, Type, TypeKind},
        wire::{ParameterLocation, ParameterStyle},
    },
    read::Node,
};
use indexmap::IndexMap;
use serde_json::Value;

/// The headers that the pipeline sets. Descriptions may list them, but callers do not set them.
const SET_BY_PIPELINE: &[&str] =
    &["accept", "authorization", "content-type", "x-ms-client-request-id"];

/// The parameters of an operation.
pub struct Parameters {
    pub parameters: Vec<Parameter>,
    pub takes_api_version: bool,
    /// The names of the parameters that were left out because of a problem.
    pub refused: Vec<String>,
}

impl<'a> Lowering<'a> {
    /// The parameters of the path item and of the operation, which override those of the item.
    pub fn lower_parameters(
        &mut self,
        item: &Node<'a>,
        operation: &Node<'a>,
        id: &str,
    ) -> Parameters {
        let mut found: IndexMap<(String, ParameterLocation), Parameter> = IndexMap::new();
        let mut takes_api_version = false;
        let mut refused = Vec::new();
        let has_formats = self.has_other_bodies(operation);
        for parameter in item.items("parameters").chain(operation.items("parameters")) {
            let Some(described) = self.resolve(parameter) else { continue };
            let Some(parameter) = self.lower_parameter(&described, id, has_formats) else {
                refused.extend(described.text("name").map(str::to_owned));
                continue;
            };
            let is_query = parameter.location == ParameterLocation::Query;
            if is_query && parameter.name == "api-version" {
                takes_api_version = true;
                continue;
            }
            found.insert((parameter.name.clone(), parameter.location), parameter);
        }
        Parameters { parameters: found.into_values().collect(), takes_api_version, refused }
    }

    /// `has_formats` says that the response may have several formats, which have methods.
    fn lower_parameter(
        &mut self,
        node: &Node<'a>,
        id: &str,
        has_formats: bool,
    ) -> Option<Parameter> {
        let location = match node.text("in")? {
            "query" => ParameterLocation::Query,
            "header" => ParameterLocation::Header,
            "path" => ParameterLocation::Path,
            "cookie" => ParameterLocation::Cookie,
            _ => return None,
        };
        let name = node.text("name")?;
        let is_header = location == ParameterLocation::Header;
        let is_accept = name.eq_ignore_ascii_case("accept");
        let is_chosen = is_accept && !has_formats && self.is_choice(node);
        if is_header && !is_chosen && SET_BY_PIPELINE.iter().any(|it| it.eq_ignore_ascii_case(name))
        {
            return None;
        }
        let name = if is_header && is_accept { "Accept" } else { name };
        if let Some(prefix) = node.text("x-ms-header-collection-prefix").filter(|_| is_header) {
            return Some(headers_with(prefix, node));
        }
        let (schema, is_json) = self.parameter_schema(node)?;
        let required = node.flag("required");
        // Azure's clients take the version once, as an option, so it needs no type. A version
        // outside of the query has one value: the version of the description.
        let names_version = name.eq_ignore_ascii_case("api-version");
        let is_version = names_version && location == ParameterLocation::Query;
        let constant = match names_version {
            true if is_version => None,
            true => self.version(),
            false if required => schema.as_ref().and_then(|it| self.constant(it)),
            false => None,
        };
        let mut constraints = Constraints::default();
        let mut ty = Type::String(None);
        if let Some(schema) = schema {
            let schema = self.schema(schema);
            constraints = schema.constraints();
            if constant.is_none() && !is_version {
                ty = self.lower_schema(&schema, &inline_name(id, name));
            }
            // Nothing is known about the type of a schema with a problem.
            if self.is_refused(&schema.target.place) {
                return None;
            }
        } else if constant.is_none() && !is_version {
            ty = Type::Any;
        }
        let style = match is_json {
            true => Ok(Some(ParameterStyle::Json)),
            false => parameter_style::of(node, location, &ty, self.is_structured(&ty)),
        };
        if matches!(style, Ok(Some(ParameterStyle::Expanded(_) | ParameterStyle::Json))) {
            ty = ty.as_written();
        }
        let refused = match style {
            Ok(style) => self.unsendable(&ty, style).map(|what| format!("{what} as a parameter")),
            Err(what) => Some(what.to_owned()),
        };
        if let Some(what) = refused {
            self.refuse(&node.place, &what);
            return None;
        }
        Some(Parameter {
            name: name.to_owned(),
            client_name: node.text("x-ms-client-name").map(str::to_owned),
            place: node.place.clone(),
            docs: node.text("description").map(str::to_owned),
            deprecated: node.flag("deprecated"),
            location,
            required,
            ty,
            style: style.unwrap_or_default(),
            constant,
            constraints,
            media_type: None,
        })
    }

    /// Returns `true` if a parameter has several known values.
    fn is_choice(&self, parameter: &Node<'a>) -> bool {
        let schema = parameter.get("schema").map(|it| self.target(&it));
        schema.is_some_and(|it| known_values(&it).len() > 1)
    }

    /// The schema of a parameter, and whether its value is written as JSON.
    fn parameter_schema(&mut self, node: &Node<'a>) -> Option<(Option<Node<'a>>, bool)> {
        let Some(content) = node.get("content") else { return Some((node.get("schema"), false)) };
        let mut media_types = node.entries("content");
        match media_types.find(|(name, _)| essence(name) == "application/json") {
            Some((_, json)) => Some((json.get("schema"), true)),
            None => {
                self.refuse(&content.place, "a parameter with a content type other than JSON");
                None
            }
        }
    }

    /// `info.version` of the description.
    fn version(&self) -> Option<String> {
        let info = self.documents.entry().root.get("info")?;
        Some(info.get("version")?.as_str()?.to_owned())
    }

    /// The only value that a schema allows; `None` if the service may add others.
    fn constant(&mut self, schema: &Node<'a>) -> Option<String> {
        let schema = self.resolve(schema.clone())?;
        let is_open = schema.value.pointer("/x-ms-enum/modelAsString").and_then(Value::as_bool);
        match schema.list("enum") {
            _ if is_open == Some(true) => None,
            [Value::String(only)] => Some(only.clone()),
            [only @ (Value::Number(_) | Value::Bool(_))] => Some(only.to_string()),
            _ => None,
        }
    }

    /// Returns `true` for a value that has no text of its own, unless it is an array of values that
    /// have one.
    fn is_structured(&self, ty: &Type) -> bool {
        let item = match ty {
            Type::Array(item) => item,
            ty => ty,
        };
        self.unsendable(item, None).is_some()
    }

    /// The reason why a value cannot be written outside of a JSON body, if there is one.
    pub fn unsendable(&self, ty: &Type, style: Option<ParameterStyle>) -> Option<&'static str> {
        match (style, ty) {
            (
                Some(ParameterStyle::File | ParameterStyle::Json | ParameterStyle::Expanded(_)),
                _,
            ) => None,
            (Some(ParameterStyle::List(_)), Type::Array(item)) => match &**item {
                Type::Array(_) => Some("an array of arrays"),
                item => self.unsendable(item, None),
            },
            (_, Type::Any) => Some("a value of any type"),
            (_, Type::Nullable(_)) => Some("`null`"),
            (_, Type::Array(_)) => Some("an array"),
            (_, Type::Map(_)) => Some("an object"),
            (_, Type::Named(name)) => {
                let definition = self.types.get(name).and_then(Option::as_ref);
                let is_enum = definition.is_none_or(|it| matches!(it.kind, TypeKind::Enum(_)));
                (!is_enum).then_some("an object")
            }
            _ => None,
        }
    }
}

/// The parameter for the headers whose names begin with `prefix`. Users see its own name.
fn headers_with(prefix: &str, node: &Node) -> Parameter {
    let given = node.text("x-ms-client-name").or(node.text("name"));
    Parameter {
        name: prefix.to_owned(),
        client_name: given.map(str::to_owned),
        place: node.place.clone(),
        docs: node.text("description").map(str::to_owned),
        deprecated: node.flag("deprecated"),
        location: ParameterLocation::Header,
        required: node.flag("required"),
        ty: Type::Map(Box::new(Type::String(None))),
        style: Some(ParameterStyle::Prefix),
        constant: None,
        constraints: Constraints::default(),
        media_type: None,
    }
}

/// The name of the inline type of the parameter `name` of the operation `id`.
pub fn inline_name(id: &str, name: &str) -> String {
    format!("{}{}", heck::AsUpperCamelCase(id), heck::AsUpperCamelCase(name))
}
