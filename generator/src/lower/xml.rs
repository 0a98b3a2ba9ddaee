//! XML: how the `xml` objects of schemas say that values are written.

use super::Lowering;
use crate::{
    model::{
        description::{Property, Struct, Type, TypeKind},
        source::{Place, tokens},
        wire::{
            EnumBase, TimestampFormat, XmlName, XmlNode, XmlObject, XmlProperty, XmlRoot, XmlShape,
        },
    },
    read::Node,
};
use indexmap::IndexMap;

/// The shapes of the structs in bodies of XML, by name. `None` while one is being found.
pub type XmlObjects = IndexMap<String, Option<XmlObject>>;

impl<'a> Lowering<'a> {
    /// How a body of this schema and type is written. `None` if that cannot be told: the schema may
    /// be a union, or say nothing.
    pub fn xml_root(&mut self, schema: &Node<'a>, ty: &Type) -> Option<XmlRoot> {
        let written = Written::of(self, schema.clone());
        let name = written.explicit_name().or_else(|| written.component())?;
        Some(XmlRoot { name, shape: self.xml_body(schema, ty)? })
    }

    /// How a body of this schema and type is written, whatever the name of its element.
    pub fn xml_body(&mut self, schema: &Node<'a>, ty: &Type) -> Option<XmlShape> {
        let known = self.xml_objects.len();
        let shape = match ty {
            Type::Array(_) | Type::Map(_) | Type::Named(_) => self.xml_shape(schema, ty),
            _ => None,
        };
        let is_structured = shape.as_ref().is_some_and(|it| *it != XmlShape::Token);
        if !is_structured || ty.has_encoded() {
            // Objects that refer to one without a shape have none either.
            self.xml_objects.truncate(known);
            return None;
        }
        shape
    }

    fn xml_shape(&mut self, schema: &Node<'a>, ty: &Type) -> Option<XmlShape> {
        Some(match ty {
            Type::Any => return None,
            Type::Boolean => XmlShape::Boolean,
            Type::Float32 | Type::Float64 | Type::Int32 | Type::Int64 | Type::UInt64 => {
                XmlShape::Number
            }
            Type::Timestamp(TimestampFormat::UnixTime) => XmlShape::Number,
            Type::Timestamp(_) | Type::Bytes | Type::BytesUrl => XmlShape::Token,
            Type::String(_) => XmlShape::Text,
            Type::Nullable(ty) => self.xml_shape(schema, ty)?,
            Type::Map(ty) => {
                let value = Written::of(self, schema.clone()).get("additionalProperties")?;
                XmlShape::Map(Box::new(self.xml_shape(&value, ty)?))
            }
            Type::Array(ty) => {
                let array = Written::of(self, schema.clone());
                let items = array.get("items")?;
                let shape = Box::new(self.xml_shape(&items, ty)?);
                let items = Written::of(self, items);
                let name = items.explicit_name().or_else(|| items.component());
                let name = name.or_else(|| array.name())?;
                // A list declares no namespaces.
                name.namespace.is_none().then_some(XmlShape::List(name.name, shape))?
            }
            Type::Named(name) => match &self.types.get(name)?.as_ref()?.kind {
                TypeKind::Enum(it) if it.base == EnumBase::Integer => XmlShape::Number,
                TypeKind::Enum(_) => XmlShape::Token,
                TypeKind::Struct(it) => {
                    let it = it.clone();
                    self.xml_object(name, &it)?;
                    XmlShape::Object(name.clone())
                }
                TypeKind::Union(_) | TypeKind::Choice(_) => return None,
            },
        })
    }

    fn xml_object(&mut self, name: &str, it: &Struct) -> Option<()> {
        if self.xml_objects.contains_key(name) {
            return Some(());
        }
        self.xml_objects.insert(name.to_owned(), None);
        if !it.tags.is_empty() {
            return None;
        }
        let properties = it.properties.iter().map(|it| self.xml_property(it));
        let properties = properties.collect::<Option<Vec<_>>>()?;
        let other = match &it.additional_properties {
            Some(ty) => Some(self.xml_other(name, ty)?),
            None => None,
        };
        let object = XmlObject { name: name.to_owned(), properties, other };
        self.xml_objects.insert(name.to_owned(), Some(object));
        Some(())
    }

    fn xml_other(&mut self, name: &str, ty: &Type) -> Option<XmlShape> {
        let place = self.types.get(name)?.as_ref()?.place.child("additionalProperties");
        let documents = self.documents;
        self.xml_shape(&documents.node(place)?, ty)
    }

    fn xml_property(&mut self, property: &Property) -> Option<XmlProperty> {
        let documents = self.documents;
        let node = documents.node(property.place.clone())?;
        let written = Written::of(self, node.clone());
        let shape = self.xml_shape(&node, &property.ty)?;
        let own_name = || written.explicit_name().unwrap_or_else(|| plain(&property.name));
        let (node, name, shape) = match (written.kind(), shape) {
            (Kind::Attribute, shape) if is_scalar(&shape) => {
                (XmlNode::Attribute, own_name(), shape)
            }
            (Kind::Content, shape) if is_scalar(&shape) => (XmlNode::Content, own_name(), shape),
            (Kind::Attribute | Kind::Content, _) => return None,
            (Kind::Default, XmlShape::List(_, shape)) => {
                let items = written.get("items")?;
                let name = Written::of(self, items).explicit_name();
                (XmlNode::Elements, name.unwrap_or_else(|| plain(&property.name)), *shape)
            }
            (Kind::Element | Kind::Default, shape) => (XmlNode::Element, own_name(), shape),
        };
        let json = property.name.clone();
        Some(XmlProperty { is_renamed: name.name != json, json, name, node, shape })
    }
}

fn is_scalar(shape: &XmlShape) -> bool {
    !matches!(shape, XmlShape::Object(_) | XmlShape::Map(_) | XmlShape::List(..))
}

fn plain(name: impl AsRef<str>) -> XmlName {
    XmlName { name: name.as_ref().to_owned(), namespace: None }
}

/// The last token of a place in this mapping.
fn name_in(place: &Place, mapping: &str) -> Option<XmlName> {
    let mut tokens = tokens(&place.pointer).rev();
    let name = tokens.next()?;
    (tokens.next()? == mapping).then(|| plain(name))
}

/// The kind of node that a schema asks for: `attribute`, `wrapped`, Microsoft's `x-ms-text`, or
/// `nodeType` of OpenAPI 3.2.
enum Kind {
    Attribute,
    Content,
    /// An element, also for an array.
    Element,
    /// An element, or one for each item of an array.
    Default,
}

/// A schema with everything that it is composed of or refers to: first what is written in its place.
struct Written<'a> {
    parts: Vec<Node<'a>>,
}

impl<'a> Written<'a> {
    fn of(lowering: &Lowering<'a>, node: Node<'a>) -> Self {
        let place = node.place.clone();
        let mut parts = vec![node.clone()];
        parts.extend(lowering.parts(&lowering.target(&node)));
        parts.extend(lowering.parts(&node));
        parts.sort_by_key(|it| !it.place.is_in(&place));
        Self { parts }
    }

    /// The value of a keyword.
    fn get(&self, key: &str) -> Option<Node<'a>> {
        self.parts.iter().find_map(|it| it.get(key))
    }

    fn xml(&self) -> impl Iterator<Item = Node<'a>> {
        self.parts.iter().filter_map(|it| it.get("xml"))
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.xml().find_map(|it| it.text(key))
    }

    fn flag(&self, key: &str) -> bool {
        self.xml().find(|it| it.has(key)).is_some_and(|it| it.flag(key))
    }

    /// The name of the component that the schema is, or refers to.
    fn component(&self) -> Option<XmlName> {
        self.parts.iter().find_map(|it| name_in(&it.place, "schemas"))
    }

    /// The name of the element that the schema is.
    fn name(&self) -> Option<XmlName> {
        let property = || name_in(&self.parts.first()?.place, "properties");
        self.explicit_name().or_else(property).or_else(|| self.component())
    }

    /// The name in an `xml` object, with its prefix and namespace.
    fn explicit_name(&self) -> Option<XmlName> {
        let name = self.text("name")?;
        let prefix = self.text("prefix").filter(|it| !it.is_empty());
        let namespace = self.text("namespace").map(|uri| {
            let attribute = prefix.map_or("xmlns".to_owned(), |prefix| format!("xmlns:{prefix}"));
            (attribute, uri.to_owned())
        });
        let name = prefix.map_or(name.to_owned(), |prefix| format!("{prefix}:{name}"));
        Some(XmlName { name, namespace })
    }

    fn kind(&self) -> Kind {
        match self.text("nodeType") {
            Some("attribute") => Kind::Attribute,
            Some("text" | "cdata") => Kind::Content,
            Some("element") => Kind::Element,
            _ if self.flag("attribute") => Kind::Attribute,
            _ if self.flag("x-ms-text") => Kind::Content,
            _ if self.flag("wrapped") => Kind::Element,
            _ => Kind::Default,
        }
    }
}
