//! The inputs of a request: parameters, and a body as a whole or property by property.

use super::{Surface, words, xml};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind, Level},
    model::{
        description::{Body, Parameter, Property, TypeKind},
        package::{Argument, Call, CallBody, InputType, Setter, Target},
    },
    render::signatures,
};

/// The way in which a caller passes a value.
enum Given<'a> {
    Argument(usize, &'a Argument),
    Setter(&'a Setter),
    /// A parameter that the client holds.
    Held,
    /// A parameter with one value, sent in every request.
    Constant,
}

impl Surface<'_> {
    pub(super) fn parameter(&self, parameter: &Parameter, call: &Call) -> Element {
        let Parameter {
            name,
            client_name,
            place,
            docs,
            deprecated,
            location,
            required,
            ty,
            style,
            constant,
            constraints,
            media_type,
        } = parameter;
        let is_target = |it: &Target| it.location() == Some(*location);
        let given = match constant {
            Some(_) => Given::Constant,
            None => given(call, name, is_target),
        };
        let mut element = Element::new(Kind::Parameter, name, place, String::new());
        element.facets = vec![
            Facet::said(Aspect::Words, docs.clone()),
            Facet::flag(Aspect::Deprecated, *deprecated, "deprecated"),
            Facet::said(Aspect::Location, words::location(*location).to_owned()),
            Facet::said(Aspect::Style, style.map(|it| words::style(it).to_owned())),
            Facet::said(Aspect::Constant, constant.clone()),
            Facet::said(Aspect::Required, words::required(*required).to_owned()),
            Facet::said(Aspect::Type, words::ty(ty)),
            Facet::said(Aspect::Constraints, words::constraints(constraints)),
            Facet::said(Aspect::Name, client_name.clone()),
            Facet::said(Aspect::Format, media_type.clone()),
        ];
        self.give(&mut element, call, &given);
        element
    }

    /// The body. If callers give its properties one by one, they are its children.
    pub(super) fn body(&self, body: &Body, call: &Call) -> Option<Element> {
        let Body { place, docs, required, format, content_type, ty, xml } = body;
        let mut element = Element::new(Kind::Body, "body", place, String::new());
        element.facets = vec![
            Facet::said(Aspect::Words, docs.clone()),
            Facet::said(Aspect::Required, words::required(*required).to_owned()),
            Facet::said(Aspect::Type, words::ty(ty)),
            Facet::said(Aspect::Format, words::format(*format, content_type.as_ref())),
            Facet::said(Aspect::Xml, xml.as_ref().map(xml::root)),
        ];
        let kind = match &call.body {
            CallBody::None => return None,
            CallBody::Whole { ty: _, required: _ }
            | CallBody::Lines { ty: _, required: _ }
            | CallBody::Raw { format: _, required: _ } => {
                self.give(&mut element, call, &given(call, "body", |it| *it == Target::Body));
                "the body as a whole"
            }
            CallBody::Fields(_) => {
                let definition = ty.name().and_then(|name| self.api.definition(name))?;
                let TypeKind::Struct(it) = &definition.kind else { return None };
                let sent = it.properties.iter().filter(|it| !it.read_only);
                element.children = sent.map(|it| self.sent_property(it, call)).collect();
                element.added = element.children.iter().map(|it| it.added).max()?;
                let given = element.children.iter().map(|it| it.rust.as_str());
                element.rust = given.collect::<Vec<_>>().join(", ");
                "the body's properties one by one"
            }
            CallBody::Form { multipart: _ } => {
                // The fields of a form are parameters.
                (element.added, element.removed) = (Level::Patch, Level::Patch);
                "the fields of a form"
            }
        };
        element.facets.push(Facet::said(Aspect::Kind, None).rust(kind.to_owned()));
        Some(element)
    }

    fn sent_property(&self, property: &Property, call: &Call) -> Element {
        let mut element =
            Element::new(Kind::Property, &property.name, &property.place, String::new());
        element.facets = property_facets(property);
        let is_field = |target: &Target| matches!(target, Target::Field { .. });
        self.give(&mut element, call, &given(call, &property.name, is_field));
        element
    }

    /// Adds the way in which callers pass the value of the element.
    fn give(&self, element: &mut Element, call: &Call, given: &Given) {
        let typed = |ty: &InputType| format!("`{}`", signatures::input(self.module, ty));
        let mut is_deprecated = false;
        let (name, role, level, ty) = match given {
            Given::Argument(index, it) => {
                let Argument { name, wire_name: _, ty, target: _ } = it;
                element.added = Level::Major;
                element.argument = Some(*index);
                element.rust = format!("argument `{name}` of the method `{}`", call.method);
                (Some(name), "an argument", Level::Major, Some(typed(ty)))
            }
            Given::Setter(it) => {
                // A refusal comes from `sdk.yaml`.
                let Setter {
                    name,
                    wire_name: _,
                    docs: _,
                    deprecated,
                    ty,
                    target: _,
                    refusal: _,
                    lints: _,
                } = it;
                element.rust = format!("setter `calls::{}::{name}`", call.name);
                is_deprecated = *deprecated;
                (Some(name), "a setter", Level::Minor, Some(typed(ty)))
            }
            Given::Held => {
                element.rust = "held by the client".to_owned();
                (None, "held by the client", Level::Major, None)
            }
            Given::Constant => {
                (element.added, element.removed) = (Level::Patch, Level::Patch);
                element.rust = "sent in every request".to_owned();
                (None, "a constant", Level::Patch, None)
            }
        };
        for facet in &mut element.facets {
            match facet.aspect {
                Aspect::Name => {
                    facet.rust = name.map(|it| format!("`{it}`"));
                    // Callers do not write the names of arguments.
                    if element.argument.is_some() {
                        facet.rust_level = Level::Patch;
                    }
                }
                // If a setter becomes an argument, its name is gone.
                Aspect::Required => {
                    (facet.rust, facet.rust_level) = (Some(role.to_owned()), level);
                }
                Aspect::Type => facet.rust.clone_from(&ty),
                Aspect::Deprecated if is_deprecated => {
                    facet.rust = Some("`#[deprecated]`".to_owned());
                    facet.rust_level = Level::Minor;
                }
                _ => {}
            }
        }
    }
}

/// The facets of a property, wherever it appears in Rust.
pub(super) fn property_facets(property: &Property) -> Vec<Facet> {
    let Property {
        name: _,
        client_name,
        place: _,
        docs,
        required,
        nullable,
        read_only,
        write_only,
        ty,
        constraints,
    } = property;
    vec![
        Facet::said(Aspect::Words, docs.clone()),
        Facet::said(Aspect::Required, words::required(*required).to_owned()),
        Facet::flag(Aspect::Nullable, *nullable, "nullable"),
        Facet::flag(Aspect::ReadOnly, *read_only, "read-only"),
        Facet::flag(Aspect::WriteOnly, *write_only, "write-only"),
        Facet::said(Aspect::Type, words::ty(ty)),
        Facet::said(Aspect::Constraints, words::constraints(constraints)),
        Facet::said(Aspect::Name, client_name.clone()),
    ]
}

fn given<'a>(call: &'a Call, wire_name: &str, is_target: impl Fn(&Target) -> bool) -> Given<'a> {
    let mut arguments = call.arguments.iter().enumerate();
    if let Some((index, it)) =
        arguments.find(|(_, it)| it.wire_name == wire_name && is_target(&it.target))
    {
        return Given::Argument(index, it);
    }
    let mut setters = call.setters.iter();
    match setters.find(|it| it.wire_name == wire_name && is_target(&it.target)) {
        Some(it) => Given::Setter(it),
        None => Given::Held,
    }
}
