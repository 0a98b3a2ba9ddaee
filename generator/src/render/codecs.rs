//! Codecs: the overlays that serde reads and writes fields with.

use super::imports::Imports;
use crate::model::package::{Codec, FieldCodec};
use proc_macro2::TokenStream;
use quote::quote;

/// The overlay of a codec, and the marker type in it.
pub fn overlay(codec: Codec) -> (&'static str, &'static str) {
    match codec {
        Codec::Base64 => ("crate::runtime::base64", "Base64"),
        Codec::Base64Url => ("crate::runtime::base64_url", "Base64Url"),
        Codec::Rfc1123 => ("crate::runtime::rfc1123", "Rfc1123"),
        Codec::Rfc3339 => ("crate::runtime::timestamp", "Rfc3339"),
        Codec::UnixTime => ("crate::runtime::unix_time", "UnixTime"),
    }
}

/// The argument of the `serde` attribute of a field.
pub fn of_field(imports: &Imports, codec: FieldCodec) -> TokenStream {
    match codec {
        FieldCodec::With(codec) => with(imports, codec),
        FieldCodec::SerializeWith(codec) => {
            let serialize = format!("{}::serialize", overlay(codec).0);
            imports.mention(&serialize);
            quote!(serialize_with = #serialize)
        }
        FieldCodec::DeserializeWith(codec) => {
            let deserialize = format!("{}::deserialize", overlay(codec).0);
            imports.mention(&deserialize);
            quote!(deserialize_with = #deserialize)
        }
        FieldCodec::NullIsDefault => {
            let function = imports.path("crate::runtime::wire", "null_is_default");
            quote!(deserialize_with = #function)
        }
    }
}

/// The argument of the `serde` attribute of a field that a codec reads and writes.
pub fn with(imports: &Imports, codec: Codec) -> TokenStream {
    let module = overlay(codec).0;
    for function in ["serialize", "deserialize"] {
        imports.mention(&format!("{module}::{function}"));
    }
    quote!(with = #module)
}
