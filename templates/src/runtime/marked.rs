//! Unions of structs that do not have the discriminator.

use azure_core::Value;
use serde::Serialize;
use std::collections::BTreeMap;

/// Implements `Serialize` for a union: `write_union!(Name, "kind", Cat = "cat", Dog)` writes the
/// discriminator of `Cat`, and leaves that of `Dog` to its struct.
// Paths start at the root, because a model may have any name.
macro_rules! write_union {
    ($name:ident, $tag:literal, $($variant:ident $(= $value:literal)?),* $(,)?) => {
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(it) => {
                        let marks = [$(($tag, $value))?];
                        let it = $crate::runtime::marked::Marked::new(&marks, it);
                        ::serde::Serialize::serialize(&it, serializer)
                    })*
                    Self::UnknownValue(it) => ::serde::Serialize::serialize(it, serializer),
                }
            }
        }
    };
}

pub(crate) use write_union;

/// A struct with the properties that it lacks.
#[derive(Serialize)]
pub(crate) struct Marked<'a, T> {
    #[serde(flatten)]
    marks: BTreeMap<&'a str, &'a str>,
    #[serde(flatten)]
    value: &'a T,
}

impl<'a, T> Marked<'a, T> {
    pub fn new(marks: &[(&'a str, &'a str)], value: &'a T) -> Self {
        Self { marks: marks.iter().copied().collect(), value }
    }
}

/// The value without a property, which a map of further properties would keep.
pub(crate) fn without(mut value: Value, property: &str) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.remove(property);
    }
    value
}
