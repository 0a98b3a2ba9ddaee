//! Reads XML as JSON.

use crate::runtime::xml::shape::{Node, Object, Property, Shape};
use azure_core::Value;
use quick_xml::{
    Reader, XmlVersion,
    escape::resolve_xml_entity,
    events::{BytesStart, Event},
};
use serde_json::{Map, Number};

/// The JSON of a document. Returns `None` if the text is not one well-formed element, or is nested
/// more deeply than JSON may be.
///
/// Names match without their prefixes, and unknown attributes and elements are left out. Nothing is
/// fetched, and only the five entities of XML itself are known.
pub(crate) fn to_json(text: &str, shape: Shape) -> Option<Value> {
    Some(parse(text)?.value(shape))
}

/// The depth at which `serde_json` stops too.
const MAX_DEPTH: usize = 128;

#[derive(Default)]
struct Element {
    /// The name without its prefix.
    name: String,
    attributes: Vec<(String, String)>,
    children: Vec<Element>,
    text: String,
}

fn parse(text: &str) -> Option<Element> {
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    // The elements that are open, below the document itself.
    let mut open = vec![Element::default()];
    loop {
        let current = open.last_mut()?;
        match reader.read_event().ok()? {
            Event::Start(start) => {
                if open.len() > MAX_DEPTH {
                    return None;
                }
                open.push(element(&start)?);
            }
            Event::Empty(start) => current.children.push(element(&start)?),
            Event::End(_) => {
                let closed = open.pop()?;
                open.last_mut()?.children.push(closed);
            }
            Event::Text(text) => current.text.push_str(&text.xml10_content().ok()?),
            Event::CData(text) => current.text.push_str(&text.xml10_content().ok()?),
            Event::GeneralRef(reference) => match reference.resolve_char_ref().ok()? {
                Some(character) => current.text.push(character),
                None => current.text.push_str(resolve_xml_entity(&reference.decode().ok()?)?),
            },
            Event::Eof => break,
            Event::Decl(_) | Event::PI(_) | Event::DocType(_) | Event::Comment(_) => {}
        }
    }
    // An element that was not closed is still open.
    let [document] = <[Element; 1]>::try_from(open).ok()?;
    let [root] = <[Element; 1]>::try_from(document.children).ok()?;
    document.text.trim().is_empty().then_some(root)
}

fn element(start: &BytesStart) -> Option<Element> {
    let name = std::str::from_utf8(start.local_name().into_inner()).ok()?.to_owned();
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let name = std::str::from_utf8(attribute.key.local_name().into_inner()).ok()?.to_owned();
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned();
        attributes.push((name, value));
    }
    Some(Element { name, attributes, ..Element::default() })
}

impl Element {
    fn value(&self, shape: Shape) -> Value {
        if self.attribute("nil") == Some("true") {
            return Value::Null;
        }
        match shape {
            Shape::Object(object) => Value::Object(self.object(object)),
            Shape::Map(shape) => Value::Object(self.entries(*shape, |_| true)),
            // The only children of a list are its items, whatever their names are.
            Shape::List(_, item) => self.children.iter().map(|it| it.value(*item)).collect(),
            _ => scalar(&self.text, shape),
        }
    }

    fn object(&self, object: &Object) -> Map<String, Value> {
        let named = |name: &str| object.properties.iter().any(|it| it.local_name() == name);
        let mut members = match object.other {
            Some(shape) => self.entries(shape, |name| !named(name)),
            None => Map::new(),
        };
        for property in object.properties {
            let mut elements =
                self.children.iter().filter(|child| child.name == property.local_name());
            let value = match property.node {
                Node::Attribute => {
                    self.attribute(property.local_name()).map(|text| scalar(text, property.shape))
                }
                Node::Content => Some(scalar(&self.text, property.shape)),
                Node::Element => elements.next().map(|child| child.value(property.shape)),
                Node::Elements => Some(elements.map(|child| child.value(property.shape)).collect()),
            };
            members.extend(value.map(|value| (property.json.to_owned(), value)));
        }
        members
    }

    fn entries(&self, shape: Shape, is_wanted: impl Fn(&str) -> bool) -> Map<String, Value> {
        let wanted = self.children.iter().filter(|child| is_wanted(&child.name));
        wanted.map(|child| (child.name.clone(), child.value(shape))).collect()
    }

    fn attribute(&self, name: &str) -> Option<&str> {
        let known = self.attributes.iter().find(|attribute| attribute.0 == name);
        known.map(|attribute| attribute.1.as_str())
    }
}

impl Property {
    fn local_name(&self) -> &'static str {
        self.name.rsplit_once(':').map_or(self.name, |(_, name)| name)
    }
}

/// A text that is not a value of the shape stays a string, which the model then refuses.
fn scalar(text: &str, shape: Shape) -> Value {
    let trimmed = text.trim();
    match (shape, trimmed) {
        (Shape::Text, _) => text.into(),
        (_, "") => Value::Null,
        (Shape::Boolean, "true" | "1") => true.into(),
        (Shape::Boolean, "false" | "0") => false.into(),
        (Shape::Number, _) => number(trimmed).map_or_else(|| trimmed.into(), Value::Number),
        _ => trimmed.into(),
    }
}

fn number(text: &str) -> Option<Number> {
    let integer = text.parse::<i64>().map(Number::from);
    let integer = integer.or_else(|_| text.parse::<u64>().map(Number::from));
    integer.ok().or_else(|| Number::from_f64(text.parse().ok()?))
}
