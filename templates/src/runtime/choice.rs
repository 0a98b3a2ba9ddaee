//! Choices: enums whose variant the JSON value itself selects.

use azure_core::Value;

/// Implements `Deserialize` for a choice:
/// `choice!(Name, Flag = is_boolean(), Cat = has(&["mane"]), ...)`.
///
/// The first test that succeeds selects the variant, and the value must decode as its type. If no
/// test succeeds, the value is an `UnknownValue` with its whole JSON.
// Uses absolute paths, because a model of the description can have any name.
macro_rules! choice {
    ($name:ident, $($variant:ident = $test:ident($($argument:expr)?)),* $(,)?) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value: ::azure_core::Value = ::serde::Deserialize::deserialize(deserializer)?;
                let form = $crate::runtime::choice::Form(&value);
                $(if form.$test($($argument)?) {
                    return $crate::runtime::wire::fit(value).map(Self::$variant);
                })*
                ::std::result::Result::Ok(Self::UnknownValue(value))
            }
        }
    };
}

pub(crate) use choice;

/// Tests the JSON kind and the properties of a value.
pub(crate) struct Form<'a>(pub &'a Value);

impl Form<'_> {
    pub fn is_array(&self) -> bool {
        self.0.is_array()
    }

    pub fn is_boolean(&self) -> bool {
        self.0.is_boolean()
    }

    pub fn is_integer(&self) -> bool {
        self.0.is_i64() || self.0.is_u64()
    }

    pub fn is_number(&self) -> bool {
        self.0.is_number()
    }

    pub fn is_text(&self) -> bool {
        self.0.is_string()
    }

    /// Returns `true` if the value is an object with these properties.
    pub fn has(&self, properties: &[&str]) -> bool {
        let object = self.0.as_object();
        object.is_some_and(|it| properties.iter().all(|name| it.contains_key(*name)))
    }
}
