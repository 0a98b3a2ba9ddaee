//! The results of calls, and the responses and headers that they come from.

use super::{Surface, words, xml};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind, Level},
    model::{
        description::{FinalState, LongRunning, Paging, Response, ResponseHeader},
        package::{
            Call, HeaderField, HeadersModel, List, OtherOutput, Output, StatusEnum, StatusVariant,
            VariantBody,
        },
        source::Place,
    },
    render::signatures,
};
use std::collections::HashSet;

impl Surface<'_> {
    pub(super) fn output(&self, output: &Output) -> String {
        let ty = |it| signatures::ty(self.module, it);
        match output {
            Output::List(list) => {
                let List { item, items: _, required: _, next_link: _, begun } = &**list;
                let from = begun.as_ref().map_or("", |_| ", from a long-running operation");
                format!("a list of `{}`{from}", ty(item))
            }
            Output::LongRunning { result: None, final_state: _ } => {
                "the end of a long-running operation".to_owned()
            }
            Output::LongRunning { result: Some(result), final_state: _ } => {
                format!("`{}`, from a long-running operation", ty(result))
            }
            Output::Bytes => "a stream of bytes".to_owned(),
            Output::Stream { format: _, item: _ } => {
                format!("`{}`", signatures::output(self.module, output))
            }
            Output::ByStatus(StatusEnum { name, variants: _, has_default: _ }) => {
                format!("`calls::{name}`")
            }
            Output::Nothing
            | Output::Model(_)
            | Output::Optional(_)
            | Output::Exists
            | Output::Text => format!("`{}`", signatures::output(self.module, output)),
        }
    }

    /// The responses that mean success. If the result depends on the status, they are variants of
    /// an enum.
    pub(super) fn success(
        &self,
        responses: &[Response],
        returned: Option<&Response>,
        call: &Call,
        operation: &Place,
    ) -> Vec<Element> {
        let by_status = match &call.output {
            Output::ByStatus(it) => Some(it),
            _ => None,
        };
        let elements = responses.iter().map(|it| {
            let mut element = response(it, "success", operation);
            if returned == Some(it) {
                element.facets.retain(|it| it.aspect != Aspect::Type);
            }
            let variant = by_status.and_then(|result| {
                Some((result, result.variants.iter().find(|v| v.status == it.status)?))
            });
            if let Some((result, variant)) = variant {
                self.variant(&mut element, &result.name, variant);
            }
            element
        });
        elements.collect()
    }

    /// Adds which variant of the enum of results the response is.
    fn variant(&self, element: &mut Element, result: &str, variant: &StatusVariant) {
        let StatusVariant { name, status: _, docs: _, body } = variant;
        let ty = match body {
            VariantBody::Nothing => None,
            VariantBody::Bytes => Some("`azure_core::Bytes`".to_owned()),
            VariantBody::Text => Some("`String`".to_owned()),
            VariantBody::Json { ty, boxed, debug: _ } => {
                let ty = signatures::ty(self.module, ty);
                Some(if *boxed { format!("`Box<{ty}>`") } else { format!("`{ty}`") })
            }
        };
        // The enum is `#[non_exhaustive]`.
        (element.added, element.removed) = (Level::Minor, Level::Major);
        element.rust = format!("variant `calls::{result}::{name}`");
        for facet in &mut element.facets {
            if facet.aspect == Aspect::Type {
                facet.rust.clone_from(&ty);
            }
        }
        let kind =
            if ty.is_some() { "a variant with a value" } else { "a variant without a value" };
        element.facets.push(Facet::said(Aspect::Kind, None).rust(kind.to_owned()));
    }

    /// The headers of the responses that mean success, which share a struct.
    pub(super) fn headers(
        &self,
        success: &[Response],
        model: Option<&HeadersModel>,
    ) -> Vec<Element> {
        let Some(HeadersModel { name, fields }) = model else { return Vec::new() };
        let mut seen = HashSet::new();
        let all = success.iter().flat_map(|it| &it.headers);
        let once = all.filter(|it| seen.insert(it.name.to_ascii_lowercase()));
        let elements = once.zip(fields).map(|(header, field)| self.header(header, name, field));
        elements.collect()
    }

    /// A body of the response that callers can ask for instead.
    pub(super) fn other(&self, it: &OtherOutput, call: &Call, operation: &Place) -> Element {
        let OtherOutput { method, output, media_types } = it;
        let rust = format!("method `calls::{}::{method}`", call.name);
        let place = operation.child("responses");
        let mut element = Element::new(Kind::Alternative, *method, &place, rust);
        element.facets = vec![
            words::list(Aspect::Format, media_types, &[]),
            Facet::said(Aspect::Output, None).rust(self.output(output)),
        ];
        element
    }

    fn header(&self, header: &ResponseHeader, model: &str, field: &HeaderField) -> Element {
        let ResponseHeader { name, client_name, place, docs, ty } = header;
        // The encoding follows from the type, and debug output is for people.
        let HeaderField { name: field, wire_name: _, docs: _, ty: rust, format: _, debug: _ } =
            field;
        let path = format!("field `calls::{model}::{field}`");
        let mut element = Element::new(Kind::Header, name, place, path);
        element.facets = vec![
            Facet::said(Aspect::Name, client_name.clone()).rust(format!("`{field}`")),
            Facet::said(Aspect::Words, docs.clone()),
            Facet::said(Aspect::Type, words::ty(ty))
                .rust(format!("`Option<{}>`", signatures::ty(self.module, rust))),
        ];
        element
    }
}

/// The response whose body the call returns, if it is the same for all statuses.
pub fn returned<'a>(success: &'a [Response], output: &Output) -> Option<&'a Response> {
    let is_one = !matches!(output, Output::ByStatus(_));
    success.iter().find(|it| is_one && it.body.is_some())
}

pub fn error(it: &Response, operation: &Place) -> Element {
    let mut element = response(it, "failure", operation);
    // Error headers have no struct.
    let headers = it.headers.iter().map(|it| format!("{}: {}", it.name, words::ty(&it.ty)));
    element.facets.push(words::list(Aspect::Headers, &headers.collect::<Vec<_>>(), &[]));
    element
}

pub fn paging(paging: Option<&Paging>) -> Facet {
    let said = paging.map(|Paging { page: _, items, required: _, item: _, next_link }| {
        let items = match &items[..] {
            [] => "items without an object".to_owned(),
            path => format!("items in {}", path.join(".")),
        };
        match &next_link[..] {
            [] => format!("{items}, one page"),
            path => format!("{items}, next link in {}", path.join(".")),
        }
    });
    Facet::said(Aspect::Paging, said)
}

pub fn long_running(it: Option<&LongRunning>) -> Facet {
    let said = it.map(|LongRunning { final_state, result }| {
        let place = final_state.map_or("at an unknown place", |it| match it {
            FinalState::AzureAsyncOperation => "at Azure-AsyncOperation",
            FinalState::Location => "at Location",
            FinalState::OperationLocation => "at Operation-Location",
            FinalState::OriginalUri => "at the URL of the operation",
        });
        let result = result.as_ref().map_or("its result".to_owned(), words::ty);
        format!("{result} {place}")
    });
    Facet::said(Aspect::LongRunning, said)
}

fn response(response: &Response, means: &str, operation: &Place) -> Element {
    // Headers that users see are children of the operation.
    let Response {
        status,
        docs,
        body,
        format: _,
        nullable,
        media_type: _,
        others: _,
        headers: _,
        xml,
    } = response;
    let name = format!("{status:?}");
    let place = operation.child("responses").child(&name);
    let mut element = Element::new(Kind::Response, name, &place, String::new());
    (element.added, element.removed) = (Level::Patch, Level::Patch);
    element.facets = vec![
        Facet::said(Aspect::Success, means.to_owned()),
        Facet::said(Aspect::Words, docs.clone()),
        Facet::said(Aspect::Type, body.as_ref().map(words::ty)),
        Facet::said(Aspect::Format, words::response_format(response)),
        Facet::said(Aspect::Xml, xml.as_ref().map(xml::shape)),
        Facet::flag(Aspect::Nullable, *nullable, "nullable"),
    ];
    element
}
