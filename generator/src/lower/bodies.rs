//! The bodies of requests.

use super::{Lowering, media_types::essence, parameters::inline_name};
use crate::model::{
    description::{Body, Constraints, Parameter, Type},
    source::Place,
    wire::{BodyFormat, ParameterLocation},
};
use openapiv3::RequestBody;

/// A media type in which a body may be sent.
struct Choice {
    /// As the description writes it.
    name: String,
    /// As it is sent.
    media_type: String,
    format: BodyFormat,
}

impl Lowering<'_> {
    /// The body of an operation. The fields of a form, and a choice of content types, are
    /// parameters.
    pub fn lower_body(
        &mut self,
        operation: &Place,
        id: &str,
        parameters: &mut Vec<Parameter>,
    ) -> Option<Body> {
        let (place, body) = self.resolve::<RequestBody>(&operation.child("requestBody"))?;
        let content = place.child("content");
        let types: Vec<&String> = body.content.keys().collect();
        let choices: Vec<Choice> =
            types.iter().filter_map(|name| self.choice(&content, name)).collect();
        // The first of the best.
        let Some(chosen) = choices.iter().min_by_key(|it| it.format) else {
            self.refuse(&content, &what_is_sent(&types));
            return None;
        };
        let media_type = content.child(&chosen.name);
        let schema = media_type.child("schema");
        let mut content_type = Some(chosen.media_type.clone());
        let ty = match chosen.format {
            BodyFormat::Json | BodyFormat::MergePatch => {
                content_type = content_type.filter(|it| !is_usual_json(it));
                self.lower_schema_as_written(&schema, &inline_name(id, "Request"))
            }
            BodyFormat::Multipart | BodyFormat::Form => {
                content_type = None;
                parameters.extend(self.lower_form(&media_type, id, chosen.format));
                Type::Any
            }
            BodyFormat::Text => Type::String(None),
            BodyFormat::Bytes => {
                let media_types: Vec<&str> = choices
                    .iter()
                    .filter(|it| it.format == BodyFormat::Bytes)
                    .map(|it| it.media_type.as_str())
                    .collect();
                parameters.extend(content_type_of_bytes(&place, &media_types));
                Type::Bytes
            }
        };
        let (docs, required, format) = (body.description, body.required, chosen.format);
        Some(Body { place, docs, required, format, content_type, ty })
    }

    /// How a body of this content type is sent; `None` when it cannot be.
    fn choice(&mut self, content: &Place, name: &str) -> Option<Choice> {
        let schema = self.resolve::<serde_json::Value>(&content.child(name).child("schema"));
        let schema = schema.as_ref().and_then(|(_, schema)| schema.as_object());
        let field = |name: &str| schema.and_then(|it| it.get(name)?.as_str());
        let is_bytes = schema.is_none_or(|it| it.is_empty())
            || matches!(field("format"), Some("binary" | "file"))
            || field("type") == Some("file");
        let media_type = essence(name);
        let format = match &*media_type {
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
        Some(Choice { name: name.to_owned(), media_type, format })
    }
}

fn is_usual_json(media_type: &str) -> bool {
    matches!(media_type, "application/json" | "application/merge-patch+json")
}

/// Callers say which bytes they send, where that is not the same for all.
fn content_type_of_bytes(place: &Place, media_types: &[&str]) -> Option<Parameter> {
    let (is_open, listed) = match media_types {
        [only] if !only.contains('*') => return None,
        _ => (media_types.iter().any(|it| it.contains('*')), media_types),
    };
    let listed: Vec<String> = listed.iter().map(|it| format!("`{it}`")).collect();
    let listed = listed.join(" or ");
    let docs = if is_open {
        format!("The media type of the body, in {listed}.")
    } else {
        format!("The media type of the body: {listed}.")
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
        form: None,
        constant: None,
        constraints: Constraints::default(),
    })
}

fn what_is_sent(types: &[&String]) -> String {
    let listed: Vec<String> = types.iter().map(|it| format!("{it:?}")).collect();
    match listed.is_empty() {
        true => "a body without a content type".to_owned(),
        false => format!("the content type {} of a body", listed.join(" or ")),
    }
}
