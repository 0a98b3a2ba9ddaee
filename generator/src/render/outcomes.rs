//! The types of results: enums by status, and the headers of responses.

use super::{
    codecs,
    docs::docs,
    imports::{Imports, ident},
};
use crate::model::{
    package::{
        Call, HeaderFormat, HeadersModel, Output, RustType, StatusEnum, StatusVariant,
        StreamFormat, VariantBody,
    },
    wire::Status,
};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

/// The types of a call besides its builder.
pub fn types_of_call(imports: &Imports, client: &str, call: &Call) -> TokenStream {
    let link = format!("[`{client}::{}`]", call.method);
    let by_status = match &call.output {
        Output::ByStatus(it) => Some(status_enum(imports, it, &link)),
        _ => None,
    };
    let headers = call.headers.as_ref().map(|it| headers(imports, it, &link));
    quote!(#by_status #headers)
}

/// The names of those types.
pub fn names(call: &Call) -> impl Iterator<Item = &String> {
    let by_status = match &call.output {
        Output::ByStatus(it) => Some(&it.name),
        _ => None,
    };
    by_status.into_iter().chain(call.headers.as_ref().map(|it| &it.name))
}

/// The type that a call resolves to, and the function that reads it, unless it is the model of a
/// JSON body.
pub fn output(imports: &Imports, output: &Output) -> (TokenStream, Option<TokenStream>) {
    let read = |name: &str| {
        let name = imports.item("crate::runtime::outcome", name);
        Some(quote!(#name))
    };
    match output {
        Output::Model(ty) => (imports.ty(ty), encoded(imports, ty)),
        Output::Optional(ty) => {
            let ty = imports.ty(ty);
            (quote!(Option<#ty>), read("optional"))
        }
        Output::Exists => (quote!(bool), read("exists")),
        Output::Text => (quote!(String), read("text")),
        Output::ByStatus(it) => {
            let name = ident(&it.name);
            (quote!(#name), Some(quote!(#name::try_from)))
        }
        Output::LongRunning { result: Some(ty), .. } => (imports.ty(ty), None),
        Output::Bytes => (imports.item("azure_core::http", "AsyncResponseBody"), None),
        Output::Stream { format, item } => (stream(imports, *format, item), None),
        _ => (quote!(()), None),
    }
}

/// The type of a stream.
fn stream(imports: &Imports, format: StreamFormat, item: &RustType) -> TokenStream {
    let stream = match format {
        StreamFormat::Lines => imports.item("crate::runtime::json_lines", "JsonLines"),
        _ => imports.item("crate::runtime::server_sent_events", "Events"),
    };
    let item = imports.ty(item);
    quote!(#stream<#item>)
}

/// The function that reads a value that JSON encodes as a string or number, such as a timestamp.
fn encoded(imports: &Imports, ty: &RustType) -> Option<TokenStream> {
    let (module, name) = codecs::overlay(ty.codec()?);
    let codec = imports.item(module, name);
    let encoded = imports.item("crate::runtime::outcome", "encoded");
    Some(quote!(#encoded::<#codec, _>))
}

fn status_enum(imports: &Imports, it: &StatusEnum, link: &str) -> TokenStream {
    let name = ident(&it.name);
    let text = docs(&format!("The result of {link}, by the status of the response."));
    let debug = imports.item("azure_core::fmt", "SafeDebug");
    let raw = imports.item("azure_core::http", "RawResponse");
    let (result, error) =
        (imports.item("azure_core", "Result"), imports.item("azure_core", "Error"));
    let variants = it.variants.iter().map(|variant| {
        let (name, text) = (ident(&variant.name), docs(&variant.docs));
        match &variant.body {
            VariantBody::Nothing => quote!(#text #name,),
            VariantBody::Bytes => {
                let bytes = imports.item("azure_core", "Bytes");
                quote!(#text #name(#bytes),)
            }
            VariantBody::Text => quote!(#text #name(String),),
            VariantBody::Json { ty, boxed, debug } => {
                let safe = debug.then(|| quote!(#[safe(true)]));
                let ty = imports.ty(ty);
                let ty = if *boxed { quote!(Box<#ty>) } else { ty };
                quote!(#text #safe #name(#ty),)
            }
        }
    });
    let arms = it.variants.iter().map(|variant| arm(imports, variant));
    let rest = (!it.has_default).then(|| {
        let no_such_status = imports.item("crate::runtime::outcome", "no_such_status");
        quote!(_ => Err(#no_such_status(&response)),)
    });
    quote! {
        #text
        #[derive(Clone, #debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name { #(#variants)* }

        impl TryFrom<#raw> for #name {
            type Error = #error;

            fn try_from(response: #raw) -> #result<Self> {
                match u16::from(response.status()) {
                    #(#arms)*
                    #rest
                }
            }
        }
    }
}

fn arm(imports: &Imports, variant: &StatusVariant) -> TokenStream {
    let pattern = match variant.status {
        Status::Code(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
        Status::Class(digit) => {
            let first = Literal::u16_unsuffixed(digit * 100);
            let last = Literal::u16_unsuffixed(digit * 100 + 99);
            quote!(#first..=#last)
        }
        Status::Default => quote!(_),
    };
    let name = ident(&variant.name);
    let read = match &variant.body {
        VariantBody::Nothing => return quote!(#pattern => Ok(Self::#name),),
        VariantBody::Bytes => {
            let bytes = imports.item("crate::runtime::outcome", "bytes");
            quote!(#bytes(response))
        }
        VariantBody::Text => {
            let text = imports.item("crate::runtime::outcome", "text");
            quote!(#text(response))
        }
        VariantBody::Json { ty, boxed, .. } => match encoded(imports, ty) {
            Some(encoded) => quote!(#encoded(response)),
            None => {
                let decode = imports.item("crate::runtime::wire", "decode");
                let boxed = boxed.then(|| quote!(.map(Box::new)));
                quote!(#decode(response.body())#boxed)
            }
        },
    };
    quote!(#pattern => #read.map(Self::#name),)
}

fn headers(imports: &Imports, it: &HeadersModel, link: &str) -> TokenStream {
    let name = ident(&it.name);
    let text =
        docs(&format!("The headers of a response to {link}, which its `headers().get()` returns."));
    let debug = imports.item("azure_core::fmt", "SafeDebug");
    let [from_headers, headers] =
        ["FromHeaders", "Headers"].map(|name| imports.item("azure_core::http::headers", name));
    let (result, error) =
        (imports.item("azure_core", "Result"), imports.item("azure_core", "Error"));
    let names = it.fields.iter().map(|field| &field.wire_name);
    let fields = it.fields.iter().map(|field| {
        let (name, text, ty) = (ident(&field.name), docs(&field.docs), imports.ty(&field.ty));
        let safe = field.debug.then(|| quote!(#[safe(true)]));
        quote!(#text #safe pub #name: Option<#ty>,)
    });
    let reads = it.fields.iter().map(|field| {
        let (name, wire_name) = (ident(&field.name), &field.wire_name);
        let format = match field.format {
            HeaderFormat::Boolean => "boolean",
            HeaderFormat::Bytes => "bytes",
            HeaderFormat::Number => "number",
            HeaderFormat::Prefix => "prefixed",
            HeaderFormat::Text => "text",
            HeaderFormat::Time => "time",
            HeaderFormat::UnixTime => "unix_time",
        };
        let read = imports.function("response_headers", format);
        quote!(#name: #read(headers, #wire_name)?,)
    });
    quote! {
        #text
        #[derive(Clone, #debug, PartialEq)]
        #[non_exhaustive]
        pub struct #name { #(#fields)* }

        impl #from_headers for #name {
            type Error = #error;

            fn header_names() -> &'static [&'static str] {
                &[#(#names),*]
            }

            fn from_headers(headers: &#headers) -> #result<Option<Self>> {
                Ok(Some(Self { #(#reads)* }))
            }
        }
    }
}
