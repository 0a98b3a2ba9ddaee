//! Calls: the methods of clients, the constants of operations, and the setters of builders.

use super::{
    builders::{around, builder, inner},
    docs::docs,
    imports::{Imports, ident},
    lints::allowed,
    lists,
    outcomes::types_of_call,
    parameters::{path_values, set, settings, value},
    structs::{absent, body_struct, tag_values},
    values::{converted, input_type, stored},
};
use crate::model::{
    package::{
        Argument, BodyStruct, Call, CallBody, ContentType, InputType, Operation, Output, RawBody,
        RestOfFields, RustType, Setter, Target,
    },
    wire::Method,
};
use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

/// The method of the client.
pub fn method(imports: &Imports, call: &Call) -> TokenStream {
    let (name, builder) = (ident(&call.method), ident(&call.name));
    let constant = ident(&call.operation.constant);
    let text = docs(&call.docs);
    let deprecated = call.deprecated.then(|| quote!(#[deprecated]));
    let arguments = call.arguments.iter().map(|argument| {
        let (name, ty) = (ident(&argument.name), input_type(imports, &argument.ty));
        quote!(#name: #ty)
    });
    let [path, body, variable] =
        [&call.variables.path, &call.variables.body, &call.variables.call].map(|it| ident(it));
    let values = path_values(imports, call);
    let (let_path, path) = match values.is_empty() {
        true => (None, quote!(&[])),
        false => (Some(quote!(let #path = [#(#values),*];)), quote!(&#path)),
    };
    let (let_body, body) = match body_value(imports, call) {
        BodyValue::Struct(value) => (Some(quote!(let #body = #value;)), quote!(#body)),
        BodyValue::Argument(value) => (None, value),
    };
    let mut settings = settings(imports, call);
    settings.extend(call.answer.as_ref().map(|answer| {
        let (field, json) = (ident(&answer.when_empty), &answer.json);
        quote!(#variable.answer_if(#variable.body.#field.is_empty(), #json);)
    }));
    let mutable = (!settings.is_empty()).then(|| quote!(mut));
    let call_type = imports.item("crate::runtime::call", "Call");
    let inner = match around(imports, &call.output) {
        Some(around) => {
            let arguments = match &call.output {
                Output::List(list) => Some(lists::arguments(imports, list)),
                _ => None,
            };
            let arguments = [quote!(#variable)].into_iter().chain(arguments);
            quote!(#around::new(#(#arguments),*))
        }
        None => quote!(#variable),
    };
    let aliases = call.aliases.iter().map(|alias| quote!(#[doc(alias = #alias)]));
    let lints = allowed(&call.lints);
    quote! {
        #text
        #(#aliases)*
        #deprecated
        #lints
        pub fn #name(&self, #(#arguments),*) -> #builder {
            #let_path
            #let_body
            let #mutable #variable = #call_type::new(&self.service, &#constant, #path, #body);
            #(#settings)*
            #builder(#inner)
        }
    }
}

/// The items of a call below the client: its operation, its builder, and its body.
pub fn items(imports: &Imports, client: &str, call: &Call) -> TokenStream {
    let operation = operation(imports, &call.operation);
    let setters: Vec<TokenStream> =
        call.setters.iter().map(|setter| self::setter(imports, call, setter)).collect();
    let builder = builder(imports, client, call, body_type(imports, call), &setters);
    let types = types_of_call(imports, client, call);
    let body = match &call.body {
        CallBody::Fields(body) => Some(body_struct(imports, body)),
        _ => None,
    };
    quote! {
        #operation

        #builder

        #types

        #body
    }
}

fn operation(imports: &Imports, it: &Operation) -> TokenStream {
    let Operation { constant, name, method, path, content_type, success, names } = it;
    let constant = ident(constant);
    let operation = imports.item("crate::runtime::pipeline", "Operation");
    let method_type = imports.item("azure_core::http", "Method");
    let method = ident(match method {
        Method::Delete => "Delete",
        Method::Get => "Get",
        Method::Head => "Head",
        Method::Patch => "Patch",
        Method::Post => "Post",
        Method::Put => "Put",
    });
    let content_type = match content_type {
        None => quote!(None),
        Some(ContentType::Json) => imports.item("crate::runtime::pipeline", "JSON"),
        Some(ContentType::MergePatch) => imports.item("crate::runtime::pipeline", "MERGE_PATCH"),
        Some(ContentType::Other(name)) => quote!(Some(#name)),
    };
    let success = success.iter().map(|status| Literal::u16_unsuffixed(*status));
    let names = names.iter().map(|(wire_name, name)| quote!((#wire_name, #name)));
    quote! {
        const #constant: #operation = #operation {
            name: #name,
            method: #method_type::#method,
            path: #path,
            content_type: #content_type,
            success: &[#(#success),*],
            names: &[#(#names),*],
        };
    }
}

fn body_type(imports: &Imports, call: &Call) -> Option<TokenStream> {
    match &call.body {
        CallBody::None => None,
        CallBody::Fields(body) => {
            let name = ident(&body.name);
            Some(if body.optional { quote!(Option<#name>) } else { quote!(#name) })
        }
        CallBody::Form { multipart } => Some(form(imports, *multipart)),
        CallBody::Raw { .. } => Some(imports.item("crate::runtime::body", "Plain")),
        CallBody::Lines { ty, .. } => {
            let values = imports.item("crate::runtime::json_lines", "Values");
            let item = match ty {
                RustType::Vec(item) => imports.ty(item),
                ty => imports.ty(ty),
            };
            Some(quote!(#values<#item>))
        }
        CallBody::Whole { ty, required } => {
            let ty = imports.ty(ty);
            Some(if *required { ty } else { quote!(Option<#ty>) })
        }
    }
}

/// The body of a new call.
enum BodyValue {
    /// An argument, or an empty body.
    Argument(TokenStream),
    /// A struct literal with the arguments.
    Struct(TokenStream),
}

fn body_value(imports: &Imports, call: &Call) -> BodyValue {
    BodyValue::Argument(match &call.body {
        CallBody::None => quote!(()),
        CallBody::Form { multipart } => {
            let form = form(imports, *multipart);
            quote!(#form::default())
        }
        CallBody::Raw { required: false, .. } => {
            let plain = imports.item("crate::runtime::body", "Plain");
            quote!(#plain::ABSENT)
        }
        CallBody::Whole { required: false, .. } => quote!(None),
        CallBody::Lines { required: false, .. } => {
            let values = imports.item("crate::runtime::json_lines", "Values");
            quote!(#values(None))
        }
        CallBody::Lines { .. } => {
            let given = body_arguments(call);
            let lines = given.map(|(name, ty)| lines(imports, converted(quote!(#name), ty)));
            quote!(#(#lines)*)
        }
        CallBody::Fields(body) if body.optional => quote!(None),
        CallBody::Raw { format, .. } => {
            let values = body_arguments(call).map(|(name, _)| raw(imports, *format, quote!(#name)));
            quote!(#(#values)*)
        }
        CallBody::Whole { .. } => {
            let values = body_arguments(call).map(|(name, ty)| converted(quote!(#name), ty));
            quote!(#(#values)*)
        }
        CallBody::Fields(body) => {
            return BodyValue::Struct(body_literal(imports, &call.arguments, body));
        }
    })
}

/// The argument that is the whole body.
fn body_arguments(call: &Call) -> impl Iterator<Item = (proc_macro2::Ident, &InputType)> {
    call.arguments.iter().filter_map(|it| match it.target {
        Target::Body => Some((ident(&it.name), &it.ty)),
        _ => None,
    })
}

/// A body of bytes or text.
fn raw(imports: &Imports, format: RawBody, value: TokenStream) -> TokenStream {
    let plain = imports.item("crate::runtime::body", "Plain");
    match format {
        RawBody::Bytes => quote!(#plain::bytes(#value)),
        RawBody::Text => quote!(#plain::text(#value)),
    }
}

/// A body of JSON lines.
fn lines(imports: &Imports, value: TokenStream) -> TokenStream {
    let values = imports.item("crate::runtime::json_lines", "Values");
    quote!(#values(Some(#value)))
}

/// The struct literal of the body.
fn body_literal(imports: &Imports, arguments: &[Argument], body: &BodyStruct) -> TokenStream {
    let name = ident(&body.name);
    let given = arguments.iter().filter_map(|argument| match &argument.target {
        Target::Field { name, shorthand: true, .. } => Some(ident(name).into_token_stream()),
        Target::Field { name, storage, .. } => {
            let (field, argument_name) = (ident(name), ident(&argument.name));
            let value = stored(quote!(#argument_name), &argument.ty, *storage);
            Some(quote!(#field: #value))
        }
        _ => None,
    });
    let rest = match body.rest {
        RestOfFields::WholeDefault => return quote!(#name::default()),
        RestOfFields::None => quote!(),
        RestOfFields::Default => quote!(..Default::default()),
        RestOfFields::Absent => {
            let rest = body.model.fields.iter().filter_map(|field| {
                let (name, absent) = (ident(&field.name), absent(imports, field.absent?));
                Some(quote!(#name: #absent))
            });
            quote!(#(#rest),*)
        }
    };
    let tags = tag_values(&body.model);
    quote!(#name { #(#tags,)* #(#given,)* #rest })
}

fn setter(imports: &Imports, call: &Call, setter: &Setter) -> TokenStream {
    let name = ident(&setter.name);
    let text = docs(&setter.docs);
    let deprecated = setter.deprecated.then(|| quote!(#[deprecated]));
    let (ty, lints) = (input_type(imports, &setter.ty), allowed(&setter.lints));
    let inner = inner(&call.output);
    let wire_name = &setter.wire_name;
    let refuse = setter.refusal.as_ref().map(|refusal| {
        let (ty, message) = (imports.model(&refusal.ty), &refusal.message);
        let variants = refusal.variants.iter().map(|variant| {
            let variant = ident(variant);
            quote!(#ty::#variant)
        });
        quote!(#inner.refuse_if(matches!(#name, #(#variants)|*), #message);)
    });
    let set = match &setter.target {
        Target::Path => quote!(),
        Target::Parameter { setter: method, encoding, .. } => {
            let value = value(imports, quote!(#name), &setter.ty, encoding);
            set(imports, &inner, method, wire_name, value)
        }
        Target::Field { name: field, storage, .. } => {
            let field = ident(field);
            let value = stored(quote!(#name), &setter.ty, *storage);
            match &call.body {
                CallBody::Fields(body) if body.optional => {
                    quote!(#inner.body.get_or_insert_default().#field = #value;)
                }
                _ => quote!(#inner.body.#field = #value;),
            }
        }
        Target::Body => match call.body {
            CallBody::Raw { format, .. } => {
                let value = raw(imports, format, quote!(#name));
                quote!(#inner.body = #value;)
            }
            CallBody::Lines { .. } => {
                let value = lines(imports, converted(quote!(#name), &setter.ty));
                quote!(#inner.body = #value;)
            }
            _ => {
                let value = converted(quote!(#name), &setter.ty);
                quote!(#inner.body = Some(#value);)
            }
        },
    };
    quote! {
        #text
        #deprecated
        #lints
        pub fn #name(mut self, #name: #ty) -> Self {
            #refuse
            #set
            self
        }
    }
}

/// The type of a body that is a form.
fn form(imports: &Imports, multipart: bool) -> TokenStream {
    match multipart {
        true => imports.item("crate::runtime::multipart", "Multipart"),
        false => imports.item("crate::runtime::form", "Form"),
    }
}
