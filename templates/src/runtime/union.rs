//! Unions: enums of structs, whose variant one property, the discriminator, selects.

/// `union!(Name, "kind", "value" = Variant, ...)` implements `Deserialize` for a union.
///
/// An object with an unknown discriminator, or with none, is an `UnknownValue` with its whole JSON.
/// An object with a known discriminator must decode as its variant: serde's untagged last variant
/// would also accept a malformed one.
// Uses absolute paths, because a model of the description can have any name.
macro_rules! union {
    ($name:ident, $tag:literal, $($value:literal = $variant:ident),* $(,)?) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                let value: ::azure_core::Value = ::serde::Deserialize::deserialize(deserializer)?;
                match value.get($tag).and_then(::azure_core::Value::as_str) {
                    $(::std::option::Option::Some($value) => {
                        $crate::runtime::wire::fit(value).map(Self::$variant)
                    })*
                    _ => ::std::result::Result::Ok(Self::UnknownValue(value)),
                }
            }
        }
    };
}

pub(crate) use union;
