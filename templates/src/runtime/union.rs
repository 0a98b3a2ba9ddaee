//! Unions: enums of structs, told apart by one property, the discriminator.

/// `union!(Name, "kind", "value" = Variant, ...)`: how such an enum is read.
///
/// What has another discriminator than these, or none, is an `UnknownValue` with its whole JSON.
/// What has a known one must be what that stands for; serde's own way, an untagged last variant,
/// would take it for unknown.
// Whole paths, because the description may have a model of any name.
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
