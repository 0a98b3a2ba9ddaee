//! The phrases in which a comparison shows the contents of a description.

use crate::{
    diff::element::{Aspect, Facet},
    model::{
        description::{
            Constraints, Endpoint, EndpointVariable, EnumValue, OwnServer, RawFormat, Requirement,
            Response, Security, StringFormat, Tag, Type,
        },
        wire::{
            BodyFormat, EnumBase, Expansion, ExpansionKind, JsonKind, ListFormat,
            ParameterLocation, ParameterStyle, TimestampFormat,
        },
    },
};

pub fn location(location: ParameterLocation) -> &'static str {
    match location {
        ParameterLocation::Cookie => "cookie",
        ParameterLocation::Form => "form",
        ParameterLocation::Header => "header",
        ParameterLocation::Path => "path",
        ParameterLocation::Query => "query",
    }
}

/// How the value of a parameter is written.
pub fn style(style: ParameterStyle) -> &'static str {
    match style {
        ParameterStyle::File => "a file",
        ParameterStyle::Json => "JSON",
        ParameterStyle::List(ListFormat::Commas) => "separated by commas",
        ParameterStyle::List(ListFormat::Each) => "repeated",
        ParameterStyle::List(ListFormat::Pipes) => "separated by pipes",
        ParameterStyle::List(ListFormat::Spaces) => "separated by spaces",
        ParameterStyle::List(ListFormat::Tabs) => "separated by tabs",
        ParameterStyle::Prefix => "one header for each entry",
        ParameterStyle::Raw => "not encoded",
        ParameterStyle::Expanded(Expansion { kind, explode }) => match (kind, explode) {
            (ExpansionKind::DeepObject, _) => "`deepObject`",
            (ExpansionKind::Form, false) => "`form`",
            (ExpansionKind::Form, true) => "`form`, exploded",
            (ExpansionKind::Label, false) => "`label`",
            (ExpansionKind::Label, true) => "`label`, exploded",
            (ExpansionKind::Matrix, false) => "`matrix`",
            (ExpansionKind::Matrix, true) => "`matrix`, exploded",
            (ExpansionKind::Simple, false) => "`simple`",
            (ExpansionKind::Simple, true) => "`simple`, exploded",
        },
    }
}

pub fn format(format: BodyFormat, content_type: Option<&String>) -> String {
    let usual = match format {
        BodyFormat::Json => "application/json",
        BodyFormat::MergePatch => "application/merge-patch+json",
        BodyFormat::Multipart => "multipart/form-data",
        BodyFormat::Form => "application/x-www-form-urlencoded",
        BodyFormat::Xml => "application/xml",
        BodyFormat::Lines => "application/jsonl",
        BodyFormat::Bytes => "application/octet-stream",
        BodyFormat::Text => "text/plain",
    };
    content_type.map_or(usual, String::as_str).to_owned()
}

/// How the body of a response is written; `None` if there is no body.
pub fn response_format(response: &Response) -> Option<String> {
    response.body.as_ref()?;
    let usual = match response.format {
        None => "application/json",
        Some(RawFormat::Bytes) => "bytes",
        Some(RawFormat::Events) => "events",
        Some(RawFormat::Lines) => "lines",
        Some(RawFormat::Text) => "text",
    };
    Some(response.media_type.as_deref().unwrap_or(usual).to_owned())
}

/// The URL, and the values and defaults of its variables.
pub fn endpoint(it: &Endpoint) -> String {
    let Endpoint { url, variables } = it;
    let variables = variables.iter().map(|EndpointVariable { name, docs: _, default, values }| {
        let values = match values.is_empty() {
            true => String::new(),
            false => format!(", {{{name}}} is one of {}", values.join(", ")),
        };
        let default = default.as_ref().map(|it| format!(", {{{name}}} is {it} by default"));
        values + &default.unwrap_or_default()
    });
    format!("{url}{}", variables.collect::<String>())
}

pub fn own_server(OwnServer { template, url }: &OwnServer) -> String {
    url.as_ref().unwrap_or(template).clone()
}

pub fn required(required: bool) -> &'static str {
    if required { "required" } else { "optional" }
}

/// The requirements, any one of which is enough.
pub fn requirements(it: &[Requirement]) -> String {
    let all = |it: &Requirement| match it.is_empty() {
        true => "none".to_owned(),
        false => it.iter().map(security).collect::<Vec<_>>().join(" and "),
    };
    match it.is_empty() {
        true => "none".to_owned(),
        false => it.iter().map(all).collect::<Vec<_>>().join(" or "),
    }
}

fn security(security: &Security) -> String {
    match security {
        Security::Basic => "user name and password".to_owned(),
        Security::Scheme(scheme) => format!("key of the HTTP scheme {scheme}"),
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
        Type::BytesUrl => "base64url".to_owned(),
        Type::Float32 => "float".to_owned(),
        Type::Float64 => "double".to_owned(),
        Type::Int32 => "int32".to_owned(),
        Type::Int64 => "int64".to_owned(),
        Type::UInt64 => "uint64".to_owned(),
        Type::String(None) => "string".to_owned(),
        Type::String(Some(format)) => match format {
            StringFormat::Uri => "string (uri)".to_owned(),
            StringFormat::Uuid => "string (uuid)".to_owned(),
            StringFormat::Other(format) => format!("string ({format})"),
        },
        Type::Timestamp(TimestampFormat::Rfc3339) => "date-time".to_owned(),
        Type::Timestamp(TimestampFormat::Rfc1123) => "date-time-rfc1123".to_owned(),
        Type::Timestamp(TimestampFormat::UnixTime) => "unixtime".to_owned(),
        Type::Array(item) => format!("array of {}", self::ty(item)),
        Type::Map(value) => format!("map of {}", self::ty(value)),
        Type::Nullable(inner) => format!("{} or null", self::ty(inner)),
        Type::Named(name) => name.clone(),
    }
}

/// `None` if there are no constraints.
pub fn constraints(it: &Constraints) -> Option<String> {
    let Constraints {
        minimum,
        maximum,
        exclusive_minimum,
        exclusive_maximum,
        min_length,
        max_length,
        min_items,
        max_items,
        pattern,
        values,
    } = it;
    let number = |name: &str, it: &Option<f64>, is_exclusive: bool| {
        let exclusive = if is_exclusive { " exclusive" } else { "" };
        it.map(|it| format!("{name} {it}{exclusive}"))
    };
    let count = |name: &str, it: &Option<usize>| it.map(|it| format!("{name} {it}"));
    let said = [
        number("minimum", minimum, *exclusive_minimum),
        number("maximum", maximum, *exclusive_maximum),
        count("minLength", min_length),
        count("maxLength", max_length),
        count("minItems", min_items),
        count("maxItems", max_items),
        pattern.as_ref().map(|it| format!("pattern {it}")),
        (!values.is_empty()).then(|| format!("one of {}", values.join(", "))),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(", "))
}

pub fn extensible(extensible: bool) -> &'static str {
    if extensible { "open" } else { "closed" }
}

pub fn base(base: EnumBase) -> &'static str {
    match base {
        EnumBase::Integer => "integer",
        EnumBase::Text => "string",
    }
}

/// The tags of a struct.
pub fn tags(tags: &[Tag]) -> Facet {
    let tags = tags.iter().map(|Tag { property, value }| format!("{property} is {value}"));
    list(Aspect::Discriminator, &tags.collect::<Vec<_>>(), &[])
}

/// How a JSON value shows that it belongs to a variant.
pub fn json_kind(kind: &JsonKind) -> String {
    match kind {
        JsonKind::Array => "an array".to_owned(),
        JsonKind::Boolean => "a boolean".to_owned(),
        JsonKind::Integer => "an integer".to_owned(),
        JsonKind::Number => "a number".to_owned(),
        JsonKind::Object(required) if required.is_empty() => "an object".to_owned(),
        JsonKind::Object(required) => format!("an object with {}", required.join(", ")),
        JsonKind::Text => "a string".to_owned(),
    }
}

pub fn value(value: &EnumValue) -> [Facet; 2] {
    // The value itself is the name of the element.
    let EnumValue { value: _, name, docs } = value;
    [Facet::said(Aspect::Name, name.clone()), Facet::said(Aspect::Words, docs.clone())]
}

/// The titles and descriptions of one thing.
pub fn all<'a>(texts: impl Iterator<Item = Option<&'a String>>) -> Facet {
    let texts: Vec<&str> = texts.flatten().map(String::as_str).collect();
    Facet::said(Aspect::Words, texts.join("\n"))
}

/// A facet with several values; absent if there are none.
pub fn list(aspect: Aspect, said: &[String], rust: &[String]) -> Facet {
    let joined = |texts: &[String]| (!texts.is_empty()).then(|| texts.join(", "));
    Facet::said(aspect, joined(said)).rust(joined(rust))
}
