//! Calls: the method that makes one, what the description says of it, and its builder.

use super::{
    docs::docs,
    imports::{Imports, ident},
    outcomes::{output, types_of_call},
    parameters::{parameter_type, path_template, path_values, set, settings},
    structs::{absent, body_struct, is_argument, named_value, tag_values},
    values::{converted, operator_name, stored},
};
use crate::model::{
    package::{
        Call, CallBody, Model, ModelKind, Output, Presence, RustType, Setter, StructModel, Target,
    },
    wire::{BodyFormat, Method},
};
use proc_macro2::TokenStream;
use quote::quote;

/// The method of the client.
pub fn method(imports: &Imports, call: &Call) -> TokenStream {
    let (name, builder, constant) = (ident(&call.method), ident(&call.name), ident(&call.constant));
    let mut text = call.docs.clone();
    if !call.arguments.is_empty() {
        text.push('\n');
    }
    for argument in &call.arguments {
        let line = argument.docs.split_whitespace().collect::<Vec<_>>().join(" ");
        text.push_str(&format!("\n- `{}`: {line}", argument.name));
    }
    if let Output::List { whole: Some(model), .. } = &call.output {
        text.push_str(&format!(
            "\n\nA page says more than its items: the body of its `response()` is a `models::{model}`."
        ));
    }
    let text = docs(&format!("{text}\n\n`{} {}`", verb(call.http_method), call.path));
    // Clippy's limit, with `self`.
    let many = (call.arguments.len() > 6).then(|| {
        quote!(#[expect(clippy::too_many_arguments, reason = "the operation needs each of them")])
    });
    let deprecated = call.deprecated.then(|| quote!(#[deprecated]));
    let arguments = call.arguments.iter().map(|argument| {
        let (name, ty) =
            (ident(&argument.name), parameter_type(imports, call, &argument.target, &argument.ty));
        quote!(#name: #ty)
    });
    let path = path_values(imports, call);
    let call_type = imports.item("crate::runtime::call", "Call");
    let (body, given) = match body_value(imports, call) {
        BodyValue::Made(value) => (Some(quote!(let body = #value;)), quote!(body)),
        BodyValue::Given(value) => (None, value),
    };
    let new = quote!(#call_type::new(&self.service, &#constant, &[#(#path),*], #given));
    let answer = call.answer.as_ref().map(|answer| {
        let (field, json) = (ident(&answer.when_empty), &answer.json);
        (quote!(let nothing = body.#field.is_empty();), quote!(call.answer_if(nothing, #json);))
    });
    let (nothing, answer_if) = answer.unzip();
    let settings: Vec<TokenStream> = settings(imports, call).collect();
    let make = |value: TokenStream| match around(imports, &call.output) {
        Some(around) => quote!(#builder(#around::new(#value))),
        None => quote!(#builder(#value)),
    };
    let statements = if settings.is_empty() && answer_if.is_none() {
        make(new)
    } else {
        let made = make(quote!(call));
        quote! {
            let mut call = #new;
            #(#settings)*
            #answer_if
            #made
        }
    };
    quote! {
        #text
        #deprecated
        #many
        pub fn #name(&self, #(#arguments),*) -> #builder {
            #body
            #nothing
            #statements
        }
    }
}

/// What stands below the client: the operation, the builder, and the body.
pub fn builder(imports: &Imports, client: &str, call: &Call) -> TokenStream {
    let operation = operation(imports, client, call);
    let name = ident(&call.name);
    let link = docs(&format!("A call of [`{client}::{}`].", call.method));
    let (kind, must_use, traits) = builder_kind(imports, call);
    let duplicates = allow_duplicates(imports, call);
    let setters: Vec<TokenStream> =
        call.setters.iter().map(|setter| self::setter(imports, call, setter)).collect();
    let setters = (!setters.is_empty()).then(|| quote!(impl #name { #(#setters)* }));
    let types = types_of_call(imports, client, call);
    let body = match &call.body {
        CallBody::Fields { model, .. } => {
            struct_of(model).map(|it| body_struct(imports, model, it))
        }
        _ => None,
    };
    quote! {
        #operation

        #link
        #[derive(Clone, Debug)]
        #[must_use = #must_use]
        pub struct #name(#kind);

        #traits

        #duplicates

        #setters

        #types

        #body
    }
}

fn operation(imports: &Imports, client: &str, call: &Call) -> TokenStream {
    let constant = ident(&call.constant);
    let operation = imports.item("crate::runtime::pipeline", "Operation");
    let method_type = imports.item("azure_core::http", "Method");
    let method = ident(match call.http_method {
        Method::Delete => "Delete",
        Method::Get => "Get",
        Method::Head => "Head",
        Method::Patch => "Patch",
        Method::Post => "Post",
        Method::Put => "Put",
    });
    let content_type = content_type(imports, &call.body);
    let (name, path, success) =
        (format!("{client}.{}", call.method), path_template(call), &call.success);
    let success = success.iter().map(|status| proc_macro2::Literal::u16_unsuffixed(*status));
    quote! {
        const #constant: #operation = #operation {
            name: #name,
            method: #method_type::#method,
            path: #path,
            content_type: #content_type,
            success: &[#(#success),*],
        };
    }
}

fn content_type(imports: &Imports, body: &CallBody) -> TokenStream {
    let name = match body {
        CallBody::Fields { content_type: Some(name), .. }
        | CallBody::Whole { content_type: Some(name), .. } => return quote!(Some(#name)),
        CallBody::Fields { format, .. } | CallBody::Whole { format, .. } => match format {
            BodyFormat::MergePatch => "MERGE_PATCH",
            _ => "JSON",
        },
        // A form brings it along.
        CallBody::None | CallBody::Form { .. } => return quote!(None),
    };
    let name = imports.item("crate::runtime::pipeline", name);
    quote!(#name)
}

/// What the builder is around, what `must_use` says, and the macro with what every builder has.
fn builder_kind(imports: &Imports, call: &Call) -> (TokenStream, &'static str, TokenStream) {
    let name = ident(&call.name);
    let awaited = "a call does nothing until it is awaited";
    let kind = match around(imports, &call.output) {
        Some(around) => around,
        None => imports.item("crate::runtime::call", "Call"),
    };
    let kind = match body_type(imports, call) {
        Some(body) => quote!(#kind<#body>),
        None => quote!(#kind),
    };
    match &call.output {
        Output::List { page, item, .. } => {
            let list = imports.item("crate::runtime::pager", "list");
            let (page, item) = (imports.model(page), imports.ty(item));
            let polled = "a call does nothing until its pages or items are polled";
            (kind, polled, quote!(#list!(#name, #page, #item);))
        }
        Output::LongRunning { final_state, .. } => {
            let long_running = imports.item("crate::runtime::poller", "long_running");
            let (result, _) = output(imports, &call.output);
            let state = ident(&format!("{final_state:?}"));
            (kind, awaited, quote!(#long_running!(#name, #result, #state);))
        }
        Output::Bytes => {
            let download = imports.item("crate::runtime::download", "download");
            (kind, awaited, quote!(#download!(#name);))
        }
        _ => {
            let call_macro = imports.item("crate::runtime::call", "call");
            let (model, read) = output(imports, &call.output);
            let read = read.map(|read| quote!(, #read));
            (kind, awaited, quote!(#call_macro!(#name, #model #read);))
        }
    }
}

/// The setter by which a caller accepts that the service carries out the call twice.
fn allow_duplicates(imports: &Imports, call: &Call) -> Option<TokenStream> {
    let wire_names = call.setters.iter().map(|it| &it.wire_name);
    let mut headers = call.arguments.iter().map(|it| &it.wire_name).chain(wire_names);
    let is_idempotent = match (call.http_method, &call.output, &call.body) {
        (Method::Delete | Method::Get | Method::Head | Method::Put, ..) => true,
        (_, Output::List { .. }, _) => true,
        (Method::Patch, _, CallBody::Fields { format, .. } | CallBody::Whole { format, .. }) => {
            *format == BodyFormat::MergePatch
        }
        _ => headers.any(|name| name.eq_ignore_ascii_case("repeatability-request-id")),
    };
    let not_idempotent = || imports.item("crate::runtime::attempt", "not_idempotent");
    let (name, inner) = (ident(&call.name), around(imports, &call.output).map(|_| quote!(call)));
    (!is_idempotent).then(not_idempotent).map(|it| quote!(#it!(#name #inner);))
}

/// What stands around the call in its builder.
fn around(imports: &Imports, output: &Output) -> Option<proc_macro2::Ident> {
    match output {
        Output::List { .. } => Some(imports.item("crate::runtime::pager", "List")),
        Output::LongRunning { .. } => Some(imports.item("crate::runtime::poller", "LongRunning")),
        _ => None,
    }
}

fn body_type(imports: &Imports, call: &Call) -> Option<TokenStream> {
    match &call.body {
        CallBody::None => None,
        CallBody::Fields { model, optional, .. } => {
            let name = ident(&model.name);
            Some(if *optional { quote!(Option<#name>) } else { quote!(#name) })
        }
        CallBody::Form { multipart } => {
            let form = form(imports, *multipart);
            Some(quote!(#form))
        }
        CallBody::Whole { format: BodyFormat::Bytes | BodyFormat::Text, .. } => {
            let plain = imports.item("crate::runtime::body", "Plain");
            Some(quote!(#plain))
        }
        CallBody::Whole { ty, required, .. } => {
            let ty = imports.ty(ty);
            Some(if *required { ty } else { quote!(Option<#ty>) })
        }
    }
}

/// The body of a call that has just been made.
enum BodyValue {
    /// What stands for itself: an argument, or that there is no body.
    Given(TokenStream),
    /// What is made of arguments.
    Made(TokenStream),
}

fn body_value(imports: &Imports, call: &Call) -> BodyValue {
    match &call.body {
        CallBody::None => BodyValue::Given(quote!(())),
        CallBody::Form { multipart } => {
            let form = form(imports, *multipart);
            BodyValue::Given(quote!(#form::default()))
        }
        CallBody::Whole {
            required: false, format: BodyFormat::Bytes | BodyFormat::Text, ..
        } => {
            let plain = imports.item("crate::runtime::body", "Plain");
            BodyValue::Given(quote!(#plain::ABSENT))
        }
        CallBody::Whole { required: false, .. } | CallBody::Fields { optional: true, .. } => {
            BodyValue::Given(quote!(None))
        }
        CallBody::Whole { ty, format, .. } => {
            let argument = call.arguments.iter().find(|it| it.target == Target::Body);
            let argument = argument.map(|it| ident(&it.name));
            BodyValue::Given(whole(imports, quote!(#argument), ty, *format))
        }
        CallBody::Fields { model, .. } => match struct_of(model) {
            Some(it) => BodyValue::Made(body_literal(imports, call, model, it)),
            None => BodyValue::Given(quote!(())),
        },
    }
}

/// The body's struct, of the arguments.
fn body_literal(imports: &Imports, call: &Call, model: &Model, it: &StructModel) -> TokenStream {
    let body = ident(&model.name);
    if it.fields.iter().all(|field| !is_argument(field)) {
        return quote!(#body::default());
    }
    let given = call.arguments.iter().filter_map(|argument| match &argument.target {
        Target::Field { name, presence, boxed } => {
            let (field, argument_name) = (ident(name), ident(&argument.name));
            let value = stored(quote!(#argument_name), &argument.ty, *presence, *boxed);
            Some(named_value(&field, value))
        }
        _ => None,
    });
    let rest: Vec<_> = it.fields.iter().filter(|field| !is_argument(field)).collect();
    let rest = match (rest.is_empty(), it.default) {
        (true, _) => quote!(),
        (false, true) => quote!(..Default::default()),
        (false, false) => {
            let rest = rest.iter().map(|field| {
                let (name, absent) = (ident(&field.name), absent(imports, field));
                quote!(#name: #absent)
            });
            quote!(#(#rest),*)
        }
    };
    let tags = tag_values(it);
    quote!(#body { #(#tags,)* #(#given,)* #rest })
}

/// The argument that is the whole body.
fn whole(
    imports: &Imports,
    argument: TokenStream,
    ty: &RustType,
    format: BodyFormat,
) -> TokenStream {
    let plain = || imports.item("crate::runtime::body", "Plain");
    match (format, ty) {
        (BodyFormat::Bytes, _) => {
            let plain = plain();
            quote!(#plain::bytes(#argument))
        }
        (BodyFormat::Text, _) => {
            let plain = plain();
            quote!(#plain::text(#argument))
        }
        (_, RustType::Map(_)) => argument,
        (_, ty) => converted(argument, ty, Presence::Required),
    }
}

fn setter(imports: &Imports, call: &Call, setter: &Setter) -> TokenStream {
    let name = ident(&setter.name);
    let text = docs(&setter.docs);
    let deprecated = setter.deprecated.then(|| quote!(#[deprecated]));
    let ty = parameter_type(imports, call, &setter.target, &setter.ty);
    let inner = match call.output {
        Output::List { .. } | Output::LongRunning { .. } => quote!(self.0.call),
        _ => quote!(self.0),
    };
    let wire_name = &setter.wire_name;
    let refused = setter.refused.as_ref().map(|refusal| {
        let (ty, message) = (imports.model(&refusal.ty), &refusal.message);
        let variants = refusal.variants.iter().map(|variant| {
            let variant = ident(variant);
            quote!(#ty::#variant)
        });
        quote!(#inner.refuse_if(matches!(#name, #(#variants)|*), #message);)
    });
    let set = match &setter.target {
        Target::Parameter { location, form } => {
            set(imports, &inner, (*location, *form), wire_name, &name, &setter.ty)
        }
        Target::Field { name: field, presence, boxed } => {
            let field = ident(field);
            let value = stored(quote!(#name), &setter.ty, *presence, *boxed);
            match &call.body {
                CallBody::Fields { optional: true, .. } => {
                    quote!(#inner.body.get_or_insert_default().#field = #value;)
                }
                _ => quote!(#inner.body.#field = #value;),
            }
        }
        Target::Body => {
            let CallBody::Whole { format, .. } = call.body else { return quote!() };
            let value = whole(imports, quote!(#name), &setter.ty, format);
            match format {
                BodyFormat::Bytes | BodyFormat::Text => quote!(#inner.body = #value;),
                _ => quote!(#inner.body = Some(#value);),
            }
        }
    };
    let operator = operator_name(&setter.name);
    quote! {
        #text
        #deprecated
        #operator
        pub fn #name(mut self, #name: #ty) -> Self {
            #refused
            #set
            self
        }
    }
}

/// The body that is a form.
fn form(imports: &Imports, multipart: bool) -> proc_macro2::Ident {
    match multipart {
        true => imports.item("crate::runtime::multipart", "Multipart"),
        false => imports.item("crate::runtime::form", "Form"),
    }
}

fn struct_of(model: &Model) -> Option<&StructModel> {
    match &model.kind {
        ModelKind::Struct(it) => Some(it),
        _ => None,
    }
}

pub fn verb(method: Method) -> &'static str {
    match method {
        Method::Delete => "DELETE",
        Method::Get => "GET",
        Method::Head => "HEAD",
        Method::Patch => "PATCH",
        Method::Post => "POST",
        Method::Put => "PUT",
    }
}
