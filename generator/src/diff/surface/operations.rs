//! Operations: what is sent, what comes back, and the method that does it.

use super::{Surface, words};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind, Level},
    model::{
        api::{Operation, Paging, Response},
        package::{Call, Output},
        source::Place,
    },
    render::signatures,
};

impl Surface<'_> {
    /// `None` for an operation that is a method of no client, which is a problem that was reported.
    pub(super) fn operation(&self, operation: &Operation) -> Option<Element> {
        let (client, call) = self.call_of(operation)?;
        let Operation {
            id,
            place,
            docs,
            deprecated,
            method,
            path,
            parameters,
            body,
            success,
            errors,
            paging,
        } = operation;
        let Call {
            method: function,
            name: builder,
            // What these say stands in the description too.
            docs: _,
            deprecated: _,
            http_method: _,
            path: _,
            path_values: _,
            success: _,
            // Compared one by one, as what they stand for.
            arguments: _,
            setters: _,
            body: _,
            output,
            constant: _,
            // From `sdk.yaml`.
            uuid_headers: _,
            answer: _,
        } = call;
        let name = format!("`{}::{function}`", client.name);
        let rust = format!("method {name}, which returns `calls::{builder}`");
        let mut element = Element::new(Kind::Operation, id, place, rust);
        let returned = success.iter().find(|it| it.body.is_some());
        element.facets = vec![
            Facet::said(Aspect::Name, None).rust(format!("{name}, `calls::{builder}`")),
            Facet::said(Aspect::Words, docs.clone()),
            Facet::flag(Aspect::Deprecated, *deprecated, "deprecated")
                .rust(deprecated.then(|| "`#[deprecated]`".to_owned()))
                .rust_is(Level::Minor),
            Facet::said(Aspect::Method, signatures::verb(*method).to_owned()),
            Facet::said(Aspect::Path, path.clone()),
            Facet::said(Aspect::Output, returned.and_then(|it| it.body.as_ref()).map(words::ty))
                .rust(self.output(output)),
            paging_facet(paging.as_ref()),
        ];
        let parameters = parameters.iter().map(|it| self.parameter(it, call));
        element.children.extend(parameters);
        element.children.extend(body.as_ref().and_then(|body| self.body(body, call)));
        let is_returned = |it: &Response| returned.is_some_and(|returned| returned == it);
        for (responses, means) in [(success, "success"), (errors, "failure")] {
            let elements =
                responses.iter().map(|it| response(it, means, is_returned(it), &element.place));
            let elements: Vec<Element> = elements.collect();
            element.children.extend(elements);
        }
        Some(element)
    }

    fn output(&self, output: &Output) -> String {
        match output {
            Output::Nothing => "`()`".to_owned(),
            Output::Model(ty) => format!("`{}`", signatures::ty(self.module, ty)),
            Output::List { page: _, item } => {
                format!("a list of `{}`", signatures::ty(self.module, item))
            }
        }
    }
}

fn paging_facet(paging: Option<&Paging>) -> Facet {
    let said = paging.map(|Paging { items, next_link }| match next_link {
        Some(link) => format!("items in {items}, next link in {link}"),
        None => format!("items in {items}, one page"),
    });
    Facet::said(Aspect::Paging, said)
}

/// A response. The body that the call returns is a facet of the operation.
fn response(response: &Response, means: &str, is_returned: bool, operation: &Place) -> Element {
    let Response { status, docs, body } = response;
    let name = status.map_or("default".to_owned(), |it| it.to_string());
    let place = operation.child("responses").child(&name);
    let mut element = Element::new(Kind::Response, name, &place, String::new());
    (element.added, element.removed) = (Level::Patch, Level::Patch);
    element.facets = vec![
        Facet::said(Aspect::Success, means.to_owned()),
        Facet::said(Aspect::Words, docs.clone()),
    ];
    if !is_returned {
        element.facets.push(Facet::said(Aspect::Type, body.as_ref().map(words::ty)));
    }
    element
}
