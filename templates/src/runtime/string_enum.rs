//! Enums of strings: those that may gain values, and closed ones.

use azure_core::error::{Error, ErrorKind};

/// Implements the methods and traits of an enum with `UnknownValue`:
/// `string_enum!(Name, "value" = Variant, ...)`.
// Paths start at the root, because a model may have any name.
macro_rules! string_enum {
    ($name:ident $(, $value:literal = $variant:ident)* $(,)?) => {
        impl $name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::UnknownValue(value) => value,
                }
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::UnknownValue(::std::borrow::ToOwned::to_owned(value)),
                }
            }
        }

        $crate::runtime::string_enum::open_traits!($name);
    };
}

pub(crate) use string_enum;

/// Implements the traits of an enum with `as_str` and `From<&str>`: `open_traits!(Name)`.
macro_rules! open_traits {
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

pub(crate) use open_traits;

/// Implements the methods and traits of an enum without `UnknownValue`:
/// `closed_enum!(Name, "value" = Variant, ...)`.
macro_rules! closed_enum {
    ($name:ident $(, $value:literal = $variant:ident)* $(,)?) => {
        impl $name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                }
            }
        }

        impl ::std::convert::TryFrom<&str> for $name {
            type Error = ::azure_core::Error;

            fn try_from(value: &str) -> ::azure_core::Result<Self> {
                match value {
                    $($value => ::std::result::Result::Ok(Self::$variant),)*
                    _ => ::std::result::Result::Err($crate::runtime::string_enum::no_value_of(
                        ::std::stringify!($name),
                    )),
                }
            }
        }

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
