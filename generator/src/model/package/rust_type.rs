//! Types in Rust.

use crate::model::wire::TimestampFormat;

/// A type in Rust.
#[derive(Clone, Debug, PartialEq)]
pub enum RustType {
    Any,
    Bool,
    Bytes,
    BytesUrl,
    F32,
    F64,
    I32,
    I64,
    U64,
    String,
    Timestamp(TimestampFormat),
    Vec(Box<RustType>),
    Map(Box<RustType>),
    Option(Box<RustType>),
    Box(Box<RustType>),
    /// The overlay type for a field of a merge patch: absent, null or a value.
    Patch(Box<RustType>),
    /// An enum of strings, of `models`.
    Enum {
        name: String,
        extensible: bool,
    },
    /// An enum of integers, of `models`.
    IntegerEnum(String),
    /// A struct of `models`.
    Struct(String),
    /// A union or a choice of `models`. Its variants convert into it.
    Union(String),
    /// A type of an overlay, by its path below `crate::runtime`.
    Overlay(String),
    /// A type of another module of the crate, by its path.
    Path(String),
}

/// The overlay that converts values for which JSON has no type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    Base64,
    Base64Url,
    Rfc1123,
    Rfc3339,
    UnixTime,
}

impl RustType {
    /// The codec of its values, or of its items.
    pub fn codec(&self) -> Option<Codec> {
        match self {
            Self::Timestamp(TimestampFormat::Rfc3339) => Some(Codec::Rfc3339),
            Self::Timestamp(TimestampFormat::Rfc1123) => Some(Codec::Rfc1123),
            Self::Timestamp(TimestampFormat::UnixTime) => Some(Codec::UnixTime),
            Self::Bytes => Some(Codec::Base64),
            Self::BytesUrl => Some(Codec::Base64Url),
            Self::Vec(inner)
            | Self::Map(inner)
            | Self::Option(inner)
            | Self::Box(inner)
            | Self::Patch(inner) => inner.codec(),
            _ => None,
        }
    }

    /// The name of the model that it is.
    pub fn model(&self) -> Option<&str> {
        match self {
            Self::Enum { name, .. }
            | Self::IntegerEnum(name)
            | Self::Struct(name)
            | Self::Union(name) => Some(name),
            _ => None,
        }
    }
}
