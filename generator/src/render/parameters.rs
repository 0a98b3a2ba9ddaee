//! Parameters: how their values get into a request.

use super::{
    imports::{Imports, ident},
    values::converted,
};
use crate::model::package::{
    Call, CallServer, Encoding, InputType, ParameterSetter, PathValue, SegmentEncoding, Target,
};
use proc_macro2::TokenStream;
use quote::quote;

/// The segments of the path, as text.
pub fn path_values(imports: &Imports, call: &Call) -> Vec<TokenStream> {
    let values = call.path_values.iter().map(|it| match it {
        PathValue::Held(name) => {
            let name = ident(name);
            quote!(self.#name())
        }
        PathValue::Argument(index, encoding) => {
            let argument = &call.arguments[*index];
            let name = ident(&argument.name);
            match encoding {
                SegmentEncoding::AsRef => quote!(#name.as_ref()),
                SegmentEncoding::AsStr => quote!(#name.as_str()),
                SegmentEncoding::ToString => quote!(&*#name.to_string()),
                SegmentEncoding::Expanded(encoding) => {
                    let value = value(imports, quote!(#name), &argument.ty, encoding);
                    quote!(&*#value.unwrap_or_default())
                }
                SegmentEncoding::Encoded(encoding) => {
                    imports.methods_of("crate::runtime::query", "QueryValue");
                    let value = value(imports, quote!(#name), &argument.ty, encoding);
                    quote!(&*#value.to_segment())
                }
            }
        }
    });
    values.collect()
}

/// Sets what does not depend on setters: credentials, media types, constants, arguments, UUIDs.
pub fn settings(imports: &Imports, call: &Call) -> Vec<TokenStream> {
    let mut settings = Vec::new();
    let variable = ident(&call.variables.call);
    if let Some(names) = &call.authorized_by {
        let authorized_by = imports.item("crate::runtime::pipeline", "AuthorizedBy");
        settings.push(quote!(#variable.authorized_by(#authorized_by(&[#(#names),*]));));
    }
    if let Some(CallServer { url, endpoint, .. }) = &call.server {
        imports.methods_of("crate::runtime::server", "OwnServer");
        let [url, endpoint] = [url, endpoint].map(|it| match it {
            Some(it) => quote!(Some(#it)),
            None => quote!(None),
        });
        settings.push(quote!(#variable.served_by(#url, #endpoint);));
    }
    if call.without_api_version {
        settings.push(quote!(#variable.without_api_version();));
    }
    settings.extend(translation(imports, call, &quote!(#variable)));
    let accept = call.accept.iter();
    settings.extend(accept.map(|accept| quote!(#variable.header("Accept", #accept);)));
    settings.extend(call.constants.iter().map(|it| {
        let value = &it.value;
        set(imports, &quote!(#variable), &it.setter, &it.wire_name, quote!(#value))
    }));
    settings.extend(call.arguments.iter().filter_map(|argument| match &argument.target {
        Target::Parameter { setter, encoding, .. } => {
            let name = ident(&argument.name);
            let value = value(imports, quote!(#name), &argument.ty, encoding);
            Some(set(imports, &quote!(#variable), setter, &argument.wire_name, value))
        }
        _ => None,
    }));
    let headers = call.uuid_headers.iter();
    settings.extend(headers.map(|header| quote!(#variable.uuid_header(#header);)));
    settings
}

/// Tells the policy of the client how the bodies of the call are written in XML.
pub fn translation(imports: &Imports, call: &Call, inner: &TokenStream) -> Option<TokenStream> {
    let name = ident(call.xml.as_ref()?);
    let xml = imports.item(&imports.root(), "xml");
    Some(quote!(#inner.tell(&#xml::#name);))
}

/// Sets a parameter of the call `inner`.
pub fn set(
    imports: &Imports,
    inner: &TokenStream,
    setter: &ParameterSetter,
    wire_name: &str,
    value: TokenStream,
) -> TokenStream {
    match setter {
        ParameterSetter::Cookie => {
            imports.methods_of("crate::runtime::cookie", "Cookies");
            quote!(#inner.cookie(#wire_name, #value);)
        }
        ParameterSetter::Header => quote!(#inner.header(#wire_name, #value);),
        ParameterSetter::Query => quote!(#inner.query_param(#wire_name, #value);),
        ParameterSetter::QueryEach => quote!(#inner.query_params(#wire_name, #value);),
        ParameterSetter::HeaderExpanded => {
            quote!(#inner.change_header(#wire_name, |_| #value);)
        }
        ParameterSetter::HeaderPrefix => {
            imports.methods_of("crate::runtime::header_prefix", "HeaderPrefix");
            quote!(#inner.headers_with(#wire_name, #value);)
        }
        ParameterSetter::QueryExpanded => quote!(#inner.encoded_query(#wire_name, #value);),
        ParameterSetter::QueryRaw => {
            imports.methods_of("crate::runtime::raw", "RawQuery");
            quote!(#inner.query_raw(#wire_name, #value);)
        }
        ParameterSetter::FormField => quote!(#inner.body.field(#wire_name, #value);),
        ParameterSetter::FormEach => quote!(#inner.body.each(#wire_name, #value);),
        ParameterSetter::FormJson => quote!(#inner.body.json(#wire_name, #value);),
        ParameterSetter::FormFile(None) => quote!(#inner.body.files(#wire_name, [#value]);),
        ParameterSetter::FormFile(Some(media_type)) => {
            quote!(#inner.body.files_of(#wire_name, #media_type, [#value]);)
        }
        ParameterSetter::FormFiles(None) => quote!(#inner.body.files(#wire_name, #value);),
        ParameterSetter::FormFiles(Some(media_type)) => {
            quote!(#inner.body.files_of(#wire_name, #media_type, #value);)
        }
    }
}

/// The encoded value of a parameter.
pub fn value(
    imports: &Imports,
    argument: TokenStream,
    ty: &InputType,
    encoding: &Encoding,
) -> TokenStream {
    match encoding {
        Encoding::Display => argument,
        Encoding::AsRef => quote!(#argument.as_ref()),
        Encoding::AsStr => quote!(#argument.as_str()),
        Encoding::UnixTime => quote!(#argument.unix_timestamp()),
        Encoding::HttpDate | Encoding::Base64 | Encoding::Base64Url => {
            let wrapper = wrapper(imports, encoding);
            quote!(#wrapper(#argument))
        }
        Encoding::Json(json) => {
            let as_json = imports.item("crate::runtime::parameter", "AsJson");
            let (value, json) = (converted(argument, ty), imports.ty(json));
            quote!(#as_json::<#json>(#value))
        }
        Encoding::Expanded { style, explode, name, ty: expanded } => {
            let expand = imports.function("expansion", "expand");
            let styles = imports.item("crate::runtime::expansion", "Style");
            let (style, value) = (ident(style), converted(argument, ty));
            let expanded = imports.ty(expanded);
            quote!(#expand::<#expanded>(#styles::#style, #explode, #name, #value))
        }
        Encoding::Each(item) => items(imports, argument, item),
        Encoding::Joined { separator, item } => {
            let joined = imports.item("crate::runtime::parameter", "Joined");
            let items = items(imports, argument, item);
            quote!(#joined(#separator, #items))
        }
    }
}

/// The encoded items of an array.
fn items(imports: &Imports, argument: TokenStream, item: &Encoding) -> TokenStream {
    match item {
        Encoding::AsRef => quote!(#argument.into_iter().map(|it| it.as_ref().to_owned())),
        Encoding::AsStr => quote!(#argument.into_iter().map(|it| it.to_string())),
        Encoding::UnixTime => quote!(#argument.into_iter().map(|it| it.unix_timestamp())),
        Encoding::HttpDate | Encoding::Base64 | Encoding::Base64Url => {
            let wrapper = wrapper(imports, item);
            quote!(#argument.into_iter().map(#wrapper))
        }
        _ => argument,
    }
}

/// The newtype that writes a value in this encoding.
fn wrapper(imports: &Imports, encoding: &Encoding) -> TokenStream {
    match encoding {
        Encoding::HttpDate => imports.item("crate::runtime::rfc1123", "HttpDate"),
        Encoding::Base64Url => imports.item("crate::runtime::base64_url", "Base64UrlText"),
        _ => imports.item("crate::runtime::base64", "Base64Text"),
    }
}
