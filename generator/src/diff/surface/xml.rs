//! How bodies are written in XML, in words.

use crate::model::wire::{XmlName, XmlNode, XmlObject, XmlProperty, XmlRoot, XmlShape};

pub fn root(it: &XmlRoot) -> String {
    let XmlRoot { name, shape } = it;
    format!("the element {} with {}", self::name(name), self::shape(shape))
}

pub fn shape(it: &XmlShape) -> String {
    match it {
        XmlShape::Boolean | XmlShape::Number | XmlShape::Text | XmlShape::Token => {
            "text".to_owned()
        }
        XmlShape::Object(name) => name.clone(),
        XmlShape::Map(value) => format!("an element for each entry: {}", shape(value)),
        XmlShape::List(name, item) => format!("elements {name:?}: {}", shape(item)),
    }
}

/// The properties that are not simply elements of their name.
pub fn object(it: &XmlObject) -> Vec<String> {
    let XmlObject { name: _, properties, other: _ } = it;
    properties.iter().filter_map(property).collect()
}

fn property(it: &XmlProperty) -> Option<String> {
    let XmlProperty { json, name, node, is_renamed, shape } = it;
    let kind = match node {
        XmlNode::Attribute => "attribute",
        XmlNode::Element => "element",
        XmlNode::Elements => "elements",
        XmlNode::Content => return Some(format!("{json}: content")),
    };
    let is_list = matches!(shape, XmlShape::List(..));
    let is_plain = *node == XmlNode::Element && name.namespace.is_none();
    if is_plain && !is_renamed && !is_list {
        return None;
    }
    let list = if is_list { format!(" of {}", self::shape(shape)) } else { String::new() };
    Some(format!("{json}: {kind} {}{list}", self::name(name)))
}

fn name(it: &XmlName) -> String {
    let XmlName { name, namespace } = it;
    match namespace {
        Some((_, uri)) => format!("{name:?} of {uri}"),
        None => format!("{name:?}"),
    }
}
