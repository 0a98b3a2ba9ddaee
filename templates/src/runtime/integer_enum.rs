//! Enums of integers.

use azure_core::error::{Error, ErrorKind};
use serde::{
    Deserialize, Deserializer,
    de::{self, Unexpected},
};

/// Implements the traits of an enum with `value` and `TryFrom<i64>`: `integer_enum!(Name)`.
// Paths start at the root, because a model may have any name.
macro_rules! integer_enum {
    ($name:ident) => {
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.value(), f)
            }
        }

        impl $crate::runtime::query::QueryValue for $name {
            fn to_query(self) -> $crate::runtime::query::Text {
                $crate::runtime::query::QueryValue::to_query(self.value())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.value())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                $crate::runtime::integer_enum::decode(deserializer)
            }
        }
    };
}

pub(crate) use integer_enum;

/// The error for an integer that is not a value of an enum.
pub(crate) fn no_integer_of(name: &'static str) -> Error {
    Error::with_message(ErrorKind::DataConversion, format!("the integer is not a value of {name}"))
}

/// Decodes an enum. Errors do not show the value.
pub(crate) fn decode<'de, T: TryFrom<i64>, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let value = i64::deserialize(deserializer).ok().and_then(|value| T::try_from(value).ok());
    value.ok_or_else(|| de::Error::invalid_value(Unexpected::Other("value"), &"a known integer"))
}
