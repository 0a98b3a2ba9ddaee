//! Writes JSON as XML.

use crate::runtime::{
    failure::refused,
    xml::shape::{Namespace, Node, Object, Property, Root, Shape},
};
use azure_core::{Result, Value};
use quick_xml::escape::escape;
use serde_json::Map;
use std::borrow::Cow;

/// The document with this JSON.
///
/// # Errors
/// Returns an error if a text contains a character that XML cannot contain, or if the name of a
/// map's entry cannot be the name of an element.
pub(crate) fn to_xml(value: &Value, root: &Root) -> Result<String> {
    let mut document = r#"<?xml version="1.0" encoding="utf-8"?>"#.to_owned();
    write_element(&mut document, root.name, root.namespace, value, root.shape)?;
    Ok(document)
}

fn write_element(
    document: &mut String,
    name: &str,
    namespace: Option<Namespace>,
    value: &Value,
    shape: Shape,
) -> Result<()> {
    let mut content = String::new();
    let mut attributes: Vec<(&str, Cow<'_, str>)> = Vec::new();
    attributes.extend(namespace.map(|(name, uri)| (name, uri.into())));
    match (shape, value) {
        (Shape::Object(object), Value::Object(members)) => {
            attributes.extend(object_attributes(object, members));
            write_object(&mut content, object, members)?;
        }
        (Shape::Map(shape), Value::Object(entries)) => {
            for (name, value) in entries {
                write_entry(&mut content, name, value, *shape)?;
            }
        }
        (Shape::List(name, shape), Value::Array(items)) => {
            for item in items {
                write_element(&mut content, name, None, item, *shape)?;
            }
        }
        (_, value) => content = escaped(&scalar(value))?,
    }
    document.extend(["<", name]);
    for (name, value) in attributes {
        document.extend([" ", name, "=\"", &escaped(&value)?, "\""]);
    }
    match content.is_empty() {
        true => document.push_str("/>"),
        false => document.extend([">", &content, "</", name, ">"]),
    }
    Ok(())
}

fn object_attributes<'a>(
    object: &Object,
    members: &'a Map<String, Value>,
) -> impl Iterator<Item = (&'static str, Cow<'a, str>)> {
    let properties = object.properties.iter().filter(|it| it.node == Node::Attribute);
    properties.filter_map(|it| Some((it.name, scalar(present(it, members)?))))
}

fn write_object(content: &mut String, object: &Object, members: &Map<String, Value>) -> Result<()> {
    for property in object.properties {
        let Some(value) = present(property, members) else { continue };
        let Property { name, namespace, shape, .. } = *property;
        let mut element = |value| write_element(content, name, namespace, value, shape);
        match property.node {
            Node::Attribute => {}
            Node::Content => content.push_str(&escaped(&scalar(value))?),
            Node::Element => element(value)?,
            Node::Elements => {
                value.as_array().into_iter().flatten().try_for_each(&mut element)?;
            }
        }
    }
    let Some(shape) = object.other else { return Ok(()) };
    let is_named = |name: &str| object.properties.iter().any(|it| it.json == name);
    for (name, value) in members.iter().filter(|(name, _)| !is_named(name)) {
        write_entry(content, name, value, shape)?;
    }
    Ok(())
}

/// The value of a property, unless it is absent.
fn present<'a>(property: &Property, members: &'a Map<String, Value>) -> Option<&'a Value> {
    members.get(property.json).filter(|value| !value.is_null())
}

fn write_entry(content: &mut String, name: &str, value: &Value, shape: Shape) -> Result<()> {
    let is_start = |it: char| it.is_alphabetic() || it == '_';
    let is_part = |it: char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.');
    if !name.starts_with(is_start) || !name.chars().all(is_part) {
        return Err(refused("the name of an entry cannot be the name of an XML element"));
    }
    write_element(content, name, None, value, shape)
}

/// The text of a value. A value without one is empty.
fn scalar(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => "".into(),
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
}

/// Escapes text so that it is read back as it is, in an element and in an attribute.
fn escaped(text: &str) -> Result<String> {
    let is_space = |it: char| matches!(it, '\t' | '\n' | '\r');
    let is_allowed =
        |it: char| is_space(it) || !(it < ' ' || matches!(it, '\u{fffe}' | '\u{ffff}'));
    if !text.chars().all(is_allowed) {
        return Err(refused("the body contains a character that XML cannot contain"));
    }
    let mut escaped = String::with_capacity(text.len());
    for piece in escape(text).split_inclusive(is_space) {
        match piece.strip_suffix(is_space) {
            Some(start) => {
                let space = piece.as_bytes()[piece.len() - 1];
                escaped.push_str(&format!("{start}&#{space};"));
            }
            None => escaped.push_str(piece),
        }
    }
    Ok(escaped)
}
