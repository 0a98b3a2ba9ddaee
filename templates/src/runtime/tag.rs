//! Properties that have only one possible value.

/// Declares the type of such a property: `tag!(Name, "value")`. Reads any value, and writes this one.
macro_rules! tag {
    ($name:ident, $value:literal) => {
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        struct $name;

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str($value)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::std::result::Result<Self, D::Error> {
                <::serde::de::IgnoredAny as ::serde::Deserialize>::deserialize(deserializer)?;
                ::std::result::Result::Ok(Self)
            }
        }
    };
}

pub(crate) use tag;
