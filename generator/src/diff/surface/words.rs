//! How a comparison puts what a description says into words.

use crate::{
    diff::element::{Aspect, Facet},
    model::api::{
        BodyFormat, Constraints, EnumValue, ParameterLocation, Security, StringFormat,
        TimestampFormat, Type,
    },
};

pub fn location(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Header => "header",
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
    }
}

pub fn format(format: BodyFormat) -> &'static str {
    match format {
        BodyFormat::Json => "application/json",
        BodyFormat::MergePatch => "application/merge-patch+json",
    }
}

pub fn required(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

pub fn security(security: &Security) -> String {
    match security {
        Security::Bearer { scopes } => format!("bearer token [{}]", scopes.join(", ")),
        Security::Key { location: place, name } => {
            format!("key in the {} {name}", location(*place))
        }
    }
}

pub fn ty(ty: &Type) -> String {
    match ty {
        Type::Any => "anything".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Float32 => "float".to_owned(),
        Type::Float64 => "double".to_owned(),
        Type::Int32 => "int32".to_owned(),
        Type::Int64 => "int64".to_owned(),
        Type::String(None) => "string".to_owned(),
        Type::String(Some(format)) => match format {
            StringFormat::Uri => "string (uri)".to_owned(),
            StringFormat::Uuid => "string (uuid)".to_owned(),
            StringFormat::Other(format) => format!("string ({format})"),
        },
        Type::Timestamp(TimestampFormat::Rfc3339) => "date-time".to_owned(),
        Type::Timestamp(TimestampFormat::Rfc1123) => "date-time-rfc1123".to_owned(),
        Type::Array(item) => format!("array of {}", self::ty(item)),
        Type::Map(value) => format!("map of {}", self::ty(value)),
        Type::Named(name) => name.clone(),
    }
}

/// `None` where a value must satisfy nothing.
pub fn constraints(it: &Constraints) -> Option<String> {
    let Constraints { minimum, maximum, min_length, max_length, min_items, max_items, pattern } =
        it;
    let number = |name: &str, it: &Option<f64>| it.map(|it| format!("{name} {it}"));
    let count = |name: &str, it: &Option<usize>| it.map(|it| format!("{name} {it}"));
    let said = [
        number("minimum", minimum),
        number("maximum", maximum),
        count("minLength", min_length),
        count("maxLength", max_length),
        count("minItems", min_items),
        count("maxItems", max_items),
        pattern.as_ref().map(|it| format!("pattern {it}")),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(", "))
}

pub fn extensible(extensible: bool) -> &'static str {
    if extensible { "may have more values" } else { "has no more values" }
}

pub fn value(value: &EnumValue) -> [Facet; 2] {
    // The value itself is the name of the element.
    let EnumValue { value: _, name, docs } = value;
    [Facet::said(Aspect::Name, name.clone()), Facet::said(Aspect::Words, docs.clone())]
}

/// Titles and descriptions of one thing.
pub fn all<'a>(texts: impl Iterator<Item = Option<&'a String>>) -> Facet {
    let texts: Vec<&str> = texts.flatten().map(String::as_str).collect();
    Facet::said(Aspect::Words, texts.join("\n"))
}

/// A facet of several things; it says nothing when there are none.
pub fn list(aspect: Aspect, said: &[String], rust: &[String]) -> Facet {
    let joined = |texts: &[String]| (!texts.is_empty()).then(|| texts.join(", "));
    Facet::said(aspect, joined(said)).rust(joined(rust))
}
