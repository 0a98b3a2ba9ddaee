//! The inputs of calls: the types of arguments and setters, and how their values are sent.

use crate::model::{
    description::Parameter,
    package::{Encoding, InputType, ParameterSetter, RustType, SegmentEncoding, Target},
    wire::{
        Expansion, ExpansionKind, ListFormat, ParameterLocation, ParameterStyle, TimestampFormat,
    },
};

/// The names in braces of a path.
pub fn path_parameters(path: &str) -> impl Iterator<Item = &str> {
    path.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name)
}

/// The input type of a JSON value: as wide as conversion allows.
pub fn value_input(ty: &RustType) -> InputType {
    match ty {
        RustType::Vec(item) => InputType::Items(Box::new(item_input(item))),
        RustType::Map(value) => InputType::Entries(Box::new(item_input(value))),
        ty => item_input(ty),
    }
}

fn item_input(ty: &RustType) -> InputType {
    let is_converted = matches!(
        ty,
        RustType::Any
            | RustType::Bytes
            | RustType::BytesUrl
            | RustType::Overlay(_)
            | RustType::String
            | RustType::Union(_)
    );
    if is_converted { InputType::Into(ty.clone()) } else { InputType::Plain(ty.clone()) }
}

/// The input type of a parameter.
pub fn parameter_input(style: Option<ParameterStyle>, ty: &RustType) -> InputType {
    match (style, ty) {
        (Some(ParameterStyle::File), ty) => {
            let file = InputType::Into(RustType::Overlay("multipart::File".to_owned()));
            match ty {
                RustType::Vec(_) => InputType::Items(Box::new(file)),
                _ => file,
            }
        }
        (Some(ParameterStyle::Json | ParameterStyle::Expanded(_) | ParameterStyle::Prefix), ty) => {
            value_input(ty)
        }
        (Some(ParameterStyle::List(_)), RustType::Vec(item)) => {
            InputType::Items(Box::new(parameter_input(None, item)))
        }
        (_, RustType::String) => InputType::AsRefStr,
        (_, ty @ (RustType::Bytes | RustType::BytesUrl)) => InputType::Into(ty.clone()),
        (_, ty) => InputType::Plain(ty.clone()),
    }
}

/// The destination and the encoding of a parameter.
pub fn parameter_target(parameter: &Parameter, ty: &RustType) -> Target {
    use ParameterLocation as At;
    let (location, style) = (parameter.location, parameter.style);
    let (setter, encoding) = match (location, style, ty) {
        (At::Path, ..) => return Target::Path,
        (_, Some(ParameterStyle::File), RustType::Vec(_)) => {
            (ParameterSetter::FormFiles(parameter.media_type.clone()), Encoding::Display)
        }
        (_, Some(ParameterStyle::File), _) => {
            (ParameterSetter::FormFile(parameter.media_type.clone()), Encoding::Display)
        }
        (At::Query, Some(ParameterStyle::List(ListFormat::Each)), RustType::Vec(item)) => {
            (ParameterSetter::QueryEach, Encoding::Each(Box::new(encoding(None, item))))
        }
        (At::Form, Some(ParameterStyle::List(ListFormat::Each)), RustType::Vec(item)) => {
            (ParameterSetter::FormEach, Encoding::Each(Box::new(encoding(None, item))))
        }
        (_, Some(ParameterStyle::Prefix), _) => (ParameterSetter::HeaderPrefix, Encoding::Display),
        (At::Query, Some(ParameterStyle::Raw), _) => {
            (ParameterSetter::QueryRaw, encoding(None, ty))
        }
        (At::Form, Some(ParameterStyle::Json), _) => {
            (ParameterSetter::FormJson, encoding(style, ty))
        }
        (At::Query, Some(ParameterStyle::Expanded(it)), _) => {
            (ParameterSetter::QueryExpanded, expanded(it, location, &parameter.name, ty))
        }
        (_, Some(ParameterStyle::Expanded(it)), _) => {
            (ParameterSetter::HeaderExpanded, expanded(it, location, &parameter.name, ty))
        }
        _ => (setter_at(location), encoding(style, ty)),
    };
    Target::Parameter { location, setter, encoding }
}

/// The setter of a single value at this location.
pub fn setter_at(location: ParameterLocation) -> ParameterSetter {
    match location {
        ParameterLocation::Cookie => ParameterSetter::Cookie,
        ParameterLocation::Form => ParameterSetter::FormField,
        ParameterLocation::Header => ParameterSetter::Header,
        ParameterLocation::Path | ParameterLocation::Query => ParameterSetter::Query,
    }
}

/// How a parameter of the path becomes a segment of it.
pub fn segment(parameter: &Parameter, ty: &RustType) -> SegmentEncoding {
    match (parameter.style, ty) {
        (Some(ParameterStyle::Expanded(it)), ty) => {
            SegmentEncoding::Expanded(expanded(it, ParameterLocation::Path, &parameter.name, ty))
        }
        (None | Some(ParameterStyle::Raw), RustType::String) => SegmentEncoding::AsRef,
        (None, RustType::Enum { .. }) => SegmentEncoding::AsStr,
        (None, RustType::Bool | RustType::I32 | RustType::I64) => SegmentEncoding::ToString,
        (style, ty) => SegmentEncoding::Encoded(encoding(style, ty)),
    }
}

fn expanded(
    Expansion { kind, explode }: Expansion,
    location: ParameterLocation,
    name: &str,
    ty: &RustType,
) -> Encoding {
    let style = match (kind, location) {
        (ExpansionKind::Simple, ParameterLocation::Header) => "Header",
        (ExpansionKind::Simple, _) => "Simple",
        (ExpansionKind::Label, _) => "Label",
        (ExpansionKind::Matrix, _) => "Matrix",
        (ExpansionKind::Form, _) => "Form",
        (ExpansionKind::DeepObject, _) => "DeepObject",
    };
    Encoding::Expanded { style, explode, name: name.to_owned(), ty: ty.clone() }
}

fn encoding(style: Option<ParameterStyle>, ty: &RustType) -> Encoding {
    match (style, ty) {
        (Some(ParameterStyle::Json), ty) => Encoding::Json(ty.clone()),
        (Some(ParameterStyle::List(format)), RustType::Vec(item)) => {
            let item = Box::new(encoding(None, item));
            Encoding::Joined { separator: separator(format), item }
        }
        (_, RustType::String) => Encoding::AsRef,
        (_, RustType::Enum { .. }) => Encoding::AsStr,
        (_, RustType::Timestamp(TimestampFormat::UnixTime)) => Encoding::UnixTime,
        (_, RustType::Timestamp(TimestampFormat::Rfc1123)) => Encoding::HttpDate,
        (_, RustType::Bytes) => Encoding::Base64,
        (_, RustType::BytesUrl) => Encoding::Base64Url,
        _ => Encoding::Display,
    }
}

fn separator(format: ListFormat) -> &'static str {
    match format {
        // Only queries and forms can repeat a parameter.
        ListFormat::Commas | ListFormat::Each => ",",
        ListFormat::Pipes => "|",
        ListFormat::Spaces => " ",
        ListFormat::Tabs => "\t",
    }
}
