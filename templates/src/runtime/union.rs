//! Unions of structs with a discriminator.

/// Implements `Deserialize` for a union: `union!(Name, "kind", "value" = Variant, ...)`.
///
/// A value with an unknown discriminator, or without one, is an `UnknownValue`, which keeps the JSON.
/// A malformed value with a known discriminator is an error. Serde's untagged last variant would
/// accept it as unknown.
///
/// `"value" = Variant of without` is a variant whose struct does not have the discriminator, which the
/// function `without` takes out of the JSON.
// Paths start at the root, because a model may have any name.
macro_rules! union {
    ($name:ident, $tag:literal, $($value:literal = $variant:ident $(of $without:path)?),* $(,)?) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value: ::azure_core::Value = ::serde::Deserialize::deserialize(deserializer)?;
                match value.get($tag).and_then(::azure_core::Value::as_str) {
                    $(::std::option::Option::Some($value) => {
                        $(let value = $without(value, $tag);)?
                        $crate::runtime::wire::decode_variant(value).map(Self::$variant)
                    })*
                    _ => ::std::result::Result::Ok(Self::UnknownValue(value)),
                }
            }
        }
    };
}

pub(crate) use union;
