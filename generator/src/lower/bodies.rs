//! The bodies of requests.

use super::{Lowering, media_types::essence, parameters::inline_name};
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
        let choices: Vec<Choice> = offered.filter_map(|(name, it)| self.choice(name, it)).collect();
        // Of equally good formats, the first one in the description.
        let Some(chosen) = choices.iter().min_by_key(|it| it.format) else {
            let names: Vec<&str> = body.entries("content").map(|(name, _)| name).collect();
            self.refuse(&body.place.child("content"), &not_sendable(&names));
            return None;
        };
        let mut content_type = Some(chosen.name.clone());
        let ty = match chosen.format {
            BodyFormat::Json | BodyFormat::MergePatch => {
                content_type = content_type.filter(|it| !is_usual_json(it));
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
            format: chosen.format,
            content_type,
            ty,
        })
    }

    /// The format of a body of this content type; `None` if it cannot be sent.
    fn choice(&mut self, name: &str, node: Node<'a>) -> Option<Choice<'a>> {
        let schema = node.get("schema").and_then(|it| self.resolve(it));
        let field = |name: &str| schema.as_ref().and_then(|it| it.text(name));
        let is_empty = |it: &Node| it.value.as_object().is_some_and(|it| it.is_empty());
        let is_bytes = schema.as_ref().is_none_or(is_empty)
            || matches!(field("format"), Some("binary" | "file"))
            || field("type") == Some("file");
        let name = essence(name);
        let format = match &*name {
            "application/merge-patch+json" => BodyFormat::MergePatch,
            "application/json" => BodyFormat::Json,
            it if it.ends_with("+json") && !is_bytes => BodyFormat::Json,
            "multipart/form-data" => BodyFormat::Multipart,
            "application/x-www-form-urlencoded" => BodyFormat::Form,
            _ if is_bytes => BodyFormat::Bytes,
            it if it.starts_with("text/") && field("type") == Some("string") => BodyFormat::Text,
            _ if field("type") == Some("string") => BodyFormat::Bytes,
            _ => return None,
        };
        Some(Choice { node, name, format })
    }
}

fn is_usual_json(media_type: &str) -> bool {
    matches!(media_type, "application/json" | "application/merge-patch+json")
}

/// The parameter for the media type of a body of bytes, unless there is only one.
fn content_type_parameter(place: &Place, media_types: &[&str]) -> Option<Parameter> {
    let is_range = |it: &&str| it.contains('*');
    if let [only] = media_types
        && !is_range(only)
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
    })
}

fn not_sendable(content_types: &[&str]) -> String {
    let listed: Vec<String> = content_types.iter().map(|it| format!("{it:?}")).collect();
    match listed.is_empty() {
        true => "a body without a content type".to_owned(),
        false => format!("the content type {} of a body", listed.join(" or ")),
    }
}
