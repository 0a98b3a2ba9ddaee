//! Enums of strings: those that may gain values, and closed ones.

use azure_core::error::{Error, ErrorKind};

/// Implements the traits of an enum with `as_str` and `From<&str>`: `string_enum!(Name)`.
// Paths start at the root, because a model may have any name.
macro_rules! string_enum {
    ($name:ident) => {
        impl ::std::convert::From<::std::string::String> for $name {
            fn from(value: ::std::string::String) -> Self {
                Self::from(value.as_str())
            }
        }

        $crate::runtime::string_enum::text_traits!($name, "a string", |text| {
            ::std::option::Option::Some(<$name as ::std::convert::From<&str>>::from(text))
        });
    };
}

pub(crate) use string_enum;

/// Implements the traits of an enum with `as_str` and `TryFrom<&str>`: `closed_enum!(Name)`.
macro_rules! closed_enum {
    ($name:ident) => {
        impl ::std::str::FromStr for $name {
            type Err = ::azure_core::Error;

            fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                <Self as ::std::convert::TryFrom<&str>>::try_from(value)
            }
        }

        $crate::runtime::string_enum::text_traits!($name, "a known value", |text| {
            <$name as ::std::convert::TryFrom<&str>>::try_from(text).ok()
        });
    };
}

pub(crate) use closed_enum;

/// Implements the traits that both kinds of enums share. `expected` describes a valid text, and
/// `parse` reads one.
macro_rules! text_traits {
    ($name:ident, $expected:literal, $parse:expr) => {
        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl ::std::cmp::PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }

        impl ::std::cmp::PartialEq<&str> for $name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
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
                $crate::runtime::encoded::decode_text(deserializer, $expected, $parse)
            }
        }
    };
}

pub(crate) use text_traits;

/// The error for a text that is not a value of a closed enum.
pub(crate) fn no_value_of(name: &'static str) -> Error {
    Error::with_message(ErrorKind::DataConversion, format!("the text is not a value of {name}"))
}
