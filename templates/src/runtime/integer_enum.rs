//! Enums of integers.

use azure_core::error::{Error, ErrorKind};
use serde::{
    Deserialize, Deserializer,
    de::{self, Unexpected},
};

/// Implements the methods and traits of an enum with `UnknownValue`:
/// `integer_enum!(Name, 1 = Variant, ...)`.
// Paths start at the root, because a model may have any name.
macro_rules! integer_enum {
    ($name:ident $(, $value:literal = $variant:ident)* $(,)?) => {
        impl $name {
            /// The value on the wire.
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    Self::UnknownValue(value) => *value,
                }
            }
        }

        impl ::std::convert::From<i64> for $name {
            fn from(value: i64) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::UnknownValue(value),
                }
            }
        }

        $crate::runtime::integer_enum::integer_traits!($name);
    };
}

pub(crate) use integer_enum;

/// Implements the methods and traits of an enum without `UnknownValue`:
/// `closed_integer_enum!(Name, 1 = Variant, ...)`.
macro_rules! closed_integer_enum {
    ($name:ident $(, $value:literal = $variant:ident)* $(,)?) => {
        impl $name {
            /// The value on the wire.
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                }
            }
        }

        impl ::std::convert::TryFrom<i64> for $name {
            type Error = ::azure_core::Error;

            fn try_from(value: i64) -> ::azure_core::Result<Self> {
                match value {
                    $($value => ::std::result::Result::Ok(Self::$variant),)*
                    _ => ::std::result::Result::Err($crate::runtime::integer_enum::no_integer_of(
                        ::std::stringify!($name),
                    )),
                }
            }
        }

        $crate::runtime::integer_enum::integer_traits!($name);
    };
}

pub(crate) use closed_integer_enum;

/// Implements the traits that both kinds of enums share.
macro_rules! integer_traits {
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

pub(crate) use integer_traits;

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
