//! The types of `models` that users see: structs, enums, unions and choices.

use super::{Surface, inputs::property_facets, words, xml};
use crate::{
    diff::element::{Aspect, Element, Facet, Kind, Level},
    model::{
        description::{self, Choice, Enum, Struct, TypeDefinition, TypeKind, Union, Variant},
        package::{
            AdditionalProperties, ChoiceModel, ChoiceVariant, Derive, EnumModel, EnumVariant,
            Field, Model, ModelKind, StructModel, UnionModel, UnionVariant,
        },
        wire::EnumBase,
    },
    render::signatures,
};

impl Surface<'_> {
    /// Returns `None` for the page of a list, which is private.
    pub(super) fn ty(&self, model: &Model) -> Option<Element> {
        let Model { name, wire_name, docs: _, deprecated: _, is_error, kind } = model;
        let definition = self.api.definition(wire_name)?;
        let TypeDefinition { name: _, place, docs, deprecated, kind: described } = definition;
        let path = format!("models::{name}");
        let mut element = Element::new(Kind::Type, wire_name, place, String::new());
        element.facets = vec![
            Facet::said(Aspect::Name, None).rust(format!("`{path}`")),
            Facet::said(Aspect::Words, docs.clone()),
            Facet::flag(Aspect::Deprecated, *deprecated, "deprecated"),
            Facet::said(Aspect::Error, None).rust(is_error.then(|| format!("`{name}::of`"))),
        ];
        let mut objects = self.api.xml_objects.iter();
        let xml = objects.find(|it| it.name == *wire_name).map(xml::object);
        element.facets.extend(xml.map(|it| words::list(Aspect::Xml, &it, &[])));
        let (said, rust) = match (described, kind) {
            (TypeKind::Struct(it), ModelKind::Struct(model)) => {
                self.structure(&mut element, &path, it, model);
                ("object", "struct")
            }
            (TypeKind::Enum(it), ModelKind::Enum(model)) => {
                enumeration(&mut element, &path, it, model);
                ("enum", "enum")
            }
            (TypeKind::Union(it), ModelKind::Union(model)) => {
                union(&mut element, &path, it, model);
                ("union", "enum of structs")
            }
            (TypeKind::Choice(it), ModelKind::Choice(model)) => {
                self.choice(&mut element, &path, it, model);
                ("choice", "enum of types")
            }
            _ => return None,
        };
        element.rust = format!("{rust} `{path}`");
        element.facets.push(Facet::said(Aspect::Kind, said.to_owned()).rust(rust.to_owned()));
        Some(element)
    }

    fn structure(&self, element: &mut Element, path: &str, it: &Struct, model: &StructModel) {
        let Struct { properties, additional_properties, tags } = it;
        // Tags are private.
        let StructModel { derives, fields, camel_case: _, additional, tags: _, constructor } =
            model;
        let is_made = constructor.is_some();
        let default = derives.contains(&Derive::Default);
        let additional = additional.as_ref().map(|AdditionalProperties { name, ty, lints: _ }| {
            format!("the field `{name}: {}`", signatures::ty(self.module, ty))
        });
        element.facets.extend([
            Facet::said(
                Aspect::AdditionalProperties,
                additional_properties.as_ref().map(words::ty),
            )
            .rust(additional),
            words::tags(tags),
            Facet::said(Aspect::Made, None).rust(is_made.then(|| "`new` and setters".to_owned())),
            Facet::said(Aspect::Default, None).rust(default.then(|| "`Default`".to_owned())),
        ]);
        let arguments = || model.arguments();
        element.children.extend(properties.iter().filter_map(|property| {
            let field = fields.iter().find(|it| it.wire_name == property.name)?;
            let argument = arguments().position(|it| it.wire_name == property.name);
            let role = is_made.then(|| match argument {
                Some(_) => "an argument of `new`".to_owned(),
                None => "a setter".to_owned(),
            });
            let argument = argument.filter(|_| is_made);
            let mut element =
                Element::new(Kind::Property, &property.name, &property.place, String::new());
            element.facets = property_facets(property);
            self.field(&mut element, path, field, argument, role);
            Some(element)
        }));
    }

    /// The variants of a choice have no names in the description, so they are named by their types.
    fn choice(&self, element: &mut Element, path: &str, it: &Choice, model: &ChoiceModel) {
        let Choice { variants } = it;
        let ChoiceModel { variants: models } = model;
        let pairs = variants.iter().zip(models);
        element.children.extend(pairs.map(|(variant, model)| {
            let description::ChoiceVariant { kind, ty: said } = variant;
            // Debug output is for people.
            let ChoiceVariant {
                name,
                kind: _,
                docs: _,
                ty: rust,
                boxed: _,
                converts,
                from_str: _,
                debug: _,
            } = model;
            let ty = signatures::ty(self.module, rust);
            let variant = format!("variant `{path}::{name}`");
            let mut child = Element::new(Kind::Variant, words::ty(said), &element.place, variant);
            child.facets = vec![
                Facet::said(Aspect::Name, None).rust(format!("`{name}`")),
                Facet::said(Aspect::Type, words::ty(said)).rust(format!("`{ty}`")),
                Facet::said(Aspect::Discriminator, words::json_kind(kind)),
                Facet::said(Aspect::Converts, None).rust(converts.then(|| format!("`From<{ty}>`"))),
            ];
            child
        }));
    }

    /// Adds which field the property is.
    fn field(
        &self,
        element: &mut Element,
        path: &str,
        field: &Field,
        argument: Option<usize>,
        role: Option<String>,
    ) {
        let Field {
            name,
            wire_name: _,
            docs: _,
            ty,
            // They follow from the type.
            absent: _,
            input: _,
            storage: _,
            // How JSON is written and read.
            rename: _,
            default: _,
            codec: _,
            // Debug output is for people.
            debug: _,
            lints: _,
            setter_lints: _,
            shorthand: _,
        } = field;
        let ty = signatures::ty(self.module, ty);
        element.rust = format!("field `{path}::{name}`");
        element.argument = argument;
        if argument.is_some() {
            element.added = Level::Major;
        }
        for facet in &mut element.facets {
            match facet.aspect {
                Aspect::Name => facet.rust = Some(format!("`{name}`")),
                Aspect::Required => facet.rust.clone_from(&role),
                Aspect::Type => facet.rust = Some(format!("`{ty}`")),
                _ => {}
            }
        }
    }
}

/// All enums are `#[non_exhaustive]`, so a new value is minor. In a closed enum it is major if it
/// moves the values behind it, which are numbers too (`as i32`).
fn enumeration(element: &mut Element, path: &str, it: &Enum, model: &EnumModel) {
    let Enum { base, values, extensible, plain: _ } = it;
    let EnumModel { base: _, derives: _, variants, extensible: _ } = model;
    let (ty, getter) = match base {
        EnumBase::Integer => ("i64", "`value`, and `Copy`"),
        EnumBase::Text => ("&str", "`as_str`"),
    };
    let rust = match extensible {
        true => format!("`From<{ty}>`, with `UnknownValue`"),
        false => format!("`TryFrom<{ty}>`, without `UnknownValue`"),
    };
    let said = words::extensible(*extensible).to_owned();
    element.facets.extend([
        Facet::said(Aspect::Extensible, said).rust(rust),
        Facet::said(Aspect::Style, words::base(*base).to_owned()).rust(getter.to_owned()),
    ]);
    let place = element.place.child("enum");
    for (index, (value, variant)) in values.iter().zip(variants).enumerate() {
        let EnumVariant { name, value: _, docs: _ } = variant;
        let (place, rust) = (place.child(index), format!("variant `{path}::{name}`"));
        let mut child = Element::new(Kind::Value, &value.value, &place, rust);
        let [named, words] = words::value(value);
        child.facets = vec![named.rust(format!("`{name}`")), words];
        // An open enum has a variant with a value, so it cannot be cast.
        if !extensible {
            child.facets.push(Facet::said(Aspect::Number, None).rust(format!("`{index}`")));
        }
        element.children.push(child);
    }
}

fn union(element: &mut Element, path: &str, it: &Union, model: &UnionModel) {
    let Union { discriminator, variants } = it;
    let UnionModel { discriminator: _, variants: models, patched } = model;
    let patch = "variants become a `Patch` by `into()`";
    element.facets.extend([
        Facet::said(Aspect::Discriminator, discriminator.clone()),
        Facet::said(Aspect::Patched, None).rust(patched.then(|| patch.to_owned())),
    ]);
    for (Variant { value, type_name, is_marked }, model) in variants.iter().zip(models) {
        let UnionVariant { name, value: _, docs: _, model, converts, is_marked: _ } = model;
        let rust = format!("variant `{path}::{name}`");
        let mut child = Element::new(Kind::Variant, value, &element.place, rust);
        child.facets = vec![
            Facet::said(Aspect::Name, None).rust(format!("`{name}`")),
            Facet::said(Aspect::Type, type_name.clone()).rust(format!("`models::{model}`")),
            Facet::said(Aspect::Converts, None).rust(converts.then(|| format!("`From<{model}>`"))),
            Facet::flag(Aspect::Discriminator, *is_marked, "not a property of the type"),
        ];
        element.children.push(child);
    }
}
