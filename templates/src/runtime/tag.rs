//! Properties that have only one possible value.

/// `tag!(Name, "value")` defines the type of such a property. It writes the value, and accepts any
/// value when it is read.
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
