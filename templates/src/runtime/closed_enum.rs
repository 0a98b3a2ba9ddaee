//! Enums of strings that cannot gain values.

use azure_core::error::{Error, ErrorKind};
use serde::de::{self, Visitor};
use std::{fmt, marker::PhantomData};

/// Implements the traits of an enum with `as_str` and `TryFrom<&str>`: `closed_enum!(Name)`.
// Paths start at the root, because a model may have any name.
macro_rules! closed_enum {
    ($name:ident) => {
        impl ::std::str::FromStr for $name {
            type Err = ::azure_core::Error;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                <Self as ::std::convert::TryFrom<&str>>::try_from(value)
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                deserializer
                    .deserialize_str($crate::runtime::closed_enum::TryFromStrVisitor::default())
            }
        }
    };
}

pub(crate) use closed_enum;

/// The error for a text that is not a value of an enum.
pub(crate) fn no_value_of(name: &'static str) -> Error {
    Error::with_message(ErrorKind::DataConversion, format!("the text is not a value of {name}"))
}

/// Converts a borrowed string.
pub(crate) struct TryFromStrVisitor<T>(PhantomData<T>);

impl<T> Default for TryFromStrVisitor<T> {
    fn default() -> Self {
        Self(PhantomData)
    }
}

impl<T: for<'a> TryFrom<&'a str, Error = Error>> Visitor<'_> for TryFromStrVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a known value")
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(de::Unexpected::Other("text"), &self))
    }
}
