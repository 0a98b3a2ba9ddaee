//! Private types: pages of lists, and types that an overlay replaces. Their changes do not reach
//! the crate's API, but the overlay may need a change.

use super::{Surface, inputs::property_facets, words};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind, Level},
    model::{
        description::{Choice, ChoiceVariant, Enum, Struct, TypeDefinition, TypeKind, Union},
        package::CallBody,
        source::Place,
    },
};

const RUST: &str = "not a type of `models`: a page, or replaced by an overlay";

impl Surface<'_> {
    /// `None` for a type that is compared elsewhere: in `models`, or as the body of a call.
    pub(super) fn hidden(&self, definition: &TypeDefinition) -> Option<Element> {
        let TypeDefinition { name, place, docs, deprecated, kind } = definition;
        let is_model = self.module.models.iter().any(|it| it.wire_name == *name);
        let mut calls = self.module.clients.iter().flat_map(|client| &client.calls);
        let is_body = calls.any(|call| match &call.body {
            CallBody::Fields(body) => body.wire_name == *name,
            CallBody::None
            | CallBody::Whole { .. }
            | CallBody::Raw { .. }
            | CallBody::Lines { .. }
            | CallBody::Form { .. } => false,
        });
        if is_model || is_body {
            return None;
        }
        let mut element = hidden(Kind::Type, name, place, Vec::new());
        let said = match kind {
            TypeKind::Struct(it) => structure(&mut element, it),
            TypeKind::Enum(it) => enumeration(&mut element, it),
            TypeKind::Union(it) => union(&mut element, it),
            TypeKind::Choice(it) => choice(&mut element, it),
        };
        element.facets.extend([
            Facet::said(Aspect::Name, None),
            Facet::said(Aspect::Words, docs.clone()),
            Facet::flag(Aspect::Deprecated, *deprecated, "deprecated"),
            Facet::said(Aspect::Kind, said.to_owned()),
        ]);
        Some(element)
    }
}

fn structure(element: &mut Element, it: &Struct) -> &'static str {
    let Struct { properties, additional_properties, tags } = it;
    let further = additional_properties.as_ref().map(words::ty);
    element.facets.push(Facet::said(Aspect::AdditionalProperties, further));
    element.facets.push(words::tags(tags));
    element.children.extend(
        properties
            .iter()
            .map(|it| hidden(Kind::Property, &it.name, &it.place, property_facets(it))),
    );
    "object"
}

fn enumeration(element: &mut Element, it: &Enum) -> &'static str {
    let Enum { base, values, extensible, plain: _ } = it;
    element.facets.extend([
        Facet::said(Aspect::Extensible, words::extensible(*extensible).to_owned()),
        Facet::said(Aspect::Style, words::base(*base).to_owned()),
    ]);
    let place = element.place.child("enum");
    element.children.extend(values.iter().enumerate().map(|(index, it)| {
        hidden(Kind::Value, &it.value, &place.child(index), words::value(it).into())
    }));
    "enum"
}

fn union(element: &mut Element, it: &Union) -> &'static str {
    let Union { discriminator, variants } = it;
    element.facets.push(Facet::said(Aspect::Discriminator, discriminator.clone()));
    element.children.extend(variants.iter().map(|it| {
        let ty = Facet::said(Aspect::Type, it.type_name.clone());
        hidden(Kind::Variant, &it.value, &element.place, vec![ty])
    }));
    "union"
}

fn choice(element: &mut Element, it: &Choice) -> &'static str {
    let Choice { variants } = it;
    element.children.extend(variants.iter().map(|ChoiceVariant { kind, ty }| {
        let kind = Facet::said(Aspect::Discriminator, words::json_kind(kind));
        hidden(Kind::Variant, &words::ty(ty), &element.place, vec![kind])
    }));
    "choice"
}

fn hidden(kind: Kind, name: &str, place: &Place, facets: Vec<Facet>) -> Element {
    let (added, removed) = (Level::Patch, Level::Patch);
    Element { added, removed, facets, ..Element::new(kind, name, place, RUST.to_owned()) }
}
