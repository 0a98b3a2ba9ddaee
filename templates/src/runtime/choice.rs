//! Unions without a discriminator: the kind of a JSON value tells its type.

use azure_core::Value;

/// Implements `Deserialize` for an enum: `choice!(Name, Flag = is_boolean(), Cat = has(&["mane"]))`.
///
/// The first test that passes selects the variant. A value that passes none is an `UnknownValue`,
/// which keeps the JSON.
// Paths start at the root, because a model may have any name.
macro_rules! choice {
    ($name:ident, $($variant:ident = $test:ident($($argument:expr)?)),* $(,)?) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value: ::azure_core::Value = ::serde::Deserialize::deserialize(deserializer)?;
                $(if $crate::runtime::choice::$test(&value $(, $argument)?) {
                    return $crate::runtime::wire::decode_variant(value).map(Self::$variant);
                })*
                ::std::result::Result::Ok(Self::UnknownValue(value))
            }
        }
    };
}

pub(crate) use choice;

pub(crate) fn is_array(value: &Value) -> bool {
    value.is_array()
}

pub(crate) fn is_boolean(value: &Value) -> bool {
    value.is_boolean()
}

pub(crate) fn is_integer(value: &Value) -> bool {
    value.is_i64() || value.is_u64()
}

pub(crate) fn is_number(value: &Value) -> bool {
    value.is_number()
}

pub(crate) fn is_text(value: &Value) -> bool {
    value.is_string()
}

/// Returns `true` if the value is an object with these properties.
pub(crate) fn has(value: &Value, properties: &[&str]) -> bool {
    value.as_object().is_some_and(|it| properties.iter().all(|name| it.contains_key(*name)))
}
