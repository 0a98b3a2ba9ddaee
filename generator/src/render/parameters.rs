//! Parameters: the arguments that give their values, and how these get into a request.

use super::{
    imports::{Imports, ident},
    values::{argument_type, converted},
};
use crate::model::{
    package::{Call, CallBody, PathValue, Presence, RustType, Target},
    wire::{BodyFormat, ListFormat, ParameterLocation, ParameterStyle, TimestampFormat},
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// The type of an argument.
pub fn parameter_type(
    imports: &Imports,
    call: &Call,
    target: &Target,
    ty: &RustType,
) -> TokenStream {
    match (target, ty) {
        (Target::Field { presence, .. }, ty) => argument_type(imports, ty, *presence),
        (Target::Parameter { form, .. }, ty) => form_type(imports, *form, ty),
        (Target::Body, ty) => match (&call.body, ty) {
            (CallBody::Whole { format: BodyFormat::Bytes, .. }, _) => {
                let body = imports.item("azure_core::http", "Body");
                quote!(impl Into<#body>)
            }
            // As it is: what it holds could not be inferred from an empty one.
            (_, RustType::Map(_)) => imports.ty(ty),
            (_, ty) => argument_type(imports, ty, Presence::Required),
        },
    }
}

fn form_type(imports: &Imports, form: Option<ParameterStyle>, ty: &RustType) -> TokenStream {
    match (form, ty) {
        (Some(ParameterStyle::File), ty) => {
            let file = imports.item("crate::runtime::multipart", "File");
            match ty {
                RustType::Vec(_) => quote!(impl IntoIterator<Item = impl Into<#file>>),
                _ => quote!(impl Into<#file>),
            }
        }
        (Some(ParameterStyle::Json), ty) => argument_type(imports, ty, Presence::Required),
        (Some(ParameterStyle::List(_)), RustType::Vec(item)) => {
            let item = form_type(imports, None, item);
            quote!(impl IntoIterator<Item = #item>)
        }
        (_, RustType::String) => quote!(impl AsRef<str>),
        (_, RustType::Bytes) => quote!(impl Into<Vec<u8>>),
        (_, ty) => imports.ty(ty),
    }
}

/// The path with the names of its arguments in Rust, which errors about them show.
pub fn path_template(call: &Call) -> String {
    let mut pieces = call.path.split('{');
    let mut template = pieces.next().unwrap_or_default().to_owned();
    for (piece, value) in pieces.zip(&call.path_values) {
        let (PathValue::Held(name) | PathValue::Argument { name, .. }) = value;
        let plus = if piece.starts_with('+') { "+" } else { "" };
        let rest = piece.split_once('}').map_or("", |(_, rest)| rest);
        template.push_str(&format!("{{{plus}{name}}}{rest}"));
    }
    template
}

/// The values of the path, as texts.
pub fn path_values(imports: &Imports, call: &Call) -> Vec<TokenStream> {
    let values = call.path_values.iter().map(|it| match it {
        PathValue::Held(name) => {
            let name = ident(name);
            quote!(&self.#name)
        }
        PathValue::Argument { name, ty, form } => {
            let name = ident(name);
            match ty {
                RustType::String => quote!(#name.as_ref()),
                RustType::Enum { .. } => quote!(#name.as_str()),
                RustType::Bool | RustType::I32 | RustType::I64 => quote!(&#name.to_string()),
                ty => {
                    imports.item("crate::runtime::query", "QueryValue");
                    let value = value(imports, quote!(#name), *form, ty);
                    quote!(&#value.to_segment())
                }
            }
        }
    });
    values.collect()
}

/// The required parameters outside of the path, and those that callers are not asked for.
pub fn settings(imports: &Imports, call: &Call) -> impl Iterator<Item = TokenStream> {
    let inner = quote!(call);
    let authorized = call.authorized_by.as_ref().map(|names| {
        imports.item("crate::runtime::pipeline", "AuthorizedBy");
        quote!(call.authorized_by(AuthorizedBy(&[#(#names),*]));)
    });
    let constants = call.constants.iter().map(move |it| {
        let (name, value) = (&it.wire_name, &it.value);
        let setter = setter_of(imports, it.location);
        quote!(call.#setter(#name, #value);)
    });
    let given = call.arguments.iter().filter_map(move |argument| match argument.target {
        Target::Parameter { location: ParameterLocation::Path, .. } => None,
        Target::Parameter { location, form } => {
            let name = ident(&argument.name);
            Some(set(imports, &inner, (location, form), &argument.wire_name, &name, &argument.ty))
        }
        _ => None,
    });
    let made = call.uuid_headers.iter().map(|header| quote!(call.uuid_header(#header);));
    let accept = call.accept.iter().map(|accept| quote!(call.header("Accept", #accept);));
    authorized.into_iter().chain(accept).chain(constants).chain(given).chain(made)
}

/// Sets a parameter of the call `inner`.
pub fn set(
    imports: &Imports,
    inner: &TokenStream,
    (location, form): (ParameterLocation, Option<ParameterStyle>),
    wire_name: &str,
    argument: &Ident,
    ty: &RustType,
) -> TokenStream {
    use ParameterLocation as At;
    let argument = quote!(#argument);
    match (location, form, ty) {
        (_, Some(ParameterStyle::File), RustType::Vec(_)) => {
            quote!(#inner.body.files(#wire_name, #argument);)
        }
        (_, Some(ParameterStyle::File), _) => quote!(#inner.body.files(#wire_name, [#argument]);),
        (
            At::Query | At::Form,
            Some(ParameterStyle::List(ListFormat::Each)),
            RustType::Vec(item),
        ) => {
            let items = items(imports, argument, item);
            match location {
                At::Query => quote!(#inner.query_params(#wire_name, #items);),
                _ => quote!(#inner.body.each(#wire_name, #items);),
            }
        }
        (At::Query, Some(ParameterStyle::Raw), _) => {
            let value = value(imports, argument, None, ty);
            // The trait has the method.
            imports.item("crate::runtime::raw", "RawQuery");
            quote!(#inner.query_raw(#wire_name, #value);)
        }
        (At::Form, Some(ParameterStyle::Json), _) => {
            let value = value(imports, argument, form, ty);
            quote!(#inner.body.json(#wire_name, #value);)
        }
        _ => {
            let (setter, value) =
                (setter_of(imports, location), value(imports, argument, form, ty));
            quote!(#inner.#setter(#wire_name, #value);)
        }
    }
}

/// What sets a parameter, below the call.
fn setter_of(imports: &Imports, location: ParameterLocation) -> TokenStream {
    match location {
        ParameterLocation::Cookie => {
            // The trait has the method.
            imports.item("crate::runtime::cookie", "Cookies");
            quote!(cookie)
        }
        ParameterLocation::Form => quote!(body.field),
        ParameterLocation::Header => quote!(header),
        ParameterLocation::Path | ParameterLocation::Query => quote!(query_param),
    }
}

/// The value of a parameter in its form.
fn value(
    imports: &Imports,
    argument: TokenStream,
    form: Option<ParameterStyle>,
    ty: &RustType,
) -> TokenStream {
    match (form, ty) {
        (Some(ParameterStyle::Json), ty) => {
            let json = imports.item("crate::runtime::parameter", "AsJson");
            let (value, ty) = (converted(argument, ty, Presence::Required), imports.ty(ty));
            quote!(#json::<#ty>(#value))
        }
        (Some(ParameterStyle::List(format)), RustType::Vec(item)) => {
            let joined = imports.item("crate::runtime::parameter", "Joined");
            let (separator, items) = (separator(format), items(imports, argument, item));
            quote!(#joined(#separator, #items))
        }
        (_, RustType::String) => quote!(#argument.as_ref()),
        (_, RustType::Enum { .. }) => quote!(#argument.as_str()),
        (_, RustType::Timestamp(TimestampFormat::UnixTime)) => quote!(#argument.unix_timestamp()),
        (_, ty) => match wrapper(imports, ty) {
            Some(wrapper) => quote!(#wrapper(#argument)),
            None => argument,
        },
    }
}

/// The values of an array.
fn items(imports: &Imports, argument: TokenStream, item: &RustType) -> TokenStream {
    match item {
        RustType::String => quote!(#argument.into_iter().map(|it| it.as_ref().to_owned())),
        RustType::Enum { .. } => quote!(#argument.into_iter().map(|it| it.to_string())),
        RustType::Timestamp(TimestampFormat::UnixTime) => {
            quote!(#argument.into_iter().map(|it| it.unix_timestamp()))
        }
        item => match wrapper(imports, item) {
            Some(wrapper) => quote!(#argument.into_iter().map(#wrapper)),
            None => argument,
        },
    }
}

/// What a value stands in whose type has several forms.
fn wrapper(imports: &Imports, ty: &RustType) -> Option<Ident> {
    match ty {
        RustType::Bytes => Some(imports.item("crate::runtime::base64", "Base64Text")),
        RustType::Timestamp(TimestampFormat::Rfc1123) => {
            Some(imports.item("crate::runtime::rfc1123", "HttpDate"))
        }
        _ => None,
    }
}

fn separator(format: ListFormat) -> &'static str {
    match format {
        // Only queries and forms have a value for each.
        ListFormat::Commas | ListFormat::Each => ",",
        ListFormat::Pipes => "|",
        ListFormat::Spaces => " ",
        ListFormat::Tabs => "\t",
    }
}
