//! The bodies of requests.

use super::{
    Lowering,
    media_types::{essence, is_xml},
    parameters::inline_name,
    streams::is_json_lines,
};
use crate::{
    model::{
        description::{Body, Constraints, Parameter, Type},
        source::Place,
        wire::{BodyFormat, ParameterLocation},
    },
    read::Node,
};

/// A media type in which a body may be sent.
struct Choice<'a> {
    node: Node<'a>,
    /// The name of the media type, without its parameters.
    name: String,
    format: BodyFormat,
}

impl<'a> Lowering<'a> {
    /// The body of an operation. The fields of a form become parameters, and so does a choice of
    /// content types.
    pub fn lower_body(
        &mut self,
        body: &Node<'a>,
        id: &str,
        parameters: &mut Vec<Parameter>,
    ) -> Option<Body> {
        let offered = body.entries("content");
        let choices: Vec<Choice> = offered.map(|(name, it)| self.choice(name, it)).collect();
        // Of equally good formats, the first one in the description.
        let Some(chosen) = choices.iter().min_by_key(|it| it.format) else {
            self.refuse(&body.place.child("content"), "a body without a content type");
            return None;
        };
        let mut content_type = Some(chosen.name.clone());
        let (mut format, mut xml) = (chosen.format, None);
        let ty = match format {
            BodyFormat::Json | BodyFormat::MergePatch => {
                content_type = content_type.filter(|it| !is_usual_json(it) && !it.contains('*'));
                let schema = chosen.node.get("schema");
                schema.map_or(Type::Any, |it| {
                    self.lower_schema_as_written(it, &inline_name(id, "Request"))
                })
            }
            BodyFormat::Multipart | BodyFormat::Form => {
                content_type = None;
                parameters.extend(self.lower_form_fields(&chosen.node, id, chosen.format));
                Type::Any
            }
            BodyFormat::Xml => {
                let inline = inline_name(id, "Request");
                let schema = chosen.node.get("schema");
                let ty = schema.clone().map(|it| self.lower_schema_as_written(it, &inline));
                xml = schema.zip(ty.as_ref()).and_then(|(it, ty)| self.xml_root(&it, ty));
                match (&xml, ty) {
                    (Some(_), Some(ty)) => ty,
                    // Users write what has no model, whatever its schema says.
                    _ => {
                        format = BodyFormat::Text;
                        Type::String(None)
                    }
                }
            }
            BodyFormat::Lines => {
                let item = self.line_schema(&chosen.node);
                let name = inline_name(id, "Item");
                let item = item.map(|it| self.lower_schema_as_written(it, &name));
                Type::Array(Box::new(item.unwrap_or(Type::Any)))
            }
            BodyFormat::Text => Type::String(None),
            BodyFormat::Bytes => {
                let of_bytes = choices.iter().filter(|it| it.format == BodyFormat::Bytes);
                let media_types: Vec<&str> = of_bytes.map(|it| it.name.as_str()).collect();
                parameters.extend(content_type_parameter(&body.place, &media_types));
                Type::Bytes
            }
        };
        Some(Body {
            place: body.place.clone(),
            docs: body.text("description").map(str::to_owned),
            required: body.flag("required"),
            format,
            content_type,
            ty,
            xml,
        })
    }

    /// The format of a body of this content type.
    fn choice(&mut self, name: &str, node: Node<'a>) -> Choice<'a> {
        let schema = node.get("schema").and_then(|it| self.resolve(it));
        let field = |name: &str| schema.as_ref().and_then(|it| it.text(name));
        let is_empty = |it: &Node| it.value.as_object().is_some_and(|it| it.is_empty());
        let is_file =
            matches!(field("format"), Some("binary" | "file")) || field("type") == Some("file");
        let is_bytes = schema.as_ref().is_none_or(is_empty) || is_file;
        let name = essence(name);
        let has_lines = is_json_lines(&name) && !is_file && self.line_schema(&node).is_some();
        let has_fields = schema.as_ref().is_some_and(|it| self.has_fields(it));
        let format = match &*name {
            "application/merge-patch+json" => BodyFormat::MergePatch,
            "application/json" if !is_file => BodyFormat::Json,
            _ if has_lines => BodyFormat::Lines,
            it if is_json(it) && !is_bytes => BodyFormat::Json,
            "multipart/form-data" if has_fields => BodyFormat::Multipart,
            "application/x-www-form-urlencoded" if has_fields => BodyFormat::Form,
            "multipart/form-data" | "application/x-www-form-urlencoded" => BodyFormat::Bytes,
            _ if is_bytes => BodyFormat::Bytes,
            // Any media type will do, so the schema decides.
            "*/*" | "application/*" if field("type") != Some("string") => BodyFormat::Json,
            it if is_xml_type(it) => BodyFormat::Xml,
            it if it.starts_with("text/") => BodyFormat::Text,
            _ => BodyFormat::Bytes,
        };
        Choice { node, name, format }
    }
}

fn is_xml_type(media_type: &str) -> bool {
    media_type.split_once('/').is_some_and(|(_, subtype)| is_xml(subtype))
}

/// Returns `true` for JSON in any of its media types.
fn is_json(media_type: &str) -> bool {
    matches!(media_type, "text/json" | "application/x-json") || media_type.ends_with("+json")
}

fn is_usual_json(media_type: &str) -> bool {
    matches!(media_type, "application/json" | "application/merge-patch+json")
}

/// The parameter for the media type of a body of bytes, unless there is only one.
fn content_type_parameter(place: &Place, media_types: &[&str]) -> Option<Parameter> {
    let is_range = |it: &&str| it.contains('*');
    // Only the caller knows the boundary of a body that is a form already.
    let is_form = |it: &&str| *it == "multipart/form-data";
    if let [only] = media_types
        && !is_range(only)
        && !is_form(only)
    {
        return None;
    }
    let listed: Vec<String> = media_types.iter().map(|it| format!("`{it}`")).collect();
    let listed = listed.join(" or ");
    let docs = match media_types.iter().any(is_range) {
        true => format!("The media type of the body, in {listed}."),
        false => format!("The media type of the body: {listed}."),
    };
    Some(Parameter {
        name: "content-type".to_owned(),
        client_name: None,
        place: place.clone(),
        docs: Some(docs),
        deprecated: false,
        location: ParameterLocation::Header,
        required: true,
        ty: Type::String(None),
        style: None,
        constant: None,
        constraints: Constraints::default(),
        media_type: None,
    })
}
