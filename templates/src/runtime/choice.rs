//! Choices: enums of types that the form of a JSON value tells apart.

use azure_core::Value;

/// `choice!(Name, Flag = is_boolean(), Cat = has(&["mane"]), ...)`: how such an enum is read.
///
/// The first variant of which the test holds is what the value must be; what none holds for is an
/// `UnknownValue` with its whole JSON.
// Whole paths, because the description may have a model of any name.
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

/// What a JSON value looks like.
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

    /// Whether it is an object with these properties.
    pub fn has(&self, properties: &[&str]) -> bool {
        let object = self.0.as_object();
        object.is_some_and(|it| properties.iter().all(|name| it.contains_key(*name)))
    }
}
