//! Parameters in the path, the query and the headers, and response headers.

use super::{Conversion, Object};
use crate::read::moves::below;
use serde_json::Value;

/// The fields about a parameter's values. OpenAPI 3.0 has them in `schema`.
const OF_VALUES: &[&str] = &[
    "type",
    "format",
    "items",
    "default",
    "enum",
    "x-ms-enum",
    "x-nullable",
    "pattern",
    "multipleOf",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
];

impl Conversion<'_> {
    pub(super) fn parameter(&mut self, parameter: &Object, from: &str, to: &str) -> Object {
        let place = parameter.get("in").and_then(Value::as_str).unwrap_or_default();
        self.with_schema(parameter, place, from, to)
    }

    pub(super) fn header(&mut self, header: &Object, from: &str, to: &str) -> Object {
        self.with_schema(header, "header", from, to)
    }

    fn with_schema(&mut self, parameter: &Object, place: &str, from: &str, to: &str) -> Object {
        let schema = below(to, ["schema"]);
        self.moves.added(&schema, from);
        for field in OF_VALUES.iter().filter(|field| parameter.contains_key(**field)) {
            self.moves.moved(&below(from, [field]), &below(&schema, [field]));
        }
        let split = Split::new(parameter);
        let Serialization { style, extension } = split.serialization(place);
        let mut converted = split.rest;
        if let Some((style, explode)) = style {
            converted.insert("style".to_owned(), style.into());
            converted.insert("explode".to_owned(), explode.into());
        }
        if let Some(format) = extension {
            converted.insert("x-collectionFormat".to_owned(), format.into());
        }
        converted.insert("schema".to_owned(), split.schema.into());
        converted
    }
}

/// A parameter, split into the fields about its values and the rest.
pub(super) struct Split<'a> {
    schema: Object,
    rest: Object,
    /// The separator of an array's items.
    collection_format: Option<&'a str>,
}

impl<'a> Split<'a> {
    pub fn new(parameter: &'a Object) -> Self {
        let is_array = parameter.get("type").is_some_and(|name| name == "array");
        let stated = parameter.get("collectionFormat").and_then(Value::as_str);
        let mut split = Self {
            schema: Object::new(),
            rest: Object::new(),
            collection_format: is_array.then(|| stated.unwrap_or("csv")),
        };
        for (field, value) in parameter {
            let half = match &**field {
                "collectionFormat" => continue,
                field if OF_VALUES.contains(&field) => &mut split.schema,
                _ => &mut split.rest,
            };
            half.insert(field.clone(), value.clone());
        }
        split
    }

    /// The `style` that replaces `collectionFormat` for a parameter whose `in` is `place`.
    pub fn serialization(&self, place: &str) -> Serialization<'a> {
        let Some(format) = self.collection_format else { return Serialization::default() };
        let (style, explode) = match (place, format) {
            ("query" | "formData", "multi") => ("form", true),
            ("query" | "formData", "ssv") => ("spaceDelimited", false),
            ("query" | "formData", "pipes") => ("pipeDelimited", false),
            ("query" | "formData", _) => ("form", false),
            _ => ("simple", false),
        };
        // The styles with the same meaning as these formats.
        let joined_by_style = match style {
            "form" | "simple" => format == "csv" || explode,
            _ => true,
        };
        Serialization {
            style: Some((style, explode)),
            extension: (!joined_by_style).then_some(format),
        }
    }

    /// The fields about the values, and the rest.
    pub fn into_halves(self) -> (Object, Object) {
        (self.schema, self.rest)
    }

    /// The parameter as a property of a form.
    pub fn into_property(self) -> Object {
        let mut property = self.schema;
        for (field, value) in self.rest {
            match &*field {
                "name" | "in" | "required" => continue,
                "allowEmptyValue" => property.insert("x-allowEmptyValue".to_owned(), value),
                _ => property.insert(field, value),
            };
        }
        property
    }
}

/// How an array is written.
#[derive(Default)]
pub(super) struct Serialization<'a> {
    /// `style` and `explode`.
    pub style: Option<(&'static str, bool)>,
    /// The `collectionFormat`, if no style of OpenAPI 3.0 means the same.
    pub extension: Option<&'a str>,
}
